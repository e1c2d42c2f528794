//! Which lines have changed since a translator's last file, and which row was which line.

use std::collections::{BTreeMap, BTreeSet};

use strsim::normalized_levenshtein;

use super::sheet::source_of;
use super::{Line, Received, Sent};

/// A line whose source has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the source said in the translator's file.
    pub before: String,
}

/// The lines whose source has changed since a file was written, by id. A line
/// whose id is made of its words has a new id then: it is known again by its
/// translation, or by being much alike.
pub fn changes(lines: &[&Line], last: &Sent) -> BTreeMap<String, Change> {
    let from = source_of(last.to);
    let rows: BTreeMap<&str, &Received> = last.rows.iter().map(|r| (r.id.as_str(), r)).collect();
    let known: BTreeSet<&str> = lines.iter().map(|line| line.id.as_str()).collect();
    let mut changes = BTreeMap::new();
    let mut note = |line: &Line, row: &Received| {
        let before = row.source.words().unwrap_or_default().to_owned();
        changes.insert(line.id.clone(), Change { before });
    };
    let mut fresh = Vec::new();
    for line in lines {
        match rows.get(line.id.as_str()) {
            Some(row) => {
                let same = match &row.mark {
                    Some(mark) => mark.was(from, line.get(from)),
                    None => row.source.words() == Some(line.get(from)),
                };
                if !same {
                    note(line, row);
                }
            }
            None => fresh.push(*line),
        }
    }
    let gone: Vec<&Received> =
        last.rows.iter().filter(|row| !known.contains(row.id.as_str())).collect();
    for (row, line) in pair(&gone, &fresh, last.to) {
        note(fresh[line], gone[row]);
    }
    changes
}

/// More rows or lines than this in one place are not compared by likeness.
const COMPARED: usize = 200;

/// Characters of a text that are compared.
const COMPARED_CHARS: usize = 100;

/// How much alike two texts must be to be one text before and after an edit.
const ALIKE: f64 = 0.4;

/// Which rows without a line and lines without a row belong together: in the
/// same place, with the same translation, or with a source that is much alike.
pub(super) fn pair(
    gone: &[&Received],
    fresh: &[&Line],
    to: crate::standard::Lang,
) -> Vec<(usize, usize)> {
    let from = source_of(to);
    let mut places: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, row) in gone.iter().enumerate() {
        if let Some((place, _)) = row.id.rsplit_once('~') {
            places.entry(place).or_default().0.push(index);
        }
    }
    for (index, line) in fresh.iter().enumerate() {
        if let Some((place, _)) = line.id.rsplit_once('~')
            && let Some((_, lines)) = places.get_mut(place)
        {
            lines.push(index);
        }
    }
    let mut pairs = Vec::new();
    for (mut rows, mut lines) in places.into_values() {
        rows.retain(|&row| {
            let row_words = gone[row].target.words().unwrap_or_default();
            let same = |line: &usize| {
                let words = fresh[*line].get(to);
                !words.is_empty()
                    && (words == row_words
                        || gone[row].mark.as_ref().is_some_and(|mark| mark.was(to, words)))
            };
            let found = lines.iter().position(same);
            if let Some(at) = found {
                pairs.push((row, lines.remove(at)));
            }
            found.is_none()
        });
        if rows.len() > COMPARED || lines.len() > COMPARED {
            continue;
        }
        for row in rows {
            let before = start(gone[row].source.words().unwrap_or_default());
            let alike = |line: usize| normalized_levenshtein(before, start(fresh[line].get(from)));
            let best = lines
                .iter()
                .enumerate()
                .map(|(at, &line)| (alike(line), at))
                .filter(|(alike, _)| *alike >= ALIKE)
                .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            if let Some((_, at)) = best {
                pairs.push((row, lines.remove(at)));
            }
        }
    }
    pairs
}

fn start(text: &str) -> &str {
    text.char_indices().nth(COMPARED_CHARS).map_or(text, |(end, _)| &text[..end])
}
