//! The best and the worst run of each variation, and whether that is proved.

use std::sync::Arc;

use crate::author::{Policy, play};
use crate::scenario::Scenario;
use crate::score::{Score, outcome};
use crate::session::{Session, Setup};
use crate::standard::Catalogue;

use super::Way;

/// The highest and lowest scores of a scenario.
#[derive(Clone, Debug)]
pub struct Extremes {
    /// The best run of the variation whose best run is worst: what a perfect
    /// trainee gets at least.
    pub best: Extreme,
    /// The worst run of all.
    pub worst: Extreme,
}

/// One run that no other was found to beat.
#[derive(Clone, Debug)]
pub struct Extreme {
    pub score: Score,
    pub way: Way,
    /// Whether no run can be beyond it: 100 for the best, 0 for the worst.
    /// Otherwise it is the furthest a search came.
    pub proved: bool,
}

impl Extremes {
    pub(super) fn of(scenario: &Arc<Scenario>, catalogue: &Catalogue, setup: Setup) -> Extremes {
        let one = |policy: Policy, edge: i64| {
            let session: Session = play(scenario, catalogue, &setup, policy);
            let score = outcome(&session, catalogue).card.score;
            Extreme { score, way: Way::of(&session), proved: score.tenths() == edge }
        };
        Extremes { best: one(Policy::Best, 1_000), worst: one(Policy::Worst, 0) }
    }

    /// Over all variations; `None` of none.
    pub(super) fn over(each: Vec<Extremes>) -> Option<Extremes> {
        let best = each.iter().map(|e| &e.best).min_by_key(|e| e.score)?.clone();
        let worst = each.iter().map(|e| &e.worst).min_by_key(|e| e.score)?.clone();
        Some(Extremes { best, worst })
    }
}
