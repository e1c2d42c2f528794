//! Who goes first: every worked row of the precedence rules, and their symmetries.

use std::collections::BTreeSet;

use liyi::standard::precedence::{
    Confidence, First, OrderGrade, Tally, TeaKey, handshake, introduction, line, line_tally,
    tea_first, tea_sequence, tea_tally,
};
use liyi::standard::{
    Age, GenderKey, Married, Occasion, Person, Phase, Profile, Role, Sex, Side, TeaOrder,
};
use proptest::prelude::*;

use crate::profiles::house;

use Age::{Eighties, Fifties, Forties, Seventies, Thirties, Twenties};
use Confidence::{Either, Firm, NoHandshake, Preferred};
use Occasion::{Formal, Social};
use Phase::{Arrival, Departure, Neutral};
use Role::{Guest, Host};
use Sex::{Man, Woman};
use Side::{Customer, Ours};

/// Everybody in the worked examples: side, sex, age and rank.
fn person(name: &str) -> Person {
    let known = |side, sex, age, rank: Option<u8>| Person {
        rank,
        age: Some(age),
        sex: Some(sex),
        side,
        ..Person::default()
    };
    match name {
        "You" | "Zhou" => known(Ours, Man, Twenties, Some(3)),
        "Qiao" => known(Customer, Man, Fifties, Some(8)),
        "Tan" => known(Customer, Man, Forties, Some(9)),
        "Fang" => known(Customer, Woman, Thirties, Some(5)),
        "Lu" => known(Customer, Woman, Forties, Some(4)),
        "Luo" => known(Customer, Man, Twenties, Some(2)),
        "Bai" => known(Ours, Man, Fifties, Some(9)),
        "Ye" => known(Ours, Woman, Seventies, Some(7)),
        "Guo" => known(Ours, Woman, Forties, Some(5)),
        "Shen" => known(Side::Neutral, Woman, Eighties, None),
        other => panic!("nobody is called {other}"),
    }
}

fn at(name: &str, role: Role) -> Person {
    Person { role, ..person(name) }
}

/// `first` is 1 for the first person, 2 for the second, 0 for nobody.
fn named(first: First) -> u8 {
    match first {
        First::Nobody => 0,
        First::A => 1,
        First::B => 2,
    }
}

#[test]
fn every_worked_handshake_comes_out_as_printed() {
    let (classroom, written, abroad) =
        (house("classroom"), house("as-written"), house("international"));
    let bandaged = Person { shakes: false, ..at("Qiao", Guest) };
    let lu_unmarried = Person { married: Some(Married::No), ..person("Lu") };
    let guo_married = Person { married: Some(Married::Yes), ..person("Guo") };
    let junior_woman = Person { rank: Some(4), ..person("Guo") };
    let luo = Person { rank: person("Zhou").rank, ..person("Luo") };
    let rows: [(u8, Person, Person, Occasion, Phase, &Profile, u8, Confidence, &str); 18] = [
        (1, at("Qiao", Host), at("You", Guest), Formal, Arrival, &classroom, 1, Firm, "H1"),
        (2, at("Qiao", Host), at("You", Guest), Formal, Departure, &classroom, 2, Firm, "H1"),
        (3, at("Tan", Guest), at("You", Host), Formal, Arrival, &classroom, 2, Firm, "H1"),
        (4, at("Tan", Guest), at("You", Host), Formal, Departure, &classroom, 1, Firm, "H1"),
        (5, person("You"), person("Qiao"), Formal, Neutral, &classroom, 2, Firm, "H2"),
        (6, person("Bai"), person("Luo"), Formal, Neutral, &classroom, 1, Preferred, "H2"),
        (7, person("Fang"), person("Guo"), Formal, Neutral, &classroom, 1, Preferred, "H2"),
        (8, person("Bai"), person("Zhou"), Formal, Neutral, &classroom, 1, Firm, "H2"),
        (9, junior_woman, person("Bai"), Formal, Neutral, &written, 2, Firm, "H2"),
        (10, person("Shen"), person("You"), Social, Neutral, &classroom, 1, Firm, "H3"),
        (11, person("Lu"), person("Tan"), Social, Neutral, &classroom, 1, Firm, "H4"),
        (12, person("Lu"), person("Tan"), Social, Neutral, &abroad, 2, Preferred, "H7"),
        (13, person("Qiao"), person("Fang"), Social, Neutral, &classroom, 1, Preferred, "H3"),
        (14, guo_married, lu_unmarried, Social, Neutral, &written, 1, Preferred, "H5"),
        (15, guo_married, lu_unmarried, Social, Neutral, &classroom, 1, Preferred, "H7"),
        (16, person("Zhou"), luo, Social, Neutral, &classroom, 0, Either, "H8"),
        (17, bandaged, at("You", Host), Formal, Arrival, &classroom, 0, NoHandshake, "H0"),
        (18, at("You", Host), at("Shen", Guest), Social, Arrival, &classroom, 1, Firm, "H1"),
    ];
    for (row, a, b, occasion, phase, profile, first, confidence, rule) in rows {
        let got = handshake(&a, &b, occasion, phase, profile);
        assert_eq!(
            (named(got.first), got.confidence, got.rule),
            (first, confidence, rule),
            "row {row}: {got:?}"
        );
    }
}

#[test]
fn every_worked_introduction_comes_out_as_printed() {
    let (classroom, written, abroad) =
        (house("classroom"), house("as-written"), house("international"));
    let private = |p: Person| Person { rank: None, side: Side::Neutral, ..p };
    let guo = Person { married: Some(Married::Yes), ..private(person("Guo")) };
    let lu = Person { married: Some(Married::No), ..private(person("Lu")) };
    let tan = private(person("Tan"));
    let (ye, shen) = (private(person("Ye")), private(person("Shen")));
    let rows: [(u8, Person, Person, Occasion, &Profile, u8, Confidence, &str); 10] = [
        (1, person("Bai"), person("Luo"), Formal, &classroom, 2, Preferred, "I1"),
        (2, person("Zhou"), person("Qiao"), Formal, &classroom, 2, Firm, "I1"),
        (3, person("Zhou"), person("Bai"), Formal, &classroom, 2, Firm, "I2"),
        (4, person("Luo"), person("Qiao"), Formal, &classroom, 2, Firm, "I2"),
        (5, shen, lu, Social, &classroom, 1, Firm, "I3"),
        (6, ye, shen, Social, &classroom, 2, Preferred, "I6"),
        (7, tan, lu, Social, &classroom, 2, Preferred, "I4"),
        (8, tan, lu, Social, &abroad, 0, Either, "I8"),
        (9, guo, lu, Social, &written, 1, Preferred, "I5"),
        (10, guo, lu, Social, &classroom, 0, Either, "I8"),
    ];
    for (row, a, b, occasion, profile, first, confidence, rule) in rows {
        let got = introduction(&a, &b, occasion, profile);
        assert_eq!(
            (named(got.first), got.confidence, got.rule),
            (first, confidence, rule),
            "row {row}: {got:?}"
        );
    }
}

const TABLE: [&str; 7] = ["Qiao", "Fang", "Lu", "Luo", "Bai", "Ye", "Guo"];

fn table() -> Vec<Person> {
    TABLE.map(|name| at(name, if person(name).side == Customer { Guest } else { Host })).to_vec()
}

fn served(profile: &Profile) -> Vec<&'static str> {
    tea_sequence(&table(), Formal, profile).into_iter().map(|i| TABLE[i]).collect()
}

#[test]
fn every_worked_serving_order_comes_out_as_printed() {
    let always = Profile { gender: GenderKey::Always, ..house("classroom") };
    let rows: [(Profile, [&str; 7]); 4] = [
        (house("as-written"), ["Lu", "Fang", "Ye", "Guo", "Qiao", "Luo", "Bai"]),
        (house("classroom"), ["Qiao", "Lu", "Fang", "Luo", "Ye", "Bai", "Guo"]),
        (always, ["Lu", "Fang", "Qiao", "Luo", "Ye", "Guo", "Bai"]),
        (house("international"), ["Qiao", "Fang", "Lu", "Luo", "Bai", "Ye", "Guo"]),
    ];
    for (profile, order) in rows {
        assert_eq!(served(&profile), order, "{}", profile.id);
    }
}

#[test]
fn a_slip_in_serving_counts_against_the_principle_that_decides_the_pair() {
    let profile = house("international");
    let index = |name| TABLE.iter().position(|n| *n == name).unwrap();
    // Bai before the guests: four guest pairs. Lu before Fang: one pair by rank.
    let order: Vec<usize> =
        ["Bai", "Qiao", "Lu", "Fang", "Luo", "Ye", "Guo"].into_iter().map(index).collect();
    let tally = tea_tally(&order, &table(), &BTreeSet::new(), Formal, &profile);
    assert_eq!(tally.all, Tally { determined: 21, inversions: 5 });
    assert_eq!(tally.by_key[&TeaKey::Guest], Tally { determined: 12, inversions: 4 });
    assert_eq!(tally.by_key[&TeaKey::Rank], Tally { determined: 9, inversions: 1 });
    assert_eq!(tally.all.grade(), OrderGrade::Nearly);
    assert_eq!(tally.by_key[&TeaKey::Rank].grade(), OrderGrade::Nearly);

    let agitated = BTreeSet::from([index("Bai")]);
    let excused = tea_tally(&order, &table(), &agitated, Formal, &profile);
    assert_eq!(excused.all, Tally { determined: 15, inversions: 1 });
    assert_eq!(excused.all.grade(), OrderGrade::Right);
}

#[test]
fn order_grades_change_exactly_at_nine_and_six_tenths() {
    let grade = |inversions, determined| Tally { determined, inversions }.grade();
    assert_eq!(grade(0, 0), OrderGrade::Undetermined);
    assert_eq!([grade(1, 10), grade(2, 10)], [OrderGrade::Right, OrderGrade::Nearly]);
    assert_eq!([grade(4, 10), grade(5, 10)], [OrderGrade::Nearly, OrderGrade::Wrong]);
}

#[test]
fn the_oldest_of_the_hosts_waits_unless_the_source_is_read_as_written() {
    let guest = Person { role: Guest, sex: Some(Man), age: Some(Twenties), ..Person::default() };
    let host = Person { role: Host, sex: Some(Woman), age: Some(Eighties), ..Person::default() };
    let by = |id: &str| tea_first(&guest, &host, Formal, &house(id)).unwrap();
    assert_eq!((by("classroom").first, by("classroom").key), (First::A, TeaKey::Guest));
    assert_eq!((by("international").first, by("international").key), (First::A, TeaKey::Guest));
    assert_eq!((by("as-written").first, by("as-written").key), (First::B, TeaKey::Woman));
}

#[test]
fn a_young_principal_guest_and_his_older_colleague_differ_by_the_order_of_the_house() {
    let him = Person { rank: Some(8), ..at("Luo", Guest) };
    let her = Person { rank: Some(4), ..at("Lu", Guest) };
    let first = |profile: &Profile| tea_first(&him, &her, Formal, profile).unwrap().first;
    assert_eq!(first(&house("classroom")), First::B);
    assert_eq!(first(&house("international")), First::A);
}

#[test]
fn a_line_starts_with_the_principal_guest_and_goes_on_by_standing() {
    let guests = ["Luo", "Fang", "Tan", "Qiao"].map(person);
    let profile = house("classroom");
    assert_eq!(line(&guests, Some(3), Formal, &profile), [3, 2, 1, 0]);
    assert_eq!(line(&guests, None, Formal, &profile), [2, 3, 1, 0]);
    // Pairs with the principal guest are a house ruling; only the other three are scored.
    let tally = line_tally(&[0, 1, 2, 3], &guests, Some(3), Formal, &profile);
    assert_eq!(tally, Tally { determined: 3, inversions: 3 });
}

#[test]
fn a_line_that_nothing_separates_goes_from_the_nearest_on() {
    let guests = [Person::default(); 4];
    assert_eq!(line(&guests, None, Social, &house("classroom")), [0, 1, 2, 3]);
}

fn any_person() -> impl Strategy<Value = Person> {
    let age = prop::sample::select(vec![
        Twenties,
        Thirties,
        Forties,
        Fifties,
        Age::Sixties,
        Seventies,
        Eighties,
    ]);
    (
        prop::option::of(1u8..=9),
        prop::option::of(age),
        prop::option::of(prop::sample::select(vec![Woman, Man])),
        prop::option::of(prop::sample::select(vec![Married::Yes, Married::No])),
        prop::sample::select(vec![Ours, Customer, Side::Neutral]),
        prop::sample::select(vec![Host, Guest, Role::None]),
        prop::bool::weighted(0.9),
    )
        .prop_map(|(rank, age, sex, married, side, role, shakes)| Person {
            rank,
            age,
            sex,
            married,
            side,
            role,
            shakes,
        })
}

fn any_house() -> impl Strategy<Value = Profile> {
    (
        prop::sample::select(vec![GenderKey::Off, GenderKey::Social, GenderKey::Always]),
        any::<bool>(),
        prop::sample::select(vec![TeaOrder::Listed, TeaOrder::GuestFirst, TeaOrder::Business]),
    )
        .prop_map(|(gender, marital, tea_order)| Profile {
            gender,
            marital,
            tea_order,
            ..house("classroom")
        })
}

fn any_occasion() -> impl Strategy<Value = (Occasion, Phase)> {
    (
        prop::sample::select(vec![Formal, Social]),
        prop::sample::select(vec![Arrival, Departure, Neutral]),
    )
}

proptest! {
    #[test]
    fn the_order_of_naming_two_people_does_not_matter(
        a in any_person(), b in any_person(), (occasion, phase) in any_occasion(), profile in any_house()
    ) {
        let hand = handshake(&a, &b, occasion, phase, &profile);
        prop_assert_eq!(hand, handshake(&b, &a, occasion, phase, &profile).swapped());
        let name = introduction(&a, &b, occasion, &profile);
        prop_assert_eq!(name, introduction(&b, &a, occasion, &profile).swapped());
        let tea = tea_first(&a, &b, occasion, &profile).map(|r| (r.first, r.key));
        let turned = tea_first(&b, &a, occasion, &profile).map(|r| (r.first.swapped(), r.key));
        prop_assert_eq!(tea, turned);
    }

    #[test]
    fn nobody_goes_before_their_own_equal(
        a in any_person(), (occasion, phase) in any_occasion(), profile in any_house()
    ) {
        prop_assert_eq!(handshake(&a, &a, occasion, phase, &profile).first, First::Nobody);
        prop_assert_eq!(introduction(&a, &a, occasion, &profile).first, First::Nobody);
        prop_assert_eq!(tea_first(&a, &a, occasion, &profile), None);
    }

    #[test]
    fn somebody_is_named_exactly_when_the_ruling_is_firm_or_preferred(
        a in any_person(), b in any_person(), (occasion, phase) in any_occasion(), profile in any_house()
    ) {
        let hand = handshake(&a, &b, occasion, phase, &profile);
        let decided = matches!(hand.confidence, Firm | Preferred);
        prop_assert_eq!(hand.first != First::Nobody, decided);
        prop_assert_eq!(hand.confidence == NoHandshake, !a.shakes || !b.shakes);
    }

    #[test]
    fn where_sex_and_marriage_do_not_count_knowing_them_changes_nothing(
        a in any_person(), b in any_person(), (occasion, phase) in any_occasion()
    ) {
        let profile = house("international");
        let blind = |p: Person| Person { sex: None, married: None, ..p };
        prop_assert_eq!(
            handshake(&a, &b, occasion, phase, &profile),
            handshake(&blind(a), &blind(b), occasion, phase, &profile)
        );
        prop_assert_eq!(
            introduction(&a, &b, occasion, &profile),
            introduction(&blind(a), &blind(b), occasion, &profile)
        );
        prop_assert_eq!(
            tea_first(&a, &b, occasion, &profile),
            tea_first(&blind(a), &blind(b), occasion, &profile)
        );
    }

    #[test]
    fn the_served_order_names_everybody_once_and_a_known_table_has_no_inversion(
        people in prop::collection::vec(any_person(), 0..9), (occasion, _) in any_occasion(), profile in any_house()
    ) {
        let known: Vec<Person> = people
            .into_iter()
            .map(|p| Person {
                rank: p.rank.or(Some(1)),
                age: p.age.or(Some(Forties)),
                sex: p.sex.or(Some(Man)),
                ..p
            })
            .collect();
        let order = tea_sequence(&known, occasion, &profile);
        let everybody: BTreeSet<usize> = order.iter().copied().collect();
        prop_assert_eq!(everybody.len(), known.len());
        prop_assert_eq!(order.len(), known.len());
        let tally = tea_tally(&order, &known, &BTreeSet::new(), occasion, &profile);
        prop_assert_eq!(tally.all.inversions, 0);
        let apart: u32 = tally.by_key.values().map(|t| t.determined).sum();
        prop_assert_eq!(apart, tally.all.determined);
    }

    #[test]
    fn a_table_with_unknown_people_is_still_served_whole(
        people in prop::collection::vec(any_person(), 0..9), (occasion, _) in any_occasion(), profile in any_house()
    ) {
        let order: BTreeSet<usize> =
            tea_sequence(&people, occasion, &profile).into_iter().collect();
        prop_assert_eq!(order.len(), people.len());
    }
}
