//! What is heard by itself: `assets/sounds/heard.ron`, read and checked.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use bevy::prelude::Resource;
use serde::Deserialize;

use crate::game::stage::MOODS;
use crate::scenario::{Mood, Pose};

const OWN: &str = include_str!("../../../../assets/sounds/heard.ron");

/// The air of places, the noises of bodies, the voices of figures.
#[derive(Resource, Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Book {
    pub(super) places: BTreeMap<String, Place>,
    steps: BTreeMap<Floor, Vec<String>>,
    pub(super) handshake: String,
    poses: BTreeMap<Pose, String>,
    ends: BTreeMap<Pose, String>,
    voices: BTreeMap<String, Voice>,
    moods: BTreeMap<Mood, Manner>,
}

/// How a stage sounds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub(super) air: String,
    pub(super) floor: Floor,
}

/// What one walks on.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Floor {
    #[default]
    Hard,
    Soft,
}

/// Whose throat it is, and how much higher than the file it is pitched.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(super) struct Voice {
    pub(super) file: String,
    pub(super) pitch: f32,
}

/// How a mood speaks.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(super) struct Manner {
    pub(super) pitch: f32,
    /// Syllables a second.
    pub(super) pace: f32,
    pub(super) loud: f32,
    /// By how much the pitch rises over a phrase.
    pub(super) tune: f32,
    /// By how much a syllable strays from the tune at most.
    pub(super) stray: f32,
}

/// What is wrong with the book.
#[derive(Debug, thiserror::Error)]
pub(super) enum BookFault {
    #[error("{file}: cannot be read: {why}")]
    Unreadable { file: String, why: std::io::Error },
    #[error("{file}:{line}:{column}: {what}")]
    Syntax { file: String, line: usize, column: usize, what: String },
    #[error(
        "{file}: {what} names `{sound}`, and there is no `{sound}.wav` in the folder of sounds"
    )]
    NoSound { file: String, what: String, sound: String },
    #[error("{file}: no manner for the mood {mood:?}; add it under `moods`")]
    NoMood { file: String, mood: Mood },
    #[error("{file}: no steps for the floor {floor:?}; add two at least under `steps`")]
    NoSteps { file: String, floor: Floor },
    #[error("{file}: {what} is out of bounds; it must be from {least} to {most}")]
    OutOfBounds { file: String, what: String, least: f32, most: f32 },
}

impl Book {
    /// Reads the book beside the sounds; while it is broken the one built in serves.
    ///
    /// # Errors
    /// Only if the one built in is broken too, which a test rules out.
    pub(super) fn open(sounds: &Path, names: &BTreeSet<String>) -> Result<Book, BookFault> {
        let path = sounds.join("heard.ron");
        let file = path.display().to_string();
        let read = fs::read_to_string(&path)
            .map_err(|why| BookFault::Unreadable { file: file.clone(), why })
            .and_then(|text| Book::read(&file, &text, names));
        read.or_else(|fault| {
            bevy::log::warn!("the built-in table of sounds is used: {fault}");
            Book::parse("the built-in table of sounds", OWN)
        })
    }

    /// Reads a book and holds it against the sounds there are.
    fn read(file: &str, text: &str, names: &BTreeSet<String>) -> Result<Book, BookFault> {
        let book = Book::parse(file, text)?;
        book.check(file, names)?;
        Ok(book)
    }

    fn parse(file: &str, text: &str) -> Result<Book, BookFault> {
        ron::from_str(text.trim_start_matches('\u{feff}')).map_err(
            |fault: ron::error::SpannedError| BookFault::Syntax {
                file: file.to_owned(),
                line: fault.span.start.line,
                column: fault.span.start.col,
                what: fault.code.to_string(),
            },
        )
    }

    fn check(&self, file: &str, names: &BTreeSet<String>) -> Result<(), BookFault> {
        for (what, sound) in self.named() {
            if !names.contains(&sound) {
                return Err(BookFault::NoSound { file: file.to_owned(), what, sound });
            }
        }
        for floor in [Floor::Hard, Floor::Soft] {
            if self.steps.get(&floor).is_none_or(|steps| steps.len() < 2) {
                return Err(BookFault::NoSteps { file: file.to_owned(), floor });
            }
        }
        if let Some(mood) = MOODS.into_iter().find(|mood| !self.moods.contains_key(mood)) {
            return Err(BookFault::NoMood { file: file.to_owned(), mood });
        }
        let pitches = self.voices.iter().map(|(who, v)| (format!("the pitch of `{who}`"), v.pitch));
        let mut bounded: Vec<(String, f32, f32, f32)> =
            pitches.map(|(what, pitch)| (what, pitch, 0.5, 2.0)).collect();
        for (mood, manner) in &self.moods {
            let of = |what: &str| format!("`{what}` of the mood {mood:?}");
            bounded.push((of("pitch"), manner.pitch, 0.5, 2.0));
            bounded.push((of("pace"), manner.pace, 2.0, 9.0));
            bounded.push((of("loud"), manner.loud, 0.1, 1.5));
            bounded.push((of("tune"), manner.tune, -0.5, 0.5));
            bounded.push((of("stray"), manner.stray, 0.0, 0.3));
        }
        match bounded.into_iter().find(|(_, value, least, most)| !(*least..=*most).contains(value))
        {
            Some((what, _, least, most)) => {
                Err(BookFault::OutOfBounds { file: file.to_owned(), what, least, most })
            }
            None => Ok(()),
        }
    }

    /// Every sound that is named, and by what.
    fn named(&self) -> Vec<(String, String)> {
        let mut named = vec![("`handshake`".to_owned(), self.handshake.clone())];
        named.extend(self.places.iter().map(|(id, p)| (format!("the place `{id}`"), room(&p.air))));
        named.extend(
            self.voices.iter().map(|(id, v)| (format!("the voice of `{id}`"), throat(&v.file))),
        );
        for (pose, sound) in self.poses.iter().chain(&self.ends) {
            named.push((format!("the pose {pose:?}"), sound.clone()));
        }
        for (floor, steps) in &self.steps {
            named.extend(steps.iter().map(|step| (format!("the floor {floor:?}"), step.clone())));
        }
        named
    }

    /// The sound of a step on a floor: `count` is how many there were, `last`
    /// which sound the one before had; that one is not heard again.
    pub(super) fn step(&self, floor: Floor, count: u32, last: &mut usize) -> Option<&str> {
        let steps = self.steps.get(&floor).filter(|steps| steps.len() > 1)?;
        let on = count.wrapping_mul(2_654_435_761) >> 16;
        *last = (*last + 1 + on as usize % (steps.len() - 1)) % steps.len();
        steps.get(*last).map(String::as_str)
    }

    /// What is heard as somebody goes from one pose into another.
    pub(super) fn change(&self, from: Pose, to: Pose) -> Option<&str> {
        let (taken, given_up) = (self.poses.get(&to), self.ends.get(&from));
        // A cup that only changes hands touches nothing.
        let same = taken.is_some() && taken == self.poses.get(&from) && self.ends.contains_key(&to);
        taken.or(given_up).filter(|_| !same).map(String::as_str)
    }

    /// A figure's voice; what it wears changes nothing.
    pub(super) fn voice(&self, figure: &str) -> Option<&Voice> {
        let mut name = figure;
        loop {
            if let Some(voice) = self.voices.get(name) {
                return Some(voice);
            }
            name = name.rsplit_once('-')?.0;
        }
    }

    /// How a mood speaks.
    pub(super) fn manner(&self, mood: Mood) -> Option<&Manner> {
        self.moods.get(&mood)
    }

    /// The files of every voice.
    pub(super) fn throats(&self) -> BTreeSet<&str> {
        self.voices.values().map(|voice| voice.file.as_str()).collect()
    }
}

/// The file of a place's air.
pub(super) fn room(air: &str) -> String {
    format!("rooms/{air}")
}

/// The file of a voice.
pub(super) fn throat(file: &str) -> String {
    format!("voices/{file}")
}

/// Every sound in a folder and the folders in it, without its ending.
pub(super) fn names(sounds: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![(sounds.to_owned(), String::new())];
    while let Some((folder, before)) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                folders.push((entry.path(), format!("{before}{name}/")));
            } else if let Some(name) = name.strip_suffix(".wav") {
                found.insert(format!("{before}{name}"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sounds() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sounds")
    }

    fn ours() -> Book {
        Book::read("heard.ron", OWN, &names(&sounds())).unwrap()
    }

    /// The names of what lies in a folder of the assets and is of a kind.
    fn assets(folder: &str, is: impl Fn(&Path) -> bool) -> Vec<String> {
        let entries = fs::read_dir(sounds().parent().unwrap().join(folder)).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| is(path));
        paths.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn every_stage_has_its_air_and_every_figure_its_voice() {
        let book = ours();
        for stage in assets("stages", |path| path.extension().is_some_and(|e| e == "svg")) {
            assert!(book.places.contains_key(&stage), "the stage {stage} has no air");
        }
        for figure in assets("characters", Path::is_dir) {
            assert!(book.voice(&figure).is_some(), "the figure {figure} has no voice");
        }
    }

    #[test]
    fn a_sound_that_is_missing_and_a_number_out_of_bounds_are_told() {
        let names = names(&sounds());
        let told = |from: &str, to: &str| {
            let broken = OWN.replacen(from, to, 1);
            assert_ne!(broken, OWN);
            Book::read("heard.ron", &broken, &names).unwrap_err().to_string()
        };
        assert!(told("air: \"bar\"", "air: \"pub\"").contains("`rooms/pub`"));
        assert!(told("pace: 4.8", "pace: 48.0").contains("`pace` of the mood Neutral"));
        assert!(told("pitch: 1.12)", "pitch: NaN)").contains("the pitch of `courier`"));
        assert!(told("Neutral: (", "// Neutral: (").contains("the mood Neutral"));
        let line = 1 + OWN.lines().position(|line| line.contains("handshake:")).unwrap();
        let place = format!("heard.ron:{line}:");
        assert!(told("handshake:", "handclap:").starts_with(&place));
    }

    #[test]
    fn a_cup_is_heard_when_it_is_taken_and_set_down_but_not_from_hand_to_hand() {
        let book = ours();
        let cup = Some("bodies/cup");
        assert_eq!(book.change(Pose::Stand, Pose::HoldCup), cup);
        assert_eq!(book.change(Pose::HoldCup, Pose::Stand), cup);
        assert_eq!(book.change(Pose::HoldCup, Pose::HoldCupLeft), None);
        assert_eq!(book.change(Pose::HoldCup, Pose::Bow30), Some("bodies/cloth"));
        assert_eq!(book.change(Pose::Stand, Pose::Nod), None);
        // A card given after a card is another card.
        assert_eq!(book.change(Pose::ReadCard, Pose::OfferCard), Some("bodies/card"));
    }

    #[test]
    fn no_step_sounds_like_the_one_before_it() {
        let book = ours();
        let mut last = 0;
        let steps: Vec<String> = (0..40)
            .filter_map(|k| book.step(Floor::Soft, k, &mut last).map(str::to_owned))
            .collect();
        assert_eq!(steps.len(), 40);
        assert!(steps.windows(2).all(|pair| pair[0] != pair[1]), "{steps:?}");
        let all: BTreeSet<&String> = steps.iter().collect();
        assert_eq!(all.len(), 4, "{all:?}");
    }

    #[test]
    fn clothes_change_no_voice() {
        let book = ours();
        assert_eq!(book.voice("tong-tong-no-badge"), book.voice("tong-tong"));
        assert_eq!(book.voice("nobody-we-know"), None);
    }
}
