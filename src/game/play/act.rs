//! What the player presses on the play screen, and what comes of it.

use bevy::ecs::system::SystemParam;
use bevy::input_focus::{InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::InteractionDisabled;
use bevy::ui_widgets::{Activate, ValueChange};
use bevy::window::PrimaryWindow;

use crate::game::awake::Awake;
use crate::game::stage::StageCue;
use crate::game::theme::widgets::Look;
use crate::game::theme::{Keymap, Ui};
use crate::scenario::{Pose, TRAINEE};
use crate::session::{Ask, Input, Shown};
use crate::settings::Action;

use super::PlaySystems;
use super::ask::Pour;
use super::run::Run;

pub(super) fn plugin(app: &mut App) {
    app.add_observer(decide)
        .add_observer(slide)
        .add_systems(Update, confirm_by_key.in_set(PlaySystems::Hear));
}

/// What pressing something on the desk means.
#[derive(Component, Clone, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    /// The line has been read.
    GoOn,
    /// An option, an action, the one spot.
    Choose(String),
    /// Points out or packs, or takes it back.
    Toggle(String),
    /// Does what touching this track's drawing does.
    Touch(String),
    /// Puts an item next in the order, or takes it out again.
    Place(String),
    /// Starts the order anew.
    ClearOrder,
    /// Turns a dial.
    Turn { dial: String, position: String, pose: Option<Pose> },
    /// Goes to a field of the note.
    Field(usize),
    /// Writes a value offered for a field.
    Write { field: String, choice: usize },
    /// The answer stands.
    Done,
    /// With timers off: let the next thing come.
    Wait,
}

/// The slider of the open activity.
#[derive(Component)]
pub(super) struct Quantity;

/// Everything that goes on or gives an answer.
#[cfg(test)]
pub(crate) fn answers(world: &mut World) -> std::collections::BTreeSet<Entity> {
    let mut all = world.query::<(Entity, Option<&Intent>, Has<Quantity>, Has<Pour>)>();
    let answers = all.iter(world).filter(|(_, intent, slides, pours)| {
        *slides || *pours || intent.is_some_and(|intent| *intent != Intent::ClearOrder)
    });
    answers.map(|(entity, ..)| entity).collect()
}

/// Where mouse or finger presses in this frame.
#[derive(SystemParam)]
struct Hand<'w, 's> {
    mouse: Res<'w, ButtonInput<MouseButton>>,
    touches: Res<'w, Touches>,
    windows: Query<'w, 's, &'static Window, With<PrimaryWindow>>,
}

impl Hand<'_, '_> {
    /// In logical pixels; nothing where a key pressed.
    fn at(&self) -> Option<Vec2> {
        if let Some(touch) = self.touches.iter_just_released().next() {
            return Some(touch.position());
        }
        let released = self.mouse.just_released(MouseButton::Left);
        self.windows.single().ok().filter(|_| released)?.cursor_position()
    }
}

/// With nothing in focus, the keys that confirm press what is plainly next: they
/// go on, or give the answer that is ready. The key that goes on does only that.
fn confirm_by_key(
    keymap: Keymap<'_, '_>,
    focus: Res<InputFocus>,
    pressable: Query<(), Or<(With<Look>, With<EditableText>, With<Pour>)>>,
    buttons: Query<(Entity, &Intent, Has<InteractionDisabled>)>,
    mut run: ResMut<Run>,
    mut commands: Commands,
) {
    let read = keymap.pressed(Action::GoOn);
    let confirmed = keymap.pressed(Action::Confirm);
    if !read && (!confirmed || focus.get().is_some_and(|e| pressable.contains(e))) {
        return;
    }
    // What stands on the line to type on is written down first.
    if confirmed && run.typed.is_some() && run.is_asked() {
        run.write_typed();
        return;
    }
    let next = buttons
        .iter()
        .find(|(_, intent, disabled)| {
            let next = **intent == Intent::GoOn || (confirmed && **intent == Intent::Done);
            next && !disabled
        })
        // One Enter too many on the line before is no answer.
        .filter(|(_, intent, _)| **intent != Intent::Done || begun(&run));
    if let Some((entity, ..)) = next {
        commands.trigger(Activate { entity });
    }
}

/// Whether anything has been done towards an answer.
fn begun(run: &Run) -> bool {
    run.asking().is_some_and(|asking| match &asking.prompt.ask {
        Ask::Slider { .. } => run.moved,
        Ask::Inspect { .. } | Ask::Pack { .. } => !asking.toggled.is_empty(),
        Ask::Note { fields, .. } => asking.written.len() == fields.len(),
        _ => true,
    })
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    run: Option<ResMut<Run>>,
    ui: Res<Ui>,
    visible: Res<InputFocusVisible>,
    hand: Hand<'_, '_>,
    mut focus: ResMut<InputFocus>,
    mut stage: MessageWriter<StageCue>,
    mut awake: ResMut<Awake>,
) {
    let (Ok(intent), Some(mut run)) = (intents.get(activate.entity), run) else { return };
    if run.paused() || (*intent != Intent::GoOn && run.too_soon()) {
        return;
    }
    match (intent, hand.at()) {
        (Intent::GoOn, at) => run.went_on_at = at,
        (_, Some(at)) if run.still_going_on(at) => return,
        _ => {}
    }
    awake.settle();
    // What was pressed with the mouse is not what the next Enter means.
    if !visible.0 {
        focus.clear();
    }
    match intent {
        Intent::GoOn => run.go_on(),
        Intent::Choose(id) => run.give(Input::Choose(id.clone())),
        Intent::Toggle(id) => run.give(Input::Toggle(id.clone())),
        Intent::Touch(track) => touch(&mut run, track),
        Intent::Place(id) => {
            let order = &mut run.draft.order;
            match order.iter().position(|placed| placed == id) {
                Some(place) => {
                    order.remove(place);
                }
                None => order.push(id.clone()),
            }
        }
        Intent::ClearOrder => run.draft.order.clear(),
        Intent::Turn { dial, position, pose } => {
            run.draft.dials.insert(dial.clone(), position.clone());
            let shown = run.asking().and_then(|a| a.prompt.ask.pose(&run.draft.dials, dial));
            if let Some(pose) = shown.or(*pose) {
                stage.write(StageCue::SetPose { who: TRAINEE.to_owned(), pose });
            }
        }
        Intent::Field(field) => {
            run.draft.field = *field;
            run.will_type = true;
        }
        Intent::Write { field, choice } => write(&mut run, &ui, field, *choice),
        Intent::Done => done(&mut run),
        Intent::Wait => run.give(Input::Wait),
    }
}

/// Does the first thing that touching a track's drawing can do now.
fn touch(run: &mut Run, track: &String) {
    let Some(asking) = run.asking() else { return };
    let (Ask::Timer { actions, .. } | Ask::Queue { actions, .. }) = &asking.prompt.ask else {
        return;
    };
    let can = |action: &&Shown| action.touch && action.track.as_ref() == Some(track);
    let action = actions.iter().filter(can).find(|action| asking.possible.contains(&action.id));
    if let Some(action) = action {
        run.give(Input::Choose(action.id.clone()));
    }
}

/// Writes an offered value, or clears it if it stands there already; then the
/// next empty field is at hand.
fn write(run: &mut Run, ui: &Ui, field: &str, choice: usize) {
    let Some(asking) = run.asking() else { return };
    let Ask::Note { fields, .. } = &asking.prompt.ask else { return };
    let Some(value) = fields
        .iter()
        .find(|f| f.id == field)
        .and_then(|f| f.choices.get(choice))
        .map(|words| ui.say(words).to_owned())
    else {
        return;
    };
    let text = if asking.written.get(field) == Some(&value) { String::new() } else { value };
    let written = !text.is_empty();
    run.give(Input::Write { field: field.to_owned(), text });
    let empty = fields.iter().position(|f| f.id != field && !asking.written.contains_key(&f.id));
    if let (true, Some(next)) = (written, empty) {
        run.draft.field = next;
    }
}

fn done(run: &mut Run) {
    let Some(asking) = run.asking() else { return };
    match &asking.prompt.ask {
        Ask::Order { .. } => {
            let order = run.draft.order.clone();
            run.give(Input::Arrange(order));
        }
        Ask::Gesture { .. } => {
            let set = run.draft.dials.clone().into_iter().collect();
            run.give(Input::Gesture(set));
        }
        _ => {
            run.write_typed();
            run.give(Input::Done);
        }
    }
}

fn slide(
    change: On<ValueChange<f32>>,
    sliders: Query<(), With<Quantity>>,
    run: Option<ResMut<Run>>,
) {
    let Some(mut run) = run else { return };
    if sliders.contains(change.source) {
        #[allow(
            clippy::cast_possible_truncation,
            reason = "slider values are small whole numbers"
        )]
        run.give(Input::Slide(change.value.round() as i32));
        run.moved = true;
    }
}
