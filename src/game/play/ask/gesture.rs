//! What the body does: each dial a row of positions, shown on the stage as it is turned.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Digit, Keep, Ui};
use crate::session::ShownDial;

use super::super::act::Intent;
use super::super::run::Run;
use super::spawn_done;

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    dials: &[ShownDial],
) {
    scroll_area(sheet, Fit::Hug, GAP_S, |area| {
        let mut number = 0;
        for dial in dials {
            area.spawn(Node { flex_shrink: 0.0, ..wrap(GAP_S) }).with_children(|line| {
                line.spawn((
                    text(ui, ui.say(&dial.label), Size::Body, true, INK_SOFT),
                    Node { width: ui.em(6.0), flex_shrink: 0.0, ..default() },
                ));
                for position in &dial.positions {
                    number += 1;
                    spawn_position(line, ui, run, dial, position, number);
                }
            });
        }
    });
    let ready = dials.iter().all(|d| run.draft.dials.contains_key(&d.id));
    spawn_done(sheet, ui, &ui.tr("play-do-it"), ready, |_| {});
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
