//! Which deadline applies and when it falls due: every row of the table, and its edges.

use liyi::standard::deadline::civil::{Date, DateTime, Weekday, date, time};
use liyi::standard::deadline::{
    Cadence, Calendar, Deadline, Limit, Trigger, Unworkable, governing,
};
use proptest::prelude::*;

use crate::profiles::house;

fn due(trigger: Trigger, event: DateTime, calendar: &Calendar) -> DateTime {
    trigger.deadline(event, &house("classroom"), calendar).unwrap().due
}

#[test]
fn every_row_of_the_table() {
    let office = Calendar::office();
    // A Wednesday afternoon, and an appointment on it.
    let event = date(2026, 11, 25).at(14, 30, 0, 0);
    for (trigger, expected) in [
        (Trigger::TelephoneEnquiry, date(2026, 11, 26).at(14, 30, 0, 0)),
        (Trigger::VisitSuggestion, date(2026, 11, 30).at(18, 0, 0, 0)),
        (Trigger::VisitComplaint, date(2026, 11, 26).at(14, 30, 0, 0)),
        (Trigger::ServiceFinished, date(2026, 11, 28).at(14, 30, 0, 0)),
        (Trigger::CustomerAssigned, date(2026, 12, 2).at(14, 30, 0, 0)),
        (Trigger::RecordChanged, date(2026, 11, 25).at(18, 0, 0, 0)),
        (Trigger::VisitPlan, date(2026, 11, 25).at(9, 30, 0, 0)),
        (Trigger::VisitNotice, date(2026, 11, 25).at(9, 30, 0, 0)),
        (Trigger::VisitResearch, date(2026, 11, 24).at(18, 0, 0, 0)),
        (Trigger::Arrival, date(2026, 11, 25).at(14, 20, 0, 0)),
        (Trigger::MeetingInspection, date(2026, 11, 25).at(11, 30, 0, 0)),
        (Trigger::MeetingSetUp, date(2026, 11, 25).at(14, 0, 0, 0)),
        (Trigger::FirstTeaRound, date(2026, 11, 25).at(14, 32, 0, 0)),
        (Trigger::SecondTeaRound, date(2026, 11, 25).at(14, 33, 0, 0)),
        (Trigger::AtPost, date(2026, 11, 25).at(8, 28, 0, 0)),
    ] {
        assert_eq!(due(trigger, event, &office), expected, "{trigger:?}");
    }
}

#[test]
fn the_fourth_ring_is_in_time_until_the_fifth_begins() {
    let (house, bell) = (house("classroom"), Cadence { ring_ms: 1_000, pause_ms: 2_000 });
    assert_eq!(bell.ring_at(0), 1);
    assert_eq!(bell.in_time(9_000, &house), Some(true), "the fourth begins");
    assert_eq!(bell.in_time(11_999, &house), Some(true), "the silence after the fourth");
    assert_eq!(bell.in_time(12_000, &house), Some(false), "the fifth begins");
    let mut strict = house.clone();
    strict.numbers.insert("ring_limit".to_owned(), 3);
    assert_eq!(bell.in_time(9_000, &strict), Some(false), "a house that gives three");
    assert_eq!(Cadence { ring_ms: 0, pause_ms: 0 }.ring_at(5), 6, "no division by nothing");
}

#[test]
fn twenty_four_hours_to_the_second() {
    let call = date(2026, 2, 28).at(10, 0, 0, 0);
    let reply =
        Trigger::TelephoneEnquiry.deadline(call, &house("classroom"), &Calendar::office()).unwrap();
    assert!(reply.keeps(date(2026, 3, 1).at(10, 0, 0, 0)));
    assert!(!reply.keeps(date(2026, 3, 1).at(10, 0, 1, 0)));
}

#[test]
fn a_suggestion_on_friday_before_a_free_monday_is_due_on_thursday() {
    let calendar = Calendar::office().with_holiday(date(2026, 11, 23));
    let friday = date(2026, 11, 20).at(16, 0, 0, 0);
    assert_eq!(
        due(Trigger::VisitSuggestion, friday, &calendar),
        date(2026, 11, 26).at(18, 0, 0, 0)
    );
    // A Saturday that is worked in exchange counts as the first of the three days.
    let moved = calendar.with_working_day(date(2026, 11, 21));
    assert_eq!(due(Trigger::VisitSuggestion, friday, &moved), date(2026, 11, 25).at(18, 0, 0, 0));
}

#[test]
fn seventy_two_hours_cross_the_end_of_a_month_and_of_a_leap_february() {
    let office = Calendar::office();
    let finished = date(2026, 10, 30).at(17, 45, 0, 0);
    assert_eq!(
        due(Trigger::ServiceFinished, finished, &office),
        date(2026, 11, 2).at(17, 45, 0, 0)
    );
    let leap = date(2028, 2, 27).at(8, 0, 0, 0);
    assert_eq!(due(Trigger::ServiceFinished, leap, &office), date(2028, 3, 1).at(8, 0, 0, 0));
}

#[test]
fn half_a_day_before_nine_in_the_morning_is_the_working_day_before() {
    let office = Calendar::office();
    let monday = date(2026, 11, 23).at(9, 0, 0, 0);
    let half = due(Trigger::VisitNotice, monday, &office);
    assert_eq!(half, date(2026, 11, 20).at(14, 0, 0, 0), "Friday, four working hours before close");
    let mut by_clock = house("classroom");
    by_clock.words.insert("half_day".to_owned(), "clock-hours".to_owned());
    let half = Trigger::VisitNotice.deadline(monday, &by_clock, &office).unwrap().due;
    assert_eq!(half, date(2026, 11, 22).at(21, 0, 0, 0), "a house that counts by the clock");
}

#[test]
fn a_record_changed_after_close_or_on_a_free_day_is_due_at_the_next_close() {
    let office = Calendar::office();
    let evening = date(2026, 11, 20).at(19, 0, 0, 0);
    assert_eq!(due(Trigger::RecordChanged, evening, &office), date(2026, 11, 23).at(18, 0, 0, 0));
    let sunday = date(2026, 11, 22).at(11, 0, 0, 0);
    assert_eq!(due(Trigger::RecordChanged, sunday, &office), date(2026, 11, 23).at(18, 0, 0, 0));
}

#[test]
fn the_shorter_of_two_clocks_governs_and_each_keeps_its_own() {
    let event = date(2026, 11, 20).at(16, 0, 0, 0);
    let (house, office) = (house("classroom"), Calendar::office());
    let enquiry = Trigger::TelephoneEnquiry.deadline(event, &house, &office).unwrap();
    let promise = Deadline::promised("comp-swift-resolution", date(2026, 11, 20).at(17, 30, 0, 0));
    let both = [enquiry.clone(), promise.clone()];
    assert_eq!(governing(&both), Some(&promise));
    assert!(enquiry.keeps(date(2026, 11, 21).at(9, 0, 0, 0)), "the other has its own closing");
    assert_eq!(governing(&[]), None);
}

#[test]
fn a_house_that_leaves_a_time_to_each_site_has_no_deadline_for_it() {
    let mut site = house("classroom");
    site.words.insert("post_time".to_owned(), "site".to_owned());
    assert_eq!(Trigger::AtPost.limit(&site), None);
    assert!(
        Trigger::ALL.iter().filter(|t| **t != Trigger::AtPost).all(|t| t.limit(&site).is_some())
    );
}

#[test]
fn a_calendar_without_days_or_with_crooked_hours_is_refused() {
    let nine_to_five = [(time(9, 0, 0, 0), time(17, 0, 0, 0))];
    assert_eq!(Calendar::new(&[], &nine_to_five), Err(Unworkable::NoDays));
    assert_eq!(Calendar::new(&[Weekday::Monday], &[]), Err(Unworkable::NoHours));
    let crooked = Calendar::new(&[Weekday::Monday], &[(time(17, 0, 0, 0), time(9, 0, 0, 0))]);
    assert!(crooked.unwrap_err().to_string().contains("17:00–09:00"));
    // A house that is never open again has no deadline instead of an endless search.
    let mut never = Calendar::new(&[Weekday::Monday], &nine_to_five).unwrap();
    let mut day = date(2026, 11, 23);
    for _ in 0..600 {
        never = never.with_holiday(day);
        day = day.checked_add(jiff::Span::new().days(7)).unwrap();
    }
    assert_eq!(Limit::WorkingDays(3).due(date(2026, 11, 20).at(9, 0, 0, 0), &never), None);
}

fn some_day() -> impl Strategy<Value = Date> {
    (2020_i16..2035, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d))
}

fn some_moment() -> impl Strategy<Value = DateTime> {
    (some_day(), 0_i8..24, 0_i8..60).prop_map(|(day, h, m)| day.at(h, m, 0, 0))
}

proptest! {
    #[test]
    fn working_days_are_worked_and_in_order(day in some_day(), n in 1_u32..30, free in some_day()) {
        let calendar = Calendar::office().with_holiday(free);
        let after = calendar.working_day_after(day, n).unwrap();
        prop_assert!(after > day && calendar.works_on(after));
        let worked = std::iter::successors(day.tomorrow().ok(), |d| d.tomorrow().ok())
            .take_while(|d| *d <= after)
            .filter(|d| calendar.works_on(*d))
            .count();
        prop_assert_eq!(worked, usize::try_from(n).unwrap());
    }

    #[test]
    fn more_working_time_before_is_never_later(
        moment in some_moment(), less in 0_i64..3_000, more in 0_i64..3_000,
    ) {
        let office = Calendar::office();
        let (less, more) = (less.min(more), less.max(more));
        let early = office.working_minutes_before(moment, more).unwrap();
        let late = office.working_minutes_before(moment, less).unwrap();
        prop_assert!(early <= late && late <= moment);
    }

    #[test]
    fn no_moment_and_no_number_breaks_a_limit(moment in some_moment(), n in any::<i64>()) {
        let office = Calendar::office();
        for limit in [
            Limit::Minutes(n), Limit::Days(n), Limit::MinutesBefore(n),
            Limit::TimeOfDay(n), Limit::WorkingMinutesBefore(n),
        ] {
            let _ = limit.due(moment, &office);
        }
        let _ = Limit::WorkingDays(u32::try_from(n.unsigned_abs() >> 32).unwrap()).due(moment, &office);
    }
}
