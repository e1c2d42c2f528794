//! The customer's own score: worked examples and properties.

use std::collections::BTreeMap;

use liyi::scenario::{Attribute, ExpectationPart, Remarks};
use liyi::score::{
    Customer, Gap, GapVerdict, Ratio, Touched, gap, past_after, word_of_mouth_after,
};
use liyi::session::Event;
use liyi::standard::Text;
use proptest::prelude::*;

pub(crate) fn customer(past: i32, word_of_mouth: i32, needs: i32) -> Customer {
    Customer {
        who: "qiao".to_owned(),
        past,
        word_of_mouth,
        needs,
        weights: (40, 20, 40),
        cares: BTreeMap::new(),
        hint: Text::default(),
        remarks: Some(Remarks {
            dissatisfied: Text::same("no"),
            satisfied: Text::same("well"),
            delighted: Text::same("oh"),
        }),
    }
}

fn perceived(attribute: Attribute, tenths: i32) -> Event {
    let why = Text::same(format!("{attribute:?} {tenths}"));
    Event::Perceived { who: "qiao".to_owned(), attribute, tenths, why }
}

fn expected(part: ExpectationPart, tenths: i32) -> Event {
    Event::Expected { who: "qiao".to_owned(), part, tenths }
}

const EVERY: [Attribute; 5] = [
    Attribute::Reliability,
    Attribute::Responsiveness,
    Attribute::Competence,
    Attribute::Courtesy,
    Attribute::Surroundings,
];

fn figures(gap: &Gap) -> (i32, i32, i32, GapVerdict) {
    (gap.expected, gap.perceived, gap.gap, gap.verdict)
}

#[test]
fn qiao_expects_much_and_is_dissatisfied_by_service_that_delights_xu_dawei() {
    let all = |by: i32| EVERY.map(|a| perceived(a, by));
    let qiao = gap(&customer(80, 70, 90), &all(26));
    assert_eq!(figures(&qiao), (82, 76, -6, GapVerdict::Dissatisfied));
    assert_eq!(qiao.remark, Some(Text::same("no")));
    let xu = gap(&customer(30, 40, 60), &all(11));
    assert_eq!(figures(&xu), (44, 61, 17, GapVerdict::Delighted));
    assert_eq!(xu.remark, Some(Text::same("oh")));
}

#[test]
fn half_a_point_either_way_is_still_satisfied_short_of_the_line() {
    let verdicts = [-6, -5, -4, 0, 4, 5, 6].map(GapVerdict::of);
    use GapVerdict::{Delighted, Dissatisfied, Satisfied};
    assert_eq!(
        verdicts,
        [Dissatisfied, Dissatisfied, Satisfied, Satisfied, Satisfied, Delighted, Delighted]
    );
}

#[test]
fn an_attribute_is_clipped_after_every_event_not_at_the_end() {
    let events = [perceived(EVERY[0], 80), perceived(EVERY[0], -10)];
    let gap = gap(&customer(50, 50, 50), &events);
    // 5 + 8 stops at 10, then 9: the five average 5.8.
    assert_eq!(gap.perceived, 58);
    assert_eq!(gap.attributes[0].tenths, 90);
}

#[test]
fn what_a_person_cares_for_weighs_more() {
    let mut who = customer(50, 50, 50);
    who.cares = BTreeMap::from([(Attribute::Reliability, 6)]);
    // (6·7 + 4·5) ÷ 10
    assert_eq!(gap(&who, &[perceived(Attribute::Reliability, 20)]).perceived, 62);
    who.cares = EVERY.into_iter().map(|a| (a, 0)).collect();
    assert_eq!(gap(&who, &[perceived(Attribute::Reliability, 20)]).perceived, 54);
}

#[test]
fn expectations_move_too_and_count_by_their_weight() {
    let raised = gap(&customer(50, 50, 50), &[expected(ExpectationPart::Needs, 10)]);
    assert_eq!(figures(&raised), (54, 50, -4, GapVerdict::Satisfied));
    assert_eq!(raised.parts[2].moved, 10);
    let mut tilted = customer(50, 50, 100);
    tilted.weights = (10, 10, 80);
    assert_eq!(gap(&tilted, &[]).expected, 90);
}

#[test]
fn the_event_that_moved_the_gap_most_is_named_with_its_beat() {
    let beat =
        |id: &str, visit| Event::BeatEntered { beat: id.to_owned(), label: Text::default(), visit };
    let other = Event::Perceived {
        who: "fang".to_owned(),
        attribute: Attribute::Courtesy,
        tenths: 50,
        why: Text::default(),
    };
    let events = [
        beat("door", 0),
        perceived(Attribute::Courtesy, 10),
        beat("table", 1),
        // Moves expectation by 0.4 of it, perception only by a fifth.
        expected(ExpectationPart::Past, 10),
        other,
        perceived(Attribute::Competence, -15),
    ];
    let moved = gap(&customer(50, 50, 50), &events).moved_most.unwrap();
    assert_eq!(moved.touched, Touched::Expectation(ExpectationPart::Past));
    assert_eq!((moved.event, moved.beat), (3, Some(("table".to_owned(), 1))));
    assert_eq!(moved.by, Ratio::new(-2, 5));
    // What is told fits how it ended: the same moves, and a delighted customer.
    let delighted = gap(&customer(30, 30, 30), &events);
    assert_eq!(delighted.verdict, GapVerdict::Delighted);
    assert!(delighted.moved_most.unwrap().by > Ratio::ZERO);
    let calm = [beat("door", 0), perceived(Attribute::Courtesy, 0)];
    assert!(gap(&customer(50, 50, 50), &calm).moved_most.is_none());
}

#[test]
fn memory_takes_three_tenths_of_what_was_perceived() {
    assert_eq!(past_after(80, 76), 79); // 7.88
    assert_eq!(past_after(30, 61), 39); // 3.93
    assert_eq!(past_after(0, 100), 30);
}

#[test]
fn word_of_mouth_travels_only_beyond_two_points() {
    let moved = [-21, -20, 0, 20, 21].map(|gap| word_of_mouth_after(50, gap));
    assert_eq!(moved, [40, 50, 50, 50, 60]);
    assert_eq!((word_of_mouth_after(5, -90), word_of_mouth_after(95, 90)), (0, 100));
}

proptest! {
    #[test]
    fn a_gap_stays_within_ten_points_and_is_the_difference_shown(
        parts in (0i32..=100, 0i32..=100, 0i32..=100),
        moves in prop::collection::vec((0usize..5, -200i32..200), 0..30),
    ) {
        let events: Vec<Event> = moves.iter().map(|(a, by)| perceived(EVERY[*a], *by)).collect();
        let gap = gap(&customer(parts.0, parts.1, parts.2), &events);
        prop_assert!((0..=100).contains(&gap.expected) && (0..=100).contains(&gap.perceived));
        prop_assert_eq!(gap.gap, gap.perceived - gap.expected);
        prop_assert_eq!(gap.verdict, GapVerdict::of(gap.gap));
        let highest = parts.0.max(parts.1).max(parts.2);
        prop_assert!(gap.expected <= highest);
    }
}
