//! The first leaf: the headline, three things done well, and the three that cost most.

use bevy::prelude::*;

use super::Page;
use super::moment::{self, Extra};
use super::words::*;
use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::score::{Moment, Score, ServiceKind};

pub(super) fn spawn(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let debrief = &page.told.outcome.debrief;
    scroll_area(body, Fit::Fill, GAP_L, |rows| {
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
    });
}

/// The four fields, the other way up than a table: procedural to the right,
/// personal upwards.
const FIELDS: [[ServiceKind; 2]; 2] = [
    [ServiceKind::WarmAndFriendly, ServiceKind::Quality],
    [ServiceKind::Indifferent, ServiceKind::ByTheBook],
];

fn spawn_service(sheet: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let card = &page.told.outcome.card;
    let (wide, _) = field_size(ui);
    let node = Node { width: Val::Px(2.0 * wide), flex_shrink: 0.0, ..column(GAP_XS) };
    sheet.spawn(node).with_children(|side_by_side| {
        let kind = match card.service_type {
            Some(between) => {
                let kinds: Vec<String> =
                    between.between().into_iter().map(|kind| service(ui, kind)).collect();
                kinds.join(&ui.tr("debrief-between"))
            }
            None => ui.tr("debrief-no-evidence"),
        };
        side_by_side.spawn(strong(ui, kind));
        spawn_fields(side_by_side, page);
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

/// One field's width and height, with room for its name in either language.
fn field_size(ui: &Ui) -> (f32, f32) {
    (ui.px(Size::Caption) * 10.6, ui.px(Size::Caption) * 3.9)
}

/// Four fields of one size, whose inner lines are the lines at 70.
fn spawn_fields(parent: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let card = &page.told.outcome.card;
    let here = card.service_type.map(|service| service.kind);
    let (wide, high) = field_size(ui);
    let field = Node {
        width: Val::Px(wide),
        height: Val::Px(high),
        padding: UiRect::axes(Val::Px(2.0), Val::Px(3.0)),
        justify_content: JustifyContent::Center,
        border: UiRect::all(Val::Px(1.0)),
        ..default()
    };
    parent.spawn(column(0.0)).with_children(|fields| {
        // Names keep to the outer edge, but out of the point's way.
        let height = card.personal.map_or(0.25, along);
        let upper = if height > 0.75 { AlignItems::End } else { AlignItems::Start };
        let lower = if height < 0.25 { AlignItems::Start } else { AlignItems::End };
        for (kinds, edge) in FIELDS.into_iter().zip([upper, lower]) {
            let field = Node { align_items: edge, ..field.clone() };
            fields.spawn(row(0.0)).with_children(|row| {
                for kind in kinds {
                    let (ground, ink) = if here == Some(kind) {
                        (kind_tone(kind).ground(), kind_tone(kind).ink())
                    } else {
                        (PAPER, INK_FAINT)
                    };
                    row.spawn((field.clone(), BackgroundColor(ground), BorderColor::all(LINE)))
                        .with_child(centred(
                            ui,
                            service(ui, kind),
                            Size::Caption,
                            here == Some(kind),
                            ink,
                        ));
                }
            });
        }
        if let Some((procedural, personal)) = card.procedural.zip(card.personal) {
            let point = Node {
                position_type: PositionType::Absolute,
                left: Val::Px(along(procedural) * (2.0 * wide - POINT)),
                bottom: Val::Px(along(personal) * (2.0 * high - POINT)),
                width: Val::Px(POINT),
                height: Val::Px(POINT),
                border: UiRect::all(Val::Px(4.0)),
                border_radius: BorderRadius::MAX,
                ..default()
            };
            fields.spawn((point, BorderColor::all(INK)));
        }
    });
}

/// The diameter of the point in the four fields.
const POINT: f32 = 20.0;

/// Where a score stands between the ends of the four fields: 0–70 is the first
/// half, 70–100 the second.
fn along(score: Score) -> f32 {
    #[allow(clippy::cast_possible_truncation, reason = "0–100 with one decimal")]
    let value = score.value() as f32;
    if value < 70.0 { value / 140.0 } else { 0.5 + (value - 70.0) / 60.0 }
}

fn kind_tone(kind: ServiceKind) -> Tone {
    match kind {
        ServiceKind::Quality => Tone::Good,
        ServiceKind::ByTheBook | ServiceKind::WarmAndFriendly => Tone::Fair,
        ServiceKind::Indifferent => Tone::Bad,
    }
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
    sheet.spawn(frame).with_children(|rows| {
        for sentence in customers {
            let (word, tone) = gap(ui, sentence.verdict);
            let entry = Node { align_items: AlignItems::Start, ..row(GAP_S) };
            rows.spawn(entry).with_children(|entry| {
                entry.spawn(chip(ui, &word, tone));
                let args = [("name", name(page, &sentence.who).into())];
                let name = ui.tr_args("debrief-says", &args);
                let remark = sentence.remark.as_ref().map(|remark| ui.say(remark));
                let quoted = remark.filter(|r| !r.is_empty()).map(|r| ui.lang().quoted(r));
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
