//! The four fields of service, how run followed run across them, and where everything stands.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::ui_widgets::ListItem;

use super::Page;
use super::paper::{Drawing, hex, pen};
use super::track::{Disc, RHOMBUS, spread, track};
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
pub(super) fn along(score: Score) -> f32 {
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
            // Two digits have room; discs as large as large type would push one
            // another from their places.
            (true, true) => ui.px(Size::Body) * 0.5 + 8.5,
            (true, false) => ui.px(Size::Caption) * 0.5 + 5.0,
            (false, true) => 10.0,
            (false, false) => 5.0,
        }
    }

    /// How long the head of an arrow between two runs is.
    pub(super) fn head(self) -> f32 {
        if self.large { 10.0 } else { 5.0 }
    }
}

/// Where the fields lie: `size` with their names in its outer corners, and inside it
/// the part that is measured, so that no run can ever lie on a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Chart {
    size: Vec2,
    /// From 0 to 100 either way.
    measured: Rect,
}

impl Chart {
    /// `name` is how high a field's name is, `reach` how far a run's disc reaches.
    fn new(size: Vec2, name: f32, reach: f32) -> Chart {
        let edge = Vec2::new(reach + 3.0, name + NAME_ABOVE + reach + 3.0);
        Chart { size, measured: Rect::from_corners(edge, size - edge) }
    }

    /// Where shares of the way to the right and upwards are.
    pub(super) fn at(&self, right: f32, up: f32) -> Vec2 {
        self.measured.min + Vec2::new(right, 1.0 - up) * self.measured.size()
    }

    fn quarter(&self, row: usize, column: usize) -> Rect {
        let half = self.size / 2.0;
        #[allow(clippy::cast_precision_loss, reason = "0 or 1")]
        let corner = half * Vec2::new(column as f32, row as f32);
        Rect::from_corners(corner, corner + half)
    }

    /// Where a name of this size stands: in the outer corner of its field.
    fn name(&self, row: usize, column: usize, name: Vec2) -> Rect {
        let left = if column == 0 { GAP_S } else { self.size.x - GAP_S - name.x };
        let top = if row == 0 { NAME_ABOVE } else { self.size.y - NAME_ABOVE - name.y };
        Rect::from_corners(Vec2::new(left, top), Vec2::new(left, top) + name)
    }
}

/// Between a name and the edge of its field.
const NAME_ABOVE: f32 = 3.0;

/// How a field's name is set.
struct Name {
    words: String,
    kind: ServiceKind,
    /// The run lies in its field.
    here: bool,
    size: Vec2,
}

/// The names of the fields, row by row, with the room each takes.
fn names(page: &Page<'_>, look: Look) -> [[Name; 2]; 2] {
    let ui = page.ui;
    let here = page.told.outcome.card.service_type.map(|service| service.kind);
    let room = look.size.x / 2.0 - 2.0 * GAP_S;
    FIELDS.map(|row| {
        row.map(|kind| {
            let words = service(ui, kind);
            let here = here == Some(kind);
            let lines = ui.lines(&words, look.name(), here, room).max(1.0);
            let high = ui.line_height(look.name()) * lines;
            let own = (ui.width(&words, look.name(), here) + 4.0).ceil();
            let wide = if lines > 1.0 { room } else { own };
            Name { words, kind, here, size: Vec2::new(wide, high) }
        })
    })
}

/// The diagram, with everything in it told in words too.
pub(super) fn spawn(parent: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, look: Look) {
    let ui = page.ui;
    let points = points(page);
    let last = points.len().wrapping_sub(1);
    let is_now = |place: usize| is_placed(page) && place == last;
    let names = names(page, look);
    let highest = names.iter().flatten().map(|name| name.size.y).fold(0.0, f32::max);
    let reach = look.radius(ui, true).max(look.radius(ui, false) * RHOMBUS);
    let chart = Chart::new(look.size, highest, reach);
    let mut discs: Vec<Disc> = points
        .iter()
        .enumerate()
        .map(|(place, point)| Disc::new(point, look.radius(ui, is_now(place)), &chart))
        .collect();
    spread(&mut discs, chart.measured, chart.measured.center(), look.head() + 4.0);
    let frame = Node { width: Val::Px(look.size.x), flex_shrink: 0.0, ..column(GAP_XS) };
    let words = (ListItem, AccessibleLabel::new(in_words(page, &points)), TabIndex(0));
    let drawn = Drawn { look, chart, names, discs, points };
    if look.large {
        let gutter = ui.width("100", Size::Caption, false).ceil() + GAP_S;
        let frame = Node { width: Val::Px(look.size.x + gutter), ..frame };
        parent.spawn((frame, words)).with_children(|diagram| {
            diagram.spawn(line(ui, ui.tr("debrief-axis-personal"), Size::Body, true, INK));
            diagram.spawn(Node { flex_shrink: 0.0, ..default() }).with_children(|line_of| {
                spawn_heights(line_of, ui, gutter, &chart);
                spawn_fields(line_of, page, &drawn);
            });
            spawn_widths(diagram, ui, gutter, &chart);
        });
    } else {
        parent.spawn((frame, words)).with_children(|diagram| {
            spawn_fields(diagram, page, &drawn);
        });
    }
}

/// Everything that is drawn in the fields.
struct Drawn {
    look: Look,
    chart: Chart,
    names: [[Name; 2]; 2],
    discs: Vec<Disc>,
    points: Vec<Point>,
}

/// 100, 70 and 0 beside the fields.
fn spawn_heights(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui, gutter: f32, chart: &Chart) {
    let line_height = ui.px(Size::Caption) * Size::Caption.leading();
    let side = Node { width: Val::Px(gutter), flex_shrink: 0.0, ..default() };
    parent.spawn(side).with_children(|side| {
        for (mark, share) in [("100", 1.0), ("70", 0.5), ("0", 0.0)] {
            let place = Node {
                position_type: PositionType::Absolute,
                right: Val::Px(GAP_S),
                top: Val::Px((chart.at(0.0, share).y - line_height / 2.0).round()),
                ..default()
            };
            side.spawn(place).with_child(line(ui, mark, Size::Caption, false, INK_SOFT));
        }
    });
}

/// 0, 70 and 100 under the fields, and what they count.
fn spawn_widths(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui, gutter: f32, chart: &Chart) {
    let half = |mark: &str| ui.width(mark, Size::Caption, false) / 2.0;
    let beside = |mark: &str| Val::Px((chart.measured.min.x - half(mark)).max(0.0).round());
    let under = Node {
        width: Val::Px(chart.size.x),
        margin: UiRect::left(Val::Px(gutter)),
        padding: UiRect { left: beside("0"), right: beside("100"), ..default() },
        justify_content: JustifyContent::SpaceBetween,
        flex_shrink: 0.0,
        ..row(0.0)
    };
    parent.spawn(under).with_children(|under| {
        under.spawn(line(ui, "0", Size::Caption, false, INK_SOFT));
        let middle = Node {
            position_type: PositionType::Absolute,
            left: Val::Px((chart.size.x / 2.0 - half("70")).round()),
            ..default()
        };
        under.spawn(middle).with_child(line(ui, "70", Size::Caption, false, INK_SOFT));
        under.spawn(line(ui, "100", Size::Caption, false, INK_SOFT));
        // Half way between two numbers: beside one it would read as its score.
        let counts = ui.tr("debrief-axis-procedural");
        let (from, to) = (chart.size.x / 2.0 + half("70"), chart.measured.max.x - half("100"));
        let left = f32::midpoint(from, to) - ui.width(&counts, Size::Body, true) / 2.0;
        let between = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(left.round()),
            ..default()
        };
        under.spawn(between).with_child(line(ui, counts, Size::Body, true, INK));
    });
}

/// The fields, the track over them, the runs' numbers, and on top the fields' names.
fn spawn_fields(parent: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, drawn: &Drawn) {
    let ui = page.ui;
    let Drawn { look, chart, names, discs, points } = drawn;
    let size = chart.size;
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
        field.spawn(page.paper.hang(&grounds(chart, here)));
        let track = track(size, discs, points, is_placed(page), *look);
        let whole = over(Rect::from_corners(Vec2::ZERO, size));
        field.spawn((whole, Pickable::IGNORE)).with_children(|over_it| {
            over_it.spawn(page.paper.hang(&track));
        });
        let numbered = if look.large { discs.as_slice() } else { &[] };
        for (place, (disc, point)) in numbered.iter().zip(points).enumerate() {
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
        for (row, names) in names.iter().enumerate() {
            for (column, name) in names.iter().enumerate() {
                let tone = kind_tone(name.kind);
                let (ink, ground) =
                    if name.here { (tone.ink(), tone.ground()) } else { (INK_FAINT, RAISED) };
                let rect = chart.name(row, column, name.size);
                let place = Node { justify_content: JustifyContent::Center, ..over(rect) };
                field
                    .spawn((place, BackgroundColor(ground), Pickable::IGNORE))
                    .with_child(centred(ui, &name.words, look.name(), name.here, ink));
            }
        }
    });
}

/// The grounds of the fields, the lines at 70, and how near counts as on a line.
fn grounds(chart: &Chart, here: Option<ServiceKind>) -> Drawing {
    let size = chart.size;
    let mut drawing = Drawing::new(size);
    for (row, kinds) in FIELDS.into_iter().enumerate() {
        for (column, kind) in kinds.into_iter().enumerate() {
            let ground = if here == Some(kind) { kind_tone(kind).ground() } else { RAISED };
            drawing.block(chart.quarter(row, column), &hex(ground));
        }
    }
    let near = |points: i64| along(Score::kept(points));
    let dotted = format!(r#"{} stroke-dasharray="1 5""#, pen(INK_FAINT, 1.5));
    for edge in [near(650), near(750)] {
        drawing.stroke(chart.at(edge, 0.0), chart.at(edge, 1.0), &dotted);
        drawing.stroke(chart.at(0.0, edge), chart.at(1.0, edge), &dotted);
    }
    let line = pen(INK_SOFT, 2.0);
    let middle = size / 2.0;
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

    #[test]
    fn the_lines_at_seventy_are_in_the_middle_and_the_ends_at_the_edges() {
        for (score, share) in [(0, 0.0), (350, 0.25), (700, 0.5), (850, 0.75), (1000, 1.0)] {
            assert!((along(Score::kept(score)) - share).abs() < 1e-6, "{score}");
        }
    }

    #[test]
    fn no_run_can_lie_on_a_name() {
        let (name, reach) = (Vec2::new(120.0, 30.0), 17.0);
        let chart = Chart::new(Vec2::new(600.0, 400.0), name.y, reach);
        for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let rect = chart.name(row, column, name);
            let field = chart.quarter(row, column);
            assert!(field.contains(rect.min) && field.contains(rect.max), "{rect:?}");
            for (right, up) in [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0), (0.1, 0.9)] {
                let at = chart.at(right, up);
                assert!(at.clamp(rect.min, rect.max).distance(at) > reach, "{rect:?} and {at}");
            }
        }
    }
}
