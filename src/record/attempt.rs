//! A finished session as it is kept: what makes it again, and what it came to.

use crate::score::{Band, Score, ServiceType, outcome};
use crate::session::{Input, Session, SessionTime, TimerSetting, Verdict};
use crate::standard::Catalogue;

/// Milliseconds since 1970 in universal time, read by a shell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(pub u64);

/// Where in its scenario an attempt began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Begun {
    /// Played from the first beat to the end in one go.
    #[default]
    AtTheStart,
    /// For practice: begun again inside an earlier run, or rewound on the way, at
    /// this visit at the latest. Its inputs hold the earlier run's beginning too.
    Inside { visit: usize },
}

impl Begun {
    /// Whether some of it had been played before.
    pub fn is_practice(self) -> bool {
        matches!(self, Begun::Inside { .. })
    }
}

/// One finished session as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Sixteen hexadecimal digits over everything else in it, so that the same
    /// attempt read twice is known to be the same.
    pub id: String,
    pub kept_at: WallTime,
    /// The version of Liyi it was played with.
    pub version: String,
    pub scenario: String,
    pub content_hash: String,
    pub profile: String,
    pub seed: u64,
    pub timers: TimerSetting,
    pub begun: Begun,
    /// The ending's id.
    pub ending: String,
    /// What was shown, in tenths of a point.
    pub score: Score,
    pub band: Band,
    /// `None`: not enough evidence.
    pub procedural: Option<Score>,
    pub personal: Option<Score>,
    /// Each customer's gap, in order of who they are.
    pub gaps: Vec<GapKept>,
    /// Every verdict in order of time, as it counted.
    pub verdicts: Vec<VerdictKept>,
    pub inputs: Vec<(SessionTime, Input)>,
}

/// What one customer expected and perceived, in tenths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapKept {
    pub who: String,
    pub expected: i32,
    pub perceived: i32,
}

/// One verdict on one standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictKept {
    pub standard: String,
    pub verdict: Verdict,
    pub beat: String,
    pub at: SessionTime,
}

/// An input as it reads back: a gesture's dials stand in order of their ids.
fn in_order((at, input): &(SessionTime, Input)) -> (SessionTime, Input) {
    let mut input = input.clone();
    if let Input::Gesture(dials) = &mut input {
        dials.sort();
    }
    (*at, input)
}

impl Attempt {
    /// What is to be kept of a session; `None` before it has ended.
    pub fn of(
        session: &Session,
        catalogue: &Catalogue,
        begun: Begun,
        kept_at: WallTime,
    ) -> Option<Attempt> {
        let ending = session.ending()?.to_owned();
        let outcome = outcome(session, catalogue);
        let (card, setup) = (&outcome.card, session.setup());
        let mut verdicts: Vec<VerdictKept> = session
            .judgements()
            .into_iter()
            .map(|judgement| VerdictKept {
                standard: judgement.standard,
                verdict: judgement.verdict,
                beat: judgement.beat,
                at: judgement.at,
            })
            .collect();
        // What the house turns off counted for nothing.
        for result in &card.per_standard {
            for (&place, &verdict) in result.judgements.iter().zip(&result.verdicts) {
                if let Some(kept) = verdicts.get_mut(place) {
                    kept.verdict = verdict;
                }
            }
        }
        let as_shown = |score: Score| Score::kept(score.tenths());
        let mut attempt = Attempt {
            id: String::new(),
            kept_at,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: session.scenario().id.clone(),
            content_hash: session.scenario().content_hash().to_owned(),
            profile: setup.profile.id.clone(),
            seed: setup.seed,
            timers: setup.timers,
            begun,
            ending,
            score: as_shown(card.score),
            band: card.band,
            procedural: card.procedural.map(as_shown),
            personal: card.personal.map(as_shown),
            gaps: outcome
                .gaps
                .iter()
                .map(|gap| GapKept {
                    who: gap.who.clone(),
                    expected: gap.expected,
                    perceived: gap.perceived,
                })
                .collect(),
            verdicts,
            inputs: session.transcript().iter().map(in_order).collect(),
        };
        attempt.id = super::journal::id_of(&attempt);
        Some(attempt)
    }

    /// Where it stands among the four types, as its debrief showed it.
    pub fn service_type(&self) -> Option<ServiceType> {
        self.procedural.zip(self.personal).map(|(p, q)| ServiceType::of(p, q))
    }
}
