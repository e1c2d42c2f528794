//! The standards score, its band and the service types: worked examples and properties.

use liyi::score::{Applies, Band, Ratio, Scorecard, ServiceKind, ServiceType, scorecard, settled};
use liyi::session::{Event, Judgement, SessionTime, Verdict};
use liyi::standard::precedence::OrderGrade;
use liyi::standard::{
    Catalogue, Dimension, Domain, Severity, Source, Standard, Text, Toggle, Treatment,
};
use proptest::prelude::*;

use crate::profiles::{house, standards};

use Verdict::{Met, Missed, NotApplicable, Partial, Recovered, Violated};

/// One judgement, at as many seconds as it has predecessors.
fn judged(index: usize, standard: &str, verdict: Verdict) -> Judgement {
    Judgement {
        standard: standard.to_owned(),
        verdict,
        beat: format!("beat-{index}"),
        visit: index,
        at: SessionTime(1000 * index as u64),
        did: Text::same(format!("did {index}")),
        better: Text::same(format!("better {index}")),
        why: Text::same(format!("why {index}")),
        ruling: Text::default(),
    }
}

pub(crate) fn run(verdicts: &[(&str, Verdict)]) -> Vec<Judgement> {
    verdicts.iter().enumerate().map(|(i, (s, v))| judged(i, s, *v)).collect()
}

/// The card of a run against the program's own standards, in the classroom.
fn card(verdicts: &[(&str, Verdict)]) -> Scorecard {
    scorecard(&run(verdicts), &standards(), &house("classroom"))
}

/// The worked run of scenario 3, with what became of the ninety-per-cent question.
fn telephone(bluffing: Verdict) -> Vec<(&'static str, Verdict)> {
    vec![
        ("phone-ring-within-four", Met),
        ("phone-answer-greet-first", Met),
        ("phone-ring-within-four", Met),
        ("phone-answer-greet-first", Met),
        ("phone-ring-within-four", Recovered),
        ("phone-late-apologise-first", Met),
        ("phone-answer-greet-first", Missed),
        ("phone-enquiry-record-details", Partial),
        ("honest-no-bluffing", bluffing),
        ("phone-enquiry-reply-24h", Met),
    ]
}

#[test]
fn the_worked_run_scores_eighty_seven_point_six_and_is_good() {
    let card = card(&telephone(Met));
    // 15 23/30 of 18.
    assert_eq!(card.score.exact(), Ratio::new(100 * 473, 30 * 18));
    assert_eq!(card.score.tenths(), 876);
    assert!((card.score.value() - 87.6).abs() < 1e-12);
    assert_eq!(card.band, Band::Good);
    assert_eq!(card.weight(), 18);
    let ring = card.standard("phone-ring-within-four").unwrap();
    assert_eq!(ring.average, Some(Ratio::new(26, 30)));
    assert_eq!(ring.verdicts, [Met, Met, Recovered]);
    let greeting = card.standard("phone-answer-greet-first").unwrap();
    assert_eq!((greeting.weight, greeting.average), (1, Some(Ratio::new(2, 3))));
}

#[test]
fn a_bluff_instead_makes_the_worked_run_not_yet_safe() {
    let card = card(&telephone(Violated));
    // The page rounds 8 4/15 of 18.
    assert_eq!(card.score.exact(), Ratio::new(100 * 248, 30 * 18));
    assert_eq!(card.score.tenths(), 459);
    assert_eq!(card.band, Band::NotYetSafe);
    assert_eq!(card.critical_violated, ["honest-no-bluffing"]);
}

#[test]
fn a_late_pick_up_is_softened_by_its_apology_but_not_erased() {
    let with = card(&[("phone-ring-within-four", Recovered), ("phone-late-apologise-first", Met)]);
    let without =
        card(&[("phone-ring-within-four", Missed), ("phone-late-apologise-first", Missed)]);
    assert_eq!((with.score.tenths(), without.score.tenths()), (800, 0));
}

#[test]
fn a_violated_critical_standard_caps_the_score_at_fifty_nine() {
    let mut run: Vec<(&str, Verdict)> =
        standards_of(Severity::Major).into_iter().map(|s| (s, Met)).collect();
    run.push(("comp-no-arguing", Violated));
    let capped = card(&run);
    assert_eq!((capped.score.tenths(), capped.band), (590, Band::NotYetSafe));
    assert!(capped.uncapped.tenths() > 900);

    // Recovered, it neither caps nor holds back.
    run.pop();
    run.push(("comp-no-arguing", Recovered));
    let repaired = card(&run);
    assert_eq!((repaired.score, repaired.band), (repaired.uncapped, Band::Exemplary));
}

fn standards_of(severity: Severity) -> Vec<&'static str> {
    let catalogue = standards();
    let ids = catalogue.iter().filter(|s| s.severity == severity && s.toggle.is_none());
    ids.map(|s| &*s.id.clone().leak()).collect()
}

#[test]
fn a_missed_critical_standard_cannot_be_competent() {
    let mut run: Vec<(&str, Verdict)> =
        standards_of(Severity::Major).into_iter().map(|s| (s, Met)).collect();
    run.push(("honest-keep-word", Missed));
    let missed = card(&run);
    assert!(missed.score.tenths() >= 950);
    assert_eq!(missed.band, Band::PractiseAgain);
    assert_eq!(missed.critical_missed, ["honest-keep-word"]);
}

#[test]
fn a_missed_major_standard_cannot_be_exemplary() {
    let mut run: Vec<(&str, Verdict)> =
        standards_of(Severity::Major).into_iter().map(|s| (s, Met)).collect();
    run[0].1 = Missed;
    let card = card(&run);
    assert!(card.score.tenths() >= 950);
    assert_eq!(card.band, Band::Good);
    assert_eq!(card.major_missed, [run[0].0]);
}

#[test]
fn bands_begin_exactly_at_seventy_eighty_five_and_ninety_five() {
    // One standard a hundred times: `met` of them met, the others missed.
    let band = |met: usize| {
        let run: Vec<_> = (0..100).map(|i| ("small", if i < met { Met } else { Missed })).collect();
        let card = scorecard(&self::run(&run), &own(), &house("classroom"));
        assert_eq!(card.score.tenths(), 10 * met as i64);
        card.band
    };
    assert_eq!([band(69), band(70)], [Band::PractiseAgain, Band::Competent]);
    assert_eq!([band(84), band(85)], [Band::Competent, Band::Good]);
    assert_eq!([band(94), band(95)], [Band::Good, Band::Exemplary]);
}

#[test]
fn nothing_judged_earns_nothing() {
    let card = card(&[]);
    assert_eq!((card.score.tenths(), card.band), (0, Band::PractiseAgain));
    assert_eq!((card.procedural, card.personal, card.service_type), (None, None, None));
}

#[test]
fn violations_alone_do_not_fall_below_nothing() {
    assert_eq!(
        card(&[("comp-no-arguing", Violated), ("comp-no-anger", Violated)]).score.tenths(),
        0
    );
}

#[test]
fn what_never_arose_leaves_the_denominator() {
    let card = card(&[("comp-no-anger", Met), ("comp-no-shirking", NotApplicable)]);
    assert_eq!((card.score.tenths(), card.weight()), (1000, 3));
    assert_eq!(card.standard("comp-no-shirking").unwrap().applies, Applies::NeverArose);
}

#[test]
fn a_toggle_of_the_house_takes_a_standard_out_and_says_which() {
    let verdicts = run(&[("hs-woman-extends-first", Violated), ("hs-no-crossing", Met)]);
    let abroad = scorecard(&verdicts, &standards(), &house("international"));
    let result = abroad.standard("hs-woman-extends-first").unwrap();
    let off = Applies::HouseOff { key: "gender".to_owned(), value: "off".to_owned() };
    assert_eq!((&result.applies, result.average), (&off, None));
    assert_eq!(result.verdicts, [NotApplicable]);
    assert_eq!(abroad.score.tenths(), 1000);
    let here = scorecard(&verdicts, &standards(), &house("classroom"));
    assert_eq!(here.score.tenths(), 250);
}

#[test]
fn an_id_the_catalogue_does_not_know_counts_for_nothing_and_is_named() {
    let card = card(&[("no-such-standard", Violated), ("hs-no-crossing", Met)]);
    assert_eq!(card.score.tenths(), 1000);
    assert_eq!(card.unknown, ["no-such-standard"]);
}

#[test]
fn recoveries_in_the_events_change_the_judgements_they_name() {
    let missed = judged(0, "phone-ring-within-four", Missed);
    let events = [
        Event::Judged(missed),
        Event::TimeUp,
        Event::Judged(judged(1, "phone-late-apologise-first", Met)),
        Event::Recovered { index: 0, standard: "phone-ring-within-four".to_owned() },
        Event::Recovered { index: 9, standard: "nothing".to_owned() },
    ];
    let verdicts: Vec<Verdict> = settled(&events).into_iter().map(|j| j.verdict).collect();
    assert_eq!(verdicts, [Recovered, Met]);
}

#[test]
fn orders_are_worth_what_their_grade_says() {
    let verdicts =
        [OrderGrade::Right, OrderGrade::Nearly, OrderGrade::Wrong, OrderGrade::Undetermined]
            .map(Verdict::from);
    assert_eq!(verdicts, [Met, Partial, Missed, NotApplicable]);
}

// The two dimensions.

/// A catalogue of made-up standards with every weight and dimension.
pub(crate) fn own() -> Catalogue {
    let rows = [
        ("procedural", Severity::Critical, Dimension::Procedural),
        ("procedure", Severity::Minor, Dimension::Procedural),
        ("personal", Severity::Critical, Dimension::Personal),
        ("person", Severity::Minor, Dimension::Personal),
        ("both", Severity::Critical, Dimension::Both),
        ("small", Severity::Minor, Dimension::Both),
        ("known", Severity::Major, Dimension::Knowledge),
        ("refused", Severity::Minor, Dimension::Procedural),
    ];
    let made = rows.map(|(id, severity, dimension)| Standard {
        id: id.to_owned(),
        statement: Text::same(format!("do {id}")),
        criterion: Text::same("seen"),
        measures: Vec::new(),
        sources: vec![Source {
            file: "a.txt".to_owned(),
            clause: Text::same("1"),
            title: Text::same("A"),
        }],
        severity,
        dimension,
        treatment: if id == "refused" { Treatment::RecogniseAndRefuse } else { Treatment::Teach },
        note: Text::default(),
        domain: "own".to_owned(),
        toggle: (id == "known")
            .then(|| Toggle { key: "smoking".to_owned(), off: vec!["off".to_owned()] }),
    });
    Catalogue::new(vec![Domain { id: "own".to_owned(), title: Text::same("Own") }], made)
}

fn own_card(verdicts: &[(&str, Verdict)]) -> Scorecard {
    scorecard(&run(verdicts), &own(), &house("classroom"))
}

#[test]
fn a_dimension_below_weight_six_has_not_enough_evidence() {
    let thin = own_card(&[("procedural", Met), ("personal", Met)]);
    assert_eq!((thin.procedural, thin.personal, thin.service_type), (None, None, None));
    let enough = own_card(&[("procedural", Met), ("procedure", Missed), ("personal", Met)]);
    assert_eq!(enough.procedural.map(|s| s.tenths()), Some(833));
    assert_eq!((enough.personal, enough.service_type), (None, None));
}

#[test]
fn both_counts_on_both_sides_and_knowledge_on_neither() {
    let card =
        own_card(&[("procedure", Missed), ("person", Met), ("both", Met), ("known", Missed)]);
    assert_eq!(card.procedural.map(|s| s.tenths()), Some(833));
    assert_eq!(card.personal.map(|s| s.tenths()), Some(1000));
    assert_eq!(card.score.tenths(), 600);
}

/// The type of a run whose two sides score so many of a hundred.
fn kind_of(procedural: usize, personal: usize) -> ServiceType {
    let mut verdicts = Vec::new();
    for i in 0..100 {
        let verdict = |met: usize| if i < met { Met } else { Missed };
        verdicts.push(("procedural", verdict(procedural)));
        verdicts.push(("procedure", verdict(procedural)));
        verdicts.push(("personal", verdict(personal)));
        verdicts.push(("person", verdict(personal)));
    }
    own_card(&verdicts).service_type.unwrap()
}

#[test]
fn the_four_types_are_told_apart_at_seventy() {
    use ServiceKind::{ByTheBook, Indifferent, Quality, WarmAndFriendly};
    let rows = [
        (90, 90, vec![Quality], "quality"),
        (90, 20, vec![ByTheBook], "by_the_book"),
        (20, 90, vec![WarmAndFriendly], "warm_and_friendly"),
        (20, 20, vec![Indifferent], "indifferent"),
        (76, 64, vec![ByTheBook], "by_the_book"),
        (75, 90, vec![Quality, WarmAndFriendly], "between_quality_and_warm_and_friendly"),
        (65, 90, vec![WarmAndFriendly, Quality], "between_quality_and_warm_and_friendly"),
        (90, 69, vec![ByTheBook, Quality], "between_quality_and_by_the_book"),
        (10, 70, vec![WarmAndFriendly, Indifferent], "between_warm_and_friendly_and_indifferent"),
    ];
    for (procedural, personal, between, word) in rows {
        let got = kind_of(procedural, personal);
        assert_eq!(got.between(), between, "{procedural}/{personal}");
        assert_eq!(got.word(), word, "{procedural}/{personal}");
    }
    assert_eq!(kind_of(70, 70).between().len(), 4);
    assert_eq!(kind_of(70, 70).kind, Quality);
}

// Properties.

pub(crate) fn any_run() -> impl Strategy<Value = Vec<(&'static str, Verdict)>> {
    let ids = vec!["procedural", "procedure", "personal", "person", "both", "small", "known"];
    let verdicts = vec![Met, Recovered, Partial, Missed, Violated, NotApplicable];
    prop::collection::vec((prop::sample::select(ids), prop::sample::select(verdicts)), 0..40)
}

proptest! {
    #[test]
    fn scores_stay_within_their_bounds(verdicts in any_run()) {
        let card = own_card(&verdicts);
        let scores = [Some(card.score), Some(card.uncapped), card.procedural, card.personal];
        for score in scores.into_iter().flatten() {
            prop_assert!((0..=1000).contains(&score.tenths()));
            prop_assert!(score.exact() >= Ratio::ZERO && score.exact() <= Ratio::new(100, 1));
        }
        prop_assert!(card.score <= card.uncapped);
        prop_assert_eq!(card.band == Band::NotYetSafe, !card.critical_violated.is_empty());
        if card.band == Band::NotYetSafe {
            prop_assert!(card.score.tenths() <= 590);
        }
    }

    #[test]
    fn the_order_of_judgements_does_not_matter(verdicts in any_run(), turn in 0usize..40) {
        let mut turned = verdicts.clone();
        turned.rotate_left(turn.min(verdicts.len()));
        turned.reverse();
        let (a, b) = (own_card(&verdicts), own_card(&turned));
        prop_assert_eq!((a.score, a.band), (b.score, b.band));
        prop_assert_eq!((a.procedural, a.personal), (b.procedural, b.personal));
    }

    #[test]
    fn one_more_standard_met_never_lowers_the_score(verdicts in any_run(), which in 0usize..7) {
        let ids = ["procedural", "procedure", "personal", "person", "both", "small", "known"];
        let before = own_card(&verdicts);
        let mut more = verdicts;
        more.push((ids[which], Met));
        let after = own_card(&more);
        prop_assert!(after.score >= before.score);
        prop_assert!(after.band >= before.band || before.weight() == 0);
    }

    #[test]
    fn a_better_verdict_never_lowers_the_score(verdicts in any_run(), which in 0usize..40) {
        prop_assume!(which < verdicts.len());
        prop_assume!(verdicts[which].1 != NotApplicable);
        let mut better = verdicts.clone();
        better[which].1 = Met;
        prop_assert!(own_card(&better).score >= own_card(&verdicts).score);
    }

    #[test]
    fn what_does_not_apply_changes_nothing(verdicts in any_run()) {
        let applying: Vec<_> =
            verdicts.iter().copied().filter(|(_, v)| *v != NotApplicable).collect();
        let (all, some) = (own_card(&verdicts), own_card(&applying));
        prop_assert_eq!((all.score, all.band), (some.score, some.band));
    }
}
