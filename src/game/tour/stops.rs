//! Where the tour goes: one line a stop.

use std::collections::VecDeque;
use std::sync::Arc;

use bevy::prelude::*;

use crate::author::{self, Policy};
use crate::game::handover::{AtHand, Finished, PlayRequest};
use crate::game::library::Library;
use crate::game::live::{Panel, Problems};
use crate::game::past::Past;
use crate::game::play::{self, Sheet, rehearse};
use crate::game::screens::{BriefingLeaf, Browse, DebriefLeaf, SettingsLeaf, choose_last_marker};
use crate::game::{Chosen, Options, Overlay, Screen};
use crate::record::{Attempt, Begun, WallTime, wall_time};
use crate::scenario::Scenario;
use crate::session::{Event, Input, Session, SessionTime, Setup, TimerSetting};

/// The seed of every run on the tour.
const SEED: u64 = 1;

/// What brings the window to a stop.
type Step = Box<dyn Fn(&mut World) + Send + Sync>;

/// One place to go: what its picture is called, and how it is reached.
pub(super) struct Stop {
    pub(super) name: String,
    pub(super) go: Go,
}

pub(super) enum Go {
    /// At once; then the picture is taken.
    To(Step),
    /// Through a whole scenario, a picture at each new place and each question.
    Play { id: String },
    /// Through a scenario to the place of its so-many-th picture; then this is
    /// done, and one picture taken.
    During { id: String, places: usize, then: Step },
}

/// Every stop, in order.
pub(super) fn all(library: &Library) -> VecDeque<Stop> {
    let ids: Vec<&String> = library.scenarios.keys().collect();
    let mut stops = Stops::default();
    stops.to("title", |world| show(world, Screen::Title));
    for leaf in SettingsLeaf::ALL {
        let name = format!("settings-{leaf:?}").to_lowercase();
        stops.to(&name, move |world| {
            world.insert_resource(leaf);
            cover(world, Screen::Title, Overlay::Settings);
        });
    }
    stops.to("scenarios", |world| show(world, Screen::Scenarios));
    if let Some(id) = ids.first() {
        let own = (*id).clone();
        stops.to("scenarios-played", move |world| show_played(world, &own));
    }
    stops.to("problems", |world| show_problems(world, false));
    stops.to("problems-folded", |world| show_problems(world, true));
    stops.to("standards-domain", |world| browse(world, Browse::domain(Some("phone"))));
    stops.to("standards-all", |world| browse(world, Browse::domain(None)));
    stops.to("standards-chinese", |world| browse(world, Browse::search("握手")));
    stops.to("standards-initials", |world| browse(world, Browse::search("ws")));
    stops.to("standards-english", |world| browse(world, Browse::search("business card")));
    stops.to("standards-nothing", |world| browse(world, Browse::search("qqqq")));
    for id in &ids {
        let own = (*id).clone();
        stops.to(&format!("briefing-{id}"), move |world| brief(world, &own));
    }
    stops.to("briefing-standards", |world| {
        world.insert_resource(BriefingLeaf::Standards);
        show(world, Screen::Briefing);
    });
    if let Some(id) = ids.first() {
        stops.during("pause", id, 3, |world| play::lay_over(world, Sheet::Pause));
    }
    if let Some(id) = ids.last() {
        stops.during("look-back", id, 7, |world| play::lay_over(world, Sheet::LookBack));
        stops.during("rewind", id, 7, |world| play::lay_over(world, Sheet::Rewind(0)));
    }
    for id in &ids {
        stops.play(id);
        for (word, policy) in [("best", Policy::Best), ("random", Policy::Random)] {
            let name = format!("debrief-{id}-{word}");
            let own = (*id).clone();
            stops.to(&name, move |world| debrief(world, &own, policy));
            for leaf in DebriefLeaf::ALL.into_iter().skip(1) {
                let name = format!("{name}-{leaf:?}").to_lowercase();
                let own = (*id).clone();
                stops.to(&name, move |world| turn_to(world, &own, policy, leaf));
            }
            let own = (*id).clone();
            stops.to(&format!("{name}-strip-marker"), move |world| {
                turn_to(world, &own, policy, DebriefLeaf::Strip);
                choose_last_marker(world);
            });
        }
    }
    stops.0
}

#[derive(Default)]
struct Stops(VecDeque<Stop>);

impl Stops {
    fn to(&mut self, name: &str, step: impl Fn(&mut World) + Send + Sync + 'static) {
        self.0.push_back(Stop { name: name.to_owned(), go: Go::To(Box::new(step)) });
    }

    fn play(&mut self, id: &str) {
        self.0.push_back(Stop { name: format!("play-{id}"), go: Go::Play { id: id.to_owned() } });
    }

    fn during(
        &mut self,
        name: &str,
        id: &str,
        places: usize,
        then: impl Fn(&mut World) + Send + Sync + 'static,
    ) {
        let go = Go::During { id: id.to_owned(), places, then: Box::new(then) };
        self.0.push_back(Stop { name: name.to_owned(), go });
    }
}

impl Stop {
    /// Whether a picture of this stop may be one whose name contains `pattern`.
    pub(super) fn may_be(&self, pattern: &str, library: &Library) -> bool {
        let scenario = match &self.go {
            Go::Play { id } => library.named(id),
            _ => None,
        };
        let Some(scenario) = scenario else { return self.name.contains(pattern) };
        scenario.beats.keys().any(|beat| {
            // Numbers are known only when the run is there.
            ["line", "###"]
                .into_iter()
                .any(|end| contains(&format!("{}-##-{beat}-{end}", self.name), pattern))
        })
    }
}

/// Whether `pattern` is in `name`, where `#` stands for any digit.
fn contains(name: &str, pattern: &str) -> bool {
    let same = |(a, b): (&u8, &u8)| a == b || *a == b'#' && b.is_ascii_digit();
    let (name, pattern) = (name.as_bytes(), pattern.as_bytes());
    pattern.is_empty() || name.windows(pattern.len()).any(|part| part.iter().zip(pattern).all(same))
}

/// Puts away whatever the stop before has left open.
pub(super) fn clear(world: &mut World) {
    world.resource_mut::<NextState<Overlay>>().set(Overlay::None);
    world.insert_resource(BriefingLeaf::default());
    if !world.resource::<Problems>().0.is_empty() {
        world.resource_mut::<Problems>().0.clear();
    }
}

fn show(world: &mut World, screen: Screen) {
    world.resource_mut::<NextState<Screen>>().set(screen);
}

fn cover(world: &mut World, screen: Screen, overlay: Overlay) {
    show(world, screen);
    world.resource_mut::<NextState<Overlay>>().set(overlay);
}

/// The scenario list with the problems panel over it, open or folded away.
fn show_problems(world: &mut World, folded: bool) {
    let problems =
        Problems::sample(world.resource::<Library>(), &world.resource::<Options>().folders);
    world.resource_mut::<Panel>().pose(&problems, folded);
    world.insert_resource(problems);
    show(world, Screen::Scenarios);
}

fn browse(world: &mut World, browse: Browse) {
    world.insert_resource(browse);
    show(world, Screen::Standards);
}

fn brief(world: &mut World, id: &str) {
    let scenario = world.resource::<Library>().named(id).cloned();
    let mut at_hand = world.resource_mut::<AtHand>();
    at_hand.scenario = scenario;
    at_hand.seed = SEED;
    show(world, Screen::Briefing);
}

/// The scenario list of somebody who has played one of them.
fn show_played(world: &mut World, id: &str) {
    let before = runs_before(world, id);
    world.resource_mut::<Past>().pose(before);
    show(world, Screen::Scenarios);
}

/// Whose debrief is on the screen.
#[derive(Resource, Clone, PartialEq, Eq)]
struct Debriefed(String, Policy);

/// The debrief of a run played by this policy.
pub(crate) fn debrief(world: &mut World, id: &str, policy: Policy) {
    let now = Debriefed(id.to_owned(), policy);
    if world.get_resource() != Some(&now) {
        // The run that guesses is somebody's first.
        let before = if policy == Policy::Random { Vec::new() } else { runs_before(world, id) };
        world.resource_mut::<Past>().pose(before);
        if let Some(session) = run(world, id, policy) {
            world.insert_resource(Finished::now(paced(session), Begun::AtTheStart));
        }
        world.insert_resource(now);
    }
    world.insert_resource(DebriefLeaf::default());
    show(world, Screen::Debrief);
}

/// The same run as somebody plays it who reads what is said and thinks before an
/// answer: what is timed keeps its own time.
fn paced(session: Session) -> Session {
    /// Milliseconds for a line that is read.
    const READING: u64 = 1_900;
    /// Milliseconds before an answer that has no limit.
    const THINKING: u64 = 3_100;
    let (mut paced, mut events) =
        Session::start(Arc::clone(session.scenario()), session.setup().clone());
    let mut later = 0;
    for (at, input) in session.transcript() {
        let line = |event: &&Event| {
            matches!(event, Event::Said { .. } | Event::Told { .. } | Event::Thought { .. })
        };
        let lines: u64 = events.iter().filter(line).map(|_| READING).sum();
        later += match input {
            Input::Continue => lines,
            _ if paced.deadline().is_none() => THINKING,
            _ => 0,
        };
        match paced.handle(SessionTime(at.0 + later), input.clone()) {
            Ok(next) => events = next,
            Err(_) => return session,
        }
    }
    paced
}

/// Runs before the one at hand, as somebody has them who has tried a scenario for
/// some days: right up to a point, guessed from there on; one of them practice.
fn runs_before(world: &World, id: &str) -> Vec<Attempt> {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    /// How far each was right, in sixths.
    const RIGHT: [usize; 5] = [1, 3, 2, 5, 4];
    let Some(best) = run(world, id, Policy::Best) else { return Vec::new() };
    let catalogue = &world.resource::<Library>().catalogue;
    let kept = |(right, days): (usize, u64)| {
        let visit = best.visits().len() * right / 6;
        let guessed = author::play_on(best.rewind(visit)?.0, catalogue, Policy::Random);
        let begun = if days == 2 { Begun::Inside { visit } } else { Begun::AtTheStart };
        let at = WallTime(wall_time().0.saturating_sub(days * DAY));
        Attempt::of(&guessed, catalogue, begun, at)
    };
    RIGHT.into_iter().zip((1..=5).rev()).filter_map(kept).collect()
}

/// One page of the debrief of a run played by this policy.
fn turn_to(world: &mut World, id: &str, policy: Policy, leaf: DebriefLeaf) {
    debrief(world, id, policy);
    // A debrief opens at its first page.
    world.run_schedule(StateTransition);
    world.insert_resource(leaf);
}

/// Begins a scenario as a rehearsal of its best run.
pub(crate) fn begin(world: &mut World, id: &str) {
    let Some(best) = run(world, id, Policy::Best) else { return };
    let setup = best.setup();
    world.insert_resource(PlayRequest {
        scenario: best.scenario().clone(),
        profile: setup.profile.clone(),
        seed: setup.seed,
        timers: setup.timers,
        from: None,
    });
    rehearse::plan(world, best.transcript().to_vec());
    show(world, Screen::Play);
}

/// A run by a policy, under the profile at hand and with ordinary timers.
fn run(world: &World, id: &str, policy: Policy) -> Option<Session> {
    let library = world.resource::<Library>();
    let profile = library.house(&world.resource::<Chosen>().settings.profile)?;
    let setup = Setup { profile: Arc::clone(profile), seed: SEED, timers: TimerSetting::Normal };
    let scenario: &Arc<Scenario> = library.named(id)?;
    Some(author::play(scenario, &library.catalogue, &setup, policy))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Folders;
    use crate::library::Library as Authored;
    use crate::score::outcome;

    #[test]
    fn whoever_reads_and_thinks_is_judged_alike_and_takes_longer() {
        let library = Authored::load(&Folders::find(Some(std::env::temp_dir())).unwrap());
        for scenario in library.scenarios.values() {
            let setup = Setup {
                profile: library.profile("classroom").unwrap(),
                seed: SEED,
                timers: TimerSetting::Normal,
            };
            let fast = author::play(scenario, &library.catalogue, &setup, Policy::Random);
            let slow = paced(fast.clone());
            let score = |session| outcome(session, &library.catalogue).card;
            assert_eq!(score(&fast), score(&slow), "{}", scenario.id);
            assert!(slow.now().0 > fast.now().0 + 10_000, "{}", scenario.id);
        }
    }

    #[test]
    fn a_pattern_meets_any_number() {
        let name = "play-s01-handshake-order-##-corridor-###";
        for yes in ["", "s01", "corridor", "-03-corridor-01", "corridor-2", "y-s01"] {
            assert!(contains(name, yes), "{yes}");
        }
        for no in ["s02", "title", "corridor-line", "-x3-corridor", "corridor-0123"] {
            assert!(!contains(name, no), "{no}");
        }
    }
}
