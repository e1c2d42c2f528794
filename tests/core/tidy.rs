//! What keeps the house in order: imports along the arrows, short files, and a glyph for every character.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::shipped::repository;
use crate::tongues::said_by_the_sources;

/// The most lines of a Rust file.
const LONGEST: usize = 600;

/// Every file below a folder that ends so, with its text.
pub(crate) fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![repository(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|e| path.extension().is_some_and(|found| found == *e)) {
                files.push((name(&path), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!files.is_empty(), "no file was found in {folder}");
    files.sort();
    files
}

/// A file's path from the repository's root, with forward slashes.
fn name(path: &Path) -> String {
    let inside = path.strip_prefix(repository("")).unwrap();
    inside.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Every Rust file of the program, with its text.
pub(crate) fn rust_sources() -> Vec<(String, String)> {
    files("src", &["rs"])
}

fn rust() -> Vec<(String, String)> {
    let mut all = files("src", &["rs"]);
    all.extend(files("tests", &["rs"]));
    all
}

fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// How far down the line of arrows a module stands; it may import from its own
/// level and from those before it.
fn level(module: &str) -> Option<usize> {
    const LEVELS: [&[&str]; 8] = [
        &["source"],
        &["standard"],
        &["scenario"],
        &["session"],
        &["score"],
        &["record", "author", "library", "locale", "settings", "files"],
        &["terminal", "game"],
        &["cli", "main", "lib"],
    ];
    LEVELS.iter().position(|names| names.contains(&module))
}

/// The top modules that a file imports from this crate.
fn imports(text: &str) -> BTreeSet<String> {
    let word = |rest: &str| -> String {
        rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut found = BTreeSet::new();
    for root in ["crate::", "liyi::"] {
        for (at, _) in text.match_indices(root) {
            if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &text[at + root.len()..];
            match rest.strip_prefix('{') {
                Some(group) => {
                    let group = group.split('}').next().unwrap_or_default();
                    found.extend(group.split(',').map(|name| word(name.trim())));
                }
                None => {
                    found.insert(word(rest));
                }
            }
        }
    }
    found
}

#[test]
fn imports_follow_the_arrows() {
    let mut complaints = Vec::new();
    for (file, text) in files("src", &["rs"]) {
        let module = file.trim_start_matches("src/").split(['/', '.']).next().unwrap();
        let own = level(module);
        let Some(own) = own else {
            complaints.push(format!("{file}: the module `{module}` has no place in the line"));
            continue;
        };
        for import in imports(&text) {
            let Some(other) = level(&import) else { continue };
            let beside = other == own && import != module && (own < 5 || own == 6);
            if other > own || beside {
                complaints.push(format!("{file}: `{module}` may not import `{import}`"));
            }
        }
    }
    none(complaints);
}

#[test]
fn the_reader_of_imports_sees_groups_and_paths() {
    let text = "use crate::{scenario::Beat, session};\nlet x = crate::score::card(); mycrate::game";
    let found: Vec<String> = imports(text).into_iter().collect();
    assert_eq!(found, ["scenario", "score", "session"]);
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut complaints = Vec::new();
    for (file, text) in rust() {
        let lines = text.lines().count();
        if lines > LONGEST {
            complaints.push(format!("{file}: {lines} lines, at most {LONGEST}"));
        }
        if !text.starts_with("//! ") {
            complaints.push(format!("{file}: does not open with a sentence on what it is"));
        }
    }
    none(complaints);
}

#[test]
fn nothing_is_left_unfinished() {
    // Put together here, so that this file does not find itself.
    let marks = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["db", "g!("].concat(),
        ["to", "do!("].concat(),
        ["unimple", "mented!("].concat(),
    ];
    let mut texts = rust();
    texts.extend(files("scenarios", &["ron", "md"]));
    texts.extend(files("assets", &["ron", "ftl", "md"]));
    texts.extend(files("scripts", &["py", "sh"]));
    let mut complaints = Vec::new();
    for (file, text) in texts {
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                complaints.push(format!("{file}:{}: {line}", number + 1));
            }
        }
    }
    none(complaints);
}

#[test]
fn no_path_of_one_machine_is_written_anywhere() {
    let folders =
        [["/wo", "rk/"], ["/ro", "ot/"], ["/ho", "me/"], ["C:", "\\"]].map(|p| p.concat());
    let mut texts = rust();
    texts.extend(files("scenarios", &["ron", "md"]));
    texts.extend(files("assets", &["ron", "ftl", "md", "svg"]));
    texts.extend(files("scripts", &["py", "sh"]));
    let mut complaints = Vec::new();
    for (file, text) in texts {
        for (number, line) in text.lines().enumerate() {
            if let Some(folder) = folders.iter().find(|f| line.contains(f.as_str())) {
                complaints.push(format!("{file}:{}: {folder}", number + 1));
            }
        }
    }
    none(complaints);
}

// Glyphs.

/// Everything a shell may show: authored text and interface text, without the
/// authors' own remarks.
fn shown() -> BTreeMap<char, String> {
    let mut chars = BTreeMap::new();
    let mut texts = files("scenarios", &["ron"]);
    texts.extend(files("src/author/new", &["ron"]));
    texts.extend(files("assets/standards", &["ron"]));
    texts.extend(files("assets/locales", &["ftl", "md"]));
    for (file, text) in texts {
        for (number, line) in text.lines().enumerate() {
            let remark = if file.ends_with(".ftl") { "#" } else { "//" };
            if line.trim_start().starts_with(remark) {
                continue;
            }
            for c in line.chars().filter(|c| !c.is_control()) {
                chars.entry(c).or_insert_with(|| format!("{file}:{}", number + 1));
            }
        }
    }
    // Windows show what is wrong in a file.
    for (file, words) in said_by_the_sources() {
        for c in words.zh.chars().filter(|c| !c.is_control()) {
            chars.entry(c).or_insert_with(|| file.clone());
        }
    }
    chars
}

/// Numbers in a font file, most significant byte first.
pub(crate) struct Bytes(Vec<u8>);

impl Bytes {
    fn u16(&self, at: usize) -> usize {
        usize::from(u16::from_be_bytes([self.0[at], self.0[at + 1]]))
    }

    fn u32(&self, at: usize) -> usize {
        self.u16(at) * 65_536 + self.u16(at + 2)
    }

    /// Where a table of the font starts.
    fn table(&self, tag: &[u8; 4]) -> usize {
        let records = (0..self.u16(4)).map(|n| 12 + 16 * n);
        let record = records.into_iter().find(|at| self.0[*at..at + 4] == *tag);
        self.u32(record.unwrap() + 8)
    }

    /// Whether the font maps a character, by its `cmap` of format 12 (or 4,
    /// for fonts without one). A mapping to glyph 0 is none.
    fn maps(&self, c: char) -> bool {
        let code = u32::from(c) as usize;
        let cmap = self.table(b"cmap");
        let subtables = (0..self.u16(cmap + 2)).map(|n| cmap + self.u32(cmap + 4 + 8 * n + 4));
        subtables.into_iter().any(|at| match self.u16(at) {
            12 => (0..self.u32(at + 12)).map(|n| at + 16 + 12 * n).any(|group| {
                let (first, last) = (self.u32(group), self.u32(group + 4));
                (first..=last).contains(&code) && self.u32(group + 8) + code - first > 0
            }),
            4 => {
                let twice = self.u16(at + 6);
                (0..twice / 2).any(|n| {
                    let last = self.u16(at + 14 + 2 * n);
                    let first = self.u16(at + 16 + twice + 2 * n);
                    last != 0xffff && (first..=last).contains(&code)
                })
            }
            _ => false,
        })
    }
}

pub(crate) fn fonts() -> Vec<(String, Bytes)> {
    let folder = repository("assets/fonts");
    let paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    let fonts = paths.iter().filter(|p| p.extension().is_some_and(|e| e == "otf"));
    fonts.map(|path| (name(path), Bytes(fs::read(path).unwrap()))).collect()
}

#[test]
fn both_fonts_have_every_character_that_is_shown() {
    let fonts = fonts();
    assert_eq!(fonts.len(), 2, "a regular and a bold cut");
    let shown = shown();
    assert!(shown.len() > 500, "only {} characters were found", shown.len());
    let mut complaints = Vec::new();
    for (font, bytes) in &fonts {
        assert!(bytes.maps('将') && !bytes.maps('\u{10ffff}'), "{font} is misread");
        for (c, place) in shown.iter().filter(|(c, _)| !bytes.maps(**c)) {
            complaints
                .push(format!("{font} has no {c} (U+{:04X}), first in {place}", u32::from(*c)));
        }
    }
    none(complaints);
}
