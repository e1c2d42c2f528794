//! A run in play is carried to the new version of its scenario when the files are saved.

use std::sync::Arc;

use bevy::prelude::*;

use crate::game::awake::Awake;
use crate::game::library::Library;
use crate::game::live::Notice;
use crate::game::stage::StageCue;
use crate::session::{Ask, Carried};

use super::cues::Scene;
use super::run::{Draft, Run};
use super::sheets::Sheet;
use super::sound::Heard;

/// Sees that the library was read anew, and goes on in the new version.
pub(super) fn carry_over(
    library: Res<Library>,
    mut run: ResMut<Run>,
    mut notice: ResMut<Notice>,
    mut stage: MessageWriter<StageCue>,
    mut sounds: MessageWriter<Heard>,
    mut awake: ResMut<Awake>,
) {
    if !library.is_changed() {
        return;
    }
    let session = &run.session;
    let Some(scenario) = library.named(&session.scenario().id) else { return };
    let now = &session.setup().profile;
    let house = library.profiles.get(&now.id).unwrap_or(now);
    if Arc::ptr_eq(scenario, session.scenario()) && Arc::ptr_eq(house, now) {
        return;
    }
    let (before, told) = (Scene::of(session, run.told_count()), run.told_count());
    let carried = session.carry(Arc::clone(scenario), Arc::clone(house), told);
    let (kept, scene) = (carried.kept, Scene::of(&carried.session, carried.told));
    run.take_over(carried);
    if scene != before || !kept {
        stage.write(StageCue::Clear);
        scene.restore(&mut stage);
    }
    if !kept {
        sounds.write(Heard::AllRingsStop);
        let here = run.session.visits().last().map(|visit| visit.label.clone());
        notice.went_back(here.unwrap_or_default());
    }
    awake.settle();
}

impl Run {
    /// Goes on with a session that was carried to another version: at the same
    /// line, with the same half-made answer, where it kept its place.
    fn take_over(&mut self, carried: Carried) {
        let Carried { session, told, kept } = carried;
        let events = session.events();
        let (told, waiting) = events.split_at(told.min(events.len()));
        let mut fresh = Run::new(session, waiting.to_vec());
        // A question to go back to may be another one now.
        self.sheets.retain(|sheet| !matches!(sheet, Sheet::Rewind(_)));
        fresh.sheets = std::mem::take(&mut self.sheets);
        fresh.frozen = self.frozen;
        if kept {
            for event in told {
                fresh.take_in(event);
            }
            fresh.unread = self.unread && fresh.line.is_some();
            fresh.known = self.known;
            fresh.pages = std::mem::take(&mut self.pages);
            fresh.clock_ms = fresh.clock_ms.max(self.clock_ms);
            fresh.asked_for = self.asked_for;
            fresh.moved = self.moved;
            fresh.typed = self.typed.take();
            fresh.offered = std::mem::take(&mut self.offered);
            fresh.draft = std::mem::take(&mut self.draft);
            fresh.drop_what_is_gone();
        }
        *self = fresh;
    }

    /// A half-made answer keeps only what can still be answered.
    fn drop_what_is_gone(&mut self) {
        let Some(asking) = self.asking() else {
            self.draft = Draft::default();
            return;
        };
        match &asking.prompt.ask {
            Ask::Order { items, .. } => {
                self.draft.order.retain(|id| items.iter().any(|item| item.id == *id));
            }
            Ask::Gesture { dials, .. } => self.draft.dials.retain(|id, at| {
                dials
                    .iter()
                    .any(|dial| dial.id == *id && dial.positions.iter().any(|p| p.id == *at))
            }),
            Ask::Note { fields, .. } => {
                self.typed.take_if(|(id, _)| fields.iter().all(|field| field.id != *id));
            }
            _ => {}
        }
    }
}
