//! What rings or waits, drawn: telephones that shake, a hand in the air, a page, a silence.

use std::f32::consts::TAU;

use bevy::prelude::*;
use bevy::ui::InteractionDisabled;

use crate::game::assist::{ReadAs, ReadOut};
use crate::game::theme::drawing::{drawn, placed, portrait};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::locale::timer_look;
use crate::scenario::TimerLook;
use crate::session::{Asking, Shown, ShownTrack};

use super::super::PlaySystems;
use super::super::act::Intent;
use super::super::run::Run;
use super::bells::{self, Bells};
use super::is_large;
use super::measure::{ROOM, rows};

/// The picture of a line, a person, a hand or a page.
const PICTURE: Vec2 = Vec2::new(104.0, 70.0);
/// How much smaller it is where type is large.
const SMALL: f32 = 0.5;
/// Half a ripple's way, in pixels, and how long it is under way, in milliseconds.
const RIPPLE: f32 = 29.0;
/// The ear a silence spreads from.
const EAR: Vec2 = Vec2::new(54.0, 63.0);
const RIPPLE_MS: f32 = 3_600.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Bells>().add_systems(
        Update,
        (bells::listen, ring_and_lift, tire, count_rings).chain().in_set(PlaySystems::Show),
    );
}

/// What a part of a drawing does.
#[derive(Component, Clone, Debug)]
enum Moves {
    /// A telephone, which shakes.
    Set(String),
    /// Its receiver, which is lifted.
    Receiver(String),
    /// The sign that it rings.
    Sign(String),
    /// A hand in the air, which sinks and trembles.
    Hand,
    /// Where one is on the page.
    Reading,
    /// A silence that spreads, begun at this share of its way.
    Ripple(f32),
}

/// The words that tell how a track stands.
#[derive(Component)]
struct TrackWords {
    track: String,
    name: String,
    /// Whether it is a telephone.
    rings: bool,
}

/// What is drawn of a question that runs by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Picture<'a> {
    Telephone,
    /// Who waits, by the name of their figure.
    Portrait(&'a str),
    /// Somebody who is not seen.
    Person,
    Hand,
    Card,
    Page,
    Silence,
}

impl<'a> Picture<'a> {
    /// Of a track, or of the question itself; `figure` is the track's, if it has one.
    fn of(
        look: Option<TimerLook>,
        track: Option<&ShownTrack>,
        figure: Option<&'a str>,
    ) -> Picture<'a> {
        match (look, track) {
            (_, Some(track)) if track.rings => Picture::Telephone,
            (Some(TimerLook::Hand), _) => Picture::Hand,
            (Some(TimerLook::Card), _) => Picture::Card,
            (Some(TimerLook::Reading), _) => Picture::Page,
            (Some(TimerLook::Silence), _) => Picture::Silence,
            (Some(TimerLook::Phone), None) => Picture::Telephone,
            (_, Some(_)) | (None, None) => figure.map_or(Picture::Person, Picture::Portrait),
        }
    }
}

/// How wide what stands beside the prompt is; 0 where nothing does.
pub(super) fn beside_width(ui: &Ui, look: TimerLook, tracks: &[ShownTrack]) -> f32 {
    match tracks {
        [] if look == TimerLook::Silence || is_large(ui) => picture_size(ui).x,
        [] => PICTURE.x + timer_look(look).map_or(0.0, |key| words_width(ui, &ui.tr(key))),
        [track] => track_width(ui, track, Shows::alone(ui, track)),
        _ => 0.0,
    }
}

fn words_width(ui: &Ui, words: &str) -> f32 {
    ui.width(words, Size::Caption, false) + GAP_S + 2.0
}

/// Beside the prompt: the one thing that rings or waits.
pub(super) fn spawn_beside(
    head: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    look: TimerLook,
    tracks: &[ShownTrack],
    actions: &[Shown],
) {
    match tracks {
        [] => {
            head.spawn(Node { flex_shrink: 0.0, ..row(GAP_S) }).with_children(|row| {
                spawn_small(row, ui, |picture| {
                    spawn_picture(picture, Picture::of(Some(look), None, None), "");
                });
                if let Some(key) = timer_look(look).filter(|_| !is_large(ui)) {
                    row.spawn(line(ui, ui.tr(key), Size::Caption, false, INK_SOFT));
                }
            });
        }
        [track] => {
            let shows = Shows::alone(ui, track);
            spawn_track(head, ui, run, asking, (Some(look), track, shows), actions);
        }
        _ => {}
    }
}

/// Everything that rings or waits, side by side.
pub(super) fn spawn_tracks(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    look: Option<TimerLook>,
    tracks: &[ShownTrack],
    actions: &[Shown],
) {
    let widths = tracks.iter().map(|track| track_width(ui, track, Shows::All));
    let rows = rows(widths, GAP_M, ROOM);
    let strip = Node {
        flex_shrink: 0.0,
        // The layout finds out too late that the tracks wrap.
        min_height: Val::Px(rows * track_height(ui) + (rows - 1.0) * GAP_S),
        align_content: AlignContent::Start,
        row_gap: Val::Px(GAP_S),
        ..wrap(GAP_M)
    };
    sheet.spawn(strip).with_children(|strip| {
        for track in tracks {
            spawn_track(strip, ui, run, asking, (look, track, Shows::All), actions);
        }
    });
}

/// The type that tracks are named in: large type is cut to what is needed.
fn track_size(ui: &Ui) -> Size {
    if is_large(ui) { Size::Caption } else { Size::Body }
}

fn track_height(ui: &Ui) -> f32 {
    let size = track_size(ui);
    let line = ui.line_height(size);
    let words = if is_large(ui) { line } else { 2.0 * line };
    words.max(picture_size(ui).y) + 2.0 * GAP_XS
}

/// What is written on a track beside its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    /// Its name and how it stands.
    All,
    /// How it stands.
    State,
    /// Nothing: the question beside it says who waits.
    Nothing,
}

impl Shows {
    /// For the only track of a question: large type has no room for more.
    fn alone(ui: &Ui, track: &ShownTrack) -> Shows {
        match (is_large(ui), track.rings) {
            (false, _) => Shows::All,
            (true, true) => Shows::State,
            (true, false) => Shows::Nothing,
        }
    }
}

/// How wide a track is with the longest it may say: it keeps that width, so that
/// nothing moves when a line is answered.
fn track_width(ui: &Ui, track: &ShownTrack, shows: Shows) -> f32 {
    let states = [(0, false), (8, false), (8, true)]
        .map(|(rung, answered)| state_words(ui, track.rings, rung, answered));
    let size = track_size(ui);
    let state = states.iter().map(|words| ui.width(words, size, true)).fold(0.0, f32::max);
    let name = ui.width(ui.say(&track.label), size, true);
    let words = match shows {
        Shows::All if is_large(ui) => GAP_S + name + GAP_S + state,
        Shows::All => GAP_S + name.max(state),
        Shows::State => GAP_S + state,
        Shows::Nothing => 0.0,
    };
    (picture_size(ui).x + words + 2.0 * GAP_M + 4.0).ceil()
}

/// How a track stands; a ring has its sign, and where type is large no more than
/// its number beside it.
fn state_words(ui: &Ui, rings: bool, rung: u32, answered: bool) -> String {
    let words = ui.track_state(rings, rung, answered);
    match rings && rung > 0 && !answered {
        true if is_large(ui) => format!("☎ {rung}"),
        true => format!("☎ {words}"),
        false => words,
    }
}

fn spawn_track(
    parent: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    (look, track, shows): (Option<TimerLook>, &ShownTrack, Shows),
    actions: &[Shown],
) {
    let frame = Node {
        width: Val::Px(track_width(ui, track, shows)),
        min_height: Val::Px(track_height(ui)),
        flex_shrink: 0.0,
        padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_XS)),
        border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
        ..row(GAP_S)
    };
    let here = |action: &&Shown| action.touch && action.track.as_ref() == Some(&track.id);
    let touchable: Vec<&Shown> = actions.iter().filter(here).collect();
    let label = ui.say(&track.label);
    let figure = track.who.as_deref().and_then(|who| run.session.figure(who));
    let mut frame = if touchable.is_empty() {
        parent.spawn((frame, BackgroundColor(SUNK), Pickable::IGNORE))
    } else {
        let possible = touchable.iter().find(|action| asking.possible.contains(&action.id));
        let does = possible.or(touchable.first()).map_or("", |action| ui.say(&action.text));
        let name = format!("{label}{}{does}", ui.tr("play-says"));
        let mut frame = parent.spawn((
            pressable(Look::Card, &name, frame),
            Intent::Touch(track.id.clone()),
            Keep(format!("play/touch-{}", track.id)),
        ));
        if possible.is_none() || asking.busy_until.is_some() {
            frame.insert(InteractionDisabled);
        }
        frame
    };
    frame.with_children(|card| {
        spawn_small(card, ui, |picture| {
            spawn_picture(picture, Picture::of(look, Some(track), figure), &track.id);
        });
        if shows == Shows::Nothing {
            return;
        }
        let words = if is_large(ui) {
            row(GAP_S)
        } else {
            Node { justify_content: JustifyContent::Center, ..column(0.0) }
        };
        card.spawn((words, Pickable::IGNORE)).with_children(|column| {
            if shows == Shows::All {
                column.spawn(line(ui, label, track_size(ui), true, INK));
            }
            let state = line(ui, "", track_size(ui), true, CINNABAR_DEEP);
            // Rings are told to who listens, with the line they come from.
            let told = (ReadOut::Politely, ReadAs(String::new()));
            let words =
                TrackWords { track: track.id.clone(), name: label.to_owned(), rings: track.rings };
            column.spawn((state, words, told));
        });
    });
}

/// A picture as it is, or where type is large in the height of a line of words.
fn spawn_small(
    row: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    fill: impl FnOnce(&mut ChildSpawnerCommands<'_>),
) {
    let size = picture_size(ui);
    let frame = Node { width: Val::Px(size.x), height: Val::Px(size.y), ..default() };
    row.spawn((Node { flex_shrink: 0.0, ..frame }, Pickable::IGNORE)).with_children(|frame| {
        let whole = Node {
            position_type: PositionType::Absolute,
            width: Val::Px(PICTURE.x),
            height: Val::Px(PICTURE.y),
            left: Val::Px((size.x - PICTURE.x) / 2.0),
            top: Val::Px((size.y - PICTURE.y) / 2.0),
            ..default()
        };
        let small = UiTransform::from_scale(Vec2::splat(size.x / PICTURE.x));
        frame.spawn((whole, small, Pickable::IGNORE)).with_children(fill);
    });
}

fn picture_size(ui: &Ui) -> Vec2 {
    if is_large(ui) { PICTURE * SMALL } else { PICTURE }
}

fn spawn_picture(row: &mut ChildSpawnerCommands<'_>, picture: Picture<'_>, track: &str) {
    let frame = Node {
        width: Val::Px(PICTURE.x),
        height: Val::Px(PICTURE.y),
        flex_shrink: 0.0,
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    row.spawn((frame, Pickable::IGNORE)).with_children(|frame| match picture {
        Picture::Telephone => {
            let sign = placed("ringing", Vec2::new(104.0, 39.0), at(0.0, 0.0));
            frame.spawn((sign, Moves::Sign(track.to_owned()), Visibility::Hidden));
            let whole = Node { width: Val::Px(86.0), height: Val::Px(66.0), ..at(9.0, 4.0) };
            let set = (whole, Moves::Set(track.to_owned()), UiTransform::IDENTITY);
            frame.spawn((set, Pickable::IGNORE)).with_children(|set| {
                set.spawn(placed("telephone", Vec2::new(86.0, 60.0), at(0.0, 6.0)));
                let receiver = placed("receiver", Vec2::new(82.0, 25.0), at(2.0, 2.0));
                let lifted = Moves::Receiver(track.to_owned());
                set.spawn((receiver, lifted, UiTransform::IDENTITY));
            });
        }
        Picture::Portrait(figure) => {
            frame.spawn(portrait(figure, PICTURE.y));
        }
        Picture::Person => {
            frame.spawn(drawn("person", Vec2::splat(60.0)));
        }
        Picture::Hand => {
            let hand = placed("hand-in-air", Vec2::new(100.0, 60.0), at(2.0, 0.0));
            frame.spawn((hand, Moves::Hand, UiTransform::IDENTITY));
        }
        Picture::Card => {
            let card = placed("card", Vec2::new(78.0, 48.0), at(13.0, 8.0));
            frame.spawn((card, Moves::Hand, UiTransform::IDENTITY));
        }
        Picture::Page => {
            frame.spawn(drawn("page", Vec2::new(94.0, 66.0))).with_child((
                Node { width: Val::Px(82.0), height: Val::Px(11.0), ..at(6.0, 8.0) },
                BackgroundColor(OCHRE.with_alpha(0.28)),
                Moves::Reading,
                Pickable::IGNORE,
            ));
        }
        Picture::Silence => {
            // Who keeps silent listens: the ear is there from the start.
            let ear = at((PICTURE.x - EAR.x) / 2.0, (PICTURE.y - EAR.y) / 2.0);
            frame.spawn(placed("ear", EAR, ear));
            for begun in [0.0, 1.0 / 3.0, 2.0 / 3.0] {
                let side = Val::Px(2.0 * RIPPLE);
                let ring = Node {
                    width: side,
                    height: side,
                    border: UiRect::all(Val::Px(4.0)),
                    border_radius: BorderRadius::MAX,
                    ..at(PICTURE.x / 2.0 - RIPPLE, PICTURE.y / 2.0 - RIPPLE)
                };
                let unseen = BorderColor::all(JADE.with_alpha(0.0));
                let ripple = (ring, unseen, Moves::Ripple(begun), UiTransform::IDENTITY);
                frame.spawn((ripple, Pickable::IGNORE));
            }
        }
    });
}

fn ring_and_lift(
    bells: Res<Bells>,
    ui: Res<Ui>,
    mut parts: Query<(&Moves, Option<&mut UiTransform>, &mut Visibility)>,
) {
    let bell = |line: &String| bells.lines.get(line).copied().unwrap_or_default();
    for (moves, transform, mut visible) in &mut parts {
        match (moves, transform) {
            (Moves::Set(line), Some(mut at)) => {
                let lean = if ui.calm { 0.0 } else { bell(line).lean() };
                at.set_if_neq(UiTransform {
                    rotation: Rot2::radians(lean),
                    translation: Val2::px(0.0, -30.0 * lean.abs()),
                    ..default()
                });
            }
            (Moves::Receiver(line), Some(mut at)) => {
                let bell = bell(line);
                let hop = if ui.calm { 0.0 } else { 45.0 * bell.lean().abs() };
                at.set_if_neq(UiTransform {
                    rotation: Rot2::radians(-0.3 * bell.lifted),
                    translation: Val2::px(10.0 * bell.lifted, -14.0 * bell.lifted - hop),
                    ..default()
                });
            }
            (Moves::Sign(line), _) => {
                let shown = bell(line).rings();
                let wanted = if shown { Visibility::Inherited } else { Visibility::Hidden };
                visible.set_if_neq(wanted);
            }
            _ => {}
        }
    }
}

/// What sinks, trembles or spreads as the question's own time goes by.
fn tire(
    run: Res<Run>,
    ui: Res<Ui>,
    mut parts: Query<(&Moves, &mut Node, Option<&mut UiTransform>, Option<&mut BorderColor>)>,
) {
    if parts.is_empty() {
        return;
    }
    let Some(asking) = run.asking() else { return };
    let gone = run.now().0.saturating_sub(asking.since.0);
    #[allow(clippy::cast_precision_loss, reason = "a question lasts seconds")]
    let (gone, limit) = (gone as f32, asking.prompt.limit_ms.unwrap_or(0) as f32);
    let share = if limit > 0.0 { (gone / limit).min(1.0) } else { 0.0 };
    for (moves, mut node, transform, edge) in &mut parts {
        match (moves, transform, edge) {
            (Moves::Hand, Some(mut at), _) => {
                // The bar above tells the time to whoever asked for stillness.
                let share = if ui.calm { 0.0 } else { share };
                let tremble = (gone / 1_000.0 * 7.0 * TAU).sin();
                at.set_if_neq(UiTransform {
                    rotation: Rot2::radians(-0.16 * share),
                    translation: Val2::px(1.6 * share * tremble, 12.0 * share),
                    ..default()
                });
            }
            (Moves::Reading, ..) => {
                let top = Val::Px((8.0 + 44.0 * share).round());
                if node.top != top {
                    node.top = top;
                }
            }
            (Moves::Ripple(begun), Some(mut at), Some(mut edge)) => {
                let way = if ui.calm { *begun } else { (begun + gone / RIPPLE_MS).fract() };
                at.set_if_neq(UiTransform::from_scale(Vec2::splat(0.12 + 0.88 * way)));
                edge.set_if_neq(BorderColor::all(JADE.with_alpha(0.9 * (1.0 - way))));
            }
            _ => {}
        }
    }
}

fn count_rings(
    run: Res<Run>,
    ui: Res<Ui>,
    mut words: Query<(&TrackWords, &mut Text, &mut TextColor, &mut ReadAs)>,
) {
    if words.is_empty() {
        return;
    }
    let Some(asking) = run.asking() else { return };
    for (track, mut words, mut colour, mut read) in &mut words {
        let (count, answered) = asking.rings.get(&track.track).copied().unwrap_or_default();
        colour.set_if_neq(TextColor(match (count, answered) {
            (_, true) => JADE_DEEP,
            (0, _) => INK_SOFT,
            _ => CINNABAR_DEEP,
        }));
        let said = state_words(&ui, track.rings, count, answered);
        if words.0 != said {
            let told = ui.track_state(track.rings, count, answered);
            read.0 = format!("{}{}{told}", track.name, ui.tr("play-says"));
            words.0 = said;
        }
    }
}
