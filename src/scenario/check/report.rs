//! Collects findings, each with its place looked up in the file.

use crate::say;
use crate::source::{Finding, Locator, Path, SourceFile, Text, nearest, shorten, tidy};

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
        found: Text,
        expected: Text,
    ) {
        self.place(code, |l| l.value(path), found, expected);
    }

    /// A fault of a map's key or of the field itself.
    pub(super) fn key(&mut self, code: &'static str, path: &Path<'_>, found: Text, expected: Text) {
        self.place(code, |l| l.key(path), found, expected);
    }

    /// A fault wherever `place` says.
    pub(super) fn place(
        &mut self,
        code: &'static str,
        place: impl Fn(&Locator<'s>) -> (usize, usize),
        found: Text,
        expected: Text,
    ) {
        if self.findings.len() == MOST {
            self.more += 1;
        } else {
            let place = place(&self.locator);
            let (found, expected) = (tidy(&found), tidy(&expected));
            self.findings.push(Finding::new(self.file, place, code, found, expected));
        }
    }

    /// A name that is none of the right ones, with the nearest of them.
    pub(super) fn unknown<'n>(
        &mut self,
        code: &'static str,
        place: impl Fn(&Locator<'s>) -> (usize, usize),
        what: &Text,
        name: &str,
        right: impl IntoIterator<Item = &'n str>,
    ) {
        if self.findings.len() == MOST {
            self.more += 1;
            return;
        }
        let right: Vec<&str> = right.into_iter().collect();
        let (what, spelling) = (tidy(what), shorten(name));
        let found = say!("找不到{what} `{spelling}`", "the unknown {what} `{spelling}`"; what);
        let expected = tidy(&one_of(&what, &right));
        let finding = Finding::new(self.file, place(&self.locator), code, found, expected);
        self.findings.push(finding.with_nearest(nearest(name, right)));
    }

    /// All findings in order of place, without repetitions.
    pub(super) fn findings(mut self) -> Vec<Finding> {
        self.findings.sort();
        self.findings.dedup();
        if self.more > 0 {
            let more = self.more;
            let found = say!("还有 {more} 处毛病", "{more} more faults");
            let expected =
                say!("先改前面的，再检查一遍", "a first round of repairs, then another check");
            self.findings.push(Finding::new(self.file, (0, 0), "more-faults", found, expected));
        }
        self.findings
    }
}

/// How many right names a message lists before it only counts them.
const LISTED: usize = 12;

fn one_of(what: &Text, right: &[&str]) -> Text {
    let count = right.len();
    match right {
        [] => say!("不要写：这里没有{what}", "no {what}: there is none here"; what),
        [only] => say!("{what} `{only}`", "the {what} `{only}`"; what),
        few if count <= LISTED => {
            let few = Text::list(few);
            say!("{few} 之一", "one of {few}"; few)
        }
        _ => say!("{count} 个{what}中的一个", "one of the {count} names of a {what}"; what),
    }
}
