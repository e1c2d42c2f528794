//! `liyi explore`: one JSON document, honest about what it left out.

use serde_json::Value;

use crate::program::Place;

#[test]
fn an_exploration_is_one_document_and_says_when_it_was_cut_short() {
    let place = Place::shipped();
    let args = ["explore", "s01-handshake-order", "--seeds", "0..1", "--states", "200", "--json"];
    let document: Value = serde_json::from_str(&place.run(&args).well()).unwrap();
    assert_eq!(document["scenario"], "s01-handshake-order");
    assert_eq!(document["states"], 200);
    assert_eq!(document["complete"], false);
    assert!(!document["bounds_hit"].as_array().unwrap().is_empty());
    assert_eq!(document["best"]["score"], 100.0);
    assert_eq!(document["best"]["proved"], true);
    assert_eq!(document["variations"]["seeds"], serde_json::json!([0]));
    assert!(document["standards"].as_object().unwrap().len() == 17);
    assert!(document["beats"]["corridor"]["options"].is_object());
}

#[test]
fn a_range_that_is_none_is_refused_with_advice() {
    let run = Place::shipped().run(&["explore", "s01-handshake-order", "--seeds", "9..3"]);
    // As with every slip on the command line, clap says it and ends with 2.
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("0..100"));
}
