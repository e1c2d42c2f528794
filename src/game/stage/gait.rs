//! How bodies move: the curves of a movement, the steps of a walk, the arm of a handshake.

use bevy::math::Vec2;

use super::rig::{Bone, Build, Rig, Side, Sway};
use super::stance::{Elbow, Stance};

/// How long a handshake lasts in all.
pub(super) const SHAKE_SECONDS: f32 = 2.6;
/// How long a hand takes to the other's hand, and back to the side.
pub(super) const GIVE_SECONDS: f32 = 0.45;
pub(super) const WITHDRAW_SECONDS: f32 = 0.5;
/// Drawing units from the wrist to the middle of the palm, where hands meet.
const PALM: f32 = 33.0;
/// Stage units from one footfall to the next but one.
const STRIDE: f32 = 190.0;

/// A handshake under way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clasp {
    /// Stage units from the person's own place, and units above the floor.
    pub at: Vec2,
    pub gone: f32,
    /// The hands have let go: the arm comes down even while the person walks.
    pub over: bool,
}

/// Steps: `left` is how far there still is to go, forward or, below zero,
/// backward, and `walked` how far one has come, both in stage units. Arms that
/// are not `free` for it do not swing.
pub(super) fn walk(
    rig: &Rig,
    build: &Build,
    stance: &mut Stance,
    left: f32,
    walked: f32,
    free: bool,
) {
    let way = left.signum();
    let stride = STRIDE * build.stride;
    let phase = walked / stride * std::f32::consts::TAU;
    let scale = 1.0 / (rig.unit * build.height);
    let strength = (left.abs() / 60.0).min(1.0);
    let reach = stride * 0.25 * scale * strength;
    stance.hips.y += 5.0 + 4.0 * (2.0 * phase).cos();
    for (side, at) in [(Side::Near, phase), (Side::Far, phase + std::f32::consts::PI)] {
        let lift = (at.cos()).max(0.0) * 26.0 * strength;
        let foot = rig.pivot(build, side.leg()[2]) + Vec2::new(at.sin() * reach * way, -lift);
        stance.step(rig, build, side, foot);
        if free {
            stance.add_turn(side.arm()[0], at.sin() * 0.28 * way * strength);
        }
    }
    // A skirt hangs between the thighs.
    let thighs = [Bone::NearThigh, Bone::FarThigh].map(|bone| stance.turn(bone));
    let between = (thighs[0] + thighs[1]) / 2.0;
    stance.add_turn(Bone::Skirt, between - stance.turn(Bone::Skirt));
    stance.add_turn(Bone::Torso, 0.03 * way);
}

/// Whether a foot comes down on the way between two distances walked: twice in
/// a stride, in the middle of its reach.
pub(super) fn foot_falls(before: f32, after: f32) -> bool {
    let count = |walked: f32| (walked / STRIDE * 2.0 + 0.5).floor();
    count(after) > count(before)
}

/// An arm on its way to another's hand, in it, and back; `forward` is 1 for
/// who looks to the right and −1 for who looks to the left.
pub(super) fn give_hand(
    rig: &Rig,
    build: &Build,
    stance: &mut Stance,
    clasp: &Clasp,
    forward: f32,
) {
    let side = if forward > 0.0 { Side::Near } else { Side::Far };
    let t = clasp.gone;
    let out = smooth((t / GIVE_SECONDS).min(1.0));
    let back = smooth(((SHAKE_SECONDS - t) / WITHDRAW_SECONDS).clamp(0.0, 1.0));
    let weight = out.min(back);
    let pump = if (0.5..1.7).contains(&t) {
        ((t - 0.5) * std::f32::consts::TAU * 2.4).sin() * 11.0 * (1.7 - t)
    } else {
        0.0
    };
    let scale = 1.0 / (rig.unit * build.height);
    let hand = Vec2::new(clasp.at.x * forward, -clasp.at.y) * scale;
    let wrist = Vec2::from(rig.ground) + hand + Vec2::new(-PALM, pump);
    stance.add_turn(Bone::Torso, 0.07 * weight);
    let mut given = stance.clone();
    given.aim(rig, build, side, wrist, Elbow::Back);
    let [upper, fore, palm] = side.arm();
    let bent =
        given.turn(upper) + given.turn(fore) + given.skeleton(rig, build).bone(Bone::Torso).turn;
    // The palm stands upright, pointing straight at the other person.
    let level = -std::f32::consts::FRAC_PI_2 - bent - given.turn(palm);
    given.add_turn(palm, level);
    *stance = Stance::between(stance, &given, |bone| {
        if [upper, fore, palm].contains(&bone) { weight } else { 0.0 }
    });
}

fn smooth(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

/// From 0 to 1, drawing back a little first and going a little too far.
pub(super) fn ease(t: f32) -> f32 {
    smooth(t) - 0.07 * (t * std::f32::consts::TAU).sin()
}

/// The short counter-movement at the beginning of a movement that lasts from 0 to 1.
pub(super) fn draw_back(t: f32) -> f32 {
    if (0.0..0.4).contains(&t) { (t / 0.4 * std::f32::consts::PI).sin() } else { 0.0 }
}

/// The dying swing after a movement, from 0 to 1: it begins and ends at rest.
pub(super) fn swing_on(t: f32) -> f32 {
    if (0.0..1.0).contains(&t) {
        (t * 3.0 * std::f32::consts::PI).sin() * (1.0 - t) * (1.0 - t)
    } else {
        0.0
    }
}

/// How far a repeated movement is from the middle after so many seconds, in radians.
pub(super) fn swing(sway: &Sway, gone: f32) -> f32 {
    let left = (1.0 - gone / sway.seconds).max(0.0);
    let phase = gone * sway.hertz * std::f32::consts::TAU;
    let wave = if sway.sudden { phase.cos() * left * left } else { phase.sin() * left.sqrt() };
    sway.by.to_radians() * wave
}
