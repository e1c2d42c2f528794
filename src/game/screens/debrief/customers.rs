//! The fourth leaf: what each customer expected, what they got, and what moved them most.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use super::gap_bar::{Stands, gap_bar, plain_bar};
use super::paper::Drawing;
use super::words::*;
use super::{Details, Intent, Page, in_each_row, key_of, tab_index, walk};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::scenario::{Attribute, ExpectationPart};
use crate::score::{AttributeResult, Gap, Touched};

pub(super) fn spawn(body_node: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let gaps = &page.told.outcome.gaps;
    if gaps.is_empty() {
        body_node.spawn(body(ui, ui.tr("debrief-no-customers")));
        return;
    }
    if gaps.len() > 1 {
        let strip = Node {
            padding: UiRect::all(Val::Px(GAP_XS)),
            border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
            align_self: AlignSelf::Start,
            flex_shrink: 0.0,
            ..column(GAP_XS)
        };
        let label = |one: &Gap| [name(page, &one.who), gap(ui, one.verdict).0].join(&ui.tr("dot"));
        let labels: Vec<String> = gaps.iter().map(label).collect();
        let room = page.paper.sheet.room - 2.0 * GAP_XS;
        let in_row = in_each_row(ui, &labels, GAP_XS, room);
        let mut strip = body_node.spawn((strip, BackgroundColor(SUNK)));
        strip.observe(walk).with_children(|strip| {
            for (first, labels) in labels.chunks(in_row).enumerate() {
                strip.spawn(row(GAP_XS)).with_children(|strip| {
                    for (place, label) in (first * in_row..).zip(labels) {
                        let intent = Intent::Customer(place);
                        let mut segment = strip.spawn((
                            button(ui, Look::Segment, label),
                            Checkable,
                            intent,
                            Keep(key_of(intent)),
                            tab_index(place == page.reading.customer),
                        ));
                        if place == page.reading.customer {
                            segment.insert(Checked);
                        }
                    }
                });
            }
        });
    }
    if page.is_narrow() {
        scroll_area(body_node, Fit::Fill, GAP_M, |rows| {
            let details = Node { flex_shrink: 0.0, ..column(GAP_M) };
            rows.spawn((details, Details)).with_children(|parent| spawn_details(parent, page));
        });
        return;
    }
    let details = Node {
        flex_grow: 1.0,
        flex_shrink: 1.0,
        flex_basis: Val::Px(0.0),
        min_height: Val::Px(0.0),
        ..column(GAP_S)
    };
    body_node.spawn((details, Details)).with_children(|details| spawn_details(details, page));
}

/// The customer that was picked.
pub(super) fn spawn_details(details: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let Some(one) = page.told.outcome.gaps.get(page.reading.customer) else { return };
    if page.is_narrow() {
        spawn_all(details, page, one);
    } else {
        scroll_area(details, Fit::Fill, GAP_M, |rows| spawn_all(rows, page, one));
    }
}

fn spawn_all(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, one: &Gap) {
    let room = page.paper.sheet.room;
    spawn_sum(rows, page, one);
    // Beside large type two cards would have no room.
    let (left, right) = if page.is_narrow() {
        (room, room)
    } else {
        let left = (room * 0.38).floor();
        (left, room - left - GAP_M)
    };
    let across = if page.is_narrow() { column(GAP_M) } else { row(GAP_M) };
    let halves = Node { align_items: AlignItems::Stretch, flex_shrink: 0.0, ..across };
    rows.spawn(halves).with_children(|halves| {
        spawn_half(halves, page, right, "debrief-perceived-as", |half| {
            spawn_attributes(half, page, one, right - 2.0 * GAP_L - 2.0);
        });
        spawn_half(halves, page, left, "debrief-expected-of", |half| {
            spawn_parts(half, page, one, left - 2.0 * GAP_L - 2.0);
        });
    });
    spawn_moved(rows, page, one);
}

/// What the expectation is made of.
fn spawn_parts(half: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, one: &Gap, width: f32) {
    let ui = page.ui;
    let shares = percents(one.parts.iter().map(|p| p.weight));
    let lines: Vec<BarLine> = one
        .parts
        .iter()
        .zip(shares)
        .map(|(part, weight)| {
            let value = tenths(part.tenths.into());
            let words = match part.moved {
                0 => value,
                moved => format!("{value} ({})", signed(moved.into())),
            };
            BarLine { name: part_name(page, part.part), weight, words, ink: INK }
        })
        .collect();
    let columns = Columns::new(page, width, &lines);
    for (line_of, part) in lines.into_iter().zip(&one.parts) {
        let start = (part.moved != 0).then(|| part.tenths - part.moved);
        let bar = plain_bar(part.tenths, start, columns.bar);
        spawn_bar(half, page, &columns, line_of, &bar);
    }
    if !one.hint.is_empty() {
        let (label, hint) = (ui.tr("debrief-hint"), ui.say(&one.hint));
        let well = room_for(ui, &format!("{label}{hint}"), (Size::Body, true), width);
        let well = Node { margin: UiRect::top(Val::Px(GAP_XS)), ..well };
        half.spawn(well).with_children(|well| spawn_labelled(well, ui, label, hint));
    }
}

/// What was perceived, attribute by attribute, against what was expected.
fn spawn_attributes(half: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, one: &Gap, width: f32) {
    let ui = page.ui;
    let shares = percents(one.attributes.iter().map(|a| a.weight));
    let stands = |a: &AttributeResult| Stands::of(a.tenths, one.expected, a.moved != 0);
    let lines: Vec<BarLine> = one
        .attributes
        .iter()
        .zip(shares)
        .map(|(attribute, weight)| {
            let (key, ink) = match stands(attribute) {
                Stands::Below => ("debrief-bar-below", CINNABAR_DEEP),
                Stands::Level => ("debrief-bar-level", JADE_DEEP),
                Stands::Above => ("debrief-bar-above", JADE_DEEP),
                Stands::Untested => ("debrief-bar-untested", INK_SOFT),
            };
            // Above and below are words already.
            let apart = unsigned((attribute.tenths - one.expected).into());
            let args = [("value", tenths(attribute.tenths.into()).into()), ("gap", apart.into())];
            let words = ui.tr_args(key, &args);
            BarLine { name: attribute_name(page, attribute.attribute), weight, words, ink }
        })
        .collect();
    let columns = Columns::new(page, width, &lines);
    for (line_of, attribute) in lines.into_iter().zip(&one.attributes) {
        let bar = gap_bar(attribute.tenths, one.expected, stands(attribute), columns.bar);
        spawn_bar(half, page, &columns, line_of, &bar);
    }
    let mark = ui.tr("debrief-bar-mark");
    half.spawn(room_for(ui, &mark, (Size::Caption, false), width)).with_child(caption(ui, mark));
}

/// The two averages as bars, what lies between them, and the customer's own sentence.
fn spawn_sum(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, one: &Gap) {
    let ui = page.ui;
    let (word, tone) = gap(ui, one.verdict);
    let sheet = Node {
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_M)),
        column_gap: Val::Px(GAP_XL),
        flex_shrink: 0.0,
        ..wrap(GAP_M)
    };
    let inner = page.paper.sheet.room - 2.0 * GAP_L - 2.0;
    let wide = if page.is_narrow() { inner } else { (inner * 0.46).floor() };
    rows.spawn(panel(sheet)).with_children(|sheet| {
        sheet.spawn(Node { flex_shrink: 0.0, ..column(GAP_S) }).with_children(|pair| {
            let keys = ["debrief-expected", "debrief-perceived"];
            let widths = keys.map(|key| ui.width(&ui.tr(key), Size::Lead, true));
            let name = widths.into_iter().fold(0.0, f32::max).ceil();
            let number = ui.width("10.0", Size::Title, true).ceil();
            let bar = (wide - name - number - 2.0 * GAP_M).floor();
            let stands = Stands::of(one.perceived, one.expected, true);
            for (key, value, bar) in [
                (keys[0], one.expected, plain_bar(one.expected, None, bar)),
                (keys[1], one.perceived, gap_bar(one.perceived, one.expected, stands, bar)),
            ] {
                pair.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|line_of| {
                    let label = Node { width: Val::Px(name), flex_shrink: 0.0, ..default() };
                    line_of.spawn(label).with_child(line(ui, ui.tr(key), Size::Lead, true, INK));
                    line_of.spawn(page.paper.hang(&bar));
                    let value = tenths(value.into());
                    line_of.spawn(line(ui, value, Size::Title, true, INK));
                });
            }
        });
        sheet.spawn(Node { flex_shrink: 0.0, ..column(0.0) }).with_children(|figure| {
            figure.spawn(line(ui, ui.tr("debrief-gap"), Size::Body, false, INK_SOFT));
            figure.spawn(line(ui, signed(one.gap.into()), Size::Title, true, tone.ink()));
        });
        let words = Node {
            flex_grow: 1.0,
            flex_shrink: 1.0,
            flex_basis: ui.em(14.0),
            min_width: Val::Px(0.0),
            align_items: AlignItems::Start,
            ..column(GAP_XS)
        };
        sheet.spawn(words).with_children(|words| {
            words.spawn(text(ui, word, Size::Heading, true, tone.ink()));
            if let Some(remark) = one.remark.as_ref().filter(|r| !r.is_empty()) {
                words.spawn(lead(ui, format!("“{}”", ui.say(remark))));
            }
        });
    });
}

fn spawn_half(
    halves: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    width: f32,
    name: &str,
    content: impl FnOnce(&mut ChildSpawnerCommands<'_>),
) {
    let node = Node {
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_M)),
        width: Val::Px(width),
        flex_shrink: 0.0,
        ..column(GAP_XS)
    };
    halves.spawn(card(Tone::Plain, node)).with_children(|half| {
        half.spawn(heading(page.ui, page.ui.tr(name)));
        content(half);
    });
}

/// A place for words in so much room. The layout measures words that may break as if
/// they broke everywhere, so it is told how high they stand.
fn room_for(ui: &Ui, words: &str, (size, bold): (Size, bool), width: f32) -> Node {
    let lines = ui.lines(words, size, bold, width);
    Node {
        width: Val::Px(width),
        height: Val::Px(lines * ui.line_height(size)),
        flex_shrink: 0.0,
        ..default()
    }
}

/// What stands at either end of a bar.
struct BarLine {
    name: String,
    weight: u32,
    words: String,
    ink: Color,
}

impl BarLine {
    fn weighs(&self, page: &Page<'_>) -> String {
        page.ui.tr_args("debrief-bar-weight", &[("weight", self.weight.into())])
    }
}

/// How wide the three parts of a line of bars are.
struct Columns {
    name: f32,
    bar: f32,
    words: f32,
}

impl Columns {
    /// The bars get what names and words leave, a fifth of the room at least.
    fn new(page: &Page<'_>, width: f32, lines: &[BarLine]) -> Columns {
        let ui = page.ui;
        let widest = |wide: &dyn Fn(&BarLine) -> f32| lines.iter().map(wide).fold(0.0, f32::max);
        let name = widest(&|l: &BarLine| {
            let name = ui.width(&l.name, Size::Body, true);
            name.max(ui.width(&l.weighs(page), Size::Caption, false))
        });
        let words = widest(&|l: &BarLine| ui.width(&l.words, Size::Body, false));
        let (name, words) = (name.ceil() + 2.0, words.ceil() + 2.0);
        let bar = (width - name - words - 2.0 * GAP_M).max(width * 0.2).floor();
        Columns { name, bar, words: words.min(width - name - bar - 2.0 * GAP_M) }
    }
}

/// A name with how much it weighs, a bar, and what the bar says in words.
fn spawn_bar(
    half: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    columns: &Columns,
    line_of: BarLine,
    bar: &Drawing,
) {
    let ui = page.ui;
    let weighs = line_of.weighs(page);
    let BarLine { name, words, ink, .. } = line_of;
    half.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|line_of| {
        let label = Node { width: Val::Px(columns.name), flex_shrink: 0.0, ..column(0.0) };
        line_of.spawn(label).with_children(|label| {
            label.spawn(line(ui, name, Size::Body, true, INK));
            label.spawn(line(ui, weighs, Size::Caption, false, INK_SOFT));
        });
        line_of.spawn(page.paper.hang(bar));
        let beside = room_for(ui, &words, (Size::Body, false), columns.words);
        line_of.spawn(beside).with_child(text(ui, words, Size::Body, false, ink));
    });
}

fn spawn_moved(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, one: &Gap) {
    let ui = page.ui;
    let Some(moved) = &one.moved_most else { return };
    let by = moved.by.tenths();
    let tone = if by < 0 { Tone::Bad } else { Tone::Good };
    let node = Node {
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_M)),
        flex_shrink: 0.0,
        align_items: AlignItems::Start,
        ..column(GAP_XS)
    };
    let visit = moved.beat.as_ref().map(|(_, visit)| *visit);
    rows.spawn(card(tone, node)).with_children(|card| {
        let key = if by < 0 { "debrief-hurt-most" } else { "debrief-pleased-most" };
        card.spawn(strong(ui, ui.tr(key)));
        let touched = match moved.touched {
            Touched::Perception(attribute) => attribute_name(page, attribute),
            Touched::Expectation(part) => part_name(page, part),
        };
        let place = visit.map(|visit| place(page, visit)).unwrap_or_default();
        let by = signed(by);
        let what = ui.tr_args(
            "debrief-moved-by",
            &[("place", place.into()), ("touched", touched.into()), ("by", by.into())],
        );
        if !moved.why.is_empty() {
            card.spawn(lead(ui, ui.say(&moved.why)));
        }
        card.spawn(text(ui, what, Size::Body, false, tone.ink()));
        if let Some(visit) = visit {
            let keep = Keep("debrief/try-from-moved".to_owned());
            let again = button(ui, Look::Plain, &ui.tr("debrief-try-from"));
            card.spawn((again, Intent::TryFrom(visit), keep));
        }
    });
}

/// Weights as whole percentages that add up to a hundred: what rounding down
/// leaves over goes to those it took most from, the first of equals first.
fn percents(weights: impl Iterator<Item = u32>) -> Vec<u32> {
    let weights: Vec<u32> = weights.collect();
    let all = weights.iter().sum::<u32>().max(1);
    let mut shares: Vec<u32> = weights.iter().map(|weight| weight * 100 / all).collect();
    let mut taken: Vec<usize> = (0..weights.len()).collect();
    taken.sort_by_key(|place| std::cmp::Reverse(weights[*place] * 100 % all));
    let left = 100_usize.saturating_sub(shares.iter().sum::<u32>() as usize);
    for place in taken.into_iter().take(left) {
        shares[place] += 1;
    }
    shares
}

fn attribute_name(page: &Page<'_>, attribute: Attribute) -> String {
    let word = match attribute {
        Attribute::Reliability => "reliability",
        Attribute::Responsiveness => "responsiveness",
        Attribute::Competence => "competence",
        Attribute::Courtesy => "courtesy",
        Attribute::Surroundings => "surroundings",
    };
    named(page.ui, "attribute", word)
}

fn part_name(page: &Page<'_>, part: ExpectationPart) -> String {
    let word = match part {
        ExpectationPart::Past => "past",
        ExpectationPart::WordOfMouth => "word-of-mouth",
        ExpectationPart::Needs => "needs",
    };
    named(page.ui, "part", word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_add_up_to_a_hundred() {
        assert_eq!(percents([1, 1, 3, 2, 1].into_iter()), [13, 13, 37, 25, 12]);
        assert_eq!(percents([1, 1, 1].into_iter()), [34, 33, 33]);
        assert_eq!(percents([40, 20, 40].into_iter()), [40, 20, 40]);
        assert_eq!(percents([7].into_iter()), [100]);
    }
}
