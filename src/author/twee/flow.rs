//! Ways through a skeleton: every one can come to an ending, and none goes round by itself.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Beat, Draft};
use super::places::Report;
use crate::say;
use crate::source::Text;

/// Ways that could never end a run, which the checker would refuse.
pub(super) fn check(draft: &Draft, places: &BTreeMap<&str, usize>, report: &mut Report<'_>) {
    if draft.endings.is_empty() {
        let found = say!("故事没有结局", "a story that never ends");
        let expected = say!(
            "至少一段没有链接：演练在那里结束",
            "at least one passage without links: there the run ends"
        );
        report.fault("twee-no-ending", 0, found, expected);
        return;
    }
    let everywhere: Vec<&str> = draft.watches.iter().map(|exit| exit.to.as_str()).collect();
    let mut ends: BTreeSet<&str> = draft.endings.iter().map(|e| e.id.as_str()).collect();
    let mut back: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for beat in &draft.beats {
        for to in beat.exits.iter().map(|e| e.to.as_str()).chain(everywhere.iter().copied()) {
            back.entry(to).or_default().push(&beat.id);
        }
    }
    let mut open: Vec<&str> = ends.iter().copied().collect();
    while let Some(id) = open.pop() {
        let more = back.get(id).into_iter().flatten().filter(|from| ends.insert(from));
        open.extend(more.copied().collect::<Vec<_>>());
    }
    let place = |id: &str| places.get(id).copied().unwrap_or(0);
    for beat in draft.beats.iter().filter(|b| !ends.contains(b.id.as_str())) {
        let label = &beat.label;
        let found = say!(
            "从段落 `{label}` 走不到任何结局",
            "the passage `{label}`, from which no ending can be reached"
        );
        let expected =
            say!("有一条路通到没有链接的段落", "a way that comes to a passage without links");
        report.fault("twee-no-way-out", place(&beat.id), found, expected);
    }
    let round = circle(draft);
    if let Some(id) = round.first() {
        let place = place(id);
        let round = Text::list(&round);
        let found = say!(
            "几段各只有一个链接，绕成了一圈：{round}",
            "passages with one link each that lead round: {round}";
            round
        );
        let expected = say!(
            "给其中一段加第二个链接，或者另走一条路",
            "a second link in one of them, or another way"
        );
        report.fault("twee-endless-loop", place, found, expected);
    }
}

/// Beats that ask nothing and lead round to themselves, or into such a round:
/// a run would hang there. Takes away, again and again, what leads out.
fn circle(draft: &Draft) -> Vec<&str> {
    let silent: BTreeMap<&str, &Beat> =
        draft.beats.iter().filter(|b| b.ask.is_none()).map(|b| (b.id.as_str(), b)).collect();
    let mut from: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, beat) in &silent {
        let on: Vec<&str> =
            beat.exits.iter().map(|e| e.to.as_str()).filter(|to| silent.contains_key(to)).collect();
        open.insert(id, on.len());
        on.into_iter().for_each(|to| from.entry(to).or_default().push(id));
    }
    let mut done: Vec<&str> = open.iter().filter(|(_, n)| **n == 0).map(|(id, _)| *id).collect();
    while let Some(id) = done.pop() {
        open.remove(id);
        for before in from.get(id).into_iter().flatten() {
            if let Some(count) = open.get_mut(before) {
                *count -= 1;
                if *count == 0 {
                    done.push(before);
                }
            }
        }
    }
    open.into_keys().collect()
}
