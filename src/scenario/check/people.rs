//! The cast: the trainee is in it, ranks and expectations are within their scales.

use std::collections::BTreeSet;

use crate::say;
use crate::source::Path;

use super::super::{ExpectationScript, PersonScript, Step, TRAINEE, Tenths};
use super::Context;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    let cast = Path::root().name("cast");
    if !script.cast.contains_key(TRAINEE) {
        let found = say!("角色表里没有 `you`", "a cast without `you`");
        let expected = say!("写上学员，叫 \"you\"", "the trainee, as \"you\"");
        report.value("no-trainee", &cast, found, expected);
    }
    for (id, member) in &script.cast {
        let path = cast.name(id);
        person(&member.person, &path.name("person"), report);
        if let Some(expects) = &member.expects {
            expectation(expects, &path.name("expects"), report);
        }
    }
    for (axis, alternatives) in &script.variations {
        for (id, alternative) in alternatives {
            let path = Path::root().name("variations").name(axis).name(id);
            for (who, known) in &alternative.people {
                person(known, &path.name("people").name(who), report);
            }
            for (who, expects) in &alternative.expects {
                expectation(expects, &path.name("expects").name(who), report);
            }
        }
    }
    customers(context, report);
}

fn person(person: &PersonScript, path: &Path<'_>, report: &mut Report<'_>) {
    if let Some(rank) = person.rank.filter(|rank| !(1..=9).contains(rank)) {
        let found = say!("职级写了 {rank}", "the rank {rank}");
        let expected = say!("1（实习生）到 9（总经理）", "1 (an intern) to 9 (a general manager)");
        report.value("out-of-range", &path.name("rank"), found, expected);
    }
}

fn expectation(expects: &ExpectationScript, path: &Path<'_>, report: &mut Report<'_>) {
    let parts = [
        ("past", expects.past),
        ("word_of_mouth", expects.word_of_mouth),
        ("needs", expects.needs),
    ];
    for (part, points) in parts {
        if !(Tenths(0)..=Tenths(100)).contains(&points) {
            let points = points.value();
            let found = say!("写了 {points} 分", "{points} points");
            report.value("out-of-range", &path.name(part), found, say!("0 到 10", "0 to 10"));
        }
    }
    if let Some((past, word, needs)) = expects.weights {
        let sum = u64::from(past) + u64::from(word) + u64::from(needs);
        if sum != 100 {
            let found = say!("权重合计 {sum}", "weights that add up to {sum}");
            let expected = say!("权重合计 100", "weights that add up to 100");
            report.value("bad-weight", &path.name("weights"), found, expected);
        }
    }
}

/// Perceiving, expecting, caring and closing remarks belong to customers.
fn customers(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    let drawn = script.variations.values().flat_map(|a| a.values()).flat_map(|a| a.expects.keys());
    let customers: BTreeSet<&String> = script
        .cast
        .iter()
        .filter(|(_, member)| member.expects.is_some())
        .map(|(id, _)| id)
        .chain(drawn)
        .collect();
    let expected = || {
        say!("在 `cast` 里给这个人写上 `expects`", "the field `expects` for that person in `cast`")
    };
    for used in &context.inventory.steps {
        if let Step::Perceive(who, ..) | Step::Expect(who, ..) = used.it
            && script.cast.contains_key(who)
            && !customers.contains(who)
        {
            let found = say!("`{who}` 没有期望", "`{who}`, who expects nothing");
            report.value("not-a-customer", &used.path.at(0), found, expected());
        }
    }
    for (id, member) in script.cast.iter().filter(|(id, _)| !customers.contains(id)) {
        let path = Path::root().name("cast").name(id);
        if member.remarks.is_some() {
            let found = say!(
                "给没有期望的 `{id}` 写了结束语",
                "closing remarks of `{id}`, who expects nothing"
            );
            report.key("not-a-customer", &path.name("remarks"), found, expected());
        }
        if !member.cares.is_empty() {
            let found =
                say!("给没有期望的 `{id}` 写了在意的标准", "cares of `{id}`, who expects nothing");
            report.key("not-a-customer", &path.name("cares"), found, expected());
        }
    }
}
