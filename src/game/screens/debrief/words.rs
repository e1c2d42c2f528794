//! Names and numbers as the debrief writes them.

use bevy::prelude::*;

use super::Page;
use super::marks;
use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::score::{Band, GapVerdict, ServiceKind};
use crate::session::{SessionTime, Verdict};

/// A stable word of the core in the language that is shown.
pub(super) fn named(ui: &Ui, kind: &str, word: &str) -> String {
    ui.tr(&format!("{kind}-{}", word.replace('_', "-")))
}

pub(super) fn verdict(ui: &Ui, verdict: Verdict) -> String {
    named(ui, "verdict", verdict.word())
}

pub(super) fn band(ui: &Ui, band: Band) -> (String, Tone) {
    let tone = match band {
        Band::NotYetSafe => Tone::Bad,
        Band::PractiseAgain => Tone::Fair,
        Band::Competent | Band::Good | Band::Exemplary => Tone::Good,
    };
    (named(ui, "band", band.word()), tone)
}

pub(super) fn service(ui: &Ui, kind: ServiceKind) -> String {
    named(ui, "service", kind.word())
}

pub(super) fn gap(ui: &Ui, verdict: GapVerdict) -> (String, Tone) {
    let tone = match verdict {
        GapVerdict::Dissatisfied => Tone::Bad,
        GapVerdict::Satisfied => Tone::Plain,
        GapVerdict::Delighted => Tone::Good,
    };
    (named(ui, "gap", verdict.word()), tone)
}

/// Tenths as a number with one decimal: 66 is `6.6`, -4 is `−0.4`.
pub(crate) fn tenths(tenths: i64) -> String {
    let sign = if tenths < 0 { "−" } else { "" };
    format!("{sign}{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
}

/// The same with a sign for what is above zero too.
pub(super) fn signed(value: i64) -> String {
    let plus = if value > 0 { "+" } else { "" };
    format!("{plus}{}", tenths(value))
}

/// Tenths without any sign, where a word says which way it goes.
pub(super) fn unsigned(value: i64) -> String {
    tenths(value.abs())
}

/// Minutes and seconds, without the tenths that only an audit needs.
pub(super) fn clock(at: SessionTime) -> String {
    let seconds = at.0 / 1_000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A name of the cast; its id where the scenario has none.
pub(super) fn name(page: &Page<'_>, who: &str) -> String {
    let member = page.told.session.scenario().cast.get(who);
    member.map_or_else(|| who.to_owned(), |m| page.ui.say(&m.name).to_owned())
}

/// When a beat began, and which it is: `0:23 · Thirty seconds`. The same everywhere, so that
/// it is found on the strip.
pub(super) fn place(page: &Page<'_>, visit: usize) -> String {
    let Some(stop) = page.told.stop(visit) else { return String::new() };
    let (at, label) = (clock(stop.at), page.ui.say(&stop.label));
    if label.is_empty() { at } else { format!("{at}{}{label}", page.ui.tr("dot")) }
}

/// A paragraph that opens with a bold label.
pub(super) fn spawn_labelled(
    parent: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    label: String,
    words: &str,
) {
    let (font, line) = ui.font(Size::Body, false);
    parent.spawn(text(ui, label, Size::Body, true, INK_SOFT)).with_child((
        TextSpan::new(words),
        font,
        line,
        TextColor(INK),
    ));
}

/// A verdict's mark and word.
pub(super) fn spawn_verdict(parent: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, of: Verdict) {
    let ui = page.ui;
    let tone = marks::tone(of);
    let frame = Node {
        padding: UiRect::axes(Val::Px(10.0), Val::Px(2.0)),
        border_radius: BorderRadius::MAX,
        flex_shrink: 0.0,
        ..row(6.0)
    };
    parent.spawn((frame, BackgroundColor(tone.ground()), Pickable::IGNORE)).with_children(|chip| {
        chip.spawn(page.marks.image(of, ui.px(Size::Caption)));
        chip.spawn(line(ui, verdict(ui, of), Size::Caption, true, tone.ink()));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_times_are_written_as_people_read_them() {
        assert_eq!(tenths(66), "6.6");
        assert_eq!(tenths(-4), "−0.4");
        assert_eq!(signed(17), "+1.7");
        assert_eq!(signed(0), "0.0");
        assert_eq!(signed(-48), "−4.8");
        assert_eq!(unsigned(-48), "4.8");
        assert_eq!(clock(SessionTime(83_900)), "1:23");
    }
}
