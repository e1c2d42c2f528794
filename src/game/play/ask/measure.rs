//! How much room words take before the layout knows: it measures them in one
//! line, and what wraps must be told how high it stands.

use crate::game::theme::Ui;
use crate::game::theme::tokens::*;

use super::super::desk::WIDEST;

/// The desk's width less its padding and border.
pub(in crate::game::play) const ROOM: f32 = WIDEST - 2.0 * GAP_L - 2.0;

/// How wide a text is in ems, nearly: Chinese characters fill one, Latin
/// letters about half.
pub(super) fn width(words: &str) -> f32 {
    words
        .chars()
        .map(|c| match c {
            ' ' | '.' | ',' | ';' | ':' | '\'' | '!' | '|' | 'i' | 'j' | 'l' | 't' | 'f' | 'r'
            | '(' | ')' => 0.32,
            'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 0.88,
            'A'..='Z' | '0'..='9' => 0.62,
            c if c.is_ascii() => 0.56,
            _ => 1.0,
        })
        .sum()
}

/// How high words stand across the desk, wrapped into one to `most` lines.
pub(in crate::game::play) fn wrapped_height(ui: &Ui, words: &str, size: Size, most: f32) -> f32 {
    let lines = (width(words) * ui.px(size) / ROOM).ceil().clamp(1.0, most);
    lines * ui.px(size) * size.leading()
}

/// How many rows things of these widths fill, `gap` apart, in so much room.
pub(super) fn rows(widths: impl Iterator<Item = f32>, gap: f32, room: f32) -> f32 {
    let (mut rows, mut used) = (1.0, 0.0);
    for wide in widths {
        if used > 0.0 && used + gap + wide > room {
            rows += 1.0;
            used = 0.0;
        }
        used += wide + gap;
    }
    rows
}
