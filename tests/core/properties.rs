//! Whatever anybody does, in any order and at any time, in any of the four scenarios.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use liyi::record::{Answers, finish_with, report};
use liyi::scenario::Activity;
use liyi::score::scorecard;
use liyi::session::{Ask, Asking, Input, Now, Session, SessionTime, Shown, TimerSetting};

use crate::shipped::{HOUSES, SCENARIOS, library, scenario, setup};

/// One thing somebody does: what kind of thing, after how long, and which of
/// whatever there is to pick from.
#[derive(Clone, Debug)]
struct Act {
    /// Below [`SENSIBLE`], an answer that may fit; else anything.
    kind: u8,
    /// Milliseconds since the act before; now and then the clock is set back.
    after: i64,
    picks: [u16; 6],
}

/// How many of a hundred acts make sense.
const SENSIBLE: u8 = 75;

fn any_act() -> impl Strategy<Value = Act> {
    let after = prop_oneof![
        6 => 0i64..200,
        3 => 200i64..9_000,
        1 => 9_000i64..400_000,
        1 => -3_000i64..0,
    ];
    (0u8..100, after, any::<[u16; 6]>()).prop_map(|(kind, after, picks)| Act { kind, after, picks })
}

#[derive(Clone, Debug)]
struct Play {
    scenario: usize,
    house: usize,
    seed: u64,
    timers: TimerSetting,
    acts: Vec<Act>,
}

fn any_play() -> impl Strategy<Value = Play> {
    let timers = prop::sample::select(vec![
        TimerSetting::Normal,
        TimerSetting::Slower,
        TimerSetting::Double,
        TimerSetting::Tenfold,
        TimerSetting::Off,
    ]);
    let acts = prop::collection::vec(any_act(), 0..160);
    (0..SCENARIOS.len(), 0..HOUSES.len(), any::<u64>(), timers, acts).prop_map(
        |(scenario, house, seed, timers, acts)| Play { scenario, house, seed, timers, acts },
    )
}

impl Play {
    fn start(&self) -> Session {
        let scenario = scenario(SCENARIOS[self.scenario]);
        Session::start(Arc::clone(scenario), setup(HOUSES[self.house], self.seed, self.timers)).0
    }
}

/// One of a list, by a number that may be anything.
fn one<T: Clone>(list: &[T], pick: u16) -> Option<T> {
    list.get(usize::from(pick) % list.len().max(1)).cloned()
}

fn id_of(items: &[Shown], pick: u16) -> String {
    one(items, pick).map(|i| i.id).unwrap_or_default()
}

/// Every id that stands anywhere in a scenario, and some that stand in none.
fn names(which: usize) -> &'static [String] {
    static NAMES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
        let of = |id: &&str| {
            let text = format!("{:?}", scenario(id));
            let ids = text.split("id: \"").skip(1).filter_map(|rest| rest.split('"').next());
            let strangers = ["", "you", "move=offer", "没有", "../..", "\0"];
            let all: BTreeSet<String> = ids.chain(strangers).map(str::to_owned).collect();
            all.into_iter().collect()
        };
        SCENARIOS.iter().map(of).collect()
    });
    &NAMES[which]
}

/// An answer of the kind that is asked for, which may still be refused.
fn fitting(session: &Session, asking: &Asking, picks: &[u16; 6]) -> Input {
    match &asking.prompt.ask {
        Ask::Choice { options: items }
        | Ask::Timer { actions: items, .. }
        | Ask::Queue { actions: items, .. } => Input::Choose(id_of(items, picks[0])),
        Ask::Order { items, choose } => {
            let mut ids: Vec<String> = items.iter().map(|i| i.id.clone()).collect();
            for (place, pick) in picks.iter().enumerate() {
                let other = usize::from(*pick) % ids.len().max(1);
                ids.swap(place % items.len(), other);
            }
            if *choose {
                ids.truncate(1 + usize::from(picks[5]) % items.len());
            }
            Input::Arrange(ids)
        }
        Ask::Gesture { dials, .. } => Input::Gesture(
            dials
                .iter()
                .zip(picks.iter().cycle())
                .map(|(dial, pick)| {
                    let position = one(&dial.positions, *pick).map(|p| p.id).unwrap_or_default();
                    (dial.id.clone(), position)
                })
                .collect(),
        ),
        Ask::Inspect { spots, single } => {
            let id = one(spots, picks[0]).map(|s| s.id).unwrap_or_default();
            match picks[1] % 4 {
                0 => Input::Done,
                _ if *single => Input::Choose(id),
                _ => Input::Toggle(id),
            }
        }
        Ask::Pack { items, .. } if !picks[1].is_multiple_of(4) => {
            Input::Toggle(one(items, picks[0]).map(|item| item.id).unwrap_or_default())
        }
        Ask::Slider { min, max, .. } if !picks[1].is_multiple_of(3) => {
            Input::Slide(min + i32::from(picks[0]) % (max - min + 1))
        }
        Ask::Pack { .. } | Ask::Slider { .. } => Input::Done,
        Ask::Note { fields, actions } => match picks[1] % 8 {
            0 => Input::Done,
            1 | 2 => Input::Choose(id_of(actions, picks[0])),
            _ => {
                let Some(Activity::Note { fields: written, .. }) = session.asked() else {
                    return Input::Done;
                };
                let field = one(fields, picks[0]).map(|f| f.id).unwrap_or_default();
                let right = written.iter().find(|f| f.id == field).map(|f| &f.answer);
                let right = right.map(|text| session.words(text).zh).unwrap_or_default();
                let text = match picks[2] % 4 {
                    0 => String::new(),
                    1 => "　乱写１２3 ".repeat(usize::from(picks[3] % 40)),
                    _ => right,
                };
                Input::Write { field, text }
            }
        },
    }
}

/// Anything at all.
fn senseless(scenario: usize, picks: &[u16; 6]) -> Input {
    let names = names(scenario);
    let name = |place: usize| one(names, picks[place]).unwrap_or_default();
    match picks[0] % 12 {
        0 => Input::Continue,
        1 => Input::Choose(name(1)),
        2 => Input::Arrange((1..6).map(name).collect()),
        3 => Input::Arrange(Vec::new()),
        4 => Input::Gesture(vec![(name(1), name(2)), (name(3), name(4))]),
        5 => Input::Gesture(Vec::new()),
        6 => Input::Toggle(name(1)),
        7 => Input::Slide(i32::from(picks[1]) * 30_000 - i32::MAX / 2 + i32::from(picks[2])),
        8 => Input::Write { field: name(1), text: "字".repeat(usize::from(picks[2] % 500)) },
        9 => Input::Done,
        10 => Input::Wait,
        _ => Input::TimePassed,
    }
}

fn input(session: &Session, play: &Play, act: &Act) -> Input {
    if act.kind >= SENSIBLE {
        return senseless(play.scenario, &act.picks);
    }
    match session.view().now {
        Now::Asking(asking) if act.kind >= 15 => fitting(session, &asking, &act.picks),
        Now::Asking(_) if play.timers == TimerSetting::Off => Input::Wait,
        Now::Asking(_) => Input::TimePassed,
        Now::Telling | Now::Ended(_) => Input::Continue,
    }
}

/// The score in tenths of a point.
fn tenths(session: &Session) -> i64 {
    scorecard(&session.judgements(), &library().catalogue, &session.setup().profile).score.tenths()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_anybody_does_breaks_a_session(play in any_play()) {
        let mut session = play.start();
        for act in &play.acts {
            let before = (session.view(), session.transcript().len(), session.judgement_count());
            let deadline = session.deadline();
            let now = session.now();
            let at = SessionTime(now.0.saturating_add_signed(act.after));
            let given = input(&session, &play, act);
            match session.handle(at, given.clone()) {
                Ok(_) => prop_assert!(session.now() >= now),
                Err(_) => {
                    let after =
                        (session.view(), session.transcript().len(), session.judgement_count());
                    prop_assert_eq!(after, before, "{:?}", given);
                    prop_assert_eq!((session.deadline(), session.now()), (deadline, now));
                }
            }
            prop_assert!((0..=1000).contains(&tenths(&session)));
            prop_assert!(session.deadline().is_none_or(|deadline| deadline > session.now()));
        }

        // The inputs that were taken, given again, make the same run.
        let mut again = play.start();
        for (at, input) in session.transcript() {
            prop_assert!(again.handle(*at, input.clone()).is_ok(), "{:?} at {}", input, at);
        }
        prop_assert_eq!(again.events(), session.events());
        prop_assert_eq!(again.judgements(), session.judgements());
        prop_assert_eq!(tenths(&again), tenths(&session));

        // So they do when kept as JSON in between.
        let kept = report(&session, &library().catalogue);
        let answers = Answers::parse(&kept.to_string()).unwrap();
        let mut replayed = play.start();
        prop_assert_eq!(finish_with(&mut replayed, &answers), Ok(()));
        let events = session.events();
        prop_assert_eq!(&replayed.events()[..events.len()], &events[..]);
        if session.ending().is_some() {
            prop_assert_eq!(report(&replayed, &library().catalogue), kept);
        }
    }

    /// A run that is let go on by itself comes to an end, whatever was done before.
    #[test]
    fn every_run_can_still_be_finished(play in any_play()) {
        let mut session = play.start();
        for act in &play.acts {
            let at = SessionTime(session.now().0.saturating_add_signed(act.after));
            let given = input(&session, &play, act);
            let _ = session.handle(at, given);
        }
        for step in 0..2_000u16 {
            let view = session.view();
            let at = session.deadline().unwrap_or(session.now());
            let given = match &view.now {
                Now::Ended(_) => break,
                Now::Telling => Input::Continue,
                Now::Asking(asking) => fitting(&session, asking, &[step, 1, 2, 0, 0, 0]),
            };
            let at = if matches!(given, Input::Continue) { session.now() } else { at };
            if session.handle(session.now(), given).is_err() && session.handle(at, Input::TimePassed).is_ok() {
                let _ = session.handle(session.now(), Input::Wait);
            }
            if matches!(view.now, Now::Asking(_)) {
                let _ = session.handle(session.now(), Input::Done);
            }
        }
        prop_assert!(session.ending().is_some(), "stuck at {}", session.beat());
    }
}
