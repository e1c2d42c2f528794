//! What playing without reading earns in the four scenarios, and that a perfect run can be found.

use std::collections::BTreeMap;

use liyi::author::{Policy, play};
use liyi::score::scorecard;
use liyi::session::{Session, TimerSetting};

use crate::shipped::{HOUSES, SCENARIOS, library, scenario, setup, spread};

/// The score of a run in tenths of a point.
fn tenths(session: &Session) -> i64 {
    let card = scorecard(&session.judgements(), &library().catalogue, &session.setup().profile);
    card.score.tenths()
}

/// One run to be made.
#[derive(Clone, Copy, Debug)]
struct Run {
    scenario: &'static str,
    house: &'static str,
    seed: u64,
    policy: Policy,
    timers: TimerSetting,
}

impl Run {
    fn play(&self) -> Session {
        let setup = setup(self.house, self.seed, self.timers);
        play(scenario(self.scenario), &library().catalogue, &setup, self.policy)
    }
}

/// The scores of a policy in every scenario: all hundred seeds in the
/// classroom, each fifth in the two other houses.
fn scores(policy: Policy) -> Vec<(Run, i64)> {
    let mut runs = Vec::new();
    for scenario in SCENARIOS {
        for house in HOUSES {
            let every = if house == "classroom" { 1 } else { 5 };
            let seeds = (0..100).step_by(every);
            let timers = TimerSetting::Normal;
            runs.extend(seeds.map(|seed| Run { scenario, house, seed, policy, timers }));
        }
    }
    let scores = spread(&runs, |run| {
        let session = run.play();
        assert!(session.ending().is_some(), "{run:?} never ends");
        tenths(&session)
    });
    runs.into_iter().zip(scores).collect()
}

/// The runs whose score does not fit, to be read by whoever mends the scenario.
fn misfits(policy: Policy, fits: impl Fn(i64) -> bool) -> Vec<String> {
    let scores = scores(policy).into_iter().filter(|(_, score)| !fits(*score));
    scores
        .map(|(run, score)| {
            let (whole, tenth) = (score / 10, score % 10);
            format!("{} {} seed {}: {whole}.{tenth}", run.scenario, run.house, run.seed)
        })
        .collect()
}

#[test]
fn a_perfect_run_exists_for_every_seed() {
    assert_eq!(misfits(Policy::Best, |score| score == 1000), [""; 0]);
}

#[test]
fn the_worst_run_stays_below_forty() {
    assert_eq!(misfits(Policy::Worst, |score| score < 400), [""; 0]);
}

#[test]
fn no_blind_habit_reaches_seventy() {
    for policy in [Policy::First, Policy::Last, Policy::Longest, Policy::Shortest] {
        assert_eq!(misfits(policy, |score| score < 700), [""; 0], "{policy}");
    }
}

#[test]
fn guessing_stays_below_seventy_on_average() {
    let mut sums: BTreeMap<(&str, &str), (i64, i64)> = BTreeMap::new();
    for (run, score) in scores(Policy::Random) {
        let sum = sums.entry((run.scenario, run.house)).or_default();
        *sum = (sum.0 + score, sum.1 + 1);
    }
    for (which, (sum, count)) in sums {
        assert!(sum < 700 * count, "{which:?}: {} tenths on average", sum / count);
    }
}

#[test]
fn a_perfect_run_exists_with_slowed_and_with_stopped_timers() {
    let mut runs = Vec::new();
    for scenario in SCENARIOS {
        for timers in
            [TimerSetting::Slower, TimerSetting::Double, TimerSetting::Tenfold, TimerSetting::Off]
        {
            runs.extend((0..100).step_by(10).map(|seed| Run {
                scenario,
                house: "classroom",
                seed,
                policy: Policy::Best,
                timers,
            }));
        }
    }
    let scores = spread(&runs, |run| tenths(&run.play()));
    let short: Vec<String> = runs
        .iter()
        .zip(scores)
        .filter(|(_, score)| *score != 1000)
        .map(|(run, score)| format!("{run:?}: {score} tenths"))
        .collect();
    assert_eq!(short, [""; 0]);
}

#[test]
fn a_policy_plays_the_same_run_every_time() {
    for scenario in SCENARIOS {
        for policy in [Policy::Random, Policy::Best, Policy::Worst] {
            let run =
                Run { scenario, house: "classroom", seed: 7, policy, timers: TimerSetting::Normal };
            assert_eq!(run.play().transcript(), run.play().transcript(), "{run:?}");
        }
    }
}
