//! A house's thresholds and toggles.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Text;

/// Where sex decides who goes first.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GenderKey {
    Off,
    /// On social occasions only.
    Social,
    Always,
}

/// In which order tea is served (`conflicts.md` §2.5).
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TeaOrder {
    Listed,
    GuestFirst,
    Business,
}

/// One house's answers to everything that is contested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// `as-written`, `classroom`, `international`, or a company's own.
    pub id: String,
    /// Its name.
    pub title: Text,
    pub gender: GenderKey,
    pub marital: bool,
    pub tea_order: TeaOrder,
    /// Every other key that is a word, by name.
    pub words: BTreeMap<String, String>,
    /// Every key that is a whole number, by name.
    pub numbers: BTreeMap<String, i64>,
}

impl Profile {
    /// A numeric key: `ring_limit` (rings), `hand_hang_ms` …
    pub fn number(&self, key: &str) -> Option<i64> {
        self.numbers.get(key).copied()
    }

    /// A key's value as the word that conditions compare with.
    pub fn word(&self, key: &str) -> Option<String> {
        match key {
            "gender" => Some(
                match self.gender {
                    GenderKey::Off => "off",
                    GenderKey::Social => "social",
                    GenderKey::Always => "always",
                }
                .to_owned(),
            ),
            "marital" => Some(if self.marital { "on" } else { "off" }.to_owned()),
            "tea_order" => Some(
                match self.tea_order {
                    TeaOrder::Listed => "listed",
                    TeaOrder::GuestFirst => "guest-first",
                    TeaOrder::Business => "business",
                }
                .to_owned(),
            ),
            _ => self.words.get(key).cloned().or_else(|| self.number(key).map(|n| n.to_string())),
        }
    }
}
