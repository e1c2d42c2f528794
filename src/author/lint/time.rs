//! A standard that is measured in time, tested where nothing looks at the time.

use crate::say;
use crate::scenario::{Activity, Opportunity, Outcome, Script, When};
use crate::source::Path;
use crate::standard::Unit;

use super::Context;

pub(super) fn check<'a>(context: &mut Context<'a>) {
    let script: &'a Script = context.scenario;
    let root = Path::root();
    for (id, beat) in &script.beats {
        let runs = beat.activity.as_ref().is_some_and(runs_or_has_a_limit);
        for (index, opportunity) in beat.opportunities.iter().enumerate() {
            let timed = context.catalogue.get(&opportunity.standard).is_some_and(|standard| {
                standard.measures.iter().any(|measure| is_short_time(measure.unit))
            });
            if timed && runs && !looks_at_time(opportunity) {
                let path = root.name("beats").name(id).name("opportunities").at(index);
                let standard = &opportunity.standard;
                let found = say!(
                    "`{standard}` 按时间衡量，这里的规则却都不看时间",
                    "`{standard}` is measured in time, and no rule here looks at the time"
                );
                let expected = say!(
                    "规则里用 `Within`、`RingsWithin` 或 `TimeUp`，或者这里不计时",
                    "`Within`, `RingsWithin` or `TimeUp` in a rule, or no clock"
                );
                context.slip("time-not-judged", id, path.name("standard"), found, expected);
            }
        }
    }
}

/// Whether a clock runs in the activity.
fn runs_or_has_a_limit(activity: &Activity) -> bool {
    match activity {
        Activity::Timer { .. } | Activity::Queue { .. } | Activity::Note { .. } => true,
        still => still.limit().is_some(),
    }
}

/// Units that an activity's own clock can measure; days are told, not timed.
fn is_short_time(unit: Unit) -> bool {
    matches!(unit, Unit::Rings | Unit::Milliseconds | Unit::Seconds)
}

fn looks_at_time(opportunity: &Opportunity) -> bool {
    opportunity.rules.iter().any(|rule| rule.verdict == Outcome::Graded || reads_time(&rule.when))
}

/// A condition on the time, or on a variable that a cue may have set.
fn reads_time(when: &When) -> bool {
    match when {
        When::Within(..)
        | When::RingsWithin(..)
        | When::TimeUp
        | When::AtLeast(..)
        | When::AtMost(..)
        | When::Is(..) => true,
        When::Not(inner) => reads_time(inner),
        When::All(inner) | When::Any(inner) => inner.iter().any(reads_time),
        _ => false,
    }
}
