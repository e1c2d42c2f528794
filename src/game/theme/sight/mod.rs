//! How far two colours stand apart, by the measure of WCAG 2.1.

#[cfg(test)]
mod tests;

use bevy::color::{Color, ColorToComponents};

/// The least contrast of words with what they are written on.
pub(crate) const READABLE: f32 = 4.5;

/// Relative luminance of light.
fn luminance([red, green, blue]: [f32; 3]) -> f32 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn light(colour: Color) -> [f32; 3] {
    colour.to_linear().to_f32_array_no_alpha()
}

/// How far two colours stand apart, from 1 to 21.
pub(crate) fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (luminance(light(a)), luminance(light(b)));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
