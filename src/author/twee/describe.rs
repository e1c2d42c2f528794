//! What of an activity Twine cannot play, in lines that an author can read.

use crate::scenario::{Activity, Number, Step, Timeline, When};
use crate::standard::Text;

use super::ron;

/// A line of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Words to be read.
    Seen(String),
    /// Something only a comment can say.
    Hidden(String),
}

impl Line {
    pub(super) fn words(&self) -> &str {
        match self {
            Line::Seen(words) | Line::Hidden(words) => words,
        }
    }
}

type Words<'f> = &'f dyn Fn(&Text) -> String;
type Lines<'f> = &'f dyn Fn(&[Step]) -> Vec<Line>;

/// Everything about an activity that is not a link.
pub(super) fn activity(activity: &Activity, words: Words<'_>, lines: Lines<'_>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    if let Some(limit) = activity.limit() {
        out.push(format!("limit: {} ms", number(limit)));
    }
    match activity {
        Activity::Choice { .. } => {}
        Activity::Timer { look, timeline, .. } => {
            out.push(format!("Timer: {look:?}"));
            time(timeline, words, lines, &mut out);
        }
        Activity::Queue { timeline, .. } => {
            out.push("Queue".to_owned());
            time(timeline, words, lines, &mut out);
        }
        Activity::Order { items, right, choose, .. } => {
            out.push(if *choose { "Order, some left out" } else { "Order" }.to_owned());
            out.extend(items.iter().map(|i| format!("  {}: {}", i.id, words(&i.text))));
            out.push(format!("right: {}", right.join(", ")));
        }
        Activity::Gesture { toward, dials, .. } => {
            out.push(format!("Gesture toward {toward}"));
            for dial in dials {
                let positions: Vec<String> =
                    dial.positions.iter().map(|p| format!("{} {}", p.id, words(&p.text))).collect();
                let label = words(&dial.label);
                out.push(format!("  {} {label}: {}", dial.id, positions.join(" / ")));
            }
        }
        Activity::Inspect { spots, single, .. } => {
            out.push(if *single { "Inspect, one spot" } else { "Inspect" }.to_owned());
            for spot in spots {
                let wanted = wanted(&spot.wanted);
                out.push(format!("  {}: {}{wanted}", spot.id, words(&spot.text)));
            }
        }
        Activity::Pack { into, items, .. } => {
            out.push(format!("Pack into: {}", words(into)));
            for item in items {
                let wanted = wanted(&item.wanted);
                out.push(format!("  {}: {}{wanted}", item.id, words(&item.text)));
            }
        }
        Activity::Slider { min, max, band, low, high, .. } => {
            let band = format!("{} to {}", number(&band.0), number(&band.1));
            let (low, high) = (words(low), words(high));
            out.push(format!("Slider from {min} ({low}) to {max} ({high}), right: {band}"));
        }
        Activity::Note { fields, timeline, .. } => {
            out.push("Note".to_owned());
            for field in fields {
                let (label, answer) = (words(&field.label), words(&field.answer));
                out.push(format!("  {} {label}: {answer}", field.id));
            }
            time(timeline, words, lines, &mut out);
        }
    }
    out
}

fn time(timeline: &Timeline, words: Words<'_>, lines: Lines<'_>, out: &mut Vec<String>) {
    for track in &timeline.tracks {
        let every = track.every.as_ref().map(|n| format!(", rings every {} ms", number(n)));
        let label = words(&track.label);
        out.push(format!("  track {}: {label}{}", track.id, every.unwrap_or_default()));
    }
    for cue in &timeline.cues {
        let when = match &cue.when {
            When::Always => String::new(),
            when => format!(" if {}", ron::when(when)),
        };
        out.push(format!("  at {} ms{when}:", number(&cue.at)));
        steps(&cue.then, lines, out);
    }
    for action in timeline.actions.iter().filter(|action| !action.ends) {
        out.push(format!("  meanwhile {}: {}", action.id, words(&action.text)));
        steps(&action.then, lines, out);
    }
    out.push(format!("  ends at {} ms", number(&timeline.ends_at)));
    steps(&timeline.on_end, lines, out);
}

fn steps(steps: &[Step], lines: Lines<'_>, out: &mut Vec<String>) {
    out.extend(lines(steps).into_iter().map(|line| format!("    {}", line.words())));
}

fn wanted(when: &When) -> String {
    match when {
        When::Always => " (wanted)".to_owned(),
        When::Never => String::new(),
        when => format!(" (wanted if {})", ron::when(when)),
    }
}

fn number(number: &Number) -> String {
    match number {
        Number::Literal(value) => value.to_string(),
        Number::Named(name) => name.clone(),
    }
}
