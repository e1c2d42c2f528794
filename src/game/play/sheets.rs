//! What lies over the play while time stands still: the pause, and looking back.

use bevy::input::mouse::MouseWheel;
use bevy::prelude::*;
use bevy::ui_widgets::ScrollArea;

use crate::game::awake::Awake;
use crate::game::theme::widgets::*;
use crate::game::theme::{Back, Keymap, Ui};
use crate::game::{Overlay, Screen};
use crate::settings::Action;
use crate::standard::Lang;

use super::run::Run;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Lay>()
        .add_systems(Update, lay.run_if(in_state(Screen::Play).and_then(resource_exists::<Run>)));
}

/// A sheet over the play. While any is there no time passes and nothing is
/// answered: none of them helps against a clock more than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    Pause,
    /// Everything said and done so far.
    LookBack,
    /// Whether to go back to this visit.
    Rewind(usize),
}

/// A sheet was asked for.
#[derive(Message, Clone, Copy, Debug)]
pub(super) struct Lay(pub(super) Sheet);

/// Lays a sheet over the run at hand, for the tour.
pub(crate) fn lay_over(world: &mut World, sheet: Sheet) {
    // Whichever visit was named: the one that can be gone back to.
    let back =
        world.get_resource::<Run>().and_then(|run| run.session.last_question(run.told_count()));
    let sheet = match (sheet, back) {
        (Sheet::Rewind(_), Some(visit)) => Sheet::Rewind(visit),
        (sheet, _) => sheet,
    };
    world.write_message(Lay(sheet));
}

/// Esc takes the topmost sheet away, or pauses where there is none; while settings
/// lie over it, Esc is theirs. Keys and the wheel look back.
fn lay(
    keymap: Keymap<'_, '_>,
    mut back: MessageReader<Back>,
    mut asked: MessageReader<Lay>,
    mut wheel: MessageReader<MouseWheel>,
    scrolls: Query<&ComputedNode, With<ScrollArea>>,
    overlay: Res<State<Overlay>>,
    mut was: Local<Option<Overlay>>,
    mut run: ResMut<Run>,
    mut awake: ResMut<Awake>,
) {
    let pressed = back.read().count() > 0;
    let covered = *overlay.get() != Overlay::None || was.is_some_and(|o| o != Overlay::None);
    *was = Some(*overlay.get());
    let before = run.sheets.len();
    if pressed && !covered && run.sheets.pop().is_none() {
        run.sheets.push(Sheet::Pause);
    }
    let rolled = wheel.read().any(|wheel| wheel.y > 0.0);
    // Where options scroll, the wheel is theirs.
    let scrolled = scrolls.iter().any(|node| node.content_size().y > node.size().y + 0.5);
    if !covered && !run.frozen {
        let looked = keymap.pressed(Action::History);
        match run.sheets.last() {
            Some(Sheet::LookBack) if looked => drop(run.sheets.pop()),
            Some(Sheet::Pause) if looked => run.sheets.push(Sheet::LookBack),
            None if looked || (rolled && !scrolled) => run.sheets.push(Sheet::LookBack),
            _ => {}
        }
        if keymap.pressed(Action::Rewind) {
            ask_to_rewind(&mut run, None);
        }
    }
    // Settings open from anywhere; the clock stands still meanwhile.
    if *overlay.get() != Overlay::None && run.sheets.is_empty() {
        run.sheets.push(Sheet::Pause);
    }
    for Lay(sheet) in asked.read() {
        if run.sheets.last() != Some(sheet) {
            run.sheets.push(*sheet);
        }
    }
    if run.sheets.len() != before {
        awake.settle();
    }
}

/// Asks whether to go back to this visit, or to the last question; there may be
/// none yet.
pub(super) fn ask_to_rewind(run: &mut Run, visit: Option<usize>) {
    let asks_already = matches!(run.sheets.last(), Some(Sheet::Rewind(_)));
    let visit = visit.or_else(|| run.session.last_question(run.told_count()));
    if let Some(visit) = visit.filter(|_| !asks_already) {
        run.sheets.push(Sheet::Rewind(visit));
    }
}

/// What a sheet's look depends on, whatever is on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SheetKey {
    sheet: Option<Sheet>,
    lang: Lang,
    scale: f32,
    edition: u32,
}

impl SheetKey {
    pub(super) fn of(run: &Run, ui: &Ui) -> SheetKey {
        let sheet = run.sheets.last().copied();
        SheetKey { sheet, lang: ui.lang(), scale: ui.scale(), edition: ui.edition() }
    }
}

/// Lies over the settings' scrim only where those are closed.
const RANK: i32 = 50;

/// What a sheet over the play lies on.
pub(super) fn sheet_scrim() -> impl Bundle {
    (scrim(RANK), DespawnOnExit(Screen::Play))
}
