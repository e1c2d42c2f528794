//! What is kept of a run: its answers and its result, as JSON that reads back.

mod answers;
mod report;

pub use answers::{Answers, AnswersError};
pub use report::{finish_with, report};
