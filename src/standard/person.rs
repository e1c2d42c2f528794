//! What the precedence rules may know of a person and an occasion.

use serde::Deserialize;

/// An age as a band that a player can see, so that sorting stays transitive.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    Twenties,
    Thirties,
    Forties,
    Fifties,
    Sixties,
    Seventies,
    Eighties,
}

impl Age {
    /// The band's number, one apart for each decade.
    pub fn band(self) -> i32 {
        self as i32
    }
}

/// A person's sex as far as it can be seen; unknown is never guessed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    Woman,
    Man,
}

/// Marital status, for drills about the source text only.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Married {
    Yes,
    No,
}

/// Which side of the trade relation somebody is on.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The trainee's own house.
    Ours,
    /// The customer's.
    Customer,
    /// Neither.
    #[default]
    Neutral,
}

/// Whose place it is: belongs to the place, not to the trade relation.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Host,
    Guest,
    #[default]
    None,
}

/// Whether position or age governs.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Occasion {
    Formal,
    Social,
}

/// Coming, going, or neither.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    Arrival,
    Departure,
    #[default]
    Neutral,
}

/// One person as the precedence rules see them (`conflicts.md` §2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Position, 1 an intern … 9 a general manager; `None` = unknown.
    pub rank: Option<u8>,
    /// Visible age band; `None` = unknown.
    pub age: Option<Age>,
    /// `None` = unknown.
    pub sex: Option<Sex>,
    /// `None` = unknown.
    pub married: Option<Married>,
    /// Side of the trade relation.
    pub side: Side,
    /// Host or guest at this place.
    pub role: Role,
    /// Whether this person shakes hands at all.
    pub shakes: bool,
}

impl Default for Person {
    fn default() -> Person {
        Person {
            rank: None,
            age: None,
            sex: None,
            married: None,
            side: Side::Neutral,
            role: Role::None,
            shakes: true,
        }
    }
}
