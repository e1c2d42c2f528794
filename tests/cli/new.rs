//! `liyi new`: the scenario it writes is whole, and nothing is ever overwritten.

use std::fs;

use crate::program::Place;

#[test]
fn a_new_scenario_is_sound_and_has_no_dead_end() {
    let place = Place::copied().english();
    let said = place.run(&["new", "s05-first-visit", "--lang", "en"]).well();
    for step in ["liyi play s05-first-visit", "liyi check", "liyi graph", "s05-first-visit.ron"] {
        assert!(said.contains(step), "{step}: {said}");
    }
    let said = place.run(&["check", "--quick"]).well();
    assert!(said.contains("checked 5 scenarios"), "{said}");
    let seen = place.json(&["explore", "s05-first-visit", "--json"]);
    assert_eq!(seen["complete"], true);
    assert_eq!(seen["dead_ends"].as_array().unwrap().len(), 0);
    for ending in ["welcome", "stiff"] {
        assert!(seen["endings"][ending].as_u64().unwrap() > 0, "{ending}");
    }
}

#[test]
fn its_remarks_and_the_next_steps_stand_in_both_languages() {
    let place = Place::copied().english();
    let said = place.run(&["new", "tea", "--lang", "zh"]).well();
    assert!(said.contains("写好了") && said.contains("接下来"), "{said}");
    let text = fs::read_to_string(place.home.join("scenarios/tea.ron")).unwrap();
    let remarks: Vec<&str> = text.lines().filter(|l| l.trim_start().starts_with("//")).collect();
    let chinese = |line: &&&str| line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let (zh, en) = (remarks.iter().filter(chinese).count(), remarks.len());
    assert!(zh >= 15 && en - zh >= 15, "{zh} of {en} remarks are Chinese");
}

#[test]
fn nothing_is_overwritten_and_every_refusal_says_what_to_do() {
    let place = Place::copied().english();
    let taken = place.home.join("scenarios/s03-fourth-ring.ron");
    let before = fs::read(&taken).unwrap();
    let said = place.run(&["new", "s03-fourth-ring"]).refused();
    assert!(said.contains("is there already") && said.contains("another id"), "{said}");
    assert_eq!(fs::read(&taken).unwrap(), before);
    let said = place.run(&["new", "My Visit"]).refused();
    assert!(said.contains("capital") && said.contains("`my-visit`"), "{said}");
    let said = place.run(&["new", "../visit"]).refused();
    assert!(said.contains("`visit`"), "{said}");
    let said = place.run(&["new", "visit", "--dir", "nowhere"]).refused();
    assert!(said.contains("no folder nowhere"), "{said}");
    assert!(!place.home.join("scenarios/visit.ron").exists());
}

#[test]
fn it_may_be_written_to_another_folder_and_checked_there() {
    let place = Place::shipped().english();
    let folder = place.folder().join("drafts");
    fs::create_dir(&folder).unwrap();
    let dir = folder.to_str().unwrap();
    let said = place.run(&["new", "visit", "--dir", dir, "--lang", "en"]).well();
    assert!(said.contains("move the file"), "{said}");
    place.run(&["check", folder.join("visit.ron").to_str().unwrap()]).well();
    let said = place.run(&["new", "visit", "--dir", dir]).refused();
    assert!(said.contains("is there already"), "{said}");
}

#[test]
fn a_refusal_is_told_in_the_language_asked_for() {
    let place = Place::copied();
    let said = place.run(&["new", "My Visit"]).refused();
    assert!(said.contains("不能作情景的 id") && said.contains("`my-visit`"), "{said}");
    let said = place.run(&["new", "s03-fourth-ring", "--lang", "zh"]).refused();
    assert!(said.contains("已经有了") && said.contains("换一个 id"), "{said}");
}
