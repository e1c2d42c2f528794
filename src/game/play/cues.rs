//! A session's events as cues for the stage and the loudspeaker.

use std::collections::BTreeMap;

use bevy::prelude::MessageWriter;

use crate::game::stage::StageCue;
use crate::scenario::{Mood, Pose, Spot};
use crate::session::{Event, Judgement, Session, Verdict};
use crate::standard::Lang;

use super::sound::Heard;

/// Seconds of speech for each character of a line.
const SPEECH_ZH: f32 = 0.13;
const SPEECH_EN: f32 = 0.045;
const LONGEST_SPEECH: f32 = 4.0;

/// Passes one event on.
pub(super) fn show(
    event: &Event,
    session: &Session,
    lang: Lang,
    stage: &mut MessageWriter<'_, StageCue>,
    sounds: &mut MessageWriter<'_, Heard>,
) {
    match event {
        Event::StageSet { stage: place } => {
            stage.write(StageCue::ShowStage(place.clone()));
        }
        Event::Entered { who, spot } => {
            if let Some(cue) = place(session, who, *spot) {
                stage.write(cue);
            }
        }
        Event::Left { who } => {
            stage.write(StageCue::RemovePerson(who.clone()));
        }
        Event::Posed { who, pose } => {
            stage.write(StageCue::SetPose { who: who.clone(), pose: *pose });
        }
        Event::Looked { who, mood } => {
            stage.write(StageCue::SetMood { who: who.clone(), mood: *mood });
        }
        Event::Faced { who, whom } => {
            stage.write(StageCue::FacePerson { who: who.clone(), whom: whom.clone() });
        }
        Event::Shook { a, b } => {
            stage.write(StageCue::ShakeHands(a.clone(), b.clone()));
        }
        Event::Said { who, text } => {
            let words = text.get(lang);
            let each = if lang == Lang::Zh { SPEECH_ZH } else { SPEECH_EN };
            #[allow(clippy::cast_precision_loss, reason = "a line is short")]
            let seconds = (words.chars().count() as f32 * each).min(LONGEST_SPEECH);
            stage.write(StageCue::Speak { who: who.clone(), seconds });
        }
        Event::Sounded { sound } => {
            sounds.write(Heard::Sound(sound.clone()));
        }
        Event::Rang { track, count, .. } => {
            sounds.write(Heard::Ring { track: track.clone(), count: *count });
        }
        Event::TrackAnswered { .. } => {
            sounds.write(Heard::RingStops);
        }
        Event::Judged(Judgement { verdict: Verdict::Violated, .. }) => {
            sounds.write(Heard::Cue("chime-missed"));
        }
        _ => {}
    }
}

/// Where somebody stands, and which way they look: towards the middle.
fn place(session: &Session, who: &str, spot: Spot) -> Option<StageCue> {
    let figure = session.draw().figure(session.scenario(), who)?.to_owned();
    let facing_right = matches!(spot, Spot::FarLeft | Spot::Left | Spot::MidLeft);
    Some(StageCue::PlacePerson { who: who.to_owned(), figure, spot, facing_right })
}

/// Sets the stage as it stood before `events`, for a run taken up in the middle.
pub(super) fn restore(
    session: &Session,
    events: &[Event],
    stage: &mut MessageWriter<'_, StageCue>,
) {
    let all = session.events();
    let before = &all[..all.len().saturating_sub(events.len())];
    let mut place_name = None;
    let mut people: BTreeMap<&str, (Spot, Pose, Mood)> = BTreeMap::new();
    let mut facing: BTreeMap<&str, &str> = BTreeMap::new();
    for event in before {
        match event {
            Event::StageSet { stage } => place_name = Some(stage),
            Event::Entered { who, spot } => {
                people.entry(who).or_default().0 = *spot;
                facing.remove(who.as_str());
            }
            Event::Faced { who, whom } => {
                facing.insert(who, whom);
            }
            Event::Left { who } => {
                people.remove(who.as_str());
            }
            Event::Posed { who, pose } => {
                people.entry(who).and_modify(|p| p.1 = *pose);
            }
            Event::Looked { who, mood } => {
                people.entry(who).and_modify(|p| p.2 = *mood);
            }
            _ => {}
        }
    }
    if let Some(place) = place_name {
        stage.write(StageCue::ShowStage(place.clone()));
    }
    for (who, (spot, pose, mood)) in people {
        let Some(cue) = place(session, who, spot) else { continue };
        stage.write(cue);
        stage.write(StageCue::SetPose { who: who.to_owned(), pose });
        stage.write(StageCue::SetMood { who: who.to_owned(), mood });
    }
    // Only when all are there can they turn to each other.
    for (who, whom) in facing {
        stage.write(StageCue::FacePerson { who: who.to_owned(), whom: whom.to_owned() });
    }
}
