//! A house's working time: which days, which hours, which holidays.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::{Date, DateTime, Time, Weekday};

/// How far a search for a working day goes before it gives up, in days.
const FURTHEST: usize = 3_660;

/// When a house works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    days: Vec<Weekday>,
    /// Opening and closing times of one working day, in order.
    hours: Vec<(Time, Time)>,
    holidays: BTreeSet<Date>,
    /// Days worked although their weekday is free, as before long holidays in China.
    moved: BTreeSet<Date>,
}

/// Why a calendar cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unworkable {
    #[error("no day of the week is worked; name at least one")]
    NoDays,
    #[error("there are no working hours; give at least one opening and closing time")]
    NoHours,
    #[error("the hours {0} do not end after they begin, or overlap those before them")]
    Hours(Hours),
}

/// An opening and a closing time, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours(Time, Time);

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minute = |t: Time| (t.hour(), t.minute());
        let ((a, b), (c, d)) = (minute(self.0), minute(self.1));
        write!(f, "{a:02}:{b:02}–{c:02}:{d:02}")
    }
}

impl Calendar {
    /// An office: Monday to Friday, nine to twelve and one to six, no holidays.
    pub fn office() -> Calendar {
        let at = |hour| Time::constant(hour, 0, 0, 0);
        Calendar {
            days: vec![
                Weekday::Monday,
                Weekday::Tuesday,
                Weekday::Wednesday,
                Weekday::Thursday,
                Weekday::Friday,
            ],
            hours: vec![(at(9), at(12)), (at(13), at(18))],
            holidays: BTreeSet::new(),
            moved: BTreeSet::new(),
        }
    }

    /// A house with its own days and hours.
    ///
    /// # Errors
    /// No days, no hours, or hours that are empty or not in order.
    pub fn new(days: &[Weekday], hours: &[(Time, Time)]) -> Result<Calendar, Unworkable> {
        if days.is_empty() {
            return Err(Unworkable::NoDays);
        }
        if hours.is_empty() {
            return Err(Unworkable::NoHours);
        }
        let mut free_from = Time::MIN;
        for &(open, close) in hours {
            if open < free_from || close <= open {
                return Err(Unworkable::Hours(Hours(open, close)));
            }
            free_from = close;
        }
        let (days, hours) = (days.to_vec(), hours.to_vec());
        Ok(Calendar { days, hours, holidays: BTreeSet::new(), moved: BTreeSet::new() })
    }

    /// With this day off, whatever its weekday.
    #[must_use]
    pub fn with_holiday(mut self, day: Date) -> Calendar {
        self.moved.remove(&day);
        self.holidays.insert(day);
        self
    }

    /// With this day worked, whatever its weekday.
    #[must_use]
    pub fn with_working_day(mut self, day: Date) -> Calendar {
        self.holidays.remove(&day);
        self.moved.insert(day);
        self
    }

    /// Whether the house works on a day.
    pub fn works_on(&self, day: Date) -> bool {
        self.moved.contains(&day)
            || (self.days.contains(&day.weekday()) && !self.holidays.contains(&day))
    }

    /// When the house closes on a working day.
    pub fn close_of(&self, day: Date) -> DateTime {
        let close = self.hours.last().map_or(Time::MAX, |(_, close)| *close);
        day.to_datetime(close)
    }

    /// The n-th working day after a day, which itself is not counted; for 0,
    /// the day itself or, when it is free, the next that is worked. `None` when
    /// there is none within ten years.
    pub fn working_day_after(&self, day: Date, n: u32) -> Option<Date> {
        let first = if n == 0 { day } else { day.tomorrow().ok()? };
        let nth = usize::try_from(n.saturating_sub(1)).ok()?;
        forward(first).take(FURTHEST).filter(|day| self.works_on(*day)).nth(nth)
    }

    /// The last working day before a day. `None` when there is none within ten years.
    pub fn working_day_before(&self, day: Date) -> Option<Date> {
        backward(day).skip(1).take(FURTHEST).find(|day| self.works_on(*day))
    }

    /// The latest moment that leaves so many minutes of working time before
    /// another. `None` when there is none within ten years.
    pub fn working_minutes_before(&self, moment: DateTime, minutes: i64) -> Option<DateTime> {
        let mut left = minutes.max(0);
        if left == 0 {
            return Some(moment);
        }
        for day in backward(moment.date()).take(FURTHEST).filter(|day| self.works_on(*day)) {
            for &(open, close) in self.hours.iter().rev() {
                let open = day.to_datetime(open);
                let close = day.to_datetime(close).min(moment);
                let length = minutes_between(open, close);
                if length >= left {
                    return close.checked_sub(jiff::SignedDuration::from_mins(left)).ok();
                }
                left -= length.max(0);
            }
        }
        None
    }
}

fn minutes_between(from: DateTime, to: DateTime) -> i64 {
    to.duration_since(from).as_mins()
}

fn forward(day: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(day), |day| day.tomorrow().ok())
}

fn backward(day: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(day), |day| day.yesterday().ok())
}
