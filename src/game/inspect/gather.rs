//! The engine's layout as plain rectangles.

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::math::Rect;
use bevy::prelude::*;
use bevy::text::{EditableText, TextLayoutInfo};
use bevy::ui::{ComputedStackIndex, OverflowAxis, UiGlobalTransform};
use bevy::ui_widgets::{Button, Slider};
use bevy::window::PrimaryWindow;

use crate::game::theme::surface::{Ground, ground_colour};

use super::{Frame, Kind, Piece, Sheet};

/// From here on a ground hides what lies under it.
const OPAQUE: f32 = 0.5;
/// The most characters of a text that stand for it.
const NAME: usize = 28;

/// What every node of the layout is asked for.
type Nodes<'w> = (
    &'w Node,
    &'w ComputedNode,
    &'w ComputedStackIndex,
    &'w UiGlobalTransform,
    &'w InheritedVisibility,
    Option<&'w ChildOf>,
    Option<&'w GlobalZIndex>,
);

/// What may be of interest on a node.
type Contents<'w> = (
    Option<(&'w Text, &'w TextLayoutInfo)>,
    Has<Button>,
    Has<Slider>,
    Has<EditableText>,
    Option<&'w AccessibleLabel>,
    Ground<'w>,
    Option<&'w TabGroup>,
    Option<&'w TextFont>,
);

/// Everything that is seen now.
pub(crate) fn gather(world: &mut World) -> Sheet {
    let mut windows = world.query_filtered::<&Window, With<PrimaryWindow>>();
    let scale = world.resource::<UiScale>().0;
    let (window, pixels) =
        windows.single(world).map_or((Vec2::ZERO, 0), |w| (w.size() / scale, w.physical_height()));
    let mut nodes = world.query::<(Entity, Nodes, Contents)>();
    let all: Vec<Entity> = nodes.iter(world).map(|(entity, ..)| entity).collect();
    let mut pieces = Vec::new();
    let mut modal: Vec<i32> = Vec::new();
    for entity in all {
        let Ok((_, node, contents)) = nodes.get(world, entity) else { continue };
        let (_, computed, order, place, visible, up, own_layer) = node;
        if !visible.get() || computed.is_empty() {
            continue;
        }
        let mut layer = own_layer.map(|z| z.0);
        let mut inside = Vec::new();
        let mut frames = Vec::new();
        let mut next = up.map(ChildOf::parent);
        let mut gone = node.0.display == Display::None;
        while let Some(at) = next {
            inside.push(at.to_bits());
            let Ok((_, (style, computed, _, place, _, up, z), _)) = nodes.get(world, at) else {
                break;
            };
            gone |= style.display == Display::None;
            layer = layer.or(z.map(|z| z.0));
            frames.extend(frames_of(style, computed, place));
            next = up.map(ChildOf::parent);
        }
        if gone {
            continue;
        }
        let layer = layer.unwrap_or_default();
        let (text, is_button, is_slider, is_field, label, ground, group, font) = contents;
        if group.is_some_and(|group| group.modal) {
            modal.push(layer);
        }
        let rect = on_screen(computed, place, Rect::from_center_size(Vec2::ZERO, computed.size()));
        let mut put = |kind: Kind, name: String, rect: Rect| {
            pieces.push(Piece {
                id: entity.to_bits(),
                inside: inside.clone(),
                layer,
                order: order.0,
                name,
                rect,
                frames: frames.clone(),
                kind,
            });
        };
        let named = || label.map(|label| short(&label.0)).unwrap_or_default();
        if let Some((words, laid)) = text
            && let Some(ink) = ink(laid)
        {
            let ink = Rect {
                min: ink.min + computed.content_box().min,
                max: ink.max + computed.content_box().min,
            };
            let kind = Kind::Words {
                room: rect,
                type_px: type_px(font, computed),
                lines: lines(&words.0, laid),
            };
            put(kind, short(&words.0), on_screen(computed, place, ink));
        } else if is_button || is_slider || is_field {
            put(Kind::Press, named(), rect);
        } else if ground_colour(ground).is_some_and(|ground| ground.alpha() > OPAQUE) {
            put(Kind::Ground, named(), rect);
        }
        // A field scrolls its one line by itself.
        if node.0.overflow.y == OverflowAxis::Scroll && !is_field {
            let more =
                (computed.content_size().y - computed.size().y) * computed.inverse_scale_factor;
            put(Kind::Well { more }, named(), rect);
        }
    }
    // What lies under a modal sheet waits, and is not looked at.
    let top = modal.into_iter().max().unwrap_or(i32::MIN);
    pieces.retain(|piece| piece.layer >= top);
    pieces.sort_by_key(|piece| piece.order);
    #[allow(clippy::cast_precision_loss, reason = "no screen is that high")]
    let pixels = pixels as f32;
    Sheet { window: Rect::from_corners(Vec2::ZERO, window), pixels, pieces }
}

/// A rectangle of a node's own, in logical pixels of the window.
fn on_screen(computed: &ComputedNode, place: &UiGlobalTransform, rect: Rect) -> Rect {
    let corners =
        [rect.min, Vec2::new(rect.max.x, rect.min.y), rect.max, Vec2::new(rect.min.x, rect.max.y)]
            .map(|corner| place.transform_point2(corner) * computed.inverse_scale_factor);
    let min = corners.into_iter().reduce(Vec2::min).unwrap_or_default();
    let max = corners.into_iter().reduce(Vec2::max).unwrap_or_default();
    Rect { min, max }
}

/// The edges at which a node cuts off what lies in it: one for each axis, for
/// one may scroll where the other does not.
fn frames_of<'a>(
    style: &'a Node,
    computed: &'a ComputedNode,
    place: &'a UiGlobalTransform,
) -> impl Iterator<Item = Frame> + 'a {
    let scale = computed.inverse_scale_factor;
    let whole = computed.resolve_clip_rect(style.overflow, style.overflow_clip_margin);
    let at = place.translation;
    let whole = Rect { min: (whole.min + at) * scale, max: (whole.max + at) * scale };
    let endless = Rect { min: Vec2::NEG_INFINITY, max: Vec2::INFINITY };
    let across = Rect {
        min: Vec2::new(whole.min.x, endless.min.y),
        max: Vec2::new(whole.max.x, endless.max.y),
    };
    let down = Rect {
        min: Vec2::new(endless.min.x, whole.min.y),
        max: Vec2::new(endless.max.x, whole.max.y),
    };
    [(style.overflow.x, across), (style.overflow.y, down)]
        .into_iter()
        .filter(|(axis, _)| *axis != OverflowAxis::Visible)
        .map(|(axis, rect)| Frame { rect, scrolls: axis == OverflowAxis::Scroll })
}

/// Where a text's glyphs are, from its room's upper left corner, in pixels of the screen.
fn ink(laid: &TextLayoutInfo) -> Option<Rect> {
    laid.glyphs
        .iter()
        .map(|glyph| Rect::from_center_size(glyph.position, glyph.atlas_info.rect.size()))
        .filter(|glyph| !glyph.is_empty())
        .reduce(|all, glyph| all.union(glyph))
}

fn type_px(font: Option<&TextFont>, computed: &ComputedNode) -> f32 {
    match font.map(|font| font.font_size) {
        Some(FontSize::Px(px)) => px / computed.inverse_scale_factor,
        // Every text of the window is sized in pixels.
        _ => 0.0,
    }
}

/// The lines as they are drawn; none where a glyph stands for several characters,
/// for then it is not known which.
fn lines(words: &str, laid: &TextLayoutInfo) -> Vec<String> {
    let mut drawn = laid.glyphs.iter().filter(|glyph| !glyph.atlas_info.rect.is_empty());
    let mut lines: Vec<String> = Vec::new();
    let mut line = usize::MAX;
    for c in words.chars() {
        if !c.is_whitespace() {
            let Some(glyph) = drawn.next() else { return Vec::new() };
            if glyph.line_index != line {
                line = glyph.line_index;
                lines.push(String::new());
            }
        }
        if let Some(last) = lines.last_mut() {
            last.push(c);
        }
    }
    if drawn.next().is_some() { Vec::new() } else { lines }
}

/// Enough of a text to find it by.
fn short(words: &str) -> String {
    let words = words.replace('\n', " ");
    match words.char_indices().nth(NAME) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}
