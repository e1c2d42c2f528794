//! Which key does what.

use bevy::prelude::*;

use super::rows::spawn_named;
use crate::game::theme::Ui;
use crate::game::theme::widgets::*;
use crate::settings::Action;

pub(super) fn spawn(rows: &mut ChildSpawnerCommands<'_>, ui: &Ui) {
    for action in Action::ALL {
        let keys = match ui.keys(action) {
            none if none.is_empty() => ui.tr("keys-none"),
            keys => keys,
        };
        spawn_named(rows, ui, &format!("action-{}", action.word()), None, |right| {
            right.spawn(body(ui, keys));
        });
    }
}
