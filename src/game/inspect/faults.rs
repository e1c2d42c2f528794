//! What is wrong on a screen, from its rectangles alone.

use bevy::math::Rect;

use super::{Fault, FaultKind, Kind, Limits, Piece, Sheet};
use crate::game::theme::letters::{NEVER_FIRST, NEVER_LAST};

/// Less than this is rounding, in logical pixels.
const TOLERANCE: f32 = 2.0;
/// The least of a scrolling part that has to be seen, if there is more.
const LEAST_SEEN: f32 = 60.0;

/// Everything wrong on this sheet.
pub(crate) fn faults(sheet: &Sheet, limits: &Limits) -> Vec<Fault> {
    let mut found = Vec::new();
    for piece in &sheet.pieces {
        if let Some(seen) = seen(piece) {
            check_edges(sheet, piece, seen, &mut found);
            check_size(piece, seen, limits, &mut found);
        }
    }
    for (at, one) in sheet.pieces.iter().enumerate() {
        for other in &sheet.pieces[at + 1..] {
            check_pair(one, other, &mut found);
        }
    }
    found
}

/// The part that is seen: what is scrolled out of sight is none of it.
fn seen(piece: &Piece) -> Option<Rect> {
    let cut = piece.frames.iter().fold(piece.rect, |rect, frame| rect.intersect(frame.rect));
    let there = cut.width() > 0.5 && cut.height() > 0.5;
    // What only an unscrolling edge has cut away altogether is cut off, not absent.
    let scrolled =
        || piece.frames.iter().any(|frame| frame.scrolls && apart(piece.rect, frame.rect));
    match (there, &piece.kind) {
        (true, _) => Some(cut),
        (false, Kind::Words { .. } | Kind::Press) if !scrolled() && !piece.rect.is_empty() => {
            Some(piece.rect)
        }
        (false, _) => None,
    }
}

fn apart(a: Rect, b: Rect) -> bool {
    let both = a.intersect(b);
    both.width() <= 0.5 || both.height() <= 0.5
}

/// How far `inner` goes beyond `outer`.
fn beyond(inner: Rect, outer: Rect) -> f32 {
    let low = outer.min - inner.min;
    let high = inner.max - outer.max;
    low.max(high).max_element().max(0.0)
}

/// How far two rectangles lie on each other: their common part's shorter side.
fn common(a: Rect, b: Rect) -> f32 {
    let both = a.intersect(b);
    both.width().min(both.height())
}

fn fault(kind: FaultKind, piece: &Piece, rect: Rect, by: f32) -> Fault {
    Fault { kind, what: piece.name.clone(), other: None, rect, by }
}

fn check_edges(sheet: &Sheet, piece: &Piece, seen: Rect, found: &mut Vec<Fault>) {
    if !matches!(piece.kind, Kind::Words { .. } | Kind::Press) {
        return;
    }
    // Beyond a scrolling edge there is nothing to be lost any more.
    let mut left = piece.rect;
    for frame in &piece.frames {
        let lost = beyond(left, frame.rect);
        // What is dragged may hang over its picture's edge while its middle is there.
        let hangs = matches!(piece.kind, Kind::Press) && frame.rect.contains(left.center());
        if frame.scrolls {
            left = left.intersect(frame.rect);
        } else if lost > TOLERANCE && !hangs {
            found.push(fault(FaultKind::CutOff, piece, left, lost));
            return;
        }
    }
    let lost = beyond(seen, sheet.window);
    if lost > TOLERANCE {
        found.push(fault(FaultKind::OutOfWindow, piece, seen, lost));
        return;
    }
    if let Kind::Words { room, .. } = &piece.kind {
        let stands_on = |id: &u64| {
            let is_ground = |p: &&Piece| matches!(p.kind, Kind::Ground | Kind::Press);
            sheet.pieces.iter().filter(is_ground).find(|p| p.id == *id)
        };
        let ground = piece.inside.iter().find_map(stands_on);
        // What is scrolled out of sight is not on the ground either.
        let out = beyond(piece.rect, *room).max(ground.map_or(0.0, |g| beyond(seen, g.rect)));
        if out > TOLERANCE {
            found.push(fault(FaultKind::Spilt, piece, piece.rect, out));
        }
    }
}

fn check_size(piece: &Piece, seen: Rect, limits: &Limits, found: &mut Vec<Fault>) {
    match &piece.kind {
        Kind::Press => {
            let side = piece.rect.size().min_element();
            if side < limits.touch - 0.5 {
                found.push(fault(FaultKind::SmallToPress, piece, piece.rect, limits.touch - side));
            }
        }
        Kind::Words { type_px, lines, .. } => {
            if *type_px < limits.type_px - 0.01 {
                found.push(fault(FaultKind::SmallType, piece, seen, limits.type_px - type_px));
            }
            if has_bad_break(lines) {
                found.push(fault(FaultKind::BadBreak, piece, seen, 0.0));
            }
        }
        Kind::Well { more } => {
            let short = LEAST_SEEN - seen.height();
            if *more > TOLERANCE && short > 0.0 {
                found.push(fault(FaultKind::Squeezed, piece, seen, short));
            }
        }
        Kind::Ground => {}
    }
}

/// Whether a line begins or ends with a sign that may not stand there.
fn has_bad_break(lines: &[String]) -> bool {
    lines.windows(2).any(|pair| {
        let last = pair[0].trim_end().chars().next_back();
        let first = pair[1].chars().next();
        // A line of the author's own making ends where it was made to.
        let made = pair[0].ends_with('\n');
        !made
            && (last.is_some_and(|c| NEVER_LAST.contains(c))
                || first.is_some_and(|c| NEVER_FIRST.contains(c)))
    })
}

fn check_pair(one: &Piece, other: &Piece, found: &mut Vec<Fault>) {
    let same_branch = one.inside.contains(&other.id) || other.inside.contains(&one.id);
    if same_branch || one.layer != other.layer {
        return;
    }
    let (Some(a), Some(b)) = (seen(one), seen(other)) else { return };
    let by = common(a, b);
    if by <= TOLERANCE {
        return;
    }
    let (under, over) = if one.order < other.order { (one, other) } else { (other, one) };
    let kind = match (&under.kind, &over.kind) {
        (Kind::Words { .. }, Kind::Words { .. }) | (Kind::Press, Kind::Press) => FaultKind::Overlap,
        (Kind::Words { .. } | Kind::Press, Kind::Ground) | (Kind::Words { .. }, Kind::Press) => {
            FaultKind::Covered
        }
        _ => return,
    };
    found.push(Fault {
        kind,
        what: under.name.clone(),
        other: Some(over.name.clone()),
        rect: Rect { min: a.min.max(b.min), max: a.max.min(b.max) },
        by,
    });
}

#[cfg(test)]
mod tests {
    use bevy::math::Vec2;

    use super::super::Frame;
    use super::*;

    const LIMITS: Limits = Limits { touch: 44.0, type_px: 12.0 };

    fn rect(x: f32, y: f32, w: f32, h: f32) -> Rect {
        Rect::from_corners(Vec2::new(x, y), Vec2::new(x + w, y + h))
    }

    fn piece(id: u64, kind: Kind, at: Rect) -> Piece {
        Piece {
            id,
            inside: Vec::new(),
            layer: 0,
            order: u32::try_from(id).unwrap(),
            name: format!("thing {id}"),
            rect: at,
            frames: Vec::new(),
            kind,
        }
    }

    fn words(id: u64, at: Rect) -> Piece {
        let lines = vec!["您好，".to_owned(), "请坐。".to_owned()];
        piece(id, Kind::Words { room: at, type_px: 17.0, lines }, at)
    }

    fn press(id: u64, at: Rect) -> Piece {
        piece(id, Kind::Press, at)
    }

    fn kinds(pieces: &[Piece]) -> Vec<FaultKind> {
        let sheet =
            Sheet { window: rect(0.0, 0.0, 1280.0, 720.0), pixels: 720.0, pieces: pieces.to_vec() };
        faults(&sheet, &LIMITS).into_iter().map(|fault| fault.kind).collect()
    }

    #[test]
    fn a_screen_in_order_has_no_faults() {
        let mut button = press(1, rect(10.0, 10.0, 200.0, 44.0));
        button.order = 1;
        let mut label = words(2, rect(20.0, 20.0, 80.0, 20.0));
        label.inside = vec![1];
        let beside = words(3, rect(300.0, 20.0, 80.0, 20.0));
        assert_eq!(kinds(&[button, label, beside]), []);
    }

    #[test]
    fn an_edge_that_does_not_scroll_cuts_words_off() {
        let frame = Frame { rect: rect(0.0, 0.0, 100.0, 30.0), scrolls: false };
        let mut cut = words(1, rect(0.0, 20.0, 80.0, 20.0));
        cut.frames = vec![frame];
        assert_eq!(kinds(&[cut.clone()]), [FaultKind::CutOff]);
        // Wholly beyond the edge they are cut off just as well.
        cut.rect = rect(0.0, 50.0, 80.0, 20.0);
        assert_eq!(kinds(&[cut.clone()]), [FaultKind::CutOff]);
        cut.frames = vec![Frame { scrolls: true, ..frame }];
        assert_eq!(kinds(&[cut.clone()]), []);
        // Something to press may hang over an edge, but not by more than half.
        let mut hangs = press(1, rect(0.0, 5.0, 80.0, 44.0));
        hangs.frames = vec![frame];
        assert_eq!(kinds(&[hangs.clone()]), []);
        hangs.rect = rect(0.0, 20.0, 80.0, 44.0);
        assert_eq!(kinds(&[hangs]), [FaultKind::CutOff]);
        // What is scrolled out of sight is not out of the window either.
        cut.rect = rect(0.0, 900.0, 80.0, 20.0);
        assert_eq!(kinds(&[cut.clone()]), []);
        // A scrolling part that is itself cut off does not excuse it.
        let inner = Frame { rect: rect(0.0, 0.0, 100.0, 200.0), scrolls: true };
        cut.rect = rect(0.0, 100.0, 80.0, 20.0);
        cut.frames = vec![inner, frame];
        assert_eq!(kinds(&[cut]), [FaultKind::CutOff]);
    }

    #[test]
    fn nothing_may_be_beyond_the_window() {
        assert_eq!(kinds(&[words(1, rect(1250.0, 20.0, 80.0, 20.0))]), [FaultKind::OutOfWindow]);
        assert_eq!(kinds(&[press(1, rect(20.0, 700.0, 80.0, 44.0))]), [FaultKind::OutOfWindow]);
    }

    #[test]
    fn words_stay_in_their_room_and_on_their_ground() {
        let mut spilt = words(1, rect(0.0, 0.0, 80.0, 40.0));
        spilt.kind =
            Kind::Words { room: rect(0.0, 0.0, 80.0, 20.0), type_px: 17.0, lines: Vec::new() };
        assert_eq!(kinds(&[spilt]), [FaultKind::Spilt]);
        let ground = piece(1, Kind::Ground, rect(0.0, 0.0, 60.0, 40.0));
        let mut words = words(2, rect(0.0, 0.0, 80.0, 20.0));
        words.inside = vec![1];
        assert_eq!(kinds(&[ground.clone(), words.clone()]), [FaultKind::Spilt]);
        words.frames = vec![Frame { rect: rect(0.0, 0.0, 60.0, 40.0), scrolls: true }];
        assert_eq!(kinds(&[ground, words]), []);
    }

    #[test]
    fn two_texts_and_two_buttons_do_not_lie_on_each_other() {
        let (one, two) = (rect(0.0, 0.0, 80.0, 44.0), rect(60.0, 10.0, 80.0, 44.0));
        assert_eq!(kinds(&[words(1, one), words(2, two)]), [FaultKind::Overlap]);
        assert_eq!(kinds(&[press(1, one), press(2, two)]), [FaultKind::Overlap]);
        // On different layers they do, on purpose.
        let mut above = words(2, two);
        above.layer = 100;
        assert_eq!(kinds(&[words(1, one), above]), []);
        // What is scrolled out of sight lies on nothing.
        let mut hidden = words(2, two);
        hidden.frames = vec![Frame { rect: rect(60.0, 100.0, 80.0, 44.0), scrolls: true }];
        assert_eq!(kinds(&[words(1, one), hidden]), []);
    }

    #[test]
    fn what_comes_later_hides_what_comes_before() {
        let (one, two) = (rect(0.0, 0.0, 80.0, 20.0), rect(60.0, 10.0, 80.0, 44.0));
        assert_eq!(kinds(&[words(1, one), piece(2, Kind::Ground, two)]), [FaultKind::Covered]);
        assert_eq!(kinds(&[words(1, one), press(2, two)]), [FaultKind::Covered]);
        assert_eq!(kinds(&[piece(1, Kind::Ground, two), words(2, one)]), []);
    }

    #[test]
    fn fingers_and_eyes_have_their_limits() {
        assert_eq!(kinds(&[press(1, rect(0.0, 0.0, 80.0, 40.0))]), [FaultKind::SmallToPress]);
        let at = rect(0.0, 0.0, 80.0, 20.0);
        let small = Kind::Words { room: at, type_px: 11.0, lines: Vec::new() };
        assert_eq!(kinds(&[piece(1, small, at)]), [FaultKind::SmallType]);
        let low = rect(0.0, 0.0, 80.0, 30.0);
        assert_eq!(kinds(&[piece(1, Kind::Well { more: 50.0 }, low)]), [FaultKind::Squeezed]);
        assert_eq!(kinds(&[piece(1, Kind::Well { more: 0.0 }, low)]), []);
    }

    #[test]
    fn lines_begin_and_end_with_signs_that_may() {
        let bad = |lines: &[&str]| {
            has_bad_break(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>())
        };
        assert!(bad(&["您好", "。请坐"]));
        assert!(bad(&["请看（", "见下）"]));
        assert!(bad(&["“您好", "”他说"]));
        assert!(!bad(&["您好。", "“请坐”"]));
        assert!(!bad(&["列出：\n", "…"]));
    }
}
