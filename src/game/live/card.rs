//! One problem as a card: its place, the author's own line, what was found and expected.

use bevy::prelude::*;
use bevy::text::LineBreak;
use unicode_width::UnicodeWidthStr;

use crate::author::{Labels, Problem, explain};
use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::source::{Excerpt, Finding};

use super::panel::{Act, Room, Spawned, width};

/// What lies between the panel's edge and a card's words, both sides together.
const FRAME: f32 = 2.0 * GAP_M + 24.0 + 2.0 * GAP_M + 4.0;

/// A card in the panel's list; `open` says whether its code is explained.
pub(super) fn spawn_problem(
    list: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    place: usize,
    problem: &Problem,
    open: bool,
    home: &str,
    spawned: &mut Spawned,
) {
    let finding = &problem.finding;
    let node = Node { padding: UiRect::all(Val::Px(GAP_M)), flex_shrink: 0.0, ..column(GAP_XS) };
    list.spawn(card(Tone::Bad, node)).with_children(|card| {
        card.spawn(Node { flex_shrink: 0.0, ..wrap(GAP_S) }).with_children(|head| {
            head.spawn(line(ui, place_of(finding, home), Size::Body, true, INK));
            head.spawn(chip(ui, finding.code, Tone::Plain));
        });
        if let Some(excerpt) = &problem.excerpt {
            spawn_excerpt(card, ui, excerpt);
        }
        let found = ui.tr_args("live-found", &[("found", ui.say(&finding.found).into())]);
        let expected =
            ui.tr_args("live-expected", &[("expected", ui.say(&finding.expected).into())]);
        paragraph(card, ui, found, INK);
        paragraph(card, ui, expected, INK);
        if let Some(nearest) = &finding.nearest {
            let nearest = ui.tr_args("live-nearest", &[("name", nearest.as_str().into())]);
            paragraph(card, ui, nearest, JADE_DEEP);
        }
        if explain(finding.code, ui.lang()).is_some() {
            let label = ui.tr_args("live-explain", &[("code", finding.code.into())]);
            card.spawn(Node { flex_shrink: 0.0, ..row(GAP_S) }).with_children(|foot| {
                let act = Act::Explain(place);
                let entity = foot.spawn((button(ui, Look::Quiet, &label), act)).id();
                spawned.push((entity, act));
            });
            let mut room = card.spawn((Node { flex_shrink: 0.0, ..column(GAP_XS) }, Room(place)));
            if open {
                room.with_children(|room| spawn_explanation(room, ui, finding.code));
            }
        }
    });
}

/// The file within the house, with line and column where there are any.
fn place_of(finding: &Finding, home: &str) -> String {
    let inside = finding.file.strip_prefix(home).filter(|_| !home.is_empty());
    let file = inside.map_or(&*finding.file, |rest| rest.trim_start_matches(['/', '\\']));
    if finding.line > 0 {
        format!("{file}:{}:{}", finding.line, finding.column)
    } else {
        file.to_owned()
    }
}

/// The author's own line, and a caret under the place that is meant.
fn spawn_excerpt(card: &mut ChildSpawnerCommands<'_>, ui: &Ui, excerpt: &Excerpt) {
    let block = Node {
        padding: UiRect::axes(Val::Px(GAP_S), Val::Px(GAP_XS)),
        border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
        overflow: Overflow::clip(),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    let size = Size::Caption;
    let tall = Node { height: Val::Px(ui.line_height(size)), ..default() };
    let piece = |words: &str, bold: bool, colour: Color| {
        let (font, line) = ui.font(size, bold);
        (TextSpan::new(words), font, line, TextColor(colour))
    };
    let first = |words: &str, colour: Color| {
        let mut all = line(ui, words, size, false, colour);
        all.4 = TextLayout::new(Justified::Left, LineBreak::NoWrap);
        (all, tall.clone())
    };
    card.spawn((block, BackgroundColor(RAISED))).with_children(|block| {
        block.spawn(first(&excerpt.before, INK_SOFT)).with_children(|words| {
            words.spawn(piece(&excerpt.marked, false, CINNABAR));
            words.spawn(piece(&excerpt.after, false, INK_SOFT));
        });
        // What stands before is set once more, unseen: the caret is where it ends.
        block.spawn(first(&excerpt.before, Color::NONE)).with_child(piece("^", true, CINNABAR));
    });
}

/// What a code means.
pub(super) fn spawn_explanation(room: &mut ChildSpawnerCommands<'_>, ui: &Ui, code: &str) {
    let Some(told) = explain(code, ui.lang()) else { return };
    let labels = Labels::of(ui.lang());
    paragraph(room, ui, told.meaning.to_owned(), INK);
    for (label, words) in [(labels.why, told.why), (labels.mend, told.mend)] {
        paragraph(room, ui, format!("{label} {words}"), INK_SOFT);
    }
    if let Some(example) = told.example {
        for (label, words, colour) in
            [(labels.wrong, example.wrong, CINNABAR_DEEP), (labels.right, example.right, JADE_DEEP)]
        {
            paragraph(room, ui, format!("{label} {words}"), colour);
        }
    }
}

/// Words that wrap. The layout measures them before it wraps them, so it is
/// told how high they stand.
fn paragraph(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui, words: String, colour: Color) {
    let node = Node { min_height: height(ui, &words, Size::Body), flex_shrink: 0.0, ..default() };
    parent.spawn((text(ui, words, Size::Body, false, colour), node));
}

/// How high words stand that wrap in a card.
pub(super) fn height(ui: &Ui, words: &str, size: Size) -> Val {
    let room = width(ui) - FRAME;
    // A Latin letter is about half as wide as a Chinese character.
    #[allow(clippy::cast_precision_loss, reason = "a few hundred columns")]
    let wide = words.width() as f32 * 0.53 * ui.px(size);
    let lines = (wide / room).ceil().max(1.0);
    Val::Px(lines * ui.line_height(size))
}
