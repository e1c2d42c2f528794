//! One standard as it is shown to a trainee: what, how measured, how weighty, from which clause.

use bevy::prelude::*;

use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::standard::{Profile, Severity, Source, Standard, Treatment};

/// A standard's card in a list.
pub(super) fn spawn_standard(
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
        card.spawn(strong(ui, ui.say(&standard.statement)));
        let criterion = ui.say(&standard.criterion);
        card.spawn(text(
            ui,
            ui.tr_args("standard-criterion", &[("criterion", criterion.into())]),
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
            foot.spawn(line(ui, sources(ui, &standard.sources), Size::Caption, false, INK_SOFT));
        });
    });
}

/// How much a standard weighs, as a chip.
pub(super) fn severity_chip(ui: &Ui, severity: Severity) -> impl Bundle + use<> {
    let (words, tone) = match severity {
        Severity::Critical => (ui.tr("severity-critical"), Tone::Bad),
        Severity::Major => (ui.tr("severity-major"), Tone::Good),
        Severity::Minor => (ui.tr("severity-minor"), Tone::Plain),
    };
    chip(ui, &words, tone)
}

/// How a standard is taught today, where that is worth a word.
pub(super) fn treatment(ui: &Ui, treatment: Treatment) -> Option<String> {
    match treatment {
        Treatment::Teach | Treatment::TeachWithNote => None,
        Treatment::ModernCaveat => Some(ui.tr("treatment-caveat")),
        Treatment::HouseToggle => Some(ui.tr("treatment-toggle")),
        Treatment::RecogniseAndRefuse => Some(ui.tr("treatment-refuse")),
    }
}

/// The clauses a standard comes from: `《客户服务管理》二.1`.
pub(super) fn sources(ui: &Ui, sources: &[Source]) -> String {
    let clauses: Vec<String> = sources.iter().map(|source| source.cite(ui.lang())).collect();
    ui.tr_args("standard-source", &[("clauses", clauses.join(&ui.tr("list-comma")).into())])
}
