//! For people who listen to the screen: every control has a role, a name and does what it is asked.
//!
//! The engine sends a tree of nodes to the system's screen reader, but gives
//! nodes to few things and hears no request. [`tree`] gives one to whatever can
//! be read or pressed, in the order of the page; [`voice`] reads out what comes
//! up by itself; [`requests`] does what a screen reader asks for; `check` says
//! what of a screen cannot be reached or has no name. All of it rests while nobody listens.

pub(crate) mod check;
mod requests;
#[cfg(test)]
mod tests;
mod tree;
mod voice;

use bevy::a11y::AccessibilityRequested;
use bevy::prelude::*;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((tree::plugin, requests::plugin, voice::plugin));
}

/// This text is read out when it comes up or changes: a line, a question, the
/// caption of a sound.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadOut {
    /// After what is being said.
    Politely,
    /// Before anything else.
    AtOnce,
}

/// What is read instead of the text as it is written, as where a line says who
/// speaks beside it.
#[derive(Component, Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReadAs(pub(crate) String);

/// The name of a page or of a part of it.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(crate) struct Headline;

/// Whether anybody listens.
pub(super) fn somebody_listens(requested: Option<Res<AccessibilityRequested>>) -> bool {
    requested.is_some_and(|requested| requested.get())
}
