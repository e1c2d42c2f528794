//! What one screen leaves for the next: the scenario at hand, a run to play, a finished run.

use std::sync::Arc;

use bevy::prelude::*;
use bevy::time::Real;

use crate::record::{Attempt, Begun};
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
    /// Whether one came from the standards screen and goes back to it.
    pub(crate) from_standards: bool,
}

/// Seeds that are drawn stay below this, so that they can be told and typed.
const SEEDS: u128 = 10_000;

impl AtHand {
    /// Takes up a scenario for a briefing, with the seed that was asked for or
    /// one that is drawn.
    pub(crate) fn take_up(
        &mut self,
        scenario: &Arc<Scenario>,
        seed: Option<u64>,
        time: &Time<Real>,
    ) {
        self.scenario = Some(scenario.clone());
        self.from_standards = false;
        match seed {
            Some(seed) => self.seed = seed,
            None => self.draw_seed(time),
        }
    }

    /// Draws another seed. Chance enters here only: from when a key was pressed.
    pub(crate) fn draw_seed(&mut self, time: &Time<Real>) {
        let drawn = time.elapsed().as_micros().wrapping_mul(2_654_435_761) % SEEDS;
        let drawn = u64::try_from(drawn).unwrap_or_default();
        self.seed = if drawn == self.seed { drawn + 1 } else { drawn };
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
    /// Whether what is played has been played before, up to there.
    pub(crate) fn begun(&self) -> Begun {
        self.from.as_ref().map_or(Begun::AtTheStart, |(_, visit)| Begun::Inside { visit: *visit })
    }

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
    /// Whether it was played from its start in one go.
    pub(crate) begun: Begun,
    /// The run as it is kept; there as soon as its debrief opens.
    pub(crate) attempt: Option<Attempt>,
}

impl Finished {
    /// A run that has just ended.
    pub(crate) fn now(session: Session, begun: Begun) -> Finished {
        Finished { session: Arc::new(session), begun, attempt: None }
    }
}
