//! `liyi coverage`: a table to read, everything on request, and the same as JSON.

use std::fs;

use crate::program::{Place, SCENARIOS};

#[test]
fn the_table_is_short_and_names_every_domain_and_scenario() {
    let place = Place::shipped();
    let document = place.json(&["coverage", "--json"]);
    let (all, tested) = (&document["standards"], &document["tested"]);
    let said = place.run(&["coverage", "--lang", "en"]).well();
    assert!(said.starts_with(&format!("{tested} of {all} standards")), "{said}");
    assert!(said.lines().count() < 75, "{} lines", said.lines().count());
    for domain in document["domains"].as_array().unwrap() {
        let id = domain["id"].as_str().unwrap();
        let share = format!("{}/{}", domain["tested"], domain["standards"]);
        let row = said.lines().find(|line| line.split_whitespace().next() == Some(id)).unwrap();
        assert!(row.contains(&share), "{row}");
    }
    for id in SCENARIOS {
        assert!(said.contains(id), "{id}");
    }
    let said = place.run(&["coverage", "--lang", "zh"]).well();
    assert!(said.contains("接听来电") && said.contains("还没人考的"), "{said}");
}

#[test]
fn all_and_one_domain_name_the_beats() {
    let place = Place::shipped();
    let all = place.run(&["coverage", "--all", "--lang", "en"]).well();
    let one = place.run(&["coverage", "--domain", "phone", "--lang", "en"]).well();
    assert!(all.contains(&one), "{one}");
    assert!(one.contains("phone-ring-within-four") && one.contains("s03-fourth-ring: first, "));
    assert!(one.contains("can be repaired in late"), "{one}");
    let document = place.json(&["coverage", "--json"]);
    for id in document["untested"].as_array().unwrap() {
        assert!(all.contains(id.as_str().unwrap()), "{id}");
    }
    let place_of = &document["covered"]["phone-no-forced-hangup"];
    assert_eq!(place_of["severity"], "critical");
    assert_eq!(place_of["judged"]["s03-fourth-ring"][0], "hook");
    let part = place.json(&["coverage", "--domain", "tea", "--json"]);
    assert_eq!(part["domains"].as_array().unwrap().len(), 1);
    let said = place.run(&["coverage", "--domain", "phones", "--lang", "en"]).refused();
    assert!(said.contains("no domain `phones`") && said.contains("phone,"), "{said}");
}

#[test]
fn a_scenario_that_cannot_be_read_does_not_go_unsaid() {
    let place = Place::copied();
    let path = place.home.join("scenarios/s03-fourth-ring.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("minutes:", "minute:", 1)).unwrap();
    let ran = place.run(&["coverage", "--lang", "en"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("s03-fourth-ring.ron") && ran.err.contains("minute"), "{}", ran.err);
    assert!(!ran.out.contains("s03-fourth-ring"), "{}", ran.out);
}
