//! Reading a RON file of this layer, and placing what is wrong in it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::say;
use crate::source::{Finding, Locator, Mended, Path as Way, SourceFile, Text, parse_on};

/// A file as it was probably meant, with its value until that is taken.
pub(super) struct Reading<T> {
    mended: Mended<T>,
}

impl<T: DeserializeOwned> Reading<T> {
    /// Reads a file.
    ///
    /// # Errors
    /// It cannot be read as text at all.
    pub(super) fn of(path: &Path) -> Result<Reading<T>, Finding> {
        Ok(Reading::of_source(&SourceFile::read(path)?))
    }

    /// Reads a file's text.
    pub(super) fn of_source(source: &SourceFile) -> Reading<T> {
        Reading { mended: parse_on(source) }
    }

    /// Reads a file, or a text that is about to be written in its place.
    ///
    /// # Errors
    /// It cannot be read as text at all.
    pub(super) fn of_either(
        path: &Path,
        instead: Option<&SourceFile>,
    ) -> Result<Reading<T>, Finding> {
        let name = path.display().to_string();
        match instead.filter(|source| source.name == name) {
            Some(source) => Ok(Reading::of_source(source)),
            None => Reading::of(path),
        }
    }

    /// The value, unless something was wrong that has no plain remedy.
    pub(super) fn take_value(&mut self) -> Option<T> {
        self.mended.value.take()
    }

    /// Slips of the pen, and names written twice in one place.
    pub(super) fn take_findings(&mut self) -> Vec<Finding> {
        let mut findings = std::mem::take(&mut self.mended.findings);
        let places = self.places();
        for (key, place, (line, _)) in places.locator.repeated_keys() {
            let found = say!(
                "`{key}` 写了第二遍（第一遍在第 {line} 行）",
                "`{key}` a second time (first in line {line})"
            );
            let expected = say!("每个名字只写一次", "each name once");
            findings.push(places.at(place, "duplicate-key", found, expected));
        }
        findings
    }

    /// The places of what is written in the file.
    pub(super) fn places(&self) -> Places<'_, T> {
        Places { locator: Locator::new(&self.mended.source), mended: &self.mended }
    }
}

/// Makes findings about one file.
pub(super) struct Places<'a, T> {
    locator: Locator<'a>,
    mended: &'a Mended<T>,
}

impl<T> Places<'_, T> {
    /// A finding at the field or key that leads to a value.
    pub(super) fn key(
        &self,
        way: &Way<'_>,
        code: &'static str,
        found: Text,
        expected: Text,
    ) -> Finding {
        self.at(self.locator.key(way), code, found, expected)
    }

    fn at(
        &self,
        place: (usize, usize),
        code: &'static str,
        found: Text,
        expected: Text,
    ) -> Finding {
        let name = &self.mended.source.name;
        self.mended.original(Finding::new(name, place, code, found, expected))
    }
}

/// Every `.ron` file of a folder, in order of name.
///
/// # Errors
/// The folder cannot be read.
pub(super) fn ron_files(folder: &Path) -> Result<Vec<PathBuf>, Finding> {
    let unreadable = |error: std::io::Error| {
        let found = say!("文件夹读不出来：{error}", "a folder that cannot be read: {error}");
        let name = folder.display().to_string();
        let expected = say!("放 .ron 文件的文件夹", "a folder of .ron files");
        Finding::new(&name, (0, 0), "unreadable", found, expected)
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|e| e == "ron") && !path.is_dir() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// What an id has to be.
pub(super) fn own_name() -> Text {
    say!("文件自己的名字，不带 .ron", "the file's own name without its ending")
}

/// `a`, `b` or `c`.
pub(super) fn one_of<S: AsRef<str>>(names: &[S]) -> Text {
    let quoted: Vec<String> = names.iter().map(|n| format!("`{}`", n.as_ref())).collect();
    match quoted.split_last() {
        Some((last, [])) => say!("只有 {last}", "{last}"),
        Some((last, rest)) => {
            let rest = Text::list(rest);
            say!("{rest} 或 {last}", "{rest} or {last}"; rest)
        }
        None => say!("什么也不写", "nothing"),
    }
}
