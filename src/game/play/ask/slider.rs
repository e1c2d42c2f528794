//! One quantity to set, with the marks of others beside it: on a scale, as a voice, in a cup.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::ui_widgets::{SliderRange, SliderValue};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::scenario::SliderLook;
use crate::session::{Ask, Asking};

use super::super::PlaySystems;
use super::super::act::Quantity;
use super::{meter, pour, spawn_done};

/// Half the thumb, by which the slider's ends are inset.
const INSET: f32 = 12.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, read_off.in_set(PlaySystems::Show));
}

/// The value in figures, under the thumb.
#[derive(Component)]
struct Reading;

fn read_off(
    sliders: Query<(&SliderValue, &SliderRange), (With<Quantity>, Changed<SliderValue>)>,
    mut readings: Query<(&mut Text, &ChildOf), With<Reading>>,
    mut places: Query<&mut Node>,
) {
    for (value, range) in &sliders {
        for (mut words, place) in &mut readings {
            words.0 = format!("{:.0}", value.0);
            if let Ok(mut place) = places.get_mut(place.parent()) {
                place.left = Val::Percent(range.thumb_position(value.0) * 100.0);
            }
        }
    }
}

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    asking: &Asking,
    value: Option<i32>,
) {
    let Ask::Slider { min, max, start, low, high, marks, look, rises } = &asking.prompt.ask else {
        return;
    };
    let value = value.unwrap_or(*start);
    let label = ui.say(&asking.prompt.text);
    let step = ((max - min) / 50).max(1);
    if *look == SliderLook::Cup {
        let marks: Vec<(f32, &str)> =
            marks.iter().map(|(at, words)| (share(*min, *max, *at), ui.say(words))).collect();
        let cup = pour::Pour { low: *min, high: *max, rises: *rises };
        pour::spawn(sheet, ui, label, cup, value, (ui.say(low), ui.say(high)), &marks);
        spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
            foot.spawn((
                text(ui, ui.tr("play-pour-hint"), Size::Caption, false, INK_SOFT),
                Node { flex_shrink: 1.0, flex_grow: 1.0, flex_basis: Val::Px(0.0), ..default() },
            ));
        });
        return;
    }
    #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
    let range = (*min as f32, *max as f32, step as f32, value as f32);
    // Along the thumb's way, which ends half a thumb before the track does.
    let along = |high: f32| Node {
        height: Val::Px(high.round()),
        margin: UiRect::horizontal(Val::Px(INSET)),
        ..default()
    };
    let small = ui.px(Size::Caption);
    sheet.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|whole| {
        if *look == SliderLook::Voice {
            meter::spawn_speaker(whole);
        }
        let bulb = if *look == SliderLook::Thermometer { meter::BULB - INSET } else { 0.0 };
        whole.spawn((
            line(ui, ui.say(low), Size::Caption, false, INK_SOFT),
            Node { margin: UiRect::right(Val::Px(bulb)), ..default() },
        ));
        whole.spawn(grow_as(column(0.0))).with_children(|scale| {
            scale.spawn(along(small * 1.8)).with_children(|above| {
                for (at, words) in marks {
                    above.spawn((
                        line(ui, format!("▼ {}", ui.say(words)), Size::Caption, false, INK_SOFT),
                        Node {
                            position_type: PositionType::Absolute,
                            left: Val::Percent(share(*min, *max, *at) * 100.0),
                            // The tip is in the middle of a sign one em wide.
                            margin: UiRect::left(Val::Px(-small / 2.0)),
                            ..default()
                        },
                    ));
                }
            });
            let (low, high, step, now) = range;
            let mut control = match look {
                SliderLook::Voice => meter::voice(scale, label, range),
                SliderLook::Thermometer => meter::thermometer(scale, label, range),
                SliderLook::Scale | SliderLook::Cup => {
                    scale.spawn(slider(label, low, high, step, now))
                }
            };
            control.insert((Quantity, AutoFocus, Keep("play/slider".to_owned())));
            scale.spawn(along(ui.px(Size::Body) * 1.5)).with_children(|below| {
                let point = Node {
                    position_type: PositionType::Absolute,
                    left: Val::Percent(share(*min, *max, value) * 100.0),
                    width: Val::Px(0.0),
                    justify_content: JustifyContent::Center,
                    ..default()
                };
                below.spawn(point).with_child((
                    line(ui, value.to_string(), Size::Body, true, JADE_DEEP),
                    Node { flex_shrink: 0.0, ..default() },
                    Reading,
                ));
            });
        });
        whole.spawn(line(ui, ui.say(high), Size::Caption, false, INK_SOFT));
    });
    spawn_done(sheet, ui, &ui.tr("play-done"), true, |_| {});
}

/// The same, with the room that is left and no more.
fn grow_as(node: Node) -> Node {
    Node { flex_grow: 1.0, flex_basis: Val::Px(0.0), min_width: Val::Px(0.0), ..node }
}

/// How far along the scale a value is, 0 to 1.
fn share(min: i32, max: i32, at: i32) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
    let share = (at - min) as f32 / (max - min).max(1) as f32;
    share.clamp(0.0, 1.0)
}
