//! What is heard, with a caption for every sound that means something.

use bevy::audio::Volume;
use bevy::prelude::*;

use crate::game::{Chosen, Screen};

use super::PlaySystems;

/// How long a caption stays, in seconds.
const CAPTION_SECONDS: f32 = 2.2;

/// Sounds that only colour the air; they get no caption.
const UNSAID: [&str; 3] = ["room-tone", "press", "page"];

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Heard>()
        .init_resource::<Caption>()
        .add_systems(Update, (play, fade).chain().in_set(PlaySystems::Show))
        .add_systems(OnExit(Screen::Play), hush);
}

/// Something to be heard.
#[derive(Message, Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// An authored sound, with its caption.
    Sound(String),
    /// A line rings.
    Ring { track: String, count: u32 },
    /// The ringing is cut off.
    RingStops,
    /// A quiet cue of the program's own, without a caption.
    Cue(&'static str),
}

/// The caption of what was heard last.
#[derive(Resource, Debug, Default)]
pub(super) struct Caption {
    /// The sound's id.
    pub(super) sound: Option<String>,
    left: f32,
}

#[derive(Component)]
struct Playing;

#[derive(Component)]
struct Ringing;

fn play(
    mut heard: MessageReader<Heard>,
    chosen: Res<Chosen>,
    assets: Res<AssetServer>,
    ringing: Query<Entity, With<Ringing>>,
    mut caption: ResMut<Caption>,
    mut commands: Commands,
) {
    let volume = f32::from(chosen.settings.volume) / 100.0;
    for sound in heard.read() {
        let (id, rings) = match sound {
            Heard::Sound(id) => {
                if !UNSAID.contains(&id.as_str()) {
                    *caption = Caption { sound: Some(id.clone()), left: CAPTION_SECONDS };
                }
                (id.as_str(), false)
            }
            Heard::Ring { track, count } => {
                debug!("{track} rings for the {count}th time");
                ("ring", true)
            }
            Heard::RingStops => {
                ringing.iter().for_each(|e| commands.entity(e).despawn());
                continue;
            }
            Heard::Cue(id) => (*id, false),
        };
        if volume <= 0.0 {
            continue;
        }
        let settings = PlaybackSettings::DESPAWN.with_volume(Volume::Linear(volume));
        let source = assets.load(format!("sounds/{id}.wav"));
        let mut player = commands.spawn((AudioPlayer::new(source), settings, Playing));
        if rings {
            player.insert(Ringing);
        }
    }
}

fn fade(
    time: Res<Time<Real>>,
    mut caption: ResMut<Caption>,
    mut awake: ResMut<crate::game::awake::Awake>,
) {
    if caption.sound.is_some() {
        let caption = caption.bypass_change_detection();
        caption.left -= time.delta_secs().min(0.25);
        awake.stay(2);
    }
    if caption.sound.is_some() && caption.left <= 0.0 {
        caption.sound = None;
    }
}

/// Without a sound card players never end by themselves, so they end here.
fn hush(playing: Query<Entity, With<Playing>>, mut commands: Commands) {
    playing.iter().for_each(|e| commands.entity(e).despawn());
}
