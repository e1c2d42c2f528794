//! What of a screen cannot be reached, pressed or heard about.

use std::collections::BTreeSet;

use accesskit::Role;
use bevy::a11y::AccessibilityNode;
use bevy::ecs::system::SystemState;
use bevy::input_focus::tab_navigation::{NavAction, TabIndex, TabNavigation};
use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;

use crate::game::theme::Reach;

/// Something wrong with a thing on the screen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// A control that says nothing of what it is.
    NoRole(String),
    /// A control without a name; the entity stands for it.
    NoName(Entity),
    /// A control that the Tab key never comes to.
    PastTab(String),
    /// A control that the Tab key stops at, though nobody sees it.
    Unseen(String),
    /// Words that a screen reader never reads.
    Unread(String),
}

/// Everything wrong now. A screen reader must have been asked for, and the
/// screen be at rest.
pub(crate) fn faults(world: &mut World) -> Vec<Fault> {
    let mut faults = controls(world);
    faults.extend(texts(world));
    faults.sort();
    faults
}

fn controls(world: &mut World) -> Vec<Fault> {
    let mut state = SystemState::<(
        Reach<'_, '_>,
        Query<(Entity, &TabIndex, &ComputedNode, &InheritedVisibility, Option<&AccessibilityNode>)>,
    )>::new(world);
    let Ok((reach, all)) = state.get(world) else { return Vec::new() };
    let mut faults = Vec::new();
    let mut wanted = BTreeSet::new();
    for (entity, index, node, shown, described) in &all {
        if !reach.holds(entity) {
            continue;
        }
        let name = described.and_then(|node| node.label()).unwrap_or_default().to_owned();
        let seen = shown.get() && !node.is_empty();
        if !seen {
            if index.0 >= 0 {
                faults.push(Fault::Unseen(name));
            }
            continue;
        }
        let role = described.map_or(Role::Unknown, |node| node.role());
        if matches!(role, Role::Unknown | Role::GenericContainer) {
            faults.push(Fault::NoRole(name.clone()));
        }
        if name.trim().is_empty() {
            faults.push(Fault::NoName(entity));
        }
        if index.0 >= 0 {
            wanted.insert((entity, name));
        }
    }
    let walked = tab_through(world, wanted.len());
    let past = wanted.into_iter().filter(|(entity, _)| !walked.contains(entity));
    faults.extend(past.map(|(_, name)| Fault::PastTab(name)));
    faults
}

/// Everything Tab comes to, from where the focus is and all the way round.
fn tab_through(world: &mut World, most: usize) -> BTreeSet<Entity> {
    let mut state =
        SystemState::<(TabNavigation<'_, '_>, Res<InputFocus>, Reach<'_, '_>)>::new(world);
    let Ok((tabs, focus, reach)) = state.get(world) else { return BTreeSet::new() };
    let mut at = InputFocus::default();
    if let Some(entity) = focus.get().filter(|entity| reach.stops(*entity)) {
        at.set(entity, FocusCause::Navigated);
    }
    let mut walked = BTreeSet::new();
    for _ in 0..=most {
        let Ok(next) = tabs.navigate(&at, NavAction::Next) else { break };
        at.set(next, FocusCause::Navigated);
        walked.insert(next);
    }
    walked
}

fn texts(world: &mut World) -> Vec<Fault> {
    let mut state = SystemState::<(
        Query<(Entity, &Text, &ComputedNode, &InheritedVisibility)>,
        Query<&AccessibilityNode>,
        Query<&ChildOf>,
    )>::new(world);
    let Ok((texts, nodes, parents)) = state.get(world) else { return Vec::new() };
    let read = |entity: Entity| {
        let mut chain = std::iter::once(entity).chain(parents.iter_ancestors(entity));
        chain.any(|e| {
            let words = |node: &AccessibilityNode| {
                node.label().or(node.value()).is_some_and(|words| !words.trim().is_empty())
            };
            nodes.get(e).is_ok_and(words)
        })
    };
    texts
        .iter()
        .filter(|(entity, words, node, shown)| {
            shown.get() && !node.is_empty() && !words.0.trim().is_empty() && !read(*entity)
        })
        .map(|(_, words, ..)| Fault::Unread(words.0.clone()))
        .collect()
}
