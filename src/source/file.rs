//! An authored file: its name, its text, and the places in it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{Finding, Text, characters, encoding, nearest};
use crate::say;

/// The largest file that is read, in bytes. The longest scenario takes a fiftieth of it.
pub const SIZE_LIMIT: u64 = 4 * 1024 * 1024;

/// A file's text, with the name that findings give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The file as the author knows it.
    pub name: String,
    /// The whole text, without a byte-order mark.
    pub text: String,
}

impl SourceFile {
    /// A text that need not come from a disk.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> SourceFile {
        SourceFile { name: name.into(), text: text.into() }
    }

    /// Reads a UTF-8 file of at most [`SIZE_LIMIT`] bytes.
    ///
    /// # Errors
    /// One finding when the file is missing, no ordinary file, closed to us,
    /// too large, in another encoding, or holds characters that text never does.
    pub fn read(path: &Path) -> Result<SourceFile, Finding> {
        let name = path.display().to_string();
        let refuse = |code, found: Text, expected: Text| {
            Err(Finding::new(&name, (0, 0), code, found, expected))
        };
        // Asked before opening: opening a named pipe would wait for ever.
        let about = match std::fs::metadata(path) {
            Ok(about) => about,
            Err(error) => return Err(unreadable(path, &name, &error)),
        };
        if about.is_dir() {
            let expected =
                say!("一个文件：写出里面那个文件的名字", "a file: name the file inside it");
            return refuse("is-a-folder", say!("这是文件夹", "a folder"), expected);
        }
        if !about.is_file() {
            let found = say!("这是设备或管道", "a device or a pipe");
            return refuse("not-a-file", found, say!("普通文件", "an ordinary file"));
        }
        let too_large = |size: Text| {
            let expected = say!("不超过 4 MiB 的文本文件", "a text file of at most 4 MiB");
            refuse("too-large", size, expected)
        };
        let bytes = about.len();
        if bytes > SIZE_LIMIT {
            return too_large(say!("文件有 {bytes} 字节", "a file of {bytes} bytes"));
        }
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|f| f.take(SIZE_LIMIT + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            return Err(unreadable(path, &name, &error));
        }
        if bytes.len() as u64 > SIZE_LIMIT {
            let found = say!("文件一边读一边变大", "a file that grows while it is read");
            return too_large(found);
        }
        SourceFile::from_bytes(name, bytes)
    }

    /// Takes a file's bytes as [`read`](SourceFile::read) does, without the disk.
    ///
    /// # Errors
    /// One finding when the bytes are not UTF-8 or hold characters that text never does.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<SourceFile, Finding> {
        let name = name.into();
        let text = encoding::decode(&name, bytes)?;
        let source = SourceFile { name, text };
        match characters::refused(&source) {
            Some(finding) => Err(finding),
            None => Ok(source),
        }
    }

    /// Line and column of a byte offset, in characters from 1. An offset past
    /// the end, or inside a character, is moved back to the one before.
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = 1 + before.bytes().filter(|&b| b == b'\n').count();
        (line, 1 + before[line_start..].chars().count())
    }

    /// The byte offset of a line and column; the text's end where there is none.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let mut start = 0;
        for _ in 1..line {
            match self.text[start..].find('\n') {
                Some(at) => start += at + 1,
                None => return self.text.len(),
            }
        }
        let rest = &self.text[start..];
        rest.char_indices()
            .nth(column.saturating_sub(1))
            .map_or(self.text.len(), |(at, _)| start + at)
    }
}

fn unreadable(path: &Path, name: &str, error: &io::Error) -> Finding {
    let new = |code, found: Text, expected: Text| Finding::new(name, (0, 0), code, found, expected);
    match error.kind() {
        io::ErrorKind::NotFound => {
            let meant = nearest_file(path);
            let expected = say!("真有的文件的路径", "the path of an existing file");
            new("no-such-file", say!("没有这个文件", "no such file"), expected).with_nearest(meant)
        }
        io::ErrorKind::PermissionDenied => new(
            "no-permission",
            say!("没有权限读这个文件", "a file that may not be read"),
            say!(
                "读取权限（请文件的主人开放）",
                "permission to read it (ask whoever owns the file)"
            ),
        ),
        _ => new(
            "unreadable",
            say!("文件读不出来：{error}", "a file that cannot be read: {error}"),
            say!("读得出来的文件", "a file that can be read"),
        ),
    }
}

fn nearest_file(path: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    nearest(wanted, names.iter().map(String::as_str))
}
