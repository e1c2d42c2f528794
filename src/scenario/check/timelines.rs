//! Time that runs by itself: it ends, its cues come before the end, its tracks ring.

use std::collections::BTreeSet;

use crate::say;
use crate::source::{Path, Text};

use super::super::{Activity, Timeline};
use super::Context;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (id, beat) in &context.script.beats {
        if let Some(timeline) = beat.activity.as_ref().and_then(Activity::timeline) {
            let path = Path::root().name("beats").name(id).name("activity").name("timeline");
            times(context, timeline, &path, report);
            tracks(context, timeline, &path, report);
        }
    }
}

fn times<'a>(
    context: &Context<'a>,
    timeline: &'a Timeline,
    path: &Path<'a>,
    report: &mut Report<'_>,
) {
    let ends_at = &timeline.ends_at;
    if let Some(v) = context.values(ends_at).iter().find(|v| v.value <= 0) {
        let at = v.value;
        let found = say!("在 {at} 毫秒结束", "an end at {at}");
        report.value("bad-time", &path.name("ends_at"), found, more_than_none());
        return;
    }
    for (index, cue) in timeline.cues.iter().enumerate() {
        let path = path.name("cues").at(index).name("at");
        let late = context.together(&cue.at, ends_at).into_iter().find(|(at, end)| at > end);
        if let Some(v) = context.values(&cue.at).iter().find(|v| v.value < 0) {
            let at = v.value;
            let found = say!("提示排在 {at} 毫秒", "a cue at {at}");
            report.value("bad-time", &path, found, none_or_more());
        } else if let Some((at, end)) = late {
            let found = say!(
                "提示排在 {at} 毫秒，可 {end} 毫秒就结束了",
                "a cue at {at}, when all is over at {end}"
            );
            let expected = say!("最晚 {end}", "{end} at the latest");
            report.value("late-cue", &path, found, expected);
        }
    }
    for (index, action) in timeline.actions.iter().enumerate() {
        let Some(takes) = &action.takes else { continue };
        if let Some(v) = context.values(takes).iter().find(|v| v.value < 0) {
            let path = path.name("actions").at(index).name("takes");
            let takes = v.value;
            let found = say!("动作要 {takes} 毫秒", "an action that takes {takes}");
            report.value("bad-time", &path, found, none_or_more());
        }
    }
}

fn more_than_none() -> Text {
    say!("大于 0 毫秒", "more than 0 milliseconds")
}

fn none_or_more() -> Text {
    say!("0 毫秒或更多", "0 milliseconds or more")
}

fn tracks<'a>(
    context: &Context<'a>,
    timeline: &'a Timeline,
    path: &Path<'a>,
    report: &mut Report<'_>,
) {
    for (index, track) in timeline.tracks.iter().enumerate() {
        let path = path.name("tracks").at(index);
        match &track.every {
            Some(every) => {
                if let Some(v) = context.values(every).iter().find(|v| v.value <= 0) {
                    let every = v.value;
                    let found = say!("每 {every} 毫秒响一声", "a ring every {every}");
                    report.value("bad-time", &path.name("every"), found, more_than_none());
                }
            }
            None if track.first_at.is_some() => report.key(
                "first-without-every",
                &path.name("first_at"),
                say!("线路不响铃，却写了第一声", "a first ring of a track that does not ring"),
                say!("旁边写上 `every`", "the field `every` beside it"),
            ),
            None => {}
        }
    }
    let known: BTreeSet<&str> = timeline.tracks.iter().map(|t| t.id.as_str()).collect();
    for (index, action) in timeline.actions.iter().enumerate() {
        let path = path.name("actions").at(index);
        match &action.track {
            Some(track) if !known.contains(track.as_str()) => {
                let path = path.name("track");
                let right = known.iter().copied();
                let what = say!("线路", "track");
                report.unknown("unknown-track", |l| l.value(&path), &what, track, right);
            }
            None if action.answers => {
                let id = &action.id;
                let found =
                    say!("`{id}` 要接起来，却没写接哪条线路", "`{id}` answers, but no track");
                let expected = say!("旁边写上 `track`", "the field `track` beside it");
                report.key("answers-nothing", &path.name("answers"), found, expected);
            }
            _ => {}
        }
    }
}
