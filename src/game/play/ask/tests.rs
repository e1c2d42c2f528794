//! Everything on the desk handled by finger, mouse and keys, on the whole app without display or graphics.

use std::path::{Path, PathBuf};

use bevy::app::PluginsState;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput, NativeKey};
use bevy::input::mouse::MouseButtonInput;
use bevy::input::touch::{TouchInput, TouchPhase};
use bevy::input_focus::InputFocus;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::UiGlobalTransform;
use bevy::window::{CursorMoved, PrimaryWindow, WindowEvent};

use super::super::act::Intent;
use super::super::run::Run;
use super::drag::Load;
use super::pour::Pour;
use crate::files::Folders;
use crate::game::theme::tokens::TOUCH;
use crate::game::{GameOptions, TourOptions, build, tour};
use crate::session::{Ask, Asking, Input};
use crate::standard::Lang;

const HANDS: &str = include_str!("../../../../tests/fixtures/hands.ron");

/// The window with one scenario open at one of its beats. A frame takes 16 ms.
struct Table {
    app: App,
    window: Entity,
    _home: tempfile::TempDir,
}

impl Table {
    /// Opens the scenario and goes to the question of this beat.
    fn at(beat: &str) -> Table {
        let mut table = Table::open();
        table.go_to(beat);
        table
    }

    fn open() -> Table {
        let home = tempfile::tempdir().unwrap();
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        let scenarios = home.path().join("scenarios");
        std::fs::create_dir_all(scenarios.join("profiles")).unwrap();
        for file in std::fs::read_dir(repository.join("scenarios/profiles")).unwrap() {
            let from = file.unwrap().path();
            let to = scenarios.join("profiles").join(from.file_name().unwrap());
            std::fs::copy(from, to).unwrap();
        }
        std::fs::write(scenarios.join("hands.ron"), HANDS).unwrap();
        let nowhere = TourOptions {
            out: PathBuf::from(home.path()),
            only: Some("no such picture".to_owned()),
            pictures: false,
            projector: false,
        };
        let options = GameOptions {
            scenario: Some("hands".to_owned()),
            seed: Some(1),
            timers: None,
            profile: None,
            lang: Some(Lang::En),
            // Without one the empty tour would go on to large type.
            text_scale: Some(1.0),
            size: Some((1280, 720)),
            tour: Some(nowhere),
            folders: Folders {
                assets: repository.join("assets"),
                scenarios,
                data: home.path().join("data"),
            },
        };
        let mut app = build(options, tour::Outcome::default(), false).unwrap();
        while app.plugins_state() == PluginsState::Adding {
            std::thread::yield_now();
        }
        app.finish();
        app.cleanup();
        let mut windows = app.world_mut().query_filtered::<Entity, With<PrimaryWindow>>();
        let window = windows.single(app.world()).unwrap();
        Table { app, window, _home: home }
    }

    /// Reads on and answers something, until the question of this beat is up.
    fn go_to(&mut self, beat: &str) {
        for _ in 0..200 {
            self.frames(5);
            let Some(mut run) = self.app.world_mut().get_resource_mut::<Run>() else { continue };
            let Some(asking) = run.asking() else {
                run.go_on();
                continue;
            };
            if asking.prompt.beat == beat {
                // A press too soon after a question comes up is none.
                self.frames(30);
                return;
            }
            answers(&asking.prompt.ask).into_iter().for_each(|input| run.give(input));
        }
        panic!("nothing is asked at `{beat}`");
    }

    fn frames(&mut self, count: usize) {
        (0..count).for_each(|_| self.app.update());
    }

    fn run(&self) -> Option<&Run> {
        self.app.world().get_resource::<Run>()
    }

    fn asking(&self) -> Box<Asking> {
        self.run().and_then(Run::asking).expect("something is asked")
    }

    fn order(&self) -> Vec<String> {
        self.run().map(|run| run.draft.order.clone()).unwrap_or_default()
    }

    /// Where the middle of whatever is so is, in logical pixels.
    #[track_caller]
    fn middle<F: bevy::ecs::query::QueryFilter>(
        &mut self,
        wanted: impl Fn(&Intent) -> bool,
    ) -> Vec2 {
        let mut all = self
            .app
            .world_mut()
            .query_filtered::<(&Intent, &ComputedNode, &UiGlobalTransform), F>();
        let found = all.iter(self.app.world()).find(|(intent, ..)| wanted(intent));
        let (_, node, at) = found.expect("there is such a thing on the desk");
        at.translation * node.inverse_scale_factor()
    }

    #[track_caller]
    fn middle_of<C: Component>(&mut self, of: impl Fn(&C) -> bool) -> Vec2 {
        let mut all = self.app.world_mut().query::<(&C, &ComputedNode, &UiGlobalTransform)>();
        let found = all.iter(self.app.world()).find(|(it, ..)| of(it));
        let (_, node, at) = found.expect("there is such a thing on the desk");
        at.translation * node.inverse_scale_factor()
    }

    fn touch(&mut self, phase: TouchPhase, position: Vec2) {
        let window = self.window;
        let touch = TouchInput { phase, position, window, force: None, id: 7 };
        self.app.world_mut().write_message(touch);
        self.app.world_mut().write_message(WindowEvent::TouchInput(touch));
        self.frames(2);
    }

    fn mouse(&mut self, at: Vec2, state: Option<ButtonState>) {
        let window = self.window;
        let moved = CursorMoved { window, position: at, delta: None };
        self.app.world_mut().write_message(moved.clone());
        self.app.world_mut().write_message(WindowEvent::CursorMoved(moved));
        self.frames(2);
        if let Some(state) = state {
            let press = MouseButtonInput { button: MouseButton::Left, state, window };
            self.app.world_mut().write_message(press);
            self.app.world_mut().write_message(WindowEvent::MouseButtonInput(press));
            self.frames(2);
        }
    }

    /// Drags by finger, in steps as a finger does.
    fn drag(&mut self, from: Vec2, to: Vec2) {
        self.touch(TouchPhase::Started, from);
        for step in 1..=4_u8 {
            self.touch(TouchPhase::Moved, from.lerp(to, f32::from(step) / 4.0));
        }
        self.touch(TouchPhase::Ended, to);
        self.frames(4);
    }

    fn tap(&mut self, at: Vec2) {
        self.touch(TouchPhase::Started, at);
        self.touch(TouchPhase::Ended, at);
        self.frames(4);
    }

    fn key(&mut self, key_code: KeyCode, state: ButtonState) {
        let window = self.window;
        let logical_key = Key::Unidentified(NativeKey::Unidentified);
        let key = KeyboardInput { key_code, logical_key, state, text: None, repeat: false, window };
        self.app.world_mut().write_message(key);
        self.frames(2);
    }

    fn press(&mut self, key: KeyCode) {
        self.key(key, ButtonState::Pressed);
        self.key(key, ButtonState::Released);
        self.frames(2);
    }
}

/// Some answer, so that the next question comes up.
fn answers(ask: &Ask) -> Vec<Input> {
    match ask {
        Ask::Order { items, .. } => {
            vec![Input::Arrange(items.iter().map(|item| item.id.clone()).collect())]
        }
        Ask::Timer { actions, .. } | Ask::Queue { actions, .. } => {
            let ends = |id: &&str| actions.iter().any(|action| action.id == **id);
            let last = ["end", "speak", "take", "ok"].into_iter().find(ends);
            last.map(|id| Input::Choose(id.to_owned())).into_iter().collect()
        }
        Ask::Gesture { dials, .. } => {
            let set = dials.iter().map(|dial| (dial.id.clone(), dial.positions[0].id.clone()));
            vec![Input::Gesture(set.collect())]
        }
        _ => vec![Input::Done],
    }
}

fn is_item(id: &'static str) -> impl Fn(&Intent) -> bool {
    move |intent| matches!(intent, Intent::Place(it) | Intent::Toggle(it) if it == id)
}

#[test]
fn a_cup_is_filled_by_finger_mouse_and_space_bar_and_cannot_be_emptied() {
    let mut table = Table::at("tea");
    let cup = table.middle_of::<Pour>(|_| true);
    let value = |table: &Table| table.asking().value.unwrap();
    assert_eq!(value(&table), 0);
    // A second by finger, then half a second more by mouse and by the space bar.
    table.touch(TouchPhase::Started, cup);
    table.frames(60);
    table.touch(TouchPhase::Ended, cup);
    table.frames(4);
    let by_finger = value(&table);
    assert!((18..=28).contains(&by_finger), "{by_finger}");
    table.frames(60);
    assert_eq!(value(&table), by_finger, "it goes on pouring by itself");
    table.mouse(cup, Some(ButtonState::Pressed));
    table.frames(30);
    table.mouse(cup, Some(ButtonState::Released));
    table.frames(4);
    let by_mouse = value(&table);
    assert!((8..=18).contains(&(by_mouse - by_finger)), "{by_finger} {by_mouse}");
    table.key(KeyCode::Space, ButtonState::Pressed);
    table.frames(30);
    table.key(KeyCode::Space, ButtonState::Released);
    table.frames(4);
    let by_key = value(&table);
    assert!((8..=18).contains(&(by_key - by_mouse)), "{by_mouse} {by_key}");
    // Arrows set exact amounts, upwards only.
    table.press(KeyCode::ArrowUp);
    assert_eq!(value(&table), by_key + 1);
    table.press(KeyCode::ArrowDown);
    assert_eq!(value(&table), by_key + 1);
    assert_eq!(table.run().unwrap().refused, Some("play-poured"));
}

#[test]
fn people_are_dragged_into_line_and_out_of_it_and_numbers_do_the_same() {
    let mut table = Table::at("line");
    let line = table.middle_of::<super::drag::Landing>(|at| *at == super::drag::Landing::Line);
    let fang = table.middle::<()>(is_item("fang"));
    table.drag(fang, line);
    assert_eq!(table.order(), ["fang"]);
    // Let go before her, he stands before her.
    let placed = table.middle::<()>(is_item("fang"));
    let qiao = table.middle::<()>(is_item("qiao"));
    table.drag(qiao, placed - Vec2::new(20.0, 0.0));
    assert_eq!(table.order(), ["qiao", "fang"]);
    // A trembling finger is a press: he goes out again.
    let qiao = table.middle::<()>(is_item("qiao"));
    table.drag(qiao, qiao + Vec2::new(3.0, 2.0));
    assert_eq!(table.order(), ["fang"]);
    // Dragged off the line, she is out of it too.
    let fang = table.middle::<()>(is_item("fang"));
    table.drag(fang, fang - Vec2::new(0.0, 300.0));
    assert!(table.order().is_empty());
    for key in [KeyCode::Digit2, KeyCode::Digit1, KeyCode::Digit3] {
        table.press(key);
        table.frames(4);
    }
    assert_eq!(table.order().len(), 3);
    table.press(KeyCode::Digit2);
    assert_eq!(table.order().len(), 2);
}

#[test]
fn a_receiver_is_lifted_by_touching_its_telephone() {
    let mut table = Table::at("ring");
    table.frames(20);
    let asking = table.asking();
    assert_eq!(asking.rings.get("one"), Some(&(1, false)));
    let one = table.middle::<()>(|intent| *intent == Intent::Touch("one".to_owned()));
    table.tap(one);
    assert!(table.asking().rings["one"].1, "{:?}", table.asking().rings);
    assert!(!table.asking().rings["two"].1);
}

#[test]
fn a_press_where_one_has_just_gone_on_answers_nothing_unread() {
    let mut table = Table::at("ring");
    table.frames(20);
    let done = |table: &Table| table.asking().rings["one"].1;
    let one = table.middle::<()>(|intent| *intent == Intent::Touch("one".to_owned()));
    let mut run = table.app.world_mut().resource_mut::<Run>();
    run.went_on_at = Some(one);
    run.asked_for = 0.6;
    table.tap(one + Vec2::splat(2.0));
    assert!(!done(&table), "one more press to go on is no answer");
    // Elsewhere it is meant, and after a while too.
    table.frames(90);
    table.tap(one + Vec2::splat(2.0));
    assert!(done(&table));
}

#[test]
fn enter_writes_down_what_was_typed_before_it_hands_the_note_in() {
    let mut table = Table::at("note");
    let Ask::Note { fields, .. } = table.asking().prompt.ask else { panic!("a note is asked for") };
    let mut typed = table.app.world_mut().query::<&mut EditableText>();
    *typed.single_mut(table.app.world_mut()).unwrap() = EditableText::new("Lin");
    table.frames(2);
    table.press(KeyCode::Enter);
    // A note with empty lines is handed in by its button alone.
    table.press(KeyCode::Enter);
    let written = table.asking().written;
    assert_eq!(written.get(&fields[0].id).map(String::as_str), Some("Lin"));
    assert!(fields.len() > 1 && written.len() == 1, "{written:?}");
    // A line that is gone to is typed in.
    let line = table.middle::<()>(|intent| *intent == Intent::Field(1));
    table.tap(line);
    table.frames(4);
    let focus = table.app.world().resource::<InputFocus>().get();
    assert!(focus.is_some_and(|e| table.app.world().get::<EditableText>(e).is_some()));
}

#[test]
fn things_are_dragged_into_the_bag_and_tapped_out_of_it() {
    let mut table = Table::at("bag");
    let bag = table.middle_of::<super::drag::Landing>(|at| *at == super::drag::Landing::Bag);
    let pen = table.middle::<With<TabIndex>>(is_item("pen"));
    table.drag(pen, bag);
    assert!(table.asking().toggled.contains("pen"));
    // Let go anywhere else it stays where it was.
    let gifts = table.middle::<With<TabIndex>>(is_item("gifts"));
    table.drag(gifts, gifts + Vec2::new(60.0, 0.0));
    assert!(!table.asking().toggled.contains("gifts"));
    let packed = table.middle::<Without<TabIndex>>(is_item("pen"));
    table.tap(packed);
    assert!(table.asking().toggled.is_empty());
    let case = table.middle::<With<TabIndex>>(is_item("case"));
    table.tap(case);
    let packed = table.middle::<Without<TabIndex>>(is_item("case"));
    table.drag(packed, packed - Vec2::new(400.0, 60.0));
    assert!(table.asking().toggled.is_empty());
}

#[test]
fn a_card_is_raised_and_turned_by_finger_and_by_keys() {
    let mut table = Table::at("give");
    let dial = |table: &Table, dial: &str| table.run().unwrap().draft.dials.get(dial).cloned();
    let card = table.middle_of::<super::card::Card>(|_| true);
    // From below the picture up to the chest, then further up, then to the side.
    table.drag(card, card - Vec2::new(0.0, 60.0));
    assert_eq!(dial(&table, "height").as_deref(), Some("chest"));
    table.frames(60);
    let card = table.middle_of::<super::card::Card>(|_| true);
    table.drag(card, card - Vec2::new(0.0, 50.0));
    assert_eq!(dial(&table, "height").as_deref(), Some("face"));
    table.frames(60);
    let card = table.middle_of::<super::card::Card>(|_| true);
    table.drag(card, card + Vec2::new(40.0, 5.0));
    assert_eq!(dial(&table, "print").as_deref(), Some("them"));
    let card = table.middle_of::<super::card::Card>(|_| true);
    table.tap(card);
    assert_eq!(dial(&table, "print").as_deref(), Some("you"));
    // The finger has left it in focus: down by key, and round again.
    table.press(KeyCode::ArrowDown);
    assert_eq!(dial(&table, "height").as_deref(), Some("chest"));
    table.press(KeyCode::ArrowRight);
    assert_eq!(dial(&table, "print").as_deref(), Some("them"));
}

#[test]
fn what_is_written_appears_on_the_paper_character_by_character() {
    let mut table = Table::at("note");
    table.press(KeyCode::Digit1);
    table.frames(2);
    let written = |table: &mut Table| {
        let mut inks = table.app.world_mut().query_filtered::<&Text, With<super::note::InkOf>>();
        inks.iter(table.app.world()).map(|text| text.0.clone()).find(|text| !text.is_empty())
    };
    let whole = table.asking().written["who"].clone();
    let early = written(&mut table).unwrap_or_default();
    assert!(early.len() < whole.len() && whole.starts_with(&early), "{early}");
    table.frames(60);
    assert_eq!(written(&mut table), Some(whole));
}

#[test]
fn whatever_can_be_handled_is_named_and_large_enough_for_a_finger() {
    let mut table = Table::open();
    for beat in ["tea", "warm", "line", "ring", "note", "still", "hand", "read", "bag", "give"] {
        table.go_to(beat);
        let mut all = table.app.world_mut().query::<(
            &ComputedNode,
            Option<&AccessibleLabel>,
            Has<TabIndex>,
            Has<Load>,
        )>();
        let mut seen = 0;
        for (node, label, by_key, dragged) in all.iter(table.app.world()) {
            if !(by_key || dragged) || node.is_empty() {
                continue;
            }
            seen += 1;
            let side = (node.size() * node.inverse_scale_factor()).min_element();
            assert!(side >= TOUCH - 10.0, "{beat}: {label:?} is {side} px small");
            let named = label.is_some_and(|label| !label.0.is_empty());
            assert!(named || !by_key, "{beat}: something without a name can be reached");
        }
        assert!(seen > 1, "{beat}: there is nothing to handle");
    }
}
