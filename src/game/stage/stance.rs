//! A body's stance as plain numbers: solved from a pose, blended, and laid out bone by bone.

use bevy::math::Vec2;

use super::rig::{Arm, Arms, Bone, Build, Depth, PoseSpec, Rig, Side};

const BONES: usize = Bone::ALL.len();

/// The rest of an arm whose other arm is busy; every rig has it.
const IDLE_ARM: &str = "sides";

/// Angles and lengths of every bone. Two stances can be mixed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stance {
    /// How far the hips are from where they stand.
    pub hips: Vec2,
    /// Each bone's angle on its parent, in radians, clockwise.
    turn: [f32; BONES],
    /// Each bone's length beside its drawn length.
    stretch: [f32; BONES],
}

/// Where a bone is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Placed {
    /// Its pivot, in drawing units.
    pub at: Vec2,
    /// Its angle, in radians, clockwise.
    pub turn: f32,
    /// Its length beside its drawn length.
    pub stretch: f32,
}

impl Placed {
    /// Where a point that lies `offset` from the drawn pivot is now.
    pub(super) fn carry(&self, offset: Vec2) -> Vec2 {
        self.at + Vec2::from_angle(self.turn).rotate(Vec2::new(offset.x, offset.y * self.stretch))
    }
}

/// Every bone's place, by [`Bone`] in the order of [`Bone::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Skeleton([Placed; BONES]);

impl Skeleton {
    /// Where this bone is.
    pub(super) fn bone(&self, bone: Bone) -> Placed {
        self.0[bone as usize]
    }
}

impl Default for Stance {
    fn default() -> Stance {
        Stance { hips: Vec2::ZERO, turn: [0.0; BONES], stretch: [1.0; BONES] }
    }
}

impl Stance {
    /// A bone's angle on its parent.
    pub(super) fn turn(&self, bone: Bone) -> f32 {
        self.turn[bone as usize]
    }

    /// Turns a bone a little further.
    pub(super) fn add_turn(&mut self, bone: Bone, radians: f32) {
        self.turn[bone as usize] += radians;
    }

    /// Makes a bone longer or shorter.
    pub(super) fn scale(&mut self, bone: Bone, by: f32) {
        self.stretch[bone as usize] *= by;
    }

    /// Goes from `from` (0) to `to` (1); each bone may be at its own point.
    pub(super) fn between(from: &Stance, to: &Stance, point: impl Fn(Bone) -> f32) -> Stance {
        let mut mixed = from.clone();
        mixed.hips = from.hips.lerp(to.hips, point(Bone::Hips));
        for bone in Bone::ALL {
            let (i, t) = (bone as usize, point(bone));
            mixed.turn[i] = from.turn[i] + (to.turn[i] - from.turn[i]) * t;
            mixed.stretch[i] = from.stretch[i] + (to.stretch[i] - from.stretch[i]) * t;
        }
        mixed
    }

    /// Solves a pose for one figure. `faces_right` decides which side the
    /// person's own right hand is on.
    pub(super) fn of(rig: &Rig, build: &Build, pose: &PoseSpec, faces_right: bool) -> Stance {
        let mut stance = Stance { hips: pose.hips.into(), ..Stance::default() };
        let lean = (pose.lean + build.stoop).to_radians();
        stance.turn[Bone::Torso as usize] = lean;
        stance.turn[Bone::Tail as usize] = lean * rig.tail_follows;
        stance.turn[Bone::Head as usize] = (pose.head - 0.6 * build.stoop).to_radians();
        let feet = pose.feet.unwrap_or_default();
        for (side, moved) in [(Side::Near, feet.0), (Side::Far, feet.1)] {
            let foot = rig.pivot(build, side.leg()[2]) + Vec2::from(moved);
            stance.step(rig, build, side, foot);
        }
        for side in [Side::Near, Side::Far] {
            if let Some(arm) = arm_of(rig, build, &pose.arms, side, faces_right) {
                stance.reach(rig, build, side, arm);
            }
        }
        stance
    }

    /// Puts a foot at a point of the drawing, flat on the floor.
    pub(super) fn step(&mut self, rig: &Rig, build: &Build, side: Side, foot: Vec2) {
        let [thigh, shin, sole] = side.leg();
        let hip = rig.pivot(build, thigh);
        let upper = rig.pivot(build, shin) - hip;
        let lower = rig.pivot(build, sole) - rig.pivot(build, shin);
        let (a, b) = bend(upper, lower, foot - hip - self.hips, Elbow::Forward);
        self.turn[thigh as usize] = a;
        self.turn[shin as usize] = b;
        self.turn[sole as usize] = -(a + b);
        if side == Side::Near {
            self.turn[Bone::Skirt as usize] = a;
        }
    }

    /// Puts a wrist where the arm is asked to reach.
    fn reach(&mut self, rig: &Rig, build: &Build, side: Side, arm: &Arm) {
        let point = Vec2::from(arm.to);
        let carrier = self.skeleton(rig, build).bone(arm.on);
        let target = carrier.carry(point - rig.pivot(build, arm.on));
        let [upper, fore, hand] = side.arm();
        self.stretch[upper as usize] = arm.seen.0;
        self.stretch[fore as usize] = arm.seen.1;
        self.turn[hand as usize] = arm.turn.to_radians();
        let elbow = if arm.elbow_forward { Elbow::Forward } else { Elbow::Back };
        self.aim(rig, build, side, target, elbow);
    }

    /// Bends an arm so that its wrist comes to a point of the drawing.
    pub(super) fn aim(&mut self, rig: &Rig, build: &Build, side: Side, wrist: Vec2, elbow: Elbow) {
        let [upper, fore, hand] = side.arm();
        let shoulder = rig.pivot(build, upper);
        let up = (rig.pivot(build, fore) - shoulder) * Vec2::new(1.0, self.stretch[upper as usize]);
        let low = (rig.pivot(build, hand) - rig.pivot(build, fore))
            * Vec2::new(1.0, self.stretch[fore as usize]);
        let torso = self.skeleton(rig, build).bone(Bone::Torso);
        let from = torso.carry(shoulder - rig.pivot(build, Bone::Torso));
        let local = Vec2::from_angle(-torso.turn).rotate(wrist - from);
        let (a, b) = bend(up, low, local, elbow);
        self.turn[upper as usize] = a;
        self.turn[fore as usize] = b;
    }

    /// Lays every bone out.
    pub(super) fn skeleton(&self, rig: &Rig, build: &Build) -> Skeleton {
        let mut placed = [Placed::default(); BONES];
        for bone in Bone::ALL {
            let i = bone as usize;
            let pivot = rig.pivot(build, bone);
            let (at, turn) = match bone.parent() {
                None => (pivot + self.hips, self.turn[i]),
                Some(parent) => {
                    let on = placed[parent as usize];
                    (on.carry(pivot - rig.pivot(build, parent)), on.turn + self.turn[i])
                }
            };
            placed[i] = Placed { at, turn, stretch: self.stretch[i] };
        }
        Skeleton(placed)
    }
}

/// What this side's arm is asked to do in a pose.
pub(super) fn arm_of<'a>(
    rig: &'a Rig,
    build: &Build,
    arms: &'a Arms,
    side: Side,
    faces_right: bool,
) -> Option<&'a Arm> {
    // Who looks to the right shows the viewer the right arm first.
    let is_right = (side == Side::Near) == faces_right;
    let asked = match arms {
        Arms::Rest => None,
        Arms::Own { right, left } => if is_right { right } else { left }.as_ref(),
        Arms::Seen { near, far } => if side == Side::Near { near } else { far }.as_ref(),
    };
    // An arm that has nothing to do while the other acts hangs down.
    let rest = if matches!(arms, Arms::Rest) { build.rest.as_str() } else { IDLE_ARM };
    asked.or_else(|| match rig.rests.get(rest) {
        Some(Arms::Own { right, left }) => if is_right { right } else { left }.as_ref(),
        Some(Arms::Seen { near, far }) => if side == Side::Near { near } else { far }.as_ref(),
        _ => None,
    })
}

/// The group of the hand and where the arm lies, in a pose.
pub(super) fn hand_of(
    rig: &Rig,
    build: &Build,
    pose: &PoseSpec,
    side: Side,
    faces_right: bool,
) -> (String, Depth) {
    arm_of(rig, build, &pose.arms, side, faces_right)
        .map_or_else(|| ("rest".to_owned(), Depth::Own), |arm| (arm.hand.clone(), arm.depth))
}

/// To which side the middle joint goes of somebody who looks to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Elbow {
    Back,
    Forward,
}

/// Bends two bones, drawn along `upper` and `lower`, so that their end comes
/// to `target`; returns the turn of each. Targets out of reach are pointed at.
///
/// The law of cosines gives the inner angle. Angles keep within a turn that
/// has no jump between hanging down and reaching up in front, so that two
/// solutions can be mixed.
pub(super) fn bend(upper: Vec2, lower: Vec2, target: Vec2, elbow: Elbow) -> (f32, f32) {
    let (a, b) = (upper.length().max(1.0), lower.length().max(1.0));
    let reach = target.length().clamp((a - b).abs() + 0.01, a + b - 0.01);
    let at_root = ((a * a + reach * reach - b * b) / (2.0 * a * reach)).clamp(-1.0, 1.0).acos();
    let way = if target.length() < 1e-3 { Vec2::Y } else { target.normalize() };
    let sign = if elbow == Elbow::Back { 1.0 } else { -1.0 };
    let first = Vec2::from_angle(sign * at_root).rotate(way) * a;
    let second = way * reach - first;
    // From straight down: forward is negative, up to three quarters of a turn.
    let above = |v: Vec2, drawn: Vec2| {
        let angle = drawn.angle_to(v);
        if angle > std::f32::consts::FRAC_PI_2 { angle - std::f32::consts::TAU } else { angle }
    };
    let turn_upper = above(first, upper);
    let bent = lower.angle_to(second) - turn_upper;
    (turn_upper, wrap(bent))
}

/// The same angle between half a turn back and half a turn on.
fn wrap(angle: f32) -> f32 {
    use std::f32::consts::{PI, TAU};
    (angle + PI).rem_euclid(TAU) - PI
}
