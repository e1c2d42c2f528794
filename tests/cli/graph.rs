//! `liyi graph`: three formats, two languages, a file or standard output.

use std::fs;

use crate::program::{Place, SCENARIOS};

#[test]
fn every_scenario_is_drawn_in_every_format() {
    let place = Place::shipped();
    for id in SCENARIOS {
        for (format, opening) in [("svg", "<svg "), ("dot", "digraph "), ("mermaid", "---\n")] {
            let said = place.run(&["graph", id, "--format", format]).well();
            assert!(said.starts_with(opening), "{id} {format}: {}", &said[..60]);
            assert!(said.contains("★") || format == "svg");
        }
    }
}

#[test]
fn profile_seed_language_and_file_are_taken() {
    let place = Place::shipped();
    let file = place.folder().join("picture.svg");
    let out = file.to_str().unwrap();
    let said = place.run(&[
        "graph",
        "s01-handshake-order",
        "--profile",
        "international",
        "--seed",
        "3",
        "--lang",
        "en",
        "--out",
        out,
    ]);
    assert_eq!(said.well(), format!("Written: {out}\n"));
    let picture = fs::read_to_string(&file).unwrap();
    assert!(picture.contains("seed 3") && picture.contains("International"), "{}", &picture[..900]);
    assert!(picture.contains("line-through"), "a standard that the house turns off is struck out");
    let said = place.run(&["graph", "s01-handshake-order", "--lang", "zh"]).well();
    assert!(said.contains("种子 0") && said.contains("最好的一遍"), "{}", &said[..900]);
}

#[test]
fn refusals_say_what_to_do() {
    let place = Place::shipped().english();
    let said = place.run(&["graph", "s01-handshake"]).refused();
    assert!(said.contains("did you mean `s01-handshake-order`?"), "{said}");
    let out = place.folder().join("nowhere/picture.svg");
    let said =
        place.run(&["graph", "s01-handshake-order", "--out", out.to_str().unwrap()]).refused();
    assert!(said.contains("cannot write") && said.contains("--out"), "{said}");
}
