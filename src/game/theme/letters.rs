//! How wide words are and where their lines end, before the layout knows: it
//! measures them in one line, and what wraps must be told how high it stands.

use ttf_parser::gsub::{SingleSubstitution, SubstitutionSubtable};
use ttf_parser::{Face, FaceParsingError, GlyphId, Tag};

use crate::standard::Lang;

/// Characters from here on are Chinese ones and their signs: one em wide.
const CHINESE: u32 = 0x3000;

/// The faces' feature that sets two Chinese signs in a row closer: ”， and not ” ，.
pub(super) const CLOSE_SIGNS: [u8; 4] = *b"chws";
/// Their feature that draws quotation marks, apostrophes and dots as English has
/// them. Without it they are as wide as a Chinese character.
pub(super) const NARROW_SIGNS: [u8; 4] = *b"pwid";

/// How far each character of the bundled faces goes on in one language, in ems.
#[derive(Clone, Debug)]
pub(crate) struct Letters {
    lang: Lang,
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
        lang: Lang,
    ) -> Result<Letters, FaceParsingError> {
        Ok(Letters { lang, regular: advances(regular, lang)?, bold: advances(bold, lang)? })
    }

    /// How wide words are in ems on one line.
    pub(crate) fn width(&self, words: &str, bold: bool) -> f32 {
        let face = if bold { &self.bold } else { &self.regular };
        let alone: f32 = words.chars().map(|c| face.get(c as usize).copied().unwrap_or(1.0)).sum();
        let pairs = words.chars().zip(words.chars().skip(1));
        alone - SHARED * pairs.filter(|pair| self.share_space(*pair)).count() as f32
    }

    /// Whether two signs in a row stand closer than two characters do.
    fn share_space(&self, (first, next): (char, char)) -> bool {
        let is_wide = |c: char| self.lang == Lang::Zh || c as u32 >= CHINESE;
        let opens = EMPTY_BEFORE.contains(next);
        let share = if EMPTY_AFTER.contains(first) {
            opens || EMPTY_AFTER.contains(next) || "·・\u{3000}".contains(next)
        } else {
            opens && EMPTY_BEFORE.contains(first)
        };
        share && is_wide(first) && is_wide(next)
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

fn advances(font: &[u8], lang: Lang) -> Result<Vec<f32>, FaceParsingError> {
    let face = Face::parse(font, 0)?;
    let em = f32::from(face.units_per_em());
    let advance = |code: u32| -> Option<f32> {
        let glyph = face.glyph_index(char::from_u32(code)?)?;
        let glyph = if lang == Lang::En { narrow(&face, glyph) } else { glyph };
        Some(f32::from(face.glyph_hor_advance(glyph)?) / em)
    };
    Ok((0..CHINESE).map(|code| advance(code).unwrap_or(1.0)).collect())
}

/// The glyph that stands for this one where signs are narrow; most stand for themselves.
fn narrow(face: &Face<'_>, glyph: GlyphId) -> GlyphId {
    let other = || {
        let table = face.tables().gsub?;
        let feature = table.features.find(Tag::from_bytes(&NARROW_SIGNS))?;
        feature.lookup_indices.into_iter().find_map(|index| {
            let subtables = table.lookups.get(index)?.subtables;
            subtables.into_iter::<SubstitutionSubtable<'_>>().find_map(|subtable| match subtable {
                SubstitutionSubtable::Single(SingleSubstitution::Format1 { coverage, delta }) => {
                    coverage.get(glyph)?;
                    Some(GlyphId(glyph.0.wrapping_add_signed(delta)))
                }
                SubstitutionSubtable::Single(SingleSubstitution::Format2 {
                    coverage,
                    substitutes,
                }) => substitutes.get(coverage.get(glyph)?),
                _ => None,
            })
        })
    };
    other().unwrap_or(glyph)
}

/// What two signs in a row save by sharing the space between them, in ems.
const SHARED: f32 = 0.5;
/// Signs whose right half is empty, and those whose left half is.
const EMPTY_AFTER: &str = "，。、；：！？）》」』】〉”’";
const EMPTY_BEFORE: &str = "（《「『【〈“‘";

/// Signs that never begin a line.
pub(crate) const NEVER_FIRST: &str = "，。、；：！？）》」』】〉”’…—·・％,.;:!?)]}%";
/// Signs that never end a line.
pub(crate) const NEVER_LAST: &str = "（《「『【〈“‘([{¥￥$#";

/// The pieces between which a line may end.
pub(super) fn pieces(words: &str) -> impl Iterator<Item = &str> {
    let mut starts: Vec<usize> = vec![0];
    let mut before: Option<char> = None;
    // An apostrophe is part of its word, as a letter is.
    let is_latin = |c: char| c.is_ascii() || c == '’';
    for (at, c) in words.char_indices() {
        let may = before.is_some_and(|before| {
            let apart = before == ' ' || before == '-' || !is_latin(before) || !is_latin(c);
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

    fn shipped(lang: Lang) -> Letters {
        let fonts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
        let read = |name: &str| std::fs::read(fonts.join(name)).unwrap();
        let (regular, bold) = (read("NotoSansSC-Regular.otf"), read("NotoSansSC-Bold.otf"));
        Letters::read(&regular, &bold, lang).unwrap()
    }

    /// Both faces that come with Liyi, as Chinese is set in them.
    pub(in crate::game::theme) fn letters() -> &'static Letters {
        static LETTERS: LazyLock<Letters> = LazyLock::new(|| shipped(Lang::Zh));
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
    fn signs_in_a_row_share_their_space() {
        let width = |words: &str| letters().width(words, false);
        assert_eq!(width("“好”，"), 3.5);
        assert_eq!(width("好。”“好"), 4.0);
        assert_eq!(width("（《好》）。"), 4.5);
        assert_eq!(width("好，好"), 3.0);
        assert_eq!(width("好“好"), 3.0);
    }

    #[test]
    fn english_signs_are_narrow_and_share_nothing() {
        let english = shipped(Lang::En);
        for bold in [false, true] {
            let width = |words: &str| english.width(words, bold);
            assert!(width("“”‘’") < 2.0, "{}", width("“”‘’"));
            assert_eq!(width("“”"), width("“") + width("”"));
            assert_eq!(width("好。”"), 2.0 + width("”"));
            // The marks of a keyboard are as they were.
            assert_eq!(width("it's (so)"), letters().width("it's (so)", bold));
        }
        let apostrophe = letters().width("it’s", false) - letters().width("its", false);
        assert!((apostrophe - 1.0).abs() < 1e-4, "{apostrophe}");
    }

    #[test]
    fn no_line_ends_in_a_word_with_an_apostrophe() {
        let parts = |words| pieces(words).collect::<Vec<_>>();
        assert_eq!(parts("it’s “ours”, yes"), ["it’s ", "“ours”, ", "yes"]);
        assert_eq!(parts("他说“好”就走"), ["他", "说", "“好”", "就", "走"]);
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
