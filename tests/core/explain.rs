//! Every code that a finding can have is explained in both languages, and the examples tell the truth.

use std::collections::BTreeSet;
use std::path::Path;

use liyi::author::{Example, Explanation, Labels, explain, explanations, nearest_code};
use liyi::scenario::Scenario;
use liyi::source::{Finding, SourceFile, parse};
use liyi::standard::{Catalogue, Lang, Profile};
use serde::de::IgnoredAny;

use crate::codes::codes_of_the_sources;
use crate::example::{STANDARDS, WHOLE, catalogue, known};
use crate::shipped::repository;

/// The lints: what they say is no fault of a file, so that they stand apart
/// from the checks, and their codes need not be written as those are.
pub(crate) const LINTS: [&str; 14] = [
    "unreachable-opportunity",
    "one-sided-standard",
    "dominant-option",
    "longest-is-right",
    "right-in-one-place",
    "naive-policy",
    "imperfect-seed",
    "time-not-judged",
    "too-long",
    "untaken-exit",
    "untaken-option",
    "never-seen",
    "unseen-consequence",
    "unused-lint-permission",
];

#[test]
fn every_code_is_explained_and_nothing_else() {
    let mut codes: BTreeSet<String> = codes_of_the_sources().into_keys().collect();
    codes.extend(LINTS.map(str::to_owned));
    for lang in Lang::ALL {
        let all = explanations(lang);
        let explained: BTreeSet<String> = all.iter().map(|e| e.code.to_owned()).collect();
        assert_eq!(explained.len(), all.len(), "{lang:?}: a code is explained twice");
        let missing: Vec<&String> = codes.difference(&explained).collect();
        assert!(missing.is_empty(), "{lang:?}: without an explanation: {missing:?}");
        let idle: Vec<&String> = explained.difference(&codes).collect();
        assert!(idle.is_empty(), "{lang:?}: no finding has these codes: {idle:?}");
    }
}

#[test]
fn every_explanation_is_whole() {
    let (zh, en) = (explanations(Lang::Zh), explanations(Lang::En));
    let codes = |all: &[Explanation]| all.iter().map(|e| e.code).collect::<Vec<_>>();
    assert_eq!(codes(&zh), codes(&en), "the pages explain in different orders");
    let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for (zh, en) in zh.iter().zip(&en) {
        let code = zh.code;
        assert_eq!(zh.example, en.example, "{code}: different examples");
        for text in [zh.group, zh.meaning, zh.why, zh.mend] {
            assert!(is_chinese(text), "{code}: no Chinese in `{text}`");
            let words = text.split('`').step_by(2);
            assert!(!words.collect::<String>().contains([',', ';', '!', '?']), "{code}: {text}");
        }
        for text in [en.group, en.meaning, en.why, en.mend] {
            assert!(text.contains(|c: char| c.is_ascii_lowercase()), "{code}: `{text}`");
            assert!(!is_chinese(text), "{code}: Chinese in `{text}`");
        }
        for text in [zh.meaning, zh.why, zh.mend] {
            assert!(text.ends_with('。'), "{code}: `{text}` does not end");
        }
        for text in [en.meaning, en.why, en.mend] {
            assert!(text.ends_with('.'), "{code}: `{text}` does not end");
        }
        // A meaning is read in a list.
        assert!(zh.meaning.chars().count() <= 60, "{code}: {}", zh.meaning);
        assert!(en.meaning.chars().count() <= 160, "{code}: {}", en.meaning);
        if let Some(example) = zh.example {
            assert!(!example.wrong.is_empty() && !example.right.is_empty(), "{code}: half");
            assert_ne!(example.wrong, example.right, "{code}");
        }
    }
    assert_ne!(Labels::of(Lang::Zh), Labels::of(Lang::En));
}

#[test]
fn one_code_is_found_and_a_slip_is_forgiven() {
    assert_eq!(explain("unknown-beat", Lang::En).unwrap().code, "unknown-beat");
    assert_eq!(explain("unknown-baet", Lang::En), None);
    assert_eq!(nearest_code("unknown-baet").as_deref(), Some("unknown-beat"));
    assert_eq!(nearest_code("chandelier"), None);
}

/// A standards file of one standard, in which examples are tried.
const DOMAIN: &str = r#"(id: "hs", title: (zh: "握手", en: "Hands"), standards: [(
    id: "hs-one",
    statement: (zh: "先问好。", en: "Greet first."),
    criterion: (zh: "三到五分钟", en: "3 to 5 minutes"), measures: [(at_least: 3, at_most: 5, unit: Minutes, from: Source)],
    sources: [("a.txt", "二.1")],
    severity: Major,
    dimension: Both,
    treatment: Teach,
), (
    id: "hs-two",
    statement: (zh: "快接。", en: "Be quick."),
    criterion: (zh: "不超过 {ring_limit} 声", en: "at most {ring_limit} rings"), measures: [(at_most: 4, unit: Rings, from: Source, keys: ["ring_limit"])],
    sources: [("a.txt", "二.2")],
    severity: Major,
    dimension: Both,
    treatment: ModernCaveat, note: (zh: "如今不必如此。", en: "Not needed today."),
)])"#;

const DOCUMENTS: &str = r#"(documents: [(file: "a.txt", title: (zh: "甲", en: "A"))])"#;

/// A company's own profile, in which examples are tried.
const OURS: &str = r#"(id: "ours", title: (zh: "云桥", en: "Yunqiao"), base: "classroom", keys: {"ring_limit": 3})"#;

fn of_scenario(text: &str) -> Vec<Finding> {
    let source = SourceFile::new("scenarios/whole.ron", text);
    Scenario::from_source(&source, &catalogue(&STANDARDS), &known()).err().unwrap_or_default()
}

fn of_standards(text: &str) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("hs.ron"), text).unwrap();
    std::fs::write(folder.path().join("documents.ron"), DOCUMENTS).unwrap();
    Catalogue::load(folder.path()).1
}

fn of_profile(text: &str) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.ron");
    std::fs::write(&path, text).unwrap();
    let houses = repository("scenarios/profiles");
    Profile::load_own(&path, &[Path::new(&houses)]).err().unwrap_or_default()
}

/// A fragment read for its grammar alone.
fn of_grammar(text: &str) -> Vec<Finding> {
    parse::<IgnoredAny>(&SourceFile::new("fragment", text)).err().into_iter().collect()
}

/// Where examples are tried: a sound file and what reads it.
const TRIALS: [(&str, fn(&str) -> Vec<Finding>); 3] =
    [(WHOLE, of_scenario), (DOMAIN, of_standards), (OURS, of_profile)];

/// Where an example that the sound scenario does not contain is put into it.
const OPENINGS: [&str; 3] = ["variations: {", "beats: {", "\"ring\": ("];

/// Examples of what only a whole play shows, or a place that no small file has.
const UNTRIED: [&str; 6] = [
    "locale",
    "longest-is-right",
    "no-ending",
    "right-in-one-place",
    "time-not-judged",
    "too-long",
];

/// Everything that the examples provoke.
pub(crate) fn provoked() -> Vec<Finding> {
    let examples = explanations(Lang::En).into_iter().filter_map(|e| e.example);
    let told = examples.flat_map(|example| {
        let with = |sound: &str| sound.replacen(example.right, example.wrong, 1);
        TRIALS.iter().flat_map(move |(sound, read)| read(&with(sound))).collect::<Vec<_>>()
    });
    told.chain(of_grammar(&"(".repeat(100))).collect()
}

/// The wrong line in place of the right one must be what makes the difference.
#[test]
fn every_example_is_wrong_and_right_as_it_says() {
    for (sound, read) in TRIALS {
        assert_eq!(read(sound), Vec::new(), "the file that examples are tried in has a fault");
    }
    let mut complaints = Vec::new();
    let mut tried = BTreeSet::new();
    for e in explanations(Lang::En) {
        let Some(example) = e.example else { continue };
        let gives = |findings: &[Finding]| findings.iter().any(|f| f.code == e.code);
        let replaced = TRIALS
            .iter()
            .filter(|(sound, _)| sound.contains(example.right))
            .map(|(sound, read)| read(&sound.replacen(example.right, example.wrong, 1)));
        let told: Vec<Vec<Finding>> = replaced.chain(added(example)).collect();
        if told.iter().any(|findings| gives(findings)) {
            tried.insert(e.code);
        } else if !UNTRIED.contains(&e.code) {
            complaints.push(format!("{}: `{}` gives {told:#?}", e.code, example.wrong));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    let idle: Vec<&&str> = UNTRIED.iter().filter(|code| tried.contains(**code)).collect();
    assert!(idle.is_empty(), "these examples can be tried: {idle:?}");
    assert!(tried.len() > 80, "only {} examples were tried", tried.len());
}

/// What the wrong line gives that the right one does not: read for its grammar
/// alone, and as one more beat, axis or field of a beat.
fn added(example: Example) -> Vec<Vec<Finding>> {
    let more = |opening: &str, line: &str| {
        of_scenario(&WHOLE.replacen(opening, &format!("{opening}{line},"), 1))
    };
    let mut told = vec![without(of_grammar(example.wrong), &of_grammar(example.right))];
    for opening in OPENINGS {
        told.push(without(more(opening, example.wrong), &more(opening, example.right)));
    }
    told
}

/// The findings whose code is none of the others'.
fn without(findings: Vec<Finding>, others: &[Finding]) -> Vec<Finding> {
    findings.into_iter().filter(|f| others.iter().all(|other| other.code != f.code)).collect()
}

#[test]
fn every_right_line_reads() {
    let mut complaints = Vec::new();
    for e in explanations(Lang::En).iter().filter(|e| e.code != "locale") {
        let Some(example) = e.example else { continue };
        let forms = ["(§)", "{§}", "[§]", "§"].map(|form| form.replace('§', example.right));
        let faults: Vec<Finding> = forms.iter().flat_map(|text| of_grammar(text)).collect();
        if faults.len() == forms.len() {
            complaints.push(format!(
                "{}: `{}`: {}",
                e.code,
                example.right,
                faults[0].said(Lang::En)
            ));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
