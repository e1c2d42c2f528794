//! Variables of a story: which are worth keeping, and between which bounds.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::{Number, When};

use super::draft::{Draft, Step, Variable};
use super::markup::Piece;
use super::values::{By, Effect};

/// Which variables a story changes and compares, and how far they go.
#[derive(Default)]
pub(super) struct Uses {
    pub(super) changed: BTreeSet<String>,
    pub(super) compared: BTreeSet<String>,
    bounds: BTreeMap<String, (i32, i32)>,
}

impl Uses {
    pub(super) fn of<'p>(pieces: impl IntoIterator<Item = &'p Piece>) -> Uses {
        let mut uses = Uses::default();
        pieces.into_iter().for_each(|piece| uses.piece(piece));
        uses
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Effect(effect) => self.effect(effect),
            Piece::Link(link) => link.effects.iter().for_each(|e| self.effect(e)),
            Piece::Branch(arms) => {
                for arm in arms {
                    arm.when.iter().for_each(|when| self.test(when));
                    arm.pieces.iter().for_each(|piece| self.piece(piece));
                }
            }
            Piece::Words(_) | Piece::Value(_) | Piece::Comment(_) => {}
        }
    }

    fn knows(&self, name: &str) -> bool {
        self.changed.contains(name) || self.compared.contains(name)
    }

    fn effect(&mut self, effect: &Effect) {
        self.changed.insert(effect.variable.clone());
        if let By::Set(n) = effect.by {
            self.reach(&effect.variable, n, n);
        }
    }

    fn test(&mut self, when: &When) {
        let n = |number: &Number| match number {
            Number::Literal(n) => i32::try_from(*n).unwrap_or(0),
            Number::Named(_) => 0,
        };
        let (name, low, high) = match when {
            When::Not(inner) => return self.test(inner),
            When::All(inner) | When::Any(inner) => return inner.iter().for_each(|w| self.test(w)),
            // One beyond, so that the comparison can also fail.
            When::AtLeast(name, at) => (name, n(at) - 1, n(at)),
            When::AtMost(name, at) => (name, n(at), n(at) + 1),
            When::Is(name, at) => (name, n(at), n(at)),
            _ => return,
        };
        self.compared.insert(name.clone());
        self.reach(name, low, high);
    }

    fn reach(&mut self, name: &str, low: i32, high: i32) {
        let (min, max) = self.bounds.entry(name.to_owned()).or_insert((0, 10));
        *min = (*min).min(low);
        *max = (*max).max(high);
    }

    /// These variables, with bounds that hold every number the story names.
    pub(super) fn variables(&self, read: &BTreeSet<String>, startup: &[Piece]) -> Vec<Variable> {
        let mut starts: BTreeMap<&str, i32> = BTreeMap::new();
        for piece in startup {
            if let Piece::Effect(Effect { variable, by: By::Set(n) }) = piece {
                starts.insert(variable, *n);
            }
        }
        let each = read.iter().filter(|id| self.knows(id)).map(|id| {
            let (min, max) = self.bounds.get(id).copied().unwrap_or((0, 10));
            let start = starts.get(id.as_str()).copied().unwrap_or(0);
            Variable { id: id.clone(), min, max, start }
        });
        each.collect()
    }
}

/// Takes away changes of variables that nothing reads, and what that empties;
/// gives those that are read.
pub(super) fn settle(draft: &mut Draft) -> BTreeSet<String> {
    loop {
        let mut read = BTreeSet::new();
        let mut count = 0;
        for steps in all_steps(draft) {
            reads(steps, &mut read);
            count += size(steps);
        }
        for beat in &draft.beats {
            beat.exits.iter().flat_map(|e| &e.when).for_each(|when| test(when, &mut read));
            for option in beat.ask.iter().flat_map(|ask| &ask.options) {
                option.when.iter().for_each(|when| test(when, &mut read));
                shown(&option.words, &mut read);
            }
            beat.ask.iter().flat_map(|ask| &ask.prompt).for_each(|words| shown(words, &mut read));
        }
        draft.watches.iter().flat_map(|e| &e.when).for_each(|when| test(when, &mut read));
        draft.endings.iter().for_each(|ending| shown(&ending.text, &mut read));
        let mut left = 0;
        for beat in &mut draft.beats {
            strip(&mut beat.enter, &read);
            left += size(&beat.enter);
            for option in beat.ask.iter_mut().flat_map(|ask| &mut ask.options) {
                strip(&mut option.then, &read);
                left += size(&option.then);
            }
        }
        if left == count {
            return read;
        }
    }
}

fn all_steps(draft: &Draft) -> impl Iterator<Item = &[Step]> {
    draft.beats.iter().flat_map(|beat| {
        let options = beat.ask.iter().flat_map(|ask| &ask.options);
        std::iter::once(beat.enter.as_slice()).chain(options.map(|o| o.then.as_slice()))
    })
}

fn size(steps: &[Step]) -> usize {
    let inside = |step: &Step| match step {
        Step::If { then, otherwise, .. } => 1 + size(then) + size(otherwise),
        _ => 1,
    };
    steps.iter().map(inside).sum()
}

fn reads(steps: &[Step], read: &mut BTreeSet<String>) {
    for step in steps {
        match step {
            Step::Say(_, words) | Step::Tell(words) => shown(words, read),
            Step::Change(_) => {}
            Step::If { when, then, otherwise } => {
                test(when, read);
                reads(then, read);
                reads(otherwise, read);
            }
        }
    }
}

fn test(when: &When, read: &mut BTreeSet<String>) {
    match when {
        When::Not(inner) => test(inner, read),
        When::All(inner) | When::Any(inner) => inner.iter().for_each(|w| test(w, read)),
        When::AtLeast(name, _) | When::AtMost(name, _) | When::Is(name, _) => {
            read.insert(name.clone());
        }
        _ => {}
    }
}

/// Every `{var.name}` of a text.
fn shown(words: &str, read: &mut BTreeSet<String>) {
    for rest in words.split("{var.").skip(1) {
        read.extend(rest.split_once('}').map(|(name, _)| name.to_owned()));
    }
}

fn strip(steps: &mut Vec<Step>, read: &BTreeSet<String>) {
    steps.retain_mut(|step| match step {
        Step::Change(effect) => read.contains(&effect.variable),
        Step::If { then, otherwise, .. } => {
            strip(then, read);
            strip(otherwise, read);
            !then.is_empty() || !otherwise.is_empty()
        }
        Step::Say(..) | Step::Tell(_) => true,
    });
}
