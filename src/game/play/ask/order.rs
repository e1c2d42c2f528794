//! People, steps or tiles, put one after another: pressed, or dragged into line.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::stage::StageCue;
use crate::game::theme::drawing::drawn;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Digit, Keep, Ui};
use crate::session::{Ask, ShownItem};

use super::super::PlaySystems;
use super::super::act::Intent;
use super::super::run::Run;
use super::drag::{Landing, Load};
use super::is_large;
use super::measure::{ROOM, rows};

/// How large an item's drawing is.
const THING: f32 = 36.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, step_forward.in_set(PlaySystems::Show));
}

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    items: &[ShownItem],
    choose: bool,
) {
    let order = &run.draft.order;
    let words: Vec<&str> = items.iter().map(|i| ui.say(&i.text)).collect();
    let cards = |grid: &mut ChildSpawnerCommands<'_>| {
        for (place, item) in items.iter().enumerate() {
            if order.contains(&item.id) {
                grid.spawn(hollow(ui, place + 1));
            } else {
                let mut card = grid.spawn((
                    option_card(ui, place + 1, ui.say(&item.text)),
                    Checkable,
                    Intent::Place(item.id.clone()),
                    Keep(format!("play/{}", item.id)),
                    Load::Item(item.id.clone()),
                ));
                if let Some(picture) = &item.picture {
                    card.with_child(drawn(picture, Vec2::splat(THING)));
                }
            }
        }
    };
    super::spawn_cards(sheet, ui, cards, &words);
    if is_large(ui) {
        sheet.spawn(row(0.0)).with_children(|tray| spawn_line(tray, ui, order, items, choose));
    } else {
        spawn_foot(sheet, ui, run, items, choose);
    }
}

/// Below the cards: the order so far, where it does not lie among them, and the
/// buttons.
pub(super) fn spawn_foot(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    items: &[ShownItem],
    choose: bool,
) {
    let order = &run.draft.order;
    let ready = if choose { !order.is_empty() } else { order.len() == items.len() };
    super::spawn_done(sheet, ui, &ui.tr("play-done"), ready, |foot| {
        if !is_large(ui) {
            spawn_line(foot, ui, order, items, choose);
        }
        foot.spawn((
            button(ui, Look::Quiet, &ui.tr("play-clear")),
            Intent::ClearOrder,
            Keep("play/clear".to_owned()),
        ));
    });
}

/// Where a card lay that stands in line now: nothing else moves into its place.
fn hollow(ui: &Ui, number: usize) -> impl Bundle + use<> {
    let node = Node {
        min_height: Val::Px(TOUCH + 4.0),
        padding: UiRect::axes(Val::Px(GAP_M), Val::Px(10.0)),
        border: UiRect::all(Val::Px(1.0)),
        border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
        align_items: AlignItems::Center,
        ..default()
    };
    let number = line(ui, number.to_string(), Size::Caption, true, INK_FAINT);
    (node, BorderColor::all(LINE), BackgroundColor(SUNK), Pickable::IGNORE, children![number])
}

/// The line itself: a place for each that is to stand in it, and what to do
/// while nobody does.
fn spawn_line(
    foot: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    order: &[String],
    items: &[ShownItem],
    choose: bool,
) {
    let high = ui.button_height();
    // The room of all of them, so that nothing moves when one is put in line.
    let widths = items.iter().map(|item| place_width(ui, item));
    let buttons = [ui.tr("play-clear"), ui.tr("play-done")]
        .iter()
        .map(|words| ui.width(words, Size::Body, true) + 2.0 * GAP_L + GAP_M)
        .sum::<f32>();
    let beside = if is_large(ui) { 0.0 } else { buttons };
    let lines = rows(widths, GAP_S, ROOM - beside - 2.0 * GAP_S);
    let frame = Node {
        flex_grow: 1.0,
        flex_shrink: 1.0,
        flex_basis: Val::Px(0.0),
        padding: UiRect::axes(Val::Px(GAP_S), Val::Px(GAP_XS)),
        min_height: Val::Px(lines * high + (lines - 1.0) * GAP_XS + 2.0 * GAP_XS),
        border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
        align_content: AlignContent::Start,
        row_gap: Val::Px(GAP_XS),
        ..wrap(GAP_S)
    };
    let ground = (BackgroundColor(SUNK), Pickable::IGNORE, Landing::Line);
    foot.spawn((frame, ground)).with_children(|whole| {
        for (place, id) in order.iter().enumerate() {
            let Some(number) = items.iter().position(|item| item.id == *id) else { continue };
            spawn_place(whole, ui, place, number, &items[number]);
        }
        let left =
            if choose { usize::from(order.len() < items.len()) } else { items.len() - order.len() };
        for place in (order.len()..).take(left) {
            whole.spawn(empty_place(ui, place, high));
        }
        if order.is_empty() {
            let hint = ui.tr(if choose { "play-build-hint" } else { "play-order-hint" });
            whole.spawn((
                text(ui, hint, Size::Caption, false, INK_SOFT),
                Node { flex_shrink: 1.0, flex_grow: 1.0, flex_basis: Val::Px(0.0), ..default() },
            ));
        }
    });
}

fn spawn_place(
    whole: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    place: usize,
    number: usize,
    item: &ShownItem,
) {
    let words = ui.say(&item.text);
    let name = format!("{}  {words}", circled(place + 1));
    let mut card = whole.spawn((
        numbered(ui, words, &(place + 1).to_string()),
        Checkable,
        Checked,
        Digit(u8::try_from(number + 1).unwrap_or(u8::MAX)),
        Intent::Place(item.id.clone()),
        Keep(format!("play/{}", item.id)),
        Load::Item(item.id.clone()),
        Landing::Place(place),
    ));
    card.insert(AccessibleLabel::new(name));
    if let Some(picture) = &item.picture {
        card.with_child(drawn(picture, Vec2::splat(THING)));
    }
}

fn empty_place(ui: &Ui, place: usize, high: f32) -> impl Bundle + use<> {
    let node = Node {
        min_width: Val::Px(high * 1.6),
        height: Val::Px(high),
        border: UiRect::all(Val::Px(1.0)),
        border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let number = line(ui, circled(place + 1), Size::Body, false, INK_FAINT);
    (node, BorderColor::all(EDGE), Pickable::IGNORE, children![number])
}

/// How wide an item is in line.
fn place_width(ui: &Ui, item: &ShownItem) -> f32 {
    let thing = if item.picture.is_some() { THING + GAP_S } else { 0.0 };
    let words = ui.width(ui.say(&item.text), Size::Body, false);
    (words + seal_width(ui) + GAP_S + 2.0 * GAP_M + thing + 4.0).ceil()
}

/// ① to ⑩, and plain numbers beyond.
fn circled(number: usize) -> String {
    u32::try_from(number)
        .ok()
        .filter(|n| (1..=10).contains(n))
        .and_then(|n| char::from_u32(0x2460 + n - 1))
        .map_or_else(|| number.to_string(), String::from)
}

/// The people who are put in order step forward on the stage, one after another.
fn step_forward(
    run: Res<Run>,
    mut last: Local<(Vec<String>, Vec<String>)>,
    mut stage: MessageWriter<StageCue>,
) {
    let asked = run.asking();
    let now = match asked.as_ref().map(|asking| &asking.prompt.ask) {
        Some(Ask::Order { items, .. }) => {
            let who = |id: &String| items.iter().find(|i| i.id == *id).and_then(|i| i.who.clone());
            let all: Vec<String> = items.iter().filter_map(|item| item.who.clone()).collect();
            (all, run.draft.order.iter().filter_map(who).collect())
        }
        _ => Default::default(),
    };
    if *last != now {
        let (among, order) = now.clone();
        stage.write(StageCue::LineUp { among, order });
        *last = now;
    }
}
