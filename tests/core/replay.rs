//! Replay, rewind and late joining, on runs of the shipped scenarios.

use std::sync::Arc;

use liyi::author::{Policy, play};
use liyi::session::{Ask, Input, Now, Session, TimerSetting};

use crate::shipped::{SCENARIOS, library, setup, start};

/// A finished run of each scenario, played by guessing.
fn finished() -> Vec<Session> {
    let setups = SCENARIOS.into_iter().flat_map(|id| [0, 5, 11].map(|seed| (id, seed)));
    setups
        .map(|(id, seed)| {
            let session = start(id, seed, TimerSetting::Normal);
            play(
                session.scenario(),
                &library().catalogue,
                session.setup(),
                if seed == 11 { Policy::Best } else { Policy::Random },
            )
        })
        .collect()
}

#[test]
fn every_beat_of_a_run_can_be_gone_back_to() {
    for run in finished() {
        let name = &run.scenario().id;
        // How it stood when each beat was entered, and what the input caused.
        let (mut live, first) = Session::start(Arc::clone(run.scenario()), run.setup().clone());
        let mut stood = vec![(live.view(), first); live.visits().len()];
        for (at, input) in run.transcript() {
            let events = live.handle(*at, input.clone()).unwrap();
            stood.resize(live.visits().len(), (live.view(), events));
        }
        assert_eq!(live.events(), run.events(), "{name}");
        assert_eq!(stood.len(), run.visits().len(), "{name}");
        for (visit, (view, events)) in stood.iter().enumerate() {
            let (mut back, caused) = run.rewind(visit).unwrap();
            assert_eq!((&back.view(), &caused), (view, events), "{name} visit {visit}");
            let taken = back.transcript().len();
            for (at, input) in &run.transcript()[taken..] {
                back.handle(*at, input.clone()).unwrap();
            }
            assert_eq!(back.judgements(), run.judgements(), "{name} visit {visit}");
        }
        assert!(run.rewind(run.visits().len()).is_none());
    }
}

#[test]
fn a_beat_gone_back_to_can_be_answered_otherwise() {
    let run = play(
        start("s01-handshake-order", 3, TimerSetting::Normal).scenario(),
        &library().catalogue,
        &setup("classroom", 3, TimerSetting::Normal),
        Policy::Best,
    );
    let mut changed = 0;
    for visit in 0..run.visits().len() {
        let (mut back, _) = run.rewind(visit).unwrap();
        if back.ending().is_some() {
            continue;
        }
        back.handle(back.now(), Input::Continue).unwrap();
        let Now::Asking(asking) = back.view().now else { continue };
        let Ask::Choice { options } = &asking.prompt.ask else { continue };
        let taken = back.transcript().len();
        let Some((at, Input::Choose(was))) = run.transcript().get(taken) else { continue };
        let other = options.iter().find(|o| o.id != *was).unwrap();
        back.handle(*at, Input::Choose(other.id.clone())).unwrap();
        assert_ne!(back.events(), run.events());
        changed += 1;
    }
    assert!(changed > 0, "no choice was met on the way");
}

#[test]
fn a_shell_that_joins_late_sees_what_the_others_see() {
    for run in finished() {
        let (mut live, _) = Session::start(Arc::clone(run.scenario()), run.setup().clone());
        for taken in 0..=run.transcript().len() {
            let (mut late, _) = Session::start(Arc::clone(run.scenario()), run.setup().clone());
            for (at, input) in live.transcript().to_vec() {
                late.handle(at, input).unwrap();
            }
            assert_eq!(late.view(), live.view(), "{} {taken}", run.scenario().id);
            assert_eq!(late.deadline(), live.deadline());
            if let Some((at, input)) = run.transcript().get(taken) {
                live.handle(*at, input.clone()).unwrap();
            }
        }
    }
}
