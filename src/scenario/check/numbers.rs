//! Variables and their bounds, and comparisons that could never hold.

use std::ops::RangeInclusive;

use crate::say;
use crate::source::Path;

use super::super::{Number, Step, When};
use super::Context;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    for (id, variable) in &script.variables {
        let path = Path::root().name("variables").name(id);
        let (min, max, start) = (variable.min, variable.max, variable.start);
        if min > max {
            let found = say!("`{id}` 从 {min} 到 {max}", "`{id}` from {min} to {max}");
            let expected = say!("`min` 不大于 `max`", "`min` at most `max`");
            report.value("bad-bounds", &path, found, expected);
        } else if !(min..=max).contains(&start) {
            let found = say!("`{id}` 从 {start} 开始", "`{id}` starts at {start}");
            let expected = say!("{min} 到 {max}", "{min} to {max}");
            report.value("bad-bounds", &path.name("start"), found, expected);
        }
    }
    if script.minutes == 0 {
        let path = Path::root().name("minutes");
        let found = say!("0 分钟", "0 minutes");
        report.value("bad-time", &path, found, say!("至少 1", "at least 1"));
    }
    for used in &context.inventory.steps {
        if let Step::Set(variable, number) = used.it {
            set(context, variable, number, &used.path.at(1), report);
        }
    }
    for used in &context.inventory.conditions {
        if let When::AtLeast(variable, number)
        | When::AtMost(variable, number)
        | When::Is(variable, number) = used.it
        {
            compare(context, used.it, variable, number, &used.path.at(1), report);
        }
    }
}

/// A variable's bounds, unless they contradict each other: that is reported once.
fn bounds(context: &Context<'_>, variable: &str) -> Option<RangeInclusive<i64>> {
    let variable = context.script.variables.get(variable)?;
    let bounds = i64::from(variable.min)..=i64::from(variable.max);
    (!bounds.is_empty()).then_some(bounds)
}

fn set(
    context: &Context<'_>,
    variable: &str,
    number: &Number,
    path: &Path<'_>,
    report: &mut Report<'_>,
) {
    // A variable set from another one stops at its bounds, as with `Add`.
    if matches!(number, Number::Named(name) if name.starts_with("var.")) {
        return;
    }
    let Some(bounds) = bounds(context, variable) else { return };
    let values = context.values(number);
    if let Some(v) = values.iter().find(|v| !bounds.contains(&v.value)) {
        let (value, min, max) = (v.value, bounds.start(), bounds.end());
        let found = say!("把 `{variable}` 设成 {value}", "{value} for `{variable}`");
        let expected = say!("{min} 到 {max}", "{min} to {max}");
        report.value("out-of-bounds", path, found, expected);
    }
}

fn compare(
    context: &Context<'_>,
    when: &When,
    variable: &str,
    number: &Number,
    path: &Path<'_>,
    report: &mut Report<'_>,
) {
    let Some(bounds) = bounds(context, variable) else { return };
    let (min, max) = (*bounds.start(), *bounds.end());
    let values = context.values(number);
    let never = |v: i64| match when {
        When::AtLeast(..) => v > max,
        When::AtMost(..) => v < min,
        _ => v < min || v > max,
    };
    if !values.is_empty() && values.iter().all(|v| never(v.value)) {
        report.value(
            "never-true",
            path,
            say!(
                "和 `{variable}` 的比较永远不成立",
                "a comparison with `{variable}` that never holds"
            ),
            say!(
                "`{variable}` 到得了的数：{min} 到 {max}",
                "a number that `{variable}` can reach: {min} to {max}"
            ),
        );
    }
}
