//! Which lines have been read, in this run or in earlier ones: kept in the data folder.
//!
//! A line is known by a mark made of everything that is read in it, so that an
//! edited line, or one with another name or number in it, counts as unread.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::say;
use crate::source::Text;

/// The file in the data folder.
const FILE: &str = "read-lines.txt";
/// The file's first line: what it is, and its version.
const HEAD: &str = "liyi-read-lines 1";
/// The most marks kept; beyond it the older half is forgotten. The scenarios
/// that come with Liyi have a few hundred lines each.
const MOST: usize = 40_000;
/// A file larger than this is something else.
const MAX_BYTES: u64 = 4 * 1024 * 1024;
/// Hexadecimal digits of a mark.
const DIGITS: usize = 16;

/// One line as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineMark(u64);

impl LineMark {
    /// The mark of a line of a scenario: who says it, and its words in both languages.
    pub fn of(scenario: &str, who: Option<&str>, text: &Text) -> LineMark {
        let mut digest = Sha256::new();
        for part in [scenario, who.unwrap_or_default(), &text.zh, &text.en] {
            // With its length, so that no two lines run together into the same.
            digest.update(part.len().to_le_bytes());
            digest.update(part.as_bytes());
        }
        let whole = digest.finalize();
        LineMark(whole.iter().take(8).fold(0, |mark, byte| mark << 8 | u64::from(*byte)))
    }
}

/// The lines that have been read.
#[derive(Debug, Default)]
pub struct ReadLines {
    path: PathBuf,
    known: BTreeSet<LineMark>,
    /// The same, oldest first.
    order: Vec<LineMark>,
    /// The file must be written anew before anything can be added to it.
    anew: bool,
    /// Writing has failed; it is not tried again.
    given_up: bool,
}

/// Why read lines could not be taken up or kept.
#[derive(Debug)]
pub enum ReadLinesError {
    Unreadable { path: PathBuf, why: io::Error },
    Broken { path: PathBuf, line: usize },
    Unwritable { path: PathBuf, why: io::Error },
}

impl ReadLinesError {
    /// What is wrong, and what follows from it.
    pub fn said(&self) -> Text {
        match self {
            ReadLinesError::Unreadable { path, why } => {
                let path = path.display();
                say!(
                    "已读的句子 {path} 读不出来（{why}），都当作没读过",
                    "the lines read before, in {path}, cannot be read ({why}); all count as unread"
                )
            }
            ReadLinesError::Broken { path, line } => {
                let path = path.display();
                say!(
                    "{path}:{line}:1：已读的句子看不懂了，从头记起",
                    "{path}:{line}:1: the lines read before cannot be made out; they are \
                     remembered afresh from now on"
                )
            }
            ReadLinesError::Unwritable { path, why } => {
                let path = path.display();
                say!(
                    "已读的句子存不到 {path}（{why}），关上以前仍然记得",
                    "the lines read cannot be kept in {path} ({why}); they are remembered until \
                     Liyi is closed"
                )
            }
        }
    }
}

impl ReadLines {
    /// Takes up what a data folder keeps. A file that cannot be understood counts
    /// as empty, and the complaint is to be shown.
    pub fn load(data: &Path) -> (ReadLines, Option<ReadLinesError>) {
        let path = data.join(FILE);
        let empty = || ReadLines { path: path.clone(), anew: true, ..ReadLines::default() };
        let text = match fs::metadata(&path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return (empty(), None),
            Ok(meta) if meta.len() > MAX_BYTES => {
                return (empty(), Some(ReadLinesError::Broken { path: path.clone(), line: 1 }));
            }
            _ => match fs::read_to_string(&path) {
                Ok(text) => text,
                Err(why) => {
                    let path = path.clone();
                    return (empty(), Some(ReadLinesError::Unreadable { path, why }));
                }
            },
        };
        match parse(&text) {
            Ok(order) => {
                let known = order.iter().copied().collect();
                // What was cut off in the middle of a mark is no line to add to.
                let anew = !text.ends_with('\n');
                (ReadLines { path, known, order, anew, given_up: false }, None)
            }
            Err(line) => (empty(), Some(ReadLinesError::Broken { path: path.clone(), line })),
        }
    }

    /// Whether a line has been read before.
    pub fn knows(&self, mark: LineMark) -> bool {
        self.known.contains(&mark)
    }

    /// How many lines are known.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Remembers a line, and keeps it.
    ///
    /// # Errors
    /// The file cannot be written; said once, and not tried again.
    pub fn add(&mut self, mark: LineMark) -> Result<(), ReadLinesError> {
        if !self.known.insert(mark) {
            return Ok(());
        }
        self.order.push(mark);
        if self.order.len() > MOST {
            for old in self.order.drain(..MOST / 2) {
                self.known.remove(&old);
            }
            self.anew = true;
        }
        if self.given_up {
            return Ok(());
        }
        self.write(mark).map_err(|why| {
            self.given_up = true;
            ReadLinesError::Unwritable { path: self.path.clone(), why }
        })
    }

    fn write(&mut self, mark: LineMark) -> io::Result<()> {
        if !self.anew {
            let mut file = fs::OpenOptions::new().append(true).open(&self.path)?;
            return file.write_all(line(mark).as_bytes());
        }
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut text = format!("{HEAD}\n");
        text.extend(self.order.iter().map(|mark| line(*mark)));
        // The old file stays whole until the new one is.
        let fresh = self.path.with_extension("new");
        fs::write(&fresh, text)?;
        fs::rename(&fresh, &self.path)?;
        self.anew = false;
        Ok(())
    }
}

fn line(mark: LineMark) -> String {
    let mut line = String::with_capacity(DIGITS + 1);
    // Writing to a string cannot fail.
    let _ = writeln!(line, "{:016x}", mark.0);
    line
}

/// The marks of a file, or the line that is none. A last line that was cut off
/// while it was written is left out.
fn parse(text: &str) -> Result<Vec<LineMark>, usize> {
    let mut lines = text.split('\n').enumerate();
    if lines.next().is_none_or(|(_, head)| head != HEAD) {
        return Err(1);
    }
    let mut marks = Vec::new();
    let last = text.matches('\n').count();
    for (place, line) in lines {
        let hex = line.len() == DIGITS && line.bytes().all(|b| b.is_ascii_hexdigit());
        match u64::from_str_radix(line, 16) {
            Ok(mark) if hex => marks.push(LineMark(mark)),
            _ if place == last && line.len() < DIGITS => {}
            _ => return Err(place + 1),
        }
    }
    Ok(marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(n: u64) -> LineMark {
        LineMark(n)
    }

    #[test]
    fn a_line_is_known_by_all_that_is_read_in_it() {
        let text = Text::new("您好", "Good morning");
        let of = |who, text: &Text| LineMark::of("s01", who, text);
        assert_eq!(of(Some("cen"), &text), of(Some("cen"), &text));
        let others = [
            of(None, &text),
            of(Some("gu"), &text),
            of(Some("cen"), &Text::new("您好！", "Good morning")),
            of(Some("cen"), &Text::new("您好", "Good morning!")),
            of(Some("cen您"), &Text::new("好", "Good morning")),
            LineMark::of("s02", Some("cen"), &text),
        ];
        let all: BTreeSet<LineMark> = others.into_iter().chain([of(Some("cen"), &text)]).collect();
        assert_eq!(all.len(), 7);
    }

    #[test]
    fn what_was_read_is_known_the_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("not/there/yet");
        let (mut lines, complaint) = ReadLines::load(&data);
        assert!(complaint.is_none() && lines.is_empty());
        for n in [7, u64::MAX, 7, 0] {
            lines.add(mark(n)).unwrap();
        }
        let (again, complaint) = ReadLines::load(&data);
        assert!(complaint.is_none(), "{complaint:?}");
        assert_eq!(again.len(), 3);
        assert!([7, u64::MAX, 0].into_iter().all(|n| again.knows(mark(n))));
        assert!(!again.knows(mark(1)));
    }

    #[test]
    fn a_file_cut_off_while_it_was_written_loses_one_line_at_most() {
        let folder = tempfile::tempdir().unwrap();
        let whole = format!("{HEAD}\n{}{}", line(mark(1)), line(mark(2)));
        for cut in HEAD.len() + 1..whole.len() {
            fs::write(folder.path().join(FILE), &whole[..cut]).unwrap();
            let (mut lines, complaint) = ReadLines::load(folder.path());
            assert!(complaint.is_none(), "{cut}: {complaint:?}");
            lines.add(mark(3)).unwrap();
            let (again, complaint) = ReadLines::load(folder.path());
            assert!(complaint.is_none(), "{cut}: {complaint:?}");
            assert!(again.knows(mark(3)), "{cut}");
            let kept = (cut - HEAD.len() - 1) / (DIGITS + 1);
            assert!(again.len() > kept, "{cut}: {} are left", again.len());
        }
    }

    #[test]
    fn a_broken_file_is_told_with_its_place_and_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        for (text, place) in [
            ("".to_owned(), 1),
            ("(lang: \"zh\")\n".to_owned(), 1),
            (format!("{HEAD}\n{}not a mark at all\n{}", line(mark(1)), line(mark(2))), 3),
            (format!("{HEAD}\n+123456789abcdef\n"), 2),
        ] {
            fs::write(&path, &text).unwrap();
            let (mut lines, complaint) = ReadLines::load(folder.path());
            match complaint {
                Some(ReadLinesError::Broken { line, .. }) => assert_eq!(line, place, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
            lines.add(mark(9)).unwrap();
            let (again, complaint) = ReadLines::load(folder.path());
            assert!(complaint.is_none() && again.len() == 1 && again.knows(mark(9)));
        }
        fs::write(&path, vec![0xD6, 0xD0]).unwrap();
        let complaint = ReadLines::load(folder.path()).1;
        assert!(matches!(complaint, Some(ReadLinesError::Unreadable { .. })), "{complaint:?}");
    }

    #[test]
    fn what_cannot_be_written_is_told_once_and_still_known() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a file, no folder");
        fs::write(&file, "").unwrap();
        let mut lines = ReadLines::load(&file.join("data")).0;
        let first = lines.add(mark(1));
        assert!(matches!(first, Err(ReadLinesError::Unwritable { .. })), "{first:?}");
        assert!(lines.add(mark(2)).is_ok());
        assert!(lines.knows(mark(1)) && lines.knows(mark(2)));
    }

    #[test]
    fn the_oldest_are_forgotten_beyond_the_bound() {
        let folder = tempfile::tempdir().unwrap();
        let mut text = format!("{HEAD}\n");
        text.extend((0..MOST as u64).map(|n| line(mark(n))));
        fs::write(folder.path().join(FILE), text).unwrap();
        let mut lines = ReadLines::load(folder.path()).0;
        assert_eq!(lines.len(), MOST);
        lines.add(mark(u64::MAX)).unwrap();
        let lines = ReadLines::load(folder.path()).0;
        assert_eq!(lines.len(), MOST / 2 + 1);
        assert!(!lines.knows(mark(0)) && lines.knows(mark(MOST as u64 - 1)));
        assert!(lines.knows(mark(u64::MAX)));
    }
}
