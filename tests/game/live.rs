//! Files edited while the window is open: seen at once, and a mistake does not stop the play.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::screen::VirtualScreen;

const SCENARIO: &str = "scenarios/s01-handshake-order.ron";
/// Longer than a slow machine takes to open the window.
const PATIENCE: Duration = Duration::from_secs(60);
/// A save is seen within a second; the rest is for a machine that does much else.
const AT_ONCE: Duration = Duration::from_secs(5);

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

#[test]
fn a_saved_file_is_seen_in_the_open_window_and_a_broken_one_is_told_of() {
    let home = tempfile::tempdir().unwrap();
    for folder in ["assets", "scenarios"] {
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &home.path().join(folder));
    }
    let path = home.path().join(SCENARIO);
    let good = fs::read_to_string(&path).unwrap();
    // By way of another file and a rename, as many editors save.
    let save = |text: &str| {
        let beside = path.with_extension("tmp");
        fs::write(&beside, text).unwrap();
        fs::rename(&beside, &path).unwrap();
    };
    let args = ["play", "s01-handshake-order", "--seed", "1"];
    let mut screen = VirtualScreen::open_at_home(home.path(), &args);
    screen.wait_for_title(|title| title.contains("门外三十秒"), PATIENCE);
    let whole = screen.picture("live-1-whole");

    // Other words are seen at once, at the same place.
    let other = good.replace("门外三十秒", "门外一分钟");
    save(&other);
    screen.wait_for_title(|title| title.contains("门外一分钟"), AT_ONCE);
    screen.picture("live-2-other-words");

    // A mistake opens the panel; the last good version stays in play.
    save(&other.replace("门外一分钟", "门外两分钟").replacen("minutes:", "minuets:", 1));
    let broken = screen.wait_for_change("live-3-broken", (1000, 300, 200, 100), &whole, AT_ONCE);
    screen.wait_for_title(|title| title.contains("门外一分钟"), AT_ONCE);

    // Mended, the panel goes, and the words that were saved are there.
    save(&other.replace("门外一分钟", "门外两分钟"));
    screen.wait_for_title(|title| title.contains("门外两分钟"), AT_ONCE);
    screen.wait_for_change("live-4-mended", (1000, 300, 200, 100), &broken, AT_ONCE);
}
