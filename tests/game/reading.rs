//! Reading in the open window: lines that go on by themselves, looking back, going back.

use std::time::Duration;

use crate::screen::VirtualScreen;

/// Longer than a slow machine takes, drawing in software.
const PATIENCE: Duration = Duration::from_secs(240);

/// Where the line stands on the desk, and the head of the sheet that looks back.
const LINE: (u32, u32, u32, u32) = (70, 556, 1140, 70);
const HEAD: (u32, u32, u32, u32) = (200, 30, 500, 60);

#[test]
fn lines_go_on_by_themselves_and_one_looks_back_and_goes_back() {
    let mut screen = VirtualScreen::open(&["play", "s01-handshake-order", "--seed", "1"]);
    screen.wait_for_title(|title| title.contains("门外三十秒"), PATIENCE);
    // The people come on and the line stands still before it is watched.
    let first = screen.picture("reading-1-first");
    screen.press("a");
    screen.wait_for_change("reading-2-by-itself", LINE, &first, PATIENCE);
    screen.press("a");

    // The first question is answered, and its beat left behind.
    let clicks = [(640, 200), (614, 295)];
    screen.click_until(&clicks, |title| !title.contains("门外三十秒"), PATIENCE);

    // What was said is there to be read again, and Esc leads back to the play.
    let before = screen.picture("reading-3-before");
    screen.press("h");
    let open = screen.wait_for_change("reading-4-look-back", HEAD, &before, PATIENCE);
    screen.press("Escape");
    screen.wait_for_change("reading-5-after", HEAD, &open, PATIENCE);

    // Going back asks first; then the question stands there as it did.
    screen.press_until(&["r", "Tab", "Return"], |title| title.contains("门外三十秒"), PATIENCE);
    screen.picture("reading-6-gone-back");
    // And the run goes on from there.
    screen.click_until(&clicks, |title| !title.contains("门外三十秒"), PATIENCE);
}
