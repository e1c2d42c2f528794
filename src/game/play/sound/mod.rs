//! What is heard on the play screen, with a caption for every sound that means something.
//!
//! Sounds a scenario names, rings and the cues for met and missed are told in
//! words too ([`captions`]). What bodies make heard is seen while it is heard,
//! lines that are murmured ([`speech`]) are read, and the air of a place
//! ([`ambience`]) tells nothing: these have no caption.

mod ambience;
mod book;
mod captions;
mod ears;
mod murmur;
mod sample;
mod speech;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use bevy::audio::Volume;
use bevy::prelude::*;

use crate::game::Chosen;
use crate::game::awake::Awake;
use crate::game::stage::{AssetsRoot, Noise};
use crate::session::Verdict;
use crate::settings::Settings;
use crate::standard::Text as Words;

use super::PlaySystems;
use super::run::Run;
use ambience::Here;
use book::Book;

pub(super) use captions::Captions;
pub(crate) use ears::Ears;
pub(crate) use sample::{Sample, SoundClass};
pub(super) use speech::Spoken;

/// A sound a scenario names covers what bodies make heard for so many seconds:
/// footsteps that are told are not walked as well.
const COVERS: f64 = 1.6;
/// Two cues never come nearer than this, in seconds.
const CUES_APART: f64 = 1.2;
/// Two steps of different people that fall together are one.
const STEPS_APART: f64 = 0.07;
/// Room for several sounds at once, so that their sum is not clipped.
const HEADROOM: f32 = 0.7;
/// Beside the first line, the next ones ring a little higher each.
const HIGHER: f32 = 1.09;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Heard>()
        .init_resource::<Remembered>()
        .add_plugins((ambience::plugin, captions::plugin, ears::plugin))
        .add_plugins((sample::plugin, speech::plugin))
        .add_systems(Startup, open_the_book)
        .add_systems(
            Update,
            (play, follow_bodies.run_if(resource_exists::<Book>), hold_the_lines)
                .chain()
                .in_set(PlaySystems::Show),
        )
        .add_systems(OnExit(crate::game::Screen::Play), hush);
}

/// Something to be heard.
#[derive(Message, Clone, Debug, PartialEq)]
pub(super) enum Heard {
    /// An authored sound.
    Sound(String),
    /// A line rings: the place of the track among those of the activity, its
    /// name where there are several, and which ring it is.
    Ring { track: String, place: usize, line: Option<Words>, sound: Option<String>, count: u32 },
    /// A line rings no more.
    RingStops(String),
    /// Nothing rings any more.
    AllRingsStop,
    /// A standard got a verdict; nothing is heard before all of it is told.
    Judged(Verdict),
    /// What the answer led to has been told.
    AnswerTold,
    /// Somebody speaks.
    Speech(Spoken),
}

/// Every sound file, loaded when the window opens: what is heard is heard at once.
#[derive(Resource, Debug, Default)]
struct Shelf(BTreeMap<String, Handle<AudioSource>>);

/// A sound that is heard once, and ends with the screen.
#[derive(Component)]
struct Playing;

/// The ring of a track.
#[derive(Component)]
struct Ringing(String);

fn open_the_book(root: Option<Res<AssetsRoot>>, assets: Res<AssetServer>, mut commands: Commands) {
    let root = root.map_or_else(|| "assets".into(), |root| root.0.clone());
    let sounds = root.join("sounds");
    let names: BTreeSet<String> = book::names(&sounds);
    match Book::open(&sounds, &names) {
        Ok(book) => {
            commands.insert_resource(speech::Throats::open(&sounds, &book));
            commands.insert_resource(book);
        }
        Err(fault) => error!("nothing is heard by itself: {fault}"),
    }
    let load = |name: String| {
        let source = assets.load(format!("sounds/{name}.wav"));
        (name, source)
    };
    commands.insert_resource(Shelf(names.into_iter().map(load).collect()));
}

/// How loud everything is, from 0 to 1.
fn overall(settings: &Settings) -> f32 {
    HEADROOM * f32::from(settings.volume) / 100.0
}

/// What is still to be heard of an answer, and what was heard last.
#[derive(Default)]
struct Memory {
    verdicts: Vec<Verdict>,
    cue_at: f64,
    /// When authored sounds were heard last.
    covered_at: f64,
    step_at: f64,
    steps: u32,
    step: usize,
}

fn play(
    mut heard: MessageReader<Heard>,
    chosen: Res<Chosen>,
    time: Res<Time<Real>>,
    run: Res<Run>,
    ringing: Query<(Entity, &Ringing)>,
    mut captions: ResMut<Captions>,
    mut memory: ResMut<Remembered>,
    mut loudspeaker: Loudspeaker<'_, '_>,
) {
    let (settings, memory) = (&chosen.settings, &mut memory.0);
    let now = time.elapsed_secs_f64();
    let stop = |track: Option<&String>, loudspeaker: &mut Loudspeaker<'_, '_>| {
        let of = |ring: &Ringing| track.is_none_or(|track| ring.0 == *track);
        let over = ringing.iter().filter(|(_, ring)| of(ring));
        over.for_each(|(entity, _)| loudspeaker.commands.entity(entity).despawn());
    };
    for sound in heard.read() {
        match sound {
            Heard::Sound(id) => {
                captions.tell_sound(id, settings.lang, now);
                memory.covered_at = now;
                // What is skipped is only told.
                if !run.skipping {
                    loudspeaker.play(id, overall(settings), 1.0);
                }
            }
            Heard::Ring { track, place, line, sound, count } => {
                captions.tell_ring(track, line.as_ref(), *count, settings.lang, now);
                // A ring is cut off by the next one of its own line.
                stop(Some(track), &mut loudspeaker);
                let higher = HIGHER.powi(i32::try_from(*place).unwrap_or(0).min(4));
                let sound = sound.as_deref().unwrap_or("ring");
                if let Some(ring) = loudspeaker.play(sound, overall(settings), higher) {
                    loudspeaker.commands.entity(ring).insert(Ringing(track.clone()));
                }
            }
            Heard::RingStops(track) => {
                captions.ring_is_over(Some(track));
                stop(Some(track), &mut loudspeaker);
            }
            Heard::AllRingsStop => {
                captions.ring_is_over(None);
                stop(None, &mut loudspeaker);
            }
            Heard::Judged(verdict) => memory.verdicts.push(*verdict),
            Heard::AnswerTold => {
                let cue = cue_for(&std::mem::take(&mut memory.verdicts));
                let apart = memory.cue_at == 0.0 || now - memory.cue_at > CUES_APART;
                if let Some(cue) = cue.filter(|_| settings.verdict_cues && apart && !run.frozen) {
                    memory.cue_at = now;
                    captions.tell_cue(cue, settings.lang, now);
                    loudspeaker.play(cue.file(), overall(settings), 1.0);
                }
            }
            // `speech` strings it together.
            Heard::Speech(_) => {}
        }
    }
}

/// The cue for a whole answer: one sound, whatever it was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Met,
    Missed,
}

impl Cue {
    fn file(self) -> &'static str {
        match self {
            Cue::Met => "cues/met",
            Cue::Missed => "cues/missed",
        }
    }
}

/// One cue for all the verdicts of an answer: something missed outweighs what
/// was met, and what was met by half is left to the debrief.
fn cue_for(verdicts: &[Verdict]) -> Option<Cue> {
    let any = |wanted: &[Verdict]| verdicts.iter().any(|verdict| wanted.contains(verdict));
    if any(&[Verdict::Missed, Verdict::Violated]) {
        Some(Cue::Missed)
    } else if any(&[Verdict::Met, Verdict::Recovered]) {
        Some(Cue::Met)
    } else {
        None
    }
}

/// What the sounds of a run remember.
#[derive(Resource, Default)]
struct Remembered(Memory);

/// Soles, cloth, cups: heard as they are seen.
fn follow_bodies(
    mut noises: MessageReader<Noise>,
    book: Res<Book>,
    here: Res<Here>,
    chosen: Res<Chosen>,
    time: Res<Time<Real>>,
    run: Res<Run>,
    mut memory: ResMut<Remembered>,
    mut loudspeaker: Loudspeaker<'_, '_>,
) {
    let now = time.elapsed_secs_f64();
    let memory = &mut memory.0;
    let covered = memory.covered_at > 0.0 && now - memory.covered_at < COVERS;
    for noise in noises.read() {
        if covered || run.paused() || run.frozen || run.skipping {
            continue;
        }
        let sound = match noise {
            Noise::Footfall if now - memory.step_at < STEPS_APART => None,
            Noise::Footfall => {
                memory.step_at = now;
                memory.steps = memory.steps.wrapping_add(1);
                book.step(here.floor(&book), memory.steps, &mut memory.step)
            }
            Noise::Change { from, to } => book.change(*from, *to),
            Noise::Handshake => Some(book.handshake.as_str()),
        };
        if let Some(sound) = sound {
            // No two steps of a walk are quite alike.
            let speed = 0.96 + 0.02 * (memory.steps % 5) as f32;
            loudspeaker.play(sound, overall(&chosen.settings), speed);
        }
    }
}

/// Sets sounds going.
#[derive(bevy::ecs::system::SystemParam)]
struct Loudspeaker<'w, 's> {
    shelf: Res<'w, Shelf>,
    ears: Res<'w, Ears>,
    awake: ResMut<'w, Awake>,
    commands: Commands<'w, 's>,
}

impl Loudspeaker<'_, '_> {
    /// Plays a sound once.
    fn play(&mut self, id: &str, volume: f32, speed: f32) -> Option<Entity> {
        let source = self.shelf.0.get(id)?.clone();
        self.play_source(source, volume, speed)
    }

    /// Plays no more than the beginning of a sound.
    fn play_for(&mut self, id: &str, volume: f32, longest: Duration) -> Option<Entity> {
        let source = self.shelf.0.get(id)?.clone();
        self.start(source, PlaybackSettings { duration: Some(longest), ..settings(volume) })
    }

    fn play_source(
        &mut self,
        source: Handle<AudioSource>,
        volume: f32,
        speed: f32,
    ) -> Option<Entity> {
        self.start(source, settings(volume).with_speed(speed))
    }

    fn start(&mut self, source: Handle<AudioSource>, how: PlaybackSettings) -> Option<Entity> {
        if how.volume.to_linear() <= 0.0 || self.ears.are_missing() {
            return None;
        }
        // The engine starts it in the next frame.
        self.awake.stay(2);
        Some(self.commands.spawn((AudioPlayer::new(source), how, Playing)).id())
    }
}

fn settings(volume: f32) -> PlaybackSettings {
    PlaybackSettings::DESPAWN.with_volume(Volume::Linear(volume))
}

/// While a run is paused, nothing goes on sounding.
fn hold_the_lines(run: Res<Run>, mut was: Local<bool>, playing: Query<&AudioSink, With<Playing>>) {
    if run.paused() != *was {
        *was = run.paused();
        for sink in &playing {
            if run.paused() { sink.pause() } else { sink.play() }
        }
    }
}

/// Without a sound card players never end by themselves, so they end here.
fn hush(
    playing: Query<Entity, With<Playing>>,
    mut captions: ResMut<Captions>,
    mut memory: ResMut<Remembered>,
    mut commands: Commands,
) {
    playing.iter().for_each(|e| commands.entity(e).despawn());
    captions.clear();
    memory.0 = Memory::default();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cue_stands_for_all_verdicts_of_an_answer() {
        use Verdict::{Met, Missed, NotApplicable, Partial, Recovered, Violated};
        for (verdicts, cue) in [
            (&[][..], None),
            (&[NotApplicable, Partial], None),
            (&[Met, Partial, NotApplicable], Some(Cue::Met)),
            (&[Recovered], Some(Cue::Met)),
            (&[Met, Met, Missed], Some(Cue::Missed)),
            (&[Violated, Met], Some(Cue::Missed)),
        ] {
            assert_eq!(cue_for(verdicts), cue, "{verdicts:?}");
        }
    }
}
