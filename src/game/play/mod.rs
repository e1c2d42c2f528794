//! The play screen: a session told on the stage, asked on the desk, heard and timed.
//!
//! [`run::Run`] holds the session and what of its events is still to be told.
//! Each frame time is handed in, events are shown, and the desk (the lower part
//! of the window) is built anew where what it shows has changed. Nothing here
//! knows a rule of etiquette.

mod act;
mod ask;
mod auto;
mod begin;
mod carry;
mod controls;
mod cues;
mod desk;
mod hold;
mod hud;
mod look_back;
mod pace;
mod pages;
mod pause;
pub(super) mod rehearse;
mod rewind;
mod run;
mod scrolled;
mod sheets;
mod skip;
mod sound;
mod told;

use bevy::prelude::*;

#[cfg(test)]
pub(super) use act::answers;
#[cfg(test)]
pub(super) use run::asked;
pub(super) use sheets::{Sheet, lay_over};
pub(crate) use sound::{Ears, Sample, SoundClass};
pub(super) use told::Whereabouts;

use super::Screen;
use super::stage::StageSystems;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        act::plugin,
        ask::plugin,
        auto::plugin,
        controls::plugin,
        desk::plugin,
        hud::plugin,
        look_back::plugin,
        pause::plugin,
        rewind::plugin,
        sheets::plugin,
        scrolled::plugin,
        skip::plugin,
        sound::plugin,
    ))
    .init_resource::<rehearse::Plan>()
    .add_systems(OnEnter(Screen::Play), begin::begin)
    .add_systems(OnExit(Screen::Play), begin::leave)
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
        // A line that fits one page may have its question beside it at once.
        (
            (run::tell, hold::let_the_stage_act, pages::lay_pages, run::tell).chain(),
            (run::remember_offers, begin::finish).chain(),
        )
            .chain()
            .in_set(PlaySystems::Tell),
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
