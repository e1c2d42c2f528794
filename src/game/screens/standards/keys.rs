//! Arrow keys on the standards screen: up and down go along a list, left and right to the other one.

use bevy::ecs::system::SystemParam;
use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusCause, FocusedInput, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::ui::{Checked, InteractionDisabled};
use bevy::ui_widgets::ListItem;

use crate::game::theme::Bindings;
use crate::settings::Action;

use super::Intent;
use super::domains::Domains;
use super::results::Results;
use super::search::Typed;

/// Everything the arrow keys may go to.
#[derive(SystemParam)]
pub(super) struct Stops<'w, 's> {
    stops: Query<'w, 's, Has<InteractionDisabled>, With<TabIndex>>,
    children: Query<'w, 's, &'static Children>,
    standards: Query<'w, 's, (), With<ListItem>>,
    domains: Query<'w, 's, Entity, With<Domains>>,
    results: Query<'w, 's, Entity, With<Results>>,
    chosen: Query<'w, 's, (Entity, &'static Intent), With<Checked>>,
    field: Query<'w, 's, Entity, With<Typed>>,
    focus: ResMut<'w, InputFocus>,
    visible: ResMut<'w, InputFocusVisible>,
    bindings: Res<'w, Bindings>,
}

impl Stops<'_, '_> {
    /// What can be reached in a pane, or could if it were not disabled, from
    /// top to bottom.
    fn within(&self, pane: Entity) -> Vec<Entity> {
        let inside = self.children.iter_descendants_depth_first(pane);
        inside.filter(|entity| self.stops.contains(*entity)).collect()
    }

    /// The one above or below; above the first stands the search field.
    fn along(&self, pane: Option<Entity>, here: Entity, down: bool) -> Option<Entity> {
        let stops = self.within(pane?);
        let place = stops.iter().position(|entity| *entity == here)?;
        let open = |entity: &&Entity| self.stops.get(**entity).is_ok_and(|disabled| !disabled);
        if down {
            stops[place + 1..].iter().find(open).copied()
        } else {
            let above = stops[..place].iter().rev().find(open).copied();
            above.or_else(|| self.field.iter().next())
        }
    }

    /// The first standard that is shown.
    pub(super) fn first_standard(&self) -> Option<Entity> {
        let stops = self.within(self.results.iter().next()?);
        stops.into_iter().find(|entity| self.standards.contains(*entity))
    }

    fn chosen_domain(&self) -> Option<Entity> {
        let mut chosen = self.chosen.iter();
        chosen.find(|(_, intent)| matches!(intent, Intent::Domain(_))).map(|(entity, _)| entity)
    }

    pub(super) fn focused(&self) -> Option<Entity> {
        self.focus.get()
    }

    pub(super) fn go_to(&mut self, next: Option<Entity>) {
        if let Some(next) = next {
            self.focus.set(next, FocusCause::Navigated);
            self.visible.0 = true;
        }
    }
}

/// Up and down along the domains, right to the standards.
pub(super) fn along_domains(mut key: On<FocusedInput<KeyboardInput>>, mut stops: Stops<'_, '_>) {
    // The event's own entity changes on its way up.
    let Some(here) = stops.focused() else { return };
    let next = match (key.input.state, stops.bindings.means(key.input.key_code)) {
        (ButtonState::Pressed, Some(way @ (Action::Up | Action::Down))) => {
            stops.along(stops.domains.iter().next(), here, way == Action::Down)
        }
        (ButtonState::Pressed, Some(Action::Right)) => stops.first_standard(),
        _ => return,
    };
    key.propagate(false);
    stops.go_to(next);
}

/// Up and down along the standards and what is on them; left of a standard
/// stands the chosen domain.
pub(super) fn along_standards(mut key: On<FocusedInput<KeyboardInput>>, mut stops: Stops<'_, '_>) {
    // The event's own entity changes on its way up.
    let Some(here) = stops.focused() else { return };
    let next = match (key.input.state, stops.bindings.means(key.input.key_code)) {
        (ButtonState::Pressed, Some(way @ (Action::Up | Action::Down))) => {
            stops.along(stops.results.iter().next(), here, way == Action::Down)
        }
        (ButtonState::Pressed, Some(Action::Left)) if stops.standards.contains(here) => {
            stops.chosen_domain()
        }
        _ => return,
    };
    key.propagate(false);
    stops.go_to(next);
}

/// Tab stops once at the domains, where one is or at the chosen one.
pub(super) fn stop_once(
    focus: Res<InputFocus>,
    mut rows: Query<(Entity, &Intent, Has<Checked>, &mut TabIndex)>,
) {
    for (entity, intent, chosen, mut index) in &mut rows {
        if matches!(intent, Intent::Domain(_)) {
            let stop = chosen || focus.get() == Some(entity);
            index.set_if_neq(TabIndex(if stop { 0 } else { -1 }));
        }
    }
}
