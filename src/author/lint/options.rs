//! Right answers that give themselves away: by length, by place, or by being better at everything.

use std::collections::BTreeMap;

use crate::author::explore::{Compared, Exploration};
use crate::say;
use crate::scenario::{Activity, Script};
use crate::source::Path;
use crate::standard::{Lang, Text};

use super::{Context, language};

/// The right option may be the longest, or in one place, in at most so many of
/// a hundred beats.
const MOST_PERCENT: usize = 40;

/// With fewer questions than this no habit can be told.
const FEWEST: usize = 5;

/// One question: its beat and dial, the texts in the order written, and how
/// they compared.
struct Asked<'a> {
    beat: &'a str,
    texts: Vec<(&'a str, &'a Text)>,
    /// Whether they are shown in the order written.
    in_order: bool,
    /// Whether it is a choice, and not one dial of a gesture.
    choice: bool,
    compared: &'a Compared,
}

pub(super) fn check<'a>(context: &mut Context<'a>, seen: &Exploration) {
    let script: &'a Script = context.scenario;
    let asked: Vec<Asked<'_>> = questions(script, &seen.compared);
    longest(context, &asked);
    places(context, &asked);
    for question in asked.iter().filter(|q| q.choice) {
        let Some(best) = question.compared.dominant.first() else { continue };
        let Some((id, _)) = script.beats.get_key_value(question.beat) else { continue };
        let path = Path::root().name("beats").name(id).name("activity");
        let beat = question.beat;
        let found = say!(
            "`{beat}` 里的 `{best}` 在任何状态下、对每条标准和每个计量表都最好",
            "`{best}` in `{beat}` is the best in every state, for every standard and every meter"
        );
        let expected = say!(
            "让别的选项也有好处：时间、计量表，或者某个人",
            "something that speaks for another option: time, a meter, a person"
        );
        context.slip("dominant-option", question.beat, path, found, expected);
    }
}

fn questions<'a>(
    script: &'a Script,
    compared: &'a BTreeMap<(String, String), Compared>,
) -> Vec<Asked<'a>> {
    let mut asked = Vec::new();
    for ((beat, dial), compared) in compared {
        let Some((beat, written)) = script.beats.get_key_value(beat) else { continue };
        match &written.activity {
            Some(Activity::Choice { options, keep_order, .. }) => asked.push(Asked {
                beat,
                texts: options.iter().map(|o| (o.id.as_str(), &o.text)).collect(),
                in_order: *keep_order,
                choice: true,
                compared,
            }),
            Some(Activity::Gesture { dials, .. }) => {
                if let Some(dial) = dials.iter().find(|d| d.id == *dial) {
                    let texts = dial.positions.iter().map(|p| (p.id.as_str(), &p.text));
                    asked.push(Asked {
                        beat,
                        texts: texts.collect(),
                        in_order: true,
                        choice: false,
                        compared,
                    });
                }
            }
            _ => {}
        }
    }
    asked
}

/// The right option as the longest text.
fn longest(context: &mut Context<'_>, asked: &[Asked<'_>]) {
    for lang in Lang::ALL {
        let mut beats = Vec::new();
        let mut count = 0;
        for question in asked {
            let Some(right) = question.compared.right() else { continue };
            let length = |text: &Text| text.get(lang).chars().count();
            let Some(own) = question.texts.iter().find(|(id, _)| *id == right) else { continue };
            count += 1;
            let mut others = question.texts.iter().filter(|(id, _)| *id != right);
            if others.all(|(_, text)| length(text) < length(own.1)) {
                beats.push(question.beat);
            }
        }
        if count >= FEWEST && beats.len() * 100 > count * MOST_PERCENT {
            let language = language(lang);
            let (long, beats) = (beats.len(), Text::list(beats));
            let found = say!(
                "{language}里，{count} 道题中有 {long} 道的正确选项最长：{beats}",
                "in {language} the right option is the longest in {long} of {count} questions: {beats}";
                language, beats
            );
            let expected =
                say!("至多占百分之 {MOST_PERCENT}", "at most {MOST_PERCENT} in a hundred");
            context.slip(
                "longest-is-right",
                lang.code(),
                Path::root().name("beats"),
                found,
                expected,
            );
        }
    }
}

/// The right position in one place of those that are shown as written.
fn places(context: &mut Context<'_>, asked: &[Asked<'_>]) {
    let mut at: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    let mut count = 0;
    for question in asked.iter().filter(|q| q.in_order && q.texts.len() > 2) {
        let Some(right) = question.compared.right() else { continue };
        if let Some(place) = question.texts.iter().position(|(id, _)| *id == right) {
            count += 1;
            at.entry(place).or_default().push(question.beat);
        }
    }
    for (place, beats) in at {
        if count >= FEWEST && beats.len() * 100 > count * MOST_PERCENT {
            let (number, here, beats) = (place + 1, beats.len(), Text::list(beats));
            let found = say!(
                "不打乱次序的 {count} 道题中有 {here} 道，正确答案都在第 {number} 个：{beats}",
                "the right answer is number {number} in {here} of {count} questions shown as \
                 written: {beats}";
                beats
            );
            let expected = say!(
                "同一个位置至多占百分之 {MOST_PERCENT}",
                "at most {MOST_PERCENT} in a hundred in one place"
            );
            let path = Path::root().name("beats");
            context.slip("right-in-one-place", "", path, found, expected);
        }
    }
}
