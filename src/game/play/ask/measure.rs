//! How many rows the desk's things stand in once they wrap.

use crate::game::theme::tokens::*;

use super::super::desk::WIDEST;

/// The desk's width less its padding and border; a scroll bar lies outside it.
pub(in crate::game::play) const ROOM: f32 = WIDEST - 2.0 * GAP_L - 2.0;

/// How many rows things of these widths fill, `gap` apart, in so much room.
pub(super) fn rows(widths: impl Iterator<Item = f32>, gap: f32, room: f32) -> f32 {
    let (mut rows, mut used) = (1.0, 0.0);
    for wide in widths {
        if used > 0.0 && used + wide > room {
            rows += 1.0;
            used = 0.0;
        }
        used += wide + gap;
    }
    rows
}
