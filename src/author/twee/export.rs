//! A scenario as a Twee 3 file that Twine 2 opens: a passage a beat, options as links.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::scenario::{Activity, Beat, Draw, Exit, Resolver, Script, Step};
use crate::standard::{Lang, Profile, Text};

use super::describe::{self, Line};
use super::header;
use super::layout::layout;
use super::ron;
use super::ways::{self, Act};

/// The story format that Twine opens the file with: its own default.
const FORMAT: (&str, &str) = ("Harlowe", "3.3.9");

/// The colour of each tag in Twine's map.
const COLOURS: [(&str, &str); 5] = [
    ("choice", "blue"),
    ("timer", "orange"),
    ("queue", "orange"),
    ("gesture", "purple"),
    ("ending", "green"),
];

/// Writes a scenario as Twee 3, its words in one language. Words that the seed
/// or the profile fill are those of seed 0 under this profile.
pub fn export(script: &Script, profile: &Profile, lang: Lang) -> String {
    let draw = Draw::new(script, 0);
    let variables = script.variables.iter().map(|(id, v)| (id.clone(), v.start)).collect();
    let resolver = Resolver { script, draw: &draw, profile, variables: &variables };
    Writer { script, resolver, lang, out: String::new() }.whole()
}

/// A scenario's IFID: the same for the same id, in the shape that Twine
/// expects (a version 4 UUID in capitals), out of the id's SHA-256.
pub(super) fn ifid(id: &str) -> String {
    let digest = Sha256::digest(format!("liyi scenario {id}").as_bytes());
    let mut bytes = [0u8; 16];
    bytes.copy_from_slice(&digest[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut out = String::new();
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        // Writing into a string cannot fail.
        let _ = write!(out, "{byte:02X}");
    }
    out
}

struct Writer<'a> {
    script: &'a Script,
    resolver: Resolver<'a>,
    lang: Lang,
    out: String,
}

impl Writer<'_> {
    fn whole(mut self) -> String {
        let script = self.script;
        let mut ways: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (id, beat) in &script.beats {
            ways.insert(id, beat.next.iter().map(|e| e.to.as_str()).collect());
        }
        let all: Vec<&str> =
            script.beats.keys().chain(script.endings.keys()).map(String::as_str).collect();
        let places = layout(&script.start, &all, &ways);
        self.head();
        let mut order = all;
        order.sort_by_key(|id| places.get(id).copied());
        for id in order {
            let place = places.get(id).copied().unwrap_or((100, 100));
            if let Some(beat) = script.beats.get(id) {
                self.beat(id, beat, place);
            } else if let Some(ending) = script.endings.get(id) {
                let text = self.words(&ending.text);
                let name = self.name(id);
                self.passage(&name, &["ending"], place);
                self.text(&text);
            }
        }
        self.out
    }

    /// The story's title and data, and passages for its readers.
    fn head(&mut self) {
        let script = self.script;
        let title = self.words(&script.title);
        self.out.push_str(":: StoryTitle\n");
        self.text(&title);
        let colours: Map<String, Value> =
            COLOURS.iter().map(|(tag, colour)| ((*tag).to_owned(), json!(colour))).collect();
        let data = json!({
            "ifid": ifid(&script.id),
            "format": FORMAT.0,
            "format-version": FORMAT.1,
            "start": self.name(&script.start),
            "tag-colors": colours,
            "zoom": 0.6,
        });
        self.out.push_str("\n:: StoryData\n");
        // Plain data: it can always be written.
        self.out.push_str(&serde_json::to_string_pretty(&data).unwrap_or_default());
        self.out.push('\n');

        self.passage(self.either("说明", "Notes"), &["notes"], (100, 100));
        let summary = self.words(&script.summary);
        let goal = self.words(&script.goal);
        self.text(&summary);
        self.text(&goal);
        let standards = script.standards.join(", ");
        self.text(&format!("{}{standards}", self.either("标准：", "Standards: ")));
        let about = self.either(
            "计时、动作和评分，Twine 写不了，写在各段的注释里；话语按第 0 号种子。",
            "Timers, gestures and scores are beyond Twine and stand in comments; words are those of seed 0.",
        );
        self.text(about);

        self.passage(self.either("开场白", "Briefing"), &["briefing"], (250, 100));
        for paragraph in &script.briefing {
            let words = self.words(paragraph);
            self.text(&words);
        }
        self.passage(self.either("人物", "Cast"), &["cast"], (400, 100));
        for (id, member) in &script.cast {
            let name = self.person(id);
            let role = self.words(&member.role);
            let colon = if role.is_empty() { "" } else { self.either("：", ": ") };
            self.text(&format!("{name} ({id}){colon}{role}"));
        }
        if !script.watches.is_empty() {
            self.passage(self.either("随时", "At any time"), &["watch"], (550, 100));
            for Exit { when, to } in &script.watches {
                let words = self.either("一旦如此", "Whenever it is so");
                self.link(words, to, &["way".to_owned(), format!("// {}", ron::when(when))]);
            }
        }
    }

    fn beat(&mut self, id: &str, beat: &Beat, place: (usize, usize)) {
        let tag = beat.activity.as_ref().map(Activity::word);
        let name = self.name(id);
        self.passage(&name, tag.as_slice(), place);
        if let Some(stage) = &beat.stage {
            self.comment(&[format!("stage: {stage}")]);
        }
        if let Some(setting) = &beat.setting {
            let who = |ids: &[String]| ids.join(", ");
            let (hosts, guests) = (who(&setting.hosts), who(&setting.guests));
            let occasion = setting.occasion;
            self.comment(&[format!("setting: {occasion:?}; hosts: {hosts}; guests: {guests}")]);
        }
        let lines = self.lines(&beat.enter);
        self.told(&lines);
        if let Some(activity) = &beat.activity {
            let about =
                describe::activity(activity, &|text| self.words(text), &|steps| self.lines(steps));
            self.comment(&about);
            let prompt = self.words(activity.prompt());
            self.text(&prompt);
        }
        self.options(beat);
        let standards: Vec<&str> = beat.opportunities.iter().map(|o| o.standard.as_str()).collect();
        if !standards.is_empty() {
            self.comment(&[format!("standards: {}", standards.join(", "))]);
        }
        let after = self.lines(&beat.after);
        if !after.is_empty() {
            let mut about = vec!["afterwards:".to_owned()];
            about.extend(after.into_iter().map(|line| format!("  {}", line.words())));
            self.comment(&about);
        }
    }

    /// Options and ending actions as links, one for each way that each may
    /// lead; then the ways that are taken by themselves.
    fn options(&mut self, beat: &Beat) {
        let mut options: Vec<(&str, &Text, Option<&Text>, &[Step], String)> = Vec::new();
        match &beat.activity {
            Some(Activity::Choice { options: all, .. }) => {
                for o in all {
                    options.push((&o.id, &o.text, o.says.as_ref(), &o.then, ron::when(&o.when)));
                }
            }
            Some(activity) => {
                let actions = activity.timeline().into_iter().flat_map(|t| &t.actions);
                for a in actions.filter(|a| a.ends) {
                    options.push((&a.id, &a.text, a.says.as_ref(), &a.then, ron::when(&a.when)));
                }
            }
            None => {}
        }
        for (id, text, says, then, offered) in options {
            let words = self.words(text);
            for (index, way) in ways::after(beat, Act::Chose(id)).into_iter().enumerate() {
                let mut remark = vec![format!("id: {id}")];
                if index == 0 && offered != "Always" {
                    remark.push(format!("// offered when {offered}"));
                }
                if let Some(when) = way.when {
                    remark.push(format!("// leads here when {}", ron::when(when)));
                }
                if index == 0 {
                    let said = says.map(|text| self.said("you", text));
                    remark.extend(said);
                    remark.extend(self.lines(then).into_iter().map(|line| match line {
                        Line::Seen(words) => words,
                        Line::Hidden(words) => format!("// {words}"),
                    }));
                }
                self.link(&words, way.to, &remark);
            }
        }
        let mut written: Vec<&str> = Vec::new();
        for act in ways::beside(beat) {
            let words = match (act, &beat.activity) {
                (Act::TimeUp, _) => self.either("时间到", "Time is up"),
                (_, Some(_)) => self.either("做完以后", "When it is done"),
                (_, None) => self.either("接着", "Then"),
            };
            for way in ways::after(beat, act) {
                if written.contains(&way.to) {
                    continue;
                }
                written.push(way.to);
                let mut remark = vec!["way".to_owned()];
                remark.extend(way.when.map(|w| format!("// leads here when {}", ron::when(w))));
                self.link(words, way.to, &remark);
            }
        }
    }

    fn either<'w>(&self, zh: &'w str, en: &'w str) -> &'w str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A text's words, filled in, on one line, without what Twine would read as markup.
    fn words(&self, text: &Text) -> String {
        clean(self.resolver.text(text).get(self.lang))
    }

    fn person(&self, id: &str) -> String {
        let name = self.script.cast.get(id).map(|member| self.words(&member.name));
        name.unwrap_or_else(|| id.to_owned()).replace([':', '：'], " ")
    }

    fn said(&self, who: &str, text: &Text) -> String {
        format!("{}{}{}", self.person(who), self.either("：", ": "), self.words(text))
    }

    /// Steps as lines: words to be read, and what Twine cannot show.
    fn lines(&self, steps: &[Step]) -> Vec<Line> {
        let mut lines = Vec::new();
        for step in steps {
            match step {
                Step::Say(who, text) => lines.push(Line::Seen(self.said(who, text))),
                Step::Tell(text) | Step::Think(text) => {
                    lines.push(Line::Seen(self.words(text)));
                }
                Step::If { when, then, otherwise } => {
                    lines.push(Line::Hidden(format!("if {}:", ron::when(when))));
                    let inside = |steps: &[Step]| {
                        let lines = self.lines(steps).into_iter();
                        lines.map(|l| Line::Hidden(format!("  {}", l.words()))).collect::<Vec<_>>()
                    };
                    lines.extend(inside(then));
                    if !otherwise.is_empty() {
                        lines.push(Line::Hidden("otherwise:".to_owned()));
                        lines.extend(inside(otherwise));
                    }
                }
                other => lines.extend(ron::step(other).map(Line::Hidden)),
            }
        }
        lines
    }

    fn told(&mut self, lines: &[Line]) {
        let mut hidden: Vec<String> = Vec::new();
        for line in lines {
            match line {
                Line::Hidden(words) => hidden.push(words.clone()),
                Line::Seen(words) => {
                    self.comment(&std::mem::take(&mut hidden));
                    self.text(words);
                }
            }
        }
        self.comment(&hidden);
    }

    /// A passage's name: its label and, in brackets, the id that an import keeps.
    fn name(&self, id: &str) -> String {
        let label = match self.script.beats.get(id) {
            Some(beat) => self.words(&beat.label),
            None => self.either("结局", "Ending").to_owned(),
        };
        format!("{} ({id})", in_link(&label))
    }

    fn passage(&mut self, name: &str, tags: &[&str], (left, top): (usize, usize)) {
        let _ = write!(self.out, "\n:: {}", header::escape(name));
        if !tags.is_empty() {
            let _ = write!(self.out, " [{}]", tags.join(" "));
        }
        let _ = writeln!(self.out, " {{\"position\":\"{left},{top}\",\"size\":\"100,100\"}}");
    }

    /// A line of a passage's text.
    fn text(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if words.starts_with("::") {
            self.out.push('\\');
        }
        self.out.push_str(words);
        self.out.push('\n');
    }

    fn comment(&mut self, lines: &[String]) {
        match lines {
            [] => {}
            [one] => {
                let _ = writeln!(self.out, "<!-- {} -->", in_comment(one));
            }
            many => {
                self.out.push_str("<!--\n");
                for line in many {
                    let _ = writeln!(self.out, "{}", in_comment(line));
                }
                self.out.push_str("-->\n");
            }
        }
    }

    fn link(&mut self, words: &str, to: &str, remark: &[String]) {
        let _ = write!(self.out, "[[{}->{}]] ", in_link(words), self.name(to));
        self.comment(remark);
    }
}

/// Words on one line, with full-width marks where Twine's would be markup.
fn clean(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words.chars().peekable();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let c = match c {
            c if c.is_control() => ' ',
            '[' if next == '[' || before == '［' => '［',
            ']' if next == ']' || before == '］' => '］',
            '<' if next.is_ascii_alphabetic() || matches!(next, '<' | '!' | '%' | '/') => '＜',
            '$' if next.is_ascii_alphabetic() || next == '_' => '＄',
            '(' if next.is_ascii_alphabetic() && is_macro(rest.clone()) => '（',
            '{' => '｛',
            '}' => '｝',
            c => c,
        };
        out.push(c);
        before = c;
    }
    out.trim().to_owned()
}

/// Whether letters and a colon follow, as in a Harlowe macro.
fn is_macro(rest: impl Iterator<Item = char>) -> bool {
    let mut rest = rest.skip_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    rest.next() == Some(':')
}

/// Words that stand inside `[[…]]`.
fn in_link(words: &str) -> String {
    words
        .replace("->", "→")
        .replace("<-", "←")
        .replace('[', "［")
        .replace(']', "］")
        .replace('|', "｜")
        .replace('\\', "＼")
}

fn in_comment(words: &str) -> String {
    words.replace("-->", "--＞").replace("[[", "［［").replace("]]", "］］")
}

#[cfg(test)]
mod tests {
    use super::{clean, ifid, in_link};

    #[test]
    fn an_ifid_is_stable_and_in_shape() {
        let id = ifid("s03-fourth-ring");
        assert_eq!(id, ifid("s03-fourth-ring"));
        assert_ne!(id, ifid("s04-calming-a-complaint"));
        let parts: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert_eq!(&id[14..15], "4");
        assert!(matches!(&id[19..20], "8" | "9" | "A" | "B"));
        assert_eq!(id, id.to_uppercase());
    }

    #[test]
    fn markup_in_words_is_disarmed() {
        assert_eq!(
            clean("a [[b]] <<if>> $x (if: 1) {y}\n"),
            "a ［［b］］ ＜＜if>> ＄x （if: 1) ｛y｝"
        );
        assert_eq!(clean("5 < 6 (six) $5 [one]"), "5 < 6 (six) $5 [one]");
        assert_eq!(in_link("a|b->c"), "a｜b→c");
    }
}
