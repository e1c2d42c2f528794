//! Out and in again: the four scenarios keep their beats, options and ways.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use liyi::author::{Policy, play, twee};
use liyi::scenario::{Beat, Script, When};
use liyi::session::TimerSetting;
use liyi::source::SourceFile;
use liyi::standard::Lang;

use super::{checked, notes, options};
use crate::shipped::{SCENARIOS, library, scenario, setup};

/// Where each beat may go on, as the checker sees it.
fn ways(script: &Script) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut ways = BTreeMap::new();
    for (id, beat) in &script.beats {
        let mut to = BTreeSet::new();
        for exit in &beat.next {
            to.insert(exit.to.as_str());
            if matches!(exit.when, When::Always) {
                break;
            }
        }
        ways.insert(id.as_str(), to);
    }
    ways.insert("", script.watches.iter().map(|w| w.to.as_str()).collect());
    ways
}

#[test]
fn the_four_scenarios_keep_their_beats_options_and_ways() {
    for id in SCENARIOS {
        let original = scenario(id);
        let profile = library().profile("classroom").unwrap();
        for lang in Lang::ALL {
            let out = twee::export(original, &profile, lang);
            let imported = twee::import(&SourceFile::new("out.twee", out.as_str()), id)
                .unwrap_or_else(|findings| panic!("{id} {findings:#?}"));
            let back = checked(id, &imported.text);
            assert_eq!(notes(&imported), [], "{id}");
            assert!(original.beats.keys().eq(back.beats.keys()), "{id}");
            assert!(original.endings.keys().eq(back.endings.keys()), "{id}");
            assert_eq!(original.start, back.start);
            assert_eq!(ways(original), ways(&back), "{id}");
            for (name, beat) in &original.beats {
                assert_eq!(options(beat), options(&back.beats[name]), "{id} {name}");
            }
            // Where each option leads, too.
            for (name, beat) in &back.beats {
                for option in options(beat) {
                    assert_eq!(
                        leads(&original.beats[name], option),
                        leads(beat, option),
                        "{id} {name} {option}"
                    );
                }
            }
            let spoke: BTreeSet<&String> = back.cast.keys().collect();
            assert!(spoke.iter().all(|who| original.cast.contains_key(*who)), "{id} {spoke:?}");
            assert_eq!(original.title.get(lang), back.title.get(lang));
            assert_eq!(original.briefing.len(), back.briefing.len());
            // What it says again is the same story.
            let again = twee::export(&back, &profile, lang);
            let third = twee::import(&SourceFile::new("out.twee", again), id).unwrap();
            assert_eq!(ways(&checked(id, &third.text)), ways(&back), "{id}");
        }
    }
}

#[test]
fn what_comes_back_is_played_to_an_ending_under_every_seed() {
    let profile = library().profile("classroom").unwrap();
    for id in SCENARIOS {
        let out = twee::export(scenario(id), &profile, Lang::Zh);
        let imported = twee::import(&SourceFile::new("out.twee", out), id).unwrap();
        let back = Arc::new(checked(id, &imported.text));
        for seed in 0..20 {
            let setup = setup("classroom", seed, TimerSetting::Normal);
            let session = play(&back, &library().catalogue, &setup, Policy::Random);
            assert!(session.ending().is_some(), "{id} {seed} {}", session.beat());
        }
    }
}

/// Where the exits may lead once this option is taken, by the names in their conditions.
fn leads<'b>(beat: &'b Beat, option: &str) -> BTreeSet<&'b str> {
    fn may(when: &When, option: &str, all: &[&str]) -> Option<bool> {
        match when {
            When::Always => Some(true),
            When::Did(mark) if mark == option => Some(true),
            When::Did(mark) | When::RingsWithin(mark, _) | When::Within(mark, _)
                if mark != option && all.contains(&mark.as_str()) =>
            {
                Some(false)
            }
            When::TimeUp | When::Never => Some(false),
            When::Not(inner) => may(inner, option, all).map(|x| !x),
            When::All(inner) => {
                let parts: Vec<_> = inner.iter().map(|w| may(w, option, all)).collect();
                if parts.contains(&Some(false)) {
                    Some(false)
                } else {
                    parts.iter().all(|p| *p == Some(true)).then_some(true)
                }
            }
            When::Any(inner) => {
                let parts: Vec<_> = inner.iter().map(|w| may(w, option, all)).collect();
                if parts.contains(&Some(true)) {
                    Some(true)
                } else {
                    parts.iter().all(|p| *p == Some(false)).then_some(false)
                }
            }
            _ => None,
        }
    }
    let all = options(beat);
    let mut to = BTreeSet::new();
    for exit in &beat.next {
        match may(&exit.when, option, &all) {
            Some(false) => {}
            Some(true) => {
                to.insert(exit.to.as_str());
                break;
            }
            None => {
                to.insert(exit.to.as_str());
            }
        }
    }
    to
}

#[test]
fn twine_finds_every_passage_and_lays_none_over_another() {
    for id in SCENARIOS {
        let profile = library().profile("classroom").unwrap();
        let out = twee::export(scenario(id), &profile, Lang::Zh);
        assert_eq!(out, twee::export(scenario(id), &profile, Lang::Zh));
        let story = twee::read(&SourceFile::new("out.twee", out.as_str())).unwrap();
        assert_eq!(story.title.as_deref(), Some(scenario(id).title.zh.as_str()));
        assert_eq!(story.data.format.as_deref(), Some("Harlowe"));
        let names: BTreeSet<&str> = story.passages.iter().map(|p| p.name.as_str()).collect();
        assert!(names.contains(story.data.start.as_deref().unwrap()));
        let mut places = BTreeSet::new();
        let mut left = BTreeMap::new();
        for passage in &story.passages {
            let (x, y) = passage.position.as_deref().unwrap().split_once(',').unwrap();
            let place: (u32, u32) = (x.parse().unwrap(), y.parse().unwrap());
            assert!(places.insert(place), "{id} {} lies on another", passage.name);
            left.insert(passage.name.as_str(), place.0);
            // As Twine itself looks for links, in comments too.
            let text = &out[passage.body.clone()];
            for piece in text.split("[[").skip(1) {
                let target = piece.split("]]").next().unwrap().rsplit("->").next().unwrap();
                assert!(names.contains(target), "{id} {target}");
            }
        }
        let start = left[story.data.start.as_deref().unwrap()];
        let story_tiles = left.iter().filter(|(name, _)| name.ends_with(')'));
        assert!(story_tiles.clone().all(|(_, x)| *x >= start) && story_tiles.count() > 20);
    }
}
