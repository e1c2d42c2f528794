//! The second leaf: the run along time, beat by beat, and the way back into it.

use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use super::marks::Sign;
use super::moment::{self, Extra};
use super::paper::Drawing;
use super::places::{self, ROW};
use super::told::{Happening, Judged, Stop, Told};
use super::words::*;
use super::{Details, Intent, Page, key_of, marks, tab_index, walk};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::Verdict;

/// How many marks stand over one another before a second pile begins.
const PILE: usize = 6;
/// Behind the beat that is looked at; the axis shows through.
const LIGHT: Color = JADE_MIST;
/// A beat's own mark.
const DOT: f32 = 12.0;

/// The beat to show first: where most was lost, or else where the run began.
pub(super) fn first_to_see(told: &Told) -> usize {
    told.outcome.debrief.costly.first().map_or(0, |moment| moment.visit)
}

pub(super) fn spawn(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    // Large type leaves no room for two parts: the whole leaf scrolls.
    if page.is_narrow() {
        scroll_area(body, Fit::Fill, GAP_M, |rows| {
            spawn_strip(rows, page, page.paper.sheet.room);
            let details = Node { flex_shrink: 0.0, ..column(GAP_S) };
            rows.spawn((details, Details)).with_children(|parent| spawn_details(parent, page));
        });
        return;
    }
    spawn_strip(body, page, page.paper.sheet.room);
    let details = Node {
        flex_grow: 1.0,
        flex_shrink: 1.0,
        flex_basis: Val::Px(0.0),
        min_height: Val::Px(0.0),
        ..column(GAP_S)
    };
    body.spawn((details, Details)).with_children(|details| spawn_details(details, page));
}

/// What the marks mean, the run along time, and what the pointer is on.
fn spawn_strip(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, width: f32) {
    spawn_legend(body, page);
    let visits: Vec<usize> = (0..page.told.stops.len()).collect();
    for visits in visits.chunks(ROW) {
        spawn_row(body, page, visits, width);
    }
    body.spawn((caption(page.ui, page.ui.tr("debrief-strip-hint")), Hint));
}

/// The line under the strip that tells of the beat under the pointer.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(super) struct Hint;

/// Tells of the beat under the pointer, or how to look at one.
pub(super) fn hint(
    beats: Query<(&Intent, &Hovered, &AccessibleLabel)>,
    mut hints: Query<&mut Text, With<Hint>>,
    ui: Res<Ui>,
) {
    let under = beats
        .iter()
        .find(|(intent, hovered, _)| matches!(intent, Intent::Visit(_)) && hovered.get());
    let words = under.map_or_else(|| ui.tr("debrief-strip-hint"), |(.., label)| label.0.clone());
    for mut hint in &mut hints {
        if hint.0 != words {
            hint.0.clone_from(&words);
        }
    }
}

/// What the marks mean.
fn spawn_legend(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let legend = Node { flex_shrink: 0.0, column_gap: Val::Px(GAP_M), ..wrap(GAP_XS) };
    body.spawn(legend).with_children(|legend| {
        for of in marks::SHOWN {
            legend.spawn(row(6.0)).with_children(|entry| {
                entry.spawn(page.marks.image(of, side(page)));
                entry.spawn(line(ui, verdict(ui, of), Size::Caption, false, INK_SOFT));
            });
        }
        for sign in Sign::ALL {
            legend.spawn(row(6.0)).with_children(|entry| {
                entry.spawn(page.marks.sign(sign, lane_side(page)));
                entry.spawn(line(ui, ui.tr(sign.key()), Size::Caption, false, INK_SOFT));
            });
        }
        legend.spawn(row(6.0)).with_children(|entry| {
            entry.spawn(dot());
            entry.spawn(line(ui, ui.tr("debrief-beat"), Size::Caption, false, INK_SOFT));
        });
    });
}

/// A mark's width; it follows the text size a little.
fn side(page: &Page<'_>) -> f32 {
    (18.0 * (1.0 + (page.ui.scale() - 1.0) * 0.3)).round()
}

/// The width of a sign in the lane under the beats.
fn lane_side(page: &Page<'_>) -> f32 {
    (side(page) * 0.85).round()
}

fn dot() -> impl Bundle {
    let node = Node {
        width: Val::Px(DOT),
        height: Val::Px(DOT),
        border: UiRect::all(Val::Px(2.5)),
        border_radius: BorderRadius::MAX,
        flex_shrink: 0.0,
        ..default()
    };
    (node, BackgroundColor(RAISED), BorderColor::all(INK_SOFT), Pickable::IGNORE)
}

/// The marks of a beat, in order of time; what does not count leaves none.
fn verdicts(page: &Page<'_>, stop: &Stop) -> Vec<Verdict> {
    let judged = stop.judged.iter().filter_map(|&place| page.told.judged.get(place));
    judged.map(|one| one.verdict).filter(|v| *v != Verdict::NotApplicable).collect()
}

fn spawn_row(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, visits: &[usize], room: f32) {
    let ui = page.ui;
    let stops: Vec<(usize, &Stop)> =
        visits.iter().filter_map(|&visit| Some((visit, page.told.stop(visit)?))).collect();
    let times: Vec<u64> = stops.iter().map(|(_, stop)| stop.at.0).collect();
    let width = places::width(stops.len());
    let places = places::places(&times, width);
    let tallest =
        stops.iter().map(|(_, stop)| verdicts(page, stop).len()).max().unwrap_or(0).clamp(2, PILE);
    #[allow(clippy::cast_precision_loss, reason = "at most PILE")]
    let pile = tallest as f32 * (side(page) + GAP_XS);
    let written_high = (ui.px(Size::Caption) * Size::Caption.leading()).round();
    let foot = written_high + lane_side(page) + GAP_XS + GAP_S;
    // Its own edge and padding lie inside the room.
    let inner = room - 2.0 * GAP_S - 2.0;
    let strip = Node {
        height: Val::Px(pile + DOT + foot + 3.0 * GAP_S),
        flex_shrink: 0.0,
        border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
        border: UiRect::all(Val::Px(1.0)),
        padding: UiRect::horizontal(Val::Px(GAP_S)),
        ..default()
    };
    body.spawn((strip, BackgroundColor(RAISED), BorderColor::all(LINE))).with_children(|strip| {
        let axis = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(GAP_S),
            right: Val::Px(GAP_S),
            bottom: Val::Px(foot + DOT / 2.0 - 1.0),
            height: Val::Px(2.0),
            ..default()
        };
        strip.spawn((axis, BackgroundColor(INK_FAINT), Pickable::IGNORE));
        let mut field = strip.spawn(Node { flex_grow: 1.0, ..default() });
        field.observe(walk).with_children(|field| {
            // A time is left out where the one before it would run into it.
            let needed = ui.px(Size::Caption) * 3.4 / inner;
            let mut written = -1.0_f32;
            let mut last = None;
            let lane = lane(page, &stops, &places, width, inner);
            for ((visit, stop), place) in stops.into_iter().zip(places) {
                let time = clock(stop.at);
                // Under a narrow first beat large type would hang over the strip's edge.
                let inside = ui.width(&time, Size::Caption, false) <= (2.0 * place + width) * inner;
                let fresh = last.as_ref() != Some(&time);
                let shown = inside && fresh && place - written >= needed;
                if shown {
                    written = place;
                }
                if shown || !inside {
                    last = Some(time.clone());
                }
                let time = if shown { time } else { String::new() };
                spawn_stop(field, page, visit, stop, (place, width), (pile, foot), time);
            }
            let over = Node {
                position_type: PositionType::Absolute,
                left: Val::Px(0.0),
                bottom: Val::Px(written_high + GAP_XS),
                ..default()
            };
            field.spawn((over, Pickable::IGNORE)).with_children(|over| {
                over.spawn(page.paper.hang(&lane));
            });
        });
    });
}

/// What was said and done between the beats, each where its time says.
fn lane(
    page: &Page<'_>,
    stops: &[(usize, &Stop)],
    places: &[f32],
    width: f32,
    inner: f32,
) -> Drawing {
    let side = lane_side(page);
    let mut drawing = Drawing::new(Vec2::new(inner, side));
    let mut signs: Vec<(Sign, f32)> = Vec::new();
    for ((visit, stop), place) in stops.iter().zip(places) {
        let from = place + width / 2.0;
        let on = places.iter().find(|next| *next > place);
        let to = on.map_or(place + width, |next| next + width / 2.0);
        let last = stop.happened.last().map_or(stop.at, |h| h.at);
        let end = page.told.stop(visit + 1).map_or(last, |next| next.at);
        let times: Vec<f32> = stop
            .happened
            .iter()
            .map(|h| from + (to - from) * places::share(h.at.0, stop.at.0, end.0))
            .collect();
        let apart = places::apart(&times, (from, to), side * 0.6 / inner);
        let here = stop.happened.iter().zip(apart);
        signs.extend(here.map(|(happening, at)| (happening.sign, at * inner)));
    }
    // Strokes lie under everything else.
    signs.sort_by_key(|(sign, _)| *sign);
    for (sign, at) in signs {
        let left = (at - side / 2.0).clamp(0.0, inner - side);
        drawing.add(format_args!(
            r#"<g transform="translate({left} 0) scale({})">{}</g>"#,
            side / 24.0,
            sign.shape()
        ));
    }
    drawing
}

fn spawn_stop(
    field: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    visit: usize,
    stop: &Stop,
    (place, width): (f32, f32),
    (pile, foot): (f32, f32),
    time: String,
) {
    let ui = page.ui;
    let verdicts = verdicts(page, stop);
    let frame = Node {
        position_type: PositionType::Absolute,
        left: Val::Percent(place * 100.0),
        width: Val::Percent(width * 100.0),
        top: Val::Px(GAP_XS),
        bottom: Val::Px(0.0),
        justify_content: JustifyContent::End,
        align_items: AlignItems::Center,
        ..column(GAP_XS)
    };
    let intent = Intent::Visit(visit);
    let mut button = field.spawn((
        pressable(Look::Tab, &label(page, stop, &verdicts), frame),
        Checkable,
        intent,
        Keep(key_of(intent)),
        tab_index(page.reading.visit == visit),
    ));
    if page.reading.visit == visit {
        button.insert(Checked);
    }
    button.with_children(|button| {
        let light = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(0.0),
            right: Val::Px(0.0),
            top: Val::Px(0.0),
            bottom: Val::Px(0.0),
            border_radius: BorderRadius::top(Val::Px(RADIUS_S)),
            ..default()
        };
        let ground = Lit(visit).ground(page.reading.visit);
        button.spawn((light, ground, Lit(visit), Pickable::IGNORE));
        let heap = Node {
            height: Val::Px(pile),
            flex_direction: FlexDirection::ColumnReverse,
            flex_wrap: FlexWrap::Wrap,
            align_content: AlignContent::Center,
            row_gap: Val::Px(GAP_XS),
            column_gap: Val::Px(2.0),
            ..default()
        };
        button.spawn((heap, Pickable::IGNORE)).with_children(|heap| {
            for verdict in verdicts {
                heap.spawn(page.marks.image(verdict, side(page)));
            }
        });
        button.spawn(dot());
        let under = Node {
            height: Val::Px(foot - GAP_XS - 3.0),
            align_items: AlignItems::End,
            ..default()
        };
        let mut under = button.spawn((under, Pickable::IGNORE));
        if !time.is_empty() {
            under.with_child(line(ui, time, Size::Caption, false, INK_SOFT));
        }
    });
}

/// The light behind a beat of the strip while it is the one looked at.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Lit(usize);

impl Lit {
    /// Its ground while this visit is looked at.
    pub(super) fn ground(self, visit: usize) -> BackgroundColor {
        BackgroundColor(if self.0 == visit { LIGHT } else { Color::NONE })
    }
}

/// What a screen reader says of a beat: when, which, and how it went.
fn label(page: &Page<'_>, stop: &Stop, verdicts: &[Verdict]) -> String {
    let ui = page.ui;
    let counted: Vec<String> = marks::SHOWN
        .into_iter()
        .filter_map(|of| {
            let count = verdicts.iter().filter(|v| **v == of).count();
            (count > 0).then(|| format!("{} ×{count}", verdict(ui, of)))
        })
        .collect();
    [clock(stop.at), ui.say(&stop.label).to_owned(), counted.join(", ")].join(&ui.tr("dot"))
}

/// The beat that was picked: its name, the way back into it, and its judgements.
pub(super) fn spawn_details(details: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let visit = page.reading.visit;
    let Some(stop) = page.told.stop(visit) else { return };
    let head =
        Node { flex_shrink: 0.0, justify_content: JustifyContent::SpaceBetween, ..wrap(GAP_S) };
    details.spawn(head).with_children(|head| {
        head.spawn(line(ui, place(page, stop.at, visit), Size::Heading, true, INK));
        let intent = Intent::TryFrom(visit);
        let again = button(ui, Look::Plain, &ui.tr("debrief-try-from"));
        head.spawn((again, intent, Keep("debrief/try-from-here".to_owned())));
    });
    if page.is_narrow() {
        spawn_told(details, page, stop);
        spawn_judged(details, page, stop);
        return;
    }
    scroll_area(details, Fit::Fill, GAP_M, |rows| {
        let halves = Node { align_items: AlignItems::Start, flex_shrink: 0.0, ..row(GAP_L) };
        rows.spawn(halves).with_children(|halves| {
            let told = Node { width: Val::Percent(36.0), flex_shrink: 0.0, ..column(GAP_S) };
            halves.spawn(told).with_children(|told| spawn_told(told, page, stop));
            let judged = Node {
                flex_grow: 1.0,
                flex_basis: Val::Px(0.0),
                min_width: Val::Px(0.0),
                ..column(GAP_M)
            };
            halves.spawn(judged).with_children(|judged| spawn_judged(judged, page, stop));
        });
    });
}

/// What was said and done in the beat, in order of time.
fn spawn_told(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, stop: &Stop) {
    let ui = page.ui;
    if stop.happened.is_empty() {
        return;
    }
    let list = Node { flex_shrink: 0.0, ..column(GAP_XS) };
    rows.spawn(list).with_children(|list| {
        list.spawn(strong(ui, ui.tr("debrief-happened")));
        for happening in &stop.happened {
            let entry = Node { align_items: AlignItems::Start, ..row(GAP_S) };
            list.spawn(entry).with_children(|entry| {
                let side = lane_side(page);
                let drop = (ui.px(Size::Body) * Size::Body.leading() - side) / 2.0;
                let beside =
                    Node { margin: UiRect::top(Val::Px(drop)), flex_shrink: 0.0, ..default() };
                entry.spawn(beside).with_children(|beside| {
                    beside.spawn(page.marks.sign(happening.sign, side));
                });
                let who = happening.who.as_ref().map(|who| name(page, who));
                let who = who.map(|name| ui.tr_args("debrief-says", &[("name", name.into())]));
                let label = format!("{}  {}", clock(happening.at), who.unwrap_or_default());
                spawn_labelled(entry, ui, label, &words_of(page, happening));
            });
        }
    });
}

/// `Front desk, ring 2`, or the words themselves.
fn words_of(page: &Page<'_>, happening: &Happening) -> String {
    let ui = page.ui;
    match (happening.sign, happening.count) {
        (Sign::Ring, Some(count)) => ui.tr_args(
            "debrief-ring",
            &[("line", ui.say(&happening.text).into()), ("count", count.into())],
        ),
        (Sign::TimeUp, _) => ui.tr("debrief-sign-time-up"),
        _ => ui.say(&happening.text).to_owned(),
    }
}

/// How the beat was judged, and how it was taken.
fn spawn_judged(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, stop: &Stop) {
    let ui = page.ui;
    let judged: Vec<&Judged> =
        stop.judged.iter().filter_map(|&place| page.told.judged.get(place)).collect();
    // One act is mostly judged by several standards; it is told once.
    let did = judged.first().map(|one| &one.judgement.did);
    let did = did.filter(|did| judged.iter().all(|one| one.judgement.did == **did));
    if let Some(did) = did {
        rows.spawn(Node { flex_shrink: 0.0, ..column(0.0) }).with_children(|told| {
            spawn_labelled(told, ui, ui.tr("debrief-you-did"), ui.say(did));
        });
    }
    let (judged, idle): (Vec<_>, Vec<_>) =
        judged.into_iter().partition(|one| one.verdict != Verdict::NotApplicable);
    if judged.is_empty() {
        rows.spawn(body(ui, ui.tr("debrief-nothing-judged")));
    } else {
        let extra = Extra { did: did.is_none(), note: true, ..default() };
        rows.spawn(moment::grid(page)).with_children(|cards| {
            for one in judged {
                moment::spawn(cards, page, one, &extra);
            }
        });
    }
    spawn_idle(rows, page, &idle);
    if !stop.felt.is_empty() {
        rows.spawn(Node { flex_shrink: 0.0, ..column(GAP_XS) }).with_children(|felt| {
            felt.spawn(strong(ui, ui.tr("debrief-felt")));
            for (who, why) in &stop.felt {
                let says = ui.tr_args("debrief-says", &[("name", name(page, who).into())]);
                spawn_labelled(felt, ui, says, ui.say(why));
            }
        });
    }
}

/// The standards that came up here and count for nothing, in short.
fn spawn_idle(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, idle: &[&Judged]) {
    let ui = page.ui;
    let statements: Vec<&str> = idle.iter().map(|one| ui.say(&one.statement)).collect();
    if !statements.is_empty() {
        rows.spawn(Node { flex_shrink: 0.0, ..column(0.0) }).with_children(|told| {
            told.spawn(strong(ui, ui.tr("debrief-not-counted")));
            told.spawn(text(ui, statements.join("\n"), Size::Body, false, INK_SOFT));
        });
    }
}
