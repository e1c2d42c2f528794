//! Going back to an earlier question: said in words what it means before it is done.

use std::sync::Arc;

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::ui_widgets::Activate;

use crate::game::Screen;
use crate::game::handover::PlayRequest;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};

use super::run::Run;
use super::sheets::{Sheet, SheetKey, sheet_scrim};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, show.run_if(in_state(Screen::Play).and_then(resource_exists::<Run>)))
        .add_observer(decide);
}

#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Intent {
    GoBack(usize),
    Stay,
}

#[derive(Component)]
struct RewindSheet;

fn show(
    run: Res<Run>,
    ui: Res<Ui>,
    sheets: Query<Entity, With<RewindSheet>>,
    mut last: Local<Option<SheetKey>>,
    mut commands: Commands,
) {
    let to = match run.sheets.last() {
        Some(Sheet::Rewind(visit)) => Some(*visit),
        _ => None,
    };
    let key = Some(SheetKey::of(&run, &ui));
    if *last == key && to.is_some() != sheets.is_empty() {
        return;
    }
    *last = key;
    sheets.iter().for_each(|sheet| commands.entity(sheet).despawn());
    let visits = run.session.visits();
    let Some((to, visit)) = to.and_then(|to| Some((to, visits.get(to)?))) else { return };
    let ui = ui.as_ref();
    commands.spawn((sheet_scrim(), RewindSheet)).with_children(|scrim| {
        let sheet = Node {
            width: ui.em(34.0),
            max_width: Val::Percent(100.0),
            max_height: Val::Percent(100.0),
            padding: UiRect::axes(Val::Px(GAP_XL), Val::Px(GAP_L)),
            ..column(GAP_M)
        };
        scrim.spawn(panel(sheet)).with_children(|sheet| {
            let place = [("beat", ui.say(&visit.label).into())];
            sheet.spawn(heading(ui, ui.tr_args("rewind-title", &place)));
            scroll_area(sheet, Fit::Hug, GAP_S, |words| {
                words.spawn(body(ui, ui.tr("rewind-what")));
                words.spawn(body(ui, ui.tr("rewind-practice")));
            });
            let foot =
                Node { justify_content: JustifyContent::End, flex_shrink: 0.0, ..wrap(GAP_M) };
            sheet.spawn(foot).with_children(|foot| {
                // What undoes something is not what one Enter too many presses.
                foot.spawn((
                    button(ui, Look::Plain, &ui.tr("rewind-stay")),
                    Intent::Stay,
                    Keep("rewind/stay".to_owned()),
                    AutoFocus,
                ));
                foot.spawn((
                    button(ui, Look::Primary, &ui.tr("rewind-go-back")),
                    Intent::GoBack(to),
                    Keep("rewind/go-back".to_owned()),
                ));
            });
        });
    });
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    run: Option<ResMut<Run>>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    let (Ok(intent), Some(mut run)) = (intents.get(activate.entity), run) else { return };
    match intent {
        Intent::Stay => drop(run.sheets.pop()),
        Intent::GoBack(visit) => {
            let session = Arc::new(run.session.clone());
            commands.insert_resource(PlayRequest::again(&session, *visit));
            screen.set(Screen::Play);
        }
    }
}
