//! A view of the place where most of a scenario happens, on its card.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use bevy::prelude::*;

use crate::game::Options;
use crate::game::awake::Awake;
use crate::game::stage::{ArtChanged, place_view};
use crate::game::theme::tokens::*;
use crate::scenario::Scenario;

/// Physical pixels a view is drawn wide.
const PIXELS: u32 = 1200;
/// How wide a view is for its height, on a card of any width.
const ASPECT: f32 = 4.5;
/// What is seen begins so far down, as a share of the drawing's width: what a place
/// is for stands between a third and two thirds of its height.
const DOWN: f32 = 0.2;

/// Inside the line around the card.
const CORNERS: BorderRadius = BorderRadius {
    top_left: Val::Px(RADIUS_M - 1.0),
    top_right: Val::Px(RADIUS_M - 1.0),
    bottom_left: Val::Px(0.0),
    bottom_right: Val::Px(0.0),
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Views>().add_systems(Update, (forget_views, draw_views).chain());
}

/// Views drawn so far, by stage; `None` where there is no such drawing.
#[derive(Resource, Default)]
struct Views(BTreeMap<String, Option<Handle<Image>>>);

/// Shows this stage as soon as it is drawn.
#[derive(Component)]
struct View(String);

/// The frame of a view, filled when the drawing is ready.
pub(super) fn spawn(card: &mut ChildSpawnerCommands<'_>, scenario: &Scenario) {
    let Some(stage) = main_stage(scenario) else { return };
    let frame = Node {
        width: Val::Percent(100.0),
        aspect_ratio: Some(ASPECT),
        flex_shrink: 0.0,
        border_radius: CORNERS,
        ..default()
    };
    card.spawn((frame, BackgroundColor(SUNK), Pickable::IGNORE, View(stage)));
}

/// The stage on which most of a scenario's beats take place.
fn main_stage(scenario: &Scenario) -> Option<String> {
    let mut seen = BTreeSet::new();
    let mut count: BTreeMap<&String, usize> = BTreeMap::new();
    let mut ways = VecDeque::from([(&scenario.start, None)]);
    while let Some((id, stage)) = ways.pop_front() {
        let Some(beat) = scenario.beats.get(id).filter(|_| seen.insert(id)) else { continue };
        let stage = beat.stage.as_ref().or(stage);
        if let Some(stage) = stage {
            *count.entry(stage).or_default() += 1;
        }
        ways.extend(beat.next.iter().map(|exit| (&exit.to, stage)));
    }
    count.into_iter().max_by_key(|(_, beats)| *beats).map(|(stage, _)| stage.clone())
}

/// Views whose drawings may have changed are drawn again when they are next wanted.
fn forget_views(mut changes: MessageReader<ArtChanged>, mut views: ResMut<Views>) {
    if changes.read().count() > 0 {
        views.0.clear();
    }
}

/// Draws one view a frame, so that the list opens at once.
fn draw_views(
    waiting: Query<(Entity, &View), Without<Children>>,
    options: Res<Options>,
    mut views: ResMut<Views>,
    mut images: ResMut<Assets<Image>>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let mut drawn = false;
    for (entity, View(stage)) in &waiting {
        if !views.0.contains_key(stage) {
            if drawn {
                awake.settle();
                break;
            }
            let path = options.folders.assets.join("stages").join(format!("{stage}.svg"));
            let image = place_view(&path, PIXELS);
            views.0.insert(stage.clone(), image.map(|image| images.add(image)));
            drawn = true;
            awake.settle();
        }
        if let Some(Some(image)) = views.0.get(stage) {
            // The part alone: clipping a larger picture would leave it square corners.
            let part = Node {
                width: Val::Percent(100.0),
                height: Val::Percent(100.0),
                border_radius: CORNERS,
                ..default()
            };
            let wide = PIXELS as f32;
            let (from, to) = (wide * DOWN, wide * (DOWN + 1.0 / ASPECT));
            let seen = ImageNode::new(image.clone())
                .with_rect(Rect::new(0.0, from, wide, to))
                .with_mode(NodeImageMode::Stretch);
            commands.entity(entity).with_child((part, seen, Pickable::IGNORE));
        }
    }
}
