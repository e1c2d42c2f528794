//! Tests of everything below the shells, in one binary.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bad_input;
mod checker;
mod codes;
mod deadlines;
mod debrief;
mod example;
mod explain;
mod gaps;
mod policies;
mod precedence;
mod profiles;
mod properties;
mod replay;
mod scenarios;
mod scoring;
mod session;
mod shipped;
mod terminal;
mod tidy;
mod twee;
