//! What goes into a session.

use std::fmt;

/// Milliseconds since the session started, handed in by the shell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionTime(pub u64);

impl SessionTime {
    /// This time moved on by some milliseconds.
    #[must_use]
    pub fn plus(self, ms: u64) -> SessionTime {
        SessionTime(self.0.saturating_add(ms))
    }
}

impl fmt::Display for SessionTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.0 / 100;
        write!(f, "{}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10)
    }
}

/// One thing the trainee, or time, does to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The lines have been read: ask, or go on.
    Continue,
    /// An option of a choice; an action of a timer, queue or note; the one
    /// spot of a single inspection.
    Choose(String),
    /// The order of ids, first to last. Answers an `order`.
    Arrange(Vec<String>),
    /// A position for each dial. Answers a `gesture`.
    Gesture(Vec<(String, String)>),
    /// Points out, or takes back, a spot; packs, or unpacks, an item.
    Toggle(String),
    /// Sets the slider.
    Slide(i32),
    /// Writes a note's field anew; an empty text clears it.
    Write { field: String, text: String },
    /// The answer stands: inspect, pack, slider, note.
    Done,
    /// With timers off: let what comes next come.
    Wait,
    /// Time has passed; nothing was done.
    TimePassed,
}

/// Why an input was refused. The session is unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the session has ended; start it again or rewind it")]
    Ended,
    #[error("time cannot run backwards: {at} was given after {now}")]
    TimeRanBackwards { at: SessionTime, now: SessionTime },
    #[error("nothing is being asked yet; continue first")]
    NothingAsked,
    #[error("the question is still open; answer it before going on")]
    StillAsked,
    #[error("{got} does not answer a {asked}; expected {expected}")]
    WrongKind { asked: &'static str, got: &'static str, expected: &'static str },
    #[error("there is no {what} `{id}` here{}", nearest.as_ref().map(|n| format!("; did you mean `{n}`?")).unwrap_or_default())]
    Unknown { what: &'static str, id: String, nearest: Option<String> },
    #[error("`{id}` is not possible now")]
    NotNow { id: String },
    #[error("still busy until {until}")]
    Busy { until: SessionTime },
    #[error("time was already up; let time pass first")]
    TooLate,
    #[error("`{id}` was already done")]
    AlreadyDone { id: String },
    #[error("the order must name each of {expected:?} once; got {got:?}")]
    WrongItems { expected: Vec<String>, got: Vec<String> },
    #[error("the gesture must set each of {expected:?} once; got {got:?}")]
    WrongDials { expected: Vec<String>, got: Vec<String> },
    #[error("{value} is outside {min}..{max}")]
    OutOfRange { value: i32, min: i32, max: i32 },
    #[error("what is poured stays poured: {poured} cannot become {value}")]
    Poured { value: i32, poured: i32 },
    #[error("the text is {chars} characters long; at most {max} are taken")]
    TooLong { chars: usize, max: usize },
    #[error("timers are running; waiting happens by itself")]
    TimersRun,
}
