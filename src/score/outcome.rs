//! A whole session's result: its scorecard, every customer's gap, and its debrief.

use crate::session::{Event, Session};
use crate::standard::Catalogue;

use super::{Customer, Debrief, Gap, Scorecard, debrief, gap, scorecard};

/// Everything a result page or file shows of one session.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub card: Scorecard,
    /// One gap for each customer of the cast, in order of id.
    pub gaps: Vec<Gap>,
    pub debrief: Debrief,
}

/// The result of a session as it stands; it need not have ended.
pub fn outcome(session: &Session, catalogue: &Catalogue) -> Outcome {
    let judgements = session.judgements();
    let profile = &session.setup().profile;
    let card = scorecard(&judgements, catalogue, profile);
    let gaps = gaps(session);
    let debrief = debrief(&judgements, &card, (catalogue, profile), gaps.clone());
    Outcome { card, gaps, debrief }
}

/// The gap of every customer this run met, as the session stands.
fn gaps(session: &Session) -> Vec<Gap> {
    let script = session.scenario();
    let events = session.events();
    let met = |who: &str| {
        events.iter().any(|event| match event {
            Event::Entered { who: one, .. }
            | Event::Said { who: one, .. }
            | Event::Perceived { who: one, .. } => one == who,
            _ => false,
        })
    };
    let mut gaps = Vec::new();
    for (who, member) in script.cast.iter().filter(|(who, _)| met(who)) {
        let drawn = session.draw().expects(script, who);
        let Some(mut customer) = Customer::of(who, member, drawn) else { continue };
        customer.hint = session.words(&customer.hint);
        if let Some(remarks) = &mut customer.remarks {
            for remark in
                [&mut remarks.dissatisfied, &mut remarks.satisfied, &mut remarks.delighted]
            {
                *remark = session.words(remark);
            }
        }
        gaps.push(gap(&customer, &events));
    }
    gaps
}
