//! What happens in a scenario: steps, and what of a person they change.

use serde::Deserialize;

use crate::standard::Text;

use super::{Attribute, ExpectationPart, Number, Tenths, When};

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

/// What a body can be seen doing.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pose {
    /// Upright, hands at ease.
    #[default]
    Stand,
    /// A nod of the head.
    Nod,
    /// A slight bow.
    Bow15,
    /// A bow.
    Bow30,
    /// A deep bow.
    Bow45,
    /// Right hand out, waiting to be taken.
    OfferHand,
    /// Left hand out.
    OfferLeftHand,
    /// A card held out in both hands at chest height.
    OfferCard,
    /// A card held out in both hands at the waist.
    OfferCardLow,
    /// A card held out in both hands as high as a face.
    OfferCardHigh,
    /// A card held out in both hands at chest height, its print turned to the giver.
    OfferCardWrongWay,
    /// A card held out in the right hand alone.
    OfferCardOneHand,
    /// A card held out in the left hand alone.
    OfferCardLeftHand,
    /// The right hand gives a card, a stack of cards lies in the left palm.
    OfferCardStack,
    /// A stack of cards lies in the left palm, the right hand is free.
    HoldStack,
    /// Both hands out to take a card.
    ReceiveCard,
    /// The right hand alone out to take a card.
    ReceiveCardOneHand,
    /// A card held up and read.
    ReadCard,
    /// A receiver at the ear.
    Phone,
    /// Holding a telephone up to film.
    Film,
    /// A sheet or form in the hands.
    HoldPaper,
    /// Holding a cup in front with both hands.
    HoldCup,
    /// A cup in the left hand, the right hand is free.
    HoldCupLeft,
    /// A form held out to somebody with both hands at chest height.
    HoldForm,
    /// Carrying a tray with glasses before the belly.
    HoldTray,
    /// An open umbrella held up in the right hand.
    HoldUmbrella,
    /// Drawing a chair back for somebody.
    PullChair,
    /// Pouring tea from a pot into a cup.
    PourTea,
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

impl Pose {
    /// Whether something is held out for another to take.
    #[must_use]
    pub fn gives(self) -> bool {
        matches!(
            self,
            Pose::OfferCard
                | Pose::OfferCardLow
                | Pose::OfferCardHigh
                | Pose::OfferCardWrongWay
                | Pose::OfferCardOneHand
                | Pose::OfferCardLeftHand
                | Pose::OfferCardStack
                | Pose::HoldForm
        )
    }

    /// Whether empty hands are out to take what another gives.
    #[must_use]
    pub fn takes(self) -> bool {
        matches!(self, Pose::ReceiveCard | Pose::ReceiveCardOneHand)
    }

    /// Whether an empty hand is held out to somebody: it comes down when it is
    /// taken, and when its owner walks away.
    #[must_use]
    pub fn is_hand_out(self) -> bool {
        matches!(self, Pose::OfferHand | Pose::OfferLeftHand | Pose::ReachAcross)
    }
}
