//! What runs by itself: lines that ring, silences, a hand in the air, several at once.

use bevy::prelude::*;
use bevy::ui::InteractionDisabled;

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::locale::timer_look;
use crate::scenario::TimerLook;
use crate::session::{Ask, Asking, Shown, ShownTrack};

use super::super::PlaySystems;
use super::super::act::Intent;
use super::super::run::Run;
use super::measure::{ROOM, rows};
use super::spawn_cards;

/// How many rings a row of lamps shows, and the room they take.
const LAMPS: u32 = 8;
const LAMP_ROOM: f32 = 8.0 * 10.0 + 8.0 * GAP_S;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (run_down, count_rings, light_lamps).in_set(PlaySystems::Show));
}

/// The bar that runs down to the limit.
#[derive(Component)]
struct Limit;

/// The words that count a track's rings.
#[derive(Component)]
struct RingWords(String);

/// One lamp of a track: lit from this ring on.
#[derive(Component)]
struct Lamp(String, u32);

/// Whether the player may see when it ends. A silence or a call must be borne
/// without knowing how long.
pub(super) fn shows_the_end(ask: &Ask) -> bool {
    !matches!(
        ask,
        Ask::Queue { .. }
            | Ask::Note { .. }
            | Ask::Timer { look: TimerLook::Phone | TimerLook::Silence, .. }
    )
}

pub(super) fn spawn_limit(sheet: &mut ChildSpawnerCommands<'_>) {
    let groove = Node {
        height: Val::Px(6.0),
        flex_shrink: 0.0,
        border_radius: BorderRadius::all(Val::Px(3.0)),
        ..default()
    };
    sheet.spawn((groove, BackgroundColor(SUNK), Pickable::IGNORE)).with_child((
        Node {
            width: Val::Percent(100.0),
            height: Val::Percent(100.0),
            border_radius: BorderRadius::all(Val::Px(3.0)),
            ..default()
        },
        BackgroundColor(CINNABAR),
        Limit,
    ));
}

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    look: Option<TimerLook>,
    tracks: &[ShownTrack],
    actions: &[Shown],
) {
    if !tracks.is_empty() {
        let strip = Node {
            flex_shrink: 0.0,
            min_height: Val::Px(strip_height(ui, tracks)),
            align_content: AlignContent::Start,
            ..wrap(GAP_M)
        };
        sheet.spawn(strip).with_children(|strip| {
            for track in tracks {
                spawn_track(strip, ui, track);
            }
        });
    } else if let Some(key) = look.and_then(timer_look) {
        sheet.spawn(caption(ui, ui.tr(key)));
    }
    spawn_actions(sheet, ui, run, asking, actions, 0);
}

/// What can be done, and, greyed, what could be: each keeps its place and
/// number from when it first came up, so that nothing moves under a finger.
/// Numbers begin after `taken`, those something else on the desk has.
pub(super) fn spawn_actions(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    actions: &[Shown],
    taken: usize,
) {
    let offered: Vec<&Shown> =
        run.offered.iter().filter_map(|id| actions.iter().find(|a| a.id == *id)).collect();
    // The places are set for all there may be, come up or not.
    let wait = ui.tr("play-wait");
    let mut words: Vec<&str> = actions.iter().map(|a| ui.say(&a.text)).collect();
    if asking.prompt.limit_ms.is_none() {
        words.push(&wait);
    }
    let busy = asking.busy_until.is_some();
    let cards = |grid: &mut ChildSpawnerCommands<'_>| {
        for (place, action) in offered.iter().enumerate() {
            let mut card = grid.spawn((
                option_card(ui, taken + place + 1, ui.say(&action.text)),
                Intent::Choose(action.id.clone()),
                Keep(format!("play/{}", action.id)),
            ));
            if busy || !asking.possible.contains(&action.id) {
                card.insert(InteractionDisabled);
            }
        }
        if asking.prompt.limit_ms.is_none() {
            grid.spawn((
                button(ui, Look::Plain, &wait),
                Intent::Wait,
                Keep("play/wait".to_owned()),
            ));
        }
    };
    spawn_cards(sheet, ui, cards, &words);
}

/// How high the tracks stand once they wrap, which the layout finds out too late.
fn strip_height(ui: &Ui, tracks: &[ShownTrack]) -> f32 {
    let px = ui.px(Size::Body);
    let rows = rows(tracks.iter().map(|track| track_width(ui, track)), GAP_M, ROOM);
    rows * (px * Size::Body.leading() + 2.0 * GAP_XS) + (rows - 1.0) * GAP_M
}

/// How wide a track is with the longest it may say: it keeps that width, so that
/// nothing moves when a line is answered.
fn track_width(ui: &Ui, track: &ShownTrack) -> f32 {
    let ring = ui.tr_args("play-ring", &[("count", 8.into())]);
    let states = [ui.tr("play-answered"), ui.tr("play-waiting"), ring];
    let states = &states[..if track.rings { 3 } else { 2 }];
    let state = states.iter().map(|words| ui.width(words, Size::Body, false)).fold(0.0, f32::max);
    let lamps = if track.rings { LAMP_ROOM } else { 0.0 };
    let name = ui.width(&track_name(ui, track), Size::Body, true);
    (name + state + lamps + 2.0 * GAP_M + GAP_S + 2.0).ceil()
}

fn track_name(ui: &Ui, track: &ShownTrack) -> String {
    format!("{}{}", if track.rings { "☎ " } else { "● " }, ui.say(&track.label))
}

fn spawn_track(strip: &mut ChildSpawnerCommands<'_>, ui: &Ui, track: &ShownTrack) {
    let frame = Node {
        width: Val::Px(track_width(ui, track)),
        flex_shrink: 0.0,
        padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_XS)),
        border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
        ..row(GAP_S)
    };
    strip.spawn((frame, BackgroundColor(SUNK), Pickable::IGNORE)).with_children(|row| {
        row.spawn(line(ui, track_name(ui, track), Size::Body, true, INK));
        if track.rings {
            for ring in 1..=LAMPS {
                let lamp = Node {
                    width: Val::Px(10.0),
                    height: Val::Px(10.0),
                    border_radius: BorderRadius::MAX,
                    ..default()
                };
                row.spawn((lamp, BackgroundColor(LINE), Lamp(track.id.clone(), ring)));
            }
        }
        row.spawn((line(ui, "", Size::Body, false, CINNABAR_DEEP), RingWords(track.id.clone())));
    });
}

/// The limit's bar follows the activity's own time.
fn run_down(run: Res<Run>, mut bars: Query<&mut Node, With<Limit>>) {
    if bars.is_empty() {
        return;
    }
    let Some(gone) = run.asking().and_then(|_| run.session.time_gone(run.now())) else { return };
    let left = 100.0 * (1.0 - gone);
    for mut bar in &mut bars {
        bar.width = Val::Percent(left);
    }
}

fn count_rings(
    run: Res<Run>,
    ui: Res<Ui>,
    mut words: Query<(&RingWords, &mut Text, &mut TextColor)>,
) {
    if words.is_empty() {
        return;
    }
    let Some(asking) = run.asking() else { return };
    for (track, mut words, mut colour) in &mut words {
        let (count, answered) = asking.rings.get(&track.0).copied().unwrap_or_default();
        colour.set_if_neq(TextColor(if answered { JADE_DEEP } else { CINNABAR_DEEP }));
        let said = match (count, answered) {
            (_, true) => ui.tr("play-answered"),
            (0, false) => ui.tr("play-waiting"),
            (count, false) => ui.tr_args("play-ring", &[("count", count.into())]),
        };
        if words.0 != said {
            words.0 = said;
        }
    }
}

fn light_lamps(run: Res<Run>, mut lamps: Query<(&Lamp, &mut BackgroundColor)>) {
    if lamps.is_empty() {
        return;
    }
    let Some(asking) = run.asking() else { return };
    for (lamp, mut colour) in &mut lamps {
        let (count, answered) = asking.rings.get(&lamp.0).copied().unwrap_or_default();
        let lit = if answered { JADE } else { CINNABAR };
        colour.set_if_neq(BackgroundColor(if lamp.1 <= count { lit } else { LINE }));
    }
}
