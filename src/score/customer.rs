//! A customer's own score: perceived minus expected (`scoring.md` §3).

use std::collections::BTreeMap;

use super::Ratio;
use crate::scenario::{Attribute, ExpectationPart, ExpectationScript, Member, Remarks};
use crate::session::Event;
use crate::standard::Text;

/// What the gap needs to know of one customer. All values in tenths, 0–100.
#[derive(Clone, Debug)]
pub struct Customer {
    /// The cast id.
    pub who: String,
    pub past: i32,
    pub word_of_mouth: i32,
    pub needs: i32,
    /// Weights of the three parts, in per cent or any other unit.
    pub weights: (u32, u32, u32),
    /// How much each attribute weighs; one that is left out weighs 1.
    pub cares: BTreeMap<Attribute, u32>,
    /// What the trainee could have known about the expectation, and how.
    pub hint: Text,
    /// Their closing sentence for each verdict.
    pub remarks: Option<Remarks>,
}

/// The three parts' weights unless the scenario says otherwise, in per cent.
const WEIGHTS: (u32, u32, u32) = (40, 20, 40);
/// Where every perceived attribute starts, in tenths.
const NEUTRAL: i32 = 50;

const ATTRIBUTES: [Attribute; 5] = [
    Attribute::Reliability,
    Attribute::Responsiveness,
    Attribute::Competence,
    Attribute::Courtesy,
    Attribute::Surroundings,
];
const PARTS: [ExpectationPart; 3] =
    [ExpectationPart::Past, ExpectationPart::WordOfMouth, ExpectationPart::Needs];

impl Customer {
    /// The customer a cast member is, if any: their own expectation, or the
    /// one this run's variation drew for them.
    pub fn of(who: &str, member: &Member, drawn: Option<&ExpectationScript>) -> Option<Customer> {
        let expects = drawn.or(member.expects.as_ref())?;
        let written = member.expects.as_ref();
        let hint = if expects.hint.is_empty() {
            written.map(|e| e.hint.clone()).unwrap_or_default()
        } else {
            expects.hint.clone()
        };
        Some(Customer {
            who: who.to_owned(),
            past: expects.past.0,
            word_of_mouth: expects.word_of_mouth.0,
            needs: expects.needs.0,
            weights: expects.weights.or(written.and_then(|e| e.weights)).unwrap_or(WEIGHTS),
            cares: member.cares.clone(),
            hint,
            remarks: member.remarks.clone(),
        })
    }
}

/// The three verdicts on a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapVerdict {
    /// Half a point or more below what was expected.
    Dissatisfied,
    Satisfied,
    /// Half a point or more above.
    Delighted,
}

impl GapVerdict {
    /// The stable word used in JSON.
    pub fn word(self) -> &'static str {
        match self {
            GapVerdict::Dissatisfied => "dissatisfied",
            GapVerdict::Satisfied => "satisfied",
            GapVerdict::Delighted => "delighted",
        }
    }

    /// The verdict on a gap in tenths.
    pub fn of(gap: i32) -> GapVerdict {
        match gap {
            ..=-5 => GapVerdict::Dissatisfied,
            5.. => GapVerdict::Delighted,
            _ => GapVerdict::Satisfied,
        }
    }
}

/// One of the three parts of an expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartResult {
    pub part: ExpectationPart,
    /// At the end of the run, in tenths.
    pub tenths: i32,
    /// How far the run moved it.
    pub moved: i32,
    pub weight: u32,
}

/// One of the five perceived attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttributeResult {
    pub attribute: Attribute,
    /// At the end of the run, in tenths.
    pub tenths: i32,
    /// How far the run moved it; 0 where nothing put it to the test.
    pub moved: i32,
    pub weight: u32,
}

/// What a moment touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    Perception(Attribute),
    Expectation(ExpectationPart),
}

/// A moment that moved a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which of the run's events it was.
    pub event: usize,
    /// The beat it happened in and its visit; `None` before the first beat.
    pub beat: Option<(String, usize)>,
    pub touched: Touched,
    /// Why, in the author's words; empty for an expectation.
    pub why: Text,
    /// How far it moved the gap, in points; below zero it widened against us.
    pub by: Ratio,
}

/// One customer's verdict on a run. All values in tenths.
#[derive(Clone, Debug)]
pub struct Gap {
    pub who: String,
    pub expected: i32,
    pub perceived: i32,
    /// Perceived minus expected, both as shown.
    pub gap: i32,
    pub verdict: GapVerdict,
    pub parts: Vec<PartResult>,
    pub attributes: Vec<AttributeResult>,
    /// The one event that moved the gap most, the way it ended up: what hurt a
    /// dissatisfied customer most, what pleased a delighted one. The earliest of equals.
    pub moved_most: Option<Moved>,
    pub hint: Text,
    /// The customer's own sentence on it.
    pub remark: Option<Text>,
}

/// How a customer's gap stands after these events of a run, from its start on.
pub fn gap(customer: &Customer, events: &[Event]) -> Gap {
    let mut state = State::new(customer);
    let mut beat = None;
    let mut moves: Vec<Moved> = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let (touched, by, why) = match event {
            Event::BeatEntered { beat: id, visit, .. } => {
                beat = Some((id.clone(), *visit));
                continue;
            }
            Event::Perceived { who, attribute, tenths, why } if *who == customer.who => {
                (Touched::Perception(*attribute), state.perceive(*attribute, *tenths), why.clone())
            }
            Event::Expected { who, part, tenths } if *who == customer.who => {
                (Touched::Expectation(*part), state.expect(*part, *tenths), Text::default())
            }
            _ => continue,
        };
        if size(by) > Ratio::ZERO {
            moves.push(Moved { event: index, beat: beat.clone(), touched, why, by });
        }
    }
    state.finish(customer, moves)
}

/// The largest of the moves that lead to this verdict; of all, where none does.
fn most(moves: Vec<Moved>, verdict: GapVerdict) -> Option<Moved> {
    let leads = |moved: &Moved| match verdict {
        GapVerdict::Dissatisfied => moved.by < Ratio::ZERO,
        GapVerdict::Satisfied => true,
        GapVerdict::Delighted => moved.by > Ratio::ZERO,
    };
    let any = moves.iter().any(leads);
    let moves = moves.into_iter().filter(|moved| !any || leads(moved));
    moves.reduce(|most, next| if size(next.by) > size(most.by) { next } else { most })
}

fn size(by: Ratio) -> Ratio {
    by.max(Ratio::ZERO - by)
}

/// One value, what it started from, and its weight.
#[derive(Clone, Copy)]
struct Weighted {
    start: i32,
    now: i32,
    weight: u32,
}

impl Weighted {
    fn new(start: i32, weight: u32) -> Weighted {
        let start = start.clamp(0, 100);
        Weighted { start, now: start, weight }
    }

    /// Moves it within 0–100 and says by how much it really moved.
    fn shift(&mut self, tenths: i32) -> i32 {
        let before = self.now;
        self.now = before.saturating_add(tenths).clamp(0, 100);
        self.now - before
    }
}

struct State {
    parts: BTreeMap<ExpectationPart, Weighted>,
    attributes: BTreeMap<Attribute, Weighted>,
}

impl State {
    fn new(customer: &Customer) -> State {
        let (past, word_of_mouth, needs) = customer.weights;
        let values = [
            (customer.past, past),
            (customer.word_of_mouth, word_of_mouth),
            (customer.needs, needs),
        ];
        let part = |(part, (start, weight))| (part, Weighted::new(start, weight));
        let weight = |attribute| customer.cares.get(&attribute).copied().unwrap_or(1);
        State {
            parts: levelled(PARTS.into_iter().zip(values).map(part).collect()),
            attributes: levelled(
                ATTRIBUTES.into_iter().map(|a| (a, Weighted::new(NEUTRAL, weight(a)))).collect(),
            ),
        }
    }

    fn perceive(&mut self, attribute: Attribute, tenths: i32) -> Ratio {
        effect(&mut self.attributes, &attribute, tenths)
    }

    fn expect(&mut self, part: ExpectationPart, tenths: i32) -> Ratio {
        Ratio::ZERO - effect(&mut self.parts, &part, tenths)
    }

    fn finish(self, customer: &Customer, moves: Vec<Moved>) -> Gap {
        let (expected, perceived) = (average(&self.parts), average(&self.attributes));
        let gap = perceived - expected;
        let verdict = GapVerdict::of(gap);
        let remark = customer.remarks.as_ref().map(|remarks| match verdict {
            GapVerdict::Dissatisfied => remarks.dissatisfied.clone(),
            GapVerdict::Satisfied => remarks.satisfied.clone(),
            GapVerdict::Delighted => remarks.delighted.clone(),
        });
        Gap {
            who: customer.who.clone(),
            expected,
            perceived,
            gap,
            verdict,
            parts: self
                .parts
                .into_iter()
                .map(|(part, w)| PartResult {
                    part,
                    tenths: w.now,
                    moved: w.now - w.start,
                    weight: w.weight,
                })
                .collect(),
            attributes: self
                .attributes
                .into_iter()
                .map(|(attribute, w)| AttributeResult {
                    attribute,
                    tenths: w.now,
                    moved: w.now - w.start,
                    weight: w.weight,
                })
                .collect(),
            moved_most: most(moves, verdict),
            hint: customer.hint.clone(),
            remark,
        }
    }
}

/// Where no value weighs anything, all weigh the same.
fn levelled<K: Ord>(mut values: BTreeMap<K, Weighted>) -> BTreeMap<K, Weighted> {
    if values.values().all(|w| w.weight == 0) {
        values.values_mut().for_each(|w| w.weight = 1);
    }
    values
}

fn total<K>(values: &BTreeMap<K, Weighted>) -> i64 {
    values.values().map(|w| i64::from(w.weight)).sum()
}

/// Moves one value; returns by how many points the weighted average moved.
fn effect<K: Ord>(values: &mut BTreeMap<K, Weighted>, key: &K, tenths: i32) -> Ratio {
    let all = total(values);
    match values.get_mut(key) {
        Some(value) => {
            let moved = i64::from(value.shift(tenths)) * i64::from(value.weight);
            Ratio::new(moved, 10).over(all)
        }
        None => Ratio::ZERO,
    }
}

/// The weighted average in tenths, rounded.
fn average<K>(values: &BTreeMap<K, Weighted>) -> i32 {
    let sum: i64 = values.values().map(|w| i64::from(w.now) * i64::from(w.weight)).sum();
    i32::try_from(Ratio::new(sum, 10).over(total(values)).tenths()).unwrap_or(0)
}
