//! What may happen: the authored script, and the checked scenario a session runs.

mod activity;
mod check;
mod depends;
mod draw;
mod evidence;
mod load;
mod number;
mod place;
mod pose;
mod script;
mod step;

pub use activity::*;
pub use check::{Known, check, script_texts};
pub use depends::{Depends, Live, Looks};
pub use draw::{Draw, Resolver};
pub use evidence::*;
pub use load::{files, load_all};
pub use number::{Number, Tenths};
pub use place::{Place, PlaceSpot, PlaceThing, STAGE_SIZE, THING, places};
pub use pose::*;
pub use script::*;
pub use step::*;

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// A script that has passed every check, with the hash of the file it came from.
#[derive(Clone, Debug)]
pub struct Scenario {
    script: Script,
    hash: String,
    /// The places as they were when it was checked.
    places: Arc<BTreeMap<String, Place>>,
}

impl Scenario {
    /// Takes a script whose names all resolve; `check` is what calls this.
    pub(crate) fn trusted(
        script: Script,
        hash: String,
        places: Arc<BTreeMap<String, Place>>,
    ) -> Scenario {
        Scenario { script, hash, places }
    }

    /// What is known of a stage beside its drawing.
    pub fn place(&self, stage: &str) -> Option<&Place> {
        self.places.get(stage)
    }

    /// The SHA-256 of the file's text, in hexadecimal.
    pub fn content_hash(&self) -> &str {
        &self.hash
    }
}

impl Deref for Scenario {
    type Target = Script;

    fn deref(&self) -> &Script {
        &self.script
    }
}
