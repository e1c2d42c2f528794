//! A run played from a list of inputs, for the tour: time stands still between them.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::game::stage::StageCue;
use crate::session::{Input, SessionTime};

use super::run::Run;

/// What is still to be played.
#[derive(Resource, Default)]
pub(super) struct Plan {
    inputs: Vec<(SessionTime, Input)>,
    /// The beat whose question was shown last, to show each once.
    shown: Option<(usize, usize)>,
    stage: Option<String>,
}

impl Plan {
    /// Whether a rehearsal steers the run that begins now.
    pub(super) fn steers(&self) -> bool {
        !self.inputs.is_empty()
    }
}

/// Steers the run at hand.
#[derive(SystemParam)]
pub(crate) struct Rehearsal<'w> {
    plan: ResMut<'w, Plan>,
    run: Option<ResMut<'w, Run>>,
    cues: MessageWriter<'w, StageCue>,
}

impl Rehearsal<'_> {
    /// Plays these inputs in the run that comes next.
    pub(crate) fn plan(&mut self, inputs: Vec<(SessionTime, Input)>) {
        *self.plan = Plan { inputs, ..Plan::default() };
    }

    /// Whether every input has been played.
    pub(crate) fn is_over(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.session.ending().is_some() && !run.unread)
            || self.run.is_none()
    }

    /// Does the next thing. `Some(Some(name))` asks for a picture before the
    /// next step, `Some(None)` goes on, `None` waits.
    pub(crate) fn step(&mut self, settled: bool) -> Option<Option<String>> {
        let run = self.run.as_mut()?;
        let visits = run.session.visits().len();
        let beat = run.session.beat().to_owned();
        if run.unread {
            // The first line on each new stage is worth a picture.
            let stage = run.session.view().stage;
            if self.plan.stage.as_ref() != Some(&stage) {
                if !settled {
                    return None;
                }
                self.plan.stage = Some(stage);
                self.cues.write(StageCue::Settle);
                return Some(Some(format!("{visits:02}-{beat}-line")));
            }
            run.go_on();
            return Some(None);
        }
        let asking = run.asking()?;
        let done = run.session.transcript().len();
        let key = (visits, asking.possible.len() + asking.toggled.len() + asking.written.len());
        if self.plan.shown != Some(key) {
            self.cues.write(StageCue::Settle);
            if !settled {
                return None;
            }
            self.plan.shown = Some(key);
            return Some(Some(format!("{visits:02}-{beat}-{done:03}")));
        }
        let (at, input) = self.plan.inputs.get(done)?.clone();
        run.move_clock_to(at);
        run.give(input);
        // An input that is not taken will never be: wait, and let the tour give up.
        (run.session.transcript().len() > done).then_some(None)
    }
}
