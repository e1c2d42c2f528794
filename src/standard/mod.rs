//! What is right: the written standards, the house profiles and the precedence rules.
//!
//! Nothing here knows of scenarios or sessions. A [`Standard`] is one scorable
//! rule with its source clause, a [`Profile`] holds a house's thresholds and
//! toggles, and [`precedence`] answers who goes first.

mod catalogue;
mod catalogue_file;
mod clause;
pub mod deadline;
mod document;
mod keys;
mod load;
mod measure;
mod person;
pub mod precedence;
mod profile;
mod profile_file;
mod rule;
pub mod search;
mod standard_file;

pub(crate) use crate::source::fill;
pub use crate::source::{Lang, Text, curl_quotes};
pub use catalogue::Catalogue;
pub use measure::{Bound, Measure, Origin, Unit};
pub use person::{Age, Married, Occasion, Person, Phase, Role, Sex, Side};
pub use profile::{GenderKey, Profile, TeaOrder};
pub use rule::{Dimension, Domain, Severity, Source, Standard, Toggle, Treatment};
