//! What the seed drew for one run, and how named words and numbers resolve under it.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::standard::{Person, Profile, Role, Side, Text, fill};

use super::{Alternative, ExpectationScript, Number, PersonScript, Script, Setting, TRAINEE};

/// The alternatives drawn for one run, one of each axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draw {
    alternatives: BTreeMap<String, String>,
    seed: u64,
}

impl Draw {
    /// Draws one alternative of each axis. Each axis has a stream of its own,
    /// so adding an axis changes no other's draw.
    pub fn new(script: &Script, seed: u64) -> Draw {
        let alternatives = script
            .variations
            .iter()
            .filter_map(|(axis, alternatives)| {
                let total: u64 = alternatives.values().map(|a| u64::from(a.weight)).sum();
                let mut at = below(&mut stream(seed, axis), total);
                let drawn = alternatives.iter().find(|(_, a)| {
                    let weight = u64::from(a.weight);
                    let here = at < weight;
                    at = at.saturating_sub(weight);
                    here
                });
                drawn.map(|(id, _)| (axis.clone(), id.clone()))
            })
            .collect();
        Draw { alternatives, seed }
    }

    /// The alternative drawn for an axis.
    pub fn of(&self, axis: &str) -> Option<&str> {
        self.alternatives.get(axis).map(String::as_str)
    }

    /// Every axis with the alternative drawn for it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.alternatives.iter().map(|(a, b)| (a.as_str(), b.as_str()))
    }

    fn drawn<'a>(&'a self, script: &'a Script) -> impl Iterator<Item = (&'a str, &'a Alternative)> {
        self.alternatives
            .iter()
            .filter_map(|(axis, id)| Some((axis.as_str(), script.variations.get(axis)?.get(id)?)))
    }

    /// Puts items into the order this seed shows them in at this place.
    pub fn shuffle<T>(&self, place: &str, items: &mut [T]) {
        let mut rng = stream(self.seed, place);
        for last in (1..items.len()).rev() {
            let other = below(&mut rng, last as u64 + 1);
            items.swap(last, usize::try_from(other).unwrap_or(0));
        }
    }

    /// Which drawn figure plays a member of the cast.
    pub fn figure<'a>(&'a self, script: &'a Script, who: &str) -> Option<&'a str> {
        self.drawn(script)
            .find_map(|(_, a)| a.figures.get(who))
            .or_else(|| script.cast.get(who).and_then(|m| m.figure.as_ref()))
            .map(String::as_str)
    }

    /// What precedence knows of a member of the cast on this occasion.
    pub fn person(&self, script: &Script, who: &str, setting: Option<&Setting>) -> Person {
        let mut person = Person::default();
        if who == TRAINEE {
            person.side = Side::Ours;
        }
        if let Some(member) = script.cast.get(who) {
            know(&mut person, &member.person);
        }
        for (_, alternative) in self.drawn(script) {
            if let Some(known) = alternative.people.get(who) {
                know(&mut person, known);
            }
        }
        if let Some(setting) = setting {
            if setting.hosts.iter().any(|h| h == who) {
                person.role = Role::Host;
            } else if setting.guests.iter().any(|g| g == who) {
                person.role = Role::Guest;
            }
        }
        person
    }

    /// A customer's expectation in this run, if the person has one.
    pub fn expects<'a>(&'a self, script: &'a Script, who: &str) -> Option<&'a ExpectationScript> {
        self.drawn(script)
            .find_map(|(_, a)| a.expects.get(who))
            .or_else(|| script.cast.get(who).and_then(|m| m.expects.as_ref()))
    }
}

fn know(person: &mut Person, known: &PersonScript) {
    person.rank = known.rank.or(person.rank);
    person.age = known.age.or(person.age);
    person.sex = known.sex.or(person.sex);
    person.married = known.married.or(person.married);
    person.side = known.side.unwrap_or(person.side);
    person.shakes = known.shakes.unwrap_or(person.shakes);
}

/// A generator for one named place under one seed: ChaCha8, whose stream is
/// stable by contract, on a stream numbered by the place's FNV-1a hash.
fn stream(seed: u64, place: &str) -> ChaCha8Rng {
    let hash = place
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(hash);
    rng
}

/// A number below `end`, 0 when `end` is 0.
fn below(rng: &mut ChaCha8Rng, end: u64) -> u64 {
    let wide = u128::from(rng.next_u64()) * u128::from(end);
    u64::try_from(wide >> 64).unwrap_or(0)
}

/// Looks up everything a text or a number may name in one run.
#[derive(Clone, Copy)]
pub struct Resolver<'a> {
    pub script: &'a Script,
    pub draw: &'a Draw,
    pub profile: &'a Profile,
    pub variables: &'a BTreeMap<String, i32>,
}

impl Resolver<'_> {
    /// A number's value; a name that does not resolve (the checker refuses
    /// such files) counts as 0.
    pub fn number(&self, number: &Number) -> i64 {
        match number {
            Number::Literal(value) => *value,
            Number::Named(name) => self.named_number(name).unwrap_or(0),
        }
    }

    fn named_number(&self, name: &str) -> Option<i64> {
        let (first, rest) = name.split_once('.')?;
        match first {
            "profile" => self.profile.number(rest),
            "var" => self.variables.get(rest).map(|v| i64::from(*v)),
            axis => {
                let drawn = self.script.variations.get(axis)?.get(self.draw.of(axis)?)?;
                drawn.numbers.get(rest).map(|n| i64::from(*n))
            }
        }
    }

    /// A text with every `{…}` filled. Drawn words may hold names themselves.
    pub fn text(&self, text: &Text) -> Text {
        if !text.zh.contains('{') && !text.en.contains('{') {
            return text.clone();
        }
        let once = text.map(|lang, words| fill(words, |name| self.word(name, lang)));
        once.map(|lang, words| fill(words, |name| self.word(name, lang)))
    }

    fn word(&self, name: &str, lang: crate::standard::Lang) -> Option<String> {
        let (first, rest) = name.split_once('.')?;
        match first {
            "name" => Some(self.script.cast.get(rest)?.name.get(lang).to_owned()),
            "profile" => self.profile.word(rest),
            axis => {
                let words = self
                    .script
                    .variations
                    .get(axis)
                    .and_then(|a| a.get(self.draw.of(axis)?))
                    .and_then(|a| a.text.get(rest))
                    .map(|t| t.get(lang).to_owned());
                words.or_else(|| self.named_number(name).map(|n| n.to_string()))
            }
        }
    }
}
