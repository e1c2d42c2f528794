//! The source documents by name: `documents.ron` beside the standards.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::load::Reading;
use super::{Lang, Text, clause};
use crate::say;
use crate::source::{Finding, Path as Way, SourceFile, is_chinese};

/// What the list of documents is called in a folder of standards.
pub(super) const FILE: &str = "documents.ron";

/// The source documents that standards may cite.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentsFile {
    /// All of them, each once.
    documents: Vec<DocumentFile>,
    /// The headings in them that clauses are cited by, with their English.
    #[serde(default)]
    headings: Vec<Text>,
}

/// One source document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentFile {
    /// The file's name, as `sources` name it.
    file: String,
    /// Its title.
    title: Text,
}

/// Document titles by file name, and the headings of clauses.
#[derive(Default)]
pub(super) struct Documents {
    titles: Option<BTreeMap<String, Text>>,
    headings: Vec<Text>,
}

impl Documents {
    /// The list in a folder, if there is one, and what is wrong in it.
    pub(super) fn beside(dir: &Path, instead: Option<&SourceFile>) -> (Documents, Vec<Finding>) {
        let path = dir.join(FILE);
        if !path.is_file() {
            return (Documents::default(), Vec::new());
        }
        let mut reading: Reading<DocumentsFile> = match Reading::of_either(&path, instead) {
            Ok(reading) => reading,
            Err(finding) => return (Documents::default(), vec![finding]),
        };
        let mut findings = reading.take_findings();
        let Some(file) = reading.take_value() else { return (Documents::default(), findings) };
        let places = reading.places();
        let root = Way::root();
        let list = root.name("documents");
        let mut titles = BTreeMap::new();
        for (index, document) in file.documents.into_iter().enumerate() {
            let way = list.at(index);
            if Lang::ALL.into_iter().any(|lang| document.title.get(lang).trim().is_empty()) {
                let place = way.name("title");
                let found = say!("标题是空的", "an empty title");
                let expected = say!("两种语言都写", "both languages");
                findings.push(places.key(&place, "empty-text", found, expected));
            }
            if titles.insert(document.file.clone(), document.title).is_some() {
                let file = &document.file;
                let found = say!("`{file}` 列了第二遍", "`{file}` a second time");
                let expected = say!("每份资料只列一次", "each document once");
                findings.push(places.key(&way.name("file"), "duplicate-document", found, expected));
            }
        }
        let list = root.name("headings");
        for (index, heading) in file.headings.iter().enumerate() {
            let way = list.at(index);
            if Lang::ALL.into_iter().any(|lang| heading.get(lang).trim().is_empty()) {
                let found = say!("小标题是空的", "an empty heading");
                let expected = say!("两种语言都写", "both languages");
                findings.push(places.key(&way, "empty-text", found, expected));
            } else if file.headings[..index].iter().any(|earlier| earlier.zh == heading.zh) {
                let words = &heading.zh;
                let found = say!("`{words}` 列了第二遍", "`{words}` a second time");
                let expected = say!("每个小标题只列一次", "each heading once");
                findings.push(places.key(&way, "duplicate-heading", found, expected));
            }
        }
        (Documents { titles: Some(titles), headings: file.headings }, findings)
    }

    /// A document's title; without any list, the name of its file without the ending.
    pub(super) fn title(&self, file: &str) -> Option<Text> {
        match &self.titles {
            Some(titles) => titles.get(file).cloned(),
            None => Some(Text::same(file.strip_suffix(".txt").unwrap_or(file))),
        }
    }

    /// A clause with its English form. Without any list there is nothing to make one from.
    pub(super) fn clause(&self, clause: &str) -> Text {
        clause::in_both(clause, &self.headings)
    }

    /// Whether a clause in English is still Chinese in part, where a list could help.
    pub(super) fn lacks(&self, clause: &Text) -> bool {
        self.titles.is_some() && clause.en.chars().any(is_chinese)
    }

    /// Every document that may be cited.
    pub(super) fn names(&self) -> Vec<&str> {
        self.titles.iter().flatten().map(|(file, _)| file.as_str()).collect()
    }
}
