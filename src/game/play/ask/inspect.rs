//! Things in the picture to be pointed out, and things to be packed.

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};

use crate::game::Screen;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::session::{Ask, Asking, Shown, ShownSpot};
use crate::standard::Text as Words;

use super::super::PlaySystems;
use super::super::act::Intent;
use super::super::run::Run;
use super::{spawn_cards, spawn_done, width};

/// Pins do not go below this share of the window: the desk lies there.
const LOWEST_PIN: f32 = 46.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, pin_the_picture.in_set(PlaySystems::Show));
}

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    spots: &[ShownSpot],
    single: bool,
) {
    let items: Vec<(&str, &Words)> = spots.iter().map(|s| (s.id.as_str(), &s.text)).collect();
    spawn_items(sheet, ui, asking, &items, single);
    spawn_notice(sheet, ui, run);
    if !single {
        let count = ui.tr_args("play-pointed-out", &[("count", asking.toggled.len().into())]);
        spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
            foot.spawn(caption(ui, count));
        });
    }
}

pub(super) fn spawn_pack(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    into: &Words,
    items: &[Shown],
) {
    let listed: Vec<(&str, &Words)> = items.iter().map(|i| (i.id.as_str(), &i.text)).collect();
    spawn_items(sheet, ui, asking, &listed, false);
    spawn_notice(sheet, ui, run);
    let count = ui.tr_args(
        "play-packed",
        &[("into", ui.say(into).into()), ("count", asking.toggled.len().into())],
    );
    spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
        foot.spawn(caption(ui, count));
    });
}

fn spawn_items(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    asking: &Asking,
    items: &[(&str, &Words)],
    single: bool,
) {
    let longest = items.iter().map(|(_, t)| width(ui.say(t))).max().unwrap_or(0);
    let cards = |grid: &mut ChildSpawnerCommands<'_>| {
        for (place, (id, words)) in items.iter().enumerate() {
            let id = (*id).to_owned();
            let on = asking.toggled.contains(&id);
            let words = ui.say(words);
            let words = if on { format!("✓ {words}") } else { words.to_owned() };
            let keep = Keep(format!("play/{id}"));
            let intent = if single { Intent::Choose(id) } else { Intent::Toggle(id) };
            let mut card = grid.spawn((option_card(ui, place + 1, &words), intent, keep));
            if !single {
                card.insert(Checkable);
            }
            if on {
                card.insert(Checked);
            }
        }
    };
    spawn_cards(sheet, ui, cards, longest + 1, items.len());
}

/// What the last closer look has shown.
fn spawn_notice(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run) {
    if let Some(noticed) = &run.noticed {
        sheet.spawn(notice(ui, ui.say(noticed), Tone::Plain));
    }
}

/// A pin on the picture.
#[derive(Component)]
struct Pin;

/// Numbered pins on the stage while an inspection is open; they say the same as
/// the cards with their numbers.
fn pin_the_picture(
    run: Res<Run>,
    ui: Res<Ui>,
    pins: Query<Entity, With<Pin>>,
    mut last: Local<Option<Vec<(ShownSpot, bool)>>>,
    mut commands: Commands,
) {
    let asking = run.asking();
    let spots = asking.as_ref().and_then(|asking| match &asking.prompt.ask {
        Ask::Inspect { spots, single } => {
            let on = |s: &ShownSpot| asking.toggled.contains(&s.id);
            Some((spots.iter().map(|s| (s.clone(), on(s))).collect::<Vec<_>>(), *single))
        }
        _ => None,
    });
    let shown = spots.as_ref().map(|(spots, _)| spots.clone());
    if *last == shown {
        return;
    }
    pins.iter().for_each(|pin| commands.entity(pin).despawn());
    if let Some((spots, single)) = spots {
        for (place, (spot, on)) in spots.iter().enumerate() {
            spawn_pin(&mut commands, &ui, spot, place + 1, *on, single);
        }
    }
    *last = shown;
}

fn spawn_pin(
    commands: &mut Commands<'_, '_>,
    ui: &Ui,
    spot: &ShownSpot,
    number: usize,
    on: bool,
    single: bool,
) {
    #[allow(clippy::cast_precision_loss, reason = "per cent")]
    let (left, top) = (spot.at.0 as f32, (spot.at.1 as f32).min(LOWEST_PIN));
    let node = Node {
        position_type: PositionType::Absolute,
        left: Val::Percent(left),
        top: Val::Percent(top),
        width: Val::Px(TOUCH),
        height: Val::Px(TOUCH),
        margin: UiRect::left(Val::Px(-TOUCH / 2.0)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let id = spot.id.clone();
    let intent = if single { Intent::Choose(id) } else { Intent::Toggle(id) };
    let label = ui.say(&spot.text);
    let mut pin = commands.spawn((
        pressable(Look::Primary, label, node),
        bevy::input_focus::tab_navigation::TabIndex(-1),
        intent,
        Pin,
        DespawnOnExit(Screen::Play),
        children![(
            written(ui, number.to_string(), Size::Body, true, ON_DARK, Justified::Center),
            Inked
        )],
    ));
    if on {
        pin.insert(Checked);
    }
}
