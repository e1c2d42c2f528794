//! Events as lines of text.

use std::io::{self, Write};

use crate::locale::Locale;
use crate::scenario::{Pose, Scenario, TRAINEE};
use crate::session::Event;
use crate::standard::{Lang, Text};

use super::wrap::wrap;

/// How many cells the longest meter has.
const METER_CELLS: i32 = 10;

/// Writes events as a reader would want to read them.
pub(super) struct Teller<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) locale: &'a Locale,
    /// The width of the page in columns.
    pub(super) width: usize,
}

/// What several events have in common and one line tells.
#[derive(Default)]
struct Held {
    /// What the trainee did.
    acts: Vec<String>,
    /// Somebody's face and pose.
    body: Option<(String, Vec<String>)>,
}

impl Teller<'_> {
    pub(super) fn words<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.locale.lang())
    }

    pub(super) fn name(&self, who: &str) -> String {
        let name = self.scenario.cast.get(who).map(|m| self.words(&m.name));
        name.unwrap_or(who).to_owned()
    }

    /// A text in the brackets of its language.
    pub(super) fn aside(&self, text: &str) -> String {
        match self.locale.lang() {
            Lang::Zh => format!("（{text}）"),
            Lang::En => format!("({text})"),
        }
    }

    /// Several things as one list.
    pub(super) fn joined(&self, things: &[String]) -> String {
        things.join(match self.locale.lang() {
            Lang::Zh => "，",
            Lang::En => ", ",
        })
    }

    /// Writes one paragraph, broken to the page; its first line begins so.
    pub(super) fn line(&self, first: &str, text: &str, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}", wrap(first, text, self.width))
    }

    /// Writes events; tells whether there was a line to read among them.
    pub(super) fn tell(&self, events: &[Event], out: &mut impl Write) -> io::Result<bool> {
        let mut held = Held::default();
        let mut read = false;
        for event in events {
            read |=
                matches!(event, Event::Said { .. } | Event::Told { .. } | Event::Thought { .. });
            if !self.hold(event, &mut held, out)? {
                self.write(event, &mut held, out)?;
            }
        }
        self.release(&mut held, out)?;
        out.flush()?;
        Ok(read)
    }

    /// Keeps back what one line can tell together with what comes next.
    fn hold(&self, event: &Event, held: &mut Held, out: &mut impl Write) -> io::Result<bool> {
        let (who, seen) = match event {
            Event::Acted { text, .. } => {
                self.release_body(held, out)?;
                held.acts.push(self.words(text).to_owned());
                return Ok(true);
            }
            // A gesture's own poses are told by its words.
            Event::Posed { who, .. } if who == TRAINEE && !held.acts.is_empty() => return Ok(true),
            Event::Posed { pose: Pose::Stand, .. } => return Ok(true),
            Event::Posed { who, pose } => (who, self.pose(*pose)),
            Event::Looked { who, mood } => {
                (who, self.locale.tr(&format!("mood-{}", kebab(&format!("{mood:?}")))))
            }
            _ => return Ok(false),
        };
        self.release_acts(held, out)?;
        if held.body.as_ref().is_some_and(|(other, _)| other != who) {
            self.release_body(held, out)?;
        }
        held.body.get_or_insert_with(|| (who.clone(), Vec::new())).1.push(seen);
        Ok(true)
    }

    /// A pose in words.
    fn pose(&self, pose: Pose) -> String {
        let plain = || self.locale.tr(&format!("pose-{}", kebab(&format!("{pose:?}"))));
        let (Pose::GiveCard { .. } | Pose::TakeCard { .. }, Some(card)) = (pose, pose.card())
        else {
            return plain();
        };
        let key = if card.gives { "pose-give-card" } else { "pose-take-card" };
        let word = |part: &dyn std::fmt::Debug| kebab(&format!("{part:?}")).into();
        let args = [
            ("hands", word(&card.hands)),
            ("height", word(&card.height)),
            ("print", word(&card.print)),
            ("free", word(&card.free)),
        ];
        self.locale.tr_args(key, &args)
    }

    fn release(&self, held: &mut Held, out: &mut impl Write) -> io::Result<()> {
        self.release_acts(held, out)?;
        self.release_body(held, out)
    }

    fn release_acts(&self, held: &mut Held, out: &mut impl Write) -> io::Result<()> {
        if held.acts.is_empty() {
            return Ok(());
        }
        let acts = std::mem::take(&mut held.acts).join(" · ");
        self.line("  › ", &acts, out)
    }

    fn release_body(&self, held: &mut Held, out: &mut impl Write) -> io::Result<()> {
        let Some((who, seen)) = held.body.take() else { return Ok(()) };
        let colon = self.locale.tr("terminal-colon");
        let text = format!("{}{colon}{}", self.name(&who), self.joined(&seen));
        self.line("  ", &format!("[{text}]"), out)
    }

    fn write(&self, event: &Event, held: &mut Held, out: &mut impl Write) -> io::Result<()> {
        let tr = |key: &str| self.locale.tr(key);
        if let Event::Said { who, .. } = event
            && who == TRAINEE
            && held.acts.len() == 1
        {
            // What was chosen is heard at once.
            held.acts.clear();
        }
        let (first, text) = match event {
            Event::BeatEntered { label, .. } => {
                (String::new(), format!("\n── {} ──", self.words(label)))
            }
            Event::Said { who, text } => {
                (format!("{}{}", self.name(who), tr("terminal-colon")), self.words(text).to_owned())
            }
            Event::Told { text } => ("  ".to_owned(), self.words(text).to_owned()),
            Event::Thought { text } => ("  ".to_owned(), self.aside(self.words(text))),
            Event::Entered { who, .. } if who != TRAINEE => (
                "  ".to_owned(),
                self.locale.tr_args("terminal-comes", &[("who", self.name(who).into())]),
            ),
            Event::Left { who } if who != TRAINEE => (
                "  ".to_owned(),
                self.locale.tr_args("terminal-goes", &[("who", self.name(who).into())]),
            ),
            Event::Wore { who, .. } => (
                "  ".to_owned(),
                self.locale.tr_args("terminal-wears", &[("who", self.name(who).into())]),
            ),
            Event::Shook { a, b } => {
                let args = [("a", self.name(a).into()), ("b", self.name(b).into())];
                ("  ".to_owned(), self.locale.tr_args("terminal-shake", &args))
            }
            Event::Appeared { text, .. } | Event::Vanished { text, .. } => {
                ("  ".to_owned(), format!("[{}]", self.words(text)))
            }
            Event::Sounded { sound } => ("  ♪ ".to_owned(), tr(&format!("sound-{sound}"))),
            Event::Rang { label, count, .. } => {
                let args = [("line", self.words(label).into()), ("count", (*count).into())];
                ("  ".to_owned(), self.locale.tr_args("terminal-ring", &args))
            }
            Event::Noticed { text, .. } => ("  → ".to_owned(), self.words(text).to_owned()),
            Event::TimeUp => ("  ".to_owned(), tr("terminal-time-up")),
            Event::Changed { variable, value } => match self.meter(variable, *value) {
                Some(meter) => ("  ".to_owned(), meter),
                None => return Ok(()),
            },
            Event::Ended { text, .. } => {
                self.release(held, out)?;
                writeln!(out)?;
                ("  ".to_owned(), self.words(text).to_owned())
            }
            _ => return Ok(()),
        };
        self.release(held, out)?;
        self.line(&first, &text, out)
    }

    /// A variable that is shown while playing, as a row of cells.
    fn meter(&self, variable: &str, value: i32) -> Option<String> {
        let bounds = self.scenario.variables.get(variable)?;
        let label = self.words(bounds.meter.as_ref()?);
        let span = i64::from(bounds.max) - i64::from(bounds.min);
        let cells = span.clamp(1, i64::from(METER_CELLS));
        let above = i64::from(value) - i64::from(bounds.min);
        let full = (above * cells + span / 2) / span.max(1);
        let cell = |n: i64| if n < full { '■' } else { '□' };
        let row: String = (0..cells).map(cell).collect();
        Some(format!("{label} {row} {value}/{}", bounds.max))
    }
}

/// `OfferHand` → `offer-hand`, `Bow15` → `bow15`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}
