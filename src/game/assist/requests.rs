//! What a screen reader asks for is done, as if it had been pressed, typed or dragged.

use accesskit::{Action, ActionData, ActionRequest as Asked};
use bevy::a11y::ActionRequest;
use bevy::ecs::system::SystemParam;
use bevy::input_focus::{FocusCause, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::text::{EditableText, TextEdit};
use bevy::ui::InteractionDisabled;
use bevy::ui_widgets::{Activate, ScrollIntoView, SetSliderValue, Slider, SliderValueChange};

use crate::game::awake::Awake;
use crate::game::theme::Reach;
use crate::game::theme::widgets::Look;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<ActionRequest>().add_systems(PreUpdate, answer);
}

/// What can be asked of the screen.
#[derive(SystemParam)]
struct Askable<'w, 's> {
    pressed: Query<'w, 's, Has<InteractionDisabled>, With<Look>>,
    sliders: Query<'w, 's, Has<InteractionDisabled>, With<Slider>>,
    typed: Query<'w, 's, &'static mut EditableText>,
    nodes: Query<'w, 's, (), With<Node>>,
}

fn answer(
    mut requests: MessageReader<ActionRequest>,
    reach: Reach<'_, '_>,
    mut askable: Askable<'_, '_>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    awake: Option<ResMut<Awake>>,
    mut commands: Commands,
) {
    if requests.is_empty() {
        return;
    }
    if let Some(mut awake) = awake {
        awake.settle();
    }
    for ActionRequest(Asked { action, target_node, data, .. }) in requests.read() {
        let Some(entity) = Entity::try_from_bits(target_node.0) else { continue };
        if !askable.nodes.contains(entity) || !reach.holds(entity) {
            continue;
        }
        match action {
            Action::Click if askable.pressed.get(entity).is_ok_and(|disabled| !disabled) => {
                // Whoever listens is where they last pressed.
                focus.set(entity, FocusCause::Navigated);
                visible.0 = true;
                commands.trigger(Activate { entity });
            }
            Action::Click | Action::Focus if reach.stops(entity) => {
                focus.set(entity, FocusCause::Navigated);
                visible.0 = true;
            }
            Action::ScrollIntoView => commands.trigger(ScrollIntoView { entity }),
            Action::Increment => {
                slide(entity, SliderValueChange::RelativeStep(1.0), &askable, &mut commands);
            }
            Action::Decrement => {
                slide(entity, SliderValueChange::RelativeStep(-1.0), &askable, &mut commands);
            }
            Action::SetValue => match data {
                Some(ActionData::NumericValue(value)) => {
                    #[allow(clippy::cast_possible_truncation, reason = "a slider's value is small")]
                    let value = *value as f32;
                    slide(entity, SliderValueChange::Absolute(value), &askable, &mut commands);
                }
                Some(ActionData::Value(words)) => {
                    if let Ok(mut field) = askable.typed.get_mut(entity) {
                        field.queue_edit(TextEdit::SelectAll);
                        field.queue_edit(TextEdit::Delete);
                        field.queue_edit(TextEdit::Insert(words.as_ref().into()));
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

fn slide(
    entity: Entity,
    change: SliderValueChange,
    askable: &Askable<'_, '_>,
    commands: &mut Commands<'_, '_>,
) {
    if askable.sliders.get(entity).is_ok_and(|disabled| !disabled) {
        commands.trigger(SetSliderValue { entity, change });
    }
}
