//! How long a frame takes: one screen drawn as fast as it can be, for the benchmark.

use std::sync::{Arc, Mutex};

use bevy::diagnostic::FrameCount;
use bevy::prelude::*;
use bevy::window::{PresentMode, PrimaryWindow};

use crate::author::Policy;

use super::awake::Awake;
use super::play::rehearse;
use super::stage::StageCue;
use super::{GameError, GameOptions, tour};

/// Frames a screen is given to come to rest before it is measured.
const SETTLE: u32 = 20;
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
    /// Milliseconds of processor time a frame, all threads together, where the
    /// machine tells it.
    pub cpu_ms: Option<f64>,
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
        app.insert_resource(Measuring { scene, frames, out, waited: 0, ready: None })
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
    /// Since which frame the screen is as it is to be measured.
    ready: Option<u32>,
}

/// No frame waits for the screen's own beat.
fn unleash(mut windows: Query<&mut Window, With<PrimaryWindow>>) {
    for mut window in &mut windows {
        window.present_mode = PresentMode::AutoNoVsync;
    }
}

fn go_there(world: &mut World) {
    let frame = world.resource::<FrameCount>().0;
    let mut measuring = world.resource_mut::<Measuring>();
    if measuring.ready.is_some() {
        return;
    }
    measuring.waited += 1;
    let (scene, waited) = (measuring.scene.clone(), measuring.waited);
    if waited > PATIENCE {
        world.write_message(AppExit::error());
        return;
    }
    let arrived = match scene {
        Scene::Title => true,
        Scene::Debrief { scenario } => {
            tour::debrief(world, &scenario, Policy::Random);
            true
        }
        Scene::Play { scenario, .. } if waited == 1 => {
            tour::begin(world, &scenario);
            false
        }
        // Every few frames a step, so that what it changes has come to rest.
        Scene::Play { stop, .. } => {
            let wanted = |place: &str| place.contains(stop.as_str());
            waited.is_multiple_of(4)
                && rehearse::step(world, true, &wanted)
                    .flatten()
                    .is_some_and(|place| wanted(&place))
        }
    };
    if arrived {
        world.resource_mut::<Measuring>().ready = Some(frame);
    }
}

/// Counts, with everybody on the stage awake: they breathe, blink and look.
fn count(
    measuring: ResMut<Measuring>,
    frame: Res<FrameCount>,
    time: Res<Time<Real>>,
    texts: Query<&InheritedVisibility, With<Text>>,
    parts: Query<&ViewVisibility, With<Sprite>>,
    mut busy: Local<Option<f64>>,
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
    let before = *busy.get_or_insert_with(|| processor_ms().unwrap_or_default());
    let wanted = measuring.frames;
    let Ok(mut out) = measuring.out.lock() else { return };
    out.ms.push(time.delta_secs_f64() * 1_000.0);
    if out.ms.len() >= wanted {
        out.texts = texts.iter().filter(|seen| seen.get()).count();
        out.parts = parts.iter().filter(|seen| seen.get()).count();
        #[allow(clippy::cast_precision_loss, reason = "frames are a few hundred")]
        let frames = out.ms.len() as f64;
        out.cpu_ms = processor_ms().map(|now| (now - before) / frames);
        exit.write(AppExit::Success);
    }
}

/// Processor time of this process so far, in milliseconds. Linux counts it in
/// hundredths of a second.
pub fn processor_ms() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name, in brackets, may hold spaces.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |place: usize| fields.get(place)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) * 10.0)
}
