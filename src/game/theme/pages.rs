//! A long line in pages of a few lines each: where a page ends so that it reads well.

use std::ops::Range;

use super::letters::{Filling, Letters, NEVER_FIRST, NEVER_LAST, pieces};

/// What a page costs, so that there are no more of them than need be.
const PAGE: f32 = 20.0;
/// What it costs to end a page at a comma, a list comma, and inside a clause. A
/// sentence that ends costs nothing.
const CLAUSE: f32 = 8.0;
const LIST: f32 = 14.0;
const INSIDE: f32 = 40.0;
/// What it costs to leave a page almost empty, and how full it then is at most.
const SPARSE: f32 = 15.0;
const ALMOST_EMPTY: f32 = 0.3;

impl Letters {
    /// The parts of `words` that fill `most` lines of so many ems each, one after
    /// another, every one ending where it disturbs least.
    pub(crate) fn pages(&self, words: &str, bold: bool, room: f32, most: f32) -> Vec<Range<usize>> {
        if self.lines(words, bold, room) <= most {
            return std::iter::once(0..words.len()).collect();
        }
        let pieces = self.short_pieces(words, bold, room, most);
        // A word that was cut may still be moved whole to the next line, so that
        // its parts do not fill a page one by one.
        let has_cut_word = pieces.len() > self::pieces(words).count();
        let cuts: Vec<usize> = std::iter::once(0)
            .chain(pieces.iter().scan(0, |at, piece| {
                *at += piece.len();
                Some(*at)
            }))
            .collect();
        // The least that the rest costs from each piece on, and where its page ends.
        let mut least = vec![(0.0, pieces.len()); pieces.len() + 1];
        for from in (0..pieces.len()).rev() {
            let mut filling = Filling::new(room);
            let mut best = (f32::INFINITY, from + 1);
            for to in from + 1..=pieces.len() {
                self.fill(&mut filling, pieces[to - 1], bold);
                let lines = if has_cut_word {
                    self.lines(&words[cuts[from]..cuts[to]], bold, room)
                } else {
                    filling.lines
                };
                if lines > most && to > from + 1 {
                    break;
                }
                let last = to == pieces.len();
                let end = if last { 0.0 } else { end_costs(&words[..cuts[to]]) };
                let sparse = if filling.share(most) < ALMOST_EMPTY { SPARSE } else { 0.0 };
                let costs = PAGE + end + sparse + least[to].0;
                // Of equal ones the longest page.
                if costs <= best.0 {
                    best = (costs, to);
                }
            }
            least[from] = best;
        }
        let mut pages = Vec::new();
        let mut from = 0;
        while from < pieces.len() {
            let to = least[from].1;
            pages.push(cuts[from]..cuts[to]);
            from = to;
        }
        pages
    }

    /// The pieces between which a page may end; one that fills more than a whole
    /// page by itself, as an endless word does, is cut between its characters.
    fn short_pieces<'a>(&self, words: &'a str, bold: bool, room: f32, most: f32) -> Vec<&'a str> {
        let mut short = Vec::new();
        for piece in pieces(words) {
            if self.lines(piece, bold, room) <= most {
                short.push(piece);
                continue;
            }
            let mut from = 0;
            let mut before: Option<char> = None;
            for (at, c) in piece.char_indices() {
                let bound = NEVER_FIRST.contains(c)
                    || c.is_whitespace()
                    || before.is_none_or(|before| NEVER_LAST.contains(before));
                // Signs by the dozen must end somewhere.
                let full = self.lines(&piece[from..at + c.len_utf8()], bold, room) > most;
                if at > from && (!bound || full) {
                    short.push(&piece[from..at]);
                    from = at;
                }
                before = Some(c);
            }
            short.push(&piece[from..]);
        }
        short
    }
}

/// Signs that close what was said before them.
const CLOSERS: &str = "」』”’\"')）]】》";

/// What it costs to end a page after these words.
fn end_costs(before: &str) -> f32 {
    let shown = before.trim_end();
    let bare = shown.trim_end_matches(|c| CLOSERS.contains(c));
    match bare.chars().next_back() {
        Some('.') if is_short_form(bare) => INSIDE,
        Some('。' | '！' | '？' | '!' | '?' | '.' | '…') => 0.0,
        Some('；' | ';' | '：' | ':') => CLAUSE / 2.0,
        Some('，' | ',' | '—' | '–') => CLAUSE,
        Some('、') => LIST,
        _ => INSIDE,
    }
}

/// Whether the last full stop belongs to a short form before a name or number.
fn is_short_form(words: &str) -> bool {
    let last = words.rsplit(|c: char| c.is_whitespace() || "(\"'".contains(c)).next();
    last.is_some_and(|word| ["Mr.", "Mrs.", "Ms.", "Dr.", "No."].contains(&word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::letters::tests::letters;
    use super::*;

    /// Words as they may come: Chinese, English and both, with their signs.
    fn any_words() -> impl Strategy<Value = String> {
        let chinese = "[您先请坐这张名片我来收好明天十点以前给您回话]{1,12}";
        let latin = "[a-zA-Z]{1,12}";
        let sign = prop::sample::select(vec![
            "，",
            "。",
            "、",
            "？”",
            "！",
            "；",
            "：“",
            "（",
            "）",
            "…",
            "——",
            "》",
            ", ",
            ". ",
            "? ",
            " ",
            " (",
            ") ",
            "\" ",
            "-",
            "; ",
            " 3.5 ",
            "138 0013 8000",
        ]);
        let part = prop_oneof![4 => chinese, 4 => latin, 5 => sign.prop_map(str::to_owned)];
        prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn pages_give_the_whole_and_none_is_too_long(
            words in any_words(), room in 9.0f32..70.0, most in 1u8..=3,
        ) {
            let letters = letters();
            let most = f32::from(most);
            let pages = letters.pages(&words, false, room, most);
            let joined: String = pages.iter().map(|page| &words[page.clone()]).collect();
            prop_assert_eq!(&joined, &words);
            for page in &pages {
                let page = &words[page.clone()];
                let lines = letters.lines(page, false, room);
                prop_assert!(lines <= most, "{} lines: {}", lines, page);
            }
            if letters.lines(&words, false, room) <= most {
                prop_assert_eq!(pages.len(), 1);
            }
        }

        #[test]
        fn no_page_begins_with_a_closing_sign_or_inside_a_word(
            words in any_words(), room in 16.0f32..70.0,
        ) {
            let letters = letters();
            let runs: Vec<&str> = pieces(&words).collect();
            prop_assume!(runs.iter().all(|piece| letters.lines(piece, false, room) <= 2.0));
            for page in letters.pages(&words, false, room, 2.0).iter().skip(1) {
                let (before, after) = words.split_at(page.start);
                let first = after.chars().next();
                let last = before.chars().next_back();
                prop_assert!(!first.is_some_and(|c| NEVER_FIRST.contains(c)), "{}|{}", before, after);
                prop_assert!(!last.is_some_and(|c| NEVER_LAST.contains(c)), "{}|{}", before, after);
                let inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                prop_assert!(!(inside(first) && inside(last)), "{}|{}", before, after);
            }
        }
    }

    fn shown(words: &str, room: f32) -> Vec<&str> {
        let pages = letters().pages(words, false, room, 2.0);
        pages.into_iter().map(|page| words[page].trim_end()).collect()
    }

    #[test]
    fn a_page_ends_with_a_sentence_or_else_with_a_clause() {
        assert_eq!(shown("您先请坐。我给您倒杯水。", 12.0), ["您先请坐。我给您倒杯水。"]);
        assert_eq!(
            shown("您先请坐，我给您倒杯水。这件事昨天是我经手的，我来说清楚。", 10.0),
            ["您先请坐，我给您倒杯水。", "这件事昨天是我经手的，我来说清楚。"]
        );
        assert_eq!(
            shown("这件事昨天是我经手的，押金没有退成，我现在就给财务打电话问清楚", 11.0),
            ["这件事昨天是我经手的，押金没有退成，", "我现在就给财务打电话问清楚"]
        );
        assert_eq!(
            shown(
                "Please take a seat. Mr. Gu will be here in a moment, and I will bring tea.",
                16.0
            ),
            ["Please take a seat.", "Mr. Gu will be here in a moment, and I will bring tea."]
        );
    }

    #[test]
    fn a_word_without_end_is_cut_all_the_same() {
        let moved = format!("，{}", "DbmAMKBMaaaAAAkAMaAuakMaaauaAaa");
        let pages = letters().pages(&moved, false, 9.0, 2.0);
        assert!(pages.iter().all(|page| letters().lines(&moved[page.clone()], false, 9.0) <= 2.0));
        let long = "m".repeat(90);
        let pages = letters().pages(&long, false, 10.0, 2.0);
        assert!(pages.len() > 3, "{pages:?}");
        assert!(pages.iter().all(|page| letters().lines(&long[page.clone()], false, 10.0) <= 2.0));
        let signs = "。".repeat(100);
        assert!(letters().pages(&signs, false, 10.0, 2.0).len() > 2);
    }
}
