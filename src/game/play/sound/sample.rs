//! A moment of sound while its loudness is being set: a number says little to an ear.

use std::time::Duration;

use bevy::prelude::*;

use crate::game::Chosen;

use super::{Loudspeaker, ambience, overall, speech};

/// How long a sample sounds at most.
const LONGEST: Duration = Duration::from_millis(1_400);

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Sample>().add_systems(Update, sample);
}

/// What has a loudness of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SoundClass {
    Everything,
    Ambience,
    Speech,
}

/// Some of this is to be heard, as loud as it is set now.
#[derive(Message, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sample(pub(crate) SoundClass);

/// What sounds as a sample.
#[derive(Component)]
struct Sampling;

fn sample(
    mut asked: MessageReader<Sample>,
    chosen: Res<Chosen>,
    earlier: Query<Entity, With<Sampling>>,
    mut loudspeaker: Loudspeaker<'_, '_>,
) {
    let Some(Sample(class)) = asked.read().last() else { return };
    earlier.iter().for_each(|entity| loudspeaker.commands.entity(entity).try_despawn());
    let settings = &chosen.settings;
    let (sound, volume) = match class {
        SoundClass::Everything => ("cues/met", overall(settings)),
        SoundClass::Ambience => ("rooms/fair", ambience::loudness(settings)),
        SoundClass::Speech => ("voices/woman", speech::loudness(settings)),
    };
    if let Some(entity) = loudspeaker.play_for(sound, volume, LONGEST) {
        loudspeaker.commands.entity(entity).insert(Sampling);
    }
}
