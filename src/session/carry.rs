//! A run carried over to its scenario as that stands after an edit.

use std::sync::Arc;

use crate::scenario::Scenario;
use crate::standard::Profile;

use super::state::Visit;
use super::{Event, Session, Setup};

/// A run on the new version of its scenario.
#[derive(Clone, Debug)]
pub struct Carried {
    pub session: Session,
    /// How many of the session's events count as told; the rest is to be shown.
    pub told: usize,
    /// Whether it stands where it stood. Otherwise the inputs no longer lead
    /// there, and the run begins again at the beat where they stop to fit.
    pub kept: bool,
}

impl Session {
    /// Plays this run's inputs on another version of its scenario or house.
    /// `told` says how many of its events have been shown.
    ///
    /// Where an input no longer fits, the run goes back to the beginning of the
    /// beat that refuses it; where all fit but lead elsewhere, to the first beat
    /// that is another one.
    pub fn carry(&self, scenario: Arc<Scenario>, profile: Arc<Profile>, told: usize) -> Carried {
        let setup = Setup { profile, ..self.setup.clone() };
        let (mut next, _) = Session::start(scenario, setup);
        let fits =
            self.transcript.iter().all(|(at, input)| next.handle(*at, input.clone()).is_ok());
        let alike =
            self.beat() == next.beat() && self.state.phase.word() == next.state.phase.word();
        if fits && alike {
            let told = next.told_like(self, told);
            return Carried { session: next, told, kept: true };
        }
        let last = next.visits().len().saturating_sub(1);
        let visit = if fits { parting(self.visits(), next.visits()).min(last) } else { last };
        let (session, events) = next
            .rewind(visit)
            .unwrap_or_else(|| Session::start(Arc::clone(&next.scenario), next.setup.clone()));
        // What led up to the beat belongs to the one before it.
        let entered = |e: &Event| matches!(e, Event::BeatEntered { visit: at, .. } if *at == visit);
        let led_up = events.iter().position(entered).unwrap_or(0);
        let told = session.event_count() - events.len() + led_up;
        Carried { session, told, kept: false }
    }

    /// How many events there are so far.
    pub fn event_count(&self) -> usize {
        self.log.iter().map(|(_, events)| events.len()).sum()
    }

    /// How many events of this run answer to the first `told` ones of another
    /// that took the same inputs on another version of the scenario.
    fn told_like(&self, other: &Session, told: usize) -> usize {
        let mut untold = other.event_count().saturating_sub(told);
        let mut still = 0;
        // Counted from the end: an input of time alone may leave no trace in one of the two.
        let pairs = other.log.iter().rev().zip(self.log.iter().rev());
        for ((_, was), (_, is)) in pairs {
            if untold <= was.len() {
                still += is.len() - reached(was, is, was.len() - untold);
                break;
            }
            untold -= was.len();
            still += is.len();
        }
        self.event_count() - still
    }
}

/// The first place at which two ways part.
fn parting(was: &[Visit], is: &[Visit]) -> usize {
    let same = was.iter().zip(is).take_while(|(a, b)| a.beat == b.beat);
    same.count()
}

/// The place in an edited list that answers to a place in the list as it was:
/// found by what stands before it, or else by what comes after it.
fn reached(was: &[Event], is: &[Event], place: usize) -> usize {
    let before = was.iter().zip(is).take_while(|(a, b)| a == b).count();
    if place <= before {
        return place;
    }
    let after = was.iter().rev().zip(is.iter().rev()).take_while(|(a, b)| a == b).count();
    let rest = was.len() - place;
    if rest <= after { is.len() - rest } else { place.min(is.len()) }
}
