//! Where in a file a value stands, so that a fault of meaning has a place too.
//!
//! Reading with serde forgets places. A [`Locator`] reads the text a second
//! time, forgivingly, into a tree of spans, and a [`Path`] such as
//! `beats › "ring" › activity › options › 2 › id` walks down it: field names,
//! map keys, and positions in lists and tuples. Variant names and `Some` take
//! no step of their own.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::SourceFile;
use super::lexer::{Kind, Token, tokens};

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part<'a> {
    /// A struct's field or a map's key.
    Name(&'a str),
    /// A position in a list or tuple, from 0.
    At(usize),
}

/// The way to a value in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path<'a>(Vec<Part<'a>>);

impl<'a> Path<'a> {
    /// The way to the whole file's value.
    pub fn root() -> Path<'a> {
        Path(Vec::new())
    }

    /// One step on, to a field or a map's key.
    #[must_use]
    pub fn name(&self, name: &'a str) -> Path<'a> {
        self.then(Part::Name(name))
    }

    /// One step on, to a position in a list or tuple.
    #[must_use]
    pub fn at(&self, index: usize) -> Path<'a> {
        self.then(Part::At(index))
    }

    /// The way to the value around this one; the root's is the root.
    #[must_use]
    pub fn up(&self) -> Path<'a> {
        let mut parts = self.0.clone();
        parts.pop();
        Path(parts)
    }

    /// Every step of the way.
    pub fn parts(&self) -> &[Part<'a>] {
        &self.0
    }

    /// One step of the way, counted from 0.
    pub fn part(&self, index: usize) -> Option<Part<'a>> {
        self.0.get(index).copied()
    }

    fn then(&self, part: Part<'a>) -> Path<'a> {
        let mut parts = Vec::with_capacity(self.0.len() + 1);
        parts.extend_from_slice(&self.0);
        parts.push(part);
        Path(parts)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" › ")?;
            }
            match part {
                Part::Name(name) => f.write_str(name)?,
                Part::At(at) => write!(f, "{}", at + 1)?,
            }
        }
        Ok(())
    }
}

/// The spans of a file's values.
#[derive(Debug)]
pub struct Locator<'a> {
    source: &'a SourceFile,
    root: Option<Node>,
}

#[derive(Debug)]
struct Node {
    start: usize,
    end: usize,
    inside: Inside,
}

#[derive(Debug)]
enum Inside {
    Leaf,
    List(Vec<Node>),
    /// Fields or map entries: where the key stands, and the value.
    Named(Vec<((usize, usize), Node)>),
}

/// Deeper values are one span with no inside: ron refuses them long before.
const DEEPEST: usize = 160;

impl<'a> Locator<'a> {
    /// Reads the spans of any text; a broken one has those before the break.
    pub fn new(source: &'a SourceFile) -> Locator<'a> {
        let tokens = tokens(&source.text);
        let mut reader = Reader { text: &source.text, tokens: &tokens, at: 0 };
        let root = reader.value(0);
        Locator { source, root }
    }

    /// Line and column where the value at the path starts; where there is no
    /// such value (it was left out), where the nearest one around it starts.
    pub fn value(&self, path: &Path<'_>) -> (usize, usize) {
        self.find(path).map_or((0, 0), |(_, node)| self.source.place(node.start))
    }

    /// Line and column of the key that leads to the value at the path.
    pub fn key(&self, path: &Path<'_>) -> (usize, usize) {
        self.find(path).map_or((0, 0), |(start, _)| self.source.place(start))
    }

    /// Line and column of a piece of the value's own spelling; where it is not
    /// spelt that way, where the value starts.
    pub fn within(&self, path: &Path<'_>, piece: &str) -> (usize, usize) {
        let Some((_, node)) = self.find(path) else { return (0, 0) };
        let inside = self.source.text[node.start..node.end].find(piece).unwrap_or(0);
        self.source.place(node.start + inside)
    }

    /// The bytes of the value at exactly this path, without a `Some` around it;
    /// `None` where it was left out.
    pub fn span(&self, path: &Path<'_>) -> Option<Range<usize>> {
        self.exact(path).map(|(_, node)| node.start..node.end)
    }

    /// The bytes from the key that leads to exactly this value up to its end.
    pub fn entry(&self, path: &Path<'_>) -> Option<Range<usize>> {
        self.exact(path).map(|(key, node)| key..node.end)
    }

    /// How many values the list or tuple at exactly this path holds.
    pub fn length(&self, path: &Path<'_>) -> usize {
        match self.exact(path) {
            Some((_, Node { inside: Inside::List(items), .. })) => items.len(),
            _ => 0,
        }
    }

    /// Map keys and fields written twice in one place: the key, where it
    /// stands again, and where it stood first.
    pub fn repeated_keys(&self) -> Vec<(String, (usize, usize), (usize, usize))> {
        let mut repeated = Vec::new();
        let mut open: Vec<&Node> = self.root.iter().collect();
        while let Some(node) = open.pop() {
            match &node.inside {
                Inside::Leaf => {}
                Inside::List(items) => open.extend(items),
                Inside::Named(entries) => {
                    let mut seen = std::collections::BTreeMap::new();
                    for (key, value) in entries {
                        let name = self.key_text(*key);
                        if let Some(first) = seen.get(&name) {
                            let place = self.source.place(key.0);
                            repeated.push((name.into_owned(), place, self.source.place(*first)));
                        } else {
                            seen.insert(name, key.0);
                        }
                        open.push(value);
                    }
                }
            }
        }
        repeated
    }

    /// Where the innermost bracketed value around an offset starts.
    pub(super) fn around(&self, offset: usize) -> Option<usize> {
        let mut node = self.root.as_ref()?;
        let mut start = node.start;
        loop {
            let inner = match &node.inside {
                Inside::Leaf => None,
                Inside::List(items) => items.iter().find(|n| n.holds(offset)),
                Inside::Named(entries) => entries.iter().map(|(_, n)| n).find(|n| n.holds(offset)),
            };
            match inner {
                Some(inner) if !matches!(inner.inside, Inside::Leaf) => node = inner,
                _ => return Some(start),
            }
            start = node.start;
        }
    }

    /// The key's start and the deepest value that the path reaches.
    fn find(&self, path: &Path<'_>) -> Option<(usize, &Node)> {
        self.descend(path).map(|(key, node, _)| (key, node))
    }

    /// The key's start and the value, if the path leads all the way.
    fn exact(&self, path: &Path<'_>) -> Option<(usize, &Node)> {
        let (key, node, steps) = self.descend(path)?;
        (steps == path.0.len()).then_some((key, node))
    }

    /// The key's start, the deepest value that the path reaches, and how many
    /// steps lead there.
    fn descend(&self, path: &Path<'_>) -> Option<(usize, &Node, usize)> {
        let mut node = self.root.as_ref()?;
        let mut key = node.start;
        for (step, part) in path.0.iter().enumerate() {
            let next = match (part, &node.inside) {
                (Part::Name(name), Inside::Named(entries)) => entries
                    .iter()
                    // The last of several, as it is the one that counts.
                    .rfind(|(key, _)| self.key_text(*key) == *name)
                    .map(|(key, node)| (key.0, node)),
                (Part::At(index), Inside::List(items)) => items.get(*index).map(|n| (n.start, n)),
                _ => None,
            };
            match next {
                Some((start, inner)) => (key, node) = (start, inner),
                None => return Some((key, node, step)),
            }
        }
        Some((key, node, path.0.len()))
    }

    fn key_text(&self, (start, end): (usize, usize)) -> Cow<'a, str> {
        let raw = &self.source.text[start..end];
        let inner = raw.strip_prefix('"').and_then(|r| r.strip_suffix('"'));
        match inner {
            Some(inner) if !inner.contains('\\') => Cow::Borrowed(inner),
            _ if raw.contains('"') => ron::from_str(raw).map_or(Cow::Borrowed(raw), Cow::Owned),
            _ => Cow::Borrowed(raw.strip_prefix("r#").unwrap_or(raw)),
        }
    }
}

impl Node {
    fn holds(&self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    fn next_is(&self, mark: char) -> bool {
        self.peek().is_some_and(|t| t.kind == Kind::Mark(mark))
    }

    /// One value, or `None` at a closing bracket, a separator or the end.
    fn value(&mut self, depth: usize) -> Option<Node> {
        let first = self.peek()?;
        let mut opener = first;
        if first.kind == Kind::Word {
            self.at += 1;
            match self.peek() {
                Some(token) if token.kind == Kind::Mark('(') => opener = token,
                _ => return Some(leaf(first)),
            }
        }
        let close = match opener.kind {
            Kind::Mark('(') => ')',
            Kind::Mark('[') => ']',
            Kind::Mark('{') => '}',
            Kind::Mark(')' | ']' | '}' | ',' | ':') => return None,
            _ => {
                self.at += 1;
                return Some(leaf(first));
            }
        };
        self.at += 1;
        if depth == DEEPEST {
            return Some(Node {
                start: first.start,
                end: self.skip(opener.end),
                inside: Inside::Leaf,
            });
        }
        let (inside, end) = self.entries(close, opener.end, depth);
        if first.kind == Kind::Word && &self.text[first.start..first.end] == "Some" {
            return Some(match inside {
                Inside::List(mut items) if items.len() == 1 => items.remove(0),
                inside => Node { start: first.start, end, inside },
            });
        }
        Some(Node { start: first.start, end, inside })
    }

    /// What stands up to the closing bracket, and where that ends.
    fn entries(&mut self, close: char, opened: usize, depth: usize) -> (Inside, usize) {
        let (mut items, mut named) = (Vec::new(), Vec::new());
        let mut end = opened;
        while let Some(token) = self.peek() {
            end = token.end;
            match token.kind {
                Kind::Mark(mark @ (')' | ']' | '}')) => {
                    // A foreign bracket closes something further out: leave it there.
                    if mark == close {
                        self.at += 1;
                    } else {
                        end = token.start;
                    }
                    break;
                }
                Kind::Mark(',' | ':') => self.at += 1,
                _ => {
                    let Some(value) = self.value(depth + 1) else { break };
                    end = value.end;
                    if self.next_is(':') && close != ']' {
                        self.at += 1;
                        let key = (value.start, value.end);
                        if let Some(value) = self.value(depth + 1) {
                            end = value.end;
                            named.push((key, value));
                        }
                    } else {
                        items.push(value);
                    }
                }
            }
        }
        let inside = if named.is_empty() { Inside::List(items) } else { Inside::Named(named) };
        (inside, end)
    }

    /// Goes past everything up to the bracket that closes what was opened.
    fn skip(&mut self, opened: usize) -> usize {
        let (mut depth, mut end) = (1usize, opened);
        while let Some(token) = self.peek() {
            self.at += 1;
            end = token.end;
            match token.kind {
                Kind::Mark('(' | '[' | '{') => depth += 1,
                Kind::Mark(')' | ']' | '}') => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        end
    }
}

fn leaf(token: Token) -> Node {
    Node { start: token.start, end: token.end, inside: Inside::Leaf }
}

#[cfg(test)]
mod tests {
    use super::{Locator, Path};
    use crate::source::SourceFile;

    const TEXT: &str = r#"(
    id: "a", // "b": no
    beats: {
        "one": (activity: Choice(
            options: [(id: "x"), Some((id: "y"))],
        )),
        "two \"2\"": (step: Say("you", (zh: "好")), when: All([Did("m"), Not(Did("n"))])),
        "one": (label: 3),
    },
)"#;

    #[test]
    fn finds_values_and_keys() {
        let source = SourceFile::new("t", TEXT);
        let locator = Locator::new(&source);
        let beats = Path::root().name("beats");
        let two = beats.name("two \"2\"");
        assert_eq!(locator.value(&Path::root().name("id")), (2, 9));
        assert_eq!(locator.key(&two), (7, 9));
        assert_eq!(locator.value(&two.name("step").at(0)), (7, 33));
        assert_eq!(locator.value(&two.name("step").at(1).name("zh")), (7, 45));
        assert_eq!(locator.value(&two.name("when").at(0).at(1).at(0).at(0)), (7, 81));
        assert_eq!(locator.value(&two.name("nothing")), (7, 22), "a field left out");
        assert_eq!(locator.value(&beats.name("one").name("label")), (8, 24));
        assert_eq!(locator.within(&Path::root().name("id"), "a"), (2, 10));
        let repeated = locator.repeated_keys();
        assert_eq!(repeated, [("one".to_owned(), (8, 9), (4, 9))]);
    }

    #[test]
    fn spans_are_exact_or_none() {
        let text = "(a: [\"x\", Some((zh: \"好\"))], b: {\"k\": Say(\"y\", 1)})";
        let source = SourceFile::new("t", text);
        let locator = Locator::new(&source);
        let said = |path: &Path<'_>| locator.span(path).map(|span| &text[span]);
        let a = Path::root().name("a");
        assert_eq!(said(&a.at(0)), Some("\"x\""));
        assert_eq!(said(&a.at(1)), Some("(zh: \"好\")"));
        assert_eq!(said(&a.at(1).name("en")), None);
        assert_eq!(locator.length(&a), 2);
        let key = Path::root().name("b").name("k");
        assert_eq!(locator.entry(&key).map(|span| &text[span]), Some("\"k\": Say(\"y\", 1)"));
        assert_eq!(locator.length(&key), 2);
        assert_eq!(locator.length(&key.name("no")), 0);
    }

    #[test]
    fn steps_over_variant_names_and_some() {
        let source = SourceFile::new("t", "(a: Choice(options: [(id: 1), Some((id: 2))]))");
        let locator = Locator::new(&source);
        let options = Path::root().name("a").name("options");
        assert_eq!(locator.value(&options.at(0).name("id")), (1, 27));
        assert_eq!(locator.value(&options.at(1).name("id")), (1, 41));
    }

    #[test]
    fn survives_any_brackets() {
        for text in ["", "(", ")", "(]", "((((]", "{:::}", "(a:", "[,,,]", "x(", "Some()"] {
            let source = SourceFile::new("t", text);
            let _ = Locator::new(&source).value(&Path::root().name("a").at(3));
        }
        let deep = "[".repeat(100_000);
        let source = SourceFile::new("t", deep);
        let _ = Locator::new(&source).repeated_keys();
    }
}
