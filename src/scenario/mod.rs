//! What may happen: the authored script, and the checked scenario a session runs.

mod activity;
mod check;
mod depends;
mod draw;
mod evidence;
mod load;
mod number;
mod script;
mod step;

pub use activity::*;
pub use check::{Known, check, script_texts};
pub use depends::{Depends, Live, Looks};
pub use draw::{Draw, Resolver};
pub use evidence::*;
pub use load::{files, load_all};
pub use number::{Number, Tenths};
pub use script::*;
pub use step::*;

use std::ops::Deref;

/// A script that has passed every check, with the hash of the file it came from.
#[derive(Clone, Debug)]
pub struct Scenario {
    script: Script,
    hash: String,
}

impl Scenario {
    /// Takes a script whose names all resolve; `check` is what calls this.
    pub(crate) fn trusted(script: Script, hash: String) -> Scenario {
        Scenario { script, hash }
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
