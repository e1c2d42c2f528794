//! The play screen: a session told on the stage, asked on the desk, heard and timed.
//!
//! [`run::Run`] holds the session and what of its events is still to be told.
//! Each frame time is handed in, events are shown, and the desk (the lower part
//! of the window) is built anew where what it shows has changed. Nothing here
//! knows a rule of etiquette.

mod act;
mod ask;
mod carry;
mod cues;
mod desk;
mod hud;
mod pause;
pub(super) mod rehearse;
mod run;
mod sound;

use bevy::prelude::*;

pub(super) use pause::pause;
pub(super) use run::Whereabouts;

use super::Screen;
use super::stage::StageSystems;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        act::plugin,
        ask::plugin,
        desk::plugin,
        hud::plugin,
        pause::plugin,
        sound::plugin,
    ))
    .init_resource::<rehearse::Plan>()
    .add_systems(OnEnter(Screen::Play), run::begin)
    .add_systems(OnExit(Screen::Play), run::leave)
    .configure_sets(
        Update,
        (PlaySystems::Hear, PlaySystems::Tell, PlaySystems::Show)
            .chain()
            .before(StageSystems::Hear)
            .run_if(in_state(Screen::Play).and_then(resource_exists::<run::Run>)),
    )
    .add_systems(Update, (carry::carry_over, run::let_time_pass).chain().in_set(PlaySystems::Hear))
    .add_systems(
        Update,
        (run::tell, run::remember_offers, run::finish).chain().in_set(PlaySystems::Tell),
    );
}

/// The play screen's phases in `Update`.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum PlaySystems {
    /// Time and the player act on the session.
    Hear,
    /// Events go to the stage and the loudspeaker.
    Tell,
    /// The desk and the clock follow.
    Show,
}
