//! Everything that can be wrong with a script although it reads: all of it, gathered.
//!
//! Each concern is one pass in its own file. A pass looks at the whole script
//! through the [`Inventory`] and reports; none stops another.

mod activities;
mod circle;
mod flow;
mod grades;
mod ids;
mod inventory;
mod marks;
mod numbers;
mod people;
mod placeholders;
mod places;
mod precedence;
mod references;
mod report;
mod resolve;
mod standards;
mod texts;
mod timelines;
mod unused;
mod variations;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::source::{Finding, Path, SourceFile};
use crate::standard::{Catalogue, Profile, Text};

use super::{Place, Script};
pub(super) use inventory::{Inventory, Used};
use report::Report;

/// What a scenario may refer to beyond itself. `None` means: do not check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Every key of the house profile, numbers too, as conditions and texts
    /// name them, each with the words it may be; no words means any.
    pub profile_words: Option<BTreeMap<String, BTreeSet<String>>>,
    /// Keys of the house profile that are whole numbers.
    pub profile_numbers: Option<BTreeSet<String>>,
    /// Ids of the drawn figures.
    pub figures: Option<BTreeSet<String>>,
    /// Ids of the stages.
    pub stages: Option<BTreeSet<String>>,
    /// What the stages have that can be named, by stage.
    pub places: Option<Arc<BTreeMap<String, Place>>>,
    /// Ids of the sounds.
    pub sounds: Option<BTreeSet<String>>,
    /// Ids of the drawings on the desk.
    pub pictures: Option<BTreeSet<String>>,
}

impl Known {
    /// The same, with the keys that all of these profiles have in common.
    #[must_use]
    pub fn with_profiles<'a>(mut self, profiles: impl IntoIterator<Item = &'a Profile>) -> Known {
        let mut words: Option<BTreeSet<String>> = None;
        let mut numbers: Option<BTreeSet<String>> = None;
        for profile in profiles {
            let own_words: BTreeSet<String> = profile.words.keys().cloned().collect();
            let own_numbers: BTreeSet<String> = profile.numbers.keys().cloned().collect();
            words = Some(words.map_or(own_words.clone(), |w| &w & &own_words));
            numbers = Some(numbers.map_or(own_numbers.clone(), |n| &n & &own_numbers));
        }
        let (Some(words), Some(numbers)) = (words, numbers) else { return self };
        let mut values: BTreeMap<String, BTreeSet<String>> =
            words.iter().chain(&numbers).map(|key| (key.clone(), BTreeSet::new())).collect();
        for (key, fixed) in FIXED_WORDS {
            values.insert((*key).to_owned(), fixed.iter().map(|v| (*v).to_owned()).collect());
        }
        self.profile_words = Some(values);
        self.profile_numbers = Some(numbers);
        self
    }
}

/// The profile keys that every house has, and the words they may be
/// ([`Profile::word`]).
const FIXED_WORDS: &[(&str, &[&str])] = &[
    ("gender", &["off", "social", "always"]),
    ("marital", &["on", "off"]),
    ("tea_order", &["listed", "guest-first", "business"]),
];

/// What every pass may look at.
struct Context<'a> {
    script: &'a Script,
    inventory: Inventory<'a>,
    catalogue: &'a Catalogue,
    known: &'a Known,
}

type Pass = for<'a> fn(&Context<'a>, &mut Report<'_>);

/// Every pass, by what it looks after.
const PASSES: &[(&str, Pass)] = &[
    ("ids", ids::check),
    ("references", references::check),
    ("placeholders", placeholders::check),
    ("marks", marks::check),
    ("flow", flow::check),
    ("numbers", numbers::check),
    ("variations", variations::check),
    ("activities", activities::check),
    ("places", places::check),
    ("timelines", timelines::check),
    ("grades", grades::check),
    ("precedence", precedence::check),
    ("people", people::check),
    ("standards", standards::check),
    ("texts", texts::check),
    ("unused", unused::check),
];

/// Every text of a script with the way to it, in no order an author would
/// know. Texts that were left out are among them.
pub fn script_texts(script: &Script) -> Vec<(Path<'_>, &Text)> {
    let texts = Inventory::of(script).texts.into_iter();
    texts.map(|used| (used.path, used.it.0)).collect()
}

/// Gathers every fault of a script, in order of place. `source` is the text
/// that the script was read from.
pub fn check(
    source: &SourceFile,
    script: &Script,
    catalogue: &Catalogue,
    known: &Known,
) -> Vec<Finding> {
    let context = Context { script, inventory: Inventory::of(script), catalogue, known };
    let mut report = Report::new(source);
    for (_, pass) in PASSES {
        pass(&context, &mut report);
    }
    report.findings()
}
