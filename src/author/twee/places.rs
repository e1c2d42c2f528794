//! What is wrong or noteworthy in a Twee file, gathered with its place.

use crate::say;
use crate::source::{Finding, SourceFile, Text, nearest, shorten, tidy};

/// A file with more faults than this is told about the first ones and the rest's number.
const MOST: usize = 200;

/// Among more passages than this no nearest name is looked for.
const COMPARED: usize = 2_000;

/// A file being read, the faults that refuse it, and the notes that do not.
pub(super) struct Report<'s> {
    source: &'s SourceFile,
    /// The byte offset at which each line starts.
    starts: Vec<usize>,
    faults: Vec<Finding>,
    notes: Vec<Finding>,
    more: usize,
}

impl<'s> Report<'s> {
    pub(super) fn new(source: &'s SourceFile) -> Report<'s> {
        let after = source.text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(after).collect();
        Report { source, starts, faults: Vec::new(), notes: Vec::new(), more: 0 }
    }

    /// The file's text.
    pub(super) fn text(&self) -> &'s str {
        &self.source.text
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.source.text.get(start..offset).unwrap_or_default();
        (line, 1 + before.chars().count())
    }

    fn finding(&self, code: &'static str, at: usize, found: &Text, expected: &Text) -> Finding {
        Finding::new(&self.source.name, self.place(at), code, tidy(found), tidy(expected))
    }

    /// Something that refuses the file.
    pub(super) fn fault(&mut self, code: &'static str, at: usize, found: Text, expected: Text) {
        if self.faults.len() == MOST {
            self.more += 1;
            return;
        }
        let finding = self.finding(code, at, &found, &expected);
        self.faults.push(finding);
    }

    /// A name that no passage has.
    pub(super) fn unknown<'n>(
        &mut self,
        at: usize,
        name: &str,
        passages: impl ExactSizeIterator<Item = &'n str>,
    ) {
        if self.faults.len() == MOST {
            self.more += 1;
            return;
        }
        let link = shorten(name);
        let found = say!(
            "链接通向 `{link}`，可没有叫这个名称的段落",
            "a link to `{link}`, which no passage is called"
        );
        let expected = say!("段落的名称", "the name of a passage");
        let finding = self.finding("twee-dangling-link", at, &found, &expected);
        let few = passages.len() <= COMPARED;
        self.faults.push(finding.with_nearest(if few { nearest(name, passages) } else { None }));
    }

    /// Something that was left out or changed, and that the author should know of.
    pub(super) fn note(&mut self, code: &'static str, at: usize, found: Text, expected: Text) {
        if self.notes.len() < MOST {
            let finding = self.finding(code, at, &found, &expected);
            self.notes.push(finding);
        }
    }

    /// How many faults there are so far.
    pub(super) fn faults(&self) -> usize {
        self.faults.len() + self.more
    }

    /// The notes, or the faults, each in order of place.
    pub(super) fn done(mut self) -> Result<Vec<Finding>, Vec<Finding>> {
        self.notes.sort();
        self.notes.dedup();
        if self.faults.is_empty() {
            return Ok(self.notes);
        }
        self.faults.sort();
        self.faults.dedup();
        if self.more > 0 {
            let more = self.more;
            let found = say!("还有 {more} 处毛病", "{more} more faults");
            let expected =
                say!("先改前面的，再导入一遍", "a first round of repairs, then another import");
            self.faults.push(Finding::new(
                &self.source.name,
                (0, 0),
                "more-faults",
                found,
                expected,
            ));
        }
        Err(self.faults)
    }
}
