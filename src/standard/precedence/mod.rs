//! Who goes first: handshakes, introductions, tea (`conflicts.md` §2).

mod handshake;
mod introduction;
mod order;
mod tea;

use super::{Age, GenderKey, Married, Occasion, Person, Profile, Sex, Side};

pub use handshake::{handshake, line, line_tally};
pub use introduction::introduction;
pub use order::{OrderGrade, Tally};
pub use tea::{TeaKey, TeaRuling, TeaTally, tea_first, tea_sequence, tea_tally};

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

impl First {
    /// The same person when the two are named the other way round.
    #[must_use]
    pub fn swapped(self) -> First {
        match self {
            First::A => First::B,
            First::B => First::A,
            First::Nobody => First::Nobody,
        }
    }
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

/// What decided between two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Somebody does not shake hands: a nod instead.
    CannotShake,
    /// The host's hand welcomes.
    HostOnArrival,
    /// The guest's hand takes leave.
    GuestOnDeparture,
    /// The higher position.
    HigherRank,
    /// Equal or unknown rank: the customer as the more honoured side.
    CustomerSide,
    /// Two age bands apart or more.
    ClearlyOlder,
    /// The woman, where the house counts sex.
    Woman,
    /// The married one, where the house drills the source text.
    Married,
    /// One age band apart.
    SlightlyOlder,
    /// Rank, when nothing that counts more separates them.
    RankLast,
    /// The principal guest of a line of people.
    PrincipalGuest,
    /// Nothing separates them.
    Nothing,
}

/// Who goes first, how surely, by which rule and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    pub first: First,
    pub confidence: Confidence,
    /// `H0` … `H8` or `I1` … `I8`.
    pub rule: &'static str,
    /// What decided.
    pub reason: Reason,
    /// Whether another key that counts here points the other way.
    pub disputed: bool,
}

impl Ruling {
    fn new(first: First, confidence: Confidence, rule: &'static str, reason: Reason) -> Ruling {
        Ruling { first, confidence, rule, reason, disputed: false }
    }

    fn preferred(first: First, rule: &'static str, reason: Reason) -> Ruling {
        Ruling::new(first, Confidence::Preferred, rule, reason)
    }

    /// Firm, unless another key points the other way: then preferred.
    fn firm_unless(disputed: bool, first: First, rule: &'static str, reason: Reason) -> Ruling {
        let confidence = if disputed { Confidence::Preferred } else { Confidence::Firm };
        Ruling { first, confidence, rule, reason, disputed }
    }

    /// The same ruling when the two are named the other way round.
    #[must_use]
    pub fn swapped(self) -> Ruling {
        Ruling { first: self.first.swapped(), ..self }
    }
}

/// Whichever of two values is the greater; `None` when one is unknown or they are equal.
fn greater<T: Ord>(a: Option<T>, b: Option<T>) -> Option<First> {
    match a?.cmp(&b?) {
        std::cmp::Ordering::Greater => Some(First::A),
        std::cmp::Ordering::Less => Some(First::B),
        std::cmp::Ordering::Equal => None,
    }
}

/// The one of whom something holds, when it does not hold of both.
fn only(a: bool, b: bool) -> Option<First> {
    match (a, b) {
        (true, false) => Some(First::A),
        (false, true) => Some(First::B),
        _ => None,
    }
}

fn higher_rank(a: &Person, b: &Person) -> Option<First> {
    greater(a.rank, b.rank)
}

/// The customer, when the other is one of ours.
fn customer(a: &Person, b: &Person) -> Option<First> {
    match (a.side, b.side) {
        (Side::Customer, Side::Ours) => Some(First::A),
        (Side::Ours, Side::Customer) => Some(First::B),
        _ => None,
    }
}

/// The older one and by how many bands.
fn older(a: &Person, b: &Person) -> Option<(First, i32)> {
    let gap = a.age.map(Age::band)? - b.age.map(Age::band)?;
    match gap {
        0 => None,
        1.. => Some((First::A, gap)),
        _ => Some((First::B, -gap)),
    }
}

/// The older one if the gap is as wide as asked: two bands or more, or exactly one.
fn clearly_older(a: &Person, b: &Person) -> Option<First> {
    older(a, b).filter(|(_, gap)| *gap >= 2).map(|(first, _)| first)
}

fn slightly_older(a: &Person, b: &Person) -> Option<First> {
    older(a, b).filter(|(_, gap)| *gap == 1).map(|(first, _)| first)
}

/// Whether this house lets sex count on this occasion.
fn gender_applies(occasion: Occasion, profile: &Profile) -> bool {
    match profile.gender {
        GenderKey::Off => false,
        GenderKey::Social => occasion == Occasion::Social,
        GenderKey::Always => true,
    }
}

/// The woman, when the other is known to be a man.
fn woman(a: &Person, b: &Person) -> Option<First> {
    only(a.sex? == Sex::Woman, b.sex? == Sex::Woman)
}

/// The married one, when the other is known not to be.
fn married(a: &Person, b: &Person) -> Option<First> {
    only(a.married? == Married::Yes, b.married? == Married::Yes)
}

/// The woman, where the house lets sex count.
fn counted_woman(a: &Person, b: &Person, occasion: Occasion, profile: &Profile) -> Option<First> {
    if gender_applies(occasion, profile) { woman(a, b) } else { None }
}

/// The married one, where the house drills the marriage rules.
fn counted_married(a: &Person, b: &Person, profile: &Profile) -> Option<First> {
    if profile.marital { married(a, b) } else { None }
}
