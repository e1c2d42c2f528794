//! A walk through every screen by itself, with a picture of each.
//!
//! The real window goes from stop to stop ([`stops`]): screens first, then every
//! shipped scenario played by the best policy with a picture of each question,
//! and the debriefs of a good and a bad run. It does so once in each language
//! and text size that was asked for.

mod stops;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use bevy::a11y::AccessibilityRequested;
use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured, save_to_disk};

use crate::settings::TextSize;
use crate::standard::Lang;

use super::assist::check;
use super::awake::Awake;
use super::inspect::{self, Limits, Report};
use super::library::Library;
use super::play::rehearse;
use super::theme::tokens::{PROJECTED, TOUCH};
use super::{Chosen, GameError, GameOptions, Options};
use stops::{Go, Stop};
pub(super) use stops::{begin, debrief};

/// Frames a screen is given to come to rest before its picture.
const SETTLE: u32 = 10;
/// Frames a stage is given: drawings are rasterised when they are first seen.
const SETTLE_STAGE: u32 = 14;
/// Frames after which a stop that does not come to rest ends the tour.
const PATIENCE: u32 = 400;
/// The text sizes that are shown where none is asked for.
const SIZES: [TextSize; 2] = [TextSize::Normal, TextSize::Largest];
/// The smallest type there is otherwise: small print at the smallest text size.
const SMALLEST: f32 = 12.0;

/// How the window walks through itself.
#[derive(Clone, Debug)]
pub struct TourOptions {
    /// The folder for the pictures.
    pub out: PathBuf,
    /// Only pictures whose names contain this.
    pub only: Option<String>,
    /// Whether pictures are taken; without them no display is needed.
    pub pictures: bool,
    /// Whether the window is set for a projector.
    pub projector: bool,
}

/// What went wrong on the way, if anything did.
#[derive(Resource, Clone, Debug, Default)]
pub(crate) struct Outcome(Arc<Mutex<Option<GameError>>>);

impl Outcome {
    pub(crate) fn trouble(&self) -> Option<GameError> {
        self.0.lock().ok().and_then(|mut trouble| trouble.take())
    }

    fn fail(&self, why: GameError) {
        if let Ok(mut trouble) = self.0.lock() {
            trouble.get_or_insert(why);
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, plan)
        .add_systems(Update, walk.run_if(resource_exists::<Tour>))
        .add_observer(on_picture);
}

/// One walk past every stop, in one look.
#[derive(Clone, Debug)]
struct Leg {
    name: String,
    out: PathBuf,
    lang: Lang,
    text_size: TextSize,
}

/// The walk as it stands.
#[derive(Resource)]
struct Tour {
    legs: VecDeque<Leg>,
    out: PathBuf,
    only: Option<String>,
    pictures: bool,
    projector: bool,
    report: Report,
    stops: VecDeque<Stop>,
    /// Frames at the stop at hand.
    frames: u32,
    /// How far the stop at hand has been gone to.
    at: At,
    /// A picture is on its way.
    pending: bool,
    /// Pictures so far, on this leg and on all.
    seen_on_leg: usize,
    seen: usize,
}

/// How far a stop has been gone to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Before,
    /// On the way through a scenario, past so many of its places.
    OnTheWay(usize),
    There,
}

/// Every look that was asked for; each has a folder of its own where there are several.
fn legs(options: &GameOptions, tour: &TourOptions) -> VecDeque<Leg> {
    let langs = options.lang.map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
    // At the largest size the projector view changes nothing.
    let usual = if tour.projector { &SIZES[..1] } else { &SIZES[..] };
    let sizes = options.text_scale.map_or(usual.to_vec(), |s| vec![TextSize::nearest(s)]);
    let several = langs.len() * sizes.len() > 1;
    let mut legs = VecDeque::new();
    for lang in langs {
        for &text_size in &sizes {
            let view = if tour.projector { "-projector" } else { "" };
            let name = format!("{}-{}{view}", lang.code(), text_size.percent());
            let out = if several { tour.out.join(&name) } else { tour.out.clone() };
            legs.push_back(Leg { name, out, lang, text_size });
        }
    }
    legs
}

fn plan(options: Res<Options>, listened: Res<AccessibilityRequested>, mut commands: Commands) {
    let Some(tour) = &options.tour else { return };
    // The tour listens, too.
    listened.set(true);
    commands.insert_resource(Tour {
        legs: legs(&options, tour),
        out: PathBuf::new(),
        only: tour.only.clone(),
        pictures: tour.pictures,
        projector: tour.projector,
        report: Report::default(),
        stops: VecDeque::new(),
        frames: 0,
        at: At::Before,
        pending: false,
        seen_on_leg: 0,
        seen: 0,
    });
}

fn walk(world: &mut World) {
    world.resource_scope(|world, mut tour: Mut<Tour>| {
        world.resource_mut::<Awake>().settle();
        if tour.pending {
            return;
        }
        match tour.step(world) {
            Ok(false) => {}
            Ok(true) => {
                world.write_message(AppExit::Success);
            }
            Err(why) => {
                world.resource::<Outcome>().fail(why);
                world.write_message(AppExit::error());
            }
        }
    });
}

fn stopped(why: String) -> GameError {
    GameError::Tour { why }
}

impl Tour {
    /// Goes on by a frame; whether the tour has come to its end.
    fn step(&mut self, world: &mut World) -> Result<bool, GameError> {
        let Some(stop) = self.stops.pop_front() else {
            self.end_leg()?;
            return self.next_leg(world);
        };
        self.frames += 1;
        if self.frames > PATIENCE {
            return Err(stopped(format!("{} did not come to rest", stop.name)));
        }
        if self.at == At::Before {
            stops::clear(world);
        }
        if self.visit(&stop, world).map_err(stopped)? {
            self.frames = 0;
            self.at = At::Before;
        } else {
            self.stops.push_front(stop);
        }
        Ok(false)
    }

    /// Writes down what was found on the leg at hand.
    fn end_leg(&self) -> Result<(), GameError> {
        let out = &self.out;
        self.report
            .write(out)
            .map_err(|why| stopped(format!("cannot write into {}: {why}", out.display())))
    }

    /// Begins the next leg, in its look; whether there is none.
    fn next_leg(&mut self, world: &mut World) -> Result<bool, GameError> {
        let Some(leg) = self.legs.pop_front() else {
            return match (self.seen, &self.only, self.report.list()) {
                (_, _, Some(list)) => Err(GameError::Layout { list }),
                (0, Some(only), _) => Err(stopped(format!("no picture's name contains “{only}”"))),
                _ => Ok(true),
            };
        };
        std::fs::create_dir_all(&leg.out).map_err(|why| {
            stopped(format!("cannot make the folder {}: {why}", leg.out.display()))
        })?;
        let settings = &mut world.resource_mut::<Chosen>().settings;
        settings.lang = leg.lang;
        settings.text_size = leg.text_size;
        self.report.begin(&leg.name);
        self.out = leg.out;
        self.seen_on_leg = 0;
        let library = world.resource::<Library>();
        self.stops = stops::all(library);
        if let Some(only) = &self.only {
            self.stops.retain(|stop| stop.may_be(only, library));
        }
        Ok(false)
    }

    /// Does what a stop wants in this frame; whether it is done with.
    fn visit(&mut self, stop: &Stop, world: &mut World) -> Result<bool, String> {
        match (&stop.go, self.at) {
            (Go::To(step), At::Before) => {
                step(world);
                self.at = At::There;
            }
            (Go::Play { id } | Go::During { id, .. }, At::Before) => {
                begin(world, id);
                self.at = At::OnTheWay(0);
            }
            (Go::To(_) | Go::During { .. }, At::There) => {
                if self.frames > SETTLE {
                    self.take(&stop.name, world);
                    return Ok(true);
                }
            }
            (Go::Play { .. }, _) => return Ok(self.play(stop, world)),
            (Go::During { id, places, then }, At::OnTheWay(passed)) => {
                let settled = self.frames > SETTLE_STAGE;
                match rehearse::step(world, settled, &|_| true) {
                    Some(Some(_)) if passed + 1 == *places => {
                        then(world);
                        self.frames = 0;
                        self.at = At::There;
                    }
                    Some(place) => {
                        self.frames = 0;
                        self.at = At::OnTheWay(passed + usize::from(place.is_some()));
                    }
                    None if rehearse::is_over(world) => {
                        return Err(format!("{id} is over before {} could be seen", stop.name));
                    }
                    None => {}
                }
            }
            (Go::To(_), At::OnTheWay(_)) => {}
        }
        Ok(false)
    }

    /// Goes on through a scenario.
    fn play(&mut self, stop: &Stop, world: &mut World) -> bool {
        let full = |name: &str| format!("{}-{name}", stop.name);
        let wanted = |name: &str| self.wants(&full(name));
        match rehearse::step(world, self.frames > SETTLE_STAGE, &wanted) {
            Some(place) => {
                self.frames = 0;
                if let Some(name) = place {
                    self.take(&full(&name), world);
                }
                false
            }
            None => rehearse::is_over(world),
        }
    }

    fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| name.contains(only))
    }

    /// Looks at what is on the screen, and takes its picture.
    fn take(&mut self, name: &str, world: &mut World) {
        if !self.wants(name) {
            return;
        }
        self.seen += 1;
        self.seen_on_leg += 1;
        let name = format!("{:03}-{name}", self.seen_on_leg);
        let sheet = inspect::gather(world);
        let mut faults = inspect::faults(&sheet, &self.limits(sheet.pixels));
        faults.extend(check::faults(world));
        self.report.add(&name, faults);
        if self.pictures {
            self.pending = true;
            let path = self.out.join(format!("{name}.png"));
            world.spawn(Screenshot::primary_window()).observe(save_to_disk(path));
        }
    }

    /// What is asked of a window so many pixels high.
    fn limits(&self, pixels: f32) -> Limits {
        let type_px = if self.projector { PROJECTED * pixels / 1080.0 } else { SMALLEST };
        Limits { touch: TOUCH, type_px }
    }
}

fn on_picture(_: On<ScreenshotCaptured>, tour: Option<ResMut<Tour>>) {
    if let Some(mut tour) = tour {
        tour.pending = false;
    }
}
