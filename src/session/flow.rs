//! The walk from beat to beat, and the steps that happen on the way.

use std::sync::Arc;

use crate::scenario::{Beat, Pose, Resolver, Step};
use crate::standard::Text;

use super::activity::Open;
use super::state::{Evidence, Phase, Visit};
use super::{Event, Placed, Session};

/// How many beats may follow each other without asking anything. The checker
/// refuses loops of silent beats; this bound keeps even a faulty file finite.
const MOST_SILENT_BEATS: usize = 1_000;

impl Session {
    pub(super) fn enter_first(&mut self, events: &mut Vec<Event>) {
        let start = self.scenario.start.clone();
        self.go(&start, events);
    }

    pub(super) fn resolver(&self) -> Resolver<'_> {
        Resolver {
            script: &self.scenario,
            draw: &self.draw,
            profile: &self.setup.profile,
            variables: &self.state.variables,
        }
    }

    pub(super) fn open(&self) -> Option<&Open> {
        match &self.state.phase {
            Phase::Asking(open) => Some(open),
            _ => None,
        }
    }

    /// Goes to a beat or an ending, and on through beats that ask nothing.
    pub(super) fn go(&mut self, target: &str, events: &mut Vec<Event>) {
        let scenario = Arc::clone(&self.scenario);
        let mut target = target.to_owned();
        for _ in 0..MOST_SILENT_BEATS {
            let Some(beat) = scenario.beats.get(&target) else {
                self.end(&target, events);
                return;
            };
            self.enter(&target, beat, events);
            if beat.activity.is_some() {
                self.state.phase = Phase::Telling;
                return;
            }
            self.judge(beat, &Evidence::default(), events);
            self.steps(&beat.after, &Evidence::default(), events);
            target = self.exit(beat, &Evidence::default());
        }
        self.end(&target, events);
    }

    fn enter(&mut self, id: &str, beat: &Beat, events: &mut Vec<Event>) {
        let label = self.resolver().text(&beat.label);
        let visit = self.state.visits.len();
        self.state.visits.push(Visit {
            beat: id.to_owned(),
            label: label.clone(),
            at: self.state.now,
            inputs: self.state.inputs,
        });
        id.clone_into(&mut self.state.beat);
        events.push(Event::BeatEntered { beat: id.to_owned(), label, visit });
        if let Some(stage) = &beat.stage
            && *stage != self.state.stage
        {
            stage.clone_into(&mut self.state.stage);
            self.state.things.clear();
            events.push(Event::StageSet { stage: stage.clone() });
        }
        self.steps(&beat.enter, &Evidence::default(), events);
    }

    /// Where a beat goes on: a watch that holds now, or its first open exit.
    pub(super) fn exit(&mut self, beat: &Beat, done: &Evidence) -> String {
        if let Some(target) = self.watch(done) {
            return target;
        }
        let open = beat.next.iter().find(|exit| self.holds(&exit.when, done));
        open.or(beat.next.last()).map(|exit| exit.to.clone()).unwrap_or_default()
    }

    /// The target of a watch that has come to hold; each jumps once a run.
    pub(super) fn watch(&mut self, done: &Evidence) -> Option<String> {
        let scenario = Arc::clone(&self.scenario);
        for (place, watch) in scenario.watches.iter().enumerate() {
            if !self.state.watched.contains(&place) && self.holds(&watch.when, done) {
                self.state.watched.insert(place);
                return Some(watch.to.clone());
            }
        }
        None
    }

    fn end(&mut self, id: &str, events: &mut Vec<Event>) {
        let text = self.scenario.endings.get(id).map(|e| self.resolver().text(&e.text));
        self.state.phase = Phase::Ended(id.to_owned());
        events.push(Event::Ended { ending: id.to_owned(), text: text.unwrap_or_default() });
    }

    /// Lets authored steps happen, in order.
    pub(super) fn steps(&mut self, steps: &[Step], done: &Evidence, events: &mut Vec<Event>) {
        for step in steps {
            self.step(step, done, events);
        }
    }

    fn step(&mut self, step: &Step, done: &Evidence, events: &mut Vec<Event>) {
        match step {
            Step::Say(who, text) => self.say(who, text, events),
            Step::Tell(text) => {
                let text = self.resolver().text(text);
                self.state.last_line = Some((None, text.clone()));
                events.push(Event::Told { text });
            }
            Step::Think(text) => {
                let text = self.resolver().text(text);
                self.state.last_line = Some((None, text.clone()));
                events.push(Event::Thought { text });
            }
            Step::Look(who, mood) => {
                self.placed(who, |p| p.mood = *mood);
                events.push(Event::Looked { who: who.clone(), mood: *mood });
            }
            Step::Pose(who, pose) => {
                self.placed(who, |p| p.pose = *pose);
                events.push(Event::Posed { who: who.clone(), pose: *pose });
            }
            Step::Shake(a, b) => {
                for who in [a, b] {
                    // A hand that has been taken comes down afterwards.
                    self.placed(who, |p| {
                        if p.pose.is_hand_out() {
                            p.pose = Pose::Stand;
                        }
                    });
                }
                events.push(Event::Shook { a: a.clone(), b: b.clone() });
            }
            Step::Enter(who, spot) => {
                let placed = self.state.people.entry(who.clone()).or_default();
                placed.spot = *spot;
                events.push(Event::Entered { who: who.clone(), spot: *spot });
            }
            Step::Leave(who) => {
                self.state.people.remove(who);
                events.push(Event::Left { who: who.clone() });
            }
            Step::Wear(who, figure) => {
                self.state.worn.insert(who.clone(), figure.clone());
                events.push(Event::Wore { who: who.clone(), figure: figure.clone() });
            }
            Step::Face(who, whom) => {
                self.placed(who, |p| p.facing = Some(whom.clone()));
                events.push(Event::Faced { who: who.clone(), whom: whom.clone() });
            }
            Step::Put(thing) => self.put(thing, true, events),
            Step::Clear(thing) => self.put(thing, false, events),
            Step::Sound(sound) => events.push(Event::Sounded { sound: sound.clone() }),
            Step::Set(variable, number) => {
                let value = self.resolver().number(number);
                self.assign(variable, value, events);
            }
            Step::Add(variable, by) => {
                let value = self.state.variables.get(variable).copied().unwrap_or(0);
                self.assign(variable, i64::from(value) + i64::from(*by), events);
            }
            Step::Perceive(who, attribute, points, why) => events.push(Event::Perceived {
                who: who.clone(),
                attribute: *attribute,
                tenths: points.0,
                why: self.resolver().text(why),
            }),
            Step::Expect(who, part, points) => {
                let (who, part, tenths) = (who.clone(), *part, points.0);
                events.push(Event::Expected { who, part, tenths });
            }
            Step::If { when, then, otherwise } => {
                let branch = if self.holds(when, done) { then } else { otherwise };
                self.steps(branch, done, events);
            }
        }
    }

    pub(super) fn say(&mut self, who: &str, text: &Text, events: &mut Vec<Event>) {
        let text = self.resolver().text(text);
        self.state.last_line = Some((Some(who.to_owned()), text.clone()));
        events.push(Event::Said { who: who.to_owned(), text });
    }

    /// A thing of the place appears or goes; one that is so already stays so.
    fn put(&mut self, thing: &str, there: bool, events: &mut Vec<Event>) {
        let scenario = Arc::clone(&self.scenario);
        let place = scenario.place(&self.state.stage);
        let Some(about) = place.and_then(|place| place.things.get(thing)) else { return };
        let before = self.state.things.get(thing).copied().unwrap_or(about.there);
        if before != there {
            self.state.things.insert(thing.to_owned(), there);
            let thing = thing.to_owned();
            events.push(if there {
                Event::Appeared { thing, text: about.put.clone() }
            } else {
                Event::Vanished { thing, text: about.clear.clone() }
            });
        }
    }

    fn placed(&mut self, who: &str, change: impl FnOnce(&mut Placed)) {
        if let Some(placed) = self.state.people.get_mut(who) {
            change(placed);
        }
    }

    /// Gives a variable a value, held within its bounds.
    fn assign(&mut self, variable: &str, value: i64, events: &mut Vec<Event>) {
        let Some(bounds) = self.scenario.variables.get(variable) else { return };
        let value = value.clamp(i64::from(bounds.min), i64::from(bounds.max.max(bounds.min)));
        let value = i32::try_from(value).unwrap_or(bounds.max);
        if self.state.variables.insert(variable.to_owned(), value) != Some(value) {
            events.push(Event::Changed { variable: variable.to_owned(), value });
        }
    }
}
