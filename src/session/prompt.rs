//! What is shown of an activity when it is asked, and of a session at any moment.

use crate::scenario::{Action, Activity, Hotspot, Item, SliderLook, Timeline};
use crate::standard::Text;

use super::activity::Open;
use super::state::Phase;
use super::{
    Ask, Asking, Event, Meter, Now, Prompt, Session, Shown, ShownDial, ShownField, ShownItem,
    ShownPosition, ShownSpot, ShownTrack, View,
};

impl Session {
    /// Opens the activity of the beat at hand.
    pub(super) fn ask(&mut self, events: &mut Vec<Event>) {
        let scenario = std::sync::Arc::clone(&self.scenario);
        let Some(activity) = scenario.beats.get(&self.state.beat).and_then(|b| b.activity.as_ref())
        else {
            return;
        };
        let mut prompt = self.prompt(activity);
        let open = Open::new(
            prompt.clone(),
            activity,
            &self.resolver(),
            self.state.now,
            self.setup.timers,
        );
        prompt.limit_ms = open
            .schedule
            .last()
            .and_then(|(end, _)| open.session_time(*end))
            .map(|end| end.0.saturating_sub(open.since.0));
        let open = Open { prompt: std::sync::Arc::new(prompt.clone()), ..open };
        events.push(Event::Asked { prompt: Box::new(prompt) });
        self.state.phase = Phase::Asking(Box::new(open));
        // What rings or happens at the very start happens with the question.
        self.run_to(0, events);
    }

    fn prompt(&self, activity: &Activity) -> Prompt {
        let words = |text: &Text| self.resolver().text(text);
        let number = |n: &crate::scenario::Number| {
            i32::try_from(self.resolver().number(n)).unwrap_or_default()
        };
        let (text, ask) = match activity {
            Activity::Choice { prompt, options, keep_order, .. } => {
                let possible = self.possible(activity);
                let mut options: Vec<Shown> = options
                    .iter()
                    .filter(|o| possible.contains(&o.id))
                    .map(|o| shown(&o.id, words(&o.text)))
                    .collect();
                if !keep_order {
                    self.shuffle("options", &mut options);
                }
                (prompt, Ask::Choice { options })
            }
            Activity::Timer { prompt, look, timeline } => {
                let (tracks, actions) = self.timeline_shown(timeline);
                (prompt, Ask::Timer { look: *look, tracks, actions })
            }
            Activity::Queue { prompt, timeline } => {
                let (tracks, actions) = self.timeline_shown(timeline);
                (prompt, Ask::Queue { tracks, actions })
            }
            Activity::Order { prompt, items, choose, .. } => {
                let mut items: Vec<ShownItem> =
                    items.iter().map(|item| self.item_shown(item)).collect();
                self.shuffle("items", &mut items);
                (prompt, Ask::Order { items, choose: *choose })
            }
            Activity::Gesture { prompt, toward, dials, pose, .. } => {
                let dials = dials
                    .iter()
                    .map(|dial| ShownDial {
                        id: dial.id.clone(),
                        label: words(&dial.label),
                        positions: dial
                            .positions
                            .iter()
                            .map(|p| ShownPosition {
                                id: p.id.clone(),
                                text: words(&p.text),
                                pose: p.pose,
                                parts: p.parts.clone(),
                            })
                            .collect(),
                    })
                    .collect();
                (prompt, Ask::Gesture { toward: toward.clone(), dials, pose: *pose })
            }
            Activity::Inspect { prompt, spots, single, .. } => {
                let mut spots: Vec<ShownSpot> = spots
                    .iter()
                    .map(|s| ShownSpot {
                        id: s.id.clone(),
                        text: words(&s.text),
                        at: s.at,
                        on: self.thing_at(s),
                    })
                    .collect();
                self.shuffle("spots", &mut spots);
                (prompt, Ask::Inspect { spots, single: *single })
            }
            Activity::Pack { prompt, into, items, .. } => {
                let mut items: Vec<ShownItem> = items
                    .iter()
                    .map(|i| ShownItem {
                        id: i.id.clone(),
                        text: words(&i.text),
                        who: None,
                        picture: i.picture.clone(),
                    })
                    .collect();
                self.shuffle("items", &mut items);
                (prompt, Ask::Pack { into: words(into), items })
            }
            Activity::Slider {
                prompt, min, max, start, low, high, marks, look, pour_back, ..
            } => {
                let marks = marks.iter().map(|m| (number(&m.at), words(&m.text))).collect();
                let (low, high) = (words(low), words(high));
                let (min, max, start, look) = (*min, *max, *start, *look);
                let rises = look == SliderLook::Cup && !pour_back;
                (prompt, Ask::Slider { min, max, start, low, high, marks, look, rises })
            }
            Activity::Note { prompt, fields, timeline } => {
                let fields = fields
                    .iter()
                    .map(|f| {
                        let mut choices: Vec<Text> =
                            f.choices.iter().map(|c| words(&c.text)).collect();
                        self.shuffle(&f.id, &mut choices);
                        ShownField {
                            id: f.id.clone(),
                            label: words(&f.label),
                            choices,
                            mandatory: f.mandatory,
                        }
                    })
                    .collect();
                let (_, actions) = self.timeline_shown(timeline);
                (prompt, Ask::Note { fields, actions })
            }
        };
        Prompt { beat: self.state.beat.clone(), text: words(text), ask, limit_ms: None }
    }

    fn timeline_shown(&self, timeline: &Timeline) -> (Vec<ShownTrack>, Vec<Shown>) {
        let tracks = timeline
            .tracks
            .iter()
            .map(|t| ShownTrack {
                id: t.id.clone(),
                label: self.resolver().text(&t.label),
                who: t.who.clone(),
                rings: t.every.is_some(),
            })
            .collect();
        let action = |a: &Action| Shown {
            id: a.id.clone(),
            text: self.resolver().text(&a.text),
            track: a.track.clone(),
            touch: a.touch,
        };
        let mut actions: Vec<Shown> = timeline.actions.iter().map(action).collect();
        self.shuffle("actions", &mut actions);
        (tracks, actions)
    }

    /// Where the thing of a hotspot is, in per cent of the picture.
    fn thing_at(&self, spot: &Hotspot) -> Option<(u32, u32)> {
        let place = self.scenario.place(&self.state.stage)?;
        Some(place.spots.get(spot.on.as_ref()?)?.percent())
    }

    /// An item, and the member of the cast whose name it bears.
    fn item_shown(&self, item: &Item) -> ShownItem {
        let text = self.resolver().text(&item.text);
        let cast = &self.scenario.cast;
        let named = || cast.iter().find(|(_, member)| self.resolver().text(&member.name) == text);
        // What has a picture of its own is a thing, though it may bear a name.
        let found = item.picture.is_none().then(named).flatten().map(|(id, _)| id.clone());
        let who = item.who.clone().or(found);
        ShownItem { id: item.id.clone(), text, who, picture: item.picture.clone() }
    }

    fn shuffle<T>(&self, what: &str, items: &mut [T]) {
        self.draw.shuffle(&format!("{}/{what}", self.state.beat), items);
    }

    /// The variables that are shown, as they stand; those of people only while
    /// they are on the stage.
    pub fn meters(&self) -> Vec<Meter> {
        let here =
            |meter: &Meter| meter.of.as_ref().is_none_or(|who| self.state.people.contains_key(who));
        self.every_meter().into_iter().filter(here).collect()
    }

    /// Every variable that has a meter, whoever is there. For the author's tools.
    pub fn every_meter(&self) -> Vec<Meter> {
        let meters = self.scenario.variables.iter().filter_map(|(id, v)| {
            Some(Meter {
                variable: id.clone(),
                label: self.resolver().text(v.meter.as_ref()?),
                min: v.min,
                max: v.max,
                high_is_good: v.high_is_good,
                of: v.of.clone(),
                value: self.state.variables.get(id).copied().unwrap_or(v.start),
            })
        });
        meters.collect()
    }

    /// The whole state, as plain data, for a shell that joins late.
    pub fn view(&self) -> View {
        let state = &self.state;
        let visit = state.visits.last();
        View {
            scenario: self.scenario.id.clone(),
            beat: state.beat.clone(),
            label: visit.map(|v| v.label.clone()).unwrap_or_default(),
            visits: state.visits.len(),
            stage: state.stage.clone(),
            people: state.people.clone(),
            things: state.things.clone(),
            worn: state.worn.clone(),
            last_line: state.last_line.clone(),
            meters: self.meters(),
            now: self.going_on(),
            at: state.now,
        }
    }

    /// Whether lines are being told.
    pub fn is_telling(&self) -> bool {
        matches!(self.state.phase, Phase::Telling)
    }

    /// Whether something is asked.
    pub fn is_asking(&self) -> bool {
        matches!(self.state.phase, Phase::Asking(_))
    }

    /// What is going on now: a part of the view, without the cost of the rest.
    pub fn going_on(&self) -> Now {
        let open = match &self.state.phase {
            Phase::Telling => return Now::Telling,
            Phase::Ended(ending) => return Now::Ended(ending.clone()),
            Phase::Asking(open) => open,
        };
        let activity = self.scenario.beats.get(&self.state.beat).and_then(|b| b.activity.as_ref());
        Now::Asking(Box::new(Asking {
            prompt: (*open.prompt).clone(),
            since: open.since,
            elapsed_ms: u64::try_from(open.clock).unwrap_or(0),
            possible: activity.map(|a| self.possible(a)).unwrap_or_default(),
            toggled: open.toggled.clone(),
            written: open.written.clone(),
            value: open.value,
            rings: open.rings.clone(),
            busy_until: open
                .busy_until
                .filter(|until| *until > open.clock)
                .and_then(|until| open.session_time(until)),
        }))
    }
}

fn shown(id: &str, text: Text) -> Shown {
    Shown { id: id.to_owned(), text, track: None, touch: false }
}
