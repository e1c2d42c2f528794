//! A key is given to something else on the settings' page, and kept.

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput, NativeKey};
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::{Hand, Walk};
use crate::game::{Chosen, Overlay};
use crate::settings::{Action, Key as Named, Keys, Settings};

impl Walk {
    pub(super) fn key(&mut self, code: KeyCode) {
        let world = self.app.world_mut();
        let mut windows = world.query_filtered::<Entity, With<PrimaryWindow>>();
        let window = windows.single(world).unwrap();
        for state in [ButtonState::Pressed, ButtonState::Released] {
            self.app.world_mut().write_message(KeyboardInput {
                key_code: code,
                logical_key: Key::Unidentified(NativeKey::Unidentified),
                state,
                text: None,
                repeat: false,
                window,
            });
            self.app.update();
        }
        self.rest();
    }

    fn overlay(&self) -> Overlay {
        *self.app.world().resource::<State<Overlay>>().get()
    }

    /// Presses the first control whose name begins so.
    pub(super) fn press_named(&mut self, name: &str) {
        let controls = self.controls();
        let control = controls.into_iter().find(|c| c.name.starts_with(name));
        self.press(&control.unwrap_or_else(|| panic!("nothing is called “{name}”")));
    }

    fn keys(&self) -> Keys {
        self.app.world().resource::<Chosen>().settings.keys.clone()
    }
}

#[test]
fn a_key_is_given_to_something_else_and_kept() {
    let mut walk = Walk::open(Hand::ScreenReader);
    let named = |name: &str| Named::named(name).unwrap();
    let (history, auto) = (walk.says("action-history"), walk.says("action-auto-advance"));
    walk.key(KeyCode::F2);
    assert_eq!(walk.overlay(), Overlay::Settings);
    let leaf = walk.says("settings-leaf-keys");
    walk.press_named(&leaf);
    walk.look("the page of keys");

    walk.press_named(&history);
    walk.look("waiting for a key");
    // Those nobody can do without are refused, and change nothing.
    walk.key(KeyCode::Enter);
    walk.key(KeyCode::Tab);
    assert_eq!(walk.keys(), Keys::default());
    walk.key(KeyCode::KeyJ);
    assert_eq!(walk.keys().of(Action::History), [named("J")]);

    // A key that does something else is asked for, and left where it is.
    walk.press_named(&history);
    walk.key(KeyCode::KeyA);
    walk.look("asking for a key");
    assert_eq!(walk.keys().of(Action::History), [named("J")]);
    let (take, leave) = (walk.says("keys-take"), walk.says("keys-leave"));
    walk.press_named(&leave);
    assert_eq!(walk.keys().of(Action::AutoAdvance), [named("A")]);
    walk.press_named(&history);
    walk.key(KeyCode::KeyA);
    walk.press_named(&take);
    assert_eq!(walk.keys().of(Action::History), [named("A")]);
    assert!(walk.keys().of(Action::AutoAdvance).is_empty());
    let (kept, complaint) = Settings::load(walk.data());
    assert!(complaint.is_none());
    assert_eq!(kept.keys, walk.keys());

    // Esc gives up waiting, and only then closes the settings.
    walk.press_named(&auto);
    walk.key(KeyCode::Escape);
    assert_eq!(walk.overlay(), Overlay::Settings);
    // A key that was just given to it does not do it yet.
    walk.press_named(&auto);
    walk.key(KeyCode::F2);
    let take = walk.says("keys-take");
    walk.press_named(&take);
    assert_eq!(walk.overlay(), Overlay::Settings);
    assert_eq!(walk.keys().of(Action::AutoAdvance), [named("F2")]);
    let reset = walk.says("keys-reset");
    walk.press_named(&reset);
    assert_eq!(walk.keys(), Keys::default());
    walk.key(KeyCode::Escape);
    assert_eq!(walk.overlay(), Overlay::None);
}
