//! One judgement as a card: what was done, what the standard says, and what would have worked.

use bevy::prelude::*;

use super::told::Judged;
use super::words::*;
use super::{Intent, Page, key_of, marks};
use crate::game::screens::standards::{severity_chip, sources};
use crate::game::theme::Keep;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::session::Verdict;

/// What a card says beside the judgement itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Extra {
    /// When and where it happened; left out where the page says so already.
    pub(super) place: bool,
    /// What was done; left out where the page says so already.
    pub(super) did: bool,
    /// What it cost, in words.
    pub(super) cost: Option<String>,
    /// The standard's note or caveat too.
    pub(super) note: bool,
    /// A button that goes back to that moment.
    pub(super) again: bool,
}

/// Cards side by side, as many as the page and the size of type leave room for.
pub(super) fn grid(page: &Page<'_>) -> Node {
    let narrowest = page.ui.px(Size::Body) * 20.0;
    Node {
        display: Display::Grid,
        grid_template_columns: vec![RepeatedGridTrack::minmax(
            GridTrackRepetition::AutoFit,
            MinTrackSizingFunction::Px(narrowest),
            MaxTrackSizingFunction::Fraction(1.0),
        )],
        column_gap: Val::Px(GAP_M),
        row_gap: Val::Px(GAP_M),
        flex_shrink: 0.0,
        ..default()
    }
}

pub(super) fn spawn<'a>(
    parent: &'a mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    one: &Judged,
    extra: &Extra,
) -> EntityCommands<'a> {
    let ui = page.ui;
    let node =
        Node { padding: UiRect::all(Val::Px(GAP_M)), min_width: Val::Px(0.0), ..column(GAP_S) };
    let mut spawned = parent.spawn(card(Tone::Plain, node));
    spawned.with_children(|card| {
        let judgement = &one.judgement;
        card.spawn(wrap(GAP_S)).with_children(|head| {
            spawn_verdict(head, page, one.verdict);
            if extra.note {
                head.spawn(severity_chip(ui, one.severity));
            }
            if let Some(cost) = &extra.cost {
                let ink = marks::tone(one.verdict).ink();
                head.spawn(line(ui, cost, Size::Caption, true, ink));
            }
            if extra.place {
                let place = place(page, judgement.visit);
                head.spawn(line(ui, place, Size::Caption, false, INK_SOFT));
            }
        });
        if extra.did && !judgement.did.is_empty() {
            spawn_labelled(card, ui, ui.tr("debrief-you-did"), ui.say(&judgement.did));
        }
        card.spawn(column(0.0)).with_children(|standard| {
            spawn_labelled(standard, ui, ui.tr("debrief-standard"), ui.say(&one.statement));
            if !one.sources.is_empty() {
                standard.spawn(caption(ui, sources(ui, &one.sources)));
            }
            if extra.note && !one.note.is_empty() {
                standard.spawn(caption(ui, ui.say(&one.note)));
            }
        });
        if !judgement.why.is_empty() {
            spawn_labelled(card, ui, ui.tr("debrief-why-it-matters"), ui.say(&judgement.why));
        }
        let fell_short = !matches!(one.verdict, Verdict::Met | Verdict::NotApplicable);
        if fell_short && !judgement.better.is_empty() {
            let well = Node {
                padding: UiRect::axes(Val::Px(10.0), Val::Px(GAP_S)),
                border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
                ..column(0.0)
            };
            card.spawn((well, BackgroundColor(JADE_MIST))).with_children(|well| {
                spawn_labelled(
                    well,
                    ui,
                    ui.tr("debrief-would-have-worked"),
                    ui.say(&judgement.better),
                );
            });
        }
        if extra.note && !judgement.ruling.is_empty() {
            spawn_labelled(card, ui, ui.tr("debrief-house-ruling"), ui.say(&judgement.ruling));
        }
        if extra.again {
            let foot = Node { margin: UiRect::top(Val::Auto), ..row(0.0) };
            card.spawn(foot).with_children(|foot| {
                let intent = Intent::TryFrom(judgement.visit);
                let keep = Keep(format!("{}/{}", key_of(intent), judgement.standard));
                foot.spawn((button(ui, Look::Plain, &ui.tr("debrief-try-from")), intent, keep));
            });
        }
    });
    spawned
}
