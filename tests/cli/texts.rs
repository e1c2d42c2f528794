//! `liyi texts`: out to a translator, back, and what a trainer is told.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{Place, SCENARIOS};

/// Every authored file's bytes.
fn bytes(place: &Place) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for folder in ["scenarios", "scenarios/profiles", "assets/standards"] {
        for entry in fs::read_dir(place.home.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                all.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
    }
    all
}

/// The PO file's text with the translation of this source replaced.
fn translate(po: &str, source: &str, words: &str) -> String {
    let from = format!("msgid {source:?}\nmsgstr ");
    let at = po.find(&from).unwrap() + from.len();
    let end = at + po[at..].find('\n').unwrap();
    format!("{}{words:?}{}", &po[..at], &po[end..])
}

fn po(place: &Place, change: impl Fn(String) -> String) -> PathBuf {
    let path = place.folder().join("texts.po");
    let text = fs::read_to_string(&path).unwrap();
    let changed = change(text.clone());
    assert_ne!(changed, text, "nothing was changed");
    fs::write(&path, changed).unwrap();
    path
}

#[test]
fn out_and_in_again_changes_no_byte() {
    let place = Place::copied().english();
    let before = bytes(&place);
    let names = ["all.xlsx", "all.po"];
    for name in names {
        let said = place.run(&["texts", "export", "--all", "--out", name]).well();
        assert!(said.contains("texts import") && said.contains("have a translation"), "{said}");
        let said = place.run(&["texts", "import", name]).well();
        assert!(said.starts_with("0 put in, 0 refused"), "{said}");
    }
    let out = place.folder().join("zh.xlsx");
    let out = out.to_str().unwrap();
    place
        .run(&["texts", "export", SCENARIOS[0], SCENARIOS[3], "--lang", "zh", "--out", out])
        .well();
    let document = place.json(&["texts", "import", out, "--json"]);
    assert_eq!(document["put"].as_array().unwrap().len(), 0);
    assert!(document["same"].as_u64().unwrap() > 1000);
    assert_eq!(bytes(&place), before);
}

#[test]
fn a_translation_goes_into_its_literal_and_the_file_stays_as_it_was() {
    let place = Place::copied().english();
    let path = place.home.join("scenarios/s03-fourth-ring.ron");
    // A byte-order mark and a Windows editor's line ends stay too.
    let text = fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
    let text = format!("\u{feff}{text}");
    fs::write(&path, &text).unwrap();
    let before = bytes(&place);
    place.run(&["texts", "export", "s03-fourth-ring", "--format", "po"]).well();
    po(&place, |po| translate(&po, "第四声铃", "The \"Fourth\" \\ Ring\n"));
    let said = place.run(&["texts", "import", "texts.po", "--dry-run"]).well();
    assert!(said.contains("s03-fourth-ring/title") && said.contains("1 would be put in"), "{said}");
    assert!(said.contains("nothing was written"), "{said}");
    assert_eq!(bytes(&place), before, "a dry run writes nothing");
    let said = place.run(&["texts", "import", "texts.po"]).well();
    assert!(said.contains("1 put in, 0 refused"), "{said}");
    let expected = text.replacen("\"The Fourth Ring\"", "\"The \\\"Fourth\\\" \\\\ Ring\\n\"", 1);
    assert_ne!(expected, text);
    let mut after = before;
    after.insert(path, expected.into_bytes());
    assert_eq!(bytes(&place), after);
    place.run(&["check", "--quick"]).well();
    let said = place.run(&["texts", "import", "texts.po"]).well();
    assert!(said.starts_with("0 put in, 0 refused"), "a second time nothing is left to do: {said}");
}

#[test]
fn standards_and_profiles_are_translated_too() {
    let place = Place::copied().english();
    place.run(&["texts", "export", "--all", "--format", "po"]).well();
    po(&place, |po| {
        let po = translate(&po, "国际通行", "World-wide");
        translate(&po, "客户经理工作准则", "Rules of Work")
    });
    let said = place.run(&["texts", "import", "texts.po"]).well();
    assert!(said.contains("2 put in, 0 refused"), "{said}");
    place.run(&["check", "--quick"]).well();
    // A standard whose number is gone from its words is refused by its check.
    let before = bytes(&place);
    let standards = fs::read_to_string(place.home.join("assets/standards/phone.ron")).unwrap();
    let at = standards.find("{ring_limit}").unwrap();
    let zh = standards[..at].rfind("zh: \"").unwrap() + 5;
    let zh = &standards[zh..zh + standards[zh..].find('"').unwrap()];
    po(&place, |po| translate(&po, zh, "four rings"));
    let said = place.run(&["texts", "import", "texts.po"]).refused();
    assert!(said.contains("{ring_limit} missing"), "{said}");
    assert_eq!(bytes(&place), before);
}

#[test]
fn what_would_no_longer_check_is_refused_with_its_row() {
    let place = Place::copied().english();
    let before = bytes(&place);
    place
        .run(&["texts", "export", "s04-calming-a-complaint", "--lang", "zh", "--format", "po"])
        .well();
    let text =
        fs::read_to_string(place.home.join("scenarios/s04-calming-a-complaint.ron")).unwrap();
    let half = |name: &str| {
        let at = text.find("\n    title: ").unwrap();
        let at = at + text[at..].find(name).unwrap() + name.len() + 3;
        &text[at..at + text[at..].find('"').unwrap()]
    };
    let en = half("en");
    let path = po(&place, |po| translate(&po, en, "This is not Chinese at all"));
    let line = {
        let po = fs::read_to_string(&path).unwrap();
        po[..po.find("s04-calming-a-complaint/title").unwrap()].matches('\n').count() + 1
    };
    let ran = place.run(&["texts", "import", "texts.po", "--json"]);
    assert_eq!(ran.code, Some(1));
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["refused"][0]["code"], "check");
    assert_eq!(document["refused"][0]["row"], line);
    assert!(document["refused"][0]["why"].as_str().unwrap().contains("untranslated"));
    assert_eq!(bytes(&place), before);
}

#[test]
fn a_half_translated_scenario_is_translated_further() {
    let place = Place::copied().english();
    let path = place.home.join("scenarios/s01-handshake-order.ron");
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replacen("en: \"The Hand That Waits\"", "en: \"\"", 1);
    let at = text.find("\n    goal: (").unwrap();
    let start = at + text[at..].find("en: \"").unwrap() + 5;
    let end = start + text[start..].find('"').unwrap();
    let text = format!("{}{}", &text[..start], &text[end..]);
    fs::write(&path, &text).unwrap();
    place.run(&["check", "--quick"]).refused();
    let document = place.json(&["texts", "export", "--format", "po", "--json"]);
    assert_eq!(document["states"]["new"], 2);
    po(&place, |po| translate(&po, "先伸手的人", "Who Waits"));
    let document = place.json(&["texts", "import", "texts.po", "--json"]);
    assert_eq!(document["put"].as_array().unwrap().len(), 1);
    assert_eq!(document["empty"], 1);
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        text.replacen("en: \"\"", "en: \"Who Waits\"", 1)
    );
}

#[test]
fn rows_whose_source_changed_are_listed_and_marked_in_the_next_file() {
    let place = Place::copied().english();
    place.run(&["texts", "export", "s03-fourth-ring", "--format", "po"]).well();
    let path = place.home.join("scenarios/s03-fourth-ring.ron");
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replacen("zh: \"第四声铃\"", "zh: \"响到第四声\"", 1);
    let say = text.find("Say(").unwrap();
    let start = say + text[say..].find("zh: \"").unwrap() + 5;
    let text = format!("{}对了，{}", &text[..start], &text[start..]);
    fs::write(&path, &text).unwrap();
    place.run(&["check", "--quick"]).well();
    po(&place, |po| translate(&po, "第四声铃", "Four Rings"));
    let said = place.run(&["texts", "import", "texts.po"]).refused();
    assert!(said.contains("changed: the Chinese now says “响到第四声”"), "{said}");
    assert!(said.contains("changed: the Chinese now says “对了，"), "{said}");
    assert!(said.contains("texts.po:") && said.contains("--since"), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    for next in ["next.po", "next.xlsx"] {
        let args =
            ["texts", "export", "s03-fourth-ring", "--since", "texts.po", "--out", next, "--json"];
        let document = place.json(&args);
        assert_eq!(document["states"]["changed"], 2, "{document}");
        assert_eq!(document["changed"][0], "s03-fourth-ring/title");
        place.run(&["texts", "import", next]).well();
    }
    let next = fs::read_to_string(place.folder().join("next.po")).unwrap();
    assert!(next.contains("#, fuzzy\n#| msgid \"第四声铃\"\nmsgctxt"), "{next}");
}

#[test]
fn hostile_files_are_refused_and_nothing_is_written() {
    let place = Place::copied().english();
    let before = bytes(&place);
    let folder = place.folder();
    fs::write(folder.join("no.xlsx"), "not a workbook").unwrap();
    fs::write(folder.join("old.xls"), [0xd0, 0xcf, 0x11, 0xe0, 0, 0]).unwrap();
    fs::write(folder.join("bytes.po"), [0xff; 300]).unwrap();
    fs::write(folder.join("words.po"), "a few words").unwrap();
    fs::write(folder.join("empty.po"), "").unwrap();
    fs::write(folder.join("empty.xlsx"), "").unwrap();
    fs::create_dir(folder.join("folder.xlsx")).unwrap();
    for (name, said) in [
        ("no.xlsx", "no workbook"),
        ("old.xls", "old .xls"),
        ("bytes.po", "neither an .xlsx workbook nor a PO file"),
        ("words.po", "words.po:1:"),
        ("empty.po", "--lang en"),
        ("empty.xlsx", "no workbook"),
        ("folder.xlsx", "no file"),
        ("missing.xlsx", "cannot be read"),
    ] {
        let ran = place.run(&["texts", "import", name]).refused();
        assert!(ran.contains(said) && ran.contains(name), "{name}: {ran}");
        place.run(&["texts", "export", "--since", name, "--out", "x.po"]).refused();
        assert!(!Path::new(&folder.join("x.po")).exists());
    }
    // Ids that lead elsewhere lead nowhere.
    let entry = |id: &str| format!("msgctxt {id:?}\nmsgid \"a\"\nmsgstr \"b\"\n\n");
    let ids =
        ["../secret/title", "profiles/../../x/title", "nothing/title", "standards/", "/", "~"];
    let text: String = ids.iter().map(|id| entry(id)).collect();
    fs::write(folder.join("ids.po"), text).unwrap();
    let said = place.run(&["texts", "import", "ids.po", "--lang", "en"]).refused();
    assert_eq!(said.matches("no longer there").count(), ids.len(), "{said}");
    assert_eq!(bytes(&place), before);
}

#[test]
fn what_is_asked_wrongly_is_answered_with_what_to_do() {
    let place = Place::copied().english();
    let said = place.run(&["texts", "export"]).refused();
    assert!(said.contains("--format xlsx"), "{said}");
    let said = place.run(&["texts", "export", "s03-forth-ring", "--format", "po"]).refused();
    assert!(said.contains("did you mean `s03-fourth-ring`?"), "{said}");
    place.run(&["texts", "export", SCENARIOS[1], "--format", "xlsx"]).well();
    let said = place.run(&["texts", "export", "--format", "xlsx"]).refused();
    assert!(said.contains("--overwrite"), "{said}");
    place.run(&["texts", "export", "--format", "xlsx", "--overwrite"]).well();
    let said = place.run(&["texts", "import", "texts.xlsx", "--lang", "zh"]).refused();
    assert!(said.contains("export with `--lang zh`"), "{said}");
    // A scenario that does not read has no lines: its own fault is told.
    place.scenario("broken", "(id: \"broken\", titel: 3)");
    let said = place.run(&["texts", "export", "broken", "--out", "b.po"]).refused();
    assert!(said.contains("titel") && said.contains("liyi check"), "{said}");
    place.run(&["texts", "export", SCENARIOS[1], "--out", "b.po"]).well();
}

#[test]
fn translators_files_are_spoken_of_in_chinese() {
    let place = Place::copied();
    let said = place.run(&["texts", "export", SCENARIOS[2], "--format", "po"]).well();
    assert!(said.contains("条有译文") && said.contains("拿回来以后"), "{said}");
    let said = place.run(&["texts", "export", SCENARIOS[2], "--format", "po"]).refused();
    assert!(said.contains("已经有了") && said.contains("--overwrite"), "{said}");
    let path = po(&place, |po| translate(&po, "第四声铃", "The {ring}"));
    let said = place.run(&["texts", "import", "texts.po"]).refused();
    assert!(said.contains("没有采用：s03-fourth-ring/title: 占位符不一样"), "{said}");
    assert!(said.contains("写进了 0 条，没有采用 1 条"), "{said}");
    let ran = place.run(&["texts", "import", "texts.po", "--json"]);
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let refused = &document["refused"][0];
    assert!(refused["why"].as_str().unwrap().starts_with("the placeholders differ"), "{refused}");
    assert!(refused["zh"].as_str().unwrap().starts_with("占位符不一样"), "{refused}");
    fs::write(path, "几句话").unwrap();
    let said = place.run(&["texts", "import", "texts.po"]).refused();
    assert!(said.contains("texts.po:1: 读不懂 `几句话`；要求：注释"), "{said}");
}
