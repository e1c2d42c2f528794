//! Interface text in both languages: Fluent files under `assets/locales`, shared by every shell.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};

use crate::say;
use crate::scenario::TimerLook;
use crate::source::{Finding, SourceFile, Text};
use crate::standard::Lang;

/// A value put into a message: text or a number, by `into()`.
pub use fluent_bundle::FluentValue as Arg;

/// The interface text of one language.
pub struct Locale {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

/// Why a language could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocaleError {
    #[error("cannot read the interface text {}: {why}; reinstall Liyi or point it at its assets", path.display())]
    Unreadable { path: PathBuf, why: String },
    #[error("{}:{line}:{column}: not valid Fluent: {why}", path.display())]
    Broken { path: PathBuf, line: usize, column: usize, why: String },
    #[error("{}:{line}:1: `{key}` stands there twice; remove one of them", path.display())]
    Twice { path: PathBuf, line: usize, key: String },
}

impl Locale {
    /// Loads every `.ftl` file of `DIR/TAG`, where `dir` is the folder that
    /// holds the languages' folders.
    ///
    /// # Errors
    ///
    /// The folder or a file is missing, is not valid Fluent, or names a message twice.
    pub fn load(dir: &Path, lang: Lang) -> Result<Locale, LocaleError> {
        let (locale, faults) = Locale::load_what_can_be(dir, lang)?;
        faults.into_iter().next().map_or(Ok(locale), Err)
    }

    /// The same, but what is wrong in a file only costs the messages it is wrong
    /// in, and is told.
    ///
    /// # Errors
    ///
    /// The folder is missing, or there is no `.ftl` file in it.
    pub fn load_what_can_be(
        dir: &Path,
        lang: Lang,
    ) -> Result<(Locale, Vec<LocaleError>), LocaleError> {
        let folder = dir.join(lang.tag());
        let unreadable = |path: &Path, why: &dyn fmt::Display| LocaleError::Unreadable {
            path: path.to_owned(),
            why: why.to_string(),
        };
        let entries = std::fs::read_dir(&folder).map_err(|e| unreadable(&folder, &e))?;
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|e| e == "ftl"))
            .collect();
        files.sort();
        if files.is_empty() {
            return Err(unreadable(&folder, &"there is no .ftl file in it"));
        }
        let (mut locale, mut faults) = (Locale::empty(lang), Vec::new());
        for path in files {
            let added = std::fs::read_to_string(&path)
                .map_err(|e| unreadable(&path, &e))
                .and_then(|source| locale.add(&path, source));
            faults.extend(added.err());
        }
        Ok((locale, faults))
    }

    /// Reads a language's text from a string; `path` is only named in errors.
    ///
    /// # Errors
    ///
    /// The text is not valid Fluent, or names a message twice.
    pub fn parse(path: &Path, lang: Lang, source: String) -> Result<Locale, LocaleError> {
        let mut locale = Locale::empty(lang);
        locale.add(path, source)?;
        Ok(locale)
    }

    fn empty(lang: Lang) -> Locale {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
        // No language here runs from right to left; the marks would show as boxes.
        bundle.set_use_isolating(false);
        Locale { lang, bundle, keys: BTreeSet::new() }
    }

    fn add(&mut self, path: &Path, source: String) -> Result<(), LocaleError> {
        self.keys.extend(message_keys(&source));
        let broken = |source: &str, errors: Vec<String>, start: usize| {
            let (line, column) = SourceFile::new("", source).place(start);
            let why = errors.into_iter().next().unwrap_or_default();
            LocaleError::Broken { path: path.to_owned(), line, column, why }
        };
        let (resource, fault) = match FluentResource::try_new(source.clone()) {
            Ok(resource) => (resource, None),
            Err((rest, errors)) => {
                let start = errors.first().map_or(0, |e| e.pos.start);
                let why = errors.iter().map(ToString::to_string).collect();
                (rest, Some(broken(&source, why, start)))
            }
        };
        let added =
            self.bundle.add_resource(resource).map_err(|errors| match errors.into_iter().next() {
                Some(FluentError::Overriding { id: key, .. }) => {
                    let opens =
                        |line: &str| line.split('=').next().map(str::trim_end) == Some(&key);
                    let line = source.lines().zip(1..).filter(|(line, _)| opens(line)).last();
                    let line = line.map_or(0, |(_, number)| number);
                    LocaleError::Twice { path: path.to_owned(), line, key }
                }
                other => broken(&source, other.iter().map(ToString::to_string).collect(), 0),
            });
        fault.map_or(added, Err)
    }

    /// Which language this is.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Every message's key.
    pub fn keys(&self) -> &BTreeSet<String> {
        &self.keys
    }

    /// The message with this key; the key itself where there is none, so that
    /// a hole is seen and not silently empty.
    pub fn tr(&self, key: &str) -> String {
        self.tr_args(key, &[])
    }

    /// The message with this key, its `{ $name }` places filled.
    pub fn tr_args(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }
}

/// How a track of a question stands, in words: a telephone, which `rings`, by how
/// often it has rung; anybody else by whether they wait. What silenced a telephone
/// may have been no hello, so no more is said than that it has stopped; of one that
/// is about to ring, nothing is.
pub fn track_state(locale: &Locale, rings: bool, rung: u32, answered: bool) -> String {
    match (rings, answered, rung) {
        (true, true, _) => locale.tr("play-quiet-now"),
        (true, false, 0) => String::new(),
        (true, false, rung) => locale.tr_args("play-ring", &[("count", rung.into())]),
        (false, true, _) => locale.tr("play-answered"),
        (false, false, _) => locale.tr("play-waiting"),
    }
}

/// The message that names what a timer is; none for a silence: that saying
/// nothing is an answer is for the trainee to find out.
pub fn timer_look(look: TimerLook) -> Option<&'static str> {
    match look {
        TimerLook::Phone => Some("play-look-phone"),
        TimerLook::Hand => Some("play-look-hand"),
        TimerLook::Card => Some("play-look-card"),
        TimerLook::Reading => Some("play-look-reading"),
        TimerLook::Silence => None,
    }
}

/// What is wrong in the interface text: files that cannot be used, and
/// messages that only one language has.
pub fn check(dir: &Path) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut keys = Vec::new();
    for lang in Lang::ALL {
        match Locale::load(dir, lang) {
            Ok(locale) => keys.push((lang, locale.keys)),
            Err(error) => findings.push(fault(error)),
        }
    }
    if let [(zh, in_zh), (en, in_en)] = keys.as_slice() {
        for (lang, missing) in [(en, in_zh.difference(in_en)), (zh, in_en.difference(in_zh))] {
            let folder = dir.join(lang.tag());
            findings.extend(missing.map(|key| {
                let found = say!("缺少 `{key}` 这条文字", "the message `{key}` is missing");
                let expected = say!("每条文字两种语言都有", "every message in both languages");
                finding(&folder, (0, 0), found, expected)
            }));
        }
    }
    findings
}

/// The finding that says the same as an error.
fn fault(error: LocaleError) -> Finding {
    let expected = || say!("合乎 Fluent 写法的文字", "valid Fluent text");
    match error {
        LocaleError::Unreadable { path, why } => {
            let found = say!("文件读不出来：{why}", "a file that cannot be read: {why}");
            finding(&path, (0, 0), found, expected())
        }
        LocaleError::Broken { path, line, column, why } => {
            let found = say!("文字读不懂：{why}", "text that cannot be read: {why}");
            finding(&path, (line, column), found, expected())
        }
        LocaleError::Twice { path, line, key } => {
            let found = say!("`{key}` 写了第二遍", "`{key}` a second time");
            let expected =
                say!("每条文字在每种语言里只写一次", "every message once in each language");
            finding(&path, (line, 1), found, expected)
        }
    }
}

fn finding(path: &Path, place: (usize, usize), found: Text, expected: Text) -> Finding {
    Finding::new(&path.display().to_string(), place, "locale", found, expected)
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("lang", &self.lang).field("keys", &self.keys.len()).finish()
    }
}

/// The keys of the messages in a Fluent text: a message opens at the start of a line.
fn message_keys(source: &str) -> BTreeSet<String> {
    source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim_end().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn shipped(lang: Lang) -> Locale {
        Locale::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales"), lang).unwrap()
    }

    fn parse(source: &str) -> Result<Locale, LocaleError> {
        Locale::parse(Path::new("ui.ftl"), Lang::En, source.to_owned())
    }

    #[test]
    fn both_languages_have_the_same_messages() {
        let (zh, en) = (shipped(Lang::Zh), shipped(Lang::En));
        let only_zh: Vec<_> = zh.keys().difference(en.keys()).collect();
        let only_en: Vec<_> = en.keys().difference(zh.keys()).collect();
        assert!(
            only_zh.is_empty() && only_en.is_empty(),
            "zh only {only_zh:?}, en only {only_en:?}"
        );
        assert!(!zh.keys().is_empty());
    }

    #[test]
    fn both_languages_take_the_same_arguments() {
        let read = |lang: Lang| {
            let folder =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(lang.tag());
            let files = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
            let source: String =
                files.map(|path| fs::read_to_string(path).unwrap() + "\n").collect();
            let mut used: BTreeSet<(String, String)> = BTreeSet::new();
            let mut key = String::new();
            for line in source.lines() {
                if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    key = line.split('=').next().unwrap_or_default().trim().to_owned();
                }
                for piece in line.split('$').skip(1) {
                    let name: String = piece
                        .chars()
                        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                        .collect();
                    used.insert((key.clone(), name));
                }
            }
            used
        };
        assert_eq!(read(Lang::Zh), read(Lang::En));
    }

    /// Every `.rs` file of the program.
    fn sources() -> Vec<(PathBuf, String)> {
        let mut sources = Vec::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|e| e == "rs") {
                    let source = fs::read_to_string(&path).unwrap();
                    sources.push((path, source));
                }
            }
        }
        sources
    }

    /// Every key that code names in a call of `tr("…")` or `tr_args("…"` exists.
    /// A longer name that ends so, like `write_str(`, is no such call.
    #[test]
    fn every_key_named_in_code_exists() {
        let locale = shipped(Lang::Zh);
        let mut missing = BTreeSet::new();
        let mut named = 0;
        for (path, source) in sources().iter().filter(|(path, _)| !path.ends_with("locale.rs")) {
            for opening in ["tr(", "tr_args("] {
                for (at, _) in source.match_indices(opening) {
                    let before = source[..at].chars().next_back();
                    if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                        continue;
                    }
                    let rest = source[at + opening.len()..].trim_start();
                    let Some(rest) = rest.strip_prefix('"') else { continue };
                    let key = rest.split('"').next().unwrap_or_default();
                    named += 1;
                    if !locale.keys().contains(key) {
                        missing.insert(format!("{key} ({})", path.display()));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
        assert!(named > 0, "no key was found in the code: has `tr` been renamed?");
    }

    /// Keys that stand in tables, away from any call, exist too, or begin keys
    /// that do: the rest is put together from a value's word.
    #[test]
    fn every_key_in_a_table_exists() {
        let locale = shipped(Lang::Zh);
        let families: BTreeSet<&str> = ["terminal-", "play-", "pause-", "title-", "settings-"]
            .into_iter()
            .chain(["briefing-", "debrief-", "band-", "verdict-", "gap-", "service-"])
            .chain(["author-", "graph-", "coverage-"])
            .collect();
        let stages = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/stages");
        let mut missing = BTreeSet::new();
        for (path, source) in sources().iter().filter(|(path, _)| !path.ends_with("locale.rs")) {
            for literal in source.split('"').skip(1).step_by(2) {
                let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                let is_key = families.iter().any(|f| literal.starts_with(f) && literal != *f)
                    && literal.chars().all(plain);
                let begins = |key: &String| {
                    key.strip_prefix(literal).is_some_and(|rest| rest.starts_with('-'))
                };
                let exists = locale.keys().contains(literal) || locale.keys().iter().any(begins);
                let is_place = stages.join(format!("{literal}.svg")).exists();
                if is_key && !exists && !is_place {
                    missing.insert(format!("{literal} ({})", path.display()));
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn a_missing_key_shows_itself_and_arguments_are_filled_without_marks() {
        let locale = parse("hello = Hello { $name }, ring { $n }.\n").unwrap();
        assert_eq!(locale.tr("nowhere"), "nowhere");
        let said = locale.tr_args("hello", &[("name", "Cen".into()), ("n", 4.into())]);
        assert_eq!(said, "Hello Cen, ring 4.");
    }

    #[test]
    fn a_broken_file_is_named_with_its_line_and_a_doubled_key_by_name() {
        let broken = parse("a = fine\nb = { $oops\n").unwrap_err();
        assert!(matches!(broken, LocaleError::Broken { line: 2 | 3, .. }), "{broken}");
        let twice = parse("a = one\na = two\n").unwrap_err();
        let second = LocaleError::Twice { path: "ui.ftl".into(), line: 2, key: "a".into() };
        assert_eq!(twice, second);
        let gone = Locale::load(Path::new("no-such-folder"), Lang::Zh).unwrap_err();
        assert!(gone.to_string().contains("no-such-folder"), "{gone}");
    }
}
