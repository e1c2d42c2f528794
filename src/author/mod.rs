//! Tools for writers: what a scenario can come to, how it looks, and a first one to change.

mod coverage;
mod explore;
pub mod graph;
mod moves;
mod new;
mod policy;
mod search;

pub use coverage::{Coverage, Covered, DomainCoverage, ScenarioCoverage, Tally, coverage};
pub use explore::{
    BeatReach, Bounds, Exploration, Extreme, Extremes, Question, StandardReach, Variation,
    Variations, VerdictCounts, Way, explore,
};
pub use new::{BadId, new_scenario};
pub use policy::{Policy, play, play_on};
