//! Texts that do not fit their box at the largest text size, in either language.

use unicode_width::UnicodeWidthStr;

use crate::author::texts::Kind;
use crate::say;
use crate::scenario::script_texts;
use crate::source::{Locator, Part, SourceFile};
use crate::standard::Lang;

use super::{Context, language};

/// The most columns (a Chinese character is two) that fit the box of a kind of
/// text at 150 % in a window of 1280 × 720: two lines of speech, three of an
/// option, one of a label. What is read on a page that scrolls has no limit.
fn most(kind: Kind) -> Option<usize> {
    match kind.word {
        "prompt" | "says" | "say" | "tell" | "think" | "detail" => Some(150),
        "option" | "action" | "item" => Some(180),
        "position" => Some(72),
        "spot" | "choice" | "low" | "high" => Some(44),
        "title" => Some(40),
        "label" | "dial" | "mark" | "track" | "field" => Some(30),
        _ => None,
    }
}

pub(super) fn check(context: &mut Context<'_>, source: &SourceFile, locator: &Locator<'_>) {
    let script = context.scenario;
    for (path, text) in script_texts(script) {
        let Some(most) = most(Kind::of(source, locator, &path)) else { continue };
        let at = match path.parts() {
            [Part::Name("beats"), Part::Name(beat), ..] => *beat,
            _ => "",
        };
        for lang in Lang::ALL {
            let columns = text.get(lang).width();
            if columns > most {
                let language = language(lang);
                let found =
                    say!("{language}宽 {columns} 列", "{columns} columns of {language}"; language);
                let expected = say!(
                    "至多 {most} 列，最大字号才放得下",
                    "at most {most}, so that it fits at the largest text size"
                );
                context.slip("too-long", at, path.clone(), found, expected);
            }
        }
    }
}
