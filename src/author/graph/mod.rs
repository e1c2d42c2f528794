//! A scenario as a picture: beats as boxes, exits as arrows, the best run thicker and numbered.
//!
//! [`Graph::of`] gathers what is to be seen, in one language; [`svg`], [`dot`]
//! and [`mermaid`] write it down. The layout of the SVG is Liyi's own, so that
//! no other program is needed.

mod build;
mod dot;
mod layout;
mod mermaid;
mod sheet;
mod svg;
mod text;
mod words;

pub use dot::dot;
pub use mermaid::mermaid;
pub use svg::svg;

use crate::standard::Severity;

/// Everything that a picture of one scenario shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// The scenario's title.
    pub title: String,
    /// What stands below it: id, profile, seed, best score.
    pub subtitle: String,
    /// Beats in the order in which one comes upon them, then watches, then endings.
    pub nodes: Vec<Node>,
    /// Between two nodes there is at most one edge of a kind.
    pub edges: Vec<Edge>,
    /// What the marks mean.
    pub legend: Legend,
}

/// The words of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend {
    /// What the thick line and the numbers say.
    pub best: String,
    /// What a dashed line says.
    pub watch: String,
    /// What a rounded box says.
    pub ending: String,
    /// Each severity with its mark, the gravest first.
    pub severities: Vec<(Severity, String)>,
}

/// A box of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub kind: NodeKind,
    /// The id as the author wrote it; empty for a watch.
    pub id: String,
    /// The words of the box: a beat's label, an ending's first words, a watch's condition.
    pub label: String,
    /// All of it, for whoever points at the box.
    pub whole: String,
    /// The kind of activity in words, for a beat that asks something.
    pub activity: Option<String>,
    /// The standards that can be judged here, as the author ordered them.
    pub standards: Vec<Judged>,
    /// At which steps the best run comes here, from 1; a watch is none.
    pub best: Vec<usize>,
}

/// What a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeKind {
    Beat,
    /// A jump taken from anywhere.
    Watch,
    Ending,
}

/// A standard that a beat judges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub standard: String,
    /// `None` for an id that the catalogue does not have.
    pub severity: Option<Severity>,
    /// The standard's statement.
    pub statement: String,
    /// Whether this house turns it off.
    pub off: bool,
}

/// An arrow of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Indices into [`Graph::nodes`].
    pub from: usize,
    pub to: usize,
    /// The condition in short words; empty where it is always taken.
    pub label: String,
    /// Whether it belongs to a watch, and is dashed.
    pub watch: bool,
    /// Whether the best run takes it.
    pub best: bool,
}

/// The sign that stands for a severity; it differs in shape, not in colour.
pub fn mark(severity: Option<Severity>) -> &'static str {
    match severity {
        Some(Severity::Critical) => "◆",
        Some(Severity::Major) => "●",
        Some(Severity::Minor) => "○",
        None => "?",
    }
}
