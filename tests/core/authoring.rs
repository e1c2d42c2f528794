//! The scenario that `liyi new` writes: whole, fair under every seed and in every house.

use std::sync::Arc;

use liyi::author::{Policy, new_scenario, play};
use liyi::library::known;
use liyi::scenario::Scenario;
use liyi::score::scorecard;
use liyi::session::{Setup, TimerSetting};
use liyi::source::SourceFile;

use crate::shipped::{HOUSES, library, repository};

fn written() -> Arc<Scenario> {
    let text = new_scenario("first-visit").unwrap();
    let source = SourceFile::new("scenarios/first-visit.ron", &text);
    let library = library();
    let known = known(&repository("assets"), library.profiles.values().map(AsRef::as_ref));
    Arc::new(Scenario::from_source(&source, &library.catalogue, &known).unwrap())
}

#[test]
fn a_new_scenario_rewards_the_best_run_and_no_blind_habit() {
    let scenario = written();
    for house in HOUSES {
        let profile = library().profile(house).unwrap();
        for seed in 0..100 {
            let setup =
                Setup { profile: Arc::clone(&profile), seed, timers: TimerSetting::default() };
            let score = |policy| {
                let session = play(&scenario, &library().catalogue, &setup, policy);
                assert!(session.ending().is_some(), "{policy} never ends");
                let judged = session.judgements();
                scorecard(&judged, &library().catalogue, &setup.profile).score.tenths()
            };
            assert_eq!(score(Policy::Best), 1000, "{house}, seed {seed}");
            assert!(score(Policy::Worst) < 400, "{house}, seed {seed}");
            for policy in [Policy::First, Policy::Last, Policy::Longest, Policy::Shortest] {
                assert!(score(policy) < 700, "{policy}, {house}, seed {seed}");
            }
        }
    }
}
