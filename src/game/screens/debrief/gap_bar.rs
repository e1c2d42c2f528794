//! What a customer expected and perceived as bars from 0 to 10, and what lies between them.

use bevy::prelude::*;

use super::paper::{Drawing, hex, pen};
use crate::game::theme::tokens::*;

/// How high a bar is; above it stands the head of the expectation's mark.
const HIGH: f32 = 22.0;
const HEAD: f32 = 8.0;

/// How a perceived value stands to what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    Below,
    Level,
    Above,
    /// Nothing put it to the test.
    Untested,
}

impl Stands {
    pub(super) fn of(perceived: i32, expected: i32, tested: bool) -> Stands {
        match perceived.cmp(&expected) {
            _ if !tested => Stands::Untested,
            std::cmp::Ordering::Less => Stands::Below,
            std::cmp::Ordering::Equal => Stands::Level,
            std::cmp::Ordering::Greater => Stands::Above,
        }
    }
}

/// Tenths of 0–10 as a share of the bar.
#[allow(clippy::cast_precision_loss, reason = "0–100")]
fn share(tenths: i32) -> f32 {
    (tenths as f32 / 100.0).clamp(0.0, 1.0)
}

/// One bar, so wide: filled up to what was perceived, with a mark at what was
/// expected. What is missing up to it is hatched; what goes beyond is striped.
pub(super) fn gap_bar(perceived: i32, expected: i32, stands: Stands, width: f32) -> Drawing {
    let mut drawing = Drawing::new(Vec2::new(width, HIGH + HEAD));
    patterns(&mut drawing);
    let inner = width - 4.0;
    let (is, was) = (2.0 + inner * share(perceived), 2.0 + inner * share(expected));
    let part = |from: f32, to: f32| Rect::new(from, HEAD + 2.0, to.max(from), HEAD + HIGH - 2.0);
    drawing.block(Rect::new(1.0, HEAD + 1.0, width - 1.0, HEAD + HIGH - 1.0), &hex(SUNK));
    match stands {
        Stands::Untested => drawing.block(part(2.0, is.max(4.0)), "url(#untested)"),
        Stands::Below => {
            // The worst there is is seen too.
            drawing.block(part(2.0, is.max(5.0)), &hex(CINNABAR_DEEP));
            drawing.block(part(is.max(5.0), was), "url(#short)");
        }
        Stands::Level => drawing.block(part(2.0, is), &hex(JADE)),
        Stands::Above => {
            drawing.block(part(2.0, was), &hex(JADE));
            drawing.block(part(was, is), "url(#beyond)");
        }
    }
    drawing.add(format_args!(
        r#"<rect x="1" y="{}" width="{}" height="{}" rx="3" fill="none" {}/>"#,
        HEAD + 1.0,
        width - 2.0,
        HIGH - 2.0,
        pen(INK_FAINT, 1.5)
    ));
    let at = was.clamp(5.0, width - 5.0);
    drawing.stroke(Vec2::new(at, HEAD), Vec2::new(at, HEAD + HIGH), &pen(RAISED, 6.0));
    drawing.stroke(Vec2::new(at, HEAD), Vec2::new(at, HEAD + HIGH - 1.0), &pen(INK, 3.0));
    drawing.add(format_args!(
        r#"<path d="M{} 0 H{} L{at} {} Z" fill="{}"/>"#,
        at - 6.0,
        at + 6.0,
        HEAD + 1.0,
        hex(INK)
    ));
    drawing
}

/// What was expected alone, outlined; `start` is where it began before the run.
pub(super) fn plain_bar(value: i32, start: Option<i32>, width: f32) -> Drawing {
    let mut drawing = Drawing::new(Vec2::new(width, HIGH));
    patterns(&mut drawing);
    let inner = width - 4.0;
    let to = |tenths: i32| 2.0 + inner * share(tenths);
    drawing.block(Rect::new(1.0, 1.0, width - 1.0, HIGH - 1.0), &hex(SUNK));
    drawing.block(Rect::new(2.0, 2.0, to(value).max(4.0), HIGH - 2.0), "url(#expected)");
    let edge = pen(INK_FAINT, 1.5);
    drawing.add(format_args!(
        r#"<rect x="1" y="1" width="{}" height="{}" rx="3" fill="none" {edge}/>"#,
        width - 2.0,
        HIGH - 2.0
    ));
    if let Some(start) = start {
        let at = to(start).clamp(4.0, width - 4.0);
        let dotted = format!(r#"{} stroke-dasharray="3 4""#, pen(INK, 3.0));
        drawing.stroke(Vec2::new(at, 2.0), Vec2::new(at, HIGH - 2.0), &dotted);
    }
    drawing
}

/// Missing: sparse strokes one way on a light ground. Beyond: upright stripes.
/// Expected: strokes the other way. Untested: pale dots.
fn patterns(drawing: &mut Drawing) {
    let (red, jade, light) = (hex(CINNABAR_DEEP), hex(JADE_DEEP), hex(RAISED));
    let (soft, faint) = (hex(INK_SOFT), hex(INK_FAINT));
    drawing.add(format_args!(
        r#"<defs>
        <pattern id="short" width="8" height="8" patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"><rect width="8" height="8" fill="{light}"/>
        <rect width="2.5" height="8" fill="{red}"/></pattern>
        <pattern id="beyond" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="{light}"/><rect width="5" height="8" fill="{jade}"/></pattern>
        <pattern id="expected" width="8" height="8" patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"><rect width="8" height="8" fill="{light}"/>
        <rect width="4" height="8" fill="{soft}"/></pattern>
        <pattern id="untested" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill="{light}"/>
        <circle cx="3.5" cy="3.5" r="1.4" fill="{faint}"/></pattern>
        </defs>"#
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_tested_is_neither_below_nor_above() {
        assert_eq!(Stands::of(50, 82, false), Stands::Untested);
        assert_eq!(Stands::of(50, 82, true), Stands::Below);
        assert_eq!(Stands::of(82, 82, true), Stands::Level);
        assert_eq!(Stands::of(90, 82, true), Stands::Above);
    }
}
