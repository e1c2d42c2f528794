//! A small scenario without a fault, to be broken in one place at a time.

use std::sync::Arc;

use liyi::scenario::{Known, Place, PlaceSpot, PlaceThing, Scenario};
use liyi::source::{Finding, SourceFile};
use liyi::standard::{Catalogue, Dimension, Severity, Standard, Text, Treatment};

/// A scenario that uses every activity and passes every check.
pub(crate) const WHOLE: &str = include_str!("../fixtures/whole.ron");

/// The standards that the example judges, and one that it does not.
pub(crate) const STANDARDS: [&str; 4] = ["greet-first", "hand-right", "note-complete", "bow-low"];

pub(crate) fn catalogue(ids: &[&str]) -> Catalogue {
    let standard = |id: &&str| Standard {
        id: (*id).to_owned(),
        statement: Text::new("陈述", "A statement"),
        criterion: Text::default(),
        measures: Vec::new(),
        sources: Vec::new(),
        severity: Severity::Major,
        dimension: Dimension::Both,
        treatment: Treatment::Teach,
        note: Text::default(),
        domain: "x".to_owned(),
        toggle: None,
    };
    Catalogue::new(Vec::new(), ids.iter().map(standard))
}

pub(crate) fn known() -> Known {
    let set = |names: &[&str]| Some(names.iter().map(|n| (*n).to_owned()).collect());
    Known {
        profile_words: Some(
            [("gender", &["off", "social", "always"][..]), ("ring_limit", &[])]
                .into_iter()
                .map(|(key, words)| {
                    (key.to_owned(), words.iter().map(|w| (*w).to_owned()).collect())
                })
                .collect(),
        ),
        profile_numbers: set(&["ring_limit"]),
        figures: set(&["you-woman", "qiao-man"]),
        stages: set(&["corridor"]),
        places: Some(Arc::new([("corridor".to_owned(), corridor())].into())),
        sounds: set(&["pickup"]),
        pictures: set(&["card"]),
    }
}

/// A place with a clock to look at, and an umbrella that comes and goes.
fn corridor() -> Place {
    let umbrella = PlaceThing {
        there: false,
        put: Text::new("伞靠在墙边", "An umbrella leans on the wall"),
        clear: Text::new("伞拿走了", "The umbrella is gone"),
    };
    let clock =
        PlaceSpot { name: Text::new("挂钟", "the clock"), at: (400, 180), on_person: false };
    Place {
        things: [("umbrella".to_owned(), umbrella)].into(),
        spots: [("clock".to_owned(), clock)].into(),
    }
}

/// Loads a text under the example's name.
pub(crate) fn load(text: &str) -> Result<Scenario, Vec<Finding>> {
    let source = SourceFile::new("scenarios/whole.ron", text);
    Scenario::from_source(&source, &catalogue(&STANDARDS), &known())
}

/// The example with one piece replaced, which must be there.
pub(crate) fn broken(piece: &str, by: &str) -> String {
    assert!(WHOLE.contains(piece), "the example does not contain {piece}");
    WHOLE.replacen(piece, by, 1)
}
