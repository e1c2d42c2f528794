//! Every finding is said in both languages: the Chinese is Chinese, and it names the same things.

use std::collections::BTreeSet;
use std::path::Path;

use liyi::author::twee;
use liyi::locale;
use liyi::scenario::{files, places};
use liyi::source::{Finding, SourceFile};
use liyi::standard::{Catalogue, Profile, Text};

use crate::codes::codes_of_the_sources;
use crate::tidy::rust_sources;
use crate::{bad_input, checker, explain};

/// What stands in backticks, in no order: Chinese may name things the other way round.
fn named(words: &str) -> Vec<&str> {
    let mut names: Vec<&str> = words.split('`').skip(1).step_by(2).collect();
    names.sort_unstable();
    names
}

/// The two halves of every `say!` in the sources, with the file that says it.
pub(crate) fn said_by_the_sources() -> Vec<(String, Text)> {
    let mut said = Vec::new();
    for (file, text) in rust_sources() {
        for rest in text.split("say!(").skip(1) {
            let Some((zh, rest)) = literal(rest) else { continue };
            let en = rest.trim_start().strip_prefix(',').and_then(literal);
            let (en, _) = en.unwrap_or_else(|| panic!("{file}: no English beside {zh}"));
            said.push((file.clone(), Text::new(zh, en)));
        }
    }
    assert!(said.len() > 300, "only {} are found", said.len());
    said
}

/// A string literal at the start of a text, as it is spelt, and what follows it.
fn literal(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    if let Some(raw) = text.strip_prefix("r#\"") {
        return raw.split_once("\"#").map(|(words, rest)| (words.to_owned(), rest));
    }
    let inside = text.strip_prefix('"')?;
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        if c == '"' && !escaped {
            return Some((inside[..at].to_owned(), &inside[at + 1..]));
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

/// What a format says by itself, with nothing filled in.
fn bare(format: &str) -> String {
    let mut words = format.replace("{{", "").replace("}}", "");
    while let Some((before, rest)) = words.split_once('{') {
        let after = rest.split_once('}').map_or("", |(_, after)| after);
        words = format!("{before}{after}");
    }
    words
}

#[test]
fn whatever_the_program_says_it_says_in_both_languages() {
    let mut wrong = Vec::new();
    for (file, Text { zh, en }) in said_by_the_sources() {
        // Some only put others' words together.
        let joins = !bare(&zh).contains(char::is_alphanumeric);
        let half = Text::new(if joins { format!("话{zh}") } else { zh.clone() }, en.clone());
        if let Some(why) = complaint(&half) {
            wrong.push(format!("{file}: {why}: {zh}"));
        }
        let plain: String = zh.split('`').step_by(2).collect();
        // What stands in narrow brackets is written so in a file.
        let plain: String = plain
            .split('(')
            .map(|part| part.split_once(')').map_or(part, |(_, rest)| rest))
            .collect();
        if plain.contains(", ") || plain.contains("; ") || plain.ends_with('.') {
            wrong.push(format!("{file}: narrow punctuation: {zh}"));
        }
        if en.contains(|c: char| "，；：。？！（）".contains(c)) {
            wrong.push(format!("{file}: wide punctuation: {en}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is wrong with the Chinese of one half of a finding.
fn complaint(half: &Text) -> Option<&'static str> {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    // An author's own words, which a finding repeats, may be Chinese in both.
    if !half.zh.contains(is_chinese) {
        Some("no Chinese")
    } else if half.zh == half.en {
        Some("the same in both languages")
    } else if named(&half.zh) != named(&half.en) {
        Some("other names in backticks")
    } else if half.zh.contains("这里能用的内容（") {
        Some("English behind a word of Chinese")
    } else {
        None
    }
}

/// Both halves of each finding are said in both languages.
pub(crate) fn said_in_both(findings: &[Finding]) {
    for finding in findings {
        for half in [&finding.found, &finding.expected] {
            assert_eq!(complaint(half), None, "{}: {half:#?}", finding.code);
        }
    }
}

#[test]
fn a_finding_in_one_language_is_complained_of() {
    let half = |zh: &str, en: &str| complaint(&Text::new(zh, en));
    assert_eq!(half("找不到节拍 `gret`", "the unknown beat `gret`"), None);
    assert_eq!(half("把 `a` 换成 `b`", "`b` in the place of `a`"), None);
    assert!(half("`gret`", "`gret`").is_some());
    assert!(half("节拍", "节拍").is_some());
    assert!(half("找不到节拍 gret", "the unknown beat `gret`").is_some());
    assert!(half("这里能用的内容（a boolean）", "a boolean").is_some());
}

/// Stories, each with something wrong in it.
const STORIES: &[&str] = &[
    "",
    ":: StoryTitle\nOnly a title\n",
    "Before\n:: Start [tag\n:: Second] name\n:: Third [a] words\n::\n:: Fifth \\\n[[no end\n<!-- no end\n",
    ":: Start\n[[Go->Kitchn]]\n[[ -> ]]\n:: Kitchen\nx\n:: Kitchen\ny\n",
    ":: A\n[[B]]\n[[C]]\n:: B\n[[A]]\n:: C\n[[A]]\n",
    ":: A\n[[B]]\n[[End]]\n:: B\n[[C]]\n:: C\n[[B]]\n:: End\nx\n",
    ":: A\n(if: $x is 1)[[[B]]]\n:: B\nx\n",
    ":: Start\n(live: 2s)[a]\n(set: $n to \"Xu\")\n(link-goto: \"a\", \"End\")(unless: $x)[b]\n\
     (either: 1, 2)(cond: $x, 1, 2)(print: $x)\n(if: (history:) contains 1)[c]\n<% x %>\n\
     [[Go->End][$x to \"a\"]]\n(if: $x is 1)[never closed [[a->End]]\n:: End\nOver\n",
    ":: Start\n(if: $x is 1) no hook\n(else:)[no if]\n(set: $x to 1\n",
    ":: StoryData\n{\"ifid\":\"x\",\"format\":\"SugarCube\"}\n:: Start\n<<if $x>>a\n:: B\n<</if>>\n\
     :: C\n<<set $x\n:: D\n<<audio \"a\">>[img[a.png]]<<set $x to \"a\">>/* no end\n",
    ":: StoryData\n{\"ifid\":\"x\",\"format\":\"Chapbook\"}\n:: Start\n{embed}\n",
    // The rest is good enough to be taken, with notes.
    "Preface\n:: Start {\"position\":\"here\"}\nXu: Well?\n[[Go->End]] or [[the site->https://example.org]]\n\
     (set: $unread to 1)\n:: End {no json}\nOver.\n:: Attic\nNobody comes here.\n:: Looks [stylesheet]\nx\n",
    ":: StoryData\nno json\n:: First\nx\n",
    ":: StoryData\n[1]\n:: First\nx\n",
    ":: StoryData\n{\"format\":\"Harlowe\"}\n:: Begin\nx\n",
];

fn of_stories() -> Vec<Finding> {
    let deep = format!(":: A\n{}", "(if: $x is 1)[".repeat(80));
    let many = format!(":: A\n{}", "(live: 1s)[x]\n".repeat(300));
    let links: String = (0..101).map(|n| format!("[[a{n}->B]]\n")).collect();
    let links = format!(":: A\n{links}:: B\nx\n");
    let all = STORIES.iter().copied().chain([&*deep, &*many, &*links]);
    let told = all.flat_map(|text| match twee::import(&SourceFile::new("a.twee", text), "a") {
        Ok(imported) => imported.notes,
        Err(findings) => findings,
    });
    told.collect()
}

/// What only whole folders show.
fn of_folders() -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    };
    let mut told = Vec::new();
    write("locales/zh-Hans/ui.ftl", "a = 甲\nb = 乙\na = 丙\n");
    write("locales/en/ui.ftl", "a = A\nno message\n");
    told.extend(locale::check(&folder.path().join("locales")));
    write("locales/zh-Hans/ui.ftl", "a = 甲\nb = 乙\n");
    write("locales/en/ui.ftl", "a = A\nc = C\n");
    told.extend(locale::check(&folder.path().join("locales")));
    told.extend(locale::check(&folder.path().join("nowhere")));
    let standard = r#"(id: "a", statement: (en: "one"), criterion: (zh: "三", en: " 3"), sources: [("", ""), ("a.txt", "乙")],
        severity: Minor, dimension: Both, treatment: RecogniseAndRefuse, toggle: (key: "gender", off: ["of"]),
        measures: [(unit: Rings, from: Source, keys: ["no"]), (at_most: 1, exactly: 2, unit: Rings, from: Source),
            (at_least: 2, at_most: 1, unit: Rings, from: Source), (at_most: 1, unit: Clock, from: Source),
            (at_most: 1, unit: Rings, from: Source, tolerance: -1, tolerance_from: Source),
            (at_most: 1, unit: Rings, from: Source, tolerance: 1),
            (at_most: 1, unit: Rings, from: Source, keys: ["ring_limit", "gift_limit"])])"#;
    write(
        "standards/d.ron",
        &format!(r#"(id: "e", title: (zh: "甲", en: ""), standards: [{standard}, {standard}])"#),
    );
    let titles = r#"(file: "a.txt", title: ""), (file: "a.txt", title: "甲")"#;
    write(
        "standards/documents.ron",
        &format!(r#"(documents: [{titles}], headings: ["", "丙", "丙"])"#),
    );
    told.extend(Catalogue::load(&folder.path().join("standards")).1);
    told.extend(Catalogue::load(Path::new("no/such/folder")).1);
    write("stages/hall.svg", r#"<svg><g id="thing-cup"/></svg>"#);
    let thing = r#"(put: (zh: "在", en: "There"), clear: (zh: "没了", en: "Gone"))"#;
    write("stages/hall.ron", &format!(r#"(things: {{"paper": {thing}}}, spots: {{}})"#));
    told.extend(places(&folder.path().join("stages")).1);
    for text in [
        r#"(id: "p", title: " ", base: "p", keys: {})"#,
        r#"(id: "q", title: "a", base: "nobody", keys: {"gendre": "off"})"#,
        r#"(id: "p", title: "a", keys: {"gender": 1, "tea_order": "list", "post_time": "25:00", "gift_limit": -1})"#,
        r#"(id: "p", title: "a", keys: {"ring_limit": 3, "ring_limit": 4})"#,
        r#"(id: "p", title: "a", keys: {"ring_limit": true})"#,
        r#"(id: "p", title: "a")"#,
    ] {
        told.extend(Profile::load(&write("p.ron", text)).unwrap_err());
    }
    told.extend(files(Path::new("no/such/folder")).err());
    told.extend(SourceFile::read(folder.path()).err());
    told.extend(SourceFile::read(Path::new("no/such/file")).err());
    told.extend(SourceFile::from_bytes("a", b"(a: \"\xff\")".to_vec()).err());
    told.extend(SourceFile::from_bytes("a", b"(\0\xd6\xd0)".to_vec()).err());
    told.extend(
        SourceFile::from_bytes("a", "(\"甲\")".encode_utf16().flat_map(u16::to_le_bytes).collect())
            .err(),
    );
    told.extend(
        SourceFile::from_bytes("a", encoding_rs::GBK.encode("中文文字").0.into_owned()).err(),
    );
    told
}

/// What no file shows that a test can write on every machine, and the lints, each of
/// which has a file of its own.
const ELSEWHERE: [&str; 3] = ["no-permission", "not-a-file", "too-large"];

#[test]
fn every_finding_is_said_in_both_languages() {
    let mut told = checker::provoked();
    told.extend(bad_input::provoked());
    told.extend(explain::provoked());
    told.extend(of_stories());
    told.extend(of_folders());
    said_in_both(&told);
    let seen: BTreeSet<&str> = told.iter().map(|finding| finding.code).collect();
    let unseen: Vec<String> = codes_of_the_sources()
        .into_keys()
        .filter(|code| !seen.contains(code.as_str()) && !ELSEWHERE.contains(&code.as_str()))
        .filter(|code| !explain::LINTS.contains(&code.as_str()))
        .collect();
    assert_eq!(unseen, Vec::<String>::new(), "nothing here provokes these");
}
