//! The core, tested through its public face.

mod bad_input;
mod checker;
mod example;
