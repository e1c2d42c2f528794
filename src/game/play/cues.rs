//! A session's events as cues for the stage and the loudspeaker.

use std::collections::BTreeMap;

use bevy::prelude::MessageWriter;

use crate::game::stage::StageCue;
use crate::scenario::{Activity, Mood, Pose, Spot, Track};
use crate::session::{Event, Session, Verdict};
use crate::standard::{Lang, Text as Words};

use super::sound::{Heard, Spoken};
use super::told::Told;

/// Seconds of speech for each character of a line.
const SPEECH_ZH: f32 = 0.13;
const SPEECH_EN: f32 = 0.045;
const LONGEST_SPEECH: f32 = 6.0;

/// How long somebody speaks who says this, in seconds.
pub(super) fn speech(words: &str, lang: Lang) -> f32 {
    let each = if lang == Lang::Zh { SPEECH_ZH } else { SPEECH_EN };
    #[allow(clippy::cast_precision_loss, reason = "a line is short")]
    let seconds = words.chars().count() as f32 * each;
    seconds.min(LONGEST_SPEECH)
}

/// Whether an event is heard or spoken, and not seen.
pub(super) fn is_heard(event: &Event) -> bool {
    matches!(event, Event::Said { .. } | Event::Sounded { .. } | Event::Judged(_))
}

/// Passes one event on.
pub(super) fn show(
    event: &Event,
    session: &Session,
    told: &Told,
    lang: Lang,
    stage: &mut MessageWriter<'_, StageCue>,
    sounds: &mut MessageWriter<'_, Heard>,
) {
    match event {
        Event::StageSet { stage: place } => {
            stage.write(StageCue::ShowStage(place.clone()));
        }
        Event::Entered { who, spot } => {
            if let Some(figure) = session.figure(who) {
                stage.write(place(who, *spot, figure));
            }
        }
        Event::Wore { who, figure } => {
            stage.write(StageCue::ChangeFigure { who: who.clone(), figure: figure.clone() });
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
        Event::Appeared { thing, .. } => {
            stage.write(StageCue::ShowThing { thing: thing.clone(), there: true });
        }
        Event::Vanished { thing, .. } => {
            stage.write(StageCue::ShowThing { thing: thing.clone(), there: false });
        }
        Event::Said { who, text } => {
            let seconds = speech(text.get(lang), lang);
            stage.write(StageCue::Speak { who: who.clone(), seconds });
            if let Some(figure) = session.figure(who) {
                sounds.write(Heard::Speech(Spoken {
                    figure: figure.to_owned(),
                    mood: told.mood(who),
                    text: text.clone(),
                    seconds,
                    telephone: !told.is_there(who),
                }));
            }
        }
        Event::Told { .. } | Event::Thought { .. } => {
            stage.write(StageCue::Hush);
        }
        Event::Sounded { sound } => {
            sounds.write(Heard::Sound(sound.clone()));
        }
        Event::Rang { track, label, count } => {
            sounds.write(ring(session, track, label, *count));
        }
        Event::TrackAnswered { track } => {
            sounds.write(Heard::RingStops(track.clone()));
        }
        Event::Judged(judgement) => {
            sounds.write(Heard::Judged(judgement.verdict));
        }
        Event::Recovered { .. } => {
            sounds.write(Heard::Judged(Verdict::Recovered));
        }
        Event::Answered { .. } => {
            sounds.write(Heard::AllRingsStop);
        }
        // Only now has all that the answer led to been seen and read.
        Event::BeatEntered { .. } | Event::Asked { .. } | Event::Ended { .. } => {
            sounds.write(Heard::AnswerTold);
        }
        _ => {}
    }
}

/// A ring, with its line's name where several could be meant.
fn ring(session: &Session, track: &str, label: &Words, count: u32) -> Heard {
    let beat = session.scenario().beats.get(session.beat());
    let timeline = beat.and_then(|beat| beat.activity.as_ref()).and_then(Activity::timeline);
    let rings = |t: &&Track| t.every.is_some();
    let tracks: Vec<&Track> =
        timeline.map_or_else(Vec::new, |t| t.tracks.iter().filter(rings).collect());
    let place = tracks.iter().position(|t| t.id == track).unwrap_or(0);
    Heard::Ring {
        track: track.to_owned(),
        place,
        line: (tracks.len() > 1).then(|| label.clone()),
        sound: tracks.get(place).and_then(|t| t.sound.clone()),
        count,
    }
}

/// Where somebody stands, and which way they look: towards the middle.
fn place(who: &str, spot: Spot, figure: &str) -> StageCue {
    let facing_right = matches!(spot, Spot::FarLeft | Spot::Left | Spot::MidLeft);
    let (who, figure) = (who.to_owned(), figure.to_owned());
    StageCue::PlacePerson { who, figure, spot, facing_right }
}

/// Who stands where on which stage, after so much of a run has been told.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Scene {
    stage: Option<String>,
    /// Things of the place that have come or gone.
    things: BTreeMap<String, bool>,
    /// Everybody: how they are placed, their pose and mood, whom they face.
    people: BTreeMap<String, (Option<StageCue>, Pose, Mood, Option<String>)>,
}

impl Scene {
    /// The scene after the first `told` events of a session.
    pub(super) fn of(session: &Session, told: usize) -> Scene {
        let mut scene = Scene::default();
        let people = &mut scene.people;
        let mut worn = BTreeMap::new();
        for event in session.events().into_iter().take(told) {
            match event {
                Event::StageSet { stage } => {
                    scene.stage = Some(stage);
                    scene.things.clear();
                }
                Event::Appeared { thing, .. } => {
                    scene.things.insert(thing, true);
                }
                Event::Vanished { thing, .. } => {
                    scene.things.insert(thing, false);
                }
                Event::Entered { who, spot } => {
                    let drawn = || session.draw().figure(session.scenario(), &who);
                    let figure = worn.get(&who).map(String::as_str).or_else(drawn);
                    let cue = figure.map(|figure| place(&who, spot, figure));
                    let person = people.entry(who).or_default();
                    person.0 = cue;
                    person.3 = None;
                }
                Event::Faced { who, whom } => {
                    people.entry(who).and_modify(|p| p.3 = Some(whom));
                }
                Event::Wore { who, figure: new } => {
                    if let Some(StageCue::PlacePerson { figure, .. }) =
                        people.get_mut(&who).and_then(|person| person.0.as_mut())
                    {
                        figure.clone_from(&new);
                    }
                    worn.insert(who, new);
                }
                Event::Left { who } => {
                    people.remove(&who);
                }
                Event::Shook { a, b } => {
                    for who in [a, b] {
                        people.entry(who).and_modify(|p| {
                            if p.1.is_hand_out() {
                                p.1 = Pose::Stand;
                            }
                        });
                    }
                }
                Event::Posed { who, pose } => {
                    people.entry(who).and_modify(|p| p.1 = pose);
                }
                Event::Looked { who, mood } => {
                    people.entry(who).and_modify(|p| p.2 = mood);
                }
                _ => {}
            }
        }
        scene
    }

    /// Sets the stage so, for a run taken up in the middle.
    pub(super) fn restore(self, stage: &mut MessageWriter<'_, StageCue>) {
        if let Some(place) = self.stage {
            stage.write(StageCue::ShowStage(place));
        }
        for (thing, there) in self.things {
            stage.write(StageCue::ShowThing { thing, there });
        }
        for (who, (cue, pose, mood, _)) in &self.people {
            let Some(cue) = cue else { continue };
            stage.write(cue.clone());
            stage.write(StageCue::SetPose { who: who.clone(), pose: *pose });
            stage.write(StageCue::SetMood { who: who.clone(), mood: *mood });
        }
        // Only when all are there can they turn to each other.
        for (who, (.., facing)) in self.people {
            if let Some(whom) = facing {
                stage.write(StageCue::FacePerson { who, whom });
            }
        }
    }
}
