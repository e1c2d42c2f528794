//! One person acting: poses flow into one another, the chest breathes, eyes blink and look, feet walk.

use bevy::math::Vec2;

use super::gait::{
    self, Clasp, GIVE_SECONDS, SHAKE_SECONDS, WITHDRAW_SECONDS, draw_back, ease, swing, swing_on,
};
use super::rig::{Arms, Bone, Build, Depth, Face, Hold, Rig, Side, Sway};
use super::stance::{Skeleton, Stance, hand_of};
use crate::scenario::{Mood, Pose};

/// Breathing and blinking stop after so many seconds without anything new, so
/// that a waiting screen need not be drawn again and again.
pub(super) const RESTLESS: f32 = 20.0;

const POSE_SECONDS: f32 = 0.55;
/// How long a body swings on after it has come into a pose.
const FOLLOW_SECONDS: f32 = 0.5;
/// How long the eyes stay shut.
const BLINK_SECONDS: f32 = 0.15;
/// How long the lips keep one shape.
const SYLLABLE_SECONDS: f32 = 0.1;
/// The lips' shapes one after another; an empty one is the mood's own mouth.
const SYLLABLES: [&str; 11] = ["talk", "", "talk", "oh", "", "talk", "talk", "", "oh", "talk", ""];
/// Radians a second by which a head turns towards who speaks.
const HEED_SPEED: f32 = 0.5;
const TURN_SECONDS: f32 = 0.24;
/// The rests in which arms swing along when their owner walks.
const SWINGING: [&str; 2] = ["sides", "loose"];
/// Stage units a second.
const WALK_SPEED: f32 = 430.0;
/// Somebody on the stage.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub build: Build,
    pub pose: Pose,
    pub mood: Mood,
    /// Where they stand, in stage units from the middle.
    pub x: f32,
    faces_right: bool,
    going: Option<f32>,
    walked: f32,
    from: Stance,
    to: Stance,
    gone: f32,
    lasts: f32,
    /// How far the back draws away before the movement, in radians.
    push: f32,
    sway: Option<(Sway, f32)>,
    turned: f32,
    clasp: Option<Clasp>,
    breath: f32,
    quiet: f32,
    next_blink: f32,
    blinks: u32,
    talking: f32,
    gaze: Gaze,
    /// How far the head bends to meet the speaker's eyes: now, and at last.
    heed: (f32, f32),
    hands: [(String, Depth); 2],
    holds: Vec<Hold>,
}

/// Where the eyes go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gaze {
    /// Wherever the face looks.
    #[default]
    Ahead,
    /// To somebody in front.
    Front,
    /// To somebody behind, out of the corner of the eye.
    Back,
}

/// When the next picture is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pulse {
    /// Not before something happens.
    Still,
    /// Breath, lips and lids move: a few pictures a second are enough.
    Slow,
    /// The body moves: as soon as can be.
    Fast,
}

/// Everything needed to draw somebody at this moment.
#[derive(Clone, Debug)]
pub(super) struct Look<'a> {
    pub skeleton: Skeleton,
    /// Stage units from the middle.
    pub x: f32,
    /// 1 looking right, −1 looking left, between them while turning.
    pub width: f32,
    pub face: &'a Face,
    pub eyes: &'a str,
    pub mouth: &'a str,
    /// Which hand is shown and where its arm lies: near, far.
    pub hands: [(String, Depth); 2],
    pub holds: &'a [Hold],
}

impl Actor {
    /// Somebody standing still.
    pub(super) fn new(rig: &Rig, build: Build, x: f32, faces_right: bool, seed: u32) -> Actor {
        let mut actor = Actor {
            build,
            pose: Pose::Stand,
            mood: Mood::Neutral,
            x,
            faces_right,
            going: None,
            walked: 0.0,
            from: Stance::default(),
            to: Stance::default(),
            gone: 1.0 + FOLLOW_SECONDS,
            lasts: 1.0,
            push: 0.0,
            sway: None,
            turned: 1.0,
            clasp: None,
            breath: (seed % 7) as f32 * 0.5,
            quiet: 0.0,
            next_blink: 1.0 + (seed % 5) as f32 * 0.7,
            blinks: seed,
            talking: 0.0,
            gaze: Gaze::Ahead,
            heed: (0.0, 0.0),
            hands: Default::default(),
            holds: Vec::new(),
        };
        actor.adopt(rig);
        actor.from = actor.to.clone();
        actor
    }

    /// Whether they look to the right of the stage.
    #[cfg(test)]
    pub(super) fn faces_right(&self) -> bool {
        self.faces_right
    }

    /// Where they stand or are on the way to.
    pub(super) fn goal(&self) -> f32 {
        self.going.unwrap_or(self.x)
    }

    /// Takes a pose, from wherever the body is now.
    pub(super) fn take(&mut self, rig: &Rig, pose: Pose) {
        if pose != self.pose {
            self.quiet = 0.0;
            self.pose = pose;
            self.let_go();
            self.change(rig);
        }
    }

    /// The hand that was given comes down.
    pub(super) fn let_go(&mut self) {
        if let Some(clasp) = self.clasp.as_mut().filter(|clasp| !clasp.over) {
            self.quiet = 0.0;
            clasp.over = true;
            // A hand on its way turns round where it is.
            let out = (clasp.gone / GIVE_SECONDS).min(1.0);
            clasp.gone = clasp.gone.max(SHAKE_SECONDS - WITHDRAW_SECONDS * out);
        }
    }

    /// Looks to who speaks; `bend` is the head's, in radians, forward.
    pub(super) fn watch(&mut self, gaze: Gaze, bend: f32) {
        if gaze != self.gaze || (bend - self.heed.1).abs() > 1e-3 {
            self.gaze = gaze;
            self.heed.1 = bend;
        }
    }

    /// Whether they look to the right of the stage in the pose they are in.
    pub(super) fn looks_right(&self, rig: &Rig) -> bool {
        self.faces_right != rig.poses.get(&self.pose).is_some_and(|spec| spec.away)
    }

    /// How far this person reaches out, in stage units; 0 if not at all.
    pub(super) fn reach(&self, rig: &Rig) -> f32 {
        let spec = rig.poses.get(&self.pose);
        spec.map_or(0.0, |spec| spec.reach) * rig.unit * self.build.height
    }

    /// Whether a handshake is under way.
    pub(super) fn shakes(&self) -> bool {
        self.clasp.is_some()
    }

    /// Whether hands have met and hold each other.
    pub(super) fn hands_joined(&self) -> bool {
        self.clasp.is_some_and(|clasp| !clasp.over && clasp.gone >= GIVE_SECONDS)
    }

    /// How far this person has walked so far, in stage units.
    pub(super) fn walked(&self) -> f32 {
        self.walked
    }

    /// Whether the pose binds the eyes to what the hands do.
    pub(super) fn absorbed(&self, rig: &Rig) -> bool {
        rig.poses.get(&self.pose).is_some_and(|spec| spec.absorbed)
    }

    /// Goes on in another figure's body.
    pub(super) fn wear(&mut self, rig: &Rig, build: Build) {
        self.quiet = 0.0;
        self.build = build;
        self.adopt(rig);
        self.from = self.to.clone();
        self.gone = self.lasts + FOLLOW_SECONDS;
        self.sway = None;
    }

    /// Whether this person is seated.
    pub(super) fn sits(&self) -> bool {
        self.pose.sits()
    }

    /// Changes face.
    pub(super) fn feel(&mut self, mood: Mood) {
        if mood != self.mood {
            self.quiet = 0.0;
            self.mood = mood;
        }
    }

    /// Looks to the right or left of the stage.
    pub(super) fn face(&mut self, rig: &Rig, right: bool) {
        if right != self.faces_right {
            self.quiet = 0.0;
            self.faces_right = right;
            self.turned = 0.0;
            self.change(rig);
        }
    }

    /// Walks to a place.
    pub(super) fn go(&mut self, x: f32) {
        if self.goal() != x {
            self.quiet = 0.0;
            self.going = ((x - self.x).abs() > 0.5).then_some(x);
        }
    }

    /// Stands where they are.
    pub(super) fn stop(&mut self) {
        self.going = None;
    }

    /// Moves the lips for a while.
    pub(super) fn talk(&mut self, seconds: f32) {
        self.quiet = 0.0;
        self.talking = seconds;
    }

    /// Closes the mouth.
    pub(super) fn hush(&mut self) {
        self.talking = 0.0;
    }

    /// Gives the right hand to somebody: `at` is where the hands meet, in
    /// stage units from this person's place on the floor, y up.
    pub(super) fn shake(&mut self, at: Vec2) {
        self.quiet = 0.0;
        self.clasp = Some(Clasp { at, gone: 0.0, over: false });
    }

    /// Somebody did something: everybody is awake again.
    pub(super) fn stir(&mut self) {
        self.quiet = 0.0;
    }

    /// Whether anything but breath, lids and lips is still moving.
    pub(super) fn busy(&self) -> bool {
        self.gone < self.lasts + FOLLOW_SECONDS
            || self.turned < 1.0
            || self.going.is_some()
            || self.clasp.is_some()
            || self.sway.is_some()
            || self.heed.0 != self.heed.1
    }

    /// When the next picture may differ from this one.
    pub(super) fn pulse(&self) -> Pulse {
        if self.busy() {
            Pulse::Fast
        } else if self.talking > 0.0 || self.quiet < RESTLESS {
            Pulse::Slow
        } else {
            Pulse::Still
        }
    }

    /// Comes at once to the end of every movement.
    pub(super) fn settle(&mut self) {
        self.gone = self.lasts + FOLLOW_SECONDS;
        self.turned = 1.0;
        self.sway = None;
        self.clasp = None;
        self.talking = 0.0;
        self.heed.0 = self.heed.1;
        // Nobody is caught with half-shut eyes.
        self.next_blink = self.next_blink.max(1.0);
        if let Some(x) = self.going.take() {
            self.x = x;
        }
        self.quiet = RESTLESS;
    }

    /// Lets `seconds` go by.
    pub(super) fn advance(&mut self, seconds: f32) {
        self.quiet += seconds;
        self.gone = (self.gone + seconds).min(self.lasts + FOLLOW_SECONDS);
        self.turned = (self.turned + seconds / TURN_SECONDS).min(1.0);
        self.talking = (self.talking - seconds).max(0.0);
        if self.quiet < RESTLESS {
            self.breath += seconds;
            self.next_blink -= seconds;
            if self.next_blink < -BLINK_SECONDS {
                self.blinks = self.blinks.wrapping_mul(747_796_405).wrapping_add(2_891_336_453);
                // From three to six seconds.
                self.next_blink = 3.0 + (self.blinks >> 24) as f32 / 85.0;
            }
        }
        let turn = (self.heed.1 - self.heed.0).clamp(-HEED_SPEED * seconds, HEED_SPEED * seconds);
        self.heed.0 += turn;
        if (self.heed.1 - self.heed.0).abs() < 1e-4 {
            self.heed.0 = self.heed.1;
        }
        if self.gone >= self.lasts
            && let Some((sway, gone)) = &mut self.sway
        {
            *gone += seconds;
            if *gone >= sway.seconds {
                self.sway = None;
            }
        }
        if let Some(clasp) = &mut self.clasp {
            if self.going.is_none() || clasp.over {
                clasp.gone += seconds;
            }
            if clasp.gone >= SHAKE_SECONDS {
                self.clasp = None;
            }
        }
        if let Some(goal) = self.going {
            let left = goal - self.x;
            // The last steps are slower.
            let pace = WALK_SPEED * (left.abs() / 90.0).clamp(0.35, 1.0);
            let step = (pace * seconds).min(left.abs());
            self.x += step * left.signum();
            self.walked += step;
            if (goal - self.x).abs() < 0.5 {
                self.x = goal;
                self.going = None;
            }
        }
    }

    /// What there is to see now.
    pub(super) fn look<'a>(&'a self, rig: &'a Rig) -> Option<Look<'a>> {
        let face = rig.moods.get(&self.mood)?;
        let spec = rig.poses.get(&self.pose)?;
        let mut stance = self.blended();
        stance.add_turn(Bone::Head, (face.head * self.progress(0.1)).to_radians() + self.heed.0);
        if let Some((sway, gone)) = self.sway {
            stance.add_turn(sway.bone, swing(&sway, gone));
        }
        if self.quiet < RESTLESS {
            let fade = (RESTLESS - self.quiet).clamp(0.0, 1.0);
            let breath = (self.breath * std::f32::consts::TAU / 3.6).sin() * fade;
            stance.scale(Bone::Torso, 1.0 + 0.0055 * breath);
            stance.add_turn(Bone::NearUpperArm, 0.008 * breath);
            stance.add_turn(Bone::Head, 0.006 * breath);
        }
        let forward = if self.faces_right == spec.away { -1.0 } else { 1.0 };
        if let Some(goal) = self.going {
            let left = (goal - self.x) * forward;
            // Folded hands stay folded.
            let free =
                matches!(spec.arms, Arms::Rest) && SWINGING.contains(&self.build.rest.as_str());
            gait::walk(rig, &self.build, &mut stance, left, self.walked, free);
        }
        let mut hands = self.hands.clone();
        if let Some(clasp) = self.clasp {
            gait::give_hand(rig, &self.build, &mut stance, &clasp, forward);
            let side = if forward > 0.0 { Side::Near } else { Side::Far };
            if (0.12..SHAKE_SECONDS - 0.25).contains(&clasp.gone) {
                let closed = (0.42..SHAKE_SECONDS - WITHDRAW_SECONDS).contains(&clasp.gone);
                let shape = if closed { "hold" } else { "open" };
                hands[side as usize] = (shape.to_owned(), Depth::Own);
            }
        }
        let turn = (self.turned * std::f32::consts::PI).cos();
        let turning = if self.turned < 1.0 { -turn } else { 1.0 };
        let squeezed = if turning.abs() < 0.12 { 0.12_f32.copysign(turning) } else { turning };
        let shut = self.next_blink < 0.0 && face.eyes != "smile" && self.quiet < RESTLESS;
        let eyes = match self.gaze {
            // Only plain open eyes have other looks; a mood's own stay.
            Gaze::Front if face.eyes == "open" => "front",
            Gaze::Back if face.eyes == "open" => "back",
            _ => face.eyes.as_str(),
        };
        let mouth = Some(self.syllable()).filter(|shape| !shape.is_empty());
        Some(Look {
            skeleton: stance.skeleton(rig, &self.build),
            x: self.x,
            width: squeezed * forward,
            face,
            eyes: if shut { "closed" } else { eyes },
            mouth: mouth.unwrap_or(&face.mouth),
            hands,
            holds: &self.holds,
        })
    }

    fn change(&mut self, rig: &Rig) {
        self.from = self.blended();
        self.gone = 0.0;
        self.adopt(rig);
        // The more the back and the arms will move, the further back first.
        let bends = self.to.turn(Bone::Torso) - self.from.turn(Bone::Torso);
        let arms = [Bone::NearUpperArm, Bone::FarUpperArm]
            .map(|arm| (self.from.turn(arm) - self.to.turn(arm)).clamp(-1.0, 1.0));
        self.push = (bends * 0.14 + (arms[0] + arms[1]) * 0.02).clamp(-0.05, 0.05);
    }

    /// The shape of the lips at this moment of speech; empty for the mood's own.
    fn syllable(&self) -> &'static str {
        if self.talking <= 0.0 {
            return "";
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a line is a few seconds"
        )]
        let at = (self.talking / SYLLABLE_SECONDS) as usize;
        SYLLABLES[at % SYLLABLES.len()]
    }

    fn adopt(&mut self, rig: &Rig) {
        let Some(spec) = rig.poses.get(&self.pose) else { return };
        let right = self.faces_right != spec.away;
        self.to = Stance::of(rig, &self.build, spec, right);
        self.lasts = spec.seconds.unwrap_or(POSE_SECONDS).max(0.01);
        self.sway = spec.sway.map(|sway| (sway, 0.0));
        self.holds.clone_from(&spec.holds);
        self.hands =
            [Side::Near, Side::Far].map(|side| hand_of(rig, &self.build, spec, side, right));
    }

    fn progress(&self, delay: f32) -> f32 {
        let t = (self.gone / self.lasts).min(1.0);
        ease(((t - delay) / (1.0 - delay)).clamp(0.0, 1.0))
    }

    fn blended(&self) -> Stance {
        if self.gone >= self.lasts + FOLLOW_SECONDS {
            return self.to.clone();
        }
        // The back begins; head, arms and hands follow through.
        let mut stance = Stance::between(&self.from, &self.to, |bone| {
            self.progress(match bone {
                Bone::Head => 0.08,
                Bone::NearUpperArm | Bone::FarUpperArm => 0.05,
                Bone::NearForearm | Bone::FarForearm => 0.11,
                Bone::NearHand | Bone::FarHand => 0.18,
                _ => 0.0,
            })
        });
        let back = draw_back(self.gone / self.lasts);
        let after = (self.gone - self.lasts) / FOLLOW_SECONDS;
        stance.add_turn(Bone::Torso, self.push * (0.35 * swing_on(after) - back));
        stance.add_turn(Bone::Head, self.push * (0.6 * swing_on(after - 0.12) - 0.4 * back));
        for arm in [Bone::NearUpperArm, Bone::FarUpperArm] {
            stance.add_turn(arm, -self.push * swing_on(after - 0.08));
        }
        stance
    }
}
