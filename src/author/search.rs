//! Finding the best and the worst run of a scenario by search over its states.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use crate::scenario::Depends;
use crate::score::{Ratio, Score, StandardResult, scorecard};
use crate::session::{Input, Session, SessionTime, Verdict};
use crate::standard::Catalogue;

use super::moves::{Move, made, make, moves, promise};

/// How many states the search for the best run looks at before it settles for
/// the best it has.
const MOST_STATES: usize = 30_000;

/// How many runs the search for the worst keeps side by side.
const BEAM: usize = 6;

/// How many steps one activity may take in the search for the worst.
const MOST_STEPS: usize = 60;

/// A state on the search's edge: less lost first, then the one further on,
/// then the more promising deeds in its beat, then the one that waited less.
struct Node {
    lost: Ratio,
    /// The promise of the deeds done in the beat at hand, summed.
    promise: i32,
    session: Session,
}

impl Node {
    fn rank(&self) -> (Reverse<Ratio>, usize, i32, Reverse<SessionTime>) {
        let session = &self.session;
        (Reverse(self.lost), session.visits().len(), self.promise, Reverse(session.now()))
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Node) -> bool {
        self.rank() == other.rank()
    }
}

impl Eq for Node {}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Node) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Node {
    fn cmp(&self, other: &Node) -> std::cmp::Ordering {
        self.rank().cmp(&other.rank())
    }
}

/// The best run: a best-first search by points lost. It stops at the first run
/// that ends with nothing lost, and otherwise gives the best it met.
pub(super) fn best(session: Session, catalogue: &Catalogue) -> Session {
    let mut edge = BinaryHeap::new();
    let mut found: Option<(Ratio, Session)> = None;
    let start = session.clone();
    edge.push(Node { lost: Ratio::ZERO, promise: 0, session });
    let depends = Depends::of(start.scenario());
    let mut seen = BTreeSet::new();
    let mut looked_at = 0;
    while let Some(node) = edge.pop() {
        if !seen.insert((node.lost, node.session.fingerprint(&depends))) {
            continue;
        }
        looked_at += 1;
        if node.session.ending().is_some() {
            if node.lost == Ratio::ZERO {
                return node.session;
            }
            if found.as_ref().is_none_or(|(lost, _)| node.lost < *lost) {
                found = Some((node.lost, node.session));
            }
            continue;
        }
        if looked_at > MOST_STATES && found.is_some() || looked_at > 2 * MOST_STATES {
            break;
        }
        let promise = promise(&node.session);
        for step in moves(&node.session) {
            let Some(next) = made(&node.session, &step) else { continue };
            let judged = next.judgement_count() != node.session.judgement_count();
            let lost = if judged { lost(&next, catalogue) } else { node.lost };
            let same_beat = next.visits().len() == node.session.visits().len();
            let so_far = if same_beat { node.promise + worth(&step, &promise) } else { 0 };
            edge.push(Node { lost, promise: so_far, session: next });
        }
    }
    found.map_or(start, |(_, session)| session)
}

/// The worst run: a beam over whole activities, keeping the lowest scores.
pub(super) fn worst(session: Session, catalogue: &Catalogue) -> Session {
    let start = session.clone();
    let mut beam = vec![session];
    for _ in 0..1_000 {
        if beam.iter().all(|s| s.ending().is_some()) {
            break;
        }
        let mut next: Vec<Session> = Vec::new();
        for session in beam {
            if session.ending().is_some() {
                next.push(session);
            } else {
                next.extend(whole_activities(&session));
            }
        }
        // Weighed once each: a scorecard is dear among so many.
        let mut weighed: Vec<(Weighed, Session)> =
            next.into_iter().map(|session| (Weighed::of(&session, catalogue), session)).collect();
        weighed.sort_by(|(a, _), (b, _)| a.cmp(b));
        weighed.dedup_by(|(a, at_a), (b, at_b)| a == b && at_a.beat() == at_b.beat());
        weighed.truncate(BEAM);
        next = weighed.into_iter().map(|(_, session)| session).collect();
        beam = next;
    }
    beam.into_iter().next().unwrap_or(start)
}

/// How bad a run is: the lower score first, then the greater loss, then the
/// verdicts, so that runs judged alike stand side by side.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Weighed {
    score: Score,
    lost: Reverse<Ratio>,
    verdicts: Vec<(String, Verdict)>,
}

impl Weighed {
    fn of(session: &Session, catalogue: &Catalogue) -> Weighed {
        let judgements = session.judgements();
        let card = scorecard(&judgements, catalogue, &session.setup().profile);
        let lost = card.per_standard.iter().map(StandardResult::lost).sum();
        let verdicts = judgements.into_iter().map(|j| (j.standard, j.verdict)).collect();
        Weighed { score: card.score, lost: Reverse(lost), verdicts }
    }
}

/// Every way through the open activity that differs in its first deed: the
/// deed, then time let pass until the activity is over.
fn whole_activities(session: &Session) -> Vec<Session> {
    let mut opened = session.clone();
    if opened.is_telling() {
        let at = opened.now();
        if opened.handle(at, Input::Continue).is_err() {
            return vec![opened];
        }
    }
    let visit = opened.visits().len();
    // The deeds that are worth less than nothing in this beat, if any.
    let promise = promise(&opened);
    let tempting = promise.values().any(|worth| *worth < 0);
    let mut ways = Vec::new();
    for step in moves(&opened) {
        let Some(mut way) = made(&opened, &step) else { continue };
        for _ in 0..MOST_STEPS {
            if way.visits().len() != visit || way.ending().is_some() {
                break;
            }
            // A timeline may offer worse yet: take its least promising deed.
            let offered = if tempting { moves(&way) } else { Vec::new() };
            let least = offered
                .into_iter()
                .filter(|m| matches!(m, Move::Give(_)))
                .min_by_key(|m| worth(m, &promise))
                .filter(|m| worth(m, &promise) < 0);
            let step = least.unwrap_or(Move::LetPass);
            if !make(&mut way, &step) && !make(&mut way, &Move::LetPass) {
                break;
            }
        }
        ways.push(way);
    }
    if ways.is_empty() { vec![opened] } else { ways }
}

fn worth(step: &Move, promise: &std::collections::BTreeMap<String, i32>) -> i32 {
    let Move::Give(inputs) = step else { return 0 };
    inputs
        .iter()
        .map(|input| match input {
            Input::Choose(id) | Input::Toggle(id) => promise.get(id).copied().unwrap_or(0),
            Input::Gesture(dials) => dials
                .iter()
                .map(|(d, p)| promise.get(&format!("{d}={p}")).copied().unwrap_or(0))
                .sum(),
            Input::Arrange(ids) => ids.iter().map(|id| promise.get(id).copied().unwrap_or(0)).sum(),
            _ => 0,
        })
        .sum()
}

/// Points lost so far: Σ weight × (1 − average) over the standards judged.
fn lost(session: &Session, catalogue: &Catalogue) -> Ratio {
    let card = scorecard(&session.judgements(), catalogue, &session.setup().profile);
    card.per_standard.iter().map(StandardResult::lost).sum()
}
