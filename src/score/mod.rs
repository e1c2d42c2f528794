//! How well it went: the standards score, the customers' gaps and the debrief.
//!
//! Pure functions over what a run left behind. [`scorecard`] turns judgements
//! into a score, a band and a service type (`scoring.md` §2, §4), [`gap`]
//! replays what one customer perceived and expected (§3), and [`debrief()`]
//! picks what a trainee is told (§8). The two scores stand side by side and
//! are never added.

mod card;
mod customer;
mod debrief;
mod memory;
mod outcome;
mod ratio;
mod service;

use crate::session::{Event, Judgement, Verdict};
use crate::standard::precedence::OrderGrade;

pub use card::{Applies, Band, Score, Scorecard, StandardResult, scorecard};
pub use customer::{AttributeResult, Customer, Gap, GapVerdict, Moved, PartResult, Touched, gap};
pub use debrief::{Debrief, Headline, HouseOff, Moment, Practice, RulingUsed, Sentence, debrief};
pub use memory::{past_after, word_of_mouth_after};
pub use outcome::{Outcome, outcome};
pub use ratio::Ratio;
pub use service::{ServiceKind, ServiceType};

/// The judgements of a run as they stand at its end: every recovery applied.
pub fn settled(events: &[Event]) -> Vec<Judgement> {
    let mut judgements: Vec<Judgement> = Vec::new();
    for event in events {
        match event {
            Event::Judged(judgement) => judgements.push(judgement.clone()),
            Event::Recovered { index, .. } => {
                if let Some(judgement) = judgements.get_mut(*index) {
                    judgement.verdict = Verdict::Recovered;
                }
            }
            _ => {}
        }
    }
    judgements
}

impl From<OrderGrade> for Verdict {
    fn from(grade: OrderGrade) -> Verdict {
        match grade {
            OrderGrade::Right => Verdict::Met,
            OrderGrade::Nearly => Verdict::Partial,
            OrderGrade::Wrong => Verdict::Missed,
            OrderGrade::Undetermined => Verdict::NotApplicable,
        }
    }
}
