//! What of a place a scenario may name: its things, which come and go, and its spots, which can be looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::Path as FilePath;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde::Deserialize;

use crate::say;
use crate::source::{Finding, Locator, Path, SourceFile, nearest, parse};
use crate::standard::Text;

/// The size of every stage's drawing.
pub const STAGE_SIZE: (u32, u32) = (1600, 900);

/// Before a thing's name in the ids of the drawing.
pub const THING: &str = "thing-";

/// What a stage's drawing has that scenarios may name: `assets/stages/ID.ron`.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Things that `Put` and `Clear` show and hide, by the name of their group:
    /// the thing `paper` is the group `thing-paper` of the drawing.
    #[serde(default)]
    pub things: BTreeMap<String, PlaceThing>,
    /// Things that can be looked at, by the id of their group or shape.
    #[serde(default)]
    pub spots: BTreeMap<String, PlaceSpot>,
}

/// A thing that comes and goes.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct PlaceThing {
    /// Whether it is there when the place is first seen.
    #[serde(default)]
    pub there: bool,
    /// What is seen when it appears, for who reads instead.
    pub put: Text,
    /// What is seen when it goes.
    pub clear: Text,
}

/// A thing that can be looked at.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct PlaceSpot {
    /// What it is.
    pub name: Text,
    /// Its middle, in the units of the drawing.
    pub at: (u32, u32),
    /// Whether it is on somebody who stands there: then the drawing of the place only
    /// marks where, and shows nothing.
    #[serde(default)]
    pub on_person: bool,
}

impl PlaceSpot {
    /// Its middle in per cent of the picture.
    #[must_use]
    pub fn percent(&self) -> (u32, u32) {
        let part = |of: u32, whole: u32| (of * 100 + whole / 2) / whole;
        (part(self.at.0, STAGE_SIZE.0), part(self.at.1, STAGE_SIZE.1))
    }
}

/// Every place of a folder by the name of its drawing, and what is wrong with
/// what is written about them.
#[must_use]
pub fn places(dir: &FilePath) -> (BTreeMap<String, Place>, Vec<Finding>) {
    let mut places = BTreeMap::new();
    let mut findings = Vec::new();
    let mut files: Vec<_> =
        fs::read_dir(dir).into_iter().flatten().filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension() == Some(OsStr::new("svg"))) {
        let Some(id) = file.file_stem().and_then(OsStr::to_str) else { continue };
        let (place, faults) = Place::of(file);
        findings.extend(faults);
        places.insert(id.to_owned(), place);
    }
    (places, findings)
}

impl Place {
    /// Whether a thing is there when the place is first seen.
    #[must_use]
    pub fn shows(&self, thing: &str) -> bool {
        self.things.get(thing).is_some_and(|thing| thing.there)
    }

    /// What is written about this drawing, in the file beside it, and what is
    /// wrong with that. A drawing that nothing is written about has nothing to name.
    #[must_use]
    pub fn of(drawing: &FilePath) -> (Place, Vec<Finding>) {
        let about = drawing.with_extension("ron");
        if !about.exists() {
            return (Place::default(), Vec::new());
        }
        let read = SourceFile::read(&about).and_then(|source| {
            let place: Place = parse(&source)?;
            let drawing = fs::read_to_string(drawing).unwrap_or_default();
            let faults = faults(&source, &place, &drawing);
            Ok((place, faults))
        });
        read.unwrap_or_else(|finding| (Place::default(), vec![finding]))
    }
}

/// Where a drawing and what is written about it do not agree.
fn faults(source: &SourceFile, place: &Place, drawing: &str) -> Vec<Finding> {
    let locator = Locator::new(source);
    let ids = Ids::of(drawing);
    let root = Path::root();
    let mut findings = Vec::new();
    let mut not_drawn = |path: Path<'_>, wanted: String, among: &BTreeSet<String>| {
        let found = say!("画里没有 `{wanted}`", "the drawing has no `{wanted}`");
        let expected = say!("画里的一个 `id`", "an `id` of the drawing");
        let finding = Finding::new(&source.name, locator.key(&path), "not-drawn", found, expected);
        let right = among.iter().map(String::as_str);
        findings.push(finding.with_nearest(nearest(&wanted, right)));
    };
    for name in place.things.keys() {
        let wanted = format!("{THING}{name}");
        if !ids.top.contains(&wanted) {
            not_drawn(root.name("things").name(name), wanted, &ids.top);
        }
    }
    for name in place.spots.keys() {
        if !ids.all.contains(name) {
            not_drawn(root.name("spots").name(name), name.clone(), &ids.all);
        }
    }
    let unnamed =
        |id: &&String| id.strip_prefix(THING).is_some_and(|name| !place.things.contains_key(name));
    for id in ids.top.iter().filter(unnamed) {
        let found = say!("没有写 `{id}` 是什么", "nothing about `{id}`, which is drawn");
        let expected = say!("在 `things` 里写它", "an entry for it in `things`");
        let place = locator.key(&root.name("things"));
        findings.push(Finding::new(&source.name, place, "unnamed-thing", found, expected));
    }
    for (name, spot) in &place.spots {
        let (x, y) = spot.at;
        if x > STAGE_SIZE.0 || y > STAGE_SIZE.1 {
            let found = say!("位置 ({x}, {y})", "({x}, {y})");
            let (width, height) = STAGE_SIZE;
            let expected = say!(
                "画的单位：至多 {width} × {height}",
                "units of the drawing: at most {width} × {height}"
            );
            let place = locator.value(&root.name("spots").name(name).name("at"));
            findings.push(Finding::new(&source.name, place, "outside-picture", found, expected));
        }
    }
    findings
}

/// The ids of a drawing.
#[derive(Debug, Default)]
struct Ids {
    /// Of what stands directly in the drawing.
    top: BTreeSet<String>,
    all: BTreeSet<String>,
}

impl Ids {
    fn of(drawing: &str) -> Ids {
        let mut ids = Ids::default();
        let mut reader = Reader::from_str(drawing);
        let mut depth = 0;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    ids.add(&tag, depth);
                    depth += 1;
                }
                Ok(Event::Empty(tag)) => ids.add(&tag, depth),
                Ok(Event::End(_)) => depth -= 1,
                // A drawing that breaks off is complained about where it is drawn.
                Ok(Event::Eof) | Err(_) => return ids,
                Ok(_) => {}
            }
        }
    }

    fn add(&mut self, tag: &BytesStart<'_>, depth: i32) {
        let id = tag.try_get_attribute("id").ok().flatten();
        let Some(id) = id.map(|id| id.value.into_owned()) else { return };
        if depth == 1 {
            self.top.insert(id.clone());
        }
        self.all.insert(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWING: &str = r#"<svg><g id="front"><path id="clock" d=""/></g>
        <g id="thing-paper"/><g id="thing-cup"><g id="thing-inside"/></g></svg>"#;

    fn codes(about: &str) -> Vec<(&'static str, Option<String>)> {
        let source = SourceFile::new("hall.ron", about);
        let place: Place = parse(&source).unwrap();
        let found = faults(&source, &place, DRAWING);
        found.into_iter().map(|finding| (finding.code, finding.nearest)).collect()
    }

    #[test]
    fn what_is_written_about_a_drawing_is_held_against_it() {
        let thing = r#"(put: (zh: "在", en: "There"), clear: (zh: "没了", en: "Gone"))"#;
        let both = format!(
            r#"(things: {{"paper": {thing}, "cup": {thing}}}, spots: {{"clock": (name: (zh: "钟", en: "clock"), at: (20, 30))}})"#
        );
        assert_eq!(codes(&both), []);
        assert_eq!(
            codes(&both.replace("paper", "papier")),
            [("not-drawn", Some("thing-paper".to_owned())), ("unnamed-thing", None)]
        );
        assert_eq!(
            codes(&both.replace("\"clock\": (", "\"clack\": (")),
            [("not-drawn", Some("clock".to_owned()))]
        );
        assert_eq!(codes(&both.replace("(20, 30)", "(20, 3000)")), [("outside-picture", None)]);
    }

    #[test]
    fn a_spot_is_told_in_per_cent() {
        let spot = PlaceSpot { name: Text::default(), at: (800, 90), on_person: false };
        assert_eq!(spot.percent(), (50, 10));
    }
}
