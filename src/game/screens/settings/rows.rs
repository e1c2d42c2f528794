//! A row of the settings: a name, a note, and the choices of which one holds.

use std::sync::Arc;

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};
use bevy::ui_widgets::Activate;

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::game::{Chosen, Options};
use crate::settings::Settings;

pub(super) fn plugin(app: &mut App) {
    app.add_observer(set);
}

type Change = Arc<dyn Fn(&mut Settings) + Send + Sync>;

/// One of a row's choices: its words, whether it holds now, and what it sets.
pub(super) struct Choice {
    label: String,
    holds: bool,
    change: Change,
}

impl Choice {
    pub(super) fn new(
        label: String,
        holds: bool,
        change: impl Fn(&mut Settings) + Send + Sync + 'static,
    ) -> Choice {
        Choice { label, holds, change: Arc::new(change) }
    }
}

/// Pressed, it changes the settings, and is the choice of its row that holds.
#[derive(Component, Clone)]
struct Sets {
    row: &'static str,
    change: Change,
}

/// A setting's name and note at the left, what sets it at the right, or under
/// them where the type is large.
pub(super) fn spawn_named(
    rows: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    name: &str,
    note: Option<&str>,
    sets: impl FnOnce(&mut ChildSpawnerCommands<'_>),
) {
    let line = Node { flex_shrink: 0.0, ..wrap(GAP_S) };
    rows.spawn(line).with_children(|line| {
        spawn_words(line, ui, ui.tr(name), note);
        let right = Node {
            flex_grow: 1.0,
            min_width: ui.em(20.0),
            max_width: Val::Percent(100.0),
            ..row(GAP_L)
        };
        line.spawn(right).with_children(sets);
    });
}

/// What a row sets, and a note under it.
pub(super) fn spawn_words(
    line: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    name: String,
    note: Option<&str>,
) {
    // A text with a width of its own is measured as if it broke everywhere.
    let words = Node {
        width: ui.em(13.0),
        max_width: Val::Percent(100.0),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    line.spawn(words).with_children(|words| {
        words.spawn(strong(ui, name));
        if let Some(note) = note {
            words.spawn(caption(ui, ui.tr(note)));
        }
    });
}

/// A row whose choices lie side by side. `name` is the row's key among the words.
pub(super) fn spawn_row(
    rows: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    name: &'static str,
    note: Option<&str>,
    choices: Vec<Choice>,
) {
    let setting = ui.tr(name);
    spawn_named(rows, ui, name, note, |line| {
        let strip = Node {
            padding: UiRect::all(Val::Px(GAP_XS)),
            border_radius: BorderRadius::all(Val::Px(RADIUS_M)),
            ..wrap(GAP_XS)
        };
        line.spawn((strip, BackgroundColor(SUNK))).with_children(|strip| {
            for (place, choice) in choices.into_iter().enumerate() {
                let mut segment = strip.spawn((
                    button(ui, Look::Segment, &choice.label),
                    Checkable,
                    Sets { row: name, change: choice.change },
                    Keep(format!("settings/{name}-{place}")),
                ));
                // Heard alone, “large” does not say what is.
                let said = ui.tr_args(
                    "settings-choice",
                    &[("setting", setting.as_str().into()), ("choice", choice.label.into())],
                );
                segment.insert(AccessibleLabel::new(said));
                if choice.holds {
                    segment.insert(Checked);
                }
            }
        });
    });
}

fn set(
    activate: On<Activate>,
    choices: Query<(Entity, &Sets)>,
    options: Res<Options>,
    mut chosen: ResMut<Chosen>,
    mut commands: Commands,
) {
    let Ok((pressed, sets)) = choices.get(activate.entity) else { return };
    for (entity, _) in choices.iter().filter(|(_, other)| other.row == sets.row) {
        if entity == pressed {
            commands.entity(entity).insert(Checked);
        } else {
            commands.entity(entity).remove::<Checked>();
        }
    }
    (sets.change)(&mut chosen.settings);
    chosen.keep(&options);
}
