//! Exact fractions, so that a score is the same to the last digit on every machine.

use std::cmp::Ordering;
use std::ops::{Add, Sub};

/// A fraction in lowest terms.
///
/// Exact as long as the denominator stays below 10¹⁷, which a run cannot
/// leave by ordinary means; beyond that it is cut off at 10⁻¹², the same way
/// on every machine. Values are meant to stay below 10⁴ in size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    num: i128,
    den: i128,
}

const LARGEST: i128 = 100_000_000_000_000_000;
const COARSE_DIGITS: u32 = 12;

impl Default for Ratio {
    fn default() -> Ratio {
        Ratio::ZERO
    }
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Ratio = Ratio { num: 0, den: 1 };

    /// The fraction `num` ÷ `den`; zero when `den` is zero.
    pub fn new(num: i64, den: i64) -> Ratio {
        Ratio::reduced(i128::from(num), i128::from(den))
    }

    fn reduced(num: i128, den: i128) -> Ratio {
        if den == 0 {
            return Ratio::ZERO;
        }
        let common = gcd(num.unsigned_abs(), den.unsigned_abs()).max(1);
        let sign = if den < 0 { -1 } else { 1 };
        let common = i128::try_from(common).unwrap_or(1) * sign;
        let (num, den) = (num / common, den / common);
        if den <= LARGEST {
            Ratio { num, den }
        } else {
            let (mut rounded, mut rest) = (num.div_euclid(den), num.rem_euclid(den));
            for _ in 0..COARSE_DIGITS {
                rest *= 10;
                (rounded, rest) = (rounded * 10 + rest / den, rest % den);
            }
            Ratio::reduced(rounded, 10_i128.pow(COARSE_DIGITS))
        }
    }

    /// This many times as much.
    #[must_use]
    pub fn times(self, factor: i64) -> Ratio {
        Ratio::reduced(self.num * i128::from(factor), self.den)
    }

    /// The whole divided by this many; zero when that is zero.
    #[must_use]
    pub fn over(self, divisor: i64) -> Ratio {
        Ratio::reduced(self.num, self.den * i128::from(divisor))
    }

    /// In tenths, rounded to the nearest, halves away from zero.
    pub fn tenths(self) -> i64 {
        let doubled = self.num.abs() * 20 + self.den;
        let rounded = doubled / (self.den * 2);
        let signed = if self.num < 0 { -rounded } else { rounded };
        i64::try_from(signed).unwrap_or(i64::MAX)
    }

    /// The nearest floating-point number, for showing only.
    pub fn value(self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "only for showing")]
        let value = self.num as f64 / self.den as f64;
        value
    }
}

impl Add for Ratio {
    type Output = Ratio;

    fn add(self, other: Ratio) -> Ratio {
        let common = i128::try_from(gcd(self.den.unsigned_abs(), other.den.unsigned_abs()))
            .unwrap_or(1)
            .max(1);
        // Bounded operands (see the type's docs) keep these products inside i128.
        let (mine, theirs) = (other.den / common, self.den / common);
        Ratio::reduced(self.num * mine + other.num * theirs, self.den * mine)
    }
}

impl Sub for Ratio {
    type Output = Ratio;

    fn sub(self, other: Ratio) -> Ratio {
        self + Ratio { num: -other.num, den: other.den }
    }
}

impl std::iter::Sum for Ratio {
    fn sum<I: Iterator<Item = Ratio>>(parts: I) -> Ratio {
        parts.fold(Ratio::ZERO, Add::add)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        (self.num * other.den).cmp(&(other.num * self.den))
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::Ratio;

    #[test]
    fn sums_of_thirds_and_sevenths_are_exact() {
        let sum: Ratio = [Ratio::new(1, 3), Ratio::new(2, 7), Ratio::new(8, 21)].into_iter().sum();
        assert_eq!(sum, Ratio::new(1, 1));
    }

    #[test]
    fn tenths_round_halves_away_from_zero() {
        let tenths =
            [(1, 4), (-1, 4), (7, 20), (0, 9), (5, 1)].map(|(n, d)| Ratio::new(n, d).tenths());
        assert_eq!(tenths, [3, -3, 4, 0, 50]);
    }

    #[test]
    fn a_sum_over_every_denominator_to_a_hundred_neither_overflows_nor_drifts() {
        let sum: Ratio = (1..=100).map(|d| Ratio::new(1, d)).sum();
        assert!((sum.value() - 5.187_377_517_639_621).abs() < 1e-9, "{}", sum.value());
    }

    #[test]
    fn a_division_by_nothing_is_nothing() {
        assert_eq!(Ratio::new(3, 0), Ratio::ZERO);
        assert_eq!(Ratio::new(3, 1).over(0), Ratio::ZERO);
    }
}
