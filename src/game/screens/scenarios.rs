//! The scenario list: what can be played, and what is wrong with what cannot.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::time::Real;
use bevy::ui_widgets::Activate;

use super::debrief::tenths;
use super::views;
use crate::game::handover::AtHand;
use crate::game::library::Library;
use crate::game::past::{self, Past};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Back, Digit, Keep, Ui};
use crate::game::{Chosen, Options, Overlay, Screen};
use crate::scenario::Scenario;
use crate::source::Finding;
use crate::standard::Catalogue;

/// Findings shown for one file; the rest are counted.
const SHOWN: usize = 4;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(views::plugin)
        .add_systems(OnEnter(Screen::Scenarios), open_list)
        .add_systems(Update, go_back.run_if(in_state(Screen::Scenarios)))
        .add_observer(decide);
}

#[derive(Component, Clone, Debug)]
enum Intent {
    Back,
    Settings,
    Open(String),
}

fn open_list(
    mut commands: Commands,
    ui: Res<Ui>,
    library: Res<Library>,
    chosen: Res<Chosen>,
    mut past: ResMut<Past>,
) {
    let ui = ui.as_ref();
    let standings = past::standings(&mut past, &library, &chosen.settings.profile);
    let last = chosen.settings.last_scenario.as_deref();
    commands.spawn((page_root(), DespawnOnExit(Screen::Scenarios))).with_children(|root| {
        root.spawn(page()).with_children(|page| {
            let back = ui.tr("back");
            let head = header(page, ui, &back, &ui.tr("list-title"), Intent::Back);
            page.commands().entity(head).with_children(|head| {
                head.spawn((button(ui, Look::Quiet, &ui.tr("title-settings")), Intent::Settings));
            });
            scroll_area(page, Fit::Fill, GAP_L, |list| {
                if library.scenarios.is_empty() && library.findings.is_empty() {
                    list.spawn(notice(ui, &ui.tr("list-empty"), Tone::Fair));
                }
                let cards = Node {
                    align_items: AlignItems::Stretch,
                    flex_shrink: 0.0,
                    column_gap: Val::Px(GAP_L),
                    row_gap: Val::Px(GAP_L),
                    flex_wrap: FlexWrap::Wrap,
                    ..default()
                };
                list.spawn(cards).with_children(|cards| {
                    for (place, scenario) in library.scenarios.values().enumerate() {
                        let focus = last.map_or(place == 0, |id| id == scenario.id);
                        let standing = standings.get(&scenario.id).copied();
                        spawn_card(cards, ui, scenario, place, &library.catalogue, focus, standing);
                    }
                });
                for (file, findings) in library.problems() {
                    let playable = library.has_version_of(&file);
                    spawn_problem(list, ui, &file, playable, &findings);
                }
            });
        });
    });
}

fn spawn_card(
    cards: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    scenario: &Scenario,
    place: usize,
    catalogue: &Catalogue,
    focus: bool,
    standing: Option<(i64, i64)>,
) {
    let name = ui.say(&scenario.title);
    let node = Node {
        flex_basis: Val::Percent(46.0),
        flex_grow: 1.0,
        // Large type has a line of its own for each card.
        min_width: if ui.scale() > 1.4 { Val::Percent(100.0) } else { ui.em(26.0) },
        overflow: Overflow::clip(),
        ..column(0.0)
    };
    let mut card = cards.spawn((
        pressable(Look::Card, name, node),
        Intent::Open(scenario.id.clone()),
        Keep(format!("list/{}", scenario.id)),
    ));
    if let Ok(digit @ 1..=9) = u8::try_from(place + 1) {
        card.insert(Digit(digit));
    }
    if focus {
        card.insert(AutoFocus);
    }
    card.with_children(|card| {
        views::spawn(card, scenario);
        let number = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(GAP_M),
            top: Val::Px(0.0),
            // The digit grows with the type, and its tab with it.
            width: Val::Px((TOUCH - 6.0).max(ui.px(Size::Heading) * 1.3)),
            height: Val::Px((TOUCH + 4.0).max(ui.px(Size::Heading) * 1.5)),
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            border_radius: BorderRadius::bottom(Val::Px(RADIUS_S)),
            ..default()
        };
        card.spawn((
            number,
            BackgroundColor(CINNABAR),
            Pickable::IGNORE,
            children![line(ui, (place + 1).to_string(), Size::Heading, true, ON_DARK)],
        ));
        let words = Node {
            flex_grow: 1.0,
            width: Val::Percent(100.0),
            padding: UiRect::all(Val::Px(GAP_M)),
            ..column(GAP_XS)
        };
        card.spawn((words, Pickable::IGNORE)).with_children(|words| {
            words.spawn(heading(ui, name));
            words.spawn(text(ui, ui.say(&scenario.summary), Size::Body, false, INK_SOFT));
            let foot =
                Node { flex_shrink: 0.0, margin: UiRect::top(Val::Px(GAP_S)), ..wrap(GAP_XS) };
            let foot = (foot, Pickable::IGNORE);
            words.spawn(foot).with_children(|foot| {
                for domain in domains(scenario, catalogue, ui) {
                    foot.spawn(chip(ui, &domain, Tone::Good));
                }
                let minutes = ui.tr_args("list-minutes", &[("minutes", scenario.minutes.into())]);
                foot.spawn(chip(ui, &minutes, Tone::Plain));
                let count = scenario.standards.len();
                let standards = ui.tr_args("list-standards", &[("count", count.into())]);
                foot.spawn(chip(ui, &standards, Tone::Plain));
                if let Some((best, last)) = standing {
                    let of = |score: i64| tenths(score).into();
                    let args = [("best", of(best)), ("last", of(last))];
                    foot.spawn(chip(ui, &ui.tr_args("list-standing", &args), Tone::Fair));
                }
            });
        });
    });
}

/// The two domains most of a scenario's standards belong to, the first first.
fn domains(scenario: &Scenario, catalogue: &Catalogue, ui: &Ui) -> Vec<String> {
    let own: Vec<&str> = scenario
        .standards
        .iter()
        .filter_map(|id| catalogue.get(id))
        .map(|standard| standard.domain.as_str())
        .collect();
    let count = |id: &str| own.iter().filter(|domain| **domain == id).count();
    let mut ranked: Vec<_> =
        catalogue.domains().iter().filter(|domain| count(&domain.id) > 0).collect();
    ranked.sort_by_key(|domain| std::cmp::Reverse(count(&domain.id)));
    ranked.into_iter().take(2).map(|domain| ui.say(&domain.title).to_owned()).collect()
}

/// A file that cannot be played, and where its author should look.
fn spawn_problem(
    list: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    file: &str,
    playable: bool,
    findings: &[&Finding],
) {
    let node = Node { padding: UiRect::all(Val::Px(GAP_L)), flex_shrink: 0.0, ..column(GAP_S) };
    list.spawn(card(Tone::Bad, node)).with_children(|problem| {
        let key = if playable { "list-problem-playable" } else { "list-problem" };
        let name = ui.tr_args(key, &[("file", file.into())]);
        problem.spawn(text(ui, name, Size::Heading, true, CINNABAR_DEEP));
        for finding in findings.iter().take(SHOWN) {
            let place = if finding.line > 0 {
                format!("{file}:{}:{}", finding.line, finding.column)
            } else {
                file.to_owned()
            };
            let (found, expected) = (ui.say(&finding.found), ui.say(&finding.expected));
            let mut said = ui
                .tr_args("list-finding", &[("found", found.into()), ("expected", expected.into())]);
            if let Some(nearest) = &finding.nearest {
                said.push_str(&ui.tr_args("list-nearest", &[("name", (&**nearest).into())]));
            }
            problem.spawn(column(0.0)).with_children(|one| {
                one.spawn(strong(ui, place));
                one.spawn(body(ui, said));
            });
        }
        if findings.len() > SHOWN {
            let more = findings.len() - SHOWN;
            problem.spawn(caption(ui, ui.tr_args("list-more", &[("count", more.into())])));
        }
    });
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    library: Res<Library>,
    options: Res<Options>,
    time: Res<Time<Real>>,
    mut at_hand: ResMut<AtHand>,
    mut screen: ResMut<NextState<Screen>>,
    mut overlay: ResMut<NextState<Overlay>>,
) {
    match intents.get(activate.entity) {
        Ok(Intent::Back) => screen.set(Screen::Title),
        Ok(Intent::Settings) => overlay.set(Overlay::Settings),
        Ok(Intent::Open(id)) => {
            if let Some(scenario) = library.named(id) {
                at_hand.take_up(scenario, options.seed, &time);
                screen.set(Screen::Briefing);
            }
        }
        Err(_) => {}
    }
}

fn go_back(
    mut back: MessageReader<Back>,
    overlay: Res<State<Overlay>>,
    mut screen: ResMut<NextState<Screen>>,
) {
    if back.read().count() > 0 && *overlay.get() == Overlay::None {
        screen.set(Screen::Title);
    }
}
