//! The desk's part of an inspection; its tags lie on the picture.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::{Asking, ShownSpot};

use super::super::act::Intent;
use super::super::run::Run;
use super::measure::ROOM;
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
    } else if single {
        sheet.spawn(caption(ui, ui.tr("play-point-hint")));
    } else {
        spawn_notice(sheet, ui, run);
        let count = ui.tr_args("play-pointed-out", &[("count", asking.toggled.len().into())]);
        spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
            foot.spawn(caption(ui, count));
        });
    }
}

/// Below it, where type is large: what was seen, and beside it the button.
pub(super) fn spawn_foot(foot: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run) {
    let done = ui.tr("play-done");
    let words = noticed(ui, run);
    let button = ui.width(&done, Size::Body, true) + 2.0 * GAP_L;
    let room = ROOM - button - GAP_M - 2.0 * GAP_M - 4.0;
    let lines = ui.lines(&words, Size::Body, false, room);
    let high = lines * ui.line_height(Size::Body) + 20.0;
    foot.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|line| {
        let seen = Node { min_height: Val::Px(high), ..column(0.0) };
        let seen = Node { flex_grow: 1.0, flex_basis: Val::Px(0.0), ..seen };
        line.spawn(seen).with_child(notice(ui, &words, Tone::Plain));
        spawn_done(line, ui, &done, true, |_| {});
    });
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
    sheet.spawn(notice(ui, &noticed(ui, run), Tone::Plain));
}

fn noticed(ui: &Ui, run: &Run) -> String {
    match &run.noticed {
        Some(noticed) => ui.say(noticed).to_owned(),
        None => ui.tr("play-look-hint"),
    }
}
