//! How fast an activity's own time runs: waiting is slowed, hands are not.
//!
//! Slower timers give the trainee longer to make up their mind. While an act
//! keeps their hands busy there is nothing to make up, so that time runs as
//! fast as with timers at their normal pace, and an act of 2.6 seconds takes
//! 2.6 seconds under every setting. All that is judged is judged by own time,
//! so this changes no verdict of a run whose acts come at the same own times.

use super::{SessionTime, TimerSetting};

/// Session time mapped onto an activity's own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pace {
    /// From here on time runs as it does now.
    since: SessionTime,
    own: i64,
    /// Own time until which the hands are busy; it may have gone.
    busy_until: i64,
    /// Tenths of session time that one tenth of own time takes, unless timers are off.
    tenths: Option<u64>,
}

impl Pace {
    pub(super) fn new(since: SessionTime, timers: TimerSetting) -> Pace {
        Pace { since, own: 0, busy_until: 0, tenths: timers.tenths() }
    }

    /// The hands are busy until this own time, from a session time at which own
    /// time is `own`.
    pub(super) fn busy(&mut self, at: SessionTime, own: i64, until: i64) {
        *self = Pace { since: at, own, busy_until: until, ..*self };
    }

    /// How much own time is left from `since` until the hands are free.
    fn hands(&self) -> u64 {
        u64::try_from(self.busy_until.saturating_sub(self.own)).unwrap_or(0)
    }

    /// Own time at a session time; `None` with timers off, when only what is done
    /// moves it.
    pub(super) fn own_time(&self, at: SessionTime) -> Option<i64> {
        let tenths = self.tenths?;
        let gone = at.0.saturating_sub(self.since.0);
        let hands = gone.min(self.hands());
        let waited = (gone - hands).saturating_mul(10) / tenths;
        let own = i64::try_from(hands.saturating_add(waited)).unwrap_or(i64::MAX);
        Some(self.own.saturating_add(own))
    }

    /// The first session time at which own time is `own`; `None` with timers off,
    /// when it never comes by itself.
    pub(super) fn session_time(&self, own: i64) -> Option<SessionTime> {
        let tenths = self.tenths?;
        let own = u64::try_from(own.saturating_sub(self.own)).unwrap_or(0);
        let hands = own.min(self.hands());
        let waited = (own - hands).saturating_mul(tenths).div_ceil(10);
        Some(self.since.plus(hands.saturating_add(waited)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_slowed_and_hands_are_not() {
        let mut pace = Pace::new(SessionTime(1_000), TimerSetting::Tenfold);
        assert_eq!(pace.own_time(SessionTime(31_000)), Some(3_000));
        assert_eq!(pace.session_time(3_000), Some(SessionTime(31_000)));
        // An act of 2.6 seconds, begun after three seconds of own time.
        pace.busy(SessionTime(31_000), 3_000, 5_600);
        assert_eq!(pace.own_time(SessionTime(32_000)), Some(4_000));
        assert_eq!(pace.own_time(SessionTime(33_600)), Some(5_600));
        assert_eq!(pace.own_time(SessionTime(43_600)), Some(6_600), "free again, and slow");
        assert_eq!(pace.session_time(5_600), Some(SessionTime(33_600)));
        assert_eq!(pace.session_time(6_600), Some(SessionTime(43_600)));
    }

    #[test]
    fn both_ways_agree_under_every_setting() {
        use TimerSetting::{Double, Normal, Slower, Tenfold};
        for timers in [Normal, Slower, Double, Tenfold] {
            let mut pace = Pace::new(SessionTime(70), timers);
            pace.busy(SessionTime(433), 7, 150);
            for own in 7..400 {
                let at = pace.session_time(own).unwrap();
                assert_eq!(pace.own_time(at), Some(own), "{timers:?}");
                let before = SessionTime(at.0.saturating_sub(1));
                assert!(own == 7 || pace.own_time(before) < Some(own), "{timers:?}");
            }
        }
        let off = Pace::new(SessionTime(0), TimerSetting::Off);
        assert_eq!((off.own_time(SessionTime(9)), off.session_time(9)), (None, None));
    }
}
