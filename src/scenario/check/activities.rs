//! Activities that can be answered, rightly and wrongly.

use std::collections::BTreeSet;

use crate::source::Path;
use crate::standard::{Lang, Text};

use super::super::{Activity, Choice, Dial, Field, Number, SliderMark, When};
use super::Context;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (id, beat) in &context.script.beats {
        if let Some(activity) = &beat.activity {
            let path = Path::root().name("beats").name(id).name("activity");
            one(context, activity, &path, report);
        }
    }
}

fn one<'a>(
    context: &Context<'a>,
    activity: &'a Activity,
    path: &Path<'a>,
    report: &mut Report<'_>,
) {
    if let Some(limit) = activity.limit()
        && context.values(limit).iter().any(|v| v.value <= 0)
    {
        report.value(
            "bad-time",
            &path.name("limit"),
            "no time to answer in",
            "more than 0 milliseconds",
        );
    }
    match activity {
        Activity::Choice { options, .. } => choice(options, path, report),
        Activity::Timer { timeline, .. } => {
            // Not doing it is the other answer.
            few(
                "action",
                1,
                timeline.actions.len(),
                &path.name("timeline").name("actions"),
                report,
            );
        }
        Activity::Queue { timeline, .. } => {
            let path = path.name("timeline");
            few("action", 2, timeline.actions.len(), &path.name("actions"), report);
            few("track", 2, timeline.tracks.len(), &path.name("tracks"), report);
        }
        Activity::Order { items, right, choose, .. } => {
            few("item", 2, items.len(), &path.name("items"), report);
            let ids: Vec<&str> = items.iter().map(|i| i.id.as_str()).collect();
            order(&ids, right, *choose, &path.name("right"), report);
        }
        Activity::Gesture { dials, .. } => gesture(dials, &path.name("dials"), report),
        Activity::Inspect { spots, .. } => {
            let path = path.name("spots");
            few("spot", 2, spots.len(), &path, report);
            wanted(spots.iter().map(|s| &s.wanted), &path, report);
            for (index, spot) in spots.iter().enumerate() {
                if spot.at.0 > 100 || spot.at.1 > 100 {
                    let found = format!("({}, {})", spot.at.0, spot.at.1);
                    let expected = "per cent of the picture: 0 to 100";
                    report.value("outside-picture", &path.at(index).name("at"), found, expected);
                }
            }
        }
        Activity::Pack { items, .. } => {
            let path = path.name("items");
            few("item", 2, items.len(), &path, report);
            wanted(items.iter().map(|i| &i.wanted), &path, report);
        }
        Activity::Slider { min, max, start, band, harm, marks, .. } => {
            let slider =
                Slider { min: *min, max: *max, start: *start, band, harm: harm.as_ref(), marks };
            slider.check(context, path, report);
        }
        Activity::Note { fields, .. } => note(fields, &path.name("fields"), report),
    }
}

fn few(what: &str, least: usize, count: usize, path: &Path<'_>, report: &mut Report<'_>) {
    if count < least {
        let s = if count == 1 { "" } else { "s" };
        report.key("too-few", path, format!("{count} {what}{s}"), format!("at least {least}"));
    }
}

fn choice(options: &[Choice], path: &Path<'_>, report: &mut Report<'_>) {
    let path = path.name("options");
    few("option", 2, options.len(), &path, report);
    let sure = options.iter().any(|o| o.when.constant() == Some(true));
    if !options.is_empty() && !sure {
        report.key(
            "may-offer-nothing",
            &path,
            "a condition on every option: in some run there may be nothing to choose",
            "at least one option without `when`",
        );
    }
}

fn order(items: &[&str], right: &[String], choose: bool, path: &Path<'_>, report: &mut Report<'_>) {
    let mut named = BTreeSet::new();
    for (index, id) in right.iter().enumerate() {
        let path = path.at(index);
        if !items.contains(&id.as_str()) {
            let right = items.iter().copied();
            report.unknown("unknown-item", |l| l.value(&path), "item", id, right);
        } else if !named.insert(id.as_str()) {
            report.value("duplicate-id", &path, format!("`{id}` a second time"), "each item once");
        }
    }
    let missing: Vec<&str> = items.iter().copied().filter(|id| !named.contains(id)).collect();
    let least = if choose { 1 } else { 2 };
    if right.len() < least {
        few("item", least, right.len(), path, report);
    } else if !choose && !missing.is_empty() {
        let found = format!("an order without {}", missing.join(", "));
        report.value("incomplete-order", path, found, "every item, or `choose: true`");
    }
}

fn gesture(dials: &[Dial], path: &Path<'_>, report: &mut Report<'_>) {
    few("dial", 1, dials.len(), path, report);
    for (index, dial) in dials.iter().enumerate() {
        few("position", 2, dial.positions.len(), &path.at(index).name("positions"), report);
    }
}

fn wanted<'a>(
    conditions: impl Iterator<Item = &'a When>,
    path: &Path<'_>,
    report: &mut Report<'_>,
) {
    let mut conditions = conditions.peekable();
    if conditions.peek().is_some() && conditions.all(|w| w.constant() == Some(false)) {
        report.key("nothing-wanted", path, "nothing that is wanted", "at least one that is");
    }
}

struct Slider<'a> {
    min: i32,
    max: i32,
    start: i32,
    band: &'a (Number, Number),
    harm: Option<&'a Number>,
    marks: &'a [SliderMark],
}

impl<'a> Slider<'a> {
    fn check(&self, context: &Context<'a>, path: &Path<'a>, report: &mut Report<'_>) {
        let (min, max) = (i64::from(self.min), i64::from(self.max));
        if min >= max {
            let found = format!("a slider from {min} to {max}");
            report.value("bad-slider", &path.name("min"), found, "`min` less than `max`");
            return;
        }
        let inside = format!("{min} to {max}");
        let mut within = |what: &str, value: i64, path: Path<'_>| {
            if !(min..=max).contains(&value) {
                report.value("bad-slider", &path, format!("{what} {value}"), inside.clone());
            }
        };
        within("the start", self.start.into(), path.name("start"));
        for (number, index) in [(&self.band.0, 0), (&self.band.1, 1)] {
            for v in context.values(number) {
                within("the band's end", v.value, path.name("band").at(index));
            }
        }
        for v in self.harm.into_iter().flat_map(|harm| context.values(harm)) {
            within("harm from", v.value, path.name("harm"));
        }
        for (index, mark) in self.marks.iter().enumerate() {
            for v in context.values(&mark.at) {
                within("a mark at", v.value, path.name("marks").at(index).name("at"));
            }
        }
        let together = context.together(&self.band.0, &self.band.1);
        if let Some((low, high)) = together.into_iter().find(|(low, high)| low > high) {
            let found = format!("a band from {low} to {high}");
            report.value("bad-slider", &path.name("band"), found, "its lower end first");
        }
        self.harmless_band(context, path, report);
    }

    /// Harm inside the band would punish what is right.
    fn harmless_band(&self, context: &Context<'a>, path: &Path<'a>, report: &mut Report<'_>) {
        let Some(harm) = self.harm else { return };
        let above = context.together(&self.band.0, harm).into_iter().any(|(low, h)| h >= low);
        let below = context.together(&self.band.1, harm).into_iter().any(|(high, h)| h <= high);
        if above && below {
            let found = "harm within the band";
            report.value("bad-slider", &path.name("harm"), found, "harm beyond the band");
        }
    }
}

fn note(fields: &[Field], path: &Path<'_>, report: &mut Report<'_>) {
    few("field", 1, fields.len(), path, report);
    if !fields.is_empty() && !fields.iter().any(|f| f.mandatory) {
        report.key("no-mandatory-field", path, "no mandatory field", "at least one");
    }
    for (index, field) in fields.iter().enumerate() {
        let path = path.at(index);
        let right: Vec<&Text> = std::iter::once(&field.answer).chain(&field.accept).collect();
        let words = |text: &Text| Lang::ALL.map(|lang| plain(text.get(lang)));
        let right: BTreeSet<String> = right.into_iter().flat_map(words).collect();
        let offered = field.choices.iter().flat_map(|c| words(&c.text)).any(|w| right.contains(&w));
        if !field.choices.is_empty() && !offered {
            let found = format!("choices without the answer of `{}`", field.id);
            report.key("answer-not-offered", &path.name("choices"), found, "the answer among them");
        }
    }
}

/// A value as notes compare it: only letters and digits matter, in any case and width.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
            _ => c,
        })
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
