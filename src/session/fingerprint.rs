//! What two states share when runs go on from them alike.

use std::fmt::Write;

use crate::scenario::{Activity, Depends, Looks};

use super::Session;
use super::activity::Open;

impl Session {
    /// What decides how this run can go on, as text that two states share when
    /// they can go on alike: the beat, what some condition may still look back
    /// on, and the open activity as far as its beat looks at it. Session time,
    /// wording and the other verdicts are left out. For the author's tools.
    pub fn fingerprint(&self, depends: &Depends) -> String {
        let state = &self.state;
        let mut text = format!("{}|{}|{:?}", state.beat, state.phase.word(), state.watched);
        // Writing into a string cannot fail.
        if let Some(live) = depends.live(&state.beat).filter(|_| self.ending().is_none()) {
            for (id, value) in &state.variables {
                if live.variables.contains(id) {
                    let _ = write!(text, "|{id}={value}");
                }
            }
            for (beat, mark) in &live.deeds {
                let did = state.evidence.get(beat).is_some_and(|e| e.mark(mark).is_some());
                if did {
                    let _ = write!(text, "|{beat}/{mark}");
                }
            }
            for judgement in &state.judgements {
                if live.standards.contains(&judgement.standard) {
                    let _ = write!(text, "|{} {:?}", judgement.standard, judgement.verdict);
                }
            }
        }
        if let Some(open) = self.open() {
            let looks = depends.looks(&state.beat);
            self.open_activity(open, looks, &mut text);
        }
        text
    }

    fn open_activity(&self, open: &Open, looks: Option<&Looks>, text: &mut String) {
        let _ = write!(
            text,
            "|{}|{:?}|{:?}|{:?}|{:?}",
            open.clock, open.busy_until, open.toggled, open.written, open.value
        );
        let answered: Vec<&String> =
            open.rings.iter().filter(|(_, ring)| ring.1).map(|(track, _)| track).collect();
        let _ = write!(text, "|{answered:?}");
        let marks = &open.evidence.marks;
        let mut done: Vec<&str> = marks.iter().map(|m| m.id.as_str()).collect();
        done.sort_unstable();
        let _ = write!(text, "|{done:?}");
        // What was done last decides which act a fault belongs to.
        if matches!(self.asked(), Some(Activity::Timer { .. } | Activity::Queue { .. })) {
            let _ = write!(text, "|{:?}", marks.last().map(|m| &m.id));
        }
        let Some(looks) = looks else { return };
        let evidence = &open.evidence;
        let place = |id: &str| marks.iter().position(|m| m.id == id);
        for (a, b) in &looks.order {
            let (a, b) = (place(a), place(b));
            text.push(if a.is_some() && b.is_some() && a < b { '<' } else { '-' });
        }
        for (id, limit) in &looks.times {
            let limit = self.number(limit);
            text.push(evidence.mark(id).map_or('-', |m| if m.at <= limit { 'y' } else { 'n' }));
        }
        for (id, limit) in &looks.rings {
            let limit = self.number(limit);
            let within = |rings: u32| if i64::from(rings) <= limit { 'y' } else { 'n' };
            text.push(evidence.mark(id).map_or('-', |m| within(m.rings)));
        }
    }
}
