//! What is heard, and how loud.

use bevy::prelude::*;
use bevy::ui_widgets::ValueChange;

use super::rows::spawn_named;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::game::{Chosen, Options};
use crate::settings::Settings;

pub(super) fn plugin(app: &mut App) {
    app.add_observer(hear_volume);
}

/// The sound slider.
#[derive(Component)]
struct Volume;

/// The words beside the sound slider.
#[derive(Component)]
struct VolumeWords;

pub(super) fn spawn(rows: &mut ChildSpawnerCommands<'_>, ui: &Ui, now: &Settings) {
    spawn_named(rows, ui, "settings-sound", None, |right| {
        right.spawn((
            slider(&ui.tr("settings-sound"), 0.0, 100.0, 10.0, f32::from(now.volume)),
            Volume,
            Keep("settings/volume".to_owned()),
        ));
        right.spawn((
            line(ui, volume_words(ui, now.volume), Size::Body, false, INK),
            VolumeWords,
            Node { width: ui.em(3.5), flex_shrink: 0.0, ..default() },
        ));
    });
}

fn volume_words(ui: &Ui, volume: u8) -> String {
    if volume == 0 {
        ui.tr("settings-sound-off")
    } else {
        ui.tr_args("settings-sound-percent", &[("percent", volume.into())])
    }
}

fn hear_volume(
    change: On<ValueChange<f32>>,
    sliders: Query<(), With<Volume>>,
    ui: Res<Ui>,
    options: Res<Options>,
    mut chosen: ResMut<Chosen>,
    mut words: Query<&mut Text, With<VolumeWords>>,
) {
    if !sliders.contains(change.source) {
        return;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0–100")]
    let volume = change.value.clamp(0.0, 100.0).round() as u8;
    for mut words in &mut words {
        words.0 = volume_words(&ui, volume);
    }
    chosen.settings.volume = volume;
    if change.is_final {
        chosen.keep(&options);
    }
}
