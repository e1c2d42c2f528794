//! Authored files as text: reading them, finding places in them, and saying what is wrong.

mod characters;
mod encoding;
mod excerpt;
mod fault;
mod file;
mod finding;
mod lexer;
mod literal;
mod locator;
mod mend;
mod nearest;
mod parse;
mod pinyin;
mod render;
mod text;
mod wording;

pub use excerpt::Excerpt;
pub use file::{SIZE_LIMIT, SourceFile};
pub use finding::Finding;
pub(crate) use finding::{shorten, tidy};
pub use literal::{read_literal, write_literal};
pub use locator::{Locator, Part, Path};
pub use mend::{Mended, parse_on};
pub use nearest::nearest;
pub use parse::parse;
pub use pinyin::{pinyin, readings};
pub use text::{Lang, Text, curl_quotes};
pub(crate) use text::{fill, is_chinese, names_in};
