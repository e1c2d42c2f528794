//! What a trainee is told after a run (`scoring.md` §8), as plain data.

use std::collections::BTreeSet;

use super::{Applies, Band, Gap, GapVerdict, Ratio, Score, Scorecard, ServiceType, StandardResult};
use crate::session::{Judgement, SessionTime, Verdict};
use crate::standard::{Catalogue, Profile, Severity, Source, Standard, Text, Treatment};

/// Everything a debrief shows, except what the shell knows by itself (profile,
/// seed, timer setting, version).
#[derive(Clone, Debug)]
pub struct Debrief {
    pub headline: Headline,
    /// Up to three, the weightiest first: standards that were met, each by a
    /// deed of its own.
    pub well: Vec<Moment>,
    /// Up to three, the dearest first: standards that lost the most.
    pub costly: Vec<Moment>,
    pub gaps: Vec<Gap>,
    /// Where the sources are silent or disagree and the house has ruled.
    pub rulings: Vec<RulingUsed>,
    /// Where a practice named in a source was to be declined, and how it went.
    pub refused: Vec<Moment>,
    /// Standards that the house profile turns off.
    pub not_applicable: Vec<HouseOff>,
    /// The one thing to practise; `None` when nothing was lost.
    pub practise: Option<Practice>,
}

/// The first lines of a debrief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    pub band: Band,
    pub score: Score,
    /// `None`: not enough evidence.
    pub service_type: Option<ServiceType>,
    /// Each customer's verdict, in their own sentence.
    pub customers: Vec<Sentence>,
}

/// A customer's verdict and what they say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub who: String,
    pub verdict: GapVerdict,
    /// `None` when the author gave them nothing to say.
    pub remark: Option<Text>,
}

/// One moment of the run seen through one standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Which of the run's judgements it is.
    pub judgement: usize,
    pub standard: String,
    pub statement: Text,
    pub sources: Vec<Source>,
    pub severity: Severity,
    pub treatment: Treatment,
    /// The caveat or note that goes with the treatment; may be empty.
    pub note: Text,
    pub verdict: Verdict,
    pub at: SessionTime,
    pub beat: String,
    pub visit: usize,
    /// What was done.
    pub did: Text,
    /// Why it matters to this customer; may be empty.
    pub why: Text,
    /// What would have worked; may be empty.
    pub better: Text,
    /// How many points of the score this standard lost in the whole run.
    pub lost: Ratio,
    /// Whether it is why the score is capped.
    pub caps_score: bool,
}

/// A house ruling that decided something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulingUsed {
    pub judgement: usize,
    pub standard: String,
    pub at: SessionTime,
    pub beat: String,
    pub ruling: Text,
}

/// A standard that does not count in this house, and which key says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseOff {
    pub standard: String,
    pub statement: Text,
    pub key: String,
    pub value: String,
}

/// What to practise next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    pub standard: String,
    pub statement: Text,
    /// Weight × (1 − average).
    pub worth: Ratio,
    /// The beat where it was lost first, and its visit.
    pub beat: String,
    pub visit: usize,
}

const SHOWN: usize = 3;

/// The debrief of a run, from the same judgements as its scorecard.
pub fn debrief(
    judgements: &[Judgement],
    card: &Scorecard,
    (catalogue, profile): (&Catalogue, &Profile),
    gaps: Vec<Gap>,
) -> Debrief {
    let teller = Teller { judgements, card, catalogue, profile };
    let costly = teller.costly();
    let well = teller.well(&costly);
    Debrief {
        headline: Headline {
            band: card.band,
            score: card.score,
            service_type: card.service_type,
            customers: gaps.iter().map(sentence).collect(),
        },
        well,
        costly,
        rulings: teller.rulings(),
        refused: teller.refused(),
        not_applicable: teller.not_applicable(),
        practise: teller.practise(),
        gaps,
    }
}

fn sentence(gap: &Gap) -> Sentence {
    Sentence { who: gap.who.clone(), verdict: gap.verdict, remark: gap.remark.clone() }
}

struct Teller<'a> {
    judgements: &'a [Judgement],
    card: &'a Scorecard,
    catalogue: &'a Catalogue,
    /// The house whose numbers the standards are told with.
    profile: &'a Profile,
}

impl Teller<'_> {
    /// The standards that lost most, the ones that cap the score first.
    fn costly(&self) -> Vec<Moment> {
        let mut lost = self.losses();
        lost.sort_by_key(|r| (!self.caps(r), std::cmp::Reverse(r.lost())));
        lost.into_iter().filter_map(|r| self.moment(r, self.worst(r)?)).take(SHOWN).collect()
    }

    /// The weightiest standards that were met, before those that also cost much.
    fn well(&self, costly: &[Moment]) -> Vec<Moment> {
        let dear: BTreeSet<&str> = costly.iter().map(|m| m.standard.as_str()).collect();
        let mut met: Vec<(&StandardResult, usize)> = self
            .scored()
            .filter_map(|r| Some((r, self.first(r, |v| v == Verdict::Met)?)))
            .collect();
        met.sort_by_key(|(r, index)| {
            let dear = dear.contains(r.standard.as_str());
            (dear, std::cmp::Reverse((r.weight, r.average)), *index)
        });
        let mut praised = BTreeSet::new();
        met.into_iter()
            .filter_map(|(r, index)| self.moment(r, index))
            .filter(|moment| praised.insert(moment.visit))
            .take(SHOWN)
            .collect()
    }

    fn rulings(&self) -> Vec<RulingUsed> {
        let mut told = BTreeSet::new();
        let used = self.judgements.iter().enumerate().filter(|(_, j)| {
            let counts = self.result(&j.standard).is_some_and(|r| !r.is_house_off());
            counts && !j.ruling.is_empty() && told.insert(&j.ruling)
        });
        used.map(|(judgement, j)| RulingUsed {
            judgement,
            standard: j.standard.clone(),
            at: j.at,
            beat: j.beat.clone(),
            ruling: j.ruling.clone(),
        })
        .collect()
    }

    fn refused(&self) -> Vec<Moment> {
        let offered = |j: &Judgement| j.verdict != Verdict::NotApplicable;
        self.judgements
            .iter()
            .enumerate()
            .filter(|(_, j)| offered(j))
            .filter_map(|(index, j)| self.moment(self.result(&j.standard)?, index))
            .filter(|moment| moment.treatment == Treatment::RecogniseAndRefuse)
            .collect()
    }

    fn not_applicable(&self) -> Vec<HouseOff> {
        let off = self.card.per_standard.iter().filter_map(|r| match &r.applies {
            Applies::HouseOff { key, value } => Some(HouseOff {
                standard: r.standard.clone(),
                statement: self.catalogue.get(&r.standard)?.stated_by(self.profile),
                key: key.clone(),
                value: value.clone(),
            }),
            Applies::Scored | Applies::NeverArose => None,
        });
        off.collect()
    }

    fn practise(&self) -> Option<Practice> {
        let mut lost = self.losses();
        lost.sort_by_key(|r| std::cmp::Reverse(r.lost()));
        let result = lost.first()?;
        let judgement = self.judgements.get(self.first(result, |v| v != Verdict::Met)?)?;
        Some(Practice {
            standard: result.standard.clone(),
            statement: self.catalogue.get(&result.standard)?.stated_by(self.profile),
            worth: result.lost(),
            beat: judgement.beat.clone(),
            visit: judgement.visit,
        })
    }

    fn scored(&self) -> impl Iterator<Item = &StandardResult> {
        self.card.per_standard.iter().filter(|r| r.average.is_some())
    }

    fn losses(&self) -> Vec<&StandardResult> {
        self.scored().filter(|r| r.lost() > Ratio::ZERO).collect()
    }

    fn result(&self, standard: &str) -> Option<&StandardResult> {
        self.card.standard(standard)
    }

    fn caps(&self, result: &StandardResult) -> bool {
        self.card.critical_violated.contains(&result.standard)
    }

    /// The earliest of a standard's worst judgements.
    fn worst(&self, result: &StandardResult) -> Option<usize> {
        let values = result.judgements.iter().zip(&result.verdicts);
        let scored = values.filter_map(|(&index, verdict)| Some((verdict.tenths()?, index)));
        scored.min().map(|(_, index)| index)
    }

    /// The earliest scored judgement of a standard that fits.
    fn first(&self, result: &StandardResult, fits: impl Fn(Verdict) -> bool) -> Option<usize> {
        let verdicts = result.judgements.iter().zip(&result.verdicts);
        verdicts
            .filter(|(_, verdict)| verdict.tenths().is_some() && fits(**verdict))
            .map(|(&index, _)| index)
            .min()
    }

    fn moment(&self, result: &StandardResult, index: usize) -> Option<Moment> {
        let judgement = self.judgements.get(index)?;
        let standard: &Standard = self.catalogue.get(&result.standard)?;
        Some(Moment {
            judgement: index,
            standard: standard.id.clone(),
            statement: standard.stated_by(self.profile),
            sources: standard.sources.clone(),
            severity: standard.severity,
            treatment: standard.treatment,
            note: standard.note.clone(),
            verdict: judgement.verdict,
            at: judgement.at,
            beat: judgement.beat.clone(),
            visit: judgement.visit,
            did: judgement.did.clone(),
            why: judgement.why.clone(),
            better: judgement.better.clone(),
            lost: result.lost().times(100).over(i64::from(self.card.weight())),
            caps_score: self.caps(result),
        })
    }
}
