//! What the body does: each dial a row of positions, shown on the stage as it is turned.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Digit, Keep, Ui};
use crate::session::ShownDial;

use super::super::act::Intent;
use super::super::run::Run;

pub(super) fn spawn(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run, dials: &[ShownDial]) {
    let ready = dials.iter().all(|d| run.draft.dials.contains_key(&d.id));
    // Not in a scroll area: its height is measured before long positions wrap.
    sheet.spawn(Node { flex_shrink: 0.0, ..column(GAP_XS) }).with_children(|area| {
        // Labels, positions, and beside the last dial the button that does it.
        let grid = Node {
            display: Display::Grid,
            grid_template_columns: vec![GridTrack::auto(), GridTrack::flex(1.0), GridTrack::auto()],
            column_gap: Val::Px(GAP_M),
            row_gap: Val::Px(GAP_S),
            align_items: AlignItems::Center,
            ..default()
        };
        area.spawn(grid).with_children(|grid| {
            let mut number = 0;
            for (line, dial) in (1..).zip(dials) {
                let label = Node { grid_row: GridPlacement::start(line), ..default() };
                grid.spawn((text(ui, ui.say(&dial.label), Size::Body, true, INK_SOFT), label));
                let positions = Node {
                    grid_row: GridPlacement::start(line),
                    grid_column: GridPlacement::start(2),
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
                if usize::try_from(line).is_ok_and(|line| line == dials.len()) {
                    let place = Node {
                        grid_row: GridPlacement::start(line),
                        grid_column: GridPlacement::start(3),
                        align_self: AlignSelf::End,
                        ..default()
                    };
                    grid.spawn(place).with_children(|place| {
                        let mut done = place.spawn((
                            button(ui, Look::Primary, &ui.tr("play-do-it")),
                            Intent::Done,
                            Keep("play/done".to_owned()),
                        ));
                        if !ready {
                            done.insert(bevy::ui::InteractionDisabled);
                        }
                    });
                }
            }
        });
    });
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
        keyed(ui, Look::Card, ui.say(&position.text), &number.to_string()),
        Checkable,
        Digit(number),
        Intent::Turn { dial: dial.id.clone(), position: position.id.clone(), pose: position.pose },
        Keep(format!("play/{}={}", dial.id, position.id)),
    ));
    if chosen {
        segment.insert(Checked);
    }
}
