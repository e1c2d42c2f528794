//! `liyi import`: a Twine story as a scenario skeleton, with a list of what is still to be written.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Value, json};

use liyi::author::twee::{self, Imported, Owed, OwedKind, PENDING_EN, PENDING_ZH};
use liyi::files::Folders;
use liyi::library::{Library, known};
use liyi::say;
use liyi::scenario::Scenario;
use liyi::source::{Finding, SourceFile};
use liyi::standard::{Lang, Text};

use super::findings::{draw, shown};
use super::save::save;

/// No more lines of a kind are listed than this.
const LISTED: usize = 12;

/// What is asked on the command line.
pub(super) struct Wanted<'a> {
    pub(super) out: Option<&'a Path>,
    pub(super) force: bool,
    pub(super) json: bool,
    /// The language of what is said; without it the player's own.
    pub(super) lang: Option<Lang>,
}

pub(super) fn run(folders: &Folders, file: &Path, wanted: &Wanted<'_>) -> Result<ExitCode, String> {
    let lang = super::language(folders, wanted.lang);
    let (id, out) = target(folders, file, wanted.out).map_err(super::in_one(|| lang))?;
    let source = match SourceFile::read(file) {
        Ok(source) => source,
        Err(finding) => return refused(&[finding], wanted.json, lang),
    };
    let imported = match twee::import(&source, &id) {
        Ok(imported) => imported,
        Err(findings) => return refused(&findings, wanted.json, lang),
    };
    save(&out, &imported.text, wanted.force).map_err(super::in_one(|| lang))?;
    let faults = check(folders, &out, &imported.text);
    let mut page = io::stdout().lock();
    let said = if wanted.json {
        let document = document(&id, Some(&out), &imported, &faults);
        writeln!(page, "{document:#}")
    } else {
        let told = Told { id: &id, out: &out, imported: &imported, faults: &faults };
        told.print(&mut page, lang)
    };
    said.map_err(|e| format!("cannot print: {e}"))?;
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The scenario's id and the file it is written to: the id is the file's name.
fn target(folders: &Folders, file: &Path, out: Option<&Path>) -> Result<(String, PathBuf), Text> {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let Some(out) = out else {
        let name = stem(file);
        let id = twee::slug(&name).ok_or_else(|| {
            say!(
                "从 `{name}` 这个名字变不出 id；用 --out ID.ron 给一个",
                "no id can be made from the name `{name}`; give one with --out ID.ron"
            )
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
    let better = out.with_file_name(format!("{better}.ron"));
    let (out, better) = (out.display(), better.display());
    Err(say!(
        "文件名就是情景的 id，所以写不了 {out}；用字母 a–z、数字和 -，结尾是 .ron，比如 --out {better}",
        "the file's name becomes the scenario's id, so {out} cannot be written; use letters a–z, \
         digits and -, and the ending .ron, such as --out {better}"
    ))
}

/// What `liyi check` would say of the skeleton.
fn check(folders: &Folders, path: &Path, text: &str) -> Vec<Finding> {
    let library = Library::load(folders);
    let known = known(&folders.assets, library.profiles.values().map(AsRef::as_ref));
    let source = SourceFile::new(path.display().to_string(), text);
    Scenario::from_source(&source, &library.catalogue, &known).err().unwrap_or_default()
}

fn refused(findings: &[Finding], json: bool, lang: Lang) -> Result<ExitCode, String> {
    let mut page = io::stdout().lock();
    let said = if json {
        let findings: Vec<_> = findings.iter().map(shown).collect();
        let document = json!({ "written": null, "findings": findings });
        writeln!(page, "{document:#}")
    } else {
        say(&mut page, findings, lang)
    };
    said.map_err(|e| format!("cannot print the findings: {e}"))?;
    Ok(ExitCode::FAILURE)
}

fn say(page: &mut impl Write, findings: &[Finding], lang: Lang) -> io::Result<()> {
    draw(page, findings, lang)?;
    let count = findings.len();
    let s = if count == 1 { "" } else { "s" };
    let code = findings.first().map_or("CODE", |finding| finding.code);
    let zh = format!(
        "共 {count} 个问题，什么也没有写；`liyi check --explain {code}` 说明代码是什么意思、怎么改"
    );
    let en = format!(
        "{count} finding{s}; nothing was written; `liyi check --explain {code}` says what a code \
         means and how to mend it"
    );
    writeln!(page, "{}", Text::new(zh, en).get(lang))
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
fn advice(kind: OwedKind) -> Text {
    match kind {
        OwedKind::Standards => say!(
            "考哪些标准（见 assets/standards）",
            "the standards it tests (see assets/standards)"
        ),
        OwedKind::Scores => {
            say!("评分：每个回答做到了什么、没做到什么", "scores: what each answer meets or misses")
        }
        OwedKind::Translation => say!(
            "译文：搜 {PENDING_EN} 和 {PENDING_ZH}",
            "translations: search for {PENDING_EN} and {PENDING_ZH}"
        ),
        OwedKind::Words => {
            say!("故事里没有地方写的话", "words that a story has no place for")
        }
        OwedKind::Way => say!("走法：各在什么时候走", "ways: when each is taken"),
        OwedKind::Time => {
            say!("时间：有多久可以回答", "times: how long there is to answer")
        }
        OwedKind::Looks => say!(
            "画面：舞台，还有看得见的人的立绘",
            "looks: the stage, and a figure for whoever is seen"
        ),
    }
}

/// An import that went well, to be told of.
struct Told<'a> {
    id: &'a str,
    out: &'a Path,
    imported: &'a Imported,
    faults: &'a [Finding],
}

impl Told<'_> {
    fn print(&self, page: &mut impl Write, lang: Lang) -> io::Result<()> {
        let Told { imported, faults, .. } = self;
        let (beats, endings) = imported.counts;
        let file = self.out.display();
        let s = |n: usize| if n == 1 { "" } else { "s" };
        let wrote = Text::new(
            format!("写好了 {file}：{beats} 个节拍，{endings} 个结局"),
            format!("wrote {file}: {beats} beat{}, {endings} ending{}", s(beats), s(endings)),
        );
        writeln!(page, "{}", wrote.get(lang))?;
        if !imported.notes.is_empty() {
            let heading = say!("没有采用的，和猜出来的：", "left out or guessed:");
            writeln!(page, "\n{}", heading.get(lang))?;
            for note in &imported.notes {
                writeln!(page, "  {}", note.said(lang))?;
            }
        }
        let heading = say!("还要写的，按 {file} 的行：", "still to be written, by line of {file}:");
        writeln!(page, "\n{}", heading.get(lang))?;
        self.owed(page, lang)?;
        if faults.is_empty() {
            return writeln!(page, "\n{}", self.playable().get(lang));
        }
        let heading = say!("liyi check 还说：", "liyi check also says:");
        writeln!(page, "\n{}", heading.get(lang))?;
        for finding in *faults {
            writeln!(page, "  {}", finding.said(lang))?;
        }
        Ok(())
    }

    fn owed(&self, page: &mut impl Write, lang: Lang) -> io::Result<()> {
        let mut kinds: BTreeMap<OwedKind, Vec<&Owed>> = BTreeMap::new();
        for owed in &self.imported.owed {
            kinds.entry(owed.kind).or_default().push(owed);
        }
        for (kind, owed) in kinds {
            let mut lines: Vec<usize> = owed.iter().map(|o| o.line).collect();
            lines.dedup();
            let more = lines.len().saturating_sub(LISTED);
            let listed = Text::list(lines.iter().take(LISTED).map(ToString::to_string));
            let rest = match more {
                0 => Text::default(),
                _ => say!("，还有 {more} 行", " and {more} more"),
            };
            let places = say!("第 {listed} 行{rest}", "line {listed}{rest}"; listed, rest);
            writeln!(page, "  {}\n    {}", advice(kind).get(lang), places.get(lang))?;
        }
        Ok(())
    }

    fn playable(&self) -> Text {
        let id = self.id;
        let there = self.out.parent().is_some_and(|folder| folder.ends_with("scenarios"));
        let once = match there {
            true => Text::default(),
            false => {
                say!("（先放进 scenarios 文件夹）", ", once it is in the scenarios folder")
            }
        };
        say!(
            "现在就能演练：`liyi play {id}`{once}；没有评分以前，`liyi check` 会说哪一遍都到不了 100 分",
            "it can be played as it is: `liyi play {id}`{once}; until it has scores, \
             `liyi check` says that no run gets 100";
            once
        )
    }
}
