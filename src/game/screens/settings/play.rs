//! How a run is played: the pace of its timers.

use bevy::prelude::*;

use super::rows::{Choice, spawn_row};
use crate::game::theme::Ui;
use crate::session::TimerSetting;
use crate::settings::Settings;

const TIMERS: [TimerSetting; 5] = [
    TimerSetting::Normal,
    TimerSetting::Slower,
    TimerSetting::Double,
    TimerSetting::Tenfold,
    TimerSetting::Off,
];

pub(super) fn spawn(rows: &mut ChildSpawnerCommands<'_>, ui: &Ui, now: &Settings) {
    let timers = TIMERS.map(|timers| {
        let name = timer_name(ui, timers);
        Choice::new(name, timers == now.timers, move |settings| settings.timers = timers)
    });
    spawn_row(rows, ui, "settings-timers", Some("settings-timers-note"), timers.into());
}

/// A timer setting's name: `×1.5`, or the word for off.
pub(crate) fn timer_name(ui: &Ui, timers: TimerSetting) -> String {
    match timers {
        TimerSetting::Off => ui.tr("timers-off"),
        other => other.word().replace('x', "×"),
    }
}
