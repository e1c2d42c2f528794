//! Everything authored, loaded and checked: standards, profiles and scenarios.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::files::Folders;
use crate::scenario::{self, Known, Scenario};
use crate::source::Finding;
use crate::standard::{Catalogue, Profile};

/// The profile used where none is chosen.
pub const DEFAULT_PROFILE: &str = "classroom";

/// What can be played, by which standards, in which houses.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub catalogue: Arc<Catalogue>,
    /// By id.
    pub profiles: BTreeMap<String, Arc<Profile>>,
    /// By id.
    pub scenarios: BTreeMap<String, Arc<Scenario>>,
    /// What is wrong in the files that could not be used.
    pub findings: Vec<Finding>,
}

impl Library {
    /// Loads every authored file. What is wrong stands in `findings`; what is
    /// right is usable all the same.
    pub fn load(folders: &Folders) -> Library {
        let mut library = Library::default();
        match Catalogue::load(&folders.assets.join("standards")) {
            Ok(catalogue) => library.catalogue = Arc::new(catalogue),
            Err(findings) => library.findings.extend(findings),
        }
        match Profile::load_all(&folders.scenarios.join("profiles")) {
            Ok(profiles) => {
                library.profiles =
                    profiles.into_iter().map(|p| (p.id.clone(), Arc::new(p))).collect();
            }
            Err(findings) => library.findings.extend(findings),
        }
        let known = known(&folders.assets, library.profiles.values().map(AsRef::as_ref));
        let (scenarios, findings) =
            scenario::load_all(&folders.scenarios, &library.catalogue, &known);
        library.findings.extend(findings);
        library.scenarios =
            scenarios.into_iter().map(|s| (s.id.clone(), Arc::new(s))).collect();
        library
    }

    /// The profile with this id, or the nearest name to suggest.
    ///
    /// # Errors
    /// A sentence that names what there is.
    pub fn profile(&self, id: &str) -> Result<&Arc<Profile>, String> {
        find(&self.profiles, id, "profile")
    }

    /// The scenario with this id.
    ///
    /// # Errors
    /// A sentence that names the nearest id, or says what is wrong in its file.
    pub fn scenario(&self, id: &str) -> Result<&Arc<Scenario>, String> {
        let file = format!("{id}.ron");
        let broken: Vec<String> = self
            .findings
            .iter()
            .filter(|f| Path::new(&f.file).file_name().is_some_and(|name| name == file.as_str()))
            .map(ToString::to_string)
            .collect();
        if !broken.is_empty() && !self.scenarios.contains_key(id) {
            return Err(format!("the scenario `{id}` cannot be played:\n{}", broken.join("\n")));
        }
        find(&self.scenarios, id, "scenario")
    }
}

fn find<'a, T>(map: &'a BTreeMap<String, T>, id: &str, what: &str) -> Result<&'a T, String> {
    map.get(id).ok_or_else(|| {
        let nearest = crate::source::nearest(id, map.keys().map(String::as_str));
        let hint = nearest.map(|n| format!("; did you mean `{n}`?")).unwrap_or_default();
        let all: Vec<&str> = map.keys().map(String::as_str).collect();
        format!("there is no {what} `{id}`{hint} (there are: {})", all.join(", "))
    })
}

/// What scenarios may refer to beside themselves.
pub fn known<'a>(assets: &Path, profiles: impl IntoIterator<Item = &'a Profile>) -> Known {
    Known {
        figures: Some(names(&assets.join("characters"), "")),
        stages: Some(names(&assets.join("stages"), ".svg")),
        sounds: Some(names(&assets.join("sounds"), ".wav")),
        ..Known::default()
    }
    .with_profiles(profiles)
}

/// The names in a folder that end so, without the ending; with no ending, its folders.
fn names(dir: &Path, ending: &str) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(dir) else { return BTreeSet::new() };
    entries
        .filter_map(Result::ok)
        .filter(|entry| !ending.is_empty() || entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(ending).map(str::to_owned))
        .collect()
}
