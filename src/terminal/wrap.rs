//! Lines broken to fit a terminal, by Chinese and English rules.

use unicode_width::UnicodeWidthChar;

/// How wide a page is where the terminal does not say, in columns.
const USUAL: usize = 80;

/// Marks that may not begin a line.
const CLOSING: &str = "，。、；：！？）》〉】」』”’…—·,.;:!?)]}%～";

/// Marks that may not end a line.
const OPENING: &str = "（《〈【「『“‘([{";

/// The width of a page: what `COLUMNS` says, within what can be read well.
pub fn page_width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse::<usize>().ok());
    columns.unwrap_or(USUAL).clamp(40, 100)
}

/// Breaks a text into lines of at most `width` columns. The first line begins
/// with `first`; the others are indented as deep.
pub fn wrap(first: &str, text: &str, width: usize) -> String {
    let indent = columns(first);
    let mut lines = vec![first.to_owned()];
    let mut used = indent;
    for (place, piece) in pieces(text).into_iter().enumerate() {
        let bare = piece.trim_end();
        if place > 0 && used > indent && used + columns(bare) > width {
            lines.push(" ".repeat(indent));
            used = indent;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&piece);
        }
        used += columns(&piece);
    }
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

/// How many columns a text takes. Marks of uncertain width are counted wide
/// beside Chinese, where terminals draw them so.
pub fn columns(text: &str) -> usize {
    let chinese = text.chars().any(is_chinese);
    let width = |c: char| if chinese { c.width_cjk() } else { c.width() };
    text.chars().filter_map(width).sum()
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// The pieces between which a line may break: words with the spaces after
/// them, and Chinese characters with the marks that belong to them.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for c in text.chars() {
        let fresh = match last {
            None => true,
            Some(before) if OPENING.contains(before) || CLOSING.contains(c) || c == ' ' => false,
            Some(before) => before == ' ' || is_chinese(before) || is_chinese(c) || joins(before),
        };
        match pieces.last_mut() {
            Some(piece) if !fresh => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        last = Some(c);
    }
    pieces
}

/// Marks after which a line may break although no space follows.
fn joins(c: char) -> bool {
    matches!(c, '—' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_breaks_between_words_and_is_indented() {
        let page = wrap("Cen: ", "it rang for ages and nobody came", 20);
        assert_eq!(page, "Cen: it rang for\n     ages and nobody\n     came");
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        let text = "“您好，海岬企服！”她说：“请讲……我在听。”（停了停）《礼仪》第一条，请记住它。";
        for width in 8..40 {
            for line in wrap("", text, width).lines() {
                let first = line.trim_start().chars().next().unwrap();
                let last = line.chars().next_back().unwrap();
                assert!(!CLOSING.contains(first), "{width}: {line}");
                assert!(!OPENING.contains(last), "{width}: {line}");
            }
        }
    }

    #[test]
    fn lines_keep_within_the_width_and_nothing_is_lost() {
        let text = "第七栏只写最主要的一样，别的写在备注里。Write it in the eighth field, please.";
        for width in 12..60 {
            let page = wrap("  ", text, width);
            assert!(page.lines().all(|line| columns(line) <= width + 2), "{width}:\n{page}");
            let told: String = page.split_whitespace().collect();
            assert_eq!(told, text.split_whitespace().collect::<String>());
        }
    }
}
