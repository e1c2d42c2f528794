//! What is kept of a run: its answers and its result, as JSON that reads back, and which lines were read.

mod answers;
mod attempt;
mod clock;
mod journal;
mod read_lines;
mod report;
mod track;

pub use answers::{Answers, AnswersError, Kept};
pub use attempt::{Attempt, Begun, GapKept, VerdictKept, WallTime};
pub use clock::{drawn_seed, wall_time};
pub use journal::{FILE as JOURNAL_FILE, Journal, JournalError};
pub use read_lines::{LineMark, ReadLines, ReadLinesError};
pub use report::{finish_with, report};
pub use track::Track;
