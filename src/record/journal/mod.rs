//! The attempts kept in the data folder: one file, one JSON document a line, written at its end only.
//!
//! A line is written in one piece under the file's lock and is on the disk before
//! [`Journal::keep`] returns, so that several windows may write to one folder and a
//! power cut costs at most the line at hand. Nothing that is in the file is ever
//! changed: a line that cannot be read is passed over and counted.

mod error;
mod line;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::attempt::Attempt;
use crate::say;
use crate::source::Text;

pub use error::JournalError;
use line::Unread;
pub(super) use line::id_of;

/// The file in the data folder.
pub const FILE: &str = "attempts.jsonl";
/// The most that is read of it: the latest attempts, several hundred of them.
const MOST: u64 = 8 * 1024 * 1024;
/// How often a file that another program holds is asked for, and how long apart.
const ASKED: u32 = 40;
const APART: Duration = Duration::from_millis(50);

/// What is kept in one data folder, as far as it has been read.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    path: PathBuf,
    /// Oldest first.
    attempts: Vec<Attempt>,
    /// How far the file has been read.
    read_to: u64,
    /// Whether there is more in the file than was read, before what was.
    pub has_older: bool,
    /// Lines that cannot be read.
    pub broken: usize,
    /// Lines that a later Liyi has written.
    pub newer: usize,
}

impl Journal {
    /// The journal of a data folder, not read yet.
    pub fn of(data: &Path) -> Journal {
        Journal { path: data.join(FILE), ..Journal::default() }
    }

    /// Everything that was read, oldest first.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// What to tell of lines that could not be read; nothing where all could.
    pub fn complaint(&self) -> Option<Text> {
        let (path, broken, newer) = (self.path.display(), self.broken, self.newer);
        if broken > 0 {
            let lines = if broken == 1 { "line" } else { "lines" };
            return Some(say!(
                "演练记录 {path} 里有 {broken} 行读不出来，跳过了，别的都在；不用处理，文件没有动",
                "{broken} {lines} of the kept runs in {path} cannot be read and were passed over; \
                 the others are all there, and there is nothing to do"
            ));
        }
        let lines = if newer == 1 { "line" } else { "lines" };
        (newer > 0).then(|| {
            say!(
                "演练记录 {path} 里有 {newer} 行是更新的礼仪程序写的，这里读不了；换用新版就能看到",
                "{newer} {lines} of the kept runs in {path} were written by a later Liyi; use that \
                 version to see them"
            )
        })
    }

    /// Reads what has come to the file since it was last read.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub fn refresh(&mut self) -> Result<(), JournalError> {
        match fs::metadata(&self.path) {
            Err(e) if e.kind() == ErrorKind::NotFound => {
                *self = Journal { path: std::mem::take(&mut self.path), ..Journal::default() };
                return Ok(());
            }
            Ok(meta) if !meta.is_file() => {
                return Err(JournalError::NotAFile { path: self.path.clone() });
            }
            Ok(_) | Err(_) => {}
        }
        self.read_on().map_err(|why| JournalError::Unreadable { path: self.path.clone(), why })
    }

    fn read_on(&mut self) -> io::Result<()> {
        let mut file = File::open(&self.path)?;
        let length = file.metadata()?.len();
        if length < self.read_to {
            // Somebody has cut it or put another in its place.
            *self = Journal { path: std::mem::take(&mut self.path), ..Journal::default() };
        }
        let mut from = self.read_to;
        let skips = length - from > MOST;
        if skips {
            from = length - MOST;
            self.has_older = true;
        }
        file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        file.take(MOST).read_to_end(&mut bytes)?;
        let mut rest = bytes.as_slice();
        if skips {
            // The first line may have lost its beginning.
            let end = rest.iter().position(|b| *b == b'\n').map_or(rest.len(), |end| end + 1);
            rest = &rest[end..];
        }
        let read = self.take(rest);
        self.read_to = from + (bytes.len() - rest.len() + read) as u64;
        Ok(())
    }

    /// Takes in whole lines; gives how many bytes need not be read again.
    fn take(&mut self, bytes: &[u8]) -> usize {
        let mut read = 0;
        for line in bytes.split_inclusive(|b| *b == b'\n') {
            let whole = line.ends_with(b"\n");
            if line.iter().all(u8::is_ascii_whitespace) {
                read += if whole { line.len() } else { 0 };
                continue;
            }
            match line::read(line) {
                Ok(attempt) => self.attempts.push(attempt),
                // Perhaps another window is writing it at this moment; if it is
                // torn, the next attempt ends it and it is counted then.
                Err(_) if !whole => break,
                Err(Unread::Broken) => self.broken += 1,
                Err(Unread::Newer) => self.newer += 1,
            }
            read += line.len();
        }
        read
    }

    /// Puts an attempt at the end of the file. When this returns, it is on the disk.
    ///
    /// # Errors
    /// It could not be written; then the file is as it was.
    pub fn keep(&self, attempt: &Attempt) -> Result<(), JournalError> {
        let path = || self.path.clone();
        let error = |why: io::Error| match why.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                JournalError::Full { path: path() }
            }
            _ => JournalError::Unwritable { path: path(), why },
        };
        let fresh = match fs::metadata(&self.path) {
            Ok(meta) if !meta.is_file() => return Err(JournalError::NotAFile { path: path() }),
            Ok(_) => false,
            Err(_) => true,
        };
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(error)?;
        let mut options = OpenOptions::new();
        let file = options.read(true).append(true).create(true).open(&self.path).map_err(error)?;
        let locked = lock(&file).map_err(error)?;
        let Some(locked) = locked else { return Err(JournalError::Held { path: path() }) };
        append(&file, attempt, locked).map_err(error)?;
        if fresh {
            // The file's name is kept with its folder, where folders can be synced.
            let _ = File::open(folder).and_then(|folder| folder.sync_all());
        }
        Ok(())
    }
}

/// Whether the file is now ours alone; `None` while somebody else has it.
fn lock(file: &File) -> io::Result<Option<bool>> {
    for _ in 0..ASKED {
        match file.try_lock() {
            Ok(()) => return Ok(Some(true)),
            Err(TryLockError::WouldBlock) => thread::sleep(APART),
            // A file system without locks: one write at the end must do.
            Err(TryLockError::Error(why)) if why.kind() == ErrorKind::Unsupported => {
                return Ok(Some(false));
            }
            Err(TryLockError::Error(why)) => return Err(why),
        }
    }
    Ok(None)
}

fn append(mut file: &File, attempt: &Attempt, locked: bool) -> io::Result<()> {
    let length = file.metadata()?.len();
    let mut line = line::write(attempt);
    line.push('\n');
    if length > 0 {
        let mut last = [0];
        file.seek(SeekFrom::Start(length - 1))?;
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            // What was torn there stays, on a line of its own.
            line.insert(0, '\n');
        }
    }
    let written = file.write_all(line.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() && locked {
        // Half a line helps nobody; nobody else can have written meanwhile.
        let _ = file.set_len(length);
    }
    written
}
