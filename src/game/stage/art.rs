//! Drawings to pixels: the named groups of an SVG, each rasterised, packed side by side in one sheet.

use std::collections::BTreeMap;

use bevy::math::{Rect, Vec2};
use resvg::tiny_skia::{Pixmap, PixmapPaint, Transform};
use resvg::usvg::{Node, Options, Tree};

/// Pixels kept free around each part, so that neighbours never bleed in.
const MARGIN: u32 = 2;
/// A sheet is as wide as this many pixels, or as its widest part.
const SHEET_WIDTH: u32 = 1024;
/// No part is drawn larger than this.
const LARGEST: f32 = 4096.0;

/// Named parts in one image, straight alpha, sRGB.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub width: u32,
    pub height: u32,
    pub pixels: Vec<u8>,
    pub parts: BTreeMap<String, Part>,
}

/// One part of a sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Part {
    /// Where it lies in the sheet, in pixels.
    pub rect: Rect,
    /// Its middle in the drawing.
    pub middle: Vec2,
    /// Its size in the drawing's units.
    pub size: Vec2,
}

/// Why a drawing cannot be shown.
#[derive(Debug, thiserror::Error)]
pub(super) enum ArtFault {
    #[error("{file} is not a drawing that can be read: {what}")]
    Svg { file: String, what: String },
    #[error("{file} has no drawn group with an id")]
    Empty { file: String },
    #[error("{file} is too large to be drawn at this window size")]
    TooLarge { file: String },
}

/// Reads an SVG without fonts, files or links: the drawings need none.
///
/// # Errors
/// The reason the text is not an SVG.
pub(super) fn read_tree(file: &str, text: &str) -> Result<Tree, ArtFault> {
    Tree::from_str(text, &Options::default())
        .map_err(|fault| ArtFault::Svg { file: file.to_owned(), what: fault.to_string() })
}

/// Draws every top-level group with an id at `scale` pixels a unit, from all
/// the trees, into one sheet. Of two groups with one id the first is kept.
///
/// # Errors
/// [`ArtFault::Empty`] if there is nothing to draw.
pub(super) fn sheet(file: &str, trees: &[&Tree], scale: f32) -> Result<Sheet, ArtFault> {
    let mut drawn: BTreeMap<String, (Pixmap, Vec2, Vec2)> = BTreeMap::new();
    for node in trees.iter().flat_map(|tree| tree.root().children()) {
        if !node.id().is_empty()
            && !drawn.contains_key(node.id())
            && let Some(part) = draw(node, scale)
        {
            drawn.insert(node.id().to_owned(), part);
        }
    }
    if drawn.is_empty() {
        return Err(ArtFault::Empty { file: file.to_owned() });
    }
    pack(drawn).ok_or_else(|| ArtFault::TooLarge { file: file.to_owned() })
}

/// One group by itself, cut to its own bounds.
#[derive(Clone, Debug)]
pub(super) struct Cutout {
    pub width: u32,
    pub height: u32,
    /// Straight alpha, sRGB.
    pub pixels: Vec<u8>,
    /// Its middle in the drawing.
    pub middle: Vec2,
    /// Its size in the drawing's units.
    pub size: Vec2,
}

/// Draws the top-level group with this id, if there is one.
pub(super) fn cutout(tree: &Tree, id: &str, scale: f32) -> Option<Cutout> {
    let node = tree.root().children().iter().find(|node| node.id() == id)?;
    let (pixmap, middle, size) = draw(node, scale)?;
    let (width, height) = (pixmap.width(), pixmap.height());
    Some(Cutout { width, height, pixels: straight(&pixmap), middle, size })
}

/// Draws an SVG so that it covers `width` × `height` pixels, without the
/// top-level groups whose id is `left_out`; its proportions are kept and what does not fit is cut
/// off at the sides.
///
/// # Errors
/// [`ArtFault::TooLarge`] if no such image can be made.
pub(super) fn picture(
    file: &str,
    tree: &Tree,
    (width, height): (u32, u32),
    left_out: impl Fn(&str) -> bool,
) -> Result<Vec<u8>, ArtFault> {
    let too_large = || ArtFault::TooLarge { file: file.to_owned() };
    let mut pixmap = Pixmap::new(width, height).ok_or_else(too_large)?;
    let size = tree.size();
    let scale = (width as f32 / size.width()).max(height as f32 / size.height());
    let (dx, dy) = (width as f32 - size.width() * scale, height as f32 - size.height() * scale);
    let place = Transform::from_scale(scale, scale).post_translate(dx / 2.0, dy / 2.0);
    for node in tree.root().children().iter().filter(|node| !left_out(node.id())) {
        // The renderer moves a node to the origin first; this moves it back.
        let Some(bounds) = node.abs_layer_bounding_box() else { continue };
        let there = place.pre_translate(bounds.x(), bounds.y());
        resvg::render_node(node, there, &mut pixmap.as_mut());
    }
    Ok(straight(&pixmap))
}

/// One group's pixels, its middle and size in the drawing.
fn draw(node: &Node, scale: f32) -> Option<(Pixmap, Vec2, Vec2)> {
    let bounds = node.abs_layer_bounding_box()?;
    let (w, h) = (bounds.width() * scale, bounds.height() * scale);
    if !(w > 0.0 && h > 0.0 && w < LARGEST && h < LARGEST) {
        return None;
    }
    let edge = MARGIN as f32;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bounded just above"
    )]
    let (wide, high) = (w.ceil() as u32 + 2 * MARGIN, h.ceil() as u32 + 2 * MARGIN);
    let mut pixmap = Pixmap::new(wide, high)?;
    let place = Transform::from_scale(scale, scale).post_translate(edge, edge);
    resvg::render_node(node, place, &mut pixmap.as_mut());
    let size = Vec2::new(wide as f32, high as f32) / scale;
    let corner = Vec2::new(bounds.x(), bounds.y()) - Vec2::splat(edge / scale);
    Some((pixmap, corner + size / 2.0, size))
}

/// Lays the parts on shelves, the highest first.
fn pack(drawn: BTreeMap<String, (Pixmap, Vec2, Vec2)>) -> Option<Sheet> {
    let mut order: Vec<_> = drawn.into_iter().collect();
    order.sort_by_key(|(_, (pixmap, ..))| std::cmp::Reverse(pixmap.height()));
    let widest = order.iter().map(|(_, (pixmap, ..))| pixmap.width()).max()?;
    let width = widest.max(SHEET_WIDTH);
    let (mut x, mut y, mut shelf) = (0, 0, 0);
    let mut spots = Vec::new();
    for (_, (pixmap, ..)) in &order {
        if x + pixmap.width() > width {
            (x, y, shelf) = (0, y + shelf, 0);
        }
        spots.push((x, y));
        x += pixmap.width();
        shelf = shelf.max(pixmap.height());
    }
    let height = y + shelf;
    let mut all = Pixmap::new(width, height)?;
    let mut parts = BTreeMap::new();
    for ((name, (pixmap, middle, size)), (x, y)) in order.into_iter().zip(spots) {
        let (left, top) = (i32::try_from(x).ok()?, i32::try_from(y).ok()?);
        let paint = PixmapPaint::default();
        all.draw_pixmap(left, top, pixmap.as_ref(), &paint, Transform::identity(), None);
        let corner = Vec2::new(x as f32, y as f32);
        let far = corner + Vec2::new(pixmap.width() as f32, pixmap.height() as f32);
        parts.insert(name, Part { rect: Rect::from_corners(corner, far), middle, size });
    }
    Some(Sheet { width, height, pixels: straight(&all), parts })
}

/// Straight alpha, with the colour of each edge carried a little into the
/// clear pixels beside it: filtering between pixels then shows no dark rim.
fn straight(pixmap: &Pixmap) -> Vec<u8> {
    let (width, height) = (pixmap.width() as usize, pixmap.height() as usize);
    let mut pixels = pixmap.data().to_vec();
    let mut opaque = true;
    for (bytes, pixel) in pixels.chunks_exact_mut(4).zip(pixmap.pixels()) {
        if pixel.alpha() < 255 {
            opaque = false;
            let colour = pixel.demultiply();
            bytes.copy_from_slice(&[colour.red(), colour.green(), colour.blue(), colour.alpha()]);
        }
    }
    if opaque {
        return pixels;
    }
    let mut known: Vec<bool> = pixels.chunks_exact(4).map(|bytes| bytes[3] > 0).collect();
    for _ in 0..MARGIN {
        let mut bled = Vec::new();
        for (i, _) in known.iter().enumerate().filter(|(_, known)| !**known) {
            let (x, y) = (i % width, i / width);
            let beside = [
                (x > 0).then(|| i - 1),
                (x + 1 < width).then(|| i + 1),
                (y > 0).then(|| i - width),
                (y + 1 < height).then(|| i + width),
            ];
            if let Some(from) = beside.into_iter().flatten().find(|&from| known[from]) {
                pixels.copy_within(from * 4..from * 4 + 3, i * 4);
                bled.push(i);
            }
        }
        for i in bled {
            known[i] = true;
        }
    }
    pixels
}
