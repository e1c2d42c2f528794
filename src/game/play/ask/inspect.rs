//! The desk's part of an inspection; its tags lie on the picture.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::{Asking, ShownSpot};

use super::super::act::Intent;
use super::super::run::Run;
use super::{is_large, spawn_cards, spawn_done};

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    spots: &[ShownSpot],
    single: bool,
) {
    if is_large(ui) {
        spawn_spots(sheet, ui, asking, spots, single);
    }
    if !single {
        spawn_notice(sheet, ui, run);
        let count = ui.tr_args("play-pointed-out", &[("count", asking.toggled.len().into())]);
        spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
            foot.spawn(caption(ui, count));
        });
    } else if !is_large(ui) {
        sheet.spawn(caption(ui, ui.tr("play-point-hint")));
    }
}

/// Where type is so large that tags would hide the picture, they lie on the desk.
fn spawn_spots(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    asking: &Asking,
    spots: &[ShownSpot],
    single: bool,
) {
    let words: Vec<&str> = spots.iter().map(|spot| ui.say(&spot.text)).collect();
    let cards = |grid: &mut ChildSpawnerCommands<'_>| {
        for (place, spot) in spots.iter().enumerate() {
            let on = asking.toggled.contains(&spot.id);
            let words = ui.say(&spot.text);
            let id = spot.id.clone();
            let intent = if single { Intent::Choose(id) } else { Intent::Toggle(id) };
            let keep = Keep(format!("play/{}", spot.id));
            let mut card = grid.spawn((option_card(ui, place + 1, words), intent, keep));
            if !single {
                card.insert(Checkable);
            }
            if on {
                card.insert(Checked);
            }
        }
    };
    spawn_cards(sheet, ui, cards, &words);
}

/// What the last closer look has shown. Its room is there from the start, so
/// that nothing moves under the finger that looks.
pub(super) fn spawn_notice(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run) {
    let words = match &run.noticed {
        Some(noticed) => ui.say(noticed).to_owned(),
        None => ui.tr("play-look-hint"),
    };
    sheet.spawn(notice(ui, &words, Tone::Plain));
}
