//! `liyi run`: a scripted run without a window.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use liyi::author::{self, Policy};
use liyi::files::Folders;
use liyi::library::Library;
use liyi::locale::Locale;
use liyi::record::{self, Answers};
use liyi::session::{Session, Setup};
use liyi::terminal;

use super::{SetupArgs, profile_or_default};

pub(super) fn run(
    folders: &Folders,
    id: &str,
    setup: &SetupArgs,
    answers: Option<&Path>,
    policy: Option<Policy>,
    json: bool,
    lang: Option<liyi::standard::Lang>,
) -> Result<ExitCode, String> {
    let library = Library::load(folders);
    let own = || super::in_one(|| super::language(folders, lang));
    let scenario = library.scenario(id).map_err(own())?;
    let setup = Setup {
        profile: library.profile(profile_or_default(setup.profile.as_deref())).map_err(own())?,
        seed: setup.seed.unwrap_or(0),
        timers: setup.timers.unwrap_or_default(),
    };
    let session = match (answers, policy) {
        (Some(path), _) => {
            let answers = Answers::read(path).map_err(|e| e.to_string())?;
            let (mut session, _) = Session::start(Arc::clone(scenario), setup);
            record::finish_with(&mut session, &answers).map_err(|(place, refused)| {
                format!(
                    "answer {place} of {} does not fit at beat `{}`: {refused}",
                    path.display(),
                    session.beat()
                )
            })?;
            session
        }
        (None, Some(policy)) => author::play(scenario, &library.catalogue, &setup, policy),
        (None, None) => {
            return Err("say what to do: --answers FILE, or --policy \
                        first|last|longest|shortest|random|best|worst"
                .to_owned());
        }
    };
    let mut out = std::io::stdout().lock();
    let written = if json {
        let document = record::report(&session, &library.catalogue);
        serde_json::to_string_pretty(&document)
            .map_err(std::io::Error::from)
            .and_then(|text| writeln!(out, "{text}"))
    } else {
        let lang = super::language(folders, lang);
        let locale =
            Locale::load(&folders.assets.join("locales"), lang).map_err(|e| e.to_string())?;
        let page = terminal::debrief(&session, &library.catalogue, &locale);
        write!(out, "{page}")
    };
    written.map_err(|e| format!("cannot print the result: {e}"))?;
    Ok(ExitCode::SUCCESS)
}
