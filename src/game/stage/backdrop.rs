//! The place behind the people: one drawing that covers the window.

use std::collections::BTreeSet;
use std::fs;

use bevy::prelude::*;

use super::figure::image;
use super::{art, AssetsRoot, FLOOR, Frame, STAGE_HEIGHT, STAGE_WIDTH};

/// How much of a stage's drawing lies above the floor line.
const FLOOR_AT: f32 = 0.78;

/// Shown where a stage's drawing is missing.
const OWN_STAGE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900">
<rect width="1600" height="900" fill="#E9DFCF"/><rect y="640" width="1600" height="260" fill="#D3C3AB"/>
</svg>"##;

/// Which stage is wanted.
#[derive(Resource, Debug, Default)]
pub struct Wanted {
    /// Its id, or nothing: then no picture is shown.
    pub stage: Option<String>,
    drawn: Option<(String, UVec2)>,
    warned: BTreeSet<String>,
}

/// The picture itself.
#[derive(Component)]
pub struct Backdrop;

/// Draws the wanted stage, again whenever the window's size has changed.
pub fn paint_backdrop(
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
    let drawn = read
        .and_then(|text| paint(&file, &text, size))
        .or_else(|fault| {
            if wanted.warned.insert(stage.clone()) {
                warn!("the stage `{stage}` cannot be shown, a plain room is: {fault}");
            }
            paint("the plain room", OWN_STAGE, size)
        });
    let Ok(picture) = drawn else { return };
    let width = frame.width.max(STAGE_WIDTH);
    let height = width * STAGE_HEIGHT / STAGE_WIDTH;
    let mut sprite = Sprite::from_image(images.add(image(size.x, size.y, picture)));
    sprite.custom_size = Some(Vec2::new(width, height));
    let middle = FLOOR + (FLOOR_AT - 0.5) * height;
    commands.spawn((Backdrop, sprite, Transform::from_xyz(0.0, middle, 0.0)));
}

fn paint(file: &str, text: &str, size: UVec2) -> Result<Vec<u8>, String> {
    let tree = art::read_tree(file, text).map_err(|fault| fault.to_string())?;
    art::picture(file, &tree, size.x, size.y).map_err(|fault| fault.to_string())
}

/// The picture's size in pixels.
fn pixels(frame: &Frame) -> UVec2 {
    let width = frame.width.max(STAGE_WIDTH) * frame.pixels;
    let size = Vec2::new(width, width * STAGE_HEIGHT / STAGE_WIDTH);
    size.ceil().clamp(Vec2::splat(16.0), Vec2::splat(8192.0)).as_uvec2()
}
