//! Settings, over the title or over a paused run: language, text, timers, sound, motion.

use bevy::input_focus::AutoFocus;
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};
use bevy::ui_widgets::{Activate, ValueChange};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Back, Keep, Ui};
use crate::game::{Chosen, Options, Overlay};
use crate::session::TimerSetting;
use crate::settings::TextSize;
use crate::standard::Lang;

const TIMERS: [TimerSetting; 5] = [
    TimerSetting::Normal,
    TimerSetting::Slower,
    TimerSetting::Double,
    TimerSetting::Tenfold,
    TimerSetting::Off,
];

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Overlay::Settings), open_settings)
        .add_systems(Update, close_on_back.run_if(in_state(Overlay::Settings)))
        .add_observer(decide)
        .add_observer(hear_volume);
}

#[derive(Component, Clone, Copy, Debug, PartialEq)]
enum Intent {
    Lang(Lang),
    TextSize(TextSize),
    Timers(TimerSetting),
    Motion(bool),
    Projector(bool),
    Close,
}

/// The sound slider.
#[derive(Component)]
struct Volume;

/// The words beside the sound slider.
#[derive(Component)]
struct VolumeWords;

fn open_settings(mut commands: Commands, ui: Res<Ui>, chosen: Res<Chosen>) {
    let ui = ui.as_ref();
    let scrim = Node {
        position_type: PositionType::Absolute,
        width: Val::Percent(100.0),
        height: Val::Percent(100.0),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        padding: UiRect::all(Val::Px(GAP_L)),
        ..default()
    };
    commands
        .spawn((
            scrim,
            BackgroundColor(SCRIM),
            GlobalZIndex(100),
            TabGroup { order: 10, modal: true },
            DespawnOnExit(Overlay::Settings),
        ))
        .with_children(|scrim| {
            let sheet = Node {
                width: ui.em(50.0),
                max_width: Val::Percent(100.0),
                max_height: Val::Percent(100.0),
                padding: UiRect::all(Val::Px(GAP_XL)),
                ..column(GAP_M)
            };
            scrim.spawn(panel(sheet)).with_children(|sheet| {
                sheet.spawn(title(ui, ui.tr("settings-title")));
                if let Some(complaint) = &chosen.complaint {
                    sheet.spawn(notice(ui, ui.say(complaint), Tone::Fair));
                }
                scroll_area(sheet, Fit::Hug, GAP_L, |rows| spawn_rows(rows, ui, &chosen));
                let foot = Node { justify_content: JustifyContent::End, ..row(GAP_M) };
                sheet.spawn(foot).with_children(|foot| {
                    foot.spawn((
                        button(ui, Look::Primary, &ui.tr("settings-close")),
                        Intent::Close,
                        Keep("settings/close".to_owned()),
                        AutoFocus,
                    ));
                });
            });
        });
}

fn spawn_rows(rows: &mut ChildSpawnerCommands<'_>, ui: &Ui, chosen: &Chosen) {
    let settings = &chosen.settings;
    let langs = Lang::ALL.map(|lang| (Intent::Lang(lang), language_name(lang)));
    spawn_row(rows, ui, "settings-language", None, &langs, Intent::Lang(settings.lang));
    let sizes = TextSize::ALL
        .map(|size| (Intent::TextSize(size), ui.tr(&format!("text-size-{}", size.word()))));
    let now = Intent::TextSize(settings.text_size);
    spawn_row(rows, ui, "settings-text-size", None, &sizes, now);
    let views = [
        (Intent::Projector(false), ui.tr("settings-projector-off")),
        (Intent::Projector(true), ui.tr("settings-projector-on")),
    ];
    let now = Intent::Projector(settings.projector);
    spawn_row(rows, ui, "settings-projector", Some("settings-projector-note"), &views, now);
    let timers = TIMERS.map(|timers| (Intent::Timers(timers), timer_name(ui, timers)));
    let now = Intent::Timers(settings.timers);
    spawn_row(rows, ui, "settings-timers", Some("settings-timers-note"), &timers, now);
    spawn_volume(rows, ui, settings.volume);
    let motion = [
        (Intent::Motion(false), ui.tr("settings-motion-full")),
        (Intent::Motion(true), ui.tr("settings-motion-reduced")),
    ];
    let now = Intent::Motion(settings.reduced_motion);
    spawn_row(rows, ui, "settings-motion", None, &motion, now);
}

/// A language's name in itself, so that it is found from either.
fn language_name(lang: Lang) -> String {
    match lang {
        Lang::Zh => "简体中文",
        Lang::En => "English",
    }
    .to_owned()
}

/// A timer setting's name: `×1.5`, or the word for off.
pub(crate) fn timer_name(ui: &Ui, timers: TimerSetting) -> String {
    match timers {
        TimerSetting::Off => ui.tr("timers-off"),
        other => other.word().replace('x', "×"),
    }
}

/// A setting's name and note at the left, what sets it at the right, or under
/// them where the type is large.
fn spawn_named(
    rows: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    name: &str,
    note: Option<&str>,
    sets: impl FnOnce(&mut ChildSpawnerCommands<'_>),
) {
    let line = Node { flex_shrink: 0.0, ..wrap(GAP_S) };
    rows.spawn(line).with_children(|line| {
        let words = Node { width: ui.em(13.0), flex_shrink: 0.0, ..column(0.0) };
        line.spawn(words).with_children(|words| {
            words.spawn(strong(ui, ui.tr(name)));
            if let Some(note) = note {
                words.spawn(caption(ui, ui.tr(note)));
            }
        });
        let right = Node { flex_grow: 1.0, min_width: ui.em(20.0), ..row(GAP_L) };
        line.spawn(right).with_children(sets);
    });
}

fn spawn_row(
    rows: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    name: &str,
    note: Option<&str>,
    choices: &[(Intent, String)],
    now: Intent,
) {
    spawn_named(rows, ui, name, note, |line| {
        let strip = Node {
            padding: UiRect::all(Val::Px(GAP_XS)),
            border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
            ..wrap(GAP_XS)
        };
        line.spawn((strip, BackgroundColor(SUNK))).with_children(|strip| {
            for (intent, label) in choices {
                let mut segment = strip.spawn((
                    button(ui, Look::Segment, label),
                    Checkable,
                    *intent,
                    Keep(format!("settings/{intent:?}")),
                ));
                if *intent == now {
                    segment.insert(Checked);
                }
            }
        });
    });
}

fn spawn_volume(rows: &mut ChildSpawnerCommands<'_>, ui: &Ui, volume: u8) {
    spawn_named(rows, ui, "settings-sound", None, |right| {
        right.spawn((
            slider(&ui.tr("settings-sound"), 0.0, 100.0, 10.0, f32::from(volume)),
            Volume,
            Keep("settings/volume".to_owned()),
        ));
        right.spawn((
            line(ui, volume_words(ui, volume), Size::Body, false, INK),
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

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    siblings: Query<(Entity, &Intent)>,
    options: Res<Options>,
    mut chosen: ResMut<Chosen>,
    mut overlay: ResMut<NextState<Overlay>>,
    mut commands: Commands,
) {
    let Ok(intent) = intents.get(activate.entity) else { return };
    let same_row = |other: &Intent| std::mem::discriminant(other) == std::mem::discriminant(intent);
    for (entity, other) in &siblings {
        if *intent != Intent::Close && same_row(other) {
            if other == intent {
                commands.entity(entity).insert(Checked);
            } else {
                commands.entity(entity).remove::<Checked>();
            }
        }
    }
    match *intent {
        Intent::Lang(lang) => chosen.settings.lang = lang,
        Intent::TextSize(size) => chosen.settings.text_size = size,
        Intent::Timers(timers) => chosen.settings.timers = timers,
        Intent::Projector(on) => chosen.settings.projector = on,
        Intent::Motion(reduced) => chosen.settings.reduced_motion = reduced,
        Intent::Close => {
            overlay.set(Overlay::None);
            return;
        }
    }
    chosen.keep(&options);
}

fn close_on_back(
    mut back: MessageReader<Back>,
    options: Res<Options>,
    mut chosen: ResMut<Chosen>,
    mut overlay: ResMut<NextState<Overlay>>,
) {
    if back.read().count() > 0 {
        chosen.keep(&options);
        overlay.set(Overlay::None);
    }
}
