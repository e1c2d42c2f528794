//! `liyi import` and `liyi export`: stories from Twine and to it, as a trainer types it.

use std::fs;
use std::path::PathBuf;

use encoding_rs::GBK;

use crate::program::{Place, SCENARIOS};

const STORY: &str = "\
:: StoryTitle
柜台前

:: StoryData
{\"ifid\":\"D674C58C-DEFA-4F70-B7A2-27742230C0FC\",\"format\":\"Harlowe\",\"start\":\"他来了\"}

:: 他来了 {\"position\":\"100,200\",\"size\":\"100,100\"}
徐大为：谁管事？
[[先请他坐->听完]]
[[让他等着->他走了]]

:: 听完
事情记下了。

:: 他走了
他转身走了。
";

/// The home of somebody who has chosen English, with a file beside it.
fn place(name: &str, bytes: impl AsRef<[u8]>) -> (Place, PathBuf) {
    let (place, path) = chinese(name, bytes);
    (place.english(), path)
}

/// A copied home with a file beside it.
fn chinese(name: &str, bytes: impl AsRef<[u8]>) -> (Place, PathBuf) {
    let place = Place::copied();
    let path = place.folder().join(name);
    fs::write(&path, bytes).unwrap();
    (place, path)
}

#[test]
fn a_story_is_imported_checked_and_played() {
    let (place, path) = place("柜台前.twee", STORY);
    let said = place.run(&["import", path.to_str().unwrap()]).well();
    let made = place.home.join("scenarios/gui-tai-qian.ron");
    assert!(said.contains("1 beat, 2 endings"), "{said}");
    for piece in ["gui-tai-qian.ron", "standards", "[to translate]", "liyi play gui-tai-qian"] {
        assert!(said.contains(piece), "{piece}: {said}");
    }
    place.run(&["check", "--quick", made.to_str().unwrap()]).well();
    // What playing it shows is that nothing is scored yet, and nothing else.
    let said = place.run(&["check", made.to_str().unwrap()]).refused();
    assert!(said.contains("imperfect-seed") && said.contains("1 finding;"), "{said}");
    place.run(&["run", "gui-tai-qian", "--policy", "first"]).well();

    // The translators' tool finds every text that is only a marked copy.
    let marked = fs::read_to_string(&made).unwrap().matches("\"[to translate] ").count();
    let args = ["texts", "export", "gui-tai-qian", "--format", "po", "--out", "t.po", "--json"];
    assert_eq!(place.json(&args)["states"]["new"], marked);

    // It is never written over unasked.
    fs::write(&made, "mine").unwrap();
    let said = place.run(&["import", path.to_str().unwrap()]).refused();
    assert!(said.contains("--force") && said.contains("--out"), "{said}");
    assert_eq!(fs::read_to_string(&made).unwrap(), "mine");
    place.run(&["import", path.to_str().unwrap(), "--force"]).well();
    assert!(fs::read_to_string(&made).unwrap().contains("gui-tai-qian"));
}

#[test]
fn the_import_speaks_json_too() {
    let (place, path) = place("s.twee", STORY);
    let out = place.folder().join("s09-counter.ron");
    let args = ["import", path.to_str().unwrap(), "--out", out.to_str().unwrap(), "--json"];
    let document = place.json(&args);
    assert_eq!(document["id"], "s09-counter");
    assert_eq!(document["beats"], 1);
    assert_eq!(document["endings"], 2);
    assert_eq!(document["findings"].as_array().unwrap().len(), 0);
    let text = fs::read_to_string(&out).unwrap();
    let owed = document["owed"].as_array().unwrap();
    let translation = owed.iter().find(|o| o["kind"] == "translation").unwrap();
    let line = usize::try_from(translation["line"].as_u64().unwrap()).unwrap();
    assert!(text.lines().nth(line - 1).unwrap().contains("[to translate]"));

    fs::write(&path, ":: A\n(live: 1s)[x]\n[[Nowhere]]\n").unwrap();
    let ran = place.run(&["import", path.to_str().unwrap(), "--json"]);
    assert_eq!(ran.code, Some(1));
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert!(document["written"].is_null());
    let codes: Vec<&str> = document["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|f| f["code"].as_str())
        .collect();
    assert_eq!(codes, ["twee-macro", "twee-dangling-link"]);
}

#[test]
fn files_that_are_no_stories_are_told_apart() {
    let (gbk, _, _) = GBK.encode(STORY);
    let large = format!("{STORY}{}", "很长。\n".repeat(600_000));
    assert!(large.len() > 5_000_000);
    let marked = [b"\xef\xbb\xbf", STORY.as_bytes()].concat();
    for (bytes, word) in [
        (gbk.into_owned(), "GBK"),
        (large.into_bytes(), "4 MiB"),
        (Vec::new(), "no passage"),
        (b"Only words, no passage.".to_vec(), "`:: Name`"),
        (b":: A\n\x00".to_vec(), "NUL"),
        (STORY.replace("->听完]]", "->听完").into_bytes(), "]] on the same line"),
    ] {
        let (place, path) = place("story.twee", bytes);
        let said = place.run(&["import", path.to_str().unwrap()]).refused();
        assert!(said.contains(word) && said.contains("nothing was written"), "{word}: {said}");
        assert!(!place.home.join("scenarios/story.ron").exists());
    }
    // A byte-order mark is no fault.
    let (place, path) = place("story.twee", marked);
    place.run(&["import", path.to_str().unwrap()]).well();
}

#[test]
fn a_place_that_cannot_be_written_is_said_before_anything_else() {
    let (place, path) = place("story.twee", STORY);
    let path = path.to_str().unwrap();
    let said = place.run(&["import", path, "--out", "柜台.ron"]).refused();
    assert!(said.contains("--out gui-tai.ron"), "{said}");
    let said = place.run(&["import", path, "--out", "story.txt"]).refused();
    assert!(said.contains(".ron"), "{said}");
    let said = place.run(&["import", path, "--out", "nowhere/story.ron"]).refused();
    assert!(said.contains("folder"), "{said}");
    let said = place.run(&["import", "stroy.twee"]).refused();
    assert!(said.contains("no such file") && said.contains("story.twee"), "{said}");
}

#[test]
fn a_scenario_goes_to_twine_and_back() {
    let place = Place::copied().english();
    for id in SCENARIOS {
        let out = place.folder().join(format!("{id}.twee"));
        let out = out.to_str().unwrap();
        let args = ["export", id, "--format", "twee", "--out", out];
        assert!(place.run(&args).well().contains("Twine 2"));
        let printed = place.run(&["export", id, "--format", "twee"]).well();
        assert_eq!(printed, fs::read_to_string(out).unwrap());
        assert!(printed.starts_with(":: StoryTitle\n"), "{printed}");
        let english = place.run(&["export", id, "--format", "twee", "--lang", "en"]).well();
        assert_ne!(english, printed);
        let said = place.run(&args).refused();
        assert!(said.contains("--force"), "{said}");
        place.run(&[&args[..], &["--force"]].concat()).well();

        // Back under another name, it is played beside the others.
        let back = place.home.join(format!("scenarios/back-{id}.ron"));
        place.run(&["import", out, "--out", back.to_str().unwrap()]).well();
        place.run(&["check", "--quick", back.to_str().unwrap()]).well();
        place.run(&["run", &format!("back-{id}"), "--policy", "random", "--seed", "1"]).well();
    }
    let said = place.run(&["export", "s03-forth-ring", "--format", "twee"]).refused();
    assert!(said.contains("s03-fourth-ring"), "{said}");
}

#[test]
fn an_import_is_told_in_chinese() {
    let (place, path) = chinese("story.twee", STORY);
    let path = path.to_str().unwrap();
    let said = place.run(&["import", path]).well();
    for piece in ["写好了 ", "1 个节拍，2 个结局", "还要写的", "第 ", "现在就能演练"]
    {
        assert!(said.contains(piece), "{piece}: {said}");
    }
    let said = place.run(&["import", path]).refused();
    assert!(said.contains("已经有了") && said.contains("--force"), "{said}");
    fs::write(path, STORY.replace("->听完]]", "->听错]]")).unwrap();
    let said = place.run(&["import", path, "--force"]).refused();
    assert!(said.contains("错误[twee-dangling-link]: 链接通向 `听错`"), "{said}");
    assert!(said.contains("共 1 个问题，什么也没有写"), "{said}");
    let said = place.run(&["import", path, "--force", "--lang", "en"]).refused();
    assert!(said.contains("a link to `听错`"), "{said}");
    let said = place.run(&["import", "nowhere.twee"]).refused();
    assert!(said.contains("没有这个文件") && said.contains("要求："), "{said}");
}
