//! The problems panel: what is wrong in the files, over the window but not in the way of play.

use std::collections::{BTreeMap, BTreeSet};

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;
use bevy::ui_widgets::{Activate, ScrollIntoView};

use crate::author::Problem;
use crate::game::Options;
use crate::game::awake::Awake;
use crate::game::theme::surface::Surface;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Aside, Keymap, Ui};
use crate::settings::Action;
use crate::source::Finding;
use crate::standard::Lang;

use super::Problems;
use super::card::{height, spawn_explanation, spawn_problem};

/// Problems shown at once, and of one file beside others; the rest are counted.
const SHOWN: usize = 8;
const SHOWN_OF_ONE: usize = 4;
/// The panel's width in ems of reading text, and the most it grows, in pixels.
const WIDE: f32 = 34.0;
const WIDEST: f32 = 880.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Panel>()
        .add_systems(Update, (follow_problems, fold_by_key, show, bring_into_sight).chain())
        .add_observer(decide);
}

/// How the panel stands.
#[derive(Resource, Clone, Debug, Default)]
pub(crate) struct Panel {
    /// Folded away to its marker.
    folded: bool,
    /// The problems whose codes are explained, by their place.
    explained: BTreeSet<usize>,
    known: Vec<Finding>,
}

impl Panel {
    /// How much of the window it covers from the right, in pixels.
    pub(super) fn covers(&self, problems: &Problems, ui: &Ui) -> f32 {
        if self.folded || problems.0.is_empty() { 0.0 } else { width(ui) + GAP_M }
    }

    /// Stands for its picture: open with the first problem's code explained, or
    /// folded away.
    pub(crate) fn pose(&mut self, problems: &Problems, folded: bool) {
        self.known = problems.0.iter().map(|p| p.finding.clone()).collect();
        self.folded = folded;
        self.explained = if folded { BTreeSet::new() } else { BTreeSet::from([0]) };
    }
}

#[derive(Component)]
struct Sheet;

/// Where a problem's explanation lies.
#[derive(Component)]
pub(super) struct Room(pub(super) usize);

/// An explanation just opened: it is scrolled to after so many frames.
#[derive(Component)]
struct Opened(u32);

/// Frames after which what was just built has its size.
const LAID_OUT: u32 = 3;

#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(Aside)]
pub(super) enum Act {
    Fold,
    Open,
    Explain(usize),
}

/// A mistake that was not there before opens the panel again.
fn follow_problems(problems: Res<Problems>, mut panel: ResMut<Panel>) {
    if !problems.is_changed() {
        return;
    }
    let now: Vec<Finding> = problems.0.iter().map(|p| p.finding.clone()).collect();
    if now == panel.known {
        return;
    }
    if now.iter().any(|finding| !panel.known.contains(finding)) {
        panel.folded = false;
    }
    panel.explained.clear();
    panel.known = now;
}

fn fold_by_key(
    keymap: Keymap<'_, '_>,
    problems: Res<Problems>,
    mut panel: ResMut<Panel>,
    mut awake: ResMut<Awake>,
) {
    if keymap.pressed(Action::Problems) && !problems.0.is_empty() {
        panel.folded = !panel.folded;
        awake.settle();
    }
}

fn decide(
    activate: On<Activate>,
    acts: Query<&Act>,
    rooms: Query<(Entity, &Room)>,
    problems: Res<Problems>,
    ui: Res<Ui>,
    mut panel: ResMut<Panel>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let Ok(act) = acts.get(activate.entity) else { return };
    awake.settle();
    match *act {
        Act::Fold => panel.folded = true,
        Act::Open => panel.folded = false,
        Act::Explain(place) => {
            let Some((room, _)) = rooms.iter().find(|(_, room)| room.0 == place) else { return };
            // The card changes where it is: a panel built anew would scroll away.
            let panel = panel.bypass_change_detection();
            commands.entity(room).despawn_children();
            if !panel.explained.remove(&place)
                && let Some(problem) = problems.0.get(place)
            {
                panel.explained.insert(place);
                commands
                    .entity(room)
                    .insert(Opened(LAID_OUT))
                    .with_children(|room| spawn_explanation(room, &ui, problem.finding.code));
            }
        }
    }
}

/// What the panel's look depends on; where it is the same the panel stays as it
/// is, scrolled and all.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    problems: Vec<Problem>,
    folded: bool,
    lang: Lang,
    scale: f32,
    words: [String; 6],
}

/// Interface texts that an author may change while they are shown.
const WORDS: [&str; 6] =
    ["live-fold", "live-last-good", "live-found", "live-expected", "live-nearest", "live-explain"];

fn show(
    problems: Res<Problems>,
    panel: Res<Panel>,
    ui: Res<Ui>,
    options: Res<Options>,
    sheets: Query<Entity, With<Sheet>>,
    acts: Query<(Entity, &Act)>,
    mut last: Local<Option<Shown>>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    if !problems.is_changed() && !panel.is_changed() && !ui.is_changed() {
        return;
    }
    let now = Shown {
        problems: problems.0.clone(),
        folded: panel.folded,
        lang: ui.lang(),
        scale: ui.scale(),
        words: WORDS.map(|key| ui.tr(key)),
    };
    if last.as_ref() == Some(&now) {
        return;
    }
    *last = Some(now);
    // The focus stays on what it was on, if it was on something of the panel's.
    let had = focus.get().and_then(|at| acts.iter().find(|(e, _)| *e == at)).map(|(_, act)| *act);
    sheets.iter().for_each(|sheet| commands.entity(sheet).despawn());
    if problems.0.is_empty() {
        return;
    }
    let mut spawned = Vec::new();
    if panel.folded {
        spawn_marker(&mut commands, &ui, problems.0.len(), &mut spawned);
    } else {
        let home = options.folders.scenarios.parent().map(|home| home.display().to_string());
        let home = home.unwrap_or_default();
        spawn_panel(&mut commands, &ui, &problems.0, &panel, &home, &mut spawned);
    }
    let wanted = match had {
        Some(Act::Fold | Act::Explain(_)) if panel.folded => Some(Act::Open),
        Some(Act::Open) if !panel.folded => Some(Act::Fold),
        other => other,
    };
    let again = spawned.iter().find(|(_, act)| Some(*act) == wanted);
    if let (Some(_), Some((entity, _))) = (wanted, again.or(spawned.first())) {
        focus.set(*entity, FocusCause::Navigated);
    }
}

/// What was asked for is not left below the panel's edge.
fn bring_into_sight(mut opened: Query<(Entity, &mut Opened)>, mut commands: Commands) {
    for (entity, mut frames) in &mut opened {
        if frames.0 > 0 {
            frames.0 -= 1;
        } else {
            commands.entity(entity).remove::<Opened>();
            commands.trigger(ScrollIntoView { entity });
        }
    }
}

pub(super) type Spawned = Vec<(Entity, Act)>;

/// A tab on the window's edge: how many problems there are.
fn spawn_marker(commands: &mut Commands<'_, '_>, ui: &Ui, count: usize, spawned: &mut Spawned) {
    let place = Node {
        position_type: PositionType::Absolute,
        right: Val::Px(2.0),
        top: Val::Percent(42.0),
        ..default()
    };
    let label = ui.tr_args("live-marker", &[("count", count.into())]);
    let frame = Node {
        min_width: Val::Px(TOUCH),
        min_height: Val::Px(TOUCH),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let side = (ui.px(Size::Caption) * 1.9).round();
    let seal = Node {
        min_width: Val::Px(side),
        height: Val::Px(side),
        padding: UiRect::horizontal(Val::Px(GAP_XS)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        border_radius: BorderRadius::MAX,
        ..default()
    };
    commands.spawn((place, GlobalZIndex(40), TabGroup::new(3), Sheet)).with_children(|place| {
        let mut marker = place.spawn((pressable(Look::Plain, &label, frame), Act::Open));
        spawned.push((marker.id(), Act::Open));
        marker.with_child((
            seal,
            BackgroundColor(CINNABAR),
            Pickable::IGNORE,
            children![line(ui, count.to_string(), Size::Caption, true, ON_DARK)],
        ));
    });
}

/// The panel's width in pixels.
pub(super) fn width(ui: &Ui) -> f32 {
    (WIDE * ui.px(Size::Body)).min(WIDEST).round()
}

fn spawn_panel(
    commands: &mut Commands<'_, '_>,
    ui: &Ui,
    problems: &[Problem],
    panel_now: &Panel,
    home: &str,
    spawned: &mut Spawned,
) {
    let place = Node {
        position_type: PositionType::Absolute,
        right: Val::Px(GAP_M),
        // Below the strip of a run.
        top: Val::Px(78.0),
        width: Val::Px(width(ui)),
        // Large type fills the window sooner.
        max_height: Val::Percent(if ui.scale() > 1.4 { 84.0 } else { 62.0 }),
        ..default()
    };
    commands.spawn((place, GlobalZIndex(40), TabGroup::new(3), Sheet)).with_children(|place| {
        let sheet = Node {
            padding: UiRect::all(Val::Px(GAP_M)),
            width: Val::Percent(100.0),
            min_height: Val::Px(0.0),
            ..column(GAP_S)
        };
        let mut sheet = place.spawn(panel(sheet));
        sheet.insert(Surface { ground: RAISED, edge: CINNABAR }).with_children(|sheet| {
            sheet.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|head| {
                let count = ui.tr_args("live-problems", &[("count", problems.len().into())]);
                head.spawn((
                    text(ui, count, Size::Heading, true, CINNABAR_DEEP),
                    Node { flex_grow: 1.0, ..default() },
                ));
                let fold = keyed(ui, Look::Quiet, &ui.tr("live-fold"), &ui.key(Action::Problems));
                let fold = head.spawn((fold, Act::Fold)).id();
                spawned.push((fold, Act::Fold));
            });
            sheet.spawn((
                caption(ui, ui.tr("live-last-good")),
                Node {
                    flex_shrink: 0.0,
                    min_height: height(ui, &ui.tr("live-last-good"), Size::Caption),
                    ..default()
                },
            ));
            scroll_area(sheet, Fit::Hug, GAP_S, |list| {
                let shown = shown(problems);
                for (place, problem) in &shown {
                    let place = *place;
                    let open = panel_now.explained.contains(&place);
                    spawn_problem(list, ui, place, problem, open, home, spawned);
                }
                let more = problems.len() - shown.len();
                if more > 0 {
                    list.spawn(caption(ui, ui.tr_args("live-more", &[("count", more.into())])));
                }
            });
        });
    });
}

/// What is shown, so that many faults of one file hide no other file.
fn shown(problems: &[Problem]) -> Vec<(usize, &Problem)> {
    let file = |problem: &Problem| problem.finding.file.clone();
    let files: BTreeSet<String> = problems.iter().map(file).collect();
    let most = if files.len() > 1 { SHOWN_OF_ONE } else { SHOWN };
    let mut of_file: BTreeMap<String, usize> = BTreeMap::new();
    let mut fits = |(_, problem): &(usize, &Problem)| {
        let count = of_file.entry(file(problem)).or_default();
        *count += 1;
        *count <= most
    };
    problems.iter().enumerate().filter(&mut fits).take(SHOWN).collect()
}
