//! How the lines of an open question ring: telephones shake, and receivers come off.

use std::collections::BTreeMap;
use std::f32::consts::TAU;

use bevy::prelude::*;

use crate::game::awake::Awake;
use crate::game::theme::Ui;
use crate::session::SessionTime;

use super::super::run::Run;

/// For so many seconds a telephone shakes: as long as one ring sounds.
const RING: f32 = 1.2;
/// How long a receiver is on its way.
const LIFT: f32 = 0.25;

/// How each line of the open question rings: the desk may be built anew at any moment.
#[derive(Resource, Debug, Default)]
pub(super) struct Bells {
    since: Option<SessionTime>,
    pub(super) lines: BTreeMap<String, Bell>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Bell {
    /// How often it has rung.
    count: u32,
    /// Seconds since it last began to.
    gone: f32,
    answered: bool,
    /// How far the receiver is off, 0 to 1.
    pub(super) lifted: f32,
}

impl Bell {
    pub(super) fn rings(self) -> bool {
        self.count > 0 && !self.answered && self.gone < RING
    }

    /// The line as it is told now, and so many seconds later.
    fn hear(&mut self, count: u32, answered: bool, seconds: f32, calm: bool) {
        if count > self.count {
            self.count = count;
            self.gone = 0.0;
        } else {
            self.gone += seconds;
        }
        self.answered = answered;
        let step = if calm { 1.0 } else { seconds / LIFT };
        let goal = if answered { 1.0 } else { 0.0 };
        self.lifted += (goal - self.lifted).clamp(-step, step);
    }

    /// How far the telephone leans, in radians: nine times to and fro a second,
    /// softly at the beginning and the end.
    pub(super) fn lean(self) -> f32 {
        if !self.rings() {
            return 0.0;
        }
        let swell = (self.gone / RING * TAU / 2.0).sin().max(0.0).sqrt();
        0.07 * swell * (self.gone * 9.0 * TAU).sin()
    }
}

pub(super) fn listen(
    run: Res<Run>,
    ui: Res<Ui>,
    time: Res<Time<Real>>,
    mut bells: ResMut<Bells>,
    mut awake: ResMut<Awake>,
) {
    let asking = run.asking();
    let since = asking.as_ref().map(|asking| asking.since);
    if bells.since != since {
        *bells = Bells { since, ..Bells::default() };
    }
    let Some(asking) = asking.filter(|_| !run.paused()) else { return };
    let seconds = time.delta_secs().min(0.1);
    for (line, (count, answered)) in &asking.rings {
        let bell = bells.lines.entry(line.clone()).or_default();
        let before = *bell;
        bell.hear(*count, *answered, seconds, ui.calm);
        if bell.rings() || bell.lifted != before.lifted {
            awake.stay(2);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_shakes_with_each_ring_and_no_longer_than_it_sounds() {
        let mut bell = Bell::default();
        bell.hear(0, false, 0.1, false);
        assert!(!bell.rings());
        for count in 1..=3 {
            bell.hear(count, false, 0.1, false);
            assert!(bell.rings(), "ring {count}");
            let leans = (0..12).map(|_| {
                bell.hear(count, false, 0.09, false);
                bell.lean().abs()
            });
            assert!(leans.fold(0.0, f32::max) > 0.03, "ring {count} is not to be seen");
            bell.hear(count, false, RING, false);
            assert!(!bell.rings());
            assert_eq!(bell.lean(), 0.0);
        }
    }

    #[test]
    fn a_receiver_that_is_lifted_comes_off_at_once_where_nothing_may_move() {
        let mut moving = Bell { count: 2, ..Bell::default() };
        let mut calm = moving;
        moving.hear(2, true, 0.05, false);
        calm.hear(2, true, 0.05, true);
        assert!(moving.lifted > 0.0 && moving.lifted < 1.0);
        assert_eq!(calm.lifted, 1.0);
        (0..5).for_each(|_| moving.hear(2, true, 0.1, false));
        assert_eq!(moving.lifted, 1.0);
        assert!(!moving.rings());
    }
}
