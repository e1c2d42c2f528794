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
    // A tour without pictures has no graphics, and nothing to hand a wall on to.
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.add_systems(Core2d, copy.before(Core2dSystems::MainPass));
        app.add_plugins(ExtractComponentPlugin::<Wall>::default());
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
    let corner = corner - eye.translation.truncate();
    let hole = hidden.desk.map_or([0; 4], |desk| whole_texels(desk.min, desk.max, pixels));
    let wall = Wall {
        picture: picture.clone(),
        texels: *texels,
        from: first_seen(corner * frame.pixels, pixels, *texels),
        hole,
    };
    if seen != Some(&wall) {
        commands.entity(entity).insert(wall);
        camera.clear_color = ClearColorConfig::None;
    }
}

/// Which pixel of a picture is the window's upper left one, when the picture's own is so
/// far from the window's middle, y up. As far as there are enough of them, every pixel
/// of the window has one of the picture.
fn first_seen(corner: Vec2, window: UVec2, texels: UVec2) -> UVec2 {
    let from = -(corner * Vec2::new(1.0, -1.0) + window.as_vec2() / 2.0).round();
    from.max(Vec2::ZERO).as_uvec2().min(texels.saturating_sub(window))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_middle_of_the_picture_is_in_the_middle_and_a_lifted_stage_moves_it_up() {
        let (window, texels) = (UVec2::new(1000, 720), UVec2::new(1280, 1040));
        let corner = Vec2::new(-640.0, 360.0);
        assert_eq!(first_seen(corner, window, texels), UVec2::new(140, 0));
        assert_eq!(first_seen(corner + Vec2::Y * 80.0, window, texels), UVec2::new(140, 80));
    }

    #[test]
    fn below_a_picture_its_lowest_row_goes_on_and_nothing_is_clear() {
        let mut images = Assets::<Image>::default();
        let rows = [[9, 9, 9, 0], [1, 2, 3, 255]];
        let size = Vec2::new(1.0, 2.0 * SKIRT);
        let hung = hang(&mut images, rows.concat(), UVec2::new(1, 2), size);
        assert_eq!(hung.texels, UVec2::new(1, 3));
        let picture = images.get(&hung.picture).unwrap();
        let below = [1, 2, 3, 255];
        assert_eq!(picture.data.as_deref(), Some(&[[9, 9, 9, 255], below, below].concat()[..]));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_picture_that_is_large_enough_covers_the_window(
            (wide, high) in (1_u32..4_000, 1_u32..2_200),
            (more_wide, more_high) in (0_u32..900, 0_u32..900),
            (x, y) in (-3_000.0_f32..3_000.0, -3_000.0_f32..3_000.0),
        ) {
            let window = UVec2::new(wide, high);
            let texels = window + UVec2::new(more_wide, more_high);
            let from = first_seen(Vec2::new(x, y), window, texels);
            prop_assert!((from + window).cmple(texels).all(), "{from} of {texels}");
        }
    }
}
