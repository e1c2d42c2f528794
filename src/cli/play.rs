//! `liyi` and `liyi play`: the window, or the text player.

use std::process::ExitCode;

use liyi::files::Folders;
use liyi::library::Library;
use liyi::locale::Locale;
use liyi::record::{self, Journal};
use liyi::session::{Setup, TimerSetting};
use liyi::standard::Lang;
use liyi::terminal;

use super::{profile_or_default, say_findings};

/// What the command line asked for; what it left open comes from the settings.
#[derive(Default)]
pub(super) struct Wanted {
    pub(super) scenario: Option<String>,
    pub(super) seed: Option<u64>,
    pub(super) profile: Option<String>,
    pub(super) timers: Option<TimerSetting>,
    pub(super) lang: Option<Lang>,
}

/// Plays in this terminal.
pub(super) fn text(folders: &Folders, wanted: Wanted) -> Result<ExitCode, String> {
    let library = Library::load(folders);
    let settings = super::settings(folders, wanted.lang);
    let lang = settings.lang;
    say_findings(&library, lang);
    let locale = Locale::load(&folders.assets.join("locales"), lang).map_err(|e| e.to_string())?;
    let setup = Setup {
        profile: library
            .profile(profile_or_default(wanted.profile.as_deref()))
            .map_err(super::in_one(|| lang))?,
        seed: wanted.seed.unwrap_or_else(record::drawn_seed),
        timers: wanted.timers.unwrap_or(settings.timers),
    };
    let mut journal = Journal::of(&folders.data);
    // What is wrong with it is told once a run is to be kept.
    let _ = journal.refresh();
    terminal::play(&library, wanted.scenario.as_deref(), &setup, &locale, &mut journal)?;
    Ok(ExitCode::SUCCESS)
}

/// Opens the window.
#[cfg(feature = "game")]
pub(super) fn window(folders: &Folders, wanted: Wanted) -> Result<ExitCode, String> {
    if let Some(id) = &wanted.scenario {
        let own = super::in_one(|| super::language(folders, wanted.lang));
        Library::load(folders).scenario(id).map_err(own)?;
    }
    let options = liyi::game::GameOptions {
        scenario: wanted.scenario,
        seed: wanted.seed,
        profile: wanted.profile,
        timers: wanted.timers,
        lang: wanted.lang,
        text_scale: None,
        size: None,
        tour: None,
        folders: folders.clone(),
    };
    liyi::game::open(options).map_err(|e| e.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// A build without the window says so and plays as text.
#[cfg(not(feature = "game"))]
pub(super) fn window(folders: &Folders, wanted: Wanted) -> Result<ExitCode, String> {
    text(folders, wanted)
}
