//! Whether this machine can be heard at all: without a sound card it is said once, and captions go on.

use bevy::audio::Volume;
use bevy::prelude::*;

use super::Shelf;

/// Frames after a sound is loaded in which the engine must have taken it up.
const PATIENCE: u32 = 3;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Ears>()
        .add_systems(PostStartup, whisper)
        .add_systems(Update, listen.run_if(|ears: Res<Ears>| *ears == Ears::Unknown));
}

/// Whether there is something to hear with.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ears {
    /// Nobody knows yet.
    #[default]
    Unknown,
    There,
    Missing,
}

impl Ears {
    pub(crate) fn are_missing(self) -> bool {
        self == Ears::Missing
    }
}

/// A sound nobody hears, to see whether the engine takes it up.
#[derive(Component)]
struct Whisper;

fn whisper(shelf: Res<Shelf>, mut commands: Commands) {
    if let Some(source) = shelf.0.get("cues/met") {
        let silent = PlaybackSettings::ONCE.with_volume(Volume::Linear(0.0));
        commands.spawn((AudioPlayer::new(source.clone()), silent, Whisper));
    }
}

fn listen(
    whispers: Query<(Entity, &AudioPlayer, Has<AudioSink>), With<Whisper>>,
    sources: Res<Assets<AudioSource>>,
    mut frames: Local<u32>,
    mut ears: ResMut<Ears>,
    mut commands: Commands,
) {
    let Ok((whisper, player, taken_up)) = whispers.single() else { return };
    *frames += u32::from(sources.contains(&player.0));
    if taken_up {
        *ears = Ears::There;
    } else if *frames > PATIENCE {
        *ears = Ears::Missing;
        warn!(
            "这台机器没有可用的声音设备：声音改用文字说明 · no sound device: sounds are told in captions"
        );
    } else {
        return;
    }
    commands.entity(whisper).despawn();
}
