//! Characters that have no business in an authored file, and the ones to type instead.

use super::{Finding, SourceFile, Text};
use crate::say;

/// The first character that is refused everywhere, inside quotes too: NUL and
/// other control characters, and those that reverse the direction of writing
/// and so make a file read differently from what it says.
pub(super) fn refused(source: &SourceFile) -> Option<Finding> {
    let (offset, c) = source.text.char_indices().find(|&(_, c)| is_refused(c))?;
    let place = source.place(offset);
    let number = format!("U+{:04X}", u32::from(c));
    Some(if c == '\0' {
        Finding::new(
            &source.name,
            place,
            "nul-character",
            say!("NUL 字符（{number}）", "a NUL character ({number})"),
            say!(
                "只有文字：文件坏了或者不是文本文件，从备份恢复，或者删掉这个字符",
                "text only: the file is damaged or is no text file; restore it or delete the \
                 character"
            ),
        )
    } else if c.is_control() {
        Finding::new(
            &source.name,
            place,
            "control-character",
            say!("看不见的控制字符 {number}", "the invisible control character {number}"),
            say!("看得见的文字：删掉这个字符", "printable text: delete the character"),
        )
    } else {
        Finding::new(
            &source.name,
            place,
            "direction-character",
            say!(
                "看不见的字符 {number}，它会改变书写方向",
                "the invisible character {number}, which changes the direction of writing"
            ),
            say!(
                "看着怎样就是怎样的文字：删掉这个字符",
                "text that reads as it is written: delete the character"
            ),
        )
    })
}

/// Whether a character is refused everywhere.
pub(super) fn is_refused(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{061c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => true,
        c => c.is_control(),
    }
}

/// The ASCII character to type for one that a Chinese keyboard or a word
/// processor puts in its place.
pub(super) fn ascii_for(c: char) -> Option<char> {
    Some(match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂' | '〝' | '〞' => {
            '"'
        }
        '‘' | '’' | '＇' => '\'',
        '，' | '、' | '﹐' | '､' => ',',
        '：' | '﹕' | '∶' => ':',
        '；' => ';',
        '（' | '﹙' => '(',
        '）' | '﹚' => ')',
        '［' | '【' | '〔' => '[',
        '］' | '】' | '〕' => ']',
        '｛' | '﹛' => '{',
        '｝' | '﹜' => '}',
        '。' | '．' => '.',
        '－' | '—' | '–' | '−' => '-',
        '＋' => '+',
        '＝' => '=',
        '＃' => '#',
        '！' => '!',
        '／' => '/',
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0'))?,
        '\u{3000}' | '\u{a0}' | '\u{200b}' | '\u{feff}' => ' ',
        _ => return None,
    })
}

/// A full-width or typographic character outside quotes, said plainly.
pub(super) fn wide(source: &SourceFile, offset: usize, c: char, ascii: char) -> Finding {
    let place = source.place(offset);
    let name = &source.name;
    let number = u32::from(c);
    match (c, ascii) {
        (_, '"' | '\'') => Finding::new(
            name,
            place,
            "typographic-quote",
            say!("弯引号 {c}", "the typographic quotation mark {c}"),
            say!(
                "文字两头用直引号 \"（关掉中文输入法再打）",
                "the straight quotation mark \" around text (type it with the Chinese input method \
                 off)"
            ),
        ),
        (_, ' ') => Finding::new(
            name,
            place,
            "wide-space",
            say!("看不见的空格 U+{number:04X}", "the invisible space U+{number:04X}"),
            say!("一个普通空格", "an ordinary space"),
        ),
        // The format has no semicolons: the comma is what separates.
        (_, ';') => {
            Finding::new(name, place, "full-width-punctuation", full_width(c), ascii_only(','))
        }
        _ => Finding::new(name, place, "full-width-punctuation", full_width(c), ascii_only(ascii)),
    }
}

fn full_width(c: char) -> Text {
    say!("引号外面的全角 {c}", "the full-width {c} outside quotes")
}

fn ascii_only(ascii: char) -> Text {
    say!(
        "半角的 {ascii}（关掉中文输入法再打）",
        "the ASCII {ascii} (type it with the Chinese input method off)"
    )
}
