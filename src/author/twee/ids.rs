//! Ids out of names: Latin letters stay, Chinese becomes pinyin, everything is unique.

use std::collections::BTreeMap;

use crate::source::pinyin;

/// The longest id made from a name, in bytes.
const LONGEST: usize = 40;

/// An id of letters a–z, digits and `-` from any name; `None` where the name
/// has nothing that could be one.
pub fn slug(name: &str) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
            continue;
        }
        // An apostrophe stands inside a word.
        if !matches!(c, '\'' | '’') {
            words.push(std::mem::take(&mut word));
        }
        words.extend(pinyin(c));
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    let mut id = String::new();
    for word in words {
        if !id.is_empty() {
            if id.len() + 1 + word.len() > LONGEST {
                break;
            }
            id.push('-');
        }
        id.extend(word.chars().take(LONGEST));
    }
    (!id.is_empty()).then_some(id)
}

/// Whether a word can stand as an id as it is.
pub(super) fn is_id(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// `Name (id)`: the name, and the id that its author has chosen. In Chinese
/// the brackets may be full-width.
pub(super) fn chosen(name: &str) -> Option<(&str, &str)> {
    let inside = name.strip_suffix(')').or_else(|| name.strip_suffix('）'))?;
    let (label, id) = inside.rsplit_once(['(', '（'])?;
    (is_id(id) && !label.trim().is_empty()).then(|| (label.trim(), id))
}

/// Ids already given, each with the number its next namesake tries first.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeMap<String, usize>);

impl Ids {
    /// This id, or the first of `id-2`, `id-3` … that is free.
    pub(super) fn take(&mut self, id: &str) -> String {
        let mut count = self.0.get(id).copied().unwrap_or(1);
        let mut own = id.to_owned();
        while self.0.contains_key(&own) {
            count += 1;
            own = format!("{id}-{count}");
        }
        self.0.insert(id.to_owned(), count);
        self.0.entry(own.clone()).or_insert(1);
        own
    }

    /// The id chosen in the name, or one made from it, or a number.
    pub(super) fn of(&mut self, name: &str, otherwise: &str) -> String {
        match chosen(name) {
            Some((_, id)) => self.take(id),
            None => {
                let id = slug(name).unwrap_or_else(|| otherwise.to_owned());
                self.take(&id)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ids, chosen, is_id, slug};

    #[test]
    fn names_become_ids() {
        let id = |name: &str| slug(name).unwrap_or_default();
        assert_eq!(id("An overgrown path"), "an-overgrown-path");
        assert_eq!(id("Don’t go!"), "dont-go");
        assert_eq!(id("听他说完"), "ting-ta-shuo-wan");
        assert_eq!(id("第2声铃 Ring"), "di-2-sheng-ling-ring");
        assert_eq!(id("女士"), "nv-shi");
        assert_eq!(id("……"), "");
        assert!(id(&"铃".repeat(100)).len() <= 40 && id(&"a".repeat(100)).len() <= 40);
    }

    #[test]
    fn an_author_may_choose_the_id() {
        assert_eq!(chosen("铃响 (ring)"), Some(("铃响", "ring")));
        assert_eq!(chosen("铃响（ring）"), Some(("铃响", "ring")));
        assert_eq!(chosen("铃响（第二声）"), None);
        assert_eq!(chosen("(ring)"), None);
        let mut ids = Ids::default();
        assert_eq!(ids.of("铃响 (ring)", "p"), "ring");
        assert_eq!(ids.of("Ring", "p"), "ring-2");
        assert_eq!(ids.of("…", "passage-3"), "passage-3");
        assert!(is_id(&ids.of("ñ é", "passage-4")));
    }
}
