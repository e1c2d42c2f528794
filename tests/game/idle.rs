//! An idle screen draws nothing: frames are counted while nobody does anything.

#![allow(clippy::disallowed_methods, reason = "a test with a real window waits in real time")]

use std::thread;
use std::time::{Duration, Instant};

use crate::screen::VirtualScreen;

/// Longer than a slow machine takes to open the window.
const PATIENCE: Duration = Duration::from_secs(120);
/// For so long nothing may be drawn.
const STILL: Duration = Duration::from_secs(4);

/// Waits until no frame is drawn for a while; fails when that does not come.
fn wait_until_still(screen: &VirtualScreen, patience: Duration) {
    let started = Instant::now();
    loop {
        let before = screen.frames();
        thread::sleep(STILL);
        let drawn = screen.frames() - before;
        // A window that has only just come up has told of no frame yet.
        if drawn == 0 && before > 0 {
            return;
        }
        assert!(started.elapsed() < patience, "still {drawn} frames in {STILL:?}");
    }
}

#[test]
fn an_idle_title_draws_nothing() {
    let mut screen = VirtualScreen::open(&[]);
    screen.wait_for_title(|title| title.contains("礼仪 Liyi"), PATIENCE);
    wait_until_still(&screen, PATIENCE);
}

/// People breathe for twenty seconds after the last event, a few frames a second;
/// then nothing is drawn until somebody does something.
#[test]
fn an_idle_play_screen_dozes_and_then_draws_nothing() {
    let mut screen = VirtualScreen::open(&["play", "s01-handshake-order", "--seed", "1"]);
    screen.wait_for_title(|title| title.contains("门外三十秒"), PATIENCE);
    // The lips and whoever walked in come to rest first.
    thread::sleep(Duration::from_secs(9));
    let before = screen.frames();
    thread::sleep(STILL);
    let dozing = screen.frames() - before;
    let most = 12 * usize::try_from(STILL.as_secs()).unwrap();
    assert!(dozing <= most, "{dozing} frames in {STILL:?} while people only breathe");
    wait_until_still(&screen, Duration::from_secs(60));
    // It is asleep, not dead: the next key is answered.
    let asleep = screen.frames();
    screen.press_once("Tab");
    thread::sleep(Duration::from_secs(2));
    assert!(screen.frames() > asleep, "a key draws no frame");
}
