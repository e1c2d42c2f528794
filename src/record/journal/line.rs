//! One attempt as one line of JSON: a twin of [`Attempt`], with a version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::record::answers::Kept;
use crate::record::attempt::{Attempt, Begun, GapKept, VerdictKept, WallTime};
use crate::score::{Band, GapVerdict, Score};
use crate::session::{SessionTime, TimerSetting, Verdict};

/// The version of the lines written here. It goes up when a line's meaning
/// changes; a field more does not change it.
const VERSION: u32 = 1;

/// Why a line gives no attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// Written by a later Liyi.
    Newer,
    /// Torn, damaged, or something else altogether.
    Broken,
}

/// A line, under the names that `liyi run --json` uses too, so that its `inputs`
/// can be played again.
#[derive(Serialize, Deserialize)]
struct Line {
    liyi_attempt: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    id: String,
    kept_at_ms: u64,
    version: String,
    scenario: String,
    content_hash: String,
    profile: String,
    seed: u64,
    timers: String,
    /// The visit at which practice began; absent in a run from the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    begun_inside: Option<usize>,
    ending: String,
    score: f64,
    band: String,
    procedural: Option<f64>,
    personal: Option<f64>,
    /// Follows from the two sides; for whoever imports the file.
    service_type: Option<String>,
    gaps: BTreeMap<String, GapLine>,
    verdicts: Vec<VerdictLine>,
    inputs: Vec<Kept>,
}

#[derive(Serialize, Deserialize)]
struct GapLine {
    expected: f64,
    perceived: f64,
    gap: f64,
    verdict: String,
}

#[derive(Serialize, Deserialize)]
struct VerdictLine {
    standard: String,
    verdict: String,
    beat: String,
    at_ms: u64,
}

/// Only the version of a line, for those that do not read as a whole.
#[derive(Deserialize)]
struct Version {
    liyi_attempt: u32,
}

/// The line of an attempt, without its end.
pub(super) fn write(attempt: &Attempt) -> String {
    // Plain data with text for names: JSON can say all of it.
    serde_json::to_string(&Line::of(attempt)).unwrap_or_default()
}

/// The id of an attempt: digits over its line without an id.
pub(in crate::record) fn id_of(attempt: &Attempt) -> String {
    let line = write(&Attempt { id: String::new(), ..attempt.clone() });
    let digest = Sha256::digest(line.as_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The attempt a line holds.
pub(super) fn read(line: &[u8]) -> Result<Attempt, Unread> {
    let newer = || match serde_json::from_slice::<Version>(line) {
        Ok(Version { liyi_attempt }) if liyi_attempt > VERSION => Unread::Newer,
        _ => Unread::Broken,
    };
    let line: Line = serde_json::from_slice(line).map_err(|_| newer())?;
    match line.liyi_attempt {
        VERSION => line.attempt().ok_or(Unread::Broken),
        later if later > VERSION => Err(Unread::Newer),
        _ => Err(Unread::Broken),
    }
}

impl Line {
    fn of(attempt: &Attempt) -> Line {
        let points = |score: Score| score.value();
        let ten = |tenths: i32| f64::from(tenths) / 10.0;
        Line {
            liyi_attempt: VERSION,
            id: attempt.id.clone(),
            kept_at_ms: attempt.kept_at.0,
            version: attempt.version.clone(),
            scenario: attempt.scenario.clone(),
            content_hash: attempt.content_hash.clone(),
            profile: attempt.profile.clone(),
            seed: attempt.seed,
            timers: attempt.timers.word().to_owned(),
            begun_inside: match attempt.begun {
                Begun::AtTheStart => None,
                Begun::Inside { visit } => Some(visit),
            },
            ending: attempt.ending.clone(),
            score: points(attempt.score),
            band: attempt.band.word().to_owned(),
            procedural: attempt.procedural.map(points),
            personal: attempt.personal.map(points),
            service_type: attempt.service_type().map(|service| service.word()),
            gaps: attempt
                .gaps
                .iter()
                .map(|gap| {
                    let apart = gap.perceived.saturating_sub(gap.expected);
                    let line = GapLine {
                        expected: ten(gap.expected),
                        perceived: ten(gap.perceived),
                        gap: ten(apart),
                        verdict: GapVerdict::of(apart).word().to_owned(),
                    };
                    (gap.who.clone(), line)
                })
                .collect(),
            verdicts: attempt
                .verdicts
                .iter()
                .map(|kept| VerdictLine {
                    standard: kept.standard.clone(),
                    verdict: kept.verdict.word().to_owned(),
                    beat: kept.beat.clone(),
                    at_ms: kept.at.0,
                })
                .collect(),
            inputs: attempt.inputs.iter().map(|(at, input)| Kept::of(*at, input)).collect(),
        }
    }

    /// `None` where a word or a number is none that Liyi writes.
    fn attempt(self) -> Option<Attempt> {
        let side = |points: Option<f64>| match points {
            Some(points) => score(points).map(Some),
            None => Some(None),
        };
        let gap = |(who, gap): (String, GapLine)| {
            let (expected, perceived) = (tenths(gap.expected, 100)?, tenths(gap.perceived, 100)?);
            let (expected, perceived) = (i32::try_from(expected), i32::try_from(perceived));
            Some(GapKept { who, expected: expected.ok()?, perceived: perceived.ok()? })
        };
        let verdict = |line: VerdictLine| {
            Some(VerdictKept {
                verdict: Verdict::parse(&line.verdict)?,
                standard: line.standard,
                beat: line.beat,
                at: SessionTime(line.at_ms),
            })
        };
        let input = |kept: Kept| {
            let (at, input) = kept.input();
            Some((at?, input))
        };
        Some(Attempt {
            id: self.id,
            kept_at: WallTime(self.kept_at_ms),
            version: self.version,
            scenario: self.scenario,
            content_hash: self.content_hash,
            profile: self.profile,
            seed: self.seed,
            timers: TimerSetting::parse(&self.timers)?,
            begun: self.begun_inside.map_or(Begun::AtTheStart, |visit| Begun::Inside { visit }),
            ending: self.ending,
            score: score(self.score)?,
            band: Band::parse(&self.band)?,
            procedural: side(self.procedural)?,
            personal: side(self.personal)?,
            gaps: self.gaps.into_iter().map(gap).collect::<Option<_>>()?,
            verdicts: self.verdicts.into_iter().map(verdict).collect::<Option<_>>()?,
            inputs: self.inputs.into_iter().map(input).collect::<Option<_>>()?,
        })
    }
}

fn score(points: f64) -> Option<Score> {
    tenths(points, 1000).map(Score::kept)
}

/// A number in tenths, where it lies between nothing and this many of them.
fn tenths(number: f64, most: i64) -> Option<i64> {
    let tenths = (number * 10.0).round();
    #[allow(clippy::cast_precision_loss, reason = "at most a thousand")]
    let fits = (0.0..=most as f64).contains(&tenths);
    #[allow(clippy::cast_possible_truncation, reason = "at most a thousand")]
    fits.then_some(tenths as i64)
}
