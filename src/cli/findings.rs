//! Findings as every command shows them: drawn under their lines, or as JSON.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use liyi::source::{Finding, SourceFile};
use liyi::standard::Lang;

/// A finding in JSON. `found` and `expected` are English whatever language is
/// spoken, so that a program reads the same everywhere; `zh` has both in Chinese.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    code: &'a str,
    found: &'a str,
    expected: &'a str,
    nearest: Option<&'a str>,
    zh: Chinese<'a>,
}

#[derive(Serialize)]
struct Chinese<'a> {
    found: &'a str,
    expected: &'a str,
}

pub(super) fn shown(finding: &Finding) -> Shown<'_> {
    Shown {
        file: &finding.file,
        line: finding.line,
        column: finding.column,
        code: finding.code,
        found: &finding.found.en,
        expected: &finding.expected.en,
        nearest: finding.nearest.as_deref(),
        zh: Chinese { found: &finding.found.zh, expected: &finding.expected.zh },
    }
}

/// Draws findings one after another; a file that cannot be read as text is only named.
pub(super) fn draw(page: &mut impl Write, findings: &[Finding], lang: Lang) -> io::Result<()> {
    for finding in findings {
        match SourceFile::read(Path::new(&finding.file)) {
            Ok(source) if finding.line > 0 => {
                writeln!(page, "{}", finding.render(&source, lang))?;
            }
            _ => writeln!(page, "{}", finding.said(lang))?,
        }
    }
    Ok(())
}
