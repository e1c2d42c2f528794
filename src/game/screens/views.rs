//! A view of the place where most of a scenario happens, on its card.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;

use bevy::prelude::*;

use crate::game::Options;
use crate::game::awake::Awake;
use crate::game::stage::ArtChanged;
use crate::game::theme::drawing;
use crate::game::theme::tokens::*;
use crate::scenario::Scenario;

/// Physical pixels a view is drawn wide.
const PIXELS: u32 = 960;
/// How much of a place is seen, in logical pixels.
const HEIGHT: f32 = 128.0;

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
        height: Val::Px(HEIGHT),
        flex_shrink: 0.0,
        overflow: Overflow::clip(),
        border_radius: BorderRadius::top(Val::Px(RADIUS_M)),
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
            let svg = fs::read_to_string(path).ok();
            let image = svg.and_then(|svg| drawing::raster(&svg, PIXELS));
            views.0.insert(stage.clone(), image.map(|image| images.add(image)));
            drawn = true;
            awake.settle();
        }
        if let Some(Some(image)) = views.0.get(stage) {
            let whole = Node {
                position_type: PositionType::Absolute,
                width: Val::Percent(100.0),
                // What a place is for stands between a third and two thirds of
                // its height. A margin in per cent is one of the card's width.
                top: Val::Px(0.0),
                margin: UiRect::top(Val::Percent(-20.0)),
                ..default()
            };
            commands.entity(entity).with_child((
                whole,
                ImageNode::new(image.clone()),
                Pickable::IGNORE,
            ));
        }
    }
}
