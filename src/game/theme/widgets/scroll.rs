//! A part of the page that is longer than its room: wheel, bar, paging keys, a finger.

use bevy::picking::pointer::PointerId;
use bevy::prelude::*;
use bevy::ui::{Pressed, UiGlobalTransform, UiSystems};
use bevy::ui_widgets::{ControlOrientation, ScrollArea, ScrollIntoView, Scrollbar, ScrollbarThumb};

use super::panel::column;
use crate::game::awake::Awake;
use crate::game::theme::drawing::placed;
use crate::game::theme::surface::{Ground, ground_colour};
use crate::game::theme::tokens::*;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Sought>()
        .add_systems(Update, (hide_idle_bars, (tint, fade).chain()))
        .add_systems(PostUpdate, clear_the_veils.after(UiSystems::PostLayout))
        .add_observer(scroll_by_finger)
        .add_observer(seek);
}

/// How a scroll area takes its room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// All the room there is, content or not.
    Fill,
    /// As much as its content needs, and no more than there is.
    Hug,
}

/// Room for the focus ring around what an area holds, which its edge would cut off.
const RING: f32 = 6.0;

/// What a scroll area's content stands away from its place in the parent, above as
/// below. At its sides that is nothing: the room for the ring and the bar both lie
/// outside, so that content has one edge with whatever stands above and below the
/// area, whether it scrolls or not.
pub(crate) const WELL_ABOVE: f32 = RING;

/// How far the bar reaches out of the area.
const BAR_OUT: f32 = 8.0;

/// The groove a thumb runs in.
#[derive(Component)]
struct Groove;

/// What goes on beyond an edge fades out over this many pixels, so that a line cut
/// through does not look like the first or the last one.
const FADE: f32 = 28.0;

/// How large the arrow is that says so.
const MORE: f32 = 30.0;

/// The veil over an area's edge.
#[derive(Component)]
struct Veil {
    area: Entity,
    edge: Edge,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Upper,
    Lower,
}

/// A scroll area, and in it, from top to bottom, what `content` spawns.
pub(crate) fn scroll_area(
    parent: &mut ChildSpawnerCommands<'_>,
    fit: Fit,
    gap: f32,
    content: impl FnOnce(&mut ChildSpawnerCommands<'_>),
) {
    let frame = Node {
        flex_grow: if fit == Fit::Fill { 1.0 } else { 0.0 },
        flex_shrink: 1.0,
        flex_basis: if fit == Fit::Fill { Val::Px(0.0) } else { Val::Auto },
        min_height: Val::Px(0.0),
        min_width: Val::Px(0.0),
        margin: UiRect::horizontal(Val::Px(-RING)),
        ..default()
    };
    parent.spawn(frame).with_children(|frame| {
        let well = Node {
            flex_grow: 1.0,
            flex_shrink: 1.0,
            flex_basis: Val::Px(0.0),
            min_width: Val::Px(0.0),
            min_height: Val::Px(0.0),
            overflow: Overflow::scroll_y(),
            padding: UiRect::all(Val::Px(RING)),
            ..column(gap)
        };
        let area = frame.spawn((well, ScrollArea)).with_children(content).id();
        let groove = Node {
            position_type: PositionType::Absolute,
            right: Val::Px(-BAR_OUT),
            top: Val::Px(4.0),
            bottom: Val::Px(4.0),
            width: Val::Px(8.0),
            border_radius: BorderRadius::all(Val::Px(4.0)),
            ..default()
        };
        frame
            .spawn((
                groove,
                Groove,
                BackgroundColor(SUNK),
                Scrollbar::new(area, ControlOrientation::Vertical, 36.0),
            ))
            .with_child((
                ScrollbarThumb {
                    border_radius: BorderRadius::all(Val::Px(4.0)),
                    border: UiRect::ZERO,
                },
                BackgroundColor(EDGE),
            ));
        for edge in [Edge::Upper, Edge::Lower] {
            let (top, bottom) = match edge {
                Edge::Upper => (Val::Px(0.0), Val::Auto),
                Edge::Lower => (Val::Auto, Val::Px(0.0)),
            };
            let veil = Node {
                position_type: PositionType::Absolute,
                left: Val::Px(0.0),
                right: Val::Px(0.0),
                top,
                bottom,
                height: Val::Px(FADE),
                ..default()
            };
            let mut veil =
                frame.spawn((veil, Veil { area, edge }, Visibility::Hidden, Pickable::IGNORE));
            if fit == Fit::Hug && edge == Edge::Lower {
                veil.with_children(|veil| spawn_more(veil, area));
            }
        }
    });
}

/// An arrow that says that there is more below: where rows end just at the edge
/// nothing else would but the bar. Pressing it goes there.
fn spawn_more(veil: &mut ChildSpawnerCommands<'_>, area: Entity) {
    // On the bar's end: anywhere else it would lie on words.
    let on_the_bar = Node {
        position_type: PositionType::Absolute,
        right: Val::Px(4.0 - BAR_OUT - MORE / 2.0),
        bottom: Val::Px(0.0),
        ..default()
    };
    let mut arrow = veil.spawn(placed("more", Vec2::splat(MORE), on_the_bar));
    arrow.insert(Pickable::default()).observe(
        move |mut click: On<Pointer<Click>>,
              mut areas: Query<(&ComputedNode, &mut ScrollPosition)>,
              mut awake: ResMut<Awake>| {
            click.propagate(false);
            let Ok((node, mut position)) = areas.get_mut(area) else { return };
            let scale = node.inverse_scale_factor();
            let room = node.size().y * scale;
            let most = (node.content_size().y * scale - room).max(0.0);
            position.y = (position.y + room - 2.0 * FADE).min(most);
            awake.settle();
        },
    );
}

/// A finger that has moved so far, in pixels, is scrolling and presses nothing.
const SLIP: f32 = 8.0;

/// The page goes with the finger that lies on it.
fn scroll_by_finger(
    mut drag: On<Pointer<Drag>>,
    mut areas: Query<(&ComputedNode, &mut ScrollPosition), With<ScrollArea>>,
    pressed: Query<Entity, With<Pressed>>,
    scale: Res<UiScale>,
    mut commands: Commands,
) {
    if !matches!(drag.pointer_id, PointerId::Touch(_)) || drag.distance.y.abs() < SLIP {
        return;
    }
    let Ok((node, mut position)) = areas.get_mut(drag.entity) else { return };
    let most = (node.content_size().y - node.size().y) * node.inverse_scale_factor();
    if most < 1.0 {
        return;
    }
    drag.propagate(false);
    position.y = (position.y - drag.delta.y / scale.0).clamp(0.0, most);
    for entity in &pressed {
        commands.entity(entity).remove::<Pressed>();
    }
}

/// A veil has the colour of what its area lies on.
fn tint(
    veils: Query<(Entity, &Veil), Added<Veil>>,
    parents: Query<&ChildOf>,
    grounds: Query<Ground<'_>>,
    mut commands: Commands,
) {
    for (veil, Veil { edge, .. }) in &veils {
        let mut under =
            parents.iter_ancestors(veil).filter_map(|up| ground_colour(grounds.get(up).ok()?));
        let ground = under.find(|ground| ground.alpha() > 0.9).unwrap_or(PAPER);
        let stops = vec![ColorStop::auto(ground.with_alpha(0.0)), ColorStop::auto(ground)];
        let towards = match edge {
            Edge::Upper => LinearGradient::TO_TOP,
            Edge::Lower => LinearGradient::TO_BOTTOM,
        };
        let gradient = LinearGradient::new(towards, stops);
        commands.entity(veil).insert(BackgroundGradient::from(gradient));
    }
}

/// A veil is only shown where something goes on beyond it.
fn fade(
    mut veils: Query<(&Veil, &mut Visibility)>,
    areas: Query<(&ComputedNode, &ScrollPosition), With<ScrollArea>>,
) {
    for (veil, mut visibility) in &mut veils {
        let more = areas.get(veil.area).is_ok_and(|(node, at)| {
            let below = (node.content_size().y - node.size().y) * node.inverse_scale_factor();
            match veil.edge {
                Edge::Upper => at.y.min(below) > 4.0,
                Edge::Lower => at.y < below - 4.0,
            }
        });
        visibility.set_if_neq(if more { Visibility::Inherited } else { Visibility::Hidden });
    }
}

/// What was asked to be scrolled into view in this frame.
#[derive(Resource, Debug, Default)]
struct Sought(Vec<Entity>);

fn seek(asked: On<ScrollIntoView>, mut sought: ResMut<Sought>) {
    // On its way up the event comes by what nobody asked for.
    if asked.entity == asked.original_event_target() {
        sought.0.push(asked.entity);
    }
}

/// The engine scrolls no further than to the area's edge, where the veil lies: what
/// was asked for is brought clear of it. Only after the layout it is known where.
fn clear_the_veils(
    mut sought: ResMut<Sought>,
    parents: Query<&ChildOf>,
    nodes: Query<(&ComputedNode, &UiGlobalTransform)>,
    mut areas: Query<&mut ScrollPosition, With<ScrollArea>>,
    mut awake: ResMut<Awake>,
) {
    if sought.0.is_empty() {
        return;
    }
    for entity in std::mem::take(&mut sought.0) {
        let Some(area) = parents.iter_ancestors(entity).find(|up| areas.contains(*up)) else {
            continue;
        };
        let (Ok((node, at)), Ok((well, well_at))) = (nodes.get(entity), nodes.get(area)) else {
            continue;
        };
        let scale = node.inverse_scale_factor();
        let (half, room) = (node.size().y * scale / 2.0, well.size().y * scale / 2.0);
        let most = (well.content_size().y - well.size().y) * scale;
        let off = (at.translation.y - well_at.translation.y) * scale;
        let reach = room - FADE - half;
        // Nothing is gained where it is too high to stand between the veils.
        let Ok(mut position) = areas.get_mut(area) else { continue };
        if reach < 0.0 || most < 1.0 {
            continue;
        }
        let to = (position.y + off - off.clamp(-reach, reach)).clamp(0.0, most);
        if (to - position.y).abs() > 0.5 {
            position.y = to;
            awake.settle();
        }
    }
}

/// A bar is only shown where there is more than fits.
fn hide_idle_bars(
    mut bars: Query<(&Scrollbar, &mut Visibility), With<Groove>>,
    areas: Query<&ComputedNode, With<ScrollArea>>,
) {
    for (bar, mut visibility) in &mut bars {
        let more =
            areas.get(bar.target).is_ok_and(|node| node.content_size().y > node.size().y + 0.5);
        visibility.set_if_neq(if more { Visibility::Inherited } else { Visibility::Hidden });
    }
}
