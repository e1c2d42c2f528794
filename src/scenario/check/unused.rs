//! What is written down and never used: most often a slip of the pen somewhere else.

use std::collections::BTreeSet;

use crate::say;
use crate::source::Path;
use crate::standard::Lang;

use super::super::{Number, TRAINEE, When};
use super::Context;
use super::inventory::Kind;
use super::placeholders::placeholders;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    let root = Path::root();
    let uses = Uses::of(context);
    for (id, variable) in &script.variables {
        if variable.meter.is_none() && !uses.dotted.contains(&("var", id)) {
            let found = say!("没有地方读变量 `{id}`", "the variable `{id}`, which nothing reads");
            let expected = say!(
                "让条件、文字或计量表用上它，不用就删掉",
                "a condition, a text or a meter that uses it, or its removal"
            );
            report.key("unused-variable", &root.name("variables").name(id), found, expected);
        }
    }
    for id in script.cast.keys().filter(|id| *id != TRAINEE) {
        if !uses.people.contains(id.as_str()) && !uses.dotted.contains(&("name", id)) {
            let found = say!("`{id}` 从来没出现", "`{id}`, who never appears");
            let expected = say!(
                "有一步或一段文字用到这个人，不用就删掉",
                "a step or a text with this person, or the person's removal"
            );
            report.key("unused-person", &root.name("cast").name(id), found, expected);
        }
    }
    for (axis, alternatives) in &script.variations {
        let slots: BTreeSet<&str> = alternatives
            .values()
            .flat_map(|a| a.text.keys().chain(a.numbers.keys()).map(String::as_str))
            .collect();
        let changes = alternatives
            .values()
            .any(|a| !a.people.is_empty() || !a.expects.is_empty() || !a.figures.is_empty());
        let filled = slots.iter().any(|slot| uses.dotted.contains(&(axis, slot)));
        if !filled && !changes && !uses.axes.contains(axis.as_str()) {
            let found =
                say!("变化轴 `{axis}` 什么也没改变", "the axis `{axis}`, which changes nothing");
            let expected =
                say!("有地方用上它，不用就删掉", "something that uses it, or its removal");
            report.key("unused-axis", &root.name("variations").name(axis), found, expected);
        }
    }
}

/// Everything that is used, by name.
#[derive(Default)]
struct Uses<'a> {
    people: BTreeSet<&'a str>,
    axes: BTreeSet<&'a str>,
    /// Owner and slot of placeholders and named numbers; variables in
    /// conditions count as `var.…`.
    dotted: BTreeSet<(&'a str, &'a str)>,
}

impl<'a> Uses<'a> {
    fn of(context: &Context<'a>) -> Uses<'a> {
        let mut uses = Uses::default();
        for used in &context.inventory.names {
            if let (Kind::Person, who) = used.it {
                uses.people.insert(who);
            }
        }
        for used in &context.inventory.numbers {
            if let Number::Named(name) = used.it {
                uses.dotted.extend(name.split_once('.'));
            }
        }
        for used in &context.inventory.texts {
            for lang in Lang::ALL {
                let found = placeholders(used.it.0.get(lang)).into_iter().flatten();
                uses.dotted.extend(found.map(|p| (p.owner, p.slot)));
            }
        }
        for used in &context.inventory.conditions {
            match used.it {
                When::Varied(axis, _) => {
                    uses.axes.insert(axis);
                }
                When::AtLeast(variable, _) | When::AtMost(variable, _) | When::Is(variable, _) => {
                    uses.dotted.insert(("var", variable));
                }
                _ => {}
            }
        }
        uses
    }
}
