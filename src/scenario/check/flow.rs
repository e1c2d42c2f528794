//! The ways from beat to beat: all of them lead somewhere, and everything can be reached.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::Path;

use super::super::{Exit, Script};
use super::Context;
use super::circle::find_circle;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    let root = Path::root();
    let beats = root.name("beats");
    for (id, beat) in &script.beats {
        exits_of(&beat.next, &beats.name(id), report);
    }
    if script.endings.is_empty() {
        report.value("no-ending", &root.name("endings"), "no ending", "at least one ending");
    }
    if let Some(start) = script.beats.get(&script.start).filter(|beat| beat.stage.is_none()) {
        let found = if start.activity.is_some() { "an activity on no stage" } else { "no stage" };
        let expected = "the field `stage` in the first beat";
        report.key("no-stage", &beats.name(&script.start), found, expected);
    }
    let exits = exits(script);
    let mut ways = exits.clone();
    let watches = script.watches.iter().filter(|w| w.when.constant() != Some(false));
    let watched: BTreeSet<&str> = watches.map(|watch| watch.to.as_str()).collect();
    for to in ways.values_mut() {
        to.extend(&watched);
    }
    let reached = spread(&ways, [script.start.as_str()]);
    if script.beats.contains_key(&script.start) {
        for id in script.beats.keys().filter(|id| !reached.contains(id.as_str())) {
            let found = format!("the beat `{id}`, to which no way leads from `{}`", script.start);
            report.key(
                "unreachable-beat",
                &beats.name(id),
                found,
                "an exit or a watch that leads to it",
            );
        }
        for id in script.endings.keys().filter(|id| !reached.contains(id.as_str())) {
            let found = format!("the ending `{id}`, to which no way leads");
            let path = root.name("endings").name(id);
            report.key("unreachable-ending", &path, found, "an exit or a watch that leads to it");
        }
    }
    if !script.endings.is_empty() {
        no_way_out(context, &ways, &reached, report);
    }
    // A watch jumps once a run, so no circle can go round by it.
    endless(context, &exits, report);
}

fn exits_of(exits: &[Exit], beat: &Path<'_>, report: &mut Report<'_>) {
    let next = beat.name("next");
    let Some(last) = exits.last() else {
        report.key("no-exit", &next, "a beat without an exit", "at least one exit in `next`");
        return;
    };
    if last.when.constant() != Some(true) {
        report.value(
            "dead-end",
            &next.at(exits.len() - 1),
            "a last exit with a condition: where it does not hold, nothing follows",
            "a last exit without a condition",
        );
    }
    if let Some(always) = exits.iter().position(|e| e.when.constant() == Some(true)) {
        for index in always + 1..exits.len() {
            report.value(
                "unreachable-exit",
                &next.at(index),
                format!("an exit after exit {}, which is always taken", always + 1),
                "the exit without a condition last",
            );
        }
    }
}

/// Where each beat may go on by its own exits.
fn exits(script: &Script) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut ways = BTreeMap::new();
    for (id, beat) in &script.beats {
        let mut to = BTreeSet::new();
        for exit in beat.next.iter().filter(|e| e.when.constant() != Some(false)) {
            to.insert(exit.to.as_str());
            if exit.when.constant() == Some(true) {
                break;
            }
        }
        ways.insert(id.as_str(), to);
    }
    ways
}

/// Everything that can be reached from these, themselves included.
fn spread<'a>(
    ways: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    from: impl IntoIterator<Item = &'a str>,
) -> BTreeSet<&'a str> {
    let mut open: Vec<&str> = from.into_iter().collect();
    let mut reached: BTreeSet<&str> = open.iter().copied().collect();
    while let Some(id) = open.pop() {
        for to in ways.get(id).into_iter().flatten() {
            if reached.insert(to) {
                open.push(to);
            }
        }
    }
    reached
}

/// Beats that can be reached and from which no ending can.
fn no_way_out<'a>(
    context: &Context<'a>,
    ways: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    reached: &BTreeSet<&'a str>,
    report: &mut Report<'_>,
) {
    let mut back: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, to) in ways {
        for to in to {
            back.entry(to).or_default().insert(from);
        }
    }
    let ends = spread(&back, context.script.endings.keys().map(String::as_str));
    for (id, beat) in &context.script.beats {
        // A beat whose exits lead nowhere at all has been reported as that.
        let astray = beat.next.iter().any(|e| !ways.contains_key(e.to.as_str()));
        if reached.contains(id.as_str()) && !ends.contains(id.as_str()) && !astray {
            report.key(
                "no-way-out",
                &Path::root().name("beats").name(id),
                format!("the beat `{id}`, from which no ending can be reached"),
                "a way that comes to an ending",
            );
        }
    }
}

/// Beats that ask nothing and follow one another for ever would hang a run.
fn endless<'a>(
    context: &Context<'a>,
    ways: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    report: &mut Report<'_>,
) {
    let silent: BTreeMap<&str, BTreeSet<&str>> = ways
        .iter()
        .filter(|(id, _)| context.script.beats.get(**id).is_some_and(|b| b.activity.is_none()))
        .map(|(id, to)| (*id, to.clone()))
        .collect();
    if let Some(circle) = find_circle(&silent)
        && let Some(first) = circle.first()
    {
        report.key(
            "endless-loop",
            &Path::root().name("beats").name(first),
            format!("beats that ask nothing and lead back: {}", circle.join(" → ")),
            "an activity in one of them, or another way",
        );
    }
}
