//! An activity's own grade (`scoring.md` §2, rules 5–8).

use crate::scenario::{Activity, Field};
use crate::standard::Lang;

use super::activity::Open;
use super::state::Mark;
use super::{Session, Verdict};

/// How good an answer was, as an exact fraction, and the verdict it earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grade {
    /// Right parts, 0 to `of`.
    right: i64,
    /// Parts in all, at least 1.
    of: i64,
    pub(super) verdict: Verdict,
}

/// How one field of a note was filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filled {
    Right,
    Wrong,
    Invented,
    Empty,
}

impl Filled {
    pub(super) fn word(self) -> &'static str {
        match self {
            Filled::Right => "right",
            Filled::Wrong => "wrong",
            Filled::Invented => "invented",
            Filled::Empty => "empty",
        }
    }
}

impl Grade {
    /// A grade whose verdict is met from one percentage on and partial from another.
    fn of(right: i64, of: i64, met: i64, partial: i64) -> Grade {
        let of = of.max(1);
        let right = right.clamp(0, of);
        let verdict = if right * 100 >= met * of {
            Verdict::Met
        } else if right * 100 >= partial * of {
            Verdict::Partial
        } else {
            Verdict::Missed
        };
        Grade { right, of, verdict }
    }

    pub(super) fn at_least(self, percent: u32) -> bool {
        self.right * 100 >= i64::from(percent) * self.of
    }
}

impl Session {
    /// The grade of the open activity as it stands; `None` where it has none.
    pub(super) fn grade(&self, activity: &Activity, open: &Open) -> Option<Grade> {
        match activity {
            Activity::Order { right, choose, .. } => {
                Some(order(right, *choose, &open.evidence.marks))
            }
            Activity::Inspect { spots, .. } => {
                Some(finds(spots.iter().map(|s| {
                    (open.toggled.contains(&s.id), self.holds(&s.wanted, &open.evidence))
                })))
            }
            Activity::Pack { items, .. } => {
                Some(finds(items.iter().map(|i| {
                    (open.toggled.contains(&i.id), self.holds(&i.wanted, &open.evidence))
                })))
            }
            Activity::Slider { band, harm, start, .. } => {
                let value = i64::from(open.value.unwrap_or(*start));
                let band = (self.number(&band.0), self.number(&band.1));
                Some(slider(value, band, harm.as_ref().map(|h| self.number(h))))
            }
            Activity::Note { fields, .. } => {
                let filled: Vec<(Filled, bool)> =
                    fields.iter().map(|f| (self.filled(f, open), f.mandatory)).collect();
                Some(note(&filled))
            }
            Activity::Choice { .. }
            | Activity::Timer { .. }
            | Activity::Queue { .. }
            | Activity::Gesture { .. } => None,
        }
    }

    /// How a field stands: right, wrong (misheard, misplaced, unfinished),
    /// invented, or empty.
    pub(super) fn filled(&self, field: &Field, open: &Open) -> Filled {
        let Some(written) = open.written.get(&field.id).map(|w| plain(w)) else {
            return Filled::Empty;
        };
        if written.is_empty() {
            return Filled::Empty;
        }
        let same = |text: &crate::standard::Text| {
            let text = self.resolver().text(text);
            Lang::ALL.into_iter().any(|lang| plain(text.get(lang)) == written)
        };
        if same(&field.answer) || field.accept.iter().any(same) {
            return Filled::Right;
        }
        if let Some(choice) = field.choices.iter().find(|c| same(&c.text)) {
            return if choice.invented { Filled::Invented } else { Filled::Wrong };
        }
        // Freely typed: a slip of the pen or an unfinished value is wrong;
        // what resembles nothing that was said is made up.
        let answer = self.resolver().text(&field.answer);
        let close = Lang::ALL.into_iter().map(|lang| plain(answer.get(lang))).any(|answer| {
            answer.contains(&written)
                || strsim::osa_distance(&answer, &written) <= 2.min(answer.chars().count() / 3)
        });
        if close { Filled::Wrong } else { Filled::Invented }
    }
}

/// A value without spaces, dashes, punctuation and letter case; full-width
/// digits and letters count as their ordinary forms.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
            _ => c,
        })
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// 1 − inversions ÷ determined pairs; a tile that does not belong costs a pair.
fn order(right: &[String], choose: bool, marks: &[Mark]) -> Grade {
    let place = |id: &String| marks.iter().position(|m| m.id == *id);
    let n = i64::try_from(right.len()).unwrap_or(0);
    let strangers = marks.iter().filter(|m| !right.contains(&m.id)).count();
    let strangers = if choose { i64::try_from(strangers).unwrap_or(0) } else { 0 };
    if n < 2 {
        let found = right.iter().filter(|id| place(id).is_some()).count();
        return Grade::of(i64::try_from(found).unwrap_or(0) - strangers, n, 90, 60);
    }
    let mut good = 0;
    for (i, a) in right.iter().enumerate() {
        for b in &right[i + 1..] {
            good += i64::from(matches!((place(a), place(b)), (Some(a), Some(b)) if a < b));
        }
    }
    Grade::of(good - strangers, n * (n - 1) / 2, 90, 60)
}

/// Found ÷ present, each false alarm costing half a find.
fn finds(spots: impl Iterator<Item = (bool, bool)>) -> Grade {
    let (mut halves, mut present) = (0, 0);
    for (pointed, wanted) in spots {
        present += i64::from(wanted);
        halves += match (pointed, wanted) {
            (true, true) => 2,
            (true, false) => -1,
            (false, _) => 0,
        };
    }
    if present == 0 {
        // Nothing to find: pointing nothing out is right.
        return Grade::of(2 + halves, 2, 80, 50);
    }
    Grade::of(halves, present * 2, 80, 50)
}

/// Inside the band met, within twice its width partial, harm violated.
fn slider(value: i64, (low, high): (i64, i64), harm: Option<i64>) -> Grade {
    let harmed = harm.is_some_and(|h| if h >= high { value >= h } else { value <= h });
    if harmed {
        return Grade { right: 0, of: 1, verdict: Verdict::Violated };
    }
    if (low..=high).contains(&value) {
        return Grade { right: 1, of: 1, verdict: Verdict::Met };
    }
    // Twice the band, about the same centre: half its width more on each side.
    let width = high - low;
    if 2 * value >= 2 * low - width && 2 * value <= 2 * high + width {
        Grade { right: 1, of: 2, verdict: Verdict::Partial }
    } else {
        Grade { right: 0, of: 1, verdict: Verdict::Missed }
    }
}

/// Mandatory fields right ÷ mandatory fields; an invented value anywhere is violated.
fn note(filled: &[(Filled, bool)]) -> Grade {
    let mandatory = filled.iter().filter(|(_, m)| *m);
    let of = i64::try_from(mandatory.clone().count()).unwrap_or(0);
    let right = mandatory.filter(|(f, _)| *f == Filled::Right).count();
    let right = i64::try_from(right).unwrap_or(0);
    if filled.iter().any(|(f, _)| *f == Filled::Invented) {
        return Grade { right: 0, of: of.max(1), verdict: Verdict::Violated };
    }
    Grade::of(right, of, 100, 50)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::Text;

    fn marks(ids: &[&str]) -> Vec<Mark> {
        ids.iter()
            .map(|id| Mark { id: (*id).to_owned(), at: 0, rings: 0, text: Text::default() })
            .collect()
    }

    fn ids(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn an_order_loses_by_inversions() {
        let right = ids(&["a", "b", "c", "d"]);
        let grade = |given: &[&str]| order(&right, false, &marks(given)).verdict;
        assert_eq!(grade(&["a", "b", "c", "d"]), Verdict::Met);
        // One inversion of six pairs is 83 %, partial; six of six is missed.
        assert_eq!(grade(&["b", "a", "c", "d"]), Verdict::Partial);
        assert_eq!(grade(&["d", "c", "b", "a"]), Verdict::Missed);
    }

    #[test]
    fn a_foreign_tile_costs_as_much_as_an_inversion() {
        let right = ids(&["greet", "unit", "name"]);
        let grade = |given: &[&str]| order(&right, true, &marks(given)).verdict;
        assert_eq!(grade(&["greet", "unit", "name"]), Verdict::Met);
        assert_eq!(grade(&["greet", "unit", "who", "name"]), Verdict::Partial);
        assert_eq!(grade(&["who"]), Verdict::Missed);
    }

    #[test]
    fn half_a_find_is_lost_for_each_false_alarm() {
        let spot = |pointed, wanted| (pointed, wanted);
        let all = [spot(true, true), spot(true, true), spot(false, false)];
        assert_eq!(finds(all.into_iter()).verdict, Verdict::Met);
        // Two of two found, one false alarm: 1.5 of 2 is 75 %.
        let greedy = [spot(true, true), spot(true, true), spot(true, false)];
        assert_eq!(finds(greedy.into_iter()).verdict, Verdict::Partial);
        let blind = [spot(false, true), spot(false, true), spot(true, false)];
        assert_eq!(finds(blind.into_iter()).verdict, Verdict::Missed);
    }

    #[test]
    fn a_slider_is_partial_within_twice_its_band() {
        let at = |value| slider(value, (45, 55), Some(75)).verdict;
        assert_eq!(at(45), Verdict::Met);
        assert_eq!(at(55), Verdict::Met);
        assert_eq!(at(40), Verdict::Partial);
        assert_eq!(at(60), Verdict::Partial);
        assert_eq!(at(61), Verdict::Missed);
        assert_eq!(at(75), Verdict::Violated);
    }

    #[test]
    fn a_note_with_three_of_four_fields_is_partial_and_an_invention_violates() {
        use Filled::*;
        let verdict = |filled: &[Filled]| {
            note(&filled.iter().map(|f| (*f, true)).collect::<Vec<_>>()).verdict
        };
        assert_eq!(verdict(&[Right, Right, Right, Right]), Verdict::Met);
        assert_eq!(verdict(&[Right, Right, Right, Empty]), Verdict::Partial);
        assert_eq!(verdict(&[Right, Wrong, Empty, Empty]), Verdict::Missed);
        assert_eq!(verdict(&[Right, Right, Right, Invented]), Verdict::Violated);
    }

    #[test]
    fn spacing_and_width_do_not_matter_in_a_field() {
        assert_eq!(plain("139 0013-8000"), plain("１３９００１３８０００"));
        assert_eq!(plain(" Ms Cen "), "mscen");
    }
}
