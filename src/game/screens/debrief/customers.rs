//! The fourth leaf: what each customer expected, what they got, and what moved them most.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use super::gap_bar::{Stands, gap_bar, plain_bar};
use super::paper::Drawing;
use super::words::*;
use super::{Details, Intent, Page, key_of, tab_index, walk};
use crate::game::theme::Keep;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::scenario::{Attribute, ExpectationPart};
use crate::score::{Gap, Touched};

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
            ..wrap(GAP_XS)
        };
        let mut strip = body_node.spawn((strip, BackgroundColor(SUNK)));
        strip.observe(walk).with_children(|strip| {
            for (place, one) in gaps.iter().enumerate() {
                let label = [name(page, &one.who), gap(ui, one.verdict).0].join(&ui.tr("dot"));
                let intent = Intent::Customer(place);
                let mut segment = strip.spawn((
                    button(ui, Look::Segment, &label),
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
    let halves = Node { align_items: AlignItems::Stretch, flex_shrink: 0.0, ..wrap(GAP_M) };
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
    let columns = Columns::new(page, width, ui.px(Size::Body) * 3.2);
    for (part, weight) in one.parts.iter().zip(shares) {
        let start = (part.moved != 0).then(|| part.tenths - part.moved);
        let value = match part.moved {
            0 => tenths(part.tenths.into()),
            moved => format!("{} ({})", tenths(part.tenths.into()), signed(moved.into())),
        };
        let bar = plain_bar(part.tenths, start, columns.bar);
        spawn_bar(half, page, &columns, (part_name(page, part.part), weight), &bar, value, INK);
    }
    if !one.hint.is_empty() {
        let well = Node { margin: UiRect::top(Val::Px(GAP_XS)), ..column(0.0) };
        half.spawn(well).with_children(|well| {
            spawn_labelled(well, ui, ui.tr("debrief-hint"), ui.say(&one.hint));
        });
    }
}

/// What was perceived, attribute by attribute, against what was expected.
fn spawn_attributes(half: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, one: &Gap, width: f32) {
    let ui = page.ui;
    let shares = percents(one.attributes.iter().map(|a| a.weight));
    let columns = Columns::new(page, width, ui.px(Size::Body) * 9.6);
    for (attribute, weight) in one.attributes.iter().zip(shares) {
        let stands = Stands::of(attribute.tenths, one.expected, attribute.moved != 0);
        let (key, ink) = match stands {
            Stands::Below => ("debrief-bar-below", CINNABAR_DEEP),
            Stands::Level => ("debrief-bar-level", JADE_DEEP),
            Stands::Above => ("debrief-bar-above", JADE_DEEP),
            Stands::Untested => ("debrief-bar-untested", INK_SOFT),
        };
        let apart = signed((attribute.tenths - one.expected).into());
        let args = [("value", tenths(attribute.tenths.into()).into()), ("gap", apart.into())];
        let bar = gap_bar(attribute.tenths, one.expected, stands, columns.bar);
        let name = attribute_name(page, attribute.attribute);
        spawn_bar(half, page, &columns, (name, weight), &bar, ui.tr_args(key, &args), ink);
    }
    half.spawn(caption(ui, ui.tr("debrief-bar-mark")));
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
            let columns = Columns::new(page, wide, ui.px(Size::Title) * 2.2);
            let stands = Stands::of(one.perceived, one.expected, true);
            for (key, value, bar) in [
                ("debrief-expected", one.expected, plain_bar(one.expected, None, columns.bar)),
                (
                    "debrief-perceived",
                    one.perceived,
                    gap_bar(one.perceived, one.expected, stands, columns.bar),
                ),
            ] {
                pair.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|line_of| {
                    let label =
                        Node { width: Val::Px(columns.name), flex_shrink: 0.0, ..default() };
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
                words.spawn(lead(ui, ui.lang().quoted(ui.say(remark))));
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

/// How wide the three parts of a line of bars are.
struct Columns {
    name: f32,
    bar: f32,
    words: f32,
}

impl Columns {
    fn new(page: &Page<'_>, width: f32, words: f32) -> Columns {
        let name = page.ui.px(Size::Body) * 7.0;
        Columns { name, bar: (width - name - words - 2.0 * GAP_M).max(80.0).floor(), words }
    }
}

/// A name with how much it weighs, a bar, and what the bar says in words.
fn spawn_bar(
    half: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    columns: &Columns,
    (name, weight): (String, u32),
    bar: &Drawing,
    words: String,
    ink: Color,
) {
    let ui = page.ui;
    let weighs = ui.tr_args("debrief-bar-weight", &[("weight", weight.into())]);
    let said = [name.clone(), weighs.clone(), words.clone()].join(&ui.tr("dot"));
    let whole = (Node { flex_shrink: 0.0, ..row(GAP_M) }, AccessibleLabel::new(said));
    half.spawn(whole).with_children(|line_of| {
        let label = Node { width: Val::Px(columns.name), flex_shrink: 0.0, ..column(0.0) };
        line_of.spawn(label).with_children(|label| {
            label.spawn(text(ui, name, Size::Body, true, INK));
            label.spawn(caption(ui, weighs));
        });
        line_of.spawn(page.paper.hang(bar));
        let beside = Node { width: Val::Px(columns.words), flex_shrink: 0.0, ..default() };
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
        let place = visit
            .and_then(|visit| Some(place(page, page.told.stop(visit)?.at, visit)))
            .unwrap_or_default();
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
