//! Reads the command line and hands over to one shell.

mod check;
mod coverage;
mod explain;
mod explore;
mod export;
mod figures;
mod findings;
mod graph;
mod import;
mod new;
mod play;
mod run;
mod save;
mod texts;
mod tour;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use liyi::author::Policy;
use liyi::files::Folders;
use liyi::library::{DEFAULT_PROFILE, Library};
use liyi::session::TimerSetting;
use liyi::settings::Settings;
use liyi::standard::{Lang, Text};

/// An etiquette and service-standard training simulator. 礼仪服务标准训练。
#[derive(Parser)]
#[command(name = "liyi", version)]
struct Args {
    /// Keep settings and records in this folder instead of the platform's own.
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Plays one scenario, in the window or as text.
    Play {
        /// The scenario's id, such as s01-handshake-order.
        id: Option<String>,
        #[command(flatten)]
        setup: SetupArgs,
        /// The language of the interface and the dialogue.
        #[arg(long, value_parser = lang)]
        lang: Option<Lang>,
        /// Play in this terminal instead of a window.
        #[arg(long)]
        text: bool,
    },
    /// Plays a scenario without a window, from answers or by a policy.
    Run {
        /// The scenario's id.
        id: String,
        #[command(flatten)]
        setup: SetupArgs,
        /// A JSON file of inputs, or a whole result whose inputs are replayed.
        #[arg(long, value_name = "FILE", conflicts_with = "policy")]
        answers: Option<PathBuf>,
        /// A way to play without reading.
        #[arg(long, value_enum)]
        policy: Option<Policy>,
        /// Print one JSON document and nothing else.
        #[arg(long)]
        json: bool,
        /// The language of the printed scorecard.
        #[arg(long, value_parser = lang)]
        lang: Option<Lang>,
    },
    /// Checks standards, profiles, scenarios and locales, and plays the
    /// scenarios to see what they teach.
    Check {
        /// Files or folders; without any, everything Liyi ships.
        #[arg(conflicts_with = "explain")]
        paths: Vec<PathBuf>,
        /// Print one JSON document and nothing else.
        #[arg(long)]
        json: bool,
        /// Leave out the lints that play the scenarios, which take their time.
        #[arg(long)]
        quick: bool,
        /// Say what a finding's code means, why it matters and how to mend it;
        /// `all` lists every code.
        #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "all")]
        explain: Option<String>,
        /// The language of the findings or of the explanation.
        #[arg(long, value_parser = lang)]
        lang: Option<Lang>,
    },
    /// Enumerates every state a scenario can reach.
    Explore {
        /// The scenario's id.
        id: String,
        /// Only the variations that these seeds draw, such as 0..100.
        #[arg(long, value_name = "A..B", value_parser = explore::seeds)]
        seeds: Option<std::ops::Range<u64>>,
        /// The house profile: as-written, classroom, international, or your own.
        #[arg(long, value_name = "P")]
        profile: Option<String>,
        /// The most states looked at in one variation.
        #[arg(long, value_name = "N")]
        states: Option<usize>,
        /// Print one JSON document and nothing else.
        #[arg(long)]
        json: bool,
    },
    /// Says which standard is judged in which beats, and which by nobody yet.
    Coverage(coverage::CoverageArgs),
    /// Draws a scenario's branching, with the best run marked.
    Graph(graph::GraphArgs),
    /// Writes a small, commented scenario for you to change.
    New {
        /// The new scenario's id, such as s05-first-visit.
        id: String,
        /// The folder to write it to, instead of Liyi's own scenarios.
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
        /// The language of what is said next.
        #[arg(long, value_parser = lang)]
        lang: Option<Lang>,
    },
    /// Texts out to translators and back.
    Texts {
        #[command(subcommand)]
        texts: texts::Texts,
    },
    /// Makes a scenario skeleton from a Twine story (Twee 3).
    Import {
        /// The story, as Twine exports it: FILE.twee.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Where to write it; without one, into the scenarios folder.
        #[arg(long, value_name = "FILE.ron")]
        out: Option<PathBuf>,
        /// Write over an existing file.
        #[arg(long)]
        force: bool,
        /// Print one JSON document and nothing else.
        #[arg(long)]
        json: bool,
        /// The language of what is said.
        #[arg(long, value_parser = lang)]
        lang: Option<Lang>,
    },
    /// Writes a scenario in another program's format.
    Export {
        /// The scenario's id.
        id: String,
        /// The format: twee, which Twine 2 opens.
        #[arg(long, value_enum)]
        format: export::Format,
        /// Where to write it; without one, on standard output.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// The language of the words; Chinese if none is given.
        #[arg(long, value_parser = lang)]
        lang: Option<Lang>,
        /// The house profile whose numbers stand in the words.
        #[arg(long, value_name = "P")]
        profile: Option<String>,
        /// Write over an existing file.
        #[arg(long)]
        force: bool,
    },
    /// Draws figures in every pose and with every face, a sheet for each: for who
    /// draws people and uniforms.
    Figures {
        /// Figures by their folder in `assets/characters`; without any, all.
        names: Vec<String>,
        /// The folder for the sheets.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Drives the real window through every screen and saves a picture of each.
    Tour(tour::TourArgs),
}

/// What makes a run reproducible.
#[derive(clap::Args)]
struct SetupArgs {
    /// The seed of the run's variation; without one it is drawn.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The house profile: as-written, classroom, international, or your own.
    #[arg(long, value_name = "P")]
    profile: Option<String>,
    /// How practice timers run: x1, x1.5, x2, x10 or off.
    #[arg(long, value_parser = timers)]
    timers: Option<TimerSetting>,
}

fn lang(word: &str) -> Result<Lang, String> {
    Lang::parse(word).ok_or_else(|| format!("`{word}` is not a language of Liyi; give zh or en"))
}

fn timers(word: &str) -> Result<TimerSetting, String> {
    TimerSetting::parse(word)
        .ok_or_else(|| format!("`{word}` is not a timer setting; give x1, x1.5, x2, x10 or off"))
}

/// Runs the program; what went wrong is said on standard error.
pub(crate) fn main() -> ExitCode {
    let args = Args::parse();
    match act(args) {
        Ok(code) => code,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "liyi: {message}");
            ExitCode::FAILURE
        }
    }
}

fn act(args: Args) -> Result<ExitCode, String> {
    if let Some(Command::Check { explain: Some(code), lang, json, .. }) = &args.command {
        // Needs nothing of an installation but the player's language, if that is known.
        let own = || match Folders::find(args.data.clone()) {
            Ok(folders) => language(&folders, *lang),
            Err(_) => lang.unwrap_or_default(),
        };
        return explain::run(code, own(), *json);
    }
    let folders = Folders::find(args.data).map_err(|e| e.to_string())?;
    match args.command {
        None => play::window(&folders, play::Wanted::default()),
        Some(Command::Play { id, setup, lang, text }) => {
            let wanted = play::Wanted {
                scenario: id,
                seed: setup.seed,
                profile: setup.profile,
                timers: setup.timers,
                lang,
            };
            if text { play::text(&folders, wanted) } else { play::window(&folders, wanted) }
        }
        Some(Command::Run { id, setup, answers, policy, json, lang }) => {
            run::run(&folders, &id, &setup, answers.as_deref(), policy, json, lang)
        }
        Some(Command::Check { paths, json, quick, lang, .. }) => {
            check::check(&folders, &check::Wanted { paths: &paths, json, quick, lang })
        }
        Some(Command::Explore { id, seeds, profile, states, json }) => {
            explore::run(&folders, &id, explore::Wanted { profile, seeds, states, json })
        }
        Some(Command::Coverage(wanted)) => coverage::run(&folders, &wanted),
        Some(Command::Graph(wanted)) => graph::graph(&folders, wanted),
        Some(Command::New { id, dir, lang }) => new::new(&folders, &id, dir.as_deref(), lang),
        Some(Command::Texts { texts }) => texts::run(&folders, texts),
        Some(Command::Import { file, out, force, json, lang }) => {
            let wanted = import::Wanted { out: out.as_deref(), force, json, lang };
            import::run(&folders, &file, &wanted)
        }
        Some(Command::Export { id, format, out, lang, profile, force }) => {
            let wanted = export::Wanted { format, out: out.as_deref(), lang, profile, force };
            export::run(&folders, &id, &wanted)
        }
        Some(Command::Figures { names, out }) => figures::run(&folders, &names, &out),
        Some(Command::Tour(wanted)) => tour::tour(&folders, wanted),
    }
}

/// The player's settings, with the language asked for in the place of their
/// own; a broken file is said once and the defaults are used.
fn settings(folders: &Folders, lang: Option<Lang>) -> Settings {
    let (mut settings, problem) = Settings::load(&folders.data);
    settings.lang = lang.unwrap_or(settings.lang);
    if let Some(problem) = problem {
        let problem = problem.said();
        let _ = writeln!(std::io::stderr(), "liyi: {}", problem.get(settings.lang));
    }
    settings
}

/// The language asked for, or else the player's own.
fn language(folders: &Folders, asked: Option<Lang>) -> Lang {
    asked.unwrap_or_else(|| settings(folders, None).lang)
}

/// Turns what is said in both languages into the one that `lang` gives.
fn in_one(lang: impl FnOnce() -> Lang) -> impl FnOnce(Text) -> String {
    move |said| said.get(lang()).to_owned()
}

/// Says what is wrong in authored files, without stopping.
fn say_findings(library: &Library, lang: Lang) {
    for finding in &library.findings {
        let _ = writeln!(std::io::stderr(), "liyi: {}", finding.said(lang));
    }
}

fn profile_or_default(profile: Option<&str>) -> &str {
    profile.unwrap_or(DEFAULT_PROFILE)
}
