//! What a line's halves were when they went out: short hashes that notice a change.

use std::fmt::{self, Write};

use sha2::{Digest, Sha256};

use crate::standard::Lang;

/// A hash of each half of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    zh: String,
    en: String,
}

impl Mark {
    /// The mark of a line with these halves.
    pub fn of(zh: &str, en: &str) -> Mark {
        Mark { zh: hash(zh), en: hash(en) }
    }

    /// Reads `1f3a9c20-77be0d12`.
    pub fn parse(text: &str) -> Option<Mark> {
        let (zh, en) = text.trim().split_once('-')?;
        let is_hash = |half: &str| half.len() == 8 && half.bytes().all(|b| b.is_ascii_hexdigit());
        let mark = || Mark { zh: zh.to_ascii_lowercase(), en: en.to_ascii_lowercase() };
        (is_hash(zh) && is_hash(en)).then(mark)
    }

    /// Whether this half was these words.
    pub fn was(&self, lang: Lang, words: &str) -> bool {
        let half = match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        };
        *half == hash(words)
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.zh, self.en)
    }
}

/// The first eight hexadecimal digits of the SHA-256: two different texts have
/// the same once in four thousand million times.
pub(super) fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let mut hex = String::with_capacity(8);
    for byte in digest.iter().take(4) {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::Mark;
    use crate::standard::Lang;

    #[test]
    fn a_mark_reads_back_and_notices() {
        let mark = Mark::of("好", "Good");
        assert_eq!(Mark::parse(&format!(" {mark} ")), Some(mark.clone()));
        assert!(
            mark.was(Lang::Zh, "好") && !mark.was(Lang::Zh, "好。") && mark.was(Lang::En, "Good")
        );
        for other in ["", "-", "12345678", "1234567g-12345678", "123-456"] {
            assert_eq!(Mark::parse(other), None);
        }
    }
}
