//! The screens outside play, and how they follow the settings.

mod briefing;
mod debrief;
mod scenarios;
mod settings;
mod standards;
mod title;
mod views;

pub(crate) use briefing::Leaf as BriefingLeaf;
#[cfg(test)]
pub(crate) use debrief::markers_shown;
pub(crate) use debrief::{Leaf as DebriefLeaf, choose_last as choose_last_marker};
pub(crate) use settings::{Leaf as SettingsLeaf, timer_name};
pub(crate) use standards::Browse;

use bevy::prelude::*;

use super::awake::Awake;
use super::theme::{Back, Faces, Locales, Ui};
use super::{Chosen, Overlay, Screen};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        title::plugin,
        scenarios::plugin,
        standards::plugin,
        briefing::plugin,
        debrief::plugin,
        settings::plugin,
    ))
    .add_systems(Update, follow_settings.run_if(resource_changed::<Chosen>))
    .add_systems(OnExit(Overlay::Settings), forget_back);
    for screen in [
        Screen::Title,
        Screen::Scenarios,
        Screen::Standards,
        Screen::Briefing,
        Screen::Play,
        Screen::Debrief,
    ] {
        app.add_systems(OnExit(screen), forget_back);
    }
}

/// One press of Esc leaves one screen: the next must not find it still unread.
fn forget_back(mut back: ResMut<Messages<Back>>) {
    back.clear();
}

/// New settings change the look; a screen that is built from it is built anew.
/// The play screen must not be, for a run would be lost: it follows [`Ui`] itself.
fn follow_settings(
    chosen: Res<Chosen>,
    locales: Res<Locales>,
    faces: Res<Faces>,
    mut ui: ResMut<Ui>,
    screen: Res<State<Screen>>,
    overlay: Res<State<Overlay>>,
    mut next_screen: ResMut<NextState<Screen>>,
    mut next_overlay: ResMut<NextState<Overlay>>,
    mut awake: ResMut<Awake>,
) {
    let fresh = Ui::new(&chosen.settings, &locales, &faces);
    let look = fresh.lang() == ui.lang() && fresh.scale() == ui.scale() && fresh.calm == ui.calm;
    if look && fresh.edition() == ui.edition() {
        return;
    }
    *ui = fresh;
    awake.settle();
    if *screen.get() != Screen::Play {
        next_screen.set(*screen.get());
    }
    // A key that was given to something else is shown in its row: the page need not
    // be built anew, and stays where it was scrolled to.
    if *overlay.get() != Overlay::None && !look {
        next_overlay.set(*overlay.get());
    }
}
