//! `liyi export`: a scenario as a file that another program opens.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;

use liyi::author::twee;
use liyi::files::Folders;
use liyi::library::Library;
use liyi::standard::Lang;

use super::profile_or_default;
use super::save::save;

/// A format that scenarios are exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Twee 3, which Twine 2 opens.
    Twee,
}

/// What is asked on the command line.
pub(super) struct Wanted<'a> {
    pub(super) format: Format,
    pub(super) out: Option<&'a Path>,
    pub(super) lang: Option<Lang>,
    pub(super) profile: Option<String>,
    pub(super) force: bool,
}

pub(super) fn run(folders: &Folders, id: &str, wanted: &Wanted<'_>) -> Result<ExitCode, String> {
    let library = Library::load(folders);
    let own = || super::in_one(|| super::language(folders, None));
    let scenario = library.scenario(id).map_err(own())?;
    let profile = library.profile(profile_or_default(wanted.profile.as_deref())).map_err(own())?;
    let text = match wanted.format {
        Format::Twee => twee::export(scenario, &profile, wanted.lang.unwrap_or(Lang::Zh)),
    };
    let mut out = io::stdout().lock();
    let said = match wanted.out {
        None => out.write_all(text.as_bytes()),
        Some(path) => {
            save(path, &text, wanted.force).map_err(own())?;
            let (beats, endings) = (scenario.beats.len(), scenario.endings.len());
            let shown = path.display();
            writeln!(
                out,
                "wrote {shown}: {beats} beats and {endings} endings; in Twine 2: Library, Import"
            )
        }
    };
    said.map_err(|e| format!("cannot print: {e}"))?;
    Ok(ExitCode::SUCCESS)
}
