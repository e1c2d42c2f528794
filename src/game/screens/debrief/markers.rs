//! The markers of one beat on the time strip: what each stands for, what it is called, and choosing one.

use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui_widgets::ScrollIntoView;

use super::marks::{self, Sign};
use super::told::Stop;
use super::words::{clock, verdict};
use super::{Page, Reading};
use crate::game::awake::Awake;
use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::session::{SessionTime, Verdict};

/// How many marks of verdicts stand over one another; where there are more, those of
/// one verdict are one marker. No fewer than there are verdicts.
const PILE: usize = marks::SHOWN.len();
/// Between a marker's sign and how many things it stands for.
const BESIDE: f32 = 2.0;
/// From a sign, and from its number, to the edges of the ground that holds the two.
const ROUND: (f32, f32) = (2.0, 4.0);
/// The frame around what was chosen: how thick, and how far off.
const FRAME: (f32, f32) = (2.0, 1.0);
/// The bar before a line that was chosen: how wide, and how far it reaches out.
const BAR: (f32, f32) = (4.0, 6.0);
/// Frames after which what was just built has its place.
const LAID_OUT: u32 = 3;

/// What kind of thing a marker stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Verdict(Verdict),
    Sign(Sign),
}

/// A marker of the strip: things of one kind, near to one another in one beat.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) visit: usize,
    pub(super) of: Of,
    /// The first of its things, among those of its kind in the beat.
    pub(super) from: usize,
    pub(super) count: usize,
    /// Its place among the beat's markers, as one walks through them.
    pub(super) place: usize,
}

impl Marker {
    /// Whether it stands for this thing, the so-many-th of its kind in its beat.
    pub(super) fn holds(&self, of: Of, number: usize) -> bool {
        self.of == of && (self.from..self.from + self.count).contains(&number)
    }

    /// The frame around it while it is the one that was chosen.
    pub(super) fn frame(&self, chosen: Option<Marker>) -> Outline {
        let (width, off) = FRAME;
        let colour = if chosen == Some(*self) { JADE } else { Color::NONE };
        Outline::new(Val::Px(width), Val::Px(off), colour)
    }
}

/// Frames a card that the chosen marker stands for.
pub(super) fn frame_card(card: &mut EntityCommands<'_>) {
    card.insert(Outline::new(Val::Px(FRAME.0), Val::Px(FRAME.1 * 2.0), JADE));
}

/// Lays a light behind a line that the chosen marker stands for, and a bar before it.
pub(super) fn light_line(told: &mut EntityCommands<'_>) {
    let (wide, off) = BAR;
    let bar = Node {
        position_type: PositionType::Absolute,
        left: Val::Px(-off),
        top: Val::Px(0.0),
        bottom: Val::Px(0.0),
        width: Val::Px(wide),
        ..default()
    };
    told.insert(BackgroundColor(JADE_MIST));
    told.with_child((bar, BackgroundColor(JADE), Pickable::IGNORE));
}

/// What a marker is called, under the pointer and when it is chosen.
#[derive(Component, Clone, Debug, PartialEq, Eq)]
pub(super) struct Called(pub(super) String);

/// `Bell` or `Bell ×3`.
pub(super) fn counted(ui: &Ui, of: Of, count: usize) -> String {
    let name = match of {
        Of::Verdict(of) => verdict(ui, of),
        Of::Sign(sign) => ui.tr(sign.key()),
    };
    if count > 1 { format!("{name} ×{count}") } else { name }
}

/// What is written beside a marker's sign.
pub(super) fn number(count: usize) -> String {
    if count > 1 { format!("×{count}") } else { String::new() }
}

/// How wide a marker is whose sign is so wide.
pub(super) fn wide(ui: &Ui, side: f32, count: usize) -> f32 {
    let words = ui.width(&number(count), Size::Caption, true).ceil();
    if count > 1 { ROUND.0 + side + BESIDE + words + ROUND.1 } else { side }
}

/// The verdicts that count in a beat and how many markers stand for each, the best
/// first.
pub(super) fn pile(verdicts: &[Verdict]) -> Vec<(Verdict, usize, usize)> {
    let together = verdicts.len() > PILE;
    let mut pile = Vec::new();
    for of in marks::SHOWN {
        let count = verdicts.iter().filter(|v| **v == of).count();
        if together && count > 0 {
            pile.push((of, 0, count));
        } else {
            pile.extend((0..count).map(|from| (of, from, 1)));
        }
    }
    pile
}

/// What happened of one kind in a beat, and when.
pub(super) fn times(stop: &Stop, sign: Sign) -> Vec<SessionTime> {
    stop.happened.iter().filter(|h| h.sign == sign).map(|h| h.at).collect()
}

/// Puts a marker where it belongs in its beat.
pub(super) fn spawn(
    beat: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    marker: Marker,
    at: SessionTime,
    (left, top, high): (f32, f32, f32),
    side: f32,
) {
    let ui = page.ui;
    let name = [clock(at), counted(ui, marker.of, marker.count)].join(&ui.tr("dot"));
    let around = if marker.count > 1 { ROUND } else { (0.0, 0.0) };
    let padding = UiRect { left: Val::Px(around.0), right: Val::Px(around.1), ..default() };
    let node = Node {
        position_type: PositionType::Absolute,
        left: Val::Px(left),
        top: Val::Px(top),
        height: Val::Px(high),
        padding,
        border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
        ..row(BESIDE)
    };
    let frame = marker.frame(page.reading.marker);
    let mut shown = beat.spawn((node, marker, Called(name), Hovered::default(), frame));
    // What is one marker has one ground.
    if marker.count > 1 {
        shown.insert(BackgroundColor(SUNK));
    }
    shown.with_children(|shown| {
        match marker.of {
            Of::Verdict(of) => shown.spawn(page.marks.image(of, side)),
            Of::Sign(sign) => shown.spawn(page.marks.sign(sign, side)),
        };
        if marker.count > 1 {
            shown.spawn(line(ui, number(marker.count), Size::Caption, true, INK_SOFT));
        }
    });
}

/// A press on a marker chooses it; the press on its beat goes on from there.
pub(super) fn choose(
    click: On<Pointer<Click>>,
    markers: Query<&Marker>,
    mut reading: ResMut<Reading>,
) {
    if let Ok(marker) = markers.get(click.entity) {
        reading.visit = marker.visit;
        reading.marker = Some(*marker);
    }
}

/// The marker that comes next in a beat, up or down from the one that is chosen.
pub(super) fn next(markers: &Query<&Marker>, reading: Reading, step: isize) -> Option<Marker> {
    let here = reading.marker.filter(|marker| marker.visit == reading.visit);
    let place = match here {
        Some(marker) => marker.place.checked_add_signed(step)?,
        None if step > 0 => 0,
        None => return None,
    };
    markers.iter().find(|m| m.visit == reading.visit && m.place == place).copied()
}

/// Chooses the last marker of the open strip's beat that stands for several things, as
/// a press on it does; or else its last.
pub(crate) fn choose_last(world: &mut World) {
    // The strip has to be there first.
    if world.run_system_cached(super::turn).is_err() {
        return;
    }
    let visit = world.resource::<Reading>().visit;
    let mut markers = world.query::<&Marker>();
    let here = markers.iter(world).filter(|marker| marker.visit == visit);
    let last = here.max_by_key(|marker| (marker.count > 1, marker.place)).copied();
    world.resource_mut::<Reading>().marker = last;
}

/// The markers of the open strip: what each is called, its middle in the window's
/// pixels, its beat and its place in it, and whether it is the one that was chosen.
#[cfg(test)]
pub(crate) fn shown(world: &mut World) -> Vec<(String, Vec2, (usize, usize), bool)> {
    use bevy::ui::UiGlobalTransform;

    let chosen = world.resource::<Reading>().marker;
    let mut markers = world.query::<(&Marker, &Called, &ComputedNode, &UiGlobalTransform)>();
    let told =
        |(marker, called, node, place): (&Marker, &Called, &ComputedNode, &UiGlobalTransform)| {
            let at = place.translation * node.inverse_scale_factor();
            (called.0.clone(), at, (marker.visit, marker.place), chosen == Some(*marker))
        };
    markers.iter(world).map(told).collect()
}

/// What was chosen begins here, and is to be brought into sight once it has a place.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Sought(u32);

/// The head of what was chosen: all of a long card would not fit into sight.
pub(super) fn sought() -> impl Bundle {
    let head = Node {
        position_type: PositionType::Absolute,
        top: Val::Px(0.0),
        left: Val::Px(0.0),
        width: Val::Px(1.0),
        height: Val::Px(TOUCH),
        ..default()
    };
    (head, Sought(LAID_OUT), Pickable::IGNORE)
}

pub(super) fn bring_into_sight(
    mut sought: Query<(Entity, &mut Sought)>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    for (entity, mut frames) in &mut sought {
        if frames.0 > 0 {
            frames.0 -= 1;
        } else {
            commands.entity(entity).remove::<Sought>();
            commands.trigger(ScrollIntoView { entity });
        }
        awake.settle();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Verdict::*;

    #[test]
    fn a_few_verdicts_stand_one_by_one_and_many_of_a_kind_as_one() {
        assert_eq!(pile(&[Missed, Met]), [(Met, 0, 1), (Missed, 0, 1)]);
        assert_eq!(pile(&[Missed, Missed]), [(Missed, 0, 1), (Missed, 1, 1)]);
        assert_eq!(pile(&[]), []);
        let mut many = vec![Missed; 11];
        many.push(Violated);
        assert_eq!(pile(&many), [(Missed, 0, 11), (Violated, 0, 1)]);
        for length in 0..40 {
            let verdicts: Vec<Verdict> =
                (0..length).map(|n| marks::SHOWN[(n * n + n / 3) % marks::SHOWN.len()]).collect();
            let pile = pile(&verdicts);
            assert!(pile.len() <= PILE);
            assert_eq!(pile.iter().map(|(.., count)| count).sum::<usize>(), length);
        }
    }

    #[test]
    fn a_marker_holds_its_own_things_alone() {
        let of = Of::Sign(Sign::Ring);
        let marker = Marker { visit: 0, of, from: 2, count: 3, place: 1 };
        let held: Vec<usize> = (0..8).filter(|number| marker.holds(of, *number)).collect();
        assert_eq!(held, [2, 3, 4]);
        assert!(!marker.holds(Of::Sign(Sign::Deed), 3));
    }
}
