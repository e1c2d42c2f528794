//! What comes out of a session.

use crate::scenario::{Attribute, ExpectationPart, Mood, Pose, Spot};
use crate::standard::Text;

use super::{Prompt, SessionTime, Verdict};

/// One thing that happened, in order. Shells show events; they decide nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A beat began. `visit` counts beats entered in this run, from 0.
    BeatEntered {
        beat: String,
        label: Text,
        visit: usize,
    },
    StageSet {
        stage: String,
    },
    Entered {
        who: String,
        spot: Spot,
    },
    Left {
        who: String,
    },
    /// Somebody is drawn as another figure from now on.
    Wore {
        who: String,
        figure: String,
    },
    Posed {
        who: String,
        pose: Pose,
    },
    Looked {
        who: String,
        mood: Mood,
    },
    Faced {
        who: String,
        whom: String,
    },
    Shook {
        a: String,
        b: String,
    },
    /// A line to be read: somebody speaks.
    Said {
        who: String,
        text: Text,
    },
    /// A line to be read: the narrator.
    Told {
        text: Text,
    },
    /// A line to be read: the trainee's own thought.
    Thought {
        text: Text,
    },
    /// A thing of the place is there from now on; the words say what is seen.
    Appeared {
        thing: String,
        text: Text,
    },
    /// A thing of the place is gone.
    Vanished {
        thing: String,
        text: Text,
    },
    Sounded {
        sound: String,
    },
    /// The trainee is asked; the answer is awaited from now on.
    Asked {
        prompt: Box<Prompt>,
    },
    /// A line rang for the `count`th time.
    Rang {
        track: String,
        label: Text,
        count: u32,
    },
    /// A line was lifted or a person attended to: it rings no more.
    TrackAnswered {
        track: String,
    },
    /// The trainee did something; the words describe it.
    Acted {
        mark: String,
        text: Text,
    },
    /// A closer look at a spot or an item.
    Noticed {
        id: String,
        text: Text,
    },
    /// Time ran out before the trainee ended the activity.
    TimeUp,
    /// The activity is over.
    Answered {
        beat: String,
    },
    /// A variable has a new value.
    Changed {
        variable: String,
        value: i32,
    },
    /// A customer perceived something.
    Perceived {
        who: String,
        attribute: Attribute,
        tenths: i32,
        why: Text,
    },
    /// A customer's expectation moved.
    Expected {
        who: String,
        part: ExpectationPart,
        tenths: i32,
    },
    /// One standard got one verdict.
    Judged(Judgement),
    /// An earlier miss was repaired: index into the judgements of this run.
    Recovered {
        index: usize,
        standard: String,
    },
    /// The run is over.
    Ended {
        ending: String,
        text: Text,
    },
}

/// One verdict on one standard at one opportunity, and what led to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    pub standard: String,
    pub verdict: Verdict,
    /// The beat, and which visit of the run it was.
    pub beat: String,
    pub visit: usize,
    pub at: SessionTime,
    /// What the trainee did, in words.
    pub did: Text,
    /// What would have worked; may be empty.
    pub better: Text,
    /// Why it matters to this customer; may be empty.
    pub why: Text,
    /// The house ruling used, if the sources are silent or disagree.
    pub ruling: Text,
}
