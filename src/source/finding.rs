//! One thing that is wrong in an authored file, with its place and advice.

use std::fmt;

/// A complaint about a file that says where, what was found and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file as the author knows it.
    pub file: String,
    /// Line, counted from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Column in characters, counted from 1; 0 when the whole file is meant.
    pub column: usize,
    /// Stable code, such as `unknown-beat`.
    pub code: &'static str,
    /// What was found.
    pub found: String,
    /// What was expected, or what to do.
    pub expected: String,
    /// The nearest right name, where one exists.
    pub nearest: Option<String>,
}

impl Finding {
    /// A finding at a line and column, with no nearest name. `(0, 0)` means the whole file.
    pub fn new(
        file: &str,
        (line, column): (usize, usize),
        code: &'static str,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Finding {
        Finding {
            file: file.to_owned(),
            line,
            column,
            code,
            found: found.into(),
            expected: expected.into(),
            nearest: None,
        }
    }

    /// The same finding with the name that was probably meant.
    #[must_use]
    pub fn with_nearest(mut self, nearest: Option<String>) -> Finding {
        self.nearest = nearest;
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        write!(f, ": [{}] {}; expected {}", self.code, self.found, self.expected)?;
        if let Some(nearest) = &self.nearest {
            write!(f, " (did you mean `{nearest}`?)")?;
        }
        Ok(())
    }
}

impl std::error::Error for Finding {}

/// The longest piece of an author's own text that a message repeats, in characters.
const QUOTED_CHARS: usize = 40;

/// The longest half of a message, in characters.
const MESSAGE_CHARS: usize = 240;

/// A piece of an author's text made fit for a message: one line, no control
/// characters, and cut off when long.
pub(crate) fn shorten(text: &str) -> String {
    cut(text, QUOTED_CHARS)
}

/// A message made fit to be shown, whatever an author's names did to it.
pub(crate) fn tidy(message: &str) -> String {
    cut(message, MESSAGE_CHARS)
}

fn cut(text: &str, most: usize) -> String {
    let mut short = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == most {
            short.push('…');
            break;
        }
        if c == '\n' {
            short.push('⏎');
        } else if c.is_control() {
            short.push('\u{fffd}');
        } else {
            short.push(c);
        }
    }
    short
}
