//! How long a frame takes beside an empty window of the engine, in the same run.
//!
//! Every round opens each window once, one after another, so that whatever else
//! the machine does falls on all of them alike; a window is a process of its
//! own, for the engine opens one a process. Processor time is told too: it is
//! the frame's own work even where the machine is shared. Nothing is asserted.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its table")]
#![allow(elided_lifetimes_in_paths, reason = "every system parameter of the engine has one")]

use std::collections::BTreeMap;
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Arc, Mutex};

use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::view::Msaa;
use bevy::window::{PresentMode, RequestRedraw};
use bevy::winit::{UpdateMode, WinitSettings};
use liyi::files::Folders;
use liyi::game::{Frames, GameOptions, Scene, measure, processor_ms};
use liyi::standard::Lang;

/// Names a window to the process that is to open it.
const WINDOW: &str = "LIYI_BENCH_WINDOW";
const EMPTY: &str = "an empty window";
const FRAMES: usize = 100;
const SETTLE: u32 = 20;

fn windows() -> Vec<(&'static str, Option<Scene>)> {
    let play = |scenario: &str, stop: &str| {
        Some(Scene::Play { scenario: scenario.to_owned(), stop: stop.to_owned() })
    };
    let debrief = Scene::Debrief { scenario: "s01-handshake-order".to_owned() };
    vec![
        (EMPTY, None),
        ("title", Some(Scene::Title)),
        ("play: a line, six people", play("s01-handshake-order", "02-")),
        ("play: two lines ringing", play("s03-fourth-ring", "-lines-")),
        ("play: a question, a hall", play("s04-calming-a-complaint", "-slam-001")),
        ("debrief", Some(debrief)),
    ]
}

fn main() -> ExitCode {
    if let Ok(name) = std::env::var(WINDOW) {
        return draw(&name);
    }
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        eprintln!("there is no display; run under `xvfb-run -a -s \"-screen 0 1280x720x24\"`");
        return ExitCode::FAILURE;
    }
    let rounds = std::env::var("LIYI_BENCH_ROUNDS").ok().and_then(|r| r.parse().ok()).unwrap_or(5);
    let mut rows: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for round in 1..=rounds {
        for (name, _) in windows() {
            match ask(name) {
                Some(row) => rows.entry(name).or_default().push(row),
                None => eprintln!("round {round}: {name} did not open"),
            }
        }
    }
    let of = |name: &str, value: fn(&Row) -> f64| {
        median(&rows.get(name).into_iter().flatten().map(value).collect::<Vec<f64>>())
    };
    let (empty, busy) = (of(EMPTY, |row| row.ms), of(EMPTY, |row| row.cpu_ms));
    println!(
        "{:<30}{:>10}{:>7}{:>14}{:>7}{:>7}{:>7}",
        "window", "ms/frame", "ratio", "cpu ms/frame", "ratio", "texts", "parts"
    );
    for (name, _) in windows() {
        let Some(last) = rows.get(name).and_then(|rows| rows.last()) else { continue };
        let (ms, cpu) = (of(name, |row| row.ms), of(name, |row| row.cpu_ms));
        println!(
            "{name:<30}{ms:>10.2}{:>7.2}{cpu:>14.2}{:>7.2}{:>7}{:>7}",
            ms / empty,
            cpu / busy,
            last.texts,
            last.parts
        );
    }
    ExitCode::SUCCESS
}

/// What one window of one round has told.
struct Row {
    /// The median of its frames.
    ms: f64,
    /// Processor time a frame, all threads together.
    cpu_ms: f64,
    texts: usize,
    parts: usize,
}

/// Opens a window in a process of its own.
fn ask(name: &str) -> Option<Row> {
    let child = Command::new(std::env::current_exe().ok()?)
        .env(WINDOW, name)
        .stderr(Stdio::inherit())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&child.stdout);
    let mut words = said.lines().last()?.split_whitespace();
    let (ms, cpu_ms) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let (texts, parts) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    Some(Row { ms, cpu_ms, texts, parts })
}

fn draw(name: &str) -> ExitCode {
    let frames = match windows().into_iter().find(|(window, _)| *window == name) {
        Some((_, Some(scene))) => draw_ours(scene),
        Some((_, None)) => Ok(draw_empty()),
        None => Err(format!("there is no window `{name}`")),
    };
    match frames {
        Ok(frames) => {
            let cpu_ms = frames.cpu_ms.unwrap_or(f64::NAN);
            println!("{} {cpu_ms} {} {}", median(&frames.ms), frames.texts, frames.parts);
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{name}: {why}");
            ExitCode::FAILURE
        }
    }
}

fn draw_ours(scene: Scene) -> Result<Frames, String> {
    let data = tempfile::tempdir().map_err(|why| why.to_string())?;
    let folders = Folders::find(Some(data.path().to_owned())).map_err(|why| why.to_string())?;
    let options = GameOptions {
        scenario: None,
        seed: None,
        timers: None,
        profile: None,
        lang: Some(Lang::Zh),
        text_scale: None,
        size: Some((1280, 720)),
        tour: None,
        folders,
    };
    measure(options, scene, FRAMES).map_err(|why| why.to_string())
}

/// The least the engine can show: one camera, no multisampling, nothing to see.
fn draw_empty() -> Frames {
    #[derive(Resource, Clone, Default)]
    struct Drawn(Arc<Mutex<Frames>>);
    let drawn = Drawn::default();
    let window = Window {
        resolution: (1280, 720).into(),
        present_mode: PresentMode::AutoNoVsync,
        ..default()
    };
    let mut app = App::new();
    let idle = UpdateMode::reactive_low_power(std::time::Duration::from_secs(60));
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin { primary_window: Some(window), ..default() })
            .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() })
            .disable::<bevy::log::LogPlugin>(),
    )
    .insert_resource(WinitSettings { focused_mode: idle, unfocused_mode: idle })
    .insert_resource(drawn.clone())
    .add_systems(Startup, |mut commands: Commands| {
        commands.spawn((Camera2d, Msaa::Off));
    })
    .add_systems(
        Update,
        |time: Res<Time<Real>>,
         drawn: Res<Drawn>,
         mut frames: Local<u32>,
         mut busy: Local<f64>,
         mut redraw: MessageWriter<RequestRedraw>,
         mut exit: MessageWriter<AppExit>| {
            redraw.write(RequestRedraw);
            *frames += 1;
            let Ok(mut drawn) = drawn.0.lock() else { return };
            let now = processor_ms().unwrap_or(f64::NAN);
            if *frames <= SETTLE {
                *busy = now;
                return;
            }
            drawn.ms.push(time.delta_secs_f64() * 1_000.0);
            if drawn.ms.len() >= FRAMES {
                drawn.cpu_ms = Some((now - *busy) / FRAMES as f64);
                exit.write(AppExit::Success);
            }
        },
    );
    app.run();
    drawn.0.lock().map(|frames| frames.clone()).unwrap_or_default()
}

fn median(all: &[f64]) -> f64 {
    let mut sorted = all.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
