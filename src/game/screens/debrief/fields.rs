//! The four fields of service, how run followed run across them, and where everything stands.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::ui_widgets::ListItem;

use super::Page;
use super::paper::{Drawing, hex, pen};
use super::words::*;
use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::score::{Score, ServiceKind, ServiceType};

/// The most runs of the track that are drawn; earlier ones are counted.
pub(super) const DRAWN: usize = 8;

/// One run as a point of the diagram.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Point {
    /// Its number among the runs of this scenario, from 1.
    pub(super) number: usize,
    pub(super) procedural: Score,
    pub(super) personal: Score,
    /// Some of it had been played before.
    pub(super) practice: bool,
}

/// The runs that can be placed, oldest first; this run is the last if it can be.
pub(super) fn points(page: &Page<'_>) -> Vec<Point> {
    let journey = &page.told.journey;
    let card = &page.told.outcome.card;
    let earlier = journey.earlier.iter().map(|a| (a.procedural, a.personal, a.begun));
    let now = std::iter::once((card.procedural, card.personal, journey.begun));
    let placed =
        earlier.chain(now).zip(1..).filter_map(|((procedural, personal, begun), number)| {
            let practice = begun.is_practice();
            Some(Point { number, procedural: procedural?, personal: personal?, practice })
        });
    let all: Vec<Point> = placed.collect();
    all[all.len().saturating_sub(DRAWN)..].to_vec()
}

/// Whether this run itself is among the points.
fn is_placed(page: &Page<'_>) -> bool {
    page.told.outcome.card.service_type.is_some()
}

/// The four fields, the other way up than a table: procedural to the right,
/// personal upwards.
const FIELDS: [[ServiceKind; 2]; 2] = [
    [ServiceKind::WarmAndFriendly, ServiceKind::Quality],
    [ServiceKind::Indifferent, ServiceKind::ByTheBook],
];

/// Where a score stands between the ends of the four fields: 0–70 is the first
/// half, 70–100 the second.
fn along(score: Score) -> f32 {
    #[allow(clippy::cast_possible_truncation, reason = "0–100 with one decimal")]
    let value = score.value() as f32;
    if value < 70.0 { value / 140.0 } else { 0.5 + (value - 70.0) / 60.0 }
}

pub(super) fn kind_tone(kind: ServiceKind) -> Tone {
    match kind {
        ServiceKind::Quality => Tone::Good,
        ServiceKind::ByTheBook | ServiceKind::WarmAndFriendly => Tone::Fair,
        ServiceKind::Indifferent => Tone::Bad,
    }
}

/// The type or types a run lies between, in words.
pub(super) fn kinds(ui: &Ui, service_type: ServiceType) -> String {
    let kinds: Vec<String> =
        service_type.between().into_iter().map(|kind| service(ui, kind)).collect();
    kinds.join(&ui.tr("debrief-between"))
}

/// How the diagram is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    /// Of the fields alone, in logical pixels.
    pub(super) size: Vec2,
    /// With axes, numbers and names for the back of the room.
    pub(super) large: bool,
}

impl Look {
    fn name(self) -> Size {
        if self.large { Size::Heading } else { Size::Caption }
    }

    /// A run's disc: this one's and the earlier ones'.
    fn radius(self, ui: &Ui, now: bool) -> f32 {
        match (self.large, now) {
            (true, true) => ui.px(Size::Body),
            (true, false) => ui.px(Size::Caption) * 0.86,
            (false, true) => 10.0,
            (false, false) => 5.0,
        }
    }
}

/// The diagram, with everything in it told in words too.
pub(super) fn spawn(parent: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, look: Look) {
    let ui = page.ui;
    let points = points(page);
    let last = points.len().wrapping_sub(1);
    let is_now = |place: usize| is_placed(page) && place == last;
    let mut discs: Vec<Disc> = points
        .iter()
        .enumerate()
        .map(|(place, point)| {
            let radius = look.radius(ui, is_now(place));
            Disc::new(point, radius, look.size)
        })
        .collect();
    spread(&mut discs, look.size);
    let frame = Node { width: Val::Px(look.size.x), flex_shrink: 0.0, ..column(GAP_XS) };
    let words = (ListItem, AccessibleLabel::new(in_words(page, &points)), TabIndex(0));
    if look.large {
        let gutter = ui.width("100", Size::Caption, false).ceil() + GAP_S;
        let frame = Node { width: Val::Px(look.size.x + gutter), ..frame };
        parent.spawn((frame, words)).with_children(|diagram| {
            diagram.spawn(line(ui, ui.tr("debrief-axis-personal"), Size::Body, true, INK));
            diagram.spawn(Node { flex_shrink: 0.0, ..default() }).with_children(|line_of| {
                spawn_heights(line_of, ui, gutter, look.size.y);
                spawn_fields(line_of, page, look, &discs, &points);
            });
            spawn_widths(diagram, ui, gutter, look.size.x);
        });
    } else {
        parent.spawn((frame, words)).with_children(|diagram| {
            spawn_fields(diagram, page, look, &discs, &points);
        });
    }
}

/// 100, 70 and 0 beside the fields.
fn spawn_heights(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui, gutter: f32, height: f32) {
    let line_height = ui.px(Size::Caption) * Size::Caption.leading();
    let side = Node { width: Val::Px(gutter), flex_shrink: 0.0, ..default() };
    parent.spawn(side).with_children(|side| {
        for (mark, share) in [("100", 0.0), ("70", 0.5), ("0", 1.0)] {
            let place = Node {
                position_type: PositionType::Absolute,
                right: Val::Px(GAP_S),
                top: Val::Px((height * share - line_height / 2.0).clamp(0.0, height - line_height)),
                ..default()
            };
            side.spawn(place).with_child(line(ui, mark, Size::Caption, false, INK_SOFT));
        }
    });
}

/// 0, 70 and 100 under the fields, and what they count.
fn spawn_widths(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui, gutter: f32, width: f32) {
    let under = Node {
        width: Val::Px(width),
        margin: UiRect::left(Val::Px(gutter)),
        justify_content: JustifyContent::SpaceBetween,
        flex_shrink: 0.0,
        ..row(0.0)
    };
    parent.spawn(under).with_children(|under| {
        under.spawn(line(ui, "0", Size::Caption, false, INK_SOFT));
        let seventy = ui.width("70", Size::Caption, false);
        let middle = Node {
            position_type: PositionType::Absolute,
            left: Val::Px((width - seventy) / 2.0),
            ..default()
        };
        under.spawn(middle).with_child(line(ui, "70", Size::Caption, false, INK_SOFT));
        under.spawn(row(GAP_M)).with_children(|end| {
            end.spawn(line(ui, ui.tr("debrief-axis-procedural"), Size::Body, true, INK));
            end.spawn(line(ui, "100", Size::Caption, false, INK_SOFT));
        });
    });
}

/// The fields with their names, the track over them, and the runs' numbers.
fn spawn_fields(
    parent: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    look: Look,
    discs: &[Disc],
    points: &[Point],
) {
    let ui = page.ui;
    let size = look.size;
    let here = page.told.outcome.card.service_type.map(|service| service.kind);
    let field =
        Node { width: Val::Px(size.x), height: Val::Px(size.y), flex_shrink: 0.0, ..default() };
    parent.spawn(field).with_children(|field| {
        let over = |rect: Rect| Node {
            position_type: PositionType::Absolute,
            left: Val::Px(rect.min.x),
            top: Val::Px(rect.min.y),
            width: Val::Px(rect.width()),
            height: Val::Px(rect.height()),
            ..default()
        };
        field.spawn(page.paper.hang(&grounds(size, here)));
        for (row, kinds) in FIELDS.into_iter().enumerate() {
            for (column, kind) in kinds.into_iter().enumerate() {
                let (ink, bold) = match here {
                    Some(here) if here == kind => (kind_tone(kind).ink(), true),
                    _ => (INK_FAINT, false),
                };
                let name = service(ui, kind);
                let half = quarter(size, row, column);
                let room = half.width() - 2.0 * GAP_S;
                let lines = ui.lines(&name, look.name(), bold, room).max(1.0);
                let high = (ui.px(look.name()) * look.name().leading()).round() * lines;
                let wide =
                    if lines > 1.0 { room } else { ui.width(&name, look.name(), bold) + 4.0 };
                let rect = free_place(discs, half, Vec2::new(wide, high), row == 0);
                let place = Node { justify_content: JustifyContent::Center, ..over(rect) };
                field.spawn(place).with_child(centred(ui, name, look.name(), bold, ink));
            }
        }
        let track = track(size, discs, points, is_placed(page), look.large);
        let whole = over(Rect::from_corners(Vec2::ZERO, size));
        field.spawn((whole, Pickable::IGNORE)).with_children(|over_it| {
            over_it.spawn(page.paper.hang(&track));
        });
        if !look.large {
            return;
        }
        for (place, (disc, point)) in discs.iter().zip(points).enumerate() {
            let now = is_placed(page) && place + 1 == discs.len();
            let (letters, ink) = if now { (Size::Body, ON_DARK) } else { (Size::Caption, INK) };
            // The number's own ground fills the disc, or the middle of the rhombus.
            let half = if point.practice { disc.radius * 0.48 } else { disc.radius - 2.0 };
            let half = Vec2::splat(half.floor());
            let place = Node {
                justify_content: JustifyContent::Center,
                align_items: AlignItems::Center,
                border_radius: if point.practice { BorderRadius::ZERO } else { BorderRadius::MAX },
                ..over(Rect::from_corners(disc.at - half, disc.at + half))
            };
            let ground = BackgroundColor(if now { INK } else { RAISED });
            let number = line(ui, point.number.to_string(), letters, now, ink);
            field.spawn((place, ground, Pickable::IGNORE)).with_child(number);
        }
    });
}

fn quarter(size: Vec2, row: usize, column: usize) -> Rect {
    let half = size / 2.0;
    #[allow(clippy::cast_precision_loss, reason = "0 or 1")]
    let corner = half * Vec2::new(column as f32, row as f32);
    Rect::from_corners(corner, corner + half)
}

/// The grounds of the fields, the lines at 70, and how near counts as on a line.
fn grounds(size: Vec2, here: Option<ServiceKind>) -> Drawing {
    let mut drawing = Drawing::new(size);
    for (row, kinds) in FIELDS.into_iter().enumerate() {
        for (column, kind) in kinds.into_iter().enumerate() {
            let ground = if here == Some(kind) { kind_tone(kind).ground() } else { RAISED };
            drawing.block(quarter(size, row, column), &hex(ground));
        }
    }
    let middle = size / 2.0;
    let near = |points: i64| along(Score::kept(points));
    let (low, high) = (near(650), near(750));
    let dotted = format!(r#"{} stroke-dasharray="1 5""#, pen(INK_FAINT, 1.5));
    for edge in [low, high] {
        let (x, y) = (edge * size.x, (1.0 - edge) * size.y);
        drawing.stroke(Vec2::new(x, 0.0), Vec2::new(x, size.y), &dotted);
        drawing.stroke(Vec2::new(0.0, y), Vec2::new(size.x, y), &dotted);
    }
    let line = pen(INK_SOFT, 2.0);
    drawing.stroke(Vec2::new(middle.x, 0.0), Vec2::new(middle.x, size.y), &line);
    drawing.stroke(Vec2::new(0.0, middle.y), Vec2::new(size.x, middle.y), &line);
    drawing.add(format_args!(
        r#"<rect x="1" y="1" width="{}" height="{}" fill="none" {}/>"#,
        size.x - 2.0,
        size.y - 2.0,
        pen(INK_SOFT, 2.0)
    ));
    drawing
}

/// A run's disc in the diagram, in pixels from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Disc {
    /// Where its scores put it.
    home: Vec2,
    /// Where it is drawn, out of the others' way.
    at: Vec2,
    radius: f32,
}

impl Disc {
    fn new(point: &Point, radius: f32, size: Vec2) -> Disc {
        let home = Vec2::new(along(point.procedural), 1.0 - along(point.personal)) * size;
        // A rhombus that holds as much as the disc reaches further.
        let radius = if point.practice { radius * 1.35 } else { radius };
        Disc { home, at: home, radius }
    }
}

/// Moves discs that would lie on one another apart, each to the nearest free place;
/// this run's, the last, stays, and all of them are inside the diagram.
fn spread(discs: &mut [Disc], size: Vec2) {
    const APART: f32 = 3.0;
    const STEP: f32 = 4.0;
    let mut placed: Vec<Disc> = Vec::new();
    for disc in discs.iter_mut().rev() {
        let margin = Vec2::splat(disc.radius + 2.0);
        let inside = |at: Vec2| at.clamp(margin, (size - margin).max(margin));
        let home = inside(disc.home);
        let is_free = |at: &Vec2| {
            let clear = |other: &Disc| other.at.distance(*at) >= other.radius + disc.radius + APART;
            inside(*at) == *at && placed.iter().all(clear)
        };
        // Round and round, a little further each time.
        let ring = |ring: u16| {
            let turns = (0u8..32).map(|turn| f32::from(turn) / 32.0 * std::f32::consts::TAU);
            turns.map(move |turn| home + Vec2::from_angle(turn) * STEP * f32::from(ring))
        };
        disc.at = (0..400).flat_map(ring).find(is_free).unwrap_or(home);
        placed.push(*disc);
    }
}

/// Where a name stands in its field: in the middle of the outer edge, or wherever
/// fewest discs and lines lie on it.
fn free_place(discs: &[Disc], field: Rect, name: Vec2, from_top: bool) -> Rect {
    let room = (field.size() - name - 2.0 * GAP_S).max(Vec2::ZERO);
    let rects = [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().flat_map(|down| {
        let down = if from_top { down } else { 1.0 - down };
        [0.5, 0.0, 1.0].map(|across| {
            let corner = field.min + GAP_S + Vec2::new(across, down) * room;
            Rect::from_corners(corner, corner + name)
        })
    });
    let covered = |rect: &Rect| {
        let covers = |disc: &&Disc| {
            let nearest = disc.at.clamp(rect.min, rect.max);
            nearest.distance(disc.at) < disc.radius + 2.0
        };
        let crosses = |pair: &&[Disc]| {
            let on_the_way = |step: u8| pair[0].at.lerp(pair[1].at, f32::from(step) / 24.0);
            (0..=24).any(|step| rect.contains(on_the_way(step)))
        };
        discs.iter().filter(covers).count() * 9 + discs.windows(2).filter(crosses).count()
    };
    rects.min_by_key(covered).unwrap_or(field)
}

/// The track: from each run to the next, and the runs' discs.
fn track(size: Vec2, discs: &[Disc], points: &[Point], placed: bool, large: bool) -> Drawing {
    let mut drawing = Drawing::new(size);
    for (place, pair) in discs.windows(2).enumerate() {
        let newest = place + 2 == discs.len();
        join(&mut drawing, pair[0], pair[1], newest, large);
    }
    for (place, (disc, point)) in discs.iter().zip(points).enumerate() {
        let away = disc.at.distance(disc.home);
        if large && away > disc.radius * 0.6 {
            drawing.stroke(disc.at, disc.home, &pen(INK_FAINT, 1.5));
            drawing.add(format_args!(
                r#"<circle cx="{}" cy="{}" r="3" fill="{}"/>"#,
                disc.home.x,
                disc.home.y,
                hex(INK_FAINT)
            ));
        }
        let now = placed && place + 1 == discs.len();
        let (fill, edge) = if now { (INK, RAISED) } else { (RAISED, INK_SOFT) };
        let width = if large || now { 2.5 } else { 2.0 };
        let look = format!(r#"fill="{}" {}"#, hex(fill), pen(edge, width));
        let Disc { at, radius, .. } = *disc;
        if point.practice {
            let r = radius;
            drawing.add(format_args!(
                r#"<path d="M{} {} l{r} {r} l-{r} {r} l-{r} -{r} Z" {look}/>"#,
                at.x,
                at.y - r
            ));
        } else {
            drawing
                .add(format_args!(r#"<circle cx="{}" cy="{}" r="{radius}" {look}/>"#, at.x, at.y));
        }
    }
    drawing
}

/// An arrow from one run to the next; older ones are dashed.
fn join(drawing: &mut Drawing, from: Disc, to: Disc, newest: bool, large: bool) {
    let Some(way) = (to.at - from.at).try_normalize() else { return };
    let (start, end) = (from.at + way * from.radius, to.at - way * (to.radius + 2.0));
    let head = if large { 10.0 } else { 5.0 };
    if (end - start).dot(way) < head {
        return;
    }
    let colour = if newest { INK } else { INK_FAINT };
    let width = if newest && large { 3.0 } else { 2.0 };
    let dash = if newest { "" } else { r#" stroke-dasharray="6 6""# };
    drawing.stroke(start, end - way * head * 0.6, &format!("{}{dash}", pen(colour, width)));
    let (back, side) = (end - way * head, way.perp() * head * 0.5);
    let (left, right) = (back + side, back - side);
    drawing.add(format_args!(
        r#"<path d="M{} {} L{} {} L{} {} Z" fill="{}"/>"#,
        end.x,
        end.y,
        left.x,
        left.y,
        right.x,
        right.y,
        hex(colour)
    ));
}

/// What the diagram shows, for whoever hears it.
fn in_words(page: &Page<'_>, points: &[Point]) -> String {
    let ui = page.ui;
    let runs: Vec<String> = points.iter().map(|point| run_in_words(ui, point)).collect();
    if runs.is_empty() {
        return ui.tr("debrief-fields-empty");
    }
    ui.tr_args("debrief-fields-words", &[("runs", runs.join(&ui.tr("debrief-then")).into())])
}

fn run_in_words(ui: &Ui, point: &Point) -> String {
    let kind = kinds(ui, ServiceType::of(point.procedural, point.personal));
    ui.tr_args(
        "debrief-fields-run",
        &[
            ("number", point.number.into()),
            ("procedural", tenths(point.procedural.tenths()).into()),
            ("personal", tenths(point.personal.tenths()).into()),
            ("kind", kind.into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn discs(places: &[(f32, f32)]) -> Vec<Disc> {
        let disc = |(x, y): &(f32, f32)| {
            let home = Vec2::new(*x, *y);
            Disc { home, at: home, radius: 14.0 }
        };
        places.iter().map(disc).collect()
    }

    #[test]
    fn the_lines_at_seventy_are_in_the_middle_and_the_ends_at_the_edges() {
        for (score, share) in [(0, 0.0), (350, 0.25), (700, 0.5), (850, 0.75), (1000, 1.0)] {
            assert!((along(Score::kept(score)) - share).abs() < 1e-6, "{score}");
        }
    }

    #[test]
    fn runs_in_one_place_are_drawn_side_by_side_inside_the_fields() {
        let size = Vec2::new(600.0, 400.0);
        for place in [(600.0, 0.0), (0.0, 400.0), (300.0, 200.0), (600.0, 130.0)] {
            for count in 1..=DRAWN {
                let mut all = discs(&vec![place; count]);
                spread(&mut all, size);
                for (one, disc) in all.iter().enumerate() {
                    assert!(disc.at.cmpge(Vec2::splat(14.0)).all(), "{disc:?}");
                    assert!(disc.at.cmple(size - 14.0).all(), "{disc:?}");
                    for other in &all[one + 1..] {
                        assert!(disc.at.distance(other.at) > 28.0, "{count} at {place:?}: {all:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn runs_with_room_stay_where_their_scores_put_them() {
        let mut all = discs(&[(100.0, 100.0), (300.0, 200.0), (500.0, 60.0)]);
        let before = all.clone();
        spread(&mut all, Vec2::new(600.0, 400.0));
        assert_eq!(all, before);
    }

    #[test]
    fn a_name_gives_way_to_the_runs() {
        let field = Rect::new(300.0, 0.0, 600.0, 200.0);
        let name = Vec2::new(120.0, 30.0);
        let place = |discs: &[Disc], from_top| free_place(discs, field, name, from_top);
        assert_eq!(place(&[], true).center(), Vec2::new(450.0, 23.0));
        assert_eq!(place(&[], false).center(), Vec2::new(450.0, 177.0));
        for runs in [
            &[(450.0, 20.0)][..],
            &[(450.0, 20.0), (560.0, 20.0)],
            &[(330.0, 20.0), (450.0, 20.0), (570.0, 20.0), (450.0, 60.0), (420.0, 110.0)],
        ] {
            let discs = discs(runs);
            let rect = place(&discs, true);
            let clear = |disc: &Disc| disc.at.clamp(rect.min, rect.max).distance(disc.at) > 14.0;
            assert!(discs.iter().all(clear), "{rect:?} for {runs:?}");
            assert!(field.contains(rect.min) && field.contains(rect.max), "{rect:?}");
        }
    }
}
