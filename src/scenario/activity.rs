//! What a beat asks of the trainee, as an author writes it.

use serde::Deserialize;

use crate::standard::Text;

use super::{Number, Pose, PosePart, Step, When};

fn yes() -> bool {
    true
}

/// What a beat asks of the trainee.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Activity {
    /// One of several things to say or do.
    Choice {
        /// What is asked.
        prompt: Text,
        /// What may be said or done; at least one must always be possible.
        options: Vec<Choice>,
        /// Show the options as written instead of shuffled by the seed.
        #[serde(default)]
        keep_order: bool,
        /// Milliseconds to answer in; without them there is no hurry.
        #[serde(default)]
        limit: Option<Number>,
    },
    /// Something that runs on by itself: a ringing telephone, a silence, a
    /// hand in the air.
    Timer {
        /// What is asked.
        prompt: Text,
        /// What it is that runs.
        look: TimerLook,
        /// What rings, happens and can be done meanwhile.
        timeline: Timeline,
    },
    /// Several people and lines at once.
    Queue {
        /// What is asked.
        prompt: Text,
        /// Who waits, what happens and what can be done meanwhile.
        timeline: Timeline,
    },
    /// People or steps to put in order, or tiles to build a line from.
    Order {
        /// What is asked.
        prompt: Text,
        /// What is to be put in order, shuffled by the seed.
        items: Vec<Item>,
        /// The right order of the ids. With `choose`, the tiles that belong.
        right: Vec<String>,
        /// Tiles may be left out: a line is built from some of them.
        #[serde(default)]
        choose: bool,
        /// Milliseconds to answer in; without them there is no hurry.
        #[serde(default)]
        limit: Option<Number>,
    },
    /// What the body does, as one or more dials.
    Gesture {
        /// What is asked.
        prompt: Text,
        /// Towards whom.
        toward: String,
        /// The parts of the gesture: each is set to one position.
        dials: Vec<Dial>,
        /// The pose that the positions' `parts` change; a card held out where
        /// it is left out.
        #[serde(default)]
        pose: Option<Pose>,
        /// Milliseconds to answer in; without them there is no hurry.
        #[serde(default)]
        limit: Option<Number>,
    },
    /// Things in a picture to be looked at and pointed out.
    Inspect {
        /// What is asked.
        prompt: Text,
        /// What can be looked at.
        spots: Vec<Hotspot>,
        /// Only one spot may be chosen, and choosing answers.
        #[serde(default)]
        single: bool,
        /// Milliseconds to answer in; without them there is no hurry.
        #[serde(default)]
        limit: Option<Number>,
    },
    /// Things to take along.
    Pack {
        /// What is asked.
        prompt: Text,
        /// What they go into.
        into: Text,
        /// What lies there to be taken or left.
        items: Vec<PackItem>,
        /// Milliseconds to answer in; without them there is no hurry.
        #[serde(default)]
        limit: Option<Number>,
    },
    /// One quantity to set: a voice, a temperature, a pour.
    Slider {
        /// What is asked; say in which unit.
        prompt: Text,
        /// The left end.
        min: i32,
        /// The right end.
        max: i32,
        /// Where it stands at first.
        start: i32,
        /// Inside is met; within twice the band's width, partial.
        band: (Number, Number),
        /// At or beyond this value harm is done: violated.
        #[serde(default)]
        harm: Option<Number>,
        /// What the left end means.
        low: Text,
        /// What the right end means.
        high: Text,
        /// Values to show as marks beside the scale.
        #[serde(default)]
        marks: Vec<SliderMark>,
        /// What it is that is set.
        #[serde(default)]
        look: SliderLook,
        /// What was poured into a `Cup` may be poured back; otherwise it only rises.
        #[serde(default)]
        pour_back: bool,
        /// Milliseconds to answer in; without them there is no hurry.
        #[serde(default)]
        limit: Option<Number>,
    },
    /// A form to fill while somebody dictates.
    Note {
        /// What is asked.
        prompt: Text,
        /// What is to be filled in.
        fields: Vec<Field>,
        /// What is dictated, and what can be asked or done meanwhile.
        timeline: Timeline,
    },
}

impl Activity {
    /// Its kind as one word, such as `choice`.
    pub fn word(&self) -> &'static str {
        match self {
            Activity::Choice { .. } => "choice",
            Activity::Timer { .. } => "timer",
            Activity::Queue { .. } => "queue",
            Activity::Order { .. } => "order",
            Activity::Gesture { .. } => "gesture",
            Activity::Inspect { .. } => "inspect",
            Activity::Pack { .. } => "pack",
            Activity::Slider { .. } => "slider",
            Activity::Note { .. } => "note",
        }
    }

    /// What the trainee is asked.
    pub fn prompt(&self) -> &Text {
        match self {
            Activity::Choice { prompt, .. }
            | Activity::Timer { prompt, .. }
            | Activity::Queue { prompt, .. }
            | Activity::Order { prompt, .. }
            | Activity::Gesture { prompt, .. }
            | Activity::Inspect { prompt, .. }
            | Activity::Pack { prompt, .. }
            | Activity::Slider { prompt, .. }
            | Activity::Note { prompt, .. } => prompt,
        }
    }

    /// The time that runs, of the activities that run by themselves.
    pub fn timeline(&self) -> Option<&Timeline> {
        match self {
            Activity::Timer { timeline, .. }
            | Activity::Queue { timeline, .. }
            | Activity::Note { timeline, .. } => Some(timeline),
            _ => None,
        }
    }

    /// The time to answer in, of the activities that stand still.
    pub fn limit(&self) -> Option<&Number> {
        match self {
            Activity::Choice { limit, .. }
            | Activity::Order { limit, .. }
            | Activity::Gesture { limit, .. }
            | Activity::Inspect { limit, .. }
            | Activity::Pack { limit, .. }
            | Activity::Slider { limit, .. } => limit.as_ref(),
            Activity::Timer { .. } | Activity::Queue { .. } | Activity::Note { .. } => None,
        }
    }
}

/// One option of a choice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its mark, by which conditions name it.
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
    /// A card that is held out.
    Card,
    /// Something to be read.
    Reading,
}

/// What a slider sets, and so how it is shown and handled.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SliderLook {
    /// A plain scale with a handle.
    #[default]
    Scale,
    /// A cup that fills for as long as one pours.
    Cup,
    /// A voice, as a level meter.
    Voice,
    /// A thermometer.
    Thermometer,
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
    /// By which actions name it.
    pub id: String,
    /// What is shown: a line, a place.
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
    /// How it rings, where it is no desk telephone (a file in `assets/sounds`).
    #[serde(default)]
    pub sound: Option<String>,
}

/// Something that happens by itself while an activity runs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// Milliseconds after the start.
    pub at: Number,
    /// Only when this holds at that time.
    #[serde(default)]
    pub when: When,
    /// What happens.
    pub then: Vec<Step>,
}

/// Something the trainee may do while an activity runs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Its mark, by which conditions name it.
    pub id: String,
    /// The words on the button.
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
    /// Pressing the drawing of its track does it too: a telephone whose
    /// receiver is lifted, a hand that is taken.
    #[serde(default)]
    pub touch: bool,
    /// How many milliseconds it keeps the trainee busy.
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
    /// What follows when it is done.
    #[serde(default)]
    pub then: Vec<Step>,
}

/// Something to be put in order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its mark, by which conditions name it.
    pub id: String,
    /// What is shown.
    pub text: Text,
    /// Who of the cast it is: the person steps forward as they are put in
    /// order. Left out, it is whoever bears the name that is shown; with a
    /// `picture`, nobody.
    #[serde(default)]
    pub who: Option<String>,
    /// What it looks like: a drawing in `assets/desk`, without its ending.
    #[serde(default)]
    pub picture: Option<String>,
}

/// One part of a gesture: a move, a hand, a height.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dial {
    /// The first half of its marks.
    pub id: String,
    /// What it sets.
    pub label: Text,
    /// What it can be set to.
    pub positions: Vec<Position>,
}

/// One position of a dial. Its mark is `dial=position`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The second half of its mark.
    pub id: String,
    /// What is shown.
    pub text: Text,
    /// The pose the trainee takes.
    #[serde(default)]
    pub pose: Option<Pose>,
    /// What it sets in the pose of a card: all dials together make one pose.
    #[serde(default)]
    pub parts: Vec<PosePart>,
}

/// Something in the picture.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hotspot {
    /// Its mark, by which conditions name it.
    pub id: String,
    /// What is shown beside it.
    pub text: Text,
    /// What a closer look shows.
    #[serde(default)]
    pub detail: Text,
    /// Where its tag lies, in per cent of the stage from its left and top. With
    /// `on` it may be left out: the tag then hangs above its thing.
    #[serde(default)]
    pub at: Option<(u32, u32)>,
    /// The thing of the place it is about, which a ring marks: one of the
    /// `spots` in `assets/stages/ID.ron`.
    #[serde(default)]
    pub on: Option<String>,
    /// Whether pointing it out is right.
    #[serde(default)]
    pub wanted: When,
}

/// Something to take or leave.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackItem {
    /// Its mark, by which conditions name it.
    pub id: String,
    /// What is shown.
    pub text: Text,
    /// What a closer look shows.
    #[serde(default)]
    pub detail: Text,
    /// Whether it belongs in the bag.
    #[serde(default)]
    pub wanted: When,
    /// What it looks like: a drawing in `assets/desk`, without its ending.
    #[serde(default)]
    pub picture: Option<String>,
}

/// A mark beside a slider.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SliderMark {
    /// Where on the scale.
    pub at: Number,
    /// What is shown there.
    pub text: Text,
}

/// A field of a note or form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The first half of its marks.
    pub id: String,
    /// What the field asks for.
    pub label: Text,
    /// What belongs there. Spaces, dashes and letter case do not matter.
    pub answer: Text,
    /// Other ways to write it that count as right.
    #[serde(default)]
    pub accept: Vec<Text>,
    /// Values offered for picking, the right one among them.
    #[serde(default)]
    pub choices: Vec<FieldChoice>,
    /// Whether it counts for the grade.
    #[serde(default = "yes")]
    pub mandatory: bool,
}

/// A value offered for a field.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldChoice {
    /// The value.
    pub text: Text,
    /// Nobody said this: writing it is inventing.
    #[serde(default)]
    pub invented: bool,
}
