//! Themed widgets: headless behaviour from the engine, looks from the tokens.
//!
//! Each widget is a function that gives a bundle. A button carries the screen's
//! own intent as one more component; the screen's reducer observes `Activate`
//! and decides:
//!
//! ```text
//! parent.spawn((button(ui, Look::Primary, &ui.tr("title-start")), Intent::Start, AutoFocus));
//! ```

mod button;
mod page;
mod panel;
mod scroll;
mod slider;
mod text;

use bevy::prelude::*;

pub(crate) use button::{Inked, Look, button, keyed, numbered, option_card, pressable, seal_width};
#[cfg(test)]
pub(in crate::game::theme) use button::{Touch, colours};
pub(crate) use page::{halves, header, page, page_root};
pub(crate) use panel::{
    Tone, at, bar, card, chip, column, divider, grow, notice, panel, row, scrim, told, told_width,
    wrap,
};
pub(crate) use scroll::{Fit, WELL_ABOVE, scroll_area};
pub(crate) use slider::slider;
pub(crate) use text::{
    Justified, body, caption, centred, heading, lead, line, strong, text, title, written,
};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((button::plugin, slider::plugin, scroll::plugin, text::plugin));
}
