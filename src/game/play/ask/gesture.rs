//! What the body does: each dial a row of positions, shown on the stage as it is turned.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Digit, Keep, Ui};
use crate::session::ShownDial;

use super::super::act::Intent;
use super::super::run::Run;

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    dials: &[ShownDial],
) {
    let ready = dials.iter().all(|d| run.draft.dials.contains_key(&d.id));
    scroll_area(sheet, Fit::Hug, GAP_XS, |area| {
        let mut number = 0;
        for (place, dial) in dials.iter().enumerate() {
            let line = Node { flex_shrink: 0.0, column_gap: Val::Px(GAP_S), ..row(GAP_S) };
            area.spawn(line).with_children(|line| {
                line.spawn((
                    text(ui, ui.say(&dial.label), Size::Body, true, INK_SOFT),
                    Node { width: ui.em(5.5), flex_shrink: 0.0, ..default() },
                ));
                let positions = Node {
                    flex_grow: 1.0,
                    flex_shrink: 1.0,
                    flex_basis: Val::Px(0.0),
                    flex_wrap: FlexWrap::Wrap,
                    column_gap: Val::Px(GAP_S),
                    row_gap: Val::Px(GAP_XS),
                    ..default()
                };
                line.spawn(positions).with_children(|line| {
                    for position in &dial.positions {
                        number += 1;
                        spawn_position(line, ui, run, dial, position, number);
                    }
                });
                // The button that does it stands beside the last dial: the desk stays low.
                if place + 1 == dials.len() {
                    let mut done = line.spawn((
                        button(ui, Look::Primary, &ui.tr("play-do-it")),
                        Intent::Done,
                        Keep("play/done".to_owned()),
                    ));
                    if !ready {
                        done.insert(bevy::ui::InteractionDisabled);
                    }
                }
            });
        }
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
        Intent::Turn {
            dial: dial.id.clone(),
            position: position.id.clone(),
            pose: position.pose,
        },
        Keep(format!("play/{}={}", dial.id, position.id)),
    ));
    if chosen {
        segment.insert(Checked);
    }
}
