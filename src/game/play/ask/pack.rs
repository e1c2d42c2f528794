//! Things to be taken along: pressed or dragged into the bag, and out of it again.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::drawing::placed;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::{Asking, ShownItem};
use crate::standard::Text as Words;

use super::super::act::Intent;
use super::super::run::Run;
use super::drag::{Landing, Load};
use super::inspect::spawn_notice;
use super::{CardOrder, is_large, spawn_cards_in, spawn_done};

/// How large a thing is on its card, and in the bag.
const THING: f32 = 34.0;
const PACKED: f32 = 46.0;
/// The bag, and the part of it that things stand behind.
const BAG: Vec2 = Vec2::new(200.0, 142.0);
const FRONT: Vec2 = Vec2::new(200.0, 83.0);

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    into: &Words,
    items: &[ShownItem],
) {
    let words: Vec<&str> = items.iter().map(|item| ui.say(&item.text)).collect();
    let cards = |grid: &mut ChildSpawnerCommands<'_>| {
        for (place, item) in items.iter().enumerate() {
            let on = asking.toggled.contains(&item.id);
            let words = ui.say(&item.text);
            let mut card = grid.spawn((
                option_card(ui, place + 1, words),
                Checkable,
                Intent::Toggle(item.id.clone()),
                Keep(format!("play/{}", item.id)),
                Load::Thing { packed: on },
            ));
            if on {
                card.insert(Checked);
            } else if let Some(picture) = &item.picture {
                let side = Node { margin: UiRect::left(Val::Auto), ..default() };
                card.with_child(placed(picture, Vec2::splat(THING), side));
            }
        }
    };
    let both = Node {
        min_height: Val::Px(BAG.y),
        // Where the cards go on below the edge, the bag does not.
        align_items: if is_large(ui) { AlignItems::Start } else { AlignItems::End },
        flex_shrink: 0.0,
        ..row(GAP_M)
    };
    sheet.spawn(both).with_children(|both| {
        both.spawn(Node { flex_shrink: 1.0, ..grow_of(column(GAP_S)) }).with_children(|side| {
            let taken = (BAG.x + GAP_M, THING);
            spawn_cards_in(side, ui, cards, &words, CardOrder::AsTold, taken);
        });
        spawn_bag(both, asking, items);
    });
    if is_large(ui) {
        // What was seen and the button stand below, whatever scrolls.
        return;
    }
    spawn_notice(sheet, ui, run);
    let count = ui.tr_args(
        "play-packed",
        &[("into", ui.say(into).into()), ("count", asking.toggled.len().into())],
    );
    spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
        foot.spawn(caption(ui, count));
    });
}

fn grow_of(node: Node) -> Node {
    Node { flex_grow: 1.0, flex_basis: Val::Px(0.0), min_width: Val::Px(0.0), ..node }
}

/// The bag, with what is in it looking out; things can be dragged out of it too.
fn spawn_bag(both: &mut ChildSpawnerCommands<'_>, asking: &Asking, items: &[ShownItem]) {
    let frame =
        Node { width: Val::Px(BAG.x), height: Val::Px(BAG.y), flex_shrink: 0.0, ..default() };
    both.spawn((frame, Landing::Bag, Pickable::IGNORE)).with_children(|bag| {
        let whole = Node { position_type: PositionType::Absolute, ..default() };
        bag.spawn(placed("bag", BAG, whole.clone()));
        let packed: Vec<&ShownItem> =
            items.iter().filter(|item| asking.toggled.contains(&item.id)).collect();
        for (place, item) in packed.iter().enumerate() {
            let left = place_in_bag(place, packed.len());
            let node = Node {
                position_type: PositionType::Absolute,
                left: Val::Px(left),
                // Every other thing stands a little further back.
                top: Val::Px(if place % 2 == 0 { 30.0 } else { 22.0 }),
                ..default()
            };
            let picture = item.picture.as_deref().unwrap_or("parcel");
            let intent = (Intent::Toggle(item.id.clone()), Load::Thing { packed: true });
            // What is only drawn lets presses through; this is pressed and dragged.
            bag.spawn(placed(picture, Vec2::splat(PACKED), node))
                .insert((intent, Pickable::default()));
        }
        let front = Node { bottom: Val::Px(0.0), ..whole };
        bag.spawn(placed("bag-front", FRONT, front));
    });
}

/// How far from the bag's left side one of `count` things stands.
fn place_in_bag(place: usize, count: usize) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "a handful of things")]
    let (place, count) = (place as f32, count as f32);
    let room = BAG.x - 2.0 * 20.0 - PACKED;
    let step = if count > 1.0 { (room / (count - 1.0)).min(PACKED) } else { 0.0 };
    20.0 + (room - step * (count - 1.0)) / 2.0 + step * place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_packed_stands_inside_the_bag() {
        for count in 1..=9 {
            let places: Vec<f32> = (0..count).map(|place| place_in_bag(place, count)).collect();
            assert!(places.iter().all(|x| *x >= 19.9 && x + PACKED <= BAG.x - 19.9), "{places:?}");
            assert!(places.is_sorted(), "{places:?}");
        }
    }
}
