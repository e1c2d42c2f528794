//! Finding standards by what somebody types: Chinese, English, pinyin or its initials, or a mixture.
//!
//! A query is words with spaces between them; a standard is found where every
//! word fits somewhere in it. What fits better stands first: the name of the
//! domain and the statement before the criterion, the note and the clauses,
//! and what was typed as it stands before what only sounds so.

mod line;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Catalogue, Lang, Profile, Standard};
use line::{Fit, Line, Sounds, Spelt, Word};

/// The most words of a query that count.
const WORDS: usize = 8;

/// What somebody has typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
    /// All the words as they stand, where there are several.
    phrase: Option<Word>,
}

impl Query {
    /// Reads what was typed: full-width letters and capitals are as good as
    /// plain ones, and Chinese punctuation parts words as spaces do. Words
    /// beyond the eighth and a word's letters beyond the 48th do not count.
    pub fn new(typed: &str) -> Query {
        let folded: Vec<char> = line::folded(typed).collect();
        let words = folded.split(|c| line::parts(*c)).filter(|word| !word.is_empty());
        let words: Vec<&[char]> = words.take(WORDS).collect();
        let phrase = (words.len() > 1).then(|| Word::new(&words.join(&' ')));
        Query { words: words.into_iter().map(Word::new).collect(), phrase }
    }

    /// Whether there is nothing to look for.
    pub fn is_blank(&self) -> bool {
        self.words.is_empty()
    }
}

/// Every standard of a catalogue, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    sounds: Sounds,
}

/// One standard's words, by the field they stand in.
#[derive(Clone, Debug)]
struct Entry {
    id: String,
    lines: Vec<(Field, Line)>,
}

/// Where in a standard words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Id,
    /// The domain's name.
    Domain,
    Statement,
    Criterion,
    Note,
    Clause,
}

impl Index {
    /// The standards as a reader of this house sees them, its own numbers in
    /// the criteria.
    pub fn new(catalogue: &Catalogue, house: &Profile) -> Index {
        let titles: BTreeMap<&str, _> =
            catalogue.domains().iter().map(|domain| (domain.id.as_str(), &domain.title)).collect();
        let mut sounds = Sounds::default();
        let mut entries = Vec::new();
        for standard in catalogue.as_written() {
            let mut lines = vec![(Field::Id, Line::new(&standard.id, &mut sounds))];
            let title = titles.get(standard.domain.as_str());
            for lang in Lang::ALL {
                let title = title.map(|title| title.get(lang).to_owned()).unwrap_or_default();
                for (field, words) in fields(standard, house, lang).chain([(Field::Domain, title)])
                {
                    if !words.is_empty() {
                        lines.push((field, Line::new(&words, &mut sounds)));
                    }
                }
            }
            entries.push(Entry { id: standard.id.clone(), lines });
        }
        Index { entries, sounds }
    }

    /// The ids of the standards that fit, the best first and equals in the
    /// catalogue's order; all of them where the query is blank.
    pub fn find(&self, query: &Query) -> Vec<&str> {
        let mut found: Vec<(u32, &str)> = self
            .entries
            .iter()
            .filter_map(|entry| Some((self.score(entry, query)?, entry.id.as_str())))
            .collect();
        found.sort_by_key(|(score, _)| Reverse(*score));
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// How well a standard fits, if every word of the query fits. Words that
    /// stand beside each other as they were typed are worth more than apart.
    fn score(&self, entry: &Entry, query: &Query) -> Option<u32> {
        let mut sum = 0;
        for word in &query.words {
            let worth = entry.lines.iter().filter_map(|(field, line)| {
                line.find(word).map(|fit| written(*field, fit)).or_else(|| {
                    let by_ear = by_ear(*field)?;
                    line.hear(word, &self.sounds).map(|(fit, spelt)| by_ear(fit, spelt))
                })
            });
            sum += worth.max()?;
        }
        if let Some(phrase) = &query.phrase {
            let worth = entry.lines.iter();
            let worth = worth.filter_map(|(field, line)| Some(written(*field, line.find(phrase)?)));
            sum += 2 * worth.max().unwrap_or_default();
        }
        Some(sum)
    }
}

/// What a standard says in one language.
fn fields<'a>(
    standard: &'a Standard,
    house: &Profile,
    lang: Lang,
) -> impl Iterator<Item = (Field, String)> + use<'a> {
    let (statement, criterion) = (standard.stated_by(house), standard.measured_by(house));
    [
        (Field::Statement, statement.get(lang).to_owned()),
        (Field::Criterion, criterion.get(lang).to_owned()),
        (Field::Note, standard.note.get(lang).to_owned()),
    ]
    .into_iter()
    .chain(standard.sources.iter().flat_map(move |source| {
        let (shown, written) = (source.cite(lang), source.clause.get(lang));
        // Who types a clause may have it from the document, with its own dots.
        let written = (!shown.contains(written)).then(|| written.to_owned());
        std::iter::once(shown).chain(written).map(|words| (Field::Clause, words))
    }))
}

/// What a word is worth that stands there as it was typed.
fn written(field: Field, fit: Fit) -> u32 {
    match (field, fit) {
        (Field::Id, Fit::Whole) => 110,
        (Field::Domain, Fit::Whole) => 100,
        (Field::Statement, Fit::Whole | Fit::Start) => 80,
        (Field::Statement, Fit::Word) => 76,
        (Field::Statement, Fit::Inside) => 72,
        (Field::Domain, Fit::Start) => 66,
        (Field::Domain, Fit::Word | Fit::Inside) => 60,
        (Field::Id, _) => 50,
        (Field::Criterion, _) => 40,
        (Field::Note, _) => 30,
        (Field::Clause, _) => 20,
    }
}

/// What a word is worth that only sounds like what stands there; `None` where
/// sounds are not looked for: two letters sound like something in any long text.
fn by_ear(field: Field) -> Option<fn(Fit, Spelt) -> u32> {
    match field {
        Field::Domain => Some(|fit, spelt| match (fit, spelt) {
            (Fit::Whole, Spelt::Out) => 96,
            (Fit::Whole, Spelt::Initials) => 92,
            (_, Spelt::Out) => 56,
            (_, Spelt::Initials) => 36,
        }),
        Field::Statement => Some(|fit, spelt| match (fit, spelt) {
            (_, Spelt::Out) => 58,
            (Fit::Whole | Fit::Start, Spelt::Initials) => 34,
            (_, Spelt::Initials) => 32,
        }),
        Field::Criterion => Some(|_, spelt| match spelt {
            Spelt::Out => 28,
            Spelt::Initials => 12,
        }),
        Field::Id | Field::Note | Field::Clause => None,
    }
}
