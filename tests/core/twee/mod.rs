//! Twee in and out: what the tests of both ways share.

mod any_text;
mod broken;
mod reading;
mod round;
mod subset;

use std::sync::LazyLock;

use liyi::author::twee::{self, Imported};
use liyi::library::known;
use liyi::scenario::{Activity, Beat, Known, Scenario};
use liyi::source::{Finding, SourceFile};

use crate::shipped::{library, repository};

fn import(text: &str) -> Result<Imported, Vec<Finding>> {
    let source = SourceFile::from_bytes("story.twee", text.as_bytes().to_vec());
    twee::import(&source.map_err(|finding| vec![finding])?, "story")
}

/// A skeleton as `liyi check` reads it; it must find nothing wrong.
fn checked(id: &str, text: &str) -> Scenario {
    static KNOWN: LazyLock<Known> = LazyLock::new(|| {
        known(&repository("assets"), library().profiles.values().map(AsRef::as_ref))
    });
    let source = SourceFile::new(format!("{id}.ron"), text);
    Scenario::from_source(&source, &library().catalogue, &KNOWN)
        .unwrap_or_else(|findings| panic!("{findings:#?}\n{text}"))
}

/// A story that is good, with its skeleton.
fn good(text: &str) -> (Imported, Scenario) {
    let imported = import(text).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let scenario = checked("story", &imported.text);
    (imported, scenario)
}

/// Codes and lines of what is wrong.
fn faults(text: &str) -> Vec<(&'static str, usize)> {
    let findings = import(text).expect_err("it is taken for good");
    findings.iter().map(|f| (f.code, f.line)).collect()
}

fn notes(imported: &Imported) -> Vec<(&'static str, usize)> {
    imported.notes.iter().map(|f| (f.code, f.line)).collect()
}

fn options(beat: &Beat) -> Vec<&str> {
    match &beat.activity {
        Some(Activity::Choice { options, .. }) => options.iter().map(|o| o.id.as_str()).collect(),
        Some(
            Activity::Timer { timeline, .. }
            | Activity::Queue { timeline, .. }
            | Activity::Note { timeline, .. },
        ) => timeline.actions.iter().filter(|a| a.ends).map(|a| a.id.as_str()).collect(),
        _ => Vec::new(),
    }
}
