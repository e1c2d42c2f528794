//! Passages become beats and endings; what could not be played is refused with its place.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::{Number, When};
use crate::source::shorten;

use super::draft::{Beat, Draft, Ending, Exit, Step, Variable};
use super::ids::Ids;
use super::lines::{in_chinese, plain};
use super::markup::{self, Format, Piece};
use super::places::Report;
use super::shape::{Around, People, label, name_axis, shape};
use super::story::{Passage, Story};
use super::values::{By, Effect};

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
    let mut draft = Draft { id: id.to_owned(), title: story.title.clone(), ..Draft::default() };
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
                let found = format!("the passage `{}`, left out", shorten(&passage.name));
                let expected = "story passages; this one is for the story format only";
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
    for name in uses.changed.iter().filter(|name| !uses.read.contains(*name)) {
        let at = read.first().map_or(0, |r| r.passage.at);
        let found = format!("the variable `${name}`, which nothing reads; it was left out");
        report.note("twee-left-out", at, found, "a condition or a text that uses it");
    }
    let known: BTreeSet<String> = uses.changed.union(&uses.compared).cloned().collect();
    let around = Around { ids: &names, read: &uses.read, known: &known };
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
    draft.cast = people.cast();
    draft.variables = uses.variables(&startup);
    watched(&watches, &names, &mut draft);
    let places: BTreeMap<&str, usize> = read
        .iter()
        .filter_map(|r| Some((names.get(&r.passage.name)?.as_str(), r.passage.at)))
        .collect();
    ways(&draft, &places, report);
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
            let found =
                format!("no start; taken: the first passage, `{}`", shorten(&r.passage.name));
            report.note("twee-start", r.passage.at, found, "`start` in StoryData");
            Some(&r.passage.name)
        }
        None => {
            // Without any passage at all that has been said.
            if !story.passages.is_empty() || story.title.is_some() {
                report.fault("twee-no-passage", 0, "no passage of the story", "at least one");
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
            let found = format!(
                "the passage `{}`, to which no link leads; it was left out",
                shorten(&r.passage.name)
            );
            report.note("twee-left-out", r.passage.at, found, "a link to it, if it belongs");
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
    if beat.exits.is_empty() && !first {
        let text = told(&beat.enter);
        draft.endings.push(Ending { id: id.to_owned(), remarks, text });
        return;
    }
    if beat.exits.is_empty() {
        // A story of one passage: a beat, for a run starts in one, and an ending.
        let end = ids.take(&format!("{id}-end"));
        beat.exits.push(Exit { to: end.clone(), ..Exit::default() });
        draft.endings.push(Ending { id: end, ..Ending::default() });
    }
    id.clone_into(&mut beat.id);
    label(&passage.name).clone_into(&mut beat.label);
    beat.remarks = remarks;
    name_axis(&mut beat);
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

/// Which variables there are, who reads them, and how far they go.
#[derive(Default)]
struct Uses {
    changed: BTreeSet<String>,
    compared: BTreeSet<String>,
    read: BTreeSet<String>,
    bounds: BTreeMap<String, (i32, i32)>,
}

impl Uses {
    fn of<'p>(pieces: impl IntoIterator<Item = &'p Piece>) -> Uses {
        let mut uses = Uses::default();
        let mut shown = BTreeSet::new();
        for piece in pieces {
            uses.piece(piece, &mut shown);
        }
        uses.read = uses.compared.clone();
        uses.read.extend(shown.intersection(&uses.changed).cloned());
        uses
    }

    fn piece(&mut self, piece: &Piece, shown: &mut BTreeSet<String>) {
        match piece {
            Piece::Effect(effect) => self.effect(effect),
            Piece::Link(link) => link.effects.iter().for_each(|e| self.effect(e)),
            Piece::Value(name) => {
                shown.insert(name.clone());
            }
            Piece::Branch(arms) => {
                for arm in arms {
                    arm.when.iter().for_each(|when| self.test(when));
                    arm.pieces.iter().for_each(|piece| self.piece(piece, shown));
                }
            }
            Piece::Words(_) | Piece::Comment(_) => {}
        }
    }

    fn effect(&mut self, effect: &Effect) {
        self.changed.insert(effect.variable.clone());
        if let By::Set(n) = effect.by {
            self.reach(&effect.variable, n, n);
        }
    }

    fn test(&mut self, when: &When) {
        let n = |number: &Number| match number {
            Number::Literal(n) => i32::try_from(*n).unwrap_or(0),
            Number::Named(_) => 0,
        };
        let (name, low, high) = match when {
            When::Not(inner) => return self.test(inner),
            When::All(inner) | When::Any(inner) => return inner.iter().for_each(|w| self.test(w)),
            // One beyond, so that the comparison can also fail.
            When::AtLeast(name, at) => (name, n(at) - 1, n(at)),
            When::AtMost(name, at) => (name, n(at), n(at) + 1),
            When::Is(name, at) => (name, n(at), n(at)),
            _ => return,
        };
        self.compared.insert(name.clone());
        self.reach(name, low, high);
    }

    fn reach(&mut self, name: &str, low: i32, high: i32) {
        let (min, max) = self.bounds.entry(name.to_owned()).or_insert((0, 10));
        *min = (*min).min(low);
        *max = (*max).max(high);
    }

    fn variables(&self, startup: &[Piece]) -> Vec<Variable> {
        let mut starts: BTreeMap<&str, i32> = BTreeMap::new();
        for piece in startup {
            if let Piece::Effect(Effect { variable, by: By::Set(n) }) = piece {
                starts.insert(variable, *n);
            }
        }
        let each = self.read.iter().map(|id| {
            let (min, max) = self.bounds.get(id).copied().unwrap_or((0, 10));
            let start = starts.get(id.as_str()).copied().unwrap_or(0);
            Variable { id: id.clone(), min, max, start }
        });
        each.collect()
    }
}

/// Ways that could never end a run, which the checker would refuse.
fn ways(draft: &Draft, places: &BTreeMap<&str, usize>, report: &mut Report<'_>) {
    if draft.endings.is_empty() {
        let expected = "at least one passage without links: there the run ends";
        report.fault("twee-no-ending", 0, "a story that never ends", expected);
        return;
    }
    let everywhere: Vec<&str> = draft.watches.iter().map(|exit| exit.to.as_str()).collect();
    let mut ends: BTreeSet<&str> = draft.endings.iter().map(|e| e.id.as_str()).collect();
    let mut back: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for beat in &draft.beats {
        for to in beat.exits.iter().map(|e| e.to.as_str()).chain(everywhere.iter().copied()) {
            back.entry(to).or_default().push(&beat.id);
        }
    }
    let mut open: Vec<&str> = ends.iter().copied().collect();
    while let Some(id) = open.pop() {
        let more = back.get(id).into_iter().flatten().filter(|from| ends.insert(from));
        open.extend(more.copied().collect::<Vec<_>>());
    }
    let place = |id: &str| places.get(id).copied().unwrap_or(0);
    for beat in draft.beats.iter().filter(|b| !ends.contains(b.id.as_str())) {
        let found = format!("the passage `{}`, from which no ending can be reached", beat.label);
        let expected = "a way that comes to a passage without links";
        report.fault("twee-no-way-out", place(&beat.id), found, expected);
    }
    let round = circle(draft);
    if let Some(id) = round.first() {
        let found = format!("passages with one link each that lead round: {}", round.join(", "));
        let expected = "a second link in one of them, or another way";
        report.fault("twee-endless-loop", place(id), found, expected);
    }
}

/// Beats that ask nothing and lead round to themselves, or into such a round:
/// a run would hang there. Takes away, again and again, what leads out.
fn circle(draft: &Draft) -> Vec<&str> {
    let silent: BTreeMap<&str, &Beat> =
        draft.beats.iter().filter(|b| b.ask.is_none()).map(|b| (b.id.as_str(), b)).collect();
    let mut from: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, beat) in &silent {
        let on: Vec<&str> =
            beat.exits.iter().map(|e| e.to.as_str()).filter(|to| silent.contains_key(to)).collect();
        open.insert(id, on.len());
        on.into_iter().for_each(|to| from.entry(to).or_default().push(id));
    }
    let mut done: Vec<&str> = open.iter().filter(|(_, n)| **n == 0).map(|(id, _)| *id).collect();
    while let Some(id) = done.pop() {
        open.remove(id);
        for before in from.get(id).into_iter().flatten() {
            if let Some(count) = open.get_mut(before) {
                *count -= 1;
                if *count == 0 {
                    done.push(before);
                }
            }
        }
    }
    open.into_keys().collect()
}

fn all(mut whens: Vec<When>) -> When {
    if whens.len() == 1 { whens.remove(0) } else { When::All(whens) }
}
