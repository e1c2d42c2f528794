//! The air of a place: one loop while it is shown, faded in and out.

use bevy::audio::Volume;
use bevy::prelude::*;

use crate::game::awake::Awake;
use crate::game::stage::StageCue;
use crate::game::{Chosen, Screen};
use crate::settings::Settings;

use super::super::run::Run;
use super::book::{Book, Floor, room};
use super::ears::Ears;
use super::{Shelf, overall};

/// Seconds in which one place's air gives way to another's.
const FADE: f32 = 1.6;
/// The same when the run is paused or left.
const FADE_AWAY: f32 = 0.35;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Here>().add_systems(
        Update,
        (look_around, change_air, breathe)
            .chain()
            .after(crate::game::stage::StageSystems::Hear)
            .run_if(resource_exists::<Book>.and_then(resource_exists::<Shelf>)),
    );
}

/// Which place is shown.
#[derive(Resource, Debug, Default)]
pub(super) struct Here(Option<String>);

impl Here {
    /// What one walks on here.
    pub(super) fn floor(&self, book: &Book) -> Floor {
        let place = self.0.as_ref().and_then(|place| book.places.get(place));
        place.map_or_else(Floor::default, |place| place.floor)
    }
}

/// The air of a place, on its way in or out.
#[derive(Component, Debug)]
struct Air {
    sound: String,
    /// From 0 to 1.
    level: f32,
    goal: f32,
    /// How much the level changes in a second.
    speed: f32,
}

fn look_around(mut cues: MessageReader<StageCue>, mut here: ResMut<Here>) {
    for cue in cues.read() {
        match cue {
            StageCue::ShowStage(place) => here.0 = Some(place.clone()),
            StageCue::Clear => here.0 = None,
            _ => {}
        }
    }
}

/// What is to be heard of the air: nothing while the run is paused or steered.
fn change_air(
    here: Res<Here>,
    book: Res<Book>,
    shelf: Res<Shelf>,
    ears: Res<Ears>,
    chosen: Res<Chosen>,
    run: Option<Res<Run>>,
    screen: Res<State<Screen>>,
    mut airs: Query<&mut Air>,
    mut commands: Commands,
) {
    let heard = *screen.get() == Screen::Play
        && run.as_ref().is_some_and(|run| !run.paused() && !run.frozen)
        && loudness(&chosen.settings) > 0.0
        && !ears.are_missing();
    let place = here.0.as_ref().filter(|_| heard).and_then(|place| book.places.get(place));
    let wanted = place.map(|place| room(&place.air));
    let mut there = false;
    for mut air in &mut airs {
        let goal = if wanted.as_ref() == Some(&air.sound) { 1.0 } else { 0.0 };
        there |= goal > 0.0;
        if air.goal != goal {
            air.goal = goal;
            air.speed = 1.0 / if heard { FADE } else { FADE_AWAY };
        }
    }
    let Some(sound) = wanted.filter(|_| !there) else { return };
    let Some(source) = shelf.0.get(&sound) else { return };
    let silent = PlaybackSettings::LOOP.with_volume(Volume::Linear(0.0));
    let air = Air { sound, level: 0.0, goal: 1.0, speed: 1.0 / FADE };
    commands.spawn((AudioPlayer::new(source.clone()), silent, air));
}

/// Fades; a loop that only goes on asks for no frame.
fn breathe(
    time: Res<Time<Real>>,
    chosen: Res<Chosen>,
    mut airs: Query<(Entity, &mut Air, Option<&mut AudioSink>)>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let loud = loudness(&chosen.settings);
    for (entity, mut air, sink) in &mut airs {
        let Some(mut sink) = sink else {
            // Nobody hears it: it goes at once.
            if air.goal <= 0.0 {
                commands.entity(entity).despawn();
            }
            continue;
        };
        if air.level != air.goal {
            let step = air.speed * time.delta_secs().min(0.1);
            let level = air.level + (air.goal - air.level).clamp(-step, step);
            air.level = level;
            awake.stay(2);
        } else if !chosen.is_changed() {
            continue;
        }
        if air.level <= 0.0 && air.goal <= 0.0 {
            commands.entity(entity).despawn();
        } else {
            // The ear hears by ratios: this sounds even.
            sink.set_volume(Volume::Linear(loud * air.level * air.level));
        }
    }
}

/// How loud the air of a place is, from 0 to 1.
pub(super) fn loudness(settings: &Settings) -> f32 {
    overall(settings) * f32::from(settings.ambience) / 100.0
}
