//! How long something may take: one limit, the clock it runs on, and when it is due.

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::Calendar;

/// A limit that begins with an event, or ends with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// So many minutes by the clock after the event.
    Minutes(i64),
    /// So many days of 24 hours after the event.
    Days(i64),
    /// At close of the n-th working day; the day of the event is not counted.
    WorkingDays(u32),
    /// At close of the working day of the event, or the next one when it is free.
    SameWorkingDay,
    /// So many minutes by the clock before the event.
    MinutesBefore(i64),
    /// So many minutes of working time before the event.
    WorkingMinutesBefore(i64),
    /// At close of the last working day before the event.
    WorkingDayBefore,
    /// At this time on the day of the event, in minutes after midnight.
    TimeOfDay(i64),
}

impl Limit {
    /// The last moment that is still in time. `None` beyond the years a
    /// calendar can count, or where a house never works.
    pub fn due(self, event: DateTime, calendar: &Calendar) -> Option<DateTime> {
        let day = event.date();
        match self {
            Limit::Minutes(n) => shifted(event, n),
            Limit::Days(n) => shifted(event, n.checked_mul(24 * 60)?),
            Limit::WorkingDays(n) => {
                Some(calendar.close_of(calendar.working_day_after(day, n.max(1))?))
            }
            Limit::SameWorkingDay => {
                let close = calendar.close_of(day);
                let late = calendar.works_on(day) && event > close;
                let n = u32::from(late);
                Some(calendar.close_of(calendar.working_day_after(day, n)?))
            }
            Limit::MinutesBefore(n) => shifted(event, n.checked_neg()?),
            Limit::WorkingMinutesBefore(n) => calendar.working_minutes_before(event, n),
            Limit::WorkingDayBefore => Some(calendar.close_of(calendar.working_day_before(day)?)),
            Limit::TimeOfDay(minutes) => {
                shifted(day.to_datetime(jiff::civil::Time::midnight()), minutes)
            }
        }
    }
}

fn shifted(moment: DateTime, minutes: i64) -> Option<DateTime> {
    moment.checked_add(SignedDuration::new(minutes.checked_mul(60)?, 0)).ok()
}
