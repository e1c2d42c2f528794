//! Whether everybody sees what the colours say: contrast, and eyes that see fewer colours.
//!
//! Fewer colours are simulated with the matrices of
//! Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation
//! of Color Vision Deficiency”, IEEE Transactions on Visualization and Computer
//! Graphics 15 (6), 2009, at full severity, on linear light; `scripts/sight` puts
//! whole pictures through the same ones.

use bevy::color::Color;

use super::{contrast, light, luminance};
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::{Look, Tone, Touch, colours};

/// Lightness as it is seen, 0 to 100: L* of CIE 1976.
fn lightness(light: [f32; 3]) -> f32 {
    let y = luminance(light);
    if y > 0.008_856 { 116.0 * y.cbrt() - 16.0 } else { 903.3 * y }
}

/// An eye, and what it makes of light.
type Eye = (&'static str, [[f32; 3]; 3]);

const EYES: [Eye; 5] = [
    ("full", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_82, 0.042_94, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_9],
        ],
    ),
    ("greyscale", [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]]),
];

fn seen(colour: Color, (_, matrix): &Eye) -> [f32; 3] {
    let light = light(colour);
    matrix.map(|row| {
        let sum: f32 = row.iter().zip(light).map(|(share, light)| share * light).sum();
        sum.clamp(0.0, 1.0)
    })
}

/// What words and controls are laid on.
const GROUNDS: [Color; 6] = [PAPER, RAISED, SUNK, JADE_MIST, CINNABAR_MIST, OCHRE_MIST];
/// What words are written in, on any of them.
const INKS: [Color; 9] =
    [INK, INK_SOFT, INK_FAINT, JADE, JADE_DEEP, CINNABAR, CINNABAR_DEEP, OCHRE, FOCUS];
const LOOKS: [Look; 6] =
    [Look::Primary, Look::Plain, Look::Quiet, Look::Card, Look::Segment, Look::Tab];
const TOUCHES: [Touch; 4] = [Touch::Rest, Touch::Hover, Touch::Press, Touch::Disabled];
const TONES: [Tone; 4] = [Tone::Plain, Tone::Good, Tone::Fair, Tone::Bad];

/// Everything a control may look like: look, what is done to it, chosen or not.
fn every_look() -> impl Iterator<Item = (Look, Touch, bool)> {
    LOOKS.into_iter().flat_map(|look| {
        TOUCHES
            .into_iter()
            .flat_map(move |touch| [false, true].map(|checked| (look, touch, checked)))
    })
}

fn apart(a: Color, b: Color, least: f32, what: &str) {
    let found = contrast(a, b);
    assert!(found >= least, "{what}: {a:?} and {b:?} stand {found:.2} : 1 apart, not {least}");
}

#[test]
fn black_and_white_stand_as_far_apart_as_the_standard_says() {
    assert!((contrast(Color::BLACK, Color::WHITE) - 21.0).abs() < 0.01);
    assert!((contrast(Color::srgb_u8(0x77, 0x77, 0x77), Color::WHITE) - 4.48).abs() < 0.01);
}

#[test]
fn every_ink_can_be_read_on_every_ground() {
    for ground in GROUNDS {
        for ink in INKS {
            apart(ink, ground, 4.5, "words");
        }
        for tone in TONES {
            apart(tone.ink(), ground, 4.5, "words in a tone");
        }
    }
}

#[test]
fn every_control_can_be_read_whatever_is_done_to_it() {
    for (look, touch, checked) in every_look() {
        let (ground, edge, ink) = colours(look, touch, checked);
        let what = format!("{look:?}, {touch:?}, chosen: {checked}");
        let under: &[Color] =
            if ground.to_linear().alpha < 1.0 { &GROUNDS } else { std::slice::from_ref(&ground) };
        for ground in under {
            apart(ink, *ground, 4.5, &what);
        }
        // What cannot be pressed need not look as if it could; what has no edge
        // is told by its words or its ground.
        let edged = matches!(look, Look::Plain | Look::Card) || (look == Look::Tab && checked);
        if edged && touch != Touch::Disabled {
            for ground in GROUNDS {
                apart(edge, ground, 3.0, &format!("the edge of {what}"));
            }
        }
    }
}

#[test]
fn the_ring_and_the_marks_stand_out() {
    for ground in GROUNDS {
        apart(FOCUS, ground, 3.0, "the ring around the focus");
        apart(EDGE, ground, 3.0, "an edge");
        for tone in TONES {
            apart(tone.full(), ground, 3.0, "a bar or a mark");
        }
    }
}

/// Good, half right and bad are told apart by words, numbers or shapes wherever
/// they stand; their bars and marks differ in lightness for every eye besides.
#[test]
fn what_tones_say_is_seen_by_every_eye() {
    for eye in &EYES {
        for (a, b) in [
            (Tone::Good, Tone::Fair),
            (Tone::Fair, Tone::Bad),
            (Tone::Good, Tone::Bad),
            (Tone::Plain, Tone::Good),
            (Tone::Plain, Tone::Bad),
        ] {
            let found = lightness(seen(a.full(), eye)) - lightness(seen(b.full(), eye));
            assert!(found.abs() >= 7.0, "{}: {a:?} and {b:?} differ by {found:.1}", eye.0);
        }
    }
}

/// A chosen control is told from one that is not by its dark ground, by a line
/// under it, or by the tick in its seal (`widgets::button` has a test of that).
#[test]
fn what_is_chosen_is_seen_by_every_eye() {
    for look in [Look::Segment, Look::Tab] {
        let ((ground, edge, _), (dark, line, _)) =
            (colours(look, Touch::Rest, false), colours(look, Touch::Rest, true));
        for eye in &EYES {
            let solid = |colour: Color| if colour.to_linear().alpha < 1.0 { SUNK } else { colour };
            let differs = |a: Color, b: Color| {
                (lightness(seen(solid(a), eye)) - lightness(seen(solid(b), eye))).abs() >= 40.0
            };
            assert!(differs(ground, dark) || differs(edge, line), "{look:?} for {}", eye.0);
        }
    }
}

/// The script that puts pictures through the same eyes has the same numbers.
#[test]
fn the_script_simulates_the_same_eyes() {
    let script = include_str!("../../../../scripts/sight");
    for (name, matrix) in &EYES[1..] {
        let numbers = matrix.map(|row| row.map(|share| share.to_string()).join(" ")).join(" ");
        assert!(script.contains(&format!("{name} {numbers}")), "{name}: {numbers}");
    }
}
