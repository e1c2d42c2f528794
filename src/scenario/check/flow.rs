//! The ways from beat to beat: all of them lead somewhere, and everything can be reached.

use std::collections::{BTreeMap, BTreeSet};

use crate::say;
use crate::source::{Path, Text};

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
        let found = say!("没有结局", "no ending");
        let expected = say!("至少一个结局", "at least one ending");
        report.value("no-ending", &root.name("endings"), found, expected);
    }
    if let Some(start) = script.beats.get(&script.start).filter(|beat| beat.stage.is_none()) {
        let found = if start.activity.is_some() {
            say!("有互动，却没有舞台", "an activity on no stage")
        } else {
            say!("没有舞台", "no stage")
        };
        let expected = say!("在第一个节拍里写 `stage`", "the field `stage` in the first beat");
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
            let start = &script.start;
            let found = say!(
                "从 `{start}` 出发，没有路通到节拍 `{id}`",
                "the beat `{id}`, to which no way leads from `{start}`"
            );
            report.key("unreachable-beat", &beats.name(id), found, a_way_to_it());
        }
        for id in script.endings.keys().filter(|id| !reached.contains(id.as_str())) {
            let found = say!("没有路通到结局 `{id}`", "the ending `{id}`, to which no way leads");
            let path = root.name("endings").name(id);
            report.key("unreachable-ending", &path, found, a_way_to_it());
        }
    }
    if !script.endings.is_empty() {
        no_way_out(context, &ways, &reached, report);
    }
    // A watch jumps once a run, so no circle can go round by it.
    endless(context, &exits, report);
}

fn a_way_to_it() -> Text {
    say!("有一个出口或监看通向它", "an exit or a watch that leads to it")
}

fn exits_of(exits: &[Exit], beat: &Path<'_>, report: &mut Report<'_>) {
    let next = beat.name("next");
    let Some(last) = exits.last() else {
        let found = say!("节拍没有出口", "a beat without an exit");
        let expected = say!("`next` 里至少一个出口", "at least one exit in `next`");
        report.key("no-exit", &next, found, expected);
        return;
    };
    if last.when.constant() != Some(true) {
        report.value(
            "dead-end",
            &next.at(exits.len() - 1),
            say!(
                "最后一个出口带着条件：条件不成立时就没有下文",
                "a last exit with a condition: where it does not hold, nothing follows"
            ),
            say!("最后一个出口不带条件", "a last exit without a condition"),
        );
    }
    if let Some(always) = exits.iter().position(|e| e.when.constant() == Some(true)) {
        let number = always + 1;
        for index in number..exits.len() {
            let found = say!(
                "这个出口排在必走的第 {number} 个出口后面",
                "an exit after exit {number}, which is always taken"
            );
            let expected = say!("不带条件的出口放在最后", "the exit without a condition last");
            report.value("unreachable-exit", &next.at(index), found, expected);
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
                say!(
                    "从节拍 `{id}` 到不了任何结局",
                    "the beat `{id}`, from which no ending can be reached"
                ),
                say!("有一条路通到结局", "a way that comes to an ending"),
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
        let round = circle.join(" → ");
        let found = say!(
            "几个不问学员的节拍绕了回来：{round}",
            "beats that ask nothing and lead back: {round}"
        );
        let expected = say!(
            "其中一个里放一个互动，或者另走一条路",
            "an activity in one of them, or another way"
        );
        let path = Path::root().name("beats").name(first);
        report.key("endless-loop", &path, found, expected);
    }
}
