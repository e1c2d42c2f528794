//! What no path reaches, takes or gives.

use crate::author::explore::Exploration;
use crate::say;
use crate::scenario::Script;
use crate::session::Verdict;
use crate::source::{Path, Text};

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
            let found =
                say!("没有哪条路走得到节拍 `{id}`", "the beat `{id}`, which no path reaches");
            context.slip("never-seen", id, path, found, a_path_to_it());
            continue;
        }
        let Some(reach) = reach.filter(|r| r.variations > 0) else { continue };
        for (option, _) in reach.options.iter().filter(|(_, taken)| !**taken) {
            let found = say!(
                "没有哪条路能选到 `{id}` 里的 `{option}`",
                "`{option}` in `{id}`, which no path can take"
            );
            let at = format!("{id}/{option}");
            context.slip("untaken-option", &at, path.name("activity"), found, a_condition());
        }
        for (index, (standard, verdicts)) in reach.opportunities.iter().enumerate() {
            let place = (id.clone(), standard.clone());
            if verdicts.is_empty() && !met.judged.contains(&place) {
                let path = path.name("opportunities").at(index);
                let found = say!(
                    "没有哪条路走得到 `{standard}` 的考点",
                    "the opportunity for `{standard}`, which no path reaches"
                );
                let expected = say!(
                    "有路能成立的规则，或者删掉它",
                    "a rule that some path meets, or its removal"
                );
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
                let to = &exit.to;
                let found = say!(
                    "没有哪条路走从 `{id}` 到 `{to}` 的出口",
                    "the way from `{id}` to `{to}`, which no path takes"
                );
                let at = format!("{id}/{to}");
                let path = path.name("next").at(index);
                context.slip("untaken-exit", &at, path, found, a_condition());
            }
        }
    }
    for id in script.endings.keys() {
        let count = seen.endings.get(id).copied().unwrap_or(0);
        if count == 0 && !met.endings.contains(id) {
            let found =
                say!("没有哪条路走得到结局 `{id}`", "the ending `{id}`, which no path reaches");
            let path = root.name("endings").name(id);
            context.slip("never-seen", id, path, found, a_path_to_it());
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
            (true, false) => say!("只能做到", "can only be met"),
            (false, true) => say!("只能做不到", "can only be missed"),
            (false, false) => say!("从来没有判定", "is never judged"),
        };
        let path = root.name("standards").at(index);
        let found = say!("`{standard}` {only}", "`{standard}`, which {only}"; only);
        let expected =
            say!("既能做到、也能做不到的考点", "an opportunity that can be met and missed");
        context.slip("one-sided-standard", standard, path, found, expected);
    }
}

fn a_path_to_it() -> Text {
    say!("有一条路通到它", "a path that leads to it")
}

fn a_condition() -> Text {
    say!("有状态能成立的条件，或者删掉它", "a condition that some state meets, or its removal")
}
