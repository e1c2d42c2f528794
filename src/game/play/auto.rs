//! Lines go on by themselves, if the player wants it, when they have been read.

use bevy::prelude::*;

use crate::game::awake::Awake;
use crate::game::theme::{Keymap, Ui};
use crate::game::{Chosen, Options, Overlay};
use crate::settings::Action;

use super::desk::line_words;
use super::run::Run;
use super::{PlaySystems, cues, pace};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Shown>()
        .add_systems(Update, (switch, go_on_by_itself).chain().in_set(PlaySystems::Hear));
}

/// How long the line and its open page have been there, in seconds.
#[derive(Resource, Debug, Default)]
struct Shown {
    /// The line's number in the run, and where its open page stands.
    what: (usize, Option<(usize, usize)>),
    page: f32,
    line: f32,
}

/// Starts and stops it by key.
fn switch(
    keymap: Keymap<'_, '_>,
    options: Res<Options>,
    overlay: Res<State<Overlay>>,
    run: Res<Run>,
    mut chosen: ResMut<Chosen>,
) {
    if keymap.pressed(Action::AutoAdvance) && !run.paused() && *overlay.get() == Overlay::None {
        turn(&mut chosen, &options);
    }
}

/// Starts or stops going on by itself.
pub(super) fn turn(chosen: &mut Chosen, options: &Options) {
    chosen.settings.auto_advance = !chosen.settings.auto_advance;
    chosen.keep(options);
}

/// Goes on when the page has been there long enough. A question is never
/// answered, and whoever is still speaking is heard out.
fn go_on_by_itself(
    time: Res<Time<Real>>,
    ui: Res<Ui>,
    chosen: Res<Chosen>,
    mut shown: ResMut<Shown>,
    mut run: ResMut<Run>,
    mut awake: ResMut<Awake>,
) {
    let Some(line) = run.line.as_ref().filter(|_| run.unread) else { return };
    if run.paused() || run.frozen || run.skipping || !chosen.settings.auto_advance {
        return;
    }
    let what = (run.lines, run.pages.place());
    if shown.what != what || ui.is_changed() {
        let line = if shown.what.0 == run.lines { shown.line } else { 0.0 };
        *shown = Shown { what, page: 0.0, line };
    } else {
        shown.page += time.delta_secs();
        shown.line += time.delta_secs();
    }
    let words = line_words(&ui, line);
    let mut stays = pace::stays(run.pages.shown(&words), chosen.settings.reading_speed);
    if line.who.is_some() && !run.pages.more() {
        let speaks = cues::speech(ui.say(&line.text), ui.lang()) + pace::AFTER_SPEECH;
        stays = stays.max(speaks - (shown.line - shown.page));
    }
    if shown.page >= stays {
        run.go_on();
        awake.settle();
    } else {
        awake.wake_in(f64::from(stays - shown.page));
    }
}
