//! What one screen leaves for the next: the scenario at hand, a run to play, a finished run.

use std::sync::Arc;

use bevy::prelude::*;

use crate::scenario::Scenario;
use crate::session::{Session, TimerSetting};
use crate::standard::Profile;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<AtHand>();
}

/// Which scenario the briefing is about, and how it is to be played.
#[derive(Resource, Clone, Debug, Default)]
pub(crate) struct AtHand {
    pub(crate) scenario: Option<Arc<Scenario>>,
    pub(crate) seed: u64,
}

impl AtHand {
    /// Takes up a scenario for a briefing, with the seed asked for or the one
    /// used last.
    pub(crate) fn take_up(&mut self, scenario: &Arc<Scenario>, seed: Option<u64>) {
        self.scenario = Some(scenario.clone());
        if let Some(seed) = seed {
            self.seed = seed;
        }
    }
}

/// A run to be played; the play screen takes it when it opens.
#[derive(Resource, Clone, Debug)]
pub(crate) struct PlayRequest {
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) profile: Arc<Profile>,
    pub(crate) seed: u64,
    pub(crate) timers: TimerSetting,
    /// Begin inside this finished run, at that visit, instead of from the start.
    pub(crate) from: Option<(Arc<Session>, usize)>,
}

impl PlayRequest {
    /// The same run again, from the moment a beat was entered; `visit` counts
    /// beats entered, from 0.
    pub(crate) fn again(session: &Arc<Session>, visit: usize) -> PlayRequest {
        let setup = session.setup();
        PlayRequest {
            scenario: session.scenario().clone(),
            profile: setup.profile.clone(),
            seed: setup.seed,
            timers: setup.timers,
            from: Some((session.clone(), visit)),
        }
    }
}

/// A run that is over, for the debrief. The play screen leaves it behind and
/// goes to `Screen::Debrief`.
#[derive(Resource, Clone, Debug)]
pub(crate) struct Finished {
    pub(crate) session: Arc<Session>,
}
