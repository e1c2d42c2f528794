//! Files that are no workbook, no PO file, or lie about what they hold.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use rust_xlsxwriter::{Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use liyi::author::texts::{Cell, Unreadable, read_po, read_workbook, write_po, write_workbook};
use liyi::standard::Lang;

use super::small;

const HEADINGS: [&str; 4] = ["Line id 编号", "Mark 校验 zh→en", "Chinese 中文", "English 英文"];

fn refused(bytes: &[u8]) -> String {
    read_workbook("t.xlsx", bytes, None).unwrap_err().said().en
}

fn good() -> Vec<u8> {
    write_workbook(&small().sheet(Lang::En)).unwrap()
}

/// A workbook with one of its parts written anew.
fn with_part(name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(good())).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        if part.name() == name {
            let changed = change(text.clone());
            assert_ne!(changed, text, "{name} is as before");
            text = changed;
        }
        to.start_file(part.name(), SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_workbook_is_refused_in_words() {
    let xls = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat();
    assert!(refused(&xls).contains("old .xls"));
    for bytes in [&b""[..], b"PK", b"PK\x03\x04 and so on", b"hello", &[0xff; 4096]] {
        assert!(refused(bytes).contains("no workbook"));
    }
    let whole = good();
    for part in 1..40 {
        refused(&whole[..whole.len() * part / 40]);
    }
    let mut other = ZipWriter::new(Cursor::new(Vec::new()));
    other.start_file("readme.txt", SimpleFileOptions::default()).unwrap();
    other.write_all(b"not a workbook").unwrap();
    assert!(refused(&other.finish().unwrap().into_inner()).contains("it has no xl/"));
}

#[test]
fn wrong_columns_are_named() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    for (at, heading) in (0..).zip(&HEADINGS[..3]) {
        page.write_string(0, at, *heading).unwrap();
    }
    page.write_string(1, 0, "x").unwrap();
    let said = refused(&workbook.save_to_buffer().unwrap());
    assert!(said.contains("`English 英文`") && !said.contains("`Chinese"), "{said}");
    let mut empty = Workbook::new();
    empty.add_worksheet();
    assert!(refused(&empty.save_to_buffer().unwrap()).contains("without any words"));
}

#[test]
fn columns_may_move_and_sheets_may_come_before() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(3, 3, "my own notes").unwrap();
    let page = workbook.add_worksheet();
    for (at, heading) in [(5, HEADINGS[0]), (4, HEADINGS[1]), (1, HEADINGS[3]), (2, HEADINGS[2])] {
        page.write_string(0, at, heading).unwrap();
    }
    for (at, words) in [(5, " a "), (1, "Good"), (2, "好")] {
        page.write_string(7, at, words).unwrap();
    }
    let sent = read_workbook("t.xlsx", &workbook.save_to_buffer().unwrap(), None).unwrap();
    assert_eq!((sent.rows.len(), sent.rows[0].row, sent.rows[0].id.as_str()), (1, 8, "a"));
    assert_eq!(sent.rows[0].target, Cell::Words("Good".to_owned()));
}

#[test]
fn cells_without_words_are_told_apart() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    for (at, heading) in (0..).zip(HEADINGS) {
        page.write_string(0, at, heading).unwrap();
    }
    for row in 1..=4 {
        page.write_string(row, 0, format!("id{row}")).unwrap();
        page.write_string(row, 2, "源").unwrap();
    }
    page.write_formula(1, 3, Formula::new("=HYPERLINK(\"x\")").set_result("words")).unwrap();
    page.write_number(2, 3, 45_000.5).unwrap();
    page.write_boolean(3, 3, true).unwrap();
    page.write_string(4, 3, "=no formula").unwrap();
    page.write_string(5, 2, "no id here").unwrap();
    let sent = read_workbook("t.xlsx", &workbook.save_to_buffer().unwrap(), None).unwrap();
    let cells: Vec<&Cell> = sent.rows.iter().map(|row| &row.target).collect();
    assert_eq!(
        cells,
        [
            &Cell::Unreadable(Unreadable::Formula),
            &Cell::Unreadable(Unreadable::Number),
            &Cell::Unreadable(Unreadable::Truth),
            &Cell::Words("=no formula".to_owned()),
            &Cell::Words(String::new()),
        ]
    );
    let said: Vec<String> = small()
        .merge(&sent)
        .refusals
        .iter()
        .map(|r| format!("{} {}", r.row, r.why.said().en))
        .collect();
    assert_eq!(said.len(), 5, "{said:?}");
    assert!(said[4].starts_with("6 the row has no line id"), "{said:?}");
}

#[test]
fn a_workbook_that_lies_is_refused_or_read_but_never_believed() {
    const SHEET: &str = "xl/worksheets/sheet1.xml";
    const STRINGS: &str = "xl/sharedStrings.xml";
    // A string that is not there.
    let said = refused(&with_part(SHEET, |xml| xml.replacen("<v>3</v>", "<v>999999</v>", 1)));
    assert!(said.contains("shared string 999999"), "{said}");
    // An entity of its own, one within the other.
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>";
    let said = refused(&with_part(STRINGS, |xml| {
        xml.replacen("<sst", &format!("{bomb}<sst"), 1).replacen("<t>", "<t>&b;", 1)
    }));
    assert!(said.contains("&b;"), "{said}");
    // No end, no beginning, other brackets.
    refused(&with_part(SHEET, |xml| xml.replacen("</c>", "</d>", 1)));
    refused(&with_part(STRINGS, |xml| xml.replacen("</t>", "", 1)));
    // A cell at the far end of the grid, and rows beyond it.
    let far = "<row r=\"4294967295\"><c r=\"XFD4294967295\" t=\"inlineStr\"><is><t>x</t></is></c>\
               <c r=\"ZZZZZZZZZZZZ1\"/><c r=\"A1\" t=\"s\"><v>-1</v></c></row></sheetData>";
    refused(&with_part(SHEET, |xml| xml.replacen("</sheetData>", far, 1)));
    let far = far.replace("<c r=\"A1\" t=\"s\"><v>-1</v></c>", "");
    let bytes = with_part(SHEET, |xml| xml.replacen("</sheetData>", &far, 1));
    let sent = read_workbook("t.xlsx", &bytes, None).unwrap();
    assert_eq!(sent.rows.len(), small().lines(Lang::En).len());
}

#[test]
fn a_small_file_that_unpacks_to_much_is_refused() {
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/_rels/workbook.xml.rels", SimpleFileOptions::default()).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..260 {
        bomb.write_all(&zeros).unwrap();
    }
    let bytes = bomb.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    let said = refused(&bytes);
    assert!(said.contains("larger than 256 MiB"), "{said}");
}

#[test]
fn a_hundred_thousand_rows_are_read_and_answered() {
    let mut sheet = small().sheet(Lang::En);
    let pattern = sheet.rows.clone();
    for number in 0..100_000 {
        let mut row = pattern[number % pattern.len()].clone();
        row.id = format!("small/beats/a/tell~{number:08x}");
        row.zh = format!("没有的话{number}");
        sheet.rows.push(row);
    }
    let own = pattern.len();
    for sent in [
        read_workbook("t.xlsx", &write_workbook(&sheet).unwrap(), None).unwrap(),
        read_po("t.po", &write_po(&sheet), None).unwrap(),
    ] {
        assert_eq!(sent.rows.len(), 100_000 + own);
        let merged = small().merge(&sent);
        assert_eq!((merged.same, merged.refusals.len()), (own, 100_000));
        assert!(merged.edits.is_empty());
    }
}

#[test]
fn broken_po_files_say_the_line() {
    for (text, line) in [
        ("hello", 1),
        ("msgid \"a\nmsgstr \"b\"", 1),
        ("msgid \"a\"\nmsgstr \"b\"c\"", 2),
        ("msgid \"a\"\nmsgstr b", 2),
        ("msgstr \"b\"", 1),
        ("\"loose\"", 1),
        ("msgid \"a\"\nmsgid_plural \"b\"", 2),
        ("msgid \"a\"\nmsgstr \"\\", 2),
        ("msgid \"a\"\nmsgstr \"\\377\"", 2),
    ] {
        let said = read_po("t.po", text, Some(Lang::En)).unwrap_err().said().en;
        assert!(said.starts_with(&format!("t.po:{line}:")), "{text:?}: {said}");
    }
    let said = read_po("t.po", "", Some(Lang::En)).unwrap_err().said().en;
    assert!(said.contains("liyi texts export"), "{said}");
}

proptest! {
    #[test]
    fn damage_is_refused_or_harmless_but_no_panic(
        at in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = good();
        for (index, byte) in &at {
            let index = index.index(bytes.len());
            bytes[index] = *byte;
        }
        if let Ok(sent) = read_workbook("t.xlsx", &bytes, Some(Lang::En)) {
            small().merge(&sent);
        }
        let mut po = write_po(&small().sheet(Lang::En)).into_bytes();
        for (index, byte) in &at {
            let index = index.index(po.len());
            po[index] = *byte;
        }
        if let Ok(sent) = read_po("t.po", &String::from_utf8_lossy(&po), Some(Lang::En)) {
            small().merge(&sent);
        }
    }
}
