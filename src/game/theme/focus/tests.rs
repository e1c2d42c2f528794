//! The keyboard alone reaches everything: played on an app without window system or graphics.

use bevy::app::PluginsState;
use bevy::audio::AudioPlugin;
use bevy::input::keyboard::Key;
use bevy::log::LogPlugin;
use bevy::render::RenderPlugin;
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::winit::WinitPlugin;

use super::*;
use crate::game::theme;
use crate::game::theme::widgets::{Look, pressable};

#[derive(Resource, Default)]
struct Heard(Vec<Entity>);

#[derive(Resource, Default)]
struct Backs(usize);

/// A window's app without window system or graphics, and four buttons in a
/// square: 0 1 above 2 3. A modal pair can be laid over them.
struct Bench {
    app: App,
    buttons: Vec<Entity>,
}

impl Bench {
    fn new() -> Bench {
        let mut app = App::new();
        let no_gpu = WgpuSettings { backends: None, ..default() };
        app.add_plugins(
            DefaultPlugins
                .set(RenderPlugin {
                    render_creation: RenderCreation::Automatic(Box::new(no_gpu)),
                    ..default()
                })
                .disable::<WinitPlugin>()
                .disable::<AudioPlugin>()
                .disable::<LogPlugin>(),
        )
        .add_plugins(theme::plugin)
        .init_resource::<Heard>()
        .init_resource::<Backs>()
        .add_systems(Update, |mut back: MessageReader<Back>, mut backs: ResMut<Backs>| {
            backs.0 += back.read().count();
        })
        .add_observer(|on: On<Activate>, mut heard: ResMut<Heard>| heard.0.push(on.entity));
        while app.plugins_state() == PluginsState::Adding {
            std::thread::yield_now();
        }
        app.finish();
        app.cleanup();
        app.world_mut().spawn(Camera2d);
        let mut bench = Bench { app, buttons: Vec::new() };
        bench.buttons = bench.spawn(TabGroup::new(0), 0);
        bench.settle();
        bench
    }

    fn spawn(&mut self, group: TabGroup, z: i32) -> Vec<Entity> {
        let world = self.app.world_mut();
        let whole = Node {
            width: Val::Percent(100.0),
            height: Val::Percent(100.0),
            position_type: PositionType::Absolute,
            ..default()
        };
        let root = world.spawn((whole, group, GlobalZIndex(z))).id();
        (0..4)
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
            .collect()
    }

    fn settle(&mut self) {
        (0..4).for_each(|_| self.app.update());
    }

    fn press(&mut self, code: KeyCode) {
        let window = self.app.world_mut().query_filtered::<Entity, With<PrimaryWindow>>();
        let window = { window }.single(self.app.world()).unwrap();
        for state in [ButtonState::Pressed, ButtonState::Released] {
            self.app.world_mut().write_message(KeyboardInput {
                key_code: code,
                logical_key: Key::Unidentified(bevy::input::keyboard::NativeKey::Unidentified),
                state,
                text: None,
                repeat: false,
                window,
            });
            self.app.update();
        }
        self.settle();
    }

    fn focus(&self) -> Option<Entity> {
        self.app.world().resource::<InputFocus>().get()
    }

    fn heard(&mut self) -> Vec<Entity> {
        std::mem::take(&mut self.app.world_mut().resource_mut::<Heard>().0)
    }
}

#[test]
fn arrows_walk_by_place_and_enter_presses() {
    let mut bench = Bench::new();
    let buttons = bench.buttons.clone();
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
    let mut bench = Bench::new();
    let third = bench.buttons[2];
    bench.press(KeyCode::Digit3);
    assert_eq!(bench.heard(), [third]);
    bench.app.world_mut().entity_mut(third).insert(InteractionDisabled);
    bench.press(KeyCode::Digit3);
    assert!(bench.heard().is_empty());

    bench.press(KeyCode::Escape);
    assert_eq!(bench.app.world().resource::<Backs>().0, 1);
}

#[test]
fn a_panel_over_everything_keeps_the_keyboard() {
    let mut bench = Bench::new();
    let under = bench.buttons[3];
    let over = bench.spawn(TabGroup { order: 10, modal: true }, 1);
    bench.settle();
    assert_eq!(bench.focus(), Some(over[0]));
    bench.press(KeyCode::Digit4);
    assert_eq!(bench.heard(), [over[3]]);
    for _ in 0..5 {
        bench.press(KeyCode::Tab);
        assert_ne!(bench.focus(), Some(under));
        assert!(over.contains(&bench.focus().unwrap()));
    }
}
