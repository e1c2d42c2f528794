//! `liyi import`: a Twine story as a scenario skeleton, with a list of what is still to be written.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Value, json};

use liyi::author::twee::{self, Imported, Owed, OwedKind, PENDING_EN, PENDING_ZH};
use liyi::files::Folders;
use liyi::library::{Library, known};
use liyi::scenario::Scenario;
use liyi::source::{Finding, SourceFile};

use super::save::save;

/// No more lines of a kind are listed than this.
const LISTED: usize = 12;

/// What is asked on the command line.
pub(super) struct Wanted<'a> {
    pub(super) out: Option<&'a Path>,
    pub(super) force: bool,
    pub(super) json: bool,
}

pub(super) fn run(folders: &Folders, file: &Path, wanted: &Wanted<'_>) -> Result<ExitCode, String> {
    let (id, out) = target(folders, file, wanted.out)?;
    let source = match SourceFile::read(file) {
        Ok(source) => source,
        Err(finding) => return refused(None, &[finding], wanted.json),
    };
    let imported = match twee::import(&source, &id) {
        Ok(imported) => imported,
        Err(findings) => return refused(Some(&source), &findings, wanted.json),
    };
    save(&out, &imported.text, wanted.force)?;
    let faults = check(folders, &out, &imported.text);
    let mut page = io::stdout().lock();
    let said = if wanted.json {
        let document = document(&id, Some(&out), &imported, &faults);
        writeln!(page, "{document:#}")
    } else {
        print(&mut page, &id, &out, &imported, &faults)
    };
    said.map_err(|e| format!("cannot print: {e}"))?;
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The scenario's id and the file it is written to: the id is the file's name.
fn target(folders: &Folders, file: &Path, out: Option<&Path>) -> Result<(String, PathBuf), String> {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let Some(out) = out else {
        let name = stem(file);
        let id = twee::slug(&name).ok_or_else(|| {
            format!("no id can be made from the name `{name}`; give one with --out ID.ron")
        })?;
        let path = folders.scenarios.join(format!("{id}.ron"));
        return Ok((id, path));
    };
    let id = stem(out);
    let fit = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if out.extension().is_some_and(|e| e == "ron") && fit && !id.is_empty() {
        return Ok((id, out.to_owned()));
    }
    let better = twee::slug(&id).unwrap_or_else(|| "my-scenario".to_owned());
    Err(format!(
        "the file's name becomes the scenario's id, so {} cannot be written; use letters a–z, \
         digits and -, and the ending .ron, such as --out {}",
        out.display(),
        out.with_file_name(format!("{better}.ron")).display()
    ))
}

/// What `liyi check` would say of the skeleton.
fn check(folders: &Folders, path: &Path, text: &str) -> Vec<Finding> {
    let library = Library::load(folders);
    let known = known(&folders.assets, library.profiles.values().map(AsRef::as_ref));
    let source = SourceFile::new(path.display().to_string(), text);
    Scenario::from_source(&source, &library.catalogue, &known).err().unwrap_or_default()
}

fn refused(
    source: Option<&SourceFile>,
    findings: &[Finding],
    json: bool,
) -> Result<ExitCode, String> {
    let mut page = io::stdout().lock();
    let said = if json {
        let findings: Vec<Value> = findings.iter().map(shown).collect();
        let document = json!({ "written": null, "findings": findings });
        writeln!(page, "{document:#}")
    } else {
        say(&mut page, source, findings)
    };
    said.map_err(|e| format!("cannot print the findings: {e}"))?;
    Ok(ExitCode::FAILURE)
}

fn say(page: &mut impl Write, source: Option<&SourceFile>, findings: &[Finding]) -> io::Result<()> {
    for finding in findings {
        match source {
            Some(source) if finding.line > 0 => writeln!(page, "{}", finding.render(source))?,
            _ => writeln!(page, "{finding}")?,
        }
    }
    let count = findings.len();
    let s = if count == 1 { "" } else { "s" };
    let code = findings.first().map_or("CODE", |finding| finding.code);
    writeln!(
        page,
        "{count} finding{s}; nothing was written; `liyi check --explain {code}` says what a code \
         means and how to mend it"
    )
}

fn shown(finding: &Finding) -> Value {
    json!({
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "code": finding.code,
        "found": finding.found,
        "expected": finding.expected,
        "nearest": finding.nearest,
    })
}

fn document(id: &str, out: Option<&Path>, imported: &Imported, faults: &[Finding]) -> Value {
    let owed: Vec<Value> = imported
        .owed
        .iter()
        .map(|o| json!({ "line": o.line, "kind": key(o.kind), "of": o.of }))
        .collect();
    json!({
        "written": out.map(|path| path.display().to_string()),
        "id": id,
        "beats": imported.counts.0,
        "endings": imported.counts.1,
        "notes": imported.notes.iter().map(shown).collect::<Vec<_>>(),
        "owed": owed,
        "findings": faults.iter().map(shown).collect::<Vec<_>>(),
    })
}

fn key(kind: OwedKind) -> &'static str {
    match kind {
        OwedKind::Standards => "standards",
        OwedKind::Scores => "scores",
        OwedKind::Translation => "translation",
        OwedKind::Words => "words",
        OwedKind::Way => "way",
        OwedKind::Time => "time",
        OwedKind::Looks => "looks",
    }
}

/// What is to be done about a kind, said to the author.
fn advice(kind: OwedKind) -> String {
    match kind {
        OwedKind::Standards => "the standards it tests (see assets/standards)".to_owned(),
        OwedKind::Scores => "scores: what each answer meets or misses".to_owned(),
        OwedKind::Translation => {
            format!("translations: search for {PENDING_EN} and {PENDING_ZH}")
        }
        OwedKind::Words => "words that a story has no place for".to_owned(),
        OwedKind::Way => "ways: when each is taken".to_owned(),
        OwedKind::Time => "times: how long there is to answer".to_owned(),
        OwedKind::Looks => "looks: the stage, and a figure for whoever is seen".to_owned(),
    }
}

fn print(
    page: &mut impl Write,
    id: &str,
    out: &Path,
    imported: &Imported,
    faults: &[Finding],
) -> io::Result<()> {
    let (beats, endings) = imported.counts;
    let file = out.display();
    let s = |n: usize| if n == 1 { "" } else { "s" };
    writeln!(page, "wrote {file}: {beats} beat{}, {endings} ending{}", s(beats), s(endings))?;
    if !imported.notes.is_empty() {
        writeln!(page, "\nleft out or guessed:")?;
        for note in &imported.notes {
            writeln!(page, "  {note}")?;
        }
    }
    let mut kinds: BTreeMap<OwedKind, Vec<&Owed>> = BTreeMap::new();
    for owed in &imported.owed {
        kinds.entry(owed.kind).or_default().push(owed);
    }
    writeln!(page, "\nstill to be written, by line of {file}:")?;
    for (kind, owed) in kinds {
        let mut lines: Vec<usize> = owed.iter().map(|o| o.line).collect();
        lines.dedup();
        let more = lines.len().saturating_sub(LISTED);
        let listed: Vec<String> = lines.iter().take(LISTED).map(ToString::to_string).collect();
        let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
        writeln!(page, "  {}\n    line {}{rest}", advice(kind), listed.join(", "))?;
    }
    if faults.is_empty() {
        let there = out.parent().is_some_and(|folder| folder.ends_with("scenarios"));
        let once = if there { "" } else { ", once it is in the scenarios folder" };
        return writeln!(
            page,
            "\nit can be played as it is: `liyi play {id}`{once}; until it has scores, \
             `liyi check` says that no run gets 100"
        );
    }
    writeln!(page, "\nliyi check also says:")?;
    for finding in faults {
        writeln!(page, "  {finding}")?;
    }
    Ok(())
}
