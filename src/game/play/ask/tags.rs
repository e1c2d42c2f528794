//! Tags on the picture while an inspection is open: what can be pointed out, where it is.

use std::collections::BTreeSet;

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};
use bevy::window::PrimaryWindow;

use crate::game::Screen;
use crate::game::stage::StageHidden;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Digit, Keep, Ui};
use crate::session::{Ask, ShownSpot};

use super::super::PlaySystems;
use super::super::act::Intent;
use super::super::run::Run;

/// Tags stay between these shares of the window's height: above is the strip,
/// below the desk.
const HIGHEST: f32 = 0.12;
const LOWEST: f32 = 0.64;
/// Around what is heard, which is told in a line above the desk.
const AROUND_HEARD: f32 = 2.0 * GAP_S + GAP_XS;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, tag_the_picture.in_set(PlaySystems::Show));
}

/// How far above its thing a tag hangs, and how wide the ring on the thing is.
const HANGS: f32 = 20.0;
const RING: f32 = 14.0;

/// The sheet of tags.
#[derive(Component)]
struct Tags;

/// What the tags' look depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    spots: Vec<(ShownSpot, bool)>,
    single: bool,
    size: Vec2,
    /// How far down tags may reach.
    lowest: f32,
    scale: f32,
    zh: bool,
}

fn tag_the_picture(
    run: Res<Run>,
    ui: Res<Ui>,
    window: Query<&Window, With<PrimaryWindow>>,
    ui_scale: Res<UiScale>,
    hidden: Res<StageHidden>,
    tags: Query<Entity, With<Tags>>,
    mut last: Local<Option<Key>>,
    mut commands: Commands,
) {
    let Ok(window) = window.single() else { return };
    let size = window.size() / ui_scale.0;
    let desk = hidden.desk.map(|desk| desk.min.y / window.scale_factor() / ui_scale.0);
    let heard = ui.line_height(Size::Caption) + AROUND_HEARD;
    let lowest = desk.map_or(f32::MAX, |desk| desk - heard).min(size.y * LOWEST);
    let asking = run.asking();
    let key = asking.as_ref().and_then(|asking| match &asking.prompt.ask {
        Ask::Inspect { spots, single } if !super::is_large(&ui) => Some(Key {
            spots: spots.iter().map(|s| (s.clone(), asking.toggled.contains(&s.id))).collect(),
            single: *single,
            size,
            lowest,
            scale: ui.scale(),
            zh: ui.lang() == crate::standard::Lang::Zh,
        }),
        _ => None,
    });
    if *last == key && key.is_some() != tags.is_empty() {
        return;
    }
    tags.iter().for_each(|entity| commands.entity(entity).despawn());
    if let Some(key) = &key {
        spawn_tags(&mut commands, &ui, key);
    }
    *last = key;
}

fn spawn_tags(commands: &mut Commands<'_, '_>, ui: &Ui, key: &Key) {
    let sheet = Node {
        position_type: PositionType::Absolute,
        width: Val::Percent(100.0),
        height: Val::Percent(100.0),
        ..default()
    };
    let at = in_columns(key.spots.iter().map(|(spot, _)| spot.at).collect());
    let wanted: Vec<Rect> =
        key.spots.iter().zip(at).map(|((spot, _), at)| wanted(ui, spot, at, key)).collect();
    let things = key.spots.iter().filter_map(|(spot, _)| spot.on);
    let rings: Vec<Rect> =
        things.map(|on| Rect::from_center_size(point(on, key), Vec2::splat(RING))).collect();
    let places = apart(&wanted, &rings, (key.size, key.lowest));
    commands
        .spawn((sheet, Tags, Pickable::IGNORE, TabGroup::new(0), DespawnOnExit(Screen::Play)))
        .with_children(|sheet| {
            for ((spot, _), place) in key.spots.iter().zip(&places) {
                if let Some(thing) = spot.on {
                    spawn_ring(sheet, point(thing, key), *place);
                }
            }
            for (number, ((spot, on), place)) in key.spots.iter().zip(places).enumerate() {
                let node = Node {
                    position_type: PositionType::Absolute,
                    left: Val::Px(place.min.x),
                    top: Val::Px(place.min.y),
                    width: Val::Px(place.width()),
                    height: Val::Px(place.height()),
                    padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_XS)),
                    column_gap: Val::Px(GAP_S),
                    align_items: AlignItems::Center,
                    ..default()
                };
                let words = ui.say(&spot.text);
                let shown = if *on { format!("✓ {words}") } else { words.to_owned() };
                let id = spot.id.clone();
                let intent = if key.single { Intent::Choose(id) } else { Intent::Toggle(id) };
                let mut tag = sheet.spawn((
                    pressable(Look::Card, words, node),
                    Digit(u8::try_from(number + 1).unwrap_or(u8::MAX)),
                    intent,
                    Keep(format!("play/{}", spot.id)),
                    children![
                        (
                            written(
                                ui,
                                (number + 1).to_string(),
                                Size::Caption,
                                true,
                                JADE_DEEP,
                                Justified::Left
                            ),
                            Inked
                        ),
                        (written(ui, shown, Size::Body, false, INK, Justified::Left), Inked),
                    ],
                ));
                if !key.single {
                    tag.insert(Checkable);
                }
                if *on {
                    tag.insert(Checked);
                }
            }
        });
}

/// A place of the picture in the window.
fn point((x, y): (u32, u32), key: &Key) -> Vec2 {
    #[allow(clippy::cast_precision_loss, reason = "per cent")]
    let share = Vec2::new(x as f32, y as f32) / 100.0;
    key.size * share
}

/// Tags that are set one below the other are read downwards: the highest place is
/// that of the lowest number.
fn in_columns(mut at: Vec<Option<(u32, u32)>>) -> Vec<Option<(u32, u32)>> {
    let columns: BTreeSet<u32> = at.iter().flatten().map(|(x, _)| *x).collect();
    for column in columns {
        let inside = |at: &Option<(u32, u32)>| at.is_some_and(|(x, _)| x == column);
        let mut heights: Vec<u32> =
            at.iter().filter(|at| inside(at)).flatten().map(|(_, y)| *y).collect();
        heights.sort_unstable();
        for (place, height) in at.iter_mut().filter(|at| inside(at)).zip(heights) {
            *place = Some((column, height));
        }
    }
    at
}

/// A ring on the thing that a tag is about, and a thread to the tag.
fn spawn_ring(sheet: &mut ChildSpawnerCommands<'_>, at: Vec2, tag: Rect) {
    let lie = |centre: Vec2, size: Vec2| Node {
        position_type: PositionType::Absolute,
        left: Val::Px(centre.x - size.x / 2.0),
        top: Val::Px(centre.y - size.y / 2.0),
        width: Val::Px(size.x),
        height: Val::Px(size.y),
        ..default()
    };
    // Straight down or up where that leads to it, but never from its round corner.
    let straight = tag.inflate(-RADIUS_M);
    let end = at.clamp(Vec2::new(straight.min.x, tag.min.y), Vec2::new(straight.max.x, tag.max.y));
    let way = end - at;
    if way.length() > RING / 2.0 {
        let thread = lie((at + end) / 2.0, Vec2::new(way.length(), 2.0));
        let turned = UiTransform::from_rotation(Rot2::radians(way.to_angle()));
        sheet.spawn((thread, turned, BackgroundColor(JADE_DEEP), Pickable::IGNORE));
    }
    let ring = Node {
        border: UiRect::all(Val::Px(3.0)),
        border_radius: BorderRadius::MAX,
        ..lie(at, Vec2::splat(RING))
    };
    let colours = (BackgroundColor(PAPER), BorderColor::all(JADE_DEEP));
    sheet.spawn((ring, colours, Pickable::IGNORE));
}

/// Where a tag would lie if it were alone: where it says, or hung above its
/// thing so that the thing is seen, with room for the tick it may get.
fn wanted(ui: &Ui, spot: &ShownSpot, at: Option<(u32, u32)>, key: &Key) -> Rect {
    let px = ui.px(Size::Body);
    let tick = if key.single { "" } else { "✓ " };
    let words = ui.width(&format!("{tick}{}", ui.say(&spot.text)), Size::Body, false);
    let number = ui.width("0", Size::Caption, true);
    let wide = (words + number + GAP_S + 2.0 * GAP_M + 6.0).ceil();
    let size = Vec2::new(wide, TOUCH.max(px * 2.2));
    let lift = Vec2::new(0.0, HANGS + size.y / 2.0);
    let middle = match (at, spot.on) {
        (Some(at), _) => point(at, key),
        (None, Some(thing)) => point(thing, key) - lift,
        (None, None) => key.size / 2.0,
    };
    Rect::from_center_size(middle, size)
}

/// The same tags moved so that none lies on another, on the ring of a thing or off
/// the picture: from left to right, each goes up until it is free, or down where
/// there is no room.
fn apart(wanted: &[Rect], rings: &[Rect], (window, bottom): (Vec2, f32)) -> Vec<Rect> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].min.x.total_cmp(&wanted[*b].min.x));
    let top = window.y * HIGHEST;
    let mut placed: Vec<Option<Rect>> = vec![None; wanted.len()];
    for index in order {
        let size = wanted[index].size();
        let x = wanted[index].min.x.clamp(GAP_M, (window.x - size.x - GAP_M).max(GAP_M));
        let start = wanted[index].min.y.clamp(top, (bottom - size.y).max(top));
        let step = (size.y + GAP_S) / 2.0;
        let free = |y: f32| {
            let here = Rect::from_corners(Vec2::new(x, y), Vec2::new(x, y) + size);
            let clear = placed.iter().flatten().chain(rings).all(|other| {
                let gap = Vec2::splat(GAP_XS);
                Rect::from_corners(other.min - gap, other.max + gap).intersect(here).is_empty()
            });
            clear.then_some(here)
        };
        let up = (0..24_u8).map(|n| start - f32::from(n) * step).take_while(|y| *y >= top);
        let down = (1..24_u8).map(|n| start + f32::from(n) * step);
        let place = up.chain(down).find_map(free);
        placed[index] = place.or(Some(wanted[index]));
    }
    placed.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_tags_is_read_downwards() {
        let at = vec![Some((56, 42)), Some((34, 61)), None, Some((56, 21)), Some((56, 30))];
        let down = vec![Some((56, 21)), Some((34, 61)), None, Some((56, 30)), Some((56, 42))];
        assert_eq!(in_columns(at), down);
    }

    #[test]
    fn crowded_tags_are_moved_apart_and_stay_in_the_picture() {
        let window = Vec2::new(1280.0, 720.0);
        let crowd: Vec<Rect> = (0..7_u8)
            .map(|n| {
                let centre = Vec2::new(300.0 + 40.0 * f32::from(n), 560.0);
                Rect::from_center_size(centre, Vec2::new(180.0, 44.0))
            })
            .collect();
        let rings: Vec<Rect> = [Vec2::new(420.0, 520.0), Vec2::new(500.0, 480.0)]
            .map(|at| Rect::from_center_size(at, Vec2::splat(RING)))
            .to_vec();
        let placed = apart(&crowd, &rings, (window, window.y * LOWEST));
        assert_eq!(placed.len(), crowd.len());
        for (i, a) in placed.iter().enumerate() {
            assert!(a.min.x >= 0.0 && a.max.x <= window.x, "{a:?}");
            assert!(a.min.y >= window.y * HIGHEST, "{a:?}");
            for b in placed[i + 1..].iter().chain(&rings) {
                assert!(a.intersect(*b).is_empty(), "{a:?} lies on {b:?}");
            }
        }
    }
}
