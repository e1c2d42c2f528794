//! Where an answer may lead: the exits of a beat that can be taken after it.

use crate::scenario::{Activity, Beat, When};

/// What the trainee did, as far as an exit asks.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act<'a> {
    /// This option, or this action that ends the activity.
    Chose(&'a str),
    /// Nothing before time was up.
    TimeUp,
    /// Something that Twee cannot say, or nothing was asked.
    Other,
}

/// One way out: where to, and the condition if it is not certain.
#[derive(Clone, Debug)]
pub(super) struct Way<'a> {
    pub(super) to: &'a str,
    pub(super) when: Option<&'a When>,
}

/// Ids of the answers that end a beat by themselves.
pub(super) fn answers(beat: &Beat) -> Vec<&str> {
    match &beat.activity {
        Some(Activity::Choice { options, .. }) => options.iter().map(|o| o.id.as_str()).collect(),
        Some(activity) => activity
            .timeline()
            .into_iter()
            .flat_map(|t| &t.actions)
            .filter(|action| action.ends)
            .map(|action| action.id.as_str())
            .collect(),
        None => Vec::new(),
    }
}

/// What may be done in a beat beside its answers: time may run out, or the
/// answer is one that Twee cannot say.
pub(super) fn beside(beat: &Beat) -> Vec<Act<'static>> {
    match &beat.activity {
        Some(Activity::Choice { limit: None, .. }) => Vec::new(),
        Some(Activity::Choice { .. } | Activity::Timer { .. } | Activity::Queue { .. }) => {
            vec![Act::TimeUp]
        }
        _ => vec![Act::Other],
    }
}

/// The exits that may be taken after an act, in order, each place once.
pub(super) fn after<'a>(beat: &'a Beat, act: Act<'_>) -> Vec<Way<'a>> {
    let answers = answers(beat);
    let mut ways: Vec<Way<'a>> = Vec::new();
    for exit in &beat.next {
        let sure = holds(&exit.when, act, &answers);
        if sure == Some(false) {
            continue;
        }
        if ways.iter().all(|way| way.to != exit.to) {
            let when = Some(&exit.when).filter(|_| sure.is_none());
            ways.push(Way { to: &exit.to, when });
        }
        if sure == Some(true) {
            break;
        }
    }
    ways
}

/// Whether a condition holds after an act; `None` where the act alone does not tell.
fn holds(when: &When, act: Act<'_>, answers: &[&str]) -> Option<bool> {
    let did = |mark: &String| match act {
        Act::Chose(id) if id == mark => Some(true),
        // Of the answers that end a beat only one is given.
        Act::Chose(_) | Act::TimeUp if answers.contains(&mark.as_str()) => Some(false),
        _ => None,
    };
    when.decided(&|leaf| match leaf {
        When::Did(mark) => did(mark),
        When::Within(mark, _) | When::RingsWithin(mark, _) => did(mark).filter(|done| !done),
        When::Before(a, b) => (did(a) == Some(false) || did(b) == Some(false)).then_some(false),
        When::TimeUp => match act {
            Act::Chose(_) => Some(false),
            Act::TimeUp => Some(true),
            Act::Other => None,
        },
        _ => None,
    })
}
