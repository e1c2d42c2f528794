//! The second leaf: the run along time, beat by beat, and the way back into it.

use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use super::beat::spawn_details;
use super::markers::{self, Called, Marker, Of};
use super::marks::Sign;
use super::places;
use super::ruler;
use super::told::{Stop, Told};
use super::words::*;
use super::{Details, Intent, Page, Reading, key_of, marks, tab_index, walk};
use crate::game::assist::ReadOut;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::Verdict;

/// Behind the beat that is looked at.
const LIGHT: Color = JADE_MIST;
/// A beat's own mark.
pub(super) const DOT: f32 = 12.0;
/// How thick the axis, its strokes and its brackets are drawn.
pub(super) const AXIS: f32 = 2.0;
/// How far a stroke hangs down below a beat's own mark.
pub(super) const STROKE: f32 = 4.0;
/// From a beat's edge to its markers.
pub(super) const INSET: f32 = 4.0;
/// The line below a tab.
const RIM: f32 = 3.0;

/// The beat to show first: where most was lost, or else where the run began.
pub(super) fn first_to_see(told: &Told) -> usize {
    told.outcome.debrief.costly.first().map_or(0, |moment| moment.visit)
}

pub(super) fn spawn(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let rows = Rows::of(page);
    // Large type, or many rows, leave no room for two parts: the whole leaf scrolls. What the
    // pointer is on is then told above the strip; below it, it would be out of sight.
    if page.is_narrow() || rows.many() {
        scroll_area(body, Fit::Fill, GAP_M, |leaf| {
            spawn_hint(leaf, page);
            rows.spawn(leaf, page);
            let details = Node { flex_shrink: 0.0, ..column(GAP_S) };
            leaf.spawn((details, Details)).with_children(|parent| spawn_details(parent, page));
            spawn_legend(leaf, page);
        });
        return;
    }
    spawn_legend(body, page);
    rows.spawn(body, page);
    spawn_hint(body, page);
    let details = Node {
        flex_grow: 1.0,
        flex_shrink: 1.0,
        flex_basis: Val::Px(0.0),
        min_height: Val::Px(0.0),
        ..column(GAP_S)
    };
    body.spawn((details, Details)).with_children(|details| spawn_details(details, page));
}

/// The beats of the strip, row by row.
struct Rows {
    beats: usize,
    in_each: usize,
    /// The room in the strip's edge and padding.
    inner: f32,
}

impl Rows {
    fn of(page: &Page<'_>) -> Rows {
        let inner = page.paper.sheet.room - 2.0 * GAP_S - 2.0;
        let least: Vec<f32> = page.told.stops.iter().map(|stop| least(page, stop)).collect();
        Rows { beats: least.len(), in_each: places::in_row(&least, inner), inner }
    }

    fn many(&self) -> bool {
        self.beats > self.in_each
    }

    fn spawn(&self, body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
        let visits: Vec<usize> = (0..self.beats).collect();
        for visits in visits.chunks(self.in_each) {
            spawn_row(body, page, visits, self.inner);
        }
    }
}

/// What the pointer is on. It keeps the room of what it says at first, so that nothing moves with it.
fn spawn_hint(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let (ui, width) = (page.ui, page.paper.sheet.room);
    let words = ui.tr("debrief-strip-hint");
    let high = ui.lines(&words, Size::Caption, false, width) * ui.line_height(Size::Caption);
    let room = Node { min_height: Val::Px(high), flex_shrink: 0.0, ..default() };
    body.spawn((room, Pickable::IGNORE)).with_child((caption(ui, words), Hint, ReadOut::Politely));
}

/// The least a beat needs: room to press it, and for each of its markers even if all of
/// a kind are one.
fn least(page: &Page<'_>, stop: &Stop) -> f32 {
    let ui = page.ui;
    let of_signs =
        Sign::ALL.map(|sign| markers::wide(ui, lane_side(page), markers::times(stop, sign).len()));
    let pile = markers::pile(&verdicts(page, stop));
    let of_verdicts = pile.into_iter().map(|(.., count)| markers::wide(ui, side(page), count));
    let widest = of_verdicts.chain(of_signs).fold(0.0, f32::max);
    TOUCH.max(widest + 2.0 * INSET).ceil() + 1.0
}

/// The line under the strip that tells of what is under the pointer.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(super) struct Hint;

/// Tells of the marker or beat under the pointer, of the marker that is chosen, or
/// how to choose one.
pub(super) fn hint(
    beats: Query<(&Intent, &Hovered, &AccessibleLabel)>,
    markers: Query<(&Marker, &Hovered, &Called)>,
    mut hints: Query<&mut Text, With<Hint>>,
    reading: Res<Reading>,
    ui: Res<Ui>,
) {
    let beat = |(intent, hovered, label): (&Intent, &Hovered, &AccessibleLabel)| {
        (matches!(intent, Intent::Visit(_)) && hovered.get()).then(|| label.0.clone())
    };
    let called = |wanted: &dyn Fn(&Marker, &Hovered) -> bool| {
        let found = markers.iter().find(|(marker, hovered, _)| wanted(marker, hovered));
        found.map(|(.., called)| called.0.clone())
    };
    let words = called(&|_, hovered| hovered.get())
        .or_else(|| beats.iter().find_map(beat))
        .or_else(|| called(&|marker, _| reading.marker == Some(*marker)))
        .unwrap_or_else(|| ui.tr("debrief-strip-hint"));
    for mut hint in &mut hints {
        if hint.0 != words {
            hint.0.clone_from(&words);
        }
    }
}

/// What the marks mean that stand on this strip.
fn spawn_legend(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let legend = Node { flex_shrink: 0.0, column_gap: Val::Px(GAP_M), ..wrap(GAP_XS) };
    body.spawn(legend).with_children(|legend| {
        let stops = &page.told.stops;
        let met = |of| stops.iter().any(|stop| verdicts(page, stop).contains(&of));
        for of in marks::SHOWN.into_iter().filter(|of| met(*of)) {
            legend.spawn(row(6.0)).with_children(|entry| {
                entry.spawn(page.marks.image(of, side(page)));
                entry.spawn(line(ui, verdict(ui, of), Size::Caption, false, INK_SOFT));
            });
        }
        for sign in signs(page) {
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

/// The signs that stand on this strip: each has a lane.
fn signs(page: &Page<'_>) -> Vec<Sign> {
    let stops = &page.told.stops;
    let happened = |sign| stops.iter().any(|stop| !markers::times(stop, sign).is_empty());
    Sign::ALL.into_iter().filter(|sign| happened(*sign)).collect()
}

/// The width of a sign in the lanes under the beats.
pub(super) fn lane_side(page: &Page<'_>) -> f32 {
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

/// How high everything on a row of the strip stands, from its upper edge.
pub(super) struct Levels {
    /// The lowest mark of a pile.
    pile: f32,
    /// From one mark of a pile to the next.
    step: f32,
    /// The middle of the axis.
    pub(super) axis: f32,
    pub(super) times: f32,
    pub(super) lanes: f32,
    /// One lane.
    lane: f32,
    /// How many signs have one.
    signs: Vec<Sign>,
    /// The whole row.
    whole: f32,
}

impl Levels {
    fn of(page: &Page<'_>, stops: &[Beat<'_>]) -> Levels {
        let ui = page.ui;
        let written = ui.line_height(Size::Caption);
        let piles: Vec<_> = stops.iter().map(|beat| markers::pile(&beat.verdicts)).collect();
        let step = pile_step(page, &piles);
        #[allow(clippy::cast_precision_loss, reason = "at most a mark a verdict, a lane a sign")]
        let (tallest, lanes_of) =
            (piles.iter().map(Vec::len).max().unwrap_or(0).max(1) as f32, |signs: &[Sign]| {
                signs.len() as f32
            });
        let lane = written.max(lane_side(page));
        let above = GAP_S + tallest * step;
        let axis = above + DOT / 2.0;
        let times = axis + DOT / 2.0 + STROKE;
        let lanes = times + written + GAP_XS;
        let signs = signs(page);
        let whole = lanes + lanes_of(&signs) * (lane + AXIS) + GAP_XS + RIM;
        Levels { pile: above - step, step, axis, times, lanes, lane, signs, whole }
    }
}

/// From one mark of a pile to the next: no number beside one runs into another.
fn pile_step(page: &Page<'_>, piles: &[Vec<(Verdict, usize, usize)>]) -> f32 {
    let written = page.ui.line_height(Size::Caption);
    let marks = side(page) + GAP_XS;
    let is_numbered = piles.iter().flatten().any(|(.., count)| *count > 1);
    if is_numbered { marks.max(written + AXIS) } else { marks }
}

/// One beat of a row, and where it lies.
pub(super) struct Beat<'a> {
    visit: usize,
    pub(super) stop: &'a Stop,
    verdicts: Vec<Verdict>,
    /// When the next begins.
    pub(super) ends: u64,
    /// Its edges.
    from: f32,
    pub(super) to: f32,
}

impl Beat<'_> {
    /// Where its own mark and its first moment stand.
    pub(super) fn begins(&self, page: &Page<'_>) -> f32 {
        self.from + INSET + side(page) / 2.0
    }

    /// Where a time in it stands.
    fn place(&self, page: &Page<'_>, at: u64) -> f32 {
        self.begins(page) + (self.to - self.from) * places::share(at, self.stop.at.0, self.ends)
    }
}

/// The beats of a row side by side, each as wide as its time if it can be.
fn beats<'a>(page: &Page<'a>, visits: &[usize], inner: f32) -> Vec<Beat<'a>> {
    let told = page.told;
    let stops: Vec<(usize, &Stop)> =
        visits.iter().filter_map(|&visit| Some((visit, told.stop(visit)?))).collect();
    let ends = |visit: usize, stop: &Stop| {
        let last = stop.happened.last().map_or(stop.at, |happening| happening.at);
        told.stop(visit + 1).map_or(last, |next| next.at).0.max(stop.at.0)
    };
    let lasted: Vec<u64> = stops.iter().map(|(v, stop)| ends(*v, stop) - stop.at.0).collect();
    let mut edge = 0.0;
    let least: Vec<f32> = stops.iter().map(|(_, stop)| least(page, stop)).collect();
    let widths = places::widths(&lasted, &least, inner);
    let beat = |((visit, stop), width): ((usize, &'a Stop), f32)| {
        let from: f32 = edge;
        edge += width;
        let (verdicts, ends) = (verdicts(page, stop), ends(visit, stop));
        Beat { visit, stop, verdicts, ends, from: from.round(), to: edge.round() }
    };
    stops.into_iter().zip(widths).map(beat).collect()
}

fn spawn_row(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, visits: &[usize], inner: f32) {
    let beats = beats(page, visits, inner);
    let levels = Levels::of(page, &beats);
    let strip = Node {
        height: Val::Px(levels.whole + 2.0),
        flex_shrink: 0.0,
        border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
        border: UiRect::all(Val::Px(1.0)),
        padding: UiRect::horizontal(Val::Px(GAP_S)),
        ..default()
    };
    body.spawn((strip, BackgroundColor(RAISED), BorderColor::all(LINE))).with_children(|strip| {
        let mut field = strip.spawn(Node { flex_grow: 1.0, ..default() });
        field.observe(walk).with_children(|field| {
            for beat in &beats {
                spawn_beat(field, page, beat, &levels);
            }
            ruler::spawn(field, page, &beats, &levels, inner);
        });
    });
}

fn spawn_beat(
    field: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    beat: &Beat<'_>,
    levels: &Levels,
) {
    let frame = Node {
        position_type: PositionType::Absolute,
        left: Val::Px(beat.from),
        width: Val::Px(beat.to - beat.from),
        top: Val::Px(0.0),
        height: Val::Px(levels.whole),
        ..default()
    };
    let intent = Intent::Visit(beat.visit);
    let mut button = field.spawn((
        pressable(Look::Tab, &label(page, beat), frame),
        Checkable,
        intent,
        Keep(key_of(intent)),
        tab_index(page.reading.visit == beat.visit),
    ));
    if page.reading.visit == beat.visit {
        button.insert(Checked);
    }
    button.with_children(|button| {
        let whole = |top: f32, high: Val| Node {
            position_type: PositionType::Absolute,
            left: Val::Px(0.0),
            right: Val::Px(0.0),
            top: Val::Px(top),
            height: high,
            ..default()
        };
        let light = Lit(beat.visit);
        let ground = light.ground(page.reading.visit);
        let behind = Node {
            border_radius: BorderRadius::top(Val::Px(RADIUS_S)),
            ..whole(GAP_XS, Val::Px(levels.whole - GAP_XS - RIM))
        };
        button.spawn((behind, ground, light, Pickable::IGNORE));
        // Its piece of the axis lies on the light.
        let axis = whole(levels.axis - AXIS / 2.0, Val::Px(AXIS));
        // A hair over into the next, so that rounding leaves no gap between the two.
        let axis = Node { right: Val::Px(-1.0), ..axis };
        button.spawn((axis, BackgroundColor(INK_FAINT), Pickable::IGNORE));
        let at = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(beat.begins(page) - beat.from - DOT / 2.0),
            top: Val::Px(levels.axis - DOT / 2.0),
            ..default()
        };
        button.spawn((at, Pickable::IGNORE)).with_children(|at| {
            at.spawn(dot());
        });
        spawn_markers(button, page, beat, levels);
    });
}

/// The beat's verdicts over the axis, and a lane below it for each kind of thing that
/// happened.
fn spawn_markers(
    button: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    beat: &Beat<'_>,
    levels: &Levels,
) {
    let (visit, stop) = (beat.visit, beat.stop);
    let mut place = 0;
    let mut top = levels.pile;
    for (of, from, count) in markers::pile(&beat.verdicts) {
        let marker = Marker { visit, of: Of::Verdict(of), from, count, place };
        let at = (INSET, top, levels.step);
        markers::spawn(button, page, marker, stop.at, at, side(page));
        place += 1;
        top -= levels.step;
    }
    let inside = (beat.from + INSET, beat.to - INSET);
    let side = lane_side(page);
    let mut lane = levels.lanes;
    for &sign in &levels.signs {
        let times = markers::times(stop, sign);
        let places: Vec<f32> = times.iter().map(|at| beat.place(page, at.0)).collect();
        let wide = |count| markers::wide(page.ui, side, count);
        let mut from = 0;
        for group in places::groups(&places, inside, side, wide, GAP_S) {
            let marker = Marker { visit, of: Of::Sign(sign), from, count: group.count, place };
            let when = times.get(from).copied().unwrap_or(stop.at);
            let at = (group.left - beat.from, lane, levels.lane);
            markers::spawn(button, page, marker, when, at, side);
            from += group.count;
            place += 1;
        }
        lane += levels.lane + AXIS;
    }
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

/// What a screen reader says of a beat: when, which, how it went and what happened.
fn label(page: &Page<'_>, beat: &Beat<'_>) -> String {
    let ui = page.ui;
    let verdicts = marks::SHOWN.map(|of| {
        let count = beat.verdicts.iter().filter(|v| **v == of).count();
        (Of::Verdict(of), count)
    });
    let signs = Sign::ALL.map(|sign| (Of::Sign(sign), markers::times(beat.stop, sign).len()));
    let counted = verdicts.into_iter().chain(signs).filter(|(_, count)| *count > 0);
    let counted: Vec<String> = counted.map(|(of, count)| markers::counted(ui, of, count)).collect();
    let name = ui.say(&beat.stop.label).to_owned();
    let all = [clock(beat.stop.at), name, counted.join(&ui.tr("debrief-comma"))];
    let told: Vec<&str> = all.iter().map(String::as_str).filter(|one| !one.is_empty()).collect();
    told.join(&ui.tr("dot"))
}
