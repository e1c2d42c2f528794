//! Scenario files that are none: a clear sentence and exit 1, and the others play on.

use std::fs;
use std::time::{Duration, Instant};

use crate::program::Place;

/// Long enough for a busy machine, far too short for a hang.
const SOON: Duration = Duration::from_secs(60);

#[allow(clippy::disallowed_methods, reason = "the test measures how long the program takes")]
fn now() -> Instant {
    Instant::now()
}

/// The file is refused by every command, with a word of why, and soon.
fn refused(place: &Place, id: &str, word: &str) {
    let path = place.home.join("scenarios").join(format!("{id}.ron"));
    let name = path.to_str().unwrap();
    let begun = now();
    for args in [
        &["check", "--quick", name][..],
        &["check", "--quick"],
        &["run", id, "--policy", "first"],
        &["play", id, "--text"],
    ] {
        let said = place.run(args).refused();
        assert!(said.contains(word), "{args:?} does not say {word}: {}", head(&said));
        assert!(said.contains(&format!("{id}.ron")), "{args:?}: {}", head(&said));
        assert!(said.len() < 20_000, "{args:?} says {} bytes", said.len());
    }
    assert!(begun.elapsed() < SOON, "{id} took {:?}", begun.elapsed());
    fs::remove_file(&path).unwrap();
}

fn head(text: &str) -> String {
    text.chars().take(600).collect()
}

#[test]
fn files_that_are_no_scenarios_are_refused_in_plain_words() {
    let place = Place::copied().english();
    let good = fs::read(place.home.join("scenarios/s03-fourth-ring.ron")).unwrap();
    let text = String::from_utf8(good.clone()).unwrap();

    place.scenario("empty", "");
    refused(&place, "empty", "an empty file");

    place.scenario("half", &good[..good.len() / 2]);
    refused(&place, "half", "expected");

    let inside = text.find('声').unwrap() + 1;
    place.scenario("cut", &good[..inside]);
    refused(&place, "cut", "cut off");

    let (gbk, _, _) = encoding_rs::GBK.encode(&text);
    place.scenario("gbk", &gbk);
    refused(&place, "gbk", "GBK");

    let mut wide = vec![0xff, 0xfe];
    wide.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    place.scenario("wide", &wide);
    refused(&place, "wide", "UTF-16");

    let huge = place.scenario("huge", "");
    fs::File::options().write(true).open(huge).unwrap().set_len(50 * 1024 * 1024).unwrap();
    refused(&place, "huge", "at most 4 MiB");

    for (id, open) in [("round", "("), ("square", "["), ("curly", "{"), ("some", "Some(")] {
        place.scenario(id, open.repeat(200_000));
        refused(&place, id, "expected");
    }
    place.scenario("steps", text.replacen("enter: [", &format!("enter: {}", "[".repeat(5_000)), 1));
    refused(&place, "steps", "expected");

    place.scenario("noise", (0..=255u8).cycle().take(5_000).collect::<Vec<u8>>());
    refused(&place, "noise", "noise.ron");

    place.scenario("typed", text.replacen("minutes: ", "minutes: \"many\", // ", 1));
    refused(&place, "typed", "whole number");

    place.scenario("quoted", text.replacen("id: \"s03-fourth-ring\"", "id: “s03-fourth-ring”", 1));
    refused(&place, "quoted", "typographic quotation mark");

    // A copy under another name: the id must be the file's.
    place.scenario("other", &good);
    refused(&place, "other", "s03-fourth-ring");

    // With all of them gone again, nothing is wrong.
    place.run(&["check", "--quick"]).well();
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let place = Place::copied().english();
    let path = place.home.join("scenarios/s01-handshake-order.ron");
    let mut marked = vec![0xef, 0xbb, 0xbf];
    marked.extend(fs::read(&path).unwrap());
    fs::write(&path, marked).unwrap();
    place.run(&["check", "--quick", path.to_str().unwrap()]).well();
    place.run(&["run", "s01-handshake-order", "--policy", "best"]).well();
}

#[test]
fn a_folder_in_a_files_place_is_refused() {
    let place = Place::copied().english();
    let folder = place.home.join("scenarios/s02-business-card-exchange.ron");
    fs::remove_file(&folder).unwrap();
    fs::create_dir(&folder).unwrap();
    let said = place.run(&["run", "s02-business-card-exchange", "--policy", "best"]).refused();
    assert!(said.contains("no scenario"), "{said}");
}

#[test]
fn an_asset_that_is_missing_is_named() {
    let place = Place::copied().english();
    fs::remove_file(place.home.join("assets/sounds/pickup.wav")).unwrap();
    let said = place.run(&["check", "--quick"]).refused();
    assert!(said.contains("pickup") && said.contains("s03-fourth-ring.ron:"), "{}", head(&said));
}

#[test]
fn broken_settings_are_said_once_and_do_not_matter() {
    let place = Place::shipped();
    let data = place.folder().join("data");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("settings.ron"), "(lang: Klingon").unwrap();
    let ran = place.run(&["run", "s01-handshake-order", "--policy", "best"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(ran.err.lines().filter(|line| line.starts_with("liyi: ")).count(), 1, "{}", ran.err);
    assert!(ran.err.contains("settings.ron") && ran.err.contains("默认设置"), "{}", ran.err);
    let args = ["play", "s01-handshake-order", "--text", "--lang", "en"];
    let ran = place.run(&args);
    assert!(ran.err.contains("default settings are used"), "{}", ran.err);
}
