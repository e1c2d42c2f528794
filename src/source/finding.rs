//! One thing that is wrong in an authored file, with its place and advice.

use super::{Lang, Text};
use crate::say;

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
    pub found: Text,
    /// What was expected, or what to do.
    pub expected: Text,
    /// The nearest right name, where one exists.
    pub nearest: Option<String>,
}

impl Finding {
    /// A finding at a line and column, with no nearest name. `(0, 0)` means the whole file.
    pub fn new(
        file: &str,
        (line, column): (usize, usize),
        code: &'static str,
        found: Text,
        expected: Text,
    ) -> Finding {
        Finding { file: file.to_owned(), line, column, code, found, expected, nearest: None }
    }

    /// The same finding with the name that was probably meant.
    #[must_use]
    pub fn with_nearest(mut self, nearest: Option<String>) -> Finding {
        self.nearest = nearest;
        self
    }

    /// The whole of it on one line, its place first.
    pub fn said(&self, lang: Lang) -> String {
        let mut place = self.file.clone();
        if self.line > 0 {
            place.push_str(&format!(":{}:{}", self.line, self.column));
        }
        let meant = match (&self.nearest, lang) {
            (None, _) => String::new(),
            (Some(name), Lang::Zh) => format!("（是不是想写 `{name}`？）"),
            (Some(name), Lang::En) => format!(" (did you mean `{name}`?)"),
        };
        format!("{place}: {}{meant}", self.without_place().get(lang))
    }

    /// Its code, what was found and what was expected, where the place is
    /// plain from elsewhere.
    pub fn without_place(&self) -> Text {
        let Finding { code, found, expected, .. } = self;
        say!("[{code}] {found}；要求：{expected}", "[{code}] {found}; expected {expected}"; found, expected)
    }
}

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
pub(crate) fn tidy(message: &Text) -> Text {
    message.map(|_, words| cut(words, MESSAGE_CHARS))
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
