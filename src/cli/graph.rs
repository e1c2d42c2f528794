//! `liyi graph`: draws a scenario's branching.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use liyi::author::graph::{Graph, dot, mermaid, svg};
use liyi::files::Folders;
use liyi::library::Library;
use liyi::locale::{Arg, Locale};
use liyi::session::{Setup, TimerSetting};
use liyi::standard::Lang;

use super::profile_or_default;

/// How the picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// A drawing that every browser opens.
    Svg,
    /// For Graphviz.
    Dot,
    /// For wikis that draw Mermaid.
    Mermaid,
}

/// What is asked on the command line.
#[derive(clap::Args)]
pub(super) struct GraphArgs {
    /// The scenario's id.
    id: String,
    /// How the picture is written.
    #[arg(long, value_enum, default_value = "svg")]
    format: Format,
    /// The house profile under which the best run is played.
    #[arg(long, value_name = "P")]
    profile: Option<String>,
    /// The seed under which the best run is played.
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// The file to write; without one the picture is printed.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The language of the picture.
    #[arg(long, value_parser = super::lang)]
    lang: Option<Lang>,
}

pub(super) fn graph(folders: &Folders, wanted: GraphArgs) -> Result<ExitCode, String> {
    let library = Library::load(folders);
    let lang = super::language(folders, wanted.lang);
    let scenario = library.scenario(&wanted.id).map_err(super::in_one(|| lang))?;
    let setup = Setup {
        profile: library
            .profile(profile_or_default(wanted.profile.as_deref()))
            .map_err(super::in_one(|| lang))?,
        seed: wanted.seed,
        timers: TimerSetting::default(),
    };
    let locale = Locale::load(&folders.assets.join("locales"), lang).map_err(|e| e.to_string())?;
    let graph = Graph::of(scenario, &library.catalogue, &setup, &locale);
    let picture = match wanted.format {
        Format::Svg => svg(&graph),
        Format::Dot => dot(&graph),
        Format::Mermaid => mermaid(&graph),
    };
    let Some(path) = wanted.out else {
        let written = std::io::stdout().lock().write_all(picture.as_bytes());
        return written.map(|()| ExitCode::SUCCESS).map_err(|e| format!("cannot print: {e}"));
    };
    let shown = path.display().to_string();
    std::fs::write(&path, picture)
        .map_err(|e| format!("cannot write {shown}: {e}; name another file with --out"))?;
    let said = locale.tr_args("graph-written", &[("file", Arg::from(shown))]);
    writeln!(std::io::stdout(), "{said}").map_err(|e| format!("cannot print: {e}"))?;
    Ok(ExitCode::SUCCESS)
}
