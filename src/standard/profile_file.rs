//! A house profile as an author writes it: one RON file in `scenarios/profiles`.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use super::keys::{self, Kind};
use super::load::{Reading, nearest, one_of, ron_files, whole};
use super::{GenderKey, Lang, Profile, TeaOrder, Text};
use crate::source::Finding;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    id: String,
    title: Text,
    /// The profile beside it whose keys hold where this one is silent.
    #[serde(default)]
    base: Option<String>,
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
        let mut findings = Vec::new();
        let mut values = BTreeMap::new();
        let own = chain(path, &mut values, &mut findings);
        let file = path.display().to_string();
        if findings.is_empty() {
            for (key, _) in keys::KEYS.iter().filter(|(key, _)| !values.contains_key(*key)) {
                let found = format!("no value for `{key}`");
                let expected = "every key, or a `base` that has them";
                findings.push(whole(file.clone(), "missing-key", found, expected));
            }
            for (low, high) in keys::BANDS {
                if let (Some(Value::Number(l)), Some(Value::Number(h))) =
                    (values.get(*low), values.get(*high))
                    && l > h
                {
                    let found = format!("`{low}` is {l} and `{high}` is {h}");
                    let expected = format!("`{low}` no higher than `{high}`");
                    findings.push(whole(file.clone(), "wrong-value", found, &expected));
                }
            }
        }
        findings.sort();
        match own {
            Some((id, title)) if findings.is_empty() => Ok(settled(id, title, values)),
            _ => Err(findings),
        }
    }

    /// Reads every `.ron` file of a folder, in order of name.
    ///
    /// # Errors
    /// Everything that is wrong in any of them, in order of place.
    pub fn load_all(dir: &Path) -> Result<Vec<Profile>, Vec<Finding>> {
        let (mut profiles, mut findings) = (Vec::new(), Vec::new());
        for path in ron_files(dir)? {
            match Profile::load(&path) {
                Ok(profile) => profiles.push(profile),
                Err(more) => findings.extend(more),
            }
        }
        findings.sort();
        findings.dedup();
        if findings.is_empty() { Ok(profiles) } else { Err(findings) }
    }
}

/// Reads a file and its bases; nearer files' values stay. Returns the first file's id and title.
fn chain(
    path: &Path,
    values: &mut BTreeMap<String, Value>,
    findings: &mut Vec<Finding>,
) -> Option<(String, Text)> {
    let mut own = None;
    let mut read = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next.take() {
        let reading = match Reading::of(&path) {
            Ok(reading) => reading,
            Err(more) => {
                findings.extend(more);
                break;
            }
        };
        let file: ProfileFile = match reading.parse() {
            Ok(file) => file,
            Err(more) => {
                findings.extend(more);
                break;
            }
        };
        let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
        if stem.as_deref() != Some(&file.id) {
            let found = format!("the profile is called `{}`", file.id);
            let expected = "the file's own name without its ending";
            findings.push(reading.finding(reading.field("id", 0), "file-name", found, expected));
        }
        if file.title.get(Lang::Zh).trim().is_empty() || file.title.get(Lang::En).trim().is_empty()
        {
            let found = "an empty title".to_owned();
            let expected = "a name in both languages";
            findings.push(reading.finding(
                reading.field("title", 0),
                "empty-text",
                found,
                expected,
            ));
        }
        for (key, value) in file.keys {
            findings.extend(reading.second_key(&key).map(|place| {
                let found = format!("`{key}` for the second time");
                reading.finding(place, "duplicate-key", found, "each key once")
            }));
            findings.extend(wrong(&reading, &key, &value));
            values.entry(key).or_insert(value);
        }
        read.push(file.id.clone());
        if let Some(base) = file.base {
            let beside = path.with_file_name(format!("{base}.ron"));
            if read.contains(&base) {
                let found = format!("`{base}` is based on itself");
                let place = reading.field("base", 0);
                findings.push(reading.finding(
                    place,
                    "base-circle",
                    found,
                    "another base, or none",
                ));
            } else if !is_name(&base) || !beside.is_file() {
                findings.push(no_base(&reading, &path, &base));
            } else {
                next = Some(beside);
            }
        }
        own.get_or_insert((file.id, file.title));
    }
    own
}

/// A base is named, not pathed: it cannot lead out of the folder.
fn is_name(base: &str) -> bool {
    !base.is_empty() && !base.contains(['/', '\\']) && base != ".."
}

fn no_base(reading: &Reading, path: &Path, base: &str) -> Finding {
    let beside: Vec<String> = path
        .parent()
        .and_then(|folder| ron_files(folder).ok())
        .unwrap_or_default()
        .iter()
        .filter(|file| *file != path)
        .filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    let found = format!("there is no profile `{base}` beside this file");
    let place = reading.field("base", 0);
    let finding = reading.finding(place, "unknown-base", found, &one_of(&beside));
    Finding { nearest: nearest(base, &beside), ..finding }
}

/// What is wrong with a key and its value, if anything.
fn wrong(reading: &Reading, key: &str, value: &Value) -> Option<Finding> {
    let at = |code, found: String, expected: &str| {
        reading.finding(reading.key(key), code, found, expected)
    };
    let Some(kind) = keys::kind(key) else {
        let names: Vec<&str> = keys::KEYS.iter().map(|(name, _)| *name).collect();
        let finding = at("unknown-key", format!("the key `{key}`"), "a key that profiles have");
        return Some(Finding { nearest: nearest(key, &names), ..finding });
    };
    let found = format!("`{key}` is {value}");
    match (kind, value) {
        (Kind::Word(allowed), Value::Word(word)) if allowed.contains(&word.as_str()) => None,
        (Kind::Word(allowed), Value::Word(word)) => Some(Finding {
            nearest: nearest(word, allowed),
            ..at("wrong-value", found, &one_of(allowed))
        }),
        (Kind::Word(allowed), Value::Number(_)) => Some(at("wrong-value", found, &one_of(allowed))),
        (Kind::Clock, Value::Word(word)) if keys::is_clock(word) => None,
        (Kind::Clock, _) => {
            Some(at("wrong-value", found, "a time of day such as `08:28`, or `site`"))
        }
        (Kind::Number(min, max), Value::Number(n)) if (min..=max).contains(n) => None,
        (Kind::Number(min, max), _) => {
            Some(at("wrong-value", found, &format!("a whole number from {min} to {max}")))
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
