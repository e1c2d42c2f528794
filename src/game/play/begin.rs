//! A run is taken up when the play screen opens, and handed on when it is over.

use std::sync::Arc;

use bevy::prelude::*;

use crate::game::Screen;
use crate::game::handover::{Finished, PlayRequest};
use crate::game::stage::StageCue;
use crate::session::{Event, Session, Setup};

use super::cues::Scene;
use super::rehearse::Plan;
use super::run::Run;
use super::sound::Captions;

/// Takes up the run that was asked for.
pub(super) fn begin(
    request: Option<Res<PlayRequest>>,
    plan: Res<Plan>,
    mut cues: MessageWriter<StageCue>,
    mut captions: ResMut<Captions>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    cues.write(StageCue::Clear);
    captions.clear();
    let Some(request) = request else {
        screen.set(Screen::Scenarios);
        return;
    };
    let again = request.from.as_ref().and_then(|(session, visit)| {
        let (session, events) = session.rewind(*visit)?;
        // What led up to the beat belongs to the one before it.
        let entered = |e: &Event| matches!(e, Event::BeatEntered { visit: at, .. } if at == visit);
        let from = events.iter().position(entered).unwrap_or(0);
        Some((session, events.into_iter().skip(from).collect::<Vec<_>>()))
    });
    let mut run = match again {
        Some((session, events)) => {
            let told = session.event_count() - events.len();
            Scene::of(&session, told).restore(&mut cues);
            Run::new(session, events)
        }
        None => {
            let setup = Setup {
                profile: Arc::clone(&request.profile),
                seed: request.seed,
                timers: request.timers,
            };
            let (session, events) = Session::start(Arc::clone(&request.scenario), setup);
            Run::new(session, events)
        }
    };
    run.frozen = plan.steers();
    commands.insert_resource(run);
}

pub(super) fn leave(mut cues: MessageWriter<StageCue>, mut commands: Commands) {
    cues.write(StageCue::Clear);
    commands.remove_resource::<Run>();
}

/// When all is told and read, the run goes to its debrief.
pub(super) fn finish(
    run: Res<Run>,
    request: Option<Res<PlayRequest>>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    if run.session.ending().is_some() && run.waiting.is_empty() && !run.unread {
        let begun = request.map(|request| request.begun()).unwrap_or_default();
        commands.insert_resource(Finished::now(run.session.clone(), begun));
        screen.set(Screen::Debrief);
    }
}
