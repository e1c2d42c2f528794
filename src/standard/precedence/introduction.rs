//! Who hears the other's name first (`conflicts.md` §2.4).

use super::{
    Confidence, First, Reason, Ruling, clearly_older, counted_married, counted_woman, customer,
    higher_rank, slightly_older,
};
use crate::standard::{Occasion, Person, Profile, Sex};

/// Who of the two is the more honoured, and so hears the other's name first.
///
/// A formal occasion is a business setting: there position decides before age.
pub fn introduction(a: &Person, b: &Person, occasion: Occasion, profile: &Profile) -> Ruling {
    let rank = higher_rank(a, b);
    if let Some(first) = customer(a, b) {
        let outranked = rank == Some(first.swapped());
        return Ruling::firm_unless(outranked, first, "I1", Reason::CustomerSide);
    }
    if let (Occasion::Formal, Some(first)) = (occasion, rank) {
        return Ruling::new(first, Confidence::Firm, "I2", Reason::HigherRank);
    }
    let lady = counted_woman(a, b, occasion, profile);
    if let Some(first) = clearly_older(a, b) {
        let disputed = lady == Some(first.swapped());
        return Ruling::firm_unless(disputed, first, "I3", Reason::ClearlyOlder);
    }
    if let Some(first) = lady {
        return Ruling::preferred(first, "I4", Reason::Woman);
    }
    let both_women = a.sex == Some(Sex::Woman) && b.sex == a.sex;
    if let (true, Some(first)) = (both_women, counted_married(a, b, profile)) {
        return Ruling::preferred(first, "I5", Reason::Married);
    }
    if let Some(first) = slightly_older(a, b) {
        return Ruling::preferred(first, "I6", Reason::SlightlyOlder);
    }
    if let Some(first) = rank {
        return Ruling::preferred(first, "I7", Reason::RankLast);
    }
    Ruling::new(First::Nobody, Confidence::Either, "I8", Reason::Nothing)
}
