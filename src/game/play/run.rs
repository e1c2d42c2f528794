//! One run in the window: the session, its clock, and what is still to be told.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use crate::game::awake::Awake;
use crate::game::handover::{Finished, PlayRequest};
use crate::game::stage::StageCue;
use crate::game::{Chosen, Screen};
use crate::scenario::{Activity, Mood};
use crate::session::{Ask, Asking, Event, Input, Meter, Now, Refused, Session, SessionTime, Setup};
use crate::standard::Text as Words;

use super::cues::{self, Scene};
use super::rehearse::Plan;
use super::sound::{Captions, Heard};

/// A step of the clock longer than this is a pause of the machine, not of the player.
const LONGEST_STEP_MS: f64 = 250.0;

/// The run at hand.
#[derive(Resource)]
pub(super) struct Run {
    pub(super) session: Session,
    pub(super) waiting: VecDeque<Event>,
    pub(super) clock_ms: f64,
    pub(super) paused: bool,
    /// Time is moved by a rehearsal only.
    pub(super) frozen: bool,
    /// The line being read, if any.
    pub(super) line: Option<Line>,
    /// The line before it, since the question came up.
    pub(super) earlier: Option<Line>,
    /// Whether the line waits for the player to go on.
    pub(super) unread: bool,
    /// What a closer look has just shown.
    pub(super) noticed: Option<Words>,
    /// Why the last input was refused, for a moment.
    pub(super) refused: Option<&'static str>,
    pub(super) draft: Draft,
    /// A field of the note, and what is typed for it but not yet written down.
    pub(super) typed: Option<(String, String)>,
    /// Whether the slider has been moved since it was asked for.
    pub(super) moved: bool,
    /// What the timeline has offered so far, in the order in which it came up.
    pub(super) offered: Vec<String>,
    /// What the hands are busy with.
    pub(super) doing: Words,
    /// What of the run has been told so far.
    pub(super) told: Told,
    /// Real seconds since the question came up.
    pub(super) asked_for: f32,
}

/// Presses sooner than this after a question comes up were meant for what was
/// there before, in seconds.
const TOO_SOON: f32 = 0.35;

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
            paused: false,
            frozen: false,
            line: None,
            earlier: None,
            unread: false,
            noticed: None,
            refused: None,
            draft: Draft::default(),
            typed: None,
            moved: false,
            offered: Vec::new(),
            doing: Words::default(),
            told,
            asked_for: 0.0,
        }
    }

    /// Whether a press now would answer a question nobody can have read yet.
    pub(super) fn too_soon(&self) -> bool {
        !self.frozen && self.asked_for < TOO_SOON && self.asking().is_some()
    }

    /// The meters as they stood when the line at hand was said.
    pub(super) fn meters(&self) -> Vec<Meter> {
        let mut meters = self.session.meters();
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
        match self.session.view().now {
            Now::Asking(asking) if self.waiting.is_empty() => Some(asking),
            _ => None,
        }
    }

    /// Gives an input; what it causes waits to be told.
    pub(super) fn give(&mut self, input: Input) {
        if self.paused {
            return;
        }
        let at = self.now();
        self.refused = None;
        match self.session.handle(at, input) {
            Ok(events) => self.waiting.extend(events),
            Err(Refused::TooLate) => {
                if let Ok(events) = self.session.handle(at, Input::TimePassed) {
                    self.waiting.extend(events);
                }
            }
            Err(Refused::Busy { .. }) => self.refused = Some("play-busy"),
            Err(Refused::AlreadyDone { .. }) => self.refused = Some("play-already-done"),
            Err(Refused::Poured { .. }) => self.refused = Some("play-poured"),
            Err(_) => self.refused = Some("play-not-now"),
        }
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

    /// The player has read the line.
    pub(super) fn go_on(&mut self) {
        if !self.paused {
            self.unread = false;
        }
    }

    /// Where the slider of the open question stands.
    pub(super) fn value(&self) -> Option<i32> {
        self.asking().and_then(|asking| asking.value)
    }

    fn is_asking(&self) -> bool {
        matches!(self.session.view().now, Now::Asking(_))
    }

    /// Takes events to show now, up to the next line that must be read.
    fn tell(&mut self) -> Vec<Event> {
        let mut shown = Vec::new();
        // A bound, so that no scenario can hold up the window.
        for _ in 0..10_000 {
            if self.unread {
                break;
            }
            let Some(event) = self.waiting.pop_front() else {
                let telling = matches!(self.session.view().now, Now::Telling);
                if !telling || self.paused {
                    break;
                }
                self.give(Input::Continue);
                if self.waiting.is_empty() {
                    break;
                }
                continue;
            };
            self.take_in(&event);
            shown.push(event);
        }
        shown
    }

    pub(super) fn take_in(&mut self, event: &Event) {
        self.told.take_in(event);
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
                return;
            }
            Event::Acted { text, .. } => {
                self.doing = text.clone();
                return;
            }
            Event::Noticed { text, .. } => {
                self.noticed = Some(text.clone());
                return;
            }
            _ => return,
        };
        let (who, text, thought) = line;
        if text.is_empty() {
            return;
        }
        let line = Line { who, text: text.clone(), thought };
        self.earlier = self.line.replace(line);
        // What is said while an activity runs does not wait; the last line before
        // a question that has no clock stays on the desk beside the question.
        self.unread = if self.is_asking() { false } else { !self.may_ask_at_once() };
    }

    /// Whether the question may come up with this line: nothing more is to be
    /// read, and no clock starts with it.
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

/// What has been told of a run: the strip shows this, not what is still to come.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    pub(super) label: Words,
    variables: BTreeMap<String, i32>,
    moods: BTreeMap<String, Mood>,
    /// Who is on the stage.
    there: BTreeSet<String>,
}

impl Told {
    /// What was told before these last events of a session.
    fn before(session: &Session, events: &[Event]) -> Told {
        let variables = &session.scenario().variables;
        let start = variables.iter().map(|(id, v)| (id.clone(), v.start)).collect();
        let mut told = Told { variables: start, ..Told::default() };
        let all = session.events();
        let before = all.len().saturating_sub(events.len());
        all.iter().take(before).for_each(|event| told.take_in(event));
        told
    }

    fn take_in(&mut self, event: &Event) {
        match event {
            Event::BeatEntered { label, .. } => self.label = label.clone(),
            Event::Changed { variable, value } => {
                self.variables.insert(variable.clone(), *value);
            }
            Event::Looked { who, mood } => {
                self.moods.insert(who.clone(), *mood);
            }
            Event::Entered { who, .. } => {
                self.there.insert(who.clone());
            }
            Event::Left { who } => {
                self.there.remove(who);
            }
            _ => {}
        }
    }

    /// How somebody looks.
    pub(super) fn mood(&self, who: &str) -> Mood {
        self.moods.get(who).copied().unwrap_or_default()
    }

    /// Whether somebody is on the stage.
    pub(super) fn is_there(&self, who: &str) -> bool {
        self.there.contains(who)
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

/// Where the run at hand is, for the window's title.
#[derive(SystemParam)]
pub(crate) struct Whereabouts<'w> {
    run: Option<Res<'w, Run>>,
}

impl Whereabouts<'_> {
    /// The scenario's title and the beat's label, while something is played.
    pub(crate) fn now(&self) -> Option<(Words, Words)> {
        let run = self.run.as_ref()?;
        Some((run.session.scenario().title.clone(), run.told.label.clone()))
    }
}

/// Takes up the run that was asked for.
pub(super) fn begin(
    request: Option<Res<PlayRequest>>,
    plan: Res<Plan>,
    mut cues: MessageWriter<StageCue>,
    mut captions: ResMut<Captions>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    cues.write(StageCue::Clear);
    captions.clear();
    let Some(request) = request else {
        screen.set(Screen::Scenarios);
        return;
    };
    let again = request.from.as_ref().and_then(|(session, visit)| {
        let (session, events) = session.rewind(*visit)?;
        // What led up to the beat belongs to the one before it.
        let entered = |e: &Event| matches!(e, Event::BeatEntered { visit: at, .. } if at == visit);
        let from = events.iter().position(entered).unwrap_or(0);
        Some((session, events.into_iter().skip(from).collect::<Vec<_>>()))
    });
    let mut run = match again {
        Some((session, events)) => {
            let told = session.event_count() - events.len();
            Scene::of(&session, told).restore(&mut cues);
            Run::new(session, events)
        }
        None => {
            let setup = Setup {
                profile: Arc::clone(&request.profile),
                seed: request.seed,
                timers: request.timers,
            };
            let (session, events) = Session::start(Arc::clone(&request.scenario), setup);
            Run::new(session, events)
        }
    };
    run.frozen = plan.steers();
    commands.insert_resource(run);
}

pub(super) fn leave(mut cues: MessageWriter<StageCue>, mut commands: Commands) {
    cues.write(StageCue::Clear);
    commands.remove_resource::<Run>();
}

/// Hands the passing of time to the session.
pub(super) fn let_time_pass(time: Res<Time<Real>>, mut run: ResMut<Run>, mut awake: ResMut<Awake>) {
    if run.paused || run.frozen {
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
        let lang = chosen.settings.lang;
        cues::show(event, &run.session, &run.told, lang, &mut stage, &mut sounds);
    }
}

/// When all is told and read, the run goes to its debrief.
pub(super) fn finish(
    run: Res<Run>,
    request: Option<Res<PlayRequest>>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    if run.session.ending().is_some() && run.waiting.is_empty() && !run.unread {
        let begun = request.map(|request| request.begun()).unwrap_or_default();
        commands.insert_resource(Finished::now(run.session.clone(), begun));
        screen.set(Screen::Debrief);
    }
}
