//! One standard as it is shown to a trainee: what, how measured, how weighty, from which clause.

use bevy::prelude::*;

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::ui_widgets::ListItem;

use super::Intent;
use super::numbers::numbers;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::scenario::Scenario;
use crate::standard::{Dimension, Profile, Severity, Source, Standard, Treatment};

/// A standard with everything that is known of it, and the scenarios that test
/// it. `domain` is its domain's name where several are mixed.
pub(super) fn spawn_whole<'a>(
    parent: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    standard: &Standard,
    house: &Profile,
    domain: Option<&str>,
    tested_by: impl Iterator<Item = &'a Scenario>,
) {
    let node = Node { padding: UiRect::all(Val::Px(GAP_M)), flex_shrink: 0.0, ..column(GAP_XS) };
    let stated = standard.stated_by(house);
    let statement = ui.say(&stated);
    let measured = standard.measured_by(house);
    let criterion =
        ui.tr_args("standard-criterion", &[("criterion", ui.say(&measured).to_owned().into())]);
    // Something to read and not to press; the keyboard goes from one to the next.
    let mut whole = parent.spawn((
        card(Tone::Plain, node),
        (ListItem, TabIndex(0), AccessibleLabel::new(format!("{statement} {criterion}"))),
        Keep(format!("standards/{}", standard.id)),
    ));
    whole.with_children(|card| {
        card.spawn(strong(ui, statement));
        card.spawn(text(ui, criterion, Size::Body, false, INK_SOFT));
        if let Some(numbers) = numbers(ui, &standard.measures, house) {
            card.spawn(caption(ui, numbers));
        }
        let chips =
            Node { flex_shrink: 0.0, margin: UiRect::vertical(Val::Px(GAP_XS)), ..wrap(GAP_XS) };
        card.spawn(chips).with_children(|chips| {
            if let Some(domain) = domain {
                chips.spawn(chip(ui, domain, Tone::Good));
            }
            chips.spawn(severity_chip(ui, standard.severity));
            chips.spawn(chip(ui, &dimension(ui, standard.dimension), Tone::Plain));
            let (words, tone) = match treatment(ui, standard.treatment) {
                Some(words) => (words, Tone::Fair),
                None if standard.treatment == Treatment::Teach => {
                    (ui.tr("treatment-teach"), Tone::Plain)
                }
                None => (ui.tr("treatment-teach-with-note"), Tone::Plain),
            };
            chips.spawn(chip(ui, &words, tone));
            if standard.turned_off(house).is_some() {
                chips.spawn(chip(ui, &ui.tr("standard-off"), Tone::Bad));
            }
        });
        if !standard.note.is_empty() {
            card.spawn(caption(ui, ui.say(&standard.note)));
        }
        card.spawn(caption(ui, sources(ui, &standard.sources)));
        let mut scenarios = tested_by.peekable();
        if scenarios.peek().is_none() {
            card.spawn(text(ui, ui.tr("standards-untested"), Size::Caption, false, INK_FAINT));
            return;
        }
        card.spawn(Node { flex_shrink: 0.0, ..wrap(GAP_S) }).with_children(|ways| {
            ways.spawn(line(ui, ui.tr("standards-tested"), Size::Caption, false, INK_SOFT));
            for scenario in scenarios {
                ways.spawn((
                    button(ui, Look::Plain, ui.say(&scenario.title)),
                    Intent::Practise(scenario.id.clone()),
                    Keep(format!("standards/{}@{}", standard.id, scenario.id)),
                ));
            }
        });
    });
}

fn dimension(ui: &Ui, dimension: Dimension) -> String {
    match dimension {
        Dimension::Procedural => ui.tr("dimension-procedural"),
        Dimension::Personal => ui.tr("dimension-personal"),
        Dimension::Both => ui.tr("dimension-both"),
        Dimension::Knowledge => ui.tr("dimension-knowledge"),
    }
}

/// A standard's card in a list.
pub(in crate::game::screens) fn spawn_standard(
    parent: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    standard: &Standard,
    house: &Profile,
) {
    let off = standard.turned_off(house).is_some();
    let node = Node {
        padding: UiRect::all(Val::Px(GAP_M)),
        max_width: Val::Px(READING),
        flex_shrink: 0.0,
        ..column(GAP_XS)
    };
    parent.spawn(card(Tone::Plain, node)).with_children(|card| {
        card.spawn(strong(ui, ui.say(&standard.stated_by(house))));
        let measured = standard.measured_by(house);
        let criterion = ui.say(&measured);
        card.spawn(text(
            ui,
            ui.tr_args("standard-criterion", &[("criterion", criterion.to_owned().into())]),
            Size::Body,
            false,
            INK_SOFT,
        ));
        if !standard.note.is_empty() {
            card.spawn(caption(ui, ui.say(&standard.note)));
        }
        card.spawn(Node { flex_shrink: 0.0, ..wrap(GAP_S) }).with_children(|foot| {
            foot.spawn(severity_chip(ui, standard.severity));
            if let Some(words) = treatment(ui, standard.treatment) {
                foot.spawn(chip(ui, &words, Tone::Fair));
            }
            if off {
                foot.spawn(chip(ui, &ui.tr("standard-off"), Tone::Plain));
            }
        });
        card.spawn(caption(ui, sources(ui, &standard.sources)));
    });
}

/// How much a standard weighs, as a chip.
pub(in crate::game::screens) fn severity_chip(ui: &Ui, severity: Severity) -> impl Bundle + use<> {
    let (words, tone) = match severity {
        Severity::Critical => (ui.tr("severity-critical"), Tone::Bad),
        Severity::Major => (ui.tr("severity-major"), Tone::Plain),
        Severity::Minor => (ui.tr("severity-minor"), Tone::Plain),
    };
    chip(ui, &words, tone)
}

/// How a standard is taught today, where that is worth a word.
fn treatment(ui: &Ui, treatment: Treatment) -> Option<String> {
    match treatment {
        Treatment::Teach | Treatment::TeachWithNote => None,
        Treatment::ModernCaveat => Some(ui.tr("treatment-caveat")),
        Treatment::HouseToggle => Some(ui.tr("treatment-toggle")),
        Treatment::RecogniseAndRefuse => Some(ui.tr("treatment-refuse")),
    }
}

/// The clauses a standard comes from: `《客户服务管理》二.1`.
pub(in crate::game::screens) fn sources(ui: &Ui, sources: &[Source]) -> String {
    let clauses: Vec<String> = sources.iter().map(|source| source.cite(ui.lang())).collect();
    ui.tr_args("standard-source", &[("clauses", clauses.join(&ui.tr("list-comma")).into())])
}
