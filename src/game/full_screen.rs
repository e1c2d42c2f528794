//! F11: the whole screen, and back.

use bevy::prelude::*;
use bevy::window::{MonitorSelection, PrimaryWindow, WindowMode};

use super::awake::Awake;

const KEY: KeyCode = KeyCode::F11;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, turn);
}

fn turn(
    keys: Res<ButtonInput<KeyCode>>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    mut awake: ResMut<Awake>,
) {
    if !keys.just_pressed(KEY) {
        return;
    }
    for mut window in &mut windows {
        window.mode = match window.mode {
            WindowMode::Windowed => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
            _ => WindowMode::Windowed,
        };
    }
    awake.settle();
}
