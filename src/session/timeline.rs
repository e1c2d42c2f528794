//! Time running inside an activity: rings, cues and the end.

use std::sync::Arc;

use crate::scenario::{Activity, Resolver};

use super::state::Phase;
use super::{Event, Refused, Session, SessionTime, TimerSetting};

/// The most rings one track gets; a faulty file cannot ring for ever.
const MOST_RINGS: u32 = 200;

/// Something that happens by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Happening {
    /// A track (by place) starts its ring number so-and-so.
    Ring(usize, u32),
    /// A cue (by place) comes.
    Cue(usize),
    /// Time is up.
    End,
}

/// What happens by itself in an activity, in order: at one moment rings come
/// first, then cues, then the end.
pub(super) fn schedule(activity: &Activity, resolver: &Resolver<'_>) -> Vec<(i64, Happening)> {
    let Some(timeline) = activity.timeline() else {
        return activity
            .limit()
            .map(|limit| vec![(resolver.number(limit).max(0), Happening::End)])
            .unwrap_or_default();
    };
    let ends_at = resolver.number(&timeline.ends_at).max(0);
    let mut happenings = Vec::new();
    for (place, track) in timeline.tracks.iter().enumerate() {
        let Some(every) = track.every.as_ref().map(|n| resolver.number(n)) else { continue };
        let first = track.first_at.as_ref().map_or(0, |n| resolver.number(n));
        let every = every.max(1);
        let mut at = first;
        for count in 1..=MOST_RINGS {
            if at >= ends_at {
                break;
            }
            // Rings before the start are heard as one: the latest of them.
            if at >= 0 || at + every > 0 {
                happenings.push((at.max(0), Happening::Ring(place, count)));
            }
            at += every;
        }
    }
    for (place, cue) in timeline.cues.iter().enumerate() {
        let at = resolver.number(&cue.at);
        if (0..=ends_at).contains(&at) {
            happenings.push((at, Happening::Cue(place)));
        }
    }
    happenings.push((ends_at, Happening::End));
    happenings.sort();
    happenings
}

impl Session {
    /// Lets the open activity's own time run up to a session time.
    pub(super) fn pass(&mut self, at: SessionTime, events: &mut Vec<Event>) {
        let Some(open) = self.open() else { return };
        let own = open.own_time(at);
        self.run_to(own, events);
    }

    /// How much of the open activity's time has gone at a session time, from 0 to
    /// 1; `None` where nothing ends by itself.
    pub fn time_gone(&self, at: SessionTime) -> Option<f32> {
        let open = self.open()?;
        let (end, _) = open.schedule.last()?;
        let own = open.pace.own_time(at)?;
        #[allow(clippy::cast_precision_loss, reason = "an activity lasts minutes at most")]
        let share = own as f32 / (*end).max(1) as f32;
        Some(share.clamp(0.0, 1.0))
    }

    /// With timers off: lets the next thing happen.
    pub(super) fn wait(&mut self, events: &mut Vec<Event>) -> Result<(), Refused> {
        if self.setup.timers != TimerSetting::Off {
            return Err(Refused::TimersRun);
        }
        let next = self.open().and_then(super::activity::Open::next_time);
        let own = next.ok_or_else(|| Refused::NotNow { id: "wait".to_owned() })?;
        self.run_to(own, events);
        Ok(())
    }

    /// Lets everything up to this own time happen, unless the activity closes first.
    pub(super) fn run_to(&mut self, own: i64, events: &mut Vec<Event>) {
        let visit = self.state.visits.len();
        while let Phase::Asking(open) = &mut self.state.phase {
            if self.state.visits.len() != visit {
                return;
            }
            match open.schedule.get(open.happened).cloned() {
                Some((at, happening)) if at <= own => {
                    open.clock = open.clock.max(at);
                    open.happened += 1;
                    self.happen(&happening, events);
                }
                _ => {
                    open.clock = open.clock.max(own);
                    if open.busy_until.is_some_and(|until| until <= open.clock) {
                        open.busy_until = None;
                    }
                    return;
                }
            }
        }
    }

    fn happen(&mut self, happening: &Happening, events: &mut Vec<Event>) {
        let scenario = Arc::clone(&self.scenario);
        let Some(activity) = scenario.beats.get(&self.state.beat).and_then(|b| b.activity.as_ref())
        else {
            return;
        };
        let timeline = activity.timeline();
        match happening {
            Happening::Ring(place, count) => {
                let Some(track) = timeline.and_then(|t| t.tracks.get(*place)) else { return };
                let label = self.resolver().text(&track.label);
                let Phase::Asking(open) = &mut self.state.phase else { return };
                let rings = open.rings.entry(track.id.clone()).or_default();
                if !rings.1 {
                    rings.0 = *count;
                    events.push(Event::Rang { track: track.id.clone(), label, count: *count });
                }
            }
            Happening::Cue(place) => {
                let Some(cue) = timeline.and_then(|t| t.cues.get(*place)) else { return };
                let done = self.done_so_far();
                if self.holds(&cue.when, &done) {
                    self.steps(&cue.then, &done, events);
                    self.look_out(events);
                }
            }
            Happening::End => {
                events.push(Event::TimeUp);
                if let Phase::Asking(open) = &mut self.state.phase {
                    open.evidence.time_up = true;
                }
                if let Some(timeline) = timeline {
                    let done = self.done_so_far();
                    self.steps(&timeline.on_end, &done, events);
                }
                self.finish(None, events);
            }
        }
    }

    /// Takes a watch that has come to hold in the middle of an activity.
    pub(super) fn look_out(&mut self, events: &mut Vec<Event>) {
        let done = self.done_so_far();
        if let Some(target) = self.watch(&done) {
            self.finish(Some(target), events);
        }
    }
}
