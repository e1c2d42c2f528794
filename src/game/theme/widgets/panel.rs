//! Plain surfaces and boxes: cards, rows, chips, bars, notices.

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use super::text::{line, written};
use crate::game::theme::Ui;
use crate::game::theme::surface::Surface;
use crate::game::theme::tokens::*;

/// What a coloured surface says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    #[default]
    Plain,
    /// Done well.
    Good,
    /// Half right, or worth a look.
    Fair,
    /// Gone wrong.
    Bad,
}

impl Tone {
    /// The ground this tone is laid on.
    pub(crate) fn ground(self) -> Color {
        match self {
            Tone::Plain => SUNK,
            Tone::Good => JADE_MIST,
            Tone::Fair => OCHRE_MIST,
            Tone::Bad => CINNABAR_MIST,
        }
    }

    /// The ink this tone is written in.
    pub(crate) fn ink(self) -> Color {
        match self {
            Tone::Plain => INK_SOFT,
            Tone::Good => JADE_DEEP,
            Tone::Fair => OCHRE,
            Tone::Bad => CINNABAR_DEEP,
        }
    }

    /// The tone at full strength: bars, markers, stripes. Each is as light or dark
    /// as no other, so that it is told from them without its colour.
    pub(crate) fn full(self) -> Color {
        match self {
            Tone::Plain => EDGE,
            Tone::Good => JADE,
            Tone::Fair => AMBER,
            Tone::Bad => CINNABAR_DEEP,
        }
    }
}

/// What lies at a place of its own in its parent, in logical pixels from the
/// upper left corner.
pub(crate) fn at(left: f32, top: f32) -> Node {
    Node {
        position_type: PositionType::Absolute,
        left: Val::Px(left),
        top: Val::Px(top),
        ..default()
    }
}

/// What keeps the whole window from being touched, under a sheet in its middle.
/// `rank` says over which others it lies, and whose Tab order counts.
pub(crate) fn scrim(rank: i32) -> impl Bundle + use<> {
    let node = Node {
        position_type: PositionType::Absolute,
        width: Val::Percent(100.0),
        height: Val::Percent(100.0),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        padding: UiRect::all(Val::Px(GAP_L)),
        ..default()
    };
    (node, BackgroundColor(SCRIM), GlobalZIndex(rank), TabGroup { order: rank, modal: true })
}

/// Children one under another.
pub(crate) fn column(gap: f32) -> Node {
    Node { flex_direction: FlexDirection::Column, row_gap: Val::Px(gap), ..default() }
}

/// Children side by side, centred on each other.
pub(crate) fn row(gap: f32) -> Node {
    Node { align_items: AlignItems::Center, column_gap: Val::Px(gap), ..default() }
}

/// Children side by side, going on in the next line where there is no room.
pub(crate) fn wrap(gap: f32) -> Node {
    Node { flex_wrap: FlexWrap::Wrap, row_gap: Val::Px(gap), ..row(gap) }
}

/// Takes the room that is left.
pub(crate) fn grow() -> Node {
    Node { flex_grow: 1.0, min_width: Val::Px(0.0), ..default() }
}

/// A sheet that lies on the page or before the stage.
pub(crate) fn panel(node: Node) -> impl Bundle + use<> {
    (
        Node {
            border: UiRect::all(Val::Px(1.0)),
            border_radius: BorderRadius::all(Val::Px(RADIUS_L)),
            ..node
        },
        Surface { ground: RAISED, edge: LINE },
    )
}

/// A flat card inside a page; its tone tints it.
pub(crate) fn card(tone: Tone, node: Node) -> impl Bundle + use<> {
    let (ground, edge) = match tone {
        Tone::Plain => (RAISED, LINE),
        tone => (tone.ground(), tone.ground()),
    };
    (
        Node {
            border: UiRect::all(Val::Px(1.0)),
            border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
            ..node
        },
        Surface { ground, edge },
    )
}

/// A hairline across.
pub(crate) fn divider() -> impl Bundle + use<> {
    let node = Node { height: Val::Px(1.0), flex_shrink: 0.0, ..default() };
    (node, BackgroundColor(LINE))
}

/// A short word on a tinted ground.
pub(crate) fn chip(ui: &Ui, words: &str, tone: Tone) -> impl Bundle + use<> {
    pill(ui, words, tone.ground(), tone.ink())
}

/// A short word that lies over the stage, whatever is drawn there.
pub(crate) fn told(ui: &Ui, words: &str) -> impl Bundle + use<> {
    pill(ui, words, INK, ON_DARK)
}

/// How wide words are in that.
pub(crate) fn told_width(ui: &Ui, words: &str) -> f32 {
    ui.width(words, Size::Caption, false) + 2.0 * PILL_SIDE
}

/// What stands beside a pill's words.
const PILL_SIDE: f32 = 10.0;

fn pill(ui: &Ui, words: &str, ground: Color, ink: Color) -> impl Bundle + use<> {
    (
        Node {
            padding: UiRect::axes(Val::Px(PILL_SIDE), Val::Px(2.0)),
            border_radius: BorderRadius::MAX,
            flex_shrink: 0.0,
            ..default()
        },
        BackgroundColor(ground),
        Pickable::IGNORE,
        children![line(ui, words, Size::Caption, false, ink)],
    )
}

/// A bar that is full at `share` 1 and empty at 0, with an optional mark on it. Its
/// edge shows where full would be.
pub(crate) fn bar(share: f32, mark: Option<f32>, tone: Tone, height: f32) -> impl Bundle + use<> {
    let percent = |share: f32| Val::Percent(share.clamp(0.0, 1.0) * 100.0);
    let shown = if mark.is_some() { INK } else { Color::NONE };
    (
        Node {
            height: Val::Px(height),
            flex_grow: 1.0,
            flex_shrink: 1.0,
            min_width: Val::Px(60.0),
            border: UiRect::all(Val::Px(1.0)),
            border_radius: BorderRadius::all(Val::Px(height / 2.0)),
            ..default()
        },
        (BackgroundColor(SUNK), BorderColor::all(EDGE)),
        Pickable::IGNORE,
        children![
            (
                Node {
                    width: percent(share),
                    height: Val::Percent(100.0),
                    border_radius: BorderRadius::all(Val::Px(height / 2.0)),
                    ..default()
                },
                BackgroundColor(tone.full()),
            ),
            (
                Node {
                    position_type: PositionType::Absolute,
                    left: percent(mark.unwrap_or_default()),
                    top: Val::Px(-3.0),
                    bottom: Val::Px(-3.0),
                    width: Val::Px(3.0),
                    border_radius: BorderRadius::all(Val::Px(1.5)),
                    ..default()
                },
                BackgroundColor(shown),
            ),
        ],
    )
}

/// A note across the page: something the reader should know, in its tone.
pub(crate) fn notice(ui: &Ui, words: &str, tone: Tone) -> impl Bundle + use<> {
    (
        Node {
            padding: UiRect::axes(Val::Px(GAP_M), Val::Px(10.0)),
            border: UiRect::left(Val::Px(4.0)),
            border_radius: BorderRadius::right(Val::Px(RADIUS_S)),
            flex_shrink: 0.0,
            ..default()
        },
        BackgroundColor(tone.ground()),
        BorderColor::all(tone.full()),
        children![(
            written(ui, words, Size::Body, false, tone.ink(), Justify::Left),
            Node { flex_shrink: 1.0, ..default() }
        )],
    )
}
