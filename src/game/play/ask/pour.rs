//! A cup that fills for as long as one pours: held by mouse, finger or key.

use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{AutoFocus, FocusedInput, InputFocus};
use bevy::picking::events::{Cancel, DragEnd, Out, Pointer, Press, Release};
use bevy::picking::hover::Hovered;
use bevy::picking::pointer::PointerId;
use bevy::prelude::*;
use bevy::ui_widgets::{
    SetSliderValue, Slider, SliderRange, SliderStep, SliderValue, SliderValueChange, TrackClick,
};

use crate::game::awake::Awake;
use crate::game::theme::drawing::placed;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Bindings, Keep, Keymap, Ui};
use crate::session::Input;
use crate::settings::Action;

use super::super::PlaySystems;
use super::super::run::Run;

/// Seconds from empty to full.
const FILL: f32 = 4.5;
/// While one pours, the session is told at most so often, in seconds.
const EVERY: f32 = 0.1;
/// The cup and the pot on the desk.
const CUP: f32 = 116.0;
const POT: Vec2 = Vec2::new(116.0, 85.0);
/// How far the cup stands below the pot's lid.
const TOP: f32 = 34.0;
/// What the cup can hold: from its foot to just under its rim, as shares of the drawing.
const FOOT: f32 = 15.0 / 150.0;
const BRIM: f32 = 126.0 / 150.0;
/// From the left of the row to the cup, and where the stream falls into it.
const CUP_AT: f32 = 104.0;
const STREAM: Vec2 = Vec2::new(CUP_AT + 38.0, 42.0);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Pouring>()
        .add_observer(take_hold)
        .add_observer(|on: On<Pointer<Release>>, mut pouring: ResMut<Pouring>| {
            pouring.let_go(on.pointer_id);
        })
        .add_observer(|on: On<Pointer<Cancel>>, mut pouring: ResMut<Pouring>| {
            pouring.let_go(on.pointer_id);
        })
        .add_observer(|on: On<Pointer<DragEnd>>, mut pouring: ResMut<Pouring>| {
            pouring.let_go(on.pointer_id);
        })
        .add_observer(slip_off)
        .add_observer(by_arrows)
        .add_observer(by_request)
        .add_systems(Update, pour.in_set(PlaySystems::Hear))
        .add_systems(Update, show.in_set(PlaySystems::Show));
}

/// The cup of the open question: what it holds when empty and when full, and
/// whether what was poured stays poured.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::game::play) struct Pour {
    pub(super) low: i32,
    pub(super) high: i32,
    pub(super) rises: bool,
}

impl Pour {
    #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
    fn range(self) -> (f32, f32) {
        (self.low as f32, self.high as f32)
    }

    /// How full the cup is, 0 to 1.
    fn share(self, level: f32) -> f32 {
        let (low, high) = self.range();
        ((level - low) / (high - low).max(1.0)).clamp(0.0, 1.0)
    }

    /// The level after so many more seconds of pouring.
    fn after(self, level: f32, seconds: f32) -> f32 {
        let (low, high) = self.range();
        (level + seconds / FILL * (high - low)).clamp(low, high)
    }
}

/// Who pours, and how far it has come.
#[derive(Resource, Debug, Default)]
struct Pouring {
    pointer: Option<PointerId>,
    /// Exactly how much is in the cup, while one pours.
    level: Option<f32>,
    /// Seconds since the session was told.
    untold: f32,
}

impl Pouring {
    fn let_go(&mut self, pointer: PointerId) {
        if self.pointer == Some(pointer) {
            self.pointer = None;
        }
    }
}

/// What a part of the drawing does.
#[derive(Component, Clone, Copy)]
enum Part {
    /// The room the tea takes.
    Tea,
    Pot,
    Stream,
    /// The amount in figures.
    Reading,
}

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    label: &str,
    cup: Pour,
    value: i32,
    (low, high): (&str, &str),
    marks: &[(f32, &str)],
) {
    let whole = Node {
        height: Val::Px(CUP + TOP),
        flex_shrink: 0.0,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let (from, to) = cup.range();
    #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
    let now = value as f32;
    sheet.spawn((whole, Pickable::IGNORE)).with_children(|whole| {
        let frame = Node {
            width: Val::Px(CUP_AT + CUP),
            height: Val::Percent(100.0),
            flex_shrink: 0.0,
            border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
            ..default()
        };
        // It is a slider for those who hear the screen; only its keys are our own.
        let control = (
            Slider { track_click: TrackClick::Drag, ..default() },
            (SliderRange::new(from, to), SliderValue(now), SliderStep(1.0)),
            (TabIndex(0), AutoFocus, Hovered::default(), AccessibleLabel::new(label)),
        );
        let held = (frame, cup, control, Keep("play/cup".to_owned()));
        whole.spawn(held).with_children(|frame| {
            let stream = Node { width: Val::Px(5.0), ..at(STREAM.x, STREAM.y) };
            let brown = BackgroundColor(OCHRE);
            frame.spawn(placed("cup-back", Vec2::splat(CUP), at(CUP_AT, TOP)));
            frame.spawn((stream, brown, Part::Stream, Visibility::Hidden, Pickable::IGNORE));
            let tea = Node {
                overflow: Overflow::clip(),
                width: Val::Px(CUP),
                bottom: Val::Px(FOOT * CUP),
                ..at(CUP_AT, 0.0)
            };
            let tea = Node { top: Val::Auto, ..tea };
            let inside = Node {
                position_type: PositionType::Absolute,
                bottom: Val::Px(-FOOT * CUP),
                left: Val::Px(0.0),
                ..default()
            };
            frame.spawn((tea, Part::Tea, Pickable::IGNORE)).with_child(placed(
                "cup-tea",
                Vec2::splat(CUP),
                inside,
            ));
            frame.spawn(placed("cup-front", Vec2::splat(CUP), at(CUP_AT, TOP)));
            frame.spawn((placed("teapot", POT, at(14.0, 0.0)), Part::Pot, UiTransform::IDENTITY));
        });
        spawn_scale(whole, ui, value, (low, high), marks);
    });
}

/// Beside the cup: how much is in it, and what its marks mean.
fn spawn_scale(
    whole: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    value: i32,
    (low, high): (&str, &str),
    marks: &[(f32, &str)],
) {
    let small = ui.px(Size::Caption) * Size::Caption.leading();
    let words = ends_and_marks(low, high, marks).map(|words| ui.width(words, Size::Caption, false));
    let wide = words.fold(0.0, f32::max) + 10.0 + 2.0 * GAP_S;
    let figures = ui.width("100", Size::Title, true) + GAP_L;
    let scale = Node {
        width: Val::Px((wide + figures).ceil()),
        height: Val::Percent(100.0),
        flex_shrink: 0.0,
        ..default()
    };
    whole.spawn((scale, Pickable::IGNORE)).with_children(|scale| {
        let ends = [(0.0, low, INK_SOFT), (1.0, high, INK_SOFT)];
        let marks = marks.iter().map(|(share, words)| (*share, *words, INK));
        for (share, words, colour) in ends.into_iter().chain(marks) {
            let line_at = FOOT * CUP + share * (BRIM - FOOT) * CUP;
            let node = Node {
                position_type: PositionType::Absolute,
                left: Val::Px(4.0),
                bottom: Val::Px(line_at - small / 2.0),
                ..default()
            };
            let tick = Node { width: Val::Px(10.0), height: Val::Px(2.0), ..default() };
            let mark = Node { column_gap: Val::Px(GAP_S), align_items: AlignItems::Center, ..node };
            scale.spawn((mark, Pickable::IGNORE)).with_children(|mark| {
                mark.spawn((tick, BackgroundColor(EDGE), Pickable::IGNORE));
                mark.spawn(line(ui, words, Size::Caption, false, colour));
            });
        }
        let reading = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(wide + GAP_L),
            bottom: Val::Px(CUP / 2.0 - ui.px(Size::Title) / 2.0),
            ..default()
        };
        let figures = line(ui, value.to_string(), Size::Title, true, JADE_DEEP);
        scale.spawn((figures, reading, Part::Reading));
    });
}

fn ends_and_marks<'a>(
    low: &'a str,
    high: &'a str,
    marks: &'a [(f32, &'a str)],
) -> impl Iterator<Item = &'a str> {
    [low, high].into_iter().chain(marks.iter().map(|(_, words)| *words))
}

fn take_hold(
    mut press: On<Pointer<Press>>,
    cups: Query<(), With<Pour>>,
    run: Option<Res<Run>>,
    mut pouring: ResMut<Pouring>,
    mut awake: ResMut<Awake>,
) {
    if cups.contains(press.entity) && run.is_some_and(|run| !run.paused() && !run.too_soon()) {
        press.propagate(false);
        pouring.pointer = Some(press.pointer_id);
        awake.settle();
    }
}

/// Off the cup nothing is poured beside it.
fn slip_off(out: On<Pointer<Out>>, cups: Query<(), With<Pour>>, mut pouring: ResMut<Pouring>) {
    if cups.contains(out.entity) {
        pouring.let_go(out.pointer_id);
    }
}

/// Arrow keys set an exact amount, a screen reader's requests too.
fn by_arrows(
    mut key: On<FocusedInput<KeyboardInput>>,
    cups: Query<(), With<Pour>>,
    bindings: Res<Bindings>,
    run: Option<ResMut<Run>>,
) {
    let Some(mut run) = run.filter(|_| cups.contains(key.focused_entity)) else { return };
    let step = match bindings.means(key.input.key_code) {
        Some(Action::Up | Action::Right) => 1,
        Some(Action::Down | Action::Left) => -1,
        _ => return,
    };
    key.propagate(false);
    if key.input.state == ButtonState::Pressed {
        add(&mut run, step);
    }
}

fn by_request(set: On<SetSliderValue>, cups: Query<(), With<Pour>>, run: Option<ResMut<Run>>) {
    let Some(mut run) = run.filter(|_| cups.contains(set.entity)) else { return };
    let value = run.value().unwrap_or_default();
    #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
    let step = match set.change {
        SliderValueChange::Absolute(to) => to - value as f32,
        SliderValueChange::Relative(step) | SliderValueChange::RelativeStep(step) => step,
    };
    #[allow(clippy::cast_possible_truncation, reason = "scales are small whole numbers")]
    add(&mut run, step.round() as i32);
}

fn add(run: &mut Run, step: i32) {
    if let Some(value) = run.value() {
        run.give(Input::Slide(value + step));
        run.moved = true;
    }
}

fn pour(
    time: Res<Time<Real>>,
    keymap: Keymap<'_, '_>,
    focus: Res<InputFocus>,
    cups: Query<(Entity, &Pour)>,
    mut run: ResMut<Run>,
    mut pouring: ResMut<Pouring>,
    mut awake: ResMut<Awake>,
) {
    let Some(((entity, cup), asking)) = cups.iter().next().zip(run.asking()) else {
        if pouring.pointer.is_some() || pouring.level.is_some() {
            *pouring = Pouring::default();
        }
        return;
    };
    let at_hand = focus.get() == Some(entity);
    let by_key = at_hand && keymap.held(Action::Confirm) && !run.too_soon();
    let told = asking.value.unwrap_or(cup.low);
    #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
    let before = pouring.level.unwrap_or(told as f32);
    let pours = (by_key || pouring.pointer.is_some()) && !run.paused();
    if !pours && pouring.level.is_none() {
        return;
    }
    let seconds = time.delta_secs().min(0.1);
    let level = if pours { cup.after(before, seconds) } else { before };
    pouring.untold += seconds;
    #[allow(clippy::cast_possible_truncation, reason = "scales are small whole numbers")]
    let amount = level.round() as i32;
    if amount != told && (!pours || pouring.untold >= EVERY) {
        pouring.untold = 0.0;
        run.give(Input::Slide(amount));
        run.moved = true;
    }
    pouring.level = pours.then_some(level);
    awake.stay(4);
}

/// The tea stands as high as there is of it, and the pot leans while one pours.
fn show(
    ui: Res<Ui>,
    run: Res<Run>,
    time: Res<Time<Real>>,
    pouring: Res<Pouring>,
    mut cups: Query<(Entity, &Pour, &SliderValue)>,
    mut parts: Query<(
        &Part,
        &mut Node,
        Option<&mut UiTransform>,
        Option<&mut Text>,
        &mut Visibility,
    )>,
    mut lean: Local<f32>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let Ok((entity, cup, heard)) = cups.single_mut() else {
        *lean = 0.0;
        return;
    };
    let Some(value) = run.asking().and_then(|asking| asking.value) else { return };
    #[allow(clippy::cast_precision_loss, reason = "scales are small whole numbers")]
    let whole = value as f32;
    let share = cup.share(pouring.level.unwrap_or(whole));
    if heard.0 != whole {
        commands.entity(entity).insert(SliderValue(whole));
    }
    let pours = pouring.level.is_some();
    let goal = if pours { 1.0 } else { 0.0 };
    let step = if ui.calm { 1.0 } else { time.delta_secs().min(0.1) * 6.0 };
    if *lean != goal {
        *lean += (goal - *lean).clamp(-step, step);
        awake.stay(2);
    }
    for (part, mut node, transform, words, mut visible) in &mut parts {
        match (part, transform, words) {
            (Part::Tea, ..) => {
                let height = Val::Px(share * (BRIM - FOOT) * CUP);
                if node.height != height {
                    node.height = height;
                }
            }
            (Part::Pot, Some(mut at), _) => {
                at.set_if_neq(UiTransform {
                    // Spout first, over the cup.
                    scale: Vec2::new(-1.0, 1.0),
                    rotation: Rot2::radians(0.42 * *lean),
                    translation: Val2::px(14.0 * *lean, 0.0),
                });
            }
            (Part::Stream, ..) => {
                let runs = pours && *lean > 0.7 && share < 1.0;
                let wanted = if runs { Visibility::Inherited } else { Visibility::Hidden };
                visible.set_if_neq(wanted);
                let falls = CUP + TOP - STREAM.y - FOOT * CUP - share * (BRIM - FOOT) * CUP;
                let height = Val::Px(falls.max(0.0));
                if node.height != height {
                    node.height = height;
                }
            }
            (Part::Reading, _, Some(mut words)) => {
                let shown = value.to_string();
                if words.0 != shown {
                    words.0 = shown;
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cup_fills_evenly_while_it_is_held_and_no_further_than_its_brim() {
        let cup = Pour { low: 0, high: 100, rises: true };
        assert!((cup.after(0.0, FILL / 2.0) - 50.0).abs() < 0.01);
        let poured = (0..90).fold(20.0, |level, _| cup.after(level, 0.1));
        assert!((poured - 100.0).abs() < 0.01);
        let narrow = Pour { low: 40, high: 60, rises: true };
        assert!((narrow.after(40.0, FILL) - 60.0).abs() < 0.01);
        assert!((narrow.share(45.0) - 0.25).abs() < 0.01);
        assert_eq!(narrow.share(10.0), 0.0);
    }
}
