//! Who is served tea first, and which principle a slip broke (`conflicts.md` §2.5).

use std::collections::{BTreeMap, BTreeSet};

use super::order::{Tally, sequence, tally};
use super::{First, gender_applies, greater, higher_rank, only, woman};
use crate::standard::{GenderKey, Occasion, Person, Profile, Role, TeaOrder};

/// The four principles of serving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TeaKey {
    /// `tea-women-first`
    Woman,
    /// `tea-guest-before-host`
    Guest,
    /// `tea-elder-before-younger`
    Older,
    /// `tea-senior-before-junior`
    Rank,
}

impl TeaKey {
    /// The standard that is scored on the pairs this key decides.
    pub fn standard(self) -> &'static str {
        match self {
            TeaKey::Woman => "tea-women-first",
            TeaKey::Guest => "tea-guest-before-host",
            TeaKey::Older => "tea-elder-before-younger",
            TeaKey::Rank => "tea-senior-before-junior",
        }
    }
}

/// Which of two is served first, and by which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TeaRuling {
    pub first: First,
    pub key: TeaKey,
}

/// How a serving order went: over all pairs, and over each key's own pairs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeaTally {
    pub all: Tally,
    /// Keys that decide no pair are left out.
    pub by_key: BTreeMap<TeaKey, Tally>,
}

/// The keys of this house on this occasion, the most important first.
fn keys(occasion: Occasion, profile: &Profile) -> Vec<TeaKey> {
    use TeaKey::{Guest, Older, Rank, Woman};
    match profile.tea_order {
        // A house that has turned sex off altogether never serves by it.
        TeaOrder::Listed if profile.gender == GenderKey::Off => vec![Guest, Older, Rank],
        TeaOrder::Listed => vec![Woman, Guest, Older, Rank],
        TeaOrder::GuestFirst if gender_applies(occasion, profile) => {
            vec![Guest, Woman, Older, Rank]
        }
        TeaOrder::GuestFirst => vec![Guest, Older, Rank],
        TeaOrder::Business => vec![Guest, Rank, Older],
    }
}

/// Which of two people is served first; `None` when they are equal on every key.
///
/// The first key on which they are known to differ decides.
pub fn tea_first(
    a: &Person,
    b: &Person,
    occasion: Occasion,
    profile: &Profile,
) -> Option<TeaRuling> {
    keys(occasion, profile).into_iter().find_map(|key| {
        let first = match key {
            TeaKey::Woman => woman(a, b),
            TeaKey::Guest => only(a.role == Role::Guest, b.role == Role::Guest),
            TeaKey::Older => greater(a.age, b.age),
            TeaKey::Rank => higher_rank(a, b),
        }?;
        Some(TeaRuling { first, key })
    })
}

/// In which order these people are served, as indices into `people`.
///
/// People stand in `people` clockwise from the principal guest, which is the
/// order of those who tie.
pub fn tea_sequence(people: &[Person], occasion: Occasion, profile: &Profile) -> Vec<usize> {
    sequence(people.len(), |a, b| ruling(people, (a, b), occasion, profile).map(|r| r.first))
}

/// How far a serving order agrees with the rules.
///
/// Whoever is in `agitated` was left until calm; that is never an inversion.
/// Indices that name nobody are ignored.
pub fn tea_tally(
    served: &[usize],
    people: &[Person],
    agitated: &BTreeSet<usize>,
    occasion: Occasion,
    profile: &Profile,
) -> TeaTally {
    let served: Vec<usize> = served.iter().copied().filter(|i| !agitated.contains(i)).collect();
    let decided = |pair| ruling(people, pair, occasion, profile);
    let mut by_key = BTreeMap::new();
    for key in keys(occasion, profile) {
        let own = tally(&served, |a, b| decided((a, b)).filter(|r| r.key == key).map(|r| r.first));
        if own.determined > 0 {
            by_key.insert(key, own);
        }
    }
    TeaTally { all: tally(&served, |a, b| decided((a, b)).map(|r| r.first)), by_key }
}

fn ruling(
    people: &[Person],
    (a, b): (usize, usize),
    occasion: Occasion,
    profile: &Profile,
) -> Option<TeaRuling> {
    tea_first(people.get(a)?, people.get(b)?, occasion, profile)
}
