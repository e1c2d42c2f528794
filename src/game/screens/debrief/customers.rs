//! The third leaf: what each customer expected, what they got, and what moved them most.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

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
    let ui = page.ui;
    let Some(one) = page.told.outcome.gaps.get(page.reading.customer) else { return };
    scroll_area(details, Fit::Fill, GAP_M, |rows| {
        spawn_sum(rows, page, one);
        let halves = Node { align_items: AlignItems::Stretch, flex_shrink: 0.0, ..wrap(GAP_M) };
        rows.spawn(halves).with_children(|halves| {
            spawn_half(halves, page, "debrief-expected-of", |half| {
                let shares = percents(one.parts.iter().map(|p| p.weight));
                for (part, weight) in one.parts.iter().zip(shares) {
                    let name = part_name(page, part.part);
                    let start = (part.moved != 0).then(|| share(part.tenths - part.moved));
                    let value = (part.tenths, weight);
                    spawn_bar(half, page, name, value, start, Tone::Plain);
                }
                if !one.hint.is_empty() {
                    let well = Node { margin: UiRect::top(Val::Px(GAP_XS)), ..column(0.0) };
                    half.spawn(well).with_children(|well| {
                        spawn_labelled(well, ui, ui.tr("debrief-hint"), ui.say(&one.hint));
                    });
                }
            });
            spawn_half(halves, page, "debrief-perceived-as", |half| {
                let shares = percents(one.attributes.iter().map(|a| a.weight));
                for (attribute, weight) in one.attributes.iter().zip(shares) {
                    let name = attribute_name(page, attribute.attribute);
                    let value = (attribute.tenths, weight);
                    // Up or down from where everybody starts: what nothing moved
                    // was not put to the test.
                    let tone = match attribute.moved.signum() {
                        1 => Tone::Good,
                        -1 => Tone::Bad,
                        _ => Tone::Plain,
                    };
                    spawn_bar(half, page, name, value, Some(share(one.expected)), tone);
                }
                half.spawn(caption(ui, ui.tr("debrief-bar-mark")));
            });
        });
        spawn_moved(rows, page, one);
    });
}

/// The two averages, what lies between them, and the customer's own sentence.
fn spawn_sum(rows: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, one: &Gap) {
    let ui = page.ui;
    let (word, tone) = gap(ui, one.verdict);
    let sheet = Node {
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_M)),
        column_gap: Val::Px(GAP_XL),
        flex_shrink: 0.0,
        ..wrap(GAP_M)
    };
    rows.spawn(panel(sheet)).with_children(|sheet| {
        for (key, value, ink) in [
            ("debrief-expected", tenths(one.expected.into()), INK),
            ("debrief-perceived", tenths(one.perceived.into()), INK),
            ("debrief-gap", signed(one.gap.into()), tone.ink()),
        ] {
            sheet.spawn(Node { flex_shrink: 0.0, ..column(0.0) }).with_children(|figure| {
                figure.spawn(line(ui, ui.tr(key), Size::Caption, false, INK_SOFT));
                figure.spawn(line(ui, value, Size::Title, true, ink));
            });
        }
        let words = Node {
            flex_grow: 1.0,
            flex_shrink: 1.0,
            flex_basis: ui.em(18.0),
            min_width: Val::Px(0.0),
            align_items: AlignItems::Start,
            ..column(GAP_XS)
        };
        sheet.spawn(words).with_children(|words| {
            words.spawn(chip(ui, &word, tone));
            if let Some(remark) = one.remark.as_ref().filter(|r| !r.is_empty()) {
                words.spawn(lead(ui, ui.lang().quoted(ui.say(remark))));
            }
        });
    });
}

fn spawn_half(
    halves: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    name: &str,
    content: impl FnOnce(&mut ChildSpawnerCommands<'_>),
) {
    let node = Node {
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_M)),
        flex_grow: 1.0,
        flex_shrink: 1.0,
        flex_basis: page.ui.em(24.0),
        min_width: Val::Px(0.0),
        ..column(GAP_S)
    };
    halves.spawn(card(Tone::Plain, node)).with_children(|half| {
        half.spawn(heading(page.ui, page.ui.tr(name)));
        content(half);
    });
}

/// A name, a bar from 0 to 10, its value and how much it weighs.
fn spawn_bar(
    half: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    name: String,
    (value, weight): (i32, u32),
    mark: Option<f32>,
    tone: Tone,
) {
    let ui = page.ui;
    half.spawn(row(GAP_M)).with_children(|line_of| {
        let label = Node { width: ui.em(7.6), flex_shrink: 0.0, ..default() };
        line_of.spawn(label).with_child(line(ui, name, Size::Body, false, INK));
        // The worst there is is seen too.
        line_of.spawn(bar(share(value).max(0.02), mark, tone, 12.0));
        let words = ui.tr_args(
            "debrief-bar-value",
            &[("value", tenths(value.into()).into()), ("weight", weight.into())],
        );
        let label = Node { width: ui.em(6.4), flex_shrink: 0.0, ..default() };
        line_of.spawn(label).with_child(line(ui, words, Size::Caption, false, INK_SOFT));
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

/// Tenths of 0–10 as a share of the bar.
#[allow(clippy::cast_precision_loss, reason = "0–100")]
fn share(tenths: i32) -> f32 {
    tenths as f32 / 100.0
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
