//! Plain data for a shell: what is asked, and how the stage stands now.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::{Mood, Pose, PosePart, SliderLook, Spot, TimerLook};
use crate::standard::Text;

use super::SessionTime;

/// What the trainee is asked, with nothing that gives the answer away.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    pub beat: String,
    pub text: Text,
    pub ask: Ask,
    /// Milliseconds of session time until it closes by itself (already scaled
    /// by the timer setting), or `None` when there is no hurry.
    pub limit_ms: Option<u64>,
}

/// The activity, ready to be shown. Items stand in display order.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    Choice {
        options: Vec<Shown>,
    },
    Timer {
        look: TimerLook,
        tracks: Vec<ShownTrack>,
        actions: Vec<Shown>,
    },
    Queue {
        tracks: Vec<ShownTrack>,
        actions: Vec<Shown>,
    },
    /// With `choose`, a line is built from some of the items.
    Order {
        items: Vec<ShownItem>,
        choose: bool,
    },
    Gesture {
        toward: String,
        dials: Vec<ShownDial>,
        /// The pose that the positions' parts change.
        pose: Option<Pose>,
    },
    Inspect {
        spots: Vec<ShownSpot>,
        single: bool,
    },
    Pack {
        into: Text,
        items: Vec<ShownItem>,
    },
    Slider {
        min: i32,
        max: i32,
        start: i32,
        low: Text,
        high: Text,
        marks: Vec<(i32, Text)>,
        look: SliderLook,
        /// What was poured stays poured: the value never goes down.
        rises: bool,
    },
    Note {
        fields: Vec<ShownField>,
        actions: Vec<Shown>,
    },
}

/// Something to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub id: String,
    pub text: Text,
    /// The track an action belongs to, if any.
    pub track: Option<String>,
    /// Whether pressing that track's drawing does it too.
    pub touch: bool,
}

/// Something to put in order, or to take along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownItem {
    pub id: String,
    pub text: Text,
    /// The member of the cast it is, if it is one.
    pub who: Option<String>,
    /// Its drawing in `assets/desk`, if it has one.
    pub picture: Option<String>,
}

/// A line or a person waiting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownTrack {
    pub id: String,
    pub label: Text,
    pub who: Option<String>,
    /// Whether it rings like a telephone.
    pub rings: bool,
}

/// A dial of a gesture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownDial {
    pub id: String,
    pub label: Text,
    pub positions: Vec<ShownPosition>,
}

/// A position of a dial, with the pose it previews and what it sets in the
/// pose of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPosition {
    pub id: String,
    pub text: Text,
    pub pose: Option<Pose>,
    pub parts: Vec<PosePart>,
}

impl Ask {
    /// The one pose of the dials as far as they are set, each by its position.
    /// The dial turned last has the last word.
    pub fn pose(&self, set: &BTreeMap<String, String>, turned: &str) -> Option<Pose> {
        let Ask::Gesture { dials, pose, .. } = self else { return None };
        let (last, others): (Vec<_>, Vec<_>) = dials.iter().partition(|dial| dial.id == turned);
        let chosen = others.into_iter().chain(last).filter_map(|dial| {
            let position = dial.positions.iter().find(|p| Some(&p.id) == set.get(&dial.id))?;
            Some((position.pose, position.parts.as_slice()))
        });
        Pose::combined(*pose, chosen)
    }
}

/// A hotspot in per cent of the stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownSpot {
    pub id: String,
    pub text: Text,
    /// Where its tag lies; without it the tag hangs above the thing.
    pub at: Option<(u32, u32)>,
    /// Where the thing is that it is about, if it is drawn.
    pub on: Option<(u32, u32)>,
}

/// A field of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownField {
    pub id: String,
    pub label: Text,
    pub choices: Vec<Text>,
    pub mandatory: bool,
}

/// What a session is doing now.
#[derive(Clone, Debug, PartialEq)]
pub enum Now {
    /// Lines are being told; `Continue` goes on.
    Telling,
    /// An activity is open.
    Asking(Box<Asking>),
    /// It is over; the ending's id.
    Ended(String),
}

/// An open activity and how far it has got.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    pub prompt: Prompt,
    /// Session time at which it opened.
    pub since: SessionTime,
    /// Milliseconds of the activity's own time that have gone.
    pub elapsed_ms: u64,
    /// Ids of options or actions that are possible at this moment.
    pub possible: BTreeSet<String>,
    /// What has been pointed out or packed.
    pub toggled: BTreeSet<String>,
    /// What is written in each field.
    pub written: BTreeMap<String, String>,
    /// Where the slider stands.
    pub value: Option<i32>,
    /// How often each track has rung, and whether it was answered.
    pub rings: BTreeMap<String, (u32, bool)>,
    /// Session time until which the trainee is busy with an action.
    pub busy_until: Option<SessionTime>,
}

/// Somebody on the stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    pub spot: Spot,
    pub pose: Pose,
    pub mood: Mood,
    /// Whom they face, if anybody in particular.
    pub facing: Option<String>,
}

/// A meter shown while playing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meter {
    pub variable: String,
    pub label: Text,
    pub min: i32,
    pub max: i32,
    pub value: i32,
    /// Whether a full meter is good news.
    pub high_is_good: bool,
    /// Whose it is: it is shown while they are there.
    pub of: Option<String>,
}

/// The whole state a late-joining shell needs.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub scenario: String,
    pub beat: String,
    pub label: Text,
    /// How many beats have been entered, this one included.
    pub visits: usize,
    pub stage: String,
    pub people: BTreeMap<String, Placed>,
    /// Figures that the run has changed ([`Step::Wear`](crate::scenario::Step::Wear)),
    /// by member of the cast; the others are as the seed drew them.
    pub worn: BTreeMap<String, String>,
    /// The last line told, who said it (`None`: the narrator or a thought).
    /// Things of the stage that have come (`true`) or gone since it was set.
    pub things: BTreeMap<String, bool>,
    pub last_line: Option<(Option<String>, Text)>,
    pub meters: Vec<Meter>,
    pub now: Now,
    pub at: SessionTime,
}
