//! How large every box and label is, and the lines of text in it.

use super::layout::{Link, Point, Route, Size, lay};
use super::text::{cut, width, wrap};
use super::{Graph, Node, NodeKind};

/// Sizes of text in pixels.
pub(super) const LABEL: f64 = 14.0;
pub(super) const SMALL: f64 = 11.0;
/// The height of a line by its text's size.
pub(super) const LINE: f64 = 1.4;
/// The room around the text of a box.
pub(super) const PADDING: f64 = 9.0;
/// The widest text of a beat and of a line that is never broken, of an ending or a
/// watch, and of an arrow's label.
const WIDEST: f64 = 216.0;
const WIDEST_LINE: f64 = 256.0;
const WIDEST_ROUND: f64 = 142.0;
const WIDEST_LABEL: f64 = 148.0;
/// With more exits than this a beat is a crossroads.
const MANY_EXITS: usize = 8;

/// A line of text in a box.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) size: f64,
    pub(super) style: Style,
}

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Strong,
    Plain,
    /// What only an author needs: kinds and ids.
    Quiet,
    /// A standard that this house turns off.
    Struck,
}

/// A picture with everything in its place.
pub(super) struct Sheet {
    pub(super) sizes: Vec<Size>,
    pub(super) lines: Vec<Vec<Line>>,
    /// The lines of each arrow's label.
    pub(super) labels: Vec<Vec<String>>,
    /// The middle of each box.
    pub(super) middles: Vec<Point>,
    /// How each arrow runs; `None` for one that is told in its box.
    pub(super) routes: Vec<Option<Route>>,
    pub(super) size: Size,
}

impl Sheet {
    pub(super) fn of(graph: &Graph) -> Sheet {
        let told = told(graph);
        let lines: Vec<Vec<Line>> =
            (0..graph.nodes.len()).map(|number| lines(graph, number, &told)).collect();
        let sizes: Vec<Size> = lines.iter().map(|lines| size(lines)).collect();
        let labels: Vec<Vec<String>> =
            graph.edges.iter().map(|edge| wrap(&edge.label, SMALL, WIDEST_LABEL, 4)).collect();
        let drawn: Vec<usize> = (0..graph.edges.len()).filter(|number| !told[*number]).collect();
        let link = |number: &usize| {
            let (edge, lines) = (&graph.edges[*number], &labels[*number]);
            let label = (!lines.is_empty()).then(|| label_size(lines));
            Link { from: edge.from, to: edge.to, label, heavy: edge.best }
        };
        let links: Vec<Link> = drawn.iter().map(link).collect();
        let laid = lay(&sizes, &links);
        let mut routes = vec![None; graph.edges.len()];
        for (number, route) in drawn.into_iter().zip(laid.routes) {
            routes[number] = Some(route);
        }
        Sheet { sizes, lines, labels, middles: laid.boxes, routes, size: laid.size }
    }
}

/// Which arrows are told in words in the box they start from: those of a
/// crossroads to places that are reached by other ways too. A dozen long arrows
/// side by side say nothing.
fn told(graph: &Graph) -> Vec<bool> {
    let exits = |node: usize| graph.edges.iter().filter(|edge| edge.from == node).count();
    let crossroads: Vec<bool> =
        (0..graph.nodes.len()).map(|node| exits(node) > MANY_EXITS).collect();
    let elsewhere = |to: usize| {
        graph.edges.iter().any(|edge| edge.to == to && !edge.watch && !crossroads[edge.from])
    };
    let told = graph.edges.iter().map(|e| crossroads[e.from] && !e.best && elsewhere(e.to));
    told.collect()
}

fn lines(graph: &Graph, number: usize, told: &[bool]) -> Vec<Line> {
    let node = &graph.nodes[number];
    let line = |text: String, size: f64, style: Style| Line { text, size, style };
    match node.kind {
        NodeKind::Watch => wrapped(node, SMALL, WIDEST_ROUND, 4, Style::Plain),
        NodeKind::Ending => {
            let mut lines = vec![line(cut(&node.id, SMALL, WIDEST_ROUND), SMALL, Style::Quiet)];
            lines.extend(wrapped(node, SMALL, WIDEST_ROUND, 5, Style::Plain));
            lines
        }
        NodeKind::Beat => {
            let mut lines = wrapped(node, LABEL, WIDEST, 2, Style::Strong);
            let quiet = match &node.activity {
                Some(activity) => format!("{activity} · {}", node.id),
                None => node.id.clone(),
            };
            lines.push(line(cut(&quiet, SMALL, WIDEST_LINE), SMALL, Style::Quiet));
            for judged in &node.standards {
                let text = format!("{} {}", super::mark(judged.severity), judged.standard);
                let style = if judged.off { Style::Struck } else { Style::Plain };
                lines.push(line(cut(&text, SMALL, WIDEST_LINE), SMALL, style));
            }
            for (edge, _) in graph.edges.iter().zip(told).filter(|(e, t)| **t && e.from == number) {
                let to = &graph.nodes[edge.to];
                let text = format!("{} → {} ({})", edge.label, to.label, to.id);
                lines.push(line(cut(&text, SMALL, WIDEST_LINE), SMALL, Style::Quiet));
            }
            lines
        }
    }
}

/// A box's own words, broken into lines.
fn wrapped(node: &Node, size: f64, widest: f64, most: usize, style: Style) -> Vec<Line> {
    let lines = wrap(&node.label, size, widest, most).into_iter();
    lines.map(|text| Line { text, size, style }).collect()
}

fn size(lines: &[Line]) -> Size {
    let widest = lines.iter().map(|line| width(&line.text, line.size)).fold(84.0, f64::max);
    let height: f64 = lines.iter().map(|line| line.size * LINE).sum();
    Size { width: widest + 2.0 * PADDING, height: height + 2.0 * PADDING - 3.0 }
}

fn label_size(lines: &[String]) -> Size {
    let widest = lines.iter().map(|line| width(line, SMALL)).fold(0.0, f64::max);
    let count = f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX));
    Size { width: widest + 10.0, height: count * SMALL * LINE + 4.0 }
}
