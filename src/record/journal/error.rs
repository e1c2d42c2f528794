//! What can go wrong with the journal, in words for the person at the machine.

use std::io;
use std::path::PathBuf;

use crate::say;
use crate::source::Text;

/// Why an attempt was not kept, or the journal not read.
#[derive(Debug)]
pub enum JournalError {
    /// The disk, or what this player may use of it, is full.
    Full {
        path: PathBuf,
    },
    /// Something else stands where the file should be.
    NotAFile {
        path: PathBuf,
    },
    /// Another program has held the file for seconds.
    Held {
        path: PathBuf,
    },
    Unwritable {
        path: PathBuf,
        why: io::Error,
    },
    Unreadable {
        path: PathBuf,
        why: io::Error,
    },
}

impl JournalError {
    /// What is wrong, and what to do.
    pub fn said(&self) -> Text {
        match self {
            JournalError::Full { path } => {
                let path = path.display();
                say!(
                    "磁盘满了，这一遍没能存进 {path}。腾出空间，再存一次；以前的记录都在",
                    "the disk is full: this run could not be kept in {path}; make room and keep it \
                     again; what was kept before is all there"
                )
            }
            JournalError::NotAFile { path } => {
                let path = path.display();
                say!(
                    "{path} 不是文件，演练记录没处存。把它移开，再存一次",
                    "{path} is not a file, so runs cannot be kept; move it away and keep the run \
                     again"
                )
            }
            JournalError::Held { path } => {
                let path = path.display();
                say!(
                    "别的程序一直占着 {path}，这一遍没能存进去。关掉那个程序，再存一次",
                    "another program holds {path}, so this run could not be kept; close it and keep \
                     the run again"
                )
            }
            JournalError::Unwritable { path, why } => {
                let path = path.display();
                say!(
                    "这一遍没能存进 {path}（{why}）。让这个文件夹可以写入，再存一次；也可以用 --data 换一个文件夹",
                    "this run could not be kept in {path} ({why}); make the folder writable and keep \
                     the run again, or give another folder with --data"
                )
            }
            JournalError::Unreadable { path, why } => {
                let path = path.display();
                say!(
                    "以前的演练记录 {path} 读不出来（{why}），先不显示；文件没有动",
                    "the runs kept in {path} cannot be read ({why}) and are not shown; the file was \
                     left as it is"
                )
            }
        }
    }
}
