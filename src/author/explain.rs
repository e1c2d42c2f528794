//! What each finding's code means, why it matters and how to mend it, in both languages.

use crate::source;
use crate::standard::Lang;

// Built in, so that a code can be explained where the assets are missing.
const EN: &str = include_str!("../../assets/locales/en/codes.md");
const ZH: &str = include_str!("../../assets/locales/zh-Hans/codes.md");

/// What is said of one code. The texts are a line each; code and words of the
/// format stand in backticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// The code, such as `unknown-beat`.
    pub code: &'static str,
    /// The heading that the code stands under.
    pub group: &'static str,
    /// What it means, in one line.
    pub meaning: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do about it.
    pub mend: &'static str,
    /// The shortest wrong and right lines, where an example helps.
    pub example: Option<Example>,
}

/// A wrong line and the same line mended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Example {
    pub wrong: &'static str,
    pub right: &'static str,
}

/// What the parts of an explanation are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labels {
    pub why: &'static str,
    pub mend: &'static str,
    pub wrong: &'static str,
    pub right: &'static str,
}

impl Labels {
    /// The names in a language; a page writes them between two `**`.
    pub fn of(lang: Lang) -> Labels {
        match lang {
            Lang::En => Labels { why: "Why:", mend: "Mend:", wrong: "Wrong:", right: "Right:" },
            Lang::Zh => Labels {
                why: "为什么：", mend: "怎么改：", wrong: "错：", right: "对："
            },
        }
    }
}

/// Every code's explanation, in the order of the page, group after group.
pub fn explanations(lang: Lang) -> Vec<Explanation> {
    let page = match lang {
        Lang::En => EN,
        Lang::Zh => ZH,
    };
    read(page, Labels::of(lang))
}

/// The explanation of one code.
pub fn explain(code: &str, lang: Lang) -> Option<Explanation> {
    explanations(lang).into_iter().find(|e| e.code == code)
}

/// The code that was probably meant by a word that is none.
pub fn nearest_code(word: &str) -> Option<String> {
    source::nearest(word, explanations(Lang::En).iter().map(|e| e.code))
}

/// Reads a page: `##` opens a group and `###` a code; the first paragraph is the
/// meaning, the others say by their label what they are. A paragraph is one line.
fn read(page: &'static str, labels: Labels) -> Vec<Explanation> {
    let mut all: Vec<Explanation> = Vec::new();
    let mut group = "";
    for line in page.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(code) = line.strip_prefix("### ") {
            all.push(Explanation { code, group, ..Explanation::default() });
        } else if let Some(title) = line.strip_prefix("## ") {
            group = title;
        } else if let Some(last) = all.last_mut() {
            let part = |label: &str| {
                line.strip_prefix("**")?.strip_prefix(label)?.strip_prefix("**").map(str::trim)
            };
            let code = |text: &'static str| text.trim_matches('`');
            let example = last.example.unwrap_or_default();
            if let Some(why) = part(labels.why) {
                last.why = why;
            } else if let Some(mend) = part(labels.mend) {
                last.mend = mend;
            } else if let Some(wrong) = part(labels.wrong) {
                last.example = Some(Example { wrong: code(wrong), ..example });
            } else if let Some(right) = part(labels.right) {
                last.example = Some(Example { right: code(right), ..example });
            } else {
                last.meaning = line;
            }
        }
    }
    all
}
