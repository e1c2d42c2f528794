//! Twee 3, the text format of Twine stories: read into a scenario skeleton, and written from a scenario.
//!
//! A [`Story`] is the file as its specification describes it: passages with
//! names, tags and metadata. `markup` reads one passage's text, `build` turns
//! passages into beats and endings, `write` puts them down as RON with a list
//! of what the author still owes. `export` goes the other way.

mod build;
mod describe;
mod draft;
mod draws;
mod export;
mod flow;
mod header;
mod ids;
mod instead;
mod layout;
mod lines;
mod markup;
mod places;
mod ron;
mod shape;
mod story;
mod uses;
mod values;
mod ways;
mod write;

pub use export::export;
pub use ids::slug;
pub use story::{Passage, Story, StoryData};
pub use write::{Owed, OwedKind, PENDING_EN, PENDING_ZH, is_pending};

use crate::source::{Finding, SourceFile};

use places::Report;

/// A story turned into a skeleton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The scenario as RON, ready to be saved as `ID.ron`.
    pub text: String,
    /// What was left out or changed, with its place in the Twee file.
    pub notes: Vec<Finding>,
    /// What the author still has to write, with its line in the RON.
    pub owed: Vec<Owed>,
    /// How many beats and endings there are.
    pub counts: (usize, usize),
}

/// Reads a Twee 3 file as passages, without looking at their text.
///
/// # Errors
/// Everything that is wrong with the headers, in order of place.
pub fn read(source: &SourceFile) -> Result<Story, Vec<Finding>> {
    let mut report = Report::new(source);
    let story = story::read(&mut report);
    report.done().map(|_| story)
}

/// Turns a Twee 3 file into a scenario skeleton with this id, which must be
/// fit for one ([`slug`] makes such).
///
/// # Errors
/// Everything that stands in the way, in order of place: broken headers and
/// links, macros beyond the subset, ways that never end.
pub fn import(source: &SourceFile, id: &str) -> Result<Imported, Vec<Finding>> {
    let mut report = Report::new(source);
    let story = story::read(&mut report);
    let draft = build::build(&story, id, &mut report);
    let notes = report.done()?;
    let counts = (draft.beats.len(), draft.endings.len());
    let (text, owed) = write::write(&draft);
    Ok(Imported { text, notes, owed, counts })
}
