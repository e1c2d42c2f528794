//! A scenario as an author writes it: the RON format, type by type.
//!
//! These types mirror the file and nothing else. `check` turns a [`Script`]
//! into a [`Scenario`](super::Scenario) that a session can trust.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::standard::{Age, Married, Occasion, Phase, Sex, Side, Text};

use super::{Activity, Opportunity, Recovery, Step, Tenths, When};

/// A whole scenario file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// The scenario's id, equal to the file's name without its ending.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// One line for the scenario list: where and what.
    pub summary: Text,
    /// What the trainee is told before playing, a paragraph each.
    pub briefing: Vec<Text>,
    /// What a good run achieves, in one sentence.
    pub goal: Text,
    /// How long a run takes, in minutes.
    pub minutes: u32,
    /// Ids of every standard that some beat can judge.
    pub standards: Vec<String>,
    /// Everybody who appears. The trainee is `you`.
    pub cast: BTreeMap<String, Member>,
    /// Whole-number variables with their bounds.
    #[serde(default)]
    pub variables: BTreeMap<String, Variable>,
    /// What the seed may change. One alternative of each axis is drawn a run.
    #[serde(default)]
    pub variations: BTreeMap<String, BTreeMap<String, Alternative>>,
    /// Jumps taken whenever their condition holds after an answer.
    #[serde(default)]
    pub watches: Vec<Exit>,
    /// The first beat.
    pub start: String,
    /// The beats by id.
    pub beats: BTreeMap<String, Beat>,
    /// How it may end, by id.
    pub endings: BTreeMap<String, Ending>,
    /// Lints that may pass in one place, each with the reason.
    #[serde(default)]
    pub allow: Vec<Allowed>,
}

/// A lint that may pass in one place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowed {
    /// The lint's code, such as `dominant-option`.
    pub lint: String,
    /// Where: a beat, `beat/option`, a standard, a policy, a language; left out
    /// where the lint is about the whole scenario.
    #[serde(default)]
    pub at: String,
    /// Why it is right there.
    pub reason: String,
}

/// By which name the trainee stands among the cast.
pub const TRAINEE: &str = "you";

/// One person of the cast.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The name shown.
    pub name: Text,
    /// Post or relation, shown under the name.
    #[serde(default)]
    pub role: Text,
    /// Which drawn figure plays this person (a folder in `assets/characters`).
    /// A voice on the telephone has none.
    #[serde(default)]
    pub figure: Option<String>,
    /// Not listed in the briefing: somebody who turns up, or is not who they seem.
    #[serde(default)]
    pub hidden: bool,
    /// What the precedence rules may know of this person.
    #[serde(default)]
    pub person: PersonScript,
    /// A customer's expectation; its presence makes this person a customer
    /// whose gap is shown.
    #[serde(default)]
    pub expects: Option<ExpectationScript>,
    /// How much each perceived attribute weighs for this person (default 1).
    #[serde(default)]
    pub cares: BTreeMap<Attribute, u32>,
    /// The customer's own sentence for each verdict on the gap.
    #[serde(default)]
    pub remarks: Option<Remarks>,
}

/// What is known of a person, as far as precedence asks. Left out = unknown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonScript {
    /// Position: 1 an intern … 9 a general manager.
    #[serde(default)]
    pub rank: Option<u8>,
    /// Age as a band a player can see.
    #[serde(default)]
    pub age: Option<Age>,
    /// As far as it can be seen.
    #[serde(default)]
    pub sex: Option<Sex>,
    /// Asked by one old rule only, which is drilled about the source text.
    #[serde(default)]
    pub married: Option<Married>,
    /// Which side of the trade relation: the trainee is on ours.
    #[serde(default)]
    pub side: Option<Side>,
    /// Whether this person shakes hands; a bandaged hand does not.
    #[serde(default)]
    pub shakes: Option<bool>,
}

/// A customer's expectation before the run, each part 0–10.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectationScript {
    /// What this customer has known of us so far.
    pub past: Tenths,
    /// What this customer has heard of us.
    pub word_of_mouth: Tenths,
    /// How much depends on it today.
    pub needs: Tenths,
    /// Weights of the three parts in per cent; default 40, 20, 40.
    #[serde(default)]
    pub weights: Option<(u32, u32, u32)>,
    /// What the trainee could have known about this expectation, and how.
    #[serde(default)]
    pub hint: Text,
}

/// A customer's closing sentence, by verdict on the gap.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remarks {
    /// When it fell short of what was expected.
    pub dissatisfied: Text,
    /// When it came to about what was expected.
    pub satisfied: Text,
    /// When it was better than expected.
    pub delighted: Text,
}

/// The five things a customer perceives.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    Reliability,
    Responsiveness,
    Competence,
    Courtesy,
    Surroundings,
}

/// The three sources of an expectation.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExpectationPart {
    Past,
    WordOfMouth,
    Needs,
}

/// A bounded whole number that beats may read and change.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variable {
    /// The least it can be; it stops there.
    pub min: i32,
    /// The most it can be; it stops there.
    pub max: i32,
    /// What it is when a run begins.
    pub start: i32,
    /// With a name, the variable is shown as a meter while playing.
    #[serde(default)]
    pub meter: Option<Text>,
    /// Whose meter it is: it is shown only while this person is on the stage.
    #[serde(default)]
    pub of: Option<String>,
    /// Whether a full meter is good news (patience) rather than bad (heat).
    #[serde(default)]
    pub high_is_good: bool,
}

/// One thing that may be so in a run.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// How often it is drawn beside the others; default 1.
    #[serde(default = "one")]
    pub weight: u32,
    /// Words for `{axis.slot}` in any text.
    #[serde(default)]
    pub text: BTreeMap<String, Text>,
    /// Numbers for `"axis.slot"` wherever a `Number` stands.
    #[serde(default)]
    pub numbers: BTreeMap<String, i32>,
    /// Changes to what is known of people.
    #[serde(default)]
    pub people: BTreeMap<String, PersonScript>,
    /// Changes to customers' expectations.
    #[serde(default)]
    pub expects: BTreeMap<String, ExpectationScript>,
    /// Which drawn figure plays somebody in this run.
    #[serde(default)]
    pub figures: BTreeMap<String, String>,
}

fn one() -> u32 {
    1
}

/// One node of the scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beat {
    /// A few words for the time strip of the debrief.
    pub label: Text,
    /// The stage from here on (a file in `assets/stages`).
    #[serde(default)]
    pub stage: Option<String>,
    /// The occasion, for the precedence rules.
    #[serde(default)]
    pub setting: Option<Setting>,
    /// What happens on entering.
    #[serde(default)]
    pub enter: Vec<Step>,
    /// What is asked of the trainee, if anything.
    #[serde(default)]
    pub activity: Option<Activity>,
    /// The standards this beat can meet or miss, closest first: one act is
    /// punished by the first two at most.
    #[serde(default)]
    pub opportunities: Vec<Opportunity>,
    /// Earlier misses that this beat can repair.
    #[serde(default)]
    pub recovers: Vec<Recovery>,
    /// What happens after the answer.
    #[serde(default)]
    pub after: Vec<Step>,
    /// Where it goes on; the first exit whose condition holds.
    pub next: Vec<Exit>,
}

/// The occasion as the precedence rules need it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Whether position or age governs.
    pub occasion: Occasion,
    /// Whether people are arriving or leaving: who is host counts then.
    #[serde(default)]
    pub phase: Phase,
    /// Whose place it is.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Who is visiting.
    #[serde(default)]
    pub guests: Vec<String>,
}

/// A way out of a beat: to a beat or to an ending.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    /// Taken only when this holds.
    #[serde(default)]
    pub when: When,
    /// The id of the beat or ending it leads to.
    pub to: String,
}

/// How a run may end.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// What has come of it all, told as the last line.
    pub text: Text,
}
