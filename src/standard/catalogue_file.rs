//! A domain's standards as an author writes them: one RON file in `assets/standards`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::keys;
use super::load::{Reading, nearest, one_of, ron_files};
use super::{Catalogue, Dimension, Domain, Severity, Source, Standard, Text, Toggle, Treatment};
use crate::source::Finding;

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
    /// Reads every `.ron` file of a folder.
    ///
    /// # Errors
    /// Everything that is wrong in any of them, in order of place.
    pub fn load(dir: &Path) -> Result<Catalogue, Vec<Finding>> {
        let files = ron_files(dir)?;
        let mut gathered = Gathered::default();
        for path in files {
            match Reading::of(&path).and_then(|r| r.parse().map(|file| (r, file))) {
                Ok((reading, file)) => gathered.domain(&path, &reading, file),
                Err(more) => gathered.findings.extend(more),
            }
        }
        let Gathered { domains, standards, mut findings, .. } = gathered;
        if findings.is_empty() {
            Ok(Catalogue::new(domains, standards))
        } else {
            findings.sort();
            Err(findings)
        }
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
    fn domain(&mut self, path: &Path, reading: &Reading, file: DomainFile) {
        let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
        if stem.as_deref() != Some(&file.id) {
            self.findings.push(reading.finding(
                reading.field("id", 0),
                "file-name",
                format!("the domain is called `{}`", file.id),
                "the file's own name without its ending",
            ));
        }
        let mut at = Entry { reading, nth_id: 0, findings: &mut self.findings };
        let title = at.text("title", Some(file.title));
        for (index, standard) in file.standards.into_iter().enumerate() {
            let nth_id = index + 1;
            self.unique(reading, nth_id, &standard.id);
            let mut at = Entry { reading, nth_id, findings: &mut self.findings };
            self.standards.push(at.standard(standard, &file.id));
        }
        self.domains.push(Domain { id: file.id, title });
    }

    fn unique(&mut self, reading: &Reading, nth_id: usize, id: &str) {
        let (line, column) = reading.field("id", nth_id);
        let here = reading.finding((line, column), "duplicate-standard", String::new(), "");
        match self.first.get(id) {
            Some(place) => self.findings.push(Finding {
                found: format!("a second standard called `{id}`"),
                expected: format!("an id of its own; the first stands at {place}"),
                ..here
            }),
            None => {
                self.first.insert(id.to_owned(), format!("{}:{line}:{column}", here.file));
            }
        }
    }
}

/// One standard, or the domain itself, while it is checked.
struct Entry<'a> {
    reading: &'a Reading,
    nth_id: usize,
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

    fn text(&mut self, field: &str, words: Option<Words>) -> Text {
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
                let place = self.reading.field_of("toggle", self.nth_id);
                let found = format!("the profile key `{}`", toggle.key);
                let finding = self.reading.finding(place, "unknown-key", found, &one_of(&names));
                let nearest = nearest(&toggle.key, &names);
                self.findings.push(Finding { nearest, ..finding });
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

    fn complain(&mut self, field: &str, code: &'static str, found: &str, expected: &str) {
        let place = self.reading.field_of(field, self.nth_id);
        self.findings.push(self.reading.finding(place, code, found.to_owned(), expected));
    }
}
