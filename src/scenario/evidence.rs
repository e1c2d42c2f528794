//! From evidence to verdicts as an author writes it: opportunities, rules, conditions.

use serde::Deserialize;

use crate::standard::Text;

use super::Number;

/// A place in the path where one standard can be met or missed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opportunity {
    /// The standard's id.
    pub standard: String,
    /// The first rule that holds gives the verdict; with none, the standard is
    /// not applicable.
    pub rules: Vec<Rule>,
    /// The line or gesture that would have worked.
    #[serde(default)]
    pub better: Text,
    /// Why it matters to this customer.
    #[serde(default)]
    pub why: Text,
    /// Where the sources are silent or disagree and the house has ruled.
    #[serde(default)]
    pub ruling: Text,
}

/// Evidence and the verdict it gives.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The evidence.
    #[serde(default)]
    pub when: When,
    /// The verdict it gives.
    pub verdict: Outcome,
}

/// What a rule says.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub enum Outcome {
    /// Counts in full.
    Met,
    /// Counts half.
    Partial,
    /// Counts nothing.
    Missed,
    /// Counts against.
    Violated,
    /// Does not count in this run.
    NotApplicable,
    /// The activity's own grade decides (order, inspect, pack, slider, note).
    Graded,
    /// The precedence rules decide between the trainee and this person, from
    /// the marks `move=offer`, `move=wait`, `move=nod`.
    FirstHand(String),
}

/// A repair of an earlier miss.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recovery {
    /// The standard whose latest missed or violated verdict is repaired.
    pub standard: String,
    /// What repairs it.
    pub when: When,
}

/// A condition. Decidable: it reads only evidence, variables, the drawn
/// variation, the profile and the precedence rules.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub enum When {
    /// Holds always.
    #[default]
    Always,
    /// Holds never.
    Never,
    /// Holds when the other does not.
    Not(Box<When>),
    /// Holds when all of these do.
    All(Vec<When>),
    /// Holds when at least one of these does.
    Any(Vec<When>),
    /// The trainee did this in this beat.
    Did(String),
    /// The trainee did this in that earlier beat (its latest visit).
    DidIn(String, String),
    /// Both were done in this beat, the first earlier.
    Before(String, String),
    /// Done in this beat, at most so many milliseconds after its start.
    Within(String, Number),
    /// Done in this beat while the track had rung at most so often.
    RingsWithin(String, Number),
    /// Time ran out in this beat before the trainee ended it.
    TimeUp,
    /// The activity's grade is at least so many per cent.
    GradeAtLeast(u32),
    /// A variable is at least so much.
    AtLeast(String, Number),
    /// A variable is at most so much.
    AtMost(String, Number),
    /// A variable is exactly so much.
    Is(String, Number),
    /// The seed drew this alternative of that axis.
    Varied(String, String),
    /// Whose hand goes first between the trainee and this person.
    Hand(String, FirstHand),
    /// Which precedence rule decides it: `H1` … `H8`.
    RuledBy(String, String),
    /// A key of the house profile has this value.
    Profile(String, String),
    /// The latest verdict on a standard in this run.
    Had(String, HadVerdict),
}

impl When {
    /// Whether it holds in every run or in none; `None` when it depends.
    pub fn constant(&self) -> Option<bool> {
        self.decided(&|_| None)
    }

    /// Tells every deed it names, and whether it asks for it: under a `Not` it
    /// asks for its opposite.
    pub(crate) fn deeds<'a>(&'a self, asked: bool, tell: &mut impl FnMut(&'a str, bool)) {
        match self {
            When::Did(id) | When::Within(id, _) | When::RingsWithin(id, _) => tell(id, asked),
            When::Before(first, then) => [first, then].into_iter().for_each(|id| tell(id, asked)),
            When::All(inner) | When::Any(inner) => {
                inner.iter().for_each(|when| when.deeds(asked, tell));
            }
            When::Not(inner) => inner.deeds(!asked, tell),
            _ => {}
        }
    }

    /// Whether it holds as far as `told` can say of its innermost parts: `None`
    /// where that does not settle it.
    pub fn decided(&self, told: &impl Fn(&When) -> Option<bool>) -> Option<bool> {
        let not = |when: &When| when.decided(told).map(|holds| !holds);
        match self {
            When::Always => Some(true),
            When::Never => Some(false),
            When::Not(inner) => not(inner),
            When::All(inner) => every(inner.iter().map(|when| when.decided(told))),
            When::Any(inner) => every(inner.iter().map(not)).map(|none| !none),
            leaf => told(leaf),
        }
    }
}

/// Whether all of them hold: one that does not settles it.
fn every(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut unsettled = false;
    for part in parts {
        match part {
            Some(false) => return Some(false),
            Some(true) => {}
            None => unsettled = true,
        }
    }
    (!unsettled).then_some(true)
}

/// Whose hand goes first.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FirstHand {
    Mine,
    Theirs,
    Either,
    Nobody,
}

/// A verdict as conditions name it.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HadVerdict {
    Met,
    Recovered,
    Partial,
    Missed,
    Violated,
}
