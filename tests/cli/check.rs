//! `liyi check`: good files, bad files, and how both are said.

use std::fs;

use crate::program::{Place, repository};

#[test]
fn what_is_shipped_is_sound() {
    let place = Place::shipped().english();
    let said = place.run(&["check", "--quick"]).well();
    assert!(said.contains("nothing is wrong"), "{said}");
    let document = place.json(&["check", "--quick", "--json"]);
    assert_eq!(document["scenarios"], 4);
    assert_eq!(document["profiles"], 3);
    assert_eq!(document["findings"].as_array().unwrap().len(), 0);
    for path in ["scenarios/s03-fourth-ring.ron", "scenarios", "assets/standards"] {
        let path = repository(path);
        place.run(&["check", "--quick", path.to_str().unwrap()]).well();
    }
}

#[test]
fn every_fault_stands_at_its_line_and_column() {
    let place = Place::copied().english();
    let path = place.home.join("scenarios/s03-fourth-ring.ron");
    let text = fs::read_to_string(&path).unwrap();
    let broken =
        text.replacen("activity: Timer(", "activity: Tmer(", 1).replacen("minutes:", "minute:", 1);
    assert_ne!(broken, text);
    fs::write(&path, &broken).unwrap();
    let place_of = |piece: &str| {
        let before = &broken[..broken.find(piece).unwrap()];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        (line, column)
    };
    let name = path.to_str().unwrap();
    let ran = place.run(&["check", "--quick", name]);
    assert_eq!(ran.code, Some(1));
    let (minute, timer) = (place_of("minute:"), place_of("Tmer("));
    for (line, column) in [minute, timer] {
        assert!(ran.out.contains(&format!("{name}:{line}:{column}")), "{}", ran.out);
    }
    assert!(ran.out.contains("did you mean `minutes`?"), "{}", ran.out);
    assert!(ran.out.contains("did you mean `Timer`?"), "{}", ran.out);

    let ran = place.run(&["check", "--quick", name, "--json"]);
    assert_eq!(ran.code, Some(1));
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let first = &document["findings"][0];
    assert_eq!(first["line"], minute.0);
    assert_eq!(first["column"], minute.1);
    assert_eq!(first["code"], "unknown-field");
    assert_eq!(first["nearest"], "minutes");
    assert_eq!(first["found"], "the unknown field `minute`");
    assert_eq!(first["zh"]["found"], "没有 `minute` 这个字段");
    for key in ["file", "expected"] {
        assert!(first[key].is_string(), "{key}");
    }
    assert!(first["zh"]["expected"].is_string());

    // The other three are played on.
    let said = place.run(&["run", "s03-fourth-ring", "--policy", "best"]).refused();
    assert!(said.contains("cannot be used") && said.contains("minutes"), "{said}");
    place.run(&["run", "s01-handshake-order", "--policy", "best"]).well();
    place.run(&["check", "--quick"]).refused();
}

#[test]
fn faults_of_standards_profiles_and_locales_are_found_too() {
    let place = Place::copied().english();
    let standards = place.home.join("assets/standards/phone.ron");
    let text = fs::read_to_string(&standards).unwrap();
    fs::write(&standards, text.replacen("severity: Major", "severity: Grave", 1)).unwrap();
    let profile = place.home.join("scenarios/profiles/international.ron");
    let text = fs::read_to_string(&profile).unwrap();
    fs::write(&profile, text.replacen("\"gender\": \"off\"", "\"gender\": \"of\"", 1)).unwrap();
    let locale = place.home.join("assets/locales/en/terminal.ftl");
    let text = fs::read_to_string(&locale).unwrap();
    fs::write(&locale, text.replacen("terminal-debrief =", "terminal-debreif =", 1)).unwrap();
    let said = place.run(&["check", "--quick"]).refused();
    for piece in ["phone.ron:", "`Grave`", "international.ron:", "`terminal-debrief`"] {
        assert!(said.contains(piece), "{piece}: {said}");
    }
    // A scenario that needs none of it is still played.
    place.run(&["run", "s01-handshake-order", "--policy", "best", "--lang", "zh"]).well();
}

#[test]
fn a_path_that_is_not_there_is_a_finding() {
    let place = Place::shipped().english();
    let said = place.run(&["check", "--quick", "nowhere.ron"]).refused();
    assert!(said.contains("nowhere.ron") && said.contains("no such file"), "{said}");
    let empty = place.folder().join("empty");
    fs::create_dir(&empty).unwrap();
    place.run(&["check", "--quick", empty.to_str().unwrap()]).well();
}

#[test]
fn a_home_without_its_folders_is_passed_over() {
    let mut place = Place::shipped().english();
    place.home = place.folder().join("nowhere");
    let ran = place.run(&["check", "--quick"]);
    // Started far from home it still finds the folders it was built in.
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
}

#[test]
fn findings_are_said_in_the_language_asked_for() {
    let place = Place::copied();
    let path = place.home.join("scenarios/s03-fourth-ring.ron");
    let text = fs::read_to_string(&path).unwrap();
    let broken = text.replacen("minutes:", "minute:", 1).replacen("start: \"", "start: \"x", 1);
    fs::write(&path, broken).unwrap();
    let name = path.to_str().unwrap();
    let with =
        |more: &[&str]| place.run(&[&["check", "--quick", name][..], more].concat()).refused();
    let zh = with(&["--lang", "zh"]);
    for piece in [
        "错误[unknown-field]: 没有 `minute` 这个字段",
        "要求：id、",
        " 之一",
        "提示: 是不是想写 `minutes`？",
        "错误[unknown-beat]: 找不到节拍 `x",
        "共 2 个问题",
        "s03-fourth-ring.ron:",
    ] {
        assert!(zh.contains(piece), "{piece}: {zh}");
    }
    for english in ["expected", "did you mean", "error", "unknown field"] {
        assert!(!zh.contains(english), "{english}: {zh}");
    }
    let en = with(&["--lang", "en"]);
    assert!(en.contains("error[unknown-field]: the unknown field `minute`"), "{en}");
    assert!(en.contains("2 findings;"), "{en}");
    // Without a word it is the player's own language, which is Chinese until another is chosen.
    assert_eq!(with(&[]), zh);
    let said = place.run(&["run", "s03-fourth-ring", "--policy", "best"]).refused();
    assert!(said.contains("情景 `s03-fourth-ring` 用不了") && said.contains("要求："), "{said}");
    let place = place.english();
    let said = place.run(&["check", "--quick", name]).refused();
    assert_eq!(said, en);
    // A program reads the same in either.
    let json = |lang| {
        let ran = place.run(&["check", "--quick", name, "--json", "--lang", lang]);
        assert_eq!(ran.code, Some(1));
        ran.out
    };
    assert_eq!(json("zh"), json("en"));
    assert!(json("zh").contains("the unknown field") && json("zh").contains("这个字段"));
}

#[test]
fn what_is_sound_is_said_to_be_in_chinese_too() {
    let said = Place::shipped().run(&["check", "--quick"]).well();
    assert!(said.starts_with("检查了 4 个情景") && said.contains("没有问题"), "{said}");
}
