//! Who goes first: handshakes, introductions, tea (`conflicts.md` §2).

use super::{Occasion, Person, Phase, Profile};

/// Which of the two people a rule names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum First {
    /// The first person given.
    A,
    /// The second person given.
    B,
    /// Neither: a tie, or no handshake at all.
    Nobody,
}

/// How sure a ruling is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A clause decides and none points the other way.
    Firm,
    /// The sources leave room, disagree, or the ruling is the house's.
    Preferred,
    /// Nothing separates them.
    Either,
    /// Somebody cannot or would rather not shake hands.
    NoHandshake,
}

/// Who goes first, how surely, and by which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    pub first: First,
    pub confidence: Confidence,
    /// `H0` … `H8` or `I1` … `I8`.
    pub rule: &'static str,
}

/// Who offers a hand first (`conflicts.md` §2.3).
pub fn handshake(
    a: &Person,
    b: &Person,
    occasion: Occasion,
    phase: Phase,
    profile: &Profile,
) -> Ruling {
    let _ = (a, b, occasion, phase, profile);
    Ruling { first: First::Nobody, confidence: Confidence::Either, rule: "H8" }
}
