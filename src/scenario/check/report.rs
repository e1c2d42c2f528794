//! Collects findings, each with its place looked up in the file.

use crate::source::{Finding, Locator, Path, SourceFile, nearest, shorten, tidy};

/// A file with more faults than this is told about the first ones found and the rest's number.
const MOST: usize = 500;

/// Findings about one file so far.
pub(super) struct Report<'s> {
    file: &'s str,
    locator: Locator<'s>,
    findings: Vec<Finding>,
    more: usize,
}

impl<'s> Report<'s> {
    pub(super) fn new(source: &'s SourceFile) -> Report<'s> {
        Report { file: &source.name, locator: Locator::new(source), findings: Vec::new(), more: 0 }
    }

    /// The file's name.
    pub(super) fn file(&self) -> &'s str {
        self.file
    }

    /// Places of values, keys and pieces of text.
    pub(super) fn locator(&self) -> &Locator<'s> {
        &self.locator
    }

    /// A fault of the value at a path.
    pub(super) fn value(
        &mut self,
        code: &'static str,
        path: &Path<'_>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.place(code, |l| l.value(path), found, expected);
    }

    /// A fault of a map's key or of the field itself.
    pub(super) fn key(
        &mut self,
        code: &'static str,
        path: &Path<'_>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.place(code, |l| l.key(path), found, expected);
    }

    /// A fault wherever `place` says.
    pub(super) fn place(
        &mut self,
        code: &'static str,
        place: impl Fn(&Locator<'s>) -> (usize, usize),
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        if self.findings.len() == MOST {
            self.more += 1;
        } else {
            let place = place(&self.locator);
            let (found, expected) = (tidy(&found.into()), tidy(&expected.into()));
            self.findings.push(Finding::new(self.file, place, code, found, expected));
        }
    }

    /// A name that is none of the right ones, with the nearest of them.
    pub(super) fn unknown<'n>(
        &mut self,
        code: &'static str,
        place: impl Fn(&Locator<'s>) -> (usize, usize),
        what: &str,
        name: &str,
        right: impl IntoIterator<Item = &'n str>,
    ) {
        if self.findings.len() == MOST {
            self.more += 1;
            return;
        }
        let right: Vec<&str> = right.into_iter().collect();
        let found = format!("the unknown {} `{}`", tidy(what), shorten(name));
        let finding =
            Finding::new(self.file, place(&self.locator), code, found, tidy(&one_of(what, &right)));
        self.findings.push(finding.with_nearest(nearest(name, right)));
    }

    /// All findings in order of place, without repetitions.
    pub(super) fn findings(mut self) -> Vec<Finding> {
        self.findings.sort();
        self.findings.dedup();
        if self.more > 0 {
            let found = format!("{} more faults", self.more);
            let expected = "a first round of repairs, then another check";
            self.findings.push(Finding::new(self.file, (0, 0), "more-faults", found, expected));
        }
        self.findings
    }
}

/// How many right names a message lists before it only counts them.
const LISTED: usize = 12;

fn one_of(what: &str, right: &[&str]) -> String {
    match right {
        [] => format!("no {what}: there is none here"),
        [only] => format!("the {what} `{only}`"),
        few if few.len() <= LISTED => format!("one of {}", few.join(", ")),
        many => format!("one of the {} names of a {what}", many.len()),
    }
}
