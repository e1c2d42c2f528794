//! `liyi figures`: contact sheets for who draws figures and uniforms.

use std::path::Path;
use std::process::ExitCode;

use liyi::files::Folders;

/// Draws the figures named, or all there are, each on a sheet of its own.
#[cfg(feature = "game")]
pub(super) fn run(folders: &Folders, names: &[String], out: &Path) -> Result<ExitCode, String> {
    use std::io::Write;

    std::fs::create_dir_all(out).map_err(|e| format!("{}: {e}", out.display()))?;
    let all = liyi::library::known(&folders.assets, []).figures.unwrap_or_default();
    let wanted: Vec<&String> =
        if names.is_empty() { all.iter().collect() } else { names.iter().collect() };
    for name in wanted {
        if !all.contains(name) {
            let nearest = liyi::source::nearest(name, all.iter().map(String::as_str));
            let hint = nearest.map(|n| format!("; did you mean `{n}`?")).unwrap_or_default();
            return Err(format!("there is no figure `{name}`{hint}"));
        }
        let file = out.join(format!("{name}.png"));
        liyi::game::figure_sheet(&folders.assets, name, &file)?;
        // A closed pipe is no reason to stop drawing.
        let _ = writeln!(std::io::stdout(), "{}", file.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// A build without the window has nothing to draw with.
#[cfg(not(feature = "game"))]
pub(super) fn run(_: &Folders, _: &[String], _: &Path) -> Result<ExitCode, String> {
    Err("this build of Liyi draws nothing; build it with the `game` feature".to_owned())
}
