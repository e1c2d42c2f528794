//! Tests of the program itself: what it is given, what it prints, how it ends.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bad_files;
mod check;
mod coverage;
mod explain;
mod explore;
mod graph;
mod journal;
mod new;
mod play;
mod program;
mod run;
mod texts;
mod twee;
