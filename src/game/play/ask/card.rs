//! A card held out, drawn as whoever takes it sees it: dragged up and down, turned round.

use std::f32::consts::PI;

use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::FocusedInput;
use bevy::picking::events::{Cancel, Drag, DragEnd, Pointer};
use bevy::prelude::*;
use bevy::ui::Pressed;
use bevy::ui_widgets::Activate;

use crate::game::awake::Awake;
use crate::game::theme::drawing::placed;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Bindings, Keep, Ui};
use crate::scenario::{Hands, Height, PosePart, Print};
use crate::session::{Ask, SessionTime, ShownDial};
use crate::settings::Action;

use super::super::PlaySystems;
use super::super::act::Intent;
use super::super::run::{Draft, Run};

/// Whoever holds the card, from the waist up.
pub(super) const VIEW: Vec2 = Vec2::new(152.0, 160.0);
const CARD: Vec2 = Vec2::new(67.0, 41.0);
const HAND: Vec2 = Vec2::new(38.0, 35.0);
const HIGH: PosePart = PosePart::Height(Height::High);
const CHEST: PosePart = PosePart::Height(Height::Chest);
const LOW: PosePart = PosePart::Height(Height::Low);
const TO_TAKER: PosePart = PosePart::Print(Print::ToTaker);
const SIDEWAYS: PosePart = PosePart::Print(Print::Sideways);
const TO_GIVER: PosePart = PosePart::Print(Print::ToGiver);
/// How high the card's middle is at each height, from the top of the view.
const HEIGHTS: [(PosePart, f32); 3] = [(HIGH, 38.0), (CHEST, 92.0), (LOW, 136.0)];
/// Where it is before it has been given a height: only just coming up.
const UNRAISED: f32 = 148.0;
/// How far down it can be dragged.
const LOWEST: f32 = 136.0;
/// How far the card is turned, from how its taker reads it.
const TURNS: [(PosePart, f32); 3] = [(TO_TAKER, 0.0), (SIDEWAYS, PI / 2.0), (TO_GIVER, PI)];
/// Dragged so far to the side, in logical pixels, a card is turned by a quarter.
const QUARTER: f32 = 56.0;
/// A finger trembles: less than this is a press.
const TREMBLE: f32 = 10.0;
/// Seconds for the way from one position to another, as a rate.
const PACE: f32 = 9.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Held>()
        .add_observer(drag)
        .add_observer(let_go)
        .add_observer(
            |on: On<Pointer<Cancel>>, cards: Query<(), With<Card>>, mut held: ResMut<Held>| {
                if cards.contains(on.entity) {
                    held.drag = None;
                }
            },
        )
        .add_observer(press)
        .add_observer(by_arrows)
        .add_systems(Update, hold.in_set(PlaySystems::Show));
}

/// The card on the desk.
#[derive(Component)]
pub(super) struct Card;

/// What a part of the drawing does.
#[derive(Component, Clone, Copy, PartialEq)]
enum Part {
    /// Card and hands, which go up and down.
    Whole,
    /// The print, which is turned.
    Print,
    /// The hand of the giver that the taker sees on the left.
    RightHand,
    LeftHand,
}

/// Where the card is just now: the desk may be built anew at any moment.
#[derive(Resource, Debug, Default)]
struct Held {
    since: Option<SessionTime>,
    height: f32,
    turn: f32,
    /// How far it is being dragged, and from what height.
    drag: Option<(Vec2, f32)>,
}

/// One thing that can become of the card, and which dial sets it so.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Way {
    hold: PosePart,
    dial: String,
    position: String,
}

/// Everything that the dials do to a card, in the order of [`HEIGHTS`] or [`TURNS`].
fn ways(dials: &[ShownDial], of: &[(PosePart, f32)]) -> Vec<Way> {
    let set = |(hold, _): &(PosePart, f32)| {
        dials.iter().find_map(|dial| {
            let position = dial.positions.iter().find(|p| p.parts.contains(hold))?;
            Some(Way { hold: *hold, dial: dial.id.clone(), position: position.id.clone() })
        })
    };
    of.iter().filter_map(set).collect()
}

/// What the dials, as they are set, do to the card.
fn holds(dials: &[ShownDial], draft: &Draft) -> Vec<PosePart> {
    let set = |dial: &ShownDial| {
        let chosen = draft.dials.get(&dial.id)?;
        dial.positions.iter().find(|p| p.id == *chosen).map(|p| p.parts.clone())
    };
    dials.iter().filter_map(set).flatten().collect()
}

/// Whether any of the dials holds a card.
pub(super) fn is_held(dials: &[ShownDial]) -> bool {
    dials.iter().flat_map(|dial| &dial.positions).any(|position| {
        position.parts.iter().any(|part| matches!(part, PosePart::Height(_) | PosePart::Print(_)))
    })
}

fn among(holds: &[PosePart], of: &[(PosePart, f32)]) -> Option<f32> {
    of.iter().find(|(hold, _)| holds.contains(hold)).map(|(_, at)| *at)
}

pub(super) fn spawn(beside: &mut ChildSpawnerCommands<'_>, ui: &Ui) {
    let frame = Node {
        width: Val::Px(VIEW.x),
        height: Val::Px(VIEW.y),
        flex_shrink: 0.0,
        overflow: Overflow::clip(),
        border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
        ..default()
    };
    beside.spawn((frame, Pickable::IGNORE)).with_children(|view| {
        view.spawn(placed("giver", VIEW, at(0.0, 0.0)));
        let wide = CARD.x + 2.0 * HAND.x;
        let size = Vec2::new(wide, CARD.y.max(TOUCH));
        let grip = Node {
            width: Val::Px(size.x),
            height: Val::Px(size.y),
            ..at((VIEW.x - size.x) / 2.0, -size.y / 2.0)
        };
        let control = (pressable(Look::Quiet, &ui.tr("play-card"), grip), Card, Part::Whole);
        view.spawn((control, UiTransform::IDENTITY, Keep("play/card".to_owned()))).with_children(
            |grip| {
                let middle = size / 2.0;
                let print = at(middle.x - CARD.x / 2.0, middle.y - CARD.y / 2.0);
                let card = (placed("card", CARD, print), Part::Print, UiTransform::IDENTITY);
                grip.spawn(card);
                let low = middle.y + 2.0;
                let left = at(middle.x - CARD.x / 2.0 - HAND.x + 12.0, low);
                let right = at(middle.x + CARD.x / 2.0 - 12.0, low);
                grip.spawn((placed("hand-left", HAND, left), Part::RightHand, Visibility::Hidden));
                grip.spawn((placed("hand-right", HAND, right), Part::LeftHand, Visibility::Hidden));
            },
        );
    });
}

/// The dials of the open gesture.
fn dials(run: &Run) -> Option<Vec<ShownDial>> {
    match run.asking()?.prompt.ask {
        Ask::Gesture { dials, .. } => Some(dials),
        _ => None,
    }
}

/// Brings the card to where the dials or the finger have it.
fn hold(
    run: Res<Run>,
    ui: Res<Ui>,
    time: Res<Time<Real>>,
    mut held: ResMut<Held>,
    mut parts: Query<(&Part, Option<&mut UiTransform>, &mut Visibility)>,
    mut awake: ResMut<Awake>,
) {
    if parts.is_empty() {
        return;
    }
    let Some(dials) = dials(&run) else { return };
    let holds = holds(&dials, &run.draft);
    let height = among(&holds, &HEIGHTS);
    let (mut goal, turn) = (height.unwrap_or(UNRAISED), among(&holds, &TURNS).unwrap_or(0.0));
    let since = run.asking().map(|asking| asking.since);
    if held.since != since {
        *held = Held { since, height: goal, turn, drag: None };
    }
    if let Some((way, from)) = held.drag {
        goal = (from + way.y).clamp(24.0, LOWEST);
    }
    let step = if ui.calm { 1.0 } else { (time.delta_secs().min(0.1) * PACE).min(1.0) };
    for (now, goal) in [(held.height, goal), (held.turn, turn)] {
        if (now - goal).abs() > 0.01 {
            awake.stay(2);
        }
    }
    held.height = nearer(held.height, goal, step);
    held.turn = nearer(held.turn, turn, step);
    for (part, transform, mut visible) in &mut parts {
        let hands = holds.iter().find_map(|part| match part {
            PosePart::Hands(hands) => Some(*hands),
            _ => None,
        });
        match (part, transform) {
            (Part::Whole, Some(mut at)) => {
                at.set_if_neq(UiTransform::from_translation(Val2::px(0.0, held.height)));
            }
            (Part::Print, Some(mut at)) => {
                at.set_if_neq(UiTransform::from_rotation(Rot2::radians(held.turn)));
            }
            (Part::RightHand | Part::LeftHand, _) => {
                let own = if *part == Part::RightHand { Hands::Right } else { Hands::Left };
                let shown = hands.is_some_and(|hands| {
                    hands == own || matches!(hands, Hands::Both | Hands::Each)
                });
                let wanted = if shown { Visibility::Inherited } else { Visibility::Hidden };
                visible.set_if_neq(wanted);
            }
            _ => {}
        }
    }
}

fn nearer(now: f32, goal: f32, step: f32) -> f32 {
    let next = now + (goal - now) * step;
    if (goal - next).abs() < 0.01 { goal } else { next }
}

fn drag(
    mut drag: On<Pointer<Drag>>,
    cards: Query<(), With<Card>>,
    scale: Res<UiScale>,
    mut held: ResMut<Held>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let way = drag.distance / scale.0;
    if !cards.contains(drag.entity) || (held.drag.is_none() && way.length() < TREMBLE) {
        return;
    }
    drag.propagate(false);
    awake.settle();
    commands.entity(drag.entity).remove::<Pressed>();
    let from = held.drag.map_or(held.height, |(_, from)| from);
    held.drag = Some((way, from));
}

fn let_go(
    end: On<Pointer<DragEnd>>,
    cards: Query<(), With<Card>>,
    segments: Query<(Entity, &Intent)>,
    run: Option<Res<Run>>,
    mut held: ResMut<Held>,
    mut commands: Commands,
) {
    let Some(run) = run.filter(|_| cards.contains(end.entity)) else { return };
    let (Some((way, from)), Some(dials)) = (held.drag.take(), dials(&run)) else { return };
    let holds = holds(&dials, &run.draft);
    let wanted = if way.y.abs() >= way.x.abs() {
        let heights = ways(&dials, &HEIGHTS);
        heights.into_iter().min_by(|a, b| {
            let off = |way_: &Way| (height_of(way_.hold) - (from + way.y)).abs();
            off(a).total_cmp(&off(b))
        })
    } else {
        turned(&ways(&dials, &TURNS), &holds, quarters(way.x))
    };
    set(wanted, &segments, &mut commands);
}

fn height_of(hold: PosePart) -> f32 {
    among(&[hold], &HEIGHTS).unwrap_or_default()
}

/// By how many quarters a drag to the side turns the card: at least one.
fn quarters(way: f32) -> i32 {
    #[allow(clippy::cast_possible_truncation, reason = "a window is a few thousand pixels wide")]
    let quarters = (way / QUARTER).round() as i32;
    if quarters == 0 { way.signum() as i32 } else { quarters }
}

/// The way round the card lies after so many steps from how it lies now.
fn turned(turns: &[Way], holds: &[PosePart], steps: i32) -> Option<Way> {
    let count = i32::try_from(turns.len()).ok().filter(|count| *count > 0)?;
    let now = turns.iter().position(|way| holds.contains(&way.hold));
    let next = match now.and_then(|now| i32::try_from(now).ok()) {
        Some(now) => now + steps,
        // As it is first drawn it can be read by whoever takes it.
        None => steps - steps.signum(),
    };
    turns.get(usize::try_from(next.rem_euclid(count)).ok()?).cloned()
}

/// A press turns the card once round its middle.
fn press(
    activate: On<Activate>,
    cards: Query<(), With<Card>>,
    segments: Query<(Entity, &Intent)>,
    run: Option<Res<Run>>,
    mut commands: Commands,
) {
    let Some(run) = run.filter(|_| cards.contains(activate.entity)) else { return };
    let Some(dials) = dials(&run) else { return };
    let wanted = turned(&ways(&dials, &TURNS), &holds(&dials, &run.draft), 1);
    set(wanted, &segments, &mut commands);
}

/// Up and down give it a height, left and right turn it.
fn by_arrows(
    mut key: On<FocusedInput<KeyboardInput>>,
    cards: Query<(), With<Card>>,
    bindings: Res<Bindings>,
    segments: Query<(Entity, &Intent)>,
    run: Option<Res<Run>>,
    mut commands: Commands,
) {
    let Some(run) = run.filter(|_| cards.contains(key.focused_entity)) else { return };
    let Some(dials) = dials(&run).filter(|_| key.input.state == ButtonState::Pressed) else {
        return;
    };
    let holds = holds(&dials, &run.draft);
    let wanted = match bindings.means(key.input.key_code) {
        Some(Action::Left) => turned(&ways(&dials, &TURNS), &holds, -1),
        Some(Action::Right) => turned(&ways(&dials, &TURNS), &holds, 1),
        Some(Action::Up) => raised(&ways(&dials, &HEIGHTS), &holds, true),
        Some(Action::Down) => raised(&ways(&dials, &HEIGHTS), &holds, false),
        _ => return,
    };
    // At its highest, or without such a dial, the key goes on to what lies there.
    if wanted.is_some() {
        key.propagate(false);
    }
    set(wanted, &segments, &mut commands);
}

/// The next height up or down; from below the lowest one comes first.
fn raised(heights: &[Way], holds: &[PosePart], up: bool) -> Option<Way> {
    let now = heights.iter().position(|way| holds.contains(&way.hold)).unwrap_or(heights.len());
    let next = if up { now.checked_sub(1)? } else { now + 1 };
    heights.get(next).cloned()
}

/// Sets the dial as if its own position had been pressed.
fn set(wanted: Option<Way>, segments: &Query<(Entity, &Intent)>, commands: &mut Commands) {
    let Some(wanted) = wanted else { return };
    let pressed = segments.iter().find(|(_, intent)| {
        matches!(intent, Intent::Turn { dial, position, .. }
            if *dial == wanted.dial && *position == wanted.position)
    });
    if let Some((entity, _)) = pressed {
        commands.trigger(Activate { entity });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::ShownPosition;
    use crate::standard::Text;

    fn dial(id: &str, holds: &[PosePart]) -> ShownDial {
        let positions = holds.iter().map(|hold| ShownPosition {
            id: format!("{hold:?}"),
            text: Text::default(),
            pose: None,
            parts: vec![*hold],
        });
        ShownDial { id: id.to_owned(), label: Text::default(), positions: positions.collect() }
    }

    fn draft(set: &[(&str, PosePart)]) -> Draft {
        let dials = set.iter().map(|(dial, hold)| ((*dial).to_owned(), format!("{hold:?}")));
        Draft { dials: dials.collect(), ..Draft::default() }
    }

    #[test]
    fn a_card_is_turned_step_by_step_and_comes_round() {
        let dials = [dial("print", &[TO_GIVER, TO_TAKER, SIDEWAYS])];
        let turns = ways(&dials, &TURNS);
        let next = |now: Option<PosePart>, steps: i32| {
            let set: Vec<(&str, PosePart)> = now.map(|hold| ("print", hold)).into_iter().collect();
            turned(&turns, &holds(&dials, &draft(&set)), steps).map(|way| way.hold)
        };
        assert_eq!(next(None, 1), Some(TO_TAKER));
        assert_eq!(next(Some(TO_TAKER), 1), Some(SIDEWAYS));
        assert_eq!(next(Some(SIDEWAYS), 1), Some(TO_GIVER));
        assert_eq!(next(Some(TO_GIVER), 1), Some(TO_TAKER));
        assert_eq!(next(Some(TO_TAKER), -1), Some(TO_GIVER));
        assert_eq!((quarters(20.0), quarters(-20.0), quarters(120.0)), (1, -1, 2));
        assert_eq!(turned(&[], &[], 1), None);
    }

    #[test]
    fn a_card_is_raised_from_below_and_stays_between_eyes_and_waist() {
        let dials = [dial("height", &[CHEST, HIGH, LOW])];
        let heights = ways(&dials, &HEIGHTS);
        assert_eq!(heights.iter().map(|way| way.hold).collect::<Vec<_>>(), [HIGH, CHEST, LOW]);
        let next = |now: &[PosePart], up| raised(&heights, now, up).map(|way| way.hold);
        assert_eq!(next(&[], true), Some(LOW));
        assert_eq!(next(&[LOW], true), Some(CHEST));
        assert_eq!(next(&[HIGH], true), None);
        assert_eq!(next(&[CHEST], false), Some(LOW));
        assert_eq!(next(&[LOW], false), None);
    }
}
