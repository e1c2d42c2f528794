//! A run played from a list of inputs, for the tour: time stands still between them.

use bevy::prelude::*;

use crate::game::stage::StageCue;
use crate::session::{Input, SessionTime};

use super::run::Run;
use super::sound::Captions;
use super::told::Told;

/// What is still to be played.
#[derive(Resource, Default)]
pub(super) struct Plan {
    inputs: Vec<(SessionTime, Input)>,
    /// The beat whose question was shown last, to show each once.
    shown: Option<(usize, usize)>,
    stage: Option<String>,
    /// Whether a picture was asked for last.
    pictured: bool,
}

impl Plan {
    /// Whether a rehearsal steers the run that begins now.
    pub(super) fn steers(&self) -> bool {
        !self.inputs.is_empty()
    }
}

/// Plays these inputs in the run that comes next.
pub(crate) fn plan(world: &mut World, inputs: Vec<(SessionTime, Input)>) {
    world.insert_resource(Plan { inputs, ..Plan::default() });
}

/// Whether every input has been played.
pub(crate) fn is_over(world: &World) -> bool {
    let over = |run: &Run| run.session.ending().is_some() && !run.unread;
    world.get_resource::<Run>().is_none_or(over)
}

/// Does the next thing. `Some(Some(name))` asks for a picture before the next
/// step, `Some(None)` goes on, `None` waits. Only pictures that are `wanted` are
/// waited for.
pub(crate) fn step(
    world: &mut World,
    settled: bool,
    wanted: &dyn Fn(&str) -> bool,
) -> Option<Option<String>> {
    world.resource_scope(|world, mut plan: Mut<Plan>| {
        // Time stands still, but by the next picture the captions of this one would be gone.
        if std::mem::take(&mut plan.pictured) {
            world.resource_mut::<Captions>().clear();
        }
        let run = world.get_resource_mut::<Run>()?.into_inner();
        let done = plan.go_on(run, settled, wanted);
        if matches!(done, Done::Waits | Done::Picture(_)) {
            world.write_message(StageCue::Settle);
        }
        match done {
            Done::Waits | Done::Nothing => None,
            Done::Something => Some(None),
            Done::Picture(name) => {
                plan.pictured = true;
                Some(Some(name))
            }
        }
    })
}

/// What a step has come to.
enum Done {
    /// Nothing can be done yet.
    Nothing,
    /// The stage has to come to rest for a picture.
    Waits,
    Picture(String),
    Something,
}

impl Plan {
    fn go_on(&mut self, run: &mut Run, settled: bool, wanted: &dyn Fn(&str) -> bool) -> Done {
        let visits = run.session.visits().len();
        let beat = run.session.beat().to_owned();
        let picture = |name: String| match (wanted(&name), settled) {
            (true, false) => Done::Waits,
            (true, true) => Done::Picture(name),
            (false, _) => Done::Something,
        };
        if run.unread {
            // The first line on each new stage is worth a picture. The session may be
            // further than what is told of it.
            let Told { beat, visit, stage, .. } = &run.told;
            if self.stage.as_ref() != Some(stage) {
                let done = picture(format!("{:02}-{beat}-line", visit + 1));
                if !matches!(done, Done::Waits) {
                    self.stage = Some(stage.clone());
                }
                return done;
            }
            run.go_on();
            return Done::Something;
        }
        let Some(asking) = run.asking() else { return Done::Nothing };
        let done = run.session.transcript().len();
        let key = (visits, asking.possible.len() + asking.toggled.len() + asking.written.len());
        if self.shown != Some(key) {
            let picture = picture(format!("{visits:02}-{beat}-{done:03}"));
            if !matches!(picture, Done::Waits) {
                self.shown = Some(key);
            }
            return picture;
        }
        let Some((at, input)) = self.inputs.get(done).cloned() else { return Done::Nothing };
        run.move_clock_to(at);
        run.give(input);
        // An input that is not taken will never be: wait, and let the tour give up.
        if run.session.transcript().len() > done { Done::Something } else { Done::Nothing }
    }
}
