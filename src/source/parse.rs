//! Text to typed values, with every complaint placed and put into plain words.

use ron::Options;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::{Finding, SourceFile, characters, fault};

/// Reads a file's RON as a value. `Some` may be left out around optional
/// values; nesting deeper than 64 levels is refused.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn parse<T: DeserializeOwned>(source: &SourceFile) -> Result<T, Finding> {
    if let Some(finding) = characters::refused(source).or_else(|| fault::at_once(source)) {
        return Err(finding);
    }
    // The recursion limit is ron's own default and must stay on: without it a
    // file of brackets overflows the stack, which no program survives.
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(&source.text).map_err(|error| fault::explain(source, error))
}
