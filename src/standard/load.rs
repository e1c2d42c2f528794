//! Reading a RON file of this layer and placing what is wrong in it.

use std::fs;
use std::path::{Path, PathBuf};

use ron::Options;
use ron::error::{Error, SpannedError};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use crate::source::Finding;

/// A file's text and the name its findings carry.
pub(super) struct Reading {
    file: String,
    text: String,
    /// The text with comments and the insides of strings blanked out, byte for byte.
    bare: String,
}

impl Reading {
    pub(super) fn of(path: &Path) -> Result<Reading, Vec<Finding>> {
        let file = path.display().to_string();
        match fs::read_to_string(path) {
            Ok(text) => Ok(Reading { file, bare: bare(&text), text }),
            Err(error) => {
                let found = format!("the file cannot be read: {error}");
                Err(vec![whole(file, "unreadable", found, "a readable file in UTF-8")])
            }
        }
    }

    pub(super) fn parse<T: DeserializeOwned>(&self) -> Result<T, Vec<Finding>> {
        let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        options.from_str(&self.text).map_err(|error| vec![self.explain(&error)])
    }

    /// Where the `nth` field of this name is written, counted from 0; `(0, 0)` if nowhere.
    pub(super) fn field(&self, name: &str, nth: usize) -> (usize, usize) {
        self.fields(name).nth(nth).map_or((0, 0), |at| self.place(at))
    }

    /// Where a field is written after the `nth` field called `id`, and before
    /// the next one; that `id`, if it is not.
    pub(super) fn field_of(&self, name: &str, nth_id: usize) -> (usize, usize) {
        let from = self.fields("id").nth(nth_id).unwrap_or(0);
        let to = self.fields("id").nth(nth_id + 1).unwrap_or(self.text.len());
        let at = self.fields(name).find(|at| (from..to).contains(at)).unwrap_or(from);
        self.place(at)
    }

    /// Where a map's key is written; `(0, 0)` if nowhere.
    pub(super) fn key(&self, key: &str) -> (usize, usize) {
        self.keys(key).next().map_or((0, 0), |at| self.place(at))
    }

    /// Where a map's key is written a second time.
    pub(super) fn second_key(&self, key: &str) -> Option<(usize, usize)> {
        self.keys(key).nth(1).map(|at| self.place(at))
    }

    fn keys(&self, key: &str) -> impl Iterator<Item = usize> {
        let quoted = format!("\"{key}\"");
        let found: Vec<usize> = self.text.match_indices(&quoted).map(|(at, _)| at).collect();
        found.into_iter().filter(move |&at| {
            self.bare.as_bytes().get(at) == Some(&b'"')
                && self.bare[at + quoted.len()..].trim_start().starts_with(':')
        })
    }

    /// A finding at a place of this file.
    pub(super) fn finding(
        &self,
        (line, column): (usize, usize),
        code: &'static str,
        found: String,
        expected: &str,
    ) -> Finding {
        let whole = whole(self.file.clone(), code, found, expected);
        Finding { line, column, ..whole }
    }

    fn fields(&self, name: &str) -> impl Iterator<Item = usize> {
        let text = &self.bare;
        text.match_indices(name).map(|(at, _)| at).filter(move |&at| {
            let before = text[..at].chars().next_back();
            let starts = !before.is_some_and(|c| c.is_alphanumeric() || c == '_');
            starts && text[at + name.len()..].trim_start().starts_with(':')
        })
    }

    fn place(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    fn explain(&self, error: &SpannedError) -> Finding {
        let place = (error.span.start.line, error.span.start.col);
        let (found, expected, near) = match &error.code {
            Error::NoSuchEnumVariant { expected, found, .. } => {
                (format!("`{found}`"), one_of(expected), nearest(found, expected))
            }
            Error::NoSuchStructField { expected, found, .. } => {
                (format!("a field `{found}`"), one_of(expected), nearest(found, expected))
            }
            Error::MissingStructField { field, .. } => {
                (format!("no field `{field}`"), format!("`{field}: …` here"), None)
            }
            other => (other.to_string(), "a file in the format of its folder".to_owned(), None),
        };
        Finding { nearest: near, ..self.finding(place, "ron", found, &expected) }
    }
}

/// A finding that means a whole file.
pub(super) fn whole(file: String, code: &'static str, found: String, expected: &str) -> Finding {
    Finding { file, line: 0, column: 0, code, found, expected: expected.to_owned(), nearest: None }
}

/// Every `.ron` file of a folder, in order of name.
pub(super) fn ron_files(folder: &Path) -> Result<Vec<PathBuf>, Vec<Finding>> {
    let unreadable = |error: std::io::Error| {
        let found = format!("the folder cannot be read: {error}");
        vec![whole(folder.display().to_string(), "unreadable", found, "a folder of .ron files")]
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|e| e == "ron") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The nearest of some names, if one is near enough to be what was meant.
pub(super) fn nearest<S: AsRef<str>>(found: &str, names: &[S]) -> Option<String> {
    let near = names.iter().map(|n| (strsim::jaro_winkler(found, n.as_ref()), n.as_ref()));
    near.filter(|(score, _)| *score >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name.to_owned())
}

/// `a`, `b` or `c`.
pub(super) fn one_of<S: AsRef<str>>(names: &[S]) -> String {
    let quoted: Vec<String> = names.iter().map(|n| format!("`{}`", n.as_ref())).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => "nothing".to_owned(),
    }
}

/// Blanks comments and the insides of strings, keeping every byte's place.
fn bare(text: &str) -> String {
    #[derive(PartialEq)]
    enum In {
        Code,
        String { escaped: bool },
        Line,
        Block,
    }
    let mut state = In::Code;
    let mut out = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        let next = text[out.len() + c.len_utf8()..].chars().next();
        let kept = match (&state, c) {
            (In::Code, '"') => {
                state = In::String { escaped: false };
                true
            }
            (In::Code, '/') if next == Some('/') => {
                state = In::Line;
                false
            }
            (In::Code, '/') if next == Some('*') => {
                state = In::Block;
                false
            }
            (In::Code, _) => true,
            (In::String { escaped: false }, '"') | (In::Line, '\n') => {
                state = In::Code;
                true
            }
            (In::String { escaped }, c) => {
                state = In::String { escaped: !escaped && c == '\\' };
                false
            }
            (In::Block, '/') if last == '*' => {
                state = In::Code;
                false
            }
            (In::Line | In::Block, _) => false,
        };
        if kept {
            out.push(c);
        } else {
            out.extend(std::iter::repeat_n(' ', c.len_utf8()));
        }
        last = c;
    }
    out
}
