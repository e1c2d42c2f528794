//! Each kind of activity as something to press, one file a kind.

mod choice;
mod gesture;
mod inspect;
mod note;
mod order;
mod slider;
mod tags;
mod timeline;

use bevy::prelude::*;

use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::session::{Ask, Asking};

use super::act::Intent;
use super::run::Run;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((timeline::plugin, tags::plugin, note::plugin));
}

/// Fills the desk with what is asked.
pub(super) fn spawn(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run, asking: &Asking) {
    let prompt = &asking.prompt;
    sheet.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|head| {
        head.spawn((
            text(ui, ui.say(&prompt.text), Size::Lead, true, INK),
            Node { flex_shrink: 1.0, flex_grow: 1.0, ..default() },
        ));
        if let Some(key) = run.refused {
            head.spawn(chip(ui, &ui.tr(key), Tone::Fair));
        }
    });
    if prompt.limit_ms.is_some() && timeline::shows_the_end(&prompt.ask) {
        timeline::spawn_limit(sheet);
    }
    match &prompt.ask {
        Ask::Choice { options } => choice::spawn(sheet, ui, options),
        Ask::Timer { look, tracks, actions } => {
            timeline::spawn(sheet, ui, asking, Some(*look), tracks, actions);
        }
        Ask::Queue { tracks, actions } => {
            timeline::spawn(sheet, ui, asking, None, tracks, actions);
        }
        Ask::Order { items, choose } => order::spawn(sheet, ui, run, items, *choose),
        Ask::Gesture { dials, .. } => gesture::spawn(sheet, ui, run, dials),
        Ask::Inspect { single, .. } => inspect::spawn(sheet, ui, run, asking, *single),
        Ask::Pack { into, items } => inspect::spawn_pack(sheet, ui, run, asking, into, items),
        Ask::Slider { .. } => slider::spawn(sheet, ui, run, &prompt.ask),
        Ask::Note { fields, actions } => note::spawn(sheet, ui, run, asking, fields, actions),
    }
}

/// The row with the button that says the answer stands.
fn spawn_done(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    label: &str,
    ready: bool,
    beside: impl FnOnce(&mut ChildSpawnerCommands<'_>),
) {
    let foot = Node { justify_content: JustifyContent::End, flex_shrink: 0.0, ..wrap(GAP_M) };
    sheet.spawn(foot).with_children(|foot| {
        beside(foot);
        let mut done = foot.spawn((
            button(ui, Look::Primary, label),
            Intent::Done,
            crate::game::theme::Keep("play/done".to_owned()),
        ));
        if !ready {
            done.insert(bevy::ui::InteractionDisabled);
        }
    });
}

/// Cards side by side, two in a row where there is room for their words.
fn spawn_cards(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    cards: impl Fn(&mut ChildSpawnerCommands<'_>),
    longest: usize,
    count: usize,
) {
    #[allow(clippy::cast_precision_loss, reason = "a card's words are few")]
    let wide = (longest + 4) as f32 * ui.px(Size::Body);
    let columns = match (wide, count) {
        (..=340.0, 5..) => 3,
        (..=520.0, 3..) => 2,
        _ => 1,
    };
    scroll_area(sheet, Fit::Hug, GAP_XS, |area| {
        let grid = Node {
            display: Display::Grid,
            grid_template_columns: RepeatedGridTrack::flex(columns, 1.0),
            column_gap: Val::Px(GAP_S),
            row_gap: Val::Px(GAP_S),
            ..default()
        };
        area.spawn(grid).with_children(cards);
    });
}

/// How wide a text is, in characters of the reading size: Chinese ones are wide.
fn width(words: &str) -> usize {
    words.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>().div_ceil(2)
}
