//! Puts translations into an authored file: each literal and nothing else.

use std::ops::Range;

use super::Line;
use super::lines::Shape;
use crate::source::{Finding, SourceFile, write_literal};
use crate::standard::Lang;

/// One half of one line that gets new words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The row of the translator's file.
    pub row: usize,
    /// The line's position among the file's lines.
    pub line: usize,
    pub words: String,
}

/// An authored file with translations put in.
#[derive(Clone, Debug)]
pub struct Applied {
    pub source: SourceFile,
    /// Each edited line's row and bytes in the new text, field's name included.
    rows: Vec<(usize, Range<usize>)>,
}

impl Applied {
    /// The row whose words stand where a finding points.
    pub fn row_at(&self, finding: &Finding) -> Option<usize> {
        let place = (finding.line, finding.column);
        let holds = |span: &Range<usize>| {
            self.source.place(span.start) <= place && place < self.source.place(span.end)
        };
        self.rows.iter().find(|(_, span)| holds(span)).map(|(row, _)| *row)
    }
}

/// The file with these edits of its own lines, each line edited once.
pub fn apply(source: &SourceFile, lines: &[Line], edits: &[Edit], to: Lang) -> Applied {
    let mut pieces: Vec<(Range<usize>, String, usize)> = edits
        .iter()
        .filter_map(|edit| {
            let line = lines.get(edit.line)?;
            let (span, spelling) = spelt(&source.text, line, &edit.words, to);
            Some((span, spelling, edit.row))
        })
        .collect();
    pieces.sort_by_key(|(span, ..)| span.start);
    let entries: std::collections::BTreeMap<usize, &Range<usize>> = edits
        .iter()
        .filter_map(|edit| lines.get(edit.line).map(|line| (edit.row, &line.entry)))
        .collect();
    let mut text = String::with_capacity(source.text.len() + 64 * pieces.len());
    let mut rows = Vec::with_capacity(pieces.len());
    let mut copied = 0;
    for (span, spelling, row) in pieces {
        text.push_str(&source.text[copied..span.start]);
        let at = text.len();
        text.push_str(&spelling);
        copied = span.end;
        if let Some(entry) = entries.get(&row) {
            // An entry lies around its span, and no two entries overlap.
            let start = at.saturating_sub(span.start.saturating_sub(entry.start));
            let end = text.len() + entry.end.saturating_sub(span.end);
            rows.push((row, start..end));
        }
    }
    text.push_str(&source.text[copied..]);
    Applied { source: SourceFile::new(source.name.clone(), text), rows }
}

/// The bytes to replace, and what to write there.
fn spelt(text: &str, line: &Line, words: &str, to: Lang) -> (Range<usize>, String) {
    let new = write_literal(words);
    match &line.shape {
        Shape::Both { zh, en } => (if to == Lang::Zh { zh.clone() } else { en.clone() }, new),
        Shape::Only(lang, span) if *lang == to => (span.clone(), new),
        Shape::Only(_, span) => (span.end..span.end, format!(", {}: {new}", to.code())),
        Shape::One(span) => {
            let old = &text[span.clone()];
            let both = match to {
                Lang::Zh => format!("(zh: {new}, en: {old})"),
                Lang::En => format!("(zh: {old}, en: {new})"),
            };
            (span.clone(), both)
        }
    }
}
