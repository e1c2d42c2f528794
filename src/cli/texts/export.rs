//! `liyi texts export`: texts into a workbook or PO file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use liyi::author::texts::{Holds, Line, Row, Sheet, State, changes, write_po, write_workbook};
use liyi::files::Folders;
use liyi::source::nearest;
use liyi::standard::Lang;

use super::{Authored, Format, authored, read_sent};

/// What is asked on the command line.
pub(super) struct Wanted {
    pub(super) ids: Vec<String>,
    pub(super) format: Option<Format>,
    pub(super) out: Option<PathBuf>,
    pub(super) to: Lang,
    pub(super) since: Option<PathBuf>,
    pub(super) all: bool,
    pub(super) overwrite: bool,
    pub(super) json: bool,
}

#[derive(Serialize)]
struct Document<'a> {
    file: String,
    lang: &'a str,
    texts: usize,
    states: BTreeMap<&'a str, usize>,
    /// Texts that cannot be translated yet: their source is empty.
    without_source: Vec<String>,
    changed: Vec<&'a str>,
}

pub(super) fn export(folders: &Folders, wanted: Wanted) -> Result<ExitCode, String> {
    let format = format(&wanted)?;
    let out =
        wanted.out.clone().unwrap_or_else(|| PathBuf::from(format!("texts.{}", format.ending())));
    if out.is_dir() {
        return Err(format!("{} is a folder; give --out the name of a file", out.display()));
    }
    if out.exists() && !wanted.overwrite {
        return Err(format!(
            "{} is there already; give another name with --out, or --overwrite if nobody has \
             worked in it",
            out.display()
        ));
    }
    let to = wanted.to;
    let from = if to == Lang::En { Lang::Zh } else { Lang::En };
    let since = wanted.since.as_deref().map(|path| read_sent(path, Some(to))).transpose()?;
    let mut lines: Vec<(String, Line)> = Vec::new();
    for file in chosen(folders, &wanted)? {
        let (_, own) = file.read(from)?;
        let shown = file.shown();
        lines.extend(own.into_iter().map(|line| (shown.clone(), line)));
    }
    let (lines, without): (Vec<_>, Vec<_>) =
        lines.into_iter().partition(|(_, line)| !line.get(from).trim().is_empty());
    let changed = since.map_or_else(BTreeMap::new, |since| {
        changes(&lines.iter().map(|(_, line)| line).collect::<Vec<_>>(), &since)
    });
    let rows = lines.iter().map(|(file, line)| Row::of(line, to, file, changed.get(&line.id)));
    let sheet = Sheet { to, rows: rows.collect() };
    let bytes = match format {
        Format::Xlsx => write_workbook(&sheet)?,
        Format::Po => write_po(&sheet).into_bytes(),
    };
    fs::write(&out, bytes).map_err(|e| format!("cannot write {}: {e}", out.display()))?;
    let without: Vec<String> = without.into_iter().map(|(_, line)| line.id).collect();
    print(&out, &sheet, without, wanted.json).map_err(|e| format!("cannot print: {e}"))?;
    Ok(ExitCode::SUCCESS)
}

fn format(wanted: &Wanted) -> Result<Format, String> {
    let ending = wanted.out.as_deref().and_then(Path::extension).map(|e| e.to_string_lossy());
    match (wanted.format, ending.as_deref()) {
        (Some(format), _) => Ok(format),
        (None, Some("xlsx")) => Ok(Format::Xlsx),
        (None, Some("po")) => Ok(Format::Po),
        (None, _) => {
            Err("say which kind of file: --format xlsx for a spreadsheet, or --format po \
                          for a translator's program such as Poedit"
                .to_owned())
        }
    }
}

/// The authored files that are asked for.
fn chosen(folders: &Folders, wanted: &Wanted) -> Result<Vec<Authored>, String> {
    let mut files = authored(folders);
    if wanted.all {
        return Ok(files);
    }
    files.retain(|file| file.holds == Holds::Scenario);
    if wanted.ids.is_empty() {
        return Ok(files);
    }
    for id in &wanted.ids {
        if !files.iter().any(|file| file.stem == *id) {
            let near = nearest(id, files.iter().map(|file| file.stem.as_str()));
            let hint = near.map(|n| format!("; did you mean `{n}`?")).unwrap_or_default();
            let all: Vec<&str> = files.iter().map(|file| file.stem.as_str()).collect();
            return Err(format!(
                "there is no scenario `{id}`{hint} (there are: {})",
                all.join(", ")
            ));
        }
    }
    let ids: BTreeSet<&String> = wanted.ids.iter().collect();
    files.retain(|file| ids.contains(&file.stem));
    Ok(files)
}

fn print(out: &Path, sheet: &Sheet, without: Vec<String>, json: bool) -> std::io::Result<()> {
    let mut states: BTreeMap<&str, usize> =
        State::ALL.iter().map(|state| (state.word(), 0)).collect();
    for row in &sheet.rows {
        *states.entry(row.state.word()).or_default() += 1;
    }
    let mut say = std::io::stdout().lock();
    if json {
        let changed = sheet.rows.iter().filter(|row| row.state == State::Changed);
        let document = Document {
            file: out.display().to_string(),
            lang: sheet.to.code(),
            texts: sheet.rows.len(),
            states,
            without_source: without,
            changed: changed.map(|row| row.id.as_str()).collect(),
        };
        return writeln!(say, "{}", serde_json::to_string_pretty(&document)?);
    }
    writeln!(say, "{}: {} texts", out.display(), sheet.rows.len())?;
    for (state, said) in [
        (State::Translated, "have a translation"),
        (State::Same, "are the same in both languages"),
        (State::New, "are not translated yet"),
        (State::Changed, "have changed since the translator's last file"),
    ] {
        let count = states.get(state.word()).copied().unwrap_or_default();
        if count > 0 {
            writeln!(say, "  {count} {said}")?;
        }
    }
    for id in &without {
        writeln!(say, "  left out, for there is nothing to translate from: {id}")?;
    }
    writeln!(say, "when it comes back: liyi texts import {} --dry-run", out.display())
}
