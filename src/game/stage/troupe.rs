//! Who is on the stage and what they are told to do, without any window.

use std::collections::BTreeMap;

use bevy::math::Vec2;

use super::actor::{Actor, Gaze, Pulse};
use super::gait;
use super::rig::{Build, Rig};
use super::{Noise, StageCue};
use crate::scenario::{Pose, Spot, TRAINEE};

/// Two people shake hands at this distance, in stage units.
const HAND_DISTANCE: f32 = 292.0;
/// How far before the left person, and how high above the floor, hands meet.
const HANDS_MEET: Vec2 = Vec2::new(132.0, 318.0);
/// How far beyond the picture's edge people come from and go to.
const WINGS: f32 = 240.0;

/// How high a standard person's eyes are when they stand, and when they sit.
const EYES: f32 = 496.0;
const SITTING_EYES: f32 = 380.0;
/// How much room somebody takes who reaches for nothing.
const BODY: f32 = 70.0;
/// By how much the hands that take lie under the thing that is given.
const GRASP: f32 = 14.0;
/// Nobody moves for less than this between two people.
const SHUFFLE: f32 = 16.0;
/// Nobody steps aside or up by more than this.
const FURTHEST_STEP: f32 = 110.0;
/// How long a step forward takes.
const STEP_SECONDS: f32 = 0.35;
/// A head bends at most so far to meet another's eyes, in radians.
const LARGEST_BEND: f32 = 0.1;

/// Everybody on the stage, by their name in the cast.
#[derive(Debug, Default)]
pub(super) struct Troupe {
    people: BTreeMap<String, Performer>,
    next_place: u32,
    /// Who spoke last.
    speaker: Option<String>,
}

/// One of them.
#[derive(Debug)]
pub(super) struct Performer {
    pub figure: String,
    pub actor: Actor,
    /// Later arrivals stand before earlier ones.
    pub place: u32,
    spot: Spot,
    /// Where the spot is, in stage units.
    base: f32,
    home: Option<f32>,
    leaving: bool,
    /// Whose hand they hold, or held last.
    partner: Option<String>,
    /// Where they stand instead of at their spot while people are put in order.
    in_line: Option<f32>,
    /// How far they have stepped forward: now, and at last, 0 to 1.
    pub forward: (f32, f32),
}

/// How people come on and move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// They walk, turn and breathe.
    Acted,
    /// Everything jumps to its end.
    AtOnce,
}

impl Troupe {
    /// Everybody, by name.
    pub(super) fn people(&self) -> impl Iterator<Item = (&str, &Performer)> {
        self.people.iter().map(|(who, performer)| (who.as_str(), performer))
    }

    /// Somebody by name.
    pub(super) fn get(&self, who: &str) -> Option<&Performer> {
        self.people.get(who)
    }

    /// When the next picture may differ from this one.
    pub(super) fn pulse(&self) -> Pulse {
        let one = |performer: &Performer| {
            let steps = performer.forward.0 != performer.forward.1;
            if steps || performer.home.is_some() { Pulse::Fast } else { performer.actor.pulse() }
        };
        self.people.values().map(one).max().unwrap_or(Pulse::Still)
    }

    /// Follows one cue. `width` is how much of the stage is seen, in its
    /// units; `build_of` finds a figure's build.
    pub(super) fn follow(
        &mut self,
        rig: &Rig,
        cue: &StageCue,
        width: f32,
        pace: Pace,
        build_of: impl Fn(&str) -> Build,
    ) {
        for performer in self.people.values_mut() {
            performer.actor.stir();
        }
        match cue {
            StageCue::ShowStage(_) | StageCue::ShowThing { .. } => {}
            StageCue::PlacePerson { who, figure, spot, facing_right } => {
                let x = spot_x(*spot, width);
                if self.people.get(who).is_some_and(|there| there.spot != *spot) {
                    self.withdraw(rig, who);
                }
                let there = self.people.get(who).filter(|there| !there.leaving);
                // Somebody who changes clothes changes them where they stand.
                let here = there.map(|there| there.actor.x);
                if there.is_none_or(|there| there.figure != *figure) {
                    let wings = if pace == Pace::Acted { wing(x, width) } else { x };
                    let start = here.unwrap_or(wings);
                    let seed = u32::try_from(who.len()).unwrap_or(0) + self.next_place;
                    let actor = Actor::new(rig, build_of(figure), start, *facing_right, seed);
                    let performer = Performer {
                        figure: figure.clone(),
                        actor,
                        place: self.next_place,
                        spot: *spot,
                        base: x,
                        home: None,
                        leaving: false,
                        partner: None,
                        in_line: None,
                        forward: (0.0, 0.0),
                    };
                    self.next_place += 1;
                    self.people.insert(who.clone(), performer);
                }
                if let Some(performer) = self.people.get_mut(who) {
                    performer.spot = *spot;
                    performer.base = x;
                    performer.leaving = false;
                    performer.home = None;
                    performer.actor.go(x);
                    performer.actor.face(rig, *facing_right);
                }
            }
            StageCue::ChangeFigure { who, figure } => {
                if let Some(performer) = self.people.get_mut(who) {
                    performer.figure.clone_from(figure);
                    performer.actor.wear(rig, build_of(figure));
                }
            }
            StageCue::RemovePerson(who) => {
                self.withdraw(rig, who);
                if self.speaker.as_ref() == Some(who) {
                    self.speaker = None;
                }
                if let Some(performer) = self.people.get_mut(who) {
                    let off = wing(performer.actor.x, width);
                    performer.leaving = true;
                    // Nobody goes off sitting.
                    if performer.actor.sits() {
                        performer.actor.take(rig, Pose::Stand);
                    }
                    performer.actor.face(rig, off > performer.actor.x);
                    performer.actor.go(off);
                }
            }
            StageCue::SetPose { who, pose } => {
                if self.people.get(who).is_some_and(|there| there.actor.pose != *pose) {
                    self.part(who);
                }
                if let Some(performer) = self.people.get_mut(who) {
                    performer.actor.take(rig, *pose);
                }
            }
            StageCue::SetMood { who, mood } => {
                if let Some(performer) = self.people.get_mut(who) {
                    performer.actor.feel(*mood);
                }
            }
            StageCue::FacePerson { who, whom } => {
                let target = self.people.get(whom).map(|other| other.actor.goal());
                if let (Some(x), Some(performer)) = (target, self.people.get_mut(who)) {
                    let right = x > performer.actor.goal();
                    performer.actor.face(rig, right);
                }
            }
            StageCue::ShakeHands(a, b) => self.shake(rig, a, b),
            StageCue::LineUp { among, order } => self.line_up(among, order),
            StageCue::Speak { who, seconds } => {
                self.hush();
                if let Some(performer) = self.people.get_mut(who) {
                    performer.actor.talk(seconds.clamp(0.0, 10.0));
                    self.speaker = Some(who.clone());
                }
            }
            StageCue::Hush => self.hush(),
            StageCue::Settle => {
                self.make_room(rig);
                self.watch(rig);
                self.settle();
            }
            StageCue::Clear => {
                self.people.clear();
                self.speaker = None;
            }
        }
        self.make_room(rig);
        self.watch(rig);
        if pace == Pace::AtOnce {
            self.settle();
            for performer in self.people.values_mut() {
                performer.actor.stir();
            }
        }
    }

    /// Lets time go by; gives what is heard of it.
    pub(super) fn advance(&mut self, seconds: f32) -> Vec<Noise> {
        let mut heard = Vec::new();
        for (who, performer) in &mut self.people {
            let (walked, joined) = (performer.actor.walked(), performer.actor.hands_joined());
            performer.actor.advance(seconds);
            let (now, goal) = performer.forward;
            let step = seconds / STEP_SECONDS;
            performer.forward.0 = now + (goal - now).clamp(-step, step);
            if gait::foot_falls(walked, performer.actor.walked()) {
                heard.push(Noise::Footfall);
            }
            // Of the two whose hands meet, one is heard.
            let first = performer.partner.as_ref().is_some_and(|partner| who < partner);
            if first && !joined && performer.actor.hands_joined() {
                heard.push(Noise::Handshake);
            }
            if !performer.actor.busy()
                && let Some(home) = performer.home.take()
            {
                performer.actor.go(home);
            }
        }
        self.people.retain(|_, performer| !performer.leaving || performer.actor.busy());
        heard
    }

    /// Comes to the end of every movement at once.
    pub(super) fn settle(&mut self) {
        for performer in self.people.values_mut() {
            if let Some(home) = performer.home.take() {
                performer.actor.go(home);
            }
            performer.forward.0 = performer.forward.1;
            performer.actor.settle();
        }
        self.people.retain(|_, performer| !performer.leaving);
    }

    /// The window has another width: everybody stands at their spot again.
    pub(super) fn spread(&mut self, width: f32) {
        for performer in self.people.values_mut() {
            // Whoever has stepped aside stays so.
            let aside = performer.actor.goal() - performer.base;
            performer.base = spot_x(performer.spot, width);
            performer.actor.x = performer.base + aside;
            performer.actor.stop();
        }
        self.settle();
    }

    /// Everybody's eyes go to who speaks; whose hands are at work keep theirs there.
    fn watch(&mut self, rig: &Rig) {
        let eyes = |performer: &Performer| {
            let high = if performer.actor.sits() { SITTING_EYES } else { EYES };
            Vec2::new(performer.actor.goal(), high * performer.actor.build.height)
        };
        let speaker = self.speaker.as_ref().and_then(|who| Some((who, self.people.get(who)?)));
        let Some((name, at)) = speaker.map(|(who, performer)| (who.clone(), eyes(performer)))
        else {
            for performer in self.people.values_mut() {
                performer.actor.watch(Gaze::Ahead, 0.0);
            }
            return;
        };
        for (who, performer) in &mut self.people {
            let off = at - eyes(performer);
            let actor = &mut performer.actor;
            if *who == name || actor.absorbed(rig) {
                actor.watch(Gaze::Ahead, 0.0);
            } else if (off.x > 0.0) == actor.looks_right(rig) {
                let bend = (-off.y).atan2(off.x.abs().max(1.0)) * 0.4;
                actor.watch(Gaze::Front, bend.clamp(-LARGEST_BEND, LARGEST_BEND));
            } else {
                actor.watch(Gaze::Back, 0.0);
            }
        }
    }

    /// Who holds something out and who stands before them step apart, so that
    /// both can be seen; who takes what is given steps up to it.
    fn make_room(&mut self, rig: &Rig) {
        let mut aside: BTreeMap<String, f32> = BTreeMap::new();
        for (who, giver) in self.people.iter().filter(|(_, one)| one.actor.reach(rig) > 0.0) {
            let right = giver.actor.looks_right(rig);
            let gap = |other: &Performer| {
                if right { other.base - giver.base } else { giver.base - other.base }
            };
            let before = self.people.iter().filter(|(_, other)| gap(other) > 1.0 && !other.leaving);
            let Some((whom, other)) = before.min_by(|a, b| gap(a.1).total_cmp(&gap(b.1))) else {
                continue;
            };
            if giver.leaving || aside.contains_key(who) || aside.contains_key(whom) {
                continue;
            }
            let towards = other.actor.looks_right(rig) != right;
            let (one, two) = (giver.actor.pose, other.actor.pose);
            let passed = one.gives() && two.takes() || one.takes() && two.gives();
            let takes = towards && passed;
            let theirs = if towards { other.actor.reach(rig) } else { 0.0 };
            let theirs = if takes { theirs - GRASP } else { theirs.max(BODY) };
            let apart = giver.actor.reach(rig) + theirs - gap(other);
            if apart < SHUFFLE && !(takes && apart < -SHUFFLE) {
                continue;
            }
            // Who sits stays where they are.
            let theirs = if other.actor.sits() { 0.0 } else { apart / 2.0 };
            let mine = apart - theirs;
            let way = if right { 1.0 } else { -1.0 };
            aside.insert(who.clone(), -way * mine.clamp(-FURTHEST_STEP, FURTHEST_STEP));
            aside.insert(whom.clone(), way * theirs.clamp(-FURTHEST_STEP, FURTHEST_STEP));
        }
        for (who, performer) in &mut self.people {
            let there = performer.home.is_some() || performer.actor.shakes() || performer.leaving;
            if !there {
                let stand = performer.in_line.unwrap_or(performer.base);
                performer.actor.go(stand + aside.get(who).copied().unwrap_or(0.0));
            }
        }
    }

    /// Every mouth is closed.
    fn hush(&mut self) {
        for performer in self.people.values_mut() {
            performer.actor.hush();
        }
    }

    /// Those in order take the places of all of them, the first the one that is
    /// nearest to the trainee; the others keep what is left, as they stood.
    fn line_up(&mut self, among: &[String], order: &[String]) {
        for performer in self.people.values_mut() {
            performer.in_line = None;
            performer.forward.1 = 0.0;
        }
        let here = |who: &&String| self.people.contains_key(*who);
        let mut places: Vec<f32> =
            among.iter().filter(here).map(|who| self.people[who].base).collect();
        let from = self.people.get(TRAINEE).map_or(f32::NEG_INFINITY, |you| you.base);
        let right = places.iter().filter(|x| **x >= from).count() * 2 >= places.len();
        places.sort_by(|a, b| if right { a.total_cmp(b) } else { b.total_cmp(a) });
        let first: Vec<&String> = order.iter().filter(here).collect();
        let mut rest: Vec<&String> =
            among.iter().filter(here).filter(|who| !order.contains(who)).collect();
        rest.sort_by(|a, b| {
            let (a, b) = (self.people[*a].base, self.people[*b].base);
            if right { a.total_cmp(&b) } else { b.total_cmp(&a) }
        });
        let stand: Vec<(String, f32)> =
            first.iter().chain(&rest).map(|who| (*who).clone()).zip(places).collect();
        let ahead = first.len();
        for (place, (who, x)) in stand.into_iter().enumerate() {
            let stands = |one: &&mut Performer| !one.leaving && !one.actor.sits();
            if let Some(performer) = self.people.get_mut(&who).filter(stands) {
                performer.in_line = (ahead > 0).then_some(x);
                performer.forward.1 = if place < ahead { 1.0 } else { 0.0 };
            }
        }
    }

    /// Hands that are joined, or were, let go and come down.
    fn part(&mut self, who: &str) {
        let partner = self.people.get_mut(who).and_then(|performer| {
            performer.actor.let_go();
            performer.partner.take()
        });
        if let Some(other) = partner.and_then(|partner| self.people.get_mut(&partner))
            && other.partner.as_deref() == Some(who)
        {
            other.partner = None;
            other.actor.let_go();
        }
    }

    /// Nobody walks with a hand held out.
    fn withdraw(&mut self, rig: &Rig, who: &str) {
        self.part(who);
        if let Some(performer) = self.people.get_mut(who)
            && performer.actor.pose.is_hand_out()
        {
            performer.actor.take(rig, Pose::Stand);
        }
    }

    fn shake(&mut self, rig: &Rig, a: &str, b: &str) {
        let (Some(one), Some(other)) = (self.people.get(a), self.people.get(b)) else { return };
        let (at_a, at_b) = (one.actor.goal(), other.actor.goal());
        if a == b {
            return;
        }
        let (tall_a, tall_b) = (one.actor.build.height, other.actor.build.height);
        // Whom either of them greeted before has the hand back.
        for (who, other) in [(a, b), (b, a)] {
            if self.people.get(who).and_then(|one| one.partner.as_deref()) != Some(other) {
                self.part(who);
            }
        }
        let (left, right) = if at_a <= at_b { (a, b) } else { (b, a) };
        let (from, to) = (at_a.min(at_b), at_a.max(at_b));
        let step = ((to - from - HAND_DISTANCE) / 2.0).max(0.0);
        let meet = (from + step) + HANDS_MEET.x.min((to - from) * 0.45);
        let tall = (tall_a + tall_b) / 2.0;
        for (who, stand, faces_right) in [(left, from + step, true), (right, to - step, false)] {
            if let Some(performer) = self.people.get_mut(who) {
                if !performer.actor.sits() {
                    performer.actor.take(rig, Pose::Stand);
                }
                performer.actor.face(rig, faces_right);
                performer.actor.go(stand);
                performer.actor.shake(Vec2::new(meet - stand, HANDS_MEET.y * tall));
                let home = performer.base;
                performer.home = ((home - stand).abs() > 0.5).then_some(home);
                performer.partner = Some(if who == a { b } else { a }.to_owned());
            }
        }
    }
}

/// Where a spot is, in stage units from the middle.
pub(super) fn spot_x(spot: Spot, width: f32) -> f32 {
    let part = match spot {
        Spot::FarLeft => -0.39,
        Spot::Left => -0.26,
        Spot::MidLeft => -0.13,
        Spot::Centre => 0.0,
        Spot::MidRight => 0.13,
        Spot::Right => 0.26,
        Spot::FarRight => 0.39,
    };
    part * width.clamp(1100.0, 1800.0)
}

fn wing(x: f32, width: f32) -> f32 {
    let edge = width / 2.0 + WINGS;
    if x < 0.0 { -edge } else { edge }
}
