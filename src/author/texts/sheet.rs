//! What goes to a translator and what comes back, whatever the file's format.

use super::{Change, Kind, Line, Mark};
use crate::author::twee::is_pending;
use crate::say;
use crate::standard::{Lang, Text};

/// Everything that goes out in one file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The language being written; the other one is the source.
    pub to: Lang,
    pub rows: Vec<Row>,
}

/// One line as it goes out.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: String,
    pub mark: Mark,
    /// The authored file, as a path with forward slashes.
    pub file: String,
    pub place: String,
    pub who: String,
    pub kind: Kind,
    pub zh: String,
    pub en: String,
    pub state: State,
    /// What the source said before it changed.
    pub before: Option<String>,
}

/// How far a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Both halves are there.
    Translated,
    /// There is no translation.
    New,
    /// The source has changed since the translator's last file.
    Changed,
    /// One string for both languages: a number, a code, a brand.
    Same,
}

impl State {
    /// Every state, in the order in which they are counted up.
    pub const ALL: [State; 4] = [State::Translated, State::New, State::Changed, State::Same];

    /// The state's word on the command line and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            State::Translated => "translated",
            State::New => "new",
            State::Changed => "changed",
            State::Same => "same",
        }
    }

    /// The state's word in Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            State::Translated => "已译",
            State::New => "待译",
            State::Changed => "原文已改",
            State::Same => "两种语言相同",
        }
    }
}

impl Row {
    /// A line as it goes out, translated into `to`.
    pub fn of(line: &Line, to: Lang, file: &str, change: Option<&Change>) -> Row {
        let words = line.get(to);
        let chinese = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}');
        let copied = to == Lang::En && line.zh == line.en && line.en.contains(chinese);
        let state = if change.is_some() {
            State::Changed
        } else if words.trim().is_empty() || copied || is_pending(words) {
            State::New
        } else if line.is_one() {
            State::Same
        } else {
            State::Translated
        };
        Row {
            id: line.id.clone(),
            mark: line.mark(),
            file: file.to_owned(),
            place: line.place.clone(),
            who: line.who.clone(),
            kind: line.kind,
            zh: line.zh.clone(),
            en: line.en.clone(),
            state,
            before: change.map(|change| change.before.clone()),
        }
    }

    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Everything that came back in one file.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The language that was written.
    pub to: Lang,
    pub rows: Vec<Received>,
}

/// One row as it came back.
#[derive(Clone, Debug)]
pub struct Received {
    /// The row of the workbook or the line of the PO file, from 1.
    pub row: usize,
    /// The line's id; empty where there is none.
    pub id: String,
    pub mark: Option<Mark>,
    pub source: Cell,
    pub target: Cell,
    /// Marked as not yet settled by the translator's program.
    pub fuzzy: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Words(String),
    Unreadable(Unreadable),
}

impl Cell {
    /// The words, if that is what it holds.
    pub fn words(&self) -> Option<&str> {
        match self {
            Cell::Words(words) => Some(words),
            Cell::Unreadable(_) => None,
        }
    }
}

/// What a cell holds in the place of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Formula,
    /// A number, or a date, which a workbook keeps as a number.
    Number,
    Truth,
    Error,
}

impl Unreadable {
    /// What it is called.
    pub fn name(self) -> Text {
        match self {
            Unreadable::Formula => say!("公式", "a formula"),
            Unreadable::Number => say!("数或日期", "a number or a date"),
            Unreadable::Truth => say!("TRUE 或 FALSE", "TRUE or FALSE"),
            Unreadable::Error => say!("#N/A 之类的错误", "an error such as #N/A"),
        }
    }
}

/// Why a translator's file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFile {
    pub file: String,
    /// The row of the workbook or the line of the PO file; 0 for the whole file.
    pub row: usize,
    pub found: Text,
    /// What was expected, or what to do.
    pub expected: Text,
}

impl BadFile {
    pub(super) fn new(file: &str, row: usize, found: Text, expected: Text) -> BadFile {
        BadFile { file: file.to_owned(), row, found, expected }
    }

    /// The whole of it on one line, its place first.
    pub fn said(&self) -> Text {
        let BadFile { file, row, found, expected } = self;
        let row = if *row > 0 { format!(":{row}") } else { String::new() };
        say!(
            "{file}{row}: {found}；要求：{expected}",
            "{file}{row}: {found}; expected {expected}";
            found, expected
        )
    }
}

/// The language that a file is for: the one it names, which must be the one asked for.
pub(super) fn direction(
    file: &str,
    named: Option<Lang>,
    asked: Option<Lang>,
) -> Result<Lang, BadFile> {
    match (named, asked) {
        (Some(named), Some(asked)) if named != asked => {
            let (named, wanted, code) = (name(named), name(asked), asked.code());
            let found = say!("这个文件是用来写{named}的", "a file for writing {named}"; named);
            let expected = say!(
                "不写 `--lang {code}`；要写{wanted}，导出时用 `--lang {code}`",
                "no `--lang {code}`; to write {wanted}, export with `--lang {code}`";
                wanted
            );
            Err(BadFile::new(file, 0, found, expected))
        }
        (Some(lang), _) | (None, Some(lang)) => Ok(lang),
        (None, None) => Err(BadFile::new(
            file,
            0,
            say!(
                "文件里已经看不出要写哪种语言",
                "a file that no longer says which language it is for"
            ),
            say!(
                "写的是英文用 `--lang en`，写的是中文用 `--lang zh`",
                "`--lang en` if the English was written, `--lang zh` if the Chinese was"
            ),
        )),
    }
}

/// A language's name.
pub(super) fn name(lang: Lang) -> Text {
    match lang {
        Lang::Zh => say!("中文", "Chinese"),
        Lang::En => say!("英文", "English"),
    }
}

/// The language that is translated from.
pub(super) fn source_of(to: Lang) -> Lang {
    match to {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    }
}
