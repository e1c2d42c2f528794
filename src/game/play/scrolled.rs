//! How far a question has been scrolled: its desk is built anew with every pick, and stays where it was.

use bevy::prelude::*;
use bevy::ui::UiSystems;
use bevy::ui_widgets::ScrollArea;

use crate::session::SessionTime;

use super::desk::QuestionPlace;
use super::run::Run;

pub(super) fn plugin(app: &mut App) {
    let keep = keep.before(UiSystems::Layout).run_if(resource_exists::<Run>);
    app.add_systems(PostUpdate, keep);
}

/// The question that is open, and how far down it is scrolled, in logical pixels.
#[derive(Default)]
struct Kept {
    since: Option<SessionTime>,
    down: f32,
}

fn keep(
    run: Res<Run>,
    places: Query<Entity, With<QuestionPlace>>,
    children: Query<&Children>,
    mut areas: Query<(Ref<ScrollArea>, &mut ScrollPosition)>,
    mut kept: Local<Kept>,
) {
    let since = run.asking().map(|asking| asking.since);
    if kept.since != since {
        *kept = Kept { since, down: 0.0 };
    }
    for place in &places {
        for part in children.iter_descendants(place) {
            let Ok((area, mut position)) = areas.get_mut(part) else { continue };
            if !area.is_added() {
                kept.down = position.y;
            } else if position.y != kept.down {
                position.y = kept.down;
            }
        }
    }
}
