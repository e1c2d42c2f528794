//! The picture behind everything: opaque, texel for pixel, with a hole where the desk is.

use bevy::asset::{RenderAssetUsages, embedded_asset};
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, MeshVertexBufferLayoutRef, PrimitiveTopology};
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::{
    AsBindGroup, CompareFunction, RenderPipelineDescriptor, SpecializedMeshPipelineError,
};
use bevy::shader::ShaderRef;
use bevy::sprite_render::{Material2d, Material2dKey, Material2dPlugin};

use super::panes::Texels;

/// How far the ground goes on below a place when the stage is lifted.
const SKIRT: f32 = 400.0;

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "wall.wgsl");
    app.add_plugins(Material2dPlugin::<Wallpaper>::default());
}

/// What the wall is covered with. It is drawn first and under everything: neither
/// is it mixed with what was there nor is its depth asked or kept.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
pub(super) struct Wallpaper {
    #[texture(0)]
    pub(super) picture: Handle<Image>,
}

impl Material2d for Wallpaper {
    fn fragment_shader() -> ShaderRef {
        "embedded://liyi/game/stage/wall.wgsl".into()
    }

    fn specialize(
        descriptor: &mut RenderPipelineDescriptor,
        _: &MeshVertexBufferLayoutRef,
        _: Material2dKey<Wallpaper>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        if let Some(depth) = &mut descriptor.depth_stencil {
            depth.depth_write_enabled = Some(false);
            depth.depth_compare = Some(CompareFunction::Always);
        }
        Ok(())
    }
}

/// What is seen of a wall, and below it its lowest row drawn out: the wall is so
/// large on the stage, its picture has so many texels, and these parts of it are
/// shown.
pub(super) fn mesh(texels: UVec2, size: Vec2, parts: &[Texels]) -> Mesh {
    let mut quads = Quads::default();
    let scale = size / texels.as_vec2();
    let place = |texel: Vec2| {
        let from_corner = texel * scale;
        Vec2::new(from_corner.x - size.x / 2.0, size.y / 2.0 - from_corner.y)
    };
    for [left, top, right, bottom] in parts {
        if left < right && top < bottom {
            let (min, max) =
                (UVec2::new(*left, *top).as_vec2(), UVec2::new(*right, *bottom).as_vec2());
            quads.push([place(min), place(max)], [min, max]);
        }
    }
    let (wide, high) = (texels.x as f32, texels.y as f32);
    let foot = Vec2::new(0.0, SKIRT);
    let row = high - 0.5;
    quads.push(
        [place(Vec2::new(0.0, high)), place(texels.as_vec2()) - foot],
        [Vec2::new(0.0, row), Vec2::new(wide, row)],
    );
    quads.mesh()
}

/// What a wall is made of when it is hung up.
pub(super) fn hung(paper: Handle<Wallpaper>, mesh: Handle<Mesh>) -> impl Bundle + use<> {
    // It changes with the desk and covers the window: there is nothing to cull.
    (Mesh2d(mesh), MeshMaterial2d(paper), NoFrustumCulling)
}

/// Boxes between their upper left and lower right corners.
#[derive(Default)]
struct Quads {
    positions: Vec<[f32; 3]>,
    texels: Vec<[f32; 2]>,
    indices: Vec<u16>,
}

impl Quads {
    fn push(&mut self, [from, to]: [Vec2; 2], [first, last]: [Vec2; 2]) {
        let Ok(base) = u16::try_from(self.positions.len()) else { return };
        self.positions.extend([
            [from.x, from.y, 0.0],
            [from.x, to.y, 0.0],
            [to.x, to.y, 0.0],
            [to.x, from.y, 0.0],
        ]);
        self.texels.extend([
            [first.x, first.y],
            [first.x, last.y],
            [last.x, last.y],
            [last.x, first.y],
        ]);
        self.indices.extend([0, 1, 2, 0, 2, 3].map(|corner| base + corner));
    }

    fn mesh(self) -> Mesh {
        Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::default())
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, self.positions)
            .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, self.texels)
            .with_inserted_indices(Indices::U16(self.indices))
    }
}
