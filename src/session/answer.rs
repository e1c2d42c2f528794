//! Inputs: what fits when, and what each answer leaves as evidence.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::scenario::{Action, Activity, Number, Pose, SliderLook, TRAINEE, When};
use crate::standard::Text;

use super::state::{Evidence, Mark, Phase};
use super::{Event, Input, LONGEST_FIELD, Refused, Session, SessionTime, TimerSetting};

impl Session {
    /// Takes an input, or refuses it; on refusal the caller drops this session
    /// and keeps the one from before.
    pub(super) fn take(
        &mut self,
        at: SessionTime,
        input: &Input,
        events: &mut Vec<Event>,
    ) -> Result<(), Refused> {
        self.state.now = at;
        self.state.inputs = self.transcript.len() + 1;
        match (&self.state.phase, input) {
            (Phase::Ended(_) | Phase::Telling, Input::TimePassed) => Ok(()),
            (Phase::Ended(_), _) => Err(Refused::Ended),
            (Phase::Telling, Input::Continue) => {
                self.ask(events);
                Ok(())
            }
            (Phase::Telling, _) => Err(Refused::NothingAsked),
            (Phase::Asking(_), _) => {
                let visit = self.state.visits.len();
                self.pass(at, events);
                if *input == Input::TimePassed {
                    return Ok(());
                }
                if self.open().is_none() || self.state.visits.len() != visit {
                    return Err(Refused::TooLate);
                }
                match input {
                    Input::Continue => Err(Refused::StillAsked),
                    Input::Wait => self.wait(events),
                    input => self.answer(input, events),
                }
            }
        }
    }

    fn answer(&mut self, input: &Input, events: &mut Vec<Event>) -> Result<(), Refused> {
        let scenario = Arc::clone(&self.scenario);
        let Some(activity) = scenario.beats.get(&self.state.beat).and_then(|b| b.activity.as_ref())
        else {
            return Err(Refused::NothingAsked);
        };
        match (activity, input) {
            (Activity::Choice { options, .. }, Input::Choose(id)) => {
                let option = find(options, id, "option", |o| &o.id)?;
                if !self.possible(activity).contains(id) {
                    return Err(Refused::NotNow { id: id.clone() });
                }
                self.mark(id, 0, &option.text, events);
                let done = self.done_so_far();
                if let Some(says) = &option.says {
                    self.say(TRAINEE, says, events);
                }
                self.steps(&option.then, &done, events);
                self.finish(None, events);
                Ok(())
            }
            (
                Activity::Timer { timeline, .. }
                | Activity::Queue { timeline, .. }
                | Activity::Note { timeline, .. },
                Input::Choose(id),
            ) => {
                let action = find(&timeline.actions, id, "action", |a| &a.id)?;
                self.act(activity, action, events)
            }
            (Activity::Note { fields, .. }, Input::Write { field, text }) => {
                find(fields, field, "field", |f| &f.id)?;
                let chars = text.chars().count();
                if chars > LONGEST_FIELD {
                    return Err(Refused::TooLong { chars, max: LONGEST_FIELD });
                }
                self.change(|open| {
                    if text.trim().is_empty() {
                        open.written.remove(field);
                    } else {
                        open.written.insert(field.clone(), text.clone());
                    }
                });
                Ok(())
            }
            (Activity::Order { items, choose, .. }, Input::Arrange(order)) => {
                let expected: Vec<String> = items.iter().map(|i| i.id.clone()).collect();
                let known: BTreeSet<&String> = expected.iter().collect();
                let given: BTreeSet<&String> = order.iter().collect();
                let complete = if *choose { !order.is_empty() } else { given == known };
                if given.len() != order.len() || !given.is_subset(&known) || !complete {
                    return Err(Refused::WrongItems { expected, got: order.clone() });
                }
                for id in order {
                    let item = find(items, id, "item", |i| &i.id)?;
                    self.mark(id, 0, &item.text, events);
                }
                self.finish(None, events);
                Ok(())
            }
            (Activity::Gesture { dials, pose, .. }, Input::Gesture(set)) => {
                let expected: Vec<String> = dials.iter().map(|d| d.id.clone()).collect();
                let got: Vec<String> = set.iter().map(|(dial, _)| dial.clone()).collect();
                let unique: BTreeSet<&String> = got.iter().collect();
                if unique.len() != got.len() || unique != expected.iter().collect() {
                    return Err(Refused::WrongDials { expected, got });
                }
                let mut shown = Vec::new();
                for dial in dials {
                    let Some((_, position)) = set.iter().find(|(id, _)| *id == dial.id) else {
                        continue;
                    };
                    let position = find(&dial.positions, position, "position", |p| &p.id)?;
                    let (label, text) =
                        (self.resolver().text(&dial.label), self.resolver().text(&position.text));
                    let words = Text::new(
                        format!("{}：{}", label.zh, text.zh),
                        format!("{}: {}", label.en, text.en),
                    );
                    self.mark(&format!("{}={}", dial.id, position.id), 0, &words, events);
                    shown.push((position.pose, position.parts.as_slice()));
                }
                if let Some(pose) = Pose::combined(*pose, shown) {
                    self.step_pose(pose, events);
                }
                self.finish(None, events);
                Ok(())
            }
            (
                Activity::Inspect { spots, single: true, .. },
                Input::Choose(id) | Input::Toggle(id),
            ) => {
                let spot = find(spots, id, "spot", |s| &s.id)?;
                self.change(|open| {
                    open.toggled.insert(id.clone());
                });
                self.notice(id, &spot.detail, events);
                self.finish(None, events);
                Ok(())
            }
            (Activity::Inspect { spots, .. }, Input::Toggle(id)) => {
                let spot = find(spots, id, "spot", |s| &s.id)?;
                self.toggle(id, &spot.detail, events);
                Ok(())
            }
            (Activity::Pack { items, .. }, Input::Toggle(id)) => {
                let item = find(items, id, "item", |i| &i.id)?;
                self.toggle(id, &item.detail, events);
                Ok(())
            }
            (Activity::Slider { min, max, look, pour_back, .. }, Input::Slide(value)) => {
                if !(*min..=*max).contains(value) {
                    return Err(Refused::OutOfRange { value: *value, min: *min, max: *max });
                }
                let poured = self.open().and_then(|open| open.value).unwrap_or(*min);
                if *look == SliderLook::Cup && !pour_back && *value < poured {
                    return Err(Refused::Poured { value: *value, poured });
                }
                self.change(|open| open.value = Some(*value));
                Ok(())
            }
            (
                Activity::Inspect { single: false, .. }
                | Activity::Pack { .. }
                | Activity::Slider { .. }
                | Activity::Note { .. },
                Input::Done,
            ) => {
                self.finish(None, events);
                Ok(())
            }
            (activity, input) => Err(Refused::WrongKind {
                asked: activity.word(),
                got: input_kind(input),
                expected: expected_input(activity),
            }),
        }
    }

    /// Does an action of a timeline.
    fn act(
        &mut self,
        activity: &Activity,
        action: &Action,
        events: &mut Vec<Event>,
    ) -> Result<(), Refused> {
        let timers = self.setup.timers;
        let Some(open) = self.open() else { return Err(Refused::NothingAsked) };
        if let Some(until) = open.busy_until.filter(|until| *until > open.clock) {
            let until = open.session_time(until).unwrap_or(self.state.now);
            return Err(Refused::Busy { until });
        }
        if !action.again && open.evidence.mark(&action.id).is_some() {
            return Err(Refused::AlreadyDone { id: action.id.clone() });
        }
        if !self.possible(activity).contains(&action.id) {
            return Err(Refused::NotNow { id: action.id.clone() });
        }
        let rings = action.track.as_ref().and_then(|t| open.rings.get(t)).map_or(0, |r| r.0);
        let started = open.clock;
        self.mark(&action.id, rings, &action.text, events);
        if let Some(track) = action.track.as_ref().filter(|_| action.answers) {
            self.change(|open| open.rings.entry(track.clone()).or_default().1 = true);
            events.push(Event::TrackAnswered { track: track.clone() });
        }
        let done = self.done_so_far();
        if let Some(says) = &action.says {
            self.say(TRAINEE, says, events);
        }
        self.steps(&action.then, &done, events);
        if action.ends {
            self.finish(None, events);
            return Ok(());
        }
        let takes = action.takes.as_ref().map_or(0, |n| self.resolver().number(n)).max(0);
        if takes > 0 {
            let until = started.saturating_add(takes);
            let at = self.state.now;
            self.change(|open| {
                open.busy_until = Some(until);
                open.pace.busy(at, started, until);
            });
            if timers == TimerSetting::Off {
                self.run_to(until, events);
            }
        }
        let visit = self.state.visits.len();
        if self.open().is_some() && self.state.visits.len() == visit {
            self.look_out(events);
        }
        Ok(())
    }

    /// Ids of options or actions that are possible at this moment.
    pub(super) fn possible(&self, activity: &Activity) -> BTreeSet<String> {
        let done = self.done_so_far();
        if let Activity::Choice { options, .. } = activity {
            let open = |when: &When| self.holds(when, &done);
            let any = options.iter().any(|o| open(&o.when));
            // A choice whose every option is closed would trap the trainee.
            return options
                .iter()
                .filter(|o| !any || open(&o.when))
                .map(|o| o.id.clone())
                .collect();
        }
        let Some(timeline) = activity.timeline() else { return BTreeSet::new() };
        timeline
            .actions
            .iter()
            .filter(|a| a.again || done.mark(&a.id).is_none())
            .filter(|a| self.holds(&a.when, &done))
            .map(|a| a.id.clone())
            .collect()
    }

    /// What was done in the open activity so far.
    pub(super) fn done_so_far(&self) -> Evidence {
        self.open().map(|open| open.evidence.clone()).unwrap_or_default()
    }

    fn mark(&mut self, id: &str, rings: u32, text: &Text, events: &mut Vec<Event>) {
        let mut text = self.resolver().text(text);
        if rings > 0 {
            text = Text::new(
                format!("{}（第 {rings} 声）", text.zh),
                format!("{} (ring {rings})", text.en),
            );
        }
        events.push(Event::Acted { mark: id.to_owned(), text: text.clone() });
        self.change(|open| {
            let at = open.clock;
            open.evidence.marks.push(Mark { id: id.to_owned(), at, rings, text });
        });
    }

    fn toggle(&mut self, id: &str, detail: &Text, events: &mut Vec<Event>) {
        let mut on = false;
        self.change(|open| {
            on = open.toggled.insert(id.to_owned());
            if !on {
                open.toggled.remove(id);
            }
        });
        if on {
            self.notice(id, detail, events);
        }
    }

    fn notice(&mut self, id: &str, detail: &Text, events: &mut Vec<Event>) {
        if !detail.is_empty() {
            let text = self.resolver().text(detail);
            events.push(Event::Noticed { id: id.to_owned(), text });
        }
    }

    fn step_pose(&mut self, pose: Pose, events: &mut Vec<Event>) {
        if let Some(me) = self.state.people.get_mut(TRAINEE) {
            me.pose = pose;
            events.push(Event::Posed { who: TRAINEE.to_owned(), pose });
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut super::activity::Open)) {
        if let Phase::Asking(open) = &mut self.state.phase {
            change(open);
        }
    }

    pub(super) fn number(&self, number: &Number) -> i64 {
        self.resolver().number(number)
    }
}

fn find<'a, T>(
    list: &'a [T],
    id: &str,
    what: &'static str,
    id_of: impl Fn(&T) -> &String,
) -> Result<&'a T, Refused> {
    list.iter().find(|item| id_of(item) == id).ok_or_else(|| {
        let nearest = crate::source::nearest(id, list.iter().map(|item| id_of(item).as_str()));
        Refused::Unknown { what, id: id.to_owned(), nearest }
    })
}

fn expected_input(activity: &Activity) -> &'static str {
    match activity {
        Activity::Choice { .. } => "choose one of its options",
        Activity::Timer { .. } | Activity::Queue { .. } => "choose one of its actions",
        Activity::Order { .. } => "arrange its items",
        Activity::Gesture { .. } => "gesture with every dial",
        Activity::Inspect { single: true, .. } => "choose one of its spots",
        Activity::Inspect { .. } | Activity::Pack { .. } => "toggle its items, then done",
        Activity::Slider { .. } => "slide, then done",
        Activity::Note { .. } => "write its fields, choose its actions, then done",
    }
}

fn input_kind(input: &Input) -> &'static str {
    match input {
        Input::Continue => "continue",
        Input::Choose(_) => "choose",
        Input::Arrange(_) => "arrange",
        Input::Gesture(_) => "gesture",
        Input::Toggle(_) => "toggle",
        Input::Slide(_) => "slide",
        Input::Write { .. } => "write",
        Input::Done => "done",
        Input::Wait => "wait",
        Input::TimePassed => "time passed",
    }
}
