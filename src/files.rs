//! Where Liyi's own files are: its assets, its scenarios, and the player's data.

use std::env;
use std::path::{Path, PathBuf};

/// The folders a shell works with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Fonts, drawings, sounds, standards, locales.
    pub assets: PathBuf,
    /// Scenarios, and the house profiles in `profiles/`.
    pub scenarios: PathBuf,
    /// What is kept for the player.
    pub data: PathBuf,
}

/// Why the folders could not be found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FoldersError {
    #[error(
        "cannot find Liyi's `assets` and `scenarios` folders; looked in {}; start Liyi from its \
         own folder, or name that folder in the environment variable LIYI_HOME",
        looked.iter().map(|p| p.display().to_string()).collect::<Vec<_>>().join(", ")
    )]
    NoHome { looked: Vec<PathBuf> },
    #[error("this machine names no folder for application data; give one with --data DIR")]
    NoData,
}

impl Folders {
    /// Finds the folders: `LIYI_HOME`, then upwards from the working folder,
    /// then upwards from the program, then where it was built.
    ///
    /// # Errors
    /// [`FoldersError`] says where it looked and how to help.
    pub fn find(data: Option<PathBuf>) -> Result<Folders, FoldersError> {
        let home = home()?;
        let data = match data {
            Some(data) => data,
            None => directories::ProjectDirs::from("", "", "liyi")
                .ok_or(FoldersError::NoData)?
                .data_dir()
                .to_owned(),
        };
        Ok(Folders { assets: home.join("assets"), scenarios: home.join("scenarios"), data })
    }
}

fn home() -> Result<PathBuf, FoldersError> {
    let mut looked = Vec::new();
    let named = env::var_os("LIYI_HOME").map(PathBuf::from);
    let here = env::current_dir().ok();
    let program = env::current_exe().ok().and_then(|p| p.parent().map(Path::to_owned));
    let built = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    if let Some(named) = named {
        if is_home(&named) {
            return Ok(named);
        }
        looked.push(named);
    }
    for start in [here, program].into_iter().flatten() {
        if let Some(found) = start.ancestors().find(|dir| is_home(dir)) {
            return Ok(found.to_owned());
        }
        looked.push(start);
    }
    if is_home(&built) {
        return Ok(built);
    }
    looked.push(built);
    Err(FoldersError::NoHome { looked })
}

fn is_home(dir: &Path) -> bool {
    dir.join("assets/standards").is_dir() && dir.join("scenarios").is_dir()
}
