//! The real window on a virtual screen, played with real key presses.
#![cfg(all(feature = "game", target_os = "linux"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod idle;
mod layout;
mod live;
mod reading;
mod screen;

use std::time::Duration;

use screen::VirtualScreen;

/// Longer than any run takes, even on a slow machine drawing in software.
const PATIENCE: Duration = Duration::from_secs(300);

/// Plays from the title to the debrief by keyboard alone: Enter goes on and
/// gives the answer that is ready, digits press whatever is numbered.
#[test]
fn a_new_hire_plays_one_scenario_by_keyboard_from_the_title_to_the_debrief() {
    let mut screen = VirtualScreen::open(&[]);
    screen.wait_for_title(|title| title.contains("礼仪 Liyi"), PATIENCE);
    screen.picture("1-title");
    // Start, the first scenario, and begin.
    screen.press_until(&["Return"], |title| title.contains("情景列表"), PATIENCE);
    screen.picture("2-scenarios");
    screen.press_until(&["1"], |title| title.contains("先伸手的人 · 说明"), PATIENCE);
    screen.picture("3-briefing");
    screen.press_until(&["Return"], |title| title.contains("先伸手的人 · 门外"), PATIENCE);
    // Enter after each digit: a press too soon after a question comes up is none.
    let blind: Vec<&str> = (1..=9).flat_map(|n| ["Return", &"123456789"[n - 1..n]]).collect();
    screen.press_until(
        &blind,
        |title| title.contains("悬着的手") || title.contains("复盘"),
        PATIENCE,
    );
    screen.picture("4-play");
    screen.press_until(&blind, |title| title.contains("复盘"), PATIENCE);
    // What is shown has been kept.
    let kept = screen.kept("attempts.jsonl");
    assert_eq!(kept.lines().count(), 1, "{kept}");
    assert!(kept.contains("s01-handshake-order") && kept.ends_with("}\n"), "{kept}");
    let debrief = screen.picture("5-debrief");
    assert!(screen::colours(&debrief) > 50, "the debrief's picture is all but empty");
}

/// Plays the first question by mouse alone: presses on the stage go on, and the
/// tag in the picture answers.
#[test]
fn the_mouse_alone_goes_on_and_answers() {
    let mut screen = VirtualScreen::open(&["play", "s01-handshake-order", "--seed", "1"]);
    screen.wait_for_title(|title| title.contains("门外三十秒"), PATIENCE);
    // The corridor's opening lines, then the napkin under the cup.
    let (stage, napkin) = ((640, 200), (614, 295));
    let clicks = [stage, stage, stage, stage, stage, stage, napkin];
    screen.click_until(&clicks, |title| !title.contains("门外三十秒"), PATIENCE);
    screen.picture("mouse");
}

/// Looks a standard up by the initials of its pinyin, goes to the briefing of
/// a scenario that tests it, and back the same way.
#[test]
fn initials_lead_to_a_standard_and_on_to_its_scenario_and_esc_leads_back() {
    let mut screen = VirtualScreen::open(&[]);
    screen.wait_for_title(|title| title.contains("礼仪 Liyi"), PATIENCE);
    screen.press_until(&["Tab", "Return"], |title| title.contains("查标准"), PATIENCE);
    let onward = ["m", "p", "Return", "Tab", "Return"];
    screen.press_until(&onward, |title| title.contains("人手一张 · 说明"), PATIENCE);
    screen.press_until(&["Escape"], |title| title.contains("查标准"), PATIENCE);
    let found = screen.picture("6-standards");
    assert!(screen::colours(&found) > 50, "the picture of the standards is all but empty");
    screen.press_until(&["Escape"], |title| title.starts_with("礼仪 Liyi"), PATIENCE);
}
