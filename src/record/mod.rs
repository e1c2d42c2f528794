//! What is kept of a run: its answers and its result, as JSON that reads back, and which lines were read.

mod answers;
mod read_lines;
mod report;
mod seed;

pub use answers::{Answers, AnswersError, Kept};
pub use read_lines::{LineMark, ReadLines, ReadLinesError};
pub use report::{finish_with, report};
pub use seed::drawn_seed;
