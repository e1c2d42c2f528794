//! `liyi texts`: authored texts out to translators and back.

mod export;
mod import;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};

use liyi::author::texts::{Holds, Line, Sent, lines, read_po, read_workbook};
use liyi::files::Folders;
use liyi::say;
use liyi::source::{Finding, SourceFile};
use liyi::standard::{Lang, Text};

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
    // `--lang` is the language that is written; what is said is in the player's own.
    let own = super::language(folders, None);
    let done = match texts {
        Texts::Export { ids, format, out, lang, since, all, overwrite, json } => {
            let wanted = export::Wanted { ids, format, out, to: lang, since, all, overwrite, json };
            export::export(folders, wanted, own)
        }
        Texts::Import { file, lang, dry_run, json } => {
            import::import(folders, &file, &import::Wanted { lang, dry_run, json }, own)
        }
    };
    done.map_err(super::in_one(|| own))
}

/// What cannot be shown because the output is gone.
fn unprinted(error: &std::io::Error) -> Text {
    say!("打印不出来：{error}", "cannot print: {error}")
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
    fn read(&self, from: Lang) -> Result<(SourceFile, Vec<Line>), Text> {
        let whole = |finding: &Finding| Text::new(finding.said(Lang::Zh), finding.said(Lang::En));
        let source = SourceFile::read(&self.path).map_err(|finding| whole(&finding))?;
        let lines = lines(&source, &self.stem, self.holds, from).map_err(|finding| {
            let (finding, path) = (whole(&finding), self.path.display());
            say!(
                "{finding}\n先改好这个文件：`liyi check {path}`",
                "{finding}\nmend the file first: `liyi check {path}`";
                finding
            )
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
pub(super) fn read_sent(path: &Path, lang: Option<Lang>) -> Result<Sent, Text> {
    let name = path.display().to_string();
    let unread = |e: std::io::Error| say!("{name}：读不出来：{e}", "{name}: cannot be read: {e}");
    let about = fs::metadata(path).map_err(unread)?;
    if !about.is_file() {
        return Err(say!(
            "{name}：不是文件；写出工作簿或 PO 文件自己的名字",
            "{name}: no file; name the workbook or PO file itself"
        ));
    }
    let size = about.len();
    if size > LARGEST {
        return Err(say!(
            "{name}：{size} 字节；译者的文件至多 64 MiB",
            "{name}: {size} bytes; a translator's file has at most 64 MiB"
        ));
    }
    let bytes = fs::read(path).map_err(unread)?;
    let packed = bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let sent = if packed || path.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx")) {
        read_workbook(&name, &bytes, lang)
    } else {
        let text = String::from_utf8(bytes).map_err(|_| {
            say!(
                "{name}：既不是 .xlsx 工作簿，也不是 UTF-8 的 PO 文件；另存成其中一种",
                "{name}: neither an .xlsx workbook nor a PO file in UTF-8; save it as one"
            )
        })?;
        read_po(&name, &text, lang)
    };
    sent.map_err(|bad| bad.said())
}
