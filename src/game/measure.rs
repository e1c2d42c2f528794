//! How long a frame takes: one screen drawn as fast as it can be, for the benchmark.

use std::sync::{Arc, Mutex};

use bevy::diagnostic::FrameCount;
use bevy::prelude::*;
use bevy::window::{PresentMode, PrimaryWindow};

use crate::author::Policy;

use super::awake::Awake;
use super::handover::{Finished, PlayRequest};
use super::library::Library;
use super::play::Rehearsal;
use super::stage::StageCue;
use super::tour::rehearse;
use super::{Chosen, GameError, GameOptions, Screen};

/// Frames a screen is given to come to rest before it is measured.
const SETTLE: u32 = 40;
/// Frames in which a scenario must have come to where it is to be measured.
const PATIENCE: u32 = 4_000;

/// What is drawn while frames are measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scene {
    Title,
    /// A scenario played by the best policy up to a line or question whose
    /// picture on a tour has this in its name.
    Play {
        scenario: String,
        stop: String,
    },
    /// The debrief of a scenario played at random.
    Debrief {
        scenario: String,
    },
}

/// What was measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frames {
    /// Milliseconds from each frame to the next.
    pub ms: Vec<f64>,
    /// Words laid out on the screen, by nodes.
    pub texts: usize,
    /// Pictures of the stage that are drawn.
    pub parts: usize,
}

/// Opens the window, goes to a screen and draws so many frames of it.
///
/// # Errors
///
/// As [`super::open`], or when the screen was not reached.
pub fn measure(options: GameOptions, scene: Scene, frames: usize) -> Result<Frames, GameError> {
    let result = Arc::new(Mutex::new(Frames::default()));
    let out = result.clone();
    super::run(options, move |app| {
        app.insert_resource(Measuring { scene, frames, out, waited: 0, there: false, ready: None })
            .add_systems(Startup, unleash)
            .add_systems(Update, (go_there, count).chain());
    })?;
    let measured = result.lock().map(|frames| frames.clone()).unwrap_or_default();
    if measured.ms.len() < frames {
        return Err(GameError::Window {
            why: "the screen to be measured was not reached".to_owned(),
        });
    }
    Ok(measured)
}

#[derive(Resource)]
struct Measuring {
    scene: Scene,
    frames: usize,
    out: Arc<Mutex<Frames>>,
    waited: u32,
    there: bool,
    /// Since which frame the screen is as it is to be measured.
    ready: Option<u32>,
}

/// No frame waits for the screen's own beat.
fn unleash(mut windows: Query<&mut Window, With<PrimaryWindow>>) {
    for mut window in &mut windows {
        window.present_mode = PresentMode::AutoNoVsync;
    }
}

fn go_there(
    mut measuring: ResMut<Measuring>,
    library: Res<Library>,
    chosen: Res<Chosen>,
    frame: Res<FrameCount>,
    mut rehearsal: Rehearsal<'_>,
    mut screen: ResMut<NextState<Screen>>,
    mut exit: MessageWriter<AppExit>,
    mut commands: Commands,
) {
    if measuring.ready.is_some() {
        return;
    }
    measuring.waited += 1;
    if measuring.waited > PATIENCE {
        exit.write(AppExit::error());
        return;
    }
    let (there, waited) = (measuring.there, measuring.waited);
    measuring.there = true;
    let arrived = match &measuring.scene {
        Scene::Title => true,
        Scene::Debrief { scenario } => {
            if let Some(session) = rehearse(&library, &chosen, scenario, Policy::Random) {
                commands.insert_resource(Finished { session: Arc::new(session) });
                screen.set(Screen::Debrief);
            }
            true
        }
        Scene::Play { scenario, .. } if !there => {
            if let Some(run) = rehearse(&library, &chosen, scenario, Policy::Best) {
                let setup = run.setup();
                commands.insert_resource(PlayRequest {
                    scenario: run.scenario().clone(),
                    profile: setup.profile.clone(),
                    seed: setup.seed,
                    timers: setup.timers,
                    from: None,
                });
                rehearsal.plan(run.transcript().to_vec());
                screen.set(Screen::Play);
            }
            false
        }
        // Every few frames a step, so that what it changes has come to rest.
        Scene::Play { stop, .. } => {
            waited.is_multiple_of(4)
                && rehearsal.step(true).flatten().is_some_and(|place| place.contains(stop.as_str()))
        }
    };
    if arrived {
        measuring.ready = Some(frame.0);
    }
}

/// Counts, with everybody on the stage awake: they breathe, blink and look.
fn count(
    measuring: ResMut<Measuring>,
    frame: Res<FrameCount>,
    time: Res<Time<Real>>,
    texts: Query<&ViewVisibility, With<Text>>,
    parts: Query<&ViewVisibility, With<Sprite>>,
    mut cues: MessageWriter<StageCue>,
    mut awake: ResMut<Awake>,
    mut exit: MessageWriter<AppExit>,
) {
    awake.stay(4);
    let Some(ready) = measuring.ready else { return };
    cues.write(StageCue::Speak { who: String::new(), seconds: 0.0 });
    if frame.0.wrapping_sub(ready) < SETTLE {
        return;
    }
    let seen = |all: &mut dyn Iterator<Item = &ViewVisibility>| all.filter(|v| v.get()).count();
    let wanted = measuring.frames;
    let Ok(mut out) = measuring.out.lock() else { return };
    out.ms.push(time.delta_secs_f64() * 1_000.0);
    out.texts = seen(&mut texts.iter());
    out.parts = seen(&mut parts.iter());
    if out.ms.len() >= wanted {
        exit.write(AppExit::Success);
    }
}
