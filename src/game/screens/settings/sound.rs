//! What is heard, how loud, and what of it is written.

use bevy::prelude::*;
use bevy::ui_widgets::ValueChange;

use super::rows::{Choice, spawn_named, spawn_row};
use crate::game::play::{Ears, Sample, SoundClass};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::game::{Chosen, Options};
use crate::settings::Settings;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Sample>().add_observer(hear_loudness);
}

/// A slider, and what it is the loudness of.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
struct Loudness(SoundClass);

/// The words beside a slider.
#[derive(Component)]
struct LoudnessWords(Loudness);

impl Loudness {
    const ALL: [Loudness; 3] = [
        Loudness(SoundClass::Everything),
        Loudness(SoundClass::Ambience),
        Loudness(SoundClass::Speech),
    ];

    /// Its key among the words.
    fn name(self) -> &'static str {
        match self.0 {
            SoundClass::Everything => "settings-sound",
            SoundClass::Ambience => "settings-ambience",
            SoundClass::Speech => "settings-speech",
        }
    }

    /// Where it is kept.
    fn of(self, settings: &mut Settings) -> &mut u8 {
        match self.0 {
            SoundClass::Everything => &mut settings.volume,
            SoundClass::Ambience => &mut settings.ambience,
            SoundClass::Speech => &mut settings.speech,
        }
    }
}

pub(super) fn spawn(
    rows: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    now: &Settings,
    ears: Option<&Ears>,
) {
    if ears.is_some_and(|ears| ears.are_missing()) {
        rows.spawn(notice(ui, &ui.tr("settings-no-ears"), Tone::Fair));
    }
    let mut kept = now.clone();
    for loudness in Loudness::ALL {
        let percent = *loudness.of(&mut kept);
        spawn_named(rows, ui, loudness.name(), None, |right| {
            right.spawn((
                slider(&ui.tr(loudness.name()), 0.0, 100.0, 10.0, f32::from(percent)),
                loudness,
                Keep(format!("settings/{}", loudness.name())),
            ));
            right.spawn((
                line(ui, words(ui, percent), Size::Body, false, INK),
                LoudnessWords(loudness),
                Node { width: ui.em(3.5), flex_shrink: 0.0, ..default() },
            ));
        });
    }
    let (captions, cues) = (now.sound_captions, now.verdict_cues);
    let choices = [true, false].map(|on| {
        let change = move |settings: &mut Settings| settings.sound_captions = on;
        Choice::new(on_or_off(ui, on), captions == on, change)
    });
    let note = Some("settings-captions-note");
    spawn_row(rows, ui, "settings-captions", note, choices.into());
    let choices = [true, false].map(|on| {
        let change = move |settings: &mut Settings| settings.verdict_cues = on;
        Choice::new(on_or_off(ui, on), cues == on, change)
    });
    spawn_row(rows, ui, "settings-cues", Some("settings-cues-note"), choices.into());
}

fn on_or_off(ui: &Ui, on: bool) -> String {
    ui.tr(if on { "settings-on" } else { "settings-off" })
}

fn words(ui: &Ui, percent: u8) -> String {
    if percent == 0 {
        ui.tr("settings-sound-off")
    } else {
        ui.tr_args("settings-sound-percent", &[("percent", percent.into())])
    }
}

fn hear_loudness(
    change: On<ValueChange<f32>>,
    sliders: Query<&Loudness>,
    ui: Res<Ui>,
    options: Res<Options>,
    mut chosen: ResMut<Chosen>,
    mut beside: Query<(&mut Text, &LoudnessWords)>,
    mut samples: MessageWriter<Sample>,
) {
    let Ok(loudness) = sliders.get(change.source) else { return };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0–100")]
    let percent = change.value.clamp(0.0, 100.0).round() as u8;
    for (mut text, of) in &mut beside {
        if of.0 == *loudness {
            text.0 = words(&ui, percent);
        }
    }
    *loudness.of(&mut chosen.settings) = percent;
    if change.is_final {
        samples.write(Sample(loudness.0));
        chosen.keep(&options);
    }
}
