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
