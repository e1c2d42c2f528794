//! How practice timers run for one trainee.

/// How practice timers run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimerSetting {
    #[default]
    Normal,
    /// Half as long again.
    Slower,
    /// Twice as long.
    Double,
    /// Ten times as long.
    Tenfold,
    /// Time stands still until the trainee lets it pass.
    Off,
}

impl TimerSetting {
    /// How many tenths of a millisecond of session time one tenth of practice
    /// time takes: 10, 15, 20, 100; `None` when timers are off.
    pub fn tenths(self) -> Option<u64> {
        match self {
            TimerSetting::Normal => Some(10),
            TimerSetting::Slower => Some(15),
            TimerSetting::Double => Some(20),
            TimerSetting::Tenfold => Some(100),
            TimerSetting::Off => None,
        }
    }

    /// The stable word in JSON and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            TimerSetting::Normal => "x1",
            TimerSetting::Slower => "x1.5",
            TimerSetting::Double => "x2",
            TimerSetting::Tenfold => "x10",
            TimerSetting::Off => "off",
        }
    }

    /// Reads a word as `word` writes it.
    pub fn parse(word: &str) -> Option<TimerSetting> {
        use TimerSetting::*;
        [Normal, Slower, Double, Tenfold, Off].into_iter().find(|s| s.word() == word)
    }
}
