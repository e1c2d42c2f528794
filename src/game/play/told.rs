//! How much of a run has been told: strip, title and stage show this, not what is still to come.

use std::collections::BTreeMap;

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::scenario::{Mood, Pose, Spot};
use crate::session::{Event, Session};
use crate::standard::Text as Words;

use super::run::Run;

/// What has been told of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// The beat at hand, how many came before it, and its label.
    pub(super) beat: String,
    pub(super) visit: usize,
    pub(super) label: Words,
    /// The place that is seen.
    pub(super) stage: String,
    pub(super) variables: BTreeMap<String, i32>,
    /// Everybody on the stage.
    there: BTreeMap<String, Shown>,
    /// How everybody looks, there or not.
    moods: BTreeMap<String, Mood>,
}

/// How somebody stands on the stage.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    spot: Spot,
    pose: Pose,
    facing: Option<String>,
}

impl Told {
    /// What was told before these last events of a session.
    pub(super) fn before(session: &Session, events: &[Event]) -> Told {
        let variables = &session.scenario().variables;
        let start = variables.iter().map(|(id, v)| (id.clone(), v.start)).collect();
        let mut told = Told { variables: start, ..Told::default() };
        let all = session.events();
        let before = all.len().saturating_sub(events.len());
        for event in all.iter().take(before) {
            told.take_in(event);
        }
        told
    }

    /// Takes in what is told now; says whether the stage is seen to change.
    pub(super) fn take_in(&mut self, event: &Event) -> bool {
        match event {
            Event::BeatEntered { beat, visit, label } => {
                self.beat.clone_from(beat);
                self.visit = *visit;
                self.label = label.clone();
                false
            }
            Event::StageSet { stage } => {
                self.stage.clone_from(stage);
                true
            }
            Event::Changed { variable, value } => {
                self.variables.insert(variable.clone(), *value);
                false
            }
            Event::Entered { who, spot } => {
                let was = self.there.get(who).map(|shown| shown.spot);
                self.there.entry(who.clone()).or_default().spot = *spot;
                was != Some(*spot)
            }
            Event::Left { who } => self.there.remove(who).is_some(),
            Event::Looked { who, mood } => {
                let was = self.moods.insert(who.clone(), *mood).unwrap_or_default();
                was != *mood && self.is_there(who)
            }
            Event::Posed { who, pose } => self.changes(who, |shown| shown.pose = *pose),
            Event::Faced { who, whom } => {
                self.changes(who, |shown| shown.facing = Some(whom.clone()))
            }
            Event::Shook { a, b } => {
                for who in [a, b] {
                    self.changes(who, |shown| {
                        if shown.pose.is_hand_out() {
                            shown.pose = Pose::Stand;
                        }
                    });
                }
                self.is_there(a) && self.is_there(b)
            }
            Event::Appeared { .. } | Event::Vanished { .. } => true,
            _ => false,
        }
    }

    fn changes(&mut self, who: &str, change: impl FnOnce(&mut Shown)) -> bool {
        let Some(shown) = self.there.get_mut(who) else { return false };
        let was = shown.clone();
        change(shown);
        *shown != was
    }

    /// How somebody looks.
    pub(super) fn mood(&self, who: &str) -> Mood {
        self.moods.get(who).copied().unwrap_or_default()
    }

    /// Whether somebody is on the stage.
    pub(super) fn is_there(&self, who: &str) -> bool {
        self.there.contains_key(who)
    }
}

/// Where the run at hand is, for the window's title.
#[derive(SystemParam)]
pub(crate) struct Whereabouts<'w> {
    run: Option<Res<'w, Run>>,
}

impl Whereabouts<'_> {
    /// The scenario's title and the beat's label, while something is played.
    pub(crate) fn now(&self) -> Option<(Words, Words)> {
        let run = self.run.as_ref()?;
        Some((run.session.scenario().title.clone(), run.told.label.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stage_changes_only_where_somebody_is_seen_to_do_something_else() {
        let mut told = Told::default();
        let who = || "gu".to_owned();
        let smile = || Event::Looked { who: who(), mood: Mood::Smile };
        let stands = || Event::Posed { who: who(), pose: Pose::Stand };
        let nods = || Event::Posed { who: who(), pose: Pose::Nod };
        let enters = || Event::Entered { who: who(), spot: Spot::Left };
        let told = |event: Event| told.take_in(&event);
        let seen: Vec<bool> =
            [nods(), enters(), enters(), smile(), smile(), stands(), nods(), nods()]
                .into_iter()
                .map(told)
                .collect();
        assert_eq!(seen, [false, true, false, true, false, false, true, false]);
    }
}
