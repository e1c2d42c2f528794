//! From the title to the debrief with one hand only: a finger, or a screen reader's requests.
//!
//! The whole window runs without display or graphics. What is on the screen is
//! found as a screen reader finds it, by role and name; at each new question the
//! screen is looked over for what cannot be reached, read or heard.

mod keys;
mod strip;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use accesskit::{Action, ActionRequest as Asked, NodeId, TreeId};
use bevy::a11y::{AccessibilityNode, AccessibilityRequested, ActionRequest};
use bevy::app::PluginsState;
use bevy::ecs::system::SystemState;
use bevy::input::touch::{TouchInput, TouchPhase};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::time::TimeUpdateStrategy;
use bevy::ui::{InteractionDisabled, UiGlobalTransform};
use bevy::ui_widgets::{Activate, ScrollArea, Slider};
use bevy::window::{PrimaryWindow, WindowEvent};

use super::assist::check;
use super::library::Library;
use super::theme::{Keep, Reach, Ui};
use super::{Chosen, GameOptions, Screen, build, play, tour};
use crate::files::Folders;
use crate::standard::Lang;

/// How long a frame takes: long, so that a run is over soon.
const FRAME: Duration = Duration::from_millis(80);
/// Frames until a press has come to rest.
const REST: usize = 8;
/// Presses after which a run that has not ended never will.
const PATIENCE: usize = 1_500;

/// What presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hand {
    Finger,
    ScreenReader,
}

#[derive(Resource, Default)]
struct Pressed(Vec<Entity>);

/// Something that can be pressed now.
#[derive(Clone, Debug)]
struct Control {
    entity: Entity,
    name: String,
    /// What it is called however often its screen is built anew.
    id: String,
    /// Its middle, in pixels of the window.
    at: Vec2,
    slides: bool,
}

struct Walk {
    app: App,
    hand: Hand,
    data: tempfile::TempDir,
}

impl Walk {
    fn open(hand: Hand) -> Walk {
        let data = tempfile::tempdir().unwrap();
        let home = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = Folders {
            assets: home.join("assets"),
            scenarios: home.join("scenarios"),
            data: data.path().to_owned(),
        };
        let options = GameOptions {
            scenario: None,
            seed: Some(1),
            timers: None,
            profile: None,
            lang: Some(Lang::Zh),
            text_scale: None,
            size: None,
            tour: None,
            folders,
        };
        let mut app = build(options, tour::Outcome::default(), false).unwrap();
        app.insert_resource(TimeUpdateStrategy::ManualDuration(FRAME))
            .init_resource::<Pressed>()
            .add_observer(|on: On<Activate>, mut pressed: ResMut<Pressed>| {
                pressed.0.push(on.entity);
            });
        while app.plugins_state() == PluginsState::Adding {
            std::thread::yield_now();
        }
        app.finish();
        app.cleanup();
        app.world().resource::<AccessibilityRequested>().set(true);
        let mut walk = Walk { app, hand, data };
        walk.rest();
        walk
    }

    /// Lets nothing move from now on.
    fn calm(&mut self) {
        self.app.world_mut().resource_mut::<Chosen>().settings.reduced_motion = true;
        self.rest();
    }

    /// Where everything on the stage and every picture on the page stands.
    fn places(&mut self) -> BTreeMap<Entity, (GlobalTransform, Option<UiTransform>)> {
        let world = self.app.world_mut();
        let mut stage = world.query_filtered::<(Entity, &GlobalTransform), With<Sprite>>();
        let mut page = world.query::<(Entity, &UiTransform)>();
        let stage: Vec<_> = stage.iter(world).map(|(e, at)| (e, (*at, None))).collect();
        let page = page.iter(world).map(|(e, at)| (e, (GlobalTransform::IDENTITY, Some(*at))));
        stage.into_iter().chain(page.collect::<Vec<_>>()).collect()
    }

    fn rest(&mut self) {
        (0..REST).for_each(|_| self.app.update());
    }

    /// Where this player's things are kept.
    fn data(&self) -> &Path {
        self.data.path()
    }

    fn screen(&self) -> Screen {
        *self.app.world().resource::<State<Screen>>().get()
    }

    fn says(&self, key: &str) -> String {
        self.app.world().resource::<Ui>().tr(key)
    }

    /// Everything that can be pressed or slid now.
    fn controls(&mut self) -> Vec<Control> {
        let world = self.app.world_mut();
        let mut all = world.query::<(
            Entity,
            &AccessibilityNode,
            &ComputedNode,
            &UiGlobalTransform,
            &InheritedVisibility,
            Has<InteractionDisabled>,
            Has<EditableText>,
            Has<Slider>,
            Option<&Keep>,
        )>();
        let mut state = SystemState::<Reach<'_, '_>>::new(world);
        let mut found = Vec::new();
        for (entity, node, computed, place, shown, off, typed, slides, keep) in all.iter(world) {
            let there = shown.get() && !computed.is_empty() && !off && !typed;
            if there && (node.supports_action(Action::Click) || slides) {
                let name = node.label().unwrap_or_default().to_owned();
                let at = place.translation * computed.inverse_scale_factor();
                let id = keep.map_or_else(|| name.clone(), |keep| keep.0.clone());
                found.push(Control { entity, name, id, at, slides });
            }
        }
        let reach = state.get(world).unwrap();
        found.retain(|control| reach.stops(control.entity));
        // In the order of the page, so that every walk is the same.
        found.sort_by(|a, b| a.at.y.total_cmp(&b.at.y).then(a.at.x.total_cmp(&b.at.x)));
        found
    }

    /// Those of them that go on or give an answer.
    fn answers(&mut self) -> Vec<Control> {
        let answers = play::answers(self.app.world_mut());
        let mut controls = self.controls();
        controls.retain(|control| answers.contains(&control.entity));
        controls
    }

    /// Presses a control, and says whether it was felt.
    fn press(&mut self, control: &Control) -> bool {
        self.app.world_mut().resource_mut::<Pressed>().0.clear();
        match self.hand {
            Hand::Finger => {
                self.bring_into_sight(control.entity);
                let at = self.controls().into_iter().find(|c| c.entity == control.entity);
                self.touch(&[at.map_or(control.at, |c| c.at)]);
            }
            Hand::ScreenReader => self.ask(control),
        }
        self.rest();
        self.app.world().resource::<Pressed>().0.contains(&control.entity)
    }

    fn ask(&mut self, control: &Control) {
        let action = if control.slides { Action::Increment } else { Action::Click };
        self.app.world_mut().write_message(ActionRequest(Asked {
            action,
            target_tree: TreeId::ROOT,
            target_node: NodeId(control.entity.to_bits()),
            data: None,
        }));
    }

    /// Lays a finger on the first place, moves it along and lifts it at the last.
    fn touch(&mut self, way: &[Vec2]) {
        let world = self.app.world_mut();
        let mut windows = world.query_filtered::<Entity, With<PrimaryWindow>>();
        let window = windows.single(world).unwrap();
        let moved = way.iter().skip(1).map(|at| (TouchPhase::Moved, *at));
        let first = way.first().map(|at| (TouchPhase::Started, *at));
        let last = way.last().map(|at| (TouchPhase::Ended, *at));
        for (phase, position) in first.into_iter().chain(moved).chain(last) {
            let touch = TouchInput { phase, position, window, force: None, id: 1 };
            self.app.world_mut().write_message(WindowEvent::TouchInput(touch));
            self.app.update();
            self.app.update();
        }
    }

    /// Drags the page until the control can be seen.
    fn bring_into_sight(&mut self, entity: Entity) {
        for _ in 0..12 {
            let world = self.app.world_mut();
            let mut state = SystemState::<(
                Query<(&ComputedNode, &UiGlobalTransform, Has<ScrollArea>)>,
                Query<&ChildOf>,
            )>::new(world);
            let Ok((places, parents)) = state.get(world) else { return };
            let rect = |entity: Entity| {
                let (node, place, scrolls) = places.get(entity).ok()?;
                let scale = node.inverse_scale_factor();
                let rect = Rect::from_center_size(place.translation * scale, node.size() * scale);
                Some((rect, scrolls))
            };
            let Some((wanted, _)) = rect(entity) else { return };
            let mut around = parents.iter_ancestors(entity).filter_map(rect);
            let Some((area, _)) = around.find(|(_, scrolls)| *scrolls) else { return };
            let middle = wanted.center().y;
            if middle > area.min.y + 4.0 && middle < area.max.y - 4.0 {
                return;
            }
            let step = (area.center().y - middle).clamp(-area.height() * 0.6, area.height() * 0.6);
            let start = area.center() - Vec2::new(0.0, step / 2.0);
            let way: Vec<Vec2> =
                [0.0, 0.3, 0.6, 1.0].iter().map(|t| start + Vec2::new(0.0, step * t)).collect();
            self.touch(&way);
            self.rest();
        }
    }

    /// Presses what bears this name, until the screen is another.
    fn go(&mut self, name: &str, to: Screen) {
        for _ in 0..5 {
            let controls = self.controls();
            let control = controls.iter().find(|c| c.name.contains(name));
            let control = control.unwrap_or_else(|| {
                let names: Vec<&str> = controls.iter().map(|c| c.name.as_str()).collect();
                panic!("nothing on {:?} is called “{name}”: {names:?}", self.screen())
            });
            let control = control.clone();
            self.press(&control);
            if self.screen() == to {
                return;
            }
        }
        panic!("“{name}” does not lead to {to:?}");
    }

    /// Looks the screen over.
    fn look(&mut self, at: &str) {
        let faults = check::faults(self.app.world_mut());
        assert!(faults.is_empty(), "{at}: {faults:#?}");
    }

    /// Plays on until the run is over, each question beginning with another answer
    /// than on the pass before; which kinds of activity were met.
    fn play(&mut self, pass: usize) -> BTreeSet<&'static str> {
        let done = ["play-done", "play-do-it"].map(|key| self.says(key));
        let mut kinds = BTreeSet::new();
        let mut question = None;
        let mut turn = 0;
        let mut had: BTreeMap<String, usize> = BTreeMap::new();
        for _ in 0..PATIENCE {
            if self.screen() == Screen::Debrief {
                return kinds;
            }
            let asked = play::asked(self.app.world());
            if asked != question {
                question = asked;
                turn = 0;
                had.clear();
                if let Some((visit, kind)) = asked {
                    // A question that has just come up takes no answer yet.
                    self.rest();
                    kinds.insert(kind);
                    self.look(&format!("question {visit}, {kind}"));
                }
            }
            let controls = self.answers();
            // Whatever had its turn least often, and what gives the answer when all had one.
            let others = controls.iter().filter(|c| !done.contains(&c.name)).count();
            let ready = controls.iter().find(|c| done.contains(&c.name) && turn >= others);
            let turns = |c: &Control| had.get(&c.id).copied().unwrap_or(0);
            let rotated = controls.iter().cycle().skip(pass).take(controls.len());
            let next = ready.or_else(|| rotated.min_by_key(|c| turns(c)));
            let Some(control) = next.cloned() else {
                self.rest();
                continue;
            };
            turn += 1;
            *had.entry(control.id.clone()).or_insert(0) += 1;
            let felt = self.press(&control);
            assert!(felt || control.slides || asked.is_some(), "nothing hears “{}”", control.name);
        }
        panic!("the run has not ended; the question was {question:?}");
    }
}

/// Every kind of activity.
const ALL: [&str; 9] =
    ["choice", "gesture", "inspect", "note", "order", "pack", "queue", "slider", "timer"];

/// Plays scenarios with this hand until every kind of activity was met.
fn walk(hand: Hand) {
    let mut walk = Walk::open(hand);
    walk.look("title");
    let library = walk.app.world().resource::<Library>();
    let scenarios: Vec<(String, BTreeSet<&str>)> = library
        .scenarios
        .values()
        .map(|s| {
            let activities = s.beats.values().filter_map(|beat| beat.activity.as_ref());
            (s.title.get(Lang::Zh).to_owned(), activities.map(|a| a.word()).collect())
        })
        .collect();
    let start = walk.says("title-start");
    walk.go(&start, Screen::Scenarios);
    let mut kinds = BTreeSet::new();
    // Where one does not come to every kind of activity at once, one answers otherwise.
    let runs = (0..4).flat_map(|pass| scenarios.iter().map(move |scenario| (pass, scenario)));
    for (pass, (title, own)) in runs {
        if pass > 0 && own.is_subset(&kinds) {
            continue;
        }
        walk.look("scenarios");
        walk.go(title, Screen::Briefing);
        walk.look(&format!("briefing of {title}"));
        let begin = walk.says("briefing-begin");
        walk.go(&begin, Screen::Play);
        kinds.extend(walk.play(pass));
        walk.look(&format!("debrief of {title}"));
        let leave = walk.says("debrief-list");
        walk.go(&leave, Screen::Scenarios);
    }
    assert!(kinds.iter().eq(ALL.iter()), "only {kinds:?} were met");
}

/// With reduced motion whatever changes is there at once, and then stands still:
/// nobody breathes, nothing slides, sways or shakes.
#[test]
fn what_is_asked_to_stand_still_stands_still() {
    let mut walk = Walk::open(Hand::ScreenReader);
    walk.calm();
    let start = walk.says("title-start");
    walk.go(&start, Screen::Scenarios);
    let library = walk.app.world().resource::<Library>();
    let title = library.scenarios.values().next().map(|s| s.title.get(Lang::Zh).to_owned());
    walk.go(&title.unwrap(), Screen::Briefing);
    let begin = walk.says("briefing-begin");
    walk.go(&begin, Screen::Play);
    let mut stood = BTreeSet::new();
    for turn in 0..60 {
        let before = walk.places();
        for _ in 0..5 {
            walk.app.update();
            let now = walk.places();
            for (entity, at) in &before {
                let moved = now.get(entity).is_some_and(|now| now != at);
                assert!(!moved, "{entity} moved after {turn} presses: {at:?}, {:?}", now[entity]);
            }
        }
        stood.extend(before.into_keys());
        let controls = walk.answers();
        match controls.get(turn % controls.len().max(1)) {
            Some(control) => {
                walk.press(&control.clone());
            }
            None => walk.rest(),
        }
    }
    assert!(stood.len() > 30, "there is a stage with people on it");
}

#[test]
fn a_finger_alone_leads_from_the_title_to_the_debrief() {
    walk(Hand::Finger);
}

#[test]
fn a_screen_reader_alone_leads_from_the_title_to_the_debrief() {
    walk(Hand::ScreenReader);
}
