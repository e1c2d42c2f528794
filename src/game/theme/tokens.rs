//! Every colour, size and distance of the window: rice paper, ink, cinnabar and jade.

use bevy::color::Color;

/// The page.
pub(crate) const PAPER: Color = Color::srgb_u8(0xF7, 0xF2, 0xE8);
/// A card that lies on the page.
pub(crate) const RAISED: Color = Color::srgb_u8(0xFF, 0xFD, 0xF8);
/// A hollow in the page: a track, a well, a quiet strip.
pub(crate) const SUNK: Color = Color::srgb_u8(0xEC, 0xE4, 0xD5);
/// A hairline between things.
pub(crate) const LINE: Color = Color::srgb_u8(0xDD, 0xD2, 0xBE);
/// The edge of something that can be pressed; 3 : 1 on every light ground.
pub(crate) const EDGE: Color = Color::srgb_u8(0x8C, 0x7B, 0x60);

/// Words to be read first.
pub(crate) const INK: Color = Color::srgb_u8(0x2B, 0x27, 0x22);
/// Words to be read second.
pub(crate) const INK_SOFT: Color = Color::srgb_u8(0x5C, 0x54, 0x49);
/// The faintest words there are; still 4.5 : 1 on every light ground.
pub(crate) const INK_FAINT: Color = Color::srgb_u8(0x6B, 0x62, 0x55);
/// Words on jade, cinnabar or ink.
pub(crate) const ON_DARK: Color = Color::srgb_u8(0xFF, 0xFB, 0xF2);

/// What to press next, and what went well.
pub(crate) const JADE: Color = Color::srgb_u8(0x2E, 0x6A, 0x57);
pub(crate) const JADE_DEEP: Color = Color::srgb_u8(0x22, 0x52, 0x42);
pub(crate) const JADE_MIST: Color = Color::srgb_u8(0xE2, 0xED, 0xE5);

/// The seal, and what went badly.
pub(crate) const CINNABAR: Color = Color::srgb_u8(0xAE, 0x38, 0x28);
pub(crate) const CINNABAR_DEEP: Color = Color::srgb_u8(0x7A, 0x24, 0x18);
pub(crate) const CINNABAR_MIST: Color = Color::srgb_u8(0xF8, 0xE4, 0xDD);

/// What is half right, and what wants a look.
pub(crate) const OCHRE: Color = Color::srgb_u8(0x80, 0x59, 0x10);
/// The same as a bar or a mark: lighter than jade and cinnabar for every eye, too
/// light for words.
pub(crate) const AMBER: Color = Color::srgb_u8(0xA8, 0x73, 0x1A);
pub(crate) const OCHRE_MIST: Color = Color::srgb_u8(0xF6, 0xEA, 0xCB);

/// The ring around what the keyboard would press.
pub(crate) const FOCUS: Color = Color::srgb_u8(0x1F, 0x4E, 0x8C);
/// A drawing in its own colours.
pub(crate) const UNTINTED: Color = Color::WHITE;
/// Laid over a screen that waits behind a panel.
pub(crate) const SCRIM: Color = Color::srgba(0.12, 0.10, 0.08, 0.58);

/// The smallest type of the projector view, in pixels of a screen 1080 pixels high.
pub(crate) const PROJECTED: f32 = 26.0;

/// Sizes of type, in logical pixels before the player's text size is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// Sources, times, versions.
    Caption,
    /// Reading text and buttons.
    Body,
    /// What is said, and the first sentence of a page.
    Lead,
    /// A card's or a section's name.
    Heading,
    /// A page's name.
    Title,
    /// The score.
    Figure,
    /// The name on the first page.
    Display,
}

impl Size {
    /// Every size, smallest first.
    #[cfg(test)]
    pub(crate) const ALL: [Size; 7] = [
        Size::Caption,
        Size::Body,
        Size::Lead,
        Size::Heading,
        Size::Title,
        Size::Figure,
        Size::Display,
    ];

    /// Pixels at the normal text size.
    pub(crate) fn px(self) -> f32 {
        match self {
            Size::Caption => 14.0,
            Size::Body => 17.0,
            Size::Lead => 20.0,
            Size::Heading => 23.0,
            Size::Title => 32.0,
            Size::Figure => 56.0,
            Size::Display => 104.0,
        }
    }

    /// Pixels in the projector view at the least: seen from the back of a room.
    pub(crate) fn projected(self) -> f32 {
        match self {
            Size::Caption => 21.0,
            Size::Body => 23.0,
            Size::Lead => 27.0,
            Size::Heading => 30.0,
            Size::Title => 38.0,
            Size::Figure => 60.0,
            Size::Display => 104.0,
        }
    }

    /// How much a line's height exceeds the size of its type.
    pub(crate) fn leading(self) -> f32 {
        match self {
            Size::Caption | Size::Body | Size::Lead => 1.5,
            Size::Heading | Size::Title => 1.35,
            Size::Figure | Size::Display => 1.15,
        }
    }

    /// How much of the player's text size it follows: large type is large already.
    pub(crate) fn follows(self) -> f32 {
        match self {
            Size::Caption | Size::Body | Size::Lead => 1.0,
            Size::Heading => 0.8,
            Size::Title => 0.6,
            Size::Figure | Size::Display => 0.25,
        }
    }
}

/// Distances, each about half as large again as the one before.
pub(crate) const GAP_XS: f32 = 4.0;
pub(crate) const GAP_S: f32 = 8.0;
pub(crate) const GAP_M: f32 = 14.0;
pub(crate) const GAP_L: f32 = 22.0;
pub(crate) const GAP_XL: f32 = 36.0;
/// From the window's edge to a page's content.
pub(crate) const MARGIN: f32 = 40.0;

pub(crate) const RADIUS_S: f32 = 6.0;
pub(crate) const RADIUS_M: f32 = 10.0;
pub(crate) const RADIUS_L: f32 = 16.0;

/// The smallest side of anything that is pressed.
pub(crate) const TOUCH: f32 = 44.0;
/// The longest comfortable line of reading text.
pub(crate) const READING: f32 = 860.0;
/// The widest a page's content grows on a large window.
pub(crate) const PAGE: f32 = 1360.0;

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance by WCAG 2.1.
    fn luminance(colour: Color) -> f32 {
        let linear = colour.to_linear();
        0.2126 * linear.red + 0.7152 * linear.green + 0.0722 * linear.blue
    }

    fn contrast(a: Color, b: Color) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn words_stand_out_from_every_ground_they_are_set_on() {
        let grounds = [PAPER, RAISED, SUNK, JADE_MIST, CINNABAR_MIST, OCHRE_MIST];
        for ground in grounds {
            for ink in [INK, INK_SOFT, INK_FAINT] {
                assert!(
                    contrast(ink, ground) >= 4.5,
                    "{ink:?} on {ground:?}: {}",
                    contrast(ink, ground)
                );
            }
        }
        for (ink, ground) in [
            (JADE, PAPER),
            (JADE, RAISED),
            (JADE_DEEP, JADE_MIST),
            (CINNABAR, PAPER),
            (CINNABAR, RAISED),
            (CINNABAR_DEEP, CINNABAR_MIST),
            (OCHRE, PAPER),
            (OCHRE, RAISED),
            (OCHRE, OCHRE_MIST),
            (ON_DARK, JADE),
            (ON_DARK, JADE_DEEP),
            (ON_DARK, CINNABAR),
            (ON_DARK, CINNABAR_DEEP),
            (ON_DARK, INK),
            (FOCUS, PAPER),
        ] {
            assert!(
                contrast(ink, ground) >= 4.5,
                "{ink:?} on {ground:?}: {}",
                contrast(ink, ground)
            );
        }
    }
    #[test]
    fn type_grows_from_size_to_size_in_every_view() {
        for pair in Size::ALL.windows(2) {
            assert!(pair[0].px() < pair[1].px(), "{pair:?}");
            assert!(pair[0].projected() < pair[1].projected(), "{pair:?}");
        }
        for size in Size::ALL {
            assert!(size.projected() >= size.px(), "{size:?} shrinks on a projector");
        }
    }

    /// A window that fills a screen 1080 pixels high grows by half; with a title
    /// bar and a task bar there is room for a quarter only.
    #[test]
    fn no_type_of_the_projector_view_is_too_small_for_the_back_of_a_room() {
        for size in Size::ALL {
            assert!(size.projected() * 1.25 >= PROJECTED, "{size:?}");
        }
    }

    #[test]
    fn marks_of_charts_stand_out_from_every_ground_they_are_drawn_on() {
        let marks = [INK, INK_SOFT, INK_FAINT, JADE, JADE_DEEP, OCHRE, AMBER, CINNABAR_DEEP];
        for ground in [PAPER, RAISED, SUNK, JADE_MIST, OCHRE_MIST, CINNABAR_MIST] {
            for mark in marks {
                let apart = contrast(mark, ground);
                assert!(apart >= 3.0, "{mark:?} on {ground:?}: {apart}");
            }
        }
        // Light strokes in a dark stretch of a bar, and light discs' dark neighbours.
        for dark in [JADE, JADE_DEEP, AMBER, CINNABAR_DEEP, INK] {
            for light in [ON_DARK, RAISED] {
                let apart = contrast(light, dark);
                assert!(apart >= 3.0, "{light:?} on {dark:?}: {apart}");
            }
        }
    }
}
