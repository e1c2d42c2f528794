//! A way that leads back to where it started.

use std::collections::{BTreeMap, BTreeSet};

/// One circle among these ways, from its first name back to it; `None` if
/// every way ends.
pub(super) fn find_circle<T: Ord + Clone>(ways: &BTreeMap<T, BTreeSet<T>>) -> Option<Vec<T>> {
    // Takes away, again and again, what leads to nothing that is left; only
    // circles and ways into circles stay.
    let mut comes_from: BTreeMap<&T, Vec<&T>> = BTreeMap::new();
    let mut open: BTreeMap<&T, usize> = BTreeMap::new();
    for (from, to) in ways {
        let to: Vec<&T> = to.iter().filter(|t| ways.contains_key(*t)).collect();
        open.insert(from, to.len());
        for t in to {
            comes_from.entry(t).or_default().push(from);
        }
    }
    let mut done: Vec<&T> = open.iter().filter(|(_, n)| **n == 0).map(|(t, _)| *t).collect();
    while let Some(end) = done.pop() {
        open.remove(end);
        for from in comes_from.get(end).into_iter().flatten() {
            if let Some(count) = open.get_mut(*from) {
                *count -= 1;
                if *count == 0 {
                    done.push(from);
                }
            }
        }
    }
    // From anywhere left, following what is left comes round in the end.
    let mut way: Vec<&T> = vec![*open.keys().next()?];
    let mut seen: BTreeMap<&T, usize> = BTreeMap::from([(way[0], 0)]);
    loop {
        let next = ways.get(way.last()?)?.iter().find(|t| open.contains_key(*t))?;
        way.push(next);
        if let Some(first) = seen.insert(next, way.len() - 1) {
            return Some(way[first..].iter().map(|t| (*t).clone()).collect());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::find_circle;
    use std::collections::{BTreeMap, BTreeSet};

    fn ways(
        pairs: &[(&'static str, &[&'static str])],
    ) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        pairs.iter().map(|(from, to)| (*from, to.iter().copied().collect())).collect()
    }

    #[test]
    fn finds_circles_only() {
        assert_eq!(find_circle(&ways(&[("a", &["b"]), ("b", &["c", "x"]), ("c", &[])])), None);
        let circle =
            find_circle(&ways(&[("a", &["b"]), ("b", &["c"]), ("c", &["b", "d"]), ("d", &[])]));
        assert_eq!(circle, Some(vec!["b", "c", "b"]));
        assert_eq!(find_circle(&ways(&[("a", &["a"])])), Some(vec!["a", "a"]));
    }
}
