//! Every screen's layout, without a window: nothing is cut off, covered or too small.
//!
//! The program walks past every stop of its own tour and looks at the rectangles
//! the layout has come to; where it finds fault it says so and exits with 1.

use std::path::Path;
use std::process::Command;

/// Walks past every stop in both languages, at text sizes 1 and 2 unless told another.
fn walk(name: &str, args: &[&str]) {
    let data = tempfile::tempdir().unwrap();
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("layout").join(name);
    let output = Command::new(env!("CARGO_BIN_EXE_liyi"))
        .arg("--data")
        .arg(data.path())
        .args(["tour", "--no-pictures", "--out"])
        .arg(&out)
        .args(args)
        .env("LIYI_HOME", env!("CARGO_MANIFEST_DIR"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}, see {}: {said}", out.display());
}

#[test]
fn a_small_screen_cuts_nothing_off() {
    walk("1280x720", &["--size", "1280x720"]);
}

#[test]
fn no_size_of_type_between_is_cut_off() {
    for scale in ["0.85", "1.25", "1.5", "1.75"] {
        walk(&format!("type-{scale}"), &["--size", "1280x720", "--text-scale", scale]);
    }
}

#[test]
fn a_laptop_cuts_nothing_off() {
    walk("1366x768", &["--size", "1366x768"]);
}

#[test]
fn a_full_screen_cuts_nothing_off() {
    walk("1920x1080", &["--size", "1920x1080"]);
}

#[test]
fn a_very_large_screen_cuts_nothing_off() {
    walk("3840x2160", &["--size", "3840x2160"]);
}

#[test]
fn the_projector_view_is_read_from_the_back_of_a_room() {
    walk("projector", &["--size", "1920x1080", "--projector"]);
}
