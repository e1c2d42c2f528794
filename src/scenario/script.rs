//! A scenario as an author writes it: the RON format, type by type.
//!
//! These types mirror the file and nothing else. `check` turns a [`Script`]
//! into a [`Scenario`](super::Scenario) that a session can trust.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use crate::standard::{Age, Married, Occasion, Phase, Sex, Side, Text};

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
}

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
    #[serde(default)]
    pub sex: Option<Sex>,
    #[serde(default)]
    pub married: Option<Married>,
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
    pub past: Tenths,
    pub word_of_mouth: Tenths,
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
    pub dissatisfied: Text,
    pub satisfied: Text,
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
    pub min: i32,
    pub max: i32,
    pub start: i32,
    /// With a name, the variable is shown as a meter while playing.
    #[serde(default)]
    pub meter: Option<Text>,
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
    /// Numbers for `"axis.slot"` wherever a [`Number`] stands.
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

fn yes() -> bool {
    true
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
    pub occasion: Occasion,
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
    #[serde(default)]
    pub when: When,
    pub to: String,
}

/// How a run may end.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// What has come of it all, told as the last line.
    pub text: Text,
}

/// One thing that happens on stage or to the numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Step {
    /// Somebody speaks.
    Say(String, Text),
    /// The narrator tells.
    Tell(Text),
    /// The trainee's own thought.
    Think(Text),
    /// Somebody's face changes.
    Look(String, Mood),
    /// Somebody takes a pose and keeps it.
    Pose(String, Pose),
    /// Two people shake hands.
    Shake(String, String),
    /// Somebody comes on, at a place.
    Enter(String, Spot),
    /// Somebody goes off.
    Leave(String),
    /// The first turns to the second.
    Face(String, String),
    /// A sound is heard (a file in `assets/sounds`).
    Sound(String),
    /// A variable takes a value.
    Set(String, Number),
    /// A variable rises or falls; it stops at its bounds.
    Add(String, i32),
    /// A customer perceives something: attribute, by how much, and why.
    Perceive(String, Attribute, Tenths, Text),
    /// A customer's expectation moves.
    Expect(String, ExpectationPart, Tenths),
    /// Steps that depend on something.
    If {
        when: When,
        then: Vec<Step>,
        #[serde(default)]
        otherwise: Vec<Step>,
    },
}

/// The eight expressions.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mood {
    #[default]
    Neutral,
    Smile,
    Delighted,
    Frown,
    Angry,
    Worried,
    Surprised,
    Embarrassed,
}

/// What a body can be seen doing.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pose {
    #[default]
    Stand,
    Nod,
    Bow15,
    Bow30,
    Bow45,
    /// Right hand out, waiting to be taken.
    OfferHand,
    /// Left hand out.
    OfferLeftHand,
    /// A card held out in both hands at chest height.
    OfferCard,
    /// A card held out in one hand.
    OfferCardOneHand,
    /// Both hands out to take a card.
    ReceiveCard,
    /// A card held up and read.
    ReadCard,
    /// A receiver at the ear.
    Phone,
    /// Holding a telephone up to film.
    Film,
    /// A sheet or form in the hands.
    HoldPaper,
    /// Holding a tray or a cup in front.
    HoldCup,
    /// Writing on a pad.
    Write,
    /// Arms folded.
    FoldArms,
    /// A fist or a flat hand on the counter.
    Slam,
    /// Wiping a palm.
    Wipe,
    /// An open hand that shows the way.
    ShowWay,
    /// Reaching across somebody.
    ReachAcross,
    /// Looking at a wrist watch.
    CheckWatch,
    /// Seated.
    Sit,
    /// Turned away.
    TurnAway,
}

/// Where on the stage somebody stands, from left to right.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    FarLeft,
    Left,
    #[default]
    Centre,
    Right,
    FarRight,
    /// Between left and centre.
    MidLeft,
    /// Between centre and right.
    MidRight,
}

/// What a beat asks of the trainee.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Activity {
    /// One of several things to say or do.
    Choice {
        prompt: Text,
        options: Vec<Choice>,
        /// Show the options as written instead of shuffled by the seed.
        #[serde(default)]
        keep_order: bool,
        /// Time to answer in; without one there is no hurry.
        #[serde(default)]
        limit: Option<Number>,
    },
    /// Something that runs on by itself: a ringing telephone, a silence, a
    /// hand in the air.
    Timer { prompt: Text, look: TimerLook, timeline: Timeline },
    /// Several people and lines at once.
    Queue { prompt: Text, timeline: Timeline },
    /// People or steps to put in order, or tiles to build a line from.
    Order {
        prompt: Text,
        items: Vec<Item>,
        /// The right order of the ids. With `choose`, the tiles that belong.
        right: Vec<String>,
        /// Tiles may be left out: a line is built from some of them.
        #[serde(default)]
        choose: bool,
        #[serde(default)]
        limit: Option<Number>,
    },
    /// What the body does, as one or more dials.
    Gesture {
        prompt: Text,
        /// Towards whom.
        toward: String,
        dials: Vec<Dial>,
        #[serde(default)]
        limit: Option<Number>,
    },
    /// Things in a picture to be looked at and pointed out.
    Inspect {
        prompt: Text,
        spots: Vec<Hotspot>,
        /// Only one spot may be chosen, and choosing answers.
        #[serde(default)]
        single: bool,
        #[serde(default)]
        limit: Option<Number>,
    },
    /// Things to take along.
    Pack {
        prompt: Text,
        /// What they go into.
        into: Text,
        items: Vec<PackItem>,
        #[serde(default)]
        limit: Option<Number>,
    },
    /// One quantity to set: a voice, a temperature, a pour.
    Slider {
        prompt: Text,
        min: i32,
        max: i32,
        start: i32,
        /// Inside is met; within twice the band's width, partial.
        band: (Number, Number),
        /// At or beyond this value harm is done: violated.
        #[serde(default)]
        harm: Option<Number>,
        /// What the two ends mean.
        low: Text,
        high: Text,
        /// Values to show as marks beside the scale.
        #[serde(default)]
        marks: Vec<SliderMark>,
        #[serde(default)]
        limit: Option<Number>,
    },
    /// A form to fill while somebody dictates.
    Note { prompt: Text, fields: Vec<Field>, timeline: Timeline },
}

/// One option of a choice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    /// The words on the button.
    pub text: Text,
    /// What the trainee then says aloud, if anything.
    #[serde(default)]
    pub says: Option<Text>,
    /// Offered only when this holds.
    #[serde(default)]
    pub when: When,
    /// What follows at once.
    #[serde(default)]
    pub then: Vec<Step>,
}

/// How a timer is shown.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimerLook {
    /// A ringing telephone.
    Phone,
    /// A silence to be kept.
    Silence,
    /// A hand in the air.
    Hand,
    /// Something to be read.
    Reading,
}

/// Time running inside an activity, in milliseconds from its start.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// What rings or waits.
    #[serde(default)]
    pub tracks: Vec<Track>,
    /// What happens at set times.
    #[serde(default)]
    pub cues: Vec<Cue>,
    /// What the trainee may do meanwhile.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// When it is over.
    pub ends_at: Number,
    /// What then happens, if the trainee had not ended it.
    #[serde(default)]
    pub on_end: Vec<Step>,
}

/// A line or a person waiting.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    pub id: String,
    pub label: Text,
    /// Who it is, if known.
    #[serde(default)]
    pub who: Option<String>,
    /// A telephone line rings: milliseconds from one ring to the next.
    #[serde(default)]
    pub every: Option<Number>,
    /// When the first ring starts; a ring before the start is negative.
    #[serde(default)]
    pub first_at: Option<Number>,
}

/// Something that happens by itself while an activity runs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    pub at: Number,
    /// Only when this holds at that time.
    #[serde(default)]
    pub when: When,
    pub then: Vec<Step>,
}

/// Something the trainee may do while an activity runs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    pub id: String,
    pub text: Text,
    /// What the trainee then says aloud.
    #[serde(default)]
    pub says: Option<Text>,
    /// The line or person it is done to; a track once answered stops ringing.
    #[serde(default)]
    pub track: Option<String>,
    /// Whether it answers the track, so that it stops ringing.
    #[serde(default)]
    pub answers: bool,
    /// How long it keeps the trainee busy.
    #[serde(default)]
    pub takes: Option<Number>,
    /// Whether it ends the activity.
    #[serde(default)]
    pub ends: bool,
    /// Whether it may be done more than once.
    #[serde(default)]
    pub again: bool,
    /// Possible only when this holds; `Did` looks at this activity.
    #[serde(default)]
    pub when: When,
    #[serde(default)]
    pub then: Vec<Step>,
}

/// Something to be put in order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    pub text: Text,
}

/// One part of a gesture: a move, a hand, a height.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dial {
    pub id: String,
    pub label: Text,
    pub positions: Vec<Position>,
}

/// One position of a dial. Its mark is `dial=position`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub id: String,
    pub text: Text,
    /// The pose the trainee takes.
    #[serde(default)]
    pub pose: Option<Pose>,
}

/// Something in the picture.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hotspot {
    pub id: String,
    pub text: Text,
    /// What a closer look shows.
    #[serde(default)]
    pub detail: Text,
    /// Where, in per cent of the stage from its left and top.
    pub at: (u32, u32),
    /// Whether pointing it out is right.
    #[serde(default)]
    pub wanted: When,
}

/// Something to take or leave.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackItem {
    pub id: String,
    pub text: Text,
    /// What a closer look shows.
    #[serde(default)]
    pub detail: Text,
    /// Whether it belongs in the bag.
    #[serde(default)]
    pub wanted: When,
}

/// A mark beside a slider.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SliderMark {
    pub at: Number,
    pub text: Text,
}

/// A field of a note or form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: String,
    pub label: Text,
    /// What belongs there. Spaces, dashes and letter case do not matter.
    pub answer: Text,
    /// Other ways to write it that count as right.
    #[serde(default)]
    pub accept: Vec<Text>,
    /// Values offered for picking, the right one among them.
    #[serde(default)]
    pub choices: Vec<FieldChoice>,
    #[serde(default = "yes")]
    pub mandatory: bool,
}

/// A value offered for a field.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldChoice {
    pub text: Text,
    /// Nobody said this: writing it is inventing.
    #[serde(default)]
    pub invented: bool,
}

/// A place in the path where one standard can be met or missed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opportunity {
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
    #[serde(default)]
    pub when: When,
    pub verdict: Outcome,
}

/// What a rule says.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub enum Outcome {
    Met,
    Partial,
    Missed,
    Violated,
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
    pub when: When,
}

/// A condition. Decidable: it reads only evidence, variables, the drawn
/// variation, the profile and the precedence rules.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum When {
    #[default]
    Always,
    Never,
    Not(Box<When>),
    All(Vec<When>),
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
    /// A variable's value.
    AtLeast(String, Number),
    AtMost(String, Number),
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
