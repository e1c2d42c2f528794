//! Everything that is pressed: buttons, option cards and rows of choices.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::{Checked, InteractionDisabled, Pressed};
use bevy::ui_widgets::Button;

use super::text::{line, written};
use crate::game::theme::Ui;
use crate::game::theme::focus::Digit;
use crate::game::theme::surface::{PaintSurfaces, Surface};
use crate::game::theme::tokens::*;

pub(super) fn plugin(app: &mut App) {
    // After everything that spawns: a button never shows without its colours.
    app.add_systems(PostUpdate, (paint.before(PaintSurfaces), tick));
}

/// How a pressable thing looks. Whether it is hovered, pressed, checked or
/// disabled is read from the entity itself.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[require(Button, TabIndex(0), Hovered, Surface, BorderColor)]
pub(crate) enum Look {
    /// The one thing most people press next.
    Primary,
    /// Everything else.
    #[default]
    Plain,
    /// Hardly there until it is pointed at.
    Quiet,
    /// A card to pick: an option, a scenario.
    Card,
    /// One of a row, of which one is chosen.
    Segment,
    /// A tab over a page.
    Tab,
}

/// A child of a pressable thing that takes its colour with it.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(crate) struct Inked;

/// The bare frame of something that is pressed: fill it with children, and add
/// an intent.
pub(crate) fn pressable(look: Look, label: &str, node: Node) -> impl Bundle + use<> {
    let radius = match look {
        Look::Card => RADIUS_M,
        Look::Tab => 0.0,
        _ => RADIUS_S,
    };
    let border = match look {
        Look::Tab => UiRect::bottom(Val::Px(3.0)),
        // An edge of the ground's own colour would show a seam in the corners.
        Look::Primary | Look::Quiet | Look::Segment => UiRect::ZERO,
        Look::Plain | Look::Card => UiRect::all(Val::Px(1.0)),
    };
    let node = Node { border, border_radius: BorderRadius::all(Val::Px(radius)), ..node };
    (look, node, AccessibleLabel::new(label))
}

/// A button with one line of words.
pub(crate) fn button(ui: &Ui, look: Look, label: &str) -> impl Bundle + use<> {
    let side = if look == Look::Quiet { GAP_M } else { GAP_L };
    let frame = Node {
        min_height: Val::Px(ui.button_height()),
        min_width: Val::Px(TOUCH),
        padding: UiRect::axes(Val::Px(side), Val::Px(GAP_XS)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        flex_shrink: 0.0,
        ..default()
    };
    let bold = look == Look::Primary;
    (pressable(look, label, frame), children![(line(ui, label, Size::Body, bold, INK), Inked)])
}

/// A button that shows the key that presses it too.
pub(crate) fn keyed(ui: &Ui, look: Look, label: &str, key: &str) -> impl Bundle + use<> {
    // A card may hold a whole sentence, which must be able to break.
    let words = if look == Look::Card {
        written(ui, label, Size::Body, false, INK, Justify::Left)
    } else {
        line(ui, label, Size::Body, look == Look::Primary, INK)
    };
    let frame = Node {
        min_height: Val::Px(ui.button_height()),
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_XS)),
        column_gap: Val::Px(GAP_S),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        flex_shrink: 0.0,
        ..default()
    };
    (
        pressable(look, label, frame),
        children![
            (words, Inked, Node { flex_shrink: 1.0, ..default() }),
            (line(ui, key, Size::Caption, false, INK), Inked),
        ],
    )
}

/// A button whose number, which presses it too, stands before the words: behind
/// a value made of digits it would read as part of it.
pub(crate) fn numbered(ui: &Ui, label: &str, number: &str) -> impl Bundle + use<> {
    let frame = Node {
        min_height: Val::Px(ui.button_height()),
        padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_XS)),
        column_gap: Val::Px(GAP_S),
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..default()
    };
    let words = written(ui, label, Size::Body, false, INK, Justify::Left);
    (
        pressable(Look::Card, label, frame),
        children![seal(ui, number), (words, Inked, Node { flex_shrink: 1.0, ..default() })],
    )
}

/// How wide a seal is.
pub(crate) fn seal_width(ui: &Ui) -> f32 {
    (ui.px(Size::Caption) * 1.6).round()
}

/// What stands in the seal of a card that is not chosen.
#[derive(Component, Clone, Debug)]
struct Seal(String);

/// Stands there when it is.
const TICK: &str = "✓";

/// A number in a round ground of its own, so that none reads as part of the words.
/// On a card that is chosen it becomes a tick: a chosen card is told by more than
/// its colour.
fn seal(ui: &Ui, number: &str) -> impl Bundle + use<> {
    let side = Val::Px(seal_width(ui));
    let node = Node {
        width: side,
        height: side,
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        border_radius: BorderRadius::MAX,
        flex_shrink: 0.0,
        ..default()
    };
    (
        node,
        BackgroundColor(JADE_MIST),
        Seal(number.to_owned()),
        Pickable::IGNORE,
        children![line(ui, number, Size::Caption, true, JADE_DEEP)],
    )
}

/// A card with one of several things to say or do; its number presses it too.
/// Numbers run from 1; there are no keys beyond 9.
pub(crate) fn option_card(ui: &Ui, number: usize, words: &str) -> impl Bundle + use<> {
    let frame = Node {
        min_height: Val::Px(TOUCH + 4.0),
        padding: UiRect::axes(Val::Px(GAP_M), Val::Px(10.0)),
        column_gap: Val::Px(GAP_M),
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..default()
    };
    let digit = u8::try_from(number).unwrap_or(u8::MAX);
    (
        pressable(Look::Card, words, frame),
        Digit(digit),
        children![
            seal(ui, &ui.option_sign(number)),
            (
                written(ui, words, Size::Body, false, INK, Justify::Left),
                Inked,
                Node { flex_shrink: 1.0, ..default() }
            ),
        ],
    )
}

/// What a pressable thing is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::game::theme) enum Touch {
    Rest,
    Hover,
    Press,
    Disabled,
}

/// Ground, edge and ink.
pub(in crate::game::theme) fn colours(
    look: Look,
    touch: Touch,
    checked: bool,
) -> (Color, Color, Color) {
    let clear = Color::NONE;
    match (look, touch) {
        (Look::Tab | Look::Quiet, Touch::Disabled) => (clear, clear, INK_FAINT),
        // What is being done just now.
        (Look::Card, Touch::Disabled) if checked => (JADE_MIST, JADE, INK_SOFT),
        (_, Touch::Disabled) => (SUNK, LINE, INK_FAINT),
        (Look::Card, _) if checked => (JADE_MIST, JADE, INK),
        (Look::Segment, _) if checked => (JADE, JADE, ON_DARK),
        (Look::Tab, _) if checked => (clear, CINNABAR, INK),
        (Look::Primary, Touch::Rest) => (JADE, JADE, ON_DARK),
        (Look::Primary, Touch::Hover) => (JADE_DEEP, JADE_DEEP, ON_DARK),
        (Look::Primary, Touch::Press) => (INK, INK, ON_DARK),
        (Look::Plain | Look::Card, Touch::Rest) => (RAISED, EDGE, INK),
        (Look::Card, Touch::Hover) => (RAISED, JADE, INK),
        (Look::Quiet | Look::Segment | Look::Tab, Touch::Rest) => (clear, clear, INK_SOFT),
        (Look::Quiet, Touch::Hover) => (SUNK, clear, INK),
        (Look::Segment, Touch::Hover) => (RAISED, clear, INK),
        (Look::Tab, Touch::Hover) => (clear, EDGE, INK),
        (Look::Plain, Touch::Hover) | (_, Touch::Press) => (JADE_MIST, JADE, JADE_DEEP),
    }
}

/// Gives every pressable thing the colours of what it is doing.
fn paint(
    mut pressables: Query<(
        &Look,
        &Hovered,
        Has<Pressed>,
        Has<Checked>,
        Has<InteractionDisabled>,
        &mut Surface,
        &mut BorderColor,
        Option<&Children>,
    )>,
    mut inked: Query<&mut TextColor, With<Inked>>,
) {
    for (look, hovered, pressed, checked, disabled, mut surface, mut under, children) in
        &mut pressables
    {
        let touch = match (disabled, pressed, hovered.get()) {
            (true, ..) => Touch::Disabled,
            (_, true, true) => Touch::Press,
            (_, _, true) => Touch::Hover,
            _ => Touch::Rest,
        };
        let (paper, rim, ink) = colours(*look, touch, checked);
        if *look == Look::Tab {
            // A line below alone, which no surface has.
            under.set_if_neq(BorderColor::all(rim));
        } else {
            surface.set_if_neq(Surface { ground: paper, edge: rim });
        }
        for child in children.into_iter().flatten() {
            if let Ok(mut colour) = inked.get_mut(*child) {
                colour.set_if_neq(TextColor(ink));
            }
        }
    }
}

/// The seal of a card that is chosen is dark and ticked.
fn tick(
    mut seals: Query<(&Seal, &ChildOf, &mut BackgroundColor, &Children)>,
    chosen: Query<Has<Checked>, With<Look>>,
    mut words: Query<(&mut Text, &mut TextColor)>,
) {
    for (seal, card, mut ground, children) in &mut seals {
        let chosen = chosen.get(card.parent()).unwrap_or(false);
        let (paper, ink) = if chosen { (JADE, ON_DARK) } else { (JADE_MIST, JADE_DEEP) };
        let sign = if chosen { TICK } else { seal.0.as_str() };
        ground.set_if_neq(BackgroundColor(paper));
        for child in children {
            if let Ok((mut words, mut colour)) = words.get_mut(*child) {
                colour.set_if_neq(TextColor(ink));
                if words.0 != sign {
                    sign.clone_into(&mut words.0);
                }
            }
        }
    }
}
