//! What a trainee is told after a run.

use liyi::score::{Band, Debrief, GapVerdict, Moment, Ratio, debrief, gap, scorecard};
use liyi::session::{SessionTime, Verdict};
use liyi::standard::{Profile, Text};
use proptest::prelude::*;

use crate::gaps::customer;
use crate::profiles::house;
use crate::scoring::{any_run, own, run};

use Verdict::{Met, Missed, NotApplicable, Partial, Violated};

fn told(verdicts: &[(&str, Verdict)], profile: &Profile) -> Debrief {
    let judgements = run(verdicts);
    let card = scorecard(&judgements, &own(), profile);
    debrief(&judgements, &card, (&own(), profile), vec![gap(&customer(80, 70, 90), &[])])
}

#[test]
fn the_debrief_names_what_was_done_well_and_what_cost_most() {
    let told = told(
        &[
            ("procedure", Met),
            ("both", Met),
            ("procedural", Partial),
            ("person", Missed),
            ("small", Partial),
            ("personal", Met),
            ("personal", Missed),
            ("personal", Missed),
        ],
        &house("classroom"),
    );
    let ids = |moments: &[Moment]| -> Vec<(String, usize)> {
        moments.iter().map(|m| (m.standard.clone(), m.judgement)).collect()
    };
    let named = |rows: &[(&str, usize)]| -> Vec<(String, usize)> {
        rows.iter().map(|(s, i)| ((*s).to_owned(), *i)).collect()
    };
    assert_eq!(ids(&told.costly), named(&[("personal", 6), ("procedural", 2), ("person", 3)]));
    assert_eq!(ids(&told.well), named(&[("both", 1), ("procedure", 0), ("personal", 5)]));
    // Weight 18 in all; two of three misses of a critical standard.
    assert_eq!(told.costly[0].lost, Ratio::new(100 * 5 * 2, 3 * 18));
    assert_eq!(told.costly[0].at, SessionTime(6000));
    assert_eq!(told.costly[0].better, Text::same("better 6"));
    assert_eq!(told.costly[0].sources[0].clause, Text::same("1"));
    let practise = told.practise.unwrap();
    assert_eq!((practise.standard.as_str(), practise.beat.as_str()), ("personal", "beat-6"));
    assert_eq!(told.headline.customers[0].verdict, GapVerdict::Dissatisfied);
    assert_eq!(told.headline.customers[0].remark, Some(Text::same("no")));
}

#[test]
fn whatever_caps_the_score_stands_first_among_what_cost_most() {
    let mut verdicts = vec![("personal", Missed), ("both", Violated)];
    verdicts.extend([("both", Met); 9]);
    let told = told(&verdicts, &house("classroom"));
    assert_eq!(told.headline.band, Band::NotYetSafe);
    assert_eq!(told.costly[0].standard, "both");
    assert_eq!((told.costly[0].judgement, told.costly[0].caps_score), (1, true));
    assert!(!told.costly[1].caps_score && told.costly[1].lost > told.costly[0].lost);
}

#[test]
fn refusals_and_house_rulings_and_toggles_are_told_apart() {
    let mut judgements =
        run(&[("refused", Met), ("refused", NotApplicable), ("known", Missed), ("both", Met)]);
    judgements[0].ruling = Text::same("the sources disagree");
    judgements[3].ruling = Text::same("the sources disagree");
    judgements[2].ruling = Text::same("not counted here");
    let profile = house("international");
    let card = scorecard(&judgements, &own(), &profile);
    let told = debrief(&judgements, &card, (&own(), &profile), Vec::new());
    let refused: Vec<usize> = told.refused.iter().map(|m| m.judgement).collect();
    assert_eq!(refused, [0]);
    let rulings: Vec<usize> = told.rulings.iter().map(|r| r.judgement).collect();
    assert_eq!(rulings, [0]);
    assert_eq!(told.not_applicable.len(), 1);
    assert_eq!(told.not_applicable[0].standard, "known");
    assert_eq!(
        (told.not_applicable[0].key.as_str(), told.not_applicable[0].value.as_str()),
        ("smoking", "off")
    );
    assert!(told.practise.is_none() && told.costly.is_empty());
}

proptest! {
    #[test]
    fn every_run_can_be_debriefed(verdicts in any_run()) {
        let told = told(&verdicts, &house("classroom"));
        prop_assert!(told.well.len() <= 3 && told.costly.len() <= 3);
        prop_assert!(told.well.iter().all(|m| m.verdict == Met));
        prop_assert!(told.costly.iter().all(|m| m.verdict != Met && m.lost > Ratio::ZERO));
        prop_assert_eq!(told.practise.is_none(), told.costly.is_empty());
    }
}
