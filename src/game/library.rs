//! Everything that was read from files when the window opened, for every screen.

use std::path::Path;
use std::sync::Arc;

use bevy::prelude::*;

use crate::files::Folders;
use crate::library::{self, DEFAULT_PROFILE};
use crate::scenario::Scenario;
use crate::source::Finding;
use crate::standard::Profile;

/// Scenarios, standards and profiles, and what was wrong with their files.
#[derive(Resource, Clone, Debug, Deref)]
pub(crate) struct Library(library::Library);

impl From<library::Library> for Library {
    fn from(library: library::Library) -> Library {
        Library(library)
    }
}

impl Library {
    pub(crate) fn load(folders: &Folders) -> Library {
        Library(library::Library::load(folders))
    }

    /// The scenario with this id.
    pub(crate) fn named(&self, id: &str) -> Option<&Arc<Scenario>> {
        self.scenarios.get(id)
    }

    /// The profile with this id; the usual one, or else any, where there is none.
    pub(crate) fn house(&self, id: &str) -> Option<&Arc<Profile>> {
        let named = self.profiles.get(id).or_else(|| self.profiles.get(DEFAULT_PROFILE));
        named.or_else(|| self.profiles.values().next())
    }

    /// Whether a broken file has a version from before, which serves meanwhile.
    pub(crate) fn has_version_of(&self, file: &str) -> bool {
        let id = file.strip_suffix(".ron").unwrap_or(file);
        self.scenarios.contains_key(id)
            || self.profiles.contains_key(id)
            || self.catalogue.domains().iter().any(|domain| domain.id == id)
    }

    /// What is wrong, file by file, in the order of the files.
    pub(crate) fn problems(&self) -> Vec<(String, Vec<&Finding>)> {
        let mut files: Vec<(String, Vec<&Finding>)> = Vec::new();
        for finding in &self.findings {
            let path = Path::new(&finding.file);
            let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into());
            match files.iter_mut().find(|(file, _)| *file == name) {
                Some((_, findings)) => findings.push(finding),
                None => files.push((name, vec![finding])),
            }
        }
        files.sort_by(|a, b| a.0.cmp(&b.0));
        files
    }
}
