//! The standards a scenario says it tests are the ones its beats judge.

use std::collections::BTreeSet;

use crate::say;
use crate::source::Path;

use super::super::When;
use super::Context;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    let listed: BTreeSet<&str> = script.standards.iter().map(String::as_str).collect();
    let judged: BTreeSet<&str> = script
        .beats
        .values()
        .flat_map(|b| b.opportunities.iter().map(|o| o.standard.as_str()))
        .collect();
    list(context, &judged, report);
    for (id, beat) in &script.beats {
        let path = Path::root().name("beats").name(id);
        for (index, opportunity) in beat.opportunities.iter().enumerate() {
            let path = path.name("opportunities").at(index);
            let standard = opportunity.standard.as_str();
            if !listed.contains(standard) {
                let found = say!(
                    "考了 `{standard}`，`standards` 列表里却没有",
                    "`{standard}`, which the list `standards` lacks"
                );
                let expected = say!(
                    "考到的标准都写进 `standards` 列表",
                    "every judged standard in the list `standards`"
                );
                report.value("unlisted-standard", &path.name("standard"), found, expected);
            }
            if opportunity.rules.is_empty() {
                let found = say!("考点没有规则", "an opportunity without rules");
                let expected = say!(
                    "至少一条规则：没有规则就永远不评",
                    "at least one rule: without one it is never judged"
                );
                report.key("no-rules", &path.name("rules"), found, expected);
            }
            let always = opportunity.rules.iter().position(|r| r.when.constant() == Some(true));
            for rule in always.map_or(0..0, |at| at + 1..opportunity.rules.len()) {
                let found =
                    say!("规则排在必定成立的规则后面", "a rule after one that always holds");
                let expected = say!("不带条件的规则放在最后", "the rule without a condition last");
                let path = path.name("rules").at(rule);
                report.value("unreachable-rule", &path, found, expected);
            }
        }
        for (index, recovery) in beat.recovers.iter().enumerate() {
            let path = path.name("recovers").at(index).name("standard");
            never_judged(context, &recovery.standard, &judged, &path, report);
        }
    }
    for used in &context.inventory.conditions {
        if let When::Had(standard, _) = used.it {
            never_judged(context, standard, &judged, &used.path.at(0), report);
        }
    }
}

fn list(context: &Context<'_>, judged: &BTreeSet<&str>, report: &mut Report<'_>) {
    let path = Path::root().name("standards");
    let mut seen = BTreeSet::new();
    for (index, standard) in context.script.standards.iter().enumerate() {
        if !seen.insert(standard) {
            let found = say!("`{standard}` 写了第二遍", "`{standard}` a second time");
            let expected = say!("每条标准只写一次", "each standard once");
            report.value("duplicate-id", &path.at(index), found, expected);
        } else if !judged.contains(standard.as_str()) {
            let found = say!("哪个节拍都没考 `{standard}`", "`{standard}`, which no beat judges");
            let expected = say!(
                "给它写一个考点，或者从列表里去掉",
                "an opportunity for it, or a list without it"
            );
            report.value("unjudged-standard", &path.at(index), found, expected);
        }
    }
}

/// A standard asked about that no beat judges. One that is in no catalogue
/// either has been reported as unknown.
fn never_judged(
    context: &Context<'_>,
    standard: &str,
    judged: &BTreeSet<&str>,
    path: &Path<'_>,
    report: &mut Report<'_>,
) {
    if !judged.contains(standard) && context.catalogue.get(standard).is_some() {
        let right = judged.iter().copied();
        let what = say!("考过的标准", "judged standard");
        report.unknown("never-judged", |l| l.value(path), &what, standard, right);
    }
}
