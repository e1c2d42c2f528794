//! Names that stand for something elsewhere: people, beats, variables, standards, pictures, sounds.

use std::collections::{BTreeMap, BTreeSet};

use crate::say;
use crate::source::{Locator, Path, Text, shorten};

use super::super::{Exit, Number, Script, When};
use super::Context;
use super::inventory::{Kind, Used};
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    beats(context, report);
    for used in &context.inventory.names {
        let (kind, name) = used.it;
        let place = |l: &Locator<'_>| l.value(&used.path);
        match kind {
            Kind::Person if !script.cast.contains_key(name) => {
                // In a variation the name is a key.
                let place = |l: &Locator<'_>| l.key(&used.path);
                let what = say!("人物", "person");
                report.unknown("unknown-person", place, &what, name, keys(&script.cast));
            }
            Kind::Variable if !script.variables.contains_key(name) => {
                let right = keys(&script.variables);
                report.unknown("unknown-variable", place, &variable(), name, right);
            }
            Kind::Standard if context.catalogue.get(name).is_none() => {
                let right = context.catalogue.iter().map(|s| s.id.as_str());
                let what = say!("标准", "standard");
                report.unknown("unknown-standard", place, &what, name, right);
            }
            Kind::Stage => asset(report, used, name, &context.known.stages),
            Kind::Figure => asset(report, used, name, &context.known.figures),
            Kind::Sound => asset(report, used, name, &context.known.sounds),
            Kind::Picture => asset(report, used, name, &context.known.pictures),
            _ => {}
        }
    }
    for used in &context.inventory.numbers {
        if let Number::Named(name) = used.it {
            number(context, &used.path, name, report);
        }
    }
    for used in &context.inventory.conditions {
        condition(context, used.it, &used.path, report);
    }
}

fn beats(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    if !script.beats.contains_key(&script.start) {
        let path = Path::root().name("start");
        let right = keys(&script.beats);
        let what = say!("节拍", "beat");
        report.unknown("unknown-beat", |l| l.value(&path), &what, &script.start, right);
    }
    for (path, _, exit) in exits(script) {
        if !script.beats.contains_key(&exit.to) && !script.endings.contains_key(&exit.to) {
            let path = path.name("to");
            let right = keys(&script.beats).chain(keys(&script.endings));
            let what = say!("节拍或结局", "beat or ending");
            report.unknown("unknown-target", |l| l.value(&path), &what, &exit.to, right);
        }
    }
}

fn asset(
    report: &mut Report<'_>,
    used: &Used<'_, (Kind, &str)>,
    name: &str,
    known: &Option<BTreeSet<String>>,
) {
    let code = match used.it.0 {
        Kind::Stage => "unknown-stage",
        Kind::Figure => "unknown-figure",
        Kind::Picture => "unknown-picture",
        _ => "unknown-sound",
    };
    let what = match used.it.0 {
        Kind::Stage => say!("舞台画", "stage"),
        Kind::Figure => say!("立绘", "figure"),
        Kind::Picture => say!("物件画", "picture"),
        _ => say!("声音", "sound"),
    };
    if let Some(known) = known.as_ref().filter(|known| !known.contains(name)) {
        let right = known.iter().map(String::as_str);
        report.unknown(code, |l| l.value(&used.path), &what, name, right);
    }
}

/// The name of a number: `axis.slot`, `profile.key` or `var.name`.
fn number(context: &Context<'_>, path: &Path<'_>, name: &str, report: &mut Report<'_>) {
    let script = context.script;
    match name.split_once('.') {
        None => report.value(
            "bad-number-name",
            path,
            bad_number(name),
            say!(
                "一个数、\"轴.槽位\"、\"profile.键\" 或 \"var.变量\"",
                "a number, \"axis.slot\", \"profile.key\" or \"var.name\""
            ),
        ),
        Some(("var", variable)) => {
            if !script.variables.contains_key(variable) {
                let right = keys(&script.variables);
                let what = self::variable();
                report.unknown("unknown-variable", |l| l.value(path), &what, variable, right);
            }
        }
        Some(("profile", key)) => profile_number(context, key, |l| l.value(path), report),
        Some((axis, slot)) => match script.variations.get(axis) {
            None => {
                let right = keys(&script.variations);
                report.unknown("unknown-axis", |l| l.value(path), &self::axis(), axis, right);
            }
            Some(alternatives) => {
                let right: BTreeSet<&str> = alternatives
                    .values()
                    .flat_map(|a| a.numbers.keys().map(String::as_str))
                    .collect();
                if !right.contains(slot) {
                    let what = say!("变化轴 `{axis}` 的数", "number of the axis `{axis}`");
                    report.unknown("unknown-slot", |l| l.value(path), &what, slot, right);
                }
            }
        },
    }
}

fn bad_number(name: &str) -> Text {
    let name = shorten(name);
    say!("`{name}` 不像一个数的名字", "`{name}`")
}

fn variable() -> Text {
    say!("变量", "variable")
}

fn axis() -> Text {
    say!("变化轴", "axis")
}

/// A key of the profile where a whole number is wanted.
pub(super) fn profile_number(
    context: &Context<'_>,
    key: &str,
    place: impl Fn(&Locator<'_>) -> (usize, usize),
    report: &mut Report<'_>,
) {
    if let Some(known) = context.known.profile_numbers.as_ref().filter(|k| !k.contains(key)) {
        let right = known.iter().map(String::as_str);
        let what = say!("值是数的企业设定键", "numeric profile key");
        report.unknown("unknown-profile-key", place, &what, key, right);
    }
}

/// A key of the profile where a word will do, as any number does.
pub(super) fn profile_key(
    context: &Context<'_>,
    key: &str,
    place: impl Fn(&Locator<'_>) -> (usize, usize),
    report: &mut Report<'_>,
) {
    if let Some(known) = context.known.profile_words.as_ref().filter(|k| !k.contains_key(key)) {
        let what = say!("企业设定的键", "profile key");
        report.unknown("unknown-profile-key", place, &what, key, keys(known));
    }
}

fn condition(context: &Context<'_>, when: &When, path: &Path<'_>, report: &mut Report<'_>) {
    let script = context.script;
    match when {
        When::Varied(axis, alternative) => match script.variations.get(axis) {
            None => {
                let right = keys(&script.variations);
                let place = |l: &Locator<'_>| l.value(&path.at(0));
                report.unknown("unknown-axis", place, &self::axis(), axis, right);
            }
            Some(known) if !known.contains_key(alternative) => {
                let what = say!("变化轴 `{axis}` 的项", "alternative of the axis `{axis}`");
                let place = |l: &Locator<'_>| l.value(&path.at(1));
                report.unknown("unknown-alternative", place, &what, alternative, keys(known));
            }
            Some(_) => {}
        },
        When::Profile(key, value) => {
            profile_key(context, key, |l| l.value(&path.at(0)), report);
            let values = context.known.profile_words.as_ref().and_then(|known| known.get(key));
            if let Some(values) = values.filter(|v| !v.is_empty() && !v.contains(value)) {
                let what = say!("企业设定键 `{key}` 的值", "value of the profile key `{key}`");
                let place = |l: &Locator<'_>| l.value(&path.at(1));
                let right = values.iter().map(String::as_str);
                report.unknown("unknown-profile-value", place, &what, value, right);
            }
        }
        _ => {}
    }
}

/// A map's keys as plain names.
pub(super) fn keys<V>(map: &BTreeMap<String, V>) -> impl Iterator<Item = &str> {
    map.keys().map(String::as_str)
}

/// Every way out, of beats and watches: where it is written, the beat, the exit.
fn exits(script: &Script) -> Vec<(Path<'_>, Option<&str>, &Exit)> {
    let mut exits = Vec::new();
    for (index, exit) in script.watches.iter().enumerate() {
        exits.push((Path::root().name("watches").at(index), None, exit));
    }
    for (id, beat) in &script.beats {
        let path = Path::root().name("beats").name(id).name("next");
        for (index, exit) in beat.next.iter().enumerate() {
            exits.push((path.at(index), Some(id.as_str()), exit));
        }
    }
    exits
}
