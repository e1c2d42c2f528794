//! The place behind the people: one drawing that covers the window, and the things of it that come and go.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use bevy::image::ImageSampler;
use bevy::prelude::*;

use super::art::{self, Cutout};
use super::figure::image;
use super::panes;
use super::wall;
use super::{AssetsRoot, FLOOR, Frame, STAGE_HEIGHT, STAGE_WIDTH};
use crate::scenario::{Place, STAGE_SIZE, THING};

/// How much of a stage's drawing lies above the floor line.
const FLOOR_AT: f32 = 0.78;

/// The group of a stage's drawing that stands before the people.
const FRONT: &str = "front";

/// Where a counter in front stands in the pile of pictures.
const BEFORE_PEOPLE: f32 = 500.0;

/// Where a thing behind the people lies in the pile of pictures.
const BEHIND_PEOPLE: f32 = 1.0;

/// By how much a thing lies above the one drawn before it.
const THIN: f32 = 0.01;

/// Shown where a stage's drawing is missing.
const OWN_STAGE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900">
<rect width="1600" height="900" fill="#E9DFCF"/><rect y="640" width="1600" height="260" fill="#D3C3AB"/>
</svg>"##;

/// Which stage is wanted.
#[derive(Resource, Debug, Default)]
pub(super) struct Wanted {
    /// Its id, or nothing: then no picture is shown.
    stage: Option<String>,
    /// Its things that have come (`true`) or gone since it was set.
    things: BTreeMap<String, bool>,
    drawn: Option<(String, UVec2)>,
    warned: BTreeSet<String>,
}

impl Wanted {
    /// This stage, with its things as they are at first.
    pub(super) fn show(&mut self, stage: Option<String>) {
        self.stage = stage;
        self.things.clear();
    }

    /// A thing of the stage comes or goes.
    pub(super) fn put(&mut self, thing: &str, there: bool) {
        self.things.insert(thing.to_owned(), there);
    }

    /// The drawing has changed.
    pub(super) fn draw_again(&mut self) {
        self.drawn = None;
        self.warned.clear();
    }
}

/// The picture itself.
#[derive(Component)]
pub(super) struct Backdrop;

/// A thing of the stage, by its name, and whether it is there at first.
#[derive(Component)]
pub(super) struct StageThing {
    name: String,
    there: bool,
}

/// What is drawn of a stage.
struct Painted {
    back: Vec<u8>,
    front: Option<Cutout>,
    /// Its things in the order they are drawn; whether each lies on what
    /// stands before the people.
    things: Vec<(String, bool, Cutout)>,
}

/// Draws the wanted stage, again whenever the window's size has changed.
pub(super) fn paint_backdrop(
    mut commands: Commands,
    frame: Res<Frame>,
    root: Res<AssetsRoot>,
    mut wanted: ResMut<Wanted>,
    mut images: ResMut<Assets<Image>>,
    shown: Query<Entity, With<Backdrop>>,
) {
    let key = wanted.stage.clone().map(|stage| (stage, pixels(&frame)));
    if key == wanted.drawn {
        return;
    }
    for entity in &shown {
        commands.entity(entity).despawn();
    }
    wanted.drawn.clone_from(&key);
    let Some((stage, size)) = key else { return };
    let name: String =
        stage.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let path = root.0.join("stages").join(format!("{name}.svg"));
    let file = path.display().to_string();
    let read = fs::read_to_string(&path).map_err(|fault| format!("{file}: {fault}"));
    let drawn = read.and_then(|text| paint(&file, &text, size)).or_else(|fault| {
        if wanted.warned.insert(stage.clone()) {
            warn!("the stage `{stage}` cannot be shown, a plain room is: {fault}");
        }
        paint("the plain room", OWN_STAGE, size)
    });
    let Ok(Painted { back, front, things }) = drawn else { return };
    let (about, faults) = Place::of(&path);
    for fault in faults {
        warn!("{}", fault.said(crate::standard::Lang::En));
    }
    let width = frame.width.max(STAGE_WIDTH);
    let unit = width / STAGE_WIDTH;
    let middle = FLOOR + (FLOOR_AT - 0.5) * STAGE_HEIGHT * unit;
    let whole = Vec2::new(STAGE_WIDTH, STAGE_HEIGHT);
    let behind = wall::hang(&mut images, back, size, whole * unit);
    commands.spawn((Backdrop, behind, Transform::from_xyz(0.0, middle, 0.0)));
    let mut lay = |part: Cutout, z: f32| {
        let off = (part.middle - whole / 2.0) * unit;
        let at = Vec3::new(off.x, middle - off.y, z);
        let mut picture = image(part.width, part.height, part.pixels);
        // Painted for these very pixels: none are mixed.
        picture.sampler = ImageSampler::nearest();
        let texels = picture.size();
        let shown = panes::hang(&mut commands, images.add(picture), texels, part.size * unit, at);
        commands.entity(shown).insert(Backdrop);
        shown
    };
    if let Some(front) = front {
        lay(front, BEFORE_PEOPLE);
    }
    let mut lying = Vec::new();
    for (place, (name, before, part)) in (1_u8..).zip(things) {
        let base = if before { BEFORE_PEOPLE } else { BEHIND_PEOPLE };
        let there = about.shows(&name);
        lying.push((lay(part, base + THIN * f32::from(place)), StageThing { name, there }));
    }
    for (entity, thing) in lying {
        commands.entity(entity).insert((thing, Visibility::Hidden));
    }
}

/// Shows the things that are there and hides the others.
pub(super) fn show_things(wanted: Res<Wanted>, mut things: Query<(&StageThing, &mut Visibility)>) {
    for (thing, mut seen) in &mut things {
        let there = wanted.things.get(&thing.name).copied().unwrap_or(thing.there);
        seen.set_if_neq(if there { Visibility::Inherited } else { Visibility::Hidden });
    }
}

/// What lies behind the people, the group `front`, which stands before them,
/// and the groups of the things that come and go.
fn paint(file: &str, text: &str, size: UVec2) -> Result<Painted, String> {
    let tree = art::read_tree(file, text).map_err(|fault| fault.to_string())?;
    let apart = |id: &str| id == FRONT || id.starts_with(THING);
    let back = art::picture(file, &tree, (size.x, size.y), apart);
    let scale = size.x as f32 / STAGE_WIDTH;
    let ids: Vec<&str> = tree.root().children().iter().map(|node| node.id()).collect();
    let front_at = ids.iter().position(|id| *id == FRONT);
    let things = ids.iter().enumerate().filter_map(|(at, id)| {
        let name = id.strip_prefix(THING)?;
        let before = front_at.is_some_and(|front| front < at);
        Some((name.to_owned(), before, art::cutout(&tree, id, scale)?))
    });
    Ok(Painted {
        back: back.map_err(|fault| fault.to_string())?,
        front: art::cutout(&tree, FRONT, scale),
        things: things.collect(),
    })
}

/// A place as it is when it is first seen, so many pixels wide; `None` where its
/// drawing cannot be read.
pub(crate) fn place_view(path: &Path, wide: u32) -> Option<Image> {
    let file = path.display().to_string();
    let tree = art::read_tree(&file, &fs::read_to_string(path).ok()?).ok()?;
    let (about, _) = Place::of(path);
    let gone = |id: &str| id.strip_prefix(THING).is_some_and(|name| !about.shows(name));
    let high = wide * STAGE_SIZE.1 / STAGE_SIZE.0;
    let drawn = art::picture(&file, &tree, (wide, high), gone).ok()?;
    Some(image(wide, high, drawn))
}

/// The picture's size in pixels.
fn pixels(frame: &Frame) -> UVec2 {
    let width = frame.width.max(STAGE_WIDTH) * frame.pixels;
    let size = Vec2::new(width, width * STAGE_HEIGHT / STAGE_WIDTH);
    size.ceil().clamp(Vec2::splat(16.0), Vec2::splat(8192.0)).as_uvec2()
}
