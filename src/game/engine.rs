//! The engine under the window; or under its layout alone, where nothing is to be seen.

use std::time::Duration;

use bevy::app::{ScheduleRunnerPlugin, SpawnScene};
use bevy::asset::{AssetId, AssetPlugin};
use bevy::ecs::schedule::{ScheduleLabel, SingleThreadedExecutor};
use bevy::image::ImageSampler;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::render::{Render, RenderApp, RenderPlugin};
use bevy::time::TimeUpdateStrategy;
use bevy::window::{PresentMode, WindowResizeConstraints, WindowResolution};
use bevy::winit::WinitPlugin;

use super::GameOptions;

/// Quiet enough for a terminal: what a player can do nothing about is left out.
const LOG_FILTER: &str = "warn,wgpu=error,naga=error,bevy_winit=error,bevy_asset=error,\
    bevy_render=error,calloop=error,winit=error,sctk=error,symphonia=error,\
    bevy_diagnostic=error,bevy_audio=error";
/// Without a window the engine complains of what it is not meant to have.
const LOG_FILTER_UNSEEN: &str = "error,bevy_render=off";
/// How long a frame takes where nobody looks.
const FRAME: Duration = Duration::from_millis(16);

/// Adds the engine's plugins; unless anything is to be seen, those that need a
/// display are left out.
pub(super) fn start(app: &mut App, options: &GameOptions, seen: bool) {
    let filter = if seen { LOG_FILTER } else { LOG_FILTER_UNSEEN };
    let plugins = DefaultPlugins
        .set(WindowPlugin { primary_window: Some(window(options.size)), ..default() })
        .set(AssetPlugin {
            file_path: options.folders.assets.display().to_string(),
            watch_for_changes_override: Some(false),
            ..default()
        })
        .set(LogPlugin { filter: filter.to_owned(), ..default() });
    if seen {
        // An idle screen draws no further frame: the first must be whole.
        app.add_plugins(
            plugins.set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() }),
        );
    } else {
        // Layout needs neither a display nor a graphics adapter.
        let nothing = WgpuSettings { backends: None, ..default() };
        let render_creation = RenderCreation::Automatic(Box::new(nothing));
        app.add_plugins((
            plugins.set(RenderPlugin { render_creation, ..default() }).disable::<WinitPlugin>(),
            ScheduleRunnerPlugin::run_loop(Duration::ZERO),
        ))
        .insert_resource(TimeUpdateStrategy::ManualDuration(FRAME));
    }
    run_in_one_thread(app);
    lay_plain_boxes(app);
}

/// Boxes of one colour are drawn with the engine's white picture of one texel, and
/// ask it for every pixel: to mix four of it for each is most of what they cost
/// without a graphics card.
fn lay_plain_boxes(app: &mut App) {
    let white = Image { sampler: ImageSampler::nearest(), ..default() };
    let mut images = app.world_mut().resource_mut::<Assets<Image>>();
    if let Err(why) = images.insert(AssetId::default(), white) {
        warn!("boxes are drawn the slow way: {why}");
    }
}

/// A frame has many systems and little for each to do: to hand them from thread to
/// thread takes longer than to run them, and a software adapter needs the cores.
fn run_in_one_thread(app: &mut App) {
    fn tame(app: &mut SubApp, schedule: impl ScheduleLabel) {
        app.edit_schedule(schedule, |schedule| {
            schedule.set_executor(SingleThreadedExecutor::new());
        });
    }
    let main = app.main_mut();
    tame(main, First);
    tame(main, PreUpdate);
    tame(main, StateTransition);
    tame(main, RunFixedMainLoop);
    tame(main, Update);
    tame(main, SpawnScene);
    tame(main, PostUpdate);
    tame(main, Last);
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        tame(render, Render);
    }
}

fn window(size: Option<(u32, u32)>) -> Window {
    let resolution = match size {
        // Pixels are meant, whatever the screen makes of them.
        Some(size) => WindowResolution::from(size).with_scale_factor_override(1.0),
        None => (1280, 720).into(),
    };
    Window {
        title: "礼仪 Liyi".to_owned(),
        resolution,
        resize_constraints: WindowResizeConstraints {
            min_width: 960.0,
            min_height: 600.0,
            ..default()
        },
        present_mode: PresentMode::AutoVsync,
        ..default()
    }
}
