//! A passage's text as pieces: words, links, comments, and the few macros that a scenario can say.

use std::ops::Range;

use crate::say;
use crate::scenario::When;
use crate::source::{Text, shorten};

use super::ids::is_id;
use super::instead::{in_plain, instead, set, test};
use super::places::Report;
use super::values::{self, Effect};

/// Hooks nested deeper than this are refused.
const DEEPEST: usize = 16;

/// The longest argument of a macro of the subset, in bytes.
const LONGEST: usize = 400;

/// The story format, as far as its markup matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Harlowe,
    SugarCube,
    Chapbook,
    /// Another one, or none named.
    Other,
}

impl Format {
    /// The format that `StoryData` names; none means Twine's own default.
    pub(super) fn of(name: Option<&str>) -> Format {
        match name.map(str::to_lowercase).as_deref() {
            None | Some("harlowe") => Format::Harlowe,
            Some(name) if name.starts_with("sugarcube") => Format::SugarCube,
            Some("chapbook") => Format::Chapbook,
            Some(_) => Format::Other,
        }
    }
}

/// One piece of a passage's text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Words(String),
    Link(Link),
    /// A variable's value shown.
    Value(String),
    Effect(Effect),
    /// Arms with their conditions; the last may have none.
    Branch(Vec<Arm>),
    Comment(String),
}

/// One arm of an `if`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Arm {
    pub(super) when: Option<When>,
    pub(super) pieces: Vec<Piece>,
}

/// A link to a passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Link {
    /// The words shown, where they are not the target's name.
    pub(super) words: Option<String>,
    pub(super) target: String,
    pub(super) at: usize,
    pub(super) effects: Vec<Effect>,
    pub(super) remark: Option<Remark>,
}

/// What a comment right behind a link says of it: `id: …` or `way`, then
/// lines of what follows the choice, and lines of `//` for the author.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Remark {
    /// The option's id; without one the way is taken by itself.
    pub(super) id: Option<String>,
    pub(super) then: Vec<String>,
    pub(super) author: Vec<String>,
}

impl Remark {
    fn of(comment: &str) -> Option<Remark> {
        let mut lines = comment.trim().lines().map(str::trim);
        let first = lines.next()?;
        let id = match first.strip_prefix("id:").map(str::trim) {
            Some(id) if is_id(id) => Some(id.to_owned()),
            None if first == "way" => None,
            _ => return None,
        };
        let (mut author, mut then) = (Vec::new(), Vec::new());
        for line in lines.filter(|line| !line.is_empty()) {
            match line.strip_prefix("//") {
                Some(words) => author.push(words.strip_prefix(' ').unwrap_or(words).to_owned()),
                None => then.push(line.to_owned()),
            }
        }
        Some(Remark { id, then, author })
    }
}

/// Reads the text of one passage.
pub(super) fn read(body: Range<usize>, format: Format, report: &mut Report<'_>) -> Vec<Piece> {
    let text = &report.text()[..body.end];
    let mut reader =
        Reader { text, at: body.start, format, report, next: Default::default(), depth: 0 };
    let (pieces, _) = reader.pieces(Until::End);
    pieces
}

/// What ends a run of pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Until {
    End,
    /// The `]` of a Harlowe hook.
    Hook,
    /// `<<else>>`, `<<elseif>>` or `<</if>>`; they are left standing.
    EndIf,
}

/// Closing marks that are looked for.
const CLOSERS: [&str; 6] = ["]]", ">>", "-->", "*/", "%/", "\n"];

struct Reader<'r, 's> {
    /// The file up to the passage's end.
    text: &'s str,
    at: usize,
    format: Format,
    report: &'r mut Report<'s>,
    /// Where each closer stands next, so that no stretch is searched twice.
    next: [Option<usize>; CLOSERS.len()],
    depth: usize,
}

impl<'s> Reader<'_, 's> {
    fn rest(&self) -> &'s str {
        &self.text[self.at..]
    }

    /// The next place of a closing mark at or after here; the end if none.
    fn find(&mut self, closer: &str) -> usize {
        let index = CLOSERS.iter().position(|c| *c == closer).unwrap_or(0);
        match self.next[index] {
            Some(at) if at >= self.at => at,
            _ => {
                let found = self.rest().find(closer).map_or(self.text.len(), |n| self.at + n);
                self.next[index] = Some(found);
                found
            }
        }
    }

    /// The same, on this line only.
    fn find_on_line(&mut self, closer: &str) -> Option<usize> {
        let at = self.find(closer);
        (at < self.text.len() && at < self.find("\n")).then_some(at)
    }

    /// Pieces up to what ends them, and whether it was found.
    fn pieces(&mut self, until: Until) -> (Vec<Piece>, bool) {
        let mut pieces = Vec::new();
        let mut open = 0usize;
        self.depth += 1;
        if self.depth > DEEPEST {
            let found = say!("一个 `if` 套在太多别的里面", "an `if` inside many others");
            let expected = say!("至多 {DEEPEST} 层", "at most {DEEPEST}");
            self.report.fault("twee-too-deep", self.at, found, expected);
            self.at = self.text.len();
        }
        let mut found = false;
        while self.at < self.text.len() {
            let rest = self.rest();
            if until == Until::EndIf && ends_if(rest) {
                found = true;
                break;
            }
            if until == Until::Hook && rest.starts_with(']') {
                if open == 0 {
                    self.at += 1;
                    found = true;
                    break;
                }
                open -= 1;
            }
            if self.special(rest, &mut pieces) {
                continue;
            }
            if until == Until::Hook && rest.starts_with('[') {
                open += 1;
            }
            self.words(rest, &mut pieces);
        }
        self.depth -= 1;
        (pieces, found)
    }

    /// Takes one character and what plainly follows it.
    fn words(&mut self, rest: &str, pieces: &mut Vec<Piece>) {
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let more = rest[first..].find(['<', '[', ']', '(', '$', '/', '{', '\\', '\n']);
        let end = first + more.unwrap_or(rest.len() - first);
        let mut words = &rest[..end];
        // Twine writes `\::` where a line of text starts with two colons.
        let line_start = self.at == 0 || self.text[..self.at].ends_with('\n');
        if line_start && rest.starts_with("\\::") {
            words = &rest[1..end];
        }
        self.at += end;
        match pieces.last_mut() {
            Some(Piece::Words(before)) => before.push_str(words),
            _ => pieces.push(Piece::Words(words.to_owned())),
        }
    }

    /// Takes a link, comment, macro or value that starts here; false if none does.
    fn special(&mut self, rest: &'s str, pieces: &mut Vec<Piece>) -> bool {
        let sugar = self.format == Format::SugarCube;
        if rest.starts_with("<!--") {
            self.comment(4, "-->", pieces);
        } else if sugar && rest.starts_with("/*") {
            self.comment(2, "*/", pieces);
        } else if sugar && rest.starts_with("/%") {
            self.comment(2, "%/", pieces);
        } else if rest.starts_with("[[") {
            self.link(pieces);
        } else if rest.starts_with("[img[") {
            let found = say!("用了 SugarCube 的图片 `[img[`", "the SugarCube picture `[img[`");
            let expected = say!(
                "平常的话：情景的画面就是舞台和人物",
                "plain words: a scenario's pictures are its stage and its cast"
            );
            self.refuse("[img[", found, expected);
        } else if rest.starts_with("<%") {
            let found = say!("用了模板 `<%`（JavaScript）", "the template `<%` (JavaScript)");
            self.refuse("<%", found, in_plain());
        } else if let Some(name) = sugar_name(rest) {
            self.sugar(name, pieces);
        } else if let Some(name) = harlowe_name(rest).filter(|_| self.format == Format::Harlowe) {
            self.harlowe(name, pieces);
        } else if self.format == Format::Chapbook && rest.starts_with('{') {
            let found = say!("用了 Chapbook 的插入 `{{`", "the Chapbook insert `{{`");
            self.refuse("{", found, in_plain());
        } else if let Some((name, _)) = values::variable(rest) {
            pieces.push(Piece::Value(name.to_owned()));
            self.at += 1 + name.len();
        } else {
            return false;
        }
        true
    }

    fn refuse(&mut self, opening: &str, found: Text, expected: Text) {
        self.report.fault("twee-macro", self.at, found, expected);
        self.at += opening.len();
    }

    fn comment(&mut self, opening: usize, closer: &str, pieces: &mut Vec<Piece>) {
        let start = self.at;
        self.at += opening;
        let end = self.find(closer);
        if end == self.text.len() {
            let found = say!("注释没有收尾", "a comment without an end");
            let expected = say!("在结束的地方写 {closer}", "{closer} where it ends");
            self.report.fault("twee-unclosed", start, found, expected);
            self.at = end;
            return;
        }
        pieces.push(Piece::Comment(self.text[self.at..end].trim().to_owned()));
        self.at = end + closer.len();
    }

    fn link(&mut self, pieces: &mut Vec<Piece>) {
        let start = self.at;
        let Some(end) = self.find_on_line("]]") else {
            let line = shorten(&self.text[start..self.find("\n")]);
            let found = say!("链接没有收尾：{line}", "a link without an end: {line}");
            let expected = say!("同一行里写 ]]", "]] on the same line");
            self.report.fault("twee-unclosed", start, found, expected);
            self.at += 2;
            return;
        };
        let inside = &self.text[start + 2..end];
        self.at = end + 2;
        let (inside, setter) = match inside.split_once("][") {
            Some((inside, setter)) => (inside, Some(setter)),
            None => (inside, None),
        };
        let (words, target) = split_link(inside);
        let mut link = Link {
            words: words.map(str::trim).filter(|w| !w.is_empty()).map(str::to_owned),
            target: target.trim().to_owned(),
            at: start,
            ..Link::default()
        };
        if link.target.is_empty() {
            let found = say!("链接没有去处", "a link to nowhere");
            let expected = say!("写成 [[words->passage]]", "[[words->passage]]");
            self.report.fault("twee-empty-link", start, found, expected);
            return;
        }
        if is_address(&link.target) {
            let target = shorten(&link.target);
            let found = say!(
                "通向网址 `{target}` 的链接，只留下了字",
                "a link to the web, `{target}`; its words stay"
            );
            let expected = say!("通到段落的链接", "links to passages");
            self.report.note("twee-left-out", start, found, expected);
            pieces.push(Piece::Words(link.words.unwrap_or(link.target)));
            return;
        }
        if let Some(setter) = setter {
            match values::effects(setter) {
                Some(effects) => link.effects = effects,
                None => {
                    let setter = shorten(setter);
                    let found = say!("链接里的赋值 `{setter}`", "the setter `{setter}`");
                    self.report.fault("twee-macro", start, found, set());
                }
            }
        }
        link.remark = self.remark();
        pieces.push(Piece::Link(link));
    }

    /// The comment right behind a link, if it speaks of the link.
    fn remark(&mut self) -> Option<Remark> {
        let blanks = self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
        let before = self.at;
        self.at += blanks;
        if self.rest().starts_with("<!--") {
            self.at += 4;
            let (from, end) = (self.at, self.find("-->"));
            if end < self.text.len()
                && let Some(remark) = Remark::of(&self.text[from..end])
            {
                self.at = end + 3;
                return Some(remark);
            }
        }
        self.at = before;
        None
    }

    fn sugar(&mut self, name: &'s str, pieces: &mut Vec<Piece>) {
        let start = self.at;
        let Some(end) = self.find_on_line(">>") else {
            let found = say!(
                "SugarCube 的宏 `<<{name}` 没有收尾",
                "the SugarCube macro `<<{name}` without an end"
            );
            let expected = say!("同一行里写 >>", ">> on the same line");
            self.report.fault("twee-unclosed", start, found, expected);
            self.at += 2;
            return;
        };
        let inside = self.text[start + 2..end].strip_prefix(name).unwrap_or_default().trim();
        self.at = end + 2;
        match name {
            "set" => match values::effects(inside) {
                Some(effects) => pieces.extend(effects.into_iter().map(Piece::Effect)),
                None => self.beyond(start, &format!("<<set {inside}>>"), set()),
            },
            "if" => self.sugar_if(start, inside, pieces),
            "else" | "elseif" | "/if" => {
                let found =
                    say!("`<<{name}>>` 前面没有 `<<if>>`", "`<<{name}>>` without an `<<if>>`");
                let expected = say!("前面写 `<<if …>>`", "`<<if …>>` before it");
                self.report.fault("twee-unclosed", start, found, expected);
            }
            // The opening of what this closes has been refused already.
            _ if name.starts_with('/') => {}
            _ => {
                let found =
                    say!("用了 SugarCube 的宏 `<<{name}>>`", "the SugarCube macro `<<{name}>>`");
                self.report.fault("twee-macro", start, found, instead(name));
            }
        }
    }

    fn sugar_if(&mut self, start: usize, inside: &str, pieces: &mut Vec<Piece>) {
        let mut arms = Vec::new();
        let mut when = self.test(start, inside, "<<if");
        loop {
            let (inner, found) = self.pieces(Until::EndIf);
            arms.push(Arm { when: when.take(), pieces: inner });
            let at = self.at;
            let end = self.find_on_line(">>").filter(|_| found);
            let Some(end) = end else {
                let found = say!("`<<if>>` 没有收尾", "`<<if>>` without an end");
                let expected = say!("在结束的地方写 `<</if>>`", "`<</if>>` where it ends");
                self.report.fault("twee-unclosed", start, found, expected);
                break;
            };
            let inside = &self.text[at + 2..end];
            self.at = end + 2;
            if let Some(words) = inside.strip_prefix("elseif").or(inside.strip_prefix("else if")) {
                when = self.test(at, words, "<<elseif");
            } else if inside.starts_with('/') {
                break;
            }
        }
        pieces.push(Piece::Branch(arms));
    }

    fn harlowe(&mut self, name: &'s str, pieces: &mut Vec<Piece>) {
        let start = self.at;
        let plain: String = name.chars().filter(|c| !matches!(c, '-' | '_')).collect();
        let plain = plain.to_ascii_lowercase();
        if !matches!(plain.as_str(), "set" | "if" | "elseif" | "else") {
            let found = say!("用了 Harlowe 的宏 `({name}:)`", "the Harlowe macro `({name}:)`");
            self.report.fault("twee-macro", start, found, instead(&plain));
            self.at += 1;
            return;
        }
        let from = start + 1 + name.len() + 1;
        let Some(end) = self.bracket_end(from) else {
            let found = say!("`({name}:` 没有收尾", "`({name}:` without an end");
            self.report.fault("twee-unclosed", start, found, say!("写上 )", ")"));
            self.at += 1;
            return;
        };
        let inside = self.text[from..end].trim();
        self.at = end + 1;
        if plain == "set" {
            match values::effects(inside) {
                Some(effects) => pieces.extend(effects.into_iter().map(Piece::Effect)),
                None => self.beyond(start, &format!("({name}: {inside})"), set()),
            }
            return;
        }
        let when =
            if plain == "else" { None } else { self.test(start, inside, &format!("({name}:")) };
        let Some(inner) = self.hook(start, name) else { return };
        let arm = Arm { when, pieces: inner };
        if plain == "if" {
            pieces.push(Piece::Branch(vec![arm]));
            return;
        }
        while pieces.last().is_some_and(|p| matches!(p, Piece::Words(w) if w.trim().is_empty())) {
            pieces.pop();
        }
        match pieces.last_mut() {
            Some(Piece::Branch(arms)) if arms.last().is_some_and(|arm| arm.when.is_some()) => {
                arms.push(arm);
            }
            _ => {
                let found = say!(
                    "`({name}:)` 前面没有 `(if:)`",
                    "`({name}:)` without an `(if:)` before it"
                );
                let expected = say!("前面写 `(if: …)[…]`", "`(if: …)[…]` before it");
                self.report.fault("twee-unclosed", start, found, expected);
            }
        }
    }

    /// Where the bracket opened before `from` closes, on this line and nearby.
    fn bracket_end(&self, from: usize) -> Option<usize> {
        let near = self.text.floor_char_boundary(from + LONGEST);
        let mut open = 0usize;
        for (at, c) in self.text[from..near].char_indices() {
            match c {
                '(' => open += 1,
                ')' if open == 0 => return Some(from + at),
                ')' => open -= 1,
                '\n' => return None,
                _ => {}
            }
        }
        None
    }

    /// What an `(if:)` holds: `[…]`, or one link.
    fn hook(&mut self, start: usize, name: &str) -> Option<Vec<Piece>> {
        let blanks = self.rest().len() - self.rest().trim_start().len();
        self.at += blanks;
        let rest = self.rest();
        if rest.starts_with("[[") && !rest.starts_with("[[[") {
            let mut pieces = Vec::new();
            self.link(&mut pieces);
            return Some(pieces);
        }
        if !rest.starts_with('[') {
            let found = say!("`({name}:)` 后面没有钩子", "`({name}:)` without a hook");
            let expected = say!("后面写 [话或链接]", "[words or links] behind it");
            self.report.fault("twee-unclosed", start, found, expected);
            return None;
        }
        self.at += 1;
        let (pieces, closed) = self.pieces(Until::Hook);
        if !closed {
            let found =
                say!("`({name}:)` 的钩子没有收尾", "the hook of `({name}:)` without an end");
            let expected = say!("在结束的地方写 ]", "] where it ends");
            self.report.fault("twee-unclosed", start, found, expected);
        }
        Some(pieces)
    }

    fn test(&mut self, at: usize, words: &str, opening: &str) -> Option<When> {
        let when = values::test(words);
        if when.is_none() {
            self.beyond(at, &format!("{opening} {}", words.trim()), test());
        }
        // The fault refuses the file; the arm only has to be one with a condition.
        Some(when.unwrap_or(When::Never))
    }

    fn beyond(&mut self, at: usize, macro_text: &str, expected: Text) {
        let text = shorten(macro_text);
        let found = say!("`{text}` 情景写不出来", "`{text}`, which is beyond the subset");
        self.report.fault("twee-macro", at, found, expected);
    }
}

fn ends_if(rest: &str) -> bool {
    ["<<else", "<</if>>"].iter().any(|mark| rest.starts_with(mark))
}

/// The name in `<<name …>>`; `=` and `-` print, `/name` closes.
fn sugar_name(rest: &str) -> Option<&str> {
    let inside = rest.strip_prefix("<<")?;
    if inside.starts_with(['=', '-']) {
        return Some(&inside[..1]);
    }
    let closing = usize::from(inside.starts_with('/'));
    let letters = inside[closing..]
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))
        .unwrap_or(inside.len() - closing);
    let starts = inside[closing..].starts_with(|c: char| c.is_ascii_alphabetic());
    starts.then(|| &inside[..closing + letters])
}

/// The name in `(name: …)`.
fn harlowe_name(rest: &str) -> Option<&str> {
    let inside = rest.strip_prefix('(')?;
    let end = inside.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))?;
    let starts = inside.starts_with(|c: char| c.is_ascii_alphabetic());
    (starts && inside[end..].starts_with(':')).then(|| &inside[..end])
}

/// Words and target: by the last `->`, else the first `<-`, else the last `|`.
fn split_link(inside: &str) -> (Option<&str>, &str) {
    if let Some((words, target)) = inside.rsplit_once("->") {
        (Some(words), target)
    } else if let Some((target, words)) = inside.split_once("<-") {
        (Some(words), target)
    } else if let Some((words, target)) = inside.rsplit_once('|') {
        (Some(words), target)
    } else {
        (None, inside)
    }
}

/// Whether a link leads out of the story.
fn is_address(target: &str) -> bool {
    target.split_once("://").is_some_and(|(scheme, rest)| {
        !rest.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric())
    })
}
