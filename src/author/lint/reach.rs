//! What no path reaches, takes or gives.

use crate::author::explore::Exploration;
use crate::scenario::Script;
use crate::session::Verdict;
use crate::source::Path;

use super::Context;
use super::policies::Met;

pub(super) fn check<'a>(context: &mut Context<'a>, seen: &Exploration, met: &Met) {
    let script: &'a Script = context.scenario;
    let root = Path::root();
    for (id, beat) in &script.beats {
        let path = root.name("beats").name(id);
        let reach = seen.beats.get(id);
        let reached = reach.is_some_and(|r| r.variations > 0) || met.beats.contains(id);
        if !reached {
            let found = format!("the beat `{id}`, which no path reaches");
            context.slip("never-seen", id, path, found, "a path that leads to it");
            continue;
        }
        let Some(reach) = reach.filter(|r| r.variations > 0) else { continue };
        for (option, _) in reach.options.iter().filter(|(_, taken)| !**taken) {
            let found = format!("`{option}` in `{id}`, which no path can take");
            let expected = "a condition that some state meets, or its removal";
            let at = format!("{id}/{option}");
            context.slip("untaken-option", &at, path.name("activity"), found, expected);
        }
        for (index, (standard, verdicts)) in reach.opportunities.iter().enumerate() {
            let place = (id.clone(), standard.clone());
            if verdicts.is_empty() && !met.judged.contains(&place) {
                let path = path.name("opportunities").at(index);
                let found = format!("the opportunity for `{standard}`, which no path reaches");
                let expected = "a rule that some path meets, or its removal";
                let at = format!("{id}/{standard}");
                context.slip(
                    "unreachable-opportunity",
                    &at,
                    path.name("standard"),
                    found,
                    expected,
                );
            }
        }
        for (index, exit) in beat.next.iter().enumerate() {
            let way = (id.clone(), exit.to.clone());
            if !seen.exits.contains(&way) && !met.exits.contains(&way) {
                let found = format!("the way from `{id}` to `{}`, which no path takes", exit.to);
                let expected = "a condition that some state meets, or its removal";
                let at = format!("{id}/{}", exit.to);
                context.slip("untaken-exit", &at, path.name("next").at(index), found, expected);
            }
        }
    }
    for id in script.endings.keys() {
        let count = seen.endings.get(id).copied().unwrap_or(0);
        if count == 0 && !met.endings.contains(id) {
            let found = format!("the ending `{id}`, which no path reaches");
            let path = root.name("endings").name(id);
            context.slip("never-seen", id, path, found, "a path that leads to it");
        }
    }
    for (index, standard) in script.standards.iter().enumerate() {
        let mut verdicts: Vec<Verdict> = seen
            .standards
            .get(standard)
            .map(|reach| reach.verdicts.keys().copied().collect())
            .unwrap_or_default();
        let from_runs = met.verdicts.iter().filter(|(id, _)| id == standard);
        verdicts.extend(from_runs.map(|(_, verdict)| *verdict));
        let can_be_met = verdicts.contains(&Verdict::Met);
        let failing = [Verdict::Partial, Verdict::Missed, Verdict::Violated, Verdict::Recovered];
        let can_fail = verdicts.iter().any(|verdict| failing.contains(verdict));
        let only = match (can_be_met, can_fail) {
            (true, true) => continue,
            (true, false) => "can only be met",
            (false, true) => "can only be missed",
            (false, false) => "is never judged",
        };
        let path = root.name("standards").at(index);
        let found = format!("`{standard}`, which {only}");
        let expected = "an opportunity that can be met and missed";
        context.slip("one-sided-standard", standard, path, found, expected);
    }
}
