//! How wide words are and where their lines end, before the layout knows: it
//! measures them in one line, and what wraps must be told how high it stands.

use ttf_parser::Face;

/// Characters from here on are Chinese ones and their signs: one em wide.
const CHINESE: u32 = 0x3000;

/// How far each character of the bundled faces goes on, in ems.
#[derive(Clone, Debug)]
pub(crate) struct Letters {
    regular: Vec<f32>,
    bold: Vec<f32>,
}

impl Letters {
    /// Reads both faces.
    ///
    /// # Errors
    /// A file is no font.
    pub(crate) fn read(
        regular: &[u8],
        bold: &[u8],
    ) -> Result<Letters, ttf_parser::FaceParsingError> {
        Ok(Letters { regular: advances(regular)?, bold: advances(bold)? })
    }

    /// How wide words are in ems on one line.
    pub(crate) fn width(&self, words: &str, bold: bool) -> f32 {
        let face = if bold { &self.bold } else { &self.regular };
        words.chars().map(|c| face.get(c as usize).copied().unwrap_or(1.0)).sum()
    }

    /// How many lines words fill in so many ems.
    pub(crate) fn lines(&self, words: &str, bold: bool, room: f32) -> f32 {
        let mut filling = Filling::new(room);
        for piece in pieces(words) {
            self.fill(&mut filling, piece, bold);
        }
        filling.lines
    }

    /// Sets one more piece on the lines.
    pub(super) fn fill(&self, filling: &mut Filling, piece: &str, bold: bool) {
        let whole = self.width(piece, bold);
        let shown = self.width(piece.trim_end(), bold);
        filling.add(whole, shown);
    }
}

/// Lines that are being filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filling {
    /// How wide a line is, in ems.
    room: f32,
    /// Lines so far.
    pub(super) lines: f32,
    /// How far the last one is filled.
    used: f32,
}

impl Filling {
    pub(super) fn new(room: f32) -> Filling {
        Filling { room, lines: 1.0, used: 0.0 }
    }

    /// How much of the room of so many lines is taken, 1 when they are full.
    pub(super) fn share(&self, most: f32) -> f32 {
        ((self.lines - 1.0) * self.room + self.used) / (most * self.room)
    }

    fn add(&mut self, whole: f32, shown: f32) {
        if self.used > 0.0 && self.used + shown > self.room {
            self.lines += 1.0;
            self.used = 0.0;
        }
        // A word longer than a line is broken where the line ends.
        let more = ((shown / self.room).ceil() - 1.0).max(0.0);
        self.lines += more;
        self.used += whole - more * self.room;
    }
}

fn advances(font: &[u8]) -> Result<Vec<f32>, ttf_parser::FaceParsingError> {
    let face = Face::parse(font, 0)?;
    let em = f32::from(face.units_per_em());
    let advance = |code: u32| -> Option<f32> {
        let glyph = face.glyph_index(char::from_u32(code)?)?;
        Some(f32::from(face.glyph_hor_advance(glyph)?) / em)
    };
    Ok((0..CHINESE).map(|code| advance(code).unwrap_or(1.0)).collect())
}

/// Signs that never begin a line.
pub(crate) const NEVER_FIRST: &str = "，。、；：！？）》」』】〉”’…—·・％,.;:!?)]}%";
/// Signs that never end a line.
pub(crate) const NEVER_LAST: &str = "（《「『【〈“‘([{¥￥$#";

/// The pieces between which a line may end.
pub(super) fn pieces(words: &str) -> impl Iterator<Item = &str> {
    let mut starts: Vec<usize> = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in words.char_indices() {
        let may = before.is_some_and(|before| {
            let apart = before == ' ' || before == '-' || !before.is_ascii() || !c.is_ascii();
            apart && c != ' ' && !NEVER_FIRST.contains(c) && !NEVER_LAST.contains(before)
        });
        if may {
            starts.push(at);
        }
        before = Some(c);
    }
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([words.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| &words[start..end])
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::LazyLock;

    use super::*;

    /// Both faces that come with Liyi.
    pub(in crate::game::theme) fn letters() -> &'static Letters {
        static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
            let fonts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
            let read = |name: &str| std::fs::read(fonts.join(name)).unwrap();
            Letters::read(&read("NotoSansSC-Regular.otf"), &read("NotoSansSC-Bold.otf")).unwrap()
        });
        &LETTERS
    }

    #[test]
    fn chinese_fills_an_em_and_latin_less() {
        let letters = letters();
        assert_eq!(letters.width("您好，", false), 3.0);
        let (thin, wide) = (letters.width("illi", false), letters.width("mwmw", false));
        assert!(thin < 1.3 && wide > 3.0, "{thin} {wide}");
        assert!(letters.width("Hello", true) > letters.width("Hello", false));
    }

    #[test]
    fn lines_end_where_the_layout_ends_them() {
        let letters = letters();
        let lines = |words: &str, room: f32| letters.lines(words, false, room);
        assert_eq!(lines("您好", 2.0), 1.0);
        assert_eq!(lines("您好吗", 2.0), 2.0);
        // A full stop takes the character before it along.
        assert_eq!(lines("您好。", 2.0), 2.0);
        assert_eq!(lines("说（好）", 2.0), 3.0);
        assert_eq!(lines("good day", 2.5), 2.0);
        assert_eq!(lines("good day", 6.0), 1.0);
        // A word that no line holds is broken inside.
        assert_eq!(lines("mmmmm", 2.0), 3.0);
        assert_eq!(lines("", 2.0), 1.0);
    }
}
