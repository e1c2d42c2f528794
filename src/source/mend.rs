//! Reading on past slips of the pen whose right spelling is plain, so that one run finds many.

use serde::de::DeserializeOwned;

use super::characters::ascii_for;
use super::{Finding, SourceFile, parse};

/// No more slips than this are read past in one file.
const MOST: usize = 50;

/// Larger files, in bytes, are read once only.
const LARGEST: usize = 256 * 1024;

/// A file as it was probably meant, and what was wrong with it.
#[derive(Debug)]
pub struct Mended<T> {
    /// The value, unless something was wrong that has no plain remedy.
    pub value: Option<T>,
    /// The text that the value was read from.
    pub source: SourceFile,
    /// Every slip, and the fault that ended the reading, if one did.
    pub findings: Vec<Finding>,
    edits: Vec<Edit>,
}

/// One word written over another, in columns of the mended text.
#[derive(Debug)]
struct Edit {
    line: usize,
    column: usize,
    was: usize,
    is: usize,
}

/// Reads a file like [`parse()`], but takes a misspelt word for the nearest right
/// one and a full-width mark for its ASCII one, says so, and reads on.
pub fn parse_on<T: DeserializeOwned>(source: &SourceFile) -> Mended<T> {
    let mut mended =
        Mended { value: None, source: source.clone(), findings: Vec::new(), edits: Vec::new() };
    let mut from = 0;
    loop {
        let finding = match parse(&mended.source) {
            Ok(value) => {
                mended.value = Some(value);
                return mended;
            }
            Err(finding) => finding,
        };
        let original = mended.original(finding.clone());
        mended.findings.push(original);
        let offset = mended.source.offset(finding.line, finding.column);
        let over = mended.findings.len() >= MOST || mended.source.text.len() > LARGEST;
        let Some((was, is)) = remedy(&finding, &mended.source.text[offset..]) else {
            return mended;
        };
        // A slip before the last one would be that one's own work.
        if over || offset < from {
            return mended;
        }
        mended.source.text.replace_range(offset..offset + was.len(), &is);
        from = offset + is.len();
        mended.edits.push(Edit {
            line: finding.line,
            column: finding.column,
            was: was.chars().count(),
            is: is.chars().count(),
        });
    }
}

impl<T> Mended<T> {
    /// A finding about the mended text, moved to its place in the file as it is.
    #[must_use]
    pub fn original(&self, mut finding: Finding) -> Finding {
        for edit in self.edits.iter().rev() {
            if edit.line == finding.line && finding.column > edit.column {
                let after = finding.column.saturating_sub(edit.column + edit.is);
                finding.column = edit.column + edit.was + after;
            }
        }
        finding
    }
}

/// What is written at a finding's place, and what to read in its stead.
fn remedy(finding: &Finding, rest: &str) -> Option<(String, String)> {
    match finding.code {
        "unknown-word" | "unknown-field" => {
            let is = finding.nearest.clone()?;
            let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len());
            (end > 0).then(|| (rest[..end].to_owned(), is))
        }
        "full-width-punctuation" | "typographic-quote" | "wide-space" => {
            let c = rest.chars().next()?;
            let is = match ascii_for(c)? {
                ';' => ',',
                ascii => ascii,
            };
            Some((c.to_string(), is.to_string()))
        }
        _ => None,
    }
}
