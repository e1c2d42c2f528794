//! The text shell: the same scenarios, read and answered line by line.

mod ask;
mod clock;
mod debrief;
mod player;
mod say;
mod way;
mod wrap;

pub use debrief::debrief;
pub use player::play;
pub use wrap::{columns, page_width, wrap};
