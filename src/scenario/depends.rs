//! What of a run's past, and of its draw, decides how it can go on.

use std::collections::BTreeSet;

use super::check::Inventory;
use super::{Number, Script, When};

/// What a scenario's conditions look at beyond the beat at hand. Two runs that
/// agree in this, in their variables and in the open activity go on alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Depends {
    /// Beats whose deeds some later condition looks back on.
    pub beats: BTreeSet<String>,
    /// Standards whose verdicts some condition or repair looks back on.
    pub standards: BTreeSet<String>,
    /// Axes whose alternatives differ in more than words and looks.
    pub axes: BTreeSet<String>,
}

impl Depends {
    /// What this script's conditions look at.
    pub fn of(script: &Script) -> Depends {
        let inventory = Inventory::of(script);
        let mut depends = Depends::default();
        for used in &inventory.conditions {
            match used.it {
                When::DidIn(beat, _) => {
                    depends.beats.insert(beat.clone());
                }
                When::Had(standard, _) => {
                    depends.standards.insert(standard.clone());
                }
                When::Varied(axis, _) => {
                    depends.axes.insert(axis.clone());
                }
                _ => {}
            }
        }
        for used in &inventory.numbers {
            if let Number::Named(name) = used.it
                && let Some((axis, slot)) = name.split_once('.')
                && let Some(alternatives) = script.variations.get(axis)
            {
                let values: BTreeSet<Option<&i32>> =
                    alternatives.values().map(|a| a.numbers.get(slot)).collect();
                if values.len() > 1 {
                    depends.axes.insert(axis.to_owned());
                }
            }
        }
        for (axis, alternatives) in &script.variations {
            if alternatives.values().any(|a| !a.people.is_empty()) {
                depends.axes.insert(axis.clone());
            }
        }
        let recoveries = script.beats.values().flat_map(|beat| &beat.recovers);
        depends.standards.extend(recoveries.map(|r| r.standard.clone()));
        depends
    }
}
