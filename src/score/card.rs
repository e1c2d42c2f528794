//! The standards score, its band, and the two sides of service (`scoring.md` §2 and §4).

use std::collections::BTreeMap;

use super::{Ratio, ServiceType};
use crate::session::{Judgement, Verdict};
use crate::standard::{Catalogue, Dimension, Profile, Severity, Standard};

/// A score from 0 to 100, exact.
///
/// What is shown, compared with a band and stored is the score in tenths, so
/// that the printed number and its band always agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(Ratio);

impl Score {
    /// The exact fraction.
    pub fn exact(self) -> Ratio {
        self.0
    }

    /// In tenths of a point, rounded: 0–1000.
    pub fn tenths(self) -> i64 {
        self.0.tenths()
    }

    /// In points, rounded to tenths: 87.6.
    pub fn value(self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "0–1000 is exact")]
        let tenths = self.tenths() as f64;
        tenths / 10.0
    }

    /// A score as it was shown and kept: in tenths of a point, 0–1000.
    pub fn kept(tenths: i64) -> Score {
        Score(Ratio::new(tenths.clamp(0, 1000), 10))
    }

    /// 100 × max(0, Σ w·v) ÷ Σ w. Nothing scored is nothing earned.
    fn of(results: &[&StandardResult]) -> Score {
        let weight: i64 = results.iter().map(|r| i64::from(r.weight)).sum();
        let earned: Ratio =
            results.iter().filter_map(|r| Some(r.average?.times(i64::from(r.weight)))).sum();
        Score(earned.max(Ratio::ZERO).times(100).over(weight))
    }

    fn capped(self, points: i64) -> Score {
        Score(self.0.min(Ratio::new(points, 1)))
    }
}

/// The result band of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// A critical standard was violated and not recovered.
    NotYetSafe,
    /// Below 70, or a critical standard missed and not recovered.
    PractiseAgain,
    /// 70 and above.
    Competent,
    /// 85 and above.
    Good,
    /// 95 and above, and no major standard missed.
    Exemplary,
}

impl Band {
    /// The stable word used in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Band::NotYetSafe => "not_yet_safe",
            Band::PractiseAgain => "practise_again",
            Band::Competent => "competent",
            Band::Good => "good",
            Band::Exemplary => "exemplary",
        }
    }

    /// Reads a word as `word` writes it.
    pub fn parse(word: &str) -> Option<Band> {
        use Band::*;
        [NotYetSafe, PractiseAgain, Competent, Good, Exemplary]
            .into_iter()
            .find(|band| band.word() == word)
    }
}

/// Whether a standard counts in a run, and if not, why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It counts.
    Scored,
    /// Every opportunity turned out not to apply: a tie, a higher duty.
    NeverArose,
    /// The house profile turns it off: this key has this value.
    HouseOff { key: String, value: String },
}

/// One standard's part in a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandardResult {
    pub standard: String,
    pub severity: Severity,
    pub dimension: Dimension,
    /// Critical 5, major 3, minor 1.
    pub weight: u32,
    pub applies: Applies,
    /// The average of its verdicts, −0.5 … 1; `None` if it does not count.
    pub average: Option<Ratio>,
    /// Which of the run's judgements are its own.
    pub judgements: Vec<usize>,
    /// Their verdicts, as they count: all not applicable where the house turns it off.
    pub verdicts: Vec<Verdict>,
}

impl StandardResult {
    /// Weight × (1 − average): how much there is to gain.
    pub fn lost(&self) -> Ratio {
        match self.average {
            Some(average) => (Ratio::new(1, 1) - average).times(i64::from(self.weight)),
            None => Ratio::ZERO,
        }
    }

    /// Whether the house profile turns it off.
    pub fn is_house_off(&self) -> bool {
        matches!(self.applies, Applies::HouseOff { .. })
    }

    fn has(&self, verdict: Verdict) -> bool {
        self.verdicts.contains(&verdict)
    }
}

/// The numbers of one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// 0–100; at most 59 when the band is [`Band::NotYetSafe`].
    pub score: Score,
    /// The score before that cap.
    pub uncapped: Score,
    pub band: Band,
    /// How service ran; `None`: not enough evidence (total weight below 6).
    pub procedural: Option<Score>,
    /// How it felt; `None`: not enough evidence.
    pub personal: Option<Score>,
    /// `None` when either side lacks evidence.
    pub service_type: Option<ServiceType>,
    /// Every standard judged, in order of id.
    pub per_standard: Vec<StandardResult>,
    /// Critical standards violated and not recovered: why the score is capped.
    pub critical_violated: Vec<String>,
    /// Critical standards missed and not recovered: why it is not competent.
    pub critical_missed: Vec<String>,
    /// Major standards missed or violated: why it is not exemplary.
    pub major_missed: Vec<String>,
    /// Judged ids that the catalogue does not know; they count for nothing.
    pub unknown: Vec<String>,
}

impl Scorecard {
    /// One standard's result.
    pub fn standard(&self, id: &str) -> Option<&StandardResult> {
        self.per_standard.iter().find(|r| r.standard == id)
    }

    /// The weight of everything that counted.
    pub fn weight(&self) -> u32 {
        scored(&self.per_standard, |_| true).iter().map(|r| r.weight).sum()
    }
}

/// The score is shown, but no higher, when a critical standard was violated.
const UNSAFE_CAP: i64 = 59;
/// Below this total weight a dimension has not enough evidence.
const EVIDENCE: u32 = 6;

/// The scorecard of a run: its judgements with recoveries applied (see
/// [`settled`](super::settled)), the catalogue and the house profile.
pub fn scorecard(judgements: &[Judgement], catalogue: &Catalogue, profile: &Profile) -> Scorecard {
    let (per_standard, unknown) = per_standard(judgements, catalogue, profile);
    let bad = |severity: Severity, verdicts: &[Verdict]| -> Vec<String> {
        per_standard
            .iter()
            .filter(|r| r.severity == severity && verdicts.iter().any(|v| r.has(*v)))
            .map(|r| r.standard.clone())
            .collect()
    };
    let critical_violated = bad(Severity::Critical, &[Verdict::Violated]);
    let critical_missed = bad(Severity::Critical, &[Verdict::Missed]);
    let major_missed = bad(Severity::Major, &[Verdict::Missed, Verdict::Violated]);

    let uncapped = Score::of(&scored(&per_standard, |_| true));
    let (score, band) = if critical_violated.is_empty() {
        (uncapped, band(uncapped, !critical_missed.is_empty(), !major_missed.is_empty()))
    } else {
        (uncapped.capped(UNSAFE_CAP), Band::NotYetSafe)
    };
    let procedural = side(&per_standard, Dimension::Procedural);
    let personal = side(&per_standard, Dimension::Personal);
    let service_type = procedural.zip(personal).map(|(p, q)| ServiceType::of(p, q));
    Scorecard {
        score,
        uncapped,
        band,
        procedural,
        personal,
        service_type,
        per_standard,
        critical_violated,
        critical_missed,
        major_missed,
        unknown,
    }
}

fn per_standard(
    judgements: &[Judgement],
    catalogue: &Catalogue,
    profile: &Profile,
) -> (Vec<StandardResult>, Vec<String>) {
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, judgement) in judgements.iter().enumerate() {
        by_id.entry(&judgement.standard).or_default().push(index);
    }
    let (mut results, mut unknown) = (Vec::new(), Vec::new());
    for (id, own) in by_id {
        match catalogue.get(id) {
            Some(standard) => results.push(result(standard, own, judgements, profile)),
            None => unknown.push(id.to_owned()),
        }
    }
    (results, unknown)
}

fn result(
    standard: &Standard,
    own: Vec<usize>,
    judgements: &[Judgement],
    profile: &Profile,
) -> StandardResult {
    let off = standard.turned_off(profile);
    let verdicts: Vec<Verdict> = own
        .iter()
        .filter_map(|&i| judgements.get(i))
        .map(|j| if off.is_some() { Verdict::NotApplicable } else { j.verdict })
        .collect();
    let values: Vec<i64> = verdicts.iter().filter_map(|v| v.tenths()).collect();
    let average = match i64::try_from(values.len()) {
        Ok(count) if count > 0 => Some(Ratio::new(values.iter().sum(), 10).over(count)),
        _ => None,
    };
    let applies = match (off, average) {
        (Some((key, value)), _) => Applies::HouseOff { key, value },
        (None, None) => Applies::NeverArose,
        (None, Some(_)) => Applies::Scored,
    };
    StandardResult {
        standard: standard.id.clone(),
        severity: standard.severity,
        dimension: standard.dimension,
        weight: standard.severity.weight(),
        applies,
        average,
        judgements: own,
        verdicts,
    }
}

fn scored(results: &[StandardResult], counts: impl Fn(Dimension) -> bool) -> Vec<&StandardResult> {
    results.iter().filter(|r| r.average.is_some() && counts(r.dimension)).collect()
}

/// The score over one dimension's own standards. The cap belongs to the
/// result and is not applied here.
fn side(results: &[StandardResult], dimension: Dimension) -> Option<Score> {
    let own = scored(results, |d| d == dimension || d == Dimension::Both);
    let weight: u32 = own.iter().map(|r| r.weight).sum();
    (weight >= EVIDENCE).then(|| Score::of(&own))
}

fn band(score: Score, critical_missed: bool, major_missed: bool) -> Band {
    match score.tenths() {
        _ if critical_missed => Band::PractiseAgain,
        950.. if !major_missed => Band::Exemplary,
        850.. => Band::Good,
        700.. => Band::Competent,
        _ => Band::PractiseAgain,
    }
}
