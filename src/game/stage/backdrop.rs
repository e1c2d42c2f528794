//! The place behind the people: one drawing that covers the window.

use std::collections::BTreeSet;
use std::fs;

use bevy::image::ImageSampler;
use bevy::prelude::*;

use super::art::{self, Cutout};
use super::figure::image;
use super::{AssetsRoot, FLOOR, Frame, STAGE_HEIGHT, STAGE_WIDTH};

/// How much of a stage's drawing lies above the floor line.
const FLOOR_AT: f32 = 0.78;

/// The group of a stage's drawing that stands before the people.
const FRONT: &str = "front";

/// Where a counter in front stands in the pile of pictures.
const BEFORE_PEOPLE: f32 = 500.0;

/// Shown where a stage's drawing is missing.
const OWN_STAGE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900">
<rect width="1600" height="900" fill="#E9DFCF"/><rect y="640" width="1600" height="260" fill="#D3C3AB"/>
</svg>"##;

/// Which stage is wanted.
#[derive(Resource, Debug, Default)]
pub(super) struct Wanted {
    /// Its id, or nothing: then no picture is shown.
    pub stage: Option<String>,
    drawn: Option<(String, UVec2)>,
    warned: BTreeSet<String>,
}

impl Wanted {
    /// The drawing has changed.
    pub(super) fn draw_again(&mut self) {
        self.drawn = None;
        self.warned.clear();
    }
}

/// The picture itself.
#[derive(Component)]
pub(super) struct Backdrop;

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
    let Ok((picture, front)) = drawn else { return };
    let width = frame.width.max(STAGE_WIDTH);
    let unit = width / STAGE_WIDTH;
    let middle = FLOOR + (FLOOR_AT - 0.5) * STAGE_HEIGHT * unit;
    let mut show = |mut picture: Image, size: Vec2, at: Vec3| {
        // Drawn for these very pixels; without a graphics card, mixing four of
        // them for each would cost more than all the people.
        picture.sampler = ImageSampler::nearest();
        let mut sprite = Sprite::from_image(images.add(picture));
        sprite.custom_size = Some(size);
        commands.spawn((Backdrop, sprite, Transform::from_translation(at)));
    };
    let whole = Vec2::new(STAGE_WIDTH, STAGE_HEIGHT);
    show(image(size.x, size.y, picture), whole * unit, Vec3::new(0.0, middle, 0.0));
    if let Some(front) = front {
        let off = (front.middle - whole / 2.0) * unit;
        let at = Vec3::new(off.x, middle - off.y, BEFORE_PEOPLE);
        show(image(front.width, front.height, front.pixels), front.size * unit, at);
    }
}

/// What lies behind the people, and the group `front`, which stands before them.
fn paint(file: &str, text: &str, size: UVec2) -> Result<(Vec<u8>, Option<Cutout>), String> {
    let tree = art::read_tree(file, text).map_err(|fault| fault.to_string())?;
    let back = art::picture(file, &tree, (size.x, size.y), FRONT);
    let front = art::cutout(&tree, FRONT, size.x as f32 / STAGE_WIDTH);
    Ok((back.map_err(|fault| fault.to_string())?, front))
}

/// The picture's size in pixels.
fn pixels(frame: &Frame) -> UVec2 {
    let width = frame.width.max(STAGE_WIDTH) * frame.pixels;
    let size = Vec2::new(width, width * STAGE_HEIGHT / STAGE_WIDTH);
    size.ceil().clamp(Vec2::splat(16.0), Vec2::splat(8192.0)).as_uvec2()
}
