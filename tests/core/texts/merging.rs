//! Which rows are taken, left, or refused with a reason.

use liyi::author::texts::{Cell, Received, Sent, Why, read_po, write_po};
use liyi::standard::Lang;

use super::{Authored, Format, SMALL, row, sent, small};

/// The small scenario's rows as they come back, after a change to one of them.
fn back(zh: &str, change: impl Fn(&mut Received)) -> Sent {
    let file = small();
    let id = row(&mut file.sheet(Lang::En), zh).id.clone();
    let mut sent = sent(&file.sheet(Lang::En), Format::Xlsx);
    change(sent.rows.iter_mut().find(|row| row.id == id).unwrap());
    sent
}

fn words(words: &str) -> Cell {
    Cell::Words(words.to_owned())
}

/// The only refusal, in words.
fn refused(sent: &Sent) -> String {
    let merged = small().merge(sent);
    assert!(merged.edits.is_empty());
    assert_eq!(merged.refusals.len(), 1, "{:?}", merged.refusals);
    merged.refusals[0].why.said().en
}

#[test]
fn placeholders_must_be_the_sources() {
    let said = refused(&back("{name.you}说：", |row| row.target = words("You say {name.yuo}:")));
    assert!(said.contains("{name.you} missing") && said.contains("{name.yuo} not in"), "{said}");
    let said = refused(&back("好", |row| row.target = words("Good {")));
    assert!(said.contains("{ not in the source"), "{said}");
    let moved =
        back("{name.you}说：", |row| row.target = words("So says {name.you}, twice {name.you}"));
    assert_eq!(small().merge(&moved).edits[&0].len(), 1);
}

#[test]
fn rows_that_belong_to_nothing_are_refused() {
    assert!(refused(&back("好", |row| row.id.clear())).contains("no line id"));
    assert!(refused(&back("好", |row| row.id.push('x'))).contains("no longer there"));
    let said = refused(&back("好", |row| row.source = words("很好")));
    assert!(said.contains("Chinese was edited"), "{said}");
    // Without a mark, an edited source cannot be told from a changed one.
    let said = refused(&back("好", |row| {
        row.source = words("很好");
        row.mark = None;
    }));
    assert!(said.contains("now says “好”"), "{said}");
    let mut twice = back("好", |row| row.target = words("Good"));
    let mut again = twice.rows.iter().find(|row| row.source == words("好")).unwrap().clone();
    twice.rows.push(again.clone());
    assert!(small().merge(&twice).refusals.is_empty(), "the same twice is no harm");
    again.target = words("Fine");
    again.row = 99;
    twice.rows.push(again);
    let merged = small().merge(&twice);
    assert!(matches!(merged.refusals[0].why, Why::Twice { .. }) && merged.refusals[0].row == 99);
}

#[test]
fn empty_and_unsettled_rows_are_left_alone() {
    let merged = small().merge(&back("好", |row| row.target = words(" \n")));
    assert_eq!((merged.empty, merged.edits.len(), merged.refusals.len()), (1, 0, 0));
    let merged = small().merge(&back("好", |row| {
        row.target = words("Fine");
        row.fuzzy = true;
    }));
    assert_eq!((merged.fuzzy.len(), merged.edits.len(), merged.refusals.len()), (1, 0, 0));
}

#[test]
fn an_authors_newer_words_stay_unless_the_translator_changed_theirs_too() {
    let newer = SMALL.replace("en: \"Good\"", "en: \"Very good\"");
    let newer = Authored::new(super::Holds::Scenario, "small", &newer);
    let merged = newer.merge(&back("好", |_| {}));
    assert_eq!((merged.kept.len(), merged.edits.len()), (1, 0));
    let merged = newer.merge(&back("好", |row| row.target = words("Fine")));
    assert_eq!((merged.kept.len(), merged.edits.len()), (0, 1));
    assert_eq!(merged.replaced[0].2, "Very good");
}

#[test]
fn po_files_come_back_from_other_programs() {
    let file = small();
    let mut sheet = file.sheet(Lang::En);
    row(&mut sheet, "好").en = "one two".to_owned();
    let po = write_po(&sheet);
    let foreign = po
        .replace("\"one two\"", "\"\"\n\"one \"\n\"two\"")
        .replace('\n', "\r\n")
        .replace("#. mark:", "#.  note:")
        .replace("msgid \"\"\r\n", "msgid\t\"\"\r\n")
        + "\r\n#~ msgctxt \"old\"\r\n#~ msgid \"a\"\r\n#~ msgstr \"b\"\r\n";
    let sent = read_po("t.po", &format!("\u{feff}{foreign}"), None).unwrap();
    assert_eq!(sent.to, Lang::En);
    let merged = file.merge(&sent);
    assert_eq!(merged.refusals, []);
    assert_eq!(merged.edits[&0].len(), 1);
    assert_eq!(merged.edits[&0][0].words, "one two");
    // Octal, hexadecimal and letters for control characters.
    let escaped = "msgid \"\"\nmsgstr \"Language: en\"\n\nmsgctxt \"i\"\nmsgid \"a\"\n\
                   msgstr \"\\001\\x1b\\a\\v\\?\\0\"\n";
    let sent = read_po("t.po", escaped, None).unwrap();
    assert_eq!(sent.rows[0].target, words("\u{1}\u{1b}\u{7}\u{b}?\u{0}"));
}

#[test]
fn the_language_is_the_files_own() {
    let po = write_po(&small().sheet(Lang::Zh));
    assert_eq!(read_po("t.po", &po, None).unwrap().to, Lang::Zh);
    let said = read_po("t.po", &po, Some(Lang::En)).unwrap_err().said().en;
    assert!(said.contains("a file for writing Chinese"), "{said}");
    let bare = po.replace("\"Language: zh_CN\\n\"\n", "");
    let said = read_po("t.po", &bare, None).unwrap_err().said().en;
    assert!(said.contains("--lang en"), "{said}");
    assert_eq!(read_po("t.po", &bare, Some(Lang::Zh)).unwrap().to, Lang::Zh);
}
