//! The briefing: the situation, the people, the standards, and how the run is to be played.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::time::Real;
use bevy::ui::{Checkable, Checked};
use bevy::ui_widgets::Activate;

use super::standards::spawn_standard;
use super::{Browse, SettingsLeaf, timer_name};
use crate::game::handover::{AtHand, PlayRequest};
use crate::game::library::Library;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Back, Keep, Ui};
use crate::game::{Chosen, Options, Overlay, Screen};
use crate::scenario::{Scenario, TRAINEE};
use crate::session::{Session, Setup};
use crate::standard::{Catalogue, Profile, Text as Words};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Leaf>()
        .add_systems(OnEnter(Screen::Briefing), open_briefing)
        .add_systems(Update, go_back.run_if(in_state(Screen::Briefing)))
        .add_observer(decide);
}

#[derive(Component, Clone, Debug, PartialEq, Eq)]
enum Intent {
    Back,
    Turn(Leaf),
    AllStandards,
    House(String),
    SeedDown,
    SeedUp,
    SeedDraw,
    Settings,
    Begin,
}

/// Which side of the briefing lies open.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Leaf {
    #[default]
    Situation,
    Standards,
}

fn open_briefing(
    mut commands: Commands,
    ui: Res<Ui>,
    at_hand: Res<AtHand>,
    library: Res<Library>,
    chosen: Res<Chosen>,
    leaf: Res<Leaf>,
) {
    let ui = ui.as_ref();
    let Some(scenario) = &at_hand.scenario else { return };
    let Some(house) = library.house(&chosen.settings.profile) else { return };
    // What the seed draws stands in the briefing's words too.
    let setup =
        Setup { profile: house.clone(), seed: at_hand.seed, timers: chosen.settings.timers };
    let (session, _) = Session::start(scenario.clone(), setup);
    commands.spawn((page_root(), DespawnOnExit(Screen::Briefing))).with_children(|root| {
        root.spawn(Node { row_gap: Val::Px(GAP_M), ..page() }).with_children(|page| {
            header(page, ui, &ui.tr("back"), ui.say(&scenario.title), Intent::Back);
            page.spawn(halves()).with_children(|halves| {
                let left = Node {
                    flex_grow: 1.0,
                    flex_basis: Val::Px(0.0),
                    min_width: Val::Px(0.0),
                    ..column(GAP_S)
                };
                halves.spawn(left).with_children(|left| {
                    spawn_tabs(left, ui, scenario, *leaf);
                    scroll_area(left, Fit::Fill, GAP_M, |text| match *leaf {
                        Leaf::Situation => spawn_situation(text, ui, &session),
                        Leaf::Standards => {
                            spawn_standards(text, ui, scenario, &library.catalogue, house);
                        }
                    });
                });
                spawn_side(halves, ui, &at_hand, &library, &chosen);
            });
        });
    });
}

fn spawn_tabs(left: &mut ChildSpawnerCommands<'_>, ui: &Ui, scenario: &Scenario, leaf: Leaf) {
    let count = scenario.standards.len();
    let tabs = [
        (Leaf::Situation, ui.tr("briefing-situation")),
        (Leaf::Standards, ui.tr_args("briefing-standards", &[("count", count.into())])),
    ];
    left.spawn(Node { flex_shrink: 0.0, ..row(GAP_XS) }).with_children(|strip| {
        for (own, label) in tabs {
            let mut tab = strip.spawn((
                button(ui, Look::Tab, &label),
                Checkable,
                Intent::Turn(own),
                Keep(format!("briefing/{own:?}")),
            ));
            if own == leaf {
                tab.insert(Checked);
            }
        }
    });
}

fn spawn_situation(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui, session: &Session) {
    let scenario = session.scenario();
    let say = |words: &Words| ui.say(&session.words(words)).to_owned();
    let reading = Node { max_width: Val::Px(READING), flex_shrink: 0.0, ..column(GAP_M) };
    parent.spawn(reading).with_children(|reading| {
        for paragraph in &scenario.briefing {
            reading.spawn(lead(ui, say(paragraph)));
        }
        let goal =
            Node { padding: UiRect::all(Val::Px(GAP_M)), flex_shrink: 0.0, ..column(GAP_XS) };
        reading.spawn(card(Tone::Good, goal)).with_children(|goal| {
            goal.spawn(text(ui, ui.tr("briefing-goal"), Size::Caption, true, JADE_DEEP));
            goal.spawn(body(ui, say(&scenario.goal)));
        });
        reading.spawn((
            heading(ui, ui.tr("briefing-people")),
            Node { margin: UiRect::top(Val::Px(GAP_S)), ..default() },
        ));
        let people = Node { flex_shrink: 0.0, align_items: AlignItems::Stretch, ..wrap(GAP_S) };
        reading.spawn(people).with_children(|people| {
            let listed = scenario.cast.iter().filter(|(_, member)| !member.hidden);
            let (you, others): (Vec<_>, Vec<_>) = listed.partition(|(id, _)| *id == TRAINEE);
            for (id, member) in you.into_iter().chain(others) {
                let role = say(&member.role);
                if id != TRAINEE || !role.is_empty() {
                    spawn_person(people, ui, &say(&member.name), &role, id == TRAINEE);
                }
            }
        });
    });
}

fn spawn_person(
    people: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    name: &str,
    role: &str,
    trainee: bool,
) {
    let node = Node {
        padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_S)),
        min_width: ui.em(9.0),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    let tone = if trainee { Tone::Fair } else { Tone::Plain };
    people.spawn(card(tone, node)).with_children(|person| {
        person.spawn(line(ui, name, Size::Body, true, INK));
        if !role.is_empty() {
            person.spawn(line(ui, role, Size::Caption, false, INK_SOFT));
        }
    });
}

fn spawn_standards(
    parent: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    scenario: &Scenario,
    catalogue: &Catalogue,
    house: &Profile,
) {
    parent.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|head| {
        let words = Node { flex_grow: 1.0, flex_basis: Val::Px(0.0), ..default() };
        head.spawn((caption(ui, ui.tr("briefing-standards-note")), words));
        head.spawn((
            button(ui, Look::Quiet, &ui.tr("briefing-all-standards")),
            Intent::AllStandards,
            Keep("briefing/all-standards".to_owned()),
        ));
    });
    for standard in scenario.standards.iter().filter_map(|id| catalogue.get(id)) {
        spawn_standard(parent, ui, standard, house);
    }
}

/// How the run is to be played, and the way into it.
fn spawn_side(
    halves: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    at_hand: &AtHand,
    library: &Library,
    chosen: &Chosen,
) {
    let node = Node {
        width: ui.em(22.0),
        min_width: Val::Percent(30.0),
        max_width: Val::Percent(44.0),
        flex_shrink: 0.0,
        padding: UiRect::all(Val::Px(GAP_L)),
        ..column(GAP_M)
    };
    halves.spawn(panel(node)).with_children(|side| {
        scroll_area(side, Fit::Fill, GAP_S, |side| {
            side.spawn(strong(ui, ui.tr("briefing-house")));
            let house = library.house(&chosen.settings.profile).map(|house| house.id.clone());
            side.spawn(Node { flex_shrink: 0.0, ..column(GAP_S) }).with_children(|houses| {
                for profile in library.profiles.values() {
                    let own = Some(&profile.id) == house.as_ref();
                    spawn_house(houses, ui, profile, own);
                }
            });
            side.spawn(divider());
            spawn_seed(side, ui, at_hand.seed);
            side.spawn(divider());
            side.spawn(Node { flex_shrink: 0.0, ..wrap(GAP_S) }).with_children(|timers| {
                timers.spawn(line(ui, ui.tr("settings-timers"), Size::Body, true, INK));
                timers.spawn(chip(ui, &timer_name(ui, chosen.settings.timers), Tone::Plain));
                timers.spawn(grow());
                timers.spawn((
                    button(ui, Look::Quiet, &ui.tr("briefing-change")),
                    Intent::Settings,
                    Keep("briefing/settings".to_owned()),
                ));
            });
        });
        side.spawn((
            button(ui, Look::Primary, &ui.tr("briefing-begin")),
            Intent::Begin,
            Keep("briefing/begin".to_owned()),
            AutoFocus,
        ));
    });
}

fn spawn_house(houses: &mut ChildSpawnerCommands<'_>, ui: &Ui, profile: &Profile, own: bool) {
    let name = ui.say(&profile.title);
    let node = Node {
        padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_S)),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    let mut choice = houses.spawn((
        pressable(Look::Card, name, node),
        Checkable,
        Intent::House(profile.id.clone()),
        Keep(format!("briefing/house-{}", profile.id)),
    ));
    if own {
        choice.insert(Checked);
    }
    choice.with_children(|choice| {
        choice.spawn((strong(ui, name), Inked));
        // Only the three houses that come with Liyi are described.
        let note = match profile.id.as_str() {
            "as-written" => ui.tr("house-as-written"),
            "classroom" => ui.tr("house-classroom"),
            "international" => ui.tr("house-international"),
            _ => return,
        };
        choice.spawn(caption(ui, note));
    });
}

fn spawn_seed(side: &mut ChildSpawnerCommands<'_>, ui: &Ui, seed: u64) {
    side.spawn(Node { flex_shrink: 0.0, ..column(GAP_XS) }).with_children(|part| {
        part.spawn(strong(ui, ui.tr("briefing-seed")));
        part.spawn(caption(ui, ui.tr("briefing-seed-note")));
        part.spawn(Node { flex_shrink: 0.0, ..wrap(GAP_S) }).with_children(|dials| {
            let dial = |dials: &mut ChildSpawnerCommands<'_>, sign: &str, key: &str, intent| {
                let node = Node {
                    width: Val::Px(TOUCH),
                    height: Val::Px(TOUCH),
                    align_items: AlignItems::Center,
                    justify_content: JustifyContent::Center,
                    ..default()
                };
                let keep = Keep(format!("briefing/{intent:?}"));
                dials
                    .spawn((pressable(Look::Plain, &ui.tr(key), node), intent, keep))
                    .with_child((line(ui, sign, Size::Lead, false, INK), Inked));
            };
            dial(dials, "−", "briefing-seed-down", Intent::SeedDown);
            let number = Node {
                min_width: ui.em(4.0),
                justify_content: JustifyContent::Center,
                ..default()
            };
            dials.spawn(number).with_child(line(ui, seed.to_string(), Size::Lead, true, INK));
            dial(dials, "+", "briefing-seed-up", Intent::SeedUp);
            dials.spawn((
                button(ui, Look::Quiet, &ui.tr("briefing-seed-draw")),
                Intent::SeedDraw,
                Keep("briefing/SeedDraw".to_owned()),
            ));
        });
    });
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    library: Res<Library>,
    options: Res<Options>,
    time: Res<Time<Real>>,
    mut chosen: ResMut<Chosen>,
    mut at_hand: ResMut<AtHand>,
    mut leaf: ResMut<Leaf>,
    mut browse: ResMut<Browse>,
    mut settings: ResMut<SettingsLeaf>,
    mut screen: ResMut<NextState<Screen>>,
    mut overlay: ResMut<NextState<Overlay>>,
    mut commands: Commands,
) {
    let Ok(intent) = intents.get(activate.entity) else { return };
    match intent {
        Intent::Back => return screen.set(before(&at_hand)),
        Intent::AllStandards => {
            // Where the standards led here they are only gone back to.
            if let Some(scenario) = at_hand.scenario.as_ref().filter(|_| !at_hand.from_standards) {
                *browse = Browse::beside(scenario, at_hand.seed, &library);
            }
            return screen.set(Screen::Standards);
        }
        Intent::Settings => {
            *settings = SettingsLeaf::Play;
            return overlay.set(Overlay::Settings);
        }
        Intent::Begin => {
            let Some(scenario) = at_hand.scenario.clone() else { return };
            let Some(profile) = library.house(&chosen.settings.profile).cloned() else { return };
            let timers = chosen.settings.timers;
            chosen.settings.last_scenario = Some(scenario.id.clone());
            chosen.keep(&options);
            let seed = at_hand.seed;
            commands.insert_resource(PlayRequest { scenario, profile, seed, timers, from: None });
            return screen.set(Screen::Play);
        }
        Intent::Turn(to) => *leaf = *to,
        Intent::House(id) => {
            chosen.settings.profile.clone_from(id);
            chosen.keep(&options);
        }
        Intent::SeedDown => at_hand.seed = at_hand.seed.saturating_sub(1),
        Intent::SeedUp => at_hand.seed = at_hand.seed.saturating_add(1),
        Intent::SeedDraw => at_hand.draw_seed(&time),
    }
    // The page is built anew from what was chosen; the focus stays where it was.
    screen.set(Screen::Briefing);
}

fn go_back(
    mut back: MessageReader<Back>,
    overlay: Res<State<Overlay>>,
    at_hand: Res<AtHand>,
    mut screen: ResMut<NextState<Screen>>,
) {
    if back.read().count() > 0 && *overlay.get() == Overlay::None {
        screen.set(before(&at_hand));
    }
}

/// The screen that led to the briefing.
fn before(at_hand: &AtHand) -> Screen {
    if at_hand.from_standards { Screen::Standards } else { Screen::Scenarios }
}
