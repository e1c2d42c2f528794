//! The keyboard's way around a screen: arrows, digits, Esc, paging, and the focus ring.

use std::collections::BTreeMap;

use bevy::ecs::system::SystemParam;
use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::directional_navigation::{AutoNavigationConfig, FocusableArea};
use bevy::input_focus::navigator::find_best_candidate;
use bevy::input_focus::tab_navigation::{
    NavAction, TabGroup, TabIndex, TabNavigation, TabNavigationPlugin,
};
use bevy::input_focus::{
    FocusCause, FocusedInput, InputFocus, InputFocusSystems, InputFocusVisible,
};
use bevy::math::CompassOctant;
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::{InteractionDisabled, UiGlobalTransform};
use bevy::ui_widgets::{
    Activate, ScrollArea, ScrollIntoView, SetSliderValue, Slider, SliderValueChange,
};
use bevy::window::PrimaryWindow;

use super::keymap::{self, Bindings, Down, Keymap, Owned};
use super::tokens;
use super::widgets::Look;
use crate::settings::Action;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(TabNavigationPlugin)
        .add_message::<Back>()
        .init_resource::<Bindings>()
        .init_resource::<Owned>()
        .add_systems(Startup, listen_for_keys)
        .add_systems(PreUpdate, keymap::see_whose_keys.before(InputFocusSystems::Dispatch))
        .add_systems(Update, leave_what_is_typed)
        .add_systems(Update, (restore_focus, ring_the_focus, keep_focus_in_sight).chain());
}

/// Esc was pressed: back, or pause. Whichever screen is on top decides.
#[derive(Message, Clone, Copy, Debug)]
pub(crate) struct Back;

/// Pressing this digit, 1 to 9, is the same as pressing the button.
#[derive(Component, Clone, Copy, Debug)]
pub(crate) struct Digit(pub(crate) u8);

/// A name that outlives a rebuilt screen: the focus comes back to the widget
/// that bears the name it was on.
#[derive(Component, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Keep(pub(crate) String);

/// Lies beside the screens: a screen that is built anew meanwhile does not take
/// the focus from it.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(crate) struct Aside;

fn listen_for_keys(mut commands: Commands, window: Query<Entity, With<PrimaryWindow>>) {
    for window in &window {
        commands.entity(window).observe(on_key);
    }
}

/// What can be reached now: everything with a tab index that is shown, or only
/// what lies in the topmost modal group.
#[derive(SystemParam)]
pub(crate) struct Reach<'w, 's> {
    focusable: Query<
        'w,
        's,
        (
            Entity,
            &'static TabIndex,
            &'static ComputedNode,
            &'static UiGlobalTransform,
            &'static InheritedVisibility,
        ),
    >,
    groups: Query<'w, 's, (Entity, &'static TabGroup)>,
    parents: Query<'w, 's, &'static ChildOf>,
}

impl Reach<'_, '_> {
    fn modal(&self) -> Option<Entity> {
        let modals = self.groups.iter().filter(|(_, group)| group.modal);
        modals.max_by_key(|(_, group)| group.order).map(|(entity, _)| entity)
    }

    /// Whether the keyboard may act on this entity now.
    pub(crate) fn holds(&self, entity: Entity) -> bool {
        let chain = || std::iter::once(entity).chain(self.parents.iter_ancestors(entity));
        self.modal().is_none_or(|modal| chain().any(|e| e == modal))
    }

    /// Whether the focus may come to this entity now.
    pub(crate) fn stops(&self, entity: Entity) -> bool {
        self.focusable.contains(entity) && self.holds(entity)
    }

    fn areas(&self) -> Vec<FocusableArea> {
        self.focusable
            .iter()
            .filter(|(entity, index, node, _, shown)| {
                index.0 >= 0 && !node.is_empty() && shown.get() && self.holds(*entity)
            })
            .map(|(entity, _, node, transform, _)| FocusableArea {
                entity,
                position: transform.translation * node.inverse_scale_factor(),
                size: node.size() * node.inverse_scale_factor(),
            })
            .collect()
    }
}

/// What one can go to and press: the parts of a screen that keys act on.
#[derive(SystemParam)]
pub(super) struct Controls<'w, 's> {
    digits: Query<'w, 's, (Entity, &'static Digit, Has<InteractionDisabled>)>,
    pressable: Query<'w, 's, Has<InteractionDisabled>, With<Look>>,
    sliders: Query<'w, 's, Has<InteractionDisabled>, With<Slider>>,
    tabs: TabNavigation<'w, 's>,
}

/// Keys that no focused widget has used for itself.
fn on_key(
    mut key: On<FocusedInput<KeyboardInput>>,
    down: Down<'_, '_>,
    bindings: Res<Bindings>,
    reach: Reach<'_, '_>,
    controls: Controls<'_, '_>,
    mut scrolls: Scrolls<'_, '_>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    mut back: MessageWriter<Back>,
    mut commands: Commands,
) {
    let named = keymap::key(key.input.key_code);
    let meant =
        named.filter(|key| down.means_something(*key, &focus)).and_then(|k| bindings.action(k));
    let Some(action) = meant.filter(|_| key.input.state == ButtonState::Pressed) else { return };
    let first = !key.input.repeat;
    match action {
        // From a field one goes back by a way of its own.
        Action::Back if first && !down.typing(&focus) => {
            back.write(Back);
        }
        Action::PageUp | Action::PageDown | Action::Top | Action::Bottom => {
            let Some((node, mut position)) = scroll_at_hand(&reach, &mut scrolls, focus.get())
            else {
                return;
            };
            let height = node.size().y * node.inverse_scale_factor();
            let most =
                ((node.content_size().y - node.size().y) * node.inverse_scale_factor()).max(0.0);
            position.y = (position.y + screenfuls(action) * height).clamp(0.0, most);
        }
        Action::NextControl | Action::PreviousControl => {
            // Tab itself, with and without Shift, is the engine's.
            if key.input.key_code == KeyCode::Tab {
                return;
            }
            let way =
                if action == Action::NextControl { NavAction::Next } else { NavAction::Previous };
            visible.0 = true;
            if let Ok(next) = controls.tabs.navigate(&focus, way) {
                focus.set(next, FocusCause::Navigated);
            }
        }
        Action::Up | Action::Down | Action::Left | Action::Right => {
            let here = focus.get();
            if let Some(entity) = here.filter(|e| controls.sliders.get(*e).is_ok_and(|off| !off))
                && let Some(change) = slider_step(action)
            {
                commands.trigger(SetSliderValue { entity, change });
            } else if let Some(next) = next_by_place(&reach, here, action) {
                focus.set(next, FocusCause::Navigated);
            }
            visible.0 = true;
        }
        Action::Confirm if first => {
            // The engine's button hears Enter and Space for itself.
            let entity = focus.get().filter(|e| controls.pressable.get(*e).is_ok_and(|off| !off));
            let Some(entity) = entity else { return };
            commands.trigger(Activate { entity });
        }
        Action::Option(number) if first => {
            let mut digits = controls.digits.iter();
            let Some((entity, ..)) = digits
                .find(|(e, digit, disabled)| digit.0 == number && !disabled && reach.holds(*e))
            else {
                return;
            };
            commands.trigger(Activate { entity });
        }
        _ => return,
    }
    key.propagate(false);
}

/// The control that lies next in a direction; with nothing in focus, the first.
fn next_by_place(reach: &Reach<'_, '_>, focus: Option<Entity>, way: Action) -> Option<Entity> {
    let areas = reach.areas();
    let direction = match way {
        Action::Up => CompassOctant::North,
        Action::Down => CompassOctant::South,
        Action::Left => CompassOctant::West,
        _ => CompassOctant::East,
    };
    let Some(here) = focus.and_then(|e| areas.iter().find(|area| area.entity == e)) else {
        return first_of(&areas);
    };
    let mut config = AutoNavigationConfig::default();
    // Along a row one stays in the row; between rows one may step aside.
    if matches!(direction, CompassOctant::West | CompassOctant::East) {
        config.min_alignment_factor = 0.1;
    }
    find_best_candidate(here, direction, &areas, &config)
}

/// What going left or right does to a slider. Up and down lead away from it.
fn slider_step(way: Action) -> Option<SliderValueChange> {
    match way {
        Action::Left => Some(SliderValueChange::RelativeStep(-1.0)),
        Action::Right => Some(SliderValueChange::RelativeStep(1.0)),
        _ => None,
    }
}

/// Esc leaves a screen from a field on it too: the field takes the key for itself.
fn leave_what_is_typed(keymap: Keymap<'_, '_>, mut back: MessageWriter<Back>) {
    if keymap.typing() && keymap.pressed(Action::Back) {
        back.write(Back);
    }
}

type Scrolls<'w, 's> =
    Query<'w, 's, (Entity, &'static ComputedNode, &'static mut ScrollPosition), With<ScrollArea>>;

/// The scroll area around the focus, or else the largest one that has more to show.
fn scroll_at_hand<'a>(
    reach: &Reach<'_, '_>,
    scrolls: &'a mut Scrolls<'_, '_>,
    focus: Option<Entity>,
) -> Option<(&'a ComputedNode, Mut<'a, ScrollPosition>)> {
    let more = |node: &ComputedNode| node.content_size().y > node.size().y + 0.5;
    let around = focus.and_then(|f| {
        std::iter::once(f)
            .chain(reach.parents.iter_ancestors(f))
            .find(|e| scrolls.get(*e).is_ok_and(|(_, node, _)| more(node)))
    });
    let chosen = around.or_else(|| {
        scrolls
            .iter()
            .filter(|(entity, node, _)| more(node) && reach.holds(*entity))
            .max_by(|(_, a, _), (_, b, _)| {
                a.size().element_product().total_cmp(&b.size().element_product())
            })
            .map(|(entity, ..)| entity)
    })?;
    let (_, node, position) = scrolls.get_mut(chosen).ok()?;
    Some((node, position))
}

/// The area to begin with: the topmost, and of those the leftmost.
fn first_of(areas: &[FocusableArea]) -> Option<Entity> {
    areas
        .iter()
        .min_by(|a, b| {
            a.position.y.total_cmp(&b.position.y).then(a.position.x.total_cmp(&b.position.x))
        })
        .map(|area| area.entity)
}

/// How many screenfuls a paging key scrolls.
fn screenfuls(action: Action) -> f32 {
    match action {
        Action::PageDown => 0.85,
        Action::PageUp => -0.85,
        Action::Top => -1e6,
        _ => 1e6,
    }
}

/// Brings the focus back to where it was when a screen is built anew, and keeps
/// it inside a panel that lies over everything.
fn restore_focus(
    added: Query<(Entity, &Keep), Added<Keep>>,
    keeps: Query<(Entity, &Keep)>,
    asides: Query<(), With<Aside>>,
    fresh: Query<(), Added<TabIndex>>,
    alive: Query<()>,
    reach: Reach<'_, '_>,
    mut remembered: Local<BTreeMap<String, String>>,
    mut held: Local<Option<Entity>>,
    mut focus: ResMut<InputFocus>,
) {
    // What was just built asks for the focus, but may not take it from beside.
    let taken = focus.get().is_some_and(|e| fresh.contains(e) && !asides.contains(e));
    if let Some(before) = held.filter(|e| taken && asides.contains(*e) && reach.holds(*e)) {
        focus.set(before, FocusCause::Navigated);
    }
    let page = |name: &str| name.split('/').next().unwrap_or_default().to_owned();
    let aside = focus.get().is_some_and(|e| asides.contains(e));
    for (entity, Keep(name)) in added.iter().filter(|_| !aside) {
        if remembered.get(&page(name)) == Some(name) && reach.holds(entity) {
            focus.set(entity, FocusCause::Navigated);
        }
    }
    let lost = focus.get().is_none_or(|e| !reach.focusable.contains(e) || !reach.holds(e));
    if lost && reach.modal().is_some() {
        if let Some(first) = first_of(&reach.areas()) {
            focus.set(first, FocusCause::Navigated);
        }
    } else if focus.get().is_some_and(|e| !alive.contains(e)) {
        // What was in focus is gone, as when a panel closes: back to before it.
        let before = keeps.iter().find(|(entity, Keep(name))| {
            remembered.get(&page(name)) == Some(name) && reach.holds(*entity)
        });
        match before {
            Some((entity, _)) => focus.set(entity, FocusCause::Navigated),
            None => focus.clear(),
        }
    } else if let Some((_, Keep(name))) = focus.get().and_then(|e| keeps.get(e).ok())
        && remembered.get(&page(name)) != Some(name)
    {
        remembered.insert(page(name), name.clone());
    }
    *held = focus.get().filter(|e| asides.contains(*e));
}

/// Draws the ring around the focus while the keyboard is in use, and ever around what
/// is typed in.
fn ring_the_focus(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    typed: Query<(), With<EditableText>>,
    mut rings: Query<(Entity, Option<&mut Outline>), With<TabIndex>>,
    mut commands: Commands,
) {
    for (entity, ring) in &mut rings {
        let colour = if focus.get() == Some(entity) && (visible.0 || typed.contains(entity)) {
            tokens::FOCUS
        } else {
            Color::NONE
        };
        match ring {
            Some(mut ring) if ring.color != colour => ring.color = colour,
            Some(_) => {}
            None => {
                commands.entity(entity).try_insert(Outline::new(
                    Val::Px(3.0),
                    Val::Px(2.0),
                    colour,
                ));
            }
        }
    }
}

/// Scrolls to the focus when the keyboard has moved it out of sight.
fn keep_focus_in_sight(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    nodes: Query<&ComputedNode>,
    mut shown: Local<Option<Entity>>,
    mut commands: Commands,
) {
    let Some(entity) = focus.get().filter(|e| Some(*e) != *shown) else { return };
    // A widget built this very frame has no size yet; the next frame will do.
    if nodes.get(entity).is_ok_and(|node| !node.is_empty()) {
        *shown = Some(entity);
        if visible.0 {
            commands.trigger(ScrollIntoView { entity });
        }
    }
}

#[cfg(test)]
mod tests;
