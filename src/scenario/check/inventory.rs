//! Every name, number, text, condition and step of a script in flat lists,
//! each with its place, so that a pass need not walk the script again.

use crate::source::{Part, Path};
use crate::standard::Text;

use super::super::{Beat, Number, Script, Step, When};
use super::walk::Walk;

/// Something used in a script: what, where in the file, and in which beat.
#[derive(Clone, Debug)]
pub(in crate::scenario) struct Used<'a, T> {
    pub(in crate::scenario) it: T,
    pub(in crate::scenario) path: Path<'a>,
    /// The beat around it; `None` in watches and outside beats.
    pub(in crate::scenario) beat: Option<(&'a str, &'a Beat)>,
}

impl<T> Used<'_, T> {
    /// Whether it stands in this field of a beat: `enter`, `activity` …
    pub(super) fn is_in(&self, field: &str) -> bool {
        self.beat.is_some() && self.path.part(2) == Some(Part::Name(field))
    }
}

/// What a name ought to be the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) enum Kind {
    Person,
    Variable,
    Standard,
    Stage,
    Figure,
    Sound,
    Picture,
}

/// How much a text matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) enum Need {
    /// Somebody reads it: it may not be empty.
    Required,
    /// It may be left out whole.
    Optional,
    /// A spelling that is compared, never shown: no translation needed.
    Spelling,
}

/// The lists. Numbers written out are in them too.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Inventory<'a> {
    pub(in crate::scenario) names: Vec<Used<'a, (Kind, &'a str)>>,
    pub(in crate::scenario) texts: Vec<Used<'a, (&'a Text, Need)>>,
    pub(in crate::scenario) numbers: Vec<Used<'a, &'a Number>>,
    /// Every condition, those inside others too.
    pub(in crate::scenario) conditions: Vec<Used<'a, &'a When>>,
    /// Every step, those inside others too.
    pub(in crate::scenario) steps: Vec<Used<'a, &'a Step>>,
}

impl<'a> Inventory<'a> {
    pub(in crate::scenario) fn of(script: &'a Script) -> Inventory<'a> {
        let mut walk = Walk::default();
        walk.script(script);
        walk.inventory
    }
}
