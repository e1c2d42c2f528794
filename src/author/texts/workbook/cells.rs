//! The cells of one worksheet, and the strings they share.

use std::collections::BTreeMap;
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::super::Unreadable;
use super::package::{Refused, attribute, damaged};
use crate::say;
use crate::standard::Text;

/// Columns further right are not looked at.
const LAST_COLUMN: u32 = 256;

/// What stands in a cell.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// Shared: many cells may point at one long string.
    Words(Rc<str>),
    Unreadable(Unreadable),
}

impl Found {
    /// How many bytes of words it holds.
    pub(super) fn size(&self) -> usize {
        match self {
            Found::Words(words) => words.len(),
            Found::Unreadable(_) => 0,
        }
    }
}

/// One row that holds something.
#[derive(Debug)]
pub(super) struct Row {
    /// From 1, as the spreadsheet shows it.
    pub(super) number: usize,
    /// By column, from 0.
    pub(super) cells: BTreeMap<u32, Found>,
}

/// The rows that hold something, from the top.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) rows: Vec<Row>,
}

/// The shared strings of a workbook.
pub(super) fn strings(xml: &str) -> Result<Vec<Rc<str>>, Refused> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    let mut strings = Vec::new();
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(e) if e.local_name().as_ref() == "si" => {
                strings.push(words(&mut reader, "si")?.into());
            }
            Event::Empty(e) if e.local_name().as_ref() == "si" => strings.push(Rc::from("")),
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// The cells of a worksheet.
pub(super) fn grid(xml: &str, strings: &[Rc<str>]) -> Result<Grid, Refused> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    let mut grid = Grid::default();
    let (mut row, mut column) = (0usize, 0u32);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(e) if e.local_name().as_ref() == "row" => {
                let number = attribute(&e, "r").and_then(|r| r.parse().ok());
                row = number.unwrap_or(row.saturating_add(1));
                column = 0;
            }
            Event::Empty(e) if e.local_name().as_ref() == "row" => row = row.saturating_add(1),
            Event::Empty(e) if e.local_name().as_ref() == "c" => {
                column = place(&e).unwrap_or(column).saturating_add(1);
            }
            Event::Start(e) if e.local_name().as_ref() == "c" => {
                let at = place(&e).unwrap_or(column);
                column = at.saturating_add(1);
                let kind = attribute(&e, "t").unwrap_or_default();
                let found = cell(&mut reader, &kind, strings)?;
                if let Some(found) = found.filter(|_| at < LAST_COLUMN) {
                    if grid.rows.last().is_none_or(|last| last.number != row) {
                        grid.rows.push(Row { number: row, cells: BTreeMap::new() });
                    }
                    if let Some(last) = grid.rows.last_mut() {
                        last.cells.insert(at, found);
                    }
                }
            }
            Event::End(e) if e.local_name().as_ref() == "sheetData" => return Ok(grid),
            Event::Eof => return Ok(grid),
            _ => {}
        }
    }
}

/// The column that a cell's reference such as `AB12` names, from 0.
fn place(cell: &BytesStart<'_>) -> Option<u32> {
    let reference = attribute(cell, "r")?;
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let mut column = 0u32;
    for letter in letters {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    column.checked_sub(1)
}

/// What the cell that was just opened holds; `None` for nothing.
fn cell(
    reader: &mut Reader<&[u8]>,
    kind: &str,
    strings: &[Rc<str>],
) -> Result<Option<Found>, Refused> {
    let (mut value, mut formula) = (None, false);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(e) => match e.local_name().as_ref() {
                "v" => value = Some(text(reader, "v")?),
                "is" => value = Some(words(reader, "is")?),
                "f" => formula = true,
                _ => {}
            },
            Event::Empty(e) if e.local_name().as_ref() == "f" => formula = true,
            Event::End(e) if e.local_name().as_ref() == "c" => break,
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
    if formula {
        return Ok(Some(Found::Unreadable(Unreadable::Formula)));
    }
    let Some(value) = value else { return Ok(None) };
    Ok(Some(match kind {
        "s" => match value.trim().parse::<usize>().ok().and_then(|index| strings.get(index)) {
            Some(words) => Found::Words(Rc::clone(words)),
            None => {
                let found = say!(
                    "工作簿坏了：没有第 {value} 条共用文字",
                    "a damaged workbook: it has no shared string {value}"
                );
                return Err((found, save_again()));
            }
        },
        "inlineStr" | "str" => Found::Words(value.into()),
        "b" => Found::Unreadable(Unreadable::Truth),
        "e" => Found::Unreadable(Unreadable::Error),
        _ if value.trim().is_empty() => return Ok(None),
        _ => Found::Unreadable(Unreadable::Number),
    }))
}

/// The words of a string, in however many pieces they are formatted; readings
/// that a Chinese or Japanese input method adds are left out.
fn words(reader: &mut Reader<&[u8]>, closing: &str) -> Result<String, Refused> {
    let mut words = String::new();
    let mut reading = false;
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(e) => match e.local_name().as_ref() {
                "t" => {
                    let piece = text(reader, "t")?;
                    if !reading {
                        words.push_str(&piece);
                    }
                }
                "rPh" => reading = true,
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "rPh" => reading = false,
            Event::End(e) if e.local_name().as_ref() == closing => return Ok(unescape(&words)),
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
}

/// Everything up to the closing tag, as text.
fn text(reader: &mut Reader<&[u8]>, closing: &str) -> Result<String, Refused> {
    let mut text = String::new();
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Text(piece) => text.push_str(&piece.xml10_content()),
            Event::CData(piece) => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) => entity(&reference, &mut text)?,
            Event::End(e) if e.local_name().as_ref() == closing => return Ok(text),
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
}

/// `&amp;`, `&#20313;` and the like. A file's own entities are not read.
fn entity(reference: &BytesRef<'_>, text: &mut String) -> Result<(), Refused> {
    if let Some(c) = reference.resolve_char_ref().map_err(damaged)? {
        text.push(c);
        return Ok(());
    }
    let name = reference.xml10_content();
    match resolve_predefined_entity(&name) {
        Some(known) => text.push_str(known),
        None => {
            let name = crate::source::shorten(&name);
            let found = say!("工作簿坏了：&{name};", "a damaged workbook: &{name};");
            return Err((found, save_again()));
        }
    }
    Ok(())
}

/// Characters that XML cannot hold stand in a workbook as `_x000D_`, and an
/// underscore that would look so as `_x005F_`.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let tail = &rest[at..];
        let number = tail
            .get(2..6)
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .filter(|_| tail[6..].starts_with('_'))
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .and_then(char::from_u32);
        match number {
            Some(c) => {
                plain.push(c);
                rest = &tail[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &tail[2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn cut_off() -> Refused {
    let found = say!("工作簿坏了：到一半就断了", "a damaged workbook: it stops in the middle");
    (found, say!("完好的工作簿：请人再发一份", "a whole one: ask for it once more"))
}

fn save_again() -> Text {
    say!("完好的工作簿：打开再存一次", "a whole one: open it and save it again")
}
