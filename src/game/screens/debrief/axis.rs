//! The time strip's axis: where a time stands on it, and which times are written under it.

use super::places::share;
use super::words::clock;
use crate::session::SessionTime;

/// Times that read well, in seconds, the coarsest first.
const STEPS: [u64; 10] = [600, 300, 120, 60, 30, 15, 10, 5, 2, 1];
/// The least from the middle of one time to that of the next, in pixels, and in the
/// words' own widths.
const APART: f32 = 72.0;
const APART_WIDE: f32 = 1.6;
/// The least between two times, whatever their size.
const GAP: f32 = 16.0;
/// Where beats are drawn wider than their time the steps may be so much finer than is
/// right for the whole.
const FINER: f32 = 2.0;
/// The least that is left of a bracket on either side of its time.
const ARM: f32 = 10.0;

/// Milliseconds laid along pixels; neither ever goes back.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Axis(Vec<(u64, f32)>);

/// A time that is written under the axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub(super) words: String,
    /// Where the words begin.
    pub(super) left: f32,
    pub(super) wide: f32,
    /// Where on the axis it points to.
    pub(super) at: f32,
    /// From where to where it was this time, if several beats lie in one second.
    pub(super) span: Option<(f32, f32)>,
}

impl Label {
    /// What no other time may come near to.
    fn room(&self) -> (f32, f32) {
        let (left, right) = (self.left, self.left + self.wide);
        self.span.map_or((left, right), |(from, to)| (from.min(left), to.max(right)))
    }

    /// Whether two times can be told apart at a glance.
    fn clears(&self, other: &Label) -> bool {
        let (one, next) = (self.room(), other.room());
        let apart = next.0 - one.1 >= GAP || one.0 - next.1 >= GAP;
        let brackets = self.span.is_some() || other.span.is_some();
        let enough = APART.max(self.wide.max(other.wide) * APART_WIDE);
        let steps = (self.at - other.at).abs() >= enough;
        apart && (brackets || steps) && self.words != other.words
    }
}

impl Axis {
    /// The axis through these times and places.
    pub(super) fn through(points: Vec<(u64, f32)>) -> Axis {
        Axis(points)
    }

    /// Where a time stands.
    fn place(&self, at: u64) -> f32 {
        let next = self.0.partition_point(|(time, _)| *time < at);
        match (next.checked_sub(1).and_then(|before| self.0.get(before)), self.0.get(next)) {
            (Some((from, a)), Some((to, b))) => a + (b - a) * share(at, *from, *to),
            (None, Some((_, place))) | (Some((_, place)), None) => *place,
            (None, None) => 0.0,
        }
    }

    /// The times to write under an axis with so much room: where it begins and ends,
    /// each second in which several beats lie, and between them round times, as
    /// fine as there is room for. `wide` tells how wide words are.
    pub(super) fn labels(&self, room: f32, wide: impl Fn(&str) -> f32) -> Vec<Label> {
        let (Some(&(first, begins)), Some(&(last, ends))) = (self.0.first(), self.0.last()) else {
            return Vec::new();
        };
        let write = |time: u64, at: f32| {
            let words = clock(SessionTime(time));
            let wide = wide(&words);
            let left = (at - wide / 2.0).min(room - wide).max(0.0);
            Label { words, left, wide, at, span: None }
        };
        let mut found: Vec<Label> = Vec::new();
        let mut put = |label: Label| {
            if found.iter().all(|other| label.clears(other)) {
                found.push(label);
            }
        };
        for second in self.0.chunk_by(|a, b| a.0 / 1_000 == b.0 / 1_000) {
            let ((time, from), (_, to)) = (second[0], second[second.len() - 1]);
            let label = Label { span: Some((from, to)), ..write(time, from.midpoint(to)) };
            if to - from >= label.wide + 2.0 * ARM {
                put(label);
            }
        }
        put(write(first, begins));
        put(write(last, ends));
        #[allow(clippy::cast_precision_loss, reason = "milliseconds of one run")]
        let apart = |step: u64| step as f32 * room / last.abs_diff(first).max(1) as f32;
        let fine = STEPS.map(|seconds| seconds * 1_000);
        for step in fine.into_iter().filter(|step| apart(*step) * FINER >= APART) {
            for time in (first.div_ceil(step)..=last / step).map(|count| count * step) {
                put(write(time, self.place(time)));
            }
        }
        found.sort_by(|a, b| a.left.total_cmp(&b.left));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As wide as caption type is, roughly.
    fn wide(words: &str) -> f32 {
        #[allow(clippy::cast_precision_loss, reason = "a few letters")]
        let letters = words.len() as f32;
        letters * 8.0
    }

    fn words(points: &[(u64, f32)]) -> Vec<String> {
        let labels = Axis::through(points.to_vec()).labels(1_200.0, wide);
        labels.into_iter().map(|label| label.words).collect()
    }

    #[test]
    fn an_even_axis_has_even_round_times() {
        let found = words(&[(0, 10.0), (180_000, 1_190.0)]);
        let every_15 = (0..=12).map(|n| clock(SessionTime(n * 15_000)));
        assert_eq!(found, every_15.collect::<Vec<_>>());
        assert_eq!(words(&[(0, 10.0), (10_000, 1_190.0)]).len(), 11, "a second each");
        assert_eq!(words(&[(0, 10.0), (600_000, 1_190.0)]).len(), 11, "a minute each");
    }

    #[test]
    fn where_beats_share_a_second_it_is_written_once_for_all() {
        let axis = Axis::through(vec![
            (0, 10.0),
            (100, 200.0),
            (900, 400.0),
            (9_000, 700.0),
            (9_000, 720.0),
        ]);
        let labels = axis.labels(1_200.0, wide);
        assert_eq!(labels[0].words, "0:00");
        assert_eq!(labels[0].span, Some((10.0, 400.0)));
        assert_eq!(labels.iter().filter(|label| label.words == "0:00").count(), 1);
        assert!(labels.iter().any(|label| label.words == "0:05"), "{labels:?}");
    }

    #[test]
    fn a_run_without_time_and_one_without_beats_are_fine() {
        assert_eq!(words(&[(0, 10.0), (0, 1_190.0)]), ["0:00"]);
        assert_eq!(words(&[(4_000, 10.0)]), ["0:04"]);
        assert!(words(&[]).is_empty());
    }

    #[test]
    fn times_never_touch_and_no_long_stretch_is_without() {
        let mut state = 7_u64;
        let mut number = |below: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % below
        };
        for run in 0..2_000 {
            let room = 1_200.0;
            let lasted: Vec<u64> =
                (0..=number(20)).map(|_| number(1 + (run * 37) % 40_000)).collect();
            let widths =
                super::super::places::widths(&lasted, &vec![50.0; lasted.len()], room - 24.0);
            let (mut time, mut place) = (number(90_000), 12.0);
            let mut points = vec![(time, place)];
            for (lasted, width) in lasted.iter().zip(widths) {
                time += lasted;
                place += width;
                points.push((time, place));
            }
            for scale in [1.0, 1.6, 2.0] {
                let labels =
                    Axis::through(points.clone()).labels(room, |words| wide(words) * scale);
                let rooms: Vec<(f32, f32)> = labels.iter().map(Label::room).collect();
                assert!(rooms.iter().all(|(from, to)| *from >= 0.0 && *to <= room), "{labels:?}");
                for pair in rooms.windows(2) {
                    assert!(pair[1].0 - pair[0].1 >= GAP - 0.01, "{points:?}: {labels:?}");
                }
                // A run of a few seconds may hold whole seconds that are too narrow to write.
                if points[points.len() - 1].0 - points[0].0 < 30_000 {
                    continue;
                }
                let edges = rooms.iter().flat_map(|(from, to)| [*from, *to]);
                let edges: Vec<f32> = [0.0].into_iter().chain(edges).chain([room]).collect();
                let bare = edges.chunks(2).map(|gap| gap[1] - gap[0]).fold(0.0, f32::max);
                assert!(bare < 330.0, "{bare} bare in {points:?}: {labels:?}");
            }
        }
    }
}
