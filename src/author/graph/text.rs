//! How wide words will be, and where they break: reckoned generously, as no font is at hand.

use unicode_width::UnicodeWidthChar;

/// The width of a text in pixels at a size. Wide characters take the whole
/// size; for the others the widths are those of common sans-serif faces, taken
/// on the large side.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.95,
        'A'..='Z' => 0.74,
        c if c.is_ascii() => 0.6,
        c => match c.width_cjk() {
            Some(0) => 0.0,
            Some(1) => 0.65,
            _ => 1.0,
        },
    }
}

/// The text in at most so many lines, each at most so wide; what does not fit
/// ends in an ellipsis. Words of spaced scripts stay whole where they can, and
/// no line begins with a closing mark.
pub(super) fn wrap(text: &str, size: f64, most_width: f64, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let fits = width(line.trim_end(), size) + width(piece.trim_end(), size) <= most_width
            || closes(piece);
        if !fits && !line.trim().is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if width(piece, size) <= most_width {
            line.push_str(piece);
            continue;
        }
        for c in piece.chars() {
            if width(&line, size) + em(c) * size > most_width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    lines.push(line);
    let mut lines: Vec<String> =
        lines.iter().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect();
    if lines.len() > most_lines {
        lines.truncate(most_lines);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last}……"), size, most_width.min(width(last, size) + size));
        }
    }
    lines
}

/// The text on one line, its end left out where it is too wide.
pub(super) fn cut(text: &str, size: f64, most_width: f64) -> String {
    if width(text, size) <= most_width {
        return text.to_owned();
    }
    let mut cut = text.to_owned();
    while width(&cut, size) + size > most_width && cut.pop().is_some() {}
    format!("{}…", cut.trim_end())
}

fn closes(piece: &str) -> bool {
    piece.starts_with(|c| "，。！？；：、”’）》〉…,.!?;:)".contains(c))
}

/// The pieces a text may be broken into: single wide characters, and words with
/// the space after them. A comparison stays in one piece with both its sides.
fn pieces(text: &str) -> Vec<&str> {
    let sign = |c: char| "≥≤=→".contains(c);
    let wide = |c: char| c.width_cjk() == Some(2) && !sign(c);
    let mut pieces = Vec::new();
    let (mut start, mut before, mut word) = (0, ' ', ' ');
    for (at, c) in text.char_indices() {
        let bound = sign(c) || sign(word);
        let after_space = before.is_whitespace() && !c.is_whitespace() && !bound;
        let between = wide(c) || (wide(before) && !c.is_whitespace());
        if at > start && !c.is_whitespace() && (after_space || (between && !bound)) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = c;
        if !c.is_whitespace() {
            word = c;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_nothing_is_too_wide() {
        for text in [
            "阮女士耐心 ≤ 2 或 lost ≥ 1 或 blocked = 1",
            "a rather long sentence, with (brackets) and anextraordinarilylongwordthatmustbreak",
            "她说：“行，记下了就好。”然后挂断了电话，再没打来。",
        ] {
            let lines = wrap(text, 10.0, 90.0, 99);
            let squeeze = |t: &str| t.replace(' ', "");
            assert_eq!(squeeze(&lines.concat()), squeeze(text));
            for line in &lines {
                // A closing mark may hang over by its own width.
                assert!(width(line, 10.0) <= 110.0, "{line}");
                assert!(!closes(line), "{line}");
            }
        }
        assert_eq!(wrap("one two", 10.0, 30.0, 9), ["one", "two"]);
        assert_eq!(wrap("one or two ≥ 2", 10.0, 50.0, 9), ["one or", "two ≥ 2"]);
        assert_eq!(wrap("耐心 ≤ 2 或 lost = 1", 10.0, 60.0, 9), ["耐心 ≤ 2 或", "lost = 1"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrap("一二三四五六七八九十", 10.0, 40.0, 2);
        assert_eq!(lines, ["一二三四", "五六七…"]);
        assert_eq!(wrap("", 10.0, 40.0, 2), [""; 0]);
        assert_eq!(cut("○ a-very-long-id", 10.0, 60.0), "○ a-very…");
        assert_eq!(cut("short", 10.0, 60.0), "short");
    }
}
