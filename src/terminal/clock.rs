//! The text shell's clock, which stands still while the player pauses.

use std::time::{Duration, Instant};

use crate::session::SessionTime;

/// Session time as this shell measures it.
#[derive(Debug)]
pub(super) struct Clock {
    started: Instant,
    /// Session time at which this clock was started.
    from: SessionTime,
    paused: Option<Instant>,
    lost: Duration,
}

impl Clock {
    /// A clock that runs on from a session time.
    #[allow(clippy::disallowed_methods, reason = "a shell reads the clock for the session")]
    pub(super) fn start(from: SessionTime) -> Clock {
        Clock { started: Instant::now(), from, paused: None, lost: Duration::ZERO }
    }

    #[allow(clippy::disallowed_methods, reason = "a shell reads the clock for the session")]
    pub(super) fn now(&self) -> SessionTime {
        let until = self.paused.unwrap_or_else(Instant::now);
        let gone = until.duration_since(self.started).saturating_sub(self.lost);
        self.from.plus(u64::try_from(gone.as_millis()).unwrap_or(u64::MAX))
    }

    /// Stands still, or runs on; tells whether it now stands still.
    #[allow(clippy::disallowed_methods, reason = "a shell reads the clock for the session")]
    pub(super) fn toggle(&mut self) -> bool {
        match self.paused.take() {
            Some(since) => {
                self.lost += Instant::now().duration_since(since);
                false
            }
            None => {
                self.paused = Some(Instant::now());
                true
            }
        }
    }

    pub(super) fn is_paused(&self) -> bool {
        self.paused.is_some()
    }

    /// How long until a session time comes; nothing while paused.
    pub(super) fn until(&self, at: SessionTime) -> Duration {
        Duration::from_millis(at.0.saturating_sub(self.now().0))
    }
}
