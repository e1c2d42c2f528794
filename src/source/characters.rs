//! Characters that have no business in an authored file, and the ones to type instead.

use super::{Finding, SourceFile};

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
            format!("a NUL character ({number})"),
            "text only: the file is damaged or is no text file; restore it or delete the character",
        )
    } else if c.is_control() {
        Finding::new(
            &source.name,
            place,
            "control-character",
            format!("the invisible control character {number}"),
            "printable text: delete the character",
        )
    } else {
        Finding::new(
            &source.name,
            place,
            "direction-character",
            format!("the invisible character {number}, which changes the direction of writing"),
            "text that reads as it is written: delete the character",
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
    match (c, ascii) {
        (_, '"' | '\'') => Finding::new(
            name,
            place,
            "typographic-quote",
            format!("the typographic quotation mark {c}"),
            "the straight quotation mark \" around text (type it with the Chinese input method off)",
        ),
        (_, ' ') => Finding::new(
            name,
            place,
            "wide-space",
            format!("the invisible space U+{:04X}", u32::from(c)),
            "an ordinary space",
        ),
        // The format has no semicolons: the comma is what separates.
        (_, ';') => Finding::new(
            name,
            place,
            "full-width-punctuation",
            format!("the full-width {c} outside quotes"),
            "the ASCII , (type it with the Chinese input method off)",
        ),
        _ => Finding::new(
            name,
            place,
            "full-width-punctuation",
            format!("the full-width {c} outside quotes"),
            format!("the ASCII {ascii} (type it with the Chinese input method off)"),
        ),
    }
}
