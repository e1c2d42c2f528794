//! One quantity to set, with the marks of others beside it.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::ui_widgets::{SliderRange, SliderValue};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::{Ask, Now};

use super::super::PlaySystems;
use super::super::act::Quantity;
use super::super::run::Run;
use super::spawn_done;

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

pub(super) fn spawn(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run, ask: &Ask) {
    let Ask::Slider { min, max, start, low, high, marks } = ask else { return };
    let value = match run.session.view().now {
        Now::Asking(asking) => asking.value.unwrap_or(*start),
        _ => *start,
    };
    #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
    let (low_end, high_end, now) = (*min as f32, *max as f32, value as f32);
    let share = |at: i32| {
        #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
        let share = (at - min) as f32 / (max - min).max(1) as f32;
        share.clamp(0.0, 1.0) * 100.0
    };
    let step = ((max - min) / 50).max(1);
    #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
    let step = step as f32;
    // Along the thumb's way, which ends half a thumb before the track does.
    let along = |high: f32| Node {
        height: Val::Px(high.round()),
        margin: UiRect::horizontal(Val::Px(INSET)),
        ..default()
    };
    let small = ui.px(Size::Caption);
    sheet.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|whole| {
        whole.spawn(line(ui, ui.say(low), Size::Caption, false, INK_SOFT));
        whole.spawn(Node { flex_grow: 1.0, ..column(0.0) }).with_children(|scale| {
            scale.spawn(along(small * 1.8)).with_children(|above| {
                for (at, words) in marks {
                    above.spawn((
                        line(ui, format!("▼ {}", ui.say(words)), Size::Caption, false, INK_SOFT),
                        Node {
                            position_type: PositionType::Absolute,
                            left: Val::Percent(share(*at)),
                            // The tip is in the middle of a sign one em wide.
                            margin: UiRect::left(Val::Px(-small / 2.0)),
                            ..default()
                        },
                    ));
                }
            });
            scale.spawn((
                slider(ui.say(&run_label(run)), low_end, high_end, step, now),
                Quantity,
                AutoFocus,
                Keep("play/slider".to_owned()),
            ));
            scale.spawn(along(ui.px(Size::Body) * 1.5)).with_children(|below| {
                let point = Node {
                    position_type: PositionType::Absolute,
                    left: Val::Percent(share(value)),
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

/// The question, as the slider's name for those who hear the screen.
fn run_label(run: &Run) -> crate::standard::Text {
    match run.session.view().now {
        Now::Asking(asking) => asking.prompt.text,
        _ => crate::standard::Text::default(),
    }
}
