//! A large picture in panes around what hides it: nobody draws what stands behind the desk.

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::{Frame, StageHidden};

/// Whole texels: left, top, right, bottom.
pub(super) type Texels = [u32; 4];

/// How many panes a picture has: above the hole, below it, left and right of it.
const PANES: usize = 4;

/// A picture that is shown in panes, which are its children.
#[derive(Component, Clone, Debug)]
pub(super) struct Panes {
    /// Its size in the image.
    texels: UVec2,
    /// Its size on the stage.
    size: Vec2,
}

/// One of them, by its place in what [`split`] gives.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Pane(usize);

/// Hangs up a picture of so many texels.
pub(super) fn hang(
    commands: &mut Commands,
    image: Handle<Image>,
    texels: UVec2,
    size: Vec2,
    at: Vec3,
) -> Entity {
    let whole = (Panes { texels, size }, Transform::from_translation(at), Visibility::default());
    let picture = commands.spawn(whole).id();
    for place in 0..PANES {
        commands.spawn((Pane(place), Sprite::from_image(image.clone()), ChildOf(picture)));
    }
    picture
}

/// Cuts what is hidden out of every picture.
pub(super) fn cut(
    hidden: Res<StageHidden>,
    frame: Res<Frame>,
    window: Query<&Window, With<PrimaryWindow>>,
    eye: Query<Ref<Transform>, (With<Camera2d>, Without<Pane>)>,
    pictures: Query<(Ref<Panes>, &Transform, &Children), Without<Pane>>,
    mut panes: Query<(&Pane, &mut Sprite, &mut Transform, &mut Visibility)>,
) {
    let (Ok(window), Ok(eye)) = (window.single(), eye.single()) else { return };
    let seen = Vec2::new(window.physical_width() as f32, window.physical_height() as f32);
    for (picture, place, children) in &pictures {
        if !picture.is_added() && !hidden.is_changed() && !frame.is_changed() && !eye.is_changed() {
            continue;
        }
        let Panes { texels, size } = &*picture;
        let scale = texels.as_vec2() / *size;
        let hole = hidden.desk.map_or([0; 4], |hidden| {
            // From the window's pixels to the stage's units, and on to the picture's texels.
            let texel = |pixel: Vec2| {
                let world = (pixel - seen / 2.0) / frame.pixels * Vec2::new(1.0, -1.0)
                    + eye.translation.truncate();
                let from_corner = (world - place.translation.truncate()) * Vec2::new(1.0, -1.0);
                (from_corner + *size / 2.0) * scale
            };
            whole_texels(texel(hidden.min), texel(hidden.max), *texels)
        });
        let parts = split(*texels, hole);
        for child in children {
            let Ok((Pane(which), mut sprite, mut at, mut visible)) = panes.get_mut(*child) else {
                continue;
            };
            let [left, top, right, bottom] = parts[*which].map(|texel| texel as f32);
            if right <= left || bottom <= top {
                visible.set_if_neq(Visibility::Hidden);
                continue;
            }
            let part = Rect::new(left, top, right, bottom);
            visible.set_if_neq(Visibility::Inherited);
            sprite.rect = Some(part);
            sprite.custom_size = Some(part.size() / scale);
            let off = part.center() / scale - *size / 2.0;
            at.translation = Vec3::new(off.x, -off.y, 0.0);
        }
    }
}

/// The whole texels that lie inside, none of them outside the picture.
pub(super) fn whole_texels(min: Vec2, max: Vec2, texels: UVec2) -> Texels {
    let min = min.ceil().clamp(Vec2::ZERO, texels.as_vec2()).as_uvec2();
    let max = max.floor().clamp(Vec2::ZERO, texels.as_vec2()).as_uvec2();
    [min.x, min.y, max.x, max.y]
}

/// What is left of a picture around a hole; what is empty has no size. Without a
/// hole the first pane is everything.
pub(super) fn split(texels: UVec2, [left, top, right, bottom]: Texels) -> [Texels; PANES] {
    let UVec2 { x: wide, y: high } = texels;
    if right <= left || bottom <= top {
        return [[0, 0, wide, high], [0; 4], [0; 4], [0; 4]];
    }
    [[0, 0, wide, top], [0, bottom, wide, high], [0, top, left, bottom], [right, top, wide, bottom]]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn panes_show_everything_once_but_what_is_hidden(
            wide in 1_u32..12, high in 1_u32..12,
            (x0, y0, x1, y1) in (-4.0_f32..16.0, -4.0_f32..16.0, -4.0_f32..16.0, -4.0_f32..16.0),
        ) {
            let texels = UVec2::new(wide, high);
            let hole = whole_texels(Vec2::new(x0, y0), Vec2::new(x1, y1), texels);
            let parts = split(texels, hole);
            for y in 0..high {
                for x in 0..wide {
                    let inside =
                        |[l, t, r, b]: Texels| (l..r).contains(&x) && (t..b).contains(&y);
                    let times = parts.iter().filter(|part| inside(**part)).count();
                    // A texel of which anything is seen is never left out.
                    let (fx, fy) = (x as f32, y as f32);
                    let hidden = x0 <= fx && fx + 1.0 <= x1 && y0 <= fy && fy + 1.0 <= y1;
                    prop_assert_eq!(times, usize::from(!hidden), "{},{}", x, y);
                }
            }
        }
    }
}
