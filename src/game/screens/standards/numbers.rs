//! A standard's numbers in words: the limit in this house, and who set it.

use crate::game::theme::Ui;
use crate::standard::{Bound, Measure, Origin, Profile, Unit};

/// Every number of a standard with its origin; `None` where it has none.
pub(super) fn numbers(ui: &Ui, measures: &[Measure], house: &Profile) -> Option<String> {
    let said: Vec<String> = measures.iter().map(|measure| one(ui, measure, house)).collect();
    let said = (!said.is_empty()).then(|| said.join(&ui.tr("list-comma")))?;
    Some(ui.tr_args("standard-numbers", &[("measures", said.into())]))
}

fn one(ui: &Ui, measure: &Measure, house: &Profile) -> String {
    let own = measure.in_house(house);
    let origin =
        if own == Some(measure.bound) { origin(ui, measure.from) } else { ui.tr("origin-house") };
    let bound = own.map_or_else(|| ui.tr("measure-site"), |own| bound(ui, own, measure.unit));
    let said = [("bound", bound.into()), ("origin", origin.into())];
    let said = ui.tr_args("measure-of-origin", &said);
    let Some((off, from)) = measure.tolerance else { return said };
    let with = [
        ("measure", said.into()),
        ("amount", amount(ui, off, measure.unit).into()),
        ("origin", self::origin(ui, from).into()),
    ];
    ui.tr_args("measure-with-tolerance", &with)
}

fn origin(ui: &Ui, origin: Origin) -> String {
    match origin {
        Origin::Source => ui.tr("origin-source"),
        Origin::Design => ui.tr("origin-design"),
    }
}

fn bound(ui: &Ui, bound: Bound, unit: Unit) -> String {
    let said = |key: &str, n: i64| ui.tr_args(key, &[("amount", amount(ui, n, unit).into())]);
    let clock = unit == Unit::Clock;
    match bound {
        Bound::AtMost(n) if clock => said("measure-by", n),
        Bound::AtLeast(n) if clock => said("measure-from", n),
        // Fewer than none there are not.
        Bound::AtMost(0) => said("measure-exactly", 0),
        Bound::AtMost(n) => said("measure-at-most", n),
        Bound::AtLeast(n) => said("measure-at-least", n),
        Bound::Exactly(n) => said("measure-exactly", n),
        Bound::Between(low, high) => {
            let low = match unit {
                Unit::Clock => amount(ui, low, unit),
                Unit::Milliseconds => seconds(low).to_string(),
                _ => low.to_string(),
            };
            let high = amount(ui, high, unit);
            ui.tr_args("measure-between", &[("low", low.into()), ("amount", high.into())])
        }
    }
}

/// A number with its unit; milliseconds are told as seconds.
fn amount(ui: &Ui, n: i64, unit: Unit) -> String {
    let said = |key: &str| ui.tr_args(key, &[("n", n.into())]);
    match unit {
        Unit::Clock => format!("{:02}:{:02}", n / 60, n % 60),
        Unit::Milliseconds => ui.tr_args("unit-seconds", &[("n", seconds(n).into())]),
        Unit::Rings => said("unit-rings"),
        Unit::Seconds => said("unit-seconds"),
        Unit::Minutes => said("unit-minutes"),
        Unit::Hours => said("unit-hours"),
        Unit::Days => said("unit-days"),
        Unit::WorkingDays => said("unit-working-days"),
        Unit::Times => said("unit-times"),
        Unit::Items => said("unit-items"),
        Unit::People => said("unit-people"),
        Unit::Turns => said("unit-turns"),
        Unit::Sentences => said("unit-sentences"),
        Unit::Steps => said("unit-steps"),
        Unit::Percent => said("unit-percent"),
        Unit::Degrees => said("unit-degrees"),
        Unit::Celsius => said("unit-celsius"),
    }
}

/// Milliseconds in seconds.
fn seconds(ms: i64) -> f64 {
    std::time::Duration::from_millis(ms.unsigned_abs()).as_secs_f64()
}
