//! Numbers in a scenario: whole ones that may be named, and tenths that add up exactly.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

/// A whole number: written out (`4`), or named: `"axis.slot"` of a variation,
/// `"profile.key"`, or `"var.name"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    Literal(i64),
    Named(String),
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        struct NumberVisitor;
        impl Visitor<'_> for NumberVisitor {
            type Value = Number;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number or the name of one in quotes")
            }
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Number, E> {
                Ok(Number::Literal(value))
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Number, E> {
                i64::try_from(value).map(Number::Literal).map_err(|_| E::custom("number too large"))
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Number, E> {
                Ok(Number::Named(name.to_owned()))
            }
        }
        deserializer.deserialize_any(NumberVisitor)
    }
}

/// A number with one decimal, kept as tenths so that sums are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenths(pub i32);

impl Tenths {
    /// The value as a number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl<'de> Deserialize<'de> for Tenths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tenths, D::Error> {
        let value = f64::deserialize(deserializer)?;
        let tenths = (value * 10.0).round();
        if !tenths.is_finite() || tenths.abs() > 1000.0 {
            return Err(de::Error::custom("expected a number between -100 and 100"));
        }
        if (tenths - value * 10.0).abs() > 1e-6 {
            return Err(de::Error::custom("expected a number with at most one decimal"));
        }
        #[allow(clippy::cast_possible_truncation, reason = "bounded just above")]
        Ok(Tenths(tenths as i32))
    }
}
