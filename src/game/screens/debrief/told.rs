//! A finished run made ready to be told: its result, its judgements and where it went through.

use std::sync::Arc;

use bevy::prelude::Resource;

use super::journey::Journey;
use super::marks::Sign;
use super::tally::{Tally, tally};
use crate::score::{HouseOff, Outcome, outcome};
use crate::session::{Event, Judgement, Session, SessionTime, Verdict};
use crate::standard::{Catalogue, Severity, Source, Text};

/// The run on this screen, worked out once when the screen opens.
#[derive(Resource)]
pub(super) struct Told {
    pub(super) session: Arc<Session>,
    pub(super) outcome: Outcome,
    /// Every judgement of the run, in its order.
    pub(super) judged: Vec<Judged>,
    /// Every beat entered, in order of time.
    pub(super) stops: Vec<Stop>,
    /// The scenario's standards that the house turns off, met in this run or not.
    pub(super) off: Vec<HouseOff>,
    /// The runs before this one.
    pub(super) journey: Journey,
    /// Its standards domain by domain.
    pub(super) tallies: Vec<Tally>,
}

/// One judgement, with the standard it is about.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Judged {
    pub(super) judgement: Judgement,
    /// As it counts: not applicable where the house turns the standard off.
    pub(super) verdict: Verdict,
    pub(super) statement: Text,
    pub(super) sources: Vec<Source>,
    pub(super) severity: Severity,
    /// The note or caveat that goes with the standard; may be empty.
    pub(super) note: Text,
}

/// One beat entered, with what was judged in it and how it was taken.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stop {
    pub(super) at: SessionTime,
    pub(super) label: Text,
    /// Places in [`Told::judged`].
    pub(super) judged: Vec<usize>,
    /// Who took something in here, and what they made of it.
    pub(super) felt: Vec<(String, Text)>,
    /// What was said and done in it, in order of time.
    pub(super) happened: Vec<Happening>,
}

/// One thing that happened along the strip.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Happening {
    pub(super) at: SessionTime,
    pub(super) sign: Sign,
    /// Who speaks; nobody for the narrator, thoughts and deeds.
    pub(super) who: Option<String>,
    pub(super) text: Text,
    /// Which ring of a line it was.
    pub(super) count: Option<u32>,
}

impl Happening {
    /// What an event shows on the strip, if anything.
    fn of(at: SessionTime, event: &Event) -> Option<Happening> {
        let (sign, who, text, count) = match event {
            Event::Said { who, text } => (Sign::Line, Some(who.clone()), text.clone(), None),
            Event::Told { text } | Event::Thought { text } | Event::Ended { text, .. } => {
                (Sign::Line, None, text.clone(), None)
            }
            Event::Acted { text, .. } => (Sign::Deed, None, text.clone(), None),
            Event::Rang { label, count, .. } => (Sign::Ring, None, label.clone(), Some(*count)),
            Event::TimeUp => (Sign::TimeUp, None, Text::default(), None),
            _ => return None,
        };
        let shows = !text.is_empty() || sign == Sign::TimeUp;
        shows.then_some(Happening { at, sign, who, text, count })
    }
}

impl Told {
    pub(super) fn new(session: Arc<Session>, catalogue: &Catalogue, journey: Journey) -> Told {
        let outcome = outcome(&session, catalogue);
        let profile = &session.setup().profile;
        let mut judged: Vec<Judged> = session
            .judgements()
            .into_iter()
            .map(|judgement| {
                let standard = catalogue.get(&judgement.standard);
                let id = || Text::same(judgement.standard.as_str());
                Judged {
                    verdict: judgement.verdict,
                    statement: standard.map_or_else(id, |s| s.stated_by(profile)),
                    sources: standard.map(|s| s.sources.clone()).unwrap_or_default(),
                    severity: standard.map_or(Severity::Minor, |s| s.severity),
                    note: standard.map(|s| s.note.clone()).unwrap_or_default(),
                    judgement,
                }
            })
            .collect();
        for result in &outcome.card.per_standard {
            for (&place, &verdict) in result.judgements.iter().zip(&result.verdicts) {
                if let Some(one) = judged.get_mut(place) {
                    one.verdict = verdict;
                }
            }
        }
        let stops = stops(&session, &judged);
        let off = house_off(&session, catalogue);
        let now = judged.iter().map(|one| (one.judgement.standard.as_str(), one.verdict));
        let tallies = tally(now, &journey.earlier, catalogue);
        Told { session, outcome, judged, stops, off, journey, tallies }
    }

    /// The beat that visit entered, in words, and when.
    pub(super) fn stop(&self, visit: usize) -> Option<&Stop> {
        self.stops.get(visit)
    }
}

fn house_off(session: &Session, catalogue: &Catalogue) -> Vec<HouseOff> {
    let profile = &session.setup().profile;
    let standards = session.scenario().standards.iter().filter_map(|id| catalogue.get(id));
    standards
        .filter_map(|standard| {
            let (key, value) = standard.turned_off(profile)?;
            let statement = standard.stated_by(profile);
            Some(HouseOff { standard: standard.id.clone(), statement, key, value })
        })
        .collect()
}

/// What was answered all at once, as something looked for or a volume is: no act of
/// it was told, but the judgements say what was done.
fn answer(at: SessionTime, visit: usize, judged: &[Judged]) -> Option<Happening> {
    let one = judged.iter().find(|one| one.judgement.visit == visit)?;
    let text = one.judgement.did.clone();
    let shows = !text.is_empty();
    shows.then_some(Happening { at, sign: Sign::Deed, who: None, text, count: None })
}

fn stops(session: &Session, judged: &[Judged]) -> Vec<Stop> {
    let mut stops: Vec<Stop> = session
        .visits()
        .iter()
        .map(|visit| Stop {
            at: visit.at,
            label: session.words(&visit.label),
            judged: Vec::new(),
            felt: Vec::new(),
            happened: Vec::new(),
        })
        .collect();
    for (place, one) in judged.iter().enumerate() {
        if let Some(stop) = stops.get_mut(one.judgement.visit) {
            stop.judged.push(place);
        }
    }
    let mut here = 0;
    for (at, event) in session.events_in_time() {
        if let (Some(happening), Some(stop)) = (Happening::of(at, event), stops.get_mut(here)) {
            stop.happened.push(happening);
        }
        match event {
            Event::BeatEntered { visit, .. } => here = *visit,
            Event::Answered { .. } => {
                if let Some(stop) = stops.get_mut(here)
                    && !stop.happened.iter().any(|h| matches!(h.sign, Sign::Deed | Sign::TimeUp))
                {
                    stop.happened.extend(answer(at, here, judged));
                }
            }
            Event::Perceived { who, why, .. } if !why.is_empty() => {
                let felt = (who.clone(), why.clone());
                if let Some(stop) = stops.get_mut(here)
                    && !stop.felt.contains(&felt)
                {
                    stop.felt.push(felt);
                }
            }
            _ => {}
        }
    }
    stops
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::{self, Policy};
    use crate::files::Folders;
    use crate::library::Library;
    use crate::session::{Setup, TimerSetting};

    fn library() -> Library {
        Library::load(&Folders::find(Some(std::env::temp_dir())).unwrap())
    }

    fn told(library: &Library, scenario: &str, profile: &str) -> Told {
        let setup = Setup {
            profile: library.profile(profile).unwrap().clone(),
            seed: 1,
            timers: TimerSetting::Normal,
        };
        let scenario = library.scenario(scenario).unwrap();
        let session = author::play(scenario, &library.catalogue, &setup, Policy::Last);
        Told::new(Arc::new(session), &library.catalogue, Journey::default())
    }

    #[test]
    fn every_judgement_stands_at_the_beat_it_was_made_in() {
        let library = library();
        for id in library.scenarios.keys() {
            let told = told(&library, id, "classroom");
            let mut shown = Vec::new();
            for (visit, stop) in told.stops.iter().enumerate() {
                for &place in &stop.judged {
                    let judgement = &told.judged[place].judgement;
                    assert_eq!(judgement.visit, visit, "{id}");
                    assert!(judgement.at >= stop.at, "{id}: {judgement:?}");
                    shown.push(place);
                }
            }
            assert_eq!(shown.len(), told.judged.len(), "{id}: one is lost or told twice");
            assert!(!shown.is_empty() && told.stops.iter().any(|s| !s.felt.is_empty()), "{id}");
            assert!(told.judged.iter().all(|one| !one.sources.is_empty()), "{id}");
            let tallied: usize = told.tallies.iter().map(|tally| tally.now.all()).sum();
            let counted = told.judged.iter().filter(|j| j.verdict != Verdict::NotApplicable);
            assert_eq!(tallied, counted.count(), "{id}");
        }
    }

    #[test]
    fn what_was_said_and_done_stands_in_its_beat_in_order_of_time() {
        let library = library();
        for id in library.scenarios.keys() {
            let told = told(&library, id, "classroom");
            let mut before = SessionTime::default();
            let all: Vec<&Happening> = told.stops.iter().flat_map(|s| &s.happened).collect();
            for happening in &all {
                assert!(happening.at >= before, "{id}: {happening:?}");
                before = happening.at;
            }
            let count = |sign| all.iter().filter(|h| h.sign == sign).count();
            assert!(count(Sign::Line) > 3 && count(Sign::Deed) > 0, "{id}");
            let rings =
                told.session.events().iter().filter(|e| matches!(e, Event::Rang { .. })).count();
            assert_eq!(count(Sign::Ring), rings, "{id}");
            // Wherever an answer was judged, what was done stands before it.
            let mut here = 0;
            for event in &told.session.events() {
                match event {
                    Event::BeatEntered { visit, .. } => here = *visit,
                    Event::Answered { .. } if !told.stops[here].judged.is_empty() => {
                        let done = |h: &Happening| matches!(h.sign, Sign::Deed | Sign::TimeUp);
                        let stop = &told.stops[here];
                        assert!(stop.happened.iter().any(done), "{id}: {:?}", stop.label);
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn what_the_house_turns_off_is_named_with_its_key_and_never_counts() {
        let library = library();
        let told_here = |profile| told(&library, "s01-handshake-order", profile);
        assert!(told_here("classroom").off.is_empty());
        let told = told_here("international");
        let [off] = told.off.as_slice() else { panic!("{:?}", told.off) };
        assert_eq!((off.key.as_str(), off.value.as_str()), ("gender", "off"));
        let counts = |one: &Judged| one.verdict != Verdict::NotApplicable;
        let off_counts = |one: &Judged| one.judgement.standard == off.standard && counts(one);
        assert!(!told.judged.iter().any(off_counts));
    }
}
