//! What activities have in common, and the ways out of beats.

use crate::source::Path;
use crate::standard::Text;

use super::super::{Activity, Exit, Script, Timeline, When};

/// What the trainee is asked.
pub(super) fn prompt(activity: &Activity) -> &Text {
    match activity {
        Activity::Choice { prompt, .. }
        | Activity::Timer { prompt, .. }
        | Activity::Queue { prompt, .. }
        | Activity::Order { prompt, .. }
        | Activity::Gesture { prompt, .. }
        | Activity::Inspect { prompt, .. }
        | Activity::Pack { prompt, .. }
        | Activity::Slider { prompt, .. }
        | Activity::Note { prompt, .. } => prompt,
    }
}

/// The time that runs, of the activities that run by themselves.
pub(super) fn timeline(activity: &Activity) -> Option<&Timeline> {
    match activity {
        Activity::Timer { timeline, .. }
        | Activity::Queue { timeline, .. }
        | Activity::Note { timeline, .. } => Some(timeline),
        _ => None,
    }
}

/// Every way out, of beats and watches: where it is written, the beat, the exit.
pub(super) fn exits(script: &Script) -> Vec<(Path<'_>, Option<&str>, &Exit)> {
    let mut exits = Vec::new();
    for (index, exit) in script.watches.iter().enumerate() {
        exits.push((Path::root().name("watches").at(index), None, exit));
    }
    for (id, beat) in &script.beats {
        let path = Path::root().name("beats").name(id).name("next");
        for (index, exit) in beat.next.iter().enumerate() {
            exits.push((path.at(index), Some(id.as_str()), exit));
        }
    }
    exits
}

/// Whether a condition holds in every run or in none; `None` when it depends.
pub(super) fn constant(when: &When) -> Option<bool> {
    match when {
        When::Always => Some(true),
        When::Never => Some(false),
        When::Not(inner) => constant(inner).map(|holds| !holds),
        When::All(inner) => all(inner.iter().map(constant)),
        When::Any(inner) => {
            all(inner.iter().map(|w| constant(w).map(|holds| !holds))).map(|none| !none)
        }
        _ => None,
    }
}

fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut depends = false;
    for part in parts {
        match part {
            Some(false) => return Some(false),
            Some(true) => {}
            None => depends = true,
        }
    }
    (!depends).then_some(true)
}
