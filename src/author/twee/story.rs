//! A Twee file as its specification describes it: passages, the story's title and data.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::say;
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
        let found = say!("一段也没有", "no passage");
        let expected =
            say!("Twee 3 文件：每段上面写 `:: Name`", "a Twee 3 file: `:: Name` before each");
        report.fault("twee-no-passage", 0, found, expected);
        return story;
    }
    if let Some(at) = text[..first].find(|c: char| !c.is_whitespace()) {
        let found =
            say!("第一段前面有文字，没有采用", "text before the first passage, which was left out");
        let expected = say!(
            "它属于故事的话，上面写 `:: Name`",
            "a `:: Name` above it, if it belongs to the story"
        );
        report.note("twee-left-out", at, found, expected);
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
            let expected = say!(
                "写成 {{\"position\":\"x,y\",\"size\":\"w,h\"}}",
                "{{\"position\":\"x,y\",\"size\":\"w,h\"}}"
            );
            report.note("twee-metadata", at, bad.clone(), expected);
        }
        if let Some(before) = names.insert(header.name.clone(), at) {
            let (name, line) = (shorten(&header.name), report.line(before));
            let found = say!(
                "又一段叫 `{name}`（第一段在第 {line} 行）",
                "a second passage `{name}` (first in line {line})"
            );
            let expected = say!("自己的名称", "a name of its own");
            report.fault("twee-duplicate-passage", at, found, expected);
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
        let found = say!(
            "没有 `StoryData` 这一段，开头和故事格式是猜的",
            "no passage `StoryData`; the start and the story format are guessed"
        );
        let expected = say!("Twine 2 存的文件里有这一段", "a file saved by Twine 2 has one");
        report.note("twee-no-story-data", 0, found, expected);
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
    let expected = || say!("写成 {{ \"ifid\": … }}", "{{ \"ifid\": … }}");
    let map = match serde_json::from_str::<Value>(&report.text()[body]) {
        Ok(Value::Object(map)) => map,
        Ok(_) => {
            let found = say!(
                "`StoryData` 不是 JSON 对象，没有采用",
                "a `StoryData` that is no JSON object; it was left out"
            );
            report.note("twee-story-data", at, found, expected());
            return;
        }
        Err(error) => {
            let found = say!(
                "`StoryData` 不是 JSON（{error}），没有采用",
                "a `StoryData` that is not JSON ({error}); it was left out"
            );
            report.note("twee-story-data", at, found, expected());
            return;
        }
    };
    let words = |key: &str| map.get(key).and_then(Value::as_str).map(str::to_owned);
    story.data = StoryData { ifid: words("ifid"), format: words("format"), start: words("start") };
    if story.data.ifid.is_none() {
        let found = say!("`StoryData` 缺 `ifid`", "a `StoryData` without `ifid`");
        report.note("twee-story-data", at, found, say!("故事的 IFID", "the story's IFID"));
    }
}
