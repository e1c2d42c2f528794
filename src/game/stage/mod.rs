//! The stage: places and people drawn from `assets`, acting what the session tells.
//!
//! The window writes [`StageCue`] messages; nothing here knows a rule of
//! etiquette. World units are the stage's: 1600 × 900, origin in the middle,
//! y up, people's feet on [`FLOOR`].

mod actor;
mod art;
mod backdrop;
mod cards;
mod figure;
mod gait;
mod layout;
mod lift;
mod panes;
#[cfg(test)]
mod place_tests;
mod rig;
mod rig_file;
pub(crate) mod sheet;
mod stance;
#[cfg(test)]
mod tests;
mod troupe;
mod wall;

use std::path::PathBuf;

use bevy::camera::ScalingMode;
use bevy::camera::visibility::VisibilitySystems;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy::window::{PrimaryWindow, RequestRedraw};

use super::awake::Awake;
use super::theme::Ui;
use crate::scenario::{Mood, Pose, Spot};
use actor::Pulse;
use figure::Wardrobe;
use troupe::{Pace, Troupe};

pub(crate) use backdrop::place_view;
pub(crate) use rig::MOODS;
pub(crate) use wall::wall_texture;

/// The stage's size in world units.
pub(crate) const STAGE_WIDTH: f32 = 1600.0;
/// The stage's size in world units.
pub(crate) const STAGE_HEIGHT: f32 = 900.0;
/// Where feet stand: 78 % down the picture.
pub(crate) const FLOOR: f32 = STAGE_HEIGHT * (0.5 - 0.78);

/// A step longer than this is cut short: after an idle spell nothing jumps.
const LONGEST_STEP: f32 = 0.1;
/// The same while only breath, lids and lips move and pictures are few.
const LONGEST_SLOW_STEP: f32 = 0.3;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(wall::plugin)
        .add_message::<StageCue>()
        .add_message::<Noise>()
        .add_message::<ArtChanged>()
        .init_resource::<Motion>()
        .init_resource::<Company>()
        .init_resource::<Frame>()
        .init_resource::<StageHidden>()
        .init_resource::<backdrop::Wanted>()
        .configure_sets(Update, (StageSystems::Hear, StageSystems::Show).chain())
        .add_systems(Startup, open_the_wardrobe)
        .add_systems(
            Update,
            (heed_settings, renew_art, measure, follow_cues, act)
                .chain()
                .in_set(StageSystems::Hear),
        )
        .add_systems(
            Update,
            (
                (backdrop::paint_backdrop, backdrop::show_things).chain(),
                (figure::fit_sheets, figure::dress, figure::draw).chain(),
                ask_for_the_next_frame,
            )
                .run_if(resource_exists::<Wardrobe>)
                .in_set(StageSystems::Show),
        )
        .add_systems(
            PostUpdate,
            (lift::lift, (panes::cut, wall::cover))
                .chain()
                .in_set(StageSystems::Cut)
                .before(TransformSystems::Propagate)
                .before(VisibilitySystems::VisibilityPropagate),
        );
}

/// The stage's phases: write cues before `Hear`, in `Update`, and they are seen
/// in the same frame; tell what is hidden before `Cut`, in `PostUpdate`.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum StageSystems {
    Hear,
    Show,
    Cut,
}

/// What lies over the stage, in the window's pixels.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct StageHidden {
    /// Where something opaque lies: the place behind it need not be drawn.
    pub desk: Option<Rect>,
    /// How far down the strip along the upper edge goes: no head is under it.
    pub strip: f32,
}

/// The `assets` folder. Insert it before the app starts.
#[derive(Resource, Clone, Debug)]
pub(crate) struct AssetsRoot(pub PathBuf);

/// What the stage is told to do.
#[derive(Message, Clone, Debug, PartialEq)]
pub(crate) enum StageCue {
    /// This place is shown (a file in `assets/stages`, without its ending).
    ShowStage(String),
    /// Somebody comes on, or goes to another spot. Who comes on while the
    /// stage is being set stands there at once; later arrivals walk in.
    PlacePerson {
        who: String,
        figure: String,
        spot: Spot,
        facing_right: bool,
    },
    /// Somebody is drawn as another figure from now on, where they stand.
    ChangeFigure {
        who: String,
        figure: String,
    },
    /// Somebody walks off.
    RemovePerson(String),
    SetPose {
        who: String,
        pose: Pose,
    },
    SetMood {
        who: String,
        mood: Mood,
    },
    /// The first turns to the second.
    FacePerson {
        who: String,
        whom: String,
    },
    /// They turn to each other, step up, shake right hands and step back.
    ShakeHands(String, String),
    /// Of these people some are put in an order: they step forward and stand in
    /// their places in it. Who is not, or no longer, stands back again.
    LineUp {
        among: Vec<String>,
        order: Vec<String>,
    },
    /// Their lips move for so many seconds, and nobody else's any more.
    Speak {
        who: String,
        seconds: f32,
    },
    /// Nobody speaks any more.
    Hush,
    /// A thing of the place is seen from now on, or is not.
    ShowThing {
        thing: String,
        there: bool,
    },
    /// Every movement comes to its end at once.
    Settle,
    /// Everybody and the place are gone.
    Clear,
}

/// What bodies make heard while they are seen.
#[derive(Message, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noise {
    /// Somebody's foot comes down.
    Footfall,
    /// Somebody goes from one pose into another.
    Change { from: Pose, to: Pose },
    /// Two hands meet.
    Handshake,
}

/// Drawings or rigs were saved anew; what is shown is drawn again.
#[derive(Message, Clone, Copy, Debug)]
pub(crate) struct ArtChanged;

/// How the stage may move; it follows the settings.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Motion {
    /// People walk, turn, breathe, blink and move their lips.
    #[default]
    Full,
    /// Poses, walks and turns happen at once; nobody breathes or blinks.
    Reduced,
}

/// Everybody on the stage.
#[derive(Resource, Debug, Default)]
struct Company(Troupe);

/// Whether anybody on the stage is moving, for what waits until it has been seen.
#[derive(SystemParam)]
pub(crate) struct Acting<'w> {
    company: Res<'w, Company>,
}

impl Acting<'_> {
    /// Somebody walks, turns, shakes hands or comes into a pose.
    pub(crate) fn is_on(&self) -> bool {
        self.company.0.pulse() == Pulse::Fast
    }
}

/// How the window shows the stage.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
struct Frame {
    /// How many world units are seen from left to right.
    width: f32,
    /// Pixels a world unit.
    pixels: f32,
}

impl Default for Frame {
    fn default() -> Frame {
        Frame { width: STAGE_WIDTH, pixels: 0.8 }
    }
}

fn open_the_wardrobe(mut commands: Commands, root: Option<Res<AssetsRoot>>) {
    let root = root.map_or_else(|| PathBuf::from("assets"), |root| root.0.clone());
    match Wardrobe::open(&root) {
        Ok(wardrobe) => commands.insert_resource(wardrobe),
        Err(fault) => error!("nobody can be shown on the stage: {fault}"),
    }
    commands.insert_resource(AssetsRoot(root));
}

fn heed_settings(ui: Option<Res<Ui>>, mut motion: ResMut<Motion>) {
    if let Some(ui) = ui.filter(|ui| ui.is_changed()) {
        motion.set_if_neq(if ui.calm { Motion::Reduced } else { Motion::Full });
    }
}

/// Draws place and people again from their files.
fn renew_art(
    mut changes: MessageReader<ArtChanged>,
    root: Option<Res<AssetsRoot>>,
    wardrobe: Option<ResMut<Wardrobe>>,
    mut wanted: ResMut<backdrop::Wanted>,
) {
    if changes.read().count() == 0 {
        return;
    }
    wanted.draw_again();
    if let (Some(root), Some(mut wardrobe)) = (root, wardrobe) {
        wardrobe.renew(&root.0);
    }
}

/// Keeps the camera on the whole height of the stage, and knows what is seen.
fn measure(
    window: Query<&Window, With<PrimaryWindow>>,
    mut cameras: Query<&mut Projection, Added<Camera2d>>,
    mut frame: ResMut<Frame>,
    mut company: ResMut<Company>,
) {
    for mut projection in &mut cameras {
        if let Projection::Orthographic(eye) = &mut *projection {
            eye.scaling_mode = ScalingMode::FixedVertical { viewport_height: STAGE_HEIGHT };
        }
    }
    let Ok(window) = window.single() else { return };
    let (w, h) = (window.physical_width(), window.physical_height());
    if w == 0 || h == 0 {
        return;
    }
    let pixels = h as f32 / STAGE_HEIGHT;
    let seen = Frame { width: w as f32 / pixels, pixels };
    if *frame != seen {
        if (frame.width - seen.width).abs() > 0.5 {
            company.0.spread(seen.width);
        }
        *frame = seen;
    }
}

fn follow_cues(
    mut cues: MessageReader<StageCue>,
    frame: Res<Frame>,
    motion: Res<Motion>,
    root: Option<Res<AssetsRoot>>,
    wardrobe: Option<ResMut<Wardrobe>>,
    mut company: ResMut<Company>,
    mut wanted: ResMut<backdrop::Wanted>,
    mut noises: MessageWriter<Noise>,
) {
    let (Some(root), Some(mut wardrobe)) = (root, wardrobe) else { return };
    // Who comes on together with the place does not walk in, and is found in a
    // pose without a sound.
    let mut setting_up = false;
    for cue in cues.read() {
        match cue {
            StageCue::ShowStage(stage) => {
                wanted.show(Some(stage.clone()));
                setting_up = true;
            }
            StageCue::ShowThing { thing, there } => wanted.put(thing, *there),
            StageCue::Clear => wanted.show(None),
            _ => {}
        }
        let comes_on = matches!(cue, StageCue::PlacePerson { .. });
        let at_once = *motion == Motion::Reduced || (setting_up && comes_on);
        let pace = if at_once { Pace::AtOnce } else { Pace::Acted };
        let rig = wardrobe.rig.clone();
        let build = match cue {
            StageCue::PlacePerson { figure, .. } | StageCue::ChangeFigure { figure, .. } => {
                wardrobe.build(&root.0, figure)
            }
            _ => rig::Build::default(),
        };
        if let StageCue::SetPose { who, pose: to } = cue
            && let Some(from) = company.0.get(who).map(|performer| performer.actor.pose)
            && from != *to
            && !setting_up
        {
            noises.write(Noise::Change { from, to: *to });
        }
        company.0.follow(&rig, cue, frame.width, pace, |_| build.clone());
    }
}

fn act(
    time: Res<Time>,
    motion: Res<Motion>,
    mut company: ResMut<Company>,
    mut noises: MessageWriter<Noise>,
) {
    if *motion == Motion::Reduced {
        company.0.settle();
    } else {
        let slow = company.0.pulse() < Pulse::Fast;
        let longest = if slow { LONGEST_SLOW_STEP } else { LONGEST_STEP };
        noises.write_batch(company.0.advance(time.delta_secs().min(longest)));
    }
}

/// While somebody moves, frames follow one another; while people only breathe
/// and talk a few a second do; some time after the last cue none are drawn.
fn ask_for_the_next_frame(
    company: Res<Company>,
    mut awake: ResMut<Awake>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let pulse = company.0.pulse();
    awake.doze(pulse == Pulse::Slow);
    if pulse == Pulse::Fast {
        redraw.write(RequestRedraw);
    }
}
