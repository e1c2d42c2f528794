//! The walk over all states of one variation, the least known beats first.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sha2::{Digest, Sha256};

use crate::author::moves::{Move, made, moves};
use crate::scenario::Depends;
use crate::session::{Input, Session, Verdict};
use crate::standard::Text;

use super::compare::{Compared, Weighing};
use super::unseen::unseen;
use super::{VerdictCounts, Way};

/// What the walk over one variation met.
#[derive(Default)]
pub(super) struct Walked {
    pub(super) states: usize,
    pub(super) moves: usize,
    pub(super) endings: BTreeMap<String, usize>,
    /// By beat: what was answered there, as marks.
    pub(super) answered: BTreeMap<String, BTreeMap<String, usize>>,
    /// By beat and standard: the verdicts given there.
    pub(super) judged: BTreeMap<(String, String), VerdictCounts>,
    /// By standard and verdict: a way to it.
    pub(super) ways: BTreeMap<(String, Verdict), Way>,
    pub(super) dead_ends: Vec<Way>,
    /// Ways taken out of beats: from, to.
    pub(super) exits: BTreeSet<(String, String)>,
    /// By beat, and by dial for a gesture: how its options compared.
    pub(super) compared: BTreeMap<(String, String), Compared>,
    /// Answers whose outcome is told before it is seen, with the line.
    pub(super) unseen: BTreeMap<String, Text>,
    pub(super) cut: bool,
}

/// States still to be looked at, by beat.
#[derive(Default)]
struct Edge {
    waiting: BTreeMap<String, Vec<Session>>,
    looked_at: BTreeMap<String, usize>,
}

impl Edge {
    fn push(&mut self, session: Session) {
        self.waiting.entry(session.beat().to_owned()).or_default().push(session);
    }

    /// A state of the beat that was looked at least often, so that a walk cut
    /// short has seen something of everything.
    fn pop(&mut self) -> Option<Session> {
        let looked_at = &self.looked_at;
        let beat = self
            .waiting
            .keys()
            .min_by_key(|beat| looked_at.get(*beat).copied().unwrap_or(0))?
            .clone();
        *self.looked_at.entry(beat.clone()).or_default() += 1;
        let waiting = self.waiting.get_mut(&beat)?;
        let session = waiting.pop();
        if waiting.is_empty() {
            self.waiting.remove(&beat);
        }
        session
    }
}

/// Visits every state that can be reached, at most so many.
pub(super) fn walk(session: Session, most: usize) -> Walked {
    let depends = Depends::of(session.scenario());
    let mut walked = Walked::default();
    let mut seen: HashSet<[u8; 16]> = HashSet::new();
    seen.insert(key(&session, &depends));
    walked.judgements(&session, 0);
    walked.entered(&session, 0);
    let mut edge = Edge::default();
    edge.push(session);
    while let Some(session) = edge.pop() {
        if walked.states == most {
            walked.cut = true;
            break;
        }
        walked.states += 1;
        if let Some(ending) = session.ending() {
            *walked.endings.entry(ending.to_owned()).or_default() += 1;
            continue;
        }
        let mut led_on = false;
        let mut weighed = Weighing::of(&session);
        for step in moves(&session) {
            let Some(next) = made(&session, &step) else { continue };
            led_on = true;
            weighed.add(&step, &next);
            walked.moves += 1;
            walked.answered(&session, &step);
            walked.unseen.extend(unseen(&session, &step, &next));
            walked.judgements(&next, session.judgement_count());
            walked.recoveries(&session, &next);
            walked.entered(&next, session.visits().len());
            if seen.insert(key(&next, &depends)) {
                edge.push(next);
            }
        }
        weighed.into(&mut walked.compared);
        if !led_on {
            walked.dead_ends.push(Way::of(&session));
        }
    }
    walked
}

/// 128 bits of a state's fingerprint: among a million states two alike are
/// less likely than a fault of the machine.
fn key(session: &Session, depends: &Depends) -> [u8; 16] {
    let digest = Sha256::digest(session.fingerprint(depends).as_bytes());
    let mut key = [0; 16];
    key.copy_from_slice(&digest[..16]);
    key
}

impl Walked {
    fn answered(&mut self, at: &Session, step: &Move) {
        let Move::Give(inputs) = step else { return };
        let answered = self.answered.entry(at.beat().to_owned()).or_default();
        let mut took = |mark: String| *answered.entry(mark).or_default() += 1;
        for input in inputs {
            match input {
                Input::Choose(id) | Input::Toggle(id) => took(id.clone()),
                Input::Arrange(ids) => ids.iter().for_each(|id| took(id.clone())),
                Input::Gesture(dials) => {
                    dials.iter().for_each(|(dial, at)| took(format!("{dial}={at}")));
                }
                Input::Continue
                | Input::Slide(_)
                | Input::Write { .. }
                | Input::Done
                | Input::Wait
                | Input::TimePassed => {}
            }
        }
    }

    /// Beats that were passed through, whether or not they asked anything.
    fn entered(&mut self, session: &Session, from: usize) {
        for visit in session.visits().iter().skip(from) {
            self.answered.entry(visit.beat.clone()).or_default();
        }
        let ways = session.ways().skip(from.saturating_sub(1));
        self.exits.extend(ways.map(|(from, to)| (from.to_owned(), to.to_owned())));
    }

    fn judgements(&mut self, session: &Session, from: usize) {
        if session.judgement_count() == from {
            return;
        }
        for judgement in session.judgements().into_iter().skip(from) {
            let place = (judgement.beat, judgement.standard.clone());
            *self.judged.entry(place).or_default().entry(judgement.verdict).or_default() += 1;
            let way = (judgement.standard, judgement.verdict);
            self.ways.entry(way).or_insert_with(|| Way::of(session));
        }
    }

    /// Earlier verdicts that this move repaired.
    fn recoveries(&mut self, before: &Session, after: &Session) {
        if after.judgement_count() == before.judgement_count()
            && after.visits().len() == before.visits().len()
        {
            return;
        }
        let (before, now) = (before.judgements(), after.judgements());
        for (old, new) in before.iter().zip(&now).filter(|(old, new)| old.verdict != new.verdict) {
            let place = (old.beat.clone(), old.standard.clone());
            *self.judged.entry(place).or_default().entry(new.verdict).or_default() += 1;
            let way = (new.standard.clone(), new.verdict);
            self.ways.entry(way).or_insert_with(|| Way::of(after));
        }
    }
}
