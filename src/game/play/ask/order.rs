//! People, steps or tiles, put one after another.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::Shown;

use super::super::act::Intent;
use super::super::run::Run;
use super::spawn_done;

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    items: &[Shown],
    choose: bool,
) {
    let order = &run.draft.order;
    let hint = ui.tr(if choose { "play-build-hint" } else { "play-order-hint" });
    let words: Vec<String> = items.iter().map(|i| numbered(1, ui.say(&i.text))).collect();
    let cards = |grid: &mut ChildSpawnerCommands<'_>| {
        for (place, item) in items.iter().enumerate() {
            let words = ui.say(&item.text);
            let placed = order.iter().position(|id| *id == item.id);
            let words = placed.map_or(words.to_owned(), |at| numbered(at + 1, words));
            let mut card = grid.spawn((
                option_card(ui, place + 1, &words),
                Checkable,
                Intent::Place(item.id.clone()),
                Keep(format!("play/{}", item.id)),
            ));
            if placed.is_some() {
                card.insert(Checked);
            }
        }
    };
    super::spawn_cards(sheet, ui, cards, &words);
    let chosen: Vec<&str> = order
        .iter()
        .filter_map(|id| items.iter().find(|i| i.id == *id))
        .map(|i| ui.say(&i.text))
        .collect();
    let line = if choose { chosen.join(" ") } else { chosen.join(" → ") };
    let ready = if choose { !order.is_empty() } else { order.len() == items.len() };
    spawn_done(sheet, ui, &ui.tr("play-done"), ready, |foot| {
        let (words, colour) = if order.is_empty() { (hint, INK_SOFT) } else { (line, JADE_DEEP) };
        foot.spawn((
            text(ui, words, Size::Body, !order.is_empty(), colour),
            Node { flex_shrink: 1.0, flex_grow: 1.0, flex_basis: Val::Px(0.0), ..default() },
        ));
        foot.spawn((
            button(ui, Look::Quiet, &ui.tr("play-clear")),
            Intent::ClearOrder,
            Keep("play/clear".to_owned()),
        ));
    });
}

/// Words with their place in the order before them.
fn numbered(place: usize, words: &str) -> String {
    format!("{}  {words}", circled(place))
}

/// ① to ⑩, and plain numbers beyond.
fn circled(number: usize) -> String {
    u32::try_from(number)
        .ok()
        .filter(|n| (1..=10).contains(n))
        .and_then(|n| char::from_u32(0x2460 + n - 1))
        .map_or_else(|| number.to_string(), String::from)
}
