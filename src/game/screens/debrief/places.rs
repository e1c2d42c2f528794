//! Where things stand along the time strip, so that time shows and nothing overlaps.

/// The most beats in one row of the strip; a longer run goes on in the next.
pub(super) const ROW: usize = 20;

/// How wide each beat is drawn that lasted so long: as wide as its time, but none
/// narrower than it must be. All of them together fill the room.
#[allow(clippy::cast_precision_loss, reason = "milliseconds of one run")]
pub(super) fn widths(lasted: &[u64], least: &[f32], room: f32) -> Vec<f32> {
    // Where even the least is too much, all give way alike.
    let squeezed = (room / least.iter().sum::<f32>()).min(1.0);
    let beats: Vec<(f32, f32)> =
        lasted.iter().zip(least).map(|(time, least)| (*time as f32, least * squeezed)).collect();
    let mut held: Vec<bool> = beats.iter().map(|(time, _)| *time <= 0.0).collect();
    loop {
        let (mut left, mut time) = (room, 0.0);
        for ((lasted, least), is_held) in beats.iter().zip(&held) {
            if *is_held {
                left -= least;
            } else {
                time += lasted;
            }
        }
        if time <= 0.0 {
            let more = left / beats.len().max(1) as f32;
            return beats.iter().map(|(_, least)| least + more).collect();
        }
        let width = |lasted: f32| lasted / time * left;
        let now: Vec<bool> =
            beats.iter().zip(&held).map(|((t, l), is_held)| *is_held || width(*t) < *l).collect();
        if now == held {
            let beats = beats.iter().zip(&held);
            return beats.map(|((t, l), is_held)| if *is_held { *l } else { width(*t) }).collect();
        }
        held = now;
    }
}

/// How far a time lies between two others, as a share.
#[allow(clippy::cast_precision_loss, reason = "milliseconds of one run")]
pub(super) fn share(at: u64, from: u64, to: u64) -> f32 {
    let whole = to.saturating_sub(from).max(1) as f32;
    (at.saturating_sub(from) as f32 / whole).clamp(0.0, 1.0)
}

/// Things of one kind that stand as one marker, or one that stands alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Group {
    /// Its left edge.
    pub(super) left: f32,
    /// How many things it stands for.
    pub(super) count: usize,
}

/// Puts things at these places, which must not go back, into markers that lie
/// inside their stretch and never nearer to one another than `gap`: what would is
/// one marker. A marker of so many things is `wide` of their number, and the sign in
/// it, `side` wide, stands where the first of them does, if there is room.
pub(super) fn groups(
    places: &[f32],
    (from, to): (f32, f32),
    side: f32,
    wide: impl Fn(usize) -> f32,
    gap: f32,
) -> Vec<Group> {
    let mut found: Vec<(f32, usize)> = places.iter().map(|place| (*place, 1)).collect();
    let left = |(place, count): (f32, usize)| (place - side / 2.0).min(to - wide(count)).max(from);
    let touch = |pair: &[(f32, usize)]| left(pair[0]) + wide(pair[0].1) + gap > left(pair[1]);
    while let Some(first) = found.windows(2).position(touch) {
        let (_, more) = found.remove(first + 1);
        found[first].1 += more;
    }
    found.into_iter().map(|one| Group { left: left(one), count: one.1 }).collect()
}

/// How many beats stand in a row if they are shared out over as few rows as hold
/// them, all of nearly one length. Each needs its least.
pub(super) fn in_row(least: &[f32], room: f32) -> usize {
    let fits = |row: &[f32]| row.len() <= ROW && row.iter().sum::<f32>() <= room;
    let shared = (1..=least.len()).map(|rows| least.len().div_ceil(rows));
    shared.into_iter().find(|in_row| least.chunks(*in_row).all(fits)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without a pattern, the same every time.
    fn numbers(seed: u64, below: u64) -> impl Iterator<Item = u64> {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        std::iter::repeat_with(move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % below
        })
    }

    #[test]
    fn beats_are_as_wide_as_their_time_and_none_too_narrow_to_press() {
        let near = |lasted: &[u64], expected: &[f32]| {
            let found = widths(lasted, &vec![50.0; lasted.len()], 1_000.0);
            assert_eq!(found.len(), expected.len());
            let same = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.01);
            assert!(same, "{lasted:?}: {found:?}, expected {expected:?}");
        };
        near(&[10, 30], &[250.0, 750.0]);
        near(&[0, 10, 10], &[50.0, 475.0, 475.0]);
        near(&[1, 10, 989], &[50.0, 50.0, 900.0]);
        near(&[0, 0], &[500.0, 500.0]);
        near(&[7], &[1_000.0]);
        near(&[], &[]);
        let own = widths(&[0, 10, 990], &[40.0, 80.0, 50.0], 1_000.0);
        assert_eq!(own, [40.0, 80.0, 880.0]);
        assert_eq!(widths(&[1, 2], &[100.0, 300.0], 200.0), [50.0, 150.0]);
    }

    #[test]
    fn a_row_is_always_full_and_every_beat_wide_enough() {
        for seed in 1..200 {
            for count in 1..=ROW {
                let lasted: Vec<u64> = numbers(seed, 40_000).take(count).collect();
                #[allow(clippy::cast_precision_loss, reason = "a few pixels")]
                let least: Vec<f32> =
                    numbers(seed + 7, 15).take(count).map(|more| 44.0 + more as f32).collect();
                let found = widths(&lasted, &least, 1_180.0);
                assert!((found.iter().sum::<f32>() - 1_180.0).abs() < 0.5, "{lasted:?}: {found:?}");
                let enough = found.iter().zip(&least).all(|(wide, least)| *wide > least - 0.1);
                assert!(enough, "{lasted:?}, {least:?}: {found:?}");
            }
        }
    }

    #[test]
    fn what_stands_apart_stays_apart_and_what_is_near_is_one_marker() {
        let wide = |count: usize| if count > 1 { 40.0 } else { 16.0 };
        let found = |places: &[f32]| {
            groups(places, (0.0, 200.0), 16.0, wide, 4.0)
                .into_iter()
                .map(|group| (group.left, group.count))
                .collect::<Vec<_>>()
        };
        assert_eq!(found(&[20.0, 60.0, 120.0]), [(12.0, 1), (52.0, 1), (112.0, 1)]);
        assert_eq!(found(&[20.0, 30.0, 120.0]), [(12.0, 2), (112.0, 1)]);
        // The number takes room too, and so takes in the next.
        assert_eq!(found(&[20.0, 30.0, 50.0]), [(12.0, 3)]);
        assert_eq!(found(&[199.0, 200.0]), [(160.0, 2)]);
        assert_eq!(found(&[0.0]), [(0.0, 1)]);
        assert_eq!(found(&[]), []);
    }

    #[test]
    fn markers_never_overlap_whatever_the_times() {
        #[allow(clippy::cast_precision_loss, reason = "small numbers")]
        for seed in 1..400_u64 {
            for count in [1, 2, 5, 12, 40] {
                for (side, number) in [(15.0, 22.0), (23.0, 44.0)] {
                    let stretch = (100.0, 100.0 + side + number + 2.0 + (seed % 7) as f32 * 60.0);
                    let wide = |count: usize| if count > 1 { side + 2.0 + number } else { side };
                    let mut places: Vec<f32> =
                        numbers(seed, 600).take(count).map(|n| 60.0 + n as f32).collect();
                    places.sort_by(f32::total_cmp);
                    let found = groups(&places, stretch, side, wide, 4.0);
                    assert_eq!(found.iter().map(|g| g.count).sum::<usize>(), count);
                    for group in &found {
                        let right = group.left + wide(group.count);
                        assert!(group.left >= stretch.0 && right <= stretch.1 + 0.01, "{found:?}");
                    }
                    for pair in found.windows(2) {
                        let room = pair[1].left - pair[0].left - wide(pair[0].count);
                        assert!(room >= 3.99, "{places:?} in {stretch:?}: {found:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn rows_are_as_few_as_hold_the_beats_and_nearly_even() {
        for (count, least, expected) in [
            (5, 50.0, 5),
            (20, 50.0, 20),
            (21, 50.0, 11),
            (26, 50.0, 13),
            (9, 300.0, 3),
            (0, 50.0, 1),
            (3, 2_000.0, 1),
        ] {
            assert_eq!(in_row(&vec![least; count], 1_180.0), expected, "{count}");
        }
    }
}
