//! Tests of everything below the shells, in one binary.

mod precedence;
mod profiles;
mod scoring;
