//! What shells read off the wall clock: when a run was kept, and a seed for which none was asked.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::WallTime;

/// A seed for a run where none was asked for, drawn from the clock: short
/// enough to be told to a colleague, 0 to 9999. For shells only, once a run.
pub fn drawn_seed() -> u64 {
    u64::from(since_1970().subsec_micros()) % 10_000
}

/// The time now. For shells only, after a session has ended.
pub fn wall_time() -> WallTime {
    WallTime(u64::try_from(since_1970().as_millis()).unwrap_or_default())
}

#[allow(clippy::disallowed_methods, reason = "called by a shell before or after a session")]
fn since_1970() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
