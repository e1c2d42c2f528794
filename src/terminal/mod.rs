//! The text shell: the same scenarios, read and answered line by line.

mod ask;
mod clock;
mod debrief;
mod player;
mod say;

pub use clock::drawn_seed;
pub use debrief::debrief;
pub use player::play;
