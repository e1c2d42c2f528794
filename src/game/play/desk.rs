//! The desk: the lower part of the window, where lines are read and answers given.

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;
use bevy::ui::{UiGlobalTransform, UiSystems};
use bevy::window::PrimaryWindow;

use crate::game::assist::{ReadAs, ReadOut};
use crate::game::awake::Awake;
use crate::game::stage::{StageHidden, StageSystems};
use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::{Chosen, Screen};
use crate::session::{Ask, Asking};
use crate::settings::ReadingSpeed;
use crate::standard::Lang;

use super::PlaySystems;
use super::ask;
use super::controls::{self, ControlsKey};
use super::hud::{BelowStrip, HeardPlace, STRIP};
use super::pace;
use super::pages::{MOST_LINES, Pages};
use super::run::{Draft, Line, Run};

/// The widest the desk grows.
pub(super) const WIDEST: f32 = 1180.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Breadth>()
        .add_systems(OnEnter(Screen::Play), set_the_desk)
        .add_systems(Update, measure.in_set(PlaySystems::Hear))
        .add_systems(
            Update,
            (lay_the_line, lay_the_question, follow_the_line).chain().in_set(PlaySystems::Show),
        )
        .add_systems(PostUpdate, hide_the_stage.after(UiSystems::Layout).before(StageSystems::Cut));
}

/// An opaque sheet before the stage.
#[derive(Component)]
struct HidesStage;

/// The largest sheet, but for its round corners, hides what lies behind it.
fn hide_the_stage(
    sheets: Query<(&ComputedNode, &UiGlobalTransform), With<HidesStage>>,
    mut hidden: ResMut<StageHidden>,
) {
    let inside = |(node, place): (&ComputedNode, &UiGlobalTransform)| {
        let corners = Vec2::splat(RADIUS_L / node.inverse_scale_factor().max(0.01));
        Rect::from_center_size(place.translation, (node.size() - corners).max(Vec2::ZERO))
    };
    let area = |rect: &Rect| rect.width() * rect.height();
    let largest = sheets.iter().map(inside).max_by(|a, b| area(a).total_cmp(&area(b)));
    let desk = largest.filter(|rect| !rect.is_empty());
    if hidden.desk != desk {
        hidden.desk = desk;
    }
}

/// How wide the desk is now, in logical pixels.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub(super) struct Breadth(f32);

impl Default for Breadth {
    fn default() -> Breadth {
        Breadth(WIDEST)
    }
}

impl Breadth {
    /// What of it words have: the rest is padding and border.
    pub(super) fn room(self) -> f32 {
        self.0 - 2.0 * GAP_L - 2.0
    }
}

fn measure(
    windows: Query<&Window, With<PrimaryWindow>>,
    scale: Res<UiScale>,
    mut breadth: ResMut<Breadth>,
) {
    let Ok(window) = windows.single() else { return };
    let wide = (window.width() / scale.0 - 2.0 * GAP_L).min(WIDEST);
    breadth.set_if_neq(Breadth(wide));
}

/// Where the line lies.
#[derive(Component)]
struct LinePlace;

/// Where the question lies.
#[derive(Component)]
pub(super) struct QuestionPlace;

/// The most of the window a question has: above it faces are to be seen. What is
/// longer scrolls.
const MOST: Val = Val::Vh(64.0);
/// The same where type is large and the rest is lifted.
const MOST_LARGE: Val = Val::Vh(68.0);

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
    commands.spawn((whole.clone(), GlobalZIndex(-1), DespawnOnExit(Screen::Play))).observe(go_on);
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
            let heard = Node {
                flex_shrink: 0.0,
                width: Val::Percent(100.0),
                max_width: Val::Px(WIDEST),
                ..row(GAP_S)
            };
            desk.spawn((heard, HeardPlace::AboveTheDesk, Pickable::IGNORE));
            let line = Node { flex_shrink: 0.0, ..part.clone() };
            desk.spawn((line, LinePlace, Pickable::IGNORE));
            let question = Node { max_height: MOST, ..part };
            desk.spawn((question, QuestionPlace, Pickable::IGNORE));
        });
}

/// Pressing it goes on.
fn go_on(click: On<Pointer<Click>>, run: Option<ResMut<Run>>) {
    if let Some(mut run) = run {
        run.went_on_at = Some(click.pointer_location.position);
        run.go_on();
    }
}

/// What the line's look depends on.
#[derive(Clone, Debug, PartialEq)]
struct LineKey {
    line: Option<Line>,
    unread: bool,
    /// Not shown: the question has it, or the stage acts first.
    hidden: bool,
    pages: Pages,
    controls: ControlsKey,
    lang: Lang,
    scale: f32,
    edition: u32,
}

fn lay_the_line(
    run: Res<Run>,
    ui: Res<Ui>,
    chosen: Res<Chosen>,
    places: Query<Entity, With<LinePlace>>,
    fresh: Query<(), Added<LinePlace>>,
    mut last: Local<Option<LineKey>>,
    mut commands: Commands,
) {
    let Ok(place) = places.single() else { return };
    let key = LineKey {
        line: run.line.clone(),
        unread: run.unread,
        hidden: run.asking().is_some() || run.hold.waits(),
        pages: run.pages.clone(),
        controls: ControlsKey::of(&run, &chosen),
        lang: ui.lang(),
        scale: ui.scale(),
        edition: ui.edition(),
    };
    if fresh.is_empty() && last.as_ref() == Some(&key) {
        return;
    }
    commands.entity(place).despawn_children();
    if let Some(line) = key.line.as_ref().filter(|_| !key.hidden) {
        let spawn = |place: &mut ChildSpawnerCommands<'_>| {
            spawn_line(place, &ui, &run, line, key.controls);
        };
        commands.entity(place).with_children(spawn);
    }
    *last = Some(key);
}

fn spawn_line(
    place: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    line: &Line,
    controls: ControlsKey,
) {
    let size = Size::Lead;
    let script = run.session.scenario();
    let member = line.who.as_ref().and_then(|who| script.cast.get(who));
    // Room for two lines under a name, come what may: what one presses next stays
    // where it is from line to line.
    let name = ui.px(Size::Body) * Size::Body.leading() + GAP_XS;
    let words = MOST_LINES * ui.line_height(size);
    let sheet = Node {
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_S)),
        min_height: Val::Px(name + words + ui.button_height() + 2.0 * GAP_S + GAP_XS + 2.0),
        ..column(GAP_XS)
    };
    place.spawn((panel(sheet), HidesStage)).observe(go_on).with_children(|sheet| {
        if let Some(member) = member {
            sheet.spawn(row(GAP_S)).with_children(|head| {
                head.spawn(text(ui, ui.say(&member.name), Size::Body, true, JADE_DEEP));
                let role = ui.say(&member.role);
                if !role.is_empty() {
                    head.spawn(caption(ui, role));
                }
            });
        }
        // Words without a name take half of its room above them, half below.
        let above = Val::Px(if member.is_some() { 0.0 } else { name / 2.0 });
        let words = line_words(ui, line);
        let soft = line.thought || member.is_none();
        sheet.spawn((
            text(ui, run.pages.shown(&words), size, false, if soft { INK_SOFT } else { INK }),
            Node { max_width: Val::Percent(100.0), margin: UiRect::top(above), ..default() },
            ReadOut::Politely,
            ReadAs(said(run, ui, line)),
        ));
        controls::spawn(sheet, ui, run, controls);
    });
}

/// A line as it stands on the desk: a thought is in brackets.
pub(super) fn line_words(ui: &Ui, line: &Line) -> String {
    let words = ui.say(&line.text);
    if line.thought { in_brackets(ui, words) } else { words.to_owned() }
}

/// Who says it, and what.
fn said(run: &Run, ui: &Ui, line: &Line) -> String {
    let words = line_words(ui, line);
    let member = line.who.as_ref().and_then(|who| run.session.scenario().cast.get(who));
    match member {
        Some(member) => format!("{}{}{words}", ui.say(&member.name), ui.tr("play-says")),
        None => words,
    }
}

/// A thought, in the brackets of the language.
pub(super) fn in_brackets(ui: &Ui, words: &str) -> String {
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

impl LiveLine {
    /// One of the last lines in one row: who, and what.
    fn words(self, run: &Run, ui: &Ui) -> String {
        let line = match self {
            LiveLine::Earlier => &run.earlier,
            LiveLine::Last => &run.line,
        };
        line.as_ref().map(|line| said(run, ui, line)).unwrap_or_default()
    }

    /// Whether somebody talks on while the clock of this question runs.
    fn is_talk(self, ask: &Ask) -> bool {
        self == LiveLine::Last && ask::runs_by_itself(ask)
    }

    /// What of it is shown, and after how many seconds more
    /// of it is. While a clock runs nobody turns pages: they turn as they are spoken.
    /// Beside a still question the last page stays; the others have been read.
    fn shown(self, run: &Run, ui: &Ui, size: Size, room: f32) -> (String, Option<f32>) {
        let words = self.words(run, ui);
        let talk = run.asking().is_some_and(|asking| self.is_talk(&asking.prompt.ask));
        let most = if talk { LIVE_LINES } else { MOST_LINES };
        let mut pages = Pages::as_parts(ui, &words, size, room, most);
        let mut wait = None;
        if talk {
            // Slowed timers slow whoever speaks; without any there is all the time.
            let slower = run.session.setup().timers.tenths().map_or(2.0, |tenths| {
                #[allow(clippy::cast_precision_loss, reason = "tenths are 10 to 100")]
                let slower = tenths as f32 / 10.0;
                slower
            });
            let mut left = run.line_age();
            while pages.more() {
                let stays = slower * pace::stays(pages.shown(&words), ReadingSpeed::Fast);
                if left < stays {
                    wait = Some(stays - left);
                    break;
                }
                left -= stays;
                pages.turn();
            }
        } else {
            pages.turn_to_last();
        }
        (pages.shown_as_part(&words), wait)
    }
}

fn follow_the_line(
    run: Res<Run>,
    ui: Res<Ui>,
    breadth: Res<Breadth>,
    mut lines: Query<(&LiveLine, &LiveSize, &mut Text)>,
    mut awake: ResMut<Awake>,
) {
    for (which, size, mut words) in &mut lines {
        let (now, wait) = which.shown(&run, &ui, size.0, breadth.room());
        if words.0 != now {
            words.0 = now;
        }
        if let Some(wait) = wait {
            awake.wake_in(f64::from(wait));
        }
    }
}

/// How many lines people's words have while a clock runs: one, which goes on as
/// they speak; the desk needs the room, and keeps it.
const LIVE_LINES: f32 = 1.0;

/// The size a live line is written in.
#[derive(Component, Clone, Copy)]
struct LiveSize(Size);

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
    breadth: Res<Breadth>,
    mut places: Query<(Entity, &mut Node), With<QuestionPlace>>,
    fresh: Query<(), Added<QuestionPlace>>,
    mut last: Local<Option<QuestionKey>>,
    mut commands: Commands,
) {
    let Ok((place, mut node)) = places.single_mut() else { return };
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
    node.max_height = if ask::is_large(&ui) { MOST_LARGE } else { MOST };
    commands.entity(place).despawn_children();
    let room = breadth.room();
    if let Some(asking) = &key.asking {
        commands.entity(place).with_children(|place| {
            // With the scroll area's own, a padding as ever.
            let above = Val::Px(12.0 - WELL_ABOVE);
            let sheet = Node {
                padding: UiRect::axes(Val::Px(GAP_L), above),
                min_height: Val::Px(0.0),
                ..column(0.0)
            };
            let fill = |sheet: &mut ChildSpawnerCommands<'_>| {
                // Where people talk while the clock runs, their words are what counts.
                let runs = ask::runs_by_itself(&asking.prompt.ask);
                let mut live = |which: LiveLine, size: Size, colour: Color| {
                    let (words, _) = which.shown(&run, &ui, size, room);
                    let lines = ui.lines(&words, size, false, room).min(MOST_LINES);
                    // Where people talk meanwhile, nothing moves with what they say.
                    let talk = which.is_talk(&asking.prompt.ask);
                    let lines = if talk { LIVE_LINES } else { lines };
                    let high = lines * ui.line_height(size);
                    let mut live = sheet.spawn((
                        text(&ui, words, size, false, colour),
                        Node { flex_shrink: 0.0, min_height: Val::Px(high), ..default() },
                        (which, LiveSize(size)),
                    ));
                    if which == LiveLine::Last {
                        live.insert(ReadOut::Politely);
                    }
                };
                if runs {
                    // Two lines and a counter leave no room for what was said before, nor does large type.
                    let crowded = matches!(asking.prompt.ask, Ask::Queue { .. });
                    if !crowded && !ask::is_large(&ui) {
                        live(LiveLine::Earlier, Size::Caption, INK_SOFT);
                    }
                    live(LiveLine::Last, Size::Lead, INK);
                } else {
                    // What somebody said is what is answered, though a thought came after.
                    let says = |line: &Option<Line>| line.as_ref().is_some_and(|l| l.who.is_some());
                    let room = !ask::is_large(&ui);
                    if room && says(&run.earlier) && !says(&run.line) {
                        live(LiveLine::Earlier, Size::Caption, INK_SOFT);
                    }
                    live(LiveLine::Last, if room { Size::Body } else { Size::Caption }, INK_SOFT);
                }
                ask::spawn(sheet, &ui, &run, asking);
            };
            place.spawn((panel(sheet), HidesStage)).with_children(|sheet| {
                scroll_area(sheet, Fit::Hug, GAP_S, fill);
                let foot = Node { flex_shrink: 0.0, ..column(0.0) };
                sheet.spawn(foot).with_children(|foot| ask::spawn_foot(foot, &ui, &run, asking));
            });
        });
    }
    *last = Some(key);
}
