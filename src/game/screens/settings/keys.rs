//! Which key does what, and how it is made to do something else.
//!
//! Each action has a row; pressing its keys makes the row wait for a new one. A
//! key that does something else is only taken when the player says so, and the
//! keys nobody can do without keep what they do.

use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{AutoFocus, FocusedInput, InputFocus};
use bevy::prelude::*;
use bevy::ui_widgets::Activate;

use crate::game::assist::ReadOut;
use crate::game::awake::Awake;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, KeyField, Ui, key};
use crate::game::{Chosen, Options, Overlay};
use crate::settings::{Action, Key, Taken};

use super::rows::spawn_words;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Rebinding>()
        .add_systems(OnExit(Overlay::Settings), forget)
        .add_systems(
            Update,
            (give_up_without_focus, show).chain().run_if(in_state(Overlay::Settings)),
        )
        .add_observer(decide);
}

/// What a row is at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum At {
    #[default]
    Rest,
    /// The next key pressed is the action's.
    Waiting,
    /// This key does something else: is it to be taken?
    Asking { key: Key, other: Action },
}

/// The row in which something happens, if any, and what was said in it last.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
struct Rebinding {
    row: Option<Action>,
    at: At,
    said: Option<Said>,
}

/// What became of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Given(Key),
    /// Taken from another action, which may have no key now.
    Taken(Key, Action),
    /// It does this for ever.
    Fixed(Key, Action),
    /// No key that can be given.
    Unknown,
    Cleared,
    Reset,
}

#[derive(Component, Clone, Copy, Debug, PartialEq)]
enum Intent {
    Change(Action),
    Clear(Action),
    Take,
    Leave,
    Reset,
}

/// The right side of an action's row, and what is shown there.
#[derive(Component)]
struct Row {
    action: Action,
    shown: Option<(At, Option<Said>, Vec<Key>)>,
}

/// The words above the list, which say that all keys were reset.
#[derive(Component)]
struct Whole;

pub(super) fn spawn(rows: &mut ChildSpawnerCommands<'_>, ui: &Ui) {
    let head =
        Node { flex_shrink: 0.0, justify_content: JustifyContent::SpaceBetween, ..wrap(GAP_M) };
    rows.spawn(head).with_children(|head| {
        let node = Node { flex_shrink: 1.0, flex_grow: 1.0, flex_basis: ui.em(20.0), ..default() };
        head.spawn((text(ui, ui.tr("keys-note"), Size::Body, false, INK_SOFT), node, Whole));
        head.spawn((
            button(ui, Look::Plain, &ui.tr("keys-reset")),
            Intent::Reset,
            Keep("settings/keys-reset".to_owned()),
        ));
    });
    for action in Action::ALL {
        let line = Node { flex_shrink: 0.0, ..wrap(GAP_S) };
        rows.spawn(line).with_children(|line| {
            spawn_words(line, ui, action_name(ui, action), None);
            let right = Node {
                flex_grow: 1.0,
                flex_basis: ui.em(20.0),
                min_width: Val::Px(0.0),
                max_width: Val::Percent(100.0),
                ..column(GAP_XS)
            };
            line.spawn((right, Row { action, shown: None }));
        });
    }
}

/// What an action is called.
fn action_name(ui: &Ui, action: Action) -> String {
    match action {
        Action::Option(number) => ui.tr_args("action-option", &[("number", number.into())]),
        other => ui.tr(&format!("action-{}", other.word())),
    }
}

/// Builds anew the rows in which something has changed; the others stay, and so
/// does the place to which the page was scrolled.
fn show(
    mut rows: Query<(Entity, &mut Row)>,
    mut whole: Query<&mut Text, With<Whole>>,
    rebinding: Res<Rebinding>,
    chosen: Res<Chosen>,
    ui: Res<Ui>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    for (entity, mut row) in &mut rows {
        let here = rebinding.row == Some(row.action);
        let at = if here { rebinding.at.clone() } else { At::Rest };
        let said = rebinding.said.filter(|_| here);
        let keys = chosen.settings.keys.of(row.action).to_vec();
        let now = Some((at, said, keys));
        if row.shown == now {
            continue;
        }
        let fresh = row.shown.is_none();
        row.shown = now;
        commands.entity(entity).despawn_children().with_children(|place| {
            spawn_state(place, &ui, &row, &chosen, !fresh && here);
        });
        awake.settle();
    }
    let note = if rebinding.said == Some(Said::Reset) { "keys-were-reset" } else { "keys-note" };
    let note = ui.tr(note);
    for mut words in &mut whole {
        if words.0 != note {
            words.0.clone_from(&note);
        }
    }
}

fn spawn_state(
    place: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    row: &Row,
    chosen: &Chosen,
    take_focus: bool,
) {
    let Some((at, said, keys)) = &row.shown else { return };
    let action = row.action;
    let name = action_name(ui, action);
    place.spawn(Node { flex_shrink: 0.0, ..wrap(GAP_S) }).with_children(|line| match at {
        At::Rest => {
            let names = if keys.is_empty() { ui.tr("keys-none") } else { ui.keys(action) };
            let said = [("action", name.clone().into()), ("keys", names.clone().into())];
            let mut change = line.spawn((
                button(ui, Look::Plain, &names),
                Intent::Change(action),
                Keep(format!("settings/key-{}", action.word())),
            ));
            change.insert(AccessibleLabel::new(ui.tr_args("keys-change", &said)));
            if take_focus {
                change.insert(AutoFocus);
            }
            if chosen.settings.keys.can_clear(action) {
                let said = ui.tr_args("keys-clear-of", &[("action", name.clone().into())]);
                let clear = (button(ui, Look::Quiet, &ui.tr("keys-clear")), Intent::Clear(action));
                line.spawn(clear)
                    .insert(Keep(format!("settings/key-clear-{}", action.word())))
                    .insert(AccessibleLabel::new(said));
            }
        }
        At::Waiting => {
            spawn_field(line, ui, &name);
            line.spawn((button(ui, Look::Plain, &ui.tr("keys-cancel")), Intent::Leave));
        }
        At::Asking { .. } => {
            line.spawn((button(ui, Look::Primary, &ui.tr("keys-take")), Intent::Take, AutoFocus));
            line.spawn((button(ui, Look::Plain, &ui.tr("keys-leave")), Intent::Leave));
        }
    });
    let words = match at {
        At::Asking { key, other } => Some(ui.tr_args(
            "keys-conflict",
            &[
                ("key", ui.key_name(*key).into()),
                ("other", action_name(ui, *other).into()),
                ("action", name.into()),
            ],
        )),
        _ => said.as_ref().and_then(|said| in_words(ui, action, said, chosen)),
    };
    if let Some(words) = words {
        place.spawn((text(ui, words, Size::Body, false, INK), ReadOut::Politely));
    }
}

/// Waits for a key. It is no button: Enter must come to it like any other key.
fn spawn_field(line: &mut ChildSpawnerCommands<'_>, ui: &Ui, action: &str) {
    let node = Node {
        min_height: Val::Px(ui.button_height()),
        padding: UiRect::axes(Val::Px(GAP_L), Val::Px(GAP_XS)),
        border: UiRect::all(Val::Px(2.0)),
        border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
        align_items: AlignItems::Center,
        ..default()
    };
    let said = ui.tr_args("keys-press-for", &[("action", action.to_owned().into())]);
    line.spawn((
        node,
        (BackgroundColor(JADE_MIST), BorderColor::all(JADE)),
        (KeyField, TabIndex(0), AccessibleLabel::new(said), AutoFocus),
        children![text(ui, ui.tr("keys-press"), Size::Body, false, JADE_DEEP)],
    ))
    .observe(hear_key);
}

fn in_words(ui: &Ui, action: Action, said: &Said, chosen: &Chosen) -> Option<String> {
    let args = |key: &Key, other: Action| {
        [
            ("key", ui.key_name(*key).into()),
            ("action", action_name(ui, action).into()),
            ("other", action_name(ui, other).into()),
        ]
    };
    Some(match said {
        Said::Given(key) => ui.tr_args("keys-given", &args(key, action)),
        Said::Taken(key, other) => {
            let left = !chosen.settings.keys.of(*other).is_empty();
            ui.tr_args(if left { "keys-taken" } else { "keys-taken-last" }, &args(key, *other))
        }
        Said::Fixed(key, other) => ui.tr_args("keys-fixed", &args(key, *other)),
        Said::Unknown => ui.tr("keys-unknown"),
        Said::Cleared => ui.tr_args("keys-cleared", &[("action", action_name(ui, action).into())]),
        Said::Reset => return None,
    })
}

/// The key that was waited for.
fn hear_key(
    mut pressed: On<FocusedInput<KeyboardInput>>,
    options: Res<Options>,
    mut chosen: ResMut<Chosen>,
    mut rebinding: ResMut<Rebinding>,
) {
    // No key means anything else meanwhile.
    pressed.propagate(false);
    let Some(action) = rebinding.row.filter(|_| rebinding.at == At::Waiting) else { return };
    if pressed.input.state != ButtonState::Pressed || pressed.input.repeat {
        return;
    }
    let Some(key) = key(pressed.input.key_code) else {
        rebinding.said = Some(Said::Unknown);
        return;
    };
    if key.fixed() == Some(Action::Back) && action != Action::Back {
        *rebinding = Rebinding { row: Some(action), ..default() };
        return;
    }
    match chosen.settings.keys.give(action, key) {
        Ok(()) => {
            chosen.keep(&options);
            *rebinding =
                Rebinding { row: Some(action), at: At::Rest, said: Some(Said::Given(key)) };
        }
        Err(Taken::Fixed(other)) => rebinding.said = Some(Said::Fixed(key, other)),
        Err(Taken::By(other)) => {
            *rebinding = Rebinding { row: Some(action), at: At::Asking { key, other }, said: None };
        }
    }
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    options: Res<Options>,
    mut chosen: ResMut<Chosen>,
    mut rebinding: ResMut<Rebinding>,
) {
    let Ok(intent) = intents.get(activate.entity) else { return };
    let row = rebinding.row;
    *rebinding = match (*intent, row, rebinding.at.clone()) {
        (Intent::Change(action), ..) => {
            Rebinding { row: Some(action), at: At::Waiting, said: None }
        }
        (Intent::Clear(action), ..) => {
            chosen.settings.keys.clear(action);
            chosen.keep(&options);
            Rebinding { row: Some(action), at: At::Rest, said: Some(Said::Cleared) }
        }
        (Intent::Take, Some(action), At::Asking { key, other }) => {
            chosen.settings.keys.take(action, key);
            chosen.keep(&options);
            Rebinding { row, at: At::Rest, said: Some(Said::Taken(key, other)) }
        }
        (Intent::Reset, ..) => {
            chosen.settings.keys.reset();
            chosen.keep(&options);
            Rebinding { row: None, at: At::Rest, said: Some(Said::Reset) }
        }
        (Intent::Take | Intent::Leave, ..) => Rebinding { row, ..default() },
    };
}

/// Whoever goes elsewhere while a row waits has changed their mind.
fn give_up_without_focus(
    focus: Res<InputFocus>,
    fields: Query<Entity, With<KeyField>>,
    mut had: Local<bool>,
    mut rebinding: ResMut<Rebinding>,
) {
    let waits = rebinding.at == At::Waiting;
    let has = waits && focus.get().is_some_and(|e| fields.contains(e));
    if waits && !has && *had {
        let row = rebinding.row;
        *rebinding = Rebinding { row, ..default() };
    }
    *had = has;
}

fn forget(mut rebinding: ResMut<Rebinding>) {
    *rebinding = Rebinding::default();
}
