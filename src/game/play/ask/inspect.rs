//! The desk's part of an inspection; its tags lie on the picture.

use bevy::prelude::*;

use crate::game::theme::Ui;
use crate::game::theme::widgets::*;
use crate::session::Asking;

use super::super::run::Run;
use super::spawn_done;

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    single: bool,
) {
    if !single {
        spawn_notice(sheet, ui, run);
        let count = ui.tr_args("play-pointed-out", &[("count", asking.toggled.len().into())]);
        spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
            foot.spawn(caption(ui, count));
        });
    } else {
        sheet.spawn(caption(ui, ui.tr("play-point-hint")));
    }
}

/// What the last closer look has shown. Its room is there from the start, so
/// that nothing moves under the finger that looks.
pub(super) fn spawn_notice(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run) {
    let words = match &run.noticed {
        Some(noticed) => ui.say(noticed).to_owned(),
        None => ui.tr("play-look-hint"),
    };
    sheet.spawn(notice(ui, &words, Tone::Plain));
}
