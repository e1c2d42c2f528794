//! Time that runs by itself: it ends, its cues come before the end, its tracks ring.

use std::collections::BTreeSet;

use crate::source::Path;

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
        let found = format!("an end at {}", v.value);
        report.value("bad-time", &path.name("ends_at"), found, "more than 0 milliseconds");
        return;
    }
    for (index, cue) in timeline.cues.iter().enumerate() {
        let path = path.name("cues").at(index).name("at");
        let late = context.together(&cue.at, ends_at).into_iter().find(|(at, end)| at > end);
        if let Some(v) = context.values(&cue.at).iter().find(|v| v.value < 0) {
            let found = format!("a cue at {}", v.value);
            report.value("bad-time", &path, found, "0 milliseconds or more");
        } else if let Some((at, end)) = late {
            let found = format!("a cue at {at}, when all is over at {end}");
            report.value("late-cue", &path, found, format!("{end} at the latest"));
        }
    }
    for (index, action) in timeline.actions.iter().enumerate() {
        let Some(takes) = &action.takes else { continue };
        if let Some(v) = context.values(takes).iter().find(|v| v.value < 0) {
            let path = path.name("actions").at(index).name("takes");
            let found = format!("an action that takes {}", v.value);
            report.value("bad-time", &path, found, "0 milliseconds or more");
        }
    }
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
                    let found = format!("a ring every {}", v.value);
                    report.value(
                        "bad-time",
                        &path.name("every"),
                        found,
                        "more than 0 milliseconds",
                    );
                }
            }
            None if track.first_at.is_some() => report.key(
                "first-without-every",
                &path.name("first_at"),
                "a first ring of a track that does not ring",
                "the field `every` beside it",
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
                report.unknown("unknown-track", |l| l.value(&path), "track", track, right);
            }
            None if action.answers => report.key(
                "answers-nothing",
                &path.name("answers"),
                format!("`{}` answers, but no track", action.id),
                "the field `track` beside it",
            ),
            _ => {}
        }
    }
}
