//! What a customer carries from one run to the next (`scoring.md` §3). All values in tenths, 0–100.

/// A gap beyond this, either way, is told to others; in tenths.
const TOLD: i32 = 20;
/// How far word of mouth then moves: one point. A house value; the sources give none.
const STEP: i32 = 10;

/// The next run's *past experience*: 0.7 of the old and 0.3 of what was
/// perceived, rounded to tenths with halves up.
pub fn past_after(past: i32, perceived: i32) -> i32 {
    let (past, perceived) = (past.clamp(0, 100), perceived.clamp(0, 100));
    (7 * past + 3 * perceived + 5) / 10
}

/// A linked person's *word of mouth* after a run that ended in this gap: a gap
/// below −2 lowers it, one above +2 raises it, by one point within 0–10.
pub fn word_of_mouth_after(word_of_mouth: i32, gap: i32) -> i32 {
    let moved = match gap {
        _ if gap < -TOLD => -STEP,
        _ if gap > TOLD => STEP,
        _ => 0,
    };
    (word_of_mouth.clamp(0, 100) + moved).clamp(0, 100)
}
