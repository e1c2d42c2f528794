//! The scores of the last runs of a scenario as bars, this one the last.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::ui_widgets::ListItem;

use super::Page;
use super::paper::{Drawing, hex, pen};
use super::words::*;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;

/// The most bars.
const BARS: usize = 10;
const SIZE: Vec2 = Vec2::new(176.0, 52.0);
/// From here on a run is competent, in tenths of a point.
const COMPETENT: i64 = 700;

/// One run's score in tenths.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bar {
    number: usize,
    score: i64,
    practice: bool,
}

/// The bars, and in words how this run compares with the last.
pub(super) fn spawn(parent: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let journey = &page.told.journey;
    if journey.begun.is_practice() {
        let frame = Node { align_self: AlignSelf::Start, ..default() };
        let practice = ui.tr("debrief-progress-practice");
        parent.spawn(frame).with_child(chip(ui, &practice, Tone::Fair));
    }
    let Some(last) = journey.earlier.last() else {
        if !journey.begun.is_practice() {
            let words = ui.tr("debrief-progress-first");
            parent.spawn(line(ui, words, Size::Caption, false, INK_SOFT));
        }
        return;
    };
    let score = page.told.outcome.card.score.tenths();
    let now = std::iter::once((score, journey.begun));
    let all = journey.earlier.iter().map(|a| (a.score.tenths(), a.begun)).chain(now).zip(1..);
    let bars: Vec<Bar> = all
        .map(|((score, begun), number)| Bar { number, score, practice: begun.is_practice() })
        .collect();
    let bars = &bars[bars.len().saturating_sub(BARS)..];
    let said: Vec<String> = bars
        .iter()
        .map(|bar| {
            let args = [("number", bar.number.into()), ("score", tenths(bar.score).into())];
            ui.tr_args("debrief-progress-run", &args)
        })
        .collect();
    let words =
        ui.tr_args("debrief-progress-words", &[("runs", said.join(&ui.tr("debrief-then")).into())]);
    let frame = Node { flex_shrink: 0.0, align_self: AlignSelf::Start, ..default() };
    parent.spawn((frame, ListItem, AccessibleLabel::new(words), TabIndex(0))).with_children(
        |frame| {
            frame.spawn(page.paper.hang(&drawn(bars)));
        },
    );
    let by = signed(score - last.score.tenths());
    let args = [("number", journey.number().into()), ("by", by.into())];
    parent.spawn(line(
        ui,
        ui.tr_args("debrief-progress-by", &args),
        Size::Caption,
        false,
        INK_SOFT,
    ));
}

/// Outlined bars on a ground line, this run's filled, practice dashed; the line
/// across is where a run is competent.
fn drawn(bars: &[Bar]) -> Drawing {
    let mut drawing = Drawing::new(SIZE);
    #[allow(clippy::cast_precision_loss, reason = "at most BARS")]
    let step = (SIZE.x / bars.len().max(1) as f32).min(28.0);
    let wide = (step * 0.72).floor();
    #[allow(clippy::cast_precision_loss, reason = "0–1000")]
    let height = |score: i64| (SIZE.y - 4.0) * score.clamp(0, 1_000) as f32 / 1_000.0;
    let ground = SIZE.y - 1.5;
    for (place, bar) in bars.iter().enumerate() {
        let now = place + 1 == bars.len();
        #[allow(clippy::cast_precision_loss, reason = "at most BARS")]
        let left = place as f32 * step + 1.5;
        let high = height(bar.score).max(2.0);
        let fill = if now { JADE } else { RAISED };
        let dash = if bar.practice { r#" stroke-dasharray="3 3""# } else { "" };
        let edge = pen(if now { JADE_DEEP } else { INK_SOFT }, 1.5);
        drawing.add(format_args!(
            r#"<rect x="{left}" y="{}" width="{wide}" height="{high}" fill="{}" {edge}{dash}/>"#,
            ground - high,
            hex(fill)
        ));
    }
    let level = ground - height(COMPETENT);
    let dotted = format!(r#"{} stroke-dasharray="1 4""#, pen(INK_SOFT, 1.5));
    drawing.stroke(Vec2::new(0.0, level), Vec2::new(SIZE.x, level), &dotted);
    drawing.stroke(Vec2::new(0.0, ground), Vec2::new(SIZE.x, ground), &pen(INK_SOFT, 1.5));
    drawing
}
