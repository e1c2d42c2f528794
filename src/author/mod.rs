//! Tools for writers: what a scenario can come to, how it looks, and a first one to change.

mod coverage;
mod explain;
mod explore;
pub mod graph;
mod lint;
mod moves;
mod new;
mod policy;
mod search;
pub mod texts;
pub mod twee;

pub use coverage::{Coverage, Covered, DomainCoverage, ScenarioCoverage, Tally, coverage};
pub use explain::{Example, Explanation, Labels, explain, explanations, nearest_code};
pub use explore::{
    BeatReach, Bounds, Choose, Compared, Exploration, Extreme, Extremes, Question, StandardReach,
    Variation, Variations, VerdictCounts, Way, explore,
};
pub use lint::{Depth, lint};
pub use new::{BadId, new_scenario};
pub use policy::{Policy, play, play_on};
