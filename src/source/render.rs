//! A finding drawn for the terminal: the line, a caret under the place, the advice.

use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::excerpt::token_length;
use super::{Finding, Lang, SourceFile};

/// Lines longer than this are cut before they are drawn, in characters; shorter
/// ones are fitted to the terminal by the renderer.
const WIDEST: usize = 1000;

impl Finding {
    /// The finding with an excerpt of its file, in plain characters.
    pub fn render(&self, source: &SourceFile, lang: Lang) -> String {
        self.draw(Some(source), &Renderer::plain(), lang)
    }

    /// The finding with an excerpt, in the terminal's colours.
    pub fn render_coloured(&self, source: &SourceFile, lang: Lang) -> String {
        self.draw(Some(source), &Renderer::styled(), lang)
    }

    /// The finding without an excerpt: its file could not be read as text.
    pub fn render_bare(&self, lang: Lang) -> String {
        self.draw(None, &Renderer::plain(), lang)
    }

    fn draw(&self, source: Option<&SourceFile>, renderer: &Renderer, lang: Lang) -> String {
        let words = Words::of(lang);
        let found = normalize_untrusted_str(self.found.get(lang));
        let expected = normalize_untrusted_str(self.expected.get(lang));
        let expected = format!("{}{expected}", words.expected);
        let excerpt = source.and_then(|s| Drawn::of(s, self.line, self.column));
        let mut group = Group::with_title(words.error.primary_title(found.as_str()).id(self.code));
        let origin = Origin::path(&*self.file);
        match &excerpt {
            Some(excerpt) => {
                let mark = AnnotationKind::Primary.span(excerpt.span.clone());
                let mut snippet = Snippet::source(excerpt.text.as_str())
                    .line_start(self.line)
                    .annotation(mark.label(expected.as_str()));
                // The renderer counts the column in what it is shown, so the
                // place of a cut line has to be said beside it.
                if excerpt.cut {
                    group = group.element(origin.line(self.line).char_column(self.column));
                } else {
                    snippet = snippet.path(&*self.file);
                }
                group = group.element(snippet);
            }
            None => {
                let note = words.note.clone().message(expected.as_str());
                group = group.element(if self.line > 0 {
                    origin.line(self.line).char_column(self.column)
                } else {
                    origin
                });
                group = group.element(note);
            }
        }
        let meant =
            self.nearest.as_ref().map(|n| words.meant.replace("{}", &normalize_untrusted_str(n)));
        if let Some(meant) = &meant {
            group = group.element(words.help.clone().message(meant.as_str()));
        }
        renderer.render(&[group])
    }
}

/// What is drawn beside the author's own words.
struct Words {
    error: Level<'static>,
    note: Level<'static>,
    help: Level<'static>,
    expected: &'static str,
    meant: &'static str,
}

impl Words {
    fn of(lang: Lang) -> Words {
        match lang {
            Lang::Zh => Words {
                error: Level::ERROR.with_name("错误"),
                note: Level::NOTE.with_name("说明"),
                help: Level::HELP.with_name("提示"),
                expected: "要求：",
                meant: "是不是想写 `{}`？",
            },
            Lang::En => Words {
                error: Level::ERROR,
                note: Level::NOTE,
                help: Level::HELP,
                expected: "expected ",
                meant: "did you mean `{}`?",
            },
        }
    }
}

/// The part of a line that is drawn, and the bytes of it that are marked.
struct Drawn {
    text: String,
    span: std::ops::Range<usize>,
    cut: bool,
}

impl Drawn {
    fn of(source: &SourceFile, line: usize, column: usize) -> Option<Drawn> {
        let whole = source.text.lines().nth(line.checked_sub(1)?)?;
        let chars: Vec<char> = whole.chars().collect();
        let at = column.checked_sub(1)?.min(chars.len());
        let length = token_length(&chars[at..]);
        let (first, last) = if chars.len() <= WIDEST {
            (0, chars.len())
        } else {
            let first = at.saturating_sub(20);
            (first, (first + 100).min(chars.len()))
        };
        let mut text = String::new();
        if first > 0 {
            text.push('…');
        }
        text.extend(&chars[first..at]);
        let start = text.len();
        text.extend(&chars[at..(at + length).min(last)]);
        let end = text.len();
        text.extend(&chars[(at + length).min(last)..last]);
        if last < chars.len() {
            text.push('…');
        }
        Some(Drawn { text, span: start..end, cut: chars.len() > WIDEST })
    }
}
