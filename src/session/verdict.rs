//! The six verdicts and what each is worth.

/// How one opportunity ended for one standard (`scoring.md` §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    Met,
    Recovered,
    Partial,
    Missed,
    Violated,
    /// No opportunity, toggle off, overruled by a higher duty, or a tie.
    NotApplicable,
}

impl Verdict {
    /// Its value in tenths: 10, 6, 5, 0, −5; `None` leaves the score.
    pub fn tenths(self) -> Option<i64> {
        match self {
            Verdict::Met => Some(10),
            Verdict::Recovered => Some(6),
            Verdict::Partial => Some(5),
            Verdict::Missed => Some(0),
            Verdict::Violated => Some(-5),
            Verdict::NotApplicable => None,
        }
    }

    /// The stable word used in JSON: `met`, `not_applicable` …
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::Recovered => "recovered",
            Verdict::Partial => "partial",
            Verdict::Missed => "missed",
            Verdict::Violated => "violated",
            Verdict::NotApplicable => "not_applicable",
        }
    }

    /// Reads a word as `word` writes it.
    pub fn parse(word: &str) -> Option<Verdict> {
        use Verdict::*;
        [Met, Recovered, Partial, Missed, Violated, NotApplicable]
            .into_iter()
            .find(|verdict| verdict.word() == word)
    }
}
