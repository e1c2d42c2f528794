//! The desk: the lower part of the window, where lines are read and answers given.

use bevy::input_focus::AutoFocus;
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use crate::game::Screen;
use crate::game::assist::{ReadAs, ReadOut};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::{Ask, Asking};
use crate::settings::Action;
use crate::standard::Lang;

use super::PlaySystems;
use super::act::Intent;
use super::ask;
use super::ask::measure::wrapped_height;
use super::hud::{BelowStrip, STRIP};
use super::run::{Draft, Line, Run};

/// The widest the desk grows.
pub(super) const WIDEST: f32 = 1180.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Play), set_the_desk).add_systems(
        Update,
        (lay_the_line, lay_the_question, follow_the_line).chain().in_set(PlaySystems::Show),
    );
}

/// Where the line lies.
#[derive(Component)]
struct LinePlace;

/// Where the question lies.
#[derive(Component)]
struct QuestionPlace;

/// Everything the window cannot do without: a sheet to press on, and the desk.
fn set_the_desk(mut commands: Commands) {
    let whole = Node {
        position_type: PositionType::Absolute,
        width: Val::Percent(100.0),
        height: Val::Percent(100.0),
        ..default()
    };
    // Pressing anywhere on the stage goes on, as in any visual novel. The sheet
    // lies below everything: roots of equal rank are in no settled order.
    commands.spawn((whole.clone(), GlobalZIndex(-1), DespawnOnExit(Screen::Play))).observe(
        |_: On<Pointer<Click>>, run: Option<ResMut<Run>>| {
            if let Some(mut run) = run {
                run.go_on();
            }
        },
    );
    let place = Node {
        justify_content: JustifyContent::End,
        align_items: AlignItems::Center,
        padding: UiRect::new(Val::Px(GAP_L), Val::Px(GAP_L), Val::Px(STRIP), Val::Px(GAP_M)),
        row_gap: Val::Px(GAP_S),
        flex_direction: FlexDirection::Column,
        ..whole
    };
    let part = Node {
        width: Val::Percent(100.0),
        max_width: Val::Px(WIDEST),
        flex_direction: FlexDirection::Column,
        min_height: Val::Px(0.0),
        ..default()
    };
    commands
        .spawn((place, BelowStrip, Pickable::IGNORE, TabGroup::new(1), DespawnOnExit(Screen::Play)))
        .with_children(|desk| {
            let line = Node { flex_shrink: 0.0, ..part.clone() };
            desk.spawn((line, LinePlace, Pickable::IGNORE));
            desk.spawn((part, QuestionPlace, Pickable::IGNORE));
        });
}

/// What the line's look depends on.
#[derive(Clone, Debug, PartialEq)]
struct LineKey {
    line: Option<Line>,
    unread: bool,
    asking: bool,
    lang: Lang,
    scale: f32,
    edition: u32,
}

fn lay_the_line(
    run: Res<Run>,
    ui: Res<Ui>,
    places: Query<Entity, With<LinePlace>>,
    fresh: Query<(), Added<LinePlace>>,
    mut last: Local<Option<LineKey>>,
    mut commands: Commands,
) {
    let Ok(place) = places.single() else { return };
    let asking = run.asking().is_some();
    let key = LineKey {
        line: run.line.clone(),
        unread: run.unread,
        asking,
        lang: ui.lang(),
        scale: ui.scale(),
        edition: ui.edition(),
    };
    if fresh.is_empty() && last.as_ref() == Some(&key) {
        return;
    }
    commands.entity(place).despawn_children();
    if let Some(line) = key.line.as_ref().filter(|_| !asking) {
        commands.entity(place).with_children(|place| spawn_line(place, &ui, &run, line));
    }
    *last = Some(key);
}

fn spawn_line(place: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run, line: &Line) {
    let size = Size::Lead;
    let script = run.session.scenario();
    let member = line.who.as_ref().and_then(|who| script.cast.get(who));
    // The layout measures words before it wraps them: without this a second
    // line would push the button out of the sheet.
    let name = if member.is_some() { ui.px(Size::Body) * 1.7 } else { 0.0 };
    let words = wrapped_height(ui, ui.say(&line.text), size, 8.0);
    let button = TOUCH.max(ui.px(Size::Body) * 2.3);
    let sheet = Node {
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_M)),
        min_height: Val::Px(name + words + button + 2.0 * GAP_M + GAP_S),
        ..column(GAP_XS)
    };
    let go_on = |_: On<Pointer<Click>>, run: Option<ResMut<Run>>| {
        if let Some(mut run) = run {
            run.go_on();
        }
    };
    place.spawn(panel(sheet)).observe(go_on).with_children(|sheet| {
        if let Some(member) = member {
            sheet.spawn(row(GAP_S)).with_children(|head| {
                head.spawn(text(ui, ui.say(&member.name), Size::Body, true, JADE_DEEP));
                let role = ui.say(&member.role);
                if !role.is_empty() {
                    head.spawn(caption(ui, role));
                }
            });
        }
        let words = ui.say(&line.text);
        let (words, colour) = if line.thought {
            (in_brackets(ui, words), INK_SOFT)
        } else {
            (words.to_owned(), if member.is_some() { INK } else { INK_SOFT })
        };
        sheet.spawn((
            text(ui, words, size, false, colour),
            Node { max_width: Val::Percent(100.0), ..default() },
            ReadOut::Politely,
            ReadAs(said(run, ui, line)),
        ));
        if run.unread {
            let foot = Node {
                justify_content: JustifyContent::End,
                margin: UiRect::top(Val::Auto),
                ..row(GAP_S)
            };
            sheet.spawn((foot, Pickable::IGNORE)).with_children(|foot| {
                foot.spawn((
                    keyed(ui, Look::Quiet, &ui.tr("play-go-on"), &ui.key(Action::Confirm)),
                    Intent::GoOn,
                    Keep("play/go-on".to_owned()),
                    AutoFocus,
                ));
            });
        }
    });
}

/// A thought, in the brackets of the language.
fn in_brackets(ui: &Ui, words: &str) -> String {
    match ui.lang() {
        Lang::Zh => format!("（{words}）"),
        Lang::En => format!("({words})"),
    }
}

/// A line above a question, which goes on changing while the clock runs.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum LiveLine {
    /// The one before the last, where people talk while the clock runs.
    Earlier,
    Last,
}

/// One of the last lines in one row: who, and what.
fn live_line(run: &Run, ui: &Ui, which: LiveLine) -> String {
    let line = match which {
        LiveLine::Earlier => &run.earlier,
        LiveLine::Last => &run.line,
    };
    line.as_ref().map(|line| said(run, ui, line)).unwrap_or_default()
}

/// Who says it, and what.
fn said(run: &Run, ui: &Ui, line: &Line) -> String {
    let words = ui.say(&line.text);
    let member = line.who.as_ref().and_then(|who| run.session.scenario().cast.get(who));
    match member {
        Some(member) => format!("{}{}{words}", ui.say(&member.name), ui.tr("play-says")),
        None if line.thought => in_brackets(ui, words),
        None => words.to_owned(),
    }
}

fn follow_the_line(run: Res<Run>, ui: Res<Ui>, mut lines: Query<(&LiveLine, &mut Text)>) {
    for (which, mut words) in &mut lines {
        let now = live_line(&run, &ui, *which);
        if words.0 != now {
            words.0 = now;
        }
    }
}

/// What the question's look depends on; what changes with the clock is left to
/// systems of its own, so that a press is never lost to a rebuilt button.
#[derive(Clone, Debug, PartialEq)]
struct QuestionKey {
    asking: Option<Asking>,
    draft: Draft,
    noticed: Option<crate::standard::Text>,
    refused: Option<&'static str>,
    lang: Lang,
    scale: f32,
    edition: u32,
}

fn lay_the_question(
    run: Res<Run>,
    ui: Res<Ui>,
    places: Query<Entity, With<QuestionPlace>>,
    fresh: Query<(), Added<QuestionPlace>>,
    mut last: Local<Option<QuestionKey>>,
    mut commands: Commands,
) {
    let Ok(place) = places.single() else { return };
    let asking = run.asking().map(|asking| Asking {
        elapsed_ms: 0,
        rings: std::collections::BTreeMap::new(),
        value: None,
        busy_until: asking.busy_until.filter(|until| *until > run.now()),
        ..*asking
    });
    let key = QuestionKey {
        asking,
        draft: run.draft.clone(),
        noticed: run.noticed.clone(),
        refused: run.refused,
        lang: ui.lang(),
        scale: ui.scale(),
        edition: ui.edition(),
    };
    if fresh.is_empty() && last.as_ref() == Some(&key) {
        return;
    }
    commands.entity(place).despawn_children();
    if let Some(asking) = &key.asking {
        commands.entity(place).with_children(|place| {
            let sheet = Node {
                padding: UiRect::axes(Val::Px(GAP_L), Val::Px(12.0)),
                min_height: Val::Px(0.0),
                ..column(GAP_S)
            };
            place.spawn(panel(sheet)).with_children(|sheet| {
                // Where people talk while the clock runs, their words are what counts.
                let runs = ask::runs_by_itself(&asking.prompt.ask);
                let mut live = |which: LiveLine, size: Size, colour: Color| {
                    let words = live_line(&run, &ui, which);
                    // A second line has its room before the layout has wrapped it.
                    let high = wrapped_height(&ui, &words, size, 4.0);
                    let mut live = sheet.spawn((
                        text(&ui, words, size, false, colour),
                        Node { flex_shrink: 0.0, min_height: Val::Px(high), ..default() },
                        which,
                    ));
                    if which == LiveLine::Last {
                        live.insert(ReadOut::Politely);
                    }
                };
                if runs {
                    // Two lines and a counter leave no room for what was said before.
                    if !matches!(asking.prompt.ask, Ask::Queue { .. }) {
                        live(LiveLine::Earlier, Size::Caption, INK_SOFT);
                    }
                    live(LiveLine::Last, Size::Lead, INK);
                } else {
                    // What somebody said is what is answered, though a thought came after.
                    let says = |line: &Option<Line>| line.as_ref().is_some_and(|l| l.who.is_some());
                    if says(&run.earlier) && !says(&run.line) {
                        live(LiveLine::Earlier, Size::Caption, INK_SOFT);
                    }
                    live(LiveLine::Last, Size::Body, INK_SOFT);
                }
                ask::spawn(sheet, &ui, &run, asking);
            });
        });
    }
    *last = Some(key);
}
