//! Things dragged across the desk by mouse or finger: they follow it, and are given where they are let go.

use bevy::picking::events::{Cancel, Click, Drag, DragEnd, Pointer};
use bevy::prelude::*;
use bevy::ui::{InteractionDisabled, OverrideClip, Pressed, UiGlobalTransform};
use bevy::ui_widgets::{Activate, Button};
use bevy::window::PrimaryWindow;

use crate::game::awake::Awake;

use super::super::act::Intent;
use super::super::run::Run;

/// A finger trembles: less than this, in logical pixels, is a press.
const TREMBLE: f32 = 12.0;

pub(super) fn plugin(app: &mut App) {
    app.add_observer(press).add_observer(follow).add_observer(let_go).add_observer(give_up);
}

/// Something that can be dragged.
#[derive(Component, Clone, Debug, PartialEq, Eq)]
pub(super) enum Load {
    /// An item to be put in order.
    Item(String),
    /// A thing to be packed, and whether it is in the bag.
    Thing { packed: bool },
}

/// Where dragged things may be let go.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Landing {
    /// The line of what is in order.
    Line,
    /// One of its places.
    Place(usize),
    /// The bag.
    Bag,
}

/// Was moved further than a finger trembles: letting it go is no press.
#[derive(Component)]
struct Carried;

/// What can be dragged and is no button of its own is pressed all the same. The
/// click that ends a drag comes before the drag is over.
fn press(
    mut click: On<Pointer<Click>>,
    loads: Query<(), (With<Load>, Without<Carried>, Without<Button>)>,
    mut commands: Commands,
) {
    if loads.contains(click.entity) {
        click.propagate(false);
        commands.trigger(Activate { entity: click.entity });
    }
}

fn follow(
    mut drag: On<Pointer<Drag>>,
    loads: Query<(&Load, Has<Carried>), Without<InteractionDisabled>>,
    scale: Res<UiScale>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let Ok((_, carried)) = loads.get(drag.entity) else { return };
    drag.propagate(false);
    let way = drag.distance / scale.0;
    if !carried && way.length() < TREMBLE {
        return;
    }
    awake.settle();
    let mut load = commands.entity(drag.entity);
    if !carried {
        load.remove::<Pressed>().insert((Carried, GlobalZIndex(20), OverrideClip));
    }
    load.insert(UiTransform::from_translation(Val2::px(way.x, way.y)));
}

fn let_go(
    mut end: On<Pointer<DragEnd>>,
    loads: Query<(&Load, &Intent), With<Carried>>,
    landings: Query<(&Landing, &ComputedNode, &UiGlobalTransform)>,
    window: Query<&Window, With<PrimaryWindow>>,
    run: Option<ResMut<Run>>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let entity = end.entity;
    let (Ok((load, _)), Ok(window), Some(mut run)) = (loads.get(entity), window.single(), run)
    else {
        return;
    };
    end.propagate(false);
    awake.settle();
    put_back(entity, &mut commands);
    let at = end.pointer_location.position * window.scale_factor();
    let under = |wanted: fn(&Landing) -> bool| {
        landings
            .iter()
            .any(|(landing, node, place)| wanted(landing) && node.contains_point(*place, at))
    };
    match load {
        Load::Item(id) => {
            if !under(|landing| *landing == Landing::Line) {
                run.draft.order.retain(|placed| placed != id);
                return;
            }
            let mut places: Vec<(usize, Vec2, f32)> = landings
                .iter()
                .filter_map(|(landing, node, place)| match landing {
                    Landing::Place(index) => Some((*index, place.translation, node.size().y)),
                    _ => None,
                })
                .collect();
            places.sort_by_key(|(index, ..)| *index);
            let places: Vec<(Vec2, f32)> =
                places.into_iter().map(|(_, at, high)| (at, high)).collect();
            let order = moved(&run.draft.order, id, place_at(at, &places));
            run.draft.order = order;
        }
        Load::Thing { packed } => {
            if under(|landing| *landing == Landing::Bag) != *packed {
                // As if it had been pressed: it goes in, or comes out.
                commands.trigger(Activate { entity });
            }
        }
    }
}

fn give_up(cancel: On<Pointer<Cancel>>, loads: Query<(), With<Carried>>, mut commands: Commands) {
    if loads.contains(cancel.entity) {
        put_back(cancel.entity, &mut commands);
    }
}

fn put_back(entity: Entity, commands: &mut Commands) {
    commands
        .entity(entity)
        .remove::<(Carried, GlobalZIndex, OverrideClip)>()
        .insert(UiTransform::IDENTITY);
}

/// Before which of the places in line, by their middles and heights, a thing
/// lies that was let go here. Lines are read from left to right and downwards.
fn place_at(at: Vec2, places: &[(Vec2, f32)]) -> usize {
    let before = |(middle, high): &&(Vec2, f32)| {
        let below = at.y - middle.y;
        below > high / 2.0 || (below.abs() <= high / 2.0 && at.x > middle.x)
    };
    places.iter().filter(before).count()
}

/// The order with one item moved before what stands in a place now.
fn moved(order: &[String], id: &str, place: usize) -> Vec<String> {
    let earlier = order.iter().take(place).filter(|placed| *placed != id).count();
    let mut new: Vec<String> = order.iter().filter(|placed| *placed != id).cloned().collect();
    new.insert(earlier.min(new.len()), id.to_owned());
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(ids: &str) -> Vec<String> {
        ids.chars().map(String::from).collect()
    }

    #[test]
    fn a_thing_lands_where_it_is_let_go() {
        let places =
            [(100.0, 20.0), (200.0, 20.0), (100.0, 70.0)].map(|(x, y)| (Vec2::new(x, y), 40.0));
        for (x, y, place) in [
            (50.0, 20.0, 0),
            (120.0, 30.0, 1),
            (250.0, 10.0, 2),
            (50.0, 75.0, 2),
            (150.0, 75.0, 3),
            (20.0, 150.0, 3),
        ] {
            assert_eq!(place_at(Vec2::new(x, y), &places), place, "({x}, {y})");
        }
        assert_eq!(place_at(Vec2::ZERO, &[]), 0);
    }

    #[test]
    fn an_item_is_moved_in_line_or_put_in_from_beside() {
        for (from, id, place, to) in [
            ("", "a", 0, "a"),
            ("bc", "a", 0, "abc"),
            ("bc", "a", 1, "bac"),
            ("bc", "a", 9, "bca"),
            ("abc", "a", 3, "bca"),
            ("abc", "a", 2, "bac"),
            ("abc", "a", 1, "abc"),
            ("abc", "a", 0, "abc"),
            ("abc", "c", 0, "cab"),
        ] {
            assert_eq!(moved(&order(from), id, place), order(to), "{id} to {place} of {from}");
        }
    }
}
