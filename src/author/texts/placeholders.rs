//! The placeholders of a text, as far as a translation must have the same ones.

use std::collections::BTreeSet;

/// Every `{…}` as spelt. A brace without its fellow is one by itself, so that
/// it is missed or noticed too.
pub(super) fn placeholders(text: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let tail = &rest[open..];
        let close = tail[1..].find(['{', '}']).map(|at| at + 1);
        let end = match close {
            Some(close) if tail.starts_with('{') && tail[close..].starts_with('}') => close + 1,
            _ => 1,
        };
        found.insert(&tail[..end]);
        rest = &tail[end..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn finds_each_once_and_loose_braces() {
        let all = |text| placeholders(text).into_iter().collect::<Vec<_>>();
        assert_eq!(all("{a.b} 好 {a.b}{c}"), ["{a.b}", "{c}"]);
        assert_eq!(all("{a.b 好"), ["{"]);
        assert_eq!(all("a} {{b}"), ["{", "{b}", "}"]);
        assert!(all("no").is_empty());
    }
}
