//! Lines murmured while they are read: by whom, in which mood, for how long.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bevy::audio::AudioSource;
use bevy::prelude::*;

use crate::game::Chosen;
use crate::scenario::Mood;
use crate::settings::Settings;
use crate::standard::{Lang, Text as Words};

use super::super::PlaySystems;
use super::super::run::Run;
use super::book::{Book, throat};
use super::murmur::{self, Throat};
use super::{Heard, Loudspeaker, overall};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (fall_silent, speak)
            .chain()
            .in_set(PlaySystems::Show)
            .run_if(resource_exists::<Book>.and_then(resource_exists::<Throats>)),
    );
}

/// A line that somebody speaks.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::game::play) struct Spoken {
    /// The figure of who speaks.
    pub(in crate::game::play) figure: String,
    pub(in crate::game::play) mood: Mood,
    /// The words: they are not heard, but other words murmur otherwise.
    pub(in crate::game::play) text: Words,
    /// How long the lips move.
    pub(in crate::game::play) seconds: f32,
    /// Whether the voice comes over the telephone.
    pub(in crate::game::play) telephone: bool,
}

/// Every voice, cut into its syllables.
#[derive(Resource, Debug, Default)]
pub(super) struct Throats(BTreeMap<String, Throat>);

impl Throats {
    /// Reads the voices that a book names; one that cannot be read is silent.
    pub(super) fn open(sounds: &Path, book: &Book) -> Throats {
        let cut = |file: &str| {
            let path = sounds.join(format!("{}.wav", throat(file)));
            let throat = fs::read(&path).ok().and_then(|bytes| Throat::cut(&bytes));
            if throat.is_none() {
                warn!("the voice {} is no wave file of syllables", path.display());
            }
            Some((file.to_owned(), throat?))
        };
        Throats(book.throats().into_iter().filter_map(cut).collect())
    }
}

/// The murmur of the line at hand.
#[derive(Component)]
struct Murmur {
    text: Words,
    /// Whether the line was still to be read when it began.
    unread: bool,
}

/// A line that was skipped, or a run that is paused, is murmured no more.
fn fall_silent(run: Res<Run>, murmurs: Query<(Entity, &Murmur)>, mut commands: Commands) {
    for (entity, murmur) in &murmurs {
        let at_hand = run.line.as_ref().is_some_and(|line| line.text == murmur.text);
        let gone_on = murmur.unread && !run.unread;
        if run.paused() || !at_hand || gone_on {
            commands.entity(entity).despawn();
        }
    }
}

/// Only the last of several lines is murmured: one voice at a time.
fn speak(
    mut heard: MessageReader<Heard>,
    book: Res<Book>,
    throats: Res<Throats>,
    chosen: Res<Chosen>,
    run: Res<Run>,
    murmurs: Query<Entity, With<Murmur>>,
    mut sources: ResMut<Assets<AudioSource>>,
    mut loudspeaker: Loudspeaker<'_, '_>,
) {
    let spoken = heard.read().filter_map(|heard| match heard {
        Heard::Speech(spoken) => Some(spoken),
        _ => None,
    });
    let Some(spoken) = spoken.last() else { return };
    murmurs.iter().for_each(|murmur| loudspeaker.commands.entity(murmur).despawn());
    let loud = loudness(&chosen.settings);
    let hushed = run.frozen || run.paused() || run.skipping;
    if hushed || loud <= 0.0 || loudspeaker.ears.are_missing() {
        return;
    }
    let Some((voice, manner)) = book.voice(&spoken.figure).zip(book.manner(spoken.mood)) else {
        return;
    };
    let Some(throat) = throats.0.get(&voice.file) else { return };
    let line = murmur::Line {
        manner: *manner,
        pitch: voice.pitch,
        seconds: spoken.seconds,
        seed: seed(&spoken.text),
        telephone: spoken.telephone,
    };
    let bytes = murmur::wave(&murmur::string(throat, &line)).into();
    let source = sources.add(AudioSource { bytes });
    if let Some(player) = loudspeaker.play_source(source, loud, 1.0) {
        let murmur = Murmur { text: spoken.text.clone(), unread: run.unread };
        loudspeaker.commands.entity(player).insert(murmur);
    }
}

/// How loud a murmur is, from 0 to 1.
pub(super) fn loudness(settings: &Settings) -> f32 {
    overall(settings) * f32::from(settings.speech) / 100.0
}

/// The same words give the same number.
fn seed(text: &Words) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.get(Lang::Zh).bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}
