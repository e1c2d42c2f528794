//! The buttons below a line: go on, go on by itself, run past what was read.

use bevy::input_focus::{AutoFocus, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::ui::{Checkable, Checked, InteractionDisabled};
use bevy::ui_widgets::Activate;

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::game::{Chosen, Options};
use crate::settings::Action;

use super::act::Intent as Deed;
use super::auto;
use super::run::Run;
use super::sheets::{Lay, Sheet};

pub(super) fn plugin(app: &mut App) {
    app.add_observer(decide);
}

/// A way of reading on.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    Auto,
    Skip,
    LookBack,
}

/// What the buttons' looks depend on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ControlsKey {
    auto: bool,
    known: bool,
    skipping: bool,
}

impl ControlsKey {
    pub(super) fn of(run: &Run, chosen: &Chosen) -> ControlsKey {
        let auto = chosen.settings.auto_advance;
        ControlsKey { auto, known: run.known, skipping: run.skipping }
    }
}

/// Neither of the two ways keeps the focus from line to line: what Enter presses
/// next is to go on.
pub(super) fn spawn(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run, now: ControlsKey) {
    let foot = Node {
        flex_shrink: 0.0,
        min_height: Val::Px(ui.button_height()),
        // The words of its buttons, not their unseen edges, stand in line with the text.
        margin: UiRect::new(Val::Px(-GAP_M), Val::Px(-GAP_M), Val::Auto, Val::Px(0.0)),
        ..row(GAP_XS)
    };
    sheet.spawn((foot, Pickable::IGNORE)).with_children(|foot| {
        let auto = keyed(ui, Look::Quiet, &ui.tr("play-auto"), &ui.key(Action::AutoAdvance));
        let mut auto = foot.spawn((auto, Intent::Auto, Checkable));
        if now.auto {
            auto.insert((Checked, Look::Segment));
        }
        let skip = keyed(ui, Look::Quiet, &ui.tr("play-skip"), &ui.key(Action::Skip));
        let mut skip = foot.spawn((skip, Intent::Skip, Checkable));
        if now.skipping {
            skip.insert((Checked, Look::Segment));
        } else if !now.known || !run.unread {
            skip.insert(InteractionDisabled);
        }
        foot.spawn((grow(), Pickable::IGNORE));
        if let Some((page, of)) = run.pages.place() {
            let place = ui.tr_args("play-page", &[("page", page.into()), ("of", of.into())]);
            foot.spawn(line(ui, place, Size::Caption, false, INK_SOFT));
        }
        if run.unread {
            let words = if run.pages.more() { "play-next-page" } else { "play-go-on" };
            foot.spawn((
                keyed(ui, Look::Quiet, &ui.tr(words), &ui.key(Action::Confirm)),
                Deed::GoOn,
                Keep("play/go-on".to_owned()),
                AutoFocus,
            ));
        }
    });
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    options: Res<Options>,
    run: Option<ResMut<Run>>,
    visible: Res<InputFocusVisible>,
    mut focus: ResMut<InputFocus>,
    mut chosen: ResMut<Chosen>,
    mut lay: MessageWriter<Lay>,
) {
    let (Ok(intent), Some(mut run)) = (intents.get(activate.entity), run) else { return };
    if run.paused() {
        return;
    }
    // What was pressed with the mouse is not what the next Enter means.
    if !visible.0 {
        focus.clear();
    }
    match intent {
        Intent::Auto => auto::turn(&mut chosen, &options),
        Intent::Skip => run.skipping = !run.skipping && run.known,
        Intent::LookBack => {
            lay.write(Lay(Sheet::LookBack));
        }
    }
}
