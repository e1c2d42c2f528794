//! Authored files as text: reading them, finding places in them, and saying what is wrong.

mod finding;

pub use finding::Finding;
