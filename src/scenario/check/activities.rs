//! Activities that can be answered, rightly and wrongly.

use std::collections::BTreeSet;

use crate::say;
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
            say!("没有时间作答", "no time to answer in"),
            say!("大于 0 毫秒", "more than 0 milliseconds"),
        );
    }
    match activity {
        Activity::Choice { options, .. } => choice(options, path, report),
        Activity::Timer { timeline, .. } => {
            // Not doing it is the other answer.
            let path = path.name("timeline").name("actions");
            few(&say!("个动作", "action"), 1, timeline.actions.len(), &path, report);
        }
        Activity::Queue { timeline, .. } => {
            let path = path.name("timeline");
            few(
                &say!("个动作", "action"),
                2,
                timeline.actions.len(),
                &path.name("actions"),
                report,
            );
            few(&say!("条线路", "track"), 2, timeline.tracks.len(), &path.name("tracks"), report);
        }
        Activity::Order { items, right, choose, .. } => {
            few(&item(), 2, items.len(), &path.name("items"), report);
            let ids: Vec<&str> = items.iter().map(|i| i.id.as_str()).collect();
            order(&ids, right, *choose, &path.name("right"), report);
        }
        Activity::Gesture { dials, .. } => gesture(dials, &path.name("dials"), report),
        Activity::Inspect { spots, .. } => {
            let path = path.name("spots");
            few(&say!("个热点", "spot"), 2, spots.len(), &path, report);
            wanted(spots.iter().map(|s| &s.wanted), &path, report);
        }
        Activity::Pack { items, .. } => {
            let path = path.name("items");
            few(&item(), 2, items.len(), &path, report);
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

fn item() -> Text {
    say!("项", "item")
}

fn few(what: &Text, least: usize, count: usize, path: &Path<'_>, report: &mut Report<'_>) {
    if count < least {
        let s = if count == 1 { "" } else { "s" };
        let found = say!("只有 {count} {what}", "{count} {what}{s}"; what);
        let expected = say!("至少 {least}", "at least {least}");
        report.key("too-few", path, found, expected);
    }
}

fn choice(options: &[Choice], path: &Path<'_>, report: &mut Report<'_>) {
    let path = path.name("options");
    few(&say!("个选项", "option"), 2, options.len(), &path, report);
    let sure = options.iter().any(|o| o.when.constant() == Some(true));
    if !options.is_empty() && !sure {
        report.key(
            "may-offer-nothing",
            &path,
            say!(
                "每个选项都带条件，有时可能一个也选不了",
                "a condition on every option: in some run there may be nothing to choose"
            ),
            say!("至少一个选项不写 `when`", "at least one option without `when`"),
        );
    }
}

fn order(items: &[&str], right: &[String], choose: bool, path: &Path<'_>, report: &mut Report<'_>) {
    let mut named = BTreeSet::new();
    for (index, id) in right.iter().enumerate() {
        let path = path.at(index);
        if !items.contains(&id.as_str()) {
            let right = items.iter().copied();
            report.unknown("unknown-item", |l| l.value(&path), &item(), id, right);
        } else if !named.insert(id.as_str()) {
            let found = say!("`{id}` 写了第二遍", "`{id}` a second time");
            report.value("duplicate-id", &path, found, say!("每一项只写一次", "each item once"));
        }
    }
    let missing: Vec<&str> = items.iter().copied().filter(|id| !named.contains(id)).collect();
    let least = if choose { 1 } else { 2 };
    if right.len() < least {
        few(&item(), least, right.len(), path, report);
    } else if !choose && !missing.is_empty() {
        let missing = Text::list(missing);
        let found = say!("次序里没有 {missing}", "an order without {missing}"; missing);
        let expected = say!("每一项都写，或者写 `choose: true`", "every item, or `choose: true`");
        report.value("incomplete-order", path, found, expected);
    }
}

fn gesture(dials: &[Dial], path: &Path<'_>, report: &mut Report<'_>) {
    few(&say!("个转盘", "dial"), 1, dials.len(), path, report);
    for (index, dial) in dials.iter().enumerate() {
        let path = path.at(index).name("positions");
        few(&say!("个档位", "position"), 2, dial.positions.len(), &path, report);
    }
}

fn wanted<'a>(
    conditions: impl Iterator<Item = &'a When>,
    path: &Path<'_>,
    report: &mut Report<'_>,
) {
    let mut conditions = conditions.peekable();
    if conditions.peek().is_some() && conditions.all(|w| w.constant() == Some(false)) {
        let found = say!("没有一样是该选的", "nothing that is wanted");
        report.key("nothing-wanted", path, found, say!("至少一样该选", "at least one that is"));
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
            let found = say!("滑块从 {min} 到 {max}", "a slider from {min} to {max}");
            let expected = say!("`min` 小于 `max`", "`min` less than `max`");
            report.value("bad-slider", &path.name("min"), found, expected);
            return;
        }
        let inside = say!("{min} 到 {max}", "{min} to {max}");
        let mut within = |what: Text, value: i64, path: Path<'_>| {
            if !(min..=max).contains(&value) {
                let found = say!("{what} {value}", "{what} {value}"; what);
                report.value("bad-slider", &path, found, inside.clone());
            }
        };
        within(say!("起点", "the start"), self.start.into(), path.name("start"));
        for (number, index) in [(&self.band.0, 0), (&self.band.1, 1)] {
            for v in context.values(number) {
                within(
                    say!("合适区间的一端", "the band's end"),
                    v.value,
                    path.name("band").at(index),
                );
            }
        }
        for v in self.harm.into_iter().flat_map(|harm| context.values(harm)) {
            within(say!("有害的起点", "harm from"), v.value, path.name("harm"));
        }
        for (index, mark) in self.marks.iter().enumerate() {
            for v in context.values(&mark.at) {
                within(say!("刻度", "a mark at"), v.value, path.name("marks").at(index).name("at"));
            }
        }
        let together = context.together(&self.band.0, &self.band.1);
        if let Some((low, high)) = together.into_iter().find(|(low, high)| low > high) {
            let found = say!("合适区间从 {low} 到 {high}", "a band from {low} to {high}");
            let expected = say!("先写低的一端", "its lower end first");
            report.value("bad-slider", &path.name("band"), found, expected);
        }
        self.harmless_band(context, path, report);
    }

    /// Harm inside the band would punish what is right.
    fn harmless_band(&self, context: &Context<'a>, path: &Path<'a>, report: &mut Report<'_>) {
        let Some(harm) = self.harm else { return };
        let above = context.together(&self.band.0, harm).into_iter().any(|(low, h)| h >= low);
        let below = context.together(&self.band.1, harm).into_iter().any(|(high, h)| h <= high);
        if above && below {
            let found = say!("有害的起点在合适区间里面", "harm within the band");
            let expected = say!("放在合适区间外面", "harm beyond the band");
            report.value("bad-slider", &path.name("harm"), found, expected);
        }
    }
}

fn note(fields: &[Field], path: &Path<'_>, report: &mut Report<'_>) {
    few(&say!("栏", "field"), 1, fields.len(), path, report);
    if !fields.is_empty() && !fields.iter().any(|f| f.mandatory) {
        let found = say!("没有一栏是必填的", "no mandatory field");
        report.key("no-mandatory-field", path, found, say!("至少一栏", "at least one"));
    }
    for (index, field) in fields.iter().enumerate() {
        let path = path.at(index);
        let right: Vec<&Text> = std::iter::once(&field.answer).chain(&field.accept).collect();
        let words = |text: &Text| Lang::ALL.map(|lang| plain(text.get(lang)));
        let right: BTreeSet<String> = right.into_iter().flat_map(words).collect();
        let offered = field.choices.iter().flat_map(|c| words(&c.text)).any(|w| right.contains(&w));
        if !field.choices.is_empty() && !offered {
            let id = &field.id;
            let found =
                say!("几个选择里没有 `{id}` 的答案", "choices without the answer of `{id}`");
            let expected = say!("把答案列在里面", "the answer among them");
            report.key("answer-not-offered", &path.name("choices"), found, expected);
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
