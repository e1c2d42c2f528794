//! Pause: the clock stands still, and the way out is one press away.

use bevy::input_focus::AutoFocus;
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;
use bevy::ui_widgets::Activate;

use crate::game::handover::PlayRequest;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Back, Keep, Ui};
use crate::game::{Overlay, Screen};
use crate::standard::Lang;

use super::run::Run;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Pause>()
        .add_systems(
            Update,
            (toggle, show).chain().run_if(in_state(Screen::Play).and_then(resource_exists::<Run>)),
        )
        .add_observer(decide);
}

/// Pause was asked for.
#[derive(Message, Clone, Copy, Debug)]
pub(super) struct Pause;

/// Pauses the run at hand.
pub(crate) fn pause(world: &mut World) {
    world.write_message(Pause);
}

#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Intent {
    Resume,
    Restart,
    Settings,
    Leave,
}

#[derive(Component)]
struct PauseSheet;

/// Esc pauses and goes on; while settings lie over the pause, Esc is theirs.
fn toggle(
    mut back: MessageReader<Back>,
    mut asked: MessageReader<Pause>,
    overlay: Res<State<Overlay>>,
    mut was: Local<Option<Overlay>>,
    mut run: ResMut<Run>,
) {
    let pressed = back.read().count() > 0;
    let covered = *overlay.get() != Overlay::None || was.is_some_and(|o| o != Overlay::None);
    *was = Some(*overlay.get());
    if pressed && !covered {
        run.paused = !run.paused;
    }
    // Settings open from anywhere; the clock stands still meanwhile.
    let opened = *overlay.get() != Overlay::None && !run.paused;
    if asked.read().count() > 0 || opened {
        run.paused = true;
    }
}

fn show(
    run: Res<Run>,
    ui: Res<Ui>,
    sheets: Query<Entity, With<PauseSheet>>,
    mut last: Local<Option<(bool, Lang, f32, u32)>>,
    mut commands: Commands,
) {
    let key = Some((run.paused, ui.lang(), ui.scale(), ui.edition()));
    if *last == key && run.paused != sheets.is_empty() {
        return;
    }
    *last = key;
    sheets.iter().for_each(|sheet| commands.entity(sheet).despawn());
    if !run.paused {
        return;
    }
    let ui = ui.as_ref();
    let scrim = Node {
        position_type: PositionType::Absolute,
        width: Val::Percent(100.0),
        height: Val::Percent(100.0),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    commands
        .spawn((
            scrim,
            BackgroundColor(SCRIM),
            GlobalZIndex(50),
            TabGroup { order: 5, modal: true },
            PauseSheet,
            DespawnOnExit(Screen::Play),
        ))
        .with_children(|scrim| {
            let sheet = Node {
                padding: UiRect::all(Val::Px(GAP_XL)),
                min_width: ui.em(20.0),
                align_items: AlignItems::Stretch,
                ..column(GAP_M)
            };
            scrim.spawn(panel(sheet)).with_children(|sheet| {
                sheet.spawn(title(ui, ui.tr("pause-title")));
                for (intent, look, key) in [
                    (Intent::Resume, Look::Primary, "pause-resume"),
                    (Intent::Settings, Look::Plain, "pause-settings"),
                    (Intent::Restart, Look::Plain, "pause-restart"),
                    (Intent::Leave, Look::Plain, "pause-leave"),
                ] {
                    let mut item = sheet.spawn((
                        button(ui, look, &ui.tr(key)),
                        intent,
                        Keep(format!("pause/{key}")),
                    ));
                    if intent == Intent::Resume {
                        item.insert(AutoFocus);
                    }
                }
            });
        });
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    run: Option<ResMut<Run>>,
    mut overlay: ResMut<NextState<Overlay>>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    let (Ok(intent), Some(mut run)) = (intents.get(activate.entity), run) else { return };
    match intent {
        Intent::Resume => run.paused = false,
        Intent::Settings => overlay.set(Overlay::Settings),
        Intent::Restart => {
            let setup = run.session.setup();
            commands.insert_resource(PlayRequest {
                scenario: run.session.scenario().clone(),
                profile: setup.profile.clone(),
                seed: setup.seed,
                timers: setup.timers,
                from: None,
            });
            screen.set(Screen::Play);
        }
        Intent::Leave => screen.set(Screen::Scenarios),
    }
}
