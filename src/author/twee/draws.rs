//! Ways of which Twee does not say when each is taken: until the author does, the seed draws.
//!
//! A drawn way could lead round for ever, for a seed draws once a run. So a
//! beat that can come round to itself draws at its first visit only; after
//! that, and wherever nothing is drawn, the way nearest to an ending is taken.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::scenario::{Number, When};

use super::draft::{Beat, Draft, Exit, Group, Variable, axis, turns};

/// Among more undecided beats than this each is taken for one on a round.
const LOOKED_AT: usize = 500;

/// Puts every group of ways into exits.
pub(super) fn decide(draft: &mut Draft) {
    let ways: BTreeMap<String, Vec<String>> =
        draft.beats.iter().map(|beat| (beat.id.clone(), targets(beat))).collect();
    let far = distances(draft, &ways);
    let undecided = draft.beats.iter().filter(|b| b.groups.iter().any(|g| g.ways.len() > 1));
    let few = undecided.count() <= LOOKED_AT;
    let mut counters = Vec::new();
    for beat in &mut draft.beats {
        let groups = std::mem::take(&mut beat.groups);
        if groups.is_empty() {
            continue;
        }
        let most = groups.iter().map(|group| group.ways.len()).max().unwrap_or(0);
        let counted = most > 1 && (!few || comes_round(&beat.id, &ways));
        for group in groups {
            beat.exits.extend(exits(group, &beat.id, counted, &far));
        }
        finish(&mut beat.exits);
        if beat.exits.iter().any(|exit| exit.open) {
            beat.drawn = most;
            beat.counted = counted;
            if counted {
                counters.push(Variable { id: turns(&beat.id), min: 0, max: 2, start: 0 });
            }
        }
    }
    draft.variables.extend(counters);
}

fn targets(beat: &Beat) -> Vec<String> {
    let grouped = beat.groups.iter().flat_map(|group| &group.ways);
    grouped.chain(&beat.exits).map(|exit| exit.to.clone()).collect()
}

/// How many beats from each beat to the nearest ending.
fn distances(draft: &Draft, ways: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, usize> {
    let mut back: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in ways {
        to.iter().for_each(|to| back.entry(to).or_default().push(from));
    }
    let mut far: BTreeMap<String, usize> =
        draft.endings.iter().map(|ending| (ending.id.clone(), 0)).collect();
    let mut open: VecDeque<(&str, usize)> =
        draft.endings.iter().map(|ending| (ending.id.as_str(), 0)).collect();
    while let Some((id, steps)) = open.pop_front() {
        for from in back.get(id).into_iter().flatten() {
            if !far.contains_key(*from) {
                far.insert((*from).to_owned(), steps + 1);
                open.push_back((from, steps + 1));
            }
        }
    }
    far
}

/// Whether a way leads from a beat back to it.
fn comes_round(id: &str, ways: &BTreeMap<String, Vec<String>>) -> bool {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = vec![id];
    while let Some(from) = open.pop() {
        for to in ways.get(from).into_iter().flatten() {
            if to == id {
                return true;
            }
            if seen.insert(to) {
                open.push(to);
            }
        }
    }
    false
}

/// The exits of one deed: all but the last are drawn.
fn exits(group: Group, beat: &str, counted: bool, far: &BTreeMap<String, usize>) -> Vec<Exit> {
    let Group { deed, mut ways } = group;
    let distance = |way: &Exit| far.get(&way.to).copied().unwrap_or(usize::MAX);
    let nearest = (0..ways.len()).rev().min_by_key(|index| distance(&ways[*index]));
    if let Some(nearest) = nearest {
        let last = ways.remove(nearest);
        ways.push(last);
    }
    let count = ways.len();
    for (index, way) in ways.iter_mut().enumerate() {
        let mut all: Vec<When> = deed.iter().cloned().collect();
        way.open = index + 1 < count;
        if way.open {
            all.push(When::Varied(axis(beat), format!("{}", index + 1)));
            if counted {
                all.push(When::AtMost(turns(beat), Number::Literal(1)));
            }
        }
        way.when = match all.len() {
            0 => None,
            1 => all.pop(),
            _ => Some(When::All(all)),
        };
    }
    ways
}

/// The last exit is taken without a condition; where all lead to one place,
/// there is one.
fn finish(exits: &mut Vec<Exit>) {
    let same = exits.first().is_some_and(|first| exits.iter().all(|e| e.to == first.to));
    if same {
        exits.truncate(1);
    }
    if let Some(last) = exits.last_mut() {
        last.when = None;
        last.open = false;
    }
}
