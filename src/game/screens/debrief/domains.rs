//! The fifth leaf: how the standards of each domain were met, in this run and in all before it.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::ui_widgets::ListItem;

use super::paper::{Drawing, outline, pen};
use super::tally::{Counts, Tally, whole};
use super::words::*;
use super::{Page, marks};
use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::session::Verdict;

/// The side of one opportunity's mark at the normal text size: one for all domains,
/// so that more marks are always more room.
const CELL: f32 = 20.0;
/// How high the bar of the runs before is.
const BEFORE: f32 = 26.0;
/// The least room that the bars keep beside words.
const BARS: f32 = 320.0;

pub(super) fn spawn(body_node: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let tallies = &page.told.tallies;
    let runs = whole(&page.told.journey.earlier).count();
    spawn_legend(body_node, page, runs);
    scroll_area(body_node, Fit::Fill, GAP_M, |rows| {
        if tallies.is_empty() {
            rows.spawn(body(ui, ui.tr("debrief-domains-none")));
        }
        let words_wide = words_wide(page, tallies, runs);
        for tally in tallies {
            spawn_domain(rows, page, tally, runs, words_wide);
        }
    });
}

/// What marks and patterns mean.
fn spawn_legend(body: &mut ChildSpawnerCommands<'_>, page: &Page<'_>, runs: usize) {
    let ui = page.ui;
    let side = ui.px(Size::Caption).max(18.0).round();
    let legend = Node { flex_shrink: 0.0, column_gap: Val::Px(GAP_L), ..wrap(GAP_XS) };
    body.spawn(legend).with_children(|legend| {
        for of in marks::SHOWN {
            legend.spawn(Node { flex_shrink: 0.0, ..row(6.0) }).with_children(|entry| {
                entry.spawn(page.marks.image(of, side));
                if runs > 0 {
                    let mut swatch = Drawing::new(Vec2::new(side * 1.6, side));
                    swatch.patterns();
                    stretch(&mut swatch, of, 0.0, side * 1.6);
                    entry.spawn(page.paper.hang(&swatch));
                }
                entry.spawn(line(ui, verdict(ui, of), Size::Caption, false, INK_SOFT));
            });
        }
    });
}

/// How wide a domain's name is beside its bars.
fn name_wide(ui: &Ui) -> f32 {
    ui.px(Size::Lead) * 9.0
}

/// How wide the words beside the bars are: as wide as the longest of them on one line,
/// if the bars keep enough.
fn words_wide(page: &Page<'_>, tallies: &[Tally], runs: usize) -> f32 {
    let ui = page.ui;
    let wide = |tally: &Tally| {
        let now = counted(page, "debrief-domain-now", tally.now, 1);
        let before = counted(page, "debrief-domain-before", tally.before, runs);
        let before = if runs > 0 { ui.width(&before, Size::Body, false) } else { 0.0 };
        ui.width(&now, Size::Lead, false).max(before)
    };
    let needed = tallies.iter().map(wide).fold(0.0, f32::max).ceil() + GAP_M;
    let inside = page.paper.sheet.room - 2.0 * GAP_L - 2.0;
    needed.min(inside - name_wide(ui) - 2.0 * GAP_L - BARS).max(ui.px(Size::Body) * 16.0)
}

/// A domain's name, its two bars, and both in words.
fn spawn_domain(
    rows: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    tally: &Tally,
    runs: usize,
    words_wide: f32,
) {
    let ui = page.ui;
    let room = page.paper.sheet.room;
    let stacked = page.is_narrow();
    let name_wide = name_wide(ui);
    let inside = room - 2.0 * GAP_L;
    let width = if stacked { inside } else { inside - name_wide - words_wide - 2.0 * GAP_L };
    let width = width.floor();
    let now = counted(page, "debrief-domain-now", tally.now, 1);
    let before = (runs > 0).then(|| counted(page, "debrief-domain-before", tally.before, runs));
    let name = ui.say(&tally.domain).to_owned();
    let said = [Some(name.clone()), Some(now.clone()), before.clone()];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let node = Node {
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_M)),
        column_gap: Val::Px(GAP_L),
        row_gap: Val::Px(GAP_S),
        flex_direction: if stacked { FlexDirection::Column } else { FlexDirection::Row },
        align_items: if stacked { AlignItems::Start } else { AlignItems::Center },
        flex_shrink: 0.0,
        ..default()
    };
    let words = (ListItem, AccessibleLabel::new(said.join(&ui.tr("dot"))), TabIndex(0));
    rows.spawn((card(Tone::Plain, node), words)).with_children(|card| {
        let label = Node {
            width: if stacked { Val::Auto } else { Val::Px(name_wide) },
            flex_shrink: 0.0,
            ..default()
        };
        card.spawn(label).with_child(text(ui, name, Size::Lead, true, INK));
        let side = (CELL * (1.0 + (ui.scale() - 1.0) * 0.3)).round();
        let now = page.paper.hang(&cells(tally.now, width, side));
        let before = (runs > 0).then(|| page.paper.hang(&bar(tally.before, width)));
        let now_in_words = |words: &mut ChildSpawnerCommands<'_>| {
            spawn_counted(words, page, "debrief-domain-now", tally.now, 1, Size::Lead);
        };
        let before_in_words = |words: &mut ChildSpawnerCommands<'_>| {
            if runs > 0 {
                let key = "debrief-domain-before";
                spawn_counted(words, page, key, tally.before, runs, Size::Body);
            }
        };
        // Lines are only counted right where their width is known.
        let words =
            |wide: f32, gap: f32| Node { width: Val::Px(wide), flex_shrink: 0.0, ..column(gap) };
        if stacked {
            // Each bar over its own words.
            card.spawn(words(inside, GAP_S)).with_children(|card| {
                card.spawn(now);
                now_in_words(card);
                if let Some(before) = before {
                    card.spawn(before);
                }
                before_in_words(card);
            });
        } else {
            card.spawn(Node { flex_shrink: 0.0, ..column(GAP_S) }).with_children(|bars| {
                bars.spawn(now);
                if let Some(before) = before {
                    bars.spawn(before);
                }
            });
            card.spawn(words(words_wide, GAP_XS)).with_children(|words| {
                now_in_words(words);
                before_in_words(words);
            });
        }
    });
}

/// `This run: met ×7, missed ×1`
fn counted(page: &Page<'_>, key: &str, counts: Counts, runs: usize) -> String {
    let verdicts = verdicts(page, counts).join(&page.ui.tr("debrief-comma"));
    told(page, key, &verdicts, counts, runs)
}

/// The same on the page: a word and its count never part.
fn spawn_counted(
    words: &mut ChildSpawnerCommands<'_>,
    page: &Page<'_>,
    key: &str,
    counts: Counts,
    runs: usize,
    size: Size,
) {
    let ui = page.ui;
    // Both languages name the verdicts last.
    let head = told(page, key, "", counts, runs);
    let comma = ui.tr("debrief-comma");
    let verdicts = verdicts(page, counts);
    let last = verdicts.len().saturating_sub(1);
    let verdicts = verdicts.into_iter().enumerate().map(|(place, verdict)| {
        if place == last { verdict } else { format!("{verdict}{}", comma.trim_end()) }
    });
    let space = if comma.ends_with(' ') { ui.width(" ", size, false) } else { 0.0 };
    let parts = Node { column_gap: Val::Px(space), ..wrap(0.0) };
    words.spawn(parts).with_children(|parts| {
        for part in std::iter::once(head.trim_end().to_owned()).chain(verdicts) {
            parts.spawn(line(ui, part, size, false, INK));
        }
    });
}

/// `Met ×7`, verdict by verdict, or that none was given.
fn verdicts(page: &Page<'_>, counts: Counts) -> Vec<String> {
    let ui = page.ui;
    let given: Vec<String> =
        counts.given().map(|(of, count)| format!("{} ×{count}", verdict(ui, of))).collect();
    if given.is_empty() { vec![ui.tr("debrief-domain-untested")] } else { given }
}

fn told(page: &Page<'_>, key: &str, verdicts: &str, counts: Counts, runs: usize) -> String {
    let args = [
        ("verdicts", verdicts.into()),
        ("runs", runs.into()),
        ("share", counts.met_share().into()),
    ];
    page.ui.tr_args(key, &args)
}

/// One mark for each opportunity of this run, in rows where there are many.
fn cells(counts: Counts, width: f32, side: f32) -> Drawing {
    #[allow(clippy::cast_precision_loss, reason = "a few dozen")]
    let all = counts.all().max(1) as f32;
    let step = side + 4.0;
    let in_row = ((width + 4.0) / step).floor().max(1.0);
    let rows = (all / in_row).ceil();
    let mut drawing = Drawing::new(Vec2::new(width, rows * step - 4.0));
    let marks = counts.given().flat_map(|(of, count)| std::iter::repeat_n(of, count));
    for (place, of) in marks.enumerate() {
        #[allow(clippy::cast_precision_loss, reason = "a few dozen")]
        let place = place as f32;
        let (column, row) = (place % in_row, (place / in_row).floor());
        drawing.mark(of, Vec2::new(column, row) * step, side);
    }
    drawing
}

/// The verdicts of all runs before, each as long as its share.
fn bar(counts: Counts, width: f32) -> Drawing {
    let mut drawing = Drawing::new(Vec2::new(width, BEFORE));
    drawing.patterns();
    #[allow(clippy::cast_precision_loss, reason = "a few thousand at most")]
    let (all, share) = (counts.all() as f32, |count: usize| count as f32);
    if counts.all() == 0 {
        let middle = BEFORE / 2.0;
        let dotted = format!(r#"{} stroke-dasharray="1 5""#, pen(INK_FAINT, 1.5));
        drawing.stroke(Vec2::new(2.0, middle), Vec2::new(width - 2.0, middle), &dotted);
    }
    let mut left = 0.0;
    for (of, count) in counts.given() {
        let wide = width * share(count) / all;
        stretch(&mut drawing, of, left, wide);
        left += wide;
    }
    drawing
}

/// A stretch of a bar, filled and outlined as its verdict is.
fn stretch(drawing: &mut Drawing, verdict: Verdict, left: f32, wide: f32) {
    let height = drawing.size.y;
    // Between two stretches the ground shows.
    let wide = (wide - 3.0).max(1.0);
    drawing.add(format_args!(
        r#"<rect x="{}" y="1" width="{wide}" height="{}" fill="url(#{})" stroke="{}" stroke-width="2"/>"#,
        left + 1.0,
        height - 2.0,
        verdict.word(),
        outline(verdict)
    ));
}
