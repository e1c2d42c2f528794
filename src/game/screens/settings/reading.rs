//! How one reads: language, size of text, and whether lines go on by themselves.

use bevy::prelude::*;

use super::rows::{Choice, spawn_row};
use crate::game::theme::Ui;
use crate::settings::{ReadingSpeed, Settings, TextSize};
use crate::standard::Lang;

pub(super) fn spawn(rows: &mut ChildSpawnerCommands<'_>, ui: &Ui, now: &Settings) {
    let langs = Lang::ALL.map(|lang| {
        Choice::new(language_name(lang), lang == now.lang, move |settings| settings.lang = lang)
    });
    spawn_row(rows, ui, "settings-language", None, langs.into());
    let sizes = TextSize::ALL.map(|size| {
        let name = ui.tr(&format!("text-size-{}", size.word()));
        Choice::new(name, size == now.text_size, move |settings| settings.text_size = size)
    });
    spawn_row(rows, ui, "settings-text-size", None, sizes.into());
    let off = Choice::new(ui.tr("settings-auto-off"), !now.auto_advance, |settings| {
        settings.auto_advance = false;
    });
    let speeds = ReadingSpeed::ALL.map(|speed| {
        let name = ui.tr(&format!("reading-speed-{}", speed.word()));
        let holds = now.auto_advance && speed == now.reading_speed;
        Choice::new(name, holds, move |settings| {
            settings.auto_advance = true;
            settings.reading_speed = speed;
        })
    });
    let ways = std::iter::once(off).chain(speeds).collect();
    spawn_row(rows, ui, "settings-auto", Some("settings-auto-note"), ways);
}

/// A language's name in itself, so that it is found from either.
fn language_name(lang: Lang) -> String {
    match lang {
        Lang::Zh => "简体中文",
        Lang::En => "English",
    }
    .to_owned()
}
