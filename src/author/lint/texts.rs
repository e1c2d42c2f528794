//! Texts that do not fit their box at the largest text size, in either language.

use unicode_width::UnicodeWidthStr;

use crate::scenario::{Activity, Beat, Step, Timeline};
use crate::source::Path;
use crate::standard::{Lang, Text};

use super::Context;

/// The most columns (a Chinese character is two) that fit a box at 150 % in a
/// window of 1280 × 720: two lines of speech, three of an option, one of a label.
const SPEECH: usize = 150;
const OPTION: usize = 180;
const POSITION: usize = 72;
const TAG: usize = 44;
const LABEL: usize = 30;
const TITLE: usize = 40;

pub(super) fn check<'a>(context: &mut Context<'a>) {
    let scenario: &'a crate::scenario::Script = context.scenario;
    let root = Path::root();
    one(context, "", &scenario.title, TITLE, root.name("title"));
    for (id, beat) in &scenario.beats {
        self::beat(context, id, beat, &root.name("beats").name(id));
    }
}

fn one<'a>(context: &mut Context<'a>, at: &str, text: &Text, most: usize, path: Path<'a>) {
    for lang in Lang::ALL {
        let columns = text.get(lang).width();
        if columns > most {
            let found = format!("{columns} columns of {}", language(lang));
            let expected = format!("at most {most}, so that it fits at the largest text size");
            context.slip("too-long", at, path.clone(), found, expected);
        }
    }
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "Chinese",
        Lang::En => "English",
    }
}

fn beat<'a>(context: &mut Context<'a>, id: &str, beat: &'a Beat, path: &Path<'a>) {
    one(context, id, &beat.label, LABEL, path.name("label"));
    steps(context, id, &beat.enter, &path.name("enter"));
    steps(context, id, &beat.after, &path.name("after"));
    if let Some(activity) = &beat.activity {
        self::activity(context, id, activity, &path.name("activity"));
    }
}

fn steps<'a>(context: &mut Context<'a>, at: &str, steps: &'a [Step], path: &Path<'a>) {
    for (index, step) in steps.iter().enumerate() {
        let path = path.at(index);
        match step {
            Step::Say(_, text) => one(context, at, text, SPEECH, path.at(1)),
            Step::Tell(text) | Step::Think(text) => one(context, at, text, SPEECH, path.at(0)),
            Step::If { then, otherwise, .. } => {
                self::steps(context, at, then, &path.name("then"));
                self::steps(context, at, otherwise, &path.name("otherwise"));
            }
            _ => {}
        }
    }
}

fn activity<'a>(context: &mut Context<'a>, at: &str, activity: &'a Activity, path: &Path<'a>) {
    match activity {
        Activity::Choice { prompt, options, .. } => {
            one(context, at, prompt, SPEECH, path.name("prompt"));
            for (index, option) in options.iter().enumerate() {
                let path = path.name("options").at(index);
                one(context, at, &option.text, OPTION, path.name("text"));
                if let Some(says) = &option.says {
                    one(context, at, says, SPEECH, path.name("says"));
                }
                steps(context, at, &option.then, &path.name("then"));
            }
        }
        Activity::Timer { prompt, timeline, .. } | Activity::Queue { prompt, timeline } => {
            one(context, at, prompt, SPEECH, path.name("prompt"));
            self::timeline(context, at, timeline, &path.name("timeline"));
        }
        Activity::Note { prompt, fields, timeline } => {
            one(context, at, prompt, SPEECH, path.name("prompt"));
            for (index, field) in fields.iter().enumerate() {
                let path = path.name("fields").at(index);
                one(context, at, &field.label, LABEL, path.name("label"));
                for (index, choice) in field.choices.iter().enumerate() {
                    let path = path.name("choices").at(index);
                    one(context, at, &choice.text, TAG, path.name("text"));
                }
            }
            self::timeline(context, at, timeline, &path.name("timeline"));
        }
        Activity::Order { prompt, items, .. } => {
            one(context, at, prompt, SPEECH, path.name("prompt"));
            for (index, item) in items.iter().enumerate() {
                one(context, at, &item.text, OPTION, path.name("items").at(index).name("text"));
            }
        }
        Activity::Gesture { prompt, dials, .. } => {
            one(context, at, prompt, SPEECH, path.name("prompt"));
            for (index, dial) in dials.iter().enumerate() {
                let path = path.name("dials").at(index);
                one(context, at, &dial.label, LABEL, path.name("label"));
                for (index, position) in dial.positions.iter().enumerate() {
                    let path = path.name("positions").at(index).name("text");
                    one(context, at, &position.text, POSITION, path);
                }
            }
        }
        Activity::Inspect { prompt, spots, .. } => {
            one(context, at, prompt, SPEECH, path.name("prompt"));
            for (index, spot) in spots.iter().enumerate() {
                let path = path.name("spots").at(index);
                one(context, at, &spot.text, TAG, path.name("text"));
                one(context, at, &spot.detail, SPEECH, path.name("detail"));
            }
        }
        Activity::Pack { prompt, items, .. } => {
            one(context, at, prompt, SPEECH, path.name("prompt"));
            for (index, item) in items.iter().enumerate() {
                let path = path.name("items").at(index);
                one(context, at, &item.text, OPTION, path.name("text"));
                one(context, at, &item.detail, SPEECH, path.name("detail"));
            }
        }
        Activity::Slider { prompt, low, high, marks, .. } => {
            one(context, at, prompt, SPEECH, path.name("prompt"));
            one(context, at, low, TAG, path.name("low"));
            one(context, at, high, TAG, path.name("high"));
            for (index, mark) in marks.iter().enumerate() {
                one(context, at, &mark.text, LABEL, path.name("marks").at(index).name("text"));
            }
        }
    }
}

fn timeline<'a>(context: &mut Context<'a>, at: &str, timeline: &'a Timeline, path: &Path<'a>) {
    for (index, track) in timeline.tracks.iter().enumerate() {
        one(context, at, &track.label, LABEL, path.name("tracks").at(index).name("label"));
    }
    for (index, cue) in timeline.cues.iter().enumerate() {
        steps(context, at, &cue.then, &path.name("cues").at(index).name("then"));
    }
    for (index, action) in timeline.actions.iter().enumerate() {
        let path = path.name("actions").at(index);
        one(context, at, &action.text, OPTION, path.name("text"));
        if let Some(says) = &action.says {
            one(context, at, says, SPEECH, path.name("says"));
        }
        steps(context, at, &action.then, &path.name("then"));
    }
    steps(context, at, &timeline.on_end, &path.name("on_end"));
}
