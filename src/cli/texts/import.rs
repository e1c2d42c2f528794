//! `liyi texts import`: a translator's file back into the authored ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use liyi::author::texts::{Applied, Edit, Holds, Line, Merged, Refusal, Why, apply, merge};
use liyi::files::Folders;
use liyi::library::{Library, known};
use liyi::say;
use liyi::scenario::Scenario;
use liyi::source::{Finding, SourceFile};
use liyi::standard::{Catalogue, Lang, Profile, Text};

use super::{Authored, authored, read_sent, unprinted};

#[derive(Serialize)]
struct Document {
    dry_run: bool,
    /// Texts that were put in, or would be.
    put: Vec<Put>,
    /// Authored files that were left alone for what stands in `findings`.
    refused_files: Vec<RefusedFile>,
    refused: Vec<Refused>,
    same: usize,
    empty: usize,
    fuzzy: Vec<Place>,
    kept: Vec<Place>,
    replaced: Vec<Place>,
}

#[derive(Serialize)]
struct Put {
    file: String,
    row: usize,
    id: String,
    before: String,
    now: String,
}

#[derive(Serialize)]
struct RefusedFile {
    file: String,
    /// In English, as all of the document.
    findings: Vec<String>,
    /// The same in Chinese.
    zh: Vec<String>,
}

#[derive(Serialize)]
struct Refused {
    row: usize,
    id: String,
    code: &'static str,
    /// In English, as all of the document.
    why: String,
    /// The same in Chinese.
    zh: String,
}

#[derive(Serialize)]
struct Place {
    row: usize,
    id: String,
}

/// An authored file with what is put into it.
struct Work {
    file: Authored,
    source: SourceFile,
    lines: Vec<Line>,
}

/// What is asked on the command line.
pub(super) struct Wanted {
    pub(super) lang: Option<Lang>,
    pub(super) dry_run: bool,
    pub(super) json: bool,
}

/// `own` is the language of what is said.
pub(super) fn import(
    folders: &Folders,
    path: &Path,
    wanted: &Wanted,
    own: Lang,
) -> Result<ExitCode, Text> {
    let &Wanted { lang, dry_run, json } = wanted;
    let sent = read_sent(path, lang)?;
    let to = sent.to;
    let from = if to == Lang::En { Lang::Zh } else { Lang::En };
    let named: BTreeSet<String> = sent.rows.iter().flat_map(|row| prefixes(&row.id)).collect();
    let mut works = Vec::new();
    for file in authored(folders).into_iter().filter(|file| named.contains(&file.prefix())) {
        let (source, lines) = file.read(from)?;
        works.push(Work { file, source, lines });
    }
    let lines: Vec<Vec<Line>> = works.iter().map(|work| work.lines.clone()).collect();
    let mut merged = merge(&sent, &lines);
    let checker = Checker::new(folders);
    let mut document = Document {
        dry_run,
        put: Vec::new(),
        refused_files: Vec::new(),
        refused: Vec::new(),
        same: merged.same,
        empty: merged.empty,
        fuzzy: places(&merged.fuzzy),
        kept: places(&merged.kept),
        replaced: merged
            .replaced
            .iter()
            .map(|(row, id, _)| Place { row: *row, id: id.clone() })
            .collect(),
    };
    for (at, edits) in std::mem::take(&mut merged.edits) {
        let Some(work) = works.get(at) else { continue };
        match checker.settle(work, edits, to, &mut merged) {
            Ok((_, edits)) if edits.is_empty() => {}
            Ok((applied, edits)) => {
                if !dry_run {
                    write(&work.file.path, &work.source.text, &applied.source.text)?;
                }
                document.put.extend(edits.into_iter().map(|edit| put(work, edit, to)));
            }
            Err(findings) => document.refused_files.push(RefusedFile {
                file: work.file.path.display().to_string(),
                findings: findings.iter().map(|finding| finding.said(Lang::En)).collect(),
                zh: findings.iter().map(|finding| finding.said(Lang::Zh)).collect(),
            }),
        }
    }
    merged.refusals.sort_by_key(|refusal| refusal.row);
    document.refused = merged.refusals.iter().map(refused).collect();
    let well = document.refused.is_empty() && document.refused_files.is_empty();
    let printed = if json {
        serde_json::to_string_pretty(&document)
            .map_err(std::io::Error::from)
            .and_then(|text| writeln!(std::io::stdout().lock(), "{text}"))
    } else {
        print(path, &document, own)
    };
    printed.map_err(|e| unprinted(&e))?;
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What the ids of a row's file may start with: a scenario's id, or a kind and a name.
fn prefixes(id: &str) -> Vec<String> {
    let mut parts = id.split('/');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    vec![first.to_owned(), format!("{first}/{second}")]
}

fn places(rows: &[(usize, String)]) -> Vec<Place> {
    rows.iter().map(|(row, id)| Place { row: *row, id: id.clone() }).collect()
}

fn refused(refusal: &Refusal) -> Refused {
    let Refusal { row, id, why } = refusal;
    let Text { zh, en } = why.said();
    Refused { row: *row, id: id.clone(), code: why.code(), why: en, zh }
}

fn put(work: &Work, edit: Edit, to: Lang) -> Put {
    let line = &work.lines[edit.line];
    Put {
        file: work.file.path.display().to_string(),
        row: edit.row,
        id: line.id.clone(),
        before: line.get(to).to_owned(),
        now: edit.words,
    }
}

/// Checks authored files as they would be written.
struct Checker<'a> {
    folders: &'a Folders,
    library: Library,
}

impl Checker<'_> {
    fn new(folders: &Folders) -> Checker<'_> {
        Checker { folders, library: Library::load(folders) }
    }

    /// Puts edits in, and takes those out again that bring a new finding. What
    /// was wrong in the file before is no reason to refuse it: a scenario that
    /// is half translated is translated further.
    fn settle(
        &self,
        work: &Work,
        mut edits: Vec<Edit>,
        to: Lang,
        merged: &mut Merged,
    ) -> Result<(Applied, Vec<Edit>), Vec<Finding>> {
        let before = self.findings(&work.file, &work.source);
        let more = before.iter().any(|finding| finding.code == "more-faults");
        let before = counted(&before);
        loop {
            let applied = apply(&work.source, &work.lines, &edits, to);
            let mut left = before.clone();
            let mut new = self.findings(&work.file, &applied.source);
            new.retain(|finding| match left.get_mut(&what(finding)) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            });
            // Of very many faults not all are listed: those that only now come
            // into the list are told from new ones by their place.
            if more {
                new.retain(|finding| applied.row_at(finding).is_some());
            }
            if new.is_empty() {
                return Ok((applied, edits));
            }
            let mut wrong: BTreeMap<usize, &Finding> = BTreeMap::new();
            for finding in &new {
                if let Some(row) = applied.row_at(finding) {
                    wrong.entry(row).or_insert(finding);
                }
            }
            if wrong.is_empty() {
                return Err(new);
            }
            for edit in edits.iter() {
                if let Some(finding) = wrong.get(&edit.row) {
                    let id = work.lines[edit.line].id.clone();
                    let why = Why::Check(finding.without_place());
                    merged.refusals.push(Refusal { row: edit.row, id, why });
                }
            }
            edits.retain(|edit| !wrong.contains_key(&edit.row));
        }
    }

    fn findings(&self, file: &Authored, source: &SourceFile) -> Vec<Finding> {
        match file.holds {
            Holds::Scenario => {
                let profiles = self.library.profiles.values().map(AsRef::as_ref);
                let known = known(&self.folders.assets, profiles);
                let read = Scenario::from_source(source, &self.library.catalogue, &known);
                read.err().unwrap_or_default()
            }
            Holds::Profile => {
                let houses = self.folders.scenarios.join("profiles");
                let read = Profile::load_with(&file.path, &[&houses], Some(source));
                read.err().unwrap_or_default()
            }
            Holds::Standards => {
                let folder = self.folders.assets.join("standards");
                Catalogue::load_with(&folder, Some(source)).1
            }
        }
    }
}

/// What a finding says, wherever it stands.
fn what(finding: &Finding) -> (&'static str, Text, Text) {
    (finding.code, finding.found.clone(), finding.expected.clone())
}

fn counted(findings: &[Finding]) -> BTreeMap<(&'static str, Text, Text), usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(what(finding)).or_default() += 1;
    }
    counts
}

const MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes a file's new text in its place, whole or not at all, if the file
/// still says what was read. A byte-order mark stays.
fn write(path: &Path, old: &str, new: &str) -> Result<(), Text> {
    let shown = path.display();
    let failed =
        |error: std::io::Error| say!("写不了 {shown}：{error}", "cannot write {shown}: {error}");
    // The file itself, if the path is a link to it.
    let path = path.canonicalize().map_err(failed)?;
    let now = fs::read(&path).map_err(failed)?;
    let (mark, now) = match now.strip_prefix(MARK) {
        Some(rest) => (MARK, rest),
        None => (&b""[..], now.as_slice()),
    };
    if now != old.as_bytes() {
        let path = path.display();
        return Err(say!(
            "{path} 这期间改过，没有动它；再导入一遍",
            "{path} has been changed meanwhile and was left as it is; import again"
        ));
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let fresh = path.with_file_name(name);
    let written = (|| {
        let mut file = fs::File::create_new(&fresh)?;
        file.write_all(mark)?;
        file.write_all(new.as_bytes())?;
        file.set_permissions(fs::metadata(&path)?.permissions())?;
        file.sync_all()?;
        fs::rename(&fresh, &path)
    })();
    written.map_err(|error| {
        // Best effort: what went wrong is said already.
        let _ = fs::remove_file(&fresh);
        failed(error)
    })
}

fn print(path: &Path, document: &Document, own: Lang) -> std::io::Result<()> {
    let name = path.display();
    let mut page = std::io::stdout().lock();
    for put in &document.put {
        writeln!(page, "{name}:{}: {}", put.row, put.id)?;
        writeln!(page, "  - {}", put.before.escape_debug())?;
        writeln!(page, "  + {}", put.now.escape_debug())?;
    }
    let mut say = |said: Text| writeln!(page, "{}", said.get(own));
    for Refused { row, id, why, zh, .. } in &document.refused {
        let id = if id.is_empty() { String::new() } else { format!("{id}: ") };
        let why = Text::new(zh, why);
        say(say!("{name}:{row}: 没有采用：{id}{why}", "{name}:{row}: refused: {id}{why}"; why))?;
    }
    for (rows, why) in [
        (
            &document.fuzzy,
            say!("还标着“待定”（fuzzy），没有采用", "still marked fuzzy, so not taken"),
        ),
        (
            &document.kept,
            say!(
                "译者没有动，情景里的更新：留着情景里的",
                "left alone by the translator, newer in the scenario: kept"
            ),
        ),
        (
            &document.replaced,
            say!(
                "情景里这期间也改过；采用了译者的话",
                "also changed in the scenario since; the translator's words were taken"
            ),
        ),
    ] {
        let why = &why;
        for Place { row, id } in rows {
            say(say!("{name}:{row}: 注意：{id}：{why}", "{name}:{row}: note: {id}: {why}"; why))?;
        }
    }
    for RefusedFile { file, findings, zh } in &document.refused_files {
        say(say!(
            "{file} 没有动，改了就通不过检查：",
            "{file} was left as it is, for it would no longer check:"
        ))?;
        for (zh, en) in zh.iter().zip(findings) {
            say(Text::new(format!("  {zh}"), format!("  {en}")))?;
        }
    }
    let (put, refused) = (document.put.len(), document.refused.len());
    let same = document.same + document.kept.len();
    let without = document.empty + document.fuzzy.len();
    let verb = match document.dry_run {
        true => say!("会写进 {put} 条", "{put} would be put in"),
        false => say!("写进了 {put} 条", "{put} put in"),
    };
    say(say!(
        "{verb}，没有采用 {refused} 条，和原来一样 {same} 条，没有译文 {without} 条",
        "{verb}, {refused} refused, {same} as before, {without} without a translation";
        verb
    ))?;
    if document.dry_run {
        say(say!(
            "什么也没有写；去掉 --dry-run 才会写",
            "nothing was written; without --dry-run it will be"
        ))?;
    }
    Ok(())
}
