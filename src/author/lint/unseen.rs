//! Answers whose outcome is only told: nothing is seen or heard of it first.

use crate::author::explore::Exploration;
use crate::say;
use crate::scenario::{Activity, Script};
use crate::source::Path;

use super::Context;

pub(super) fn check<'a>(context: &mut Context<'a>, seen: &Exploration) {
    let script: &'a Script = context.scenario;
    for (answer, line) in &seen.unseen {
        let (beat, option) = answer.split_once('/').unwrap_or((answer, ""));
        let Some((id, written)) = script.beats.get_key_value(beat) else { continue };
        let path = Path::root().name("beats").name(id).name("activity");
        let path = written.activity.as_ref().map_or(path.clone(), |a| place(a, option, &path));
        let found = say!(
            "`{answer}` 的结果先说出来：“{line}”，之前什么也看不见、听不见",
            "the outcome of `{answer}` is told first: “{line}”, and nothing is seen or heard before";
            line
        );
        let expected = say!(
            "在那句话前面加一步：脸色、姿势、走动、东西或声音",
            "a step before that line: a face, a pose, a walk, a thing or a sound"
        );
        context.slip("unseen-consequence", answer, path, found, expected);
    }
}

/// Where the option stands in its activity.
fn place<'a>(activity: &'a Activity, option: &str, path: &Path<'a>) -> Path<'a> {
    let among = |list: &'static str, at: Option<usize>| at.map(|at| path.name(list).at(at));
    let found = match activity {
        Activity::Choice { options, .. } => {
            among("options", options.iter().position(|o| o.id == option))
        }
        Activity::Inspect { spots, .. } => {
            among("spots", spots.iter().position(|s| s.id == option))
        }
        other => other.timeline().and_then(|timeline| {
            let at = timeline.actions.iter().position(|a| a.id == option)?;
            Some(path.name("timeline").name("actions").at(at))
        }),
    };
    found.unwrap_or_else(|| path.clone())
}
