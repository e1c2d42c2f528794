//! Events as lines of text.

use std::io::{self, Write};

use crate::locale::Locale;
use crate::scenario::Scenario;
use crate::session::Event;
use crate::standard::Text;

/// Writes events as a reader would want to read them.
pub(super) struct Teller<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) locale: &'a Locale,
}

impl Teller<'_> {
    pub(super) fn words<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.locale.lang())
    }

    pub(super) fn name(&self, who: &str) -> String {
        let name = self.scenario.cast.get(who).map(|m| self.words(&m.name));
        name.unwrap_or(who).to_owned()
    }

    /// Writes events; tells whether there was a line to read among them.
    pub(super) fn tell(&self, events: &[Event], out: &mut impl Write) -> io::Result<bool> {
        let mut read = false;
        for event in events {
            let line = self.line(event);
            read |=
                matches!(event, Event::Said { .. } | Event::Told { .. } | Event::Thought { .. });
            if let Some(line) = line {
                writeln!(out, "{line}")?;
            }
        }
        out.flush()?;
        Ok(read)
    }

    fn line(&self, event: &Event) -> Option<String> {
        let tr = |key: &str| self.locale.tr(key);
        let line = match event {
            Event::BeatEntered { label, .. } => {
                format!("\n── {} ──", self.words(label))
            }
            Event::Said { who, text } => {
                format!("{}{}{}", self.name(who), tr("terminal-colon"), self.words(text))
            }
            Event::Told { text } => format!("  {}", self.words(text)),
            Event::Thought { text } => format!("  （{}）", self.words(text)),
            Event::Entered { who, .. } if who != "you" => {
                self.locale.tr_args("terminal-comes", &[("who", self.name(who).into())])
            }
            Event::Left { who } if who != "you" => {
                self.locale.tr_args("terminal-goes", &[("who", self.name(who).into())])
            }
            Event::Looked { who, mood } => {
                let mood = tr(&format!("mood-{}", format!("{mood:?}").to_lowercase()));
                format!("  [{}: {mood}]", self.name(who))
            }
            Event::Posed { who, pose } => {
                let pose = tr(&format!("pose-{}", kebab(&format!("{pose:?}"))));
                format!("  [{}: {pose}]", self.name(who))
            }
            Event::Shook { a, b } => self.locale.tr_args(
                "terminal-shake",
                &[("a", self.name(a).into()), ("b", self.name(b).into())],
            ),
            Event::Sounded { sound } => format!("  ♪ {}", tr(&format!("sound-{sound}"))),
            Event::Rang { label, count, .. } => self.locale.tr_args(
                "terminal-ring",
                &[("line", self.words(label).into()), ("count", (*count).into())],
            ),
            Event::Noticed { text, .. } => format!("  → {}", self.words(text)),
            Event::TimeUp => format!("  {}", tr("terminal-time-up")),
            Event::Ended { text, .. } => format!("\n  {}", self.words(text)),
            _ => return None,
        };
        Some(line)
    }
}

/// `OfferHand` → `offer-hand`, `Bow15` → `bow15`.
pub(super) fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}
