//! What sheets and cards are made of: a ground with a line around it, drawn in one go.

use std::collections::HashMap;

use bevy::asset::embedded_asset;
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::AsBindGroup;
use bevy::shader::ShaderRef;
use bevy::ui_render::prelude::{MaterialNode, UiMaterial, UiMaterialPlugin};

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "surface.wgsl");
    app.add_plugins(UiMaterialPlugin::<Colours>::default())
        .init_resource::<Paints>()
        .add_systems(PostUpdate, paint.in_set(PaintSurfaces));
}

/// Where surfaces get their material, in `PostUpdate`: whatever changes their
/// colours in the same frame comes before.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct PaintSurfaces;

/// The colours of a large box: what it is filled with, and the line around it as
/// wide as the node's left border. Corners are round as the node says.
///
/// Cheaper than a background and a border of the engine, which are drawn one
/// over the other. Where both are clear nothing is drawn.
#[derive(Component, Clone, Copy, Debug, PartialEq)]
pub(crate) struct Surface {
    pub(crate) ground: Color,
    pub(crate) edge: Color,
}

/// What a node is filled with, whichever way it is drawn.
pub(crate) type Ground<'w> = (Option<&'w BackgroundColor>, Option<&'w Surface>);

pub(crate) fn ground_colour((plain, surface): Ground<'_>) -> Option<Color> {
    surface.map(|surface| surface.ground).or(plain.map(|plain| plain.0))
}

impl Default for Surface {
    fn default() -> Surface {
        Surface { ground: Color::NONE, edge: Color::NONE }
    }
}

#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
struct Colours {
    #[uniform(0)]
    ground: LinearRgba,
    #[uniform(0)]
    edge: LinearRgba,
}

impl UiMaterial for Colours {
    fn fragment_shader() -> ShaderRef {
        "embedded://liyi/game/theme/surface.wgsl".into()
    }
}

/// One material for every pair of colours, so that boxes alike are drawn together.
#[derive(Resource, Default)]
struct Paints(HashMap<[u32; 8], Handle<Colours>>);

fn paint(
    fresh: Query<(Entity, &Surface), Changed<Surface>>,
    mut paints: ResMut<Paints>,
    mut colours: ResMut<Assets<Colours>>,
    mut commands: Commands,
) {
    for (entity, surface) in &fresh {
        if surface.ground.is_fully_transparent() && surface.edge.is_fully_transparent() {
            commands.entity(entity).remove::<MaterialNode<Colours>>();
            continue;
        }
        let (ground, edge) = (surface.ground.to_linear(), surface.edge.to_linear());
        let mut key = [0; 8];
        for (slot, value) in
            key.iter_mut().zip(ground.to_f32_array().into_iter().chain(edge.to_f32_array()))
        {
            *slot = value.to_bits();
        }
        let handle = paints.0.entry(key).or_insert_with(|| colours.add(Colours { ground, edge }));
        commands.entity(entity).insert(MaterialNode(handle.clone()));
    }
}
