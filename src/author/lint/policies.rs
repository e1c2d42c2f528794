//! What playing without reading earns, and whether a perfect run exists for every seed.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::author::explore::in_parallel;
use crate::author::{Policy, play};
use crate::say;
use crate::score::scorecard;
use crate::session::{Session, Setup, TimerSetting, Verdict};
use crate::source::Path;

use super::Context;

/// The seeds every promise is kept for.
const SEEDS: std::ops::Range<u64> = 0..100;

/// What no naïve policy may reach, in tenths of a point.
const TOO_MUCH: i64 = 700;

/// Verdicts some run gave, by standard, and the beats it came through.
#[derive(Default)]
pub(super) struct Met {
    pub(super) verdicts: BTreeSet<(String, Verdict)>,
    pub(super) beats: BTreeSet<String>,
    pub(super) endings: BTreeSet<String>,
    /// Verdicts at their place: beat, standard.
    pub(super) judged: BTreeSet<(String, String)>,
    /// Ways taken: from, to.
    pub(super) exits: BTreeSet<(String, String)>,
}

impl Met {
    fn add(&mut self, session: &Session) {
        for judgement in session.judgements() {
            self.judged.insert((judgement.beat, judgement.standard.clone()));
            self.verdicts.insert((judgement.standard, judgement.verdict));
        }
        self.beats.extend(session.visits().iter().map(|visit| visit.beat.clone()));
        let ways = session.ways().map(|(from, to)| (from.to_owned(), to.to_owned()));
        self.exits.extend(ways);
        self.endings.extend(session.ending().map(str::to_owned));
    }
}

/// Plays every seed by every policy; gives what those runs met.
pub(super) fn check(context: &mut Context<'_>) -> Met {
    let mut met = Met::default();
    let seeds: Vec<u64> = SEEDS.collect();
    let (scenario, catalogue) = (context.scenario, context.catalogue);
    let profile = context.profile;
    let run = |seed: u64, policy: Policy| {
        let setup = Setup { profile: Arc::clone(profile), seed, timers: TimerSetting::default() };
        let session = play(scenario, catalogue, &setup, policy);
        let score = scorecard(&session.judgements(), catalogue, profile).score.tenths();
        (session, score)
    };
    for policy in Policy::NAIVE {
        let runs = in_parallel(&seeds, |seed| run(*seed, policy));
        runs.iter().for_each(|(session, _)| met.add(session));
        let scores: Vec<i64> = runs.iter().map(|(_, score)| *score).collect();
        // Dice may fall well once; they must not fall well on the whole.
        let (worst, seed) = if policy == Policy::Random {
            let count = i64::try_from(scores.len()).unwrap_or(1).max(1);
            (scores.iter().sum::<i64>() / count, None)
        } else {
            let top = scores.iter().enumerate().max_by_key(|(_, score)| **score);
            top.map_or((0, None), |(at, score)| (*score, Some(seeds[at])))
        };
        if worst >= TOO_MUCH {
            let points = format!("{}.{}", worst / 10, worst % 10);
            let found = match seed {
                Some(seed) => say!(
                    "走法 `{policy}` 在种子 {seed} 下拿到 {points} 分",
                    "the policy `{policy}` reaches {points} with seed {seed}"
                ),
                None => say!(
                    "走法 `{policy}` 平均拿到 {points} 分",
                    "the policy `{policy}` reaches {points} on the average"
                ),
            };
            let path = Path::root().name("beats");
            let expected = say!("低于 70 分", "less than 70");
            context.slip("naive-policy", &policy.to_string(), path, found, expected);
        }
    }
    let best = in_parallel(&seeds, |seed| run(*seed, Policy::Best));
    for ((session, score), seed) in best.iter().zip(&seeds) {
        met.add(session);
        if *score < 1_000 {
            let points = format!("{}.{}", score / 10, score % 10);
            let found = say!(
                "种子 {seed} 下，找到的最好走法只得 {points} 分",
                "the best run found with seed {seed} gets {points}"
            );
            let expected = say!(
                "0 到 99 的每个种子都有得 100 分的走法",
                "a run that gets 100 for every seed from 0 to 99"
            );
            let path = Path::root().name("beats");
            context.slip("imperfect-seed", &seed.to_string(), path, found, expected);
            // One such seed says it all.
            break;
        }
    }
    met
}
