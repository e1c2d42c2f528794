//! What the seed draws: each alternative of an axis fills the same slots.

use std::collections::BTreeSet;

use crate::source::Path;

use super::super::Alternative;
use super::Context;
use super::report::Report;
use super::resolve::MOST_ALTERNATIVES;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (axis, alternatives) in &context.script.variations {
        let path = Path::root().name("variations").name(axis);
        if alternatives.is_empty() {
            report.value("empty-axis", &path, "an axis without alternatives", "at least one");
        }
        if alternatives.len() > MOST_ALTERNATIVES {
            let found = format!("{} alternatives", alternatives.len());
            report.key("too-many", &path, found, format!("at most {MOST_ALTERNATIVES}"));
        }
        let all: Vec<(&String, &Alternative)> = alternatives.iter().collect();
        let texts: BTreeSet<&String> = all.iter().flat_map(|(_, a)| a.text.keys()).collect();
        let numbers: BTreeSet<&String> = all.iter().flat_map(|(_, a)| a.numbers.keys()).collect();
        for slot in texts.intersection(&numbers) {
            let found = format!("the slot `{slot}` as a text and as a number");
            report.key("slot-twice", &path, found, "different names");
        }
        for (id, alternative) in all {
            let path = path.name(id);
            if alternative.weight == 0 {
                let expected = "at least 1: with 0 it is never drawn";
                report.value("bad-weight", &path.name("weight"), "the weight 0", expected);
            }
            let expected = format!("the same slots in every alternative of `{axis}`");
            for slot in texts.iter().filter(|s| !alternative.text.contains_key(**s)) {
                let found = format!("`{id}` has no text `{slot}`");
                report.key("uneven-slots", &path, found, expected.clone());
            }
            for slot in numbers.iter().filter(|s| !alternative.numbers.contains_key(**s)) {
                let found = format!("`{id}` has no number `{slot}`");
                report.key("uneven-slots", &path, found, expected.clone());
            }
        }
    }
}
