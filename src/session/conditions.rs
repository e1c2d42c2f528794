//! Whether an authored condition holds now.

use crate::scenario::{FirstHand, HadVerdict, TRAINEE, When};
use crate::standard::precedence::{self, Confidence, First, Ruling};

use super::state::Evidence;
use super::{Session, Verdict};

impl Session {
    /// Whether a condition holds, given what was done in the beat at hand.
    pub(super) fn holds(&self, when: &When, done: &Evidence) -> bool {
        let compare = |variable: &str, number: &crate::scenario::Number| {
            let value = self.state.variables.get(variable).copied().unwrap_or(0);
            (i64::from(value), self.resolver().number(number))
        };
        match when {
            When::Always => true,
            When::Never => false,
            When::Not(inner) => !self.holds(inner, done),
            When::All(all) => all.iter().all(|w| self.holds(w, done)),
            When::Any(any) => any.iter().any(|w| self.holds(w, done)),
            When::Did(mark) => done.mark(mark).is_some(),
            When::DidIn(beat, mark) => {
                self.state.evidence.get(beat).is_some_and(|e| e.mark(mark).is_some())
            }
            When::Before(a, b) => {
                let place = |id: &str| done.marks.iter().position(|m| m.id == id);
                matches!((place(a), place(b)), (Some(a), Some(b)) if a < b)
            }
            When::Within(mark, limit) => {
                let limit = self.resolver().number(limit);
                done.mark(mark).is_some_and(|m| m.at <= limit)
            }
            When::RingsWithin(mark, limit) => {
                let limit = self.resolver().number(limit);
                done.mark(mark).is_some_and(|m| i64::from(m.rings) <= limit)
            }
            When::TimeUp => done.time_up,
            When::GradeAtLeast(percent) => done.grade.is_some_and(|g| g.at_least(*percent)),
            When::AtLeast(variable, number) => {
                let (value, number) = compare(variable, number);
                value >= number
            }
            When::AtMost(variable, number) => {
                let (value, number) = compare(variable, number);
                value <= number
            }
            When::Is(variable, number) => {
                let (value, number) = compare(variable, number);
                value == number
            }
            When::Varied(axis, alternative) => self.draw.of(axis) == Some(alternative.as_str()),
            When::Hand(who, first) => {
                self.first_hand(who).is_some_and(|(found, _)| found == *first)
            }
            When::RuledBy(who, rule) => {
                self.first_hand(who).is_some_and(|(_, ruling)| ruling.rule == rule)
            }
            When::Profile(key, word) => {
                self.setup.profile.word(key).as_deref() == Some(word.as_str())
            }
            When::Had(standard, verdict) => self
                .state
                .judgements
                .iter()
                .rev()
                .find(|j| j.standard == *standard && j.verdict != Verdict::NotApplicable)
                .is_some_and(|j| j.verdict == had(*verdict)),
        }
    }

    /// Whose hand goes first between the trainee and this person in the
    /// setting of the beat at hand; `None` where the beat has no setting.
    pub(super) fn first_hand(&self, who: &str) -> Option<(FirstHand, Ruling)> {
        let setting = self.scenario.beats.get(&self.state.beat)?.setting.as_ref()?;
        let me = self.draw.person(&self.scenario, TRAINEE, Some(setting));
        let other = self.draw.person(&self.scenario, who, Some(setting));
        let ruling = precedence::handshake(
            &me,
            &other,
            setting.occasion,
            setting.phase,
            &self.setup.profile,
        );
        let first = match (ruling.confidence, ruling.first) {
            (Confidence::NoHandshake, _) => FirstHand::Nobody,
            (Confidence::Either, _) | (_, First::Nobody) => FirstHand::Either,
            (_, First::A) => FirstHand::Mine,
            (_, First::B) => FirstHand::Theirs,
        };
        Some((first, ruling))
    }
}

fn had(verdict: HadVerdict) -> Verdict {
    match verdict {
        HadVerdict::Met => Verdict::Met,
        HadVerdict::Recovered => Verdict::Recovered,
        HadVerdict::Partial => Verdict::Partial,
        HadVerdict::Missed => Verdict::Missed,
        HadVerdict::Violated => Verdict::Violated,
    }
}
