//! Which deadline applies, when it falls due, and which of two governs (`conflicts.md` §4).

mod calendar;
mod limit;
mod rings;

pub use calendar::{Calendar, Hours, Unworkable};
pub use jiff::civil;
pub use limit::Limit;
pub use rings::Cadence;

use civil::DateTime;

use super::{Profile, keys};

/// Something that starts, or ends, a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trigger {
    /// A customer asked by telephone; starts at the end of the call.
    TelephoneEnquiry,
    /// A suggestion was noted on a visit; starts at its end.
    VisitSuggestion,
    /// A complaint met on a visit was not solved there; starts at its end.
    VisitComplaint,
    /// A member's service was finished.
    ServiceFinished,
    /// A customer was assigned to somebody.
    CustomerAssigned,
    /// Something in a customer's record changed.
    RecordChanged,
    /// An appointment: its plan has to be ready.
    VisitPlan,
    /// An appointment: the customer has to be told.
    VisitNotice,
    /// An appointment: the customer has to be read up on.
    VisitResearch,
    /// An appointment: one is there before it.
    Arrival,
    /// A meeting: its room is inspected before it.
    MeetingInspection,
    /// A meeting: its room is set up before it.
    MeetingSetUp,
    /// Everybody was served tea: the first look around.
    FirstTeaRound,
    /// The first round of tea ended: the second look around.
    SecondTeaRound,
    /// A working day: one stands at one's post.
    AtPost,
}

impl Trigger {
    /// Every trigger.
    pub const ALL: [Trigger; 15] = [
        Trigger::TelephoneEnquiry,
        Trigger::VisitSuggestion,
        Trigger::VisitComplaint,
        Trigger::ServiceFinished,
        Trigger::CustomerAssigned,
        Trigger::RecordChanged,
        Trigger::VisitPlan,
        Trigger::VisitNotice,
        Trigger::VisitResearch,
        Trigger::Arrival,
        Trigger::MeetingInspection,
        Trigger::MeetingSetUp,
        Trigger::FirstTeaRound,
        Trigger::SecondTeaRound,
        Trigger::AtPost,
    ];

    /// The standard that the deadline belongs to.
    pub fn standard(self) -> &'static str {
        match self {
            Trigger::TelephoneEnquiry => "phone-enquiry-reply-24h",
            Trigger::VisitSuggestion => "visit-reply-3-working-days",
            Trigger::VisitComplaint => "visit-complaint-verify-and-reply",
            Trigger::ServiceFinished => "fu-within-three-days",
            Trigger::CustomerAssigned => "rec-contact-within-week",
            Trigger::RecordChanged => "rec-update-daily",
            Trigger::VisitPlan => "visit-plan-half-day-ahead",
            Trigger::VisitNotice => "visit-notify-half-day-ahead",
            Trigger::VisitResearch => "visit-research-day-before",
            Trigger::Arrival => "visit-arrive-ten-early",
            Trigger::MeetingInspection => "meet-inspect-three-hours",
            Trigger::MeetingSetUp => "meet-prepare-thirty-minutes",
            Trigger::FirstTeaRound => "tea-first-round-two-minutes",
            Trigger::SecondTeaRound => "tea-second-round-three-minutes",
            Trigger::AtPost => "hall-at-post-0828",
        }
    }

    /// The limit in this house; `None` where the house leaves it to each site.
    pub fn limit(self, profile: &Profile) -> Option<Limit> {
        let number = |key: &str| profile.number(key);
        let before = |key: &str| number(key).map(Limit::MinutesBefore);
        Some(match self {
            // A complaint from a visit gets a first note as fast as an enquiry: a house ruling.
            Trigger::TelephoneEnquiry | Trigger::VisitComplaint => {
                Limit::Minutes(number("enquiry_hours")?.checked_mul(60)?)
            }
            Trigger::VisitSuggestion => {
                Limit::WorkingDays(u32::try_from(number("visit_reply_working_days")?).ok()?)
            }
            Trigger::ServiceFinished => Limit::Minutes(number("follow_up_hours")?.checked_mul(60)?),
            Trigger::CustomerAssigned => Limit::Days(number("first_contact_days")?),
            Trigger::RecordChanged => Limit::SameWorkingDay,
            Trigger::VisitPlan | Trigger::VisitNotice => half_day(profile)?,
            Trigger::VisitResearch => Limit::WorkingDayBefore,
            Trigger::Arrival => before("arrive_early_minutes")?,
            Trigger::MeetingInspection => before("meeting_inspect_minutes")?,
            Trigger::MeetingSetUp => before("meeting_prepare_minutes")?,
            Trigger::FirstTeaRound => Limit::Minutes(number("tea_first_round_minutes")?),
            Trigger::SecondTeaRound => Limit::Minutes(number("tea_second_round_minutes")?),
            Trigger::AtPost => Limit::TimeOfDay(keys::minutes_of(&profile.word("post_time")?)?),
        })
    }

    /// When it falls due; `None` where [`Trigger::limit`] is, or beyond what a
    /// calendar can count.
    pub fn deadline(
        self,
        event: DateTime,
        profile: &Profile,
        calendar: &Calendar,
    ) -> Option<Deadline> {
        let due = self.limit(profile)?.due(event, calendar)?;
        Some(Deadline { standard: self.standard().to_owned(), due })
    }
}

fn half_day(profile: &Profile) -> Option<Limit> {
    let minutes = |key: &str| profile.number(key)?.checked_mul(60);
    Some(match profile.word("half_day")?.as_str() {
        "clock-hours" => Limit::MinutesBefore(minutes("half_day_clock_hours")?),
        _ => Limit::WorkingMinutesBefore(minutes("half_day_working_hours")?),
    })
}

/// A standard that has to be met by a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The standard's id.
    pub standard: String,
    /// The last moment that is still in time.
    pub due: DateTime,
}

impl Deadline {
    /// A date somebody promised, which binds like any other.
    pub fn promised(standard: &str, due: DateTime) -> Deadline {
        Deadline { standard: standard.to_owned(), due }
    }

    /// Whether something done then is in time; the last moment itself is.
    pub fn keeps(&self, done: DateTime) -> bool {
        done <= self.due
    }
}

/// Of several clocks that one event started, the one the first reply has to
/// keep: the shorter. Each still has its own closing.
pub fn governing(deadlines: &[Deadline]) -> Option<&Deadline> {
    deadlines.iter().min_by_key(|deadline| deadline.due)
}
