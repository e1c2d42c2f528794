//! The variations of a scenario that differ in more than words, each by a seed that draws it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::scenario::{Depends, Draw, Script};

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
    /// The variations that these seeds draw, or all there are; at most so many.
    pub fn of(script: &Script, seeds: Option<Range<u64>>, most: usize) -> Variations {
        let depends = Depends::of(script);
        let count = |axes: &mut dyn Iterator<Item = usize>| {
            axes.fold(1_u128, |product, n| product.saturating_mul(n as u128))
        };
        let all = count(&mut script.variations.values().map(BTreeMap::len));
        let matters = |axis: &String| depends.axes.contains(axis);
        let mut lengths =
            script.variations.iter().filter(|(axis, _)| matters(axis)).map(|(_, a)| a.len());
        let different = count(&mut lengths);
        let asked = seeds.is_some();
        let mut met = BTreeSet::new();
        let mut seen = Vec::new();
        let mut cut = false;
        for seed in seeds.unwrap_or(0..MOST_SEEDS) {
            let draw = Draw::new(script, seed);
            let alternatives: BTreeMap<String, String> = draw
                .iter()
                .filter(|(axis, _)| depends.axes.contains(*axis))
                .map(|(axis, alternative)| (axis.to_owned(), alternative.to_owned()))
                .collect();
            if met.contains(&alternatives) {
                continue;
            }
            if seen.len() == most {
                cut = true;
                break;
            }
            met.insert(alternatives.clone());
            seen.push(Variation { seed, alternatives });
            if !asked && seen.len() as u128 == different {
                break;
            }
        }
        let cut = cut || (!asked && (seen.len() as u128) < different);
        Variations { seen, different, all, cut }
    }
}
