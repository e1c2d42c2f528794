//! Tests of everything below the shells, in one binary.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod authoring;
mod bad_input;
mod checker;
mod codes;
mod coverage;
mod deadlines;
mod debrief;
mod example;
mod explain;
mod exploring;
mod gaps;
mod graphs;
mod journal;
mod lints;
mod live;
mod look_back;
mod places;
mod policies;
mod precedence;
mod profiles;
mod properties;
mod reference;
mod replay;
mod scenarios;
mod scoring;
mod search;
mod session;
mod shipped;
mod sounds;
mod terminal;
mod texts;
mod tidy;
mod tongues;
mod twee;
mod typography;
