//! Enumerates every state a scenario can reach, for every variation of its seed.
//!
//! A run's future depends on its beat, its variables, the open activity, what
//! conditions look back on, and the drawn axes that are more than words. Runs
//! that agree in all of that are one state. Answers that are a quantity or a
//! set (a voice, a packed bag, a note) are stood for by the right one, the
//! empty one, the full one and each single slip; everything else is tried.

mod compare;
mod extremes;
mod reach;
mod states;
mod unseen;
mod variations;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::scenario::Scenario;
use crate::session::{Input, Session, SessionTime, Setup, TimerSetting, Verdict};
use crate::standard::{Catalogue, Profile, Text};

pub use compare::Compared;
pub use extremes::{Extreme, Extremes};
pub use variations::{Variation, Variations};

use states::Walked;

/// How far an exploration goes before it stops and says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The most states of one variation.
    pub states: usize,
    /// The most variations.
    pub variations: usize,
}

impl Default for Bounds {
    fn default() -> Bounds {
        Bounds { states: 100_000, variations: 512 }
    }
}

/// Everything a scenario can come to.
#[derive(Clone, Debug)]
pub struct Exploration {
    /// The variations looked at, and how many there are.
    pub variations: Variations,
    /// States met, over all variations.
    pub states: usize,
    /// Moves tried that a session took.
    pub moves: usize,
    /// Endings by id, with the number of states that are that ending; those
    /// never reached have none.
    pub endings: BTreeMap<String, usize>,
    /// Beats by id.
    pub beats: BTreeMap<String, BeatReach>,
    /// What each declared standard can get.
    pub standards: BTreeMap<String, StandardReach>,
    /// The ways taken from beat to beat or ending: from, to.
    pub exits: BTreeSet<(String, String)>,
    /// How the options of each choice, and the positions of each dial,
    /// compared: by beat, and dial (empty for a choice).
    pub compared: BTreeMap<(String, String), Compared>,
    /// Answers whose outcome is told before anything of it is seen or heard,
    /// as `beat/option` or the beat, each with the line that tells it.
    pub unseen: BTreeMap<String, Text>,
    /// States that have not ended and from which no move leads on.
    pub dead_ends: Vec<Way>,
    /// Best and worst scores; `None` where they were not asked for.
    pub extremes: Option<Extremes>,
    /// Each bound that was hit, in words; empty = everything was seen.
    pub bounds_hit: Vec<String>,
}

/// What can happen in one beat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BeatReach {
    /// In how many variations it is reached.
    pub variations: usize,
    /// Each option, action, spot, item and dial position, with whether some
    /// path takes it.
    pub options: BTreeMap<String, bool>,
    /// Each opportunity by its place: standard, and the verdicts it gave.
    pub opportunities: Vec<(String, VerdictCounts)>,
}

/// Verdicts and how many moves led to each.
pub type VerdictCounts = BTreeMap<Verdict, usize>;

/// What one standard can get, over all paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StandardReach {
    /// Every verdict that some path gives, with a way to it.
    pub verdicts: BTreeMap<Verdict, Way>,
}

/// How to get somewhere: the seed and the inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub seed: u64,
    pub beat: String,
    pub inputs: Vec<(SessionTime, Input)>,
}

impl Way {
    fn of(session: &Session) -> Way {
        Way {
            seed: session.setup().seed,
            beat: session.beat().to_owned(),
            inputs: session.transcript().to_vec(),
        }
    }
}

/// What is asked of an exploration.
#[derive(Clone, Debug)]
pub struct Question {
    pub profile: Arc<Profile>,
    /// Which variations are looked at.
    pub choose: Choose,
    pub bounds: Bounds,
    /// Whether to look for the best and the worst run of every variation.
    pub extremes: bool,
}

/// Which variations an exploration looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choose {
    /// All there are.
    All,
    /// Those that these seeds draw.
    Seeds(std::ops::Range<u64>),
    /// So few that each alternative of each axis is seen once.
    EachAlternative,
}

/// Explores a scenario.
pub fn explore(
    scenario: &Arc<Scenario>,
    catalogue: &Catalogue,
    question: &Question,
) -> Exploration {
    let variations = Variations::of(scenario, &question.choose, question.bounds.variations);
    let setup = |seed: u64| Setup {
        profile: Arc::clone(&question.profile),
        seed,
        timers: TimerSetting::default(),
    };
    let walked: Vec<(Walked, Option<Extremes>)> = in_parallel(&variations.seen, |variation| {
        let (session, _) = Session::start(Arc::clone(scenario), setup(variation.seed));
        let extremes =
            question.extremes.then(|| Extremes::of(scenario, catalogue, setup(variation.seed)));
        (states::walk(session, question.bounds.states), extremes)
    });
    let mut exploration = reach::empty(scenario, variations);
    let mut extremes: Vec<Extremes> = Vec::new();
    for (walked, more) in walked {
        reach::add(&mut exploration, walked);
        extremes.extend(more);
    }
    exploration.extremes = Extremes::over(extremes);
    exploration
}

/// Does the same to every item, on all processors, and keeps the order.
pub(super) fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let hands = std::thread::available_parallelism().map_or(1, usize::from).min(items.len().max(1));
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..hands)
            .map(|_| {
                scope.spawn(|| {
                    let mut done = Vec::new();
                    loop {
                        let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        let Some(item) = items.get(at) else { return done };
                        done.push((at, work(item)));
                    }
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| match worker.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
