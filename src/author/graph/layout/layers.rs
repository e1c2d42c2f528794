//! Which box stands in which layer, and the place holders where arrows pass.

use super::columns::LOOP;
use super::{GAP, Link, Size};

/// Something in a layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) what: What,
    pub(super) size: Size,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The box with this number.
    Node(usize),
    /// The arrow with this number passes.
    Pass(usize),
    /// The arrow with this number passes and bears its label.
    Label(usize),
}

/// All cells by layer, even layers of boxes, odd layers of labels.
#[derive(Clone, Debug)]
pub(super) struct Layers {
    pub(super) cells: Vec<Cell>,
    /// Each layer's cells, from left to right.
    pub(super) rows: Vec<Vec<usize>>,
    /// Joined cells in neighbouring layers, the upper one first, with the weight
    /// that keeps them one above the other.
    pub(super) joints: Vec<(usize, usize, f64)>,
    /// Each arrow's cells from the upper box to the lower.
    pub(super) chains: Vec<Vec<usize>>,
    /// Which arrows point upwards.
    pub(super) turned: Vec<bool>,
}

impl Layers {
    pub(super) fn of(boxes: &[Size], links: &[Link]) -> Layers {
        let turned = turned(boxes.len(), links);
        let down: Vec<(usize, usize)> = links
            .iter()
            .zip(&turned)
            .map(|(link, turned)| if *turned { (link.to, link.from) } else { (link.from, link.to) })
            .collect();
        let ranks = ranks(boxes.len(), &down);
        let deepest = ranks.iter().copied().max().unwrap_or(0);
        let mut layers = Layers {
            cells: Vec::new(),
            rows: vec![Vec::new(); 2 * deepest + 1],
            joints: Vec::new(),
            chains: Vec::new(),
            turned,
        };
        for (node, size) in boxes.iter().enumerate() {
            let mut size = *size;
            for link in links.iter().filter(|link| link.from == node && link.to == node) {
                let label = link.label.unwrap_or_default();
                size.width += 2.0 * (LOOP + GAP + label.width);
                size.height = size.height.max(label.height);
            }
            layers.add(2 * ranks[node], Cell { what: What::Node(node), size });
        }
        for (number, (upper, lower)) in down.into_iter().enumerate() {
            layers.chain(number, &links[number], upper, lower, &ranks);
        }
        layers
    }

    fn add(&mut self, row: usize, cell: Cell) -> usize {
        self.rows[row].push(self.cells.len());
        self.cells.push(cell);
        self.cells.len() - 1
    }

    /// Puts an arrow's place holders into the layers it passes.
    fn chain(&mut self, number: usize, link: &Link, upper: usize, lower: usize, ranks: &[usize]) {
        // Boxes were added first, so that a box's number is its cell's.
        let mut chain = vec![upper];
        if upper != lower {
            let (first, last) = (2 * ranks[upper] + 1, 2 * ranks[lower] - 1);
            let near = if self.turned[number] { last } else { first };
            for row in first..=last {
                let cell = match link.label {
                    Some(size) if row == near => Cell { what: What::Label(number), size },
                    _ => Cell { what: What::Pass(number), size: Size { width: 2.0, height: 0.0 } },
                };
                chain.push(self.add(row, cell));
            }
        }
        chain.push(lower);
        for pair in chain.windows(2).filter(|_| upper != lower) {
            let passing = pair.iter().filter(|c| !matches!(self.cells[**c].what, What::Node(_)));
            // As in dagre and its forebears: the longer the arrow, the straighter.
            let weight = [1.0, 2.0, 8.0][passing.count()] * if link.heavy { 60.0 } else { 1.0 };
            self.joints.push((pair[0], pair[1], weight));
        }
        self.chains.push(chain);
    }
}

/// Which arrows close a circle on the way from the first box: they are laid as
/// if they pointed the other way.
fn turned(count: usize, links: &[Link]) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        Open,
        Done,
    }
    let mut turned = vec![false; links.len()];
    let mut seen = vec![Seen::No; count];
    for start in 0..count {
        if seen[start] != Seen::No {
            continue;
        }
        seen[start] = Seen::Open;
        // The box, and the next of its arrows to be followed.
        let mut way = vec![(start, 0)];
        while let Some((node, next)) = way.pop() {
            let found = links.iter().enumerate().skip(next).find(|(_, link)| link.from == node);
            let Some((number, link)) = found else {
                seen[node] = Seen::Done;
                continue;
            };
            way.push((node, number + 1));
            match seen[link.to] {
                Seen::Open => turned[number] = true,
                Seen::Done => {}
                Seen::No => {
                    seen[link.to] = Seen::Open;
                    way.push((link.to, 0));
                }
            }
        }
    }
    turned
}

/// The layer of each box: the longest way to it. A box that nothing leads to
/// stands right above what it leads to, the first box on top.
fn ranks(count: usize, down: &[(usize, usize)]) -> Vec<usize> {
    let mut ranks = vec![0; count];
    // Without circles the longest way has fewer steps than there are boxes.
    for _ in 0..count {
        let mut moved = false;
        for &(upper, lower) in down.iter().filter(|(upper, lower)| upper != lower) {
            if ranks[lower] < ranks[upper] + 1 {
                ranks[lower] = ranks[upper] + 1;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    for node in 1..count {
        if down.iter().all(|(_, lower)| *lower != node) {
            let below = down.iter().filter(|(upper, _)| *upper == node).map(|(_, l)| ranks[*l]);
            if let Some(below) = below.min() {
                ranks[node] = below - 1;
            }
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(pairs: &[(usize, usize)]) -> Vec<Link> {
        pairs.iter().map(|&(from, to)| Link { from, to, label: None, heavy: false }).collect()
    }

    #[test]
    fn every_arrow_leads_down_once_circles_are_turned_round() {
        let links = links(&[(0, 1), (1, 2), (2, 0), (2, 3), (1, 3), (3, 3), (4, 3)]);
        let boxes = vec![Size { width: 10.0, height: 10.0 }; 5];
        let layers = Layers::of(&boxes, &links);
        assert_eq!(layers.turned, [false, false, true, false, false, true, false]);
        let row = |cell: usize| layers.rows.iter().position(|r| r.contains(&cell)).unwrap();
        for (upper, lower, _) in &layers.joints {
            assert_eq!(row(*upper) + 1, row(*lower));
        }
        assert_eq!([0, 1, 2, 3, 4].map(row), [0, 2, 4, 6, 4]);
    }
}
