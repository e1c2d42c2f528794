//! PO files, as gettext's programs and translators' editors read and write them.

use std::fmt::Write;

use super::sheet::{BadFile, direction, source_of};
use super::{Cell, Mark, Received, Row, Sent, Sheet, State};
use crate::say;
use crate::standard::{Lang, Text};

const HEADER_LANGUAGE: &str = "Language";

/// What an extracted comment with a line's mark starts with.
const MARK: &str = "mark: ";

/// A PO file of everything, in UTF-8. It holds any text whatever.
pub fn write_po(sheet: &Sheet) -> String {
    let from = source_of(sheet.to);
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = writeln!(
        out,
        "# Liyi 礼仪. Write the msgstr lines; leave msgctxt, msgid and {{…}} as they are."
    );
    let _ = writeln!(out, "# 只填写 msgstr；msgctxt、msgid 和 {{…}} 请保持原样。");
    let header = format!(
        "Project-Id-Version: liyi\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n\
         Content-Transfer-Encoding: 8bit\n{HEADER_LANGUAGE}: {}\nX-Source-Language: {}\n",
        code(sheet.to),
        code(from),
    );
    let _ = writeln!(out, "msgid \"\"");
    string(&mut out, "msgstr", &header);
    for row in &sheet.rows {
        out.push('\n');
        entry(&mut out, row, from, sheet.to);
    }
    out
}

fn entry(out: &mut String, row: &Row, from: Lang, to: Lang) {
    comment(out, &row.place);
    comment(out, &format!("{} {}", row.kind.zh, row.kind.en));
    if !row.who.is_empty() {
        comment(out, &row.who);
    }
    if row.state == State::Same {
        comment(out, "两种语言相同 the same in both languages");
    }
    comment(out, &format!("{MARK}{}", row.mark));
    let _ = writeln!(out, "#: {}", row.file.replace(' ', "%20"));
    if row.state == State::Changed {
        out.push_str("#, fuzzy\n");
        if let Some(before) = row.before.as_deref().filter(|before| !before.is_empty()) {
            string(out, "#| msgid", before);
        }
    }
    string(out, "msgctxt", &row.id);
    string(out, "msgid", row.get(from));
    // The source in the translation's place would look like a translation.
    let copied = row.state == State::New && row.get(to) == row.get(from);
    let target = if copied { "" } else { row.get(to) };
    string(out, "msgstr", target);
}

/// An extracted comment, on one line whatever it says.
fn comment(out: &mut String, words: &str) {
    let words: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let _ = writeln!(out, "#. {words}");
}

/// A keyword and its string; text of several lines stands on several lines.
fn string(out: &mut String, keyword: &str, text: &str) {
    let previous = if keyword.starts_with("#|") { "#| " } else { "" };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    match lines.as_slice() {
        [] => {
            let _ = writeln!(out, "{keyword} \"\"");
        }
        [line] => {
            let _ = writeln!(out, "{keyword} \"{}\"", escape(line));
        }
        lines => {
            let _ = writeln!(out, "{keyword} \"\"");
            for line in lines {
                let _ = writeln!(out, "{previous}\"{}\"", escape(line));
            }
        }
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            c if c.is_ascii_control() => {
                let _ = write!(escaped, "\\{:03o}", u32::from(c));
            }
            c => escaped.push(c),
        }
    }
    escaped
}

fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh_CN",
        Lang::En => "en",
    }
}

/// Reads a PO file. `asked` is the language that was written, where the file
/// does not say.
///
/// # Errors
/// The file is no PO file that Liyi wrote, with the line where that shows.
pub fn read_po(name: &str, text: &str, asked: Option<Lang>) -> Result<Sent, BadFile> {
    let mut entries = Entries { name, all: Vec::new(), open: Entry::default(), field: None };
    for (index, line) in text.trim_start_matches('\u{feff}').split('\n').enumerate() {
        entries.line(index + 1, line.trim())?;
    }
    entries.close();
    let header = entries.all.iter().find(|entry| entry.id.is_none() && entry.msgid.is_empty());
    let named = header.and_then(|header| {
        let lines = header.msgstr.lines();
        let value = lines.filter_map(|l| l.strip_prefix(HEADER_LANGUAGE)?.strip_prefix(':')).next();
        Lang::parse(value?.trim())
    });
    let to = direction(name, named, asked)?;
    let mut rows = Vec::new();
    for entry in entries.all {
        if entry.id.is_none() && entry.msgid.is_empty() {
            continue;
        }
        rows.push(Received {
            row: entry.line,
            id: entry.id.unwrap_or_default(),
            mark: entry.mark,
            source: Cell::Words(entry.msgid),
            target: Cell::Words(entry.msgstr),
            fuzzy: entry.fuzzy,
        });
    }
    if rows.is_empty() {
        let expected = say!(
            "`liyi texts export --format po` 写出的 PO 文件",
            "a PO file written by `liyi texts export --format po`"
        );
        return Err(BadFile::new(name, 0, say!("没有文字", "no texts"), expected));
    }
    Ok(Sent { to, rows })
}

#[derive(Default)]
struct Entry {
    /// The line of its first keyword.
    line: usize,
    id: Option<String>,
    msgid: String,
    msgstr: String,
    mark: Option<Mark>,
    fuzzy: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Msgid,
    Msgstr,
}

struct Entries<'a> {
    name: &'a str,
    all: Vec<Entry>,
    open: Entry,
    /// The field that a line of nothing but a string goes on with.
    field: Option<Field>,
}

impl Entries<'_> {
    fn line(&mut self, number: usize, line: &str) -> Result<(), BadFile> {
        if line.is_empty() {
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            // An entry that its translator's program has put away.
            if comment.starts_with('~') {
                return Ok(());
            }
            if self.field == Some(Field::Msgstr) {
                self.close();
            }
            if let Some(mark) = comment.strip_prefix(". ").and_then(|c| c.strip_prefix(MARK)) {
                self.open.mark = Mark::parse(mark);
            } else if let Some(flags) = comment.strip_prefix(',') {
                self.open.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
            }
            return Ok(());
        }
        let (keyword, rest) = line.split_at(line.find('"').unwrap_or(line.len()));
        let field = match keyword.trim() {
            "" => self.field,
            "msgctxt" => Some(Field::Id),
            "msgid" => Some(Field::Msgid),
            "msgstr" => Some(Field::Msgstr),
            _ => None,
        };
        let Some(field) = field else {
            let line = crate::source::shorten(line);
            let found = say!("读不懂 `{line}`", "`{line}`");
            let expected = say!(
                "注释、msgctxt、msgid、msgstr，或者引号里的文字",
                "a comment, msgctxt, msgid, msgstr or a string in quotes"
            );
            return Err(self.wrong(number, found, expected));
        };
        if !keyword.trim().is_empty() {
            let again = match field {
                Field::Id => true,
                Field::Msgid => self.field != Some(Field::Id),
                Field::Msgstr => false,
            };
            if again && self.field.is_some() {
                self.close();
            }
            if field == Field::Msgstr && self.field != Some(Field::Msgid) {
                let found = say!("msgstr 前面没有 msgid", "a msgstr without its msgid");
                let expected = say!(
                    "按 msgctxt、msgid、msgstr 的次序",
                    "msgctxt, msgid, msgstr, in this order"
                );
                return Err(self.wrong(number, found, expected));
            }
            if self.open.line == 0 {
                self.open.line = number;
            }
        }
        let Some(words) = unescape(rest) else {
            let rest = crate::source::shorten(rest);
            let found = say!("读不懂 `{rest}`", "`{rest}`");
            let expected = say!(
                r#"引号里的一段文字，里面的引号写 \"，反斜杠写 \\"#,
                r#"one string in quotes, with \" and \\ for quotes and backslashes inside"#
            );
            return Err(self.wrong(number, found, expected));
        };
        self.field = Some(field);
        match field {
            Field::Id => self.open.id.get_or_insert_default().push_str(&words),
            Field::Msgid => self.open.msgid.push_str(&words),
            Field::Msgstr => self.open.msgstr.push_str(&words),
        }
        Ok(())
    }

    fn close(&mut self) {
        let entry = std::mem::take(&mut self.open);
        if entry.line > 0 {
            self.all.push(entry);
        }
        self.field = None;
    }

    fn wrong(&self, line: usize, found: Text, expected: Text) -> BadFile {
        BadFile::new(self.name, line, found, expected)
    }
}

/// What a string in quotes says; `None` if it is not one string.
fn unescape(quoted: &str) -> Option<String> {
    let inside = quoted.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside.chars();
    while let Some(c) = rest.next() {
        if c == '"' {
            return None;
        }
        if c != '\\' {
            text.push(c);
            continue;
        }
        let escaped = rest.next()?;
        let (radix, most, mut number) = match escaped {
            'n' | 'r' | 't' | 'a' | 'b' | 'f' | 'v' => {
                text.push(match escaped {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'a' => '\x07',
                    'b' => '\x08',
                    'f' => '\x0c',
                    _ => '\x0b',
                });
                continue;
            }
            'x' => (16, 2, 0),
            digit if digit.is_digit(8) => (8, 2, digit.to_digit(8)?),
            other => {
                text.push(other);
                continue;
            }
        };
        for _ in 0..most {
            let Some(digit) = rest.clone().next().and_then(|c| c.to_digit(radix)) else { break };
            number = number * radix + digit;
            rest.next();
        }
        // Bytes above ASCII would be halves of characters, which nobody writes so.
        text.push(char::from_u32(number).filter(char::is_ascii)?);
    }
    Some(text)
}
