//! The variations of a scenario that differ in more than words, each by a seed that draws it.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::{Depends, Draw, Script};

use super::Choose;

/// How many seeds are drawn in search of the variations.
const MOST_SEEDS: u64 = 100_000;

/// One way the axes that matter may fall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variation {
    /// The smallest seed that draws it.
    pub seed: u64,
    /// The alternative of each axis that matters.
    pub alternatives: BTreeMap<String, String>,
}

/// The variations looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variations {
    /// In order of their seeds.
    pub seen: Vec<Variation>,
    /// How many there are that differ in more than words.
    pub different: u128,
    /// How many there are with those that differ in words alone.
    pub all: u128,
    /// Whether some that were asked for are not among those seen.
    pub cut: bool,
}

impl Variations {
    /// The variations that are to be looked at; at most so many.
    pub fn of(script: &Script, choose: &Choose, most: usize) -> Variations {
        let depends = Depends::of(script);
        let lengths = |all: bool| {
            let axes = script.variations.iter();
            axes.filter(|(axis, _)| all || depends.axes.contains(*axis))
                .fold(1_u128, |product, (_, a)| product.saturating_mul(a.len() as u128))
        };
        let (all, different) = (lengths(true), lengths(false));
        let seeds = match choose {
            Choose::Seeds(seeds) => seeds.clone(),
            Choose::All | Choose::EachAlternative => 0..MOST_SEEDS,
        };
        // What has to be met for the search to be over.
        let mut unmet: BTreeSet<(String, String)> = script
            .variations
            .iter()
            .filter(|(axis, _)| depends.axes.contains(*axis))
            .flat_map(|(axis, a)| a.keys().map(|id| (axis.clone(), id.clone())))
            .collect();
        let mut met = BTreeSet::new();
        let mut seen: Vec<Variation> = Vec::new();
        let mut cut = false;
        for seed in seeds {
            let done = match choose {
                Choose::All => seen.len() as u128 == different,
                Choose::EachAlternative => unmet.is_empty() && !seen.is_empty(),
                Choose::Seeds(_) => false,
            };
            if done {
                break;
            }
            let draw = Draw::new(script, seed);
            let alternatives: BTreeMap<String, String> = draw
                .iter()
                .filter(|(axis, _)| depends.axes.contains(*axis))
                .map(|(axis, alternative)| (axis.to_owned(), alternative.to_owned()))
                .collect();
            let before = unmet.len();
            unmet.retain(|(axis, id)| alternatives.get(axis) != Some(id));
            let new = match choose {
                Choose::EachAlternative => unmet.len() < before || seen.is_empty(),
                Choose::All | Choose::Seeds(_) => met.insert(alternatives.clone()),
            };
            if !new {
                continue;
            }
            if seen.len() == most {
                cut = true;
                break;
            }
            seen.push(Variation { seed, alternatives });
        }
        let whole = match choose {
            Choose::All => seen.len() as u128 >= different,
            Choose::EachAlternative => unmet.is_empty(),
            Choose::Seeds(_) => true,
        };
        Variations { seen, different, all, cut: cut || !whole }
    }
}
