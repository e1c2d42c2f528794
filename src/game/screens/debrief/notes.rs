//! The fourth leaf: what to practise, where the house has ruled, and how the run can be had again.

use bevy::prelude::*;

use super::words::*;
use super::{Intent, Page, key_of};
use crate::game::screens::standards::sources;
use crate::game::screens::timer_name;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};

/// How much of the scenario file's hash is shown.
const HASH_SHOWN: usize = 8;

pub(super) fn spawn(body_node: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    scroll_area(body_node, Fit::Fill, GAP_L, |rows| {
        // No wider than reads well.
        let leaf = Node { max_width: page.ui.em(60.0), flex_shrink: 0.0, ..column(GAP_L) };
        rows.spawn(leaf).with_children(|rows| {
            spawn_practice(rows, page);
            spawn_rulings(rows, page);
            spawn_refused(rows, page);
            spawn_house_off(rows, page);
            spawn_made_under(rows, page);
            rows.spawn(notice(page.ui, &page.ui.tr("debrief-no-claim"), Tone::Fair));
            spawn_record(rows, page);
        });
    });
}

/// A part of the leaf under its name.
fn spawn_section(
    rows: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    name: &str,
    content: impl FnOnce(&mut ChildSpawnerCommands<'_>),
) {
    let ui = page.ui;
    let node = Node { flex_shrink: 0.0, ..column(GAP_S) };
    rows.spawn(node).with_children(|section| {
        section.spawn(heading(ui, ui.tr(name)));
        content(section);
    });
}

fn spawn_practice(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    spawn_section(rows, page, "debrief-practise-next", |section| {
        let Some(practise) = &page.told.outcome.debrief.practise else {
            section.spawn(body(ui, ui.tr("debrief-practise-none")));
            return;
        };
        let node = Node {
            padding: UiRect::all(Val::Px(GAP_M)),
            align_items: AlignItems::Start,
            ..column(GAP_S)
        };
        section.spawn(card(Tone::Good, node)).with_children(|card| {
            card.spawn(lead(ui, ui.say(&practise.statement)));
            if page.told.stop(practise.visit).is_some() {
                let place = place(page, practise.visit);
                let words = ui.tr_args("debrief-lost-first", &[("place", place.into())]);
                card.spawn(text(ui, words, Size::Body, false, INK_SOFT));
            }
            let intent = Intent::TryFrom(practise.visit);
            let again = button(ui, Look::Plain, &ui.tr("debrief-try-from"));
            card.spawn((again, intent, Keep(key_of(intent))));
        });
    });
}

fn spawn_rulings(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    spawn_section(rows, page, "debrief-rulings", |section| {
        let rulings = &page.told.outcome.debrief.rulings;
        if rulings.is_empty() {
            section.spawn(body(ui, ui.tr("debrief-rulings-none")));
            return;
        }
        section.spawn(caption(ui, ui.tr("debrief-rulings-note")));
        for ruling in rulings {
            let visit = page.told.judged.get(ruling.judgement).map_or(0, |j| j.judgement.visit);
            let place = format!("{}  ", place(page, visit));
            spawn_labelled(section, ui, place, ui.say(&ruling.ruling));
        }
    });
}

fn spawn_refused(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let refused = &page.told.outcome.debrief.refused;
    if refused.is_empty() {
        return;
    }
    spawn_section(rows, page, "debrief-refused", |section| {
        section.spawn(caption(ui, ui.tr("debrief-refused-note")));
        for moment in refused {
            section.spawn(column(GAP_XS)).with_children(|entry| {
                entry.spawn(wrap(GAP_S)).with_children(|head| {
                    spawn_verdict(head, page, moment.verdict);
                    let place = place(page, moment.visit);
                    head.spawn(line(ui, place, Size::Caption, false, INK_SOFT));
                });
                entry.spawn(body(ui, ui.say(&moment.statement)));
                let mut small = sources(ui, &moment.sources);
                if !moment.note.is_empty() {
                    small = format!("{small}\n{}", ui.say(&moment.note));
                }
                entry.spawn(caption(ui, small));
            });
        }
    });
}

fn spawn_house_off(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let off = &page.told.off;
    if off.is_empty() {
        return;
    }
    spawn_section(rows, page, "debrief-house-off", |section| {
        for one in off {
            let why = ui.tr_args(
                "debrief-house-off-why",
                &[
                    ("house", ui.say(&page.told.session.setup().profile.title).into()),
                    ("key", word_or(ui, "debrief-key", &one.key).into()),
                    ("value", word_or(ui, "debrief-value", &one.value).into()),
                ],
            );
            section.spawn(column(0.0)).with_children(|entry| {
                entry.spawn(body(ui, ui.say(&one.statement)));
                entry.spawn(caption(ui, why));
            });
        }
    });
}

/// A house's key or value in words; as it stands in the profile where there are none.
fn word_or(ui: &Ui, kind: &str, word: &str) -> String {
    let key = format!("{kind}-{word}");
    let words = ui.tr(&key);
    if words == key { word.to_owned() } else { words }
}

fn spawn_made_under(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let setup = page.told.session.setup();
    let words = ui.tr_args(
        "debrief-made-under",
        &[
            ("profile", ui.say(&setup.profile.title).into()),
            ("seed", setup.seed.to_string().into()),
            ("timers", timer_name(ui, setup.timers).into()),
        ],
    );
    spawn_section(rows, page, "debrief-reproduce", |section| {
        section.spawn(body(ui, words));
    });
}

/// What somebody needs who has to find this very version again: nothing to read.
fn spawn_record(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let session = &page.told.session;
    let scenario = session.scenario();
    let hash: String = scenario.content_hash().chars().take(HASH_SHOWN).collect();
    let words = page.ui.tr_args(
        "debrief-record",
        &[
            ("scenario", scenario.id.as_str().into()),
            ("hash", hash.into()),
            ("profile", session.setup().profile.id.as_str().into()),
            ("version", env!("CARGO_PKG_VERSION").into()),
        ],
    );
    rows.spawn(caption(page.ui, words));
}
