//! A view of the place where a scenario begins, on its card.

use std::collections::BTreeMap;
use std::fs;

use bevy::prelude::*;

use crate::game::Options;
use crate::game::awake::Awake;
use crate::game::theme::drawing;
use crate::game::theme::tokens::*;
use crate::scenario::Scenario;

/// Physical pixels a view is drawn wide.
const PIXELS: u32 = 960;
/// How much of a place is seen, in logical pixels from its floor up.
const HEIGHT: f32 = 148.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Views>().add_systems(Update, draw_views);
}

/// Views drawn so far, by stage; `None` where there is no such drawing.
#[derive(Resource, Default)]
struct Views(BTreeMap<String, Option<Handle<Image>>>);

/// Shows this stage as soon as it is drawn.
#[derive(Component)]
struct View(String);

/// The frame of a view, filled when the drawing is ready.
pub(super) fn spawn(card: &mut ChildSpawnerCommands<'_>, scenario: &Scenario) {
    let first = scenario.beats.get(&scenario.start).and_then(|beat| beat.stage.clone());
    let any = || scenario.beats.values().find_map(|beat| beat.stage.clone());
    let Some(stage) = first.or_else(any) else { return };
    let frame = Node {
        height: Val::Px(HEIGHT),
        flex_shrink: 0.0,
        overflow: Overflow::clip(),
        border_radius: BorderRadius::top(Val::Px(RADIUS_M)),
        ..default()
    };
    card.spawn((frame, BackgroundColor(SUNK), Pickable::IGNORE, View(stage)));
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
                // The floor itself says little: the view begins above it.
                bottom: Val::Percent(-40.0),
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
