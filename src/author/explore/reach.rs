//! Sums up the walks over all variations.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::{Activity, Script, Timeline};

use super::states::Walked;
use super::{BeatReach, Exploration, StandardReach, Variations};

/// An exploration of nothing yet: everything declared, nothing reached.
pub(super) fn empty(script: &Script, variations: Variations) -> Exploration {
    let mut bounds_hit = Vec::new();
    if variations.cut {
        bounds_hit.push(format!(
            "{} of {} variations were looked at",
            variations.seen.len(),
            variations.different
        ));
    }
    let beats = script.beats.iter().map(|(id, beat)| {
        let options = beat.activity.as_ref().map(options).unwrap_or_default();
        let reach = BeatReach {
            variations: 0,
            options: options.into_iter().map(|id| (id, false)).collect(),
            opportunities: beat
                .opportunities
                .iter()
                .map(|o| (o.standard.clone(), BTreeMap::new()))
                .collect(),
        };
        (id.clone(), reach)
    });
    Exploration {
        variations,
        states: 0,
        moves: 0,
        endings: script.endings.keys().map(|id| (id.clone(), 0)).collect(),
        beats: beats.collect(),
        standards: script
            .standards
            .iter()
            .map(|id| (id.clone(), StandardReach::default()))
            .collect(),
        exits: BTreeSet::new(),
        compared: BTreeMap::new(),
        unseen: BTreeMap::new(),
        dead_ends: Vec::new(),
        extremes: None,
        bounds_hit,
    }
}

/// Everything that can be picked in an activity, as the marks it leaves.
fn options(activity: &Activity) -> Vec<String> {
    let actions = |timeline: &Timeline| timeline.actions.iter().map(|a| a.id.clone()).collect();
    match activity {
        Activity::Choice { options, .. } => options.iter().map(|o| o.id.clone()).collect(),
        Activity::Timer { timeline, .. }
        | Activity::Queue { timeline, .. }
        | Activity::Note { timeline, .. } => actions(timeline),
        Activity::Order { items, .. } => items.iter().map(|i| i.id.clone()).collect(),
        Activity::Gesture { dials, .. } => dials
            .iter()
            .flat_map(|d| d.positions.iter().map(move |p| format!("{}={}", d.id, p.id)))
            .collect(),
        Activity::Inspect { spots, .. } => spots.iter().map(|s| s.id.clone()).collect(),
        Activity::Pack { items, .. } => items.iter().map(|i| i.id.clone()).collect(),
        Activity::Slider { .. } => Vec::new(),
    }
}

/// Adds what one variation's walk met.
pub(super) fn add(exploration: &mut Exploration, walked: Walked) {
    exploration.states += walked.states;
    exploration.moves += walked.moves;
    for (ending, count) in walked.endings {
        *exploration.endings.entry(ending).or_default() += count;
    }
    for (beat, answered) in walked.answered {
        let reach = exploration.beats.entry(beat).or_default();
        reach.variations += 1;
        for mark in answered.into_keys() {
            if let Some(taken) = reach.options.get_mut(&mark) {
                *taken = true;
            }
        }
    }
    for ((beat, standard), counts) in walked.judged {
        let reach = exploration.beats.entry(beat).or_default();
        for (_, verdicts) in reach.opportunities.iter_mut().filter(|(id, _)| *id == standard) {
            for (verdict, count) in &counts {
                *verdicts.entry(*verdict).or_default() += count;
            }
        }
    }
    for ((standard, verdict), way) in walked.ways {
        let reach = exploration.standards.entry(standard).or_default();
        reach.verdicts.entry(verdict).or_insert(way);
    }
    exploration.unseen.extend(walked.unseen);
    exploration.dead_ends.extend(walked.dead_ends);
    exploration.exits.extend(walked.exits);
    for (place, compared) in walked.compared {
        exploration.compared.entry(place).or_default().add(compared);
    }
    if walked.cut {
        let note = "the states of some variation were not all looked at".to_owned();
        if !exploration.bounds_hit.contains(&note) {
            exploration.bounds_hit.push(note);
        }
    }
}
