//! Where the marks of the time strip stand, so that time shows and nothing overlaps.

/// The most beats in one row of the strip; a longer run goes on in the next.
pub(super) const ROW: usize = 20;

/// The width of one mark as a share of its row: the fewer, the wider.
#[allow(clippy::cast_precision_loss, reason = "a handful of marks")]
pub(super) fn width(count: usize) -> f32 {
    (0.84 / count.max(1) as f32).min(0.085)
}

/// The left edges, as shares of the row, of marks `width` wide at these times,
/// which must not go back. Each stands where its time says, unless another is
/// in the way; then it stands right beside it.
#[allow(clippy::cast_precision_loss, reason = "milliseconds of one run")]
pub(super) fn places(times: &[u64], width: f32) -> Vec<f32> {
    let (Some(&first), Some(&last)) = (times.first(), times.last()) else { return Vec::new() };
    let whole = last.saturating_sub(first).max(1) as f32;
    let room = (1.0 - width).max(0.0);
    let mut places: Vec<f32> =
        times.iter().map(|at| at.saturating_sub(first) as f32 / whole * room).collect();
    let mut free = 0.0_f32;
    for place in &mut places {
        *place = place.max(free);
        free = *place + width;
    }
    let mut limit = room;
    for place in places.iter_mut().rev() {
        *place = place.min(limit).max(0.0);
        limit = *place - width;
    }
    places
}

/// How far a time lies between two others, as a share.
#[allow(clippy::cast_precision_loss, reason = "milliseconds of one run")]
pub(super) fn share(at: u64, from: u64, to: u64) -> f32 {
    let whole = to.saturating_sub(from).max(1) as f32;
    (at.saturating_sub(from) as f32 / whole).clamp(0.0, 1.0)
}

/// Places that must not go back, moved apart inside their stretch: by `gap` where
/// there is room, else as far as there is.
#[allow(clippy::cast_precision_loss, reason = "a handful")]
pub(super) fn apart(places: &[f32], (from, to): (f32, f32), gap: f32) -> Vec<f32> {
    let gap = gap.min((to - from) / places.len().max(1) as f32);
    let mut apart = places.to_vec();
    let mut free = from;
    for place in &mut apart {
        *place = place.max(free);
        free = *place + gap;
    }
    let mut limit = to - gap;
    for place in apart.iter_mut().rev() {
        *place = place.min(limit);
        limit = *place - gap;
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(times: &[u64], width: f32, expected: &[f32]) {
        let places = places(times, width);
        assert_eq!(places.len(), expected.len());
        for (place, expected) in places.iter().zip(expected) {
            assert!((place - expected).abs() < 0.001, "{places:?}, expected {expected:?}");
        }
    }

    #[test]
    fn marks_with_room_stand_where_their_time_says() {
        check(&[0, 30_000, 100_000], 0.1, &[0.0, 0.27, 0.9]);
    }

    #[test]
    fn marks_in_each_others_way_stand_side_by_side() {
        check(&[0, 100, 100_000], 0.1, &[0.0, 0.1, 0.9]);
        check(&[0, 99_900, 100_000], 0.1, &[0.0, 0.8, 0.9]);
        check(&[5_000, 5_000, 5_000], 0.1, &[0.0, 0.1, 0.2]);
    }

    #[test]
    fn what_happens_at_once_is_drawn_side_by_side_and_nothing_is_drawn_beyond() {
        let near = |found: &[f32], expected: &[f32]| {
            assert_eq!(found.len(), expected.len());
            for (a, b) in found.iter().zip(expected) {
                assert!((a - b).abs() < 1e-5, "{found:?}, expected {expected:?}");
            }
        };
        near(&apart(&[0.2, 0.5, 0.7], (0.2, 1.0), 0.1), &[0.2, 0.5, 0.7]);
        near(&apart(&[0.2, 0.2, 0.2], (0.2, 1.0), 0.1), &[0.2, 0.3, 0.4]);
        near(&apart(&[1.0, 1.0], (0.2, 1.0), 0.1), &[0.8, 0.9]);
        near(&apart(&[0.0, 0.0, 0.0, 0.0], (0.0, 0.2), 0.1), &[0.0, 0.05, 0.1, 0.15]);
        near(&apart(&[], (0.0, 1.0), 0.1), &[]);
    }

    #[test]
    fn a_single_beat_and_none_at_all_are_fine() {
        check(&[7_000], 0.1, &[0.0]);
        check(&[], 0.1, &[]);
    }

    #[test]
    fn a_full_row_stays_inside_and_never_overlaps() {
        for count in 1..=ROW {
            let width = width(count);
            for spread in [0, 1, 700, 60_000] {
                let times: Vec<u64> = (0..count as u64).map(|n| n * n * spread).collect();
                let places = places(&times, width);
                assert!(places.iter().all(|p| (0.0..=1.0 - width + 0.001).contains(p)));
                let apart = places.windows(2).all(|pair| pair[1] - pair[0] >= width - 0.001);
                assert!(apart, "{count} marks, {spread}: {places:?}");
            }
        }
    }
}
