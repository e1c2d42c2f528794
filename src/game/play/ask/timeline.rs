//! What can be done while something runs by itself, and the bar that runs down to its end.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked, InteractionDisabled};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::scenario::TimerLook;
use crate::session::{Ask, Asking, Shown};

use super::super::PlaySystems;
use super::super::act::Intent;
use super::super::run::Run;
use super::{CardOrder, spawn_cards_in};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, run_down.in_set(PlaySystems::Show));
}

/// The bar that runs down to the limit.
#[derive(Component)]
struct Limit;

/// Whether the player may see when it ends. A silence or a call must be borne
/// without knowing how long.
pub(super) fn shows_the_end(ask: &Ask) -> bool {
    !matches!(
        ask,
        Ask::Queue { .. }
            | Ask::Note { .. }
            | Ask::Timer { look: TimerLook::Phone | TimerLook::Silence, .. }
    )
}

pub(super) fn spawn_limit(sheet: &mut ChildSpawnerCommands<'_>) {
    let groove = Node {
        height: Val::Px(6.0),
        flex_shrink: 0.0,
        border_radius: BorderRadius::all(Val::Px(3.0)),
        ..default()
    };
    sheet.spawn((groove, BackgroundColor(SUNK), Pickable::IGNORE)).with_child((
        Node {
            width: Val::Percent(100.0),
            height: Val::Percent(100.0),
            border_radius: BorderRadius::all(Val::Px(3.0)),
            ..default()
        },
        BackgroundColor(CINNABAR),
        Limit,
    ));
}

/// What can be done, and, greyed, what could be: each keeps its place and
/// number from when it first came up, so that nothing moves under a finger.
/// Numbers begin after `taken.0`, those something else on the desk has, which
/// also takes so much of its width.
pub(super) fn spawn_actions(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    actions: &[Shown],
    taken: (usize, f32),
) {
    let offered: Vec<&Shown> =
        run.offered.iter().filter_map(|id| actions.iter().find(|a| a.id == *id)).collect();
    // The places are set for all there may be, come up or not.
    let wait = ui.tr("play-wait");
    let mut words: Vec<&str> = actions.iter().map(|a| ui.say(&a.text)).collect();
    if asking.prompt.limit_ms.is_none() {
        words.push(&wait);
    }
    let busy = asking.busy_until.is_some();
    let cards = |grid: &mut ChildSpawnerCommands<'_>| {
        for (place, action) in offered.iter().enumerate() {
            let mut card = grid.spawn((
                option_card(ui, taken.0 + place + 1, ui.say(&action.text)),
                Intent::Choose(action.id.clone()),
                Keep(format!("play/{}", action.id)),
            ));
            if busy || !asking.possible.contains(&action.id) {
                card.insert(InteractionDisabled);
            }
            if busy && action.id == run.doing_mark {
                card.insert((Checkable, Checked));
            }
        }
        if asking.prompt.limit_ms.is_none() {
            grid.spawn((
                button(ui, Look::Plain, &wait),
                Intent::Wait,
                Keep("play/wait".to_owned()),
            ));
        }
    };
    spawn_cards_in(sheet, ui, cards, &words, CardOrder::AsTheyCome, (taken.1, 0.0));
}

/// The limit's bar follows the activity's own time.
fn run_down(run: Res<Run>, mut bars: Query<&mut Node, With<Limit>>) {
    if bars.is_empty() {
        return;
    }
    let Some(gone) = run.asking().and_then(|_| run.session.time_gone(run.now())) else { return };
    let left = 100.0 * (1.0 - gone);
    for mut bar in &mut bars {
        bar.width = Val::Percent(left);
    }
}
