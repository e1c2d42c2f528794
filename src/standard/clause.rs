//! A clause in both languages: the documents number theirs in Chinese.

use crate::source::Text;

/// What the documents count, and what English calls it.
const UNITS: [(&str, &str); 7] = [
    ("条", "art."),
    ("款", "para."),
    ("行", "line"),
    ("页", "p."),
    ("部分", "part"),
    ("章", "chapter"),
    ("节", "section"),
];

/// A clause as the document has it, with its English form: `headings` are put in English, the
/// longest that fits first, `第3条` is `art. 3`, and Chinese numerals that number something
/// are Roman ones, so that `二.1(3)` is `II.1(3)`. What nothing here knows stays as it is.
pub(super) fn in_both(clause: &str, headings: &[Text]) -> Text {
    let mut english = English { out: String::new(), worded: false };
    let plain: String = clause.chars().map(plain).collect();
    let mut rest = plain.as_str();
    while let Some(c) = rest.chars().next() {
        let heading = headings.iter().filter(|heading| rest.starts_with(&heading.zh));
        let heading = heading.max_by_key(|heading| heading.zh.len());
        rest = if let Some(heading) = heading.filter(|heading| !heading.zh.is_empty()) {
            english.word(&heading.en);
            &rest[heading.zh.len()..]
        } else if let Some((said, after)) = counted(rest) {
            english.word(&said);
            english.worded = false;
            after
        } else if let Some((number, after)) = numbering(&english.out, rest) {
            english.word(&roman(number));
            english.worded = false;
            after
        } else {
            english.sign(c, &rest[c.len_utf8()..]);
            &rest[c.len_utf8()..]
        };
    }
    let english = english.out.trim_end_matches([' ', ',']);
    Text::new(clause, english)
}

/// The Chinese form as it is shown. A line may begin with a middle dot, and never with a colon
/// or a point: `投诉准则·技巧2` is `投诉准则：技巧2`, `三·1` is `三.1`.
pub(super) fn shown(clause: &str) -> String {
    let mut out = String::with_capacity(clause.len());
    let mut rest = clause.chars().peekable();
    while let Some(c) = rest.next() {
        out.push(match c {
            _ if !is_dot(c) => c,
            _ if rest.peek().is_some_and(char::is_ascii_digit) => '.',
            _ => '：',
        });
    }
    out
}

/// English as it grows.
struct English {
    out: String,
    /// Whether a heading came last, from which everything but a sign keeps its distance.
    worded: bool,
}

impl English {
    fn word(&mut self, word: &str) {
        if !self.out.is_empty() && !self.out.ends_with([' ', '(']) {
            // `第1条(分类)`: a bracket that holds words stands apart.
            self.out.push(' ');
        }
        self.out.push_str(word);
        self.worded = true;
    }

    fn sign(&mut self, c: char, after: &str) {
        let digit = after.starts_with(|c: char| c.is_ascii_digit());
        match c {
            '·' if digit => self.out.push('.'),
            // `2) 明确性`: what follows the bracket belongs to it.
            ' ' if self.out.ends_with(')') => self.out.push(' '),
            '·' | ' ' | '、' | ',' => {
                if !self.out.ends_with(' ') {
                    self.out.push_str(", ");
                }
            }
            ':' | ';' => {
                self.out.push(c);
                self.out.push(' ');
            }
            '(' => {
                if self.worded || !after.starts_with(|c: char| c.is_ascii_alphanumeric()) {
                    self.out.push(' ');
                }
                self.out.push('(');
            }
            c => {
                if self.worded && c.is_ascii_alphanumeric() {
                    self.out.push(' ');
                }
                self.out.push(c);
            }
        }
        self.worded = false;
    }
}

/// A full-width sign as a plain one, and one dot for all of them.
fn plain(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '。' => '.',
        c if is_dot(c) => '·',
        c => c,
    }
}

fn is_dot(c: char) -> bool {
    matches!(c, '·' | '・' | '•' | '‧')
}

/// `第3条` or `第一部分` at the head of a text, as English says it, and what follows.
fn counted(text: &str) -> Option<(String, &str)> {
    let text = text.strip_prefix('第')?;
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, text) = match text.split_at(digits) {
        ("", text) => {
            let (number, text) = numeral(text)?;
            (roman(number), text)
        }
        (number, text) => (number.to_owned(), text),
    };
    let (unit, english) = UNITS.into_iter().find(|(unit, _)| text.starts_with(unit))?;
    Some((format!("{english} {number}"), &text[unit.len()..]))
}

/// A Chinese numeral that opens a numbering after `before`, and what follows it.
fn numbering<'a>(before: &str, text: &'a str) -> Option<(u32, &'a str)> {
    let (number, after) = numeral(text)?;
    let opens = before.is_empty() || before.ends_with([' ', '(']);
    let ends = after.is_empty() || after.starts_with(['.', '·', '、', ' ', '(', ')']);
    (opens && ends).then_some((number, after))
}

/// A Chinese numeral below a hundred at the head of a text, and what follows it.
fn numeral(text: &str) -> Option<(u32, &str)> {
    let (mut tens, mut ones, mut length) = (0, None, 0);
    for c in text.chars() {
        match "一二三四五六七八九".chars().zip(1..).find(|(numeral, _)| *numeral == c) {
            Some((_, digit)) if ones.is_none() => ones = Some(digit),
            None if c == '十' && tens == 0 => tens = ones.take().unwrap_or(1),
            _ => break,
        }
        length += c.len_utf8();
    }
    (length > 0).then(|| (10 * tens + ones.unwrap_or(0), &text[length..]))
}

/// A number below a hundred in Roman numerals.
fn roman(mut number: u32) -> String {
    let signs =
        [(90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut out = String::new();
    for (value, sign) in signs {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{in_both, shown};
    use crate::source::Text;

    #[test]
    fn a_clause_has_its_english_form() {
        let headings = [
            ("技巧", "technique"),
            ("投诉准则", "complaint rules"),
            ("投诉", "complaints"),
            ("策略", "strategy"),
            ("快", "fast"),
            ("分类", "classes"),
            ("特性", "trait"),
            ("明确", "specific"),
            ("三个必保", "the three musts"),
        ]
        .map(|(zh, en)| Text::new(zh, en));
        for (zh, en) in [
            ("二.1(3)", "II.1(3)"),
            ("二.1（3）", "II.1(3)"),
            ("十二.1", "XII.1"),
            ("二十四、投诉", "XXIV, complaints"),
            ("三·1 特性", "III.1, trait"),
            ("四·2 1) 明确", "IV.2, 1) specific"),
            ("第3条", "art. 3"),
            ("投诉 第19行", "complaints, line 19"),
            ("第2条A", "art. 2A"),
            ("第1条(分类)", "art. 1 (classes)"),
            ("第一部分 2", "part I, 2"),
            ("投诉准则·技巧2", "complaint rules, technique 2"),
            ("投诉・策略（快，三个必保）", "complaints, strategy (fast, the three musts)"),
            ("投诉2·1", "complaints 2.1"),
            ("投诉1–6", "complaints 1–6"),
            ("投诉·PA", "complaints, PA"),
            ("1", "1"),
            ("三心二意", "三心二意"),
            ("", ""),
        ] {
            assert_eq!(in_both(zh, &headings), Text::new(zh, en));
        }
    }

    #[test]
    fn no_line_can_begin_with_a_dot() {
        for (written, expected) in [
            ("投诉准则·技巧2", "投诉准则：技巧2"),
            ("三・1 特性", "三.1 特性"),
            ("二.1(3)", "二.1(3)"),
        ] {
            assert_eq!(shown(written), expected);
        }
    }
}
