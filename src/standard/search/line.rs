//! One line of text as a search reads it: its characters, and how the Chinese ones sound.

use std::collections::BTreeMap;

use crate::source::readings;

/// The most characters of one word of a query that count. One bit each is
/// needed of 64.
pub(super) const LONGEST: usize = 48;
/// Latin letters inside a longer word are only looked for from so many on.
const INSIDE: usize = 3;

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As it was typed, folded.
    plain: Vec<char>,
    /// The letters of its sound; empty where it has none.
    sound: Vec<char>,
}

impl Word {
    pub(super) fn new(folded: &[char]) -> Word {
        let plain: Vec<char> = folded.iter().copied().take(LONGEST).collect();
        // An apostrophe parts syllables: xi'an.
        let sound = plain.iter().filter(|c| **c != '\'');
        let mut sound: Vec<char> = sound.map(|c| if *c == 'ü' { 'v' } else { *c }).collect();
        if !sound.iter().any(char::is_ascii_lowercase) {
            sound.clear();
        }
        Word { plain, sound }
    }
}

/// The sounds of every Chinese character that stands in a catalogue, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Sounds {
    numbers: BTreeMap<char, u16>,
    readings: Vec<Vec<Vec<char>>>,
}

/// How one character can begin: one bit a letter, a is bit 0.
fn initials(readings: &[Vec<char>]) -> u32 {
    readings.iter().filter_map(|syllable| syllable.first()).fold(0, |all, c| all | bit(*c))
}

fn bit(letter: char) -> u32 {
    match u32::from(letter).checked_sub(u32::from('a')) {
        Some(place @ 0..26) => 1 << place,
        _ => 0,
    }
}

impl Sounds {
    /// The number of a character's sounds, from 1; 0 where it has none.
    fn number(&mut self, c: char) -> u16 {
        if c.is_ascii() {
            return 0;
        }
        if let Some(number) = self.numbers.get(&c) {
            return *number;
        }
        let heard: Vec<Vec<char>> = readings(c).iter().map(|r| r.chars().collect()).collect();
        let number = match u16::try_from(self.readings.len() + 1) {
            Ok(number) if !heard.is_empty() => {
                self.readings.push(heard);
                number
            }
            _ => 0,
        };
        self.numbers.insert(c, number);
        number
    }

    fn of(&self, number: u16) -> &[Vec<char>] {
        let place = usize::from(number).checked_sub(1);
        place.and_then(|place| self.readings.get(place)).map_or(&[], Vec::as_slice)
    }
}

/// Where in a line a word fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The word is the line.
    Whole,
    /// The line begins with it.
    Start,
    /// A word of the line begins with it.
    Word,
    Inside,
}

/// How a word gives the sound of what it found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spelt {
    /// Every syllable in full; the last may be begun only.
    Out,
    /// Some syllables by their initial.
    Initials,
}

/// A line of text, folded.
#[derive(Clone, Debug)]
pub(super) struct Line {
    chars: Vec<char>,
    /// For each character its number in [`Sounds`].
    sounds: Vec<u16>,
    /// For each character the letters it can begin with.
    initials: Vec<u32>,
}

impl Line {
    pub(super) fn new(words: &str, sounds: &mut Sounds) -> Line {
        let chars: Vec<char> = folded(words).collect();
        let numbers: Vec<u16> = chars.iter().map(|c| sounds.number(*c)).collect();
        let initials = numbers.iter().map(|number| initials(sounds.of(*number))).collect();
        Line { chars, sounds: numbers, initials }
    }

    /// Where the word stands as it was typed.
    pub(super) fn find(&self, word: &Word) -> Option<Fit> {
        let word = word.plain.as_slice();
        let first = word.first()?;
        let mut best = None;
        for (at, _) in self.chars.iter().enumerate().filter(|(_, c)| *c == first) {
            if !self.chars[at..].starts_with(word) {
                continue;
            }
            let fit = self.fit(at, word.len());
            let latin = first.is_ascii_alphanumeric();
            if fit == Fit::Inside && latin && word.len() < INSIDE {
                continue;
            }
            best = Some(best.map_or(fit, |known: Fit| known.min(fit)));
            if best <= Some(Fit::Start) {
                break;
            }
        }
        best
    }

    fn fit(&self, at: usize, length: usize) -> Fit {
        let before = at.checked_sub(1).and_then(|place| self.chars.get(place));
        match before {
            None if length == self.chars.len() => Fit::Whole,
            None => Fit::Start,
            Some(c) if !c.is_alphanumeric() => Fit::Word,
            // Chinese words have no spaces between them.
            Some(c) if c.is_ascii() == self.chars[at].is_ascii() => Fit::Inside,
            Some(_) => Fit::Word,
        }
    }

    /// Where something stands that sounds like the word: each Chinese character
    /// by its syllable, the syllable's initial, or itself. One letter alone
    /// only counts where the line begins.
    pub(super) fn hear(&self, word: &Word, sounds: &Sounds) -> Option<(Fit, Spelt)> {
        let word = word.sound.as_slice();
        let first = *word.first()?;
        let letter = bit(first);
        let starts = if word.len() == 1 { 1 } else { self.chars.len() };
        let mut best: Option<(Spelt, Fit)> = None;
        let begun = self.chars.iter().zip(&self.initials).take(starts);
        for (at, (c, initials)) in begun.enumerate() {
            // What is there letter by letter is no sound.
            let may = *c == first || initials & letter != 0;
            if !may || self.chars[at..].starts_with(word) {
                continue;
            }
            let Some((length, spelt)) = self.hear_at(at, word, sounds) else { continue };
            let own = (spelt, self.fit(at, length));
            best = Some(best.map_or(own, |known| known.min(own)));
        }
        best.map(|(spelt, fit)| (fit, spelt))
    }

    /// How many characters from here on the word sounds like.
    ///
    /// Goes along the line with the set of all places in the word that may have
    /// been reached, one bit each: a character can be given in several ways.
    fn hear_at(&self, at: usize, word: &[char], sounds: &Sounds) -> Option<(usize, Spelt)> {
        let end = 1u64 << word.len();
        // Reached with every syllable in full, and reached at all.
        let (mut full, mut any) = (1u64, 1u64);
        let here = self.chars[at..].iter().zip(&self.sounds[at..]);
        for (length, (c, number)) in (1usize..).zip(here) {
            let (mut next_full, mut next_any) = (0, 0);
            let places = (0..word.len()).filter(|place| any & (1 << place) != 0);
            for place in places {
                let was_full = full & (1 << place) != 0;
                let mut reach = |count: usize, in_full: bool| {
                    let bit = 1u64 << (place + count);
                    next_any |= bit;
                    if was_full && in_full {
                        next_full |= bit;
                    }
                };
                let rest = &word[place..];
                if rest[0] == *c {
                    reach(1, true);
                }
                for syllable in sounds.of(*number) {
                    let same = syllable.iter().zip(rest).take_while(|(a, b)| a == b).count();
                    if same == 0 {
                        continue;
                    }
                    reach(1, syllable.len() == 1);
                    if same >= 2 && syllable[1] == 'h' {
                        reach(2, false);
                    }
                    if same == syllable.len() || same == rest.len() {
                        reach(same, same >= 2);
                    }
                }
            }
            if next_any & end != 0 {
                let spelt = if next_full & end != 0 { Spelt::Out } else { Spelt::Initials };
                return Some((length, spelt));
            }
            if next_any == 0 {
                return None;
            }
            (full, any) = (next_full, next_any);
        }
        None
    }
}

/// Text as it is compared: small letters, full-width signs as plain ones.
pub(super) fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            '’' => '\'',
            c => c,
        })
        .flat_map(char::to_lowercase)
}

/// Whether a folded character parts the words of a query.
pub(super) fn parts(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, ',' | ';' | '?' | '!' | '。' | '、' | '“' | '”' | '"' | '《' | '》')
}
