//! Pause: the clock stands still, and the way out is one press away.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::ui_widgets::Activate;

use crate::game::handover::PlayRequest;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::game::{Overlay, Screen};

use super::run::Run;
use super::sheets::{Lay, Sheet, SheetKey, sheet_scrim};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Pause>()
        .add_systems(
            Update,
            (ask, show).chain().run_if(in_state(Screen::Play).and_then(resource_exists::<Run>)),
        )
        .add_observer(decide);
}

/// Pause was asked for.
#[derive(Message, Clone, Copy, Debug)]
pub(super) struct Pause;

#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Intent {
    Resume,
    LookBack,
    Settings,
    Restart,
    Leave,
}

#[derive(Component)]
struct PauseSheet;

fn ask(mut asked: MessageReader<Pause>, mut lay: MessageWriter<Lay>) {
    if asked.read().count() > 0 {
        lay.write(Lay(Sheet::Pause));
    }
}

fn show(
    run: Res<Run>,
    ui: Res<Ui>,
    sheets: Query<Entity, With<PauseSheet>>,
    mut last: Local<Option<SheetKey>>,
    mut commands: Commands,
) {
    let on_top = run.sheets.last() == Some(&Sheet::Pause);
    let key = Some(SheetKey::of(&run, &ui));
    if *last == key && on_top != sheets.is_empty() {
        return;
    }
    *last = key;
    sheets.iter().for_each(|sheet| commands.entity(sheet).despawn());
    if !on_top {
        return;
    }
    let ui = ui.as_ref();
    commands.spawn((sheet_scrim(), PauseSheet)).with_children(|scrim| {
        let sheet = Node {
            padding: UiRect::axes(Val::Px(GAP_XL), Val::Px(GAP_L)),
            min_width: ui.em(20.0),
            max_height: Val::Percent(100.0),
            align_items: AlignItems::Stretch,
            ..column(GAP_M)
        };
        scrim.spawn(panel(sheet)).with_children(|sheet| {
            sheet.spawn(title(ui, ui.tr("pause-title")));
            scroll_area(sheet, Fit::Hug, GAP_S, |list| {
                for (intent, look, key) in [
                    (Intent::Resume, Look::Primary, "pause-resume"),
                    (Intent::LookBack, Look::Plain, "pause-look-back"),
                    (Intent::Settings, Look::Plain, "pause-settings"),
                    (Intent::Restart, Look::Plain, "pause-restart"),
                    (Intent::Leave, Look::Plain, "pause-leave"),
                ] {
                    let mut item = list.spawn((
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
    });
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    run: Option<ResMut<Run>>,
    mut lay: MessageWriter<Lay>,
    mut overlay: ResMut<NextState<Overlay>>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    let (Ok(intent), Some(mut run)) = (intents.get(activate.entity), run) else { return };
    match intent {
        Intent::Resume => run.sheets.clear(),
        Intent::LookBack => {
            lay.write(Lay(Sheet::LookBack));
        }
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
