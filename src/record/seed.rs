//! The seed of a run for which none was asked.

use std::time::{SystemTime, UNIX_EPOCH};

/// A seed for a run where none was asked for, drawn from the clock: short
/// enough to be told to a colleague, 0 to 9999. For shells only, once a run.
#[allow(clippy::disallowed_methods, reason = "called by a shell before a session begins")]
pub fn drawn_seed() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |d| u64::from(d.subsec_micros()) % 10_000)
}
