//! A layered layout: where boxes stand and arrows run, so that no two things overlap.
//!
//! The steps are those of Sugiyama, Tagawa and Toda (1981): turn back arrows
//! round, give every box a layer (the longest way from the start), put a place
//! holder wherever an arrow passes a layer, order each layer so that few arrows
//! cross (barycentres), and then give coordinates. Between two layers of boxes
//! lies one for the arrows' labels, so that a label has room of its own. A tall
//! picture is cut into columns that are read one after the other.

mod columns;
mod layers;
mod order;
mod place;

use layers::{Cell, Layers, What};

/// The room between neighbours in a layer.
const GAP: f64 = 26.0;
/// The same between two arrows that pass.
const LINE_GAP: f64 = 14.0;
/// The room between a layer and the next.
const RISE: f64 = 20.0;
/// How far an arrow runs straight where it leaves a box or meets one.
const STRAIGHT: f64 = 8.0;

/// How much room something takes, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A place in the picture, in pixels from its left and top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// An arrow to be laid.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The size of its label, if it has one.
    pub(super) label: Option<Size>,
    /// Whether it should be as straight as can be.
    pub(super) heavy: bool,
}

/// One stroke of an arrow, from where the last one ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stroke {
    Line(Point),
    /// A curve that leaves and arrives upright.
    Curve(Point),
}

/// How an arrow runs, from the box it starts at to the one it points to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Route {
    pub(super) start: Point,
    pub(super) strokes: Vec<Stroke>,
    /// Which way it points where it ends: one step along or across the picture.
    pub(super) heading: Point,
    /// The middle of its label.
    pub(super) label: Option<Point>,
}

/// A whole picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Laid {
    /// The middle of each box.
    pub(super) boxes: Vec<Point>,
    pub(super) routes: Vec<Route>,
    pub(super) size: Size,
}

/// Lays boxes of these sizes, joined by these arrows; the first box is the start.
pub(super) fn lay(boxes: &[Size], links: &[Link]) -> Laid {
    let mut layers = Layers::of(boxes, links);
    order::order(&mut layers);
    let xs = place::across(&layers);
    columns::draw(&layers, &xs, boxes, links)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What takes room: its left, top, right and bottom edge.
    fn edges(middle: Point, size: Size) -> [f64; 4] {
        let (w, h) = (size.width / 2.0, size.height / 2.0);
        [middle.x - w, middle.y - h, middle.x + w, middle.y + h]
    }

    fn overlap(a: [f64; 4], b: [f64; 4]) -> bool {
        let clear = 0.5;
        a[0] + clear < b[2] && b[0] + clear < a[2] && a[1] + clear < b[3] && b[1] + clear < a[3]
    }

    /// Points along an arrow, close together.
    fn along(route: &Route) -> Vec<Point> {
        let mut points = Vec::new();
        let mut from = route.start;
        for stroke in &route.strokes {
            let (Stroke::Line(to) | Stroke::Curve(to)) = *stroke;
            for step in 0..=40 {
                let t = f64::from(step) / 40.0;
                let s = match stroke {
                    Stroke::Line(_) => t,
                    // Upright at both ends: the second and third point stand level.
                    Stroke::Curve(_) => 3.0 * (1.0 - t) * t * t + t * t * t,
                };
                let y = match stroke {
                    Stroke::Line(_) => t,
                    Stroke::Curve(_) => 1.5 * (1.0 - t) * t + t * t * t,
                };
                points.push(Point {
                    x: from.x + (to.x - from.x) * s,
                    y: from.y + (to.y - from.y) * y,
                });
            }
            from = to;
        }
        points
    }

    fn nothing_overlaps(boxes: &[Size], links: &[Link]) {
        let laid = lay(boxes, links);
        let mut things: Vec<(String, [f64; 4])> = Vec::new();
        for (number, (middle, size)) in laid.boxes.iter().zip(boxes).enumerate() {
            things.push((format!("box {number}"), edges(*middle, *size)));
        }
        for (number, (route, link)) in laid.routes.iter().zip(links).enumerate() {
            assert_eq!(route.label.is_some(), link.label.is_some());
            if let (Some(middle), Some(size)) = (route.label, link.label) {
                things.push((format!("label {number}"), edges(middle, size)));
            }
        }
        for (place, (name, a)) in things.iter().enumerate() {
            assert!(a[0] > -0.5 && a[1] > -0.5, "{name} is outside: {a:?}");
            assert!(a[2] < laid.size.width + 0.5 && a[3] < laid.size.height + 0.5, "{name}: {a:?}");
            for (other, b) in &things[place + 1..] {
                assert!(!overlap(*a, *b), "{name} lies on {other}: {a:?} {b:?}\n{links:?}");
            }
        }
        for (number, (route, link)) in laid.routes.iter().zip(links).enumerate() {
            for point in along(route) {
                let dot = [point.x - 0.6, point.y - 0.6, point.x + 0.6, point.y + 0.6];
                let own = [
                    format!("box {}", link.from),
                    format!("box {}", link.to),
                    format!("label {number}"),
                ];
                for (name, edges) in things.iter().filter(|(name, _)| !own.contains(name)) {
                    assert!(!overlap(dot, *edges), "arrow {number} runs over {name}\n{links:?}");
                }
                assert!(point.x > -20.0 && point.x < laid.size.width + 20.0);
                assert!(point.y > -1.0 && point.y < laid.size.height + 1.0);
            }
        }
    }

    #[test]
    fn nothing_lies_on_anything_in_sixty_pictures() {
        // A small generator of numbers, the same in every run (Knuth's MMIX).
        let mut state = 7_u64;
        let mut below = |end: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % end
        };
        for picture in 0..60 {
            let count = 2 + below(45);
            let side = |n: usize| f64::from(u32::try_from(n).unwrap());
            let boxes: Vec<Size> = (0..count)
                .map(|_| Size { width: 78.0 + side(below(190)), height: 30.0 + side(below(120)) })
                .collect();
            let mut links: Vec<Link> = Vec::new();
            for from in 0..count {
                for _ in 0..1 + below(3) {
                    // Mostly onwards, now and then back or onto itself.
                    let near = (from + 1 + below(4)).min(count - 1);
                    let to = if below(12) == 0 { below(count) } else { near };
                    let lines = side(1 + below(3));
                    let size = Size { width: 20.0 + side(below(140)), height: 15.0 * lines + 4.0 };
                    let label = (below(2) == 0).then_some(size);
                    if links.iter().all(|link| (link.from, link.to) != (from, to)) {
                        let heavy = to == from + 1 && picture % 2 == 0;
                        links.push(Link { from, to, label, heavy });
                    }
                }
            }
            nothing_overlaps(&boxes, &links);
        }
    }

    #[test]
    fn a_picture_of_one_box_and_one_with_nothing_joined_can_be_laid() {
        let size = Size { width: 80.0, height: 40.0 };
        nothing_overlaps(&[size], &[]);
        nothing_overlaps(&[size; 3], &[]);
    }

    #[test]
    fn a_tall_picture_is_cut_into_columns() {
        let size = Size { width: 160.0, height: 60.0 };
        let link = |from| Link { from, to: from + 1, label: None, heavy: true };
        let links: Vec<Link> = (0..39).map(link).collect();
        nothing_overlaps(&[size; 40], &links);
        let laid = lay(&[size; 40], &links);
        assert!(laid.size.width > laid.size.height * 0.8, "{:?}", laid.size);
    }
}
