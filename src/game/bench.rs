//! A window's app without window system or graphics, for tests that press, tap and listen.

use bevy::a11y::AccessibilityRequested;
use bevy::app::PluginsState;
use bevy::audio::AudioPlugin;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput, NativeKey};
use bevy::input_focus::InputFocus;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::ui_widgets::Activate;
use bevy::window::PrimaryWindow;
use bevy::winit::WinitPlugin;

use super::awake::Awake;
use super::theme::Back;
use super::{assist, theme};

/// What was pressed, in order.
#[derive(Resource, Default)]
struct Heard(Vec<Entity>);

#[derive(Resource, Default)]
struct Backs(usize);

/// The app, with themed widgets on it and somebody who listens.
pub(crate) struct Bench {
    pub(crate) app: App,
}

impl Bench {
    pub(crate) fn new() -> Bench {
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
        .add_plugins((theme::plugin, assist::plugin))
        .init_resource::<Awake>()
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
        app.world().resource::<AccessibilityRequested>().set(true);
        app.world_mut().spawn(Camera2d);
        Bench { app }
    }

    pub(crate) fn world(&mut self) -> &mut World {
        self.app.world_mut()
    }

    pub(crate) fn settle(&mut self) {
        (0..4).for_each(|_| self.app.update());
    }

    pub(crate) fn window(&mut self) -> Entity {
        let mut windows = self.world().query_filtered::<Entity, With<PrimaryWindow>>();
        windows.single(self.app.world()).unwrap()
    }

    /// Lets a key go down and up, with the text that it types.
    pub(crate) fn type_key(&mut self, code: KeyCode, text: Option<&str>) {
        let window = self.window();
        let unnamed = Key::Unidentified(NativeKey::Unidentified);
        let logical = text.map_or(unnamed, |text| Key::Character(text.into()));
        for state in [ButtonState::Pressed, ButtonState::Released] {
            self.world().write_message(KeyboardInput {
                key_code: code,
                logical_key: logical.clone(),
                state,
                text: text.filter(|_| state == ButtonState::Pressed).map(Into::into),
                repeat: false,
                window,
            });
            self.app.update();
        }
        self.settle();
    }

    pub(crate) fn press(&mut self, code: KeyCode) {
        self.type_key(code, None);
    }

    pub(crate) fn focus(&self) -> Option<Entity> {
        self.app.world().resource::<InputFocus>().get()
    }

    /// What was pressed since the last time.
    pub(crate) fn heard(&mut self) -> Vec<Entity> {
        std::mem::take(&mut self.world().resource_mut::<Heard>().0)
    }

    /// How often one went back so far.
    pub(crate) fn backs(&self) -> usize {
        self.app.world().resource::<Backs>().0
    }
}
