//! The skeleton put down as RON, with a list of what its author still owes.

use super::draft::{Ask, Beat, Draft, Exit, Step, axis, turns};
use super::lines::in_chinese;
use super::ron;
use super::values::By;

/// Stands before a Chinese half that is still the English words.
pub const PENDING_ZH: &str = "[待译]";

/// Stands before an English half that is still the Chinese words.
pub const PENDING_EN: &str = "[to translate]";

/// Whether a half is only a marked copy of the other.
pub fn is_pending(words: &str) -> bool {
    words.starts_with(PENDING_ZH) || words.starts_with(PENDING_EN)
}

/// The stage where the story says nothing of places.
const STAGE: &str = "corridor";

/// How long a limit is until the author decides, in milliseconds.
const LIMIT: u32 = 15_000;

/// One thing the author still has to write.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Owed {
    /// The line in the RON, from 1.
    pub line: usize,
    pub kind: OwedKind,
    /// The beat or person it is about; empty for the scenario itself.
    pub of: String,
}

/// What kind of thing is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwedKind {
    /// The list of standards is empty.
    Standards,
    /// A beat that asks something judges nothing.
    Scores,
    /// One language is only a marked copy of the other.
    Translation,
    /// A sentence that a story has no place for: the goal, the summary.
    Words,
    /// A way whose condition Twee cannot say; until then the seed draws it, or
    /// nothing raises its variable.
    Way,
    /// A time limit that is a guess.
    Time,
    /// The stage and the figures.
    Looks,
}

/// RON being written, line by line.
#[derive(Default)]
struct Out {
    text: String,
    line: usize,
    depth: usize,
    owed: Vec<Owed>,
    /// The beat being written.
    of: String,
}

impl Out {
    fn line(&mut self, words: &str) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        self.text.push_str(words);
        self.text.push('\n');
        self.line += 1;
    }

    fn open(&mut self, words: &str) {
        self.line(words);
        self.depth += 1;
    }

    fn close(&mut self, words: &str) {
        self.depth -= 1;
        self.line(words);
    }

    /// Lines of comment; a line break of any kind ends a `//`.
    fn remarks(&mut self, remarks: &[String]) {
        for remark in remarks.iter().flat_map(|r| r.lines()) {
            let words: String = remark.trim_end().chars().filter(|c| !c.is_control()).collect();
            if !words.is_empty() {
                self.line(&format!("// {words}"));
            }
        }
    }

    /// The next line owes something.
    fn owes(&mut self, kind: OwedKind) {
        self.owed.push(Owed { line: self.line + 1, kind, of: self.of.clone() });
    }

    /// Words in both languages; the one that is missing is a marked copy.
    fn words(&mut self, words: &str) -> String {
        if in_chinese(words) {
            self.owes(OwedKind::Translation);
            let en = format!("{PENDING_EN} {words}");
            return format!("(zh: {}, en: {})", ron::quoted(words), ron::quoted(&en));
        }
        if words.chars().any(char::is_alphabetic) {
            self.owes(OwedKind::Translation);
            let zh = format!("{PENDING_ZH} {words}");
            return format!("(zh: {}, en: {})", ron::quoted(&zh), ron::quoted(words));
        }
        ron::quoted(words)
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Say(who, words) => {
                let words = self.words(words);
                self.line(&format!("Say({}, {words}),", ron::quoted(who)));
            }
            Step::Tell(words) => {
                let words = self.words(words);
                self.line(&format!("Tell({words}),"));
            }
            Step::Change(effect) => {
                let variable = ron::quoted(&effect.variable);
                self.line(&match effect.by {
                    By::Set(n) => format!("Set({variable}, {n}),"),
                    By::Add(n) => format!("Add({variable}, {n}),"),
                });
            }
            Step::If { when, then, otherwise } => {
                self.open(&format!("If(when: {}, then: [", ron::when(when)));
                then.iter().for_each(|step| self.step(step));
                if !otherwise.is_empty() {
                    self.close("], otherwise: [");
                    self.depth += 1;
                    otherwise.iter().for_each(|step| self.step(step));
                }
                self.close("]),");
            }
        }
    }

    fn exits(&mut self, exits: &[Exit]) {
        for exit in exits {
            self.remarks(&exit.remarks);
            if exit.open {
                self.owes(OwedKind::Way);
            }
            let when = exit.when.as_ref().map(|w| format!("when: {}, ", ron::when(w)));
            self.line(&format!("({}to: {}),", when.unwrap_or_default(), ron::quoted(&exit.to)));
        }
    }

    fn prompt(&mut self, ask: &Ask) {
        let prompt = match &ask.prompt {
            Some(words) => self.words(words),
            None => r#"(zh: "你怎么做？", en: "What do you do?")"#.to_owned(),
        };
        self.line(&format!("prompt: {prompt},"));
    }

    fn ask(&mut self, ask: &Ask) {
        // One option beside a way that is taken by itself: do it, or let it pass.
        if ask.options.len() == 1 {
            self.open("activity: Timer(");
            self.prompt(ask);
            self.line("look: Silence,");
            self.open("timeline: (");
            self.open("actions: [");
            self.options(ask, ", ends: true");
            self.close("],");
            self.owes(OwedKind::Time);
            self.line(&format!("ends_at: {LIMIT},"));
            self.close("),");
        } else {
            self.open("activity: Choice(");
            self.prompt(ask);
            if ask.limited {
                self.owes(OwedKind::Time);
                self.line(&format!("limit: {LIMIT},"));
            }
            self.open("options: [");
            self.options(ask, "");
            self.close("],");
        }
        self.close("),");
    }

    fn options(&mut self, ask: &Ask, more: &str) {
        for option in &ask.options {
            self.remarks(&option.remarks);
            let text = self.words(&option.words);
            let when = option.when.as_ref().map(|w| format!(", when: {}", ron::when(w)));
            let when = when.unwrap_or_default();
            let head = format!("(id: {}, text: {text}{when}{more}", ron::quoted(&option.id));
            if option.then.is_empty() {
                self.line(&format!("{head}),"));
            } else {
                self.open(&format!("{head}, then: ["));
                option.then.iter().for_each(|step| self.step(step));
                self.close("]),");
            }
        }
    }

    fn beat(&mut self, beat: &Beat, first: bool) {
        self.of.clone_from(&beat.id);
        self.remarks(&beat.remarks);
        self.open(&format!("{}: (", ron::quoted(&beat.id)));
        let label = self.words(&beat.label);
        self.line(&format!("label: {label},"));
        match (&beat.stage, first) {
            (Some(stage), _) => self.line(&format!("stage: {},", ron::quoted(stage))),
            (None, true) => {
                self.owes(OwedKind::Looks);
                self.line(&format!("stage: {},", ron::quoted(STAGE)));
            }
            (None, false) => {}
        }
        if !beat.enter.is_empty() {
            self.open("enter: [");
            beat.enter.iter().for_each(|step| self.step(step));
            self.close("],");
        }
        if let Some(ask) = &beat.ask {
            self.ask(ask);
            self.line(
                "// What is right here, and by which standard? See “Marks, rules and verdicts”.",
            );
            self.owes(OwedKind::Scores);
            self.line("opportunities: [],");
        }
        if beat.counted {
            self.line(&format!("after: [Add({}, 1)],", ron::quoted(&turns(&beat.id))));
        }
        self.open("next: [");
        if beat.drawn > 1 {
            self.line(
                "// Twee does not say when each way is taken: write the conditions. Until then",
            );
            self.line(if beat.counted {
                "// the seed draws at the first visit; after that the last way is taken."
            } else {
                "// the seed draws."
            });
        }
        self.exits(&beat.exits);
        self.close("],");
        self.close("),");
    }
}

/// The RON of a skeleton, and what is still owed, in order of line.
pub(super) fn write(draft: &Draft) -> (String, Vec<Owed>) {
    let mut out = Out::default();
    out.line(
        "// A skeleton made from a Twine story. It can be played as it is; what is still to be",
    );
    out.line(&format!("// written is listed by the import. “{PENDING_EN}” and “{PENDING_ZH}” mark missing translations."));
    out.open("(");
    out.line(&format!("id: {},", ron::quoted(&draft.id)));
    let title = out.words(draft.title.as_deref().unwrap_or(&draft.id));
    out.line(&format!("title: {title},"));
    out.owes(OwedKind::Words);
    out.line(r#"summary: (zh: "待写：在哪里，发生什么。", en: "To be written: where, and what happens."),"#);
    out.open("briefing: [");
    if draft.briefing.is_empty() {
        out.owes(OwedKind::Words);
        out.line(r#"(zh: "待写：你是谁，在哪里，要做什么。", en: "To be written: who you are, where, and what for."),"#);
    }
    for paragraph in &draft.briefing {
        let words = out.words(paragraph);
        out.line(&format!("{words},"));
    }
    out.close("],");
    out.owes(OwedKind::Words);
    out.line(r#"goal: (zh: "待写：做好了是什么样子。", en: "To be written: what a good run achieves."),"#);
    out.line(&format!("minutes: {},", (draft.beats.len() / 2).clamp(1, 60)));
    out.owes(OwedKind::Standards);
    out.line("standards: [],");
    cast(draft, &mut out);
    variables(draft, &mut out);
    if !draft.watches.is_empty() {
        out.open("watches: [");
        out.exits(&draft.watches);
        out.close("],");
    }
    out.line(&format!("start: {},", ron::quoted(&draft.start)));
    out.open("beats: {");
    for beat in &draft.beats {
        out.beat(beat, beat.id == draft.start);
    }
    out.of.clear();
    out.close("},");
    out.open("endings: {");
    for ending in &draft.endings {
        out.of.clone_from(&ending.id);
        out.remarks(&ending.remarks);
        let text = if ending.text.is_empty() {
            out.owes(OwedKind::Words);
            r#"(zh: "待写：结果如何。", en: "To be written: what has come of it.")"#.to_owned()
        } else {
            out.words(&ending.text)
        };
        out.line(&format!("{}: (text: {text}),", ron::quoted(&ending.id)));
    }
    out.close("},");
    out.close(")");
    out.owed.sort();
    (out.text, out.owed)
}

fn cast(draft: &Draft, out: &mut Out) {
    out.open("cast: {");
    for person in &draft.cast {
        out.of.clone_from(&person.id);
        let you = person.id == "you";
        let name = match person.name.as_str() {
            "" | "你" | "我" | "You" | "Me" | "I" => r#"(zh: "你", en: "You")"#.to_owned(),
            name => out.words(name),
        };
        let role = person.role.as_deref().map(|role| format!(", role: {}", out.words(role)));
        let figure = if you { ", figure: \"you-woman\"" } else { "" };
        out.owes(OwedKind::Looks);
        let role = role.unwrap_or_default();
        out.line(&format!("{}: (name: {name}{role}{figure}),", ron::quoted(&person.id)));
    }
    out.of.clear();
    out.close("},");
}

fn variables(draft: &Draft, out: &mut Out) {
    if !draft.variables.is_empty() {
        out.open("variables: {");
        for v in &draft.variables {
            let bounds = format!("min: {}, max: {}, start: {}", v.min, v.max, v.start);
            out.line(&format!("{}: ({bounds}),", ron::quoted(&v.id)));
        }
        out.close("},");
    }
    let drawn: Vec<&Beat> = draft.beats.iter().filter(|beat| beat.drawn > 1).collect();
    if !drawn.is_empty() {
        out.line("// Only until the ways that Twee cannot tell apart have their conditions.");
        out.open("variations: {");
        for beat in drawn {
            let each: Vec<String> =
                (1..=beat.drawn).map(|n| format!("\"{n}\": (weight: 1)")).collect();
            out.line(&format!("{}: {{{}}},", ron::quoted(&axis(&beat.id)), each.join(", ")));
        }
        out.close("},");
    }
}
