//! `liyi check --explain`: what a finding's code means and how to mend it.

use std::fmt::Write as _;
use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;

use liyi::author::{Explanation, Labels, explain, explanations, nearest_code};
use liyi::say;
use liyi::standard::{Lang, Text};
use liyi::terminal::{columns, page_width, wrap};

/// The word that lists every code.
const ALL: &str = "all";

/// The column at which the meanings of a list begin.
const MEANINGS: usize = 28;

#[derive(Serialize)]
struct Shown {
    code: &'static str,
    group: &'static str,
    meaning: &'static str,
    why: &'static str,
    mend: &'static str,
    wrong: Option<&'static str>,
    right: Option<&'static str>,
}

#[derive(Serialize)]
struct Document {
    explanations: Vec<Shown>,
}

/// Prints one code's explanation, or every code with its meaning.
pub(super) fn run(word: &str, lang: Lang, json: bool) -> Result<ExitCode, String> {
    let word = plain(word);
    let list = word == ALL;
    let found = if list { explanations(lang) } else { explain(&word, lang).into_iter().collect() };
    if found.is_empty() {
        let meant = match nearest_code(&word) {
            Some(name) => say!("（是不是想写 `{name}`？）", " (did you mean `{name}`?)"),
            None => Text::default(),
        };
        let said = say!(
            "没有 `{word}` 这个代码{meant}；`liyi check --explain {ALL}` 列出全部代码",
            "no finding has the code `{word}`{meant}; `liyi check --explain {ALL}` lists every code";
            meant
        );
        return Err(said.get(lang).to_owned());
    }
    let page = if json {
        let explanations = found.iter().map(shown).collect();
        serde_json::to_string_pretty(&Document { explanations }).map_err(|e| e.to_string())?
    } else if list {
        table(&found)
    } else {
        found.iter().map(|e| section(e, lang)).collect()
    };
    writeln!(std::io::stdout().lock(), "{}", page.trim_end())
        .map_err(|e| format!("cannot print the explanation: {e}"))?;
    Ok(ExitCode::SUCCESS)
}

/// A code as it may be copied from a finding: `error[unknown-beat]`,
/// `错误[unknown-beat]`, `[unknown-beat]`.
fn plain(word: &str) -> String {
    let word = word
        .trim()
        .trim_start_matches("error")
        .trim_start_matches("错误")
        .trim_matches(['[', ']', '`']);
    word.to_lowercase().replace(['_', ' '], "-")
}

fn shown(e: &Explanation) -> Shown {
    Shown {
        code: e.code,
        group: e.group,
        meaning: e.meaning,
        why: e.why,
        mend: e.mend,
        wrong: e.example.map(|example| example.wrong),
        right: e.example.map(|example| example.right),
    }
}

fn section(e: &Explanation, lang: Lang) -> String {
    let labels = Labels::of(lang);
    let width = page_width();
    let mut page = format!("{}\n", e.code);
    let mut paragraph = |first: &str, text: &str| {
        // A string takes whatever is written to it.
        let _ = writeln!(page, "\n{}", wrap(first, text, width));
    };
    paragraph("  ", e.meaning);
    let space = if lang == Lang::En { " " } else { "" };
    paragraph(&format!("  {}{space}", labels.why), e.why);
    paragraph(&format!("  {}{space}", labels.mend), e.mend);
    if let Some(example) = e.example {
        // Not wrapped: it is there to be copied.
        let _ = writeln!(page, "\n  {}\n      {}", labels.wrong, example.wrong);
        let _ = writeln!(page, "  {}\n      {}", labels.right, example.right);
    }
    page
}

fn table(all: &[Explanation]) -> String {
    let mut page = String::new();
    let mut group = "";
    for e in all {
        if e.group != group {
            group = e.group;
            let _ = writeln!(page, "{}{group}", if page.is_empty() { "" } else { "\n" });
        }
        let room = " ".repeat(MEANINGS.saturating_sub(2 + columns(e.code)).max(1));
        let _ = writeln!(page, "{}", wrap(&format!("  {}{room}", e.code), e.meaning, page_width()));
    }
    page
}
