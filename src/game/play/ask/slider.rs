//! One quantity to set, with the marks of others beside it.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::ui_widgets::SliderValue;

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

/// The value, in figures.
#[derive(Component)]
struct Reading;

fn read_off(
    sliders: Query<&SliderValue, (With<Quantity>, Changed<SliderValue>)>,
    mut readings: Query<&mut Text, With<Reading>>,
) {
    for value in &sliders {
        for mut words in &mut readings {
            words.0 = format!("{:.0}", value.0);
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
    sheet.spawn(Node { flex_shrink: 0.0, ..column(0.0) }).with_children(|scale| {
        let above = Node {
            height: Val::Px(ui.px(Size::Caption) * 1.8),
            margin: UiRect::horizontal(Val::Px(INSET)),
            ..default()
        };
        scale.spawn(above).with_children(|above| {
            for (at, words) in marks {
                above.spawn((
                    caption(ui, format!("▼ {}", ui.say(words))),
                    Node {
                        position_type: PositionType::Absolute,
                        left: Val::Percent(share(*at)),
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
        let ends = Node { justify_content: JustifyContent::SpaceBetween, ..default() };
        scale.spawn(ends).with_children(|ends| {
            ends.spawn(caption(ui, ui.say(low)));
            ends.spawn((text(ui, value.to_string(), Size::Body, true, JADE_DEEP), Reading));
            ends.spawn(caption(ui, ui.say(high)));
        });
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
