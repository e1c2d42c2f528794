//! Which ring of a telephone is sounding.

use crate::standard::Profile;

/// How a telephone rings: a ring, a pause, and again. In milliseconds; a ring
/// lasts until the next begins, so its pause belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// How long the bell sounds.
    pub ring_ms: u64,
    /// How long it is silent before the next ring.
    pub pause_ms: u64,
}

impl Cadence {
    /// A Chinese exchange: one second of bell, four of silence.
    pub const EXCHANGE: Cadence = Cadence { ring_ms: 1_000, pause_ms: 4_000 };

    /// The number of the ring at this time after the first began, from 1.
    pub fn ring_at(self, elapsed_ms: u64) -> u64 {
        let whole = self.ring_ms.saturating_add(self.pause_ms).max(1);
        elapsed_ms / whole + 1
    }

    /// Whether a receiver lifted then is lifted within the house's ring limit:
    /// during the last ring is in time, when the next begins it is late.
    /// `None` when the profile has no limit.
    pub fn in_time(self, elapsed_ms: u64, profile: &Profile) -> Option<bool> {
        let limit = u64::try_from(profile.number("ring_limit")?).ok()?;
        Some(self.ring_at(elapsed_ms) <= limit)
    }
}
