//! From evidence to verdicts: what an answered activity says about each standard.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::scenario::{Activity, Beat, FirstHand, Opportunity, Outcome, When};
use crate::standard::Text;
use crate::standard::precedence::Confidence;

use super::state::{Evidence, Mark, Phase};
use super::{Event, Judgement, Session, Verdict};

/// How many standards one act may be punished by (`scoring.md` §2, rule 3).
const MOST_PUNISHMENTS: u32 = 2;

impl Session {
    /// Closes the open activity: verdicts, consequences, and on to the next
    /// beat, or straight to `jump`.
    pub(super) fn finish(&mut self, jump: Option<String>, events: &mut Vec<Event>) {
        let scenario = Arc::clone(&self.scenario);
        let Some(beat) = scenario.beats.get(&self.state.beat) else { return };
        let Phase::Asking(open) = std::mem::replace(&mut self.state.phase, Phase::Telling) else {
            return;
        };
        let mut done = open.evidence.clone();
        if let Some(activity) = &beat.activity {
            done.grade = self.grade(activity, &open);
            self.leave_marks(activity, &open, &mut done);
        }
        events.push(Event::Answered { beat: self.state.beat.clone() });
        self.judge(beat, &done, events);
        self.state.evidence.insert(self.state.beat.clone(), Arc::new(done.clone()));
        let target = match jump {
            Some(target) => target,
            None => {
                self.steps(&beat.after, &done, events);
                self.exit(beat, &done)
            }
        };
        self.go(&target, events);
    }

    /// The marks of answers that are taken as a whole.
    fn leave_marks(&self, activity: &Activity, open: &super::activity::Open, done: &mut Evidence) {
        let at = open.clock;
        let mut leave = |id: String, text: Text| {
            done.marks.push(Mark { id, at, rings: 0, text });
        };
        match activity {
            Activity::Inspect { spots, .. } => {
                for spot in spots.iter().filter(|s| open.toggled.contains(&s.id)) {
                    leave(spot.id.clone(), self.resolver().text(&spot.text));
                }
            }
            Activity::Pack { items, .. } => {
                for item in items.iter().filter(|i| open.toggled.contains(&i.id)) {
                    leave(item.id.clone(), self.resolver().text(&item.text));
                }
            }
            Activity::Note { fields, .. } => {
                for field in fields {
                    let label = self.resolver().text(&field.label);
                    let written = open.written.get(&field.id).map_or("—", String::as_str);
                    let text = Text::new(
                        format!("{}：{written}", label.zh),
                        format!("{}: {written}", label.en),
                    );
                    leave(format!("{}={}", field.id, self.filled(field, open).word()), text);
                }
            }
            Activity::Slider { start, .. } => {
                let value = open.value.unwrap_or(*start);
                let text = Text::new(format!("调到 {value}"), format!("Set to {value}"));
                leave(format!("value={value}"), text);
            }
            Activity::Choice { .. }
            | Activity::Timer { .. }
            | Activity::Queue { .. }
            | Activity::Order { .. }
            | Activity::Gesture { .. } => {}
        }
    }

    /// One verdict for each opportunity of a beat, and repairs of earlier misses.
    pub(super) fn judge(&mut self, beat: &Beat, done: &Evidence, events: &mut Vec<Event>) {
        let mut punished: BTreeMap<String, u32> = BTreeMap::new();
        for (place, opportunity) in beat.opportunities.iter().enumerate() {
            let Some((when, mut verdict, ruling)) = self.verdict(opportunity, done) else {
                continue;
            };
            if matches!(verdict, Verdict::Partial | Verdict::Missed | Verdict::Violated) {
                let act =
                    act_behind(when, beat, done).unwrap_or_else(|| format!("omission {place}"));
                let count = punished.entry(act).or_default();
                *count += 1;
                if *count > MOST_PUNISHMENTS {
                    verdict = Verdict::NotApplicable;
                }
            }
            let resolver = self.resolver();
            let ruling = if opportunity.ruling.is_empty() {
                ruling
            } else {
                resolver.text(&opportunity.ruling)
            };
            let judgement = Judgement {
                standard: opportunity.standard.clone(),
                verdict,
                beat: self.state.beat.clone(),
                visit: self.state.visits.len().saturating_sub(1),
                at: self.state.now,
                did: describe(&told(opportunity, beat, done), beat, done.time_up),
                better: resolver.text(&opportunity.better),
                why: resolver.text(&opportunity.why),
                ruling,
            };
            events.push(Event::Judged(judgement.clone()));
            self.state.judgements.push(Arc::new(judgement));
        }
        for recovery in &beat.recovers {
            if !self.holds(&recovery.when, done) {
                continue;
            }
            let latest = self.state.judgements.iter().rposition(|j| {
                j.standard == recovery.standard
                    && matches!(j.verdict, Verdict::Missed | Verdict::Violated)
            });
            if let Some(index) = latest {
                Arc::make_mut(&mut self.state.judgements[index]).verdict = Verdict::Recovered;
                let standard = recovery.standard.clone();
                events.push(Event::Recovered { index, standard });
            }
        }
    }

    /// The verdict of the first rule that holds, with the condition behind it.
    fn verdict<'a>(
        &self,
        opportunity: &'a Opportunity,
        done: &Evidence,
    ) -> Option<(&'a When, Verdict, Text)> {
        let rule = opportunity.rules.iter().find(|rule| self.holds(&rule.when, done))?;
        let mut ruling = Text::default();
        let verdict = match &rule.verdict {
            Outcome::Met => Verdict::Met,
            Outcome::Partial => Verdict::Partial,
            Outcome::Missed => Verdict::Missed,
            Outcome::Violated => Verdict::Violated,
            Outcome::NotApplicable => Verdict::NotApplicable,
            Outcome::Graded => done.grade.map_or(Verdict::NotApplicable, |g| g.verdict),
            Outcome::FirstHand(who) => {
                let (verdict, text) = self.first_hand_verdict(who, done);
                ruling = text;
                verdict
            }
        };
        Some((&rule.when, verdict, ruling))
    }

    /// How the trainee's move fits the precedence rules (`conflicts.md` §2.2).
    fn first_hand_verdict(&self, who: &str, done: &Evidence) -> (Verdict, Text) {
        let Some((first, ruling)) = self.first_hand(who) else {
            return (Verdict::NotApplicable, Text::default());
        };
        let offered = done.mark("move=offer").is_some();
        let nodded = done.mark("move=nod").is_some();
        let right = match first {
            FirstHand::Either => return (Verdict::NotApplicable, Text::default()),
            FirstHand::Nobody if nodded => return (Verdict::Met, Text::default()),
            FirstHand::Nobody if offered => return (Verdict::Violated, Text::default()),
            FirstHand::Nobody => return (Verdict::Missed, Text::default()),
            FirstHand::Mine => offered,
            FirstHand::Theirs => !offered && !nodded,
        };
        if ruling.confidence == Confidence::Preferred {
            let text = Text::new(
                format!("资料没有定论，或两条说法相左；这里按企业裁定（规则 {}）。", ruling.rule),
                format!(
                    "The sources leave this open or disagree; the house rules by {}.",
                    ruling.rule
                ),
            );
            return (if right { Verdict::Met } else { Verdict::Partial }, text);
        }
        let verdict = match (right, nodded) {
            (true, _) => Verdict::Met,
            // A nod where a hand is due slights nobody's standing, yet leaves it undone.
            (false, true) => Verdict::Missed,
            (false, false) => Verdict::Violated,
        };
        (verdict, Text::default())
    }
}

/// The act a verdict rests on: the first deed its condition names, or the
/// answer of the beat; `None` for something simply left undone.
fn act_behind(when: &When, beat: &Beat, done: &Evidence) -> Option<String> {
    let named = deed(when, done);
    named.or_else(|| match beat.activity {
        Some(Activity::Choice { .. } | Activity::Timer { .. } | Activity::Queue { .. }) => {
            if done.time_up {
                Some("time up".to_owned())
            } else {
                done.marks.last().map(|m| m.id.clone())
            }
        }
        Some(Activity::Gesture { .. }) => {
            done.marks.iter().find(|m| m.id.starts_with("move=")).map(|m| m.id.clone())
        }
        Some(_) => done.grade.map(|_| "grade".to_owned()),
        None => None,
    })
}

/// The first deed a condition names that was really done.
fn deed(when: &When, done: &Evidence) -> Option<String> {
    match when {
        When::Did(id) | When::Within(id, _) | When::RingsWithin(id, _) | When::Before(_, id) => {
            done.mark(id).map(|m| m.id.clone())
        }
        When::All(inner) | When::Any(inner) => inner.iter().find_map(|w| deed(w, done)),
        _ => None,
    }
}

/// The deeds that a standard is about: those its rules name, if any of them was
/// done, else all there were.
fn told<'a>(opportunity: &Opportunity, beat: &Beat, done: &'a Evidence) -> Vec<&'a Mark> {
    let mut named = BTreeSet::new();
    for rule in &opportunity.rules {
        rule.when.deeds(true, &mut |id, _| {
            named.insert(id);
        });
        if matches!(rule.verdict, Outcome::FirstHand(_)) {
            let moves = done.marks.iter().filter(|mark| mark.id.starts_with("move="));
            named.extend(moves.map(|mark| mark.id.as_str()));
        }
    }
    let all = || done.marks.iter();
    let about: Vec<&Mark> = all().filter(|mark| named.contains(mark.id.as_str())).collect();
    let whole = matches!(beat.activity, Some(Activity::Order { .. })) || about.is_empty();
    if whole { all().collect() } else { about }
}

/// What was done, in words; an order is told with arrows. Nothing where the
/// beat asked for nothing.
fn describe(told: &[&Mark], beat: &Beat, time_up: bool) -> Text {
    let ordered = matches!(beat.activity, Some(Activity::Order { choose: false, .. }));
    let join = |separator: &str, pick: fn(&Text) -> &str| {
        let words: Vec<&str> = told.iter().map(|m| pick(&m.text)).collect();
        words.join(separator)
    };
    let (zh, en) = if ordered { (" → ", " → ") } else { ("；", "; ") };
    let mut text = Text::new(join(zh, |t| &t.zh), join(en, |t| &t.en));
    if text.is_empty() && beat.activity.is_some() {
        text = if time_up {
            Text::new("时间到了，什么也没做", "Time ran out and nothing was done")
        } else {
            Text::new("什么也没做", "Nothing was done")
        };
    }
    text
}
