//! The times under the strip's axis: a stroke to each, or a bracket over the beats of one second.

use bevy::prelude::*;

use super::Page;
use super::axis::{Axis, Label};
use super::strip::{AXIS, Beat, DOT, INSET, Levels, STROKE};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;

/// The times under the axis, with a stroke to each or a bracket over its beats.
pub(super) fn spawn(
    field: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    beats: &[Beat<'_>],
    levels: &Levels,
    inner: f32,
) {
    let ui = page.ui;
    let mut points: Vec<(u64, f32)> =
        beats.iter().map(|beat| (beat.stop.at.0, beat.begins(page))).collect();
    points.extend(beats.last().map(|last| (last.ends, last.to - INSET)));
    let wide = |words: &str| ui.width(words, Size::Caption, false).ceil();
    let dots: Vec<f32> = beats.iter().map(|beat| beat.begins(page)).collect();
    // A beat's own mark is not struck through.
    let below = |at: f32| {
        let is_dot = dots.iter().any(|dot| (dot - at).abs() < (DOT + AXIS) / 2.0);
        levels.axis + if is_dot { DOT / 2.0 } else { AXIS / 2.0 }
    };
    let foot = levels.axis + DOT / 2.0 + STROKE;
    for label in Axis::through(points).labels(inner, wide) {
        match label.span {
            None => {
                let stroke = UiRect::left(Val::Px(AXIS));
                let top = below(label.at);
                spawn_edges(field, (label.at - AXIS / 2.0, top), (AXIS, foot - top), stroke);
            }
            Some((from, to)) => {
                spawn_bracket(field, &label, (from, below(from)), (to, below(to)), levels);
            }
        }
        let node = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(label.left),
            top: Val::Px(levels.times),
            ..default()
        };
        field.spawn((node, Pickable::IGNORE)).with_child(line(
            ui,
            label.words,
            Size::Caption,
            false,
            INK_SOFT,
        ));
    }
}

/// A bracket from the first to the last beat of one second, open where its time stands.
fn spawn_bracket(
    field: &mut ChildSpawnerCommands<'_>,
    label: &Label,
    (from, from_top): (f32, f32),
    (to, to_top): (f32, f32),
    levels: &Levels,
) {
    let foot = f32::midpoint(levels.times, levels.lanes - GAP_XS);
    let (left, right) = (label.left - GAP_XS, label.left + label.wide + GAP_XS);
    let below = UiRect::bottom(Val::Px(AXIS / 2.0));
    let from = from - AXIS / 2.0;
    let arm = UiRect { left: Val::Px(AXIS), ..below };
    spawn_edges(field, (from, from_top), (left - from, foot - from_top), arm);
    let arm = UiRect { right: Val::Px(AXIS), ..below };
    spawn_edges(field, (right, to_top), (to + AXIS / 2.0 - right, foot - to_top), arm);
}

/// Some edges of a box, in the axis's colour.
fn spawn_edges(
    field: &mut ChildSpawnerCommands<'_>,
    (left, top): (f32, f32),
    (wide, high): (f32, f32),
    border: UiRect,
) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: Val::Px(left.round()),
        top: Val::Px(top),
        width: Val::Px(wide.round()),
        height: Val::Px(high),
        border,
        ..default()
    };
    field.spawn((node, BorderColor::all(INK_FAINT), Pickable::IGNORE));
}
