//! What is kept of a run: its answers and its result, as JSON that reads back.

mod answers;
mod report;
mod seed;

pub use answers::{Answers, AnswersError, Kept};
pub use report::{finish_with, report};
pub use seed::drawn_seed;
