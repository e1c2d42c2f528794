//! Lines that were read before run past while a key is held, or once a button was
//! pressed: up to the first line that is new, to a question, or to the end.

use bevy::prelude::*;

use crate::game::awake::Awake;
use crate::game::live::Notice;
use crate::game::theme::Keymap;
use crate::game::{Options, Overlay};
use crate::record::{LineMark, ReadLines};
use crate::settings::Action;

use super::PlaySystems;
use super::run::Run;

/// Seconds for which each line is seen as it runs past.
const EACH: f32 = 0.09;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Memory>()
        .add_systems(Startup, remember)
        .add_systems(Update, run_past.in_set(PlaySystems::Hear))
        .add_systems(Update, (keep_what_was_read, know_the_line).chain().in_set(PlaySystems::Show));
}

/// The lines read so far, today and before.
#[derive(Resource, Debug, Default)]
struct Memory {
    lines: ReadLines,
    /// The line at hand; it counts as read once it has been gone on from.
    at_hand: Option<LineMark>,
}

fn remember(options: Res<Options>, mut memory: ResMut<Memory>, mut notice: ResMut<Notice>) {
    // The tour neither reads nor keeps what a player has read.
    if options.tour.is_some() {
        return;
    }
    let (lines, complaint) = ReadLines::load(&options.folders.data);
    memory.lines = lines;
    if let Some(complaint) = complaint {
        notice.trouble(complaint.said());
    }
}

/// Lets lines run past. What stops it: a line not known, a question, the end, a
/// sheet over the play; and whatever is pressed, where a button started it.
fn run_past(
    time: Res<Time<Real>>,
    keymap: Keymap<'_, '_>,
    overlay: Res<State<Overlay>>,
    mut run: ResMut<Run>,
    mut held: Local<bool>,
    mut seen: Local<f32>,
    mut awake: ResMut<Awake>,
) {
    let over = run.session.ending().is_some() && run.waiting.is_empty();
    let line = run.unread && run.known && !over;
    let between = !run.unread && run.asking().is_none() && !over;
    let may = (line || between) && !run.paused() && !run.frozen && *overlay.get() == Overlay::None;
    let holds = keymap.held(Action::Skip);
    if holds && may && line {
        run.skipping = true;
        *held = true;
    } else if !may || (*held && !holds) {
        *held = false;
        if run.skipping {
            run.skipping = false;
            awake.settle();
        }
        return;
    }
    if !run.skipping {
        return;
    }
    awake.stay(2);
    *seen += time.delta_secs().min(EACH);
    if line && *seen >= EACH {
        *seen = 0.0;
        run.pass();
    }
}

/// A line that has been gone on from, or that stands beside its question, is read.
fn keep_what_was_read(
    run: Res<Run>,
    options: Res<Options>,
    mut last: Local<usize>,
    mut memory: ResMut<Memory>,
    mut notice: ResMut<Notice>,
) {
    let moved_on = run.lines != *last || !run.unread;
    *last = run.lines;
    let Some(mark) = memory.at_hand.take_if(|_| moved_on) else { return };
    if options.tour.is_some() {
        return;
    }
    if let Err(complaint) = memory.lines.add(mark) {
        notice.trouble(complaint.said());
    }
}

/// Sees whether the line at hand was read before.
fn know_the_line(mut run: ResMut<Run>, mut last: Local<usize>, mut memory: ResMut<Memory>) {
    if run.lines == *last && !run.is_added() {
        return;
    }
    *last = run.lines;
    let Some(line) = &run.line else { return };
    let mark = LineMark::of(&run.session.scenario().id, line.who.as_deref(), &line.text);
    let known = memory.lines.knows(mark);
    memory.at_hand = Some(mark);
    if run.known != known {
        run.known = known;
    }
}
