//! A notepad filled while somebody dictates: a ruled line a field, values to be picked or typed.

use std::collections::BTreeMap;

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::{Checkable, Checked};

use crate::game::awake::Awake;
use crate::game::theme::drawing::placed;
use crate::game::theme::surface::Surface;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Digit, Keep, Ui};
use crate::session::{Asking, SessionTime, Shown, ShownField};

use super::super::PlaySystems;
use super::super::act::Intent;
use super::super::run::Run;
use super::measure::{ROOM, rows};
use super::timeline::spawn_actions;
use super::{is_large, spawn_done};

/// The most characters typed for one field.
const LONGEST: usize = 40;

/// How wide the line is that a value is typed on, in characters.
const TYPED: f32 = 11.0;
/// How much of the desk the paper takes.
const PAPER_SHARE: f32 = 0.45;
/// The pencil.
const PENCIL: f32 = 30.0;
/// Characters written in a second.
const HASTE: f32 = 26.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Written>()
        .add_systems(Update, take_what_is_typed.in_set(PlaySystems::Hear))
        .add_systems(Update, write.in_set(PlaySystems::Show));
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
    let paper = (ROOM * PAPER_SHARE).round();
    if is_large(ui) {
        // One below the other, first what is to be written now.
        if let Some(field) = fields.get(at_hand) {
            let label = line(ui, ui.say(&field.label), Size::Body, true, CINNABAR_DEEP);
            sheet.spawn((label, Node { flex_shrink: 0.0, ..default() }));
            let high = choices_height(ui, field, ROOM - 44.0);
            spawn_choices(sheet, ui, run, asking, field, high);
        }
        let taken = fields.get(at_hand).map_or(0, |field| field.choices.len());
        sheet.spawn(Node { flex_shrink: 0.0, ..column(0.0) }).with_children(|whole| {
            spawn_actions(whole, ui, run, asking, actions, (taken, 44.0));
        });
        spawn_paper(sheet, ui, asking, fields, at_hand, ROOM - 44.0);
        return;
    }
    let both = Node { min_height: Val::Px(0.0), align_items: AlignItems::Stretch, ..row(GAP_M) };
    sheet.spawn(both).with_children(|both| {
        spawn_paper(both, ui, asking, fields, at_hand, paper);
        let side = Node {
            flex_grow: 1.0,
            flex_basis: Val::Px(0.0),
            min_width: Val::Px(0.0),
            min_height: Val::Px(0.0),
            ..column(GAP_S)
        };
        both.spawn(side).with_children(|side| {
            if let Some(field) = fields.get(at_hand) {
                let room = ROOM * (1.0 - PAPER_SHARE) - GAP_M;
                // The room of them all, so that nothing moves from field to field.
                let high = fields.iter().map(|field| choices_height(ui, field, room));
                let high = high.fold(0.0, f32::max);
                spawn_choices(side, ui, run, asking, field, high);
            }
            if !actions.is_empty() || asking.prompt.limit_ms.is_none() {
                let taken = fields.get(at_hand).map_or(0, |field| field.choices.len());
                spawn_actions(side, ui, run, asking, actions, (taken, paper + GAP_M));
            }
            spawn_foot(side, ui, asking, fields);
        });
    });
}

/// How much of it is filled in, and the button.
pub(super) fn spawn_foot(
    side: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    asking: &Asking,
    fields: &[ShownField],
) {
    let (count, of) = (asking.written.len(), fields.len());
    let filled = ui.tr_args("play-filled", &[("count", count.into()), ("of", of.into())]);
    spawn_done(side, ui, &ui.tr("play-done"), true, |foot| {
        foot.spawn(caption(ui, filled));
    });
}

/// The values offered for the field at hand, and the line to type another on.
fn spawn_choices(
    side: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    run: &Run,
    asking: &Asking,
    field: &ShownField,
    high: f32,
) {
    // Large type has no room to say it; the field shows what it is for.
    if !is_large(ui) {
        side.spawn(caption(ui, ui.tr("play-typed-hint")));
    }
    let whole = Node {
        flex_shrink: 0.0,
        min_height: Val::Px(high),
        align_content: AlignContent::Start,
        ..wrap(GAP_S)
    };
    side.spawn(whole).with_children(|line| {
        spawn_typed(line, ui, run, field);
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

/// How high the values stand once they wrap, which the layout finds out too late.
fn choices_height(ui: &Ui, field: &ShownField, room: f32) -> f32 {
    let frame = seal_width(ui) + 2.0 * GAP_M + GAP_S + 2.0;
    let wide = |words: &str| ui.width(words, Size::Body, false) + frame;
    let typed = std::iter::once(ui.px(Size::Body) * TYPED);
    let chips = field.choices.iter().map(|choice| wide(ui.say(choice)).min(room));
    let rows = rows(typed.chain(chips), GAP_S, room);
    let row = ui.button_height();
    let line = ui.line_height(Size::Body);
    // A value longer than the room goes on in a line below.
    let more: f32 = field
        .choices
        .iter()
        .map(|choice| ui.lines(ui.say(choice), Size::Body, false, room - frame - 4.0) - 1.0)
        .sum();
    rows * row + (rows - 1.0) * GAP_S + more * line
}

/// The notepad: a ruled line for each field, what is written on it, and the pencil.
fn spawn_paper(
    both: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    asking: &Asking,
    fields: &[ShownField],
    at_hand: usize,
    wide: f32,
) {
    let frame = Node {
        width: Val::Px(wide),
        flex_shrink: 0.0,
        padding: UiRect::new(Val::Px(26.0), Val::Px(GAP_M), Val::Px(GAP_S), Val::Px(GAP_M)),
        border: UiRect::all(Val::Px(1.0)),
        border_radius: BorderRadius::all(Val::Px(3.0)),
        ..column(0.0)
    };
    let ground = (Surface { ground: PAPER, edge: EDGE }, Pickable::IGNORE);
    both.spawn((frame, ground)).with_children(|paper| {
        let margin = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(16.0),
            top: Val::Px(0.0),
            bottom: Val::Px(0.0),
            width: Val::Px(2.0),
            ..default()
        };
        paper.spawn((margin, BackgroundColor(CINNABAR.with_alpha(0.45)), Pickable::IGNORE));
        for (place, field) in fields.iter().enumerate() {
            let written =
                asking.written.get(&field.id).map_or("", |w| in_this_language(ui, field, w));
            spawn_ruled(paper, ui, (place, wide), field, written, place == at_hand);
        }
    });
}

fn spawn_ruled(
    paper: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    (place, paper_width): (usize, f32),
    field: &ShownField,
    written: &str,
    at_hand: bool,
) {
    let label = format!("{}{}", ui.say(&field.label), ui.tr("play-says"));
    let node = Node {
        min_height: Val::Px(ui.button_height()),
        padding: UiRect::horizontal(Val::Px(GAP_S)),
        column_gap: Val::Px(GAP_S),
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..default()
    };
    let name = format!("{label}{written}");
    let mut ruled = paper.spawn((
        pressable(Look::Quiet, &name, node),
        Checkable,
        Intent::Field(place),
        Keep(format!("play/field-{place}")),
    ));
    if at_hand {
        ruled.insert(Checked);
    }
    ruled.with_children(|ruled| {
        let ink = if at_hand { CINNABAR_DEEP } else { INK_SOFT };
        let label_width = ui.width(&label, Size::Caption, at_hand);
        ruled.spawn(line(ui, label, Size::Caption, at_hand, ink));
        // It has the room of all its words before the first of them is written.
        let room = paper_width - 26.0 - GAP_M - 4.0 * GAP_S - PENCIL - label_width;
        let wide = ui.width(written, Size::Body, true).ceil() + 2.0;
        let lines = ui.lines(written, Size::Body, true, room.max(1.0));
        let high = lines * ui.line_height(Size::Body);
        ruled.spawn((
            text(ui, "", Size::Body, true, INK),
            Node {
                width: Val::Px(wide.min(room)),
                min_height: Val::Px(high),
                flex_shrink: 0.0,
                ..default()
            },
            InkOf { field: field.id.clone(), words: written.to_owned() },
        ));
        if at_hand {
            // The point of the pencil is where the next character goes.
            let point = Node { margin: UiRect::bottom(Val::Px(PENCIL / 2.0)), ..default() };
            ruled.spawn(placed("pencil", Vec2::splat(PENCIL), point));
        }
        let rule = Node {
            position_type: PositionType::Absolute,
            left: Val::Px(0.0),
            right: Val::Px(0.0),
            bottom: Val::Px(0.0),
            height: Val::Px(1.0),
            ..default()
        };
        ruled.spawn((rule, BackgroundColor(FOCUS.with_alpha(0.35)), Pickable::IGNORE));
    });
}

/// What is written on one line of the paper.
#[derive(Component)]
pub(super) struct InkOf {
    field: String,
    words: String,
}

/// How far each line has been written: the desk may be built anew at any moment.
#[derive(Resource, Default)]
struct Written {
    since: Option<SessionTime>,
    lines: BTreeMap<String, (String, f32)>,
}

/// Writes character after character, while the voice goes on.
fn write(
    run: Res<Run>,
    ui: Res<Ui>,
    time: Res<Time<Real>>,
    mut written: ResMut<Written>,
    mut inks: Query<(&InkOf, &mut Text)>,
    mut awake: ResMut<Awake>,
) {
    if inks.is_empty() {
        return;
    }
    let since = run.asking().map(|asking| asking.since);
    if written.since != since {
        *written = Written { since, ..Written::default() };
    }
    for (ink, mut text) in &mut inks {
        let line = written.lines.entry(ink.field.clone()).or_default();
        if line.0 != ink.words {
            *line = (ink.words.clone(), 0.0);
        }
        #[allow(clippy::cast_precision_loss, reason = "a line on a notepad")]
        let whole = line.0.chars().count() as f32;
        if line.1 < whole {
            let step = if ui.calm { whole } else { time.delta_secs().min(0.1) * HASTE };
            line.1 = (line.1 + step).min(whole);
            awake.stay(2);
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a line on a notepad"
        )]
        let shown: String = line.0.chars().take(line.1 as usize).collect();
        if text.0 != shown {
            text.0 = shown;
        }
    }
}

/// The line a value is typed on; Enter writes it down.
fn spawn_typed(line: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run, field: &ShownField) {
    // A desk built anew loses nothing that was being typed.
    let pending = run.typed.as_ref().filter(|(id, _)| *id == field.id);
    let mut typed = EditableText::new(pending.map_or("", |(_, text)| text));
    typed.max_characters = Some(LONGEST);
    typed.visible_lines = Some(1.0);
    let (font, height) = ui.font(Size::Body, false);
    let line_height = ui.line_height(Size::Body);
    let above = ((TOUCH - line_height) / 2.0).max(GAP_XS);
    let box_ = Node {
        width: ui.em(TYPED),
        height: Val::Px(TOUCH.max(line_height + 2.0 * GAP_XS + 2.0)),
        padding: UiRect::axes(Val::Px(GAP_S), Val::Px(above)),
        border: UiRect { bottom: Val::Px(2.0), ..UiRect::all(Val::Px(1.0)) },
        border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
        align_self: AlignSelf::Center,
        ..default()
    };
    line.spawn((
        typed,
        (font, height, TextColor(INK)),
        box_,
        (BackgroundColor(RAISED), BorderColor::all(EDGE)),
        TabIndex(0),
        AccessibleLabel::new(ui.say(&field.label)),
        TypedField(field.id.clone()),
        Keep("play/typed".to_owned()),
    ));
}

/// Where a note's value is typed, and for which field.
#[derive(Component)]
struct TypedField(String);

/// What is being typed is kept with the run, so that pressing the button that
/// ends the note loses nothing; Enter writes it down and goes to the next field.
fn take_what_is_typed(
    keys: Res<ButtonInput<KeyCode>>,
    fields: Query<(Entity, &TypedField, &EditableText)>,
    mut focus: ResMut<InputFocus>,
    mut run: ResMut<Run>,
) {
    let Ok((entity, field, typed)) = fields.single() else { return };
    // Once the line for the field that was gone to is on the desk.
    if run.will_type && run.field_at_hand().as_ref() == Some(&field.0) {
        run.bypass_change_detection().will_type = false;
        focus.set(entity, FocusCause::Navigated);
    }
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
