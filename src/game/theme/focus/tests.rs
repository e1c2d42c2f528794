//! The keyboard alone reaches everything: played on an app without window system or graphics.

use bevy::text::EditableText;
use bevy::ui_widgets::SliderValue;

use super::*;
use crate::game::bench::Bench;
use crate::game::theme::KeyField;
use crate::game::theme::widgets::{Look, pressable, slider};
use crate::settings::Key;

/// Four buttons in a square, 0 1 above 2 3, in a group of their own.
fn square(bench: &mut Bench, group: TabGroup, z: i32) -> Vec<Entity> {
    let world = bench.world();
    let whole = Node {
        width: Val::Percent(100.0),
        height: Val::Percent(100.0),
        position_type: PositionType::Absolute,
        ..default()
    };
    let root = world.spawn((whole, group, GlobalZIndex(z))).id();
    let buttons = (0..4)
        .map(|place: u8| {
            let node = Node {
                position_type: PositionType::Absolute,
                left: Val::Px(f32::from(place % 2) * 300.0),
                top: Val::Px(f32::from(place / 2) * 200.0),
                width: Val::Px(100.0),
                height: Val::Px(50.0),
                ..default()
            };
            let button = (pressable(Look::Plain, "button", node), Digit(place + 1));
            world.spawn((button, ChildOf(root))).id()
        })
        .collect();
    bench.settle();
    buttons
}

/// A bench with such a square on it.
fn laid() -> (Bench, Vec<Entity>) {
    let mut bench = Bench::new();
    let buttons = square(&mut bench, TabGroup::new(0), 0);
    (bench, buttons)
}

/// Something else in focus, in a group of its own.
fn beside(bench: &mut Bench, what: impl Bundle) -> Entity {
    let root = bench.world().spawn((Node::default(), TabGroup::new(1))).id();
    let entity = bench.world().spawn((what, ChildOf(root))).id();
    bench.world().resource_mut::<InputFocus>().set(entity, FocusCause::Navigated);
    bench.settle();
    entity
}

fn field() -> impl Bundle {
    let node = Node { width: Val::Px(200.0), height: Val::Px(40.0), ..default() };
    (EditableText::new(""), node, TabIndex(0))
}

fn named(name: &str) -> Key {
    Key::named(name).unwrap()
}

#[test]
fn arrows_walk_by_place_and_enter_presses() {
    let (mut bench, buttons) = laid();
    for (code, place) in [
        (KeyCode::ArrowDown, 0),
        (KeyCode::ArrowRight, 1),
        (KeyCode::ArrowDown, 3),
        (KeyCode::ArrowLeft, 2),
        (KeyCode::ArrowUp, 0),
    ] {
        bench.press(code);
        assert_eq!(bench.focus(), Some(buttons[place]), "{code:?}");
    }
    bench.press(KeyCode::Enter);
    assert_eq!(bench.heard(), [buttons[0]]);
    let ring = bench.app.world().get::<Outline>(buttons[0]).unwrap();
    assert_eq!(ring.color, tokens::FOCUS);
    assert_eq!(bench.app.world().get::<Outline>(buttons[1]).unwrap().color, Color::NONE);
}

#[test]
fn a_digit_presses_its_button_and_esc_goes_back() {
    let (mut bench, buttons) = laid();
    let third = buttons[2];
    bench.press(KeyCode::Digit3);
    assert_eq!(bench.heard(), [third]);
    bench.app.world_mut().entity_mut(third).insert(InteractionDisabled);
    bench.press(KeyCode::Digit3);
    assert!(bench.heard().is_empty());

    bench.press(KeyCode::Escape);
    assert_eq!(bench.backs(), 1);
}

#[test]
fn a_panel_over_everything_keeps_the_keyboard() {
    let (mut bench, buttons) = laid();
    let under = buttons[3];
    let over = square(&mut bench, TabGroup { order: 10, modal: true }, 1);
    assert_eq!(bench.focus(), Some(over[0]));
    bench.press(KeyCode::Digit4);
    assert_eq!(bench.heard(), [over[3]]);
    for _ in 0..5 {
        bench.press(KeyCode::Tab);
        assert_ne!(bench.focus(), Some(under));
        assert!(over.contains(&bench.focus().unwrap()));
    }
}

#[test]
fn keys_do_what_the_player_has_chosen() {
    let (mut bench, buttons) = laid();
    {
        let keys = &mut bench.world().resource_mut::<Bindings>().0;
        keys.take(Action::Down, named("S"));
        keys.take(Action::Confirm, named("G"));
        keys.take(Action::Option(2), named("Q"));
        keys.take(Action::NextControl, named("T"));
    }
    bench.press(KeyCode::ArrowDown);
    let at = bench.focus();
    assert!(buttons.iter().all(|b| Some(*b) != at), "the arrow has lost what it did");
    bench.press(KeyCode::KeyS);
    bench.press(KeyCode::KeyS);
    assert_eq!(bench.focus(), Some(buttons[2]));
    bench.press(KeyCode::KeyG);
    bench.press(KeyCode::Enter);
    bench.press(KeyCode::NumpadEnter);
    assert_eq!(bench.heard(), [buttons[2]; 3], "Enter does what it always did, too");
    bench.press(KeyCode::Digit2);
    assert!(bench.heard().is_empty());
    bench.press(KeyCode::KeyQ);
    assert_eq!(bench.heard(), [buttons[1]]);
    bench.press(KeyCode::KeyT);
    assert_eq!(bench.focus(), Some(buttons[3]));
    bench.press(KeyCode::Tab);
    assert_eq!(bench.focus(), Some(buttons[0]));
}

#[test]
fn what_is_typed_is_only_typed_but_esc_still_leads_back() {
    let (mut bench, _) = laid();
    bench.world().resource_mut::<Bindings>().0.take(Action::Option(1), named("A"));
    let field = beside(&mut bench, field());
    for (code, text) in [(KeyCode::KeyA, "a"), (KeyCode::Digit2, "2"), (KeyCode::Space, " ")] {
        bench.type_key(code, Some(text));
    }
    assert!(bench.heard().is_empty());
    assert_eq!(bench.focus(), Some(field));
    let typed = bench.app.world().get::<EditableText>(field).unwrap().value().to_string();
    assert!(typed.starts_with("a2"), "{typed:?}");
    assert_eq!(bench.backs(), 0);
    bench.press(KeyCode::Escape);
    assert_eq!(bench.backs(), 1);
}

#[test]
fn what_waits_for_a_key_gets_it_and_nothing_else_does() {
    let (mut bench, _) = laid();
    let waits = beside(&mut bench, (KeyField, TabIndex(0), Node::default()));
    bench
        .world()
        .entity_mut(waits)
        .observe(|mut key: On<FocusedInput<KeyboardInput>>| key.propagate(false));
    for code in [KeyCode::Escape, KeyCode::Tab, KeyCode::Enter, KeyCode::Digit1, KeyCode::ArrowUp] {
        bench.press(code);
        assert_eq!(bench.focus(), Some(waits), "{code:?}");
    }
    assert!(bench.heard().is_empty());
    assert_eq!(bench.backs(), 0);
}

#[test]
fn a_slider_follows_the_keys_that_were_chosen() {
    let (mut bench, _) = laid();
    bench.world().resource_mut::<Bindings>().0.take(Action::Right, named("D"));
    let slider = beside(&mut bench, slider("how much", 0.0, 100.0, 10.0, 50.0));
    bench.press(KeyCode::KeyD);
    assert_eq!(bench.app.world().get::<SliderValue>(slider).unwrap().0, 60.0);
    bench.press(KeyCode::ArrowLeft);
    assert_eq!(bench.app.world().get::<SliderValue>(slider).unwrap().0, 50.0);
}
