//! Exploration sees every state, counts each once, and says when it did not.

use std::fs;
use std::sync::Arc;

use liyi::author::{Bounds, Choose, Exploration, Question, explore};
use liyi::record::{Answers, finish_with};
use liyi::scenario::Scenario;
use liyi::score::outcome;
use liyi::session::{Session, Setup, TimerSetting, Verdict};
use liyi::source::SourceFile;

use crate::profiles::house;
use crate::shipped::{library, repository, scenario};

/// One of the lints' small files.
fn small(name: &str) -> Arc<Scenario> {
    let text = fs::read_to_string(repository("tests/lints").join(format!("{name}.ron"))).unwrap();
    let source = SourceFile::new(format!("{name}.ron"), text);
    let profiles = library().profiles.values().map(AsRef::as_ref);
    let known = liyi::library::known(&repository("assets"), profiles);
    Arc::new(Scenario::from_source(&source, &library().catalogue, &known).unwrap())
}

fn question(choose: Choose, bounds: Bounds) -> Question {
    Question { profile: Arc::new(house("classroom")), choose, bounds, extremes: true }
}

fn whole(name: &str) -> Exploration {
    explore(&small(name), &library().catalogue, &question(Choose::All, Bounds::default()))
}

#[test]
fn a_small_scenario_is_counted_exactly() {
    let seen = whole("clean");
    // Six beats, each told and then asked, and one ending. The meter is read by
    // nothing, so that runs that differ in it alone are one state.
    assert_eq!(seen.states, 13);
    // Six times on to the question, and three answers to each.
    assert_eq!(seen.moves, 6 + 6 * 3);
    assert!(seen.bounds_hit.is_empty() && seen.dead_ends.is_empty());
    assert_eq!((seen.variations.different, seen.variations.all), (1, 1));
    assert_eq!(seen.endings["end"], 1);
    assert!(seen.beats.values().all(|b| b.variations == 1 && b.options.values().all(|t| *t)));
    for reach in seen.standards.values() {
        let verdicts: Vec<Verdict> = reach.verdicts.keys().copied().collect();
        assert_eq!(verdicts, [Verdict::Met, Verdict::Missed]);
    }
    let extremes = seen.extremes.unwrap();
    assert!(extremes.best.proved && extremes.best.score.tenths() == 1_000);
    assert!(extremes.worst.proved && extremes.worst.score.tenths() == 0);
}

#[test]
fn what_differs_in_more_than_words_is_a_variation() {
    let seen = whole("imperfect-seed");
    assert_eq!((seen.variations.different, seen.variations.seen.len()), (2, 2));
    assert_eq!(seen.states, 2 * 13);
    // The best run of the worse variation is what a perfect trainee gets at least.
    let best = seen.extremes.unwrap().best;
    assert!(!best.proved && best.score.tenths() < 1_000, "{best:?}");
}

#[test]
fn what_can_never_be_is_seen_to_be_so() {
    assert_eq!(whole("never-seen").endings["gone"], 0);
    assert!(!whole("untaken-option").beats["guest-2"].options["bad"]);
    let way = ("guest-2".to_owned(), "guest-4".to_owned());
    assert!(!whole("untaken-exit").exits.contains(&way));
    let only: Vec<Verdict> = whole("one-sided-standard").standards["phone-answer-greet-first"]
        .verdicts
        .keys()
        .copied()
        .collect();
    assert_eq!(only, [Verdict::Met]);
}

#[test]
fn a_bound_that_was_hit_is_said() {
    let bounds = Bounds { states: 5, variations: 1 };
    let seen = explore(
        &small("imperfect-seed"),
        &library().catalogue,
        &Question { extremes: false, ..question(Choose::All, bounds) },
    );
    assert_eq!(seen.states, 5);
    assert_eq!(seen.bounds_hit.len(), 2, "{:?}", seen.bounds_hit);
    assert!(seen.extremes.is_none());
}

#[test]
fn every_way_given_can_be_gone_again() {
    let scenario = scenario("s02-business-card-exchange");
    let bounds = Bounds { states: 600, variations: 2 };
    let seen = explore(scenario, &library().catalogue, &question(Choose::Seeds(0..2), bounds));
    let play = |way: &liyi::author::Way| {
        let profile = Arc::new(house("classroom"));
        let setup = Setup { profile, seed: way.seed, timers: TimerSetting::default() };
        let (mut session, _) = Session::start(Arc::clone(scenario), setup);
        for (at, input) in &way.inputs {
            session.handle(*at, input.clone()).unwrap();
        }
        session
    };
    let mut ways = 0;
    for (standard, reach) in &seen.standards {
        for (verdict, way) in &reach.verdicts {
            let judgements = play(way).judgements();
            let given = judgements.iter().any(|j| j.standard == *standard && j.verdict == *verdict);
            assert!(given, "{standard} {verdict:?}");
            ways += 1;
        }
    }
    assert!(ways > 10, "only {ways} ways");
    let best = seen.extremes.unwrap().best;
    assert_eq!(outcome(&play(&best.way), &library().catalogue).card.score, best.score);
    // The same as a file of answers.
    let kept: Vec<liyi::record::Kept> =
        best.way.inputs.iter().map(|(at, input)| liyi::record::Kept::of(*at, input)).collect();
    let answers = Answers::parse(&serde_json::to_string(&kept).unwrap()).unwrap();
    let profile = Arc::new(house("classroom"));
    let setup = Setup { profile, seed: best.way.seed, timers: TimerSetting::default() };
    let (mut session, _) = Session::start(Arc::clone(scenario), setup);
    finish_with(&mut session, &answers).unwrap();
    assert_eq!(outcome(&session, &library().catalogue).card.score, best.score);
}
