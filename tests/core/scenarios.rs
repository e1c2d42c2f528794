//! The four scenarios as they travel with the program: sound, and every standard in them really tested.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use liyi::author::{Policy, play, play_on};
use liyi::scenario::{Opportunity, Outcome};
use liyi::session::{Input, Judgement, Now, Session, Setup, TimerSetting, Verdict};
use liyi::standard::{Lang, Profile};

use crate::shipped::{HOUSES, SCENARIOS, library, repository, scenario, setup, spread};

#[test]
fn nothing_is_wrong_with_what_travels_with_the_program() {
    let lines: Vec<String> = library().findings.iter().map(|f| f.said(Lang::En)).collect();
    assert_eq!(lines, [""; 0]);
    let ids: Vec<&str> = library().scenarios.keys().map(String::as_str).collect();
    assert_eq!(ids, SCENARIOS);
    let houses: BTreeSet<&str> = library().profiles.keys().map(String::as_str).collect();
    assert_eq!(houses, BTreeSet::from(HOUSES));
    let locales = liyi::locale::check(&repository("assets/locales"));
    let lines: Vec<String> = locales.iter().map(|f| f.said(Lang::En)).collect();
    assert_eq!(lines, [""; 0]);
}

/// Every verdict that some run gets, by scenario, beat and standard: of perfect
/// runs, of perfect runs that go wrong from some beat on, and of every moment
/// of every beat in which something could be done.
fn verdicts() -> BTreeMap<(&'static str, String, String), BTreeSet<Verdict>> {
    let mut runs = Vec::new();
    for id in SCENARIOS {
        for (house, seeds) in HOUSES.into_iter().zip([24, 12, 12]) {
            runs.extend((0..seeds).map(|seed| (id, setup(house, seed, TimerSetting::Normal))));
        }
        // A house whose telephones may ring for longer.
        let patient = setup("classroom", 1, TimerSetting::Normal);
        let mut profile = Profile::clone(&patient.profile);
        profile.numbers.insert("ring_limit".to_owned(), 9);
        runs.push((id, Setup { profile: Arc::new(profile), ..patient }));
    }
    let judged: Vec<Vec<Judgement>> = spread(&runs, |(id, setup)| {
        let catalogue = &library().catalogue;
        let best = play(scenario(id), catalogue, setup, Policy::Best);
        let mut judged = best.judgements();
        let guess = match setup.seed % 4 {
            0 => Policy::First,
            1 => Policy::Last,
            _ => Policy::Random,
        };
        for visit in 0..best.visits().len() {
            let (back, _) = best.rewind(visit).unwrap();
            sweep(&back, &mut judged);
            judged.extend(play_on(back, catalogue, guess).judgements());
        }
        judged.extend(play(scenario(id), catalogue, setup, Policy::Worst).judgements());
        judged
    });
    let mut verdicts: BTreeMap<_, BTreeSet<Verdict>> = BTreeMap::new();
    for ((id, ..), judgements) in runs.iter().zip(judged) {
        for j in judgements {
            verdicts.entry((*id, j.beat, j.standard)).or_default().insert(j.verdict);
        }
    }
    verdicts
}

/// In the beat at hand, does each thing that can be done at each moment at
/// which something changes, and nothing more.
fn sweep(session: &Session, judged: &mut Vec<Judgement>) {
    let mut session = session.clone();
    if session.handle(session.now(), Input::Continue).is_err() {
        return;
    }
    let visit = session.visits().len();
    while let Now::Asking(asking) = session.view().now
        && session.visits().len() == visit
    {
        for id in asking.possible {
            let mut other = session.clone();
            if other.handle(other.now(), Input::Choose(id)).is_ok() {
                while other.visits().len() == visit && let_pass(&mut other) {}
                judged.extend(other.judgements());
            }
        }
        if !let_pass(&mut session) {
            break;
        }
    }
    judged.extend(session.judgements());
}

fn let_pass(session: &mut Session) -> bool {
    let deadline = session.deadline();
    deadline.is_some_and(|at| session.handle(at, Input::TimePassed).is_ok())
}

/// Whether the author's rules say that it can be met, and that it can be lost.
fn promised(opportunity: &Opportunity) -> (bool, bool) {
    let open = |outcome: &Outcome| matches!(outcome, Outcome::Graded | Outcome::FirstHand(_));
    let outcomes = || opportunity.rules.iter().map(|rule| &rule.verdict);
    let met = outcomes().any(|o| *o == Outcome::Met || open(o));
    let lost = outcomes()
        .any(|o| matches!(o, Outcome::Partial | Outcome::Missed | Outcome::Violated) || open(o));
    (met, lost)
}

fn is_lost(verdict: &Verdict) -> bool {
    !matches!(verdict, Verdict::Met | Verdict::NotApplicable)
}

#[test]
fn every_opportunity_can_be_taken_and_lost() {
    let verdicts = verdicts();
    let mut wanting = Vec::new();
    for id in SCENARIOS {
        let scenario = scenario(id);
        for standard in &scenario.standards {
            let of_it = || {
                let here = verdicts.iter().filter(|((at, _, of), _)| *at == id && of == standard);
                here.flat_map(|(_, seen)| seen)
            };
            let spared = |v: &Verdict| is_lost(v) || *v == Verdict::NotApplicable;
            if !of_it().any(|v| *v == Verdict::Met) || !of_it().any(spared) {
                let seen: BTreeSet<_> = of_it().map(|v| v.word()).collect();
                wanting.push(format!("{id}: {standard} is only {seen:?}"));
            }
        }
        for (beat, script) in &scenario.beats {
            for (place, opportunity) in script.opportunities.iter().enumerate() {
                let key = (id, beat.clone(), opportunity.standard.clone());
                let seen = verdicts.get(&key).cloned().unwrap_or_default();
                let (met, lost) = promised(opportunity);
                // From the third on, one act may be punished by closer ones alone.
                let spared = place >= 2 && seen.contains(&Verdict::NotApplicable);
                let ok = (!met || seen.contains(&Verdict::Met))
                    && (!lost || spared || seen.iter().any(is_lost));
                if !ok {
                    let seen: Vec<&str> = seen.iter().map(|v| v.word()).collect();
                    wanting.push(format!("{id} {beat}: {} is only {seen:?}", opportunity.standard));
                }
            }
        }
    }
    assert!(wanting.is_empty(), "{wanting:#?}");
}
