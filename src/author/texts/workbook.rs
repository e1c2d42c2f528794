//! Reads a translator's workbook back, whatever program has saved it since.
//!
//! Only words are read, cell by cell, and only from the columns that matter:
//! a workbook may claim a million columns, hold formulas, or be no workbook.

mod cells;
mod package;

use std::collections::BTreeMap;

use self::cells::{Found, Grid};
use self::package::Package;
use super::sheet::{BadFile, direction, source_of};
use super::xlsx::{COLUMNS, Column, DIRECTIONS};
use super::{Cell, Mark, Received, Sent};
use crate::say;
use crate::standard::{Lang, Text};

/// The most bytes of words that are taken, in all. The cells of a small file
/// may all point at one long string.
const LARGEST: usize = 256 * 1024 * 1024;

/// Reads a workbook. `asked` is the language that was written, where the
/// workbook does not say.
///
/// # Errors
/// The file is no workbook that Liyi wrote: what it is, or which column it lacks.
pub fn read_workbook(name: &str, bytes: &[u8], asked: Option<Lang>) -> Result<Sent, BadFile> {
    let refuse = |(found, expected): (Text, Text)| BadFile::new(name, 0, found, expected);
    let package = Package::open(bytes).map_err(refuse)?;
    let mut lacking: Option<Vec<&str>> = None;
    for sheet in package.sheets().map_err(refuse)? {
        let grid = package.grid(&sheet).map_err(refuse)?;
        let Some(heading) = grid.rows.first() else { continue };
        let columns = columns(heading);
        let missing: Vec<&str> = COLUMNS
            .iter()
            .filter(|(column, ..)| needed(*column) && !columns.contains_key(&rank(*column)))
            .map(|(_, heading, _)| *heading)
            .collect();
        if missing.is_empty() {
            return texts(name, &grid, &columns, asked);
        }
        if lacking.as_ref().is_none_or(|most| missing.len() < most.len()) {
            lacking = Some(missing);
        }
    }
    let found = match lacking {
        Some(missing) => {
            let missing = Text::list(missing.iter().map(|heading| format!("`{heading}`")));
            say!("第一行里没有 {missing} 这一栏", "no column {missing} in the first row"; missing)
        }
        None => say!("工作簿里一个字也没有", "a workbook without any words"),
    };
    let expected = say!(
        "`liyi texts export` 写出的文件的标题行",
        "the headings of the file that `liyi texts export` wrote"
    );
    Err(BadFile::new(name, 1, found, expected))
}

/// What a workbook that is too large should have been.
fn only_texts() -> Text {
    say!("只放着文字的工作簿", "a workbook with nothing but the texts in it")
}

fn needed(column: Column) -> bool {
    matches!(column, Column::Id | Column::Mark | Column::Chinese | Column::English)
}

fn rank(column: Column) -> usize {
    COLUMNS.iter().position(|(other, ..)| *other == column).unwrap_or_default()
}

/// The columns of the grid by their rank among ours, known by their headings' English.
fn columns(heading: &cells::Row) -> BTreeMap<usize, u32> {
    let mut columns = BTreeMap::new();
    for (at, found) in &heading.cells {
        let Found::Words(words) = found else { continue };
        let words = words.trim().to_lowercase();
        let ours = COLUMNS.iter().position(|(_, heading, _)| {
            let english = heading.split(|c: char| !c.is_ascii()).next().unwrap_or(heading).trim();
            words.starts_with(&english.to_lowercase())
        });
        if let Some(ours) = ours {
            columns.entry(ours).or_insert(*at);
        }
    }
    columns
}

fn texts(
    name: &str,
    grid: &Grid,
    columns: &BTreeMap<usize, u32>,
    asked: Option<Lang>,
) -> Result<Sent, BadFile> {
    let cell = |row: &cells::Row, column: Column| {
        let at = columns.get(&rank(column));
        match at.and_then(|at| row.cells.get(at)) {
            Some(Found::Words(words)) => Cell::Words(words.to_string()),
            Some(Found::Unreadable(what)) => Cell::Unreadable(*what),
            None => Cell::Words(String::new()),
        }
    };
    let Some((heading, rows)) = grid.rows.split_first() else {
        return Ok(Sent { to: direction(name, None, asked)?, rows: Vec::new() });
    };
    let says =
        cell(heading, Column::Mark).words().map(|w| w.replace("->", "→")).unwrap_or_default();
    let named = DIRECTIONS.iter().find(|(_, mark)| says.contains(mark)).map(|(to, _)| *to);
    let to = direction(name, named, asked)?;
    let half = |lang| if lang == Lang::Zh { Column::Chinese } else { Column::English };
    let mut received = Vec::new();
    let mut size = 0;
    for row in rows {
        size += row.cells.values().map(|cell| cell.size()).sum::<usize>();
        if size > LARGEST {
            let expected = only_texts();
            let found = say!("字比哪个情景都多", "more words than any scenario has");
            return Err(BadFile::new(name, row.number, found, expected));
        }
        let (source, target) = (cell(row, half(source_of(to))), cell(row, half(to)));
        let id = cell(row, Column::Id).words().map(|id| id.trim().to_owned()).unwrap_or_default();
        let empty = Cell::Words(String::new());
        if id.is_empty() && source == empty && target == empty {
            continue;
        }
        let mark = cell(row, Column::Mark).words().and_then(Mark::parse);
        received.push(Received { row: row.number, id, mark, source, target, fuzzy: false });
    }
    Ok(Sent { to, rows: received })
}
