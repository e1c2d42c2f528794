//! One scorable standard, with the clause it comes from.

use serde::Deserialize;

use super::{Lang, Measure, Profile, Text};
use super::{clause, fill};

/// One written rule that a trainee can meet or miss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// Stable id, such as `hs-no-left-hand`.
    pub id: String,
    /// What to do, in the catalogue's own words, with the house's numbers as
    /// the criterion has them: see [`Standard::stated_by`].
    pub statement: Text,
    /// How it is measured. A profile key in braces, such as `{ring_limit}`,
    /// stands for the house's own number: see [`Standard::measured_by`].
    pub criterion: Text,
    /// The criterion's numbers as data.
    pub measures: Vec<Measure>,
    /// Every clause it comes from.
    pub sources: Vec<Source>,
    /// How much it weighs.
    pub severity: Severity,
    /// Which of the two sides of service it belongs to.
    pub dimension: Dimension,
    /// How it is taught today.
    pub treatment: Treatment,
    /// The note or caveat that goes with the treatment; may be empty.
    pub note: Text,
    /// Domain id, such as `hs`.
    pub domain: String,
    /// When the house profile turns it off; `None` = never.
    pub toggle: Option<Toggle>,
}

impl Standard {
    /// The statement with this house's numbers in it.
    pub fn stated_by(&self, profile: &Profile) -> Text {
        in_house(&self.statement, profile)
    }

    /// The criterion with this house's numbers in it.
    pub fn measured_by(&self, profile: &Profile) -> Text {
        in_house(&self.criterion, profile)
    }

    /// The key and value by which this profile turns the standard off, if it does.
    pub fn turned_off(&self, profile: &Profile) -> Option<(String, String)> {
        let toggle = self.toggle.as_ref()?;
        let value = profile.word(&toggle.key)?;
        toggle.off.contains(&value).then(|| (toggle.key.clone(), value))
    }
}

fn in_house(words: &Text, profile: &Profile) -> Text {
    words.map(|lang, words| fill(words, |key| profile.shown(key, lang)))
}

/// Which key of a house profile decides whether a standard counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toggle {
    /// A key that is a word, such as `gender`.
    pub key: String,
    /// The values that turn the standard off.
    pub off: Vec<String>,
}

/// A clause of a source document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document's file name in the source collection.
    pub file: String,
    /// The clause as the document numbers it, and in English.
    pub clause: Text,
    /// The document's own title; the file's name where no list of documents gives one.
    pub title: Text,
}

impl Source {
    /// The clause with its document: `《title》clause`, or `title, clause`. Chinese has a colon
    /// for a middle dot, with which a line could begin.
    pub fn cite(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("《{}》{}", self.title.zh, clause::shown(&self.clause.zh)),
            Lang::En => format!("{}, {}", self.title.en, self.clause.en),
        }
    }
}

/// How much a standard weighs (`scoring.md` §2).
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Weighs 1.
    Minor,
    /// Weighs 3.
    Major,
    /// Weighs 5, and bars a result where it is violated.
    Critical,
}

impl Severity {
    /// Weight in every score: critical 5, major 3, minor 1.
    pub fn weight(self) -> u32 {
        match self {
            Severity::Minor => 1,
            Severity::Major => 3,
            Severity::Critical => 5,
        }
    }
}

/// Which side of service a standard belongs to (`scoring.md` §4).
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// How service runs.
    Procedural,
    /// How it feels.
    Personal,
    /// Counts on both sides.
    Both,
    /// Counts on neither.
    Knowledge,
}

/// How a standard is taught today (`conflicts.md` §5–§6).
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Treatment {
    /// As it stands.
    Teach,
    /// As it stands, with a note.
    TeachWithNote,
    /// Dated: with the caveat that goes with it today.
    ModernCaveat,
    /// Counts only where the house profile turns it on.
    HouseToggle,
    /// Met by declining the practice the source names.
    RecogniseAndRefuse,
}

/// A group of standards, one file each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// Id, such as `hs`.
    pub id: String,
    /// Its name.
    pub title: Text,
}
