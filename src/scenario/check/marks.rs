//! Conditions about what the trainee did: only about what can be done in that beat.

use std::collections::{BTreeMap, BTreeSet};

use crate::say;
use crate::source::Path;

use super::super::{Activity, When};
use super::Context;
use super::inventory::Used;
use super::references::keys;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let beats = &context.script.beats;
    let marks: BTreeMap<&str, BTreeSet<String>> = beats
        .iter()
        .map(|(id, beat)| (id.as_str(), beat.activity.as_ref().map(marks_of).unwrap_or_default()))
        .collect();
    let anywhere: BTreeSet<String> = marks.values().flatten().cloned().collect();
    for used in &context.inventory.conditions {
        too_early(used, report);
        let here = used.beat.and_then(|(id, _)| marks.get(id)).unwrap_or(&anywhere);
        let mut did = |mark: &str, path: Path<'_>, right: &BTreeSet<String>| {
            if !right.contains(mark) {
                let right = right.iter().map(String::as_str);
                let what = say!("记号", "mark");
                report.unknown("unknown-mark", |l| l.value(&path), &what, mark, right);
            }
        };
        match used.it {
            When::Did(mark) | When::Within(mark, _) => did(mark, used.path.at(0), here),
            When::Before(first, second) => {
                did(first, used.path.at(0), here);
                did(second, used.path.at(1), here);
            }
            When::DidIn(beat, mark) => match marks.get(beat.as_str()) {
                Some(there) => did(mark, used.path.at(1), there),
                None => {
                    let path = used.path.at(0);
                    let what = say!("节拍", "beat");
                    report.unknown("unknown-beat", |l| l.value(&path), &what, beat, keys(beats));
                }
            },
            When::RingsWithin(mark, _) => {
                did(mark, used.path.at(0), here);
                let activities = match used.beat {
                    Some((_, beat)) => vec![beat.activity.as_ref()],
                    None => beats.values().map(|b| b.activity.as_ref()).collect(),
                };
                let rings = activities.into_iter().flatten().any(|a| rings(a, mark));
                if here.contains(mark) && !rings {
                    report.value(
                        "no-ringing-track",
                        &used.path.at(0),
                        say!(
                            "`{mark}` 对着的东西不会响",
                            "`{mark}`, which is done to nothing that rings"
                        ),
                        say!(
                            "一个动作，它的 `track` 带 `every`",
                            "an action whose `track` has `every`"
                        ),
                    );
                }
            }
            _ => {}
        }
    }
}

/// On entering a beat nothing has been done in it, and grades come with the answer.
fn too_early(used: &Used<'_, &When>, report: &mut Report<'_>) {
    let (found, expected) = match used.it {
        When::Did(_)
        | When::Before(..)
        | When::Within(..)
        | When::RingsWithin(..)
        | When::TimeUp
        | When::GradeAtLeast(_)
            if used.is_in("enter") =>
        {
            let found = say!(
                "条件问的是本节拍的回答，可那时还没有作答",
                "a condition on this beat's answer, before it is given"
            );
            let expected = say!(
                "用 `DidIn` 问前面的节拍，或者把这一步挪到 `after` 里",
                "`DidIn` for an earlier beat, or the step in `after`"
            );
            (found, expected)
        }
        When::GradeAtLeast(_) if used.is_in("activity") => {
            let found = say!(
                "条件问的是评分，可那时还没有评分",
                "a condition on the grade, before it is given"
            );
            (found, say!("把这一步挪到 `after` 里", "the step in `after`"))
        }
        _ => return,
    };
    report.value("too-early", &used.path, found, expected);
}

/// Every mark an activity can leave.
fn marks_of(activity: &Activity) -> BTreeSet<String> {
    let mut marks: BTreeSet<String> = match activity {
        Activity::Choice { options, .. } => options.iter().map(|o| o.id.clone()).collect(),
        Activity::Order { items, .. } => items.iter().map(|i| i.id.clone()).collect(),
        Activity::Inspect { spots, .. } => spots.iter().map(|s| s.id.clone()).collect(),
        Activity::Pack { items, .. } => items.iter().map(|i| i.id.clone()).collect(),
        Activity::Gesture { dials, .. } => dials
            .iter()
            .flat_map(|d| d.positions.iter().map(|p| format!("{}={}", d.id, p.id)))
            .collect(),
        Activity::Note { fields, .. } => fields
            .iter()
            .flat_map(|f| {
                ["right", "wrong", "invented", "empty"].map(|how| format!("{}={how}", f.id))
            })
            .collect(),
        Activity::Slider { .. } | Activity::Timer { .. } | Activity::Queue { .. } => {
            BTreeSet::new()
        }
    };
    if let Some(timeline) = activity.timeline() {
        marks.extend(timeline.actions.iter().map(|a| a.id.clone()));
    }
    marks
}

/// Whether an action is done to a track that rings.
fn rings(activity: &Activity, mark: &str) -> bool {
    activity.timeline().is_some_and(|timeline| {
        timeline.actions.iter().filter(|a| a.id == mark).any(|action| {
            timeline
                .tracks
                .iter()
                .any(|t| action.track.as_ref() == Some(&t.id) && t.every.is_some())
        })
    })
}
