//! What the seed draws: each alternative of an axis fills the same slots.

use std::collections::BTreeSet;

use crate::say;
use crate::source::Path;

use super::super::Alternative;
use super::Context;
use super::report::Report;
use super::resolve::MOST_ALTERNATIVES;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (axis, alternatives) in &context.script.variations {
        let path = Path::root().name("variations").name(axis);
        if alternatives.is_empty() {
            let found = say!("变化轴上一项也没有", "an axis without alternatives");
            report.value("empty-axis", &path, found, say!("至少一项", "at least one"));
        }
        if alternatives.len() > MOST_ALTERNATIVES {
            let count = alternatives.len();
            let found = say!("有 {count} 项", "{count} alternatives");
            let expected = say!("至多 {MOST_ALTERNATIVES} 项", "at most {MOST_ALTERNATIVES}");
            report.key("too-many", &path, found, expected);
        }
        let all: Vec<(&String, &Alternative)> = alternatives.iter().collect();
        let texts: BTreeSet<&String> = all.iter().flat_map(|(_, a)| a.text.keys()).collect();
        let numbers: BTreeSet<&String> = all.iter().flat_map(|(_, a)| a.numbers.keys()).collect();
        for slot in texts.intersection(&numbers) {
            let found =
                say!("槽位 `{slot}` 既是文字又是数", "the slot `{slot}` as a text and as a number");
            report.key("slot-twice", &path, found, say!("不同的名字", "different names"));
        }
        for (id, alternative) in all {
            let path = path.name(id);
            if alternative.weight == 0 {
                let found = say!("权重是 0", "the weight 0");
                let expected =
                    say!("至少 1：是 0 就永远抽不到", "at least 1: with 0 it is never drawn");
                report.value("bad-weight", &path.name("weight"), found, expected);
            }
            let expected = say!(
                "`{axis}` 的每一项都填同样的槽位",
                "the same slots in every alternative of `{axis}`"
            );
            for slot in texts.iter().filter(|s| !alternative.text.contains_key(**s)) {
                let found = say!("`{id}` 没有文字 `{slot}`", "`{id}` has no text `{slot}`");
                report.key("uneven-slots", &path, found, expected.clone());
            }
            for slot in numbers.iter().filter(|s| !alternative.numbers.contains_key(**s)) {
                let found = say!("`{id}` 没有数 `{slot}`", "`{id}` has no number `{slot}`");
                report.key("uneven-slots", &path, found, expected.clone());
            }
        }
    }
}
