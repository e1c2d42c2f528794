//! Writes a file that an author asked for, and never over another one unasked.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use liyi::say;
use liyi::standard::Text;

/// Writes a text. An existing file stays as it is unless `force` is given.
pub(super) fn save(path: &Path, text: &str, force: bool) -> Result<(), Text> {
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
            say!(
                "{shown} 已经有了，没有动它；用 --out 换一个文件，或者用 --force 覆盖",
                "{shown} is there already and was left as it is; name another file with --out, \
                 or write over it with --force"
            )
        }
        ErrorKind::NotFound => {
            say!(
                "写不了 {shown}：文件夹不存在，先建好文件夹",
                "cannot write {shown}: its folder is not there; make the folder first"
            )
        }
        _ => say!("写不了 {shown}：{error}", "cannot write {shown}: {error}"),
    })
}
