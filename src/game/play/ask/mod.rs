//! Each kind of activity as something to press, one file a kind.

mod bells;
mod card;
mod choice;
mod drag;
mod flow;
mod gesture;
mod inspect;
pub(super) mod measure;
mod meter;
mod note;
mod order;
mod pack;
mod pour;
mod slider;
mod tags;
#[cfg(test)]
mod tests;
mod timeline;
mod waiting;

use bevy::prelude::*;

use crate::game::assist::{Headline, ReadAs, ReadOut};
use crate::game::stage::ArtChanged;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Ui, drawing};
use crate::session::{Ask, Asking};

use super::act::Intent;
use super::run::Run;
use measure::ROOM;
pub(super) use pour::Pour;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        timeline::plugin,
        waiting::plugin,
        tags::plugin,
        note::plugin,
        slider::plugin,
        meter::plugin,
        pour::plugin,
        card::plugin,
        order::plugin,
        drag::plugin,
    ))
    .add_systems(Update, drawing::renew.run_if(on_message::<ArtChanged>));
}

/// Fills the desk with what is asked.
pub(super) fn spawn(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run, asking: &Asking) {
    let prompt = &asking.prompt;
    let beside = match &prompt.ask {
        Ask::Timer { look, tracks, .. } => waiting::beside_width(ui, *look, tracks),
        _ => 0.0,
    };
    // Large type has no room for both: what is being done stands where the question
    // stood, and nothing moves.
    let doing =
        asking.busy_until.map(|_| ui.tr_args("play-doing", &[("what", ui.say(&run.doing).into())]));
    let question = ui.say(&prompt.text);
    let words = doing.as_deref().filter(|_| is_large(ui)).unwrap_or(question);
    let room = ROOM - beside - GAP_M;
    // A second line has its room before the layout has wrapped it.
    let high = ui.lines(question, Size::Lead, true, room) * ui.line_height(Size::Lead);
    sheet.spawn(Node { flex_shrink: 0.0, ..row(GAP_M) }).with_children(|head| {
        head.spawn((
            text(ui, words, Size::Lead, true, if words == question { INK } else { OCHRE }),
            Node {
                flex_shrink: 1.0,
                flex_grow: 1.0,
                flex_basis: Val::Px(0.0),
                min_height: Val::Px(high),
                ..default()
            },
            (Headline, ReadOut::Politely),
        ));
        if let Some(doing) = &doing {
            if !is_large(ui) {
                head.spawn(chip(ui, doing, Tone::Fair));
            }
        } else if let Some(key) = run.refused {
            let why = ui.tr(key);
            head.spawn((chip(ui, &why, Tone::Fair), ReadOut::AtOnce, ReadAs(why)));
        }
        if let Ask::Timer { look, tracks, actions } = &prompt.ask {
            waiting::spawn_beside(head, ui, run, asking, *look, tracks, actions);
        }
    });
    if prompt.limit_ms.is_some() && timeline::shows_the_end(&prompt.ask) {
        timeline::spawn_limit(sheet);
    }
    match &prompt.ask {
        Ask::Choice { options } => choice::spawn(sheet, ui, options),
        Ask::Timer { look, tracks, actions } => {
            if tracks.len() > 1 {
                waiting::spawn_tracks(sheet, ui, run, asking, Some(*look), tracks, actions);
            }
            timeline::spawn_actions(sheet, ui, run, asking, actions, (0, 0.0));
        }
        Ask::Queue { tracks, actions } => {
            waiting::spawn_tracks(sheet, ui, run, asking, None, tracks, actions);
            timeline::spawn_actions(sheet, ui, run, asking, actions, (0, 0.0));
        }
        Ask::Order { items, choose } => order::spawn(sheet, ui, run, items, *choose),
        Ask::Gesture { dials, .. } => gesture::spawn(sheet, ui, run, dials),
        Ask::Inspect { spots, single } => inspect::spawn(sheet, ui, run, asking, spots, *single),
        Ask::Pack { into, items } => pack::spawn(sheet, ui, run, asking, into, items),
        Ask::Slider { .. } => slider::spawn(sheet, ui, asking, run.value()),
        Ask::Note { fields, actions } => note::spawn(sheet, ui, run, asking, fields, actions),
    }
}

/// Below what scrolls, where type is large: what has come of it so far, and the
/// button that says it stands. Elsewhere there is room for it all.
pub(super) fn spawn_foot(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
) {
    if !is_large(ui) {
        return;
    }
    match &asking.prompt.ask {
        Ask::Order { items, choose } => order::spawn_foot(sheet, ui, run, items, *choose),
        Ask::Gesture { dials, .. } => gesture::spawn_foot(sheet, ui, run, dials),
        Ask::Inspect { single: false, .. } | Ask::Pack { .. } => {
            inspect::spawn_foot(sheet, ui, run);
        }
        Ask::Note { fields, .. } => note::spawn_foot(sheet, ui, asking, fields),
        _ => {}
    }
}

/// Whether type is so large that what otherwise stands side by side stands one
/// below the other.
pub(super) fn is_large(ui: &Ui) -> bool {
    ui.px(Size::Body) > Size::Body.px() * 1.3
}

/// The row with the button that says the answer stands.
fn spawn_done(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    label: &str,
    ready: bool,
    beside: impl FnOnce(&mut ChildSpawnerCommands<'_>),
) {
    let foot = Node { justify_content: JustifyContent::End, flex_shrink: 0.0, ..wrap(GAP_M) };
    sheet.spawn(foot).with_children(|foot| {
        beside(foot);
        let mut done = foot.spawn((
            button(ui, Look::Primary, label),
            Intent::Done,
            crate::game::theme::Keep("play/done".to_owned()),
        ));
        if !ready {
            done.insert(bevy::ui::InteractionDisabled);
        }
    });
}

/// What a card needs beside its words.
fn card_frame(ui: &Ui) -> f32 {
    2.0 * GAP_M + seal_width(ui).max(25.0) + GAP_M + 3.0
}

/// How cards with these words are best laid: so many columns, and how many lines
/// the cards of each row have. The layout measures words before it wraps them, so it is told how
/// high they stand. `taken` is the room beside the cards that something else
/// has, `picture` that of a drawing on each card.
fn lay(
    ui: &Ui,
    words: &[impl AsRef<str>],
    order: CardOrder,
    taken: f32,
    picture: f32,
) -> (u16, Vec<f32>) {
    let lines = |columns: u16| {
        let room = (ROOM - taken - GAP_S * f32::from(columns - 1)) / f32::from(columns);
        let room = room - card_frame(ui) - picture;
        let lines = |words: &str| ui.lines(words, Size::Body, false, room);
        let all: Vec<f32> = words.iter().map(|words| lines(words.as_ref())).collect();
        let most = |some: &[f32]| some.iter().copied().fold(1.0, f32::max);
        let whole = most(&all);
        let row = |row: &[f32]| match order {
            CardOrder::AsTold => most(row),
            CardOrder::AsTheyCome => whole,
        };
        all.chunks(usize::from(columns)).map(row).collect::<Vec<f32>>()
    };
    let height = |columns: u16| -> f32 {
        lines(columns).into_iter().map(|lines| card_height(ui, lines) + GAP_S).sum()
    };
    // The least height wins, and of equal ones the fewest columns.
    let fits = |columns: &u16| {
        usize::from(*columns) <= words.len().max(1) && lines(*columns).iter().all(|row| *row <= 3.0)
    };
    let best = (2..=3)
        .filter(fits)
        .fold(1, |best, columns| if height(columns) < height(best) - 1.0 { columns } else { best });
    (best, lines(best))
}

/// Whether cards lie in the order in which their words are known: then every row
/// is as high as its own words need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CardOrder {
    AsTold,
    /// Any of them may come to lie anywhere.
    AsTheyCome,
}

fn card_height(ui: &Ui, lines: f32) -> f32 {
    (lines * ui.line_height(Size::Body) + 22.0).max(TOUCH + 4.0)
}

/// Cards side by side where that saves height: `words` are all there may be.
fn spawn_cards(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    cards: impl Fn(&mut ChildSpawnerCommands<'_>),
    words: &[impl AsRef<str>],
) {
    spawn_cards_in(sheet, ui, cards, words, CardOrder::AsTold, (0.0, 0.0));
}

/// The same beside something that has `taken` room, each with a drawing so wide.
fn spawn_cards_in(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    cards: impl Fn(&mut ChildSpawnerCommands<'_>),
    words: &[impl AsRef<str>],
    order: CardOrder,
    (taken, picture): (f32, f32),
) {
    let gap = if picture > 0.0 { GAP_M } else { 0.0 };
    let (columns, lines) = lay(ui, words, order, taken, picture + gap);
    let mut rows: Vec<GridTrack> =
        lines.into_iter().map(|lines| GridTrack::px(card_height(ui, lines))).collect();
    if order == CardOrder::AsTheyCome {
        // All alike, and only as many as have come.
        rows.truncate(1);
    }
    let grid = Node {
        display: Display::Grid,
        grid_template_columns: RepeatedGridTrack::flex(columns, 1.0),
        grid_auto_rows: rows,
        column_gap: Val::Px(GAP_S),
        row_gap: Val::Px(GAP_S),
        flex_shrink: 0.0,
        ..default()
    };
    sheet.spawn(grid).with_children(cards);
}

/// Whether time runs on while this is asked, and people talk meanwhile.
pub(super) fn runs_by_itself(ask: &Ask) -> bool {
    matches!(ask, Ask::Timer { .. } | Ask::Queue { .. } | Ask::Note { .. })
}
