//! The layout inspector: what on the screen is cut off, covered, too small or out of the window.
//!
//! [`gather`](gather::gather) takes what the engine's layout has come to as
//! plain rectangles, a [`Sheet`]; [`faults`](faults::faults) is a function over
//! them and knows no engine. The tour asks at every stop.

mod faults;
mod gather;
mod report;

use bevy::math::Rect;

pub(super) use faults::faults;
pub(super) use gather::gather;
pub(super) use report::Report;

/// Everything that is seen on the screen at one moment, in logical pixels.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) window: Rect,
    /// The window's height in pixels of the screen.
    pub(super) pixels: f32,
    pub(super) pieces: Vec<Piece>,
}

/// One thing on the screen.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// What tells it from every other.
    pub(super) id: u64,
    /// What it lies in, from the nearest outwards.
    pub(super) inside: Vec<u64>,
    /// Things of different layers lie over each other on purpose.
    pub(super) layer: i32,
    /// What comes later is drawn over what comes before.
    pub(super) order: u32,
    /// Its words, or its name.
    pub(super) name: String,
    pub(super) rect: Rect,
    /// What cuts it off, from the nearest outwards.
    pub(super) frames: Vec<Frame>,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// Words: `rect` is where their glyphs are.
    Words {
        /// The room that the layout has given them.
        room: Rect,
        /// The height of their type in pixels of the screen.
        type_px: f32,
        lines: Vec<String>,
    },
    /// Something to press.
    Press,
    /// A ground that hides what lies under it.
    Ground,
    /// A part of the page that scrolls, and how much more there is in it than is seen.
    Well { more: f32 },
}

/// An edge that cuts off whatever goes beyond it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub(super) rect: Rect,
    /// Whether what is beyond can be scrolled to.
    pub(super) scrolls: bool,
}

/// What is asked of every screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// The smallest side of anything that is pressed, in logical pixels.
    pub(super) touch: f32,
    /// The smallest height of type, in pixels of the screen.
    pub(super) type_px: f32,
}

/// Something wrong on a screen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fault {
    pub(super) kind: FaultKind,
    /// The thing, and the other one where there are two.
    pub(super) what: String,
    pub(super) other: Option<String>,
    /// Where, in logical pixels.
    pub(super) rect: Rect,
    /// By how many pixels.
    pub(super) by: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FaultKind {
    /// Words or something to press, cut off by an edge that does not scroll.
    CutOff,
    /// Words or something to press, beyond the window's edge.
    OutOfWindow,
    /// Words that run out of their own room, or out of the ground they stand on.
    Spilt,
    /// Two texts, or two things to press, on each other.
    Overlap,
    /// Words, or something to press, under something that hides them.
    Covered,
    /// Too small to be pressed with a finger.
    SmallToPress,
    /// Type too small to be read.
    SmallType,
    /// A part that scrolls, too low to read a line in.
    Squeezed,
    /// A line that begins or ends with a sign that never does.
    BadBreak,
    /// Words that stand out too little from what they are written on.
    Faint,
    /// A control that does not say what it is.
    NoRole,
    /// A control without a name for who listens.
    NoName,
    /// A control that the Tab key never comes to.
    PastTab,
    /// A control that the Tab key stops at, though nobody sees it.
    Unseen,
    /// Words that are never read to who listens.
    Unread,
}

impl FaultKind {
    /// The stable word in `layout.json`.
    pub(super) fn word(self) -> &'static str {
        match self {
            FaultKind::CutOff => "cut-off",
            FaultKind::OutOfWindow => "out-of-window",
            FaultKind::Spilt => "spilt",
            FaultKind::Overlap => "overlap",
            FaultKind::Covered => "covered",
            FaultKind::SmallToPress => "small-to-press",
            FaultKind::SmallType => "small-type",
            FaultKind::Squeezed => "squeezed",
            FaultKind::BadBreak => "bad-break",
            FaultKind::Faint => "faint",
            FaultKind::NoRole => "no-role",
            FaultKind::NoName => "no-name",
            FaultKind::PastTab => "past-tab",
            FaultKind::Unseen => "unseen",
            FaultKind::Unread => "unread",
        }
    }
}
