//! An open activity: what is asked, how far its own time has run, what was done so far.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::scenario::{Activity, Resolver};

use super::pace::Pace;
use super::state::Evidence;
use super::timeline::Happening;
use super::{Prompt, SessionTime, TimerSetting};

/// An activity between its prompt and its answer.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub(super) prompt: Arc<Prompt>,
    pub(super) since: SessionTime,
    pub(super) pace: Pace,
    /// Milliseconds of the activity's own time that have gone.
    pub(super) clock: i64,
    /// What happens by itself, in order of time.
    pub(super) schedule: Arc<Vec<(i64, Happening)>>,
    /// How much of the schedule has happened.
    pub(super) happened: usize,
    /// Own time until which an action keeps the trainee busy.
    pub(super) busy_until: Option<i64>,
    pub(super) evidence: Evidence,
    /// Rings so far, and whether the track was answered.
    pub(super) rings: BTreeMap<String, (u32, bool)>,
    pub(super) toggled: BTreeSet<String>,
    pub(super) written: BTreeMap<String, String>,
    pub(super) value: Option<i32>,
}

impl Open {
    /// Opens an activity at a session time.
    pub(super) fn new(
        prompt: Prompt,
        activity: &Activity,
        resolver: &Resolver<'_>,
        since: SessionTime,
        timers: TimerSetting,
    ) -> Open {
        let value = match activity {
            Activity::Slider { start, .. } => Some(*start),
            _ => None,
        };
        let rings = activity
            .timeline()
            .map(|t| t.tracks.iter().map(|track| (track.id.clone(), (0, false))).collect())
            .unwrap_or_default();
        Open {
            prompt: Arc::new(prompt),
            since,
            pace: Pace::new(since, timers),
            clock: 0,
            schedule: Arc::new(super::timeline::schedule(activity, resolver)),
            happened: 0,
            busy_until: None,
            evidence: Evidence::default(),
            rings,
            toggled: BTreeSet::new(),
            written: BTreeMap::new(),
            value,
        }
    }

    /// The activity's own time at a session time. With timers off it stands where
    /// what was done has brought it.
    pub(super) fn own_time(&self, at: SessionTime) -> i64 {
        self.pace.own_time(at).unwrap_or(self.clock)
    }

    /// The session time at which the activity's own time is `own`; `None` with
    /// timers off, when it never comes by itself.
    pub(super) fn session_time(&self, own: i64) -> Option<SessionTime> {
        self.pace.session_time(own)
    }

    /// When something next happens by itself.
    pub(super) fn deadline(&self) -> Option<SessionTime> {
        self.session_time(self.next_time()?)
    }

    /// Own time of the next happening, or of the end of a busy spell.
    pub(super) fn next_time(&self) -> Option<i64> {
        let next = self.schedule.get(self.happened).map(|(at, _)| *at);
        let free = self.busy_until.filter(|until| *until > self.clock);
        match (next, free) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }
}
