//! Answers whose outcome is told before anything of it is seen or heard.

use std::collections::BTreeMap;

use crate::author::moves::Move;
use crate::scenario::Activity;
use crate::session::{Event, Input, Placed, Session};
use crate::standard::Text;

/// The trainee's name in every cast.
const YOU: &str = "you";

/// The answer of a move and the first line of its outcome, if nothing of that
/// outcome is seen or heard before it: a face that changes, somebody who moves,
/// a thing that appears, a sound.
///
/// The answer is told as an `allow` names it: `beat/option`, or the beat alone
/// for an answer of several parts.
pub(super) fn unseen(before: &Session, step: &Move, after: &Session) -> Option<(String, Text)> {
    let Move::Give(inputs) = step else { return None };
    let asked = before.asked()?;
    let gesture = matches!(asked, Activity::Gesture { .. });
    let mut stage = None;
    for event in after.events_since(before) {
        match event {
            Event::Told { text } => return Some((answer(before, inputs), text.clone())),
            Event::Said { who, text } if who != YOU => {
                return Some((answer(before, inputs), text.clone()));
            }
            // The next question, or the end of the run.
            Event::Asked { .. } | Event::Ended { .. } => return None,
            // What the dials set was seen while they were turned.
            Event::Posed { who, .. } if gesture && who == YOU => {}
            event => {
                let people = stage.get_or_insert_with(|| before.view().people);
                if is_seen(event, people) {
                    return None;
                }
            }
        }
    }
    None
}

/// Whether something of this can be seen or heard: a smile that was there
/// already cannot.
fn is_seen(event: &Event, people: &mut BTreeMap<String, Placed>) -> bool {
    let person = |who: &str| people.get(who);
    match event {
        Event::Looked { who, mood } => person(who).is_some_and(|p| p.mood != *mood),
        Event::Posed { who, pose } => person(who).is_some_and(|p| p.pose != *pose),
        Event::Faced { who, whom } => person(who).is_some_and(|p| p.facing.as_ref() != Some(whom)),
        Event::Entered { who, spot } => person(who).is_none_or(|p| p.spot != *spot),
        Event::Left { who } => person(who).is_some(),
        Event::StageSet { .. }
        | Event::Wore { .. }
        | Event::Shook { .. }
        | Event::Appeared { .. }
        | Event::Vanished { .. }
        | Event::Sounded { .. }
        | Event::Rang { .. }
        | Event::TrackAnswered { .. } => true,
        _ => false,
    }
}

/// The answer as an `allow` names it.
fn answer(before: &Session, inputs: &[Input]) -> String {
    let beat = before.beat();
    match inputs {
        [Input::Choose(id)] => format!("{beat}/{id}"),
        _ => beat.to_owned(),
    }
}
