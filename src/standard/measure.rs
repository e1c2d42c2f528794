//! A criterion's numbers as data: limit, unit, tolerance, and where each comes from.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use super::{Profile, Text};
use crate::say;

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

impl Measure {
    /// What the number has to be in this house; `None` where the house leaves
    /// it to each site.
    pub fn in_house(&self, profile: &Profile) -> Option<Bound> {
        let limit = |key: &String| match profile.number(key) {
            Some(number) => Some(number),
            None => super::keys::minutes_of(&profile.word(key)?),
        };
        Some(match (self.bound, self.keys.as_slice()) {
            (Bound::AtMost(_), [key]) => Bound::AtMost(limit(key)?),
            (Bound::AtLeast(_), [key]) => Bound::AtLeast(limit(key)?),
            (Bound::Exactly(_), [key]) => Bound::Exactly(limit(key)?),
            (Bound::Between(..), [low, high]) => Bound::Between(limit(low)?, limit(high)?),
            (bound, _) => bound,
        })
    }
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
    pub(super) fn settle(self) -> Result<Measure, (Text, Text)> {
        let unit = self.unit;
        for amount in [&self.at_least, &self.at_most, &self.exactly].into_iter().flatten() {
            if amount.clock != (unit == Unit::Clock) {
                let found = say!("{amount}，单位 {unit:?}", "{amount} as {unit:?}");
                let expected = say!(
                    "一个整数；单位是 `Clock` 时写 `\"HH:MM\"`",
                    "a whole number, or `\"HH:MM\"` with the unit `Clock`"
                );
                return Err((found, expected));
            }
        }
        let bound = match (self.at_least, self.at_most, self.exactly) {
            (Some(low), Some(high), None) if low.value <= high.value => {
                Bound::Between(low.value, high.value)
            }
            (Some(low), Some(high), None) => {
                let found = say!("至少 {low}，至多 {high}", "at least {low} and at most {high}");
                return Err((found, say!("先写低的限值", "the lower limit first")));
            }
            (Some(n), None, None) => Bound::AtLeast(n.value),
            (None, Some(n), None) => Bound::AtMost(n.value),
            (None, None, Some(n)) => Bound::Exactly(n.value),
            (None, None, None) => {
                return Err((say!("量化没有限值", "a measure without a limit"), limits()));
            }
            _ => {
                let found = say!("`exactly` 旁边还有别的限值", "`exactly` beside another limit");
                return Err((found, limits()));
            }
        };
        let tolerance = match (self.tolerance, self.tolerance_from) {
            (None, None) => None,
            (Some(n), Some(from)) if n >= 0 => Some((n, from)),
            (Some(n), Some(_)) => {
                let found = say!("容差是 {n}", "a tolerance of {n}");
                return Err((found, say!("0 或更大", "0 or more")));
            }
            _ => {
                let found = say!(
                    "`tolerance` 和 `tolerance_from` 只写了一个",
                    "one of `tolerance` and `tolerance_from`"
                );
                return Err((found, say!("两个都写，或者都不写", "both or neither")));
            }
        };
        if !self.keys.is_empty() && self.keys.len() != bound.limits().len() {
            let (keys, limits) = (self.keys.len(), bound.limits().len());
            let found = say!("{limits} 个限值，{keys} 个键", "{keys} keys for {limits} limits");
            let expected = say!("一个限值一个键，或者不写键", "one key a limit, or none");
            return Err((found, expected));
        }
        Ok(Measure { bound, unit, from: self.from, tolerance, keys: self.keys })
    }
}

fn limits() -> Text {
    say!(
        "写 `at_least`、`at_most`、两者都写，或者写 `exactly`",
        "`at_least`, `at_most`, both, or `exactly`"
    )
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
