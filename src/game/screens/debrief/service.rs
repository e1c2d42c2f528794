//! The second leaf: the four fields of service, large, with the track of past runs.

use bevy::prelude::*;

use super::Page;
use super::fields::{self, DRAWN, Look};
use super::words::*;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::record::Attempt;
use crate::score::{Score, ServiceKind};

/// The most past runs listed.
const LISTED: usize = 6;

pub(super) fn spawn(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let room = page.paper.sheet.room;
    // Beside large type the diagram would have no room.
    let stacked = page.is_narrow();
    let gutter = page.ui.px(Size::Caption) * 3.0;
    let size = if stacked {
        Vec2::new((room - gutter).min(1080.0), 376.0)
    } else {
        Vec2::new((room * 0.54 - gutter).min(680.0), 448.0)
    };
    scroll_area(body, Fit::Fill, GAP_M, |rows| {
        let direction = if stacked { FlexDirection::Column } else { FlexDirection::Row };
        let halves = Node {
            flex_direction: direction,
            column_gap: Val::Px(GAP_XL),
            row_gap: Val::Px(GAP_L),
            flex_shrink: 0.0,
            ..default()
        };
        rows.spawn(halves).with_children(|halves| {
            halves.spawn(Node { flex_shrink: 0.0, ..column(GAP_S) }).with_children(|chart| {
                fields::spawn(chart, page, Look { size: size.floor(), large: true });
                // Its own room is its width.
                let under = Node { width: Val::Px(size.x + gutter), ..default() };
                let scale = page.ui.tr("debrief-fields-scale");
                chart.spawn(under).with_child(caption(page.ui, scale));
            });
            let words = if stacked {
                Node::default()
            } else {
                Node {
                    flex_grow: 1.0,
                    flex_basis: Val::Px(0.0),
                    min_width: Val::Px(0.0),
                    ..default()
                }
            };
            let column =
                Node { flex_direction: FlexDirection::Column, row_gap: Val::Px(GAP_M), ..words };
            halves.spawn(column).with_children(|words| {
                spawn_now(words, page);
                spawn_way(words, page);
            });
        });
    });
}

/// The type, both sides in numbers, and what to do about it.
fn spawn_now(words: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let card = &page.told.outcome.card;
    let Some(service_type) = card.service_type else {
        words.spawn(title(ui, ui.tr("debrief-no-evidence")));
        words.spawn(lead(ui, ui.tr("debrief-no-evidence-why")));
        return;
    };
    let kind = service_type.kind;
    let tone = fields::kind_tone(kind);
    words.spawn(text(ui, fields::kinds(ui, service_type), Size::Title, true, tone.ink()));
    words.spawn(Node { column_gap: Val::Px(GAP_XL), ..wrap(GAP_S) }).with_children(|sides| {
        for (key, score) in
            [("debrief-axis-procedural", card.procedural), ("debrief-axis-personal", card.personal)]
        {
            sides.spawn(Node { flex_shrink: 0.0, ..column(0.0) }).with_children(|side| {
                side.spawn(line(ui, ui.tr(key), Size::Body, false, INK_SOFT));
                let value = score.map(|s| tenths(s.tenths())).unwrap_or_default();
                side.spawn(line(ui, value, Size::Title, true, INK));
            });
        }
    });
    let advice = match kind {
        ServiceKind::Quality => "debrief-advice-quality",
        ServiceKind::ByTheBook => "debrief-advice-by-the-book",
        ServiceKind::WarmAndFriendly => "debrief-advice-warm-and-friendly",
        ServiceKind::Indifferent => "debrief-advice-indifferent",
    };
    words.spawn(lead(ui, ui.tr(advice)));
}

/// Where this run stands on the way through the scenario, and the runs before it.
fn spawn_way(words: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let journey = &page.told.journey;
    let number = journey.number();
    let here = ui.tr_args("debrief-way-number", &[("number", number.into())]);
    words.spawn(column(GAP_XS)).with_children(|way| {
        way.spawn(heading(ui, here));
        let Some(last) = journey.earlier.last() else {
            way.spawn(body(ui, ui.tr("debrief-way-first")));
            return;
        };
        way.spawn(strong(ui, moved(page, last)));
        let runs = journey.earlier.iter().enumerate().rev().take(LISTED);
        for (place, attempt) in runs {
            way.spawn(body(ui, row_of(page, place + 1, attempt)));
        }
        if number > DRAWN {
            let hidden = number - DRAWN;
            let words = ui.tr_args("debrief-way-hidden", &[("count", hidden.into())]);
            way.spawn(caption(ui, words));
        }
        if journey.earlier.iter().any(|a| a.begun.is_practice()) || journey.begun.is_practice() {
            way.spawn(caption(ui, ui.tr("debrief-way-practice")));
        }
    });
}

/// From which type to which, since the last run.
fn moved(page: &Page<'_>, last: &Attempt) -> String {
    let ui = page.ui;
    let card = &page.told.outcome.card;
    let kinds = last.service_type().zip(card.service_type);
    let by = signed(card.score.tenths() - last.score.tenths());
    match kinds {
        Some((was, is)) if was.kind != is.kind => ui.tr_args(
            "debrief-way-moved",
            &[
                ("was", service(ui, was.kind).into()),
                ("is", service(ui, is.kind).into()),
                ("by", by.into()),
            ],
        ),
        _ => ui.tr_args("debrief-way-stayed", &[("by", by.into())]),
    }
}

/// `Run 3, 72.5 points, by the book, 3 days before`
fn row_of(page: &Page<'_>, number: usize, attempt: &Attempt) -> String {
    let ui = page.ui;
    let kind = match attempt.service_type() {
        Some(service_type) => fields::kinds(ui, service_type),
        None => ui.tr("debrief-no-evidence"),
    };
    let mut parts = vec![
        ui.tr_args("debrief-way-run", &[("number", number.into())]),
        points(page, attempt.score),
        kind,
        page.told.journey.ago(ui, attempt.kept_at),
    ];
    if attempt.begun.is_practice() {
        parts.push(ui.tr("debrief-practice"));
    }
    if attempt.content_hash != page.told.session.scenario().content_hash() {
        parts.push(ui.tr("debrief-way-changed"));
    }
    parts.join(&ui.tr("debrief-comma"))
}

fn points(page: &Page<'_>, score: Score) -> String {
    page.ui.tr_args("debrief-points", &[("score", tenths(score.tenths()).into())])
}
