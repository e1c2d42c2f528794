//! Cards in rows that need not be alike: where type is large, a short answer leaves its room to a long one.

use bevy::prelude::*;

use crate::game::theme::Ui;
use crate::game::theme::tokens::*;

use super::measure::ROOM;
use super::{CardOrder, card_frame, card_height, lay};

/// How many cards a row has at most.
const MOST: usize = 3;

/// A row of cards.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    widths: Vec<f32>,
    /// How many lines of words each of them has room for.
    lines: f32,
}

/// The rows that are least high, in the order of the words; `None` where columns
/// are no higher, for they are calmer to look at.
pub(super) fn flow(ui: &Ui, words: &[&str]) -> Option<Vec<Row>> {
    let wide = |words: &&str| (ui.width(words, Size::Body, false) + card_frame(ui) + 2.0).ceil();
    let wide: Vec<f32> = words.iter().map(wide).collect();
    let lines =
        |place: usize, room: f32| ui.lines(words[place], Size::Body, false, room - card_frame(ui));
    let high = |lines: f32| card_height(ui, lines) + GAP_S;
    let rows = lowest(&wide, lines, high);
    let (_, columns) = lay(ui, words, CardOrder::AsTold, 0.0, 0.0);
    let columns: f32 = columns.into_iter().map(high).sum();
    let flowing: f32 = rows.iter().map(|row| high(row.lines)).sum();
    (columns - flowing > 1.0).then_some(rows)
}

/// Shares cards as wide as this out to rows, so that all are as low as can be:
/// `lines` of a card in so much room, `high` of a row of so many lines.
fn lowest(wide: &[f32], lines: impl Fn(usize, f32) -> f32, high: impl Fn(f32) -> f32) -> Vec<Row> {
    // For each card the height from it on, with the first row that gives it.
    let mut best: Vec<(f32, Vec<Row>)> = vec![(0.0, Vec::new())];
    for from in (0..wide.len()).rev() {
        let all = (1..=MOST.min(wide.len() - from)).map(|many| {
            let row = row(&wide[from..from + many], |place, room| lines(from + place, room));
            let (below, rows) = &best[many - 1];
            (high(row.lines) + below, [vec![row], rows.clone()].concat())
        });
        let least = all.min_by(|(one, _), (other, _)| one.total_cmp(other));
        best.insert(0, least.unwrap_or_default());
    }
    best.swap_remove(0).1
}

/// These cards side by side: alike where that does, else each as it needs, else
/// alike with their words in lines.
fn row(wide: &[f32], lines: impl Fn(usize, f32) -> f32) -> Row {
    #[allow(clippy::cast_precision_loss, reason = "three at most")]
    let many = wide.len() as f32;
    let room = ROOM - GAP_S * (many - 1.0);
    let alike = room / many;
    let spare = room - wide.iter().sum::<f32>();
    if spare < 0.0 || wide.iter().all(|wide| *wide <= alike) {
        let most = (0..wide.len()).map(|place| lines(place, alike)).fold(1.0, f32::max);
        return Row { widths: vec![alike; wide.len()], lines: most };
    }
    Row { widths: wide.iter().map(|wide| wide + spare / many).collect(), lines: 1.0 }
}

/// Lays rows out; `card` puts the card of a place into its frame.
pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    rows: &[Row],
    card: impl Fn(&mut ChildSpawnerCommands<'_>, usize),
) {
    let mut place = 0;
    for Row { widths, lines } in rows {
        let line = Node {
            height: Val::Px(card_height(ui, *lines)),
            column_gap: Val::Px(GAP_S),
            flex_shrink: 0.0,
            ..default()
        };
        // The sheet's own gap stands between the rows.
        sheet.spawn((line, Pickable::IGNORE)).with_children(|line| {
            for wide in widths {
                // A cell of one card, which fills it.
                let cell = Node {
                    display: Display::Grid,
                    width: Val::Px(*wide),
                    flex_shrink: 0.0,
                    ..default()
                };
                line.spawn((cell, Pickable::IGNORE)).with_children(|cell| card(cell, place));
                place += 1;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cards whose words break anywhere: so many lines as their width takes.
    fn laid(wide: &[f32]) -> Vec<(usize, f32)> {
        let lines = |place: usize, room: f32| (wide[place] / room).ceil();
        let rows = lowest(wide, lines, |lines| lines + 0.1);
        rows.iter().map(|row| (row.widths.len(), row.lines)).collect()
    }

    #[test]
    fn a_short_answer_shares_its_row_with_a_long_one() {
        assert_eq!(laid(&[200.0, 800.0, 850.0, 200.0]), [(2, 1.0), (2, 1.0)]);
        assert_eq!(laid(&[500.0, 500.0]), [(2, 1.0)]);
    }

    #[test]
    fn a_row_is_as_wide_as_the_desk_and_nothing_is_narrower_than_its_words() {
        for wide in [&[200.0, 700.0][..], &[100.0, 100.0, 100.0], &[900.0, 900.0], &[1500.0]] {
            let row = row(wide, |place, room| (wide[place] / room).ceil());
            let gaps = GAP_S * (wide.len() - 1) as f32;
            assert!((row.widths.iter().sum::<f32>() + gaps - ROOM).abs() < 0.1);
            for (given, needed) in row.widths.iter().zip(wide) {
                assert!(given * row.lines >= *needed, "{given} for {needed}");
            }
        }
    }
}
