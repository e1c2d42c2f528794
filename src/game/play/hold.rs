//! After an answer the stage acts first: the line that tells what came of it waits
//! until the movement has been seen, or somebody presses on.

use bevy::prelude::*;

use crate::game::awake::Awake;
use crate::game::stage::Acting;
use crate::game::theme::{Keymap, Ui};
use crate::session::Event;
use crate::settings::Action;

use super::run::Run;

/// A line waits at most so long for the stage, in seconds.
const LONGEST: f32 = 1.2;
/// A face that changes does so at once; to be noticed it takes so long.
const GLANCE: f32 = 0.35;
/// A longer frame than this was none in which anybody saw anything.
const LONGEST_STEP: f32 = 0.1;

/// How far the stage has come with showing what an answer led to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Hold {
    /// It is not waited for.
    #[default]
    Off,
    /// An answer was given, and nothing has been seen of it yet.
    Answered,
    /// Something of it is to be seen: the next line waits.
    Acted,
    /// A line has waited so many seconds.
    Waits(f32),
}

impl Hold {
    /// What an input has caused.
    pub(super) fn hear(&mut self, events: &[Event]) {
        if events.iter().any(|event| matches!(event, Event::Answered { .. })) {
            *self = Hold::Answered;
        }
    }

    /// What is shown now, and whether the stage changes with it.
    pub(super) fn see(&mut self, event: &Event, seen: bool) {
        match event {
            // Another place is there at once, and so is everybody in it.
            Event::Asked { .. } | Event::StageSet { .. } => *self = Hold::Off,
            _ if seen && *self == Hold::Answered => *self = Hold::Acted,
            _ => {}
        }
    }

    /// Whether this event, which would be shown now, waits. Where an activity is
    /// open its clock would run on meanwhile: nothing waits there.
    pub(super) fn holds(&mut self, event: &Event, asking: bool) -> bool {
        if asking || !is_line(event) {
            return false;
        }
        if *self == Hold::Acted {
            *self = Hold::Waits(0.0);
        }
        self.waits()
    }

    /// Whether a line waits now.
    pub(super) fn waits(self) -> bool {
        matches!(self, Hold::Waits(_))
    }

    /// A line that waits comes at once; false if none does.
    pub(super) fn let_go(&mut self) -> bool {
        let waits = self.waits();
        if waits {
            *self = Hold::Off;
        }
        waits
    }
}

fn is_line(event: &Event) -> bool {
    match event {
        Event::Said { text, .. }
        | Event::Told { text }
        | Event::Thought { text }
        | Event::Ended { text, .. } => !text.is_empty(),
        _ => false,
    }
}

/// Lets a line wait while the stage is in motion.
pub(super) fn let_the_stage_act(
    time: Res<Time<Real>>,
    keymap: Keymap<'_, '_>,
    ui: Res<Ui>,
    acting: Acting<'_>,
    mut run: ResMut<Run>,
    mut awake: ResMut<Awake>,
) {
    let Hold::Waits(so_far) = run.hold else { return };
    let on = [Action::Confirm, Action::GoOn];
    let pressed = so_far > 0.0 && on.into_iter().any(|action| keymap.pressed(action));
    let so_far = so_far + time.delta_secs().min(LONGEST_STEP);
    let seen = so_far >= LONGEST || (so_far >= GLANCE && !acting.is_on());
    if seen || pressed || ui.calm || run.skipping || run.frozen {
        run.hold = Hold::Off;
    } else {
        run.bypass_change_detection().hold = Hold::Waits(so_far);
        awake.stay(2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Mood, Pose};
    use crate::standard::Text;

    fn said() -> Event {
        Event::Said { who: "gu".to_owned(), text: Text::same("hm") }
    }

    fn posed() -> Event {
        Event::Posed { who: "gu".to_owned(), pose: Pose::Stand }
    }

    fn answered() -> Vec<Event> {
        vec![Event::Answered { beat: "b".to_owned() }]
    }

    #[test]
    fn a_line_waits_for_what_an_answer_has_set_in_motion() {
        let mut hold = Hold::default();
        hold.hear(&answered());
        // One's own words come before anything is seen.
        assert!(!hold.holds(&said(), false));
        hold.see(&posed(), true);
        assert!(!hold.holds(&posed(), false));
        assert!(hold.holds(&said(), false) && hold.waits());
        assert!(hold.let_go() && !hold.let_go());
        // Once an answer is enough.
        hold.see(&posed(), true);
        assert!(!hold.holds(&said(), false));
    }

    #[test]
    fn nothing_waits_where_nothing_is_to_be_seen_or_a_clock_runs() {
        let mut hold = Hold::default();
        hold.see(&posed(), true);
        assert!(!hold.holds(&said(), false), "no answer was given");
        hold.hear(&answered());
        hold.see(&posed(), false);
        assert!(!hold.holds(&said(), false), "the pose was none");
        hold.see(&Event::Looked { who: "gu".to_owned(), mood: Mood::Smile }, true);
        assert!(!hold.holds(&said(), true), "an activity is open");
        hold.see(&Event::StageSet { stage: "lobby".to_owned() }, true);
        assert!(!hold.holds(&said(), false), "another place is there at once");
    }
}
