//! `liyi run`: policies, answers, the result as JSON, and what is refused.

use std::fs;

use serde_json::Value;

use crate::program::{Place, SCENARIOS};

#[test]
fn the_result_has_every_field_and_its_inputs_give_it_again() {
    let place = Place::shipped();
    let file = place.folder().join("answers.json");
    let answers = file.to_str().unwrap();
    for (number, id) in SCENARIOS.into_iter().enumerate() {
        let seed = (number * 31).to_string();
        for (policy, profile, timers) in [
            ("best", "classroom", "x1"),
            ("worst", "as-written", "x1.5"),
            ("random", "international", "off"),
            ("longest", "classroom", "x10"),
        ] {
            let setup = ["--seed", &seed, "--profile", profile, "--timers", timers, "--json"];
            let result = place.json(&[&["run", id, "--policy", policy], &setup[..]].concat());
            assert_eq!(result["scenario"], id);
            assert_eq!(result["seed"].to_string(), seed);
            assert_eq!(result["profile"], profile);
            assert_eq!(result["timers"], timers);
            assert_eq!(result["content_hash"].as_str().unwrap().len(), 64);
            assert_eq!(result["finished"], true);
            let score = result["score"].as_f64().unwrap();
            match policy {
                "best" => assert!((score - 100.0).abs() < 1e-9, "{id} {score}"),
                "worst" => assert!(score < 40.0, "{id} {score}"),
                _ => assert!((0.0..=100.0).contains(&score)),
            }
            fields(&result);

            fs::write(&file, result.to_string()).unwrap();
            let again = place.json(&[&["run", id, "--answers", answers], &setup[..]].concat());
            assert_eq!(again, result, "{id} {policy}");
            // The bare list of inputs does as well.
            fs::write(&file, result["inputs"].to_string()).unwrap();
            let again = place.json(&[&["run", id, "--answers", answers], &setup[..]].concat());
            assert_eq!(again, result, "{id} {policy}");
        }
    }
}

/// The parts of a result that others read.
fn fields(result: &Value) {
    for key in ["band", "service_type", "procedural", "personal"] {
        assert!(result.get(key).is_some(), "{key}");
    }
    let gaps = result["gaps"].as_object().unwrap();
    assert!(!gaps.is_empty());
    for gap in gaps.values() {
        let number = |key: &str| gap[key].as_f64().unwrap();
        assert!((number("perceived") - number("expected") - number("gap")).abs() < 1e-9);
        assert!(
            ["dissatisfied", "satisfied", "delighted"].contains(&gap["verdict"].as_str().unwrap())
        );
    }
    for verdict in result["verdicts"].as_array().unwrap() {
        for key in ["standard", "verdict", "beat"] {
            assert!(verdict[key].is_string(), "{key}");
        }
        assert!(verdict["at_ms"].is_u64());
    }
    let inputs = result["inputs"].as_array().unwrap();
    assert!(inputs.iter().all(|input| input["at_ms"].is_u64()));
}

#[test]
fn the_same_run_prints_the_same_bytes() {
    let place = Place::shipped();
    for id in SCENARIOS {
        let args = ["run", id, "--policy", "random", "--seed", "12", "--json"];
        assert_eq!(place.run(&args).well(), place.run(&args).well());
    }
}

#[test]
fn a_result_can_be_read_in_both_languages() {
    let place = Place::shipped();
    let print = |lang: &str| {
        place.run(&["run", "s03-fourth-ring", "--policy", "worst", "--lang", lang]).well()
    };
    let (zh, en) = (print("zh"), print("en"));
    assert!(zh.contains("复盘 · 第四声铃") && zh.contains("最可惜的"), "{zh}");
    assert!(en.contains("Debrief · ") && en.contains("What cost most"), "{en}");
    assert!(!en.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{en}");
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    let place = Place::shipped().english();
    let said = place.run(&["run", "s03-forth-ring", "--policy", "best"]).refused();
    assert!(said.contains("did you mean `s03-fourth-ring`?"), "{said}");
    let said = place
        .run(&["run", "s03-fourth-ring", "--policy", "best", "--profile", "clasroom"])
        .refused();
    assert!(said.contains("did you mean `classroom`?"), "{said}");
    let said = place.run(&["run", "zzz", "--policy", "best"]).refused();
    assert!(said.contains("s01-handshake-order") && !said.contains("did you mean"), "{said}");
    let said = place.run(&["run", "s03-fourth-ring"]).refused();
    assert!(said.contains("--policy first|last"), "{said}");
    // The command line's own errors are clap's: exit 2 and the right words.
    let ran = place.run(&["run", "s03-fourth-ring", "--policy", "bset"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("'best'"), "{}", ran.err);
}

#[test]
fn answers_that_do_not_fit_name_their_place() {
    let place = Place::shipped();
    let file = place.folder().join("answers.json");
    let path = file.to_str().unwrap().to_owned();
    let said = |text: &str| {
        fs::write(&file, text).unwrap();
        place.run(&["run", "s01-handshake-order", "--answers", &path]).refused()
    };
    let wrong = said(r#"[{"continue": true}, {"choose": "no such thing"}]"#);
    assert!(wrong.contains("answer 2 of") && wrong.contains("no such thing"), "{wrong}");
    let kind = said(r#"[{"continue": true}, {"slide": 5}]"#);
    assert!(kind.contains("slide does not answer a"), "{kind}");
    for (text, place) in [
        (r#"[{"choos": "x"}]"#, ":1:"),
        ("", ":1:0"),
        ("{}", ":1:2"),
        ("[1, 2", ":1:"),
        ("null", ":1:"),
        (r#"[{"at_ms": -5, "continue": true}]"#, ":1:"),
    ] {
        let said = said(text);
        assert!(said.contains("answers.json") && said.contains(place), "{text}: {said}");
        assert!(said.contains("expected a list of inputs"), "{said}");
    }
    let deep = said(&"[".repeat(100_000));
    assert!(deep.contains("expected an input in curly brackets"), "{deep}");
    let missing = place.run(&["run", "s01-handshake-order", "--answers", "nowhere.json"]).refused();
    assert!(missing.contains("nowhere.json"), "{missing}");
    let large = fs::File::create(&file).unwrap();
    large.set_len(50 * 1024 * 1024).unwrap();
    let said = place.run(&["run", "s01-handshake-order", "--answers", &path]).refused();
    assert!(said.contains("larger than"), "{said}");
}

#[test]
fn a_companys_own_profile_is_played_by() {
    let place = Place::shipped().english();
    let ours = place.folder().join("ours.ron");
    fs::write(&ours, r#"(id: "ours", title: "Ours", base: "classroom", keys: {"ring_limit": 2})"#)
        .unwrap();
    let result = place.json(&[
        "run",
        "s03-fourth-ring",
        "--policy",
        "first",
        "--profile",
        "ours.ron",
        "--json",
    ]);
    assert_eq!(result["profile"], "ours");
    fs::write(&ours, r#"(id: "ours", title: "Ours", base: "classroom", keys: {"ring_limits": 2})"#)
        .unwrap();
    let said = place
        .run(&["run", "s03-fourth-ring", "--policy", "first", "--profile", "ours.ron"])
        .refused();
    assert!(said.contains("ours.ron:1:") && said.contains("did you mean `ring_limit`?"), "{said}");
}
