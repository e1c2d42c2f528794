//! The cast: the trainee is in it, ranks and expectations are within their scales.

use std::collections::BTreeSet;

use crate::source::Path;

use super::super::{ExpectationScript, PersonScript, Step, Tenths};
use super::Context;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    let cast = Path::root().name("cast");
    if !script.cast.contains_key("you") {
        report.value("no-trainee", &cast, "a cast without `you`", "the trainee, as \"you\"");
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
        let expected = "1 (an intern) to 9 (a general manager)";
        report.value("out-of-range", &path.name("rank"), format!("the rank {rank}"), expected);
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
            let found = format!("{} points", points.value());
            report.value("out-of-range", &path.name(part), found, "0 to 10");
        }
    }
    if let Some((past, word, needs)) = expects.weights {
        let sum = u64::from(past) + u64::from(word) + u64::from(needs);
        if sum != 100 {
            let found = format!("weights that add up to {sum}");
            report.value("bad-weight", &path.name("weights"), found, "weights that add up to 100");
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
    let expected = "the field `expects` for that person in `cast`";
    for used in &context.inventory.steps {
        if let Step::Perceive(who, ..) | Step::Expect(who, ..) = used.it
            && script.cast.contains_key(who)
            && !customers.contains(who)
        {
            let found = format!("`{who}`, who expects nothing");
            report.value("not-a-customer", &used.path.at(0), found, expected);
        }
    }
    for (id, member) in script.cast.iter().filter(|(id, _)| !customers.contains(id)) {
        let path = Path::root().name("cast").name(id);
        if member.remarks.is_some() {
            let found = format!("closing remarks of `{id}`, who expects nothing");
            report.key("not-a-customer", &path.name("remarks"), found, expected);
        }
        if !member.cares.is_empty() {
            let found = format!("cares of `{id}`, who expects nothing");
            report.key("not-a-customer", &path.name("cares"), found, expected);
        }
    }
}
