//! The keyboard's way around a screen: arrows, digits, Esc, paging, and the focus ring.

use std::collections::BTreeMap;

use bevy::a11y::ActionRequest;
use bevy::ecs::system::SystemParam;
use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::directional_navigation::{AutoNavigationConfig, FocusableArea};
use bevy::input_focus::navigator::find_best_candidate;
use bevy::input_focus::tab_navigation::{TabGroup, TabIndex, TabNavigationPlugin};
use bevy::input_focus::{FocusCause, FocusedInput, InputFocus, InputFocusVisible};
use bevy::math::CompassOctant;
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::{InteractionDisabled, UiGlobalTransform};
use bevy::ui_widgets::{Activate, ScrollArea, ScrollIntoView};
use bevy::window::PrimaryWindow;

use super::tokens;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(TabNavigationPlugin)
        .add_message::<Back>()
        .add_message::<ActionRequest>()
        .add_systems(Startup, listen_for_keys)
        .add_systems(PreUpdate, answer_assistive_requests)
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

/// Keys that no focused widget has used for itself.
fn on_key(
    mut key: On<FocusedInput<KeyboardInput>>,
    reach: Reach<'_, '_>,
    digits: Query<(Entity, &Digit, Has<InteractionDisabled>)>,
    editing: Query<(), With<EditableText>>,
    mut scrolls: Scrolls<'_, '_>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    mut back: MessageWriter<Back>,
    mut commands: Commands,
) {
    if key.input.state != ButtonState::Pressed {
        return;
    }
    let code = key.input.key_code;
    if code == KeyCode::Escape && !key.input.repeat {
        key.propagate(false);
        back.write(Back);
        return;
    }
    if let Some(lines) = scroll_pages(code) {
        if let Some((node, mut position)) = scroll_at_hand(&reach, &mut scrolls, focus.get()) {
            let height = node.size().y * node.inverse_scale_factor();
            let most =
                ((node.content_size().y - node.size().y) * node.inverse_scale_factor()).max(0.0);
            position.y = (position.y + lines * height).clamp(0.0, most);
            key.propagate(false);
        }
        return;
    }
    if focus.get().is_some_and(|e| editing.contains(e)) {
        return;
    }
    if let Some(direction) = direction(code) {
        key.propagate(false);
        visible.0 = true;
        let areas = reach.areas();
        let here = focus.get().and_then(|e| areas.iter().find(|area| area.entity == e));
        let next = match here {
            Some(here) => {
                let mut config = AutoNavigationConfig::default();
                // Along a row one stays in the row; between rows one may step aside.
                if matches!(direction, CompassOctant::West | CompassOctant::East) {
                    config.min_alignment_factor = 0.1;
                }
                find_best_candidate(here, direction, &areas, &config)
            }
            None => first_of(&areas),
        };
        if let Some(next) = next {
            focus.set(next, FocusCause::Navigated);
        }
        return;
    }
    if let Some(digit) = digit(code)
        && !key.input.repeat
        && let Some((entity, ..)) =
            digits.iter().find(|(e, d, disabled)| d.0 == digit && !disabled && reach.holds(*e))
    {
        key.propagate(false);
        commands.trigger(Activate { entity });
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

/// How many screenfuls a key scrolls.
fn scroll_pages(code: KeyCode) -> Option<f32> {
    match code {
        KeyCode::PageDown => Some(0.85),
        KeyCode::PageUp => Some(-0.85),
        KeyCode::Home => Some(-1e6),
        KeyCode::End => Some(1e6),
        _ => None,
    }
}

fn direction(code: KeyCode) -> Option<CompassOctant> {
    match code {
        KeyCode::ArrowUp => Some(CompassOctant::North),
        KeyCode::ArrowDown => Some(CompassOctant::South),
        KeyCode::ArrowLeft => Some(CompassOctant::West),
        KeyCode::ArrowRight => Some(CompassOctant::East),
        _ => None,
    }
}

fn digit(code: KeyCode) -> Option<u8> {
    let row = [
        [KeyCode::Digit1, KeyCode::Numpad1],
        [KeyCode::Digit2, KeyCode::Numpad2],
        [KeyCode::Digit3, KeyCode::Numpad3],
        [KeyCode::Digit4, KeyCode::Numpad4],
        [KeyCode::Digit5, KeyCode::Numpad5],
        [KeyCode::Digit6, KeyCode::Numpad6],
        [KeyCode::Digit7, KeyCode::Numpad7],
        [KeyCode::Digit8, KeyCode::Numpad8],
        [KeyCode::Digit9, KeyCode::Numpad9],
    ];
    row.iter().zip(1..).find(|(codes, _)| codes.contains(&code)).map(|(_, digit)| digit)
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

/// Draws the ring around the focus while the keyboard is in use.
fn ring_the_focus(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    mut rings: Query<(Entity, Option<&mut Outline>), With<TabIndex>>,
    mut commands: Commands,
) {
    for (entity, ring) in &mut rings {
        let colour =
            if visible.0 && focus.get() == Some(entity) { tokens::FOCUS } else { Color::NONE };
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

/// Screen readers press and focus through requests that no widget hears by itself.
fn answer_assistive_requests(
    mut requests: MessageReader<ActionRequest>,
    reach: Reach<'_, '_>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    for ActionRequest(request) in requests.read() {
        let Some(entity) = Entity::try_from_bits(request.target_node.0) else { continue };
        if !reach.focusable.contains(entity) || !reach.holds(entity) {
            continue;
        }
        // The engine does not hand on the crate that names the actions; their
        // names are part of that crate's published interface.
        match format!("{:?}", request.action).as_str() {
            "Click" => commands.trigger(Activate { entity }),
            "Focus" => focus.set(entity, FocusCause::Navigated),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
