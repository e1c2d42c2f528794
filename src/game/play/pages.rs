//! The line at hand in pages of at most two lines, and which of them lies open.

use std::ops::Range;

use bevy::prelude::*;

use crate::game::theme::Ui;
use crate::game::theme::tokens::Size;
use crate::standard::Lang;

use super::desk::{Breadth, line_words};
use super::run::Run;

/// The most lines of a caption.
pub(super) const MOST_LINES: f32 = 2.0;

/// A line's words in pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pages {
    pages: Vec<Range<usize>>,
    open: usize,
}

impl Pages {
    /// These words, as they fit into `most` lines of so many pixels, opened at the
    /// beginning.
    pub(super) fn of(ui: &Ui, words: &str, size: Size, room: f32, most: f32) -> Pages {
        Pages { pages: ui.pages(words, size, room, most), open: 0 }
    }

    /// The same, with room for the dots that `shown_as_part` adds.
    pub(super) fn as_parts(ui: &Ui, words: &str, size: Size, room: f32, most: f32) -> Pages {
        let whole = Pages::of(ui, words, size, room, most);
        if whole.pages.len() < 2 {
            return whole;
        }
        let dots = 2.0 * ui.width(DOTS, size, false);
        Pages::of(ui, words, size, room - dots, most)
    }

    /// Whether there are any words in it.
    fn are_laid(&self) -> bool {
        !self.pages.is_empty()
    }

    /// Whether another page comes.
    pub(super) fn more(&self) -> bool {
        self.open + 1 < self.pages.len()
    }

    /// Turns to the next page, if there is one.
    pub(super) fn turn(&mut self) -> bool {
        let more = self.more();
        self.open += usize::from(more);
        more
    }

    pub(super) fn turn_to_last(&mut self) {
        self.open = self.pages.len().saturating_sub(1);
    }

    /// Turns to the page that holds this share of the words, 0 to 1.
    pub(super) fn turn_to(&mut self, share: f32) {
        let starts = self.pages.iter().filter(|page| self.share(page) <= share + 0.001);
        self.open = starts.count().saturating_sub(1);
    }

    /// Which page lies open, from 1, and of how many, where there is more than one.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        (self.pages.len() > 1).then_some((self.open + 1, self.pages.len()))
    }

    /// What stands on the open page.
    pub(super) fn shown<'a>(&self, words: &'a str) -> &'a str {
        let page = self.pages.get(self.open).and_then(|page| words.get(page.clone()));
        page.unwrap_or(words).trim_end()
    }

    /// What stands on the open page, with dots where it is torn out of a sentence.
    pub(super) fn shown_as_part(&self, words: &str) -> String {
        let shown = self.shown(words).trim_start();
        let mut part = String::new();
        let before = self.pages.get(self.open).and_then(|page| words.get(..page.start));
        if before.is_some_and(|before| !is_end(before)) {
            part.push_str(DOTS);
        }
        if self.more() && !is_end(shown) {
            part.push_str(shown.trim_end_matches([',', ';', ':', '，', '；', '：', '、']));
            part.push_str(DOTS);
        } else {
            part.push_str(shown);
        }
        part
    }

    /// Opened where the same words lay open in another size or language.
    pub(super) fn opened_like(mut self, before: &Pages) -> Pages {
        let share = before.pages.get(before.open).map_or(0.0, |page| before.share(page));
        self.turn_to(share);
        self
    }

    /// How far into the words a page begins, 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "a line is short")]
    fn share(&self, page: &Range<usize>) -> f32 {
        let whole = self.pages.last().map_or(1, |last| last.end.max(1));
        page.start as f32 / whole as f32
    }
}

/// For the rest of a sentence that stands on another page.
const DOTS: &str = "…";

/// Whether a sentence, or nothing at all, ends here.
fn is_end(words: &str) -> bool {
    let bare = words.trim_end().trim_end_matches(['”', '’', '"', '\'', '）', ')', '」', '》']);
    bare.is_empty() || bare.ends_with(['.', '!', '?', '。', '！', '？', '…'])
}

/// Lays the line in pages as soon as it is told, and anew where the size of type,
/// the language or the window has changed.
pub(super) fn lay_pages(
    ui: Res<Ui>,
    breadth: Res<Breadth>,
    mut run: ResMut<Run>,
    mut last: Local<Option<(usize, String, Lang, f32, f32)>>,
) {
    let Some(line) = &run.line else { return };
    let words = line_words(&ui, line);
    let key = Some((run.lines, words, ui.lang(), ui.px(Size::Lead), breadth.room()));
    if *last == key && run.pages.are_laid() {
        return;
    }
    let fresh = !run.pages.are_laid() || last.as_ref().is_none_or(|last| last.0 != run.lines);
    if let Some((_, words, ..)) = &key {
        let pages = Pages::of(&ui, words, Size::Lead, breadth.room(), MOST_LINES);
        run.lay_pages(pages, fresh);
    }
    *last = key;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(ends: &[usize], open: usize) -> Pages {
        let starts = std::iter::once(0).chain(ends.iter().copied());
        Pages { pages: starts.zip(ends).map(|(start, end)| start..*end).collect(), open }
    }

    #[test]
    fn a_page_in_another_size_begins_no_later_than_the_one_that_was_open() {
        let before = pages(&[30, 55, 90], 1);
        assert_eq!(pages(&[20, 33, 60, 90], 0).opened_like(&before).open, 1);
        assert_eq!(pages(&[300, 900], 0).opened_like(&before).open, 1);
        assert_eq!(pages(&[90], 0).opened_like(&before).open, 0);
        assert_eq!(pages(&[10, 90], 0).opened_like(&Pages::default()).open, 0);
        // The same pages stay where they were.
        assert_eq!(before.clone().opened_like(&before), before);
    }

    #[test]
    fn a_page_torn_out_of_a_sentence_says_so() {
        let part = |words: &str, ends: &[usize], open| pages(ends, open).shown_as_part(words);
        assert_eq!(part("Wait here. I know.", &[10, 18], 0), "Wait here.");
        assert_eq!(part("Wait here. I know.", &[10, 18], 1), "I know.");
        assert_eq!(part("Give me your hand, please.", &[18, 26], 0), "Give me your hand…");
        assert_eq!(part("Give me your hand, please.", &[18, 26], 1), "…please.");
        assert_eq!(part("“稍等。”小林说，很快就好。", &[15, 24, 39], 0), "“稍等。”");
        assert_eq!(part("“稍等。”小林说，很快就好。", &[15, 27, 42], 1), "小林说…");
        assert_eq!(part("Quite whole", &[11], 0), "Quite whole");
    }

    #[test]
    fn pages_are_turned_to_the_last_and_no_further() {
        let mut line = pages(&[5, 11], 0);
        assert_eq!((line.more(), line.place()), (true, Some((1, 2))));
        assert_eq!(line.shown("one. \u{60a8}two"), "one.");
        assert!(line.turn() && !line.turn() && !line.more());
        assert_eq!(line.place(), Some((2, 2)));
        assert_eq!(pages(&[4], 0).place(), None);
    }
}
