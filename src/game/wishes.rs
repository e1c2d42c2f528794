//! What the system knows of the player before they have chosen anything: whether things may move.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Whether the player has asked the system for less movement; `None` where it
/// does not say.
pub(super) fn reduced_motion() -> Option<bool> {
    if cfg!(target_os = "linux") {
        gnome().or_else(kde)
    } else if cfg!(target_os = "macos") {
        let said = answer("defaults", &["read", "com.apple.universalaccess", "reduceMotion"])?;
        Some(said.trim() == "1")
    } else if cfg!(target_os = "windows") {
        let key = r"HKCU\Control Panel\Desktop\WindowMetrics";
        let said = answer("reg", &["query", key, "/v", "MinAnimate"])?;
        Some(said.split_whitespace().next_back() == Some("0"))
    } else {
        None
    }
}

/// GNOME and the desktops that keep its settings.
fn gnome() -> Option<bool> {
    let said = answer("gsettings", &["get", "org.gnome.desktop.interface", "enable-animations"])?;
    still(&said)
}

/// What `gsettings` says of animations.
fn still(said: &str) -> Option<bool> {
    match said.trim() {
        "false" => Some(true),
        "true" => Some(false),
        _ => None,
    }
}

/// KDE's file: how long its animations take, 0 for not at all.
fn kde() -> Option<bool> {
    let folder = std::env::var_os("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".config")))?;
    unmoved(&std::fs::read_to_string(folder.join("kdeglobals")).ok()?)
}

/// What `kdeglobals` says of animations.
fn unmoved(file: &str) -> Option<bool> {
    let line =
        file.lines().find_map(|line| line.trim().strip_prefix("AnimationDurationFactor="))?;
    line.trim().parse::<f64>().ok().map(|factor| factor == 0.0)
}

/// What a program of the system writes; `None` if there is none or it fails.
fn answer(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_desktops_say_of_movement_is_understood() {
        assert_eq!(still("false\n"), Some(true));
        assert_eq!(still("true\n"), Some(false));
        assert_eq!(still(""), None);
        assert_eq!(unmoved("[KDE]\nAnimationDurationFactor=0\n"), Some(true));
        assert_eq!(unmoved("[KDE]\nAnimationDurationFactor=0.5\n"), Some(false));
        assert_eq!(unmoved("[General]\nname=x\n"), None);
        assert_eq!(answer("no-such-program-anywhere", &[]), None);
    }
}
