//! `{…}` in texts: each names a slot, a person, a key of the profile or a variable.

use std::collections::BTreeSet;

use crate::say;
use crate::source::{Locator, Path};
use crate::standard::{Lang, Text};

use super::Context;
use super::references::{keys, profile_key};
use super::report::Report;

/// One placeholder: the owner and slot it names, and how it is spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placeholder<'a> {
    pub(super) owner: &'a str,
    pub(super) slot: &'a str,
    pub(super) spelling: &'a str,
}

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for used in &context.inventory.texts {
        for lang in Lang::ALL {
            let path = used.path.name(lang.code());
            for part in placeholders(used.it.0.get(lang)) {
                match part {
                    Ok(placeholder) => one(context, &path, placeholder, report),
                    Err(spelling) => {
                        let short = crate::source::shorten(spelling);
                        report.place(
                            "bad-placeholder",
                            |l| l.within(&path, spelling),
                            say!("`{short}` 不成占位符", "`{short}`"),
                            say!(
                                "{{轴.槽位}}、{{name.人物}}、{{profile.键}} 或 {{var.变量}}，末尾有 }}",
                                "{{axis.slot}}, {{name.person}}, {{profile.key}} or {{var.name}}, \
                                 closed by }}"
                            ),
                        );
                    }
                }
            }
        }
    }
    nested(context, report);
}

fn one(context: &Context<'_>, path: &Path<'_>, found: Placeholder<'_>, report: &mut Report<'_>) {
    let script = context.script;
    let place = |l: &Locator<'_>| l.within(path, found.spelling);
    match found.owner {
        "name" if !script.cast.contains_key(found.slot) => {
            let what = say!("人物", "person");
            report.unknown("unknown-person", place, &what, found.slot, keys(&script.cast));
        }
        "var" if !script.variables.contains_key(found.slot) => {
            let right = keys(&script.variables);
            let what = say!("变量", "variable");
            report.unknown("unknown-variable", place, &what, found.slot, right);
        }
        "profile" => profile_key(context, found.slot, place, report),
        "name" | "var" => {}
        axis => match script.variations.get(axis) {
            None => {
                let right = keys(&script.variations).chain(["name", "profile", "var"]);
                report.unknown("unknown-axis", place, &say!("变化轴", "axis"), axis, right);
            }
            Some(alternatives) => {
                let right: BTreeSet<&str> = alternatives
                    .values()
                    .flat_map(|a| keys(&a.text).chain(keys(&a.numbers)))
                    .collect();
                if !right.contains(found.slot) {
                    let what = say!("变化轴 `{axis}` 的槽位", "slot of the axis `{axis}`");
                    report.unknown("unknown-slot", place, &what, found.slot, right);
                }
            }
        },
    }
}

/// Text is filled twice: what stands in for a placeholder may hold another
/// one, whose own text may not.
fn nested(context: &Context<'_>, report: &mut Report<'_>) {
    let mut fillings: Vec<(String, Path<'_>, &Text)> = Vec::new();
    for (id, member) in &context.script.cast {
        let path = Path::root().name("cast").name(id).name("name");
        fillings.push((format!("name.{id}"), path, &member.name));
    }
    for (axis, alternatives) in &context.script.variations {
        for (id, alternative) in alternatives {
            let path = Path::root().name("variations").name(axis).name(id).name("text");
            for (slot, text) in &alternative.text {
                fillings.push((format!("{axis}.{slot}"), path.name(slot), text));
            }
        }
    }
    let holds = |text: &Text| text.zh.contains('{') || text.en.contains('{');
    let holding: BTreeSet<&str> =
        fillings.iter().filter(|(_, _, t)| holds(t)).map(|(name, ..)| name.as_str()).collect();
    for (_, path, text) in &fillings {
        for lang in Lang::ALL {
            for inner in placeholders(text.get(lang)).into_iter().flatten() {
                if holding.contains(format!("{}.{}", inner.owner, inner.slot).as_str()) {
                    let spelling = inner.spelling;
                    report.place(
                        "nested-placeholder",
                        |l| l.within(&path.name(lang.code()), inner.spelling),
                        say!(
                            "`{spelling}` 自己的文字里又有占位符",
                            "`{spelling}`, whose own text holds a placeholder"
                        ),
                        say!("把它的话直接写在这里", "its words written out here"),
                    );
                }
            }
        }
    }
}

/// Every placeholder of a text; `Err` with the spelling of a broken one.
pub(super) fn placeholders(text: &str) -> Vec<Result<Placeholder<'_>, &str>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let tail = &rest[open..];
        let close = tail[1..].find(['{', '}']).map(|at| at + 1);
        match close {
            Some(close) if tail.starts_with('{') && tail[close..].starts_with('}') => {
                let spelling = &tail[..=close];
                let parts = tail[1..close].split_once('.');
                found.push(match parts {
                    Some((owner, slot)) if !owner.is_empty() && !slot.is_empty() => {
                        Ok(Placeholder { owner, slot, spelling })
                    }
                    _ => Err(spelling),
                });
                rest = &tail[close + 1..];
            }
            _ => {
                let end = close.unwrap_or(tail.len());
                found.push(Err(&tail[..end]));
                rest = &tail[end..];
            }
        }
    }
    found
}
