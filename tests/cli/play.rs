//! `liyi play --text`: whole scenarios, typed line by line.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use liyi::author::{self, Policy};
use liyi::files::Folders;
use liyi::library::Library;
use liyi::session::{Ask, Asking, Event, Input, Now, Session, Setup, TimerSetting};

use crate::program::{Place, SCENARIOS, repository};

/// A run by a policy with timers off, as somebody would type it, and its score.
pub(crate) fn typed(id: &str, seed: u64, policy: Policy) -> (String, String) {
    let library = Library::load(&Folders {
        assets: repository("assets"),
        scenarios: repository("scenarios"),
        data: PathBuf::new(),
    });
    let scenario = library.scenario(id).unwrap();
    let profile = library.profile("classroom").unwrap();
    let setup = Setup { profile, seed, timers: TimerSetting::Off };
    let run = author::play(scenario, &library.catalogue, &setup, policy);
    let (mut session, events) = Session::start(Arc::clone(scenario), setup);
    let mut unread = is_read(&events);
    let mut lines = Vec::new();
    let mut transcript = run.transcript().iter().peekable();
    while let Some((at, input)) = transcript.next() {
        match session.view().now {
            Now::Telling if unread => lines.push(String::new()),
            Now::Asking(asking) => lines.extend(line(&asking, input)),
            Now::Telling | Now::Ended(_) => {}
        }
        unread = is_read(&session.handle(*at, input.clone()).unwrap());
        // A slider's value and its confirmation are one line.
        if matches!(input, Input::Slide(_)) {
            let (at, done) = transcript.next().unwrap();
            unread |= is_read(&session.handle(*at, done.clone()).unwrap());
        }
    }
    assert!(session.ending().is_some());
    let score = liyi::score::outcome(&session, &library.catalogue).card.score;
    (lines.join("\n") + "\n", format!("{:.1}", score.value()))
}

fn is_read(events: &[Event]) -> bool {
    events
        .iter()
        .any(|e| matches!(e, Event::Said { .. } | Event::Told { .. } | Event::Thought { .. }))
}

fn number<'a>(ids: impl Iterator<Item = &'a String>, id: &str) -> String {
    let mut ids = ids;
    (ids.position(|other| other == id).unwrap() + 1).to_string()
}

/// What to type for an input.
fn line(asking: &Asking, input: &Input) -> Option<String> {
    let line = match (&asking.prompt.ask, input) {
        (_, Input::Wait) => "w".to_owned(),
        (_, Input::Done) => String::new(),
        (
            Ask::Choice { options: items }
            | Ask::Timer { actions: items, .. }
            | Ask::Queue { actions: items, .. },
            Input::Choose(id) | Input::Toggle(id),
        ) => number(items.iter().map(|i| &i.id), id),
        (Ask::Pack { items, .. }, Input::Toggle(id)) => number(items.iter().map(|i| &i.id), id),
        (Ask::Inspect { spots, .. }, Input::Choose(id) | Input::Toggle(id)) => {
            number(spots.iter().map(|s| &s.id), id)
        }
        (Ask::Order { items, .. }, Input::Arrange(ids)) => {
            let numbers = ids.iter().map(|id| number(items.iter().map(|i| &i.id), id));
            numbers.collect::<Vec<_>>().join(" ")
        }
        (Ask::Gesture { dials, .. }, Input::Gesture(set)) => {
            let numbers = dials.iter().map(|dial| {
                let (_, position) = set.iter().find(|(id, _)| *id == dial.id).unwrap();
                number(dial.positions.iter().map(|p| &p.id), position)
            });
            numbers.collect::<Vec<_>>().join("，")
        }
        (Ask::Slider { .. }, Input::Slide(value)) => value.to_string(),
        (Ask::Note { actions, .. }, Input::Choose(id)) => {
            format!("a{}", number(actions.iter().map(|a| &a.id), id))
        }
        (Ask::Note { fields, .. }, Input::Write { field, text }) => {
            format!("{} = {text}", number(fields.iter().map(|f| &f.id), field))
        }
        (_, Input::TimePassed) => return None,
        (ask, input) => panic!("{input:?} does not answer {ask:?}"),
    };
    Some(line)
}

#[test]
fn every_scenario_is_played_to_its_debrief_in_both_languages() {
    let place = Place::shipped();
    for id in SCENARIOS {
        for (policy, seed) in [(Policy::Best, 3), (Policy::Worst, 8)] {
            let (typed, score) = typed(id, seed, policy);
            let seed = seed.to_string();
            for (lang, points, title) in
                [("zh", "分 ·", "════ 复盘 · "), ("en", "points ·", "════ Debrief · ")]
            {
                let args =
                    ["play", id, "--text", "--timers", "off", "--seed", &seed, "--lang", lang];
                let ran = place.typed(&args, &typed);
                assert_eq!(ran.err, "");
                let page = ran.well();
                assert!(page.contains(title), "{id} {lang}:\n{page}");
                assert!(
                    page.contains(&format!("{score} {points}")),
                    "{id} {lang} {score}:\n{page}"
                );
                let made = page.lines().any(|line| line.contains(&seed) && line.contains("off"));
                assert!(made, "seed and timers are not named:\n{page}");
                if lang == "en" {
                    assert!(!page.contains('：'), "{page}");
                }
            }
        }
    }
}

#[test]
fn a_player_who_leaves_gets_the_debrief_so_far() {
    let place = Place::shipped();
    let args = ["play", "s01-handshake-order", "--text", "--seed", "1", "--lang", "zh"];
    for typed in ["q\n", "", "\nq\n"] {
        let page = place.typed(&args, typed).well();
        assert!(page.contains("演练中断") && page.contains("复盘 · "), "{page}");
    }
}

#[test]
fn the_text_player_says_that_somebody_is_dressed_differently() {
    let place = Place::copied();
    let path = place.home.join("scenarios/s01-handshake-order.ron");
    let text = fs::read_to_string(&path).unwrap();
    let step = r#"Sound("footsteps"), Wear("zhou", "deng-kai"),"#;
    fs::write(&path, text.replacen(r#"Sound("footsteps"),"#, step, 1)).unwrap();
    for (lang, words) in [("en", "is dressed differently now)"), ("zh", "换了穿戴）")] {
        let args = ["play", "s01-handshake-order", "--text", "--seed", "1", "--lang", lang];
        let page = place.typed(&args, "\nq\n").well();
        assert!(page.contains(words), "{page}");
    }
}

#[test]
fn without_an_id_the_player_picks_one() {
    let place = Place::shipped();
    let page = place.typed(&["play", "--text", "--lang", "en"], "9\nnothing\n3\nq\n").well();
    assert!(page.contains("════ The Fourth Ring ════"), "{page}");
    assert_eq!(page.matches("type a number, or q to quit").count(), 4, "{page}");
    let page = place.typed(&["play", "--text", "--lang", "zh"], "q\n").well();
    assert!(page.contains("第四声铃") && !page.contains("复盘"), "{page}");
}

#[test]
fn whatever_is_typed_the_player_goes_on() {
    let place = Place::shipped();
    let mut typed = Vec::new();
    for line in ["s", "p", "x", "p", "?", "", "0", "99999999999999999999", "1 1 1", "，", "w", "a1"]
    {
        for _ in 0..6 {
            typed.extend(line.as_bytes());
            typed.push(b'\n');
        }
    }
    // Not UTF-8, and a line that never seems to end.
    typed.extend([0xc4, 0xe3, 0xba, 0xc3, b'\n']);
    typed.extend("好".repeat(100_000).bytes());
    typed.push(b'\n');
    for id in SCENARIOS {
        let args = ["play", id, "--text", "--timers", "off", "--seed", "5", "--lang", "zh"];
        let page = place.typed(&args, &typed).well();
        assert!(page.contains("复盘 · "), "{page}");
        assert!(page.contains("已暂停") && page.contains("没看懂"), "{page}");
    }
}

#[test]
fn a_finished_run_can_be_tried_again_from_a_beat() {
    let place = Place::shipped();
    let (typed, _) = typed("s02-business-card-exchange", 4, Policy::Worst);
    let args = ["play", "s02-business-card-exchange", "--text", "--timers", "off", "--seed", "4"];
    let page = place.typed(&args, format!("{typed}nothing\n1\nq\n")).well();
    assert_eq!(page.matches("════ 复盘 · ").count(), 2, "{page}");
    assert!(page.contains("演练中断"), "{page}");
}
