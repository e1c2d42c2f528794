//! What is wrong in the authored files, with the lines it is wrong in, for shells that show it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::source::{Excerpt, Finding, SourceFile};

/// A finding and the piece of its file that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub finding: Finding,
    /// `None` where the whole file is meant, or where it cannot be read.
    pub excerpt: Option<Excerpt>,
}

/// The findings with excerpts of at most `widest` columns, each file read once.
pub fn problems(findings: impl IntoIterator<Item = Finding>, widest: usize) -> Vec<Problem> {
    let mut sources: BTreeMap<String, Option<SourceFile>> = BTreeMap::new();
    let mut problems = Vec::new();
    for finding in findings {
        let excerpt = if finding.line > 0 {
            let source = sources
                .entry(finding.file.clone())
                .or_insert_with_key(|file| SourceFile::read(Path::new(file)).ok());
            source.as_ref().and_then(|source| finding.excerpt(source, widest))
        } else {
            None
        };
        problems.push(Problem { finding, excerpt });
    }
    problems
}
