//! Small drawings of the interface, kept as SVG and rasterised at the size they are shown.

use std::collections::HashMap;
use std::path::Path;

use bevy::asset::RenderAssetUsages;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};
use bevy::ui::UiSystems;
use bevy::window::PrimaryWindow;
use resvg::{tiny_skia, usvg};

use crate::game::stage::{AssetsRoot, sheet};

/// Draws an SVG so that it is `width` physical pixels wide. `None` when the
/// drawing is not valid or would be empty.
pub(crate) fn raster(svg: &str, width: u32) -> Option<Image> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).ok()?;
    let scale = width as f32 / tree.size().width();
    // What is whole pixels high but for rounding stays so.
    let height = (tree.size().height() * scale - 0.01).ceil() as u32;
    let mut pixmap = tiny_skia::Pixmap::new(width, height)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Some(image(&pixmap))
}

/// The engine blends straight alpha; the rasteriser leaves it multiplied in.
fn image(pixmap: &tiny_skia::Pixmap) -> Image {
    let pixels = pixmap
        .pixels()
        .iter()
        .flat_map(|p| {
            let c = p.demultiply();
            [c.red(), c.green(), c.blue(), c.alpha()]
        })
        .collect();
    Image::new(
        Extent3d { width: pixmap.width(), height: pixmap.height(), depth_or_array_layers: 1 },
        TextureDimension::D2,
        pixels,
        TextureFormat::Rgba8UnormSrgb,
        RenderAssetUsages::RENDER_WORLD,
    )
}

/// The name of what is shown where a drawing is missing.
const PARCEL: &str = "parcel";
const OWN_PARCEL: &str = include_str!("../../../assets/desk/parcel.svg");

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Cabinet>().add_systems(PostUpdate, draw.before(UiSystems::Prepare));
}

/// A node that shows a drawing of `assets/desk`, by its name; it is
/// rasterised for the pixels it fills.
#[derive(Component, Clone, Debug, PartialEq)]
#[require(ImageNode)]
pub(crate) struct Drawn {
    name: String,
    /// In logical pixels.
    width: f32,
}

/// A drawing at a size of its own proportions, in logical pixels.
pub(crate) fn drawn(name: &str, size: Vec2) -> impl Bundle + use<> {
    placed(name, size, Node::default())
}

/// A drawing in a node that is laid out as given.
pub(crate) fn placed(name: &str, size: Vec2, node: Node) -> impl Bundle + use<> {
    let node = Node { width: Val::Px(size.x), height: Val::Px(size.y), flex_shrink: 0.0, ..node };
    (node, Drawn { name: name.to_owned(), width: size.x }, Pickable::IGNORE)
}

/// Somebody's head and shoulders, by the name of their figure, in a round frame.
pub(crate) fn portrait(figure: &str, side: f32) -> impl Bundle + use<> {
    let node = Node { border_radius: BorderRadius::MAX, ..default() };
    placed(&format!("{PORTRAIT}{figure}"), Vec2::splat(side), node)
}

/// Before the name of a figure whose portrait is wanted.
const PORTRAIT: &str = "portrait/";

/// Drawings read and rasterised so far.
#[derive(Resource, Default)]
pub(crate) struct Cabinet {
    texts: HashMap<String, Option<String>>,
    made: HashMap<(String, u32), Handle<Image>>,
}

impl Cabinet {
    fn image(
        &mut self,
        root: &Path,
        name: &str,
        width: u32,
        images: &mut Assets<Image>,
    ) -> Option<Handle<Image>> {
        let key = (name.to_owned(), width);
        if let Some(made) = self.made.get(&key) {
            return Some(made.clone());
        }
        let picture = match name.strip_prefix(PORTRAIT) {
            Some(figure) => sheet::portrait(root, &safe(figure), width)
                .inspect_err(|why| warn!("`{figure}` cannot be shown: {why}"))
                .ok()
                .map(|drawn| image(&drawn)),
            None => self.text(root, name).and_then(|svg| raster(svg, width)),
        };
        let parcel = || raster(OWN_PARCEL, width).filter(|_| name != PARCEL);
        let handle = images.add(picture.or_else(parcel)?);
        self.made.insert(key, handle.clone());
        Some(handle)
    }

    fn text(&mut self, root: &Path, name: &str) -> Option<&str> {
        let text = self.texts.entry(name.to_owned()).or_insert_with(|| {
            let path = root.join("desk").join(format!("{}.svg", safe(name)));
            let read = std::fs::read_to_string(&path);
            read.inspect_err(|why| warn!("{} cannot be shown: {why}", path.display())).ok()
        });
        text.as_deref()
    }
}

/// Drawings were saved anew: each is read again.
pub(crate) fn renew(mut cabinet: ResMut<Cabinet>) {
    *cabinet = Cabinet::default();
}

/// A name as a file: it can never lead out of the folder.
fn safe(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// Gives what is new its picture, and everything when pixels have become smaller or larger.
fn draw(
    mut nodes: Query<(Ref<Drawn>, &mut ImageNode)>,
    window: Query<&Window, With<PrimaryWindow>>,
    ui_scale: Res<UiScale>,
    root: Option<Res<AssetsRoot>>,
    images: Option<ResMut<Assets<Image>>>,
    mut cabinet: ResMut<Cabinet>,
    mut last: Local<f32>,
) {
    let (Some(root), Some(mut images), Ok(window)) = (root, images, window.single()) else {
        return;
    };
    let scale = window.scale_factor() * ui_scale.0;
    let all = (*last - scale).abs() > f32::EPSILON || cabinet.made.is_empty();
    *last = scale;
    for (drawn, mut node) in &mut nodes {
        if !all && !drawn.is_changed() {
            continue;
        }
        let width = (drawn.width * scale).ceil().clamp(1.0, 4096.0) as u32;
        if let Some(image) = cabinet.image(&root.0, &drawn.name, width, &mut images) {
            node.image = image;
        }
    }
}
