//! Everything about a run that inputs change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::scenario::Script;
use crate::standard::Text;

use super::activity::Open;
use super::{Judgement, Placed, SessionTime};

/// The changing part of a session. Cheap to clone: what grows is shared.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) now: SessionTime,
    pub(super) phase: Phase,
    pub(super) beat: String,
    pub(super) variables: BTreeMap<String, i32>,
    pub(super) stage: String,
    pub(super) people: BTreeMap<String, Placed>,
    /// Figures that the run has changed, by member of the cast.
    pub(super) worn: BTreeMap<String, String>,
    /// Things of the stage that have come or gone since it was set.
    pub(super) things: BTreeMap<String, bool>,
    pub(super) last_line: Option<(Option<String>, Text)>,
    pub(super) judgements: Vec<Arc<Judgement>>,
    /// What was done at the latest visit of each beat.
    pub(super) evidence: BTreeMap<String, Arc<Evidence>>,
    pub(super) visits: Vec<Visit>,
    /// How many inputs have been taken, the one at hand included.
    pub(super) inputs: usize,
    /// Watches that have jumped already, by their place in the file.
    pub(super) watched: BTreeSet<usize>,
}

/// What a session is doing.
#[derive(Clone, Debug)]
pub(super) enum Phase {
    /// Lines are being read; `Continue` opens the beat's activity.
    Telling,
    Asking(Box<Open>),
    Ended(String),
}

impl Phase {
    /// Its name, with the ending's where there is one.
    pub(super) fn word(&self) -> &str {
        match self {
            Phase::Telling => "telling",
            Phase::Asking(_) => "asking",
            Phase::Ended(ending) => ending,
        }
    }
}

/// One beat entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub beat: String,
    pub label: Text,
    /// When it was entered.
    pub at: SessionTime,
    /// How many inputs had been taken when it was entered.
    pub(super) inputs: usize,
}

/// What the trainee did in one beat.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Evidence {
    pub(super) marks: Vec<Mark>,
    pub(super) time_up: bool,
    pub(super) grade: Option<super::grade::Grade>,
}

/// One thing the trainee did.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    pub(super) id: String,
    /// Milliseconds of the activity's own time.
    pub(super) at: i64,
    /// How often its track had rung by then.
    pub(super) rings: u32,
    /// The words that describe it.
    pub(super) text: Text,
}

impl Evidence {
    pub(super) fn mark(&self, id: &str) -> Option<&Mark> {
        self.marks.iter().find(|m| m.id == id)
    }
}

impl State {
    pub(super) fn new(script: &Script) -> State {
        State {
            now: SessionTime::default(),
            phase: Phase::Telling,
            beat: script.start.clone(),
            variables: script.variables.iter().map(|(id, v)| (id.clone(), v.start)).collect(),
            stage: String::new(),
            people: BTreeMap::new(),
            worn: BTreeMap::new(),
            things: BTreeMap::new(),
            last_line: None,
            judgements: Vec::new(),
            evidence: BTreeMap::new(),
            visits: Vec::new(),
            inputs: 0,
            watched: BTreeSet::new(),
        }
    }
}
