//! Frames only while something moves: an idle screen must not heat a laptop.

use std::time::Duration;

use bevy::a11y::AccessibilityRequested;
use bevy::input::keyboard::KeyboardInput;
use bevy::input::mouse::{MouseButtonInput, MouseWheel};
use bevy::prelude::*;
use bevy::state::state::StateTransitionEvent;
use bevy::window::{CursorMoved, Ime, RequestRedraw, WindowResized};
use bevy::winit::{UpdateMode, WinitSettings};

use super::{Overlay, Screen};

/// Frames drawn after something happened, until layout and colours are at rest.
const SETTLE: u32 = 8;
/// Frames drawn after the pointer moved.
const HOVER: u32 = 3;
/// With nothing to be seen, the next frame comes after so long at the latest.
const REST: Duration = Duration::from_secs(60);
/// The same while somebody on the stage breathes: ten frames a second.
const DOZE: Duration = Duration::from_millis(100);

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(waiting(REST))
        .insert_resource(Awake { frames: SETTLE, dozing: false, alarm: None })
        .add_systems(Last, (keep_awake, keep_time));
}

fn waiting(wait: Duration) -> WinitSettings {
    let idle = UpdateMode::reactive_low_power(wait);
    WinitSettings { focused_mode: idle, unfocused_mode: idle }
}

/// How many more frames are wanted.
#[derive(Resource, Debug)]
pub(crate) struct Awake {
    frames: u32,
    dozing: bool,
    /// A frame is wanted so long after this one, whatever else happens.
    alarm: Option<Duration>,
}

impl Awake {
    /// Draws on for at least this many frames.
    pub(crate) fn stay(&mut self, frames: u32) {
        self.frames = self.frames.max(frames);
    }

    /// Draws a few frames a second, or none, when nothing else asks for frames.
    pub(crate) fn doze(&mut self, dozing: bool) {
        self.dozing = dozing;
    }

    /// Draws a frame in so many seconds at the latest, without drawing till then.
    pub(crate) fn wake_in(&mut self, seconds: f64) {
        let wait = Duration::from_secs_f64(seconds.clamp(0.01, REST.as_secs_f64()));
        self.alarm = Some(self.alarm.map_or(wait, |alarm| alarm.min(wait)));
    }

    /// Draws on until a change has come to rest.
    pub(crate) fn settle(&mut self) {
        self.stay(SETTLE);
    }
}

/// While an entity bears this, frames go on: a clock runs, a figure moves.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(crate) struct Moving;

fn keep_awake(
    mut awake: ResMut<Awake>,
    moving: Query<(), With<Moving>>,
    mut keys: MessageReader<KeyboardInput>,
    mut presses: MessageReader<MouseButtonInput>,
    mut wheels: MessageReader<MouseWheel>,
    mut pointer: MessageReader<CursorMoved>,
    mut resized: MessageReader<WindowResized>,
    mut screens: MessageReader<StateTransitionEvent<Screen>>,
    mut overlays: MessageReader<StateTransitionEvent<Overlay>>,
    mut composed: MessageReader<Ime>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let happened = keys.read().count()
        + presses.read().count()
        + wheels.read().count()
        + composed.read().count()
        + resized.read().count()
        + screens.read().count()
        + overlays.read().count();
    if happened > 0 {
        awake.settle();
    }
    if pointer.read().count() > 0 {
        awake.stay(HOVER);
    }
    if awake.frames > 0 || !moving.is_empty() {
        awake.frames = awake.frames.saturating_sub(1);
        redraw.write(RequestRedraw);
    }
}

/// What a screen reader asks for wakes nobody: while one listens, the window looks
/// for its requests as often as for somebody who breathes.
fn keep_time(
    mut awake: ResMut<Awake>,
    listened: Option<Res<AccessibilityRequested>>,
    mut settings: ResMut<WinitSettings>,
) {
    let listened = listened.is_some_and(|listened| listened.get());
    let rest = if awake.dozing || listened { DOZE } else { REST };
    let wanted = waiting(awake.alarm.take().map_or(rest, |alarm| alarm.min(rest)));
    if settings.focused_mode != wanted.focused_mode {
        *settings = wanted;
    }
}
