//! Grades and time limits: asked for only where there are some.

use crate::say;
use crate::source::Path;

use super::super::{Activity, Beat, Outcome, When};
use super::Context;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (id, beat) in &context.script.beats {
        let path = Path::root().name("beats").name(id).name("opportunities");
        for (index, opportunity) in beat.opportunities.iter().enumerate() {
            for (rule, given) in opportunity.rules.iter().enumerate() {
                if given.verdict == Outcome::Graded && !grades(beat) {
                    let path = path.at(index).name("rules").at(rule).name("verdict");
                    no_grade(&path, "Graded", report);
                }
            }
        }
    }
    for used in &context.inventory.conditions {
        match used.it {
            When::GradeAtLeast(percent) => {
                if *percent > 100 {
                    let found = say!("要求评分 {percent}%", "a grade of {percent} per cent");
                    let expected = say!("至多 100", "at most 100");
                    report.value("bad-grade", &used.path.at(0), found, expected);
                }
                let somewhere = match used.beat {
                    Some((_, beat)) => grades(beat),
                    None => context.script.beats.values().any(grades),
                };
                if !somewhere {
                    no_grade(&used.path, "GradeAtLeast", report);
                }
            }
            When::TimeUp => {
                let somewhere = match used.beat {
                    Some((_, beat)) => ends(beat),
                    None => context.script.beats.values().any(ends),
                };
                if !somewhere {
                    let found =
                        say!("用了 `TimeUp`，可这里时间不会用完", "`TimeUp` where time has no end");
                    let expected = say!(
                        "这个节拍的互动带 `timeline` 或 `limit`",
                        "an activity with a `timeline` or a `limit` in this beat"
                    );
                    report.value("no-time-limit", &used.path, found, expected);
                }
            }
            _ => {}
        }
    }
}

fn no_grade(path: &Path<'_>, word: &str, report: &mut Report<'_>) {
    let found = say!("用了 `{word}`，可互动没有评分", "`{word}` where the activity has no grade");
    let expected = say!(
        "这个节拍里用 Order、Inspect、Pack、Slider 或 Note",
        "an Order, Inspect, Pack, Slider or Note in this beat"
    );
    report.value("no-grade", path, found, expected);
}

/// Whether the beat's activity has a grade of its own.
fn grades(beat: &Beat) -> bool {
    matches!(
        beat.activity,
        Some(
            Activity::Order { .. }
                | Activity::Inspect { .. }
                | Activity::Pack { .. }
                | Activity::Slider { .. }
                | Activity::Note { .. }
        )
    )
}

/// Whether time can run out in the beat.
fn ends(beat: &Beat) -> bool {
    beat.activity.as_ref().is_some_and(|a| a.timeline().is_some() || a.limit().is_some())
}
