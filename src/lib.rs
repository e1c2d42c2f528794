//! Liyi 礼仪: an etiquette and service-standard training simulator.
//!
//! RON text → checked [`scenario`] → [`session`] (a pure state machine) →
//! verdicts → scorecard ([`score`]) — and every shell is a thin skin on that
//! one line. Imports point one way: `source` ← `standard` ← `scenario` ←
//! `session` ← `score` ← `author` ← shells (`terminal`, `game`). Nothing below
//! a shell knows of Bevy, wall clocks or the screen.

pub mod author;
pub mod files;
#[cfg(feature = "game")]
pub mod game;
pub mod library;
pub mod locale;
pub mod record;
pub mod scenario;
pub mod score;
pub mod session;
pub mod settings;
pub mod source;
pub mod standard;
pub mod terminal;
