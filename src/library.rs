//! Everything authored, loaded and checked: standards, profiles and scenarios.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
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
    /// Where the house profiles stand.
    houses: PathBuf,
}

impl Library {
    /// Loads every authored file. What is wrong stands in `findings`; what is
    /// right is usable all the same.
    pub fn load(folders: &Folders) -> Library {
        let mut library = Library::default();
        let (catalogue, findings) = Catalogue::load(&folders.assets.join("standards"));
        library.catalogue = Arc::new(catalogue);
        library.findings.extend(findings);
        library.houses = folders.scenarios.join("profiles");
        let (profiles, findings) = Profile::load_all(&library.houses);
        library.profiles = profiles.into_iter().map(|p| (p.id.clone(), Arc::new(p))).collect();
        library.findings.extend(findings);
        let known = known(&folders.assets, library.profiles.values().map(AsRef::as_ref));
        let (scenarios, findings) =
            scenario::load_all(&folders.scenarios, &library.catalogue, &known);
        library.findings.extend(findings);
        library.scenarios = scenarios.into_iter().map(|s| (s.id.clone(), Arc::new(s))).collect();
        library
    }

    /// The profile with this id, or in this file: a name that ends in `.ron`
    /// is a company's own profile, based on one beside it or on a house's.
    ///
    /// # Errors
    /// A sentence that names what there is, or what is wrong in the file.
    pub fn profile(&self, id: &str) -> Result<Arc<Profile>, String> {
        let path = Path::new(id);
        if path.extension().is_some_and(|e| e == "ron") {
            let profile = Profile::load_own(path, &[&self.houses]);
            return profile.map(Arc::new).map_err(|findings| unusable("profile", id, &findings));
        }
        let broken = self.findings_on(id, |folder| folder == self.houses);
        if !broken.is_empty() && !self.profiles.contains_key(id) {
            return Err(unusable("profile", id, &broken));
        }
        find(&self.profiles, id, "profile").cloned()
    }

    /// The scenario with this id.
    ///
    /// # Errors
    /// A sentence that names the nearest id, or says what is wrong in its file.
    pub fn scenario(&self, id: &str) -> Result<&Arc<Scenario>, String> {
        let broken = self.findings_on(id, |folder| folder != self.houses);
        if !broken.is_empty() && !self.scenarios.contains_key(id) {
            return Err(unusable("scenario", id, &broken));
        }
        find(&self.scenarios, id, "scenario")
    }

    /// What is wrong in the file of this id, in a folder that fits.
    fn findings_on(&self, id: &str, folder: impl Fn(&Path) -> bool) -> Vec<Finding> {
        let name = format!("{id}.ron");
        let is_its = |finding: &&Finding| {
            let path = Path::new(&finding.file);
            path.file_name().is_some_and(|file| file == name.as_str())
                && path.parent().is_some_and(&folder)
        };
        self.findings.iter().filter(is_its).cloned().collect()
    }
}

fn unusable(what: &str, id: &str, findings: &[Finding]) -> String {
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    format!("the {what} `{id}` cannot be used:\n{}", lines.join("\n"))
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
