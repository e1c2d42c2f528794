//! The verdicts' marks: each has a colour and a shape of its own.

use bevy::prelude::*;

use crate::game::theme::drawing;
use crate::game::theme::widgets::Tone;
use crate::session::Verdict;

/// The drawings' width in physical pixels, enough for the largest text on a fine screen.
const PIXELS: u32 = 64;

/// The verdicts that leave a mark, the best first.
pub(super) const SHOWN: [Verdict; 5] =
    [Verdict::Met, Verdict::Recovered, Verdict::Partial, Verdict::Missed, Verdict::Violated];

/// The drawn marks.
#[derive(Resource, Clone)]
pub(super) struct Marks([Handle<Image>; 6]);

impl FromWorld for Marks {
    fn from_world(world: &mut World) -> Marks {
        let mut images = world.resource_mut::<Assets<Image>>();
        let mut draw =
            |verdict| images.add(drawing::raster(&drawn(verdict), PIXELS).unwrap_or_default());
        let [met, recovered, partial, missed, violated] = SHOWN.map(&mut draw);
        Marks([met, recovered, partial, missed, violated, draw(Verdict::NotApplicable)])
    }
}

impl Marks {
    /// A verdict's mark, `side` logical pixels wide.
    pub(super) fn image(&self, verdict: Verdict, side: f32) -> impl Bundle {
        let place = SHOWN.iter().position(|v| *v == verdict).unwrap_or(SHOWN.len());
        let node =
            Node { width: Val::Px(side), height: Val::Px(side), flex_shrink: 0.0, ..default() };
        let image = self.0.get(place).cloned().unwrap_or_default();
        (node, ImageNode::new(image), Pickable::IGNORE)
    }
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

/// A full disc, a disc that comes round again, half a disc, an empty one, a
/// cross; a dash where nothing counts.
fn drawn(verdict: Verdict) -> String {
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
    let ink = tone(verdict).full().to_srgba().to_hex();
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{}</svg>"#,
        shape.replace("INK", &ink)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_has_a_drawing_of_its_own() {
        let mut seen: Vec<Vec<u8>> = Vec::new();
        for verdict in SHOWN.into_iter().chain([Verdict::NotApplicable]) {
            let image = drawing::raster(&drawn(verdict), PIXELS).unwrap();
            // The shape alone: where something is painted, whatever its colour.
            let data = image.data.unwrap();
            let shape: Vec<u8> = data.chunks(4).map(|p| p[3]).collect();
            assert!(shape.iter().any(|a| *a > 200), "{verdict:?} is blank");
            assert!(!seen.contains(&shape), "{verdict:?} has another's shape");
            seen.push(shape);
        }
    }
}
