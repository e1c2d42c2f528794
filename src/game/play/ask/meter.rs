//! Sliders that look like what they set: a voice as a level meter, a thermometer.

use bevy::ecs::system::EntityCommands;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui_widgets::{
    Slider, SliderPrecision, SliderRange, SliderStep, SliderThumb, SliderValue, TrackClick,
    ValueChange,
};

use crate::game::theme::drawing::{drawn, placed};
use crate::game::theme::tokens::*;

use super::super::PlaySystems;

/// How many bars a voice has, and how high the loudest is.
const BARS: u16 = 44;
const LOUDEST: f32 = 58.0;
/// The handle.
const THUMB: f32 = 24.0;
/// A thermometer's tube, and its bulb.
const TUBE: f32 = 18.0;
pub(super) const BULB: f32 = 40.0;
/// Somebody who speaks, and the waves of the voice.
const SPEAKER: f32 = 64.0;
const WAVES: Vec2 = Vec2::new(34.0, 56.0);

pub(super) fn plugin(app: &mut App) {
    app.add_observer(follow).add_systems(Update, (rise, wave).in_set(PlaySystems::Show));
}

/// A slider of this file; it follows its own value.
#[derive(Component)]
struct Metered;

/// What shows the value.
#[derive(Component)]
enum Shows {
    /// A bar that is lit from this share of the scale on.
    Bar(f32),
    /// What fills the tube.
    Quicksilver,
}

/// The waves before a speaker's mouth.
#[derive(Component)]
struct Waves;

/// Lowest and highest value, the step of the arrow keys, and where it stands.
type Scale = (f32, f32, f32, f32);

fn control(label: &str, (low, high, step, value): Scale, node: Node) -> impl Bundle + use<> {
    (
        (Metered, node, TabIndex(0), Hovered::default(), AccessibleLabel::new(label)),
        Slider { track_click: TrackClick::Snap, ..default() },
        (SliderRange::new(low, high), SliderValue(value), SliderStep(step), SliderPrecision(0)),
    )
}

/// A row of bars, each louder than the one before.
pub(super) fn voice<'a>(
    parent: &'a mut ChildSpawnerCommands<'_>,
    label: &str,
    scale: Scale,
) -> EntityCommands<'a> {
    let node = Node {
        height: Val::Px(LOUDEST + 6.0),
        padding: UiRect::axes(Val::Px(THUMB / 2.0), Val::Px(3.0)),
        align_items: AlignItems::End,
        column_gap: Val::Px(3.0),
        border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
        ..default()
    };
    let mut whole = parent.spawn((control(label, scale, node), BackgroundColor(SUNK)));
    whole.with_children(|bars| {
        for bar in 0..BARS {
            let from = f32::from(bar) / f32::from(BARS);
            let node = Node {
                flex_grow: 1.0,
                height: Val::Px((LOUDEST * (0.14 + 0.86 * from)).round()),
                border_radius: BorderRadius::all(Val::Px(2.0)),
                ..default()
            };
            bars.spawn((node, Shows::Bar(from), BackgroundColor(LINE), Pickable::IGNORE));
        }
        bars.spawn((handle(LOUDEST + 6.0), Pickable::IGNORE)).with_child(thumb(6.0, LOUDEST + 6.0));
    });
    whole
}

/// A glass tube with a bulb.
pub(super) fn thermometer<'a>(
    parent: &'a mut ChildSpawnerCommands<'_>,
    label: &str,
    scale: Scale,
) -> EntityCommands<'a> {
    let node = Node { height: Val::Px(TOUCH), align_items: AlignItems::Center, ..default() };
    let mut whole = parent.spawn(control(label, scale, node));
    let at = |left: f32, high: f32| Node {
        position_type: PositionType::Absolute,
        left: Val::Px(left),
        top: Val::Px((TOUCH - high) / 2.0),
        height: Val::Px(high),
        border_radius: BorderRadius::all(Val::Px(high / 2.0)),
        ..default()
    };
    whole.with_children(|glass| {
        let tube = Node {
            right: Val::Px(0.0),
            border: UiRect::all(Val::Px(2.0)),
            ..at(THUMB / 2.0 - BULB / 2.0, TUBE)
        };
        glass.spawn((tube, BackgroundColor(RAISED), BorderColor::all(EDGE), Pickable::IGNORE));
        let way = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(THUMB / 2.0),
            right: Val::Px(THUMB / 2.0),
            top: Val::Px((TOUCH - TUBE) / 2.0 + 5.0),
            height: Val::Px(TUBE - 10.0),
            ..default()
        };
        glass.spawn((way, Pickable::IGNORE)).with_child((
            Node { height: Val::Percent(100.0), ..default() },
            Shows::Quicksilver,
            BackgroundColor(CINNABAR),
            Pickable::IGNORE,
        ));
        let bulb = Node { width: Val::Px(BULB), ..at(THUMB / 2.0 - BULB, BULB) };
        glass.spawn((bulb, BackgroundColor(CINNABAR), Pickable::IGNORE));
        glass.spawn((handle(TOUCH), Pickable::IGNORE)).with_child(thumb(THUMB, THUMB));
    });
    whole
}

/// The way of the handle: the track less the handle itself.
fn handle(high: f32) -> Node {
    Node {
        position_type: PositionType::Absolute,
        left: Val::Px(0.0),
        right: Val::Px(THUMB),
        top: Val::Px(0.0),
        height: Val::Px(high),
        ..default()
    }
}

/// The handle: as wide as a thumb, though no more than `seen` of it is seen.
fn thumb(seen: f32, high: f32) -> impl Bundle + use<> {
    let whole = Node {
        position_type: PositionType::Absolute,
        width: Val::Px(THUMB),
        height: Val::Percent(100.0),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let shown = Node {
        width: Val::Px(seen),
        height: Val::Px(high),
        border: UiRect::all(Val::Px(3.0_f32.min(seen / 2.0))),
        border_radius: BorderRadius::MAX,
        ..default()
    };
    let paint = (BackgroundColor(RAISED), BorderColor::all(JADE), Pickable::IGNORE);
    (whole, SliderThumb, Pickable::IGNORE, children![(shown, paint)])
}

/// Somebody who speaks, with waves that grow with the voice.
pub(super) fn spawn_speaker(row: &mut ChildSpawnerCommands<'_>) {
    let frame = Node { flex_shrink: 0.0, align_items: AlignItems::Center, ..default() };
    row.spawn((frame, Pickable::IGNORE)).with_children(|frame| {
        frame.spawn(drawn("speaker", Vec2::splat(SPEAKER)));
        frame.spawn((placed("waves", WAVES, Node::default()), Waves, UiTransform::IDENTITY));
    });
}

fn follow(change: On<ValueChange<f32>>, metered: Query<(), With<Metered>>, mut commands: Commands) {
    if metered.contains(change.source) {
        commands.entity(change.source).insert(SliderValue(change.value));
    }
}

/// Lights the bars, fills the tube and moves the handle.
fn rise(
    sliders: Query<(Entity, &SliderValue, &SliderRange), (With<Metered>, Changed<SliderValue>)>,
    children: Query<&Children>,
    mut parts: Query<(Option<&Shows>, Has<SliderThumb>, &mut Node, Option<&mut BackgroundColor>)>,
) {
    for (slider, value, range) in &sliders {
        let share = range.thumb_position(value.0);
        for part in children.iter_descendants(slider) {
            let Ok((shows, thumb, mut node, ground)) = parts.get_mut(part) else { continue };
            if thumb {
                node.left = Val::Percent(share * 100.0);
            }
            match (shows, ground) {
                (Some(Shows::Bar(from)), Some(mut ground)) => {
                    ground.set_if_neq(BackgroundColor(if *from < share { JADE } else { LINE }));
                }
                (Some(Shows::Quicksilver), _) => node.width = Val::Percent(share * 100.0),
                _ => {}
            }
        }
    }
}

fn wave(
    sliders: Query<(&SliderValue, &SliderRange), (With<Metered>, Changed<SliderValue>)>,
    mut waves: Query<(&mut UiTransform, &mut ImageNode), With<Waves>>,
) {
    for (value, range) in &sliders {
        let share = range.thumb_position(value.0);
        for (mut at, mut image) in &mut waves {
            let size = 0.4 + 0.6 * share;
            // They stay at the mouth while they grow.
            let left = Val2::px(-WAVES.x * (1.0 - size) / 2.0, 0.0);
            *at = UiTransform { translation: left, scale: Vec2::splat(size), ..default() };
            image.color = UNTINTED.with_alpha(0.35 + 0.65 * share);
        }
    }
}
