//! Faces before everything: where a high desk would hide one, the whole stage is lifted, and who
//! sits beside somebody who stands a little more.

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::{Frame, StageHidden};

/// What is kept free under the lowest chin, in world units.
const CHIN: f32 = 14.0;
/// The share of the window that a desk must take before anything is lifted: where
/// it is low, hotspots lie on the picture, and that stays where it is.
const HIGH: f32 = 0.5;

/// Between which heights somebody's head is seen, in world units, and whether they sit.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Head {
    pub chin: f32,
    pub crown: f32,
    pub sits: bool,
}

/// Moves the camera down, so that the lowest chin stands above the desk, as far as
/// the highest head has room under the strip. Who sits and is still hidden is moved
/// up by themselves: what they sit on lies behind the desk.
pub(super) fn lift(
    hidden: Res<StageHidden>,
    frame: Res<Frame>,
    window: Query<&Window, With<PrimaryWindow>>,
    mut people: Query<(&Head, &mut Transform), Without<Camera2d>>,
    mut cameras: Query<&mut Transform, With<Camera2d>>,
) {
    let (Ok(window), Ok(mut camera)) = (window.single(), cameras.single_mut()) else { return };
    let high = window.physical_height() as f32;
    let free = hidden
        .desk
        .filter(|desk| desk.min.y <= high * (1.0 - HIGH))
        .map(|desk| Free::between(desk.min.y, hidden.strip, high, frame.pixels));
    let by = free.map_or(0.0, |free| free.lifts(people.iter().map(|(head, _)| *head)));
    for (head, mut place) in &mut people {
        let own = free.map_or(0.0, |free| free.lifts_one(*head, by));
        if own > 0.0 {
            place.translation.y += own;
        }
    }
    let at = Vec3::new(0.0, -by, camera.translation.z);
    if camera.translation != at {
        camera.translation = at;
    }
}

/// What can be seen between desk and strip, in world units before anything is lifted.
#[derive(Clone, Copy, Debug)]
struct Free {
    low: f32,
    high: f32,
}

impl Free {
    /// Where the desk begins and the strip ends so many pixels below the upper edge of
    /// a window so many pixels high.
    fn between(desk: f32, strip: f32, high: f32, pixels: f32) -> Free {
        let world = |pixel: f32| (high / 2.0 - pixel) / pixels;
        Free { low: world(desk) + CHIN, high: world(strip) }
    }

    /// By how much the stage is lifted for these heads. Beside somebody who stands, who
    /// sits does not count: the others need not go under the strip for them.
    fn lifts(self, heads: impl Iterator<Item = Head> + Clone) -> f32 {
        let stands = heads.clone().any(|head| !head.sits);
        let counted = heads.clone().filter(|head| !(stands && head.sits));
        let lowest = counted.map(|head| head.chin).min_by(f32::total_cmp);
        let highest = heads.map(|head| head.crown).max_by(f32::total_cmp);
        match (lowest, highest) {
            (Some(chin), Some(crown)) => (self.low - chin).min(self.high - crown).max(0.0),
            _ => 0.0,
        }
    }

    /// By how much somebody is lifted besides.
    fn lifts_one(self, head: Head, stage: f32) -> f32 {
        if head.sits { (self.low - head.chin - stage).max(0.0) } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Free = Free { low: 150.0, high: 380.0 };

    fn head(chin: f32, sits: bool) -> Head {
        Head { chin, crown: chin + 120.0, sits }
    }

    #[test]
    fn a_hidden_face_is_lifted_as_far_as_there_is_room() {
        let by = |heads: &[Head]| FREE.lifts(heads.iter().copied());
        assert_eq!(by(&[]), 0.0);
        // Chins above the desk: nothing moves.
        assert_eq!(by(&[head(200.0, false)]), 0.0);
        // Somebody bows: the chin comes to stand above the desk.
        assert_eq!(by(&[head(60.0, false)]), 90.0);
        // Beside somebody tall there is less room, and never a head under the strip.
        assert_eq!(by(&[head(60.0, false), head(220.0, false)]), 40.0);
        // Where everybody sits, the whole stage is lifted.
        assert_eq!(by(&[head(60.0, true), head(70.0, true)]), 90.0);
    }

    #[test]
    fn who_sits_beside_somebody_who_stands_is_seen_too() {
        let (sitting, standing) = (head(-60.0, true), head(140.0, false));
        let by = FREE.lifts([sitting, standing].into_iter());
        assert_eq!(by, 10.0);
        assert_eq!(sitting.chin + by + FREE.lifts_one(sitting, by), FREE.low);
        // Nobody who stands is moved by themselves, nor anybody who is seen.
        assert_eq!(FREE.lifts_one(head(-60.0, false), by), 0.0);
        assert_eq!(FREE.lifts_one(head(150.0, true), by), 0.0);
    }

    #[test]
    fn pixels_are_measured_from_the_middle_of_the_window() {
        let free = Free::between(250.0, 80.0, 720.0, 0.8);
        assert_eq!(free.low, 110.0 / 0.8 + CHIN);
        assert_eq!(free.high, 280.0 / 0.8);
    }
}
