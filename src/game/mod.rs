//! The window: Bevy screens over the session, and nothing that decides about etiquette.
//!
//! [`open`] builds the app and runs it until the window is closed. Screens are
//! the states of `Screen`; each is built when it is entered and gone when it
//! is left. Every file here has one `plugin`; this one orders them.

#![allow(elided_lifetimes_in_paths, reason = "every system parameter of the engine has one")]

mod assist;
mod awake;
#[cfg(test)]
mod bench;
mod engine;
mod handover;
mod heading;
mod hotkeys;
mod inspect;
mod library;
mod live;
mod measure;
mod past;
mod play;
mod screens;
mod stage;
mod theme;
mod tour;
#[cfg(test)]
mod walk;
mod wishes;

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use bevy::ecs::error::FallbackErrorHandler;
use bevy::prelude::*;
use bevy::render::view::Msaa;
use bevy::ui::IsDefaultUiCamera;

use crate::files::Folders;
use crate::locale::LocaleError;
use crate::session::TimerSetting;
use crate::settings::{Settings, TextSize};
use crate::standard::{Lang, Text as Words};

pub use measure::{Frames, Scene, measure, processor_ms};
pub use tour::TourOptions;

/// How the window is to open.
#[derive(Clone, Debug)]
pub struct GameOptions {
    /// Straight into this scenario's briefing.
    pub scenario: Option<String>,
    /// The seed to play it with; drawn by the shell where it is left out.
    pub seed: Option<u64>,
    /// How practice timers run; as the settings say where it is left out.
    pub timers: Option<TimerSetting>,
    /// The house profile's id; the one played last where it is left out.
    pub profile: Option<String>,
    /// The language; the one kept in the settings where it is left out.
    pub lang: Option<Lang>,
    /// The text size, 0.85 to 2; the one kept where it is left out.
    pub text_scale: Option<f32>,
    /// The window's width and height in pixels.
    pub size: Option<(u32, u32)>,
    /// Walk through every screen by itself.
    pub tour: Option<TourOptions>,
    /// Where assets, scenarios and the player's data are.
    pub folders: Folders,
}

impl GameOptions {
    /// Whether anything is to be seen.
    fn needs_display(&self) -> bool {
        self.tour.as_ref().is_none_or(|tour| tour.pictures)
    }
}

/// Why the window could not open, or had to close.
#[derive(Debug, thiserror::Error)]
pub enum GameError {
    #[error(
        "there is no display to open a window on; play in the terminal with `liyi play ID --text`"
    )]
    NoDisplay,
    #[error("a part of Liyi is missing: {} cannot be read ({why})", path.display())]
    Asset { path: PathBuf, why: std::io::Error },
    #[error(transparent)]
    Locale(#[from] LocaleError),
    #[error(
        "no graphics driver was found; install one (software rendering will do: Debian's \
         mesa-vulkan-drivers), or play in the terminal with `liyi play ID --text`"
    )]
    NoGraphics,
    #[error("the window cannot go on: {why}; play in the terminal with `liyi play ID --text`")]
    Window { why: String },
    #[error("the tour stopped before its end: {why}")]
    Tour { why: String },
    #[error("{list}")]
    Layout { list: String },
}

/// The screens.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Screen {
    #[default]
    Title,
    Scenarios,
    Standards,
    Briefing,
    Play,
    Debrief,
}

/// What lies over the screen.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Overlay {
    #[default]
    None,
    Settings,
}

/// The options the window was opened with.
#[derive(Resource, Clone, Debug, Deref)]
pub(crate) struct Options(GameOptions);

/// The settings as they stand, and the complaint about the file they came from.
#[derive(Resource, Debug)]
pub(crate) struct Chosen {
    pub(crate) settings: Settings,
    pub(crate) complaint: Option<Words>,
}

impl Chosen {
    /// Keeps the settings on disk; where that fails the complaint is shown.
    pub(crate) fn keep(&mut self, options: &GameOptions) {
        self.complaint = self.settings.save(&options.folders.data).err().map(|e| e.said());
    }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
///
/// Without a display or a graphics adapter, with a part of the assets missing,
/// or when the window breaks down; never a panic.
pub fn open(options: GameOptions) -> Result<(), GameError> {
    run(options, |_| {})
}

/// Opens the window with something more in it.
fn run(options: GameOptions, more: impl FnOnce(&mut App)) -> Result<(), GameError> {
    let seen = options.needs_display();
    if seen {
        display_is_there()?;
    }
    let said = Arc::new(Mutex::new(String::new()));
    let ear = said.clone();
    // The engine and the graphics drivers panic where a machine lacks
    // something; what they say goes into the error instead of on the screen.
    panic::set_hook(Box::new(move |info| {
        if let Ok(mut said) = ear.lock()
            && said.is_empty()
        {
            *said = info.to_string().lines().last().unwrap_or_default().to_owned();
        }
    }));
    let result = panic::catch_unwind(AssertUnwindSafe(|| {
        let tour = tour::Outcome::default();
        let mut app = build(options, tour.clone(), seen)?;
        more(&mut app);
        let exit = app.run();
        match tour.trouble() {
            Some(trouble) => Err(trouble),
            None if exit.is_error() => {
                Err(GameError::Window { why: "it closed with an error".to_owned() })
            }
            None => Ok(()),
        }
    }));
    drop(panic::take_hook());
    result.unwrap_or_else(|_| {
        Err(what_broke(said.lock().map(|said| said.clone()).unwrap_or_default()))
    })
}

/// Draws one figure in every pose and with every face to a PNG file.
///
/// # Errors
///
/// What is wrong with its drawing, the rig, or the file to be written.
pub fn figure_sheet(assets: &Path, figure: &str, out: &Path) -> Result<(), String> {
    stage::sheet::write(assets, figure, out)
}

/// What the engine's last words mean for the person at the machine.
fn what_broke(why: String) -> GameError {
    if why.contains("event loop") {
        GameError::NoDisplay
    } else if why.contains("find a GPU") {
        GameError::NoGraphics
    } else {
        GameError::Window { why }
    }
}

/// On Linux a window needs X11 or Wayland; elsewhere there always is a display.
fn display_is_there() -> Result<(), GameError> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let there = !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY");
    if there { Ok(()) } else { Err(GameError::NoDisplay) }
}

/// The app, ready to run; where nothing is to be seen it needs no display.
fn build(options: GameOptions, tour: tour::Outcome, seen: bool) -> Result<App, GameError> {
    let beginning = live::Beginning::look(&options.folders);
    let locales = theme::Locales::load(&options.folders.assets)?;
    let first = !Settings::kept(&options.folders.data);
    let (mut settings, complaint) = Settings::load(&options.folders.data);
    if first && options.tour.is_none() {
        settings.reduced_motion = wishes::reduced_motion().unwrap_or(settings.reduced_motion);
    }
    if let Some(lang) = options.lang {
        settings.lang = lang;
    }
    if let Some(scale) = options.text_scale {
        settings.text_size = TextSize::nearest(scale);
    }
    if options.tour.as_ref().is_some_and(|tour| tour.projector) {
        settings.projector = true;
    }
    if let Some(profile) = &options.profile {
        settings.profile.clone_from(profile);
    }
    if let Some(timers) = options.timers {
        settings.timers = timers;
    }
    let mut app = App::new();
    app.insert_resource(FallbackErrorHandler(bevy::ecs::error::error));
    engine::start(&mut app, &options, seen);
    theme::install_fonts(&mut app, &options.folders.assets)?;
    let faces = app.world().resource::<theme::Faces>();
    let ui = theme::Ui::new(&settings, &locales, faces);
    app.insert_resource(ui)
        .insert_resource(beginning)
        .insert_resource(locales)
        .insert_resource(library::Library::load(&options.folders))
        .insert_resource(Chosen { settings, complaint: complaint.map(|c| c.said()) })
        .insert_resource(ClearColor(theme::tokens::PAPER))
        .insert_resource(tour)
        .insert_resource(stage::AssetsRoot(options.folders.assets.clone()))
        .insert_resource(Options(options))
        .init_state::<Screen>()
        .init_state::<Overlay>()
        .add_plugins((
            assist::plugin,
            awake::plugin,
            handover::plugin,
            heading::plugin,
            hotkeys::plugin,
            live::plugin,
            past::plugin,
            theme::plugin,
            screens::plugin,
            stage::plugin,
            play::plugin,
            tour::plugin,
        ))
        .add_systems(Startup, (open_the_eye, go_straight));
    Ok(app)
}

/// With a scenario named on the command line: straight into it.
fn go_straight(
    options: Res<Options>,
    library: Res<library::Library>,
    chosen: Res<Chosen>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    let scenario = options.scenario.as_ref().and_then(|id| library.named(id));
    let (Some(scenario), Some(profile)) = (scenario, library.house(&chosen.settings.profile))
    else {
        return;
    };
    commands.insert_resource(handover::PlayRequest {
        scenario: scenario.clone(),
        profile: profile.clone(),
        seed: options.seed.unwrap_or_else(crate::record::drawn_seed),
        timers: chosen.settings.timers,
        from: None,
    });
    screen.set(Screen::Play);
}

/// One camera for stage and words. Everything drawn is smooth without
/// multisampling, which costs most of a frame without a graphics card.
fn open_the_eye(mut commands: Commands) {
    commands.spawn((Camera2d, Msaa::Off, stage::wall_texture(), IsDefaultUiCamera));
}
