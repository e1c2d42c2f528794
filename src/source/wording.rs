//! What ron wanted of a file, in an author's words and in both languages.

use ron::error::Error;

use super::{Text, shorten, tidy};
use crate::say;

/// What ron wanted, for the complaints that are about grammar.
pub(super) fn expectation(error: &Error) -> Text {
    match error {
        Error::ExpectedArray => say!("方括号里的列表：[ … ]", "a list in square brackets: [ … ]"),
        Error::ExpectedArrayEnd => say!("`,` 或者 `]`", "`,` or `]`"),
        Error::ExpectedMap => {
            say!("花括号里的名字和内容：{{ … }}", "names with values in curly brackets: {{ … }}")
        }
        Error::ExpectedMapEnd => say!("`,` 或者 `}}`", "`,` or `}}`"),
        Error::ExpectedMapColon => {
            say!("名字和内容之间写 `:`", "`:` between a name and its value")
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            say!("`)`：后面不该再有别的值", "`)`: there is no further value here")
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            say!("圆括号里的字段：( … )", "fields in round brackets: ( … )")
        }
        Error::ExpectedString => {
            say!("直引号里的文字：\" … \"", "text in straight quotation marks: \" … \"")
        }
        Error::ExpectedBoolean => say!("`true` 或者 `false`", "`true` or `false`"),
        Error::ExpectedInteger => whole_number(),
        Error::ExpectedFloat => say!("一个数", "a number"),
        Error::ExpectedIdentifier => {
            say!("一个不加引号的词", "a bare word, without quotes")
        }
        Error::ExpectedDifferentStructName { .. } => {
            say!("直接写 `(`，前面不要词", "`(` with no word before it")
        }
        other => wanted(&other.to_string()),
    }
}

pub(super) fn whole_number() -> Text {
    say!("一个整数", "a whole number")
}

/// What a value should have been, as the readers of this program and serde say
/// it in English.
const WANTED: &[(&str, &str)] = &[
    ("text: \"…\" or (zh: \"…\", en: \"…\")", "文字：\"…\"，或者 (zh: \"…\", en: \"…\")"),
    ("a whole number or the name of one in quotes", "一个整数，或者引号里的一个数的名字"),
    ("a whole number, or a time of day such as \"08:28\"", "一个整数，或者像 \"08:28\" 这样的钟点"),
    ("a word in quotes or a whole number", "引号里的一个词，或者一个整数"),
    ("a number between -100 and 100", "-100 到 100 之间的数"),
    ("a number with at most one decimal", "最多一位小数的数"),
    ("number too large", "小一些的数：这个数太大了"),
    ("a string", "引号里的文字"),
    ("a boolean", "`true` 或者 `false`"),
    ("a map", "花括号里的名字和内容"),
    ("a sequence", "方括号里的列表"),
    ("an array", "方括号里的列表"),
];

/// What was wanted, told in English by whoever reads the value. What nobody
/// here knows stays English behind a word of Chinese.
pub(super) fn wanted(english: &str) -> Text {
    let rest = english.strip_prefix("Expected ").or(english.strip_prefix("expected "));
    let en = rest.unwrap_or(english);
    let zh = match WANTED.iter().find(|(known, _)| *known == en) {
        Some((_, zh)) => (*zh).to_owned(),
        None => format!("这里能用的内容（{en}）"),
    };
    tidy(&Text::new(zh, en))
}

/// `tuple variant Step::Enter with 2 elements` in plainer words.
pub(super) fn length(expected: &str) -> Text {
    let plain = expected.strip_prefix("tuple variant ").unwrap_or(expected);
    let parts = plain.split_once(" with ").or(plain.split_once(" of size ")).and_then(|parts| {
        let count: usize = parts.1.split(' ').next()?.parse().ok()?;
        Some((parts.0.rsplit("::").next().unwrap_or(parts.0), count))
    });
    let s = |count: usize| if count == 1 { "" } else { "s" };
    match parts {
        Some((word, count)) if plain != expected => {
            let s = s(count);
            say!("`{word}` 里写 {count} 个值", "`{word}` with {count} value{s}")
        }
        Some((_, count)) => {
            let s = s(count);
            say!("{count} 个值", "{count} value{s}")
        }
        None => wanted(expected),
    }
}

/// One of these names, whatever they are the names of.
pub(super) fn one_of(names: &[&str]) -> Text {
    match names {
        [] => say!("这里什么名字都不写", "no name at all here"),
        [only] => say!("只有 `{only}`", "`{only}`"),
        many => {
            let many = Text::list(many);
            say!("{many} 之一", "one of {many}"; many)
        }
    }
}

/// The word before a name that is none of the right ones.
pub(super) fn unknown(what: &Text, name: &str) -> Text {
    let name = shorten(name);
    say!("没有 `{name}` 这个{what}", "the unknown {what} `{name}`"; what)
}
