//! `liyi new`: writes a small scenario for an author to change.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use liyi::author::new_scenario;
use liyi::files::Folders;
use liyi::library::{Library, known};
use liyi::locale::{Arg, Locale};
use liyi::say;
use liyi::scenario::Scenario;
use liyi::standard::{Lang, Text};

pub(super) fn new(
    folders: &Folders,
    id: &str,
    dir: Option<&Path>,
    lang: Option<Lang>,
) -> Result<ExitCode, String> {
    let lang = super::language(folders, lang);
    let one = |said: Text| said.get(lang).to_owned();
    let text = new_scenario(id).map_err(|bad| one(bad.said()))?;
    let locale = Locale::load(&folders.assets.join("locales"), lang).map_err(|e| e.to_string())?;
    let at_home = dir.is_none();
    let dir = dir.unwrap_or(&folders.scenarios);
    if !dir.is_dir() {
        let dir = dir.display();
        return Err(one(say!(
            "没有 {dir} 这个文件夹；先建好，或者不写 --dir",
            "there is no folder {dir}; make it first, or leave --dir out"
        )));
    }
    let path = dir.join(format!("{id}.ron"));
    let shown = path.display().to_string();
    let file = OpenOptions::new().write(true).create_new(true).open(&path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|e| one(not_written(&shown, &e)))?;
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
        let _ = writeln!(std::io::stderr(), "liyi: {}", fault.said(lang));
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn not_written(shown: &str, error: &std::io::Error) -> Text {
    match error.kind() {
        ErrorKind::AlreadyExists => say!(
            "{shown} 已经有了，没有动它；换一个 id，或者把那个文件挪开",
            "{shown} is there already and stays as it is; take another id, or move that file away"
        ),
        _ => say!(
            "写不了 {shown}：{error}；用 --dir 指定一个能写的文件夹",
            "cannot write {shown}: {error}; name a folder you may write to with --dir"
        ),
    }
}
