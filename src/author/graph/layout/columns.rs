//! Down the picture: the height of every layer, the cut into columns, and how each arrow runs.

use super::{Cell, Laid, Layers, Link, Point, RISE, Route, STRAIGHT, Size, Stroke, What};

/// The width of a picture by its height that reads best on a screen.
const SHAPE: f64 = 1.45;
/// A picture no higher than this stays in one column.
const LOW: f64 = 900.0;
/// The room between two arrows that run side by side from column to column.
const LANE: f64 = 9.0;
/// The room beside those arrows.
const GUTTER: f64 = 22.0;
/// How much height a cut may cost to be crossed by one arrow less.
const CROSSING: f64 = 40.0;
/// The room between two arrows at one box.
const PORT: f64 = 20.0;
/// The room that arrows leave at a box's corners, where numbers stand.
const CORNER: f64 = 22.0;
/// How far an arrow that leads back to its own box swings out.
pub(super) const LOOP: f64 = 16.0;

/// Gives every box its place and every arrow its way.
pub(super) fn draw(layers: &Layers, xs: &[f64], boxes: &[Size], links: &[Link]) -> Laid {
    let (tops, heights) = heights(layers, xs);
    let mut sheet =
        Sheet { layers, boxes, links, xs: xs.to_vec(), tops, heights, cuts: Vec::new() };
    let cuts = sheet.choose_cuts();
    let size = sheet.fold(&cuts);
    let middles = (0..boxes.len()).map(|node| Point { x: sheet.xs[node], y: sheet.middle(node) });
    Laid {
        boxes: middles.collect(),
        routes: (0..links.len()).map(|link| sheet.route(link)).collect(),
        size,
    }
}

/// Each layer's top and height in one endless column. Where an arrow goes far
/// across, there is more room for its curve.
fn heights(layers: &Layers, xs: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let height = |row: &Vec<usize>| {
        row.iter().map(|cell| layers.cells[*cell].size.height).fold(0.0, f64::max)
    };
    let heights: Vec<f64> = layers.rows.iter().map(height).collect();
    let mut row_of = vec![0; layers.cells.len()];
    for (row, cells) in layers.rows.iter().enumerate() {
        for cell in cells {
            row_of[*cell] = row;
        }
    }
    let mut far = vec![0.0_f64; layers.rows.len()];
    for &(upper, lower, _) in &layers.joints {
        let row = row_of[upper];
        far[row] = far[row].max((xs[upper] - xs[lower]).abs());
    }
    let mut tops = Vec::with_capacity(heights.len());
    let mut top = 0.0;
    for (height, far) in heights.iter().zip(far) {
        tops.push(top);
        top += height + RISE + (far * 0.08).min(28.0);
    }
    (tops, heights)
}

struct Sheet<'a> {
    layers: &'a Layers,
    boxes: &'a [Size],
    links: &'a [Link],
    /// The middle of every cell.
    xs: Vec<f64>,
    /// The top of every layer.
    tops: Vec<f64>,
    heights: Vec<f64>,
    cuts: Vec<Cut>,
}

/// Where a column ends and the next begins.
struct Cut {
    /// The first layer of the next column.
    row: usize,
    /// The arrows that go across, from right to left.
    lanes: Vec<usize>,
    /// Where the column's last layer ends, and where the arrows may go up.
    bottom: f64,
    gutter: f64,
}

impl Sheet<'_> {
    fn end(&self, row: usize) -> f64 {
        self.tops[row] + self.heights[row]
    }

    fn middle(&self, node: usize) -> f64 {
        let row = self.row(node);
        self.tops[row] + self.heights[row] / 2.0
    }

    fn row(&self, cell: usize) -> usize {
        self.layers.rows.iter().position(|row| row.contains(&cell)).unwrap_or(0)
    }

    /// How far layers reach to the left and to the right.
    fn span(&self, rows: std::ops::Range<usize>) -> (f64, f64) {
        let cells = self.layers.rows[rows].iter().flatten();
        cells.fold((f64::INFINITY, f64::NEG_INFINITY), |(left, right), cell| {
            let half = self.layers.cells[*cell].size.width / 2.0;
            (left.min(self.xs[*cell] - half), right.max(self.xs[*cell] + half))
        })
    }

    /// The layers of boxes before which to cut, so that the picture comes near
    /// to the shape of a screen.
    fn choose_cuts(&self) -> Vec<usize> {
        let last = self.layers.rows.len() - 1;
        let height = self.end(last);
        if height <= LOW {
            return Vec::new();
        }
        let (left, right) = self.span(0..last + 1);
        let width = right - left + 3.0 * GUTTER;
        let off = |columns: usize| {
            let columns = f64::from(u32::try_from(columns).unwrap_or(1));
            (columns * width / (height / columns) / SHAPE).ln().abs()
        };
        let columns = (1..=6).min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or(1);
        let mut cuts: Vec<usize> = Vec::new();
        for cut in 1..columns {
            let share = f64::from(u32::try_from(cut).unwrap_or(0))
                / f64::from(u32::try_from(columns).unwrap_or(1));
            let first = cuts.last().copied().unwrap_or(0) + 2;
            let cost = |row: &usize| {
                let crossing = self.layers.rows[*row - 1].len();
                let crossing = f64::from(u32::try_from(crossing).unwrap_or(u32::MAX));
                (self.tops[*row] - height * share).abs() + crossing * CROSSING
            };
            let row = (first..=last).step_by(2).min_by(|a, b| cost(a).total_cmp(&cost(b)));
            cuts.extend(row);
        }
        cuts
    }

    /// Moves the layers into their columns; gives the size of it all.
    fn fold(&mut self, cuts: &[usize]) -> Size {
        let rows = self.layers.rows.len();
        let (mut left, mut lowest, mut first) = (0.0, 0.0_f64, 0);
        for end in cuts.iter().copied().chain([rows]) {
            let head = match self.cuts.last() {
                Some(cut) => lane(cut.lanes.len()) + RISE,
                None => 0.0,
            };
            let (from, to) = self.span(first..end);
            let (right, down) = (left - from, head - self.tops[first]);
            for cell in self.layers.rows[first..end].iter().flatten() {
                self.xs[*cell] += right;
            }
            for top in &mut self.tops[first..end] {
                *top += down;
            }
            let bottom = self.end(end - 1);
            left += to - from;
            lowest = lowest.max(bottom);
            if end < rows {
                let lanes = self.across(end);
                let width = lane(lanes.len());
                lowest = lowest.max(bottom + RISE + width);
                self.cuts.push(Cut { row: end, lanes, bottom, gutter: left + GUTTER });
                left += width + 2.0 * GUTTER;
            }
            first = end;
        }
        Size { width: left, height: lowest }
    }

    /// The arrows that pass from the layer before this one to it, from right to left.
    fn across(&self, row: usize) -> Vec<usize> {
        let mut links = Vec::new();
        for cell in self.layers.rows[row - 1].iter().rev() {
            match self.layers.cells[*cell].what {
                What::Pass(link) | What::Label(link) => links.push(link),
                What::Node(_) => {}
            }
        }
        links
    }

    /// Where an arrow touches its upper or lower box.
    fn port(&self, link: usize, node: usize, below: bool) -> f64 {
        let next = |chain: &Vec<usize>| {
            let cell = if below { chain.get(1) } else { chain.iter().rev().nth(1) };
            let end = if below { chain.first() } else { chain.last() };
            (end == Some(&node) && chain.len() > 2).then(|| cell.copied()).flatten()
        };
        let chains = self.layers.chains.iter().enumerate();
        let mut here: Vec<(usize, usize)> =
            chains.filter_map(|(number, chain)| Some((next(chain)?, number))).collect();
        let row = here.first().map(|(cell, _)| self.row(*cell)).unwrap_or(0);
        let order = &self.layers.rows[row];
        here.sort_by_key(|(cell, _)| order.iter().position(|c| c == cell));
        let place = |wanted: &dyn Fn(usize) -> bool| {
            let place = here.iter().position(|(_, number)| wanted(*number)).unwrap_or(0);
            f64::from(u32::try_from(place).unwrap_or(0))
        };
        let last = f64::from(u32::try_from(here.len().saturating_sub(1)).unwrap_or(0));
        // The best run stays in the middle, so that it runs straight; without
        // it the arrows spread evenly about the middle.
        let heavy = here.iter().any(|(_, number)| self.links[*number].heavy);
        let middle = if heavy { place(&|number| self.links[number].heavy) } else { last / 2.0 };
        let room = self.boxes[node].width / 2.0 - CORNER;
        let step = PORT.min(room / middle.max(last - middle).max(1.0));
        self.xs[node] + (place(&|number| number == link) - middle) * step
    }

    fn route(&self, number: usize) -> Route {
        let chain = &self.layers.chains[number];
        let (Some(&upper), Some(&lower)) = (chain.first(), chain.last()) else {
            return self.own_loop(0, number);
        };
        if upper == lower {
            return self.own_loop(upper, number);
        }
        let x = self.port(number, upper, true);
        let start = Point { x, y: self.middle(upper) + self.boxes[upper].height / 2.0 };
        let foot = self.end(self.row(upper)) + STRAIGHT;
        let mut strokes = vec![Stroke::Line(Point { x, y: foot })];
        let mut label = None;
        for pair in chain.windows(2) {
            let &[before, cell] = pair else { continue };
            let row = self.row(cell);
            let here = self.layers.cells[cell];
            let free = matches!(here.what, What::Pass(_)) && self.heights[row] == 0.0;
            if free && self.cuts.iter().all(|cut| cut.row != row + 1) {
                // Nothing stands in this layer: the curve may go its own way.
                continue;
            }
            let (x, before_box) = match here.what {
                What::Node(node) => (self.port(number, node, false), STRAIGHT),
                What::Pass(_) | What::Label(_) => (self.xs[cell], 0.0),
            };
            let top = Point { x, y: self.tops[row] - before_box };
            match self.cuts.iter().find(|cut| cut.row == row) {
                Some(cut) => strokes.extend(self.over(cut, number, self.xs[before], top)),
                None => strokes.push(Stroke::Curve(top)),
            }
            strokes.push(Stroke::Line(Point { x, y: self.foot(cell, here, row) }));
            if matches!(here.what, What::Label(_)) {
                label = Some(Point { x, y: self.tops[row] + self.heights[row] / 2.0 });
            }
        }
        let heading = Point { x: 0.0, y: 1.0 };
        let route = Route { start, strokes, heading, label };
        if self.layers.turned[number] { turned(route) } else { route }
    }

    /// Where an arrow leaves a cell's layer, or meets its box.
    fn foot(&self, cell: usize, here: Cell, row: usize) -> f64 {
        match here.what {
            What::Node(_) => self.middle(cell) - self.boxes[cell].height / 2.0,
            What::Pass(_) | What::Label(_) => self.end(row),
        }
    }

    /// The way from the foot of a column to the head of the next.
    fn over(&self, cut: &Cut, number: usize, from: f64, to: Point) -> Vec<Stroke> {
        let place = cut.lanes.iter().position(|link| *link == number).unwrap_or(0);
        let low = cut.bottom + RISE + lane(place);
        let up = cut.gutter + lane(place);
        // The arrow furthest right goes up first, and so passes over the others.
        let high = self.tops[cut.row] - RISE - lane(cut.lanes.len().saturating_sub(place + 1));
        [(from, low), (up, low), (up, high), (to.x, high), (to.x, to.y)]
            .into_iter()
            .map(|(x, y)| Stroke::Line(Point { x, y }))
            .collect()
    }

    /// An arrow that leads back to its own box, on its right.
    fn own_loop(&self, node: usize, number: usize) -> Route {
        let (middle, y) = (self.xs[node], self.middle(node));
        let edge = middle + self.boxes[node].width / 2.0;
        let out = edge + LOOP;
        let corners = [(out, y - 9.0), (out, y + 9.0), (edge, y + 9.0)];
        let label =
            self.links[number].label.map(|size| Point { x: out + 4.0 + size.width / 2.0, y });
        Route {
            start: Point { x: edge, y: y - 9.0 },
            strokes: corners.into_iter().map(|(x, y)| Stroke::Line(Point { x, y })).collect(),
            heading: Point { x: -1.0, y: 0.0 },
            label,
        }
    }
}

fn lane(place: usize) -> f64 {
    f64::from(u32::try_from(place).unwrap_or(0)) * LANE
}

/// The same way from its end to its start.
fn turned(route: Route) -> Route {
    let end = |stroke: &Stroke| match stroke {
        Stroke::Line(point) | Stroke::Curve(point) => *point,
    };
    let mut points = vec![route.start];
    points.extend(route.strokes.iter().map(end));
    let strokes = route.strokes.iter().zip(&points).rev().map(|(stroke, to)| match stroke {
        Stroke::Line(_) => Stroke::Line(*to),
        Stroke::Curve(_) => Stroke::Curve(*to),
    });
    Route {
        start: points.last().copied().unwrap_or(route.start),
        strokes: strokes.collect(),
        heading: Point { x: 0.0, y: -1.0 },
        label: route.label,
    }
}
