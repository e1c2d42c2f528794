//! A walk through every screen by itself, with a picture of each.

use std::sync::{Arc, Mutex};

use bevy::prelude::*;

/// What went wrong on the way, if anything did.
#[derive(Resource, Clone, Debug, Default)]
pub(crate) struct Outcome(Arc<Mutex<Option<String>>>);

impl Outcome {
    pub(crate) fn trouble(&self) -> Option<String> {
        self.0.lock().ok().and_then(|trouble| trouble.clone())
    }
}

pub(super) fn plugin(_app: &mut App) {}
