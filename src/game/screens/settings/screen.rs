//! What is seen: for whom type is large enough, and how much the picture moves.

use bevy::prelude::*;

use super::rows::{Choice, spawn_row};
use crate::game::theme::Ui;
use crate::settings::Settings;

pub(super) fn spawn(rows: &mut ChildSpawnerCommands<'_>, ui: &Ui, now: &Settings) {
    let views = [("settings-projector-off", false), ("settings-projector-on", true)];
    let views = views.map(|(key, on)| {
        Choice::new(ui.tr(key), on == now.projector, move |settings| settings.projector = on)
    });
    spawn_row(rows, ui, "settings-projector", Some("settings-projector-note"), views.into());
    let motion = [("settings-motion-full", false), ("settings-motion-reduced", true)];
    let motion = motion.map(|(key, reduced)| {
        let holds = reduced == now.reduced_motion;
        Choice::new(ui.tr(key), holds, move |settings| settings.reduced_motion = reduced)
    });
    spawn_row(rows, ui, "settings-motion", None, motion.into());
}
