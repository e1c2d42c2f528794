//! Keys on the rows of things to look closer at: the beats of the strip, the customers.

use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusCause, FocusGained, FocusedInput, InputFocus, InputFocusVisible};
use bevy::prelude::*;

use super::markers::{self, Marker};
use super::{Intent, Reading};
use crate::game::theme::Bindings;
use crate::settings::Action;

/// Tab stops once at a row of things to look at, where it is being looked; the
/// arrow keys walk from there.
pub(super) fn tab_index(looked_at: bool) -> TabIndex {
    TabIndex(if looked_at { 0 } else { -1 })
}

/// Left and right go along such a row, however far apart its things stand; up and
/// down go through the markers of a beat, and beyond the last of them away.
pub(super) fn walk(
    mut key: On<FocusedInput<KeyboardInput>>,
    bindings: Res<Bindings>,
    intents: Query<(Entity, &Intent)>,
    markers: Query<&Marker>,
    mut reading: ResMut<Reading>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
) {
    if key.input.state != ButtonState::Pressed {
        return;
    }
    // On its way up to the row the event forgets in whose name it came.
    let here = intents.get(key.original_event_target()).map(|(_, intent)| *intent);
    let step = match bindings.means(key.input.key_code) {
        Some(Action::Left) => -1,
        Some(Action::Right) => 1,
        Some(way @ (Action::Up | Action::Down)) => {
            let step = if way == Action::Down { 1 } else { -1 };
            let on_beat = matches!(here, Ok(Intent::Visit(_)));
            if let Some(marker) = markers::next(&markers, *reading, step).filter(|_| on_beat) {
                reading.marker = Some(marker);
                visible.0 = true;
                key.propagate(false);
            }
            return;
        }
        _ => return,
    };
    let next = match here {
        Ok(Intent::Visit(visit)) => visit.checked_add_signed(step).map(Intent::Visit),
        Ok(Intent::Customer(who)) => who.checked_add_signed(step).map(Intent::Customer),
        _ => return,
    };
    key.propagate(false);
    visible.0 = true;
    if let Some((entity, _)) = intents.iter().find(|(_, intent)| Some(**intent) == next) {
        focus.set(entity, FocusCause::Navigated);
    }
}

/// Arrow keys along a row look closer at once, as they do in a list.
pub(super) fn follow_focus(
    gained: On<FocusGained>,
    intents: Query<&Intent>,
    mut reading: ResMut<Reading>,
) {
    if gained.cause != FocusCause::Navigated {
        return;
    }
    match intents.get(gained.entity) {
        Ok(Intent::Visit(visit)) => reading.visit(*visit),
        Ok(Intent::Customer(customer)) => reading.customer = *customer,
        _ => {}
    }
}
