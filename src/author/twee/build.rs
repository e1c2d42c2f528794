//! Passages become beats and endings; what could not be played is refused with its place.

use std::collections::{BTreeMap, BTreeSet};

use crate::say;
use crate::scenario::{Number, When};
use crate::source::{Text, shorten};

use super::draft::{Beat, Draft, Ending, Exit, Step, Variable};
use super::draws;
use super::flow;
use super::ids::Ids;
use super::lines::{in_chinese, plain, without_braces};
use super::markup::{self, Format, Piece};
use super::places::Report;
use super::shape::{Around, People, label, shape};
use super::story::{Passage, Story};
use super::uses::{self, Uses};

/// Passages that story formats keep for themselves.
const SPECIAL: [&str; 14] = [
    "StoryAuthor",
    "StorySubtitle",
    "StorySettings",
    "StoryIncludes",
    "StoryBanner",
    "StoryCaption",
    "StoryMenu",
    "StoryShare",
    "StoryDisplayTitle",
    "StoryInterface",
    "PassageReady",
    "PassageDone",
    "PassageHeader",
    "PassageFooter",
];

/// Tags that mean: not a part of the story.
const APART: [&str; 11] = [
    "script",
    "stylesheet",
    "widget",
    "init",
    "header",
    "footer",
    "debug-startup",
    "debug-header",
    "debug-footer",
    "Twine.private",
    "annotation",
];

/// What a passage is to a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A beat or an ending.
    Story,
    Briefing,
    Cast,
    /// Ways that are open everywhere.
    Watch,
    /// Sets variables before the story starts.
    Startup,
    /// For its readers in Twine only.
    Notes,
    Apart,
}

fn part(passage: &Passage) -> Part {
    let name = passage.name.as_str();
    if name == "StoryInit" || passage.is("startup") {
        Part::Startup
    } else if passage.is("notes") {
        Part::Notes
    } else if passage.is("briefing") {
        Part::Briefing
    } else if passage.is("cast") {
        Part::Cast
    } else if passage.is("watch") {
        Part::Watch
    } else if SPECIAL.contains(&name) || APART.iter().any(|tag| passage.is(tag)) {
        Part::Apart
    } else {
        Part::Story
    }
}

/// One passage of the story with its text read.
struct Read<'s> {
    passage: &'s Passage,
    pieces: Vec<Piece>,
}

/// Makes a skeleton. Where `report` holds faults afterwards, it is not to be used.
pub(super) fn build(story: &Story, id: &str, report: &mut Report<'_>) -> Draft {
    let format = Format::of(story.data.format.as_deref());
    let mut draft = Draft {
        id: id.to_owned(),
        title: story
            .title
            .as_deref()
            .map(|title| without_braces(&title.split_whitespace().collect::<Vec<_>>().join(" "))),
        ..Draft::default()
    };
    let mut people = People::default();
    let (mut read, mut watches, mut startup) = (Vec::new(), Vec::new(), Vec::new());
    for passage in &story.passages {
        let lines = || {
            let text = &report.text()[passage.body.clone()];
            let lines = text.lines().map(|line| plain(line).trim().to_owned());
            lines.filter(|line| !line.is_empty()).collect::<Vec<String>>()
        };
        match part(passage) {
            Part::Story => {
                let pieces = markup::read(passage.body.clone(), format, report);
                read.push(Read { passage, pieces });
            }
            Part::Watch => watches.extend(markup::read(passage.body.clone(), format, report)),
            Part::Startup => startup.extend(markup::read(passage.body.clone(), format, report)),
            Part::Briefing => draft.briefing.extend(lines()),
            Part::Cast => lines().iter().for_each(|line| people.introduce(line)),
            Part::Notes => {}
            Part::Apart => {
                let name = shorten(&passage.name);
                let found = say!("段落 `{name}` 没有采用", "the passage `{name}`, left out");
                let expected = say!(
                    "故事的段落；这一段只给故事格式用",
                    "story passages; this one is for the story format only"
                );
                report.note("twee-left-out", passage.at, found, expected);
            }
        }
    }
    let Some(start) = start(story, &read, report) else { return draft };
    dangling(&read, &watches, report);
    if report.faults() > 0 {
        return draft;
    }
    reached(&mut read, &watches, start, report);
    let mut ids = Ids::default();
    let mut names = BTreeMap::new();
    for (index, one) in read.iter().enumerate() {
        let id = ids.of(&one.passage.name, &format!("passage-{}", index + 1));
        names.insert(one.passage.name.clone(), id);
    }
    let uses = Uses::of(read.iter().flat_map(|r| &r.pieces).chain(&watches).chain(&startup));
    let known: BTreeSet<String> = uses.changed.union(&uses.compared).cloned().collect();
    let around = Around { ids: &names, known: &known };
    for Read { passage, pieces } in &read {
        let Some(id) = names.get(&passage.name) else { continue };
        // An ending is one text; nobody speaks in it.
        people.silent = links(pieces).is_empty() && passage.name != start;
        match shape(pieces, &around, &mut people) {
            Ok(beat) => place(beat, id, passage, passage.name == start, &mut draft, &mut ids),
            Err((found, expected)) => report.fault("twee-passage", passage.at, found, expected),
        }
    }
    if let Some(id) = names.get(start) {
        draft.start.clone_from(id);
    }
    let guessed = people.names.is_empty();
    draft.cast = people.cast();
    let spoke: Vec<&str> = draft.cast.iter().skip(1).map(|p| p.name.as_str()).collect();
    if guessed && !spoke.is_empty() {
        let at = read.first().map_or(0, |r| r.passage.at);
        let spoke = Text::list(spoke);
        let found = say!(
            "从 `Name: words` 猜出的说话人：{spoke}",
            "the speakers {spoke}, guessed from `Name: words`";
            spoke
        );
        let expected = say!(
            "要是其中有的不是人，加一段标签写 `cast`，一行一个名字",
            "a passage tagged `cast`, a name a line, if one of them is nobody"
        );
        report.note("twee-cast", at, found, expected);
    }
    watched(&watches, &names, &mut draft);
    draws::decide(&mut draft);
    let read_in = uses::settle(&mut draft);
    for name in known.difference(&read_in) {
        let found = say!(
            "没有地方读变量 `${name}`，没有采用",
            "the variable `${name}`, which nothing reads; it was left out"
        );
        let expected = say!("用到它的条件或文字", "a condition or a text that uses it");
        let at = report.text().find(&format!("${name}")).unwrap_or(0);
        report.note("twee-left-out", at, found, expected);
    }
    draft.variables.extend(uses.variables(&read_in, &startup));
    let places: BTreeMap<&str, usize> = read
        .iter()
        .filter_map(|r| Some((names.get(&r.passage.name)?.as_str(), r.passage.at)))
        .collect();
    flow::check(&draft, &places, report);
    draft
}

/// The first passage: the one `StoryData` names, else `Start`, else the first.
fn start<'s>(story: &'s Story, read: &[Read<'s>], report: &mut Report<'_>) -> Option<&'s str> {
    let find = |name: &str| read.iter().find(|r| r.passage.name == name);
    if let Some(name) = &story.data.start {
        return match find(name) {
            Some(r) => Some(&r.passage.name),
            None => {
                report.unknown(0, name, read.iter().map(|r| r.passage.name.as_str()));
                None
            }
        };
    }
    if let Some(r) = find("Start").or_else(|| find("start")) {
        return Some(&r.passage.name);
    }
    match read.first() {
        Some(r) => {
            let name = shorten(&r.passage.name);
            let found = say!(
                "没写从哪里开始，就取了第一段 `{name}`",
                "no start; taken: the first passage, `{name}`"
            );
            let expected = say!("StoryData 里写上 `start`", "`start` in StoryData");
            report.note("twee-start", r.passage.at, found, expected);
            Some(&r.passage.name)
        }
        None => {
            // A file without headers, or with broken ones, has been told so.
            if report.faults() == 0 {
                let found = say!("故事一段也没有", "no passage of the story");
                report.fault("twee-no-passage", 0, found, say!("至少一段", "at least one"));
            }
            None
        }
    }
}

fn dangling(read: &[Read<'_>], watches: &[Piece], report: &mut Report<'_>) {
    let names: BTreeSet<&str> = read.iter().map(|r| r.passage.name.as_str()).collect();
    let all = read.iter().flat_map(|r| &r.pieces).chain(watches);
    for link in links(all) {
        if !names.contains(link.target.as_str()) {
            report.unknown(link.at, &link.target, names.iter().copied());
        }
    }
}

/// Every link of these pieces, in their arms too.
fn links<'p>(pieces: impl IntoIterator<Item = &'p Piece>) -> Vec<&'p markup::Link> {
    let mut found = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Link(link) => found.push(link),
            Piece::Branch(arms) => {
                for arm in arms {
                    found.extend(links(&arm.pieces));
                }
            }
            _ => {}
        }
    }
    found
}

/// Keeps the passages that some way leads to; the others are noted.
fn reached(read: &mut Vec<Read<'_>>, watches: &[Piece], start: &str, report: &mut Report<'_>) {
    let ways: BTreeMap<&str, Vec<&str>> = read
        .iter()
        .map(|r| {
            let to = links(&r.pieces).into_iter().map(|l| l.target.as_str()).collect();
            (r.passage.name.as_str(), to)
        })
        .collect();
    let mut open: Vec<&str> = links(watches).into_iter().map(|l| l.target.as_str()).collect();
    open.push(start);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    while let Some(name) = open.pop() {
        if seen.insert(name.to_owned()) {
            open.extend(ways.get(name).into_iter().flatten());
        }
    }
    read.retain(|r| {
        let kept = seen.contains(&r.passage.name);
        if !kept {
            let name = shorten(&r.passage.name);
            let found = say!(
                "没有链接通到段落 `{name}`，没有采用",
                "the passage `{name}`, to which no link leads; it was left out"
            );
            let expected = say!("它属于故事的话，加一个链接通到它", "a link to it, if it belongs");
            report.note("twee-left-out", r.passage.at, found, expected);
        }
        kept
    });
}

/// Puts a shaped passage among the beats or the endings.
fn place(
    mut beat: Beat,
    id: &str,
    passage: &Passage,
    first: bool,
    draft: &mut Draft,
    ids: &mut Ids,
) {
    let mut remarks = heading(passage);
    remarks.append(&mut beat.remarks);
    let ends = beat.exits.is_empty() && beat.groups.is_empty();
    if ends && !first {
        let text = told(&beat.enter);
        draft.endings.push(Ending { id: id.to_owned(), remarks, text });
        return;
    }
    if ends {
        // A story of one passage: a beat, for a run starts in one, and an ending.
        let end = ids.take(&format!("{id}-end"));
        beat.exits.push(Exit { to: end.clone(), ..Exit::default() });
        draft.endings.push(Ending { id: end, ..Ending::default() });
    }
    id.clone_into(&mut beat.id);
    beat.label = label(&passage.name);
    beat.remarks = remarks;
    draft.beats.push(beat);
}

/// The words of an ending, which has one text only.
fn told(steps: &[Step]) -> String {
    let words = steps.iter().filter_map(|step| match step {
        Step::Tell(words) => Some(words.as_str()),
        _ => None,
    });
    let words: Vec<&str> = words.collect();
    words.join(if in_chinese(&words.concat()) { "" } else { " " })
}

/// What a passage's header said, for a comment.
fn heading(passage: &Passage) -> Vec<String> {
    let mut words = format!("Twee: {}", passage.name);
    if !passage.tags.is_empty() {
        words.push_str(&format!(" [{}]", passage.tags.join(" ")));
    }
    for (key, pair) in [("position", &passage.position), ("size", &passage.size)] {
        if let Some(pair) = pair {
            words.push_str(&format!(" {key} {pair}"));
        }
    }
    vec![words]
}

/// Ways that are open everywhere. One that stands under no condition gets a
/// variable of its own, which the author raises where it is to be taken.
fn watched(pieces: &[Piece], names: &BTreeMap<String, String>, draft: &mut Draft) {
    let mut found = Vec::new();
    guarded(pieces, &[], &mut found);
    for (when, link) in found {
        let Some(to) = names.get(&link.target) else { continue };
        let open = when.is_none();
        let when = when.unwrap_or_else(|| {
            let id = format!("watch-{}", draft.watches.len() + 1);
            let when = When::AtLeast(id.clone(), Number::Literal(1));
            draft.variables.push(Variable { id, min: 0, max: 1, start: 0 });
            when
        });
        let remarks = link.remark.as_ref().map(|r| r.author.clone()).unwrap_or_default();
        draft.watches.push(Exit { when: Some(when), to: to.clone(), remarks, open });
    }
}

fn guarded<'p>(
    pieces: &'p [Piece],
    guard: &[When],
    found: &mut Vec<(Option<When>, &'p markup::Link)>,
) {
    for piece in pieces {
        match piece {
            Piece::Link(link) => {
                found.push(((!guard.is_empty()).then(|| all(guard.to_vec())), link));
            }
            Piece::Branch(arms) => {
                let mut before = guard.to_vec();
                for arm in arms {
                    let inner: Vec<When> = before.iter().cloned().chain(arm.when.clone()).collect();
                    guarded(&arm.pieces, &inner, found);
                    before.extend(arm.when.clone().map(|when| When::Not(Box::new(when))));
                }
            }
            _ => {}
        }
    }
}

fn all(mut whens: Vec<When>) -> When {
    if whens.len() == 1 { whens.remove(0) } else { When::All(whens) }
}
