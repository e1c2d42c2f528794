//! A domain's standards as an author writes them: one RON file in `assets/standards`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::document::{self, Documents};
use super::load::{Places, Reading, own_name, ron_files};
use super::standard_file::{Entry, StandardFile, Words};
use super::{Catalogue, Domain, Standard, Text};
use crate::say;
use crate::source::{Finding, Path as Way, SourceFile};

/// A group of standards.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DomainFile {
    /// The domain's id, equal to the file's name without its ending.
    id: String,
    /// Its name.
    title: Words,
    /// Its standards, in the order in which they are read.
    standards: Vec<StandardFile>,
}

impl Catalogue {
    /// Reads every `.ron` file of a folder: the standards without a fault, and
    /// everything that is wrong, in order of place. Of two standards with one
    /// id the first stands; a file that cannot be read leaves the others usable.
    pub fn load(dir: &Path) -> (Catalogue, Vec<Finding>) {
        Catalogue::load_with(dir, None)
    }

    /// The same with one file's text as it is about to be written: its name is
    /// the file's path.
    pub fn load_with(dir: &Path, instead: Option<&SourceFile>) -> (Catalogue, Vec<Finding>) {
        let files = match ron_files(dir) {
            Ok(files) => files,
            Err(finding) => return (Catalogue::default(), vec![finding]),
        };
        let (documents, findings) = Documents::beside(dir, instead);
        let mut gathered = Gathered { documents, findings, ..Gathered::default() };
        for path in files.into_iter().filter(|path| !path.ends_with(document::FILE)) {
            match Reading::of_either(&path, instead) {
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
    documents: Documents,
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
            let id = &file.id;
            let found = say!("这一组标准的 id 是 `{id}`", "the domain is called `{id}`");
            self.findings.push(places.key(&root.name("id"), "file-name", found, own_name()));
        }
        let mut entry = Entry {
            places: &places,
            way: root.clone(),
            documents: &self.documents,
            findings: &mut self.findings,
        };
        let title = entry.text("title", &say!("名称", "title"), Some(file.title));
        for (index, standard) in file.standards.into_iter().enumerate() {
            let way = root.name("standards").at(index);
            let known = self.findings.len();
            self.unique(&places, &way, &standard.id);
            let mut entry = Entry {
                places: &places,
                way,
                documents: &self.documents,
                findings: &mut self.findings,
            };
            let standard = entry.standard(standard, &file.id);
            if sure && self.findings.len() == known {
                self.standards.push(standard);
            }
        }
        self.domains.push(Domain { id: file.id, title });
    }

    fn unique(&mut self, places: &Places<'_, DomainFile>, way: &Way<'_>, id: &str) {
        let found = say!("又一条标准叫 `{id}`", "a second standard called `{id}`");
        let here = places.key(&way.name("id"), "duplicate-standard", found, Text::default());
        match self.first.get(id) {
            Some(place) => {
                let expected = say!(
                    "自己的 id；第一条在 {place}",
                    "an id of its own; the first stands at {place}"
                );
                self.findings.push(Finding { expected, ..here });
            }
            None => {
                let place = format!("{}:{}:{}", here.file, here.line, here.column);
                self.first.insert(id.to_owned(), place);
            }
        }
    }
}
