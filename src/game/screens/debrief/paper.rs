//! Charts are drawn as SVG in the tokens' colours and rasterised as fine as the window shows them.

use std::cell::RefCell;
use std::fmt::{Arguments, Write};

use bevy::prelude::*;

use super::marks;
use crate::game::theme::drawing;
use crate::game::theme::tokens::*;
use crate::session::Verdict;

/// What charts are drawn on.
pub(super) struct Paper<'a> {
    pub(super) images: RefCell<&'a mut Assets<Image>>,
    pub(super) sheet: Sheet,
}

/// How much room the window gives, and how finely it shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    /// The width of a page between its margins, in logical pixels.
    pub(super) room: f32,
    /// Physical pixels for each logical one.
    pub(super) fine: f32,
}

impl Sheet {
    /// The sheet in a window at this scale of the interface.
    pub(super) fn of(window: &Window, scale: f32) -> Sheet {
        let room = (window.width() / scale).min(PAGE) - 2.0 * MARGIN;
        Sheet {
            room: room.max(400.0).floor(),
            fine: (scale * window.scale_factor()).clamp(1.0, 4.0),
        }
    }
}

impl Paper<'_> {
    /// The drawing as a picture of its own size.
    pub(super) fn hang(&self, drawing: &Drawing) -> impl Bundle + use<> {
        let Drawing { size, body } = drawing;
        // In whole pixels of the screen: else the picture would be squeezed into its
        // node, and two bars of one length drawn at two.
        let size = (*size * self.sheet.fine).ceil() / self.sheet.fine;
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">{body}</svg>"#,
            size.x, size.y
        );
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a window's width times at most four"
        )]
        let pixels = (size.x * self.sheet.fine).round().max(1.0) as u32;
        let image = drawing::raster(&svg, pixels).unwrap_or_default();
        let node =
            Node { width: Val::Px(size.x), height: Val::Px(size.y), flex_shrink: 0.0, ..default() };
        (node, ImageNode::new(self.images.borrow_mut().add(image)), Pickable::IGNORE)
    }
}

/// A drawing in the making, in logical pixels.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    pub(super) size: Vec2,
    body: String,
}

impl Drawing {
    pub(super) fn new(size: Vec2) -> Drawing {
        Drawing { size, body: String::new() }
    }

    /// Adds a piece of SVG.
    pub(super) fn add(&mut self, piece: Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(piece);
    }

    /// A box in one colour.
    pub(super) fn block(&mut self, rect: Rect, fill: &str) {
        let (at, size) = (rect.min, rect.size());
        self.add(format_args!(
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{fill}"/>"#,
            at.x, at.y, size.x, size.y
        ));
    }

    /// A line from one place to another; `look` is its stroke.
    pub(super) fn stroke(&mut self, from: Vec2, to: Vec2, look: &str) {
        self.add(format_args!(
            r#"<path d="M{} {} L{} {}" fill="none" {look}/>"#,
            from.x, from.y, to.x, to.y
        ));
    }

    /// A verdict's own mark, so high, with its upper left corner here.
    pub(super) fn mark(&mut self, verdict: Verdict, at: Vec2, side: f32) {
        self.add(format_args!(
            r#"<g transform="translate({} {}) scale({})">{}</g>"#,
            at.x,
            at.y,
            side / 24.0,
            marks::shape(verdict)
        ));
    }

    /// What the verdicts' stretches of a bar are filled with: each has a pattern
    /// beside its colour. Fill with `url(#WORD)`.
    pub(super) fn patterns(&mut self) {
        let [jade, ochre, cinnabar] =
            [Verdict::Met, Verdict::Partial, Verdict::Violated].map(outline);
        let (mist, light) = (hex(OCHRE_MIST), hex(ON_DARK));
        self.add(format_args!(
            r#"<defs>
            <pattern id="met" width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" fill="{jade}"/></pattern>
            <pattern id="recovered" width="9" height="9" patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"><rect width="9" height="9" fill="{jade}"/>
            <rect width="3" height="9" fill="{light}"/></pattern>
            <pattern id="partial" width="7" height="7" patternUnits="userSpaceOnUse">
            <rect width="7" height="7" fill="{mist}"/><rect width="4" height="7" fill="{ochre}"/>
            </pattern>
            <pattern id="missed" width="9" height="9" patternUnits="userSpaceOnUse">
            <rect width="9" height="9" fill="{light}"/>
            <circle cx="4.5" cy="4.5" r="1.8" fill="{cinnabar}"/></pattern>
            <pattern id="violated" width="9" height="9" patternUnits="userSpaceOnUse">
            <rect width="9" height="9" fill="{cinnabar}"/>
            <path d="M0 0 L9 9 M9 0 L0 9" stroke="{light}" stroke-width="1.6"/></pattern>
            </defs>"#
        ));
    }
}

/// A token as SVG writes colours.
pub(super) fn hex(colour: Color) -> String {
    colour.to_srgba().to_hex()
}

/// The stroke of a line: colour and width.
pub(super) fn pen(colour: Color, width: f32) -> String {
    format!(r#"stroke="{}" stroke-width="{width}" stroke-linecap="round""#, hex(colour))
}

/// The colour that a verdict's stretch of a bar is outlined in.
pub(super) fn outline(verdict: Verdict) -> String {
    hex(marks::tone(verdict).full())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many colours a filled square of a pattern has, and its pixels.
    fn filled(word: &str) -> Vec<u8> {
        let mut drawing = Drawing::new(Vec2::splat(36.0));
        drawing.patterns();
        drawing.block(Rect::from_corners(Vec2::ZERO, drawing.size), &format!("url(#{word})"));
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">{}</svg>"#,
            drawing.body
        );
        drawing::raster(&svg, 36).unwrap().data.unwrap()
    }

    #[test]
    fn every_verdict_has_a_pattern_that_is_told_apart_without_colour() {
        let mut seen: Vec<Vec<bool>> = Vec::new();
        for verdict in marks::SHOWN {
            let data = filled(verdict.word());
            assert!(data.chunks(4).all(|p| p[3] == 255), "{verdict:?} leaves holes");
            // Light and dark alone, as somebody sees it who sees no colour.
            let grey: Vec<bool> = data
                .chunks(4)
                .map(|p| u32::from(p[0]) * 3 + u32::from(p[1]) * 6 + u32::from(p[2]) > 1_600)
                .collect();
            assert!(!seen.contains(&grey), "{verdict:?} looks like another");
            seen.push(grey);
        }
    }

    #[test]
    fn a_page_leaves_room_for_charts_in_every_window() {
        for (width, scale, room) in
            [(1280.0, 1.0, 1200.0), (3840.0, 3.0, 1200.0), (960.0, 1.0, 880.0)]
        {
            let window = Window { resolution: (width as u32, 720).into(), ..default() };
            assert_eq!(Sheet::of(&window, scale).room, room);
        }
    }
}
