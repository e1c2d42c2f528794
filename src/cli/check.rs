//! `liyi check`: every finding in authored files, at file, line and column.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use liyi::author::{Depth, lint};
use liyi::files::Folders;
use liyi::library::{DEFAULT_PROFILE, Library, known};
use liyi::locale;
use liyi::say;
use liyi::scenario::Scenario;
use liyi::source::{Finding, SourceFile};
use liyi::standard::{Catalogue, Lang, Profile};

use super::findings::{Shown, draw, shown};

#[derive(Serialize)]
struct Document<'a> {
    scenarios: usize,
    standards: usize,
    profiles: usize,
    findings: Vec<Shown<'a>>,
}

/// What is asked on the command line.
pub(super) struct Wanted<'a> {
    pub(super) paths: &'a [PathBuf],
    pub(super) json: bool,
    /// Leave out the lints that play the scenarios.
    pub(super) quick: bool,
    /// The language of the findings; without it the player's own.
    pub(super) lang: Option<Lang>,
}

pub(super) fn check(folders: &Folders, wanted: &Wanted<'_>) -> Result<ExitCode, String> {
    let library = Library::load(folders);
    let depth = if wanted.quick { Depth::Reading } else { Depth::Playing };
    let mut round =
        Round { folders, library: &library, depth, findings: Vec::new(), counted: (0, 0, 0) };
    if wanted.paths.is_empty() {
        round.everything();
    }
    for path in wanted.paths {
        round.path(path);
    }
    let Round { mut findings, counted, .. } = round;
    findings.sort();
    findings.dedup();
    let written = if wanted.json {
        print_json(&findings, counted)
    } else {
        print(&findings, super::language(folders, wanted.lang), counted)
    };
    written.map_err(|e| format!("cannot print the findings: {e}"))?;
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One round of checks.
struct Round<'a> {
    folders: &'a Folders,
    library: &'a Library,
    depth: Depth,
    findings: Vec<Finding>,
    /// Scenarios, standards, profiles.
    counted: (usize, usize, usize),
}

impl Round<'_> {
    /// Everything Liyi ships.
    fn everything(&mut self) {
        let library = self.library;
        self.findings.extend(library.findings.iter().cloned());
        self.findings.extend(locale::check(&self.folders.assets.join("locales")));
        let standards = library.catalogue.iter().count();
        self.counted = (library.scenarios.len(), standards, library.profiles.len());
        for (id, scenario) in &library.scenarios {
            self.lints(&self.folders.scenarios.join(format!("{id}.ron")), scenario);
        }
    }

    /// Checks one file, or every `.ron` file of a folder, by what its place says it is.
    fn path(&mut self, path: &Path) {
        if path.is_dir() {
            let mut inside: Vec<PathBuf> = std::fs::read_dir(path)
                .map(|entries| entries.filter_map(|e| Some(e.ok()?.path())).collect())
                .unwrap_or_default();
            inside.sort();
            for path in inside {
                if path.is_dir() || path.extension().is_some_and(|e| e == "ron") {
                    self.path(&path);
                }
            }
            return;
        }
        let library = self.library;
        match kind(path) {
            Kind::Profile => {
                let houses = self.folders.scenarios.join("profiles");
                match Profile::load_own(path, &[&houses]) {
                    Ok(_) => self.counted.2 += 1,
                    Err(found) => self.findings.extend(found),
                }
            }
            Kind::Standards => {
                let (count, found) = standards_file(path);
                self.counted.1 += count;
                self.findings.extend(found);
            }
            Kind::Scenario => {
                let profiles = library.profiles.values().map(AsRef::as_ref);
                let known = known(&self.folders.assets, profiles);
                match Scenario::load(path, &library.catalogue, &known) {
                    Ok(scenario) => {
                        self.counted.0 += 1;
                        self.lints(path, &Arc::new(scenario));
                    }
                    Err(found) => self.findings.extend(found),
                }
            }
        }
    }

    /// A scenario that checks is judged as a lesson, in the default house.
    fn lints(&mut self, path: &Path, scenario: &Arc<Scenario>) {
        // While something is wrong with the files, playing them proves nothing.
        let depth = if self.findings.is_empty() { self.depth } else { Depth::Reading };
        let Some(profile) = self.library.profiles.get(DEFAULT_PROFILE) else { return };
        if let Ok(source) = SourceFile::read(path) {
            let catalogue = &self.library.catalogue;
            self.findings.extend(lint(&source, scenario, catalogue, profile, depth));
        }
    }
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

fn print_json(
    findings: &[Finding],
    (scenarios, standards, profiles): (usize, usize, usize),
) -> std::io::Result<()> {
    let findings = findings.iter().map(shown).collect();
    let document = Document { scenarios, standards, profiles, findings };
    writeln!(std::io::stdout().lock(), "{}", serde_json::to_string_pretty(&document)?)
}

fn print(
    findings: &[Finding],
    lang: Lang,
    (scenarios, standards, profiles): (usize, usize, usize),
) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    draw(&mut out, findings, lang)?;
    let said = match findings.first() {
        None => say!(
            "检查了 {scenarios} 个情景、{standards} 条标准、{profiles} 份企业设定：没有问题",
            "checked {scenarios} scenarios, {standards} standards, {profiles} profiles: nothing \
             is wrong"
        ),
        Some(first) => {
            let (count, code) = (findings.len(), first.code);
            let count_en =
                if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") };
            say!(
                "共 {count} 个问题；`liyi check --explain {code}` 说明代码是什么意思、怎么改",
                "{count_en}; `liyi check --explain {code}` says what a code means and how to mend it"
            )
        }
    };
    writeln!(out, "{}", said.get(lang))
}
