//! How the options of one moment compare: which are right, and whether one is better at everything.

use std::collections::{BTreeMap, BTreeSet};

use crate::author::moves::Move;
use crate::scenario::Activity;
use crate::session::{Input, Session};

/// How the options of a choice, or the positions of a dial, compared over all
/// states in which they were offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// In how many states the options led to different verdicts.
    pub states: usize,
    /// In how many of those each option was among those with the best verdicts.
    pub best: BTreeMap<String, usize>,
    /// Options that were at least as good as every other in every verdict and
    /// every meter, and better in something, in each of these states.
    pub dominant: BTreeSet<String>,
}

impl Compared {
    /// Adds what another variation's walk met.
    pub(super) fn add(&mut self, other: Compared) {
        if other.states == 0 {
            return;
        }
        if self.states == 0 {
            self.dominant = other.dominant;
        } else {
            self.dominant.retain(|id| other.dominant.contains(id));
        }
        self.states += other.states;
        for (id, count) in other.best {
            *self.best.entry(id).or_default() += count;
        }
    }

    /// The option that is best most often, if there is just one.
    pub fn right(&self) -> Option<&str> {
        let most = self.best.values().max()?;
        let mut with_most = self.best.iter().filter(|(_, count)| *count == most);
        let (id, _) = with_most.next()?;
        with_most.next().is_none().then_some(id)
    }
}

/// What one answer brought at once: by standard the sum of its verdicts, by
/// meter how far it moved towards good.
type Outcome = BTreeMap<String, i64>;

/// Collects the outcomes of every answer to one question.
pub(super) struct Weighing {
    beat: Option<String>,
    judged: usize,
    meters: BTreeMap<String, i64>,
    /// By dial and position, or by option under an empty dial: the best outcome.
    outcomes: BTreeMap<String, BTreeMap<String, (i64, Outcome)>>,
}

impl Weighing {
    pub(super) fn of(session: &Session) -> Weighing {
        let asks =
            matches!(session.asked(), Some(Activity::Choice { .. } | Activity::Gesture { .. }));
        Weighing {
            beat: asks.then(|| session.beat().to_owned()),
            judged: session.judgement_count(),
            meters: if asks { meters(session) } else { BTreeMap::new() },
            outcomes: BTreeMap::new(),
        }
    }

    pub(super) fn add(&mut self, step: &Move, next: &Session) {
        let (Some(_), Move::Give(inputs)) = (&self.beat, step) else { return };
        let picked: Vec<(String, String)> = match inputs.as_slice() {
            [Input::Choose(id)] => vec![(String::new(), id.clone())],
            [Input::Gesture(dials)] => dials.clone(),
            _ => return,
        };
        let outcome = self.outcome(next);
        let worth =
            outcome.iter().filter(|(key, _)| !key.starts_with("meter ")).map(|(_, v)| v).sum();
        for (dial, id) in picked {
            let best = self.outcomes.entry(dial).or_default().entry(id);
            best.and_modify(|best| {
                if best.0 < worth {
                    *best = (worth, outcome.clone());
                }
            })
            .or_insert((worth, outcome.clone()));
        }
    }

    fn outcome(&self, next: &Session) -> Outcome {
        let mut outcome = Outcome::new();
        for judgement in next.judgements().into_iter().skip(self.judged) {
            // What does not apply costs nothing, as what is met does.
            let tenths = judgement.verdict.tenths().unwrap_or(10);
            *outcome.entry(judgement.standard).or_default() += tenths - 10;
        }
        for (meter, value) in meters(next) {
            let moved = value - self.meters.get(&meter).copied().unwrap_or(value);
            outcome.insert(format!("meter {meter}"), moved);
        }
        outcome
    }

    pub(super) fn into(self, compared: &mut BTreeMap<(String, String), Compared>) {
        let Some(beat) = self.beat else { return };
        for (dial, options) in self.outcomes {
            let Some(best) = options.values().map(|(worth, _)| *worth).max() else { continue };
            if options.len() < 2 || options.values().all(|(worth, _)| *worth == best) {
                continue;
            }
            let right = options.iter().filter(|(_, (worth, _))| *worth == best);
            let dominant = options.iter().filter(|(id, (_, mine))| {
                let others = options.iter().filter(|(other, _)| other != id);
                others.map(|(_, (_, theirs))| theirs).all(|theirs| beats(mine, theirs))
            });
            let one = Compared {
                states: 1,
                best: right.map(|(id, _)| (id.clone(), 1)).collect(),
                dominant: dominant.map(|(id, _)| id.clone()).collect(),
            };
            compared.entry((beat.clone(), dial)).or_default().add(one);
        }
    }
}

/// Whether an outcome is nowhere worse than another and somewhere better.
fn beats(mine: &Outcome, theirs: &Outcome) -> bool {
    let keys: BTreeSet<&String> = mine.keys().chain(theirs.keys()).collect();
    let at = |outcome: &Outcome, key: &String| outcome.get(key).copied().unwrap_or(0);
    let pairs = || keys.iter().map(|key| (at(mine, key), at(theirs, key)));
    pairs().all(|(mine, theirs)| mine >= theirs) && pairs().any(|(mine, theirs)| mine > theirs)
}

/// Every meter's value, turned so that more is better.
fn meters(session: &Session) -> BTreeMap<String, i64> {
    let meters = session.every_meter();
    meters
        .into_iter()
        .map(|m| {
            let value = i64::from(m.value);
            (m.variable, if m.high_is_good { value } else { -value })
        })
        .collect()
}
