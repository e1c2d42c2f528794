//! The frame every page shares: a margin, a way back, a name.

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use super::button::{Look, button};
use super::panel::{column, row};
use super::text::title;
use crate::game::theme::Ui;
use crate::game::theme::tokens::*;

/// The root of a page: the whole window. Its paper is what the window is cleared
/// with, for one more layer of it would be a good part of a frame.
pub(crate) fn page_root() -> impl Bundle + use<> {
    (
        Node {
            width: Val::Percent(100.0),
            height: Val::Percent(100.0),
            flex_direction: FlexDirection::Column,
            align_items: AlignItems::Center,
            ..default()
        },
        TabGroup::new(0),
    )
}

/// The page's content between its margins; it stops growing on a large window.
pub(crate) fn page() -> Node {
    Node {
        width: Val::Percent(100.0),
        max_width: Val::Px(PAGE),
        flex_grow: 1.0,
        min_height: Val::Px(0.0),
        padding: UiRect::axes(Val::Px(MARGIN), Val::Px(GAP_L)),
        ..column(GAP_L)
    }
}

/// Two parts of a page side by side, which share the height that is left.
pub(crate) fn halves() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: Val::Px(0.0),
        min_height: Val::Px(0.0),
        column_gap: Val::Px(GAP_L),
        ..default()
    }
}

/// The page's head: the way back, which carries `intent`, and the page's name.
/// Gives the entity, for whatever stands at its right end.
pub(crate) fn header<I: Component>(
    parent: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    back: &str,
    name: &str,
    intent: I,
) -> Entity {
    parent
        .spawn(Node { flex_shrink: 0.0, ..row(GAP_M) })
        .with_children(|head| {
            let label = format!("← {back}");
            head.spawn((button(ui, Look::Quiet, &label), intent));
            head.spawn((title(ui, name), Node { flex_grow: 1.0, ..default() }));
        })
        .id()
}
