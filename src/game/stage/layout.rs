//! From a look to pictures: which part goes where, at what angle and height in the pile.

use std::collections::BTreeMap;

use bevy::math::Vec2;

use super::actor::Look;
use super::art::Part;
use super::rig::{Art, Bone, Build, Depth, Hold, Holder, Layer, Rig, Side};

/// The part of a figure that is never to be hidden.
pub(super) const HEAD: &str = "head";

/// One picture of a figure, in the drawing's units.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// Its name in the figure's sheet.
    pub part: String,
    /// Where its middle is.
    pub at: Vec2,
    /// Its angle, in radians, clockwise.
    pub turn: f32,
    /// Its length beside its drawn length.
    pub stretch: f32,
    pub z: f32,
    /// Brightness, 0 to 1.
    pub shade: f32,
    /// Opacity, 0 to 1.
    pub alpha: f32,
}

/// Every picture of somebody at this moment, their shadow first; of what they hold
/// no more than so many.
pub(super) fn all(
    rig: &Rig,
    build: &Build,
    look: &Look<'_>,
    parts: &BTreeMap<String, Part>,
    most_held: usize,
) -> Vec<Piece> {
    let shadow = Hold {
        prop: "shadow".to_owned(),
        by: Holder::Floor,
        at: rig.ground,
        turn: 0.0,
        level: true,
        z: 0.0,
    };
    let held_now = look.holds.iter().take(most_held);
    held(rig, build, look, &shadow, parts)
        .into_iter()
        .chain(rig.layers.iter().filter_map(|one| layer(rig, build, look, one, parts)))
        .chain(held_now.filter_map(|hold| held(rig, build, look, hold, parts)))
        .collect()
}

/// What a layer shows now, or `None` if it shows nothing.
pub(super) fn layer(
    rig: &Rig,
    build: &Build,
    look: &Look<'_>,
    layer: &Layer,
    parts: &BTreeMap<String, Part>,
) -> Option<Piece> {
    let mut nudge = Vec2::ZERO;
    let mut tilt = 0.0;
    let mut alpha = 1.0;
    let face = look.face;
    let name = match &layer.art {
        Art::Part(name) => name.clone(),
        Art::Hand(side) => {
            let hand = &look.hands[*side as usize].0;
            let wanted = format!("hand-{hand}");
            if parts.contains_key(&wanted) { wanted } else { "hand-rest".to_owned() }
        }
        Art::Eyes => {
            let wanted = format!("eyes-{}", look.eyes);
            if parts.contains_key(&wanted) { wanted } else { format!("eyes-{}", face.eyes) }
        }
        Art::Mouth => format!("mouth-{}", look.mouth),
        Art::Brow(side) => {
            nudge.y = -face.brows_up;
            let (name, way) = match side {
                Side::Near => ("brow-near", 1.0),
                Side::Far => ("brow-far", -1.0),
            };
            tilt = (face.brows_knit * way).to_radians();
            name.to_owned()
        }
        Art::Badge => {
            let turned = look.width < 0.0 && parts.contains_key("badge-mirrored");
            if turned { "badge-mirrored" } else { "badge" }.to_owned()
        }
        Art::Blush => {
            alpha = face.blush.clamp(0.0, 1.0);
            "blush".to_owned()
        }
        Art::Sweat => {
            alpha = if face.sweat { 1.0 } else { 0.0 };
            "sweat".to_owned()
        }
    };
    if alpha <= 0.0 {
        return None;
    }
    let part = parts.get(&name)?;
    let place = look.skeleton.bone(layer.bone);
    let drawn = rig.pivot(build, layer.drawn_at.unwrap_or(layer.bone));
    Some(Piece {
        at: place.carry(part.middle + nudge - drawn),
        turn: place.turn + tilt,
        stretch: place.stretch,
        z: height(layer, look),
        shade: layer.shade,
        alpha,
        part: name,
    })
}

/// Where a held thing is now.
pub(super) fn held(
    rig: &Rig,
    build: &Build,
    look: &Look<'_>,
    hold: &Hold,
    parts: &BTreeMap<String, Part>,
) -> Option<Piece> {
    let part = parts.get(&hold.prop)?;
    let pivot = Vec2::from(*rig.props.get(&hold.prop)?);
    let at = Vec2::from(hold.at);
    let right_is_near = look.width > 0.0;
    let (on, turn, near) = match (hold.by, right_is_near) {
        (Holder::Chest, _) => {
            let torso = look.skeleton.bone(Bone::Torso);
            (torso.carry(at - rig.pivot(build, Bone::Torso)), torso.turn, true)
        }
        (Holder::Head, _) => {
            let head = look.skeleton.bone(Bone::Head);
            (head.carry(at - rig.pivot(build, Bone::Head)), head.turn, true)
        }
        (Holder::Floor, _) => (at, 0.0, true),
        (Holder::Near, _) | (Holder::Right, true) | (Holder::Left, false) => {
            let hand = look.skeleton.bone(Bone::NearHand);
            (hand.carry(at), hand.turn, true)
        }
        (Holder::Far, _) | (Holder::Left, true) | (Holder::Right, false) => {
            let hand = look.skeleton.bone(Bone::FarHand);
            (hand.carry(at), hand.turn, false)
        }
    };
    let turn = if hold.level { 0.0 } else { turn } + hold.turn.to_radians();
    Some(Piece {
        part: hold.prop.clone(),
        at: on + Vec2::from_angle(turn).rotate(part.middle - pivot),
        turn,
        stretch: 1.0,
        // In the far hand a thing lies just under that hand.
        z: if near { hold.z } else { hold.z.min(43.0) },
        shade: 1.0,
        alpha: 1.0,
    })
}

fn height(layer: &Layer, look: &Look<'_>) -> f32 {
    let side = match layer.bone {
        Bone::NearForearm | Bone::NearHand => Side::Near,
        Bone::FarForearm | Bone::FarHand => Side::Far,
        _ => return layer.z,
    };
    match look.hands[side as usize].1 {
        Depth::Own => layer.z,
        Depth::Front => layer.front.unwrap_or(layer.z),
        Depth::Back => layer.back.unwrap_or(layer.z),
    }
}
