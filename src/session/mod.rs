//! What happens: a session is a pure state machine, inputs in and events out.
//!
//! A session never reads a clock, a file or a random source. The shell hands in
//! session time with every input; when [`Session::deadline`] comes, time itself
//! is the next input ([`Input::TimePassed`]). The contract:
//!
//! * [`Session::start`] gives the session and the first events;
//! * [`Session::handle`] gives, in order, every event an input causes; a
//!   refused input changes nothing;
//! * the same scenario, setup and transcript give the same events and verdicts.
//!
//! A session is always telling (lines are being read; [`Input::Continue`] goes
//! on), asking (an activity is open) or ended.

mod activity;
mod answer;
mod carry;
mod conditions;
mod event;
mod fingerprint;
mod flow;
mod grade;
mod input;
mod judge;
mod look_back;
mod pace;
mod prompt;
mod state;
mod timeline;
mod timers;
mod verdict;
mod view;

use std::sync::Arc;

use crate::scenario::{Activity, Draw, Scenario};
use crate::standard::{Profile, Text};

pub use carry::Carried;
pub use event::{Event, Judgement};
pub use input::{Input, Refused, SessionTime};
pub use look_back::Entry;
pub use state::Visit;
pub use timers::TimerSetting;
pub use verdict::Verdict;
pub use view::*;

use state::State;

/// The most characters taken for one field of a note.
pub const LONGEST_FIELD: usize = 200;

/// Under which conditions a session runs; part of what makes it reproducible.
#[derive(Clone, Debug)]
pub struct Setup {
    pub profile: Arc<Profile>,
    pub seed: u64,
    pub timers: TimerSetting,
}

/// One run of one scenario under one profile and one seed.
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Arc<Scenario>,
    setup: Setup,
    draw: Arc<Draw>,
    state: State,
    transcript: Vec<(SessionTime, Input)>,
    /// What each input caused, the start first.
    log: Vec<(SessionTime, Arc<Vec<Event>>)>,
}

impl Session {
    /// Begins a run: the session, and what happens first.
    pub fn start(scenario: Arc<Scenario>, setup: Setup) -> (Session, Vec<Event>) {
        let draw = Arc::new(Draw::new(&scenario, setup.seed));
        let state = State::new(&scenario);
        let mut session =
            Session { scenario, setup, draw, state, transcript: Vec::new(), log: Vec::new() };
        let mut events = Vec::new();
        session.enter_first(&mut events);
        session.log.push((SessionTime::default(), Arc::new(events.clone())));
        (session, events)
    }

    /// Takes one input at a session time and gives every event it causes.
    ///
    /// # Errors
    /// [`Refused`] says why the input does not fit; the session is unchanged.
    pub fn handle(&mut self, at: SessionTime, input: Input) -> Result<Vec<Event>, Refused> {
        let (next, events) = self.after(at, input)?;
        *self = next;
        Ok(events)
    }

    /// The session as it would be after an input, and every event it would cause.
    ///
    /// # Errors
    /// [`Refused`] says why the input does not fit.
    pub fn after(&self, at: SessionTime, input: Input) -> Result<(Session, Vec<Event>), Refused> {
        if at < self.state.now {
            return Err(Refused::TimeRanBackwards { at, now: self.state.now });
        }
        let mut next = self.clone();
        let mut events = Vec::new();
        next.take(at, &input, &mut events)?;
        if input != Input::TimePassed || !events.is_empty() {
            next.transcript.push((at, input));
            next.log.push((at, Arc::new(events.clone())));
        }
        Ok((next, events))
    }

    /// When time itself is the next input: send [`Input::TimePassed`] then.
    /// `None` while nothing runs by itself.
    pub fn deadline(&self) -> Option<SessionTime> {
        self.open()?.deadline()
    }

    /// Everything accepted so far, in order: what is kept, replayed and audited.
    pub fn transcript(&self) -> &[(SessionTime, Input)] {
        &self.transcript
    }

    /// Begins again and replays up to the moment a beat of this run was
    /// entered; `visit` counts beats entered, from 0. The events given are
    /// those of the last replayed input, so that a shell can show the beat's
    /// beginning. `None` if this run never got that far.
    pub fn rewind(&self, visit: usize) -> Option<(Session, Vec<Event>)> {
        let inputs = self.state.visits.get(visit)?.inputs;
        let (mut session, mut events) =
            Session::start(Arc::clone(&self.scenario), self.setup.clone());
        for (at, input) in self.transcript.get(..inputs)? {
            events = session.handle(*at, input.clone()).ok()?;
        }
        Some((session, events))
    }

    /// Every verdict so far, in order of time.
    pub fn judgements(&self) -> Vec<Judgement> {
        self.state.judgements.iter().map(|j| Judgement::clone(j)).collect()
    }

    /// How many verdicts there are so far.
    pub fn judgement_count(&self) -> usize {
        self.state.judgements.len()
    }

    /// Everything that happened so far, in order.
    pub fn events(&self) -> Vec<Event> {
        self.log.iter().flat_map(|(_, events)| events.iter().cloned()).collect()
    }

    /// Everything that happened so far, in order, each with the session time it
    /// happened at.
    pub fn events_in_time(&self) -> impl Iterator<Item = (SessionTime, &Event)> {
        self.log.iter().flat_map(|(at, events)| events.iter().map(|event| (*at, event)))
    }

    /// What has happened since an earlier moment of this run.
    pub fn events_since<'a>(&'a self, before: &Session) -> impl Iterator<Item = &'a Event> {
        self.log.iter().skip(before.log.len()).flat_map(|(_, events)| events.iter())
    }

    /// The beats entered so far, in order.
    pub fn visits(&self) -> &[Visit] {
        &self.state.visits
    }

    /// The ways taken so far, from beat to beat, the last perhaps to the ending.
    pub fn ways(&self) -> impl Iterator<Item = (&str, &str)> {
        let visits = self.visits();
        let between = visits.windows(2).map(|pair| (pair[0].beat.as_str(), pair[1].beat.as_str()));
        let last = visits.last().and_then(|last| Some((last.beat.as_str(), self.ending()?)));
        between.chain(last)
    }

    /// The session time of the latest input.
    pub fn now(&self) -> SessionTime {
        self.state.now
    }

    /// The activity that is open, if one is.
    pub fn asked(&self) -> Option<&Activity> {
        self.open()?;
        self.scenario.beats.get(&self.state.beat)?.activity.as_ref()
    }

    /// A text of the scenario with every `{…}` filled for this run.
    pub fn words(&self, text: &Text) -> Text {
        self.resolver().text(text)
    }

    /// Whether pointing out this spot or packing this item would be right now;
    /// false for anything else. For the author's tools.
    pub fn is_wanted(&self, id: &str) -> bool {
        let done = self.done_so_far();
        let wanted = match self.asked() {
            Some(Activity::Inspect { spots, .. }) => {
                spots.iter().find(|s| s.id == id).map(|s| &s.wanted)
            }
            Some(Activity::Pack { items, .. }) => {
                items.iter().find(|i| i.id == id).map(|i| &i.wanted)
            }
            _ => None,
        };
        wanted.is_some_and(|when| self.holds(when, &done))
    }

    /// The id of the beat at hand.
    pub fn beat(&self) -> &str {
        &self.state.beat
    }

    /// The scenario being played.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Profile, seed and timers.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// What the seed drew.
    pub fn draw(&self) -> &Draw {
        &self.draw
    }

    /// Which figure plays a member of the cast now: the one last put on in this
    /// run, else the one that the seed drew.
    pub fn figure(&self, who: &str) -> Option<&str> {
        let worn = self.state.worn.get(who).map(String::as_str);
        worn.or_else(|| self.draw.figure(&self.scenario, who))
    }

    /// The ending's id, once it is over.
    pub fn ending(&self) -> Option<&str> {
        match &self.state.phase {
            state::Phase::Ended(ending) => Some(ending),
            _ => None,
        }
    }
}
