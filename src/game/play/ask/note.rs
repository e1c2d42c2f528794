//! A form filled while somebody dictates: fields as tabs, values as chips.

use bevy::input_focus::InputFocus;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::{Checkable, Checked};

use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Digit, Keep, Ui};
use crate::session::{Asking, Shown, ShownField};

use super::super::PlaySystems;
use super::super::act::Intent;
use super::super::run::Run;
use super::spawn_done;
use super::timeline::spawn_actions;

/// The most characters typed for one field.
const LONGEST: usize = 40;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, take_what_is_typed.in_set(PlaySystems::Hear));
}

pub(super) fn spawn(
    sheet: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    fields: &[ShownField],
    actions: &[Shown],
) {
    let at_hand = run.draft.field.min(fields.len().saturating_sub(1));
    sheet.spawn(Node { flex_shrink: 0.0, ..wrap(GAP_S) }).with_children(|pad| {
        for (place, field) in fields.iter().enumerate() {
            let written =
                asking.written.get(&field.id).map_or("____", |w| in_this_language(ui, field, w));
            let words = format!("{}{}{written}", ui.say(&field.label), ui.tr("play-says"));
            let mut tab = pad.spawn((
                button(ui, Look::Tab, &words),
                Checkable,
                Intent::Field(place),
                Keep(format!("play/field-{place}")),
            ));
            if place == at_hand {
                tab.insert(Checked);
            }
        }
    });
    if let Some(field) = fields.get(at_hand) {
        sheet.spawn(Node { flex_shrink: 0.0, ..wrap(GAP_S) }).with_children(|line| {
            spawn_typed(line, ui, field);
            for (place, choice) in field.choices.iter().enumerate() {
                let words = ui.say(choice);
                let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
                let mut chip = line.spawn((
                    numbered(ui, words, &number.to_string()),
                    Checkable,
                    Digit(number),
                    Intent::Write { field: field.id.clone(), choice: place },
                    Keep(format!("play/{}-{place}", field.id)),
                ));
                let written = asking.written.get(&field.id);
                if written.is_some_and(|w| in_this_language(ui, field, w) == words) {
                    chip.insert(Checked);
                }
            }
        });
    }
    if !actions.is_empty() || asking.prompt.limit_ms.is_none() {
        let taken = fields.get(at_hand).map_or(0, |field| field.choices.len());
        spawn_actions(sheet, ui, run, asking, actions, taken);
    }
    let filled = ui.tr_args(
        "play-filled",
        &[("count", asking.written.len().into()), ("of", fields.len().into())],
    );
    spawn_done(sheet, ui, &ui.tr("play-done"), true, |foot| {
        foot.spawn(caption(ui, filled));
    });
}

/// The line a value is typed on; Enter writes it down.
fn spawn_typed(line: &mut ChildSpawnerCommands<'_>, ui: &Ui, field: &ShownField) {
    let mut typed = EditableText::new("");
    typed.max_characters = Some(LONGEST);
    typed.visible_lines = Some(1.0);
    let (font, height) = ui.font(Size::Body, false);
    let box_ = Node {
        width: ui.em(11.0),
        padding: UiRect::axes(Val::Px(GAP_S), Val::Px(GAP_XS)),
        border: UiRect::bottom(Val::Px(2.0)),
        align_self: AlignSelf::Center,
        ..default()
    };
    line.spawn((
        typed,
        (font, height, TextColor(INK)),
        box_,
        (BackgroundColor(SUNK), BorderColor::all(EDGE)),
        TabIndex(0),
        AccessibleLabel::new(ui.say(&field.label)),
        TypedField(field.id.clone()),
        Keep("play/typed".to_owned()),
    ));
    line.spawn(caption(ui, ui.tr("play-typed-hint")));
}

/// Where a note's value is typed, and for which field.
#[derive(Component)]
struct TypedField(String);

/// What is being typed is kept with the run, so that pressing the button that
/// ends the note loses nothing; Enter writes it down and goes to the next field.
fn take_what_is_typed(
    keys: Res<ButtonInput<KeyCode>>,
    focus: Res<InputFocus>,
    fields: Query<(Entity, &TypedField, &EditableText)>,
    mut run: ResMut<Run>,
) {
    let Ok((entity, field, typed)) = fields.single() else { return };
    let value = typed.value().to_string().trim().to_owned();
    let pending = (!value.is_empty()).then(|| (field.0.clone(), value));
    if run.typed != pending {
        run.bypass_change_detection().typed.clone_from(&pending);
    }
    let enter = keys.any_just_pressed([KeyCode::Enter, KeyCode::NumpadEnter]);
    if enter && focus.get() == Some(entity) && !typed.is_composing() {
        run.write_typed();
    }
}

/// What is written, in the language shown, if it is one of the values offered.
fn in_this_language<'a>(ui: &Ui, field: &'a ShownField, written: &'a str) -> &'a str {
    let offered = field.choices.iter().find(|c| c.zh == written || c.en == written);
    offered.map_or(written, |choice| ui.say(choice))
}
