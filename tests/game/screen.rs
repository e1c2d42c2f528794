//! A virtual screen with Liyi's window on it.

#![allow(clippy::disallowed_methods, reason = "a test with a real window waits in real time")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// An X server of our own, and Liyi running on it.
pub(crate) struct VirtualScreen {
    server: Child,
    liyi: Child,
    display: String,
    /// Goes with the screen.
    data: tempfile::TempDir,
    pictures: PathBuf,
    log: PathBuf,
}

impl VirtualScreen {
    /// Starts an X server on a free display, and Liyi with these arguments on it.
    pub(crate) fn open(args: &[&str]) -> VirtualScreen {
        VirtualScreen::open_at_home(Path::new(env!("CARGO_MANIFEST_DIR")), args)
    }

    /// The same, with the assets and scenarios of this folder.
    pub(crate) fn open_at_home(home: &Path, args: &[&str]) -> VirtualScreen {
        let (server, display) = start_server();
        let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window");
        let log_name = format!("liyi{}.log", display.replace(':', "-"));
        fs::create_dir_all(&pictures).unwrap();
        let data = tempfile::tempdir().unwrap();
        let log = fs::File::create(pictures.join(&log_name)).unwrap();
        let liyi = Command::new(env!("CARGO_BIN_EXE_liyi"))
            .arg("--data")
            .arg(data.path())
            .args(args)
            .env("DISPLAY", &display)
            .env("LIYI_HOME", home)
            .env_remove("WAYLAND_DISPLAY")
            // Every frame leaves a word in the log, so that they can be counted.
            .env("RUST_LOG", "error,liyi::game::awake=trace")
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        VirtualScreen { server, liyi, display, data, log: pictures.join(log_name), pictures }
    }

    /// What stands in a file of the data folder.
    pub(crate) fn kept(&self, file: &str) -> String {
        fs::read_to_string(self.data.path().join(file)).unwrap_or_default()
    }

    fn tool(&self, program: &str, args: &[&str]) -> String {
        let output = Command::new(program)
            .args(args)
            .env("DISPLAY", &self.display)
            .output()
            .unwrap_or_else(|e| panic!("{program} is needed (scripts/test installs it): {e}"));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    fn window(&self) -> Option<String> {
        let found = self.tool("xdotool", &["search", "--onlyvisible", "--name", "Liyi"]);
        found.lines().next().map(str::to_owned)
    }

    fn title(&self) -> String {
        let window = self.window();
        window.map(|w| self.tool("xdotool", &["getwindowname", &w])).unwrap_or_default()
    }

    /// Waits until the window's title is as wanted.
    pub(crate) fn wait_for_title(&mut self, wanted: impl Fn(&str) -> bool, patience: Duration) {
        self.press_until(&[], wanted, patience);
    }

    /// Presses a key once.
    pub(crate) fn press(&self, key: &str) {
        if let Some(window) = self.window() {
            self.tool("xdotool", &["windowfocus", &window]);
            self.tool("xdotool", &["key", key]);
        }
    }

    /// Presses these keys one after another, again and again, until the
    /// window's title is as wanted.
    pub(crate) fn press_until(
        &mut self,
        keys: &[&str],
        wanted: impl Fn(&str) -> bool,
        patience: Duration,
    ) {
        let started = Instant::now();
        let mut next = keys.iter().cycle();
        loop {
            let title = self.title();
            if wanted(&title) {
                return;
            }
            if let Some(status) = self.liyi.try_wait().unwrap() {
                let log = fs::read_to_string(&self.log).unwrap_or_default();
                panic!("Liyi closed with {status} at “{title}”:\n{log}");
            }
            if started.elapsed() > patience {
                self.picture("stuck");
                panic!("still at “{title}” after {patience:?}; see {}", self.pictures.display());
            }
            if let (Some(key), Some(window)) = (next.next(), self.window()) {
                self.tool("xdotool", &["windowfocus", &window]);
                self.tool("xdotool", &["key", key]);
            }
            // One key that changes the page is given time to do so: pressed
            // again too soon it would change the next page too.
            let pause = if keys.len() == 1 { 8_000 } else { 250 };
            let pressed = Instant::now();
            while pressed.elapsed() < Duration::from_millis(pause) && !wanted(&self.title()) {
                thread::sleep(Duration::from_millis(100));
            }
        }
    }

    /// Presses one key.
    pub(crate) fn press_once(&self, key: &str) {
        if let Some(window) = self.window() {
            self.tool("xdotool", &["windowfocus", &window]);
            self.tool("xdotool", &["key", key]);
        }
    }

    /// Presses the left button at these places one after another, again and
    /// again, until the window's title is as wanted.
    pub(crate) fn click_until(
        &mut self,
        places: &[(u32, u32)],
        wanted: impl Fn(&str) -> bool,
        patience: Duration,
    ) {
        let started = Instant::now();
        for (x, y) in places.iter().cycle() {
            if wanted(&self.title()) {
                return;
            }
            if started.elapsed() > patience {
                self.picture("stuck-mouse");
                panic!("the mouse changed nothing; see {}", self.pictures.display());
            }
            self.tool("xdotool", &["mousemove", &x.to_string(), &y.to_string()]);
            // The pointer is seen over its place before the button goes down.
            thread::sleep(Duration::from_millis(500));
            self.tool("xdotool", &["click", "1"]);
            thread::sleep(Duration::from_millis(500));
        }
    }

    /// Waits until a part of the screen (left, top, width, height) is not what it
    /// is in an earlier picture; gives the picture it then is.
    pub(crate) fn wait_for_change(
        &self,
        name: &str,
        (left, top, width, height): (u32, u32, u32, u32),
        earlier: &Path,
        patience: Duration,
    ) -> PathBuf {
        let part = |picture: &Path| {
            let crop = format!("{width}x{height}+{left}+{top}");
            let args = ["-crop", &crop, "-depth", "8", "rgb:-"];
            let output = Command::new("convert").arg(picture).args(args).output();
            output.unwrap_or_else(|e| panic!("imagemagick is needed: {e}")).stdout
        };
        let was = part(earlier);
        let started = Instant::now();
        loop {
            let picture = self.picture(name);
            if part(&picture) != was {
                return picture;
            }
            assert!(started.elapsed() < patience, "{name}: nothing changed in {patience:?}");
        }
    }

    /// How many frames have been drawn so far.
    pub(crate) fn frames(&self) -> usize {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        log.lines().filter(|line| line.ends_with("a frame")).count()
    }

    /// Saves what is on the screen, and says where.
    pub(crate) fn picture(&self, name: &str) -> PathBuf {
        // What was pressed last comes to rest first.
        thread::sleep(Duration::from_millis(900));
        let path = self.pictures.join(format!("{name}.png"));
        self.tool("import", &["-window", "root", path.to_str().unwrap()]);
        path
    }
}

impl Drop for VirtualScreen {
    fn drop(&mut self) {
        let _ = self.liyi.kill();
        let _ = self.liyi.wait();
        // Asked to end, the server takes its lock along; a killed one would
        // leave it, and the display taken for ever.
        let asked = Command::new("kill").arg(self.server.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

/// An X server on a display of its own choosing: it takes the first that nobody
/// has, and says which.
fn start_server() -> (Child, String) {
    let mut server = Command::new("Xvfb")
        // Without -noreset it starts anew whenever its last client hangs up.
        .args(["-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|e| panic!("Xvfb is needed (scripts/test installs it): {e}"));
    let mut number = String::new();
    let said = BufReader::new(server.stdout.take().unwrap()).read_line(&mut number);
    let number = number.trim();
    assert!(said.is_ok() && !number.is_empty(), "Xvfb found no display for a virtual screen");
    (server, format!(":{number}"))
}

/// How many colours a picture has.
pub(crate) fn colours(picture: &Path) -> usize {
    let output = Command::new("identify")
        .args(["-format", "%k"])
        .arg(picture)
        .output()
        .unwrap_or_else(|e| panic!("imagemagick is needed (scripts/test installs it): {e}"));
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(0)
}
