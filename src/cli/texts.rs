//! `liyi texts`: authored texts out to translators and back.

mod export;
mod import;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};

use liyi::author::texts::{Holds, Line, Sent, lines, read_po, read_workbook};
use liyi::files::Folders;
use liyi::source::SourceFile;
use liyi::standard::Lang;

#[derive(Subcommand)]
pub(super) enum Texts {
    /// Writes texts into a file for a translator.
    Export {
        /// Scenarios' ids; without any, every scenario.
        ids: Vec<String>,
        /// A workbook or a PO file; without it, what the name in --out ends in.
        #[arg(long, value_enum)]
        format: Option<Format>,
        /// The file to write; without it, texts.xlsx or texts.po here.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// The language to be written: en or zh.
        #[arg(long, value_parser = super::lang, default_value = "en")]
        lang: Lang,
        /// The translator's last file: what has changed since is marked.
        #[arg(long, value_name = "FILE")]
        since: Option<PathBuf>,
        /// Every scenario, and standards and profiles too.
        #[arg(long, conflicts_with = "ids")]
        all: bool,
        /// Write over a file that is there already.
        #[arg(long)]
        overwrite: bool,
        /// Print one JSON document and nothing else.
        #[arg(long)]
        json: bool,
    },
    /// Puts a translator's file back into scenarios, standards and profiles.
    Import {
        /// The workbook or PO file that came back.
        file: PathBuf,
        /// The language that was written, if the file no longer says.
        #[arg(long, value_parser = super::lang)]
        lang: Option<Lang>,
        /// Say what would change, and change nothing.
        #[arg(long)]
        dry_run: bool,
        /// Print one JSON document and nothing else.
        #[arg(long)]
        json: bool,
    },
}

/// The format of a translator's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Xlsx,
    Po,
}

impl Format {
    /// What such a file's name ends in.
    fn ending(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Po => "po",
        }
    }
}

pub(super) fn run(folders: &Folders, texts: Texts) -> Result<ExitCode, String> {
    match texts {
        Texts::Export { ids, format, out, lang, since, all, overwrite, json } => {
            let wanted = export::Wanted { ids, format, out, to: lang, since, all, overwrite, json };
            export::export(folders, wanted)
        }
        Texts::Import { file, lang, dry_run, json } => {
            import::import(folders, &file, lang, dry_run, json)
        }
    }
}

/// An authored file on disk.
pub(super) struct Authored {
    path: PathBuf,
    holds: Holds,
    stem: String,
}

impl Authored {
    /// What its lines' ids start with.
    fn prefix(&self) -> String {
        self.holds.prefix(&self.stem)
    }

    /// The file below the home, with forward slashes.
    fn shown(&self) -> String {
        let folder = match self.holds {
            Holds::Scenario => "scenarios",
            Holds::Profile => "scenarios/profiles",
            Holds::Standards => "assets/standards",
        };
        format!("{folder}/{}.ron", self.stem)
    }

    /// Its text and lines.
    fn read(&self, from: Lang) -> Result<(SourceFile, Vec<Line>), String> {
        let source = SourceFile::read(&self.path).map_err(|finding| finding.to_string())?;
        let lines = lines(&source, &self.stem, self.holds, from).map_err(|finding| {
            format!("{finding}\nmend the file first: `liyi check {}`", self.path.display())
        })?;
        Ok((source, lines))
    }
}

/// Every authored file, by kind and name.
pub(super) fn authored(folders: &Folders) -> Vec<Authored> {
    let mut files = Vec::new();
    for (folder, holds) in [
        (folders.scenarios.clone(), Holds::Scenario),
        (folders.scenarios.join("profiles"), Holds::Profile),
        (folders.assets.join("standards"), Holds::Standards),
    ] {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let is_ron = path.extension().is_some_and(|e| e == "ron") && path.is_file();
            let stem = path.file_stem().and_then(|s| s.to_str()).map(str::to_owned);
            if let Some(stem) = stem.filter(|_| is_ron) {
                files.push(Authored { path, holds, stem });
            }
        }
    }
    files.sort_by(|a, b| (a.holds, &a.stem).cmp(&(b.holds, &b.stem)));
    files
}

/// The largest translator's file that is read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads a translator's file, of whichever format it is.
pub(super) fn read_sent(path: &Path, lang: Option<Lang>) -> Result<Sent, String> {
    let name = path.display().to_string();
    let about = fs::metadata(path).map_err(|e| format!("{name}: cannot be read: {e}"))?;
    if !about.is_file() {
        return Err(format!("{name}: no file; name the workbook or PO file itself"));
    }
    if about.len() > LARGEST {
        return Err(format!(
            "{name}: {} bytes; a translator's file has at most 64 MiB",
            about.len()
        ));
    }
    let bytes = fs::read(path).map_err(|e| format!("{name}: cannot be read: {e}"))?;
    let packed = bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let sent = if packed || path.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx")) {
        read_workbook(&name, &bytes, lang)
    } else {
        let text = String::from_utf8(bytes).map_err(|_| {
            format!("{name}: neither an .xlsx workbook nor a PO file in UTF-8; save it as one")
        })?;
        read_po(&name, &text, lang)
    };
    sent.map_err(|bad| bad.to_string())
}
