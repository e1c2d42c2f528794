//! The debrief: what a finished run came to, what was done well and badly, and by which clause.

mod axis;
mod beat;
mod customers;
mod domains;
mod fields;
mod gap_bar;
mod journey;
mod markers;
mod marks;
mod moment;
mod notes;
mod overview;
mod paper;
mod places;
mod progress;
mod ruler;
mod service;
mod strip;
mod tally;
mod told;
mod track;
mod walk;
mod words;

use std::cell::RefCell;
use std::sync::Arc;

use bevy::input_focus::{AutoFocus, FocusCause, InputFocus};
use bevy::prelude::*;
use bevy::time::Real;
use bevy::ui::{Checkable, Checked};
use bevy::ui_widgets::Activate;
use bevy::window::PrimaryWindow;

use crate::game::awake::Awake;
use crate::game::handover::{AtHand, Finished, PlayRequest};
use crate::game::library::Library;
use crate::game::past::{self, Past};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Back, Digit, Keep, Ui};
use crate::game::{Chosen, Overlay, Screen};
use crate::session::Session;

use journey::Journey;
use markers::Marker;
use marks::Marks;
use paper::{Paper, Sheet};
use strip::Lit;
use told::Told;
use walk::{follow_focus, tab_index, walk};

pub(crate) use markers::choose_last;
#[cfg(test)]
pub(crate) use markers::shown as markers_shown;
pub(crate) use words::tenths;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Marks>()
        .init_resource::<Leaf>()
        .init_resource::<Reading>()
        .add_systems(OnEnter(Screen::Debrief), (past::keep_run, open_debrief).chain())
        .add_systems(OnExit(Screen::Debrief), forget_complaint)
        .add_systems(
            Update,
            (go_back, turn, strip::hint, markers::bring_into_sight)
                .run_if(in_state(Screen::Debrief)),
        )
        .add_observer(decide)
        .add_observer(markers::choose)
        .add_observer(follow_focus);
}

/// What a press on this screen asks for.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Intent {
    Turn(Leaf),
    /// Look closer at the beat of this visit.
    Visit(usize),
    /// Look closer at the customer at this place.
    Customer(usize),
    TryFrom(usize),
    /// Try once more to put the run on the disk.
    KeepAgain,
    Again,
    AnotherSeed,
    List,
}

/// Which leaf of the debrief lies open.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Leaf {
    #[default]
    Overview,
    Service,
    Strip,
    Customers,
    Domains,
    Notes,
}

impl Leaf {
    /// All of them, as their tabs stand.
    pub(crate) const ALL: [Leaf; 6] =
        [Leaf::Overview, Leaf::Service, Leaf::Strip, Leaf::Customers, Leaf::Domains, Leaf::Notes];

    fn name(self, ui: &Ui) -> String {
        match self {
            Leaf::Overview => ui.tr("debrief-leaf-overview"),
            Leaf::Service => ui.tr("debrief-leaf-service"),
            Leaf::Strip => ui.tr("debrief-leaf-strip"),
            Leaf::Customers => ui.tr("debrief-leaf-customers"),
            Leaf::Domains => ui.tr("debrief-leaf-domains"),
            Leaf::Notes => ui.tr("debrief-leaf-notes"),
        }
    }
}

/// What is looked at more closely on the leaves.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Reading {
    visit: usize,
    /// The marker of that beat, if one was chosen.
    marker: Option<Marker>,
    customer: usize,
}

impl Reading {
    /// Looks at a beat; a marker of another is left.
    fn visit(&mut self, visit: usize) {
        self.visit = visit;
        self.marker = self.marker.filter(|marker| marker.visit == visit);
    }
}

/// The part under the tabs, and what it shows.
#[derive(Component, Clone, Copy, Debug, Default)]
struct Body(Option<(Leaf, Reading, Sheet)>);

/// The part of a leaf that shows what was picked on it.
#[derive(Component, Clone, Copy, Debug, Default)]
struct Details;

/// Everything a leaf is built from.
#[derive(Clone, Copy)]
struct Page<'a> {
    ui: &'a Ui,
    told: &'a Told,
    marks: &'a Marks,
    paper: &'a Paper<'a>,
    reading: Reading,
}

impl Page<'_> {
    /// Whether two things of a leaf must stand under one another: the type is
    /// large, or the window small.
    fn is_narrow(&self) -> bool {
        self.ui.scale() > 1.3 || self.paper.sheet.room < 1_000.0
    }
}

/// Whether two sessions are one run, on two versions of its scenario.
fn is_same_run(a: &Session, b: &Session) -> bool {
    a.scenario().id == b.scenario().id
        && a.visits().len() == b.visits().len()
        && a.transcript() == b.transcript()
}

fn open_debrief(
    mut commands: Commands,
    ui: Res<Ui>,
    library: Res<Library>,
    finished: Option<Res<Finished>>,
    past: Res<Past>,
    told: Option<Res<Told>>,
    mut leaf: ResMut<Leaf>,
    mut reading: ResMut<Reading>,
    (windows, scale): (Query<&Window, With<PrimaryWindow>>, Res<UiScale>),
    mut screen: ResMut<NextState<Screen>>,
) {
    let ui = ui.as_ref();
    let Some(finished) = finished else {
        screen.set(Screen::Scenarios);
        return;
    };
    // The same run is shown again when language or text size have changed, or the
    // words of its files.
    if !told.as_ref().is_some_and(|told| Arc::ptr_eq(&told.session, &finished.session)) {
        let same_run = told.is_some_and(|told| is_same_run(&told.session, &finished.session));
        let journey = Journey::of(&finished, &past);
        let told = Told::new(finished.session.clone(), &library.catalogue, journey);
        if !same_run {
            *leaf = Leaf::default();
            *reading = Reading { visit: strip::first_to_see(&told), ..default() };
        }
        commands.insert_resource(told);
    }
    let scenario = ui.say(&finished.session.scenario().title).to_owned();
    commands.spawn((page_root(), DespawnOnExit(Screen::Debrief))).with_children(|root| {
        let sheet = Node { row_gap: Val::Px(GAP_S), ..page() };
        root.spawn(sheet).with_children(|page| {
            spawn_head(page, ui, &scenario);
            let room = windows.single().map_or(0.0, |window| Sheet::of(window, scale.0).room);
            spawn_tabs(page, ui, *leaf, room);
            let body = Node {
                flex_grow: 1.0,
                flex_shrink: 1.0,
                flex_basis: Val::Px(0.0),
                min_height: Val::Px(0.0),
                ..column(GAP_M)
            };
            page.spawn((body, Body::default()));
        });
    });
}

/// The scenario's name, and the ways on.
fn spawn_head(page: &mut ChildSpawnerCommands<'_>, ui: &Ui, scenario: &str) {
    let head =
        Node { flex_shrink: 0.0, justify_content: JustifyContent::SpaceBetween, ..wrap(GAP_S) };
    page.spawn(head).with_children(|head| {
        let name = ui.tr_args("debrief-head", &[("scenario", scenario.into())]);
        head.spawn(line(ui, name, Size::Title, true, INK));
        head.spawn(wrap(GAP_S)).with_children(|ways| {
            for (look, key, intent) in [
                (Look::Quiet, "debrief-list", Intent::List),
                (Look::Plain, "debrief-another-seed", Intent::AnotherSeed),
                (Look::Primary, "debrief-play-again", Intent::Again),
            ] {
                ways.spawn((button(ui, look, &ui.tr(key)), intent, Keep(key_of(intent))));
            }
        });
    });
}

fn spawn_tabs(page: &mut ChildSpawnerCommands<'_>, ui: &Ui, open: Leaf, room: f32) {
    let tabs = Node { flex_shrink: 0.0, border: UiRect::bottom(Val::Px(1.0)), ..column(0.0) };
    let names: Vec<String> = Leaf::ALL.into_iter().map(|leaf| leaf.name(ui)).collect();
    let in_row = in_each_row(ui, &names, 0.0, room);
    page.spawn((tabs, BorderColor::all(LINE))).with_children(|tabs| {
        for (leaves, digits) in Leaf::ALL.chunks(in_row).zip((1..).step_by(in_row)) {
            tabs.spawn(row(0.0)).with_children(|tabs| {
                for (leaf, digit) in leaves.iter().zip(digits..) {
                    let intent = Intent::Turn(*leaf);
                    let mut tab = tabs.spawn((
                        button(ui, Look::Tab, &leaf.name(ui)),
                        Checkable,
                        intent,
                        Digit(digit),
                        Keep(key_of(intent)),
                    ));
                    if *leaf == open {
                        tab.insert((Checked, AutoFocus));
                    }
                }
            });
        }
    });
}

/// How many buttons with these words stand in each row, if rows are as few as the
/// room allows and none is left with one alone where they can share.
fn in_each_row(ui: &Ui, labels: &[String], gap: f32, room: f32) -> usize {
    let wide = |label: &String| ui.width(label, Size::Body, false).ceil() + 2.0 * GAP_L;
    let widths: Vec<f32> = labels.iter().map(wide).collect();
    evenly(&widths, gap, room)
}

fn evenly(widths: &[f32], gap: f32, room: f32) -> usize {
    let fits = |row: &[f32]| row.iter().map(|wide| wide + gap).sum::<f32>() - gap <= room;
    let shared = (1..=widths.len()).map(|rows| widths.len().div_ceil(rows));
    shared.into_iter().find(|in_row| widths.chunks(*in_row).all(fits)).unwrap_or(1)
}

/// The name under which the focus finds a button again.
fn key_of(intent: Intent) -> String {
    format!("debrief/{intent:?}")
}

/// Shows what is being read, and builds only what has changed.
fn turn(
    mut bodies: Query<(Entity, &mut Body)>,
    details: Query<Entity, With<Details>>,
    intents: Query<(Entity, &Intent, Has<Checked>), With<Checkable>>,
    mut lights: Query<(&Lit, &mut BackgroundColor)>,
    mut markers: Query<(&Marker, &mut Outline)>,
    ui: Res<Ui>,
    told: Option<Res<Told>>,
    marks: Res<Marks>,
    (windows, scale): (Query<&Window, With<PrimaryWindow>>, Res<UiScale>),
    mut images: ResMut<Assets<Image>>,
    leaf: Res<Leaf>,
    reading: Res<Reading>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let (Some(told), Ok((body, mut shown))) = (told, bodies.single_mut()) else { return };
    let Ok(window) = windows.single() else { return };
    let sheet = Sheet::of(window, scale.0);
    let now = (*leaf, *reading, sheet);
    if shown.0 == Some(now) {
        return;
    }
    let paper = Paper { images: RefCell::new(&mut *images), sheet };
    let page = Page { ui: &ui, told: &told, marks: &marks, paper: &paper, reading: *reading };
    let same_leaf = shown.0.is_some_and(|(old, _, on)| old == *leaf && on == sheet);
    if same_leaf {
        for details in &details {
            commands.entity(details).despawn_related::<Children>().with_children(|parent| {
                match *leaf {
                    Leaf::Strip => beat::spawn_details(parent, &page),
                    Leaf::Customers => customers::spawn_details(parent, &page),
                    Leaf::Overview | Leaf::Service | Leaf::Domains | Leaf::Notes => {}
                }
            });
        }
    } else {
        commands.entity(body).despawn_related::<Children>().with_children(|parent| match *leaf {
            Leaf::Overview => overview::spawn(parent, &page),
            Leaf::Service => service::spawn(parent, &page),
            Leaf::Domains => domains::spawn(parent, &page),
            Leaf::Strip => strip::spawn(parent, &page),
            Leaf::Customers => customers::spawn(parent, &page),
            Leaf::Notes => notes::spawn(parent, &page),
        });
    }
    for (entity, intent, checked) in &intents {
        let open = match *intent {
            Intent::Turn(turn) => turn == *leaf,
            Intent::Visit(visit) => visit == reading.visit,
            Intent::Customer(customer) => customer == reading.customer,
            _ => continue,
        };
        if !matches!(intent, Intent::Turn(_)) {
            commands.entity(entity).try_insert(tab_index(open));
        }
        match (open, checked) {
            (true, false) => {
                commands.entity(entity).try_insert(Checked);
            }
            (false, true) => {
                commands.entity(entity).try_remove::<Checked>();
            }
            _ => {}
        }
    }
    for (light, mut ground) in &mut lights {
        ground.set_if_neq(light.ground(reading.visit));
    }
    for (marker, mut frame) in &mut markers {
        frame.set_if_neq(marker.frame(reading.marker));
    }
    shown.0 = Some(now);
    awake.settle();
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    finished: Option<Res<Finished>>,
    (mut past, mut told): (ResMut<Past>, Option<ResMut<Told>>),
    chosen: Res<Chosen>,
    time: Res<Time<Real>>,
    mut focus: ResMut<InputFocus>,
    mut leaf: ResMut<Leaf>,
    mut reading: ResMut<Reading>,
    mut at_hand: ResMut<AtHand>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    let (Ok(intent), Some(finished)) = (intents.get(activate.entity), finished) else { return };
    let session = &finished.session;
    let setup = session.setup();
    match *intent {
        Intent::Turn(turn) => {
            *leaf = turn;
            // A digit may have turned the leaf under what was in focus.
            focus.set(activate.entity, FocusCause::Navigated);
        }
        Intent::Visit(visit) => reading.visit(visit),
        Intent::Customer(customer) => reading.customer = customer,
        Intent::TryFrom(visit) => {
            commands.insert_resource(PlayRequest::again(session, visit));
            screen.set(Screen::Play);
        }
        Intent::KeepAgain => {
            past::keep_again(&finished, &mut past);
            if let Some(told) = &mut told {
                told.journey = Journey::of(&finished, &past);
            }
            screen.set(Screen::Debrief);
        }
        Intent::Again | Intent::AnotherSeed => {
            at_hand.take_up(session.scenario(), Some(setup.seed), &time);
            if *intent == Intent::AnotherSeed {
                at_hand.draw_seed(&time);
            }
            commands.insert_resource(PlayRequest {
                scenario: session.scenario().clone(),
                profile: setup.profile.clone(),
                seed: at_hand.seed,
                timers: chosen.settings.timers,
                from: None,
            });
            screen.set(Screen::Play);
        }
        Intent::List => screen.set(Screen::Scenarios),
    }
}

/// What was said of the file of past runs has been seen.
fn forget_complaint(mut past: ResMut<Past>) {
    past.forget_complaint();
}

fn go_back(
    mut back: MessageReader<Back>,
    overlay: Res<State<Overlay>>,
    mut screen: ResMut<NextState<Screen>>,
) {
    if back.read().count() > 0 && *overlay.get() == Overlay::None {
        screen.set(Screen::Scenarios);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_buttons_are_few_and_even() {
        for (widths, in_row) in [
            (&[100.0; 4][..], 4),
            (&[130.0; 4], 2),
            (&[70.0; 6], 6),
            (&[80.0; 6], 3),
            (&[100.0, 210.0, 190.0], 2),
            (&[900.0; 2], 1),
            (&[], 1),
        ] {
            assert_eq!(evenly(widths, 4.0, 450.0), in_row, "{widths:?}");
        }
    }
}
