//! One of several things to say or do.

use bevy::prelude::*;

use crate::game::theme::widgets::option_card;
use crate::game::theme::{Keep, Ui};
use crate::session::Shown;

use super::super::act::Intent;
use super::spawn_cards;

pub(super) fn spawn(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, options: &[Shown]) {
    let words: Vec<&str> = options.iter().map(|o| ui.say(&o.text)).collect();
    let cards = |grid: &mut ChildSpawnerCommands<'_>| {
        for (place, option) in options.iter().enumerate() {
            grid.spawn((
                option_card(ui, place + 1, ui.say(&option.text)),
                Intent::Choose(option.id.clone()),
                Keep(format!("play/{}", option.id)),
            ));
        }
    };
    spawn_cards(sheet, ui, cards, &words);
}
