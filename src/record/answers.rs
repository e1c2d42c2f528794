//! A run's inputs as JSON: written by `liyi run --json`, read by `--answers`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::session::{Input, SessionTime};

/// The most bytes an answers file may have; a long run needs a hundredth.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Inputs to feed to a session, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Each input, with its session time where one is given; an input without
    /// one is given as soon as possible.
    pub inputs: Vec<(Option<SessionTime>, Input)>,
}

/// Why a file of answers cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AnswersError {
    #[error("cannot read the answers {}: {why}", path.display())]
    Unreadable { path: PathBuf, why: String },
    #[error("the answers {} are larger than {LARGEST} bytes; no run is that long", path.display())]
    TooLarge { path: PathBuf },
    #[error(
        "the answers {}:{line}:{column} are not as expected: {why}; expected a list of inputs \
         such as [{{\"choose\": \"wait\"}}, {{\"at_ms\": 1200, \"continue\": true}}], or a result \
         of `liyi run --json`", path.display()
    )]
    Malformed { path: PathBuf, line: usize, column: usize, why: String },
}

impl Answers {
    /// Reads a list of inputs, or the `inputs` of a whole result.
    ///
    /// # Errors
    /// [`AnswersError`] names the file and, where it can, the place in it.
    pub fn read(path: &Path) -> Result<Answers, AnswersError> {
        let unreadable =
            |e: std::io::Error| AnswersError::Unreadable { path: path.into(), why: e.to_string() };
        let size = std::fs::metadata(path).map_err(unreadable)?.len();
        if size > LARGEST {
            return Err(AnswersError::TooLarge { path: path.into() });
        }
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        Answers::parse(&text).map_err(|e| AnswersError::Malformed {
            path: path.into(),
            line: e.line(),
            column: e.column(),
            why: e.to_string(),
        })
    }

    /// Reads the JSON text itself.
    ///
    /// # Errors
    /// The JSON error, with line and column.
    pub fn parse(text: &str) -> Result<Answers, serde_json::Error> {
        let text = text.trim_start_matches('\u{feff}');
        let kept: Vec<Kept> = if text.trim_start().starts_with('[') {
            serde_json::from_str(text)?
        } else {
            let whole: Whole = serde_json::from_str(text)?;
            whole.inputs
        };
        Ok(Answers { inputs: kept.into_iter().map(Kept::input).collect() })
    }
}

/// A result document, of which only the inputs matter here.
#[derive(Deserialize)]
struct Whole {
    inputs: Vec<Kept>,
}

/// One input as it is kept, in JSON.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(expecting = "an input in curly brackets")]
pub struct Kept {
    #[serde(skip_serializing_if = "Option::is_none")]
    at_ms: Option<u64>,
    #[serde(flatten)]
    what: What,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Continue(bool),
    Choose(String),
    Arrange(Vec<String>),
    Gesture(BTreeMap<String, String>),
    Toggle(String),
    Slide(i32),
    Write { field: String, text: String },
    Done(bool),
    Wait(bool),
    TimePassed(bool),
}

impl Kept {
    /// An input with its session time.
    pub fn of(at: SessionTime, input: &Input) -> Kept {
        let what = match input {
            Input::Continue => What::Continue(true),
            Input::Choose(id) => What::Choose(id.clone()),
            Input::Arrange(ids) => What::Arrange(ids.clone()),
            Input::Gesture(dials) => What::Gesture(dials.iter().cloned().collect()),
            Input::Toggle(id) => What::Toggle(id.clone()),
            Input::Slide(value) => What::Slide(*value),
            Input::Write { field, text } => {
                What::Write { field: field.clone(), text: text.clone() }
            }
            Input::Done => What::Done(true),
            Input::Wait => What::Wait(true),
            Input::TimePassed => What::TimePassed(true),
        };
        Kept { at_ms: Some(at.0), what }
    }

    pub(super) fn input(self) -> (Option<SessionTime>, Input) {
        let input = match self.what {
            What::Continue(_) => Input::Continue,
            What::Choose(id) => Input::Choose(id),
            What::Arrange(ids) => Input::Arrange(ids),
            What::Gesture(dials) => Input::Gesture(dials.into_iter().collect()),
            What::Toggle(id) => Input::Toggle(id),
            What::Slide(value) => Input::Slide(value),
            What::Write { field, text } => Input::Write { field, text },
            What::Done(_) => Input::Done,
            What::Wait(_) => Input::Wait,
            What::TimePassed(_) => Input::TimePassed,
        };
        (self.at_ms.map(SessionTime), input)
    }
}
