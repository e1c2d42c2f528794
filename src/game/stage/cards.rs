//! Giving and taking cards: a pose put together from the hands, the height, the print and what else is held.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::rig::{Arm, Arms, Hold, Holder, PoseSpec};
use crate::scenario::{CardPose, Free, Hands, Height, Print};

/// The parts that card poses are put together from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cards {
    /// Body and arms at each height.
    pub heights: BTreeMap<Height, Deeds>,
    /// The thing in `props.svg` that is the card, for each turn of its print.
    pub prints: BTreeMap<Print, String>,
    /// The other arm and what lies in its hand.
    pub free: BTreeMap<Free, Other>,
}

/// Who gives and who takes, at one height.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deeds {
    pub give: Ways,
    pub take: Ways,
}

/// With two hands and with one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ways {
    pub both: Both,
    pub one: One,
}

/// Two hands at one card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Both {
    pub reach: f32,
    #[serde(default)]
    pub lean: f32,
    #[serde(default)]
    pub head: f32,
    pub near: Arm,
    pub far: Arm,
    /// Where the card is, in the drawing of a standing person, and its angle.
    #[serde(default)]
    pub card: Option<Lies>,
}

/// One hand, whichever it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct One {
    pub reach: f32,
    #[serde(default)]
    pub lean: f32,
    #[serde(default)]
    pub head: f32,
    pub arm: Arm,
    /// Where the card is from the wrist, and its angle.
    #[serde(default)]
    pub card: Option<Lies>,
}

/// Where a card lies and how it is turned.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lies {
    pub at: (f32, f32),
    #[serde(default)]
    pub turn: f32,
}

/// What the hand does that has no part in it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Other {
    /// Without one the arm hangs down.
    pub arm: Option<Arm>,
    /// Things in that hand, from the wrist.
    pub things: Vec<Thing>,
}

/// A thing in the other hand.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Thing {
    pub prop: String,
    pub at: (f32, f32),
    #[serde(default)]
    pub turn: f32,
    /// Its height in the pile.
    #[serde(default = "held")]
    pub z: f32,
}

fn held() -> f32 {
    66.0
}

impl Cards {
    /// The whole pose of these parts; `None` if the rig lacks one of them.
    pub(super) fn spec(&self, card: CardPose) -> Option<PoseSpec> {
        let deeds = self.heights.get(&card.height)?;
        let ways = if card.gives { &deeds.give } else { &deeds.take };
        let prop = self.prints.get(&card.print)?;
        let other = self.free.get(&card.free)?;
        let (both, one) = (&ways.both, &ways.one);
        let of = |at: &Lies, by: Holder, level: bool| Hold {
            prop: prop.clone(),
            by,
            at: at.at,
            turn: at.turn,
            level,
            z: held(),
        };
        let two = |arms: Arms, holds: Vec<Hold>| PoseSpec {
            reach: both.reach,
            lean: both.lean,
            head: both.head,
            arms,
            holds,
            ..PoseSpec::default()
        };
        let (near, far) = (Some(both.near.clone()), Some(both.far.clone()));
        let single = |right: bool| {
            let (mine, rest) =
                if right { (Holder::Right, Holder::Left) } else { (Holder::Left, Holder::Right) };
            let (own, idle) = (Some(one.arm.clone()), other.arm.clone());
            let (right, left) = if right { (own, idle) } else { (idle, own) };
            let cards = one.card.iter().map(|at| of(at, mine, true));
            let others = other.things.iter().map(|thing| Hold {
                prop: thing.prop.clone(),
                by: rest,
                at: thing.at,
                turn: thing.turn,
                level: true,
                z: thing.z,
            });
            PoseSpec {
                reach: one.reach,
                lean: one.lean,
                head: one.head,
                arms: Arms::Own { right, left },
                holds: cards.chain(others).collect(),
                ..PoseSpec::default()
            }
        };
        Some(match card.hands {
            Hands::Both => {
                let holds = both.card.iter().map(|at| of(at, Holder::Chest, false)).collect();
                two(Arms::Seen { near, far }, holds)
            }
            // Each hand its own card: held as one hand would.
            Hands::Each => {
                let holds = one
                    .card
                    .iter()
                    .flat_map(|at| [Holder::Near, Holder::Far].map(|by| of(at, by, true)));
                two(Arms::Seen { near, far }, holds.collect())
            }
            Hands::Right => single(true),
            Hands::Left => single(false),
        })
    }
}
