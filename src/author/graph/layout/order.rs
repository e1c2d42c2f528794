//! The order of each layer from left to right: barycentres, then swaps of neighbours.

use super::Layers;

/// How often the layers are gone through.
const SWEEPS: usize = 24;

/// Orders every layer so that few arrows cross.
pub(super) fn order(layers: &mut Layers) {
    let (above, below) = neighbours(layers);
    let mut best = layers.rows.clone();
    let mut fewest = crossings(&best, &below);
    for sweep in 0..SWEEPS {
        let last = layers.rows.len().saturating_sub(1);
        for step in 1..=last {
            let (row, beside) = if sweep % 2 == 0 { (step, &above) } else { (last - step, &below) };
            barycentre(&mut layers.rows, row, beside);
        }
        swap(&mut layers.rows, &above, &below);
        let count = crossings(&layers.rows, &below);
        if count < fewest {
            fewest = count;
            best.clone_from(&layers.rows);
        }
        if fewest == 0 {
            break;
        }
    }
    layers.rows = best;
}

/// Each cell's neighbours in the layer above, and in the one below.
fn neighbours(layers: &Layers) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut above = vec![Vec::new(); layers.cells.len()];
    let mut below = vec![Vec::new(); layers.cells.len()];
    for &(upper, lower, _) in &layers.joints {
        below[upper].push(lower);
        above[lower].push(upper);
    }
    (above, below)
}

fn places(rows: &[Vec<usize>]) -> Vec<usize> {
    let count = rows.iter().map(Vec::len).sum();
    let mut places = vec![0; count];
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            places[*cell] = place;
        }
    }
    places
}

/// Sorts a layer by the middle of each cell's neighbours; a cell without any
/// stays where it is.
fn barycentre(rows: &mut [Vec<usize>], row: usize, beside: &[Vec<usize>]) {
    let places = places(rows);
    #[allow(clippy::cast_precision_loss, reason = "a layer has far fewer cells than 2^52")]
    let middle = |cell: usize| {
        let sum: usize = beside[cell].iter().map(|other| places[*other]).sum();
        sum as f64 / beside[cell].len() as f64
    };
    let mut moving: Vec<(f64, usize)> = rows[row]
        .iter()
        .filter(|cell| !beside[**cell].is_empty())
        .map(|cell| (middle(*cell), *cell))
        .collect();
    moving.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut moving = moving.into_iter();
    for cell in &mut rows[row] {
        if !beside[*cell].is_empty()
            && let Some((_, next)) = moving.next()
        {
            *cell = next;
        }
    }
}

/// Swaps neighbours in a layer while that leaves fewer crossings.
fn swap(rows: &mut [Vec<usize>], above: &[Vec<usize>], below: &[Vec<usize>]) {
    for _ in 0..8 {
        let mut better = false;
        for row in 0..rows.len() {
            for left in 1..rows[row].len() {
                let places = places(rows);
                let (a, b) = (rows[row][left - 1], rows[row][left]);
                let crossed = |first: usize, second: usize| -> usize {
                    [above, below]
                        .iter()
                        .map(|beside| pairs(&beside[first], &beside[second], &places))
                        .sum()
                };
                if crossed(b, a) < crossed(a, b) {
                    rows[row].swap(left - 1, left);
                    better = true;
                }
            }
        }
        if !better {
            break;
        }
    }
}

/// How many of the arrows of two neighbours cross, the first standing left.
fn pairs(first: &[usize], second: &[usize], places: &[usize]) -> usize {
    let left = |a: &usize| second.iter().filter(|b| places[**b] < places[*a]).count();
    first.iter().map(left).sum()
}

fn crossings(rows: &[Vec<usize>], below: &[Vec<usize>]) -> usize {
    let places = places(rows);
    let mut count = 0;
    for row in rows {
        for (place, first) in row.iter().enumerate() {
            for second in &row[place + 1..] {
                count += pairs(&below[*first], &below[*second], &places);
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::{Link, Size};
    use super::*;

    #[test]
    fn arrows_that_need_not_cross_do_not() {
        // 0 → 1, 2; 1 → 4; 2 → 3: laid in order of number, the last two cross.
        let pairs = [(0, 1), (0, 2), (1, 4), (2, 3)];
        let links = pairs.map(|(from, to)| Link { from, to, label: None, heavy: false });
        let mut layers = Layers::of(&[Size { width: 10.0, height: 10.0 }; 5], &links);
        let (_, below) = neighbours(&layers);
        assert_eq!(crossings(&layers.rows, &below), 1);
        order(&mut layers);
        assert_eq!(crossings(&layers.rows, &below), 0);
    }
}
