//! The marks of the time strip are chosen with a finger and with the arrow keys.

use bevy::prelude::*;

use super::{Hand, Walk};
use crate::author::Policy;
use crate::game::screens::markers_shown;
use crate::game::tour;

/// A mark as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Mark {
    called: String,
    at: Vec2,
    /// Its beat, and its place there.
    place: (usize, usize),
}

impl Walk {
    fn open_strip(hand: Hand) -> Walk {
        let mut walk = Walk::open(hand);
        tour::debrief(walk.app.world_mut(), "s01-handshake-order", Policy::Random);
        walk.rest();
        let leaf = walk.says("debrief-leaf-strip");
        walk.press_named(&leaf);
        walk.rest();
        walk
    }

    fn marks(&mut self) -> Vec<Mark> {
        let shown = markers_shown(self.app.world_mut());
        shown.into_iter().map(|(called, at, place, _)| Mark { called, at, place }).collect()
    }

    /// The mark that is chosen, by its beat and its place there.
    fn chosen(&mut self) -> Option<(usize, usize)> {
        let shown = markers_shown(self.app.world_mut());
        shown.into_iter().find(|(.., chosen)| *chosen).map(|(_, _, place, _)| place)
    }

    /// Whether these words stand on the page, as they are.
    fn reads(&mut self, words: &str) -> bool {
        let world = self.app.world_mut();
        let mut texts = world.query::<(&Text, &InheritedVisibility)>();
        texts.iter(world).any(|(text, seen)| seen.get() && text.0 == words)
    }
}

#[test]
fn a_finger_chooses_a_mark_and_the_page_tells_of_it() {
    let mut walk = Walk::open_strip(Hand::Finger);
    assert_eq!(walk.chosen(), None);
    let marks = walk.marks();
    let first = marks.first().unwrap().clone();
    let other = marks.iter().rev().find(|mark| mark.place.0 != first.place.0).unwrap().clone();
    for mark in [first, other] {
        walk.touch(&[mark.at]);
        walk.rest();
        assert_eq!(walk.chosen(), Some(mark.place));
        assert!(walk.reads(&mark.called), "{}", mark.called);
    }
}

#[test]
fn arrow_keys_go_through_the_marks_of_a_beat_and_on_to_the_next() {
    let mut walk = Walk::open_strip(Hand::Finger);
    // The beat of a mark that has others beside it.
    let marks = walk.marks();
    let many = |mark: &&Mark| marks.iter().filter(|m| m.place.0 == mark.place.0).count() > 2;
    let first = marks.iter().find(many).unwrap().clone();
    walk.touch(&[first.at]);
    walk.rest();
    let here = walk.chosen().unwrap();
    walk.key(KeyCode::ArrowDown);
    assert_eq!(walk.chosen(), Some((here.0, here.1 + 1)));
    walk.key(KeyCode::ArrowUp);
    assert_eq!(walk.chosen(), Some(here));
    walk.key(KeyCode::ArrowRight);
    assert_eq!(walk.chosen(), None, "a mark is left with its beat");
    walk.key(KeyCode::ArrowDown);
    assert_eq!(walk.chosen().map(|(visit, _)| visit), Some(here.0 + 1));
}
