//! Settings, over the title or over a paused run: one page a concern, turned by tabs.
//!
//! A page is a function that lists its rows; a row's choices carry what they set
//! (see [`rows`]), so that a new setting is one row on its page.

mod keys;
mod play;
mod reading;
mod rows;
mod screen;
mod sound;

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};
use bevy::ui_widgets::Activate;

use crate::game::play::Ears;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Back, Keep, Ui};
use crate::game::{Chosen, Options, Overlay};

pub(crate) use play::timer_name;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Leaf>()
        .add_plugins((keys::plugin, rows::plugin, sound::plugin))
        .add_systems(OnEnter(Overlay::Settings), open_settings)
        .add_systems(Update, close_on_back.run_if(in_state(Overlay::Settings)))
        .add_observer(decide);
}

/// Which page of the settings lies open.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Leaf {
    #[default]
    Reading,
    Play,
    Sound,
    Screen,
    Keys,
}

impl Leaf {
    /// Every page, in the order of its tabs.
    pub(crate) const ALL: [Leaf; 5] =
        [Leaf::Reading, Leaf::Play, Leaf::Sound, Leaf::Screen, Leaf::Keys];

    fn name(self, ui: &Ui) -> String {
        match self {
            Leaf::Reading => ui.tr("settings-leaf-reading"),
            Leaf::Play => ui.tr("settings-leaf-play"),
            Leaf::Sound => ui.tr("settings-leaf-sound"),
            Leaf::Screen => ui.tr("settings-leaf-screen"),
            Leaf::Keys => ui.tr("settings-leaf-keys"),
        }
    }
}

#[derive(Component, Clone, Copy, Debug, PartialEq)]
enum Intent {
    Turn(Leaf),
    Close,
}

/// Settings lie over everything.
const RANK: i32 = 100;

fn open_settings(
    mut commands: Commands,
    ui: Res<Ui>,
    chosen: Res<Chosen>,
    leaf: Res<Leaf>,
    ears: Option<Res<Ears>>,
) {
    let ui = ui.as_ref();
    commands.spawn((scrim(RANK), DespawnOnExit(Overlay::Settings))).with_children(|scrim| {
        // One size for every page: the tabs stay where they are when they turn.
        let sheet = Node {
            width: ui.em(50.0),
            max_width: Val::Percent(100.0),
            height: ui.em(34.0),
            max_height: Val::Percent(100.0),
            padding: UiRect::axes(Val::Px(GAP_XL), Val::Px(GAP_L)),
            ..column(GAP_M)
        };
        scrim.spawn(panel(sheet)).with_children(|sheet| {
            let head = Node { flex_shrink: 0.0, ..wrap(GAP_M) };
            sheet.spawn(head).with_children(|head| {
                head.spawn((title(ui, ui.tr("settings-title")), grow()));
                head.spawn((
                    button(ui, Look::Primary, &ui.tr("settings-close")),
                    Intent::Close,
                    Keep("settings/close".to_owned()),
                    AutoFocus,
                ));
            });
            spawn_tabs(sheet, ui, *leaf);
            if let Some(complaint) = &chosen.complaint {
                sheet.spawn(notice(ui, ui.say(complaint), Tone::Fair));
            }
            scroll_area(sheet, Fit::Fill, GAP_L, |rows| match *leaf {
                Leaf::Reading => reading::spawn(rows, ui, &chosen.settings),
                Leaf::Play => play::spawn(rows, ui, &chosen.settings),
                Leaf::Sound => sound::spawn(rows, ui, &chosen.settings, ears.as_deref()),
                Leaf::Screen => screen::spawn(rows, ui, &chosen.settings),
                Leaf::Keys => keys::spawn(rows, ui),
            });
        });
    });
}

fn spawn_tabs(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, open: Leaf) {
    let tabs = Node { flex_shrink: 0.0, border: UiRect::bottom(Val::Px(1.0)), ..wrap(0.0) };
    sheet.spawn((tabs, BorderColor::all(LINE))).with_children(|tabs| {
        for leaf in Leaf::ALL {
            let mut tab = tabs.spawn((
                button(ui, Look::Tab, &leaf.name(ui)),
                Checkable,
                Intent::Turn(leaf),
                Keep(format!("settings/{leaf:?}")),
            ));
            if leaf == open {
                tab.insert(Checked);
            }
        }
    });
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    mut leaf: ResMut<Leaf>,
    mut overlay: ResMut<NextState<Overlay>>,
) {
    match intents.get(activate.entity) {
        Ok(Intent::Turn(to)) => {
            *leaf = *to;
            // The sheet is built anew; the focus stays on the tab.
            overlay.set(Overlay::Settings);
        }
        Ok(Intent::Close) => overlay.set(Overlay::None),
        Err(_) => {}
    }
}

fn close_on_back(
    mut back: MessageReader<Back>,
    options: Res<Options>,
    mut chosen: ResMut<Chosen>,
    mut overlay: ResMut<NextState<Overlay>>,
) {
    if back.read().count() > 0 {
        chosen.keep(&options);
        overlay.set(Overlay::None);
    }
}
