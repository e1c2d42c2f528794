//! Everything authored, loaded and checked: standards, profiles and scenarios.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::files::Folders;
use crate::say;
use crate::scenario::{self, Known, Scenario};
use crate::source::{Finding, Lang, SourceFile, Text};
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
    /// What the scenarios may refer to.
    known: Known,
}

impl Library {
    /// Loads every authored file. What is wrong stands in `findings`; what is
    /// right is usable all the same.
    pub fn load(folders: &Folders) -> Library {
        Library::default().renewed(folders)
    }

    /// Everything read anew, after an edit. What is broken now stays as it was
    /// last; what is gone is gone; what has not changed is the same [`Arc`].
    #[must_use]
    pub fn renewed(&self, folders: &Folders) -> Library {
        let (catalogue, mut findings) = self.renewed_catalogue(&folders.assets.join("standards"));
        let houses = folders.scenarios.join("profiles");
        let (profiles, more) = self.renewed_profiles(&houses);
        findings.extend(more);
        findings.extend(scenario::places(&folders.assets.join("stages")).1);
        let known = known(&folders.assets, profiles.values().map(AsRef::as_ref));
        let mut library =
            Library { catalogue, profiles, scenarios: BTreeMap::new(), findings, houses, known };
        library.renew_scenarios(self, &folders.scenarios);
        library
    }

    fn renewed_catalogue(&self, dir: &Path) -> (Arc<Catalogue>, Vec<Finding>) {
        let (catalogue, findings) = Catalogue::load(dir);
        // Without the folder, or the list of documents in it, nothing is as it was meant.
        let all = |finding: &Finding| {
            let file = Path::new(&finding.file);
            file == dir || file.ends_with(Catalogue::DOCUMENTS)
        };
        if findings.iter().any(all) && self.catalogue.iter().next().is_some() {
            return (Arc::clone(&self.catalogue), findings);
        }
        let broken = findings.iter().filter_map(|finding| stem(Path::new(&finding.file))).collect();
        let catalogue = catalogue.over(&self.catalogue, &broken);
        let same = catalogue == *self.catalogue;
        (if same { Arc::clone(&self.catalogue) } else { Arc::new(catalogue) }, findings)
    }

    fn renewed_profiles(&self, dir: &Path) -> (BTreeMap<String, Arc<Profile>>, Vec<Finding>) {
        let (good, findings) = Profile::load_all(dir);
        let mut profiles = BTreeMap::new();
        for profile in good {
            let before = self.profiles.get(&profile.id).filter(|before| ***before == profile);
            let kept = before.map_or_else(|| Arc::new(profile), Arc::clone);
            profiles.insert(kept.id.clone(), kept);
        }
        for (id, last) in &self.profiles {
            if !dir.is_dir() || dir.join(format!("{id}.ron")).exists() {
                profiles.entry(id.clone()).or_insert_with(|| Arc::clone(last));
            }
        }
        (profiles, findings)
    }

    fn renew_scenarios(&mut self, before: &Library, dir: &Path) {
        let files = match scenario::files(dir) {
            Ok(files) => files,
            Err(finding) => {
                self.findings.push(finding);
                self.scenarios.clone_from(&before.scenarios);
                return;
            }
        };
        let same_ground = self.catalogue == before.catalogue && self.known == before.known;
        let mut last_good = Vec::new();
        for file in files {
            let last = stem(&file).and_then(|id| before.scenarios.get(&id));
            let source = match SourceFile::read(&file) {
                Ok(source) => source,
                Err(finding) => {
                    self.findings.push(finding);
                    last_good.extend(last);
                    continue;
                }
            };
            let unchanged = last.filter(|last| last.is_of(&source));
            if let Some(unchanged) = unchanged.filter(|_| same_ground) {
                self.scenarios.insert(unchanged.id.clone(), Arc::clone(unchanged));
                continue;
            }
            match Scenario::from_source(&source, &self.catalogue, &self.known) {
                Ok(good) => {
                    let good = unchanged.map_or_else(|| Arc::new(good), Arc::clone);
                    self.scenarios.insert(good.id.clone(), good);
                }
                Err(findings) => {
                    self.findings.extend(findings);
                    last_good.extend(last);
                }
            }
        }
        for last in last_good {
            self.scenarios.entry(last.id.clone()).or_insert_with(|| Arc::clone(last));
        }
    }

    /// The profile with this id, or in this file: a name that ends in `.ron`
    /// is a company's own profile, based on one beside it or on a house's.
    ///
    /// # Errors
    /// A sentence in both languages that names what there is, or what is wrong in the file.
    pub fn profile(&self, id: &str) -> Result<Arc<Profile>, Text> {
        let path = Path::new(id);
        if path.extension().is_some_and(|e| e == "ron") {
            let profile = Profile::load_own(path, &[&self.houses]);
            return profile.map(Arc::new).map_err(|findings| unusable(&a_profile(), id, &findings));
        }
        let broken = self.findings_on(id, |folder| folder == self.houses);
        if !broken.is_empty() && !self.profiles.contains_key(id) {
            return Err(unusable(&a_profile(), id, &broken));
        }
        find(&self.profiles, id, &a_profile()).cloned()
    }

    /// The scenario with this id.
    ///
    /// # Errors
    /// A sentence in both languages that names the nearest id, or says what is wrong in its file.
    pub fn scenario(&self, id: &str) -> Result<&Arc<Scenario>, Text> {
        let broken = self.findings_on(id, |folder| folder != self.houses);
        if !broken.is_empty() && !self.scenarios.contains_key(id) {
            return Err(unusable(&a_scenario(), id, &broken));
        }
        find(&self.scenarios, id, &a_scenario())
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

/// A file's name without its ending.
fn stem(file: &Path) -> Option<String> {
    Some(file.file_stem()?.to_str()?.to_owned())
}

fn a_profile() -> Text {
    say!("企业设定", "profile")
}

fn a_scenario() -> Text {
    say!("情景", "scenario")
}

fn unusable(what: &Text, id: &str, findings: &[Finding]) -> Text {
    let lines = |lang: Lang| {
        let lines: Vec<String> = findings.iter().map(|finding| finding.said(lang)).collect();
        lines.join("\n")
    };
    let lines = Text::new(lines(Lang::Zh), lines(Lang::En));
    say!("{what} `{id}` 用不了：\n{lines}", "the {what} `{id}` cannot be used:\n{lines}"; what, lines)
}

fn find<'a, T>(map: &'a BTreeMap<String, T>, id: &str, what: &Text) -> Result<&'a T, Text> {
    map.get(id).ok_or_else(|| {
        let nearest = crate::source::nearest(id, map.keys().map(String::as_str));
        let hint = match nearest {
            Some(name) => say!("；是不是想写 `{name}`？", "; did you mean `{name}`?"),
            None => Text::default(),
        };
        let all = Text::list(map.keys());
        say!(
            "没有 `{id}` 这个{what}{hint}（有：{all}）",
            "there is no {what} `{id}`{hint} (there are: {all})";
            what, hint, all
        )
    })
}

/// What scenarios may refer to beside themselves.
pub fn known<'a>(assets: &Path, profiles: impl IntoIterator<Item = &'a Profile>) -> Known {
    Known {
        figures: Some(names(&assets.join("characters"), "")),
        stages: Some(names(&assets.join("stages"), ".svg")),
        places: Some(Arc::new(scenario::places(&assets.join("stages")).0)),
        sounds: Some(names(&assets.join("sounds"), ".wav")),
        pictures: Some(names(&assets.join("desk"), ".svg")),
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
