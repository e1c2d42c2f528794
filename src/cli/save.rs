//! Writes a file that an author asked for, and never over another one unasked.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes a text. An existing file stays as it is unless `force` is given.
pub(super) fn save(path: &Path, text: &str, force: bool) -> Result<(), String> {
    let shown = path.display();
    let mut options = OpenOptions::new();
    options.write(true);
    if force {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    let written = options.open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            format!(
                "{shown} is there already and was left as it is; name another file with --out, \
                 or write over it with --force"
            )
        }
        ErrorKind::NotFound => {
            format!("cannot write {shown}: its folder is not there; make the folder first")
        }
        _ => format!("cannot write {shown}: {error}"),
    })
}
