//! From a file on disk to a scenario a session can trust, or to everything that is wrong with it.

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::say;
use crate::source::{Finding, Mended, SourceFile, parse_on};
use crate::standard::Catalogue;

use super::check::{Known, check};
use super::{Scenario, Script};

impl Scenario {
    /// Reads and checks a scenario file.
    ///
    /// # Errors
    /// Every finding, in order of place: one if the file cannot be read at all.
    pub fn load(
        path: &Path,
        catalogue: &Catalogue,
        known: &Known,
    ) -> Result<Scenario, Vec<Finding>> {
        let source = SourceFile::read(path).map_err(|finding| vec![finding])?;
        Scenario::from_source(&source, catalogue, known)
    }

    /// Checks a scenario's text. Where the source is named like a RON file,
    /// its name must be the scenario's id.
    ///
    /// # Errors
    /// Every finding, in order of place. Grammar that has no plain remedy ends
    /// the reading, so that what comes after it is not yet found.
    pub fn from_source(
        source: &SourceFile,
        catalogue: &Catalogue,
        known: &Known,
    ) -> Result<Scenario, Vec<Finding>> {
        let mut reading: Mended<Script> = parse_on(source);
        let mut findings = std::mem::take(&mut reading.findings);
        if let Some(script) = reading.value.take() {
            let faults = check(&reading.source, &script, catalogue, known);
            if faults.is_empty() && findings.is_empty() {
                let places = known.places.clone().unwrap_or_default();
                return Ok(Scenario::trusted(script, hash(&source.text), places));
            }
            findings.extend(faults.into_iter().map(|fault| reading.original(fault)));
        }
        findings.sort();
        Err(findings)
    }

    /// Whether it was made from exactly this text.
    pub fn is_of(&self, source: &SourceFile) -> bool {
        self.content_hash() == hash(&source.text)
    }
}

/// A folder's scenario files: every `.ron` file, not those of the folders in
/// it, in order of name.
///
/// # Errors
/// The folder cannot be read.
pub fn files(dir: &Path) -> Result<Vec<PathBuf>, Finding> {
    list(dir).map_err(|error| {
        let found = say!("文件夹读不出来：{error}", "a folder that cannot be read: {error}");
        let name = dir.display().to_string();
        let expected = say!("放情景的文件夹", "a folder of scenarios");
        Finding::new(&name, (0, 0), "unreadable", found, expected)
    })
}

/// Loads every `.ron` file of a folder, not of the folders in it: the
/// scenarios without a fault, in order of id, and all findings, in order of file.
pub fn load_all(dir: &Path, catalogue: &Catalogue, known: &Known) -> (Vec<Scenario>, Vec<Finding>) {
    let mut scenarios = Vec::new();
    let mut findings = Vec::new();
    let files = match files(dir) {
        Ok(files) => files,
        Err(finding) => return (scenarios, vec![finding]),
    };
    for file in files {
        match Scenario::load(&file, catalogue, known) {
            Ok(scenario) => scenarios.push(scenario),
            Err(faults) => findings.extend(faults),
        }
    }
    scenarios.sort_by(|a, b| a.id.cmp(&b.id));
    (scenarios, findings)
}

fn list(dir: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("ron")) && !path.is_dir() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// SHA-256 of the text in hexadecimal.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let mut hex = String::with_capacity(64);
    for byte in digest {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
