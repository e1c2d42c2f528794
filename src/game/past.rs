//! The runs of before, and how the run at hand joins them.

use std::collections::BTreeMap;

use bevy::prelude::*;

use super::Options;
use super::handover::Finished;
use super::library::Library;
use crate::record::{Attempt, Journal, JournalError, Track, wall_time};
use crate::standard::Text as Words;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, open_journal);
}

/// What is kept in the player's data folder.
#[derive(Resource, Clone, Debug, Default)]
pub(crate) struct Past {
    journal: Journal,
    /// Runs that are shown on a tour instead, and never written.
    sample: Option<Vec<Attempt>>,
    /// Why the run at hand is not on the disk.
    unkept: Option<Words>,
    /// What is wrong with the file, until it has been told.
    complaint: Option<Words>,
    /// How many unreadable lines have been told of.
    told: usize,
}

fn open_journal(options: Res<Options>, mut commands: Commands) {
    let sample = options.tour.as_ref().map(|_| Vec::new());
    let journal = Journal::of(&options.folders.data);
    commands.insert_resource(Past { journal, sample, ..Past::default() });
}

impl Past {
    fn attempts(&self) -> &[Attempt] {
        self.sample.as_deref().unwrap_or(self.journal.attempts())
    }

    /// The runs of one scenario in one house.
    pub(crate) fn track(&self, scenario: &str, profile: &str) -> Track<'_> {
        Track::of(self.attempts(), scenario, profile)
    }

    /// Reads what has come to the file, from this window or another.
    pub(crate) fn refresh(&mut self) {
        if self.sample.is_some() {
            return;
        }
        let read = self.journal.refresh();
        let unreadable = self.journal.broken + self.journal.newer;
        match read {
            Err(error) => self.complaint = Some(error.said()),
            Ok(()) if unreadable > self.told => {
                self.told = unreadable;
                self.complaint = self.journal.complaint();
            }
            Ok(()) => {}
        }
    }

    /// Keeps a run. What goes wrong is told with [`Past::unkept`].
    fn keep(&mut self, attempt: &Attempt) {
        if self.sample.is_some() {
            return;
        }
        self.unkept = self.journal.keep(attempt).err().map(|e: JournalError| e.said());
        self.refresh();
    }

    /// Why the run at hand is not on the disk, if it is not.
    pub(crate) fn unkept(&self) -> Option<&Words> {
        self.unkept.as_ref()
    }

    /// What is wrong with the file itself.
    pub(crate) fn complaint(&self) -> Option<&Words> {
        self.complaint.as_ref()
    }

    /// What was said of the file has been seen.
    pub(crate) fn forget_complaint(&mut self) {
        self.complaint = None;
    }

    /// Shows these runs on a tour.
    pub(crate) fn pose(&mut self, sample: Vec<Attempt>) {
        self.sample = Some(sample);
    }
}

/// Puts a finished run on the disk, before anything of it is shown.
pub(crate) fn keep_run(
    finished: Option<ResMut<Finished>>,
    library: Res<Library>,
    mut past: ResMut<Past>,
) {
    let Some(mut finished) = finished else { return };
    if finished.attempt.is_some() {
        return;
    }
    let begun = finished.begun;
    finished.attempt = Attempt::of(&finished.session, &library.catalogue, begun, wall_time());
    if let Some(attempt) = &finished.attempt {
        past.keep(attempt);
    }
}

/// Tries once more to keep the run at hand.
pub(crate) fn keep_again(finished: &Finished, past: &mut Past) {
    if let (Some(attempt), Some(_)) = (&finished.attempt, past.unkept()) {
        past.keep(attempt);
    }
}

/// The best and the last score at every scenario in this house, in tenths.
pub(crate) fn standings(
    past: &mut Past,
    library: &Library,
    profile: &str,
) -> BTreeMap<String, (i64, i64)> {
    past.refresh();
    let of = |id: &String| {
        let (best, last) = past.track(id, profile).best_and_last()?;
        Some((id.clone(), (best.score.tenths(), last.score.tenths())))
    };
    library.scenarios.keys().filter_map(of).collect()
}
