//! A line over the window that says what was reloaded or went wrong, until something is pressed.

use bevy::input::keyboard::KeyboardInput;
use bevy::input::mouse::MouseButtonInput;
use bevy::prelude::*;

use crate::game::theme::Ui;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::{self, text};
use crate::standard::Text as Words;

use super::{Panel, Problems};

/// Files named; the rest are counted.
const NAMED: usize = 3;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Notice>().add_systems(Update, (forget, show).chain());
}

/// What was reloaded last.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Notice {
    files: Vec<String>,
    /// The beat at whose beginning the run goes on, where it lost its place.
    back_at: Option<Words>,
    /// Something that is not kept, and why.
    trouble: Option<Words>,
}

impl Notice {
    /// These files were reloaded.
    pub(super) fn reloaded(&mut self, files: impl Iterator<Item = String>) {
        *self = Notice { files: files.collect(), ..Notice::default() };
    }

    /// The run could not keep its place; it goes on from this beat.
    pub(crate) fn went_back(&mut self, beat: Words) {
        self.back_at = Some(beat);
    }

    /// Something cannot be kept; everything else goes on.
    pub(crate) fn trouble(&mut self, what: Words) {
        *self = Notice { trouble: Some(what), ..Notice::default() };
    }

    fn is_empty(&self) -> bool {
        self.files.is_empty() && self.back_at.is_none() && self.trouble.is_none()
    }

    fn words(&self, ui: &Ui) -> String {
        if let Some(trouble) = &self.trouble {
            return ui.say(trouble).to_owned();
        }
        let mut names = self.files.iter().take(NAMED).cloned().collect::<Vec<_>>();
        if self.files.len() > NAMED {
            names.push(format!("+{}", self.files.len() - NAMED));
        }
        let comma = ui.tr("live-comma");
        let reloaded = ui.tr_args("live-reloaded", &[("files", names.join(&comma).into())]);
        match &self.back_at {
            None => reloaded,
            Some(beat) => {
                let back = ui.tr_args("live-went-back", &[("beat", ui.say(beat).into())]);
                format!("{reloaded}{back}")
            }
        }
    }
}

#[derive(Component)]
struct Line;

/// What is pressed next means that it has been read.
fn forget(
    mut notice: ResMut<Notice>,
    mut keys: MessageReader<KeyboardInput>,
    mut presses: MessageReader<MouseButtonInput>,
) {
    let pressed = keys.read().filter(|key| key.state.is_pressed()).count()
        + presses.read().filter(|press| press.state.is_pressed()).count();
    if pressed > 0 && !notice.is_empty() {
        *notice = Notice::default();
    }
}

fn show(
    notice: Res<Notice>,
    ui: Res<Ui>,
    (problems, panel): (Res<Problems>, Res<Panel>),
    lines: Query<Entity, With<Line>>,
    mut commands: Commands,
) {
    if !notice.is_changed() && !ui.is_changed() && !panel.is_changed() && !problems.is_changed() {
        return;
    }
    lines.iter().for_each(|line| commands.entity(line).despawn());
    if notice.is_empty() {
        return;
    }
    let words = notice.words(&ui);
    let place = Node {
        position_type: PositionType::Absolute,
        left: Val::Px(0.0),
        right: Val::Px(panel.covers(&problems, &ui)),
        // Below the strip of a run.
        top: Val::Px(70.0),
        justify_content: JustifyContent::Center,
        ..default()
    };
    commands.spawn((place, GlobalZIndex(41), Pickable::IGNORE, Line)).with_children(|place| {
        let frame = Node {
            padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_XS)),
            max_width: Val::Percent(90.0),
            ..default()
        };
        let bad = notice.back_at.is_some() || notice.trouble.is_some();
        let colour = if bad { OCHRE } else { JADE_DEEP };
        place
            .spawn((widgets::panel(frame), Pickable::IGNORE, AccessibleLabel::new(words.clone())))
            .with_child((
                text(&ui, words, Size::Caption, false, colour),
                Node { flex_shrink: 1.0, ..default() },
            ));
    });
}
