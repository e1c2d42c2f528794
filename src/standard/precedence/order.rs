//! Orders of several people, built and measured pair by pair.

use super::First;

/// How an order of people or steps agrees with the pairs the rules determine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Pairs on which the rules have a word.
    pub determined: u32,
    /// Those of them that came the wrong way round.
    pub inversions: u32,
}

/// What a tally is worth: 1 − inversions ÷ determined pairs (`scoring.md` §2, rule 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderGrade {
    /// 0.9 or more.
    Right,
    /// 0.6 or more.
    Nearly,
    /// Below 0.6.
    Wrong,
    /// No pair was determined: not scored.
    Undetermined,
}

impl Tally {
    /// The grade by `scoring.md` §2, rule 6.
    pub fn grade(self) -> OrderGrade {
        let right = self.determined.saturating_sub(self.inversions);
        match u64::from(right) * 10 {
            _ if self.determined == 0 => OrderGrade::Undetermined,
            tenths if tenths >= 9 * u64::from(self.determined) => OrderGrade::Right,
            tenths if tenths >= 6 * u64::from(self.determined) => OrderGrade::Nearly,
            _ => OrderGrade::Wrong,
        }
    }
}

/// Puts `0..count` in order. Where nothing separates two, the lower index comes first.
///
/// A key may be unknown for some people and is then skipped, so the pairs need
/// not form a total order: each place goes to whoever has the fewest people
/// still before them.
pub(super) fn sequence(count: usize, first: impl Fn(usize, usize) -> Option<First>) -> Vec<usize> {
    let mut left: Vec<usize> = (0..count).collect();
    let mut order = Vec::with_capacity(count);
    while !left.is_empty() {
        let before = |x: usize| left.iter().filter(|&&y| precedes(&first, y, x)).count();
        let next = left.iter().copied().min_by_key(|&x| (before(x), x)).unwrap_or_default();
        left.retain(|&x| x != next);
        order.push(next);
    }
    order
}

/// Counts determined pairs and inversions of an order; repeats count once, at their first place.
pub(super) fn tally(order: &[usize], first: impl Fn(usize, usize) -> Option<First>) -> Tally {
    let mut seen: Vec<usize> = Vec::with_capacity(order.len());
    let mut result = Tally::default();
    for &later in order {
        if seen.contains(&later) {
            continue;
        }
        for &earlier in &seen {
            match first(earlier, later) {
                Some(First::A) => result.determined += 1,
                Some(First::B) => {
                    result.determined += 1;
                    result.inversions += 1;
                }
                Some(First::Nobody) | None => {}
            }
        }
        seen.push(later);
    }
    result
}

fn precedes(first: &impl Fn(usize, usize) -> Option<First>, a: usize, b: usize) -> bool {
    a != b && first(a, b) == Some(First::A)
}
