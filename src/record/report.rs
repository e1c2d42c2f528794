//! The result of a run as one JSON document, and playing it again from its inputs.

use serde::Serialize;
use std::collections::BTreeMap;

use crate::score::outcome;
use crate::session::{Input, Now, Refused, Session};
use crate::standard::Catalogue;

use super::Answers;
use super::answers::Kept;

/// Feeds answers to a session, continuing through lines and letting time pass
/// where the answers leave that out.
///
/// # Errors
/// The place of the answer that was refused (counted from 1), and why.
pub fn finish_with(session: &mut Session, answers: &Answers) -> Result<(), (usize, Refused)> {
    for (place, (at, input)) in answers.inputs.iter().enumerate() {
        let told = matches!(input, Input::Continue | Input::TimePassed);
        if !told && session.is_telling() {
            let now = session.now();
            session.handle(now, Input::Continue).map_err(|e| (place + 1, e))?;
        }
        let mut at = at.unwrap_or(session.now()).max(session.now());
        // An answer without a time waits until the trainee's hands are free.
        if let (None, Now::Asking(asking)) = (answers.inputs[place].0, session.going_on()) {
            at = asking.busy_until.unwrap_or(at).max(at);
        }
        if *input == Input::TimePassed && answers.inputs[place].0.is_none() {
            at = session.deadline().unwrap_or(at).max(at);
        }
        session.handle(at, input.clone()).map_err(|e| (place + 1, e))?;
    }
    // Whatever runs by itself runs out.
    while session.is_asking() {
        let Some(deadline) = session.deadline() else { break };
        let at = deadline.max(session.now());
        session.handle(at, Input::TimePassed).map_err(|e| (answers.inputs.len(), e))?;
    }
    Ok(())
}

/// The result of a session as a JSON document (see the README for its fields).
pub fn report(session: &Session, catalogue: &Catalogue) -> serde_json::Value {
    let outcome = outcome(session, catalogue);
    let card = &outcome.card;
    let setup = session.setup();
    let document = Document {
        scenario: session.scenario().id.clone(),
        content_hash: session.scenario().content_hash().to_owned(),
        version: env!("CARGO_PKG_VERSION"),
        seed: setup.seed,
        profile: setup.profile.id.clone(),
        timers: setup.timers.word(),
        finished: session.ending().is_some(),
        ending: session.ending().map(str::to_owned),
        score: card.score.value(),
        band: card.band.word(),
        service_type: card.service_type.map(|t| t.word()),
        procedural: card.procedural.map(|s| s.value()),
        personal: card.personal.map(|s| s.value()),
        gaps: outcome
            .gaps
            .iter()
            .map(|gap| {
                let tenths = |t: i32| f64::from(t) / 10.0;
                let shown = GapShown {
                    expected: tenths(gap.expected),
                    perceived: tenths(gap.perceived),
                    gap: tenths(gap.gap),
                    verdict: gap.verdict.word(),
                };
                (gap.who.clone(), shown)
            })
            .collect(),
        verdicts: session
            .judgements()
            .into_iter()
            .map(|j| VerdictShown {
                standard: j.standard,
                verdict: j.verdict.word(),
                beat: j.beat,
                at_ms: j.at.0,
            })
            .collect(),
        inputs: session.transcript().iter().map(|(at, input)| Kept::of(*at, input)).collect(),
        // Time that passed after the last input that counted left no trace.
        duration_ms: session.transcript().last().map_or(0, |(at, _)| at.0),
    };
    serde_json::to_value(document).unwrap_or_default()
}

#[derive(Serialize)]
struct Document {
    scenario: String,
    content_hash: String,
    version: &'static str,
    seed: u64,
    profile: String,
    timers: &'static str,
    finished: bool,
    ending: Option<String>,
    score: f64,
    band: &'static str,
    service_type: Option<String>,
    procedural: Option<f64>,
    personal: Option<f64>,
    gaps: BTreeMap<String, GapShown>,
    verdicts: Vec<VerdictShown>,
    duration_ms: u64,
    inputs: Vec<Kept>,
}

#[derive(Serialize)]
struct GapShown {
    expected: f64,
    perceived: f64,
    gap: f64,
    verdict: &'static str,
}

#[derive(Serialize)]
struct VerdictShown {
    standard: String,
    verdict: &'static str,
    beat: String,
    at_ms: u64,
}
