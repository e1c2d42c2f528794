//! Tools for writers: policies that play a scenario by themselves.

mod moves;
mod policy;
mod search;

pub use policy::{Policy, play, play_on};
