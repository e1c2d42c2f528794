//! The representative things a trainee could do at one moment of a session.

use std::collections::BTreeMap;

use crate::scenario::{Activity, Outcome};
use crate::session::{Ask, Asking, Input, Now, Session};
use crate::standard::Lang;

/// One thing to do: inputs given at once, or time let pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Move {
    Give(Vec<Input>),
    LetPass,
}

/// How many combinations of dials or toggles are listed before only single
/// changes to the first combination are.
const MOST_COMBINATIONS: usize = 243;

/// Makes a move, if the session takes it.
pub(super) fn make(session: &mut Session, step: &Move) -> bool {
    match made(session, step) {
        Some(next) => {
            *session = next;
            true
        }
        None => false,
    }
}

/// The session after a move, if the session takes it.
pub(super) fn made(session: &Session, step: &Move) -> Option<Session> {
    let given = |session: &Session, input: &Input| {
        session.after(session.now(), input.clone()).ok().map(|(next, _)| next)
    };
    match step {
        Move::Give(inputs) => {
            let (first, rest) = inputs.split_first()?;
            let visits = session.visits().len();
            let mut next = given(session, first)?;
            for input in rest {
                // A watch may have cut the answer short.
                if next.visits().len() != visits {
                    break;
                }
                next = given(&next, input)?;
            }
            Some(next)
        }
        Move::LetPass => {
            let (at, input) = match session.deadline() {
                Some(at) => (at.max(session.now()), Input::TimePassed),
                None => (session.now(), Input::Wait),
            };
            session.after(at, input).ok().map(|(next, _)| next)
        }
    }
}

/// What could be done now, a finite and representative list.
pub(super) fn moves(session: &Session) -> Vec<Move> {
    let view = session.view();
    let asking = match &view.now {
        Now::Telling => return vec![Move::Give(vec![Input::Continue])],
        Now::Ended(_) => return Vec::new(),
        Now::Asking(asking) => asking,
    };
    let mut moves = answers(session, asking);
    // Where nothing runs by itself, letting time pass is refused when tried.
    moves.push(Move::LetPass);
    moves
}

fn answers(session: &Session, asking: &Asking) -> Vec<Move> {
    let one = |input: Input| Move::Give(vec![input]);
    let busy = asking.busy_until.is_some_and(|until| until > session.now());
    let actions = || {
        asking
            .possible
            .iter()
            .filter(|_| !busy)
            .map(|id| one(Input::Choose(id.clone())))
            .collect::<Vec<_>>()
    };
    let Some(activity) = session.asked() else { return Vec::new() };
    match (activity, &asking.prompt.ask) {
        (Activity::Order { right, .. }, Ask::Order { items, choose }) => {
            let shown: Vec<String> = items.iter().map(|i| i.id.clone()).collect();
            orders(right, &shown, *choose).into_iter().map(|o| one(Input::Arrange(o))).collect()
        }
        (_, Ask::Gesture { dials, .. }) => gestures(
            &dials
                .iter()
                .map(|d| (d.id.clone(), d.positions.iter().map(|p| p.id.clone()).collect()))
                .collect::<Vec<_>>(),
        ),
        (_, Ask::Inspect { spots, single: true }) => {
            spots.iter().map(|s| one(Input::Choose(s.id.clone()))).collect()
        }
        (_, Ask::Inspect { spots, .. }) => {
            let ids: Vec<String> = spots.iter().map(|s| s.id.clone()).collect();
            toggles(session, &ids)
        }
        (_, Ask::Pack { items, .. }) => {
            let ids: Vec<String> = items.iter().map(|i| i.id.clone()).collect();
            toggles(session, &ids)
        }
        (Activity::Slider { min, max, .. }, _) => {
            let step = ((max - min) / 20).max(1);
            let mut values: Vec<i32> =
                (0..).map(|i| min + i * step).take_while(|v| v < max).collect();
            values.push(*max);
            values.into_iter().map(|v| Move::Give(vec![Input::Slide(v), Input::Done])).collect()
        }
        (Activity::Note { .. }, Ask::Note { .. }) => {
            let mut list = actions();
            list.extend(notes(session));
            list
        }
        _ => actions(),
    }
}

/// Ways to fill the note: all right, one field off, all the first wrong, empty.
fn notes(session: &Session) -> Vec<Move> {
    let Some(Activity::Note { fields, .. }) = session.asked() else { return Vec::new() };
    let words = |text: &crate::standard::Text| session.words(text).get(Lang::Zh).to_owned();
    let right: Vec<(String, String)> =
        fields.iter().map(|f| (f.id.clone(), words(&f.answer))).collect();
    let fill = |values: &[(String, String)]| {
        let mut inputs: Vec<Input> = values
            .iter()
            .map(|(field, text)| Input::Write { field: field.clone(), text: text.clone() })
            .collect();
        inputs.push(Input::Done);
        Move::Give(inputs)
    };
    let mut list = vec![fill(&right)];
    let mut all_wrong = right.clone();
    for (place, field) in fields.iter().enumerate() {
        for choice in &field.choices {
            let mut off = right.clone();
            off[place].1 = words(&choice.text);
            if off[place].1 != right[place].1 {
                all_wrong[place].1.clone_from(&off[place].1);
                list.push(fill(&off));
            }
        }
    }
    list.push(fill(&all_wrong));
    list.push(fill(&[]));
    list
}

fn orders(right: &[String], shown: &[String], choose: bool) -> Vec<Vec<String>> {
    let mut whole = right.to_vec();
    let strangers: Vec<String> = shown.iter().filter(|id| !right.contains(id)).cloned().collect();
    if !choose {
        whole.extend(strangers.iter().cloned());
    }
    let mut list = vec![whole.clone(), shown.to_vec()];
    list.push(whole.iter().rev().cloned().collect());
    for place in 1..whole.len() {
        let mut swapped = whole.clone();
        swapped.swap(place - 1, place);
        list.push(swapped);
    }
    if choose {
        list.extend(strangers.iter().map(|id| vec![id.clone()]));
        list.extend(right.iter().map(|id| vec![id.clone()]));
        if !strangers.is_empty() {
            list.push(strangers);
        }
    }
    list
}

fn gestures(dials: &[(String, Vec<String>)]) -> Vec<Move> {
    let mut combinations: Vec<Vec<(String, String)>> = vec![Vec::new()];
    let all: usize = dials.iter().map(|(_, p)| p.len().max(1)).product();
    for (dial, positions) in dials {
        let few = if all > MOST_COMBINATIONS { 2 } else { positions.len() };
        combinations = combinations
            .iter()
            .flat_map(|so_far| {
                positions.iter().take(few).map(|position| {
                    let mut next = so_far.clone();
                    next.push((dial.clone(), position.clone()));
                    next
                })
            })
            .collect();
    }
    combinations.into_iter().map(|c| Move::Give(vec![Input::Gesture(c)])).collect()
}

/// Sets of things to point out or pack: the right one, and those one step off.
fn toggles(session: &Session, ids: &[String]) -> Vec<Move> {
    let wanted: Vec<String> = ids.iter().filter(|id| session.is_wanted(id)).cloned().collect();
    let mut sets: Vec<Vec<String>> = vec![wanted.clone(), Vec::new(), ids.to_vec()];
    sets.push(ids.iter().filter(|id| !wanted.contains(id)).cloned().collect());
    for id in ids {
        let mut off = wanted.clone();
        if let Some(place) = off.iter().position(|w| w == id) {
            off.remove(place);
        } else {
            off.push(id.clone());
        }
        sets.push(off);
    }
    sets.into_iter()
        .map(|set| {
            let mut inputs: Vec<Input> = set.into_iter().map(Input::Toggle).collect();
            inputs.push(Input::Done);
            Move::Give(inputs)
        })
        .collect()
}

/// How promising each deed is for a good run, read from the beat's own rules:
/// named under a met verdict +1, under a lesser one −1.
pub(super) fn promise(session: &Session) -> BTreeMap<String, i32> {
    let mut promise = BTreeMap::new();
    let Some(beat) = session.scenario().beats.get(session.beat()) else { return promise };
    for rule in beat.opportunities.iter().flat_map(|o| &o.rules) {
        let worth = match rule.verdict {
            Outcome::Met => 1,
            Outcome::Partial | Outcome::Missed | Outcome::Violated => -1,
            Outcome::NotApplicable | Outcome::Graded | Outcome::FirstHand(_) => continue,
        };
        rule.when.deeds(true, &mut |id, asked| {
            *promise.entry(id.to_owned()).or_default() += if asked { worth } else { -worth };
        });
    }
    promise
}
