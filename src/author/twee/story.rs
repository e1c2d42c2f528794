//! A Twee file as its specification describes it: passages, the story's title and data.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::source::shorten;

use super::header::{self, Header};
use super::places::Report;

/// A Twine story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// The text of `StoryTitle`.
    pub title: Option<String>,
    /// What `StoryData` says.
    pub data: StoryData,
    /// Every other passage, in the file's order.
    pub passages: Vec<Passage>,
}

/// What the `StoryData` passage says, as far as a scenario has use for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryData {
    pub ifid: Option<String>,
    /// The story format: `Harlowe`, `SugarCube`, …
    pub format: Option<String>,
    /// The name of the first passage.
    pub start: Option<String>,
}

/// One passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub name: String,
    pub tags: Vec<String>,
    /// `x,y` of its tile in Twine's map.
    pub position: Option<String>,
    /// Width and height of its tile.
    pub size: Option<String>,
    /// The byte offset of its header.
    pub at: usize,
    /// The bytes of its text, without blank lines at the end.
    pub body: Range<usize>,
}

impl Passage {
    /// Whether it bears this tag.
    pub fn is(&self, tag: &str) -> bool {
        self.tags.iter().any(|t| t == tag)
    }
}

/// Reads the passages of a file.
pub(super) fn read(report: &mut Report<'_>) -> Story {
    let text = report.text();
    let mut story = Story::default();
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut has_data = false;
    let (first, headers) = headers(text);
    if headers.is_empty() {
        report.fault("twee-no-passage", 0, "no passage", "a Twee 3 file: `:: Name` before each");
        return story;
    }
    if let Some(at) = text[..first].find(|c: char| !c.is_whitespace()) {
        let found = "text before the first passage, which was left out";
        report.note("twee-left-out", at, found, "a `:: Name` above it, if it belongs to the story");
    }
    for (index, at) in headers.iter().copied().enumerate() {
        let end = headers.get(index + 1).copied().unwrap_or(text.len());
        let line_end = text[at..end].find('\n').map_or(end, |n| at + n);
        let header = match header::read(text[at + 2..line_end].trim_end_matches('\r')) {
            Ok(header) => header,
            Err((found, expected)) => {
                report.fault("twee-header", at, found, expected);
                continue;
            }
        };
        if let Some(bad) = &header.bad_metadata {
            report.note("twee-metadata", at, bad, "{\"position\":\"x,y\",\"size\":\"w,h\"}");
        }
        if let Some(before) = names.insert(header.name.clone(), at) {
            let found = format!(
                "a second passage `{}` (first in line {})",
                shorten(&header.name),
                report.line(before)
            );
            report.fault("twee-duplicate-passage", at, found, "a name of its own");
            continue;
        }
        let from = (line_end + 1).min(end);
        let body = from..from + text[from..end].trim_end().len();
        match header.name.as_str() {
            "StoryTitle" => {
                story.title = Some(text[body].trim().to_owned()).filter(|t| !t.is_empty());
            }
            "StoryData" => {
                has_data = true;
                data(&mut story, body, report);
            }
            _ => story.passages.push(passage(header, at, body)),
        }
    }
    if !has_data {
        let found = "no passage `StoryData`; the start and the story format are guessed";
        report.note("twee-no-story-data", 0, found, "a file saved by Twine 2 has one");
    }
    story
}

fn passage(header: Header, at: usize, body: Range<usize>) -> Passage {
    let Header { name, tags, position, size, .. } = header;
    Passage { name, tags, position, size, at, body }
}

/// Where the first line that starts with `::` begins, and all of them.
fn headers(text: &str) -> (usize, Vec<usize>) {
    let after = text.match_indices("\n::").map(|(at, _)| at + 1);
    let first = text.starts_with("::").then_some(0);
    let all: Vec<usize> = first.into_iter().chain(after).collect();
    (all.first().copied().unwrap_or(text.len()), all)
}

fn data(story: &mut Story, body: Range<usize>, report: &mut Report<'_>) {
    let at = body.start;
    let map = match serde_json::from_str::<Value>(&report.text()[body]) {
        Ok(Value::Object(map)) => map,
        Ok(_) => {
            let found = "a `StoryData` that is no JSON object; it was left out";
            report.note("twee-story-data", at, found, "{ \"ifid\": … }");
            return;
        }
        Err(error) => {
            let found = format!("a `StoryData` that is not JSON ({error}); it was left out");
            report.note("twee-story-data", at, found, "{ \"ifid\": … }");
            return;
        }
    };
    let words = |key: &str| map.get(key).and_then(Value::as_str).map(str::to_owned);
    story.data = StoryData { ifid: words("ifid"), format: words("format"), start: words("start") };
    if story.data.ifid.is_none() {
        report.note("twee-story-data", at, "a `StoryData` without `ifid`", "the story's IFID");
    }
}
