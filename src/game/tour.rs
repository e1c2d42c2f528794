//! A walk through every screen by itself, with a picture of each.
//!
//! The real window goes from stop to stop: screens first, then every shipped
//! scenario played by the best policy with a picture of each question, and the
//! debriefs of a good and a bad run.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured, save_to_disk};

use crate::author::{self, Policy};
use crate::session::{Session, Setup, TimerSetting};

use super::awake::Awake;
use super::handover::{AtHand, Finished, PlayRequest};
use super::library::Library;
use super::live::{Panel, Problems};
use super::play::Rehearsal;
use super::screens::{BriefingLeaf, Browse, DebriefLeaf};
use super::{Chosen, Options, Overlay, Screen};

/// Frames a screen is given to come to rest before its picture.
const SETTLE: u32 = 10;
/// Frames a stage is given: drawings are rasterised when they are first seen.
const SETTLE_STAGE: u32 = 14;
/// Frames after which a stop that does not come to rest ends the tour.
const PATIENCE: u32 = 400;
/// The seed of every run on the tour.
const SEED: u64 = 1;

/// What went wrong on the way, if anything did.
#[derive(Resource, Clone, Debug, Default)]
pub(crate) struct Outcome(Arc<Mutex<Option<String>>>);

impl Outcome {
    pub(crate) fn trouble(&self) -> Option<String> {
        self.0.lock().ok().and_then(|trouble| trouble.clone())
    }

    fn fail(&self, why: String) {
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

/// One place to go.
#[derive(Clone)]
enum Stop {
    /// A screen, with settings over it or not.
    Screen { name: String, screen: Screen, overlay: Overlay, scenario: Option<String> },
    /// The scenario list with the problems panel over it, open or folded away.
    Problems { name: String, folded: bool },
    /// The standards of the briefing at hand.
    Standards { name: String },
    /// The standards screen.
    Browse { name: String, browse: Browse },
    /// A whole scenario, a picture at each question.
    Play { id: String },
    /// The debrief of a run played by this policy.
    Debrief { name: String, id: String, policy: Policy },
    /// Another page of the debrief at hand.
    DebriefPage { name: String, leaf: DebriefLeaf },
}

/// The walk as it stands.
#[derive(Resource)]
struct Tour {
    out: PathBuf,
    stops: VecDeque<Stop>,
    /// Frames at the stop at hand.
    frames: u32,
    /// Whether the stop at hand has been gone to.
    there: bool,
    /// A picture is on its way.
    pending: bool,
    taken: usize,
}

fn plan(
    options: Res<Options>,
    library: Res<Library>,
    outcome: Res<Outcome>,
    mut commands: Commands,
) {
    let Some(out) = options.tour.clone() else { return };
    if let Err(why) = std::fs::create_dir_all(&out) {
        outcome.fail(format!("cannot make the folder {}: {why}", out.display()));
        commands.write_message(AppExit::error());
        return;
    }
    let screen = |name: &str, screen, overlay, scenario: Option<&String>| Stop::Screen {
        name: name.to_owned(),
        screen,
        overlay,
        scenario: scenario.cloned(),
    };
    let ids: Vec<String> = library.scenarios.keys().cloned().collect();
    let mut stops = VecDeque::from([
        screen("title", Screen::Title, Overlay::None, None),
        screen("settings", Screen::Title, Overlay::Settings, None),
        screen("scenarios", Screen::Scenarios, Overlay::None, None),
        Stop::Problems { name: "problems".to_owned(), folded: false },
        Stop::Problems { name: "problems-folded".to_owned(), folded: true },
    ]);
    for (name, browse) in [
        ("standards-domain", Browse::domain(Some("phone"))),
        ("standards-all", Browse::domain(None)),
        ("standards-chinese", Browse::search("握手")),
        ("standards-initials", Browse::search("ws")),
        ("standards-english", Browse::search("business card")),
        ("standards-nothing", Browse::search("qqqq")),
    ] {
        stops.push_back(Stop::Browse { name: name.to_owned(), browse });
    }
    for id in &ids {
        stops.push_back(screen(
            &format!("briefing-{id}"),
            Screen::Briefing,
            Overlay::None,
            Some(id),
        ));
    }
    stops.push_back(Stop::Standards { name: "briefing-standards".to_owned() });
    for id in &ids {
        stops.push_back(Stop::Play { id: id.clone() });
        for (word, policy) in [("best", Policy::Best), ("random", Policy::Random)] {
            let name = format!("debrief-{id}-{word}");
            stops.push_back(Stop::Debrief { name: name.clone(), id: id.clone(), policy });
            for leaf in DebriefLeaf::ALL.into_iter().skip(1) {
                let name = format!("{name}-{leaf:?}").to_lowercase();
                stops.push_back(Stop::DebriefPage { name, leaf });
            }
        }
    }
    commands.insert_resource(Tour {
        out,
        stops,
        frames: 0,
        there: false,
        pending: false,
        taken: 0,
    });
}

/// A run by a policy, under the profile at hand and with ordinary timers.
fn rehearse(library: &Library, chosen: &Chosen, id: &str, policy: Policy) -> Option<Session> {
    let profile = library.house(&chosen.settings.profile)?;
    let setup = Setup { profile: Arc::clone(profile), seed: SEED, timers: TimerSetting::Normal };
    Some(author::play(library.named(id)?, &library.catalogue, &setup, policy))
}

fn walk(
    mut tour: ResMut<Tour>,
    library: Res<Library>,
    chosen: Res<Chosen>,
    outcome: Res<Outcome>,
    mut rehearsal: Rehearsal<'_>,
    mut at_hand: ResMut<AtHand>,
    mut leaves: (ResMut<BriefingLeaf>, ResMut<DebriefLeaf>, ResMut<Browse>),
    mut live: (ResMut<Problems>, ResMut<Panel>),
    options: Res<Options>,
    mut screen: ResMut<NextState<Screen>>,
    mut overlay: ResMut<NextState<Overlay>>,
    mut awake: ResMut<Awake>,
    mut exit: MessageWriter<AppExit>,
    mut commands: Commands,
) {
    awake.settle();
    if tour.pending {
        return;
    }
    let Some(stop) = tour.stops.front().cloned() else {
        exit.write(AppExit::Success);
        return;
    };
    tour.frames += 1;
    if tour.frames > PATIENCE {
        outcome.fail("a screen did not come to rest".to_owned());
        exit.write(AppExit::error());
        return;
    }
    match stop {
        Stop::Screen { name, screen: to, overlay: over, scenario } => {
            if !tour.there {
                if let Some(scenario) = scenario.and_then(|id| library.named(&id).cloned()) {
                    at_hand.scenario = Some(scenario);
                    at_hand.seed = SEED;
                }
                screen.set(to);
                overlay.set(over);
                tour.there = true;
            } else if tour.frames > SETTLE {
                tour.take(&name, &mut commands);
                tour.go_on();
            }
        }
        Stop::Play { id } => {
            if !tour.there {
                overlay.set(Overlay::None);
                let Some(run) = rehearse(&library, &chosen, &id, Policy::Best) else {
                    tour.go_on();
                    return;
                };
                let setup = run.setup();
                commands.insert_resource(PlayRequest {
                    scenario: run.scenario().clone(),
                    profile: setup.profile.clone(),
                    seed: setup.seed,
                    timers: setup.timers,
                    from: None,
                });
                rehearsal.plan(run.transcript().to_vec());
                screen.set(Screen::Play);
                tour.there = true;
            } else if let Some(place) = rehearsal.step(tour.frames > SETTLE_STAGE) {
                tour.frames = 0;
                if let Some(name) = place {
                    let name = format!("play-{id}-{name}");
                    tour.take(&name, &mut commands);
                }
            } else if rehearsal.is_over() {
                tour.go_on();
            }
        }
        Stop::Problems { name, folded } => {
            let (problems, panel) = (&mut live.0, &mut live.1);
            if !tour.there {
                **problems = Problems::sample(&library, &options.folders);
                panel.pose(problems, folded);
                screen.set(Screen::Scenarios);
                overlay.set(Overlay::None);
                tour.there = true;
            } else if tour.frames > SETTLE {
                if tour.frames == SETTLE + 1 {
                    tour.take(&name, &mut commands);
                } else {
                    problems.0.clear();
                    tour.go_on();
                }
            }
        }
        Stop::Standards { name } => {
            if !tour.there {
                *leaves.0 = BriefingLeaf::Standards;
                screen.set(Screen::Briefing);
                tour.there = true;
            } else if tour.frames > SETTLE {
                *leaves.0 = BriefingLeaf::default();
                tour.take(&name, &mut commands);
                tour.go_on();
            }
        }
        Stop::Browse { name, browse } => {
            if !tour.there {
                *leaves.2 = browse;
                screen.set(Screen::Standards);
                tour.there = true;
            } else if tour.frames > SETTLE {
                tour.take(&name, &mut commands);
                tour.go_on();
            }
        }
        Stop::DebriefPage { name, leaf } => {
            if !tour.there {
                *leaves.1 = leaf;
                screen.set(Screen::Debrief);
                tour.there = true;
            } else if tour.frames > SETTLE {
                tour.take(&name, &mut commands);
                tour.go_on();
            }
        }
        Stop::Debrief { name, id, policy } => {
            if !tour.there {
                *leaves.1 = DebriefLeaf::default();
                if let Some(session) = rehearse(&library, &chosen, &id, policy) {
                    commands.insert_resource(Finished { session: Arc::new(session) });
                }
                screen.set(Screen::Debrief);
                tour.there = true;
            } else if tour.frames > SETTLE {
                tour.take(&name, &mut commands);
                tour.go_on();
            }
        }
    }
}

impl Tour {
    fn take(&mut self, name: &str, commands: &mut Commands<'_, '_>) {
        self.taken += 1;
        self.pending = true;
        let path = self.out.join(format!("{:03}-{name}.png", self.taken));
        commands.spawn(Screenshot::primary_window()).observe(save_to_disk(path));
    }

    fn go_on(&mut self) {
        self.stops.pop_front();
        self.frames = 0;
        self.there = false;
    }
}

fn on_picture(_: On<ScreenshotCaptured>, tour: Option<ResMut<Tour>>) {
    if let Some(mut tour) = tour {
        tour.pending = false;
    }
}
