//! What comes up by itself is read out: lines as they are said, questions, captions of sounds.
//!
//! Parts of the screen are built anew whenever something on them changes. A
//! screen reader would read a text again each time; so it is not the texts that
//! speak but voices, which get only words that were not there before.

use accesskit::{Live, Role};
use bevy::a11y::{AccessibilityNode, AccessibilitySystems};
use bevy::prelude::*;
use bevy::ui::UiSystems;

use super::{ReadAs, ReadOut, somebody_listens};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, give_voices).add_systems(
        PostUpdate,
        read_out
            .run_if(somebody_listens)
            .after(UiSystems::PostLayout)
            .before(AccessibilitySystems::Update),
    );
}

/// Speaks for texts of this kind. There are two of each: the same words twice
/// would be no change to one of them.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Voice {
    of: ReadOut,
    turn: bool,
}

fn give_voices(mut commands: Commands) {
    for of in [ReadOut::Politely, ReadOut::AtOnce] {
        for turn in [false, true] {
            let mut node = accesskit::Node::new(Role::Label);
            node.set_live(match of {
                ReadOut::Politely => Live::Polite,
                ReadOut::AtOnce => Live::Assertive,
            });
            commands.spawn((Voice { of, turn }, AccessibilityNode::from(node)));
        }
    }
}

fn read_out(
    texts: Query<(&ReadOut, Option<&Text>, Option<&ReadAs>, &InheritedVisibility)>,
    mut voices: Query<(&Voice, &mut AccessibilityNode)>,
    mut before: Local<Vec<(ReadOut, String)>>,
    mut turn: Local<bool>,
) {
    let mut now = Vec::new();
    for (aloud, text, read_as, shown) in &texts {
        let Some(words) = read_as.map(|said| &said.0).or(text.map(|text| &text.0)) else {
            continue;
        };
        if shown.get() && !words.trim().is_empty() {
            now.push((*aloud, words.clone()));
        }
    }
    let fresh = |of: ReadOut| {
        let new = now.iter().filter(|said| said.0 == of && !before.contains(said));
        new.map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(" ")
    };
    let fresh = [ReadOut::Politely, ReadOut::AtOnce].map(|of| (of, fresh(of)));
    if fresh.iter().any(|(_, words)| !words.is_empty()) {
        *turn = !*turn;
        for (voice, mut node) in &mut voices {
            let words = fresh.iter().find(|(of, _)| *of == voice.of).map(|(_, words)| words);
            match words.filter(|words| voice.turn == *turn && !words.is_empty()) {
                Some(words) => node.set_value(words.as_str()),
                None => node.clear_value(),
            }
        }
    }
    *before = now;
}
