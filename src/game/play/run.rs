//! One run in the window: the session, its clock, and what is still to be told.

use std::collections::{BTreeMap, VecDeque};

use bevy::prelude::*;

use crate::game::Chosen;
use crate::game::awake::Awake;
use crate::game::stage::StageCue;
use crate::scenario::Activity;
use crate::session::{Ask, Asking, Event, Input, Meter, Now, Refused, Session, SessionTime};
use crate::standard::Text as Words;

use super::cues;
use super::hold::Hold;
use super::pages::Pages;
use super::sheets::Sheet;
use super::sound::Heard;
use super::told::Told;

/// A step of the clock longer than this is a pause of the machine, not of the player.
const LONGEST_STEP_MS: f64 = 250.0;

/// The run at hand.
#[derive(Resource)]
pub(super) struct Run {
    pub(super) session: Session,
    pub(super) waiting: VecDeque<Event>,
    pub(super) clock_ms: f64,
    /// What lies over the play, the topmost last: while anything does, time stands still.
    pub(super) sheets: Vec<Sheet>,
    /// Time is moved by a rehearsal only.
    pub(super) frozen: bool,
    /// The line being read, if any.
    pub(super) line: Option<Line>,
    /// The line before it, since the question came up.
    pub(super) earlier: Option<Line>,
    /// Whether the line waits for the player to go on.
    pub(super) unread: bool,
    /// How many lines have come up so far: two lines may read the same.
    pub(super) lines: usize,
    /// When the line came up, by the run's own clock.
    line_at_ms: f64,
    /// The line in pages that fit the desk.
    pub(super) pages: Pages,
    /// Whether the line was read before, in this run or in an earlier one.
    pub(super) known: bool,
    /// Whether lines that are known pass by themselves now.
    pub(super) skipping: bool,
    /// Whether the stage acts before the next line is told.
    pub(super) hold: Hold,
    /// What a closer look has just shown.
    pub(super) noticed: Option<Words>,
    /// Why the last input was refused, for a moment.
    pub(super) refused: Option<&'static str>,
    pub(super) draft: Draft,
    /// A field of the note, and what is typed for it but not yet written down.
    pub(super) typed: Option<(String, String)>,
    /// Whether the field at hand was gone to, so as to type in it.
    pub(super) will_type: bool,
    /// Whether the slider has been moved since it was asked for.
    pub(super) moved: bool,
    /// What the timeline has offered so far, in the order in which it came up.
    pub(super) offered: Vec<String>,
    /// What the hands are busy with.
    pub(super) doing: Words,
    /// The mark it leaves: the id of what was chosen.
    pub(super) doing_mark: String,
    /// What of the run has been told so far.
    pub(super) told: Told,
    /// Real seconds since the question came up.
    pub(super) asked_for: f32,
    /// Real seconds since the time of a question was up.
    time_up_for: f32,
    /// Where the player went on last with mouse or finger, in logical pixels.
    pub(super) went_on_at: Option<Vec2>,
}

/// Presses sooner than this after a question comes up, or after its time is up, were
/// meant for what was there before, in seconds.
const TOO_SOON: f32 = 0.35;
/// So long, in seconds, a press with mouse or finger where one has just gone on is
/// taken for one more of the kind, within so many pixels.
const STILL_GOING_ON: f32 = 1.5;
const SAME_PLACE: f32 = 8.0;

/// A line on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Who speaks; nobody for the narrator and for thoughts.
    pub(super) who: Option<String>,
    pub(super) text: Words,
    pub(super) thought: bool,
}

/// An answer in the making, before it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    /// Ids put in order so far.
    pub(super) order: Vec<String>,
    /// The position chosen on each dial.
    pub(super) dials: BTreeMap<String, String>,
    /// The field of a note that is being filled.
    pub(super) field: usize,
}

impl Run {
    /// A run whose events before `events` have been told already.
    pub(super) fn new(session: Session, events: Vec<Event>) -> Run {
        let told = Told::before(&session, &events);
        #[allow(clippy::cast_precision_loss, reason = "a session is far shorter than 2^52 ms")]
        let clock_ms = session.now().0 as f64;
        Run {
            session,
            waiting: events.into(),
            clock_ms,
            sheets: Vec::new(),
            frozen: false,
            line: None,
            earlier: None,
            unread: false,
            lines: 0,
            line_at_ms: 0.0,
            pages: Pages::default(),
            known: false,
            skipping: false,
            hold: Hold::default(),
            noticed: None,
            refused: None,
            draft: Draft::default(),
            typed: None,
            will_type: false,
            moved: false,
            offered: Vec::new(),
            doing: Words::default(),
            doing_mark: String::new(),
            told,
            asked_for: 0.0,
            time_up_for: f32::INFINITY,
            went_on_at: None,
        }
    }

    /// Whether something lies over the play and time stands still.
    pub(super) fn paused(&self) -> bool {
        !self.sheets.is_empty()
    }

    /// How many of the session's events have been told.
    pub(super) fn told_count(&self) -> usize {
        self.session.event_count() - self.waiting.len()
    }

    /// For how many seconds the line has been there.
    pub(super) fn line_age(&self) -> f32 {
        #[allow(clippy::cast_possible_truncation, reason = "a session is minutes")]
        let age = ((self.clock_ms - self.line_at_ms) / 1_000.0) as f32;
        age
    }

    /// The id of the note's field that is at hand.
    pub(super) fn field_at_hand(&self) -> Option<String> {
        match self.asking()?.prompt.ask {
            Ask::Note { fields, .. } => Some(fields.get(self.draft.field)?.id.clone()),
            _ => None,
        }
    }

    /// Whether a press here, with mouse or finger, is one of a row of presses that went
    /// on: the question has come up under it, and can hardly have been read.
    pub(super) fn still_going_on(&self, at: Vec2) -> bool {
        let same = self.went_on_at.is_some_and(|before| before.distance(at) < SAME_PLACE);
        !self.frozen && same && self.asked_for < STILL_GOING_ON && self.is_asked()
    }

    /// Whether a press now would answer a question nobody can have read yet.
    pub(super) fn too_soon(&self) -> bool {
        !self.frozen && self.asked_for < TOO_SOON && self.is_asked()
    }

    /// The meters as they stood when the line at hand was said.
    pub(super) fn meters(&self) -> Vec<Meter> {
        let mut meters = self.session.every_meter();
        meters.retain(|meter| meter.of.as_ref().is_none_or(|who| self.told.is_there(who)));
        for meter in &mut meters {
            meter.value = self.told.variables.get(&meter.variable).copied().unwrap_or(meter.value);
        }
        meters
    }

    /// Session time as the window measures it.
    pub(super) fn now(&self) -> SessionTime {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the clock starts at zero and only grows"
        )]
        SessionTime(self.clock_ms as u64).max(self.session.now())
    }

    /// Sets the clock on, for a rehearsal.
    pub(super) fn move_clock_to(&mut self, at: SessionTime) {
        #[allow(clippy::cast_precision_loss, reason = "a session is far shorter than 2^52 ms")]
        let at = at.0 as f64;
        self.clock_ms = self.clock_ms.max(at);
    }

    /// The open activity, once everything before it has been told.
    pub(super) fn asking(&self) -> Option<Box<Asking>> {
        match self.session.going_on() {
            Now::Asking(asking) if self.waiting.is_empty() => Some(asking),
            _ => None,
        }
    }

    /// Whether there is such a question.
    pub(super) fn is_asked(&self) -> bool {
        self.is_asking() && self.waiting.is_empty()
    }

    /// Gives an input; what it causes waits to be told.
    pub(super) fn give(&mut self, input: Input) {
        if self.paused() {
            return;
        }
        let at = self.now();
        self.refused = None;
        match self.session.handle(at, input) {
            Ok(events) => self.wait_with(events),
            Err(Refused::TooLate) => {
                if let Ok(events) = self.session.handle(at, Input::TimePassed) {
                    self.wait_with(events);
                }
            }
            Err(Refused::Busy { .. }) => self.refused = Some("play-busy"),
            Err(Refused::AlreadyDone { .. }) => self.refused = Some("play-already-done"),
            Err(Refused::Poured { .. }) => self.refused = Some("play-poured"),
            Err(_) => self.refused = Some("play-not-now"),
        }
    }

    fn wait_with(&mut self, events: Vec<Event>) {
        self.hold.hear(&events);
        self.waiting.extend(events);
    }

    /// Writes down what is typed; then the next empty field is at hand.
    pub(super) fn write_typed(&mut self) {
        let Some((field, text)) = self.typed.take() else { return };
        self.give(Input::Write { field: field.clone(), text });
        let Some(asking) = self.asking() else { return };
        let Ask::Note { fields, .. } = &asking.prompt.ask else { return };
        let next = fields.iter().position(|f| !asking.written.contains_key(&f.id));
        self.draft.field = next.unwrap_or(self.draft.field);
    }

    /// The player has read what is shown: the next page, or the next line.
    pub(super) fn go_on(&mut self) {
        // What runs past stops where it is pressed.
        let ran = std::mem::take(&mut self.skipping);
        let meant_for_answer = !self.frozen && self.time_up_for < TOO_SOON;
        if self.paused() || ran || meant_for_answer || self.hold.let_go() || !self.unread {
            return;
        }
        if self.pages.turn() {
            // With its last page the question comes up, if it has no clock.
            self.unread = self.pages.more() || !self.may_ask_at_once();
        } else {
            self.unread = false;
        }
    }

    /// Where the slider of the open question stands.
    pub(super) fn value(&self) -> Option<i32> {
        self.asking().and_then(|asking| asking.value)
    }

    /// The line is passed with all its pages.
    pub(super) fn pass(&mut self) {
        self.pages.turn_to_last();
        self.unread = false;
    }

    /// The line lies on the desk in these pages, of which one may have been open
    /// before: in another size or language.
    pub(super) fn lay_pages(&mut self, pages: Pages, fresh: bool) {
        self.pages = if fresh { pages } else { pages.opened_like(&self.pages) };
        // More than one page waits to be read, though the question might come up.
        self.unread = match (fresh, self.pages.more()) {
            (true, more) => self.unread && (more || !self.may_ask_at_once()),
            (false, _) => self.unread,
        };
    }

    pub(super) fn is_asking(&self) -> bool {
        self.session.is_asking()
    }

    /// Takes events to show now, up to the next line that must be read.
    fn tell(&mut self) -> Vec<Event> {
        let mut shown = Vec::new();
        // A bound, so that no scenario can hold up the window.
        for _ in 0..10_000 {
            let asking = self.is_asking();
            if self.unread || self.waiting.front().is_some_and(|e| self.hold.holds(e, asking)) {
                break;
            }
            let Some(event) = self.waiting.pop_front() else {
                if !self.session.is_telling() || self.paused() {
                    break;
                }
                self.give(Input::Continue);
                if self.waiting.is_empty() {
                    break;
                }
                continue;
            };
            let seen = self.take_in(&event);
            self.hold.see(&event, seen);
            shown.push(event);
        }
        shown
    }

    /// Takes in what is told now; says whether the stage is seen to change.
    pub(super) fn take_in(&mut self, event: &Event) -> bool {
        let seen = self.told.take_in(event);
        let line = match event {
            Event::Said { who, text } => (Some(who.clone()), text, false),
            Event::Told { text } | Event::Ended { text, .. } => (None, text, false),
            Event::Thought { text } => (None, text, true),
            Event::Asked { .. } => {
                self.draft = Draft::default();
                self.noticed = None;
                self.moved = false;
                self.offered.clear();
                self.asked_for = 0.0;
                return seen;
            }
            Event::TimeUp => {
                self.time_up_for = 0.0;
                return seen;
            }
            Event::StageSet { .. } => {
                // What was said elsewhere does not stand under another place.
                self.line = None;
                self.earlier = None;
                return seen;
            }
            Event::Acted { mark, text } => {
                self.doing = text.clone();
                self.doing_mark.clone_from(mark);
                return seen;
            }
            Event::Noticed { text, .. } => {
                self.noticed = Some(text.clone());
                return seen;
            }
            _ => return seen,
        };
        let (who, text, thought) = line;
        if text.is_empty() {
            return seen;
        }
        let line = Line { who, text: text.clone(), thought };
        self.earlier = self.line.replace(line);
        self.lines += 1;
        self.line_at_ms = self.clock_ms;
        // What is said while an activity runs does not wait. Any other line does,
        // until it is known how many pages it fills.
        self.unread = !self.is_asking();
        seen
    }

    /// Whether the question may come up with this line, which then stays on the
    /// desk beside it: nothing more is to be read, and no clock starts with it.
    fn may_ask_at_once(&self) -> bool {
        let more = self.waiting.iter().any(|e| {
            matches!(
                e,
                Event::Said { .. }
                    | Event::Told { .. }
                    | Event::Thought { .. }
                    | Event::Ended { .. }
                    | Event::StageSet { .. }
            )
        });
        let beat = self.session.scenario().beats.get(self.session.beat());
        // A timeline runs by itself; where nothing is asked, the line must be read.
        let untimed = |a: &Activity| match a {
            Activity::Timer { .. } | Activity::Queue { .. } | Activity::Note { .. } => false,
            still => still.limit().is_none(),
        };
        let timed = !beat.and_then(|b| b.activity.as_ref()).is_some_and(untimed);
        !more && !timed && self.session.ending().is_none()
    }
}

/// The question that is open: how many beats came before it, its kind's word, and
/// whether anything has been answered since.
#[cfg(test)]
pub(crate) fn asked(world: &World) -> Option<(usize, &'static str)> {
    let run = world.get_resource::<Run>()?;
    run.asking()?;
    let beat = run.session.scenario().beats.get(run.session.beat())?;
    Some((run.session.visits().len(), beat.activity.as_ref()?.word()))
}

/// Hands the passing of time to the session.
pub(super) fn let_time_pass(time: Res<Time<Real>>, mut run: ResMut<Run>, mut awake: ResMut<Awake>) {
    run.bypass_change_detection().time_up_for += time.delta_secs();
    // While the stage acts before it is told what happened, nobody is timed.
    if run.paused() || run.frozen || run.hold.waits() {
        return;
    }
    let step = time.delta().as_secs_f64() * 1_000.0;
    let run = run.bypass_change_detection();
    run.clock_ms += step.min(LONGEST_STEP_MS);
    run.asked_for += time.delta_secs();
    if run.session.deadline().is_some() {
        awake.stay(2);
    }
    if run.waiting.is_empty() && run.session.deadline().is_some_and(|at| at <= run.now()) {
        run.give(Input::TimePassed);
    }
}

/// Keeps the order in which a timeline's actions came up.
pub(super) fn remember_offers(mut run: ResMut<Run>) {
    let Some(asking) = run.asking() else { return };
    let fresh = |id: &&String| !run.offered.contains(*id);
    // Together they come up in the order they were written in.
    let written = match &asking.prompt.ask {
        Ask::Timer { actions, .. } | Ask::Queue { actions, .. } | Ask::Note { actions, .. } => {
            actions.iter().map(|action| &action.id)
        }
        _ => return,
    };
    let new: Vec<String> =
        written.filter(|id| asking.possible.contains(*id)).filter(fresh).cloned().collect();
    if !new.is_empty() {
        run.bypass_change_detection().offered.extend(new);
    }
}

/// Shows what has happened.
pub(super) fn tell(
    mut run: ResMut<Run>,
    chosen: Res<Chosen>,
    mut stage: MessageWriter<StageCue>,
    mut sounds: MessageWriter<Heard>,
    mut awake: ResMut<Awake>,
) {
    let events = run.bypass_change_detection().tell();
    if events.is_empty() {
        return;
    }
    run.set_changed();
    awake.settle();
    for event in &events {
        // Lines that fly past are neither heard nor spoken.
        if !run.skipping || !cues::is_heard(event) {
            let lang = chosen.settings.lang;
            cues::show(event, &run.session, &run.told, lang, &mut stage, &mut sounds);
        }
    }
    if run.skipping {
        stage.write(StageCue::Settle);
    }
}
