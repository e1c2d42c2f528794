//! The piece of a line that a finding is about, cut so that it can be shown.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Finding, SourceFile};

/// A line of a file with one piece of it marked. Tabs are spaces, other control
/// characters are `�`, and the white space the line begins with is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    pub before: String,
    /// What is meant; empty at a line's end.
    pub marked: String,
    pub after: String,
}

impl Finding {
    /// The line that is meant, at most `widest` columns of it (a Chinese
    /// character takes two); `None` where the whole file is meant, or where the
    /// file has no such line any more.
    pub fn excerpt(&self, source: &SourceFile, widest: usize) -> Option<Excerpt> {
        let whole = source.text.lines().nth(self.line.checked_sub(1)?)?;
        let chars: Vec<char> = whole.chars().collect();
        let at = self.column.checked_sub(1)?.min(chars.len());
        let end = (at + token_length(&chars[at..])).min(chars.len());
        let first = chars.iter().position(|c| !c.is_whitespace()).unwrap_or(0).min(at);
        let marked = cut(&chars[at..end], widest / 2);
        let room = widest.saturating_sub(marked.width());
        // What stands before helps most, up to two thirds of the room.
        let after_all = shown(&chars[end..]);
        let least = after_all.width().min(room / 3);
        let before = cut_front(&chars[first..at], room.saturating_sub(least));
        let after = cut(&chars[end..], room.saturating_sub(before.width()));
        Some(Excerpt { before, marked, after })
    }
}

/// Characters fit to be drawn.
fn shown(chars: &[char]) -> String {
    let mut text = String::new();
    for c in chars {
        match c {
            '\t' => text.push_str("    "),
            c if c.is_control() => text.push('\u{fffd}'),
            c => text.push(*c),
        }
    }
    text
}

/// The beginning, as much as there is room for.
fn cut(chars: &[char], room: usize) -> String {
    let text = shown(chars);
    if text.width() <= room {
        return text;
    }
    let mut kept = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > room {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

/// The end, as much as there is room for.
fn cut_front(chars: &[char], room: usize) -> String {
    let text = shown(chars);
    if text.width() <= room {
        return text;
    }
    let mut kept = Vec::new();
    let mut used = 1;
    for c in text.chars().rev() {
        used += c.width().unwrap_or(0);
        if used > room {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept.into_iter().rev().collect()
}

/// How many characters the caret underlines: a quoted text, a word, or one mark.
pub(super) fn token_length(rest: &[char]) -> usize {
    let word = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    match rest {
        [] => 0,
        ['"', inside @ ..] => inside.iter().position(|&c| c == '"').map_or(1, |at| at + 2),
        [first, ..] if word(first) => rest.iter().take_while(|c| word(c)).count(),
        ['{', inside @ ..] => inside
            .iter()
            .position(|c| !word(c))
            .filter(|&at| inside[at] == '}')
            .map_or(1, |at| at + 2),
        _ => 1,
    }
}
