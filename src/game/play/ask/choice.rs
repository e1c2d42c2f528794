//! One of several things to say or do.

use bevy::prelude::*;

use crate::game::theme::widgets::option_card;
use crate::game::theme::{Keep, Ui};
use crate::session::Shown;

use super::super::act::Intent;
use super::{flow, is_large, spawn_cards};

pub(super) fn spawn(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, options: &[Shown]) {
    let words: Vec<&str> = options.iter().map(|o| ui.say(&o.text)).collect();
    let card = |parent: &mut ChildSpawnerCommands<'_>, place: usize| {
        let Some(option) = options.get(place) else { return };
        parent.spawn((
            option_card(ui, place + 1, ui.say(&option.text)),
            Intent::Choose(option.id.clone()),
            Keep(format!("play/{}", option.id)),
        ));
    };
    if let Some(rows) = is_large(ui).then(|| flow::flow(ui, &words)).flatten() {
        flow::spawn(sheet, ui, &rows, card);
    } else {
        let cards = |grid: &mut ChildSpawnerCommands<'_>| {
            (0..options.len()).for_each(|place| card(grid, place));
        };
        spawn_cards(sheet, ui, cards, &words);
    }
}
