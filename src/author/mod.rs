//! Tools for writers: policies that play a scenario by themselves.

mod explain;
mod explore;
mod lint;
mod moves;
mod policy;
mod search;
pub mod twee;

pub use explain::{Example, Explanation, Labels, explain, explanations, nearest_code};
pub use explore::{
    BeatReach, Bounds, Choose, Compared, Exploration, Extreme, Extremes, Question, StandardReach,
    Variation, Variations, VerdictCounts, Way, explore,
};
pub use lint::{Depth, lint};
pub use policy::{Policy, play, play_on};
