//! The strip along the top: where one is, the meters, the caption of a sound, pause.

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;
use bevy::text::LineBreak;
use bevy::ui_widgets::Activate;

use crate::game::assist::{ReadAs, ReadOut};
use crate::game::awake::Awake;
use crate::game::stage::StageHidden;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::game::{Chosen, Screen};
use crate::session::Meter;
use crate::settings::Action;
use crate::standard::{Lang, Text as Words};

use super::PlaySystems;
use super::controls;
use super::pause::Pause;
use super::run::Run;
use super::sound::Captions;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Play), hang_the_strip)
        .add_systems(
            Update,
            (fill_the_strip, tell_what_is_heard, keep_below).chain().in_set(PlaySystems::Show),
        )
        .add_observer(pause);
}

#[derive(Component)]
struct Strip;

#[derive(Component)]
struct PauseButton;

/// Lies under the strip, however high that is, by its upper padding.
#[derive(Component)]
pub(super) struct BelowStrip;

/// Where what is heard is told.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeardPlace {
    AboveTheDesk,
    /// Where type is large and the strip has room: people's faces are above the desk.
    InTheStrip,
}

/// The strip's height with ordinary type.
pub(super) const STRIP: f32 = 72.0;
/// From here on there is no room for everything.
const LARGE: f32 = 1.4;

/// Whether the meters and the buttons take the whole row.
fn crowded(ui: &Ui, meters: usize) -> bool {
    ui.scale() > LARGE && meters > 1
}

fn keep_below(
    strips: Query<&ComputedNode, With<Strip>>,
    mut below: Query<&mut Node, With<BelowStrip>>,
    mut hidden: ResMut<StageHidden>,
    mut awake: ResMut<Awake>,
) {
    let Ok(strip) = strips.single() else { return };
    if hidden.strip != strip.size().y {
        hidden.strip = strip.size().y;
    }
    let high = Val::Px((strip.size().y * strip.inverse_scale_factor()).max(STRIP));
    for mut node in &mut below {
        if node.padding.top != high {
            node.padding.top = high;
            awake.settle();
        }
    }
}

fn hang_the_strip(mut commands: Commands) {
    let strip = Node {
        position_type: PositionType::Absolute,
        left: Val::Px(0.0),
        right: Val::Px(0.0),
        top: Val::Px(0.0),
        padding: UiRect::new(Val::Px(GAP_L), Val::Px(GAP_L), Val::Px(GAP_M), Val::Px(GAP_S)),
        align_items: AlignItems::Start,
        justify_content: JustifyContent::SpaceBetween,
        column_gap: Val::Px(GAP_M),
        ..default()
    };
    commands.spawn((strip, Strip, Pickable::IGNORE, TabGroup::new(2), DespawnOnExit(Screen::Play)));
}

/// What the strip shows.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    label: Words,
    meters: Vec<Meter>,
    timers: &'static str,
    lang: Lang,
    scale: f32,
    edition: u32,
}

fn fill_the_strip(
    run: Res<Run>,
    ui: Res<Ui>,
    strips: Query<Entity, With<Strip>>,
    fresh: Query<(), Added<Strip>>,
    mut last: Local<Option<Shown>>,
    mut commands: Commands,
) {
    let Ok(strip) = strips.single() else { return };
    let shown = Shown {
        label: run.told.label.clone(),
        meters: run.meters(),
        timers: run.session.setup().timers.word(),
        lang: ui.lang(),
        scale: ui.scale(),
        edition: ui.edition(),
    };
    if fresh.is_empty() && last.as_ref() == Some(&shown) {
        return;
    }
    let ui = ui.as_ref();
    commands.entity(strip).despawn_children();
    commands.entity(strip).with_children(|strip| {
        let frame = Node {
            padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_S)),
            min_height: Val::Px(TOUCH),
            flex_shrink: 0.0,
            ..row(GAP_M)
        };
        let large = ui.scale() > LARGE;
        // The left part keeps its width; the right one wraps under itself.
        let left = Node { flex_shrink: 0.0, ..row(GAP_S) };
        strip.spawn((left, Pickable::IGNORE)).with_children(|left| {
            // Where type is large, two meters and the buttons take the whole row.
            if crowded(ui, shown.meters.len()) {
                return;
            }
            left.spawn((panel(frame.clone()), Pickable::IGNORE)).with_children(|place| {
                // The scenario's name is the first that can be missed.
                if !large {
                    let title = ui.say(&run.session.scenario().title).to_owned();
                    place.spawn(on_one_line(ui, title, true, INK));
                }
                place.spawn(on_one_line(ui, ui.say(&shown.label), false, INK_SOFT));
                if shown.timers != "x1" {
                    let name = crate::game::screens::timer_name(ui, run.session.setup().timers);
                    place.spawn(chip(ui, &name, Tone::Fair));
                }
            });
            left.spawn((row(GAP_S), HeardPlace::InTheStrip, Pickable::IGNORE));
        });
        let right = Node {
            justify_content: JustifyContent::End,
            align_items: AlignItems::Start,
            flex_shrink: 1.0,
            ..wrap(GAP_S)
        };
        strip.spawn((right, Pickable::IGNORE)).with_children(|right| {
            for meter in &shown.meters {
                right.spawn((panel(frame.clone()), Pickable::IGNORE)).with_children(|sheet| {
                    spawn_meter(sheet, ui, meter, large);
                });
            }
            let back = controls::Intent::LookBack;
            let kept = |name: &str| Keep(format!("play/{name}"));
            let (look_back, pause) = (ui.tr("play-look-back"), ui.tr("play-pause"));
            // Where type is large the keys' names have no room.
            if large {
                right.spawn((button(ui, Look::Plain, &look_back), back, kept("look-back")));
                right.spawn((button(ui, Look::Plain, &pause), PauseButton, kept("pause")));
            } else {
                let key = ui.key(Action::History);
                right.spawn((keyed(ui, Look::Plain, &look_back, &key), back, kept("look-back")));
                let key = ui.key(Action::Back);
                right.spawn((keyed(ui, Look::Plain, &pause, &key), PauseButton, kept("pause")));
            }
        });
    });
    *last = Some(shown);
}

/// How wide everything in the strip is where type is large, but for what is heard.
fn taken(ui: &Ui, run: &Run) -> f32 {
    let small = |words: &str, bold: bool| ui.width(words, Size::Caption, bold);
    let sheet = |inside: f32| inside + 2.0 * GAP_M + 2.0 + GAP_S;
    let timers = run.session.setup().timers;
    let pace = if timers.word() == "x1" {
        0.0
    } else {
        GAP_M + told_width(ui, &crate::game::screens::timer_name(ui, timers))
    };
    let meters = run.meters();
    let meters = meters.iter().map(|meter| {
        sheet(small(ui.say(&meter.label), false) + GAP_M + small(&meter.value.to_string(), true))
    });
    let buttons = [ui.tr("play-look-back"), ui.tr("play-pause")];
    let buttons =
        buttons.iter().map(|words| ui.width(words, Size::Body, false) + 2.0 * GAP_L + 2.0 + GAP_S);
    let place = sheet(small(ui.say(&run.told.label), false) + pace);
    place + meters.sum::<f32>() + buttons.sum::<f32>() + GAP_M + 2.0 * GAP_L
}

/// What is heard, told above the desk: there it hides no face.
fn tell_what_is_heard(
    ui: Res<Ui>,
    captions: Res<Captions>,
    chosen: Res<Chosen>,
    run: Res<Run>,
    strips: Query<&ComputedNode, With<Strip>>,
    places: Query<(Entity, &HeardPlace)>,
    fresh: Query<(), Added<HeardPlace>>,
    mut last: Local<Vec<String>>,
    mut commands: Commands,
) {
    let large = ui.scale() > LARGE;
    let heard = if chosen.settings.sound_captions { captions.words(&ui) } else { Vec::new() };
    // One row, whatever is heard; where type is large, only the newest fits.
    let most = if large { 1 } else { 3 };
    let newest = heard[heard.len().saturating_sub(most)..].to_vec();
    if fresh.is_empty() && !ui.is_changed() && *last == newest {
        return;
    }
    let strip = strips.single().map_or(0.0, |strip| strip.size().x * strip.inverse_scale_factor());
    let in_the_strip = large
        && !crowded(&ui, run.meters().len())
        && newest.iter().all(|words| taken(&ui, &run) + told_width(&ui, words) <= strip);
    let wanted = if in_the_strip { HeardPlace::InTheStrip } else { HeardPlace::AboveTheDesk };
    for (place, which) in &places {
        commands.entity(place).despawn_children();
        if *which == wanted {
            commands.entity(place).with_children(|row| {
                for words in &newest {
                    row.spawn((told(&ui, words), ReadOut::Politely, ReadAs(words.clone())));
                }
            });
        }
    }
    *last = newest;
}

fn spawn_meter(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui, meter: &Meter, large: bool) {
    #[allow(clippy::cast_precision_loss, reason = "meters are small whole numbers")]
    let share = (meter.value - meter.min) as f32 / (meter.max - meter.min).max(1) as f32;
    let trouble = if meter.high_is_good { 1.0 - share } else { share };
    let tone = if trouble >= 0.7 {
        Tone::Bad
    } else if trouble >= 0.4 {
        Tone::Fair
    } else {
        Tone::Good
    };
    parent.spawn(on_one_line(ui, ui.say(&meter.label), false, INK));
    // The number says it too.
    if !large {
        parent
            .spawn(Node { width: Val::Px(90.0), flex_shrink: 0.0, ..default() })
            .with_child(bar(share, None, tone, 10.0));
    }
    parent.spawn(on_one_line(ui, meter.value.to_string(), true, tone.ink()));
}

/// Small words that never break: the strip stays one row high.
fn on_one_line(ui: &Ui, words: impl Into<String>, bold: bool, colour: Color) -> impl Bundle {
    let (text, font, line, colour, _, pick) =
        written(ui, words, Size::Caption, bold, colour, Justified::Left);
    (text, font, line, colour, TextLayout::new(Justified::Left, LineBreak::NoWrap), pick)
}

fn pause(
    activate: On<Activate>,
    buttons: Query<(), With<PauseButton>>,
    mut pause: MessageWriter<Pause>,
) {
    if buttons.contains(activate.entity) {
        pause.write(Pause);
    }
}
