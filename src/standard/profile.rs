//! A house's thresholds and toggles.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Lang, Text};

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

    /// A key's value as a reader is told it: a key in milliseconds as seconds,
    /// a time each site sets for itself in words.
    pub fn shown(&self, key: &str, lang: Lang) -> Option<String> {
        let word = self.word(key)?;
        if word == "site" {
            let own = Text::new("各站点自定的时间", "the site's own time");
            return Some(own.get(lang).to_owned());
        }
        match self.number(key) {
            Some(ms) if key.ends_with("_ms") => {
                let (whole, part) = (ms / 1000, ms % 1000);
                let decimals = format!("{part:03}");
                let decimals = decimals.trim_end_matches('0');
                let dot = if decimals.is_empty() { "" } else { "." };
                Some(format!("{whole}{dot}{decimals}"))
            }
            _ => Some(word),
        }
    }
}
