//! The marks of verdicts and of what happens along time: each has a colour and a shape of its own.

use bevy::prelude::*;

use super::paper::hex;
use crate::game::theme::drawing;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::Tone;
use crate::session::Verdict;

/// The drawings' width in physical pixels, enough for the largest text on a fine screen.
const PIXELS: u32 = 64;

/// The verdicts that leave a mark, the best first.
pub(super) const SHOWN: [Verdict; 5] =
    [Verdict::Met, Verdict::Recovered, Verdict::Partial, Verdict::Missed, Verdict::Violated];

/// The drawn marks.
#[derive(Resource, Clone)]
pub(super) struct Marks {
    verdicts: [Handle<Image>; 6],
    signs: [Handle<Image>; 4],
}

impl FromWorld for Marks {
    fn from_world(world: &mut World) -> Marks {
        let mut images = world.resource_mut::<Assets<Image>>();
        let mut draw = |svg: String| images.add(drawing::raster(&svg, PIXELS).unwrap_or_default());
        let [met, recovered, partial, missed, violated] = SHOWN.map(|v| draw(drawn(v)));
        let none = draw(drawn(Verdict::NotApplicable));
        let signs = Sign::ALL.map(|sign| draw(whole(&sign.shape())));
        Marks { verdicts: [met, recovered, partial, missed, violated, none], signs }
    }
}

impl Marks {
    /// A verdict's mark, `side` logical pixels wide.
    pub(super) fn image(&self, verdict: Verdict, side: f32) -> impl Bundle {
        let place = SHOWN.iter().position(|v| *v == verdict).unwrap_or(SHOWN.len());
        picture(self.verdicts.get(place), side)
    }

    /// A sign of the strip, `side` logical pixels wide.
    pub(super) fn sign(&self, sign: Sign, side: f32) -> impl Bundle {
        let place = Sign::ALL.iter().position(|s| *s == sign).unwrap_or_default();
        picture(self.signs.get(place), side)
    }
}

fn picture(image: Option<&Handle<Image>>, side: f32) -> (Node, ImageNode, Pickable) {
    let node = Node { width: Val::Px(side), height: Val::Px(side), flex_shrink: 0.0, ..default() };
    (node, ImageNode::new(image.cloned().unwrap_or_default()), Pickable::IGNORE)
}

/// How good a verdict is.
pub(super) fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Met | Verdict::Recovered => Tone::Good,
        Verdict::Partial => Tone::Fair,
        Verdict::Missed | Verdict::Violated => Tone::Bad,
        Verdict::NotApplicable => Tone::Plain,
    }
}

/// A verdict's mark as a whole drawing.
fn drawn(verdict: Verdict) -> String {
    whole(&shape(verdict))
}

fn whole(shape: &str) -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{shape}</svg>"#)
}

/// A full disc, a disc that comes round again, half a disc, an empty one, a
/// cross; a dash where nothing counts. In a square of 24.
pub(super) fn shape(verdict: Verdict) -> String {
    let shape = match verdict {
        Verdict::Met => r#"<circle cx="12" cy="12" r="9.5" fill="INK"/>"#,
        Verdict::Recovered => {
            r#"<path d="M5.2 8.2 A8 8 0 1 1 4 12.6" fill="none" stroke="INK" stroke-width="3"/>
            <path d="M2.4 3.4 L3.6 11 L11 8.6 Z" fill="INK"/>"#
        }
        Verdict::Partial => {
            r#"<circle cx="12" cy="12" r="8.3" fill="none" stroke="INK" stroke-width="2.4"/>
            <path d="M12 3.7 A8.3 8.3 0 0 0 12 20.3 Z" fill="INK"/>"#
        }
        Verdict::Missed => {
            r#"<circle cx="12" cy="12" r="8" fill="none" stroke="INK" stroke-width="3"/>"#
        }
        Verdict::Violated => {
            r#"<path d="M4.5 4.5 L19.5 19.5 M19.5 4.5 L4.5 19.5" stroke="INK" stroke-width="4.6"
            stroke-linecap="round" fill="none"/>"#
        }
        Verdict::NotApplicable => {
            r#"<path d="M6 12 H18" stroke="INK" stroke-width="3" stroke-linecap="round"/>"#
        }
    };
    shape.replace("INK", &hex(tone(verdict).full()))
}

/// What stands along the strip's time beside the verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// Somebody speaks, or something is told.
    Line,
    /// The trainee did something.
    Deed,
    /// A telephone or a bell rang.
    Ring,
    /// A limit was reached.
    TimeUp,
}

impl Sign {
    pub(super) const ALL: [Sign; 4] = [Sign::Line, Sign::Deed, Sign::Ring, Sign::TimeUp];

    /// The key of its name.
    pub(super) fn key(self) -> &'static str {
        match self {
            Sign::Line => "debrief-sign-line",
            Sign::Deed => "debrief-sign-deed",
            Sign::Ring => "debrief-sign-ring",
            Sign::TimeUp => "debrief-sign-time-up",
        }
    }

    /// A stroke, a rhombus, a bell, an hourglass. In a square of 24.
    pub(super) fn shape(self) -> String {
        let (shape, ink) = match self {
            Sign::Line => {
                (r#"<rect x="9.6" y="3" width="4.8" height="18" rx="2" fill="INK"/>"#, INK_FAINT)
            }
            Sign::Deed => (r#"<path d="M12 1 L22 12 L12 23 L2 12 Z" fill="INK"/>"#, INK),
            Sign::Ring => (
                r#"<path d="M3 18 C6 15 5 4 12 3 C19 4 18 15 21 18 Z" fill="INK"/>
                <circle cx="12" cy="20.6" r="2.6" fill="INK"/>"#,
                OCHRE,
            ),
            Sign::TimeUp => (
                r#"<path d="M4 2 H20 L12 12 L20 22 H4 L12 12 Z" fill="none" stroke="INK"
                stroke-width="3" stroke-linejoin="round"/>"#,
                INK,
            ),
        };
        shape.replace("INK", &hex(ink))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_and_sign_has_a_drawing_of_its_own() {
        let mut seen: Vec<Vec<u8>> = Vec::new();
        let verdicts = SHOWN.into_iter().chain([Verdict::NotApplicable]).map(drawn);
        let signs = Sign::ALL.into_iter().map(|sign| whole(&sign.shape()));
        for svg in verdicts.chain(signs) {
            let image = drawing::raster(&svg, PIXELS).unwrap();
            // The shape alone: where something is painted, whatever its colour.
            let data = image.data.unwrap();
            let shape: Vec<u8> = data.chunks(4).map(|p| p[3]).collect();
            assert!(shape.iter().any(|a| *a > 200), "{svg} is blank");
            assert!(!seen.contains(&shape), "{svg} has another's shape");
            seen.push(shape);
        }
    }
}
