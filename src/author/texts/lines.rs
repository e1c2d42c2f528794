//! Every text of an authored file as a line: its id, where it stands, its two halves.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Mark;
use super::kind::{Kind, variant};
use super::mark::hash;
use crate::scenario::{Script, script_texts};
use crate::source::{Finding, Locator, Part, Path, SourceFile, parse, read_literal};
use crate::standard::Lang;

/// What an authored file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    Scenario,
    Profile,
    /// A domain of standards, or the list of documents they are drawn from.
    Standards,
}

impl Holds {
    /// What line ids of such a file start with.
    pub fn prefix(self, stem: &str) -> String {
        match self {
            Holds::Scenario => escape(stem),
            Holds::Profile => format!("profiles/{}", escape(stem)),
            Holds::Standards => format!("standards/{}", escape(stem)),
        }
    }
}

/// One authored text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id, unique among all files.
    pub id: String,
    /// What it is in the play.
    pub kind: Kind,
    /// The scene or section around it, in both languages.
    pub place: String,
    /// Who says it or whom it is about, in both languages; empty for nobody.
    pub who: String,
    /// The Chinese as written, nothing narrowed or filled in.
    pub zh: String,
    /// The English as written.
    pub en: String,
    pub(super) shape: Shape,
    /// From the field's name or the map's key to the end of the text.
    pub(super) entry: Range<usize>,
}

/// How a text is spelt in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One literal for both languages.
    One(Range<usize>),
    /// A literal for each.
    Both { zh: Range<usize>, en: Range<usize> },
    /// Only this language has a literal; the other's field is missing.
    Only(Lang, Range<usize>),
}

impl Line {
    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Whether both halves are written as one string.
    pub fn is_one(&self) -> bool {
        matches!(self.shape, Shape::One(_))
    }

    /// Hashes of both halves.
    pub fn mark(&self) -> Mark {
        Mark::of(&self.zh, &self.en)
    }
}

/// Every text of a file, in the file's order. Ids are made from the texts in
/// the language `from`; a text that was left out or is empty has no line.
///
/// # Errors
/// The scenario does not read at all. A fault of meaning is no hindrance.
pub fn lines(
    source: &SourceFile,
    stem: &str,
    holds: Holds,
    from: Lang,
) -> Result<Vec<Line>, Finding> {
    let locator = Locator::new(source);
    let script: Option<Script> = match holds {
        Holds::Scenario => Some(parse(source)?),
        Holds::Profile | Holds::Standards => None,
    };
    let paths = match (&script, holds) {
        (Some(script), _) => script_texts(script).into_iter().map(|(path, _)| path).collect(),
        (None, Holds::Standards) => standards(&locator),
        (None, _) => vec![Path::root().name("title")],
    };
    let file = File { source, locator, script: script.as_ref(), prefix: holds.prefix(stem), from };
    let mut found: Vec<(usize, Line)> = paths.iter().filter_map(|path| file.line(path)).collect();
    found.sort_by_key(|(start, _)| *start);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut lines = Vec::with_capacity(found.len());
    for (_, mut line) in found {
        let count = seen.entry(line.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            line.id = format!("{}.{count}", line.id);
        }
        lines.push(line);
    }
    Ok(lines)
}

/// The texts of a file of standards or of the list of documents.
fn standards<'a>(locator: &Locator<'_>) -> Vec<Path<'a>> {
    let root = Path::root();
    let mut paths = vec![root.name("title")];
    for (list, fields) in
        [("standards", &["statement", "criterion", "note"][..]), ("documents", &["title"][..])]
    {
        let list = root.name(list);
        for index in 0..locator.length(&list) {
            paths.extend(fields.iter().map(|field| list.at(index).name(field)));
        }
    }
    paths
}

struct File<'s> {
    source: &'s SourceFile,
    locator: Locator<'s>,
    script: Option<&'s Script>,
    prefix: String,
    from: Lang,
}

impl File<'_> {
    fn line(&self, path: &Path<'_>) -> Option<(usize, Line)> {
        let entry = self.locator.entry(path)?;
        let (zh, en, shape) = self.halves(path)?;
        if zh.is_empty() && en.is_empty() {
            return None;
        }
        let kind = Kind::of(self.source, &self.locator, path);
        let from = if self.from == Lang::Zh { &zh } else { &en };
        let (id, member) = self.id(path, kind, from);
        let mut place = self.place(path);
        if let Some(member) = member {
            place = format!("{place} › {member}");
        }
        let who = self.who(path);
        Some((entry.start, Line { id, kind, place, who, zh, en, shape, entry }))
    }

    fn halves(&self, path: &Path<'_>) -> Option<(String, String, Shape)> {
        if let Some((words, span)) = self.literal(path) {
            return Some((words.clone(), words, Shape::One(span)));
        }
        let zh = self.literal(&path.name(Lang::Zh.code()));
        let en = self.literal(&path.name(Lang::En.code()));
        Some(match (zh, en) {
            (Some((zh, at)), Some((en, en_at))) => (zh, en, Shape::Both { zh: at, en: en_at }),
            (Some((zh, at)), None) => (zh, String::new(), Shape::Only(Lang::Zh, at)),
            (None, Some((en, at))) => (String::new(), en, Shape::Only(Lang::En, at)),
            (None, None) => return None,
        })
    }

    /// The words of the quoted text at exactly this path, and its bytes.
    fn literal(&self, path: &Path<'_>) -> Option<(String, Range<usize>)> {
        let span = self.locator.span(path)?;
        Some((read_literal(&self.source.text[span.clone()])?, span))
    }

    /// The line's id, and the id of the list's member that it belongs to.
    fn id(&self, path: &Path<'_>, kind: Kind, from: &str) -> (String, Option<String>) {
        let mut way = Path::root();
        let mut parts = vec![self.prefix.clone()];
        let (mut anchor, mut nameless, mut member) = (1, false, None);
        for part in path.parts() {
            match part {
                Part::Name(name) => {
                    way = way.name(name);
                    if !nameless {
                        parts.push(escape(name));
                        if self.is_key(&way) {
                            anchor = parts.len();
                        }
                    }
                }
                Part::At(index) => {
                    way = way.at(*index);
                    let own = ["id", "standard", "file"]
                        .iter()
                        .find_map(|field| self.literal(&way.name(field)));
                    if let Some((own, _)) = own.filter(|_| !nameless) {
                        parts.push(escape(&own));
                        anchor = parts.len();
                        member = Some(own);
                    } else {
                        parts.truncate(anchor);
                        nameless = true;
                    }
                }
            }
        }
        if nameless {
            parts.push(format!("{}~{}", kind.word, hash(from)));
        }
        (parts.join("/"), member)
    }

    /// Whether a map's key, and not a field, leads to this value.
    fn is_key(&self, path: &Path<'_>) -> bool {
        let entry = self.locator.entry(path).map(|entry| &self.source.text[entry]);
        entry.is_some_and(|text| {
            text.starts_with('"') || text.starts_with("r\"") || text.starts_with("r#\"")
        })
    }

    fn place(&self, path: &Path<'_>) -> String {
        let name = |index| match path.part(index) {
            Some(Part::Name(name)) => name,
            _ => "",
        };
        match name(0) {
            "beats" => {
                let label = self.script.and_then(|s| s.beats.get(name(1))).map(|b| &b.label);
                let label = label.map(|l| both(&l.zh, &l.en)).unwrap_or_default();
                format!("{} · {label}", name(1))
            }
            "cast" => format!("人物 cast · {}", name(1)),
            "variables" => format!("变量 variable · {}", name(1)),
            "variations" => format!("变化 variation · {} = {} · {}", name(1), name(2), name(4)),
            "endings" => format!("结局 ending · {}", name(1)),
            "standards" => "标准 standard".to_owned(),
            "documents" => "来源文件 source document".to_owned(),
            _ if self.script.is_some() => "情景 scenario".to_owned(),
            _ => "本文件 this file".to_owned(),
        }
    }

    fn who(&self, path: &Path<'_>) -> String {
        let Some(script) = self.script else { return String::new() };
        let name = |id: &str| {
            script.cast.get(id).map(|m| both(&m.name.zh, &m.name.en)).unwrap_or_default()
        };
        match variant(self.source, &self.locator, &path.up()) {
            Some("Say" | "Perceive") => {
                let who = self.literal(&path.up().at(0));
                return who.map(|(id, _)| name(&id)).unwrap_or_default();
            }
            Some("Think") => return name("you"),
            Some("Tell") => return "旁白 narrator".to_owned(),
            _ => {}
        }
        match (path.parts().first(), path.parts().get(1), path.parts().last()) {
            (Some(Part::Name("cast")), Some(Part::Name(id)), _) => name(id),
            (Some(Part::Name("beats")), _, Some(Part::Name("says"))) => name("you"),
            _ => String::new(),
        }
    }
}

/// Two names as one: `你 You`, or once where they are the same.
fn both(zh: &str, en: &str) -> String {
    if zh == en { zh.to_owned() } else { format!("{zh} {en}") }
}

/// An id as part of a line's id: marks that line ids use for themselves, and
/// what a spreadsheet would trim or hide, are written as their numbers.
fn escape(id: &str) -> String {
    let mut escaped = String::with_capacity(id.len());
    for c in id.chars() {
        if matches!(c, '/' | '~' | '%') || c.is_whitespace() || c.is_control() {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                escaped.push_str(&format!("%{byte:02X}"));
            }
        } else {
            escaped.push(c);
        }
    }
    escaped
}
