//! What is heard, in words: a ring with its number, a sound, a cue.

use bevy::prelude::*;

use crate::game::awake::Awake;
use crate::game::theme::Ui;
use crate::standard::{Lang, Text as Words};

use super::super::PlaySystems;
use super::Cue;

/// So many are shown at once; a new one takes the place of the oldest.
const MOST: usize = 3;
/// Seconds a caption stays at least, and for each of its characters.
const LEAST: f64 = 2.4;
const EACH_ZH: f64 = 0.22;
const EACH_EN: f64 = 0.075;
/// A ring's caption stays until the next ring, or as long as lines ring apart.
const RING: f64 = 6.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Captions>().add_systems(Update, fade.in_set(PlaySystems::Show));
}

/// What was heard last, in words, the newest at the end.
#[derive(Resource, Debug, Default)]
pub(in crate::game::play) struct Captions(Vec<Caption>);

#[derive(Clone, Debug, PartialEq)]
struct Caption {
    what: What,
    /// Until when it is read, in real seconds.
    until: f64,
}

#[derive(Clone, Debug, PartialEq)]
enum What {
    Sound(String),
    Ring { track: String, line: Option<Words>, count: u32 },
    Cue(Cue),
}

impl Captions {
    /// The captions as they are read now.
    pub(in crate::game::play) fn words(&self, ui: &Ui) -> Vec<String> {
        self.0.iter().map(|caption| caption.words(ui)).collect()
    }

    pub(super) fn tell_sound(&mut self, id: &str, lang: Lang, now: f64) {
        self.0.retain(|caption| caption.what != What::Sound(id.to_owned()));
        self.push(What::Sound(id.to_owned()), now + reading(lang, 12));
    }

    pub(super) fn tell_ring(
        &mut self,
        track: &str,
        line: Option<&Words>,
        count: u32,
        lang: Lang,
        now: f64,
    ) {
        let what = What::Ring { track: track.to_owned(), line: line.cloned(), count };
        let until = now + RING.max(reading(lang, 8));
        // A line's next ring takes the place of the last.
        let same = |caption: &&mut Caption| matches!(&caption.what, What::Ring { track: other, .. } if other == track);
        match self.0.iter_mut().find(same) {
            Some(caption) => *caption = Caption { what, until },
            None => self.push(what, until),
        }
    }

    pub(super) fn tell_cue(&mut self, cue: Cue, lang: Lang, now: f64) {
        self.0.retain(|caption| !matches!(caption.what, What::Cue(_)));
        self.push(What::Cue(cue), now + reading(lang, 10));
    }

    /// A line rings no more, or none does.
    pub(super) fn ring_is_over(&mut self, track: Option<&String>) {
        self.0.retain(|caption| match &caption.what {
            What::Ring { track: rings, .. } => track.is_some_and(|track| track != rings),
            _ => true,
        });
    }

    pub(in crate::game::play) fn clear(&mut self) {
        self.0.clear();
    }

    fn push(&mut self, what: What, until: f64) {
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push(Caption { what, until });
    }
}

/// How long so many Chinese characters, or the English for them, are read.
fn reading(lang: Lang, characters: u32) -> f64 {
    let characters = f64::from(characters);
    let seconds = match lang {
        Lang::Zh => characters * EACH_ZH,
        Lang::En => characters * 3.0 * EACH_EN,
    };
    seconds.max(LEAST)
}

impl Caption {
    fn words(&self, ui: &Ui) -> String {
        match &self.what {
            // Telephones have a sign of their own, so that they stand out.
            What::Sound(id) if id.starts_with("ring") => {
                format!("☎ {}", ui.tr(&format!("sound-{id}")))
            }
            What::Sound(id) => format!("♪ {}", ui.tr(&format!("sound-{id}"))),
            What::Ring { line: None, count, .. } => {
                ui.tr_args("caption-ring", &[("count", (*count).into())])
            }
            What::Ring { line: Some(line), count, .. } => {
                let args = [("line", ui.say(line).into()), ("count", (*count).into())];
                ui.tr_args("caption-ring-of", &args)
            }
            What::Cue(Cue::Met) => format!("♪ {}", ui.tr("caption-met")),
            What::Cue(Cue::Missed) => format!("♪ {}", ui.tr("caption-missed")),
        }
    }
}

/// Takes away what has been read; the next frame comes when the next is to go.
fn fade(time: Res<Time<Real>>, mut captions: ResMut<Captions>, mut awake: ResMut<Awake>) {
    let now = time.elapsed_secs_f64();
    if captions.0.iter().any(|caption| caption.until <= now) {
        captions.0.retain(|caption| caption.until > now);
        awake.stay(2);
    }
    let next = captions.0.iter().map(|caption| caption.until - now).reduce(f64::min);
    if let Some(next) = next {
        awake.wake_in(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(captions: &Captions) -> Vec<String> {
        let kind = |caption: &Caption| match &caption.what {
            What::Sound(id) => id.clone(),
            What::Ring { track, count, .. } => format!("{track} {count}"),
            What::Cue(cue) => format!("{cue:?}"),
        };
        captions.0.iter().map(kind).collect()
    }

    #[test]
    fn each_line_has_one_caption_that_counts_and_goes_when_it_is_answered() {
        let mut captions = Captions::default();
        for (track, count) in [("one", 1), ("two", 1), ("one", 2), ("two", 2), ("one", 3)] {
            captions.tell_ring(track, None, count, Lang::Zh, 0.0);
        }
        assert_eq!(kinds(&captions), ["one 3", "two 2"]);
        captions.ring_is_over(Some(&"one".to_owned()));
        assert_eq!(kinds(&captions), ["two 2"]);
        captions.tell_sound("cup", Lang::Zh, 0.0);
        captions.ring_is_over(None);
        assert_eq!(kinds(&captions), ["cup"]);
    }

    #[test]
    fn no_more_than_three_are_shown_and_the_oldest_goes() {
        let mut captions = Captions::default();
        for sound in ["cup", "glass", "paper", "cup", "door"] {
            captions.tell_sound(sound, Lang::En, 0.0);
        }
        assert_eq!(kinds(&captions), ["paper", "cup", "door"]);
        captions.tell_cue(Cue::Met, Lang::En, 0.0);
        captions.tell_cue(Cue::Missed, Lang::En, 0.0);
        assert_eq!(kinds(&captions), ["cup", "door", "Missed"]);
    }
}
