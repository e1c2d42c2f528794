//! Tools for writers: policies that play a scenario by themselves.

mod explore;
mod moves;
mod policy;
mod search;
pub mod twee;

pub use explore::{
    BeatReach, Bounds, Exploration, Extreme, Extremes, Question, StandardReach, Variation,
    Variations, VerdictCounts, Way, explore,
};
pub use policy::{Policy, play, play_on};
