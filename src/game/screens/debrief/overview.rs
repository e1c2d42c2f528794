//! The first leaf: the headline, three things done well, and the three that cost most.

use bevy::prelude::*;

use super::moment::{self, Extra};
use super::words::*;
use super::{Intent, Page, fields, key_of, progress};
use crate::game::theme::Keep;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::score::{Moment, Score};

pub(super) fn spawn(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let debrief = &page.told.outcome.debrief;
    scroll_area(body, Fit::Fill, GAP_L, |rows| {
        spawn_troubles(rows, page);
        spawn_headline(rows, page);
        spawn_moments(
            rows,
            page,
            "debrief-done-well",
            "debrief-done-well-none",
            &debrief.well,
            false,
        );
        spawn_moments(
            rows,
            page,
            "debrief-cost-most",
            "debrief-cost-nothing",
            &debrief.costly,
            true,
        );
    });
}

/// What went wrong with keeping this run, or with the runs kept before.
fn spawn_troubles(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let journey = &page.told.journey;
    if let Some(why) = &journey.unkept {
        let node = Node { align_items: AlignItems::Center, flex_shrink: 0.0, ..wrap(GAP_S) };
        rows.spawn(node).with_children(|line_of| {
            line_of.spawn(Node { flex_basis: ui.em(30.0), ..grow() }).with_children(|said| {
                said.spawn(notice(ui, ui.say(why), Tone::Bad));
            });
            let intent = Intent::KeepAgain;
            let again = button(ui, Look::Plain, &ui.tr("debrief-keep-again"));
            line_of.spawn((again, intent, Keep(key_of(intent))));
        });
    } else if let Some(complaint) = &journey.complaint {
        rows.spawn(notice(ui, ui.say(complaint), Tone::Fair));
    }
}

fn spawn_headline(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    // Large type leaves no room for three side by side; the sentences go under.
    let stacked = page.ui.scale() > 1.2;
    let rest = RepeatedGridTrack::flex(1, 1.0);
    let columns = if stacked {
        vec![RepeatedGridTrack::auto(1), rest]
    } else {
        vec![RepeatedGridTrack::auto(2), rest]
    };
    let sheet = Node {
        display: Display::Grid,
        grid_template_columns: columns,
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_M)),
        column_gap: Val::Px(GAP_XL),
        row_gap: Val::Px(GAP_M),
        flex_shrink: 0.0,
        align_items: AlignItems::Start,
        ..default()
    };
    rows.spawn(panel(sheet)).with_children(|sheet| {
        spawn_score(sheet, page);
        spawn_service(sheet, page);
        spawn_sentences(sheet, page, if stacked { 2 } else { 1 });
    });
    if let Some(why) = band_reason(page) {
        rows.spawn(notice(page.ui, &why, Tone::Fair));
    }
}

/// Whether the score would be higher but for a critical standard.
fn score_is_capped(page: &Page<'_>) -> bool {
    page.told.outcome.card.score < page.told.outcome.card.uncapped
}

/// Why the band is lower than the number alone would make it.
fn band_reason(page: &Page<'_>) -> Option<String> {
    let ui = page.ui;
    let card = &page.told.outcome.card;
    if score_is_capped(page) {
        let uncapped = tenths(card.uncapped.tenths());
        Some(ui.tr_args("debrief-score-capped", &[("uncapped", uncapped.into())]))
    } else if !card.critical_violated.is_empty() {
        Some(ui.tr("debrief-critical-violated"))
    } else if !card.critical_missed.is_empty() {
        Some(ui.tr("debrief-critical-missed"))
    } else {
        None
    }
}

fn spawn_score(sheet: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let card = &page.told.outcome.card;
    sheet.spawn(Node { flex_shrink: 0.0, ..column(0.0) }).with_children(|score| {
        score.spawn(line(ui, ui.tr("debrief-score"), Size::Body, false, INK_SOFT));
        score.spawn(line(ui, tenths(card.score.tenths()), Size::Figure, true, INK));
        let (band, tone) = band(ui, card.band);
        let frame = Node {
            padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_XS)),
            border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
            align_self: AlignSelf::Start,
            ..default()
        };
        score.spawn((frame, BackgroundColor(tone.ground()))).with_child(line(
            ui,
            band,
            Size::Heading,
            true,
            tone.ink(),
        ));
        score.spawn(Node { height: Val::Px(GAP_S), ..default() });
        progress::spawn(score, page);
    });
}

fn spawn_service(sheet: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let card = &page.told.outcome.card;
    let caption_px = ui.px(Size::Caption);
    // Room for each field's name in either language, above and below what is measured.
    let size = Vec2::new(caption_px * 21.2, caption_px * 10.4).round();
    let node = Node { width: Val::Px(size.x), flex_shrink: 0.0, ..column(GAP_XS) };
    sheet.spawn(node).with_children(|side_by_side| {
        let kind = match card.service_type {
            Some(service_type) => fields::kinds(ui, service_type),
            None => ui.tr("debrief-no-evidence"),
        };
        side_by_side.spawn(strong(ui, kind));
        fields::spawn(side_by_side, page, fields::Look { size, large: false });
        let none = ui.tr("debrief-no-evidence");
        let side =
            |score: Option<Score>| score.map_or_else(|| none.clone(), |s| tenths(s.tenths()));
        let sides = ui.tr_args(
            "debrief-sides",
            &[
                ("procedural", side(card.procedural).into()),
                ("personal", side(card.personal).into()),
            ],
        );
        side_by_side.spawn(caption(ui, sides));
    });
}

/// Each customer's verdict and what they say, over so many columns.
fn spawn_sentences(sheet: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, columns: u16) {
    let ui = page.ui;
    let customers = &page.told.outcome.debrief.headline.customers;
    let frame = Node {
        grid_column: GridPlacement::span(columns),
        min_width: Val::Px(0.0),
        ..column(GAP_S)
    };
    // Names begin under one another, however long the words before them are.
    let word_of = |verdict| ui.width(&gap(ui, verdict).0, Size::Caption, false);
    let widest = customers.iter().map(|one| word_of(one.verdict)).fold(0.0, f32::max);
    let badge = Node { width: Val::Px(widest.ceil() + 22.0), flex_shrink: 0.0, ..default() };
    sheet.spawn(frame).with_children(|rows| {
        for sentence in customers {
            let (word, tone) = gap(ui, sentence.verdict);
            let entry = Node { align_items: AlignItems::Start, ..row(GAP_S) };
            rows.spawn(entry).with_children(|entry| {
                entry.spawn(badge.clone()).with_child(chip(ui, &word, tone));
                let args = [("name", name(page, &sentence.who).into())];
                let name = ui.tr_args("debrief-says", &args);
                let remark = sentence.remark.as_ref().map(|remark| ui.say(remark));
                let quoted = remark.filter(|r| !r.is_empty()).map(|r| format!("“{r}”"));
                spawn_labelled(entry, ui, name, &quoted.unwrap_or_default());
            });
        }
    });
}

fn spawn_moments(
    rows: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    name: &str,
    none: &str,
    moments: &[Moment],
    costly: bool,
) {
    let ui = page.ui;
    rows.spawn(Node { flex_shrink: 0.0, ..column(GAP_S) }).with_children(|section| {
        let count = moments.len();
        section.spawn(heading(ui, ui.tr_args(name, &[("count", count.into())])));
        if moments.is_empty() {
            section.spawn(body(ui, ui.tr(none)));
            return;
        }
        section.spawn(moment::grid(page)).with_children(|cards| {
            for told in moments {
                let Some(one) = page.told.judged.get(told.judgement) else { continue };
                let caps = told.caps_score && score_is_capped(page);
                let cost = costly.then(|| {
                    let key = if caps { "debrief-lost-capping" } else { "debrief-lost-points" };
                    ui.tr_args(key, &[("points", tenths(told.lost.tenths()).into())])
                });
                let extra = Extra { place: true, did: true, cost, again: costly, note: false };
                moment::spawn(cards, page, one, &extra);
            }
        });
    });
}
