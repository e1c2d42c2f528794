//! The four types of service, from a run's procedural and personal scores (`scoring.md` §4).

use super::Score;

/// One of the four types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceKind {
    /// Procedural and personal both at 70 or above.
    Quality,
    /// Procedural only.
    ByTheBook,
    /// Personal only.
    WarmAndFriendly,
    /// Neither.
    Indifferent,
}

impl ServiceKind {
    /// The stable word used in JSON.
    pub fn word(self) -> &'static str {
        match self {
            ServiceKind::Quality => "quality",
            ServiceKind::ByTheBook => "by_the_book",
            ServiceKind::WarmAndFriendly => "warm_and_friendly",
            ServiceKind::Indifferent => "indifferent",
        }
    }

    fn of(procedural: bool, personal: bool) -> ServiceKind {
        match (procedural, personal) {
            (true, true) => ServiceKind::Quality,
            (true, false) => ServiceKind::ByTheBook,
            (false, true) => ServiceKind::WarmAndFriendly,
            (false, false) => ServiceKind::Indifferent,
        }
    }
}

/// Where a run stands among the four types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceType {
    /// The type by the two lines at 70.
    pub kind: ServiceKind,
    /// Whether the procedural score is within five points of its line.
    pub procedural_on_line: bool,
    /// Whether the personal score is within five points of its line.
    pub personal_on_line: bool,
}

/// Both lines, in tenths of a point.
const LINE: i64 = 700;
/// How near counts as on the line, in tenths of a point.
const NEAR: i64 = 50;

impl ServiceType {
    /// The type for two scores; a score at the line is above it.
    pub fn of(procedural: Score, personal: Score) -> ServiceType {
        let near = |score: Score| (score.tenths() - LINE).abs() <= NEAR;
        ServiceType {
            kind: ServiceKind::of(procedural.tenths() >= LINE, personal.tenths() >= LINE),
            procedural_on_line: near(procedural),
            personal_on_line: near(personal),
        }
    }

    /// Every type it lies between, its own first: one, two or all four.
    pub fn between(self) -> Vec<ServiceKind> {
        let procedural = matches!(self.kind, ServiceKind::Quality | ServiceKind::ByTheBook);
        let personal = matches!(self.kind, ServiceKind::Quality | ServiceKind::WarmAndFriendly);
        let mut kinds = vec![self.kind];
        if self.procedural_on_line {
            kinds.push(ServiceKind::of(!procedural, personal));
        }
        if self.personal_on_line {
            kinds.push(ServiceKind::of(procedural, !personal));
        }
        if self.procedural_on_line && self.personal_on_line {
            kinds.push(ServiceKind::of(!procedural, !personal));
        }
        kinds
    }

    /// The stable word used in JSON: one type, or `between_` and the types it
    /// lies between in a fixed order.
    pub fn word(self) -> String {
        let mut kinds = self.between();
        if kinds.len() == 1 {
            return self.kind.word().to_owned();
        }
        kinds.sort_unstable();
        let words: Vec<&str> = kinds.into_iter().map(ServiceKind::word).collect();
        format!("between_{}", words.join("_and_"))
    }
}
