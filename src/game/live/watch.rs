//! A thread that looks after the authored files, and reads them anew when one was saved.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, SystemTime};

use crate::author::{Problem, problems};
use crate::files::Folders;
use crate::library::Library;
use crate::locale;
use crate::source::Finding;

use crate::game::theme::Locales;

/// How often the files are looked at. Asking for their times also works on
/// network drives and in containers, where the system reports no changes, and
/// outlives a folder that goes and comes back.
const EVERY: Duration = Duration::from_millis(200);
/// Files are read once nothing has changed for so long: half-written ones, and
/// several saved together, come to rest.
const REST: Duration = Duration::from_millis(150);
/// Whoever writes without end is read all the same after so many rests.
const MOST_RESTS: u32 = 10;
/// Columns of an author's line that are shown.
pub(super) const WIDEST: usize = 58;

/// What a file looked like: when it was written, how long it is, and on Unix
/// its number, which changes when another file takes its name.
type Print = (Option<SystemTime>, u64, u64);

/// Every authored file and what it looked like.
pub(super) type Seen = BTreeMap<PathBuf, Print>;

/// What a change of files came to.
#[derive(Debug)]
pub(super) struct Delivery {
    /// Everything authored, the last good version of what is broken.
    pub(super) library: Library,
    pub(super) locales: Locales,
    /// What is wrong, the file saved last first.
    pub(super) problems: Vec<Problem>,
    /// Which files were saved, made or removed.
    pub(super) files: Vec<PathBuf>,
}

/// What the thread begins with.
pub(super) struct Watch {
    pub(super) folders: Folders,
    pub(super) seen: Seen,
    pub(super) library: Library,
    pub(super) locales: Locales,
    /// What is wrong in the interface text.
    pub(super) wording: Vec<Finding>,
}

impl Watch {
    /// Starts the thread. It says what is wrong already, if anything is, and then
    /// delivers whenever a file has changed, until nobody listens any more.
    pub(super) fn start(self, to: Sender<Delivery>, wake: impl Fn() + Send + 'static) {
        // Without the thread there is no reloading; everything else works.
        let _ = thread::Builder::new().name("files".to_owned()).spawn(move || self.run(&to, &wake));
    }

    #[allow(clippy::disallowed_methods, reason = "a shell's thread that waits in real time")]
    fn run(mut self, to: &Sender<Delivery>, wake: &impl Fn()) {
        self.wording = locale::check(&self.folders.assets.join("locales"));
        let first = self.delivery(Vec::new());
        if !first.problems.is_empty() {
            if to.send(first).is_err() {
                return;
            }
            wake();
        }
        loop {
            thread::sleep(EVERY);
            let mut now = look(&self.folders);
            if now == self.seen {
                continue;
            }
            for _ in 0..MOST_RESTS {
                thread::sleep(rest_left(&self.seen, &now));
                let later = look(&self.folders);
                if later == now {
                    break;
                }
                now = later;
            }
            let files = changed(&self.seen, &now);
            self.seen = now;
            if files.is_empty() {
                continue;
            }
            self.library = self.library.renewed(&self.folders);
            if files.iter().any(|file| ends(file, "ftl")) {
                self.locales = self.locales.renewed(&self.folders.assets);
                self.wording = locale::check(&self.folders.assets.join("locales"));
            }
            let delivery = self.delivery(files);
            if to.send(delivery).is_err() {
                return;
            }
            wake();
        }
    }

    fn delivery(&self, files: Vec<PathBuf>) -> Delivery {
        let mut findings = self.library.findings.clone();
        findings.extend(self.wording.iter().cloned());
        findings.sort_by_key(|finding| std::cmp::Reverse(self.saved(finding)));
        Delivery {
            library: self.library.clone(),
            locales: self.locales.clone(),
            problems: problems(findings, WIDEST),
            files,
        }
    }

    fn saved(&self, finding: &Finding) -> Option<SystemTime> {
        self.seen.get(Path::new(&finding.file))?.0
    }
}

/// How much longer the files that have changed must lie still.
#[allow(clippy::disallowed_methods, reason = "compared with the times the files were written")]
fn rest_left(before: &Seen, now: &Seen) -> Duration {
    let written = changed(before, now).iter().map(|file| now.get(file)?.0).max().flatten();
    let lain = written.and_then(|at| SystemTime::now().duration_since(at).ok());
    REST.saturating_sub(lain.unwrap_or_default())
}

/// What differs.
fn changed(before: &Seen, now: &Seen) -> Vec<PathBuf> {
    let names: BTreeSet<&PathBuf> = before.keys().chain(now.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != now.get(*name)).cloned().collect()
}

pub(super) fn ends(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|e| e == ending)
}

/// Looks at every file that can be reloaded.
pub(super) fn look(folders: &Folders) -> Seen {
    let mut seen = Seen::new();
    let assets = &folders.assets;
    folder(&folders.scenarios, &["ron"], &mut seen);
    folder(&folders.scenarios.join("profiles"), &["ron"], &mut seen);
    folder(&assets.join("standards"), &["ron"], &mut seen);
    folder(&assets.join("stages"), &["ron", "svg"], &mut seen);
    folder(&assets.join("desk"), &["svg"], &mut seen);
    let characters = assets.join("characters");
    folder(&characters, &["ron", "svg"], &mut seen);
    for parent in [characters, assets.join("locales")] {
        for inside in entries(&parent).filter(|path| path.is_dir()) {
            folder(&inside, &["ron", "svg", "ftl"], &mut seen);
        }
    }
    seen
}

fn folder(dir: &Path, endings: &[&str], seen: &mut Seen) {
    for path in entries(dir).filter(|path| endings.iter().any(|ending| ends(path, ending))) {
        if let Ok(about) = fs::metadata(&path)
            && !about.is_dir()
        {
            let print = (about.modified().ok(), about.len(), number(&about));
            seen.insert(path, print);
        }
    }
}

fn entries(dir: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    fs::read_dir(dir).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()))
}

#[cfg(unix)]
fn number(about: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(about)
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> u64 {
    0
}
