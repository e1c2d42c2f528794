//! What can be read again of a run, and where one goes back to from it.

use liyi::author::{Policy, play};
use liyi::session::{Ask, Entry, Event, Input, Now, Session, TimerSetting};
use liyi::standard::{Lang, Text};

use crate::shipped::{SCENARIOS, library, start};

fn finished(id: &str, seed: u64, policy: Policy) -> Session {
    let session = start(id, seed, TimerSetting::Normal);
    play(session.scenario(), &library().catalogue, session.setup(), policy)
}

fn runs() -> impl Iterator<Item = Session> {
    let all = SCENARIOS.into_iter().flat_map(|id| [(id, 1), (id, 6)]);
    all.flat_map(|(id, seed)| [Policy::Best, Policy::Random].map(|p| finished(id, seed, p)))
}

/// The words of an entry that somebody spoke, told or thought.
fn line(entry: &Entry) -> Option<&Text> {
    match entry {
        Entry::Said { text, .. } | Entry::Told { text } | Entry::Thought { text } => Some(text),
        _ => None,
    }
}

#[test]
fn every_line_and_every_beat_of_a_run_is_there_in_order() {
    for run in runs() {
        let events = run.events();
        let entries = run.look_back(events.len());
        let said: Vec<&Text> = events
            .iter()
            .filter_map(|event| match event {
                Event::Said { text, .. }
                | Event::Told { text }
                | Event::Thought { text }
                | Event::Ended { text, .. } => Some(text),
                _ => None,
            })
            .filter(|text| !text.is_empty())
            .collect();
        let read: Vec<&Text> = entries.iter().filter_map(line).collect();
        assert_eq!(read, said, "{}", run.scenario().id);
        let visits: Vec<usize> = entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Beat { visit, .. } => Some(*visit),
                _ => None,
            })
            .collect();
        assert_eq!(visits, (0..run.visits().len()).collect::<Vec<_>>());
    }
}

#[test]
fn every_answer_is_told_in_words() {
    let mut kinds = std::collections::BTreeSet::new();
    for run in runs() {
        let entries = run.look_back(run.event_count());
        for (place, entry) in entries.iter().enumerate() {
            let Entry::Asked { text } = entry else { continue };
            let rest = entries[place + 1..].iter();
            let answer = rest
                .take_while(|e| !matches!(e, Entry::Beat { .. } | Entry::Asked { .. }))
                .find(|e| matches!(e, Entry::Did { .. }));
            if let Some(Entry::Did { text: did }) = answer {
                assert!(Lang::ALL.iter().all(|lang| !did.get(*lang).is_empty()), "{text:?}");
                kinds.insert(text.en.clone());
            }
        }
        // Whatever is answered as a whole says what was answered.
        for event in run.events() {
            let Event::Asked { prompt } = event else { continue };
            let whole = matches!(
                prompt.ask,
                Ask::Choice { .. } | Ask::Order { .. } | Ask::Gesture { .. } | Ask::Slider { .. }
            );
            assert!(!whole || kinds.contains(&prompt.text.en), "{:?}", prompt.text);
        }
    }
}

#[test]
fn nothing_is_there_that_has_not_been_told_yet() {
    let run = finished("s02-business-card-exchange", 1, Policy::Best);
    let all = run.look_back(run.event_count());
    let lines: Vec<&Text> = all.iter().filter_map(line).collect();
    let mut before = 0;
    for told in 0..=run.event_count() {
        let some = run.look_back(told);
        let read: Vec<&Text> = some.iter().filter_map(line).collect();
        assert_eq!(read, lines[..read.len()], "after {told} events");
        assert!(some.len() >= before, "after {told} events");
        before = some.len();
    }
    assert_eq!(before, all.len());
}

#[test]
fn going_back_to_the_last_question_asks_it_again() {
    for run in runs() {
        let visit = run.last_question(run.event_count()).unwrap();
        let (mut back, _) = run.rewind(visit).unwrap();
        back.handle(back.now(), Input::Continue).unwrap();
        let Now::Asking(asking) = back.view().now else {
            panic!("{} asks nothing at visit {visit}", run.scenario().id);
        };
        let asked = run.events().into_iter().rev().find_map(|event| match event {
            Event::Asked { prompt } => Some(prompt),
            _ => None,
        });
        assert_eq!(Some(asking.prompt.text), asked.map(|prompt| prompt.text));
        // A question whose time was up is gone back to, though nothing was done in it.
        let (mut open, mut visit) = (None, 0);
        for (told, event) in run.events().into_iter().enumerate() {
            match event {
                Event::BeatEntered { visit: at, .. } => visit = at,
                Event::TimeUp => open = Some((told + 1, visit)),
                _ => {}
            }
            if let Some((told, visit)) = open.take() {
                assert_eq!(run.last_question(told), Some(visit));
            }
        }
        // Before anything was done there is nothing to go back to.
        assert_eq!(run.last_question(0), None);
    }
}
