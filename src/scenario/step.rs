//! What happens in a scenario: steps, and what of a person they change.

use serde::Deserialize;

use crate::standard::Text;

use super::{Attribute, ExpectationPart, Number, Pose, Tenths, When};

/// One thing that happens on stage or to the numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Step {
    /// Somebody speaks: who, and the words.
    Say(String, Text),
    /// The narrator tells.
    Tell(Text),
    /// The trainee's own thought.
    Think(Text),
    /// Somebody's face changes: who, and how.
    Look(String, Mood),
    /// Somebody takes a pose and keeps it: who, and which.
    Pose(String, Pose),
    /// A thing of the place is there from now on, until the place changes: a
    /// sheet on the counter, a receiver back on its base. Which things a place
    /// has stands in `assets/stages/ID.ron`.
    Put(String),
    /// A thing of the place is gone from now on.
    Clear(String),
    /// Two people shake hands.
    Shake(String, String),
    /// Somebody comes on: who, and where.
    Enter(String, Spot),
    /// Somebody goes off.
    Leave(String),
    /// Somebody looks different from now on, for the rest of the run: who, and
    /// which figure (a folder in `assets/characters`). Gloves come off, a badge goes on.
    Wear(String, String),
    /// The first turns to the second.
    Face(String, String),
    /// A sound is heard (a file in `assets/sounds`).
    Sound(String),
    /// A variable takes a value: which, and what.
    Set(String, Number),
    /// A variable rises or falls: which, and by how much. It stops at its bounds.
    Add(String, i32),
    /// A customer perceives something: who, which attribute, by how much, and why.
    Perceive(String, Attribute, Tenths, Text),
    /// A customer's expectation moves: whose, which part, and by how much.
    Expect(String, ExpectationPart, Tenths),
    /// Steps that depend on something.
    If {
        /// What it depends on.
        when: When,
        /// What happens when it holds.
        then: Vec<Step>,
        /// What happens when it does not.
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
