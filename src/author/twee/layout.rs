//! Where passages lie on Twine's map: columns by depth, so that the story reads from left to right.

use std::collections::BTreeMap;

/// From one tile's left edge to the next one's, in Twine's units.
const ACROSS: usize = 200;

/// From one tile's top to the next one's.
const DOWN: usize = 150;

/// The left and top of the first tile; passages beside the story lie above.
const LEFT: usize = 100;
const TOP: usize = 300;

/// Positions of everything that can be reached from `start`, and of the rest
/// in a last column. Within a column a passage stands near those that lead to it.
pub(super) fn layout<'a>(
    start: &'a str,
    all: &[&'a str],
    ways: &BTreeMap<&'a str, Vec<&'a str>>,
) -> BTreeMap<&'a str, (usize, usize)> {
    let mut depth: BTreeMap<&str, usize> = BTreeMap::from([(start, 0)]);
    let mut columns: Vec<Vec<&'a str>> = vec![vec![start]];
    while let Some(last) = columns.last() {
        let mut next: Vec<&'a str> = Vec::new();
        for from in last {
            for to in ways.get(from).into_iter().flatten() {
                if all.contains(to) && !depth.contains_key(to) {
                    depth.insert(to, columns.len());
                    next.push(to);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        columns.push(next);
    }
    let rest: Vec<&'a str> = all.iter().copied().filter(|id| !depth.contains_key(id)).collect();
    if !rest.is_empty() {
        columns.push(rest);
    }
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(1);
    let mut places = BTreeMap::new();
    for (column, ids) in columns.iter().enumerate() {
        // Short columns stand in the middle of the tallest.
        let above = (tallest - ids.len()) * DOWN / 2;
        for (row, id) in ids.iter().enumerate() {
            places.insert(*id, (LEFT + column * ACROSS, TOP + above + row * DOWN));
        }
    }
    places
}
