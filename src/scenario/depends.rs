//! What of a run's past, and of its draw, decides how it can go on.

use std::collections::{BTreeMap, BTreeSet};

use super::check::{Inventory, Used};
use super::{Number, Script, When};

/// What a scenario's conditions look at beyond the moment. Two runs in the
/// same beat that agree in what is live there, and in the open activity as far
/// as its beat looks at it, go on alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Depends {
    /// Axes whose alternatives differ in more than words and looks.
    pub axes: BTreeSet<String>,
    live: BTreeMap<String, Live>,
    looks: BTreeMap<String, Looks>,
}

/// What some condition may still read from a beat on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// Variables.
    pub variables: BTreeSet<String>,
    /// Deeds of earlier beats, as (beat, mark).
    pub deeds: BTreeSet<(String, String)>,
    /// Standards whose verdicts a condition or a repair looks back on.
    pub standards: BTreeSet<String>,
}

impl Live {
    fn extend(&mut self, more: &Live) {
        self.variables.extend(more.variables.iter().cloned());
        self.deeds.extend(more.deeds.iter().cloned());
        self.standards.extend(more.standards.iter().cloned());
    }
}

/// What a beat's own conditions ask of its deeds beside that they were done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// Pairs of marks: was the first done before the second?
    pub order: Vec<(String, String)>,
    /// Marks and limits in milliseconds: was it done by then?
    pub times: Vec<(String, Number)>,
    /// Marks and limits in rings: was it done by then?
    pub rings: Vec<(String, Number)>,
}

impl Depends {
    /// What this script's conditions look at.
    pub fn of(script: &Script) -> Depends {
        let inventory = Inventory::of(script);
        let mut depends = Depends { axes: axes(script, &inventory), ..Depends::default() };
        let mut reads: BTreeMap<&str, Live> = BTreeMap::new();
        let mut always = Live::default();
        for used in &inventory.conditions {
            let read = match used.beat {
                Some((beat, _)) => {
                    let looks = depends.looks.entry(beat.to_owned()).or_default();
                    looks.look(used.it);
                    reads.entry(beat).or_default()
                }
                None => &mut always,
            };
            read.condition(used.it);
        }
        for used in &inventory.numbers {
            if let Number::Named(name) = used.it
                && let Some(variable) = name.strip_prefix("var.")
            {
                let read = match used.beat {
                    Some((beat, _)) => reads.entry(beat).or_default(),
                    None => &mut always,
                };
                read.variables.insert(variable.to_owned());
            }
        }
        for (id, beat) in &script.beats {
            let read = reads.entry(id).or_default();
            read.standards.extend(beat.recovers.iter().map(|r| r.standard.clone()));
        }
        for id in script.beats.keys() {
            let mut live = always.clone();
            for reached in reachable(script, id) {
                if let Some(read) = reads.get(reached) {
                    live.extend(read);
                }
            }
            depends.live.insert(id.clone(), live);
        }
        depends
    }

    /// What is live in a beat.
    pub fn live(&self, beat: &str) -> Option<&Live> {
        self.live.get(beat)
    }

    /// What a beat looks at in its own deeds.
    pub fn looks(&self, beat: &str) -> Option<&Looks> {
        self.looks.get(beat)
    }
}

impl Live {
    fn condition(&mut self, when: &When) {
        match when {
            When::DidIn(beat, mark) => {
                self.deeds.insert((beat.clone(), mark.clone()));
            }
            When::Had(standard, _) => {
                self.standards.insert(standard.clone());
            }
            When::AtLeast(variable, _) | When::AtMost(variable, _) | When::Is(variable, _) => {
                self.variables.insert(variable.clone());
            }
            _ => {}
        }
    }
}

impl Looks {
    fn look(&mut self, when: &When) {
        fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
            if !list.contains(&item) {
                list.push(item);
            }
        }
        match when {
            When::Before(a, b) => add(&mut self.order, (a.clone(), b.clone())),
            When::Within(mark, limit) => add(&mut self.times, (mark.clone(), limit.clone())),
            When::RingsWithin(mark, limit) => add(&mut self.rings, (mark.clone(), limit.clone())),
            _ => {}
        }
    }
}

/// The beats that can come at or after a beat.
fn reachable<'a>(script: &'a Script, from: &'a str) -> BTreeSet<&'a str> {
    let mut open = vec![from];
    let mut reached = BTreeSet::from([from]);
    let watched = script.watches.iter().map(|watch| watch.to.as_str());
    for to in watched {
        if reached.insert(to) {
            open.push(to);
        }
    }
    while let Some(beat) = open.pop() {
        let exits = script.beats.get(beat).into_iter().flat_map(|beat| &beat.next);
        for exit in exits {
            if reached.insert(&exit.to) {
                open.push(&exit.to);
            }
        }
    }
    reached
}

fn axes(script: &Script, inventory: &Inventory<'_>) -> BTreeSet<String> {
    let mut axes = BTreeSet::new();
    for Used { it, .. } in &inventory.conditions {
        if let When::Varied(axis, _) = it {
            axes.insert(axis.clone());
        }
    }
    for Used { it, .. } in &inventory.numbers {
        if let Number::Named(name) = it
            && let Some((axis, slot)) = name.split_once('.')
            && let Some(alternatives) = script.variations.get(axis)
        {
            let values: BTreeSet<Option<&i32>> =
                alternatives.values().map(|a| a.numbers.get(slot)).collect();
            if values.len() > 1 {
                axes.insert(axis.to_owned());
            }
        }
    }
    for (axis, alternatives) in &script.variations {
        if alternatives.values().any(|a| !a.people.is_empty()) {
            axes.insert(axis.clone());
        }
    }
    axes
}
