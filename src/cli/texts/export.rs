//! `liyi texts export`: texts into a workbook or PO file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use liyi::author::texts::{Holds, Line, Row, Sheet, State, changes, write_po, write_workbook};
use liyi::files::Folders;
use liyi::say;
use liyi::source::nearest;
use liyi::standard::{Lang, Text};

use super::{Authored, Format, authored, read_sent, unprinted};

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

/// `own` is the language of what is said.
pub(super) fn export(folders: &Folders, wanted: Wanted, own: Lang) -> Result<ExitCode, Text> {
    let format = format(&wanted)?;
    let out =
        wanted.out.clone().unwrap_or_else(|| PathBuf::from(format!("texts.{}", format.ending())));
    let shown = out.display();
    if out.is_dir() {
        return Err(say!(
            "{shown} 是文件夹；--out 要写文件的名字",
            "{shown} is a folder; give --out the name of a file"
        ));
    }
    if out.exists() && !wanted.overwrite {
        return Err(say!(
            "{shown} 已经有了；用 --out 换个名字，没有人在里面改过的话用 --overwrite",
            "{shown} is there already; give another name with --out, or --overwrite if nobody has \
             worked in it"
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
    fs::write(&out, bytes).map_err(|e| say!("写不了 {shown}：{e}", "cannot write {shown}: {e}"))?;
    let without: Vec<String> = without.into_iter().map(|(_, line)| line.id).collect();
    let printed = if wanted.json {
        print_json(&out, &sheet, without)
    } else {
        print(&out, &sheet, &without, own)
    };
    printed.map_err(|e| unprinted(&e))?;
    Ok(ExitCode::SUCCESS)
}

fn format(wanted: &Wanted) -> Result<Format, Text> {
    let ending = wanted.out.as_deref().and_then(Path::extension).map(|e| e.to_string_lossy());
    match (wanted.format, ending.as_deref()) {
        (Some(format), _) => Ok(format),
        (None, Some("xlsx")) => Ok(Format::Xlsx),
        (None, Some("po")) => Ok(Format::Po),
        (None, _) => Err(say!(
            "说明要哪种文件：表格用 --format xlsx，Poedit 之类的翻译软件用 --format po",
            "say which kind of file: --format xlsx for a spreadsheet, or --format po for a \
             translator's program such as Poedit"
        )),
    }
}

/// The authored files that are asked for.
fn chosen(folders: &Folders, wanted: &Wanted) -> Result<Vec<Authored>, Text> {
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
            let hint = match near {
                Some(name) => say!("；是不是想写 `{name}`？", "; did you mean `{name}`?"),
                None => Text::default(),
            };
            let all = Text::list(files.iter().map(|file| file.stem.as_str()));
            return Err(say!(
                "没有 `{id}` 这个情景{hint}（有：{all}）",
                "there is no scenario `{id}`{hint} (there are: {all})";
                hint, all
            ));
        }
    }
    let ids: BTreeSet<&String> = wanted.ids.iter().collect();
    files.retain(|file| ids.contains(&file.stem));
    Ok(files)
}

fn states(sheet: &Sheet) -> BTreeMap<&'static str, usize> {
    let mut states: BTreeMap<&str, usize> =
        State::ALL.iter().map(|state| (state.word(), 0)).collect();
    for row in &sheet.rows {
        *states.entry(row.state.word()).or_default() += 1;
    }
    states
}

fn print_json(out: &Path, sheet: &Sheet, without: Vec<String>) -> std::io::Result<()> {
    let changed = sheet.rows.iter().filter(|row| row.state == State::Changed);
    let document = Document {
        file: out.display().to_string(),
        lang: sheet.to.code(),
        texts: sheet.rows.len(),
        states: states(sheet),
        without_source: without,
        changed: changed.map(|row| row.id.as_str()).collect(),
    };
    writeln!(std::io::stdout().lock(), "{}", serde_json::to_string_pretty(&document)?)
}

fn print(out: &Path, sheet: &Sheet, without: &[String], own: Lang) -> std::io::Result<()> {
    let states = states(sheet);
    let count = |state: State| states.get(state.word()).copied().unwrap_or_default();
    let mut page = std::io::stdout().lock();
    let mut say = |said: Text| writeln!(page, "{}", said.get(own));
    let (shown, all) = (out.display(), sheet.rows.len());
    say(say!("{shown}：{all} 条文字", "{shown}: {all} texts"))?;
    let (translated, same) = (count(State::Translated), count(State::Same));
    let (new, changed) = (count(State::New), count(State::Changed));
    for (count, said) in [
        (translated, say!("  {translated} 条有译文", "  {translated} have a translation")),
        (same, say!("  {same} 条两种语言相同", "  {same} are the same in both languages")),
        (new, say!("  {new} 条还没有译", "  {new} are not translated yet")),
        (
            changed,
            say!(
                "  {changed} 条在译者上次的文件之后改过",
                "  {changed} have changed since the translator's last file"
            ),
        ),
    ] {
        if count > 0 {
            say(said)?;
        }
    }
    for id in without {
        say(say!(
            "  没有原文可译，没有放进去：{id}",
            "  left out, for there is nothing to translate from: {id}"
        ))?;
    }
    say(say!(
        "拿回来以后：liyi texts import {shown} --dry-run",
        "when it comes back: liyi texts import {shown} --dry-run"
    ))
}
