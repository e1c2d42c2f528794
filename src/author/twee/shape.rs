//! One passage's pieces as a beat: lines told in order, and links gathered behind them.

use std::collections::{BTreeMap, BTreeSet};

use crate::say;
use crate::scenario::When;
use crate::source::Text;

use super::draft::{Ask, Beat, Choice, Exit, Group, Person, Step};
use super::ids::{self, Ids};
use super::lines::{is_you, plain, speaker, without_braces, without_bullet};
use super::markup::{Link, Piece};
use super::values::Effect;

/// Alternatives of one axis beyond this are refused by the checker.
const MOST_WAYS: usize = 64;

/// No passage has more links than this.
const MOST_LINKS: usize = 100;

/// Everybody who speaks, by the name their lines bear.
#[derive(Debug, Default)]
pub(super) struct People {
    /// Names from a passage tagged `cast`; with them, only those speak.
    pub(super) names: Vec<String>,
    /// Lines are told, whoever they seem to be of.
    pub(super) silent: bool,
    known: BTreeMap<String, Person>,
    order: Vec<String>,
    spoke: BTreeSet<String>,
    ids: Ids,
}

impl People {
    /// Takes a line of the cast: `Name (id): role`.
    pub(super) fn introduce(&mut self, line: &str) {
        let (name, role) = match line.split_once([':', '：']) {
            Some((name, role)) => (name.trim(), Some(role.trim()).filter(|r| !r.is_empty())),
            None => (line.trim(), None),
        };
        let (shown, id) = ids::chosen(name).unwrap_or((name, ""));
        if shown.is_empty() || self.known.contains_key(shown) {
            return;
        }
        let id = self.id(shown, Some(id).filter(|id| !id.is_empty()));
        let person = Person { id, name: shown.to_owned(), role: role.map(str::to_owned) };
        self.names.push(shown.to_owned());
        self.known.insert(shown.to_owned(), person);
    }

    fn id(&mut self, name: &str, chosen: Option<&str>) -> String {
        match chosen {
            Some(id) => self.ids.take(id),
            None if is_you(name) => self.ids.take("you"),
            None => {
                let id = ids::slug(name).unwrap_or_else(|| "person".to_owned());
                // `you` is the trainee; nobody else is called so.
                self.ids.take(if id == "you" { "you-2" } else { &id })
            }
        }
    }

    /// Somebody speaks: the id.
    fn speaks(&mut self, name: &str) -> String {
        if self.spoke.insert(name.to_owned()) {
            self.order.push(name.to_owned());
        }
        if let Some(person) = self.known.get(name) {
            return person.id.clone();
        }
        // 你 and 我 are one trainee.
        let you = self.known.values().any(|p| p.id == "you");
        let id = if is_you(name) && you { "you".to_owned() } else { self.id(name, None) };
        let person = Person { id: id.clone(), name: name.to_owned(), role: None };
        self.known.insert(name.to_owned(), person);
        id
    }

    /// Those who spoke, each once, and the trainee in any case.
    pub(super) fn cast(self) -> Vec<Person> {
        let mut seen = BTreeSet::new();
        let mut cast: Vec<Person> = Vec::new();
        let you = self.known.values().find(|p| p.id == "you").cloned();
        cast.push(you.unwrap_or(Person { id: "you".to_owned(), name: String::new(), role: None }));
        seen.insert("you".to_owned());
        let spoke = self.order.iter().filter_map(|name| self.known.get(name));
        cast.extend(spoke.filter(|p| seen.insert(p.id.clone())).cloned());
        cast
    }
}

/// What shaping a passage needs to know of the rest.
pub(super) struct Around<'a> {
    /// Ids by passage name.
    pub(super) ids: &'a BTreeMap<String, String>,
    /// Variables that something changes or compares; `$x` of others is text.
    pub(super) known: &'a BTreeSet<String>,
}

/// A link, the condition it stands under, and its words.
struct Found<'a> {
    link: &'a Link,
    when: Option<When>,
}

/// A passage flattened.
#[derive(Default)]
struct Flat<'a> {
    steps: Vec<Step>,
    found: Vec<Found<'a>>,
    remarks: Vec<String>,
    stage: Option<String>,
    line: String,
    outside: String,
}

/// Why a passage cannot become a beat: what was found, what to write.
pub(super) type Wrong = (Text, Text);

/// A passage as a beat. Its ways stand in `exits`, or in `groups` where it is
/// still to be decided which is taken; with neither it is an ending.
pub(super) fn shape(
    pieces: &[Piece],
    around: &Around<'_>,
    people: &mut People,
) -> Result<Beat, Wrong> {
    let mut flat = Flat::default();
    flat.walk(pieces, &[], around, people);
    flat.flush(people);
    let Flat { mut steps, found, remarks, stage, .. } = flat;
    if found.len() > MOST_LINKS {
        let count = found.len();
        let found = say!("一段有 {count} 个链接", "a passage with {count} links");
        return Err((found, say!("至多 100 个；拆开它", "at most 100; divide it")));
    }
    let mut beat = Beat { remarks, stage, ..Beat::default() };
    let (mut options, alone) = options(&found, around, people);
    if !options.is_empty() && options.iter().all(|o| o.choice.when.is_some()) {
        fork(&mut options, &alone, &mut beat)?;
        beat.enter = steps;
        return Ok(beat);
    }
    if options.len() == 1 && alone.is_empty() && !options[0].named {
        // One way and no other: nothing is asked, the run goes on.
        let only = options.remove(0);
        steps.extend(only.choice.then);
        beat.enter = steps;
        beat.exits = only.ways;
        return Ok(beat);
    }
    let asks = !options.is_empty();
    // What Liyi exported ends with the prompt; elsewhere it has to look like one.
    let any = options.iter().any(|option| option.named);
    let prompt = if asks { question(&mut steps, any) } else { None };
    beat.enter = steps;
    let mut choices = Vec::new();
    for option in options {
        let deed = Some(When::Did(option.choice.id.clone()));
        beat.groups.push(Group { deed, ways: option.ways });
        choices.push(option.choice);
    }
    let limited = asks && !alone.is_empty();
    if !alone.is_empty() {
        beat.groups.push(Group { deed: limited.then_some(When::TimeUp), ways: alone });
    }
    if let Some(most) = beat.groups.iter().map(|g| g.ways.len()).max().filter(|n| *n > MOST_WAYS) {
        let found = say!("一个选项有 {most} 条路", "one option with {most} ways");
        return Err((found, say!("至多 64 条", "at most 64")));
    }
    if asks {
        beat.ask = Some(Ask { prompt, options: choices, limited });
    }
    Ok(beat)
}

/// Every link depends on a condition: two that exclude each other are ways,
/// anything else might offer nothing.
fn fork(options: &mut Vec<Offered>, alone: &[Exit], beat: &mut Beat) -> Result<(), Wrong> {
    let wrong = || {
        let found =
            say!("这一段每个链接都带条件", "a passage whose every link depends on a condition");
        let expected = say!(
            "留一个不带条件的链接，或者写 (else:)",
            "one link that is always there, or an (else:)"
        );
        Err((found, expected))
    };
    let [first, second] = options.as_slice() else { return wrong() };
    let (Some(a), Some(b)) = (&first.choice.when, &second.choice.when) else { return wrong() };
    if *b != When::Not(Box::new(a.clone())) || !alone.is_empty() {
        return wrong();
    }
    let a = a.clone();
    let (first, second) = (options.remove(0), options.remove(0));
    let mut exits: Vec<Exit> = first.ways.into_iter().take(1).collect();
    for exit in &mut exits {
        exit.when = Some(a.clone());
    }
    exits.extend(second.ways.into_iter().take(1));
    beat.exits = exits;
    Ok(())
}

/// The last line, where it asks for an answer.
fn question(steps: &mut Vec<Step>, any: bool) -> Option<String> {
    match steps.last() {
        Some(Step::Tell(words)) if any || words.ends_with([':', '：', '?', '？']) => {
            match steps.pop() {
                Some(Step::Tell(words)) => Some(words),
                _ => None,
            }
        }
        _ => None,
    }
}

/// An option with every way it may lead.
struct Offered {
    choice: Choice,
    ways: Vec<Exit>,
    /// Its id was given, so it is an option even when it is the only one.
    named: bool,
    target: String,
}

/// Links as options; those marked as taken by themselves apart.
fn options(
    found: &[Found<'_>],
    around: &Around<'_>,
    people: &mut People,
) -> (Vec<Offered>, Vec<Exit>) {
    let mut options: Vec<Offered> = Vec::new();
    let mut alone: Vec<Exit> = Vec::new();
    let mut taken = Ids::default();
    for Found { link, when } in found {
        let Some(to) = around.ids.get(&link.target) else { continue };
        let remark = link.remark.clone().unwrap_or_default();
        let named = remark.id.is_some();
        let way = Exit { when: None, to: to.clone(), remarks: remark.author.clone(), open: false };
        if link.remark.is_some() && !named {
            if alone.iter().all(|w| w.to != *to) {
                alone.push(way);
            }
            continue;
        }
        let words = option_words(link);
        let same = |o: &&mut Offered| match &remark.id {
            Some(id) => o.choice.id == *id,
            None => o.target == *to && o.choice.words == words && o.choice.when == *when,
        };
        if let Some(before) = options.iter_mut().find(same) {
            // The same option again: another way it may lead, if it does.
            if before.ways.iter().all(|w| w.to != *to) {
                before.ways.push(way);
            }
            continue;
        }
        let mut then: Vec<Step> = remark.then.iter().map(|line| step(line, people)).collect();
        then.extend(changes(&link.effects));
        let id = taken.take(remark.id.as_deref().unwrap_or(to));
        let choice = Choice { id, words, when: when.clone(), then, remarks: remark.author };
        options.push(Offered { choice, ways: vec![way], named, target: to.clone() });
    }
    for option in &mut options {
        // What an author noted of the one way stands above it already.
        if option.ways.len() > 1 {
            option.choice.remarks.clear();
        } else {
            option.ways.iter_mut().for_each(|way| way.remarks.clear());
        }
    }
    (options, alone)
}

/// What stands on the button.
fn option_words(link: &Link) -> String {
    let words = link.words.as_deref().map(plain).unwrap_or_default();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { label(&link.target) } else { words }
}

/// A passage's name as it is shown: without the id chosen for it.
pub(super) fn label(name: &str) -> String {
    let label = ids::chosen(name).map_or(name, |(label, _)| label);
    if label.trim().is_empty() { "…".to_owned() } else { without_braces(label.trim()) }
}

fn changes(effects: &[Effect]) -> impl Iterator<Item = Step> {
    effects.iter().cloned().map(Step::Change)
}

/// A line as somebody's words or the narrator's.
fn step(line: &str, people: &mut People) -> Step {
    match speaker(line, &people.names) {
        Some((name, words)) if !people.silent => Step::Say(people.speaks(name), words.to_owned()),
        _ => Step::Tell(line.to_owned()),
    }
}

impl<'a> Flat<'a> {
    fn walk(
        &mut self,
        pieces: &'a [Piece],
        guard: &[When],
        around: &Around<'_>,
        people: &mut People,
    ) {
        for piece in pieces {
            match piece {
                Piece::Words(words) => self.words(&plain(words), people),
                Piece::Value(name) if around.known.contains(name) => {
                    self.put(&format!("{{var.{name}}}"));
                }
                Piece::Value(name) => self.put(&format!("${name}")),
                Piece::Link(link) => {
                    // A way taken by itself is nothing to be read.
                    if link.remark.is_none() {
                        self.line.push_str(&option_words(link));
                    }
                    self.line.push('\u{200b}');
                    let when = match guard {
                        [] => None,
                        [one] => Some(one.clone()),
                        many => Some(When::All(many.to_vec())),
                    };
                    self.found.push(Found { link, when });
                }
                Piece::Effect(effect) => {
                    self.flush(people);
                    self.steps.extend(changes(std::slice::from_ref(effect)));
                }
                Piece::Comment(text) => self.comment(text),
                Piece::Branch(arms) => {
                    self.flush(people);
                    let mut before: Vec<When> = Vec::new();
                    let mut told: Vec<(Option<When>, Vec<Step>)> = Vec::new();
                    for arm in arms {
                        let mut inner: Vec<When> = guard.to_vec();
                        inner.extend(before.iter().map(|w| When::Not(Box::new(w.clone()))));
                        inner.extend(arm.when.clone());
                        let outer = std::mem::take(&mut self.steps);
                        self.walk(&arm.pieces, &inner, around, people);
                        self.flush(people);
                        told.push((arm.when.clone(), std::mem::replace(&mut self.steps, outer)));
                        before.extend(arm.when.clone());
                    }
                    self.steps.extend(nest(told));
                }
            }
        }
    }

    fn words(&mut self, words: &str, people: &mut People) {
        let mut lines = words.split('\n');
        if let Some(first) = lines.next() {
            self.put(first);
        }
        for line in lines {
            self.flush(people);
            self.put(line);
        }
    }

    fn put(&mut self, words: &str) {
        self.line.push_str(words);
        self.outside.push_str(words);
    }

    /// Ends a line. One of links alone, with at most marks around them, is no line.
    fn flush(&mut self, people: &mut People) {
        let line = std::mem::take(&mut self.line);
        let outside = std::mem::take(&mut self.outside);
        let linked = line.contains('\u{200b}');
        let line = line.replace('\u{200b}', "");
        let shown = without_bullet(&line);
        let rule = shown.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | ' '));
        let told = outside.chars().any(char::is_alphanumeric) || (!linked && !rule);
        if told && !shown.is_empty() {
            let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            self.steps.push(step(&shown, people));
        }
    }

    fn comment(&mut self, text: &str) {
        if let Some(stage) = text.strip_prefix("stage:").map(str::trim).filter(|s| ids::is_id(s)) {
            self.stage = Some(stage.to_owned());
            return;
        }
        self.remarks.extend(text.lines().map(|line| line.trim_end().to_owned()));
    }
}

/// Arms one inside the other, as steps have it.
fn nest(told: Vec<(Option<When>, Vec<Step>)>) -> Vec<Step> {
    let mut inside: Vec<Step> = Vec::new();
    for (when, steps) in told.into_iter().rev() {
        inside = match when {
            None => steps,
            Some(_) if steps.is_empty() && inside.is_empty() => Vec::new(),
            Some(when) if steps.is_empty() => {
                vec![Step::If { when: When::Not(Box::new(when)), then: inside, otherwise: steps }]
            }
            Some(when) => vec![Step::If { when, then: steps, otherwise: inside }],
        };
    }
    inside
}
