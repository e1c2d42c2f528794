//! One standard as an author writes it, and what can be wrong with it.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::document::Documents;
use super::keys::{self, Kind};
use super::load::{Places, one_of};
use super::measure::MeasureFile;
use super::{
    Dimension, Lang, Measure, Severity, Source, Standard, Text, Toggle, Treatment, curl_quotes,
};
use crate::say;
use crate::source::{Finding, Path as Way, fill, names_in, nearest};

/// One scorable rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StandardFile {
    /// Its id; no other standard of any domain has it.
    pub(super) id: String,
    /// What to do, in the catalogue's own words. A profile key in braces stands for the house's
    /// own number, as in the criterion.
    statement: Words,
    /// How it is measured. A profile key in braces, such as `{ring_limit}`, stands for the
    /// house's own number.
    criterion: Words,
    /// The criterion's numbers as data.
    #[serde(default)]
    measures: Vec<MeasureFile>,
    /// Every clause it comes from: the document's file, as `documents.ron` lists it, and the
    /// clause.
    sources: Vec<(String, String)>,
    /// How much it weighs.
    severity: Severity,
    /// Which of the two sides of service it belongs to.
    dimension: Dimension,
    /// How it is taught today.
    treatment: Treatment,
    /// The note or caveat; needed with every treatment but `Teach`.
    #[serde(default)]
    note: Option<Words>,
    /// When the house profile turns it off; without one, never.
    #[serde(default)]
    toggle: Option<ToggleFile>,
}

/// Which key of a house profile decides whether a standard counts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToggleFile {
    /// A key that is a word, such as `gender`.
    key: String,
    /// The values that turn the standard off.
    off: Vec<String>,
}

/// Text that must say something in both languages. A language that is left out
/// is a finding of its own, so that all of them are reported together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Simplified Chinese; a finding where it is missing.
    #[serde(default)]
    zh: Option<String>,
    /// English; a finding where it is missing.
    #[serde(default)]
    en: Option<String>,
}

/// One standard, or the domain itself, while it is checked.
pub(super) struct Entry<'a, F> {
    pub(super) places: &'a Places<'a, F>,
    pub(super) way: Way<'a>,
    pub(super) documents: &'a Documents,
    pub(super) findings: &'a mut Vec<Finding>,
}

impl<F: DeserializeOwned> Entry<'_, F> {
    pub(super) fn standard(&mut self, file: StandardFile, domain: &str) -> Standard {
        if file.id.trim().is_empty() {
            let expected = say!("像 `hs-no-crossing` 这样的 id", "an id such as `hs-no-crossing`");
            self.complain("id", "empty-text", say!("id 是空的", "an empty id"), expected);
        }
        if file.sources.is_empty() {
            let found = say!("没有出处", "no source");
            let expected = say!("至少一份 (资料, 条款)", "at least one (file, clause)");
            self.complain("sources", "no-source", found, expected);
        }
        if file.sources.iter().any(|(f, c)| f.trim().is_empty() || c.trim().is_empty()) {
            let found = say!("出处是空的", "an empty source");
            let expected = say!("一份资料和它的条款", "a file and a clause");
            self.complain("sources", "empty-text", found, expected);
        }
        let explained = file.treatment == Treatment::Teach || file.note.is_some();
        if !explained {
            let found = say!("没有说明", "no note");
            let expected =
                say!("旁边写上 `note: (zh: …, en: …)`", "`note: (zh: …, en: …)` beside it");
            self.complain("treatment", "no-note", found, expected);
        }
        if file.treatment == Treatment::RecogniseAndRefuse && file.toggle.is_some() {
            let found = say!(
                "该拒绝的做法，企业却可以关掉",
                "a practice to be declined that a house could turn off"
            );
            let expected =
                say!("不写 `toggle`：哪家企业都该拒绝", "no `toggle`: every house declines it");
            self.complain("toggle", "refusal-toggled", found, expected);
        }
        let criterion =
            self.text("criterion", &say!("判定依据", "criterion"), Some(file.criterion));
        let measures = self.measures(file.measures);
        self.numbers(&criterion, &measures);
        let statement = self.text("statement", &say!("内容", "statement"), Some(file.statement));
        self.keys_known("statement", &say!("内容", "statement"), &statement);
        Standard {
            statement,
            criterion,
            measures,
            note: self.text("note", &say!("说明", "note"), file.note),
            toggle: file.toggle.map(|toggle| self.toggle(toggle)),
            sources: self.sources(file.sources),
            severity: file.severity,
            dimension: file.dimension,
            treatment: file.treatment,
            domain: domain.to_owned(),
            id: file.id,
        }
    }

    fn sources(&mut self, sources: Vec<(String, String)>) -> Vec<Source> {
        let mut known = Vec::new();
        for (index, (file, clause)) in sources.into_iter().enumerate() {
            let Some(title) = self.documents.title(&file) else {
                let names = self.documents.names();
                let found = say!("没有 `{file}` 这份资料", "the document `{file}`");
                let expected =
                    say!("`documents.ron` 里列出的资料", "one that `documents.ron` lists");
                let way = self.way.name("sources");
                let finding = self.places.key(&way, "unknown-document", found, expected);
                self.findings.push(finding.with_nearest(nearest(&file, names)));
                continue;
            };
            let clause = self.documents.clause(&clause);
            if self.documents.lacks(&clause) {
                let english = &clause.en;
                let found = say!("条款的英文是 `{english}`", "the clause `{english}` in English");
                let expected = say!(
                    "英文里没有汉字：在 `headings`（`documents.ron`）里列出小标题",
                    "English without Chinese characters: list them in `headings` of `documents.ron`"
                );
                let list = self.way.name("sources");
                let way = list.at(index);
                self.findings.push(self.places.key(&way, "untranslated-clause", found, expected));
            }
            known.push(Source { file, clause, title });
        }
        known
    }

    fn measures(&mut self, files: Vec<MeasureFile>) -> Vec<Measure> {
        let mut measures = Vec::new();
        for (index, file) in files.into_iter().enumerate() {
            let list = self.way.name("measures");
            let way = list.at(index);
            for key in file.keys.iter().filter(|key| keys::kind(key).is_none_or(is_word)) {
                let names: Vec<&str> = keys::KEYS
                    .iter()
                    .filter(|(_, kind)| !is_word(*kind))
                    .map(|(name, _)| *name)
                    .collect();
                let found = say!("写了企业设定的键 `{key}`", "the profile key `{key}`");
                let expected = say!("值是数或钟点的键", "a key that is a number or a time of day");
                let finding = self.places.key(&way.name("keys"), "unknown-key", found, expected);
                self.findings.push(finding.with_nearest(nearest(key, names)));
            }
            match file.settle() {
                Ok(measure) => measures.push(measure),
                Err((found, expected)) => {
                    self.findings.push(self.places.key(&way, "wrong-measure", found, expected));
                }
            }
        }
        measures
    }

    /// What stands in braces is a key that profiles have.
    fn keys_known(&mut self, field: &'static str, what: &Text, words: &Text) {
        for lang in Lang::ALL {
            for key in names_in(words.get(lang)).filter(|key| keys::kind(key).is_none()) {
                let names = keys::KEYS.iter().map(|(name, _)| *name);
                let found = say!("{what}里有 `{{{key}}}`", "`{{{key}}}` in the {what}"; what);
                let expected = say!("企业设定里有的键", "a key that profiles have");
                let way = self.way.name(field);
                let finding = self.places.key(&way, "unknown-key", found, expected);
                self.findings.push(finding.with_nearest(nearest(key, names)));
            }
        }
    }

    /// Numbers in the words are numbers in the data, and a house's own numbers
    /// are never written out.
    fn numbers(&mut self, criterion: &Text, measures: &[Measure]) {
        self.keys_known("criterion", &say!("判定依据", "criterion"), criterion);
        let outside = fill(&criterion.en, |_| Some(String::new()));
        if outside.contains(|c: char| c.is_ascii_digit()) && measures.is_empty() {
            let found = say!(
                "判定依据里有一个数，`measures` 里却没有",
                "a number in the criterion that is not in `measures`"
            );
            let expected = say!(
                "写上 `measures: [(at_most: 4, unit: Rings, from: Source)]`",
                "`measures: [(at_most: 4, unit: Rings, from: Source)]`"
            );
            self.complain("criterion", "number-not-data", found, expected);
        }
        for key in measures.iter().flat_map(|measure| &measure.keys) {
            for lang in Lang::ALL {
                if !names_in(criterion.get(lang)).any(|used| used == key) {
                    let lang = lang.code();
                    let found = say!(
                        "判定依据的 `{lang}` 里没有 `{{{key}}}`",
                        "a `{lang}` criterion without `{{{key}}}`"
                    );
                    let expected =
                        say!("把数换成企业自己的数", "the house's own number in its place");
                    self.complain("criterion", "number-not-from-house", found, expected);
                }
            }
        }
    }

    /// A text of the standard; `name` is what authors call the field.
    pub(super) fn text(&mut self, field: &'static str, name: &Text, words: Option<Words>) -> Text {
        let Some(Words { zh, en }) = words else { return Text::default() };
        for (language, half) in [("zh", &zh), ("en", &en)] {
            match half {
                None => {
                    let found =
                        say!("{name}没有 `{language}`", "a {name} without `{language}`"; name);
                    let expected = say!(
                        "两种语言都写，`(zh: \"…\", en: \"…\")`",
                        "both languages, `(zh: \"…\", en: \"…\")`"
                    );
                    self.complain(field, "missing-language", found, expected);
                }
                Some(text) if text.trim().is_empty() => {
                    let found = say!("{name}的 `{language}` 是空的", "an empty `{language}` in the {name}"; name);
                    let expected = say!("给人看的话", "something to read");
                    self.complain(field, "empty-text", found, expected);
                }
                Some(_) => {}
            }
        }
        Text::new(zh.unwrap_or_default(), curl_quotes(&en.unwrap_or_default()))
    }

    fn toggle(&mut self, toggle: ToggleFile) -> Toggle {
        match keys::words_of(&toggle.key) {
            None => {
                let names: Vec<&str> = keys::word_keys().collect();
                let way = self.way.name("toggle");
                let key = &toggle.key;
                let found = say!("写了企业设定的键 `{key}`", "the profile key `{key}`");
                let finding = self.places.key(&way, "unknown-key", found, one_of(&names));
                self.findings.push(finding.with_nearest(nearest(&toggle.key, names)));
            }
            Some(allowed) => {
                for value in toggle.off.iter().filter(|v| !allowed.contains(&v.as_str())) {
                    let key = &toggle.key;
                    let found = say!("`{key}` 从来不会是 `{value}`", "`{key}` is never `{value}`");
                    self.complain("toggle", "wrong-value", found, one_of(allowed));
                }
            }
        }
        Toggle { key: toggle.key, off: toggle.off }
    }

    fn complain(&mut self, field: &'static str, code: &'static str, found: Text, expected: Text) {
        let way = self.way.name(field);
        self.findings.push(self.places.key(&way, code, found, expected));
    }
}

fn is_word(kind: Kind) -> bool {
    matches!(kind, Kind::Word(_))
}
