//! Texts out to translators and back: every authored text as a line with an id
//! that survives edits, in a workbook or a PO file.
//!
//! # Line ids
//!
//! A line's id is the path of ids that leads to it, never a line number:
//! `s03-fourth-ring/beats/ring/activity/options/lift/says`. Members of lists
//! are named by their own `id` (an opportunity by its standard, a document by
//! its file). Steps, cues, paragraphs and other members without an id are named
//! by the nearest thing around them that has one, by what they are, and by a
//! hash of their source text: `s03-fourth-ring/beats/ring/say~1f3a9c20`; the
//! second with the same words there is `…~1f3a9c20.2`. So lines may be put in,
//! taken out, reordered, moved into an `If` or from `enter` to `after`, and the
//! other lines keep their ids. The source text is the half that is not being
//! translated: the Chinese, unless the file is for writing Chinese.
//!
//! # Marks
//!
//! Beside the id stands a mark: a hash of the Chinese and one of the English as
//! they were when the file was written. The source's tells that the author has
//! changed it since; the other's tells a translator's change from an author's.

mod apply;
mod earlier;
mod kind;
mod lines;
mod mark;
mod merge;
mod placeholders;
mod po;
mod sheet;
mod workbook;
mod xlsx;

pub use apply::{Applied, Edit, apply};
pub use earlier::{Change, changes};
pub use kind::Kind;
pub use lines::{Holds, Line, lines};
pub use mark::Mark;
pub use merge::{Merged, Refusal, Why, merge};
pub use po::{read_po, write_po};
pub use sheet::{BadFile, Cell, Received, Row, Sent, Sheet, State, Unreadable};
pub use workbook::read_workbook;
pub use xlsx::write_workbook;
