//! The picture behind everything: copied into the window instead of drawn.
//!
//! It is opaque, as large as the window and painted for these very pixels. Without a graphics card,
//! asking a texture and mixing for each of them would cost more than all the people.

use bevy::camera::CameraMainTextureUsages;
use bevy::core_pipeline::{Core2d, Core2dSystems};
use bevy::image::Image;
use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy::render::extract_component::{ExtractComponent, ExtractComponentPlugin};
use bevy::render::render_asset::RenderAssets;
use bevy::render::render_resource::{
    Extent3d, Origin3d, TexelCopyTextureInfo, TextureAspect, TextureUsages,
};
use bevy::render::renderer::{RenderContext, ViewQuery};
use bevy::render::texture::GpuImage;
use bevy::render::view::ViewTarget;
use bevy::window::PrimaryWindow;

use super::figure::image;
use super::panes::{Texels, split, whole_texels};
use super::{Frame, StageHidden};

/// How far the ground goes on below a place when the stage is lifted, in world units.
const SKIRT: f32 = 400.0;

/// Bytes of a texel.
const TEXEL: usize = 4;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(ExtractComponentPlugin::<Wall>::default());
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.add_systems(Core2d, copy.before(Core2dSystems::MainPass));
    }
}

/// What a camera needs so that a wall can be copied into what it sees.
pub(crate) fn wall_texture() -> CameraMainTextureUsages {
    CameraMainTextureUsages::default().with(TextureUsages::COPY_DST)
}

/// A place's picture, hung up with its middle where its transform is.
#[derive(Component, Clone, Debug)]
pub(super) struct Hung {
    picture: Handle<Image>,
    /// With the ground below it.
    texels: UVec2,
    /// Its size on the stage, without the ground below it.
    size: Vec2,
}

/// What a camera sees behind everything.
#[derive(Component, ExtractComponent, Clone, Debug, PartialEq)]
pub(super) struct Wall {
    picture: Handle<Image>,
    texels: UVec2,
    /// Which pixel of the picture is the window's upper left one.
    from: UVec2,
    /// The window's pixels that nobody sees.
    hole: Texels,
}

/// Hangs up a picture that covers the stage; below it its lowest row goes on.
///
/// `pixels` are straight-alpha sRGB, row by row; what is clear in them is not.
pub(super) fn hang(
    images: &mut Assets<Image>,
    mut pixels: Vec<u8>,
    texels: UVec2,
    size: Vec2,
) -> Hung {
    let row = texels.x as usize * TEXEL;
    let lowest = pixels.len().saturating_sub(row)..;
    let below = (SKIRT * texels.y as f32 / size.y).ceil() as u32;
    let lowest = pixels[lowest].repeat(below as usize);
    pixels.extend(lowest);
    for texel in pixels.chunks_exact_mut(TEXEL) {
        texel[TEXEL - 1] = u8::MAX;
    }
    let texels = texels + UVec2::new(0, below);
    let mut picture = image(texels.x, texels.y, pixels);
    picture.texture_descriptor.usage |= TextureUsages::COPY_SRC;
    Hung { picture: images.add(picture), texels, size }
}

/// Lets the camera see what hangs, where it hangs, but for what is hidden.
pub(super) fn cover(
    hidden: Res<StageHidden>,
    frame: Res<Frame>,
    window: Query<&Window, With<PrimaryWindow>>,
    hung: Query<(&Hung, &Transform), Without<Camera2d>>,
    mut cameras: Query<(Entity, &Transform, &mut Camera, Option<&Wall>), With<Camera2d>>,
    mut commands: Commands,
) {
    let (Ok(window), Ok((entity, eye, mut camera, seen))) = (window.single(), cameras.single_mut())
    else {
        return;
    };
    let Ok((Hung { picture, texels, size }, place)) = hung.single() else {
        if seen.is_some() {
            commands.entity(entity).remove::<Wall>();
            camera.clear_color = ClearColorConfig::Default;
        }
        return;
    };
    let pixels = UVec2::new(window.physical_width(), window.physical_height());
    let corner = place.translation.truncate() + *size / 2.0 * Vec2::new(-1.0, 1.0);
    let off = (corner - eye.translation.truncate()) * Vec2::new(1.0, -1.0) * frame.pixels;
    let from = -(off + pixels.as_vec2() / 2.0).round();
    let spare = texels.saturating_sub(pixels);
    let hole = hidden.desk.map_or([0; 4], |desk| whole_texels(desk.min, desk.max, pixels));
    let wall = Wall {
        picture: picture.clone(),
        texels: *texels,
        from: from.max(Vec2::ZERO).as_uvec2().min(spare),
        hole,
    };
    if seen != Some(&wall) {
        commands.entity(entity).insert(wall);
        camera.clear_color = ClearColorConfig::None;
    }
}

/// Copies the wall to where the camera draws, before it draws anything.
fn copy(
    view: ViewQuery<(&Wall, &ViewTarget)>,
    images: Res<RenderAssets<GpuImage>>,
    mut context: RenderContext,
) {
    let (wall, target) = view.into_inner();
    let target = target.main_texture();
    let Some(picture) = images.get(&wall.picture) else { return };
    if picture.texture.format() != target.format() {
        return;
    }
    let seen = UVec2::new(target.width(), target.height());
    let seen = seen.min(wall.texels - wall.from.min(wall.texels));
    for [left, top, right, bottom] in split(seen, wall.hole) {
        if right <= left || bottom <= top {
            continue;
        }
        let at = |x, y| Origin3d { x, y, z: 0 };
        let texel = |texture, origin| TexelCopyTextureInfo {
            texture,
            mip_level: 0,
            origin,
            aspect: TextureAspect::All,
        };
        let (x, y) = (wall.from.x + left, wall.from.y + top);
        context.command_encoder().copy_texture_to_texture(
            texel(&picture.texture, at(x, y)),
            texel(target, at(left, top)),
            Extent3d { width: right - left, height: bottom - top, depth_or_array_layers: 1 },
        );
    }
}
