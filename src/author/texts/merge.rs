//! Row by row: what a translator's file changes, and what in it cannot be taken.

use std::collections::{BTreeMap, BTreeSet};

use super::apply::Edit;
use super::earlier::pair;
use super::placeholders::placeholders;
use super::sheet::{name, source_of};
use super::{Cell, Line, Received, Sent, Unreadable};
use crate::say;
use crate::source::shorten;
use crate::standard::{Lang, Text};

/// What a translator's file comes to.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// What is put into each authored file, by the file's position.
    pub edits: BTreeMap<usize, Vec<Edit>>,
    /// Rows that say what the authored files already say.
    pub same: usize,
    /// Rows without a translation.
    pub empty: usize,
    /// Rows that the translator's program still marks as unsettled.
    pub fuzzy: Vec<(usize, String)>,
    /// Rows that the translator left alone while the author wrote something
    /// newer: the author's words stay.
    pub kept: Vec<(usize, String)>,
    /// Rows that both have changed: the translator's words are taken, and these
    /// were the author's.
    pub replaced: Vec<(usize, String, String)>,
    pub refusals: Vec<Refusal>,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The row of the workbook or the line of the PO file.
    pub row: usize,
    pub id: String,
    pub why: Why,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    NoId,
    Twice {
        first: usize,
    },
    Gone,
    Changed {
        lang: Lang,
        now: String,
    },
    SourceEdited {
        lang: Lang,
    },
    Unreadable {
        lang: Lang,
        what: Unreadable,
    },
    Placeholders {
        missing: Vec<String>,
        extra: Vec<String>,
    },
    /// The authored file would no longer pass its check.
    Check(Text),
}

impl Why {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Why::NoId => "no-id",
            Why::Twice { .. } => "twice",
            Why::Gone => "gone",
            Why::Changed { .. } => "changed",
            Why::SourceEdited { .. } => "source-edited",
            Why::Unreadable { .. } => "unreadable",
            Why::Placeholders { .. } => "placeholders",
            Why::Check(_) => "check",
        }
    }
}

impl Why {
    /// The reason, and what to do.
    pub fn said(&self) -> Text {
        match self {
            Why::NoId => say!(
                "这一行没有编号；从发出的文件里抄过来",
                "the row has no line id; copy it from the file that was sent"
            ),
            Why::Twice { first } => say!(
                "和第 {first} 行是同一条，话却不一样；留下其中一条",
                "the same line as in row {first} with other words; keep one of the two"
            ),
            Why::Gone => say!(
                "这一条已经不在了；把这一行去掉",
                "the line is no longer there; leave the row out"
            ),
            Why::Changed { lang, now } => {
                let (lang, now) = (name(*lang), shorten(now));
                say!(
                    "改过了：{lang}现在是“{now}”；用 `--since` 指着这个文件再导出一遍",
                    "changed: the {lang} now says “{now}”; export again with `--since` this file";
                    lang
                )
            }
            Why::SourceEdited { lang } => {
                let lang = name(*lang);
                say!(
                    "这个文件里的{lang}被改了，它只是给译者看的原文；改回去，要改就到情景里改",
                    "the {lang} was edited in this file, where it only shows what to translate; \
                     undo that, and change it in the scenario";
                    lang
                )
            }
            Why::Unreadable { lang, what } => {
                let (lang, what) = (name(*lang), what.name());
                say!(
                    "{lang}一格里是{what}；把单元格格式设成“文本”，再把话打进去",
                    "the {lang} is {what}; set the cell's format to Text and type the words";
                    lang, what
                )
            }
            Why::Placeholders { missing, extra } => placeholders_differ(missing, extra),
            Why::Check(found) => found.clone(),
        }
    }
}

fn placeholders_differ(missing: &[String], extra: &[String]) -> Text {
    let (missing, extra) = (missing.join(" "), extra.join(" "));
    let told = match (missing.is_empty(), extra.is_empty()) {
        (_, true) => say!("少了 {missing}", " {missing} missing"),
        (true, false) => say!("原文没有 {extra}", " {extra} not in the source"),
        (false, false) => say!(
            "少了 {missing}，原文没有 {extra}",
            " {missing} missing, {extra} not in the source"
        ),
    };
    say!(
        "占位符不一样：{told}；照原文一个个抄过来",
        "the placeholders differ:{told}; copy each from the source as it stands";
        told
    )
}

/// Compares a translator's file with the authored ones. The lines' ids must be
/// made from the language that was translated from.
pub fn merge(sent: &Sent, files: &[Vec<Line>]) -> Merged {
    let mut places = BTreeMap::new();
    for (file, lines) in files.iter().enumerate() {
        for (at, line) in lines.iter().enumerate() {
            places.insert(line.id.as_str(), (file, at));
        }
    }
    let mut merging = Merging { to: sent.to, merged: Merged::default(), first: BTreeMap::new() };
    let mut gone = Vec::new();
    let mut used = BTreeSet::new();
    for row in &sent.rows {
        if row.id.is_empty() {
            merging.refuse(row, Why::NoId);
            continue;
        }
        match places.get(row.id.as_str()) {
            Some(&(file, at)) => {
                used.insert((file, at));
                merging.row(row, file, at, &files[file][at]);
            }
            None => gone.push(row),
        }
    }
    let fresh: Vec<&Line> = places
        .values()
        .filter(|place| !used.contains(*place))
        .map(|&(file, at)| &files[file][at])
        .collect();
    let from = source_of(sent.to);
    let pairs: BTreeMap<usize, usize> = pair(&gone, &fresh, sent.to).into_iter().collect();
    for (index, row) in gone.iter().enumerate() {
        let why = match pairs.get(&index) {
            Some(&line) => Why::Changed { lang: from, now: fresh[line].get(from).to_owned() },
            None => Why::Gone,
        };
        merging.refuse(row, why);
    }
    let mut merged = merging.merged;
    merged.refusals.sort_by_key(|refusal| refusal.row);
    merged
}

struct Merging<'a> {
    to: Lang,
    merged: Merged,
    /// The first row of each line, with its words.
    first: BTreeMap<&'a str, (usize, &'a Cell)>,
}

impl<'a> Merging<'a> {
    fn refuse(&mut self, row: &Received, why: Why) {
        self.merged.refusals.push(Refusal { row: row.row, id: row.id.clone(), why });
    }

    fn row(&mut self, row: &'a Received, file: usize, at: usize, line: &Line) {
        let (to, from) = (self.to, source_of(self.to));
        if let Some((first, cell)) = self.first.get(row.id.as_str()) {
            if **cell == row.target {
                self.merged.same += 1;
            } else {
                let first = *first;
                self.refuse(row, Why::Twice { first });
            }
            return;
        }
        self.first.insert(&row.id, (row.row, &row.target));
        let now = line.get(from);
        let edited = match (&row.source, &row.mark) {
            (Cell::Words(words), Some(mark)) => !mark.was(from, words),
            (Cell::Words(_), None) => false,
            (Cell::Unreadable(_), _) => true,
        };
        let as_sent = match &row.mark {
            Some(mark) => mark.was(from, now),
            None => row.source.words() == Some(now),
        };
        if !as_sent {
            return self.refuse(row, Why::Changed { lang: from, now: now.to_owned() });
        }
        if edited {
            return self.refuse(row, Why::SourceEdited { lang: from });
        }
        let words = match &row.target {
            Cell::Unreadable(what) => {
                return self.refuse(row, Why::Unreadable { lang: to, what: *what });
            }
            Cell::Words(words) => words,
        };
        let has = line.get(to);
        let untouched = row.mark.as_ref().is_some_and(|mark| mark.was(to, words));
        let newer = row.mark.as_ref().is_some_and(|mark| !mark.was(to, has));
        if words.trim().is_empty() {
            self.merged.empty += 1;
        } else if words == has {
            self.merged.same += 1;
        } else if row.fuzzy {
            self.merged.fuzzy.push((row.row, row.id.clone()));
        } else if untouched {
            self.merged.kept.push((row.row, row.id.clone()));
        } else if let Some(why) = misplaced(now, has, words) {
            self.refuse(row, why);
        } else {
            if newer {
                self.merged.replaced.push((row.row, row.id.clone(), has.to_owned()));
            }
            let edit = Edit { row: row.row, line: at, words: words.clone() };
            self.merged.edits.entry(file).or_default().push(edit);
        }
    }
}

/// A translation has the source's placeholders; where the author has left one
/// out of the translation or put one in, it may also stay so.
fn misplaced(source: &str, has: &str, words: &str) -> Option<Why> {
    let (wanted, had, given) = (placeholders(source), placeholders(has), placeholders(words));
    if given == wanted || (!has.trim().is_empty() && given == had) {
        return None;
    }
    let list = |set: BTreeSet<&str>| set.into_iter().map(str::to_owned).collect();
    Some(Why::Placeholders { missing: list(&wanted - &given), extra: list(&given - &wanted) })
}
