//! `liyi check --explain`: one code, all codes, a slip, and both languages.

use std::fs;

use crate::program::Place;

#[test]
fn a_code_is_explained_in_both_languages() {
    let place = Place::shipped();
    let en = place.run(&["check", "--explain", "unknown-beat", "--lang", "en"]).well();
    for piece in ["unknown-beat\n", "Why: ", "Mend: ", "Wrong:", "\"gret\"", "Right:", "\"greet\""]
    {
        assert!(en.contains(piece), "{piece}: {en}");
    }
    let zh = place.run(&["check", "--explain", "unknown-beat", "--lang", "zh"]).well();
    for piece in ["unknown-beat\n", "节拍", "为什么：", "怎么改：", "错：", "\"gret\"", "对："]
    {
        assert!(zh.contains(piece), "{piece}: {zh}");
    }
    // As it is copied from a finding.
    let copied = place.run(&["check", "--explain", "error[unknown-beat]", "--lang", "en"]).well();
    assert_eq!(copied, en);
    let copied = place.run(&["check", "--explain", "错误[unknown-beat]", "--lang", "en"]).well();
    assert_eq!(copied, en);
}

#[test]
fn a_code_without_an_example_says_nothing_of_one() {
    let said = Place::shipped().run(&["check", "--explain", "gbk", "--lang", "en"]).well();
    assert!(said.contains("UTF-8") && !said.contains("Wrong:"), "{said}");
}

#[test]
fn a_slip_is_answered_with_the_nearest_code() {
    let place = Place::shipped().english();
    let said = place.run(&["check", "--explain", "unknown-baet"]).refused();
    assert!(said.contains("did you mean `unknown-beat`?"), "{said}");
    assert!(said.contains("--explain all"), "{said}");
    let said = place.run(&["check", "--explain", "chandelier"]).refused();
    assert!(said.contains("`chandelier`") && !said.contains("did you mean"), "{said}");
}

#[test]
fn all_codes_are_listed_with_their_meaning() {
    let place = Place::shipped();
    let said = place.run(&["check", "--explain", "all", "--lang", "en"]).well();
    assert_eq!(place.run(&["check", "--lang", "en", "--explain"]).well(), said);
    let document = place.json(&["check", "--explain", "all", "--lang", "en", "--json"]);
    let all = document["explanations"].as_array().unwrap();
    assert!(all.len() > 100, "{}", all.len());
    let list: String = said.split_whitespace().collect();
    for each in all {
        let (code, meaning) = (each["code"].as_str().unwrap(), each["meaning"].as_str().unwrap());
        let line: String = format!("{code}{meaning}").split_whitespace().collect();
        assert!(list.contains(&line), "{code} is not in the list:\n{said}");
    }
    assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
}

#[test]
fn one_code_as_json_is_one_document() {
    let place = Place::shipped();
    let document = place.json(&["check", "--explain", "late-cue", "--json", "--lang", "zh"]);
    let all = document["explanations"].as_array().unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["code"], "late-cue");
    for key in ["group", "meaning", "why", "mend", "wrong", "right"] {
        assert!(all[0][key].as_str().is_some_and(|text| !text.is_empty()), "{key}: {document}");
    }
}

#[test]
fn a_list_of_findings_says_how_to_ask_more() {
    let place = Place::copied().english();
    let path = place.home.join("scenarios/s03-fourth-ring.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("minutes:", "minute:", 1)).unwrap();
    let said = place.run(&["check", path.to_str().unwrap()]).refused();
    let asked = "1 finding; `liyi check --explain unknown-field`";
    assert!(said.contains(asked), "{said}");
    place.run(&["check", "--explain", "unknown-field"]).well();
}

#[test]
fn explaining_and_checking_are_not_mixed_up() {
    let place = Place::shipped();
    // A file to check beside a code to explain: one of them would be passed over.
    let ran = place.run(&["check", "scenarios", "--explain", "gbk"]);
    assert_eq!(ran.code, Some(2), "{}{}", ran.out, ran.err);
}
