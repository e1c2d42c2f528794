//! Texts: nothing empty, nothing in one language only.

use crate::say;
use crate::source::{Path, is_chinese};
use crate::standard::{Lang, Text};

use super::Context;
use super::inventory::Need;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    if context.script.briefing.is_empty() {
        let path = Path::root().name("briefing");
        let found = say!("没有情景说明", "no briefing");
        report.key("empty-text", &path, found, say!("至少一段", "at least one paragraph"));
    }
    for used in &context.inventory.texts {
        let (text, need) = used.it;
        empty(text, need, &used.path, report);
        if need != Need::Spelling {
            untranslated(text, &used.path, report);
        }
    }
}

fn empty(text: &Text, need: Need, path: &Path<'_>, report: &mut Report<'_>) {
    let blank = |lang| text.get(lang).trim().is_empty();
    match (blank(Lang::Zh), blank(Lang::En)) {
        (true, true) if need == Need::Optional && text.is_empty() => {}
        (true, true) => {
            report.value("empty-text", path, say!("文字是空的", "an empty text"), words());
        }
        (true, false) => {
            let found = say!("没有中文", "no Chinese");
            report.value("empty-text", &path.name("zh"), found, words());
        }
        (false, true) => {
            let found = say!("没有英文", "no English");
            report.value("empty-text", &path.name("en"), found, words());
        }
        (false, false) => {}
    }
}

fn words() -> Text {
    say!("写上话", "words")
}

fn untranslated(text: &Text, path: &Path<'_>, report: &mut Report<'_>) {
    let zh = Words::of(&text.zh);
    let en = Words::of(&text.en);
    let (path, found) = if text.zh == text.en {
        if zh.chinese {
            (path.clone(), say!("只有中文，没有英文", "Chinese text without English"))
        } else if zh.latin > 1 {
            (path.clone(), say!("只有英文，没有中文", "English text without Chinese"))
        } else {
            return;
        }
    } else if en.chinese && en.latin == 0 {
        (path.name("en"), say!("该写英文的地方写了中文", "Chinese where English belongs"))
    } else if !zh.chinese && zh.latin > 3 {
        (path.name("zh"), say!("该写中文的地方写了英文", "English where Chinese belongs"))
    } else {
        return;
    };
    let expected =
        say!("两种语言都写：(zh: \"…\", en: \"…\")", "both languages: (zh: \"…\", en: \"…\")");
    report.value("untranslated", &path, found, expected);
}

/// What a text is made of, placeholders aside.
struct Words {
    chinese: bool,
    /// Words of at least two Latin letters.
    latin: usize,
}

impl Words {
    fn of(text: &str) -> Words {
        let mut words = Words { chinese: false, latin: 0 };
        let (mut inside, mut letters) = (0usize, 0usize);
        for c in text.chars() {
            match c {
                '{' => inside += 1,
                '}' => inside = inside.saturating_sub(1),
                _ => {}
            }
            let latin =
                inside == 0 && (c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c));
            letters = if latin { letters + 1 } else { 0 };
            if letters == 2 {
                words.latin += 1;
            }
            words.chinese |= inside == 0 && is_chinese(c);
        }
        words
    }
}
