//! Conditions, steps and strings put back into the words that an author writes.

use crate::scenario::{Number, Step, When};

/// A string in quotes.
pub(super) fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn number(number: &Number) -> String {
    match number {
        Number::Literal(value) => value.to_string(),
        Number::Named(name) => quoted(name),
    }
}

fn list(whens: &[When]) -> String {
    whens.iter().map(when).collect::<Vec<_>>().join(", ")
}

/// A condition as RON.
pub(super) fn when(this: &When) -> String {
    let two = |name: &str, a: &str, b: &str| format!("{name}({}, {})", quoted(a), quoted(b));
    let than = |name: &str, a: &str, n: &Number| format!("{name}({}, {})", quoted(a), number(n));
    match this {
        When::Always => "Always".to_owned(),
        When::Never => "Never".to_owned(),
        When::Not(inner) => format!("Not({})", when(inner)),
        When::All(inner) => format!("All([{}])", list(inner)),
        When::Any(inner) => format!("Any([{}])", list(inner)),
        When::Did(mark) => format!("Did({})", quoted(mark)),
        When::DidIn(beat, mark) => two("DidIn", beat, mark),
        When::Before(a, b) => two("Before", a, b),
        When::Within(mark, n) => than("Within", mark, n),
        When::RingsWithin(mark, n) => than("RingsWithin", mark, n),
        When::TimeUp => "TimeUp".to_owned(),
        When::GradeAtLeast(n) => format!("GradeAtLeast({n})"),
        When::AtLeast(variable, n) => than("AtLeast", variable, n),
        When::AtMost(variable, n) => than("AtMost", variable, n),
        When::Is(variable, n) => than("Is", variable, n),
        When::Varied(axis, alternative) => two("Varied", axis, alternative),
        When::Hand(who, hand) => format!("Hand({}, {hand:?})", quoted(who)),
        When::RuledBy(who, rule) => two("RuledBy", who, rule),
        When::Profile(key, value) => two("Profile", key, value),
        When::Had(standard, verdict) => format!("Had({}, {verdict:?})", quoted(standard)),
    }
}

/// A step that is not words, as RON; `None` for words and for `If`.
pub(super) fn step(step: &Step) -> Option<String> {
    Some(match step {
        Step::Say(..) | Step::Tell(_) | Step::Think(_) | Step::If { .. } => return None,
        Step::Look(who, mood) => format!("Look({}, {mood:?})", quoted(who)),
        Step::Pose(who, pose) => format!("Pose({}, {})", quoted(who), pose.written()),
        Step::Put(thing) => format!("Put({})", quoted(thing)),
        Step::Clear(thing) => format!("Clear({})", quoted(thing)),
        Step::Shake(a, b) => format!("Shake({}, {})", quoted(a), quoted(b)),
        Step::Enter(who, spot) => format!("Enter({}, {spot:?})", quoted(who)),
        Step::Leave(who) => format!("Leave({})", quoted(who)),
        Step::Wear(who, figure) => format!("Wear({}, {})", quoted(who), quoted(figure)),
        Step::Face(who, whom) => format!("Face({}, {})", quoted(who), quoted(whom)),
        Step::Sound(id) => format!("Sound({})", quoted(id)),
        Step::Set(variable, n) => format!("Set({}, {})", quoted(variable), number(n)),
        Step::Add(variable, n) => format!("Add({}, {n})", quoted(variable)),
        Step::Perceive(who, attribute, points, _) => {
            format!("Perceive({}, {attribute:?}, {})", quoted(who), points.value())
        }
        Step::Expect(who, part, points) => {
            format!("Expect({}, {part:?}, {})", quoted(who), points.value())
        }
    })
}
