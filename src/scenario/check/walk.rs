//! Walks a script once and fills the inventory.

use crate::source::Path;
use crate::standard::Text;

use super::super::{
    Activity, Alternative, Beat, Exit, Member, Number, Opportunity, Outcome, Script, Step,
    Timeline, When,
};
use super::inventory::{Inventory, Kind, Need, Used};

#[derive(Default)]
pub(super) struct Walk<'a> {
    pub(super) inventory: Inventory<'a>,
    beat: Option<(&'a str, &'a Beat)>,
}

impl<'a> Walk<'a> {
    pub(super) fn script(&mut self, script: &'a Script) {
        let root = Path::root();
        self.required(&script.title, root.name("title"));
        self.required(&script.summary, root.name("summary"));
        for (index, text) in script.briefing.iter().enumerate() {
            self.required(text, root.name("briefing").at(index));
        }
        self.required(&script.goal, root.name("goal"));
        for (index, id) in script.standards.iter().enumerate() {
            self.named(Kind::Standard, id, root.name("standards").at(index));
        }
        for (id, member) in &script.cast {
            self.member(member, &root.name("cast").name(id));
        }
        for (id, variable) in &script.variables {
            let path = root.name("variables").name(id);
            if let Some(meter) = &variable.meter {
                self.required(meter, path.name("meter"));
            }
            if let Some(who) = &variable.of {
                self.named(Kind::Person, who, path.name("of"));
            }
        }
        for (axis, alternatives) in &script.variations {
            for (id, alternative) in alternatives {
                let path = root.name("variations").name(axis).name(id);
                self.alternative(alternative, &path);
            }
        }
        self.exits(&script.watches, &root.name("watches"));
        for (id, beat) in &script.beats {
            self.beat = Some((id, beat));
            self.beat(beat, &root.name("beats").name(id));
            self.beat = None;
        }
        for (id, ending) in &script.endings {
            self.required(&ending.text, root.name("endings").name(id).name("text"));
        }
    }

    fn member(&mut self, member: &'a Member, path: &Path<'a>) {
        self.required(&member.name, path.name("name"));
        self.optional(&member.role, path.name("role"));
        if let Some(figure) = &member.figure {
            self.named(Kind::Figure, figure, path.name("figure"));
        }
        if let Some(expects) = &member.expects {
            self.optional(&expects.hint, path.name("expects").name("hint"));
        }
        if let Some(remarks) = &member.remarks {
            let path = path.name("remarks");
            self.required(&remarks.dissatisfied, path.name("dissatisfied"));
            self.required(&remarks.satisfied, path.name("satisfied"));
            self.required(&remarks.delighted, path.name("delighted"));
        }
    }

    fn alternative(&mut self, alternative: &'a Alternative, path: &Path<'a>) {
        for (slot, text) in &alternative.text {
            self.required(text, path.name("text").name(slot));
        }
        for who in alternative.people.keys() {
            self.named(Kind::Person, who, path.name("people").name(who));
        }
        for (who, expects) in &alternative.expects {
            let path = path.name("expects").name(who);
            self.optional(&expects.hint, path.name("hint"));
            self.named(Kind::Person, who, path);
        }
        for (who, figure) in &alternative.figures {
            let path = path.name("figures").name(who);
            self.named(Kind::Person, who, path.clone());
            self.named(Kind::Figure, figure, path);
        }
    }

    fn beat(&mut self, beat: &'a Beat, path: &Path<'a>) {
        self.required(&beat.label, path.name("label"));
        if let Some(stage) = &beat.stage {
            self.named(Kind::Stage, stage, path.name("stage"));
        }
        if let Some(setting) = &beat.setting {
            let path = path.name("setting");
            for (index, who) in setting.hosts.iter().enumerate() {
                self.named(Kind::Person, who, path.name("hosts").at(index));
            }
            for (index, who) in setting.guests.iter().enumerate() {
                self.named(Kind::Person, who, path.name("guests").at(index));
            }
        }
        self.steps(&beat.enter, &path.name("enter"));
        if let Some(activity) = &beat.activity {
            self.activity(activity, &path.name("activity"));
        }
        for (index, opportunity) in beat.opportunities.iter().enumerate() {
            self.opportunity(opportunity, &path.name("opportunities").at(index));
        }
        for (index, recovery) in beat.recovers.iter().enumerate() {
            let path = path.name("recovers").at(index);
            self.named(Kind::Standard, &recovery.standard, path.name("standard"));
            self.when(&recovery.when, path.name("when"));
        }
        self.steps(&beat.after, &path.name("after"));
        self.exits(&beat.next, &path.name("next"));
    }

    fn opportunity(&mut self, opportunity: &'a Opportunity, path: &Path<'a>) {
        self.named(Kind::Standard, &opportunity.standard, path.name("standard"));
        self.optional(&opportunity.better, path.name("better"));
        self.optional(&opportunity.why, path.name("why"));
        self.optional(&opportunity.ruling, path.name("ruling"));
        for (index, rule) in opportunity.rules.iter().enumerate() {
            let path = path.name("rules").at(index);
            self.when(&rule.when, path.name("when"));
            if let Outcome::FirstHand(who) = &rule.verdict {
                self.named(Kind::Person, who, path.name("verdict").at(0));
            }
        }
    }

    fn exits(&mut self, exits: &'a [Exit], path: &Path<'a>) {
        for (index, exit) in exits.iter().enumerate() {
            self.when(&exit.when, path.at(index).name("when"));
        }
    }

    fn activity(&mut self, activity: &'a Activity, path: &Path<'a>) {
        if let Some(limit) = activity.limit() {
            self.number(limit, path.name("limit"));
        }
        self.required(activity.prompt(), path.name("prompt"));
        match activity {
            Activity::Choice { options, .. } => {
                for (index, option) in options.iter().enumerate() {
                    let path = path.name("options").at(index);
                    self.required(&option.text, path.name("text"));
                    if let Some(says) = &option.says {
                        self.required(says, path.name("says"));
                    }
                    self.when(&option.when, path.name("when"));
                    self.steps(&option.then, &path.name("then"));
                }
            }
            Activity::Timer { timeline, .. } | Activity::Queue { timeline, .. } => {
                self.timeline(timeline, &path.name("timeline"));
            }
            Activity::Order { items, .. } => {
                for (index, item) in items.iter().enumerate() {
                    let path = path.name("items").at(index);
                    self.required(&item.text, path.name("text"));
                    if let Some(who) = &item.who {
                        self.named(Kind::Person, who, path.name("who"));
                    }
                    self.drawn(item.picture.as_ref(), &path);
                }
            }
            Activity::Gesture { toward, dials, .. } => {
                self.named(Kind::Person, toward, path.name("toward"));
                for (index, dial) in dials.iter().enumerate() {
                    let path = path.name("dials").at(index);
                    self.required(&dial.label, path.name("label"));
                    for (index, position) in dial.positions.iter().enumerate() {
                        let path = path.name("positions").at(index);
                        self.required(&position.text, path.name("text"));
                    }
                }
            }
            Activity::Inspect { spots, .. } => {
                for (index, spot) in spots.iter().enumerate() {
                    let path = path.name("spots").at(index);
                    self.thing(&spot.text, &spot.detail, &spot.wanted, &path);
                }
            }
            Activity::Pack { into, items, .. } => {
                self.required(into, path.name("into"));
                for (index, item) in items.iter().enumerate() {
                    let path = path.name("items").at(index);
                    self.thing(&item.text, &item.detail, &item.wanted, &path);
                    self.drawn(item.picture.as_ref(), &path);
                }
            }
            Activity::Slider { band, harm, low, high, marks, .. } => {
                self.number(&band.0, path.name("band").at(0));
                self.number(&band.1, path.name("band").at(1));
                if let Some(harm) = harm {
                    self.number(harm, path.name("harm"));
                }
                self.required(low, path.name("low"));
                self.required(high, path.name("high"));
                for (index, mark) in marks.iter().enumerate() {
                    let path = path.name("marks").at(index);
                    self.number(&mark.at, path.name("at"));
                    self.required(&mark.text, path.name("text"));
                }
            }
            Activity::Note { fields, timeline, .. } => {
                for (index, field) in fields.iter().enumerate() {
                    let path = path.name("fields").at(index);
                    self.required(&field.label, path.name("label"));
                    self.required(&field.answer, path.name("answer"));
                    for (index, text) in field.accept.iter().enumerate() {
                        self.text(text, Need::Spelling, path.name("accept").at(index));
                    }
                    for (index, choice) in field.choices.iter().enumerate() {
                        let path = path.name("choices").at(index);
                        self.required(&choice.text, path.name("text"));
                    }
                }
                self.timeline(timeline, &path.name("timeline"));
            }
        }
    }

    fn drawn(&mut self, picture: Option<&'a String>, path: &Path<'a>) {
        if let Some(picture) = picture {
            self.named(Kind::Picture, picture, path.name("picture"));
        }
    }

    fn thing(&mut self, text: &'a Text, detail: &'a Text, wanted: &'a When, path: &Path<'a>) {
        self.required(text, path.name("text"));
        self.optional(detail, path.name("detail"));
        self.when(wanted, path.name("wanted"));
    }

    fn timeline(&mut self, timeline: &'a Timeline, path: &Path<'a>) {
        for (index, track) in timeline.tracks.iter().enumerate() {
            let path = path.name("tracks").at(index);
            self.required(&track.label, path.name("label"));
            if let Some(who) = &track.who {
                self.named(Kind::Person, who, path.name("who"));
            }
            if let Some(every) = &track.every {
                self.number(every, path.name("every"));
            }
            if let Some(first_at) = &track.first_at {
                self.number(first_at, path.name("first_at"));
            }
            if let Some(sound) = &track.sound {
                self.named(Kind::Sound, sound, path.name("sound"));
            }
        }
        for (index, cue) in timeline.cues.iter().enumerate() {
            let path = path.name("cues").at(index);
            self.number(&cue.at, path.name("at"));
            self.when(&cue.when, path.name("when"));
            self.steps(&cue.then, &path.name("then"));
        }
        for (index, action) in timeline.actions.iter().enumerate() {
            let path = path.name("actions").at(index);
            self.required(&action.text, path.name("text"));
            if let Some(says) = &action.says {
                self.required(says, path.name("says"));
            }
            if let Some(takes) = &action.takes {
                self.number(takes, path.name("takes"));
            }
            self.when(&action.when, path.name("when"));
            self.steps(&action.then, &path.name("then"));
        }
        self.number(&timeline.ends_at, path.name("ends_at"));
        self.steps(&timeline.on_end, &path.name("on_end"));
    }

    fn steps(&mut self, steps: &'a [Step], path: &Path<'a>) {
        for (index, step) in steps.iter().enumerate() {
            self.step(step, path.at(index));
        }
    }

    fn step(&mut self, step: &'a Step, path: Path<'a>) {
        match step {
            Step::Say(who, text) => {
                self.named(Kind::Person, who, path.at(0));
                self.required(text, path.at(1));
            }
            Step::Tell(text) | Step::Think(text) => self.required(text, path.at(0)),
            Step::Look(who, _) | Step::Pose(who, _) | Step::Enter(who, _) | Step::Leave(who) => {
                self.named(Kind::Person, who, path.at(0));
            }
            Step::Wear(who, figure) => {
                self.named(Kind::Person, who, path.at(0));
                self.named(Kind::Figure, figure, path.at(1));
            }
            Step::Shake(a, b) | Step::Face(a, b) => {
                self.named(Kind::Person, a, path.at(0));
                self.named(Kind::Person, b, path.at(1));
            }
            // Which things there are depends on the place: the pass `places` looks.
            Step::Put(_) | Step::Clear(_) => {}
            Step::Sound(id) => self.named(Kind::Sound, id, path.at(0)),
            Step::Set(variable, number) => {
                self.named(Kind::Variable, variable, path.at(0));
                self.number(number, path.at(1));
            }
            Step::Add(variable, _) => self.named(Kind::Variable, variable, path.at(0)),
            Step::Perceive(who, _, _, why) => {
                self.named(Kind::Person, who, path.at(0));
                self.required(why, path.at(3));
            }
            Step::Expect(who, _, _) => self.named(Kind::Person, who, path.at(0)),
            Step::If { when, then, otherwise } => {
                self.when(when, path.name("when"));
                self.steps(then, &path.name("then"));
                self.steps(otherwise, &path.name("otherwise"));
            }
        }
        let beat = self.beat;
        self.inventory.steps.push(Used { it: step, path, beat });
    }

    fn when(&mut self, when: &'a When, path: Path<'a>) {
        match when {
            When::Always
            | When::Never
            | When::Did(_)
            | When::DidIn(..)
            | When::Before(..)
            | When::TimeUp
            | When::GradeAtLeast(_)
            | When::Varied(..)
            | When::Profile(..) => {}
            When::Not(inner) => self.when(inner, path.at(0)),
            When::All(inner) | When::Any(inner) => {
                for (index, when) in inner.iter().enumerate() {
                    self.when(when, path.at(0).at(index));
                }
            }
            When::Within(_, number) | When::RingsWithin(_, number) => {
                self.number(number, path.at(1));
            }
            When::AtLeast(variable, number)
            | When::AtMost(variable, number)
            | When::Is(variable, number) => {
                self.named(Kind::Variable, variable, path.at(0));
                self.number(number, path.at(1));
            }
            When::Hand(who, _) | When::RuledBy(who, _) => {
                self.named(Kind::Person, who, path.at(0));
            }
            When::Had(standard, _) => self.named(Kind::Standard, standard, path.at(0)),
        }
        let beat = self.beat;
        self.inventory.conditions.push(Used { it: when, path, beat });
    }

    fn required(&mut self, text: &'a Text, path: Path<'a>) {
        self.text(text, Need::Required, path);
    }

    fn optional(&mut self, text: &'a Text, path: Path<'a>) {
        self.text(text, Need::Optional, path);
    }

    fn text(&mut self, text: &'a Text, need: Need, path: Path<'a>) {
        let beat = self.beat;
        self.inventory.texts.push(Used { it: (text, need), path, beat });
    }

    fn number(&mut self, number: &'a Number, path: Path<'a>) {
        let beat = self.beat;
        self.inventory.numbers.push(Used { it: number, path, beat });
    }

    fn named(&mut self, kind: Kind, name: &'a str, path: Path<'a>) {
        let beat = self.beat;
        self.inventory.names.push(Used { it: (kind, name), path, beat });
    }
}
