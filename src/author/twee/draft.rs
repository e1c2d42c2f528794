//! A scenario being made from a story, before it is written down.

use crate::scenario::When;

use super::values::Effect;

/// The whole skeleton.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) id: String,
    pub(super) title: Option<String>,
    pub(super) briefing: Vec<String>,
    pub(super) cast: Vec<Person>,
    pub(super) variables: Vec<Variable>,
    pub(super) watches: Vec<Exit>,
    pub(super) start: String,
    pub(super) beats: Vec<Beat>,
    pub(super) endings: Vec<Ending>,
}

/// Somebody who speaks.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) role: Option<String>,
}

/// A whole number with the bounds that its uses suggest.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) id: String,
    pub(super) min: i32,
    pub(super) max: i32,
    pub(super) start: i32,
}

/// A passage with a way out.
#[derive(Clone, Debug, Default)]
pub(super) struct Beat {
    pub(super) id: String,
    pub(super) label: String,
    /// Lines of comment above it.
    pub(super) remarks: Vec<String>,
    pub(super) stage: Option<String>,
    pub(super) enter: Vec<Step>,
    pub(super) ask: Option<Ask>,
    pub(super) exits: Vec<Exit>,
    /// Ways by the deed they follow, before it is decided which is taken.
    pub(super) groups: Vec<Group>,
    /// How many alternatives the seed draws from where Twee does not say which
    /// way is taken; 0 where it does.
    pub(super) drawn: usize,
    /// The seed draws at the first visit only, so visits are counted.
    pub(super) counted: bool,
}

/// The ways that one deed may lead; without a deed, those of the beat itself.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) deed: Option<When>,
    pub(super) ways: Vec<Exit>,
}

/// The alternatives of a beat whose ways the seed draws.
pub(super) fn axis(beat: &str) -> String {
    format!("way-{beat}")
}

/// The variable that counts a beat's visits.
pub(super) fn turns(beat: &str) -> String {
    format!("turns-{beat}")
}

/// A passage without one.
#[derive(Clone, Debug, Default)]
pub(super) struct Ending {
    pub(super) id: String,
    pub(super) remarks: Vec<String>,
    /// Empty where the passage has no words.
    pub(super) text: String,
}

#[derive(Clone, Debug)]
pub(super) enum Step {
    /// An id of the cast, and the words.
    Say(String, String),
    Tell(String),
    Change(Effect),
    If {
        when: When,
        then: Vec<Step>,
        otherwise: Vec<Step>,
    },
}

/// What a passage's links ask.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    /// The last line before the links, where it is a question.
    pub(super) prompt: Option<String>,
    pub(super) options: Vec<Choice>,
    /// There is also a way that is taken when nothing is chosen.
    pub(super) limited: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) words: String,
    pub(super) when: Option<When>,
    pub(super) then: Vec<Step>,
    pub(super) remarks: Vec<String>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Exit {
    pub(super) when: Option<When>,
    pub(super) to: String,
    pub(super) remarks: Vec<String>,
    /// The condition only stands in for one that Twee cannot say.
    pub(super) open: bool,
}
