//! Chinese characters by their sound, in the letters that one types.

use pinyin::{ToPinyin, ToPinyinMulti};

/// The usual syllable of a Chinese character, without its tone; `None` for
/// anything else.
pub fn pinyin(c: char) -> Option<String> {
    c.to_pinyin().map(|sound| typed(sound.plain()))
}

/// Every syllable that a Chinese character may be read as, the usual one first
/// and none twice; empty for anything else.
pub fn readings(c: char) -> Vec<String> {
    let mut readings = Vec::new();
    for sound in c.to_pinyin_multi().into_iter().flatten() {
        let syllable = typed(sound.plain());
        if !syllable.is_empty() && !readings.contains(&syllable) {
            readings.push(syllable);
        }
    }
    readings
}

/// A syllable in the letters a–z: ü is typed v.
fn typed(syllable: &str) -> String {
    let letter = |c| match c {
        'ü' => 'v',
        'ê' => 'e',
        c => c,
    };
    syllable.chars().map(letter).filter(char::is_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{pinyin, readings};

    #[test]
    fn characters_have_the_letters_one_types() {
        assert_eq!(pinyin('握').as_deref(), Some("wo"));
        assert_eq!(pinyin('女').as_deref(), Some("nv"));
        assert_eq!(pinyin('w'), None);
        assert_eq!(pinyin('，'), None);
    }

    #[test]
    fn a_character_with_two_sounds_has_both() {
        assert!(readings('行').starts_with(&["xing".to_owned()]));
        assert!(readings('行').contains(&"hang".to_owned()));
        // Read with two tones, typed one way.
        assert_eq!(readings('子'), ["zi"]);
        assert!(readings('a').is_empty() && readings('\u{10ffff}').is_empty());
    }
}
