//! A criterion's numbers as data: limit, unit, tolerance, and where each comes from.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

/// One number by which a standard is judged, such as *at most four rings*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// What the number has to be.
    pub bound: Bound,
    /// What is counted or measured.
    pub unit: Unit,
    /// Where the limit comes from.
    pub from: Origin,
    /// How far off still counts, in the same unit, and where that comes from.
    pub tolerance: Option<(i64, Origin)>,
    /// The profile keys that hold the limits in each house: one for a single
    /// limit, the lower and the upper one for a range; empty = the same in every house.
    pub keys: Vec<String>,
}

/// What a number has to be. A time of day counts in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    AtMost(i64),
    AtLeast(i64),
    Exactly(i64),
    /// From … to …, both within.
    Between(i64, i64),
}

impl Bound {
    /// Its limits, the lower one first.
    pub fn limits(self) -> Vec<i64> {
        match self {
            Bound::AtMost(n) | Bound::AtLeast(n) | Bound::Exactly(n) => vec![n],
            Bound::Between(low, high) => vec![low, high],
        }
    }

    /// Whether a value lies within, when it may be off by so much.
    pub fn holds(self, value: i64, tolerance: i64) -> bool {
        match self {
            Bound::AtMost(most) => value <= most.saturating_add(tolerance),
            Bound::AtLeast(least) => value >= least.saturating_sub(tolerance),
            Bound::Exactly(n) => value.abs_diff(n) <= tolerance.unsigned_abs(),
            Bound::Between(low, high) => {
                value >= low.saturating_sub(tolerance) && value <= high.saturating_add(tolerance)
            }
        }
    }
}

/// What a measure counts.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Rings of a telephone.
    Rings,
    /// Thousandths of a second.
    Milliseconds,
    Seconds,
    Minutes,
    Hours,
    Days,
    WorkingDays,
    /// A time of day, written `"08:28"`.
    Clock,
    /// How often something is done or happens.
    Times,
    /// Things: items, facts, fields, options.
    Items,
    People,
    /// Turns of a conversation.
    Turns,
    Sentences,
    Steps,
    /// Parts of a hundred.
    Percent,
    /// Of an angle.
    Degrees,
    Celsius,
}

/// Who set a number.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A source document gives it.
    Source,
    /// The sources are silent or vague; it was chosen for this catalogue.
    Design,
}

/// A measure as an author writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeasureFile {
    /// The lower limit. At least one of the three limits is given, and `exactly` stands alone.
    #[serde(default)]
    at_least: Option<Amount>,
    /// The upper limit.
    #[serde(default)]
    at_most: Option<Amount>,
    /// The one right value.
    #[serde(default)]
    exactly: Option<Amount>,
    /// What is counted or measured.
    unit: Unit,
    /// Who set the limit.
    from: Origin,
    /// How far off still counts, in the same unit.
    #[serde(default)]
    tolerance: Option<i64>,
    /// Who set the tolerance; given with it.
    #[serde(default)]
    tolerance_from: Option<Origin>,
    /// The profile keys that hold the limits in each house, one a limit; without any, the same
    /// in every house.
    #[serde(default)]
    pub(super) keys: Vec<String>,
}

impl MeasureFile {
    /// The measure, or what was found and what was expected.
    pub(super) fn settle(self) -> Result<Measure, (String, &'static str)> {
        let unit = self.unit;
        for amount in [&self.at_least, &self.at_most, &self.exactly].into_iter().flatten() {
            if amount.clock != (unit == Unit::Clock) {
                let found = format!("{amount} as {unit:?}");
                return Err((found, "a whole number, or `\"HH:MM\"` with the unit `Clock`"));
            }
        }
        let bound = match (self.at_least, self.at_most, self.exactly) {
            (Some(low), Some(high), None) if low.value <= high.value => {
                Bound::Between(low.value, high.value)
            }
            (Some(low), Some(high), None) => {
                let found = format!("at least {low} and at most {high}");
                return Err((found, "the lower limit first"));
            }
            (Some(n), None, None) => Bound::AtLeast(n.value),
            (None, Some(n), None) => Bound::AtMost(n.value),
            (None, None, Some(n)) => Bound::Exactly(n.value),
            (None, None, None) => {
                return Err((
                    "a measure without a limit".to_owned(),
                    "`at_least`, `at_most`, both, or `exactly`",
                ));
            }
            _ => {
                let found = "`exactly` beside another limit".to_owned();
                return Err((found, "`at_least`, `at_most`, both, or `exactly`"));
            }
        };
        let tolerance = match (self.tolerance, self.tolerance_from) {
            (None, None) => None,
            (Some(n), Some(from)) if n >= 0 => Some((n, from)),
            (Some(n), Some(_)) => return Err((format!("a tolerance of {n}"), "0 or more")),
            _ => {
                let found = "one of `tolerance` and `tolerance_from`".to_owned();
                return Err((found, "both or neither"));
            }
        };
        if !self.keys.is_empty() && self.keys.len() != bound.limits().len() {
            let found = format!("{} keys for {} limits", self.keys.len(), bound.limits().len());
            return Err((found, "one key a limit, or none"));
        }
        Ok(Measure { bound, unit, from: self.from, tolerance, keys: self.keys })
    }
}

/// A whole number, or a time of day.
#[derive(Clone, Copy, Debug)]
struct Amount {
    value: i64,
    clock: bool,
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.clock {
            write!(f, "`{:02}:{:02}`", self.value / 60, self.value % 60)
        } else {
            write!(f, "{}", self.value)
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        struct AmountVisitor;
        impl Visitor<'_> for AmountVisitor {
            type Value = Amount;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number, or a time of day such as \"08:28\"")
            }
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Amount, E> {
                Ok(Amount { value, clock: false })
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Amount, E> {
                let value = i64::try_from(value).map_err(|_| E::custom("number too large"))?;
                self.visit_i64(value)
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
                let minutes = super::keys::minutes_of(text)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))?;
                Ok(Amount { value: minutes, clock: true })
            }
        }
        deserializer.deserialize_any(AmountVisitor)
    }
}
