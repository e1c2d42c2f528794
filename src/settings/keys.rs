//! Which key does what: the window's actions, their keys, and how a key changes hands.
//!
//! A key is named by its place on an English keyboard, so that the same finger
//! does the same thing whatever language is typed. `Tab`, `Enter`, `Space` and
//! `Esc` keep their meaning for ever: nobody can lock themselves out.

use std::collections::BTreeMap;

/// Something a key does, apart from typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Presses what is in focus; with nothing in focus, what is plainly next.
    Confirm,
    /// Goes on from a line that has been read. It never answers a question.
    GoOn,
    /// Back to the screen before; in play, pause.
    Back,
    /// The next control, in reading order.
    NextControl,
    /// The control before, in reading order; Shift with Tab always does this too.
    PreviousControl,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    /// To the top of what scrolls.
    Top,
    /// To the bottom of what scrolls.
    Bottom,
    /// The option, action or control that bears this number, 1 to 9.
    Option(u8),
    /// Opens and closes what has been said so far.
    History,
    /// Starts and stops going on by itself.
    AutoAdvance,
    /// While it is held, what was read before runs past.
    Skip,
    /// Back to the beat before.
    Rewind,
    Settings,
    LargerText,
    SmallerText,
    /// The other interface language.
    Language,
    /// The large view for a class, on and off.
    Projector,
    FullScreen,
    /// Folds the panel of problems in authored files away and opens it.
    Problems,
}

impl Action {
    /// Every action, in the order in which they are listed.
    pub const ALL: [Action; 33] = [
        Action::Confirm,
        Action::GoOn,
        Action::Back,
        Action::NextControl,
        Action::PreviousControl,
        Action::Up,
        Action::Down,
        Action::Left,
        Action::Right,
        Action::PageUp,
        Action::PageDown,
        Action::Top,
        Action::Bottom,
        Action::Option(1),
        Action::Option(2),
        Action::Option(3),
        Action::Option(4),
        Action::Option(5),
        Action::Option(6),
        Action::Option(7),
        Action::Option(8),
        Action::Option(9),
        Action::History,
        Action::AutoAdvance,
        Action::Skip,
        Action::Rewind,
        Action::Settings,
        Action::LargerText,
        Action::SmallerText,
        Action::Language,
        Action::Projector,
        Action::FullScreen,
        Action::Problems,
    ];

    /// The stable word in the settings file and in locale keys.
    pub fn word(self) -> &'static str {
        const OPTIONS: [&str; 9] = [
            "option-1", "option-2", "option-3", "option-4", "option-5", "option-6", "option-7",
            "option-8", "option-9",
        ];
        match self {
            Action::Confirm => "confirm",
            Action::GoOn => "go-on",
            Action::Back => "back",
            Action::NextControl => "next-control",
            Action::PreviousControl => "previous-control",
            Action::Up => "up",
            Action::Down => "down",
            Action::Left => "left",
            Action::Right => "right",
            Action::PageUp => "page-up",
            Action::PageDown => "page-down",
            Action::Top => "top",
            Action::Bottom => "bottom",
            Action::Option(number) => OPTIONS[usize::from(number.clamp(1, 9)) - 1],
            Action::History => "history",
            Action::AutoAdvance => "auto-advance",
            Action::Skip => "skip",
            Action::Rewind => "rewind",
            Action::Settings => "settings",
            Action::LargerText => "larger-text",
            Action::SmallerText => "smaller-text",
            Action::Language => "language",
            Action::Projector => "projector",
            Action::FullScreen => "full-screen",
            Action::Problems => "problems",
        }
    }

    /// The action this word names.
    pub fn parse(word: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|action| action.word() == word)
    }

    /// The keys that do this until the player chooses others.
    fn defaults(self) -> &'static [&'static str] {
        match self {
            Action::Confirm => &["Enter", "NumpadEnter", "Space"],
            Action::GoOn => &["N"],
            Action::Back => &["Esc"],
            Action::NextControl => &["Tab"],
            Action::PreviousControl => &[],
            Action::Up => &["Up"],
            Action::Down => &["Down"],
            Action::Left => &["Left"],
            Action::Right => &["Right"],
            Action::PageUp => &["PageUp"],
            Action::PageDown => &["PageDown"],
            Action::Top => &["Home"],
            Action::Bottom => &["End"],
            Action::Option(number) => {
                const DIGITS: [[&str; 2]; 9] = [
                    ["1", "Numpad1"],
                    ["2", "Numpad2"],
                    ["3", "Numpad3"],
                    ["4", "Numpad4"],
                    ["5", "Numpad5"],
                    ["6", "Numpad6"],
                    ["7", "Numpad7"],
                    ["8", "Numpad8"],
                    ["9", "Numpad9"],
                ];
                &DIGITS[usize::from(number.clamp(1, 9)) - 1]
            }
            Action::History => &["H"],
            Action::AutoAdvance => &["A"],
            Action::Skip => &["Ctrl"],
            Action::Rewind => &["R"],
            Action::Settings => &["F2"],
            Action::LargerText => &["Equal"],
            Action::SmallerText => &["Minus"],
            Action::Language => &["F6"],
            Action::Projector => &["F7"],
            Action::FullScreen => &["F11"],
            Action::Problems => &["F8"],
        }
    }
}

/// The names of all keys that can be bound.
const NAMES: [&str; 92] = [
    "A",
    "B",
    "C",
    "D",
    "E",
    "F",
    "G",
    "H",
    "I",
    "J",
    "K",
    "L",
    "M",
    "N",
    "O",
    "P",
    "Q",
    "R",
    "S",
    "T",
    "U",
    "V",
    "W",
    "X",
    "Y",
    "Z", //
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9", //
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "F8",
    "F9",
    "F10",
    "F11",
    "F12", //
    "Numpad0",
    "Numpad1",
    "Numpad2",
    "Numpad3",
    "Numpad4",
    "Numpad5",
    "Numpad6",
    "Numpad7",
    "Numpad8",
    "Numpad9",
    "NumpadEnter",
    "NumpadAdd",
    "NumpadSubtract",
    "NumpadMultiply",
    "NumpadDivide",
    "NumpadDecimal", //
    "Up",
    "Down",
    "Left",
    "Right",
    "PageUp",
    "PageDown",
    "Home",
    "End",
    "Insert",
    "Delete", //
    "Enter",
    "Space",
    "Tab",
    "Esc",
    "Backspace",
    "Ctrl",
    "Shift", //
    "Minus",
    "Equal",
    "BracketLeft",
    "BracketRight",
    "Backslash",
    "Semicolon",
    "Quote",
    "Backquote",
    "Comma",
    "Period",
    "Slash",
];

/// What these keys do can be added to, but not taken away.
const FIXED: [(&str, Action); 5] = [
    ("Enter", Action::Confirm),
    ("NumpadEnter", Action::Confirm),
    ("Space", Action::Confirm),
    ("Esc", Action::Back),
    ("Tab", Action::NextControl),
];

/// A key on the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(&'static str);

impl Key {
    /// Every key there is a name for.
    pub fn all() -> impl Iterator<Item = Key> {
        NAMES.into_iter().map(Key)
    }

    /// The key of this name, as the settings file writes it.
    pub fn named(name: &str) -> Option<Key> {
        Key::all().find(|key| key.0 == name)
    }

    /// Its name in the settings file.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// What it does whatever the player chooses.
    pub fn fixed(self) -> Option<Action> {
        FIXED.into_iter().find(|(name, _)| *name == self.0).map(|(_, action)| action)
    }

    /// Whether it writes nothing and moves no cursor, so that it acts even
    /// while something is being typed.
    pub fn works_while_typing(self) -> bool {
        let function = self.0.strip_prefix('F').is_some_and(|n| n.parse::<u8>().is_ok());
        function || ["Esc", "PageUp", "PageDown"].contains(&self.0)
    }
}

/// Every action with its keys. A key does one thing at most.
#[derive(Clone, Debug)]
pub struct Keys {
    of: BTreeMap<Action, Vec<Key>>,
    /// Counts what was changed, so that a hint knows when it is out of date.
    changes: u32,
}

/// Keys are the same when they do the same, whatever they did before.
impl PartialEq for Keys {
    fn eq(&self, other: &Keys) -> bool {
        self.of == other.of
    }
}

impl Eq for Keys {}

impl Default for Keys {
    fn default() -> Keys {
        let keys = |action: Action| action.defaults().iter().copied().map(Key).collect();
        let of = Action::ALL.into_iter().map(|action| (action, keys(action))).collect();
        Keys { of, changes: 0 }
    }
}

/// Why a key is not given to an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It does this now, and gives it up when it is told to.
    By(Action),
    /// It does this for ever.
    Fixed(Action),
}

impl Keys {
    /// The keys of an action, the first to be shown first.
    pub fn of(&self, action: Action) -> &[Key] {
        self.of.get(&action).map_or(&[], Vec::as_slice)
    }

    /// What a key does.
    pub fn action(&self, key: Key) -> Option<Action> {
        self.of.iter().find(|(_, keys)| keys.contains(&key)).map(|(action, _)| *action)
    }

    /// Makes this key the action's own, instead of the others it had and could
    /// give up.
    ///
    /// # Errors
    ///
    /// The key does something else: ask, and [`Keys::take`] it.
    pub fn give(&mut self, action: Action, key: Key) -> Result<(), Taken> {
        match key.fixed() {
            Some(other) if other != action => return Err(Taken::Fixed(other)),
            _ => {}
        }
        match self.action(key) {
            Some(other) if other != action => return Err(Taken::By(other)),
            _ => {}
        }
        self.put(action, vec![key]);
        Ok(())
    }

    /// The same, and whatever the key did before loses it. A key that is fixed
    /// stays where it is.
    pub fn take(&mut self, action: Action, key: Key) {
        if key.fixed().is_none_or(|other| other == action) {
            for keys in self.of.values_mut() {
                keys.retain(|other| *other != key);
            }
            self.put(action, vec![key]);
        }
    }

    /// Every key does again what it did at first.
    pub fn reset(&mut self) {
        *self = Keys { changes: self.changes.wrapping_add(1), ..Keys::default() };
    }

    /// How often keys changed hands.
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// Leaves an action only the keys it cannot lose.
    pub fn clear(&mut self, action: Action) {
        self.put(action, Vec::new());
    }

    /// Whether the action has any key that can be taken from it.
    pub fn can_clear(&self, action: Action) -> bool {
        self.of(action).iter().any(|key| key.fixed() != Some(action))
    }

    fn put(&mut self, action: Action, mut chosen: Vec<Key>) {
        let fixed = FIXED.into_iter().filter(|(_, holder)| *holder == action);
        for key in fixed.map(|(name, _)| Key(name)) {
            if !chosen.contains(&key) {
                chosen.push(key);
            }
        }
        self.of.insert(action, chosen);
        self.changes = self.changes.wrapping_add(1);
    }

    /// The actions whose keys are not the ones they come with.
    pub(super) fn changed(&self) -> impl Iterator<Item = (Action, &[Key])> {
        let plain = Keys::default();
        let keys = self.of.iter().map(|(action, keys)| (*action, keys.as_slice()));
        keys.filter(move |(action, keys)| plain.of(*action) != *keys)
    }

    /// The default keys with these in place of some, as a settings file has
    /// them. A key named here is taken from an action that is not.
    pub(super) fn with(chosen: BTreeMap<Action, Vec<Key>>) -> Keys {
        let mut keys = Keys::default();
        for action in Action::ALL.into_iter().filter(|action| !chosen.contains_key(action)) {
            let own = keys.of.entry(action).or_default();
            own.retain(|key| !chosen.values().any(|taken| taken.contains(key)));
        }
        for (action, chosen) in chosen {
            keys.put(action, chosen);
        }
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        Key::named(name).unwrap()
    }

    #[test]
    fn every_default_is_a_key_and_no_key_does_two_things() {
        let keys = Keys::default();
        let mut seen = BTreeMap::new();
        for action in Action::ALL {
            assert_eq!(Action::parse(action.word()), Some(action));
            for name in action.defaults() {
                assert_eq!(keys.action(key(name)), Some(action));
                assert_eq!(seen.insert(*name, action), None, "{name}");
            }
        }
        for (name, action) in FIXED {
            assert!(keys.of(action).contains(&key(name)), "{name}");
        }
    }

    #[test]
    fn a_key_changes_hands_only_when_it_is_taken() {
        let mut keys = Keys::default();
        assert_eq!(keys.give(Action::History, key("B")), Ok(()));
        assert_eq!(keys.of(Action::History), [key("B")]);
        assert_eq!(keys.give(Action::History, key("A")), Err(Taken::By(Action::AutoAdvance)));
        assert_eq!(keys.of(Action::History), [key("B")]);
        keys.take(Action::History, key("A"));
        assert_eq!(keys.of(Action::History), [key("A")]);
        assert!(keys.of(Action::AutoAdvance).is_empty());
        keys.clear(Action::History);
        assert_eq!(keys.action(key("A")), None);
    }

    #[test]
    fn nobody_can_lock_themselves_out() {
        let mut keys = Keys::default();
        for (name, holder) in FIXED {
            for action in Action::ALL.into_iter().filter(|action| *action != holder) {
                assert_eq!(keys.give(action, key(name)), Err(Taken::Fixed(holder)));
                keys.take(action, key(name));
                assert_eq!(keys.action(key(name)), Some(holder), "{name}");
            }
        }
        let before = keys.changes();
        for action in Action::ALL {
            keys.clear(action);
        }
        assert_ne!(keys.changes(), before);
        for (name, holder) in FIXED {
            assert_eq!(keys.action(key(name)), Some(holder), "{name}");
        }
        assert_eq!(keys.give(Action::Back, key("Q")), Ok(()));
        assert_eq!(keys.of(Action::Back), [key("Q"), key("Esc")]);
        assert!(keys.can_clear(Action::Back) && !keys.can_clear(Action::Confirm));
        keys.reset();
        assert_eq!(keys, Keys::default());
    }

    #[test]
    fn only_keys_that_write_nothing_work_while_typing() {
        let works: Vec<&str> =
            Key::all().filter(|k| k.works_while_typing()).map(Key::name).collect();
        assert_eq!(works.len(), 15, "{works:?}");
        assert!(works.contains(&"F11") && works.contains(&"Esc") && !works.contains(&"F"));
    }
}
