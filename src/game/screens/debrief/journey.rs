//! The runs of one scenario up to this one, as the debrief tells of them.

use crate::game::handover::Finished;
use crate::game::past::Past;
use crate::game::theme::Ui;
use crate::record::{Attempt, Begun, WallTime};
use crate::standard::Text;

/// How somebody came to this run.
#[derive(Clone, Debug, Default)]
pub(super) struct Journey {
    /// The runs before it in the same house, oldest first.
    pub(super) earlier: Vec<Attempt>,
    pub(super) begun: Begun,
    pub(super) at: WallTime,
    /// Why this run is not on the disk.
    pub(super) unkept: Option<Text>,
    /// What is wrong with the file of past runs.
    pub(super) complaint: Option<Text>,
}

impl Journey {
    pub(super) fn of(finished: &Finished, past: &Past) -> Journey {
        let setup = finished.session.setup();
        let track = past.track(&finished.session.scenario().id, &setup.profile.id);
        let earlier = finished.attempt.as_ref().map_or(track.attempts(), |now| track.before(now));
        Journey {
            earlier: earlier.iter().map(|attempt| (*attempt).clone()).collect(),
            begun: finished.begun,
            at: finished.attempt.as_ref().map(|attempt| attempt.kept_at).unwrap_or_default(),
            unkept: past.unkept().cloned(),
            complaint: past.complaint().cloned(),
        }
    }

    /// Which run of the scenario this one is, from 1.
    pub(super) fn number(&self) -> usize {
        self.earlier.len() + 1
    }

    /// How long before this run another was kept, in words.
    pub(super) fn ago(&self, ui: &Ui, at: WallTime) -> String {
        let minutes = self.at.0.saturating_sub(at.0) / 60_000;
        let (key, count) = match minutes {
            0 => return ui.tr("debrief-ago-now"),
            1..60 => ("debrief-ago-minutes", minutes),
            60..1_440 => ("debrief-ago-hours", minutes / 60),
            _ => ("debrief-ago-days", minutes / 1_440),
        };
        ui.tr_args(key, &[("count", count.into())])
    }
}
