//! `liyi check`: every finding in authored files, at file, line and column.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use liyi::files::Folders;
use liyi::library::{Library, known};
use liyi::locale;
use liyi::scenario::Scenario;
use liyi::source::{Finding, SourceFile};
use liyi::standard::{Catalogue, Profile};

#[derive(Serialize)]
struct Shown<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    code: &'a str,
    found: &'a str,
    expected: &'a str,
    nearest: Option<&'a str>,
}

#[derive(Serialize)]
struct Document<'a> {
    scenarios: usize,
    standards: usize,
    profiles: usize,
    findings: Vec<Shown<'a>>,
}

pub(super) fn check(folders: &Folders, paths: &[PathBuf], json: bool) -> Result<ExitCode, String> {
    let library = Library::load(folders);
    let mut findings = Vec::new();
    let mut counted = (0, 0, 0);
    if paths.is_empty() {
        findings.clone_from(&library.findings);
        findings.extend(locale::check(&folders.assets.join("locales")));
        counted =
            (library.scenarios.len(), library.catalogue.iter().count(), library.profiles.len());
    }
    for path in paths {
        check_path(path, folders, &library, &mut findings, &mut counted);
    }
    findings.sort();
    findings.dedup();
    print(&findings, json, counted).map_err(|e| format!("cannot print the findings: {e}"))?;
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks one file, or every `.ron` file of a folder, by what its place says it is.
fn check_path(
    path: &Path,
    folders: &Folders,
    library: &Library,
    findings: &mut Vec<Finding>,
    counted: &mut (usize, usize, usize),
) {
    if path.is_dir() {
        let mut inside: Vec<PathBuf> = std::fs::read_dir(path)
            .map(|entries| entries.filter_map(|e| Some(e.ok()?.path())).collect())
            .unwrap_or_default();
        inside.sort();
        for path in inside {
            if path.is_dir() || path.extension().is_some_and(|e| e == "ron") {
                check_path(&path, folders, library, findings, counted);
            }
        }
        return;
    }
    let found = match kind(path) {
        Kind::Profile => {
            let houses = folders.scenarios.join("profiles");
            Profile::load_own(path, &[&houses]).map(|_| counted.2 += 1)
        }
        Kind::Standards => {
            let (count, found) = standards_file(path);
            counted.1 += count;
            if found.is_empty() { Ok(()) } else { Err(found) }
        }
        Kind::Scenario => {
            let known = known(&folders.assets, library.profiles.values().map(AsRef::as_ref));
            Scenario::load(path, &library.catalogue, &known).map(|_| counted.0 += 1)
        }
    };
    findings.extend(found.err().unwrap_or_default());
}

/// What an authored file holds.
enum Kind {
    Scenario,
    Profile,
    Standards,
}

/// What a file holds, by its folder; elsewhere, by the words that only one
/// kind of file uses. In doubt it is a scenario.
fn kind(path: &Path) -> Kind {
    let folder = path.canonicalize().ok().and_then(|p| p.parent()?.file_name().map(Into::into));
    let folder: OsString = folder.unwrap_or_default();
    if folder == "profiles" {
        return Kind::Profile;
    }
    if folder == "standards" {
        return Kind::Standards;
    }
    let text = SourceFile::read(path).map(|source| source.text).unwrap_or_default();
    let says = |field: &str| text.contains(field);
    if says("beats:") || says("cast:") {
        Kind::Scenario
    } else if says("criterion:") {
        Kind::Standards
    } else if says("keys:") || says("base:") {
        Kind::Profile
    } else {
        Kind::Scenario
    }
}

/// A file of standards is checked beside the others of its folder, for ids must
/// be unique among them all.
fn standards_file(path: &Path) -> (usize, Vec<Finding>) {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let domain = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    let (catalogue, mut findings) = Catalogue::load(folder);
    findings.retain(|f| Path::new(&f.file).file_name() == path.file_name());
    (catalogue.iter().filter(|s| s.domain == domain).count(), findings)
}

fn print(
    findings: &[Finding],
    json: bool,
    (scenarios, standards, profiles): (usize, usize, usize),
) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if json {
        let findings = findings
            .iter()
            .map(|f| Shown {
                file: &f.file,
                line: f.line,
                column: f.column,
                code: f.code,
                found: &f.found,
                expected: &f.expected,
                nearest: f.nearest.as_deref(),
            })
            .collect();
        let document = Document { scenarios, standards, profiles, findings };
        return writeln!(out, "{}", serde_json::to_string_pretty(&document)?);
    }
    for finding in findings {
        match SourceFile::read(Path::new(&finding.file)) {
            Ok(source) if finding.line > 0 => writeln!(out, "{}", finding.render(&source))?,
            _ => writeln!(out, "{finding}")?,
        }
    }
    if findings.is_empty() {
        writeln!(
            out,
            "checked {scenarios} scenarios, {standards} standards, {profiles} profiles: \
             nothing is wrong"
        )
    } else {
        let s = if findings.len() == 1 { "" } else { "s" };
        writeln!(
            out,
            "{} finding{s}; `liyi check --explain {}` says what a code means and how to mend it",
            findings.len(),
            findings[0].code
        )
    }
}
