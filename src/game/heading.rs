//! The window's own title: where one is, for task bars, screen readers and tests.

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::play::Whereabouts;
use super::theme::Ui;
use super::{Screen, handover::AtHand};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, name_the_window);
}

fn name_the_window(
    screen: Res<State<Screen>>,
    ui: Res<Ui>,
    at_hand: Res<AtHand>,
    run: Whereabouts<'_>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
) {
    let Ok(mut window) = windows.single_mut() else { return };
    let page = match screen.get() {
        Screen::Title => String::new(),
        Screen::Scenarios => ui.tr("window-scenarios"),
        Screen::Standards => ui.tr("window-standards"),
        Screen::Briefing => {
            let title = at_hand.scenario.as_ref().map(|s| ui.say(&s.title).to_owned());
            ui.tr_args("window-briefing", &[("scenario", title.unwrap_or_default().into())])
        }
        Screen::Play => match run.now() {
            Some((title, beat)) => format!("{} · {}", ui.say(&title), ui.say(&beat)),
            None => String::new(),
        },
        Screen::Debrief => ui.tr("window-debrief"),
    };
    let name =
        if page.is_empty() { "礼仪 Liyi".to_owned() } else { format!("{page} — 礼仪 Liyi") };
    if window.title != name {
        window.title = name;
    }
}
