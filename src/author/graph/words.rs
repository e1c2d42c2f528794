//! A condition in short words, for the arrow it stands on.

use crate::locale::{Arg, Locale};
use crate::scenario::{Activity, FirstHand, HadVerdict, Number, Script, When};
use crate::standard::Profile;

/// What the words of one picture are taken from.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) script: &'a Script,
    pub(super) profile: &'a Profile,
    pub(super) locale: &'a Locale,
}

impl Words<'_> {
    /// An activity's kind.
    pub(super) fn activity(&self, activity: &Activity) -> String {
        self.locale.tr(&format!("graph-{}", activity.word()))
    }

    /// A condition, with ids as the author wrote them and variables by the
    /// name of their meter.
    pub(super) fn when(&self, when: &When) -> String {
        match when {
            When::Always => self.locale.tr("graph-always"),
            When::Never => self.locale.tr("graph-never"),
            When::Not(inner) => self.tr("graph-not", &[("it", self.inside(inner))]),
            When::All(inner) => self.joined(inner, "graph-and"),
            When::Any(inner) => self.joined(inner, "graph-or"),
            When::Did(mark) => mark.clone(),
            When::DidIn(beat, mark) => format!("{beat}/{mark}"),
            When::Before(first, then) => {
                self.tr("graph-before", &[("first", first.clone()), ("then", then.clone())])
            }
            When::Within(mark, ms) => {
                let time = self.time(ms);
                self.tr("graph-within", &[("mark", mark.clone()), ("time", time)])
            }
            When::RingsWithin(mark, rings) => {
                let rings = self.number(rings);
                self.tr("graph-rings", &[("mark", mark.clone()), ("rings", rings)])
            }
            When::TimeUp => self.locale.tr("graph-time-up"),
            When::GradeAtLeast(percent) => {
                self.tr("graph-grade", &[("percent", percent.to_string())])
            }
            When::AtLeast(variable, number) => self.compared(variable, "≥", number),
            When::AtMost(variable, number) => self.compared(variable, "≤", number),
            When::Is(variable, number) => self.compared(variable, "=", number),
            When::Varied(axis, drawn) => {
                self.tr("graph-varied", &[("axis", axis.clone()), ("drawn", drawn.clone())])
            }
            When::Hand(who, first) => {
                let key = match first {
                    FirstHand::Mine => "graph-hand-mine",
                    FirstHand::Theirs => "graph-hand-theirs",
                    FirstHand::Either => "graph-hand-either",
                    FirstHand::Nobody => "graph-hand-nobody",
                };
                self.tr(key, &[("who", self.name(who))])
            }
            When::RuledBy(who, rule) => {
                self.tr("graph-ruled", &[("who", self.name(who)), ("rule", rule.clone())])
            }
            When::Profile(key, value) => {
                self.tr("graph-profile", &[("key", key.clone()), ("value", value.clone())])
            }
            When::Had(standard, verdict) => {
                let verdict = self.locale.tr(match verdict {
                    HadVerdict::Met => "verdict-met",
                    HadVerdict::Recovered => "verdict-recovered",
                    HadVerdict::Partial => "verdict-partial",
                    HadVerdict::Missed => "verdict-missed",
                    HadVerdict::Violated => "verdict-violated",
                });
                self.tr("graph-had", &[("standard", standard.clone()), ("verdict", verdict)])
            }
        }
    }

    /// A condition inside another: in brackets where it is made of several.
    fn inside(&self, when: &When) -> String {
        match when {
            When::All(inner) | When::Any(inner) if inner.len() > 1 => {
                self.tr("graph-bracket", &[("it", self.when(when))])
            }
            _ => self.when(when),
        }
    }

    fn joined(&self, inner: &[When], key: &str) -> String {
        match inner {
            [] => self.locale.tr(if key == "graph-and" { "graph-always" } else { "graph-never" }),
            [one] => self.when(one),
            several => {
                let words: Vec<String> = several.iter().map(|when| self.inside(when)).collect();
                words.join(&self.locale.tr(key))
            }
        }
    }

    fn compared(&self, variable: &str, sign: &str, number: &Number) -> String {
        format!("{} {sign} {}", self.variable(variable), self.number(number))
    }

    fn variable(&self, id: &str) -> String {
        let meter = self.script.variables.get(id).and_then(|v| v.meter.as_ref());
        meter.map_or_else(|| id.to_owned(), |m| m.get(self.locale.lang()).to_owned())
    }

    fn name(&self, who: &str) -> String {
        let member = self.script.cast.get(who);
        member.map_or_else(|| who.to_owned(), |m| m.name.get(self.locale.lang()).to_owned())
    }

    /// A number as it is, a house's number as this house has it, a drawn one by its name.
    fn number(&self, number: &Number) -> String {
        match number {
            Number::Literal(value) => value.to_string(),
            Number::Named(name) => match name.split_once('.') {
                Some(("profile", key)) => {
                    self.profile.number(key).map_or_else(|| name.clone(), |n| n.to_string())
                }
                Some(("var", variable)) => self.variable(variable),
                _ => name.clone(),
            },
        }
    }

    /// Milliseconds as seconds; a drawn time by its name.
    fn time(&self, number: &Number) -> String {
        let ms = match number {
            Number::Literal(value) => Some(*value),
            Number::Named(name) => {
                name.strip_prefix("profile.").and_then(|k| self.profile.number(k))
            }
        };
        let Some(ms) = ms else { return self.number(number) };
        let tenths = (ms.unsigned_abs() + 50) / 100;
        let sign = if ms < 0 { "-" } else { "" };
        let decimal = if tenths % 10 == 0 { String::new() } else { format!(".{}", tenths % 10) };
        let seconds = format!("{sign}{}{decimal}", tenths / 10);
        self.tr("graph-seconds", &[("seconds", seconds)])
    }

    pub(super) fn tr(&self, key: &str, args: &[(&str, String)]) -> String {
        let args: Vec<(&str, Arg<'_>)> =
            args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
        self.locale.tr_args(key, &args)
    }
}
