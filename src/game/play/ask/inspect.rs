//! The desk's part of an inspection (its tags lie on the picture), and things to be packed.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::{Asking, Shown};
use crate::standard::Text as Words;

use super::super::act::Intent;
use super::super::run::Run;
use super::{spawn_cards, spawn_done};

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    single: bool,
) {
    if !single {
        spawn_notice(sheet, ui, run);
        let count = ui.tr_args("play-pointed-out", &[("count", asking.toggled.len().into())]);
        spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
            foot.spawn(caption(ui, count));
        });
    } else {
        sheet.spawn(caption(ui, ui.tr("play-point-hint")));
    }
}

pub(super) fn spawn_pack(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    into: &Words,
    items: &[Shown],
) {
    let listed: Vec<(&str, &Words)> = items.iter().map(|i| (i.id.as_str(), &i.text)).collect();
    spawn_items(sheet, ui, asking, &listed);
    spawn_notice(sheet, ui, run);
    let count = ui.tr_args(
        "play-packed",
        &[("into", ui.say(into).into()), ("count", asking.toggled.len().into())],
    );
    spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
        foot.spawn(caption(ui, count));
    });
}

fn spawn_items(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    asking: &Asking,
    items: &[(&str, &Words)],
) {
    let words: Vec<String> = items.iter().map(|(_, t)| ticked(ui.say(t))).collect();
    let cards = |grid: &mut ChildSpawnerCommands<'_>| {
        for (place, (id, words)) in items.iter().enumerate() {
            let id = (*id).to_owned();
            let on = asking.toggled.contains(&id);
            let words = ui.say(words);
            let words = if on { ticked(words) } else { words.to_owned() };
            let keep = Keep(format!("play/{id}"));
            let card = (option_card(ui, place + 1, &words), Checkable, Intent::Toggle(id), keep);
            let mut card = grid.spawn(card);
            if on {
                card.insert(Checked);
            }
        }
    };
    spawn_cards(sheet, ui, cards, &words);
}

fn ticked(words: &str) -> String {
    format!("✓ {words}")
}

/// What the last closer look has shown. Its room is there from the start, so
/// that nothing moves under the finger that looks.
fn spawn_notice(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run) {
    let words = match &run.noticed {
        Some(noticed) => ui.say(noticed).to_owned(),
        None => ui.tr("play-look-hint"),
    };
    sheet.spawn(notice(ui, &words, Tone::Plain));
}
