//! What the body does: each dial a row of positions, shown on the stage as it is turned.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Digit, Keep, Ui};
use crate::session::ShownDial;

use super::super::act::Intent;
use super::super::run::Run;
use super::card;
use super::measure::{ROOM, rows};
use super::{is_large, spawn_done};

pub(super) fn spawn(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run, dials: &[ShownDial]) {
    if is_large(ui) {
        spawn_grid(sheet, ui, run, dials, (None, 0.0));
    } else {
        let ready = is_ready(run, dials);
        // Not in a scroll area: its height is measured before long positions wrap.
        let held = card::is_held(dials);
        let (beside, least) = if held { (card::VIEW.x + GAP_M, card::VIEW.y) } else { (0.0, 0.0) };
        let both = Node { flex_shrink: 0.0, min_height: Val::Px(least), ..row(GAP_M) };
        sheet.spawn(both).with_children(|both| {
            if held {
                card::spawn(both, ui);
            }
            spawn_grid(both, ui, run, dials, (Some(ready), beside));
        });
    }
}

/// Below it, where type is large: the button that does it.
pub(super) fn spawn_foot(
    foot: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    dials: &[ShownDial],
) {
    spawn_done(foot, ui, &ui.tr("play-do-it"), is_ready(run, dials), |_| {});
}

/// Whether every dial has been turned.
fn is_ready(run: &Run, dials: &[ShownDial]) -> bool {
    dials.iter().all(|dial| run.draft.dials.contains_key(&dial.id))
}

/// Labels, positions, and beside the last dial the button that does it: there
/// if it is told whether it is ready. What stands `beside` takes room from them.
fn spawn_grid(
    area: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    dials: &[ShownDial],
    (done, beside): (Option<bool>, f32),
) {
    // Large type has its labels above the positions: beside them they take too much room.
    let above = is_large(ui);
    let columns = if above {
        vec![GridTrack::flex(1.0)]
    } else {
        vec![GridTrack::auto(), GridTrack::flex(1.0), GridTrack::auto()]
    };
    let grid = Node {
        display: Display::Grid,
        grid_template_columns: columns,
        column_gap: Val::Px(GAP_M),
        row_gap: Val::Px(if above { GAP_XS } else { GAP_S }),
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        // Of a row's width it takes what is left; in a column it is as high as it is.
        flex_grow: if done.is_some() { 1.0 } else { 0.0 },
        flex_basis: if done.is_some() { Val::Px(0.0) } else { Val::Auto },
        ..default()
    };
    let labels = dials.iter().map(|d| ui.width(ui.say(&d.label), Size::Body, true));
    let labels = if above { 0.0 } else { labels.fold(0.0, f32::max) };
    // The button takes room from the row it stands in alone.
    let taken = |last: bool| match (above, last && done.is_some()) {
        (true, _) => beside + 2.0,
        (false, true) => beside + labels + BUTTON,
        (false, false) => beside + labels + GAP_M + 2.0,
    };
    area.spawn(grid).with_children(|grid| {
        let mut number = 0;
        for (line, dial) in (1..).zip(dials) {
            let (label, row, column) =
                if above { (2 * line - 1, 2 * line, 1) } else { (line, line, 2) };
            // Beside the first row of positions, however many there are.
            let down = (position_height(ui) - ui.line_height(Size::Body)) / 2.0;
            let place = Node {
                grid_row: GridPlacement::start(label),
                align_self: AlignSelf::Start,
                margin: UiRect::top(Val::Px(if above { 0.0 } else { down })),
                ..default()
            };
            grid.spawn((text(ui, ui.say(&dial.label), Size::Body, true, INK_SOFT), place));
            let last = usize::try_from(line).is_ok_and(|line| line == dials.len());
            let columns = if above || last { 1 } else { 2 };
            let positions = Node {
                min_height: Val::Px(height_of(ui, dial, taken(last))),
                grid_row: GridPlacement::start(row),
                grid_column: GridPlacement::start_span(column, columns),
                flex_wrap: FlexWrap::Wrap,
                align_items: AlignItems::Center,
                align_content: AlignContent::Start,
                column_gap: Val::Px(GAP_S),
                row_gap: Val::Px(GAP_XS),
                ..default()
            };
            grid.spawn(positions).with_children(|positions| {
                for position in &dial.positions {
                    number += 1;
                    spawn_position(positions, ui, run, dial, position, number);
                }
            });
            if let Some(ready) = done.filter(|_| last) {
                let place = Node {
                    grid_row: GridPlacement::start(line),
                    grid_column: GridPlacement::start(3),
                    align_self: AlignSelf::End,
                    ..default()
                };
                grid.spawn(place).with_children(|place| {
                    let label = ui.tr("play-do-it");
                    let keep = Keep("play/done".to_owned());
                    let mut done =
                        place.spawn((button(ui, Look::Primary, &label), Intent::Done, keep));
                    if !ready {
                        done.insert(bevy::ui::InteractionDisabled);
                    }
                });
            }
        }
    });
}

/// The button that does it, beside labels and positions.
const BUTTON: f32 = 121.0;

/// How high a dial's positions stand once the longer ones wrap. The layout
/// measures the desk before it wraps them, and would cut the last row off.
fn height_of(ui: &Ui, dial: &ShownDial, taken: f32) -> f32 {
    let widths = dial.positions.iter().map(|p| {
        ui.width(ui.say(&p.text), Size::Body, false) + seal_width(ui) + 2.0 * GAP_M + GAP_S + 2.0
    });
    let lines = rows(widths, GAP_S, ROOM - taken);
    lines * position_height(ui) + (lines - 1.0) * GAP_XS
}

fn position_height(ui: &Ui) -> f32 {
    ui.button_height() + 2.0
}

fn spawn_position(
    line: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    dial: &ShownDial,
    position: &crate::session::ShownPosition,
    number: u8,
) {
    let chosen = run.draft.dials.get(&dial.id) == Some(&position.id);
    let mut segment = line.spawn((
        numbered(ui, ui.say(&position.text), &number.to_string()),
        Checkable,
        Digit(number),
        Intent::Turn { dial: dial.id.clone(), position: position.id.clone(), pose: position.pose },
        Keep(format!("play/{}={}", dial.id, position.id)),
    ));
    if chosen {
        segment.insert(Checked);
    }
}
