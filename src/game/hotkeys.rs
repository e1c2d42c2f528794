//! Keys that work on every screen: full screen, settings, the other language, larger and smaller text, the projector view.

use bevy::prelude::*;
use bevy::window::{MonitorSelection, PrimaryWindow, WindowMode};

use crate::settings::{Action, TextSize};
use crate::standard::Lang;

use super::awake::Awake;
use super::theme::{Bindings, Keymap};
use super::{Chosen, Options, Overlay};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, follow_the_keys).add_systems(
        Update,
        (
            follow_the_keys.run_if(resource_changed::<Chosen>),
            (fill_the_screen, open_settings, change_the_words),
        )
            .chain(),
    );
}

/// What the settings say of keys holds at once.
fn follow_the_keys(chosen: Res<Chosen>, mut bindings: ResMut<Bindings>) {
    if bindings.0 != chosen.settings.keys {
        bindings.0 = chosen.settings.keys.clone();
    }
}

fn fill_the_screen(
    keymap: Keymap<'_, '_>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    mut awake: ResMut<Awake>,
) {
    if !keymap.pressed(Action::FullScreen) {
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

/// Opens the settings over any screen, and closes them again.
fn open_settings(
    keymap: Keymap<'_, '_>,
    overlay: Res<State<Overlay>>,
    mut next: ResMut<NextState<Overlay>>,
) {
    if keymap.pressed(Action::Settings) {
        next.set(match overlay.get() {
            Overlay::None => Overlay::Settings,
            Overlay::Settings => Overlay::None,
        });
    }
}

fn change_the_words(keymap: Keymap<'_, '_>, options: Res<Options>, mut chosen: ResMut<Chosen>) {
    let settings = &chosen.settings;
    let (mut lang, mut size) = (settings.lang, settings.text_size);
    let projector = settings.projector ^ keymap.pressed(Action::Projector);
    if keymap.pressed(Action::Language) {
        lang = match lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
    }
    if keymap.pressed(Action::LargerText) {
        size = TextSize::ALL.into_iter().find(|other| *other > size).unwrap_or(size);
    }
    if keymap.pressed(Action::SmallerText) {
        size = TextSize::ALL.into_iter().rev().find(|other| *other < size).unwrap_or(size);
    }
    if (lang, size, projector) != (settings.lang, settings.text_size, settings.projector) {
        chosen.settings.lang = lang;
        chosen.settings.text_size = size;
        chosen.settings.projector = projector;
        chosen.keep(&options);
    }
}
