//! A house profile as an author writes it: one RON file in `scenarios/profiles`.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use super::keys::{self, Kind};
use super::load::{Places, Reading, one_of, own_name, ron_files};
use super::{GenderKey, Lang, Profile, TeaOrder, Text};
use crate::say;
use crate::source::{Finding, Path as Way, SourceFile, nearest};

/// A house's answers to everything that is contested.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    /// The profile's id, equal to the file's name without its ending.
    id: String,
    /// Its name, as players read it.
    title: Text,
    /// The profile beside it whose keys hold where this one is silent.
    #[serde(default)]
    base: Option<String>,
    /// What differs from the base; without a base, every key.
    #[serde(default)]
    keys: BTreeMap<String, Value>,
}

/// A key's value: a word or a whole number.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Word(String),
    Number(i64),
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        struct ValueVisitor;
        impl Visitor<'_> for ValueVisitor {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word in quotes or a whole number")
            }
            fn visit_str<E: de::Error>(self, word: &str) -> Result<Value, E> {
                Ok(Value::Word(word.to_owned()))
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Number(number))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
                i64::try_from(number).map(Value::Number).map_err(|_| E::custom("number too large"))
            }
        }
        deserializer.deserialize_any(ValueVisitor)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Word(word) => write!(f, "`{word}`"),
            Value::Number(number) => write!(f, "{number}"),
        }
    }
}

impl Profile {
    /// Reads a profile and the profiles it is based on, which stand beside it.
    ///
    /// # Errors
    /// Everything that is wrong in any of these files, in order of place.
    pub fn load(path: &Path) -> Result<Profile, Vec<Finding>> {
        Profile::load_own(path, &[])
    }

    /// Reads a company's own profile, which may stand anywhere: its base is
    /// looked for beside it and then in these folders.
    ///
    /// # Errors
    /// Everything that is wrong in any of these files, in order of place.
    pub fn load_own(path: &Path, houses: &[&Path]) -> Result<Profile, Vec<Finding>> {
        Profile::load_with(path, houses, None)
    }

    /// The same with one file's text as it is about to be written: its name is
    /// the file's path.
    ///
    /// # Errors
    /// Everything that is wrong in any of these files, in order of place.
    pub fn load_with(
        path: &Path,
        houses: &[&Path],
        instead: Option<&SourceFile>,
    ) -> Result<Profile, Vec<Finding>> {
        let mut chain = Chain { houses, instead, values: BTreeMap::new(), findings: Vec::new() };
        let own = chain.read(path);
        let Chain { values, mut findings, .. } = chain;
        let file = path.display().to_string();
        let whole =
            |code, found: Text, expected: Text| Finding::new(&file, (0, 0), code, found, expected);
        if findings.is_empty() {
            for (key, _) in keys::KEYS.iter().filter(|(key, _)| !values.contains_key(*key)) {
                let found = say!("`{key}` 没有值", "no value for `{key}`");
                let expected = say!(
                    "写齐每个键，或者写一个键齐全的 `base`",
                    "every key, or a `base` that has them"
                );
                findings.push(whole("missing-key", found, expected));
            }
            for (low, high) in keys::BANDS {
                if let (Some(Value::Number(l)), Some(Value::Number(h))) =
                    (values.get(*low), values.get(*high))
                    && l > h
                {
                    let found = say!(
                        "`{low}` 是 {l}，`{high}` 是 {h}",
                        "`{low}` is {l} and `{high}` is {h}"
                    );
                    let expected =
                        say!("`{low}` 不高于 `{high}`", "`{low}` no higher than `{high}`");
                    findings.push(whole("wrong-value", found, expected));
                }
            }
        }
        findings.sort();
        match own {
            Some((id, title)) if findings.is_empty() => Ok(settled(id, title, values)),
            _ => Err(findings),
        }
    }

    /// Reads every `.ron` file of a folder: the profiles without a fault, in
    /// order of name, and everything that is wrong, in order of place.
    pub fn load_all(dir: &Path) -> (Vec<Profile>, Vec<Finding>) {
        let files = match ron_files(dir) {
            Ok(files) => files,
            Err(finding) => return (Vec::new(), vec![finding]),
        };
        let (mut profiles, mut findings) = (Vec::new(), Vec::new());
        for path in files {
            match Profile::load(&path) {
                Ok(profile) => profiles.push(profile),
                Err(more) => findings.extend(more),
            }
        }
        findings.sort();
        findings.dedup();
        (profiles, findings)
    }
}

/// A profile and its bases while they are read; nearer files' values stay.
struct Chain<'a> {
    houses: &'a [&'a Path],
    instead: Option<&'a SourceFile>,
    values: BTreeMap<String, Value>,
    findings: Vec<Finding>,
}

impl Chain<'_> {
    /// Reads a file and its bases; gives the first file's id and title.
    fn read(&mut self, path: &Path) -> Option<(String, Text)> {
        let mut own = None;
        let mut read = Vec::new();
        let mut next = Some(path.to_owned());
        while let Some(path) = next.take() {
            let mut reading: Reading<ProfileFile> = match Reading::of_either(&path, self.instead) {
                Ok(reading) => reading,
                Err(finding) => {
                    self.findings.push(finding);
                    break;
                }
            };
            self.findings.extend(reading.take_findings());
            let Some(file) = reading.take_value() else { break };
            let places = reading.places();
            self.names(&path, &file, &places);
            for (key, value) in file.keys {
                self.findings.extend(wrong(&places, &key, &value));
                self.values.entry(key).or_insert(value);
            }
            read.push(file.id.clone());
            if let Some(base) = file.base {
                let way = Way::root().name("base");
                let found = self
                    .folders(&path)
                    .map(|folder| folder.join(format!("{base}.ron")))
                    .find(|file| is_name(&base) && file.is_file());
                if read.contains(&base) {
                    let found = say!("`{base}` 又以自己为基础", "`{base}` is based on itself");
                    let expected = say!("换一个基础，或者不要基础", "another base, or none");
                    self.findings.push(places.key(&way, "base-circle", found, expected));
                } else if found.is_none() {
                    let names = self.bases(&path);
                    let found = say!(
                        "这个文件旁边和自带的设定里都没有 `{base}`",
                        "no profile `{base}` beside this file or in the house's"
                    );
                    let finding = places.key(&way, "unknown-base", found, one_of(&names));
                    let meant = nearest(&base, names.iter().map(String::as_str));
                    self.findings.push(finding.with_nearest(meant));
                } else {
                    next = found;
                }
            }
            own.get_or_insert((file.id, file.title));
        }
        own
    }

    /// A profile is called what its file is called, and has a title.
    fn names(&mut self, path: &Path, file: &ProfileFile, places: &Places<'_, ProfileFile>) {
        let root = Way::root();
        let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
        if stem.as_deref() != Some(&file.id) {
            let id = &file.id;
            let found = say!("企业设定的 id 是 `{id}`", "the profile is called `{id}`");
            self.findings.push(places.key(&root.name("id"), "file-name", found, own_name()));
        }
        if Lang::ALL.into_iter().any(|lang| file.title.get(lang).trim().is_empty()) {
            let found = say!("名称是空的", "an empty title");
            let expected = say!("两种语言的名称", "a name in both languages");
            self.findings.push(places.key(&root.name("title"), "empty-text", found, expected));
        }
    }

    /// Where a file's base may stand, the file's own folder first.
    fn folders<'p>(&'p self, path: &'p Path) -> impl Iterator<Item = &'p Path> {
        let own = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::iter::once(own).chain(self.houses.iter().copied())
    }

    /// The names a file may be based on.
    fn bases(&self, path: &Path) -> Vec<String> {
        let files = self.folders(path).filter_map(|folder| ron_files(folder).ok()).flatten();
        let mut names: Vec<String> = files
            .filter(|file| *file != path)
            .filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned()))
            .collect();
        names.sort();
        names.dedup();
        names
    }
}

/// A base is named, not pathed: it cannot lead out of the folder.
fn is_name(base: &str) -> bool {
    !base.is_empty() && !base.contains(['/', '\\']) && base != ".."
}

/// What is wrong with a key and its value, if anything.
fn wrong(places: &Places<'_, ProfileFile>, key: &str, value: &Value) -> Option<Finding> {
    let keys_way = Way::root().name("keys");
    let at =
        |code, found: Text, expected: Text| places.key(&keys_way.name(key), code, found, expected);
    let Some(kind) = keys::kind(key) else {
        let names: Vec<&str> = keys::KEYS.iter().map(|(name, _)| *name).collect();
        let found = say!("没有 `{key}` 这个键", "the key `{key}`");
        let expected = say!("企业设定里有的键", "a key that profiles have");
        return Some(at("unknown-key", found, expected).with_nearest(nearest(key, names)));
    };
    let found = say!("`{key}` 是 {value}", "`{key}` is {value}");
    match (kind, value) {
        (Kind::Word(allowed), Value::Word(word)) if allowed.contains(&word.as_str()) => None,
        (Kind::Word(allowed), Value::Word(word)) => {
            let meant = nearest(word, allowed.iter().copied());
            Some(at("wrong-value", found, one_of(allowed)).with_nearest(meant))
        }
        (Kind::Word(allowed), Value::Number(_)) => Some(at("wrong-value", found, one_of(allowed))),
        (Kind::Clock, Value::Word(word)) if keys::is_clock(word) => None,
        (Kind::Clock, _) => {
            let expected = say!(
                "像 `08:28` 这样的钟点，或者 `site`",
                "a time of day such as `08:28`, or `site`"
            );
            Some(at("wrong-value", found, expected))
        }
        (Kind::Number(min, max), Value::Number(n)) if (min..=max).contains(n) => None,
        (Kind::Number(min, max), _) => {
            let expected = say!("{min} 到 {max} 的整数", "a whole number from {min} to {max}");
            Some(at("wrong-value", found, expected))
        }
    }
}

/// A profile from values that have all been checked.
fn settled(id: String, title: Text, values: BTreeMap<String, Value>) -> Profile {
    let mut profile = Profile {
        id,
        title,
        gender: GenderKey::Off,
        marital: false,
        tea_order: TeaOrder::Business,
        words: BTreeMap::new(),
        numbers: BTreeMap::new(),
    };
    for (key, value) in values {
        match value {
            Value::Number(number) => {
                profile.numbers.insert(key, number);
            }
            Value::Word(word) => match (key.as_str(), word.as_str()) {
                ("gender", "always") => profile.gender = GenderKey::Always,
                ("gender", "social") => profile.gender = GenderKey::Social,
                ("gender", _) => profile.gender = GenderKey::Off,
                ("marital", on) => profile.marital = on == "on",
                ("tea_order", "listed") => profile.tea_order = TeaOrder::Listed,
                ("tea_order", "guest-first") => profile.tea_order = TeaOrder::GuestFirst,
                ("tea_order", _) => profile.tea_order = TeaOrder::Business,
                _ => {
                    profile.words.insert(key, word);
                }
            },
        }
    }
    profile
}
