//! The track across the four fields: a disc for every run, and the arrow to the next.

use bevy::prelude::*;

use super::fields::{Chart, Look, Point, along};
use super::paper::{Drawing, hex, pen};
use crate::game::theme::tokens::*;

/// A run's disc in the diagram, in pixels from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Disc {
    /// Where its scores put it.
    home: Vec2,
    /// Where it is drawn, out of the others' way.
    pub(super) at: Vec2,
    pub(super) radius: f32,
}

/// A rhombus that holds as much as a disc reaches so much further.
pub(super) const RHOMBUS: f32 = 1.35;

impl Disc {
    pub(super) fn new(point: &Point, radius: f32, chart: &Chart) -> Disc {
        let home = chart.at(along(point.procedural), along(point.personal));
        let radius = if point.practice { radius * RHOMBUS } else { radius };
        Disc { home, at: home, radius }
    }
}

/// Moves discs that would lie on one another apart, each to the nearest free place;
/// this run's, the last, stays, all of them are in the part that is measured, and none
/// leaves its field: the lines at 70 cross in the `middle`.
/// Between a run and the next there is room for the head of an arrow.
pub(super) fn spread(discs: &mut [Disc], measured: Rect, middle: Vec2, arrow: f32) {
    const APART: f32 = 3.0;
    const STEP: f32 = 4.0;
    let mut placed: Vec<Disc> = Vec::new();
    for disc in discs.iter_mut().rev() {
        let home = disc.home.clamp(measured.min, measured.max);
        let is_free = |at: &Vec2| {
            let clear = |(place, other): (usize, &Disc)| {
                let apart = if place + 1 == placed.len() { arrow } else { APART };
                other.at.distance(*at) >= other.radius + disc.radius + apart
            };
            let field = |at: Vec2| (at.x >= middle.x, at.y <= middle.y);
            let kept = measured.contains(*at) && field(*at) == field(home);
            kept && placed.iter().enumerate().all(clear)
        };
        // What scored better stays higher and further right, where there is room for that.
        let in_order = |at: &Vec2| {
            placed.iter().all(|other| {
                let (was, is) = (home - other.home, *at - other.at);
                let kept = |was: f32, is: f32| was.abs() < 0.5 || was * is >= 0.0;
                kept(was.x, is.x) && kept(was.y, is.y)
            })
        };
        // Round and round, a little further each time.
        let ring = |ring: u16| {
            let turns = (0u8..32).map(|turn| f32::from(turn) / 32.0 * std::f32::consts::TAU);
            turns.map(move |turn| home + Vec2::from_angle(turn) * STEP * f32::from(ring))
        };
        let places = |rings: u16| (0..rings).flat_map(ring).filter(is_free);
        disc.at = places(40).find(in_order).or_else(|| places(400).next()).unwrap_or(home);
        placed.push(*disc);
    }
}

/// The track: from each run to the next, and the runs' discs.
pub(super) fn track(
    size: Vec2,
    discs: &[Disc],
    points: &[Point],
    placed: bool,
    look: Look,
) -> Drawing {
    let mut drawing = Drawing::new(size);
    // Under everything else: from a disc that had to give way to where it belongs.
    for disc in discs.iter().filter(|_| look.large) {
        if disc.at.distance(disc.home) > disc.radius * 0.6 {
            drawing.stroke(disc.at, disc.home, &pen(INK_FAINT, 1.5));
            drawing.add(format_args!(
                r#"<circle cx="{}" cy="{}" r="3" fill="{}"/>"#,
                disc.home.x,
                disc.home.y,
                hex(INK_FAINT)
            ));
        }
    }
    for (place, pair) in discs.windows(2).enumerate() {
        let newest = place + 2 == discs.len();
        let over = over(pair[0], pair[1], discs, size);
        join(&mut drawing, pair, over, newest, look);
    }
    for (place, (disc, point)) in discs.iter().zip(points).enumerate() {
        let now = placed && place + 1 == discs.len();
        let (fill, edge) = if now { (INK, RAISED) } else { (RAISED, INK_SOFT) };
        let width = if look.large || now { 2.5 } else { 2.0 };
        let look = format!(r#"fill="{}" {}"#, hex(fill), pen(edge, width));
        let Disc { at, radius, .. } = *disc;
        if point.practice {
            let r = radius;
            drawing.add(format_args!(
                r#"<path d="M{} {} l{r} {r} l-{r} {r} l-{r} -{r} Z" {look}/>"#,
                at.x,
                at.y - r
            ));
        } else {
            drawing
                .add(format_args!(r#"<circle cx="{}" cy="{}" r="{radius}" {look}/>"#, at.x, at.y));
        }
    }
    drawing
}

/// The point over which an arrow bends to pass by every other disc: half way, as
/// long as none lies on the straight line.
fn over(from: Disc, to: Disc, discs: &[Disc], size: Vec2) -> Vec2 {
    const CLEAR: f32 = 4.0;
    const STEP: f32 = 12.0;
    let half_way = from.at.midpoint(to.at);
    let aside = (to.at - from.at).perp().normalize_or_zero();
    let room = Rect::from_corners(Vec2::ZERO, size).inflate(-CLEAR);
    let is_clear = |over: &Vec2| {
        (1u8..24).map(|part| bent(from.at, *over, to.at, f32::from(part) / 24.0)).all(|at| {
            let others = discs.iter().filter(|disc| **disc != from && **disc != to);
            room.contains(at) && { others }.all(|disc| disc.at.distance(at) > disc.radius + CLEAR)
        })
    };
    let ways = (0u8..24).flat_map(|step| [1.0, -1.0].map(|side| side * STEP * f32::from(step)));
    ways.map(|way| half_way + aside * way).find(is_clear).unwrap_or(half_way)
}

/// Where a curve that leaves for `over` and comes from there is, from 0 to 1.
fn bent(from: Vec2, over: Vec2, to: Vec2, part: f32) -> Vec2 {
    from.lerp(over, part).lerp(over.lerp(to, part), part)
}

/// An arrow from one run to the next; older ones are dashed.
fn join(drawing: &mut Drawing, pair: &[Disc], over: Vec2, newest: bool, look: Look) {
    let &[from, to] = pair else { return };
    let (Some(away), Some(way)) =
        ((over - from.at).try_normalize(), (to.at - over).try_normalize())
    else {
        return;
    };
    let (start, end) = (from.at + away * from.radius, to.at - way * (to.radius + 2.0));
    // Two runs close to each other are joined by a smaller head.
    let head = look.head().min((end - start).dot(way));
    if head < 3.0 {
        return;
    }
    let colour = if newest { INK } else { INK_FAINT };
    let width = if newest && look.large { 3.0 } else { 2.0 };
    let dash = if newest { "" } else { r#" stroke-dasharray="6 6""# };
    let tip = end - way * head * 0.6;
    drawing.add(format_args!(
        r#"<path d="M{} {} Q{} {} {} {}" fill="none" {}{dash}/>"#,
        start.x,
        start.y,
        over.x,
        over.y,
        tip.x,
        tip.y,
        pen(colour, width)
    ));
    let (back, side) = (end - way * head, way.perp() * head * 0.5);
    let (left, right) = (back + side, back - side);
    drawing.add(format_args!(
        r#"<path d="M{} {} L{} {} L{} {} Z" fill="{}"/>"#,
        end.x,
        end.y,
        left.x,
        left.y,
        right.x,
        right.y,
        hex(colour)
    ));
}

#[cfg(test)]
mod tests {
    use super::super::fields::DRAWN;
    use super::*;

    fn discs(places: &[(f32, f32)]) -> Vec<Disc> {
        let disc = |(x, y): &(f32, f32)| {
            let home = Vec2::new(*x, *y);
            Disc { home, at: home, radius: 14.0 }
        };
        places.iter().map(disc).collect()
    }

    const MEASURED: Rect = Rect { min: Vec2::new(20.0, 50.0), max: Vec2::new(580.0, 350.0) };

    #[test]
    fn runs_in_one_place_are_drawn_side_by_side_with_an_arrow_between_them() {
        for place in [(580.0, 50.0), (20.0, 350.0), (300.0, 200.0), (580.0, 130.0)] {
            for count in 1..=DRAWN {
                let mut all = discs(&vec![place; count]);
                spread(&mut all, MEASURED, MEASURED.center(), 14.0);
                for (one, disc) in all.iter().enumerate() {
                    assert!(MEASURED.contains(disc.at), "{disc:?}");
                    let upper = |at: Vec2| (at.x >= 300.0, at.y <= 200.0);
                    assert_eq!(upper(disc.at), upper(disc.home), "{disc:?}");
                    for (other, next) in all.iter().enumerate().skip(one + 1) {
                        let apart = if other == one + 1 { 42.0 } else { 31.0 };
                        let between = disc.at.distance(next.at);
                        assert!(between >= apart, "{count} at {place:?}: {all:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn runs_close_to_each_other_keep_their_order() {
        // Each a little better than the one before, at the edge.
        let mut all = discs(&[(580.0, 120.0), (580.0, 95.0), (580.0, 70.0), (580.0, 50.0)]);
        spread(&mut all, MEASURED, MEASURED.center(), 14.0);
        assert!(all.windows(2).all(|two| two[0].at.y > two[1].at.y), "{all:?}");
    }

    #[test]
    fn runs_with_room_stay_where_their_scores_put_them() {
        let mut all = discs(&[(100.0, 100.0), (300.0, 200.0), (580.0, 50.0)]);
        let before = all.clone();
        spread(&mut all, MEASURED, MEASURED.center(), 14.0);
        assert_eq!(all, before);
    }

    #[test]
    fn an_arrow_bends_round_the_runs_that_lie_between() {
        let size = Vec2::splat(400.0);
        let discs = discs(&[(380.0, 100.0), (380.0, 160.0), (380.0, 40.0), (40.0, 300.0)]);
        let passes = |place: usize, to: usize| {
            let (from, to) = (discs[place], discs[to]);
            let over = over(from, to, &discs, size);
            let others = discs.iter().filter(|disc| **disc != from && **disc != to);
            let nearest = { others }.map(|disc| {
                (0u8..=40)
                    .map(|part| bent(from.at, over, to.at, f32::from(part) / 40.0))
                    .map(|at| at.distance(disc.at) - disc.radius)
                    .fold(f32::INFINITY, f32::min)
            });
            (nearest.fold(f32::INFINITY, f32::min), over)
        };
        // From the second to the third, with the first half way and the edge beside.
        let (near, over) = passes(1, 2);
        assert!(near > 2.0 && over.x < 370.0, "{near} {over}");
        // Nothing in the way: straight on.
        assert_eq!(passes(0, 1).1, Vec2::new(380.0, 130.0));
    }
}
