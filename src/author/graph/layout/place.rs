//! Where the cells of each layer stand across the picture.
//!
//! Each layer in turn is drawn towards its neighbours: of all places that keep
//! the order and the room between cells, those with the least weighted square
//! of the distance to the neighbours' mean are taken. That is an isotonic
//! regression, solved exactly by pooling adjacent violators (Ayer et al. 1955).

use super::{GAP, LINE_GAP, Layers, What};

/// How often the layers are gone through, up and down by turns.
const SWEEPS: usize = 40;

/// The middle of every cell, from 0 at the left.
pub(super) fn across(layers: &Layers) -> Vec<f64> {
    let count = layers.cells.len();
    let mut above = vec![Vec::new(); count];
    let mut below = vec![Vec::new(); count];
    for &(upper, lower, weight) in &layers.joints {
        below[upper].push((lower, weight));
        above[lower].push((upper, weight));
    }
    let mut xs = vec![0.0; count];
    for row in &layers.rows {
        settle(layers, row, &mut xs, |_| (0.0, 1.0));
    }
    let rows = layers.rows.len();
    for sweep in 0..SWEEPS {
        for step in 0..rows {
            let row = if sweep % 2 == 0 { step } else { rows - 1 - step };
            let before = xs.clone();
            let wish = |cell: usize| {
                // At the end both sides are looked at, so that neither wins.
                let late = sweep + 8 >= SWEEPS;
                let down = sweep % 2 == 0;
                let up = above[cell].iter().filter(|_| down || late);
                let low = below[cell].iter().filter(|_| !down || late);
                let (mut sum, mut weights) = (before[cell] * 0.01, 0.01);
                for (other, weight) in up.chain(low) {
                    sum += before[*other] * weight;
                    weights += weight;
                }
                (sum / weights, weights)
            };
            settle(layers, &layers.rows[row], &mut xs, wish);
        }
    }
    let left = |cell: usize| xs[cell] - layers.cells[cell].size.width / 2.0;
    let edge = (0..count).map(left).fold(f64::INFINITY, f64::min);
    xs.iter().map(|x| x - edge).collect()
}

/// How far apart the middles of two neighbours have to be.
pub(super) fn apart(layers: &Layers, left: usize, right: usize) -> f64 {
    let (left, right) = (layers.cells[left], layers.cells[right]);
    let passing = |what: What| matches!(what, What::Pass(_));
    let gap = if passing(left.what) || passing(right.what) { LINE_GAP } else { GAP };
    (left.size.width + right.size.width) / 2.0 + gap
}

/// Puts a layer's cells as near to what each wishes as their order allows.
fn settle(layers: &Layers, row: &[usize], xs: &mut [f64], wish: impl Fn(usize) -> (f64, f64)) {
    // Blocks of cells that touch: where the first one stands, weight, cells.
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    let mut offsets = Vec::with_capacity(row.len());
    let mut offset = 0.0;
    for (place, cell) in row.iter().enumerate() {
        if place > 0 {
            offset += apart(layers, row[place - 1], *cell);
        }
        offsets.push(offset);
        let (at, weight) = wish(*cell);
        let mut block = (at - offset, weight, 1);
        while let Some(before) = blocks.last()
            && before.0 > block.0
        {
            let weight = before.1 + block.1;
            let at = (before.0 * before.1 + block.0 * block.1) / weight;
            block = (at, weight, before.2 + block.2);
            blocks.pop();
        }
        blocks.push(block);
    }
    let mut cells = row.iter().zip(offsets);
    for (at, _, count) in blocks {
        for (cell, offset) in cells.by_ref().take(count) {
            xs[*cell] = at + offset;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Link, Size};
    use super::*;

    #[test]
    fn neighbours_keep_their_distance_and_one_above_the_other_stands_straight() {
        let pairs = [(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4), (0, 4)];
        let label = Some(Size { width: 60.0, height: 14.0 });
        let links = pairs.map(|(from, to)| Link { from, to, label, heavy: to == 2 || from == 2 });
        let layers = Layers::of(&[Size { width: 100.0, height: 40.0 }; 5], &links);
        let xs = across(&layers);
        for row in &layers.rows {
            for pair in row.windows(2) {
                let room = xs[pair[1]] - xs[pair[0]] - apart(&layers, pair[0], pair[1]);
                assert!(room > -1e-6, "{room}");
            }
        }
        assert!((xs[0] - xs[2]).abs() < 12.0 && (xs[2] - xs[4]).abs() < 12.0, "{xs:?}");
        assert!(xs.iter().zip(&layers.cells).all(|(x, c)| x - c.size.width / 2.0 > -1e-6));
    }
}
