//! `liyi new`: writes a small scenario for an author to change.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use liyi::author::new_scenario;
use liyi::files::Folders;
use liyi::library::{Library, known};
use liyi::locale::{Arg, Locale};
use liyi::scenario::Scenario;
use liyi::standard::Lang;

pub(super) fn new(
    folders: &Folders,
    id: &str,
    dir: Option<&Path>,
    lang: Option<Lang>,
) -> Result<ExitCode, String> {
    let text = new_scenario(id).map_err(|bad| bad.to_string())?;
    let lang = lang.unwrap_or(super::settings(folders).lang);
    let locale = Locale::load(&folders.assets.join("locales"), lang).map_err(|e| e.to_string())?;
    let at_home = dir.is_none();
    let dir = dir.unwrap_or(&folders.scenarios);
    if !dir.is_dir() {
        let dir = dir.display();
        return Err(format!("there is no folder {dir}; make it first, or leave --dir out"));
    }
    let path = dir.join(format!("{id}.ron"));
    let shown = path.display().to_string();
    let file = OpenOptions::new().write(true).create_new(true).open(&path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|e| match e.kind() {
        ErrorKind::AlreadyExists => format!(
            "{shown} is there already and stays as it is; take another id, or move that file away"
        ),
        _ => format!("cannot write {shown}: {e}; name a folder you may write to with --dir"),
    })?;
    let library = Library::load(folders);
    let known = known(&folders.assets, library.profiles.values().map(AsRef::as_ref));
    let faults = Scenario::load(&path, &library.catalogue, &known).err().unwrap_or_default();
    let steps = if at_home { "author-new-steps" } else { "author-new-steps-elsewhere" };
    let args = [("file", Arg::from(shown)), ("id", Arg::from(id.to_owned()))];
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{}\n\n{}",
        locale.tr_args("author-new-written", &args),
        locale.tr_args(steps, &args)
    )
    .map_err(|e| format!("cannot print what to do next: {e}"))?;
    for fault in &faults {
        let _ = writeln!(std::io::stderr(), "liyi: {fault}");
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
