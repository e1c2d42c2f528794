//! Faces before everything: where a high desk would hide one, the whole stage is lifted.

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::{Frame, StageHidden};

/// What is kept free under the lowest chin, and of the window's upper edge, where
/// the strip is; in world units and in pixels of a window 720 high.
const CHIN: f32 = 14.0;
const STRIP: f32 = 66.0;
/// The share of the window that a desk must take before anything is lifted: where
/// it is low, hotspots lie on the picture, and that stays where it is.
const HIGH: f32 = 0.5;

/// Between which heights heads are seen, in world units.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Heads(Option<(f32, f32)>);

impl Heads {
    pub(super) fn add(&mut self, chin: f32, crown: f32) {
        let (low, high) = self.0.unwrap_or((chin, crown));
        self.0 = Some((low.min(chin), high.max(crown)));
    }
}

/// Moves the camera down, so that the lowest chin stands above the desk, as far as
/// the highest head has room under the strip.
pub(super) fn lift(
    heads: Res<Heads>,
    hidden: Res<StageHidden>,
    frame: Res<Frame>,
    window: Query<&Window, With<PrimaryWindow>>,
    mut cameras: Query<&mut Transform, With<Camera2d>>,
) {
    let (Ok(window), Ok(mut camera)) = (window.single(), cameras.single_mut()) else { return };
    let high = window.physical_height() as f32;
    let by = match (heads.0, hidden.0) {
        (Some(heads), Some(desk)) => lifted_by(heads, desk.min.y, high, frame.pixels),
        _ => 0.0,
    };
    let at = Vec3::new(0.0, -by, camera.translation.z);
    if camera.translation != at {
        camera.translation = at;
    }
}

/// By how much, where the desk begins `desk` pixels below the window's upper edge.
fn lifted_by((chin, crown): (f32, f32), desk: f32, high: f32, pixels: f32) -> f32 {
    if desk > high * (1.0 - HIGH) {
        return 0.0;
    }
    let world = |pixel: f32| (high / 2.0 - pixel) / pixels;
    let wanted = world(desk) + CHIN - chin;
    let room = world(STRIP * high / 720.0) - crown;
    wanted.min(room).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_face_is_lifted_as_far_as_there_is_room() {
        let by = |heads, desk| lifted_by(heads, desk, 720.0, 0.8);
        // Chins above the desk: nothing moves.
        assert_eq!(by((200.0, 320.0), 250.0), 0.0);
        // Somebody sits: the chin comes to stand above the desk.
        let sitting = by((60.0, 180.0), 250.0);
        assert!((60.0 + sitting - (110.0 / 0.8 + CHIN)).abs() < 0.01, "{sitting}");
        // Beside somebody who stands there is less room, and never a head under the strip.
        let beside = by((60.0, 340.0), 250.0);
        assert!(beside > 0.0 && beside < sitting, "{beside}");
        assert!(340.0 + beside <= (360.0 - STRIP) / 0.8 + 0.01, "{beside}");
        // A low desk hides legs alone.
        assert_eq!(by((-200.0, -80.0), 470.0), 0.0);
    }
}
