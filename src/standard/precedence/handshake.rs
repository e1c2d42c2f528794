//! Who offers a hand first (`conflicts.md` §2.3).

use super::order::{Tally, sequence, tally};
use super::{
    Confidence, First, Reason, Ruling, clearly_older, counted_married, counted_woman, customer,
    higher_rank, only, slightly_older,
};
use crate::standard::{Occasion, Person, Phase, Profile, Role, Side};

/// Who offers a hand first.
///
/// A person whose rank, age or sex is not known is never guessed: the key is
/// skipped. When one of the two does not shake hands, nobody offers.
pub fn handshake(
    a: &Person,
    b: &Person,
    occasion: Occasion,
    phase: Phase,
    profile: &Profile,
) -> Ruling {
    if !a.shakes || !b.shakes {
        return Ruling::new(First::Nobody, Confidence::NoHandshake, "H0", Reason::CannotShake);
    }
    by_place(a, b, phase)
        .or_else(|| (occasion == Occasion::Formal).then(|| by_standing(a, b)).flatten())
        .or_else(|| by_person(a, b, occasion, profile))
        .or_else(|| {
            let first = (occasion == Occasion::Social).then(|| higher_rank(a, b)).flatten()?;
            Some(Ruling::preferred(first, "H7", Reason::RankLast))
        })
        .unwrap_or(Ruling::new(First::Nobody, Confidence::Either, "H8", Reason::Nothing))
}

/// H1: the host's hand welcomes, the guest's hand takes leave.
fn by_place(a: &Person, b: &Person, phase: Phase) -> Option<Ruling> {
    let host = match (a.role, b.role) {
        (Role::Host, Role::Guest) => First::A,
        (Role::Guest, Role::Host) => First::B,
        _ => return None,
    };
    match phase {
        Phase::Arrival => Some(Ruling::new(host, Confidence::Firm, "H1", Reason::HostOnArrival)),
        Phase::Departure => {
            Some(Ruling::new(host.swapped(), Confidence::Firm, "H1", Reason::GuestOnDeparture))
        }
        Phase::Neutral => None,
    }
}

/// H2: position, then the customer's side.
fn by_standing(a: &Person, b: &Person) -> Option<Ruling> {
    if let Some(first) = higher_rank(a, b) {
        let (higher, lower) = if first == First::A { (a, b) } else { (b, a) };
        let courtesy = lower.side == Side::Customer && higher.side == Side::Ours;
        return Some(Ruling::firm_unless(courtesy, first, "H2", Reason::HigherRank));
    }
    customer(a, b).map(|first| Ruling::preferred(first, "H2", Reason::CustomerSide))
}

/// H3–H6: a large gap in age, sex and marriage where the house counts them, a
/// small gap in age.
fn by_person(a: &Person, b: &Person, occasion: Occasion, profile: &Profile) -> Option<Ruling> {
    let formal = occasion == Occasion::Formal;
    let woman = counted_woman(a, b, occasion, profile);
    let married = counted_married(a, b, profile);
    if let Some(first) = clearly_older(a, b) {
        let other = Some(first.swapped());
        let disputed = woman == other || married == other;
        let ruling = Ruling::firm_unless(disputed, first, "H3", Reason::ClearlyOlder);
        return Some(if formal { capped(ruling) } else { ruling });
    }
    if let Some(first) = woman {
        let ruling = Ruling::new(first, Confidence::Firm, "H4", Reason::Woman);
        return Some(if formal { capped(ruling) } else { ruling });
    }
    if let Some(first) = married {
        return Some(Ruling::preferred(first, "H5", Reason::Married));
    }
    slightly_older(a, b).map(|first| Ruling::preferred(first, "H6", Reason::SlightlyOlder))
}

/// Preferred at most: on formal occasions these keys only stand in for rank.
fn capped(ruling: Ruling) -> Ruling {
    Ruling { confidence: Confidence::Preferred, ..ruling }
}

/// Whose hand a host takes first among two arriving guests: the principal
/// guest, then H2 (formal) or H3–H6 (social).
fn in_line(
    guests: &[Person],
    principal: Option<usize>,
    (a, b): (usize, usize),
    occasion: Occasion,
    profile: &Profile,
) -> Option<Ruling> {
    if let Some(first) = only(principal == Some(a), principal == Some(b)) {
        return Some(Ruling::preferred(first, "H2", Reason::PrincipalGuest));
    }
    let (a, b) = (guests.get(a)?, guests.get(b)?);
    match occasion {
        Occasion::Formal => by_standing(a, b),
        Occasion::Social => by_person(a, b, occasion, profile),
    }
}

/// In which order a host takes a line of guests, as indices into `guests`.
///
/// Guests stand in `guests` from the nearest on; where nothing separates two,
/// the nearer one comes first.
pub fn line(
    guests: &[Person],
    principal: Option<usize>,
    occasion: Occasion,
    profile: &Profile,
) -> Vec<usize> {
    sequence(guests.len(), |a, b| {
        in_line(guests, principal, (a, b), occasion, profile).map(|r| r.first)
    })
}

/// How far an order of hands agrees with the rules, on the pairs that are firm.
pub fn line_tally(
    taken: &[usize],
    guests: &[Person],
    principal: Option<usize>,
    occasion: Occasion,
    profile: &Profile,
) -> Tally {
    tally(taken, |a, b| {
        in_line(guests, principal, (a, b), occasion, profile)
            .filter(|r| r.confidence == Confidence::Firm)
            .map(|r| r.first)
    })
}
