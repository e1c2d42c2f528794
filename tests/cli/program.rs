//! Runs the program in a data folder of its own, and homes to run it in.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The four scenarios by id.
pub(crate) const SCENARIOS: [&str; 4] = [
    "s01-handshake-order",
    "s02-business-card-exchange",
    "s03-fourth-ring",
    "s04-calming-a-complaint",
];

/// A folder or file of this repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// How a run of the program ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// It ended well; gives what it printed.
    pub(crate) fn well(self) -> String {
        assert_eq!(self.code, Some(0), "{}\n{}", self.out, self.err);
        self.out
    }

    /// It ended with exit 1 and said why, on either channel.
    pub(crate) fn refused(self) -> String {
        assert_eq!(self.code, Some(1), "{}\n{}", self.out, self.err);
        format!("{}{}", self.out, self.err)
    }
}

/// A home of Liyi's, and a data folder.
pub(crate) struct Place {
    pub(crate) home: PathBuf,
    folder: TempDir,
}

impl Place {
    /// The repository as the home.
    pub(crate) fn shipped() -> Place {
        Place { home: repository(""), folder: tempfile::tempdir().unwrap() }
    }

    /// A copy of what is authored, to be broken. Of figures and sounds only
    /// the names are there.
    pub(crate) fn copied() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("home");
        for (from, kept) in [
            ("assets/standards", true),
            ("assets/locales", true),
            ("assets/characters", false),
            ("assets/desk", false),
            ("assets/stages", true),
            ("assets/sounds", false),
            ("scenarios", true),
        ] {
            copy(&repository(from), &home.join(from), kept);
        }
        Place { home, folder }
    }

    /// The same for somebody who has chosen English.
    pub(crate) fn english(self) -> Place {
        let data = self.folder().join("data");
        fs::create_dir(&data).unwrap();
        fs::write(data.join("settings.ron"), "(lang: \"en\")").unwrap();
        self
    }

    /// A folder beside the home, for what the test writes.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a scenario file; gives its path.
    pub(crate) fn scenario(&self, id: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.home.join("scenarios").join(format!("{id}.ron"));
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Runs the program with nothing typed.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.typed(args, "")
    }

    /// Runs the program with something typed. It must never panic.
    pub(crate) fn typed(&self, args: &[&str], typed: impl AsRef<[u8]>) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_liyi"))
            .args(args)
            .arg("--data")
            .arg(self.folder().join("data"))
            .env("LIYI_HOME", &self.home)
            .env("COLUMNS", "80")
            .current_dir(self.folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that ends before it has read everything is no fault.
        let _ = child.stdin.take().unwrap().write_all(typed.as_ref());
        let output = child.wait_with_output().unwrap();
        let ran = Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        assert!(!ran.err.contains("panicked"), "{args:?}\n{}", ran.err);
        assert_ne!(ran.code, Some(101), "{args:?}");
        assert_ne!(ran.code, None, "{args:?} was killed");
        ran
    }

    /// Runs the program and reads the one JSON document that it prints.
    pub(crate) fn json(&self, args: &[&str]) -> serde_json::Value {
        let ran = self.run(args);
        assert_eq!(ran.err, "", "{args:?}");
        serde_json::from_str(&ran.out).unwrap()
    }
}

fn copy(from: &Path, to: &Path, kept: bool) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let from = entry.unwrap().path();
        let to = to.join(from.file_name().unwrap());
        if from.is_dir() {
            copy(&from, &to, kept);
        } else if kept {
            fs::copy(&from, &to).unwrap();
        } else {
            fs::write(&to, "").unwrap();
        }
    }
}
