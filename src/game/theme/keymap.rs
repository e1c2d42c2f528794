//! What the keys do now: for whoever must know what was pressed, and for the hints on buttons.
//!
//! A feature never asks for a key code. It asks what was meant:
//!
//! ```text
//! fn open_history(keymap: Keymap<'_, '_>, …) {
//!     if keymap.pressed(Action::History) { … }
//! }
//! ```
//!
//! The actions and their keys are in [`crate::settings::Action`]. Nothing is
//! meant while something is typed, except by keys that write nothing.

use bevy::ecs::system::SystemParam;
use bevy::input_focus::InputFocus;
use bevy::prelude::*;
use bevy::text::EditableText;

use crate::settings::{Action, Key, Keys};

use super::Ui;

/// The engine's codes of every key that has a name.
const CODES: [(&str, &[KeyCode]); 92] = {
    use KeyCode::*;
    [
        ("A", &[KeyA]),
        ("B", &[KeyB]),
        ("C", &[KeyC]),
        ("D", &[KeyD]),
        ("E", &[KeyE]),
        ("F", &[KeyF]),
        ("G", &[KeyG]),
        ("H", &[KeyH]),
        ("I", &[KeyI]),
        ("J", &[KeyJ]),
        ("K", &[KeyK]),
        ("L", &[KeyL]),
        ("M", &[KeyM]),
        ("N", &[KeyN]),
        ("O", &[KeyO]),
        ("P", &[KeyP]),
        ("Q", &[KeyQ]),
        ("R", &[KeyR]),
        ("S", &[KeyS]),
        ("T", &[KeyT]),
        ("U", &[KeyU]),
        ("V", &[KeyV]),
        ("W", &[KeyW]),
        ("X", &[KeyX]),
        ("Y", &[KeyY]),
        ("Z", &[KeyZ]),
        ("0", &[Digit0]),
        ("1", &[Digit1]),
        ("2", &[Digit2]),
        ("3", &[Digit3]),
        ("4", &[Digit4]),
        ("5", &[Digit5]),
        ("6", &[Digit6]),
        ("7", &[Digit7]),
        ("8", &[Digit8]),
        ("9", &[Digit9]),
        ("F1", &[F1]),
        ("F2", &[F2]),
        ("F3", &[F3]),
        ("F4", &[F4]),
        ("F5", &[F5]),
        ("F6", &[F6]),
        ("F7", &[F7]),
        ("F8", &[F8]),
        ("F9", &[F9]),
        ("F10", &[F10]),
        ("F11", &[F11]),
        ("F12", &[F12]),
        ("Numpad0", &[Numpad0]),
        ("Numpad1", &[Numpad1]),
        ("Numpad2", &[Numpad2]),
        ("Numpad3", &[Numpad3]),
        ("Numpad4", &[Numpad4]),
        ("Numpad5", &[Numpad5]),
        ("Numpad6", &[Numpad6]),
        ("Numpad7", &[Numpad7]),
        ("Numpad8", &[Numpad8]),
        ("Numpad9", &[Numpad9]),
        ("NumpadEnter", &[NumpadEnter]),
        ("NumpadAdd", &[NumpadAdd]),
        ("NumpadSubtract", &[NumpadSubtract]),
        ("NumpadMultiply", &[NumpadMultiply]),
        ("NumpadDivide", &[NumpadDivide]),
        ("NumpadDecimal", &[NumpadDecimal]),
        ("Up", &[ArrowUp]),
        ("Down", &[ArrowDown]),
        ("Left", &[ArrowLeft]),
        ("Right", &[ArrowRight]),
        ("PageUp", &[PageUp]),
        ("PageDown", &[PageDown]),
        ("Home", &[Home]),
        ("End", &[End]),
        ("Insert", &[Insert]),
        ("Delete", &[Delete]),
        ("Enter", &[Enter]),
        ("Space", &[Space]),
        ("Tab", &[Tab]),
        ("Esc", &[Escape]),
        ("Backspace", &[Backspace]),
        ("Ctrl", &[ControlLeft, ControlRight]),
        ("Shift", &[ShiftLeft, ShiftRight]),
        ("Minus", &[Minus]),
        ("Equal", &[Equal]),
        ("BracketLeft", &[BracketLeft]),
        ("BracketRight", &[BracketRight]),
        ("Backslash", &[Backslash]),
        ("Semicolon", &[Semicolon]),
        ("Quote", &[Quote]),
        ("Backquote", &[Backquote]),
        ("Comma", &[Comma]),
        ("Period", &[Period]),
        ("Slash", &[Slash]),
    ]
};

/// The key with this code, if it can be bound.
pub(crate) fn key(code: KeyCode) -> Option<Key> {
    let (name, _) = CODES.iter().find(|(_, codes)| codes.contains(&code))?;
    Key::named(name)
}

fn codes(key: Key) -> &'static [KeyCode] {
    CODES.iter().find(|(name, _)| *name == key.name()).map_or(&[], |(_, codes)| codes)
}

/// The player's keys, as the settings have them.
#[derive(Resource, Clone, Debug, Default, Deref)]
pub(crate) struct Bindings(pub(crate) Keys);

impl Bindings {
    /// What the key with this code does.
    pub(crate) fn means(&self, code: KeyCode) -> Option<Action> {
        key(code).and_then(|key| self.action(key))
    }
}

/// What waits for a key, whatever that key does elsewhere. While it is in focus
/// no key means anything.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(crate) struct KeyField;

/// To whom the keys of this frame belong, if not to the screen.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Owned {
    /// An input method composes in the field in focus.
    composing: bool,
    /// It did a frame ago: the key that ends a composition is its last.
    composed: bool,
    /// Something waits for a key; it has got it when the others look.
    waiting: bool,
}

pub(super) fn see_whose_keys(
    focus: Res<InputFocus>,
    fields: Query<&EditableText>,
    waiting: Query<(), With<KeyField>>,
    mut owned: ResMut<Owned>,
) {
    let field = focus.get().and_then(|e| fields.get(e).ok());
    let now = Owned {
        composing: field.is_some_and(EditableText::is_composing),
        composed: owned.composing,
        waiting: focus.get().is_some_and(|e| waiting.contains(e)),
    };
    owned.set_if_neq(now);
}

/// Which keys are down, and what they may mean.
#[derive(SystemParam)]
pub(super) struct Down<'w, 's> {
    input: Res<'w, ButtonInput<KeyCode>>,
    owned: Res<'w, Owned>,
    typed: Query<'w, 's, (), With<EditableText>>,
}

impl Down<'_, '_> {
    /// Whether something is being typed.
    pub(super) fn typing(&self, focus: &InputFocus) -> bool {
        focus.get().is_some_and(|e| self.typed.contains(e))
    }

    /// Whether this key, pressed now, is more than typing or part of a
    /// combination that belongs to the system.
    pub(super) fn means_something(&self, key: Key, focus: &InputFocus) -> bool {
        use KeyCode::{AltLeft, AltRight, ControlLeft, ControlRight, SuperLeft, SuperRight};
        if *self.owned != Owned::default() {
            return false;
        }
        if self.typing(focus) && !key.works_while_typing() {
            return false;
        }
        let system = [AltLeft, AltRight, SuperLeft, SuperRight];
        let control = key.name() != "Ctrl" && self.input.any_pressed([ControlLeft, ControlRight]);
        !control && !self.input.any_pressed(system)
    }
}

/// What was meant by the keys pressed now.
#[derive(SystemParam)]
pub(crate) struct Keymap<'w, 's> {
    down: Down<'w, 's>,
    bindings: Res<'w, Bindings>,
    focus: Res<'w, InputFocus>,
}

impl Keymap<'_, '_> {
    /// Whether a key of this action went down in this frame.
    pub(crate) fn pressed(&self, action: Action) -> bool {
        self.any(action, |code| self.down.input.just_pressed(code))
    }

    /// Whether a key of this action is down.
    pub(crate) fn held(&self, action: Action) -> bool {
        self.any(action, |code| self.down.input.pressed(code))
    }

    fn any(&self, action: Action, down: impl Fn(KeyCode) -> bool) -> bool {
        let mut keys = self.bindings.of(action).iter();
        keys.any(|key| {
            let down = codes(*key).iter().any(|code| down(*code));
            down && self.down.means_something(*key, &self.focus)
        })
    }

    /// Whether something is being typed, so that letters and digits are only that.
    pub(crate) fn typing(&self) -> bool {
        self.down.typing(&self.focus)
    }
}

impl Ui {
    /// A key's name as it is printed on a keyboard.
    pub(crate) fn key_name(&self, key: Key) -> String {
        let sign = match key.name() {
            "Space" => return self.tr("key-space"),
            "Enter" => return self.tr("key-enter"),
            "Up" => "↑",
            "Down" => "↓",
            "Left" => "←",
            "Right" => "→",
            "Minus" => "-",
            "Equal" => "=",
            "BracketLeft" => "[",
            "BracketRight" => "]",
            "Backslash" => "\\",
            "Semicolon" => ";",
            "Quote" => "'",
            "Backquote" => "`",
            "Comma" => ",",
            "Period" => ".",
            "Slash" => "/",
            name => match name.strip_prefix("Numpad") {
                Some(rest) => {
                    let sign = match rest {
                        "Add" => "+",
                        "Subtract" => "-",
                        "Multiply" => "*",
                        "Divide" => "/",
                        "Decimal" => ".",
                        other => other,
                    };
                    return self.tr_args("key-numpad", &[("key", sign.to_owned().into())]);
                }
                None => name,
            },
        };
        sign.to_owned()
    }

    /// The key that does this, as a hint beside it; nothing where no key does.
    pub(crate) fn key(&self, action: Action) -> String {
        self.keys.of(action).first().map(|key| self.key_name(*key)).unwrap_or_default()
    }

    /// Every key that does this, one after another.
    pub(crate) fn keys(&self, action: Action) -> String {
        let names: Vec<String> =
            self.keys.of(action).iter().map(|key| self.key_name(*key)).collect();
        names.join(&self.tr("keys-between"))
    }

    /// What stands in the seal of something with a number: the key that presses
    /// it, where that is short enough to stand there.
    pub(crate) fn option_sign(&self, number: usize) -> String {
        let action = u8::try_from(number).ok().filter(|n| (1..=9).contains(n)).map(Action::Option);
        let plain = number.to_string();
        let Some(action) = action else { return plain };
        let key = self.key(action);
        if key.chars().count() == 1 { key } else { plain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_named_key_has_its_code_and_no_code_two_names() {
        for named in Key::all() {
            let codes = codes(named);
            assert!(!codes.is_empty(), "{}", named.name());
            for code in codes {
                assert_eq!(key(*code), Some(named), "{code:?}");
            }
        }
        assert_eq!(CODES.len(), Key::all().count());
    }
}
