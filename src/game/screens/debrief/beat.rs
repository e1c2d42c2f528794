//! The beat that was picked on the time strip: what happened in it, and how it was judged.

use bevy::prelude::*;

use super::markers::{Marker, Of, frame_card, light_line, sought};
use super::marks::Sign;
use super::moment::{self, Extra};
use super::strip::lane_side;
use super::told::{Happening, Judged, Stop};
use super::words::*;
use super::{Intent, Page};
use crate::game::theme::Keep;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::session::Verdict;

/// The beat that was picked: its name, the way back into it, and its judgements.
pub(super) fn spawn_details(details: &mut ChildSpawnerCommands<'_>, page: &Page<'_>) {
    let ui = page.ui;
    let visit = page.reading.visit;
    let Some(stop) = page.told.stop(visit) else { return };
    let head =
        Node { flex_shrink: 0.0, justify_content: JustifyContent::SpaceBetween, ..wrap(GAP_S) };
    details.spawn(head).with_children(|head| {
        head.spawn(line(ui, place(page, visit), Size::Heading, true, INK));
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

/// The things of a beat, counted kind by kind as they are told, so that those are
/// found which the chosen marker stands for.
struct Pointing {
    marker: Option<Marker>,
    told: Vec<Of>,
    /// Whether the first that is found is brought into sight.
    seeks: bool,
}

impl Pointing {
    fn new(page: &Page<'_>) -> Pointing {
        let reading = page.reading;
        let marker = reading.marker.filter(|marker| marker.visit == reading.visit);
        // Where the whole leaf scrolls the strip would go out of sight.
        Pointing { marker, told: Vec::new(), seeks: !page.is_narrow() }
    }

    /// Marks the next thing of this kind if it is one that was chosen; the first of
    /// them is brought into sight.
    fn point(&mut self, of: Of, mut told: EntityCommands<'_>) {
        let number = self.told.iter().filter(|before| **before == of).count();
        self.told.push(of);
        if self.marker.is_some_and(|marker| marker.holds(of, number)) {
            match of {
                Of::Verdict(_) => frame_card(&mut told),
                Of::Sign(_) => light_line(&mut told),
            }
            if std::mem::take(&mut self.seeks) {
                told.with_child(sought());
            }
        }
    }
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
        let mut pointing = Pointing::new(page);
        for happening in &stop.happened {
            let entry = Node {
                align_items: AlignItems::Start,
                border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
                // A line that was chosen has a ground, which its words stay inside.
                padding: UiRect::right(Val::Px(GAP_S)),
                ..row(GAP_S)
            };
            let mut entry = list.spawn(entry);
            entry.with_children(|entry| {
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
            pointing.point(Of::Sign(happening.sign), entry);
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
            let mut pointing = Pointing::new(page);
            for one in judged {
                let card = moment::spawn(cards, page, one, &extra);
                pointing.point(Of::Verdict(one.verdict), card);
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
