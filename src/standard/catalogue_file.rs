//! A domain's standards as an author writes them: one RON file in `assets/standards`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::keys;
use super::load::{Places, Reading, one_of, ron_files};
use super::{Catalogue, Dimension, Domain, Severity, Source, Standard, Text, Toggle, Treatment};
use crate::source::{Finding, Path as Way, nearest};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DomainFile {
    id: String,
    title: Words,
    standards: Vec<StandardFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StandardFile {
    id: String,
    statement: Words,
    criterion: Words,
    sources: Vec<(String, String)>,
    severity: Severity,
    dimension: Dimension,
    treatment: Treatment,
    #[serde(default)]
    note: Option<Words>,
    #[serde(default)]
    toggle: Option<ToggleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToggleFile {
    key: String,
    off: Vec<String>,
}

/// Text that must say something in both languages. A language that is left out
/// is a finding of its own, so that all of them are reported together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    #[serde(default)]
    zh: Option<String>,
    #[serde(default)]
    en: Option<String>,
}

impl Catalogue {
    /// Reads every `.ron` file of a folder: the standards without a fault, and
    /// everything that is wrong, in order of place. Of two standards with one
    /// id the first stands; a file that cannot be read leaves the others usable.
    pub fn load(dir: &Path) -> (Catalogue, Vec<Finding>) {
        let files = match ron_files(dir) {
            Ok(files) => files,
            Err(finding) => return (Catalogue::default(), vec![finding]),
        };
        let mut gathered = Gathered::default();
        for path in files {
            match Reading::of(&path) {
                Ok(reading) => gathered.domain(&path, reading),
                Err(finding) => gathered.findings.push(finding),
            }
        }
        let Gathered { domains, standards, mut findings, .. } = gathered;
        findings.sort();
        (Catalogue::new(domains, standards), findings)
    }
}

#[derive(Default)]
struct Gathered {
    domains: Vec<Domain>,
    standards: Vec<Standard>,
    findings: Vec<Finding>,
    /// Where each id was first written.
    first: BTreeMap<String, String>,
}

impl Gathered {
    fn domain(&mut self, path: &Path, mut reading: Reading<DomainFile>) {
        let slips = reading.take_findings();
        // What was read past a slip is a guess: good enough to find more
        // faults by, not to score by.
        let sure = slips.is_empty();
        self.findings.extend(slips);
        let Some(file) = reading.take_value() else { return };
        let places = reading.places();
        let root = Way::root();
        let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
        if stem.as_deref() != Some(&file.id) {
            self.findings.push(places.key(
                &root.name("id"),
                "file-name",
                format!("the domain is called `{}`", file.id),
                "the file's own name without its ending",
            ));
        }
        let mut entry = Entry { places: &places, way: root.clone(), findings: &mut self.findings };
        let title = entry.text("title", Some(file.title));
        for (index, standard) in file.standards.into_iter().enumerate() {
            let way = root.name("standards").at(index);
            let known = self.findings.len();
            self.unique(&places, &way, &standard.id);
            let mut entry = Entry { places: &places, way, findings: &mut self.findings };
            let standard = entry.standard(standard, &file.id);
            if sure && self.findings.len() == known {
                self.standards.push(standard);
            }
        }
        self.domains.push(Domain { id: file.id, title });
    }

    fn unique(&mut self, places: &Places<'_, DomainFile>, way: &Way<'_>, id: &str) {
        let found = format!("a second standard called `{id}`");
        let here = places.key(&way.name("id"), "duplicate-standard", found, "");
        match self.first.get(id) {
            Some(place) => {
                let expected = format!("an id of its own; the first stands at {place}");
                self.findings.push(Finding { expected, ..here });
            }
            None => {
                let place = format!("{}:{}:{}", here.file, here.line, here.column);
                self.first.insert(id.to_owned(), place);
            }
        }
    }
}

/// One standard, or the domain itself, while it is checked.
struct Entry<'a> {
    places: &'a Places<'a, DomainFile>,
    way: Way<'a>,
    findings: &'a mut Vec<Finding>,
}

impl Entry<'_> {
    fn standard(&mut self, file: StandardFile, domain: &str) -> Standard {
        if file.id.trim().is_empty() {
            self.complain("id", "empty-text", "an empty id", "an id such as `hs-no-crossing`");
        }
        if file.sources.is_empty() {
            self.complain("sources", "no-source", "no source", "at least one (file, clause)");
        }
        if file.sources.iter().any(|(f, c)| f.trim().is_empty() || c.trim().is_empty()) {
            self.complain("sources", "empty-text", "an empty source", "a file and a clause");
        }
        let explained = file.treatment == Treatment::Teach || file.note.is_some();
        if !explained {
            self.complain("treatment", "no-note", "no note", "`note: (zh: …, en: …)` beside it");
        }
        Standard {
            statement: self.text("statement", Some(file.statement)),
            criterion: self.text("criterion", Some(file.criterion)),
            note: self.text("note", file.note),
            toggle: file.toggle.map(|toggle| self.toggle(toggle)),
            sources: file
                .sources
                .into_iter()
                .map(|(file, clause)| Source { file, clause })
                .collect(),
            severity: file.severity,
            dimension: file.dimension,
            treatment: file.treatment,
            domain: domain.to_owned(),
            id: file.id,
        }
    }

    fn text(&mut self, field: &'static str, words: Option<Words>) -> Text {
        let Some(Words { zh, en }) = words else { return Text::default() };
        for (language, half) in [("zh", &zh), ("en", &en)] {
            match half {
                None => self.complain(
                    field,
                    "missing-language",
                    &format!("a {field} without `{language}`"),
                    "both languages, `(zh: \"…\", en: \"…\")`",
                ),
                Some(text) if text.trim().is_empty() => self.complain(
                    field,
                    "empty-text",
                    &format!("an empty `{language}` in the {field}"),
                    "something to read",
                ),
                Some(_) => {}
            }
        }
        Text::new(zh.unwrap_or_default(), en.unwrap_or_default())
    }

    fn toggle(&mut self, toggle: ToggleFile) -> Toggle {
        match keys::words_of(&toggle.key) {
            None => {
                let names: Vec<&str> = keys::word_keys().collect();
                let way = self.way.name("toggle");
                let found = format!("the profile key `{}`", toggle.key);
                let finding = self.places.key(&way, "unknown-key", found, one_of(&names));
                self.findings.push(finding.with_nearest(nearest(&toggle.key, names)));
            }
            Some(allowed) => {
                for value in toggle.off.iter().filter(|v| !allowed.contains(&v.as_str())) {
                    self.complain(
                        "toggle",
                        "wrong-value",
                        &format!("`{}` is never `{value}`", toggle.key),
                        &one_of(allowed),
                    );
                }
            }
        }
        Toggle { key: toggle.key, off: toggle.off }
    }

    fn complain(&mut self, field: &'static str, code: &'static str, found: &str, expected: &str) {
        let way = self.way.name(field);
        self.findings.push(self.places.key(&way, code, found, expected));
    }
}
