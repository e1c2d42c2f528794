//! A quantity to set, by dragging, clicking or arrow keys.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::InteractionDisabled;
use bevy::ui_widgets::{
    Slider, SliderPrecision, SliderRange, SliderStep, SliderThumb, SliderValue, TrackClick,
    ValueChange,
};

use crate::game::theme::tokens::*;

const THUMB: f32 = 24.0;
const GROOVE: f32 = 8.0;

pub(super) fn plugin(app: &mut App) {
    app.add_observer(follow).add_systems(Update, paint);
}

/// A slider with this look; it follows its own value, and the screen observes
/// `ValueChange<f32>` to learn of it.
#[derive(Component, Clone, Copy, Debug, Default)]
struct Themed;

#[derive(Component, Clone, Copy, Debug, Default)]
struct Filled;

/// A slider from `low` to `high` in whole steps of `step`.
pub(crate) fn slider(
    label: &str,
    low: f32,
    high: f32,
    step: f32,
    value: f32,
) -> impl Bundle + use<> {
    let track = Node {
        height: Val::Px(TOUCH),
        min_width: Val::Px(180.0),
        flex_grow: 1.0,
        align_items: AlignItems::Center,
        border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
        ..default()
    };
    let groove = Node {
        position_type: PositionType::Absolute,
        left: Val::Px(0.0),
        right: Val::Px(0.0),
        top: Val::Px((TOUCH - GROOVE) / 2.0),
        height: Val::Px(GROOVE),
        border_radius: BorderRadius::all(Val::Px(GROOVE / 2.0)),
        ..default()
    };
    let filled = Node { right: Val::Auto, ..groove.clone() };
    // The thumb's travel is the track less the thumb itself.
    let travel = Node {
        position_type: PositionType::Absolute,
        left: Val::Px(0.0),
        right: Val::Px(THUMB),
        top: Val::Px(0.0),
        bottom: Val::Px(0.0),
        ..default()
    };
    let thumb = Node {
        position_type: PositionType::Absolute,
        top: Val::Px((TOUCH - THUMB) / 2.0),
        width: Val::Px(THUMB),
        height: Val::Px(THUMB),
        border: UiRect::all(Val::Px(3.0)),
        border_radius: BorderRadius::MAX,
        ..default()
    };
    (
        Themed,
        track,
        Slider { track_click: TrackClick::Snap, ..default() },
        SliderRange::new(low, high),
        SliderValue(value),
        SliderStep(step),
        SliderPrecision(0),
        TabIndex(0),
        Hovered::default(),
        AccessibleLabel::new(label),
        children![
            (groove, BackgroundColor(SUNK), Pickable::IGNORE),
            (filled, Filled, BackgroundColor(JADE), Pickable::IGNORE),
            (
                travel,
                Pickable::IGNORE,
                children![(
                    thumb,
                    SliderThumb,
                    BackgroundColor(RAISED),
                    BorderColor::all(JADE),
                    Pickable::IGNORE,
                )],
            ),
        ],
    )
}

fn follow(change: On<ValueChange<f32>>, themed: Query<(), With<Themed>>, mut commands: Commands) {
    if themed.contains(change.source) {
        commands.entity(change.source).insert(SliderValue(change.value));
    }
}

/// Puts thumb and filling where the value is.
fn paint(
    sliders: Query<
        (Entity, &SliderValue, &SliderRange, &Hovered, Has<InteractionDisabled>),
        With<Themed>,
    >,
    children: Query<&Children>,
    mut thumbs: Query<(&mut Node, &mut BorderColor), (With<SliderThumb>, Without<Filled>)>,
    mut fills: Query<(&mut Node, &mut BackgroundColor), With<Filled>>,
) {
    for (slider, value, range, hovered, disabled) in &sliders {
        let share = range.thumb_position(value.0) * 100.0;
        let colour = match (disabled, hovered.get()) {
            (true, _) => EDGE,
            (_, true) => JADE_DEEP,
            _ => JADE,
        };
        for part in children.iter_descendants(slider) {
            if let Ok((mut node, mut edge)) = thumbs.get_mut(part) {
                if node.left != Val::Percent(share) {
                    node.left = Val::Percent(share);
                }
                edge.set_if_neq(BorderColor::all(colour));
            }
            if let Ok((mut node, mut ground)) = fills.get_mut(part) {
                if node.width != Val::Percent(share) {
                    node.width = Val::Percent(share);
                }
                ground.set_if_neq(BackgroundColor(colour));
            }
        }
    }
}
