//! The standards screen: every standard by domain, found by what one types, with its clauses and scenarios.

mod card;
mod domains;
mod keys;
mod numbers;
mod results;
mod search;

pub(super) use card::{severity_chip, sources, spawn_standard};

use std::sync::Arc;

use bevy::prelude::*;
use bevy::time::Real;
use bevy::ui_widgets::Activate;

use super::BriefingLeaf;
use crate::game::handover::AtHand;
use crate::game::library::Library;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Back, Ui};
use crate::game::{Chosen, Options, Overlay, Screen};
use crate::scenario::Scenario;
use crate::standard::search::{Index, Query as Sought};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Browse>()
        .init_resource::<Found>()
        .add_systems(OnEnter(Screen::Standards), (index_the_standards, open_standards).chain())
        .add_systems(
            Update,
            (
                search::read,
                go_back,
                look_up,
                (domains::show, results::show),
                keys::stop_once,
                domains::keep_in_sight,
            )
                .chain()
                .run_if(in_state(Screen::Standards)),
        )
        .add_observer(decide);
}

#[derive(Component, Clone, Debug, PartialEq, Eq)]
enum Intent {
    Back,
    /// Empties the search field.
    Clear,
    /// One domain, or all of them.
    Domain(Option<String>),
    Page(usize),
    /// To the briefing of this scenario.
    Practise(String),
}

/// What is looked at: a domain, or whatever fits what is typed.
#[derive(Resource, Clone, Debug, Default)]
pub(crate) struct Browse {
    typed: String,
    /// The domain looked at while nothing is typed; `None` = all.
    domain: Option<String>,
    /// The domain a search is narrowed to.
    narrowed: Option<String>,
    /// Counts from 0.
    page: usize,
    /// A scenario was gone to from here: whoever comes back goes on there.
    gone: bool,
    /// The scenario and seed of the briefing that one came from.
    from: Option<(Arc<Scenario>, u64)>,
}

impl Browse {
    /// Begins in a domain, or with all of them.
    pub(crate) fn domain(domain: Option<&str>) -> Browse {
        Browse { domain: domain.map(str::to_owned), ..Browse::default() }
    }

    /// Begins with this in the search field.
    pub(crate) fn search(typed: &str) -> Browse {
        Browse { typed: typed.to_owned(), ..Browse::default() }
    }

    /// Begins in the domain most of a scenario's standards belong to; Back
    /// leads to its briefing.
    pub(crate) fn beside(scenario: &Arc<Scenario>, seed: u64, library: &Library) -> Browse {
        let own = || scenario.standards.iter().filter_map(|id| library.catalogue.get(id));
        let count = |domain: &str| own().filter(|standard| standard.domain == domain).count();
        let domains = library.catalogue.domains().iter().map(|domain| domain.id.as_str());
        let from = Some((scenario.clone(), seed));
        Browse { from, ..Browse::domain(domains.max_by_key(|domain| count(domain))) }
    }

    fn searching(&self) -> bool {
        !Sought::new(&self.typed).is_blank()
    }

    /// The domain whose standards are shown; `None` = all.
    fn shown(&self) -> Option<&str> {
        if self.searching() { self.narrowed.as_deref() } else { self.domain.as_deref() }
    }

    fn turn_to(&mut self, domain: Option<String>) {
        if self.searching() {
            self.narrowed = domain;
        } else {
            self.domain = domain;
        }
        self.page = 0;
    }

    fn look_for(&mut self, typed: String) {
        // A new search begins everywhere.
        if !self.searching() {
            self.narrowed = None;
        }
        self.typed = typed;
        self.page = 0;
    }
}

/// The index, for which house it was made, and what it found last.
#[derive(Resource, Default)]
struct Found {
    index: Index,
    house: Option<String>,
    query: Option<Sought>,
    /// The ids that fit, in every domain, the best first.
    ids: Vec<String>,
}

/// Makes the index where there is none for these files and this house.
fn index_the_standards(library: Res<Library>, chosen: Res<Chosen>, mut found: ResMut<Found>) {
    let Some(house) = library.house(&chosen.settings.profile) else { return };
    if library.is_changed() || found.house.as_ref() != Some(&house.id) {
        *found = Found {
            index: Index::new(&library.catalogue, house),
            house: Some(house.id.clone()),
            ..Found::default()
        };
    }
}

fn open_standards(
    mut commands: Commands,
    ui: Res<Ui>,
    library: Res<Library>,
    mut browse: ResMut<Browse>,
) {
    let ui = ui.as_ref();
    // Everything is new: it is filled as after any change.
    browse.set_changed();
    commands.spawn((page_root(), DespawnOnExit(Screen::Standards))).with_children(|root| {
        root.spawn(Node { row_gap: Val::Px(GAP_M), ..page() }).with_children(|page| {
            let head = header(page, ui, &ui.tr("back"), &ui.tr("standards-title"), Intent::Back);
            page.commands().entity(head).with_children(|head| {
                let gone = std::mem::take(&mut browse.gone);
                search::spawn(head, ui, &browse.typed, !gone);
            });
            // Room for the bar between them.
            let halves = Node { column_gap: Val::Px(GAP_L + GAP_S), ..halves() };
            page.spawn(halves).with_children(|halves| {
                domains::spawn(halves, ui, &library.catalogue);
                results::spawn(halves);
            });
        });
    });
}

/// Searches anew when something else is typed.
fn look_up(browse: Res<Browse>, mut found: ResMut<Found>) {
    let query = Sought::new(&browse.typed);
    if found.query.as_ref() != Some(&query) {
        let ids = found.index.find(&query).into_iter().map(str::to_owned).collect();
        found.ids = ids;
        found.query = Some(query);
    }
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    library: Res<Library>,
    options: Res<Options>,
    time: Res<Time<Real>>,
    field: search::Field<'_, '_>,
    mut browse: ResMut<Browse>,
    mut at_hand: ResMut<AtHand>,
    mut leaf: ResMut<BriefingLeaf>,
    mut screen: ResMut<NextState<Screen>>,
) {
    let Ok(intent) = intents.get(activate.entity) else { return };
    match intent {
        Intent::Back => leave(&mut browse, &mut at_hand, &mut leaf, &mut screen),
        Intent::Clear => search::clear(field),
        Intent::Domain(domain) => browse.turn_to(domain.clone()),
        Intent::Page(page) => browse.page = *page,
        Intent::Practise(id) => {
            if let Some(scenario) = library.named(id) {
                at_hand.take_up(scenario, options.seed, &time);
                at_hand.from_standards = true;
                *leaf = BriefingLeaf::default();
                browse.gone = true;
                screen.set(Screen::Briefing);
            }
        }
    }
}

/// Back to the briefing one came from, or to the title.
fn leave(
    browse: &mut Browse,
    at_hand: &mut AtHand,
    leaf: &mut BriefingLeaf,
    screen: &mut NextState<Screen>,
) {
    match browse.from.take() {
        Some((scenario, seed)) => {
            *at_hand = AtHand { scenario: Some(scenario), seed, from_standards: false };
            *leaf = BriefingLeaf::Standards;
            screen.set(Screen::Briefing);
        }
        None => screen.set(Screen::Title),
    }
}

fn go_back(
    mut back: MessageReader<Back>,
    overlay: Res<State<Overlay>>,
    mut browse: ResMut<Browse>,
    mut at_hand: ResMut<AtHand>,
    mut leaf: ResMut<BriefingLeaf>,
    mut screen: ResMut<NextState<Screen>>,
) {
    if back.read().count() > 0 && *overlay.get() == Overlay::None {
        leave(&mut browse, &mut at_hand, &mut leaf, &mut screen);
    }
}
