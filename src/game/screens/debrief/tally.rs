//! How often the standards of each domain were met, in this run and in those before it.

use std::collections::BTreeMap;

use super::marks::SHOWN;
use crate::record::Attempt;
use crate::session::Verdict;
use crate::standard::{Catalogue, Text};

/// How often each verdict was given, in the order of their marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts([usize; SHOWN.len()]);

impl Counts {
    fn add(&mut self, verdict: Verdict) {
        if let Some(place) = SHOWN.iter().position(|v| *v == verdict) {
            self.0[place] += 1;
        }
    }

    /// The verdicts that were given, with how often.
    pub(super) fn given(self) -> impl Iterator<Item = (Verdict, usize)> {
        SHOWN.into_iter().zip(self.0).filter(|(_, count)| *count > 0)
    }

    pub(super) fn all(self) -> usize {
        self.0.iter().sum()
    }

    /// How many of a hundred were met.
    pub(super) fn met_share(self) -> usize {
        (self.0[0] * 200 + self.all()) / (self.all() * 2).max(1)
    }
}

/// One domain's part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) domain: Text,
    pub(super) now: Counts,
    /// In the whole runs before this one.
    pub(super) before: Counts,
}

/// The domains that were tested in this run or before, the most tested first.
pub(super) fn tally<'a>(
    now: impl Iterator<Item = (&'a str, Verdict)>,
    earlier: &'a [Attempt],
    catalogue: &Catalogue,
) -> Vec<Tally> {
    let mut counts: BTreeMap<&str, (Counts, Counts)> = BTreeMap::new();
    let domain = |id: &str| catalogue.get(id).map(|standard| standard.domain.as_str());
    for (standard, verdict) in now {
        if let Some(domain) = domain(standard) {
            counts.entry(domain).or_default().0.add(verdict);
        }
    }
    for kept in whole(earlier).flat_map(|attempt| &attempt.verdicts) {
        if let Some(domain) = domain(&kept.standard) {
            counts.entry(domain).or_default().1.add(kept.verdict);
        }
    }
    let mut tallies: Vec<Tally> = catalogue
        .domains()
        .iter()
        .filter_map(|domain| {
            let (now, before) = *counts.get(domain.id.as_str())?;
            let any = now.all() + before.all() > 0;
            any.then(|| Tally { domain: domain.title.clone(), now, before })
        })
        .collect();
    tallies.sort_by_key(|tally| std::cmp::Reverse((tally.now.all(), tally.before.all())));
    tallies
}

/// Those played from start to end; practice repeats a part of another run.
pub(super) fn whole(earlier: &[Attempt]) -> impl Iterator<Item = &Attempt> {
    earlier.iter().filter(|attempt| !attempt.begun.is_practice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_and_nothing_is_none() {
        let counts = |met, missed| Counts([met, 0, 0, missed, 0]);
        for (counts, share) in [
            (counts(2, 1), 67),
            (counts(1, 2), 33),
            (counts(1, 1), 50),
            (counts(3, 0), 100),
            (counts(0, 0), 0),
        ] {
            assert_eq!(counts.met_share(), share, "{counts:?}");
        }
        assert_eq!(counts(2, 1).given().count(), 2);
    }
}
