//! The search field: typed into with any input method, read at every letter.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{AutoFocus, FocusCause, InputFocus};
use bevy::prelude::*;
use bevy::text::{EditableText, TextEdit};

use super::keys::Stops;
use super::{Browse, Intent};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};

/// The most characters of a search.
const LONGEST: usize = 60;

/// Where one types, and what was read there last.
#[derive(Component)]
pub(super) struct Typed(String);

/// What stands there while nothing is typed.
#[derive(Component)]
pub(super) struct Hint;

/// The field, for whoever empties it.
pub(super) type Field<'w, 's> =
    (Query<'w, 's, (Entity, &'static mut EditableText), With<Typed>>, ResMut<'w, InputFocus>);

/// The field, where one begins to type at once if it comes `first`.
pub(super) fn spawn(head: &mut ChildSpawnerCommands<'_>, ui: &Ui, typed: &str, first: bool) {
    let mut editable = EditableText::new(typed);
    editable.max_characters = Some(LONGEST);
    editable.visible_lines = Some(1.0);
    let (font, height) = ui.font(Size::Body, false);
    let frame = Node { width: ui.em(19.0), max_width: Val::Percent(50.0), ..default() };
    // One line in a field as high as a button.
    let inner = ui.line_height(Size::Body);
    let above = ((TOUCH - 2.0 - inner) / 2.0).max(GAP_XS);
    let side = UiRect::axes(Val::Px(GAP_M), Val::Px(above));
    let field = Node {
        width: Val::Percent(100.0),
        padding: side,
        border: UiRect::all(Val::Px(1.0)),
        border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
        ..default()
    };
    head.spawn(frame).with_children(|frame| {
        let mut field = frame.spawn((
            editable,
            (font, height, TextColor(INK)),
            field,
            (BackgroundColor(RAISED), BorderColor::all(EDGE)),
            (TabIndex(0), AccessibleLabel::new(ui.tr("standards-search"))),
            (Typed(typed.to_owned()), Keep("standards/search".to_owned())),
        ));
        if first {
            field.insert(AutoFocus);
        }
        let over = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(1.0),
            top: Val::Px(1.0),
            padding: side,
            ..default()
        };
        let size = if ui.scale() > 1.4 { Size::Caption } else { Size::Body };
        let hint = line(ui, ui.tr("standards-hint"), size, false, INK_FAINT);
        frame.spawn((over, Hint, Pickable::IGNORE, Visibility::Hidden)).with_child(hint);
    });
    head.spawn((button(ui, Look::Quiet, &ui.tr("standards-clear")), Intent::Clear));
}

/// Empties the field and goes back to it.
pub(super) fn clear((mut fields, mut focus): Field<'_, '_>) {
    for (entity, mut field) in &mut fields {
        field.queue_edit(TextEdit::SelectAll);
        field.queue_edit(TextEdit::Delete);
        focus.set(entity, FocusCause::Navigated);
    }
}

/// Follows what is typed. Enter or the arrow down goes to the first standard:
/// the field takes these keys for itself.
/// While an input method composes they are its own.
pub(super) fn read(
    keys: Res<ButtonInput<KeyCode>>,
    mut fields: Query<(Entity, &EditableText, &mut Typed)>,
    mut hints: Query<&mut Visibility, With<Hint>>,
    mut composed: Local<bool>,
    mut browse: ResMut<Browse>,
    mut stops: Stops<'_, '_>,
) {
    let Ok((entity, field, mut last)) = fields.single_mut() else { return };
    let composing = field.is_composing();
    let typed = field.value().to_string();
    let empty = typed.is_empty() && !composing;
    for mut hint in &mut hints {
        hint.set_if_neq(if empty { Visibility::Inherited } else { Visibility::Hidden });
    }
    if typed != last.0 {
        last.0.clone_from(&typed);
        browse.look_for(typed);
    }
    // The key that ends a composition is the input method's last.
    let own = composing || std::mem::replace(&mut *composed, composing);
    if own || stops.focused() != Some(entity) {
        return;
    }
    if keys.any_just_pressed([KeyCode::Enter, KeyCode::NumpadEnter, KeyCode::ArrowDown]) {
        let first = stops.first_standard();
        stops.go_to(first);
    }
}
