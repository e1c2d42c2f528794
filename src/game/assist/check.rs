//! What of a screen cannot be reached, cannot be read, or says nothing to who listens.

use std::collections::BTreeSet;

use accesskit::Role;
use bevy::a11y::AccessibilityNode;
use bevy::color::Mix;
use bevy::ecs::system::SystemState;
use bevy::input_focus::tab_navigation::{NavAction, TabIndex, TabNavigation};
use bevy::input_focus::{FocusCause, InputFocus};
use bevy::math::Rect;
use bevy::prelude::*;
use bevy::ui::UiGlobalTransform;

use crate::game::Screen;
use crate::game::inspect::{Fault, FaultKind};
use crate::game::theme::Reach;
use crate::game::theme::sight::{READABLE, contrast};
use crate::game::theme::surface::{Ground, ground_colour};
use crate::game::theme::tokens::PAPER;

/// The most characters of a text that stand for it.
const NAME: usize = 40;

/// Everything wrong now. A screen reader must have been asked for, and the
/// screen be at rest.
pub(crate) fn faults(world: &mut World) -> Vec<Fault> {
    let mut faults = controls(world);
    faults.extend(texts(world));
    faults
}

fn fault(kind: FaultKind, what: &str, (node, place): (&ComputedNode, &UiGlobalTransform)) -> Fault {
    let scale = node.inverse_scale_factor();
    let rect = Rect::from_center_size(place.translation * scale, node.size() * scale);
    Fault { kind, what: what.chars().take(NAME).collect(), other: None, rect, by: 0.0 }
}

/// What a control is asked for.
type Control<'w> = (
    Entity,
    &'w TabIndex,
    (&'w ComputedNode, &'w UiGlobalTransform),
    &'w InheritedVisibility,
    Option<&'w AccessibilityNode>,
);

fn controls(world: &mut World) -> Vec<Fault> {
    let walked = tab_through(world);
    let mut state = SystemState::<(Reach<'_, '_>, Query<Control<'_>>)>::new(world);
    let Ok((reach, all)) = state.get(world) else { return Vec::new() };
    let mut faults = Vec::new();
    for (entity, index, place, shown, described) in &all {
        if !reach.holds(entity) {
            continue;
        }
        let name = described.and_then(|node| node.label()).unwrap_or_default();
        let seen = shown.get() && !place.0.is_empty();
        let role = described.map_or(Role::Unknown, |node| node.role());
        let wrong = [
            (FaultKind::Unseen, !seen && walked.contains(&entity)),
            (FaultKind::NoRole, seen && matches!(role, Role::Unknown | Role::GenericContainer)),
            (FaultKind::NoName, seen && name.trim().is_empty()),
            (FaultKind::PastTab, seen && index.0 >= 0 && !walked.contains(&entity)),
        ];
        let kinds = wrong.into_iter().filter(|(_, wrong)| *wrong).map(|(kind, _)| kind);
        faults.extend(kinds.map(|kind| fault(kind, name, place)));
    }
    faults
}

/// Everything Tab comes to, from where the focus is and all the way round.
fn tab_through(world: &mut World) -> BTreeSet<Entity> {
    let mut state =
        SystemState::<(TabNavigation<'_, '_>, Res<InputFocus>, Reach<'_, '_>)>::new(world);
    let Ok((tabs, focus, reach)) = state.get(world) else { return BTreeSet::new() };
    let mut at = InputFocus::default();
    if let Some(entity) = focus.get().filter(|entity| reach.stops(*entity)) {
        at.set(entity, FocusCause::Navigated);
    }
    let mut walked = BTreeSet::new();
    while let Ok(next) = tabs.navigate(&at, NavAction::Next) {
        at.set(next, FocusCause::Navigated);
        if !walked.insert(next) {
            break;
        }
    }
    walked
}

/// What a text is asked for.
type Words<'w> = (
    Entity,
    &'w Text,
    Option<&'w TextColor>,
    (&'w ComputedNode, &'w UiGlobalTransform),
    &'w InheritedVisibility,
);

fn texts(world: &mut World) -> Vec<Fault> {
    let mut state = SystemState::<(
        Query<Words<'_>>,
        Query<&AccessibilityNode>,
        Query<Ground<'_>>,
        Query<&ChildOf>,
        Option<Res<State<Screen>>>,
    )>::new(world);
    let Ok((texts, nodes, grounds, parents, screen)) = state.get(world) else { return Vec::new() };
    // Under everything lies the page, or on the stage a picture of any colour.
    let page = screen.is_none_or(|screen| *screen.get() != Screen::Play).then_some(PAPER);
    let mut faults = Vec::new();
    for (entity, words, ink, place, shown) in &texts {
        if !shown.get() || place.0.is_empty() || words.0.trim().is_empty() {
            continue;
        }
        let chain = || std::iter::once(entity).chain(parents.iter_ancestors(entity));
        let read = chain().any(|e| {
            let says = |node: &AccessibilityNode| {
                node.label().or(node.value()).is_some_and(|words| !words.trim().is_empty())
            };
            nodes.get(e).is_ok_and(says)
        });
        if !read {
            faults.push(fault(FaultKind::Unread, &words.0, place));
        }
        let ground = chain().filter_map(|e| ground_colour(grounds.get(e).ok()?));
        let far = ink.zip(under(ground, page)).map_or(0.0, |(ink, on)| contrast(ink.0, on));
        if far < READABLE {
            let faint = fault(FaultKind::Faint, &words.0, place);
            faults.push(Fault { by: READABLE - far, ..faint });
        }
    }
    faults
}

/// The colour one sees through grounds that lie on each other, the topmost first.
fn under(grounds: impl Iterator<Item = Color>, page: Option<Color>) -> Option<Color> {
    let mut veils = Vec::new();
    let mut bottom = page;
    for ground in grounds {
        if ground.alpha() >= 0.99 {
            bottom = Some(ground);
            break;
        }
        veils.push(ground);
    }
    let bottom = bottom?;
    Some(
        veils
            .into_iter()
            .rev()
            .fold(bottom, |below, veil| Mix::mix(&below, &veil.with_alpha(1.0), veil.alpha())),
    )
}
