//! Words in both of Liyi's languages, as authors write them and as shells show them.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

/// A language of the interface and of authored text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Simplified Chinese (`zh-Hans`), the language Liyi is written for first.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Chinese first.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The short code used on the command line: `zh` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The BCP 47 tag that names this language's locale folder.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-Hans",
            Lang::En => "en",
        }
    }

    /// Reads `zh`, `zh-CN`, `zh_CN.UTF-8`, `en-GB` and the like.
    pub fn parse(text: &str) -> Option<Lang> {
        let lower = text.to_ascii_lowercase();
        if lower.starts_with("zh") {
            Some(Lang::Zh)
        } else if lower.starts_with("en") {
            Some(Lang::En)
        } else {
            None
        }
    }
}

/// One authored piece of text in both languages.
///
/// In RON it is either one string, the same in both (`"3 G"`), or both side by
/// side (`(zh: "您好", en: "Good morning")`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The two halves of one text.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Text {
        Text { zh: zh.into(), en: en.into() }
    }

    /// The same words in both languages: a number, a code, a brand.
    pub fn same(text: impl Into<String>) -> Text {
        let zh = text.into();
        Text { en: zh.clone(), zh }
    }

    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Whether there is nothing to show in either language.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }

    /// Several words one after another, as each language lists them.
    pub fn list<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> Text {
        let words: Vec<S> = words.into_iter().collect();
        let joined =
            |between: &str| words.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(between);
        Text { zh: joined("、"), en: joined(", ") }
    }

    /// The same change made to both halves.
    pub fn map(&self, change: impl Fn(Lang, &str) -> String) -> Text {
        Text { zh: change(Lang::Zh, &self.zh), en: change(Lang::En, &self.en) }
    }
}

/// Words of the program's own in both languages, the Chinese first. Both are
/// formats: what stands in braces is filled in as by [`format!`]. Texts named
/// behind a semicolon give each half their own half.
///
/// ```text
/// let (count, what) = (3, Text::new("选项", "options"));
/// say!("只有 {count} 个{what}", "{count} {what}"; what)  // 只有 3 个选项 · 3 options
/// ```
#[macro_export]
macro_rules! say {
    ($zh:literal, $en:literal $(,)?) => {
        $crate::source::Text { zh: ::std::format!($zh), en: ::std::format!($en) }
    };
    ($zh:literal, $en:literal; $($half:ident),+ $(,)?) => {
        $crate::source::Text {
            zh: { $(let $half = &$half.zh;)+ ::std::format!($zh) },
            en: { $(let $half = &$half.en;)+ ::std::format!($en) },
        }
    };
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

/// English with the quotation marks of print, however they were typed: what
/// stands before a straight one says whether it opens or closes.
pub fn curl_quotes(english: &str) -> String {
    let mut before = ' ';
    let curl = |c| {
        let opens = before.is_whitespace() || "([{“‘—–/".contains(before);
        before = match c {
            '"' if opens => '“',
            '"' => '”',
            '\'' if opens => '‘',
            '\'' => '’',
            _ => c,
        };
        before
    };
    english.chars().map(curl).collect()
}

/// Whether this is a Chinese character; signs are none.
pub(crate) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}')
}

/// Words with every `{name}` replaced that `value` knows; the rest stays as written.
pub(crate) fn fill(words: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, more)) => {
                out.push_str(&value(name).unwrap_or_else(|| format!("{{{name}}}")));
                rest = more;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

/// The names that stand in braces in a text.
pub(crate) fn names_in(words: &str) -> impl Iterator<Item = &str> {
    words.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0))
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(r#"text: "…" or (zh: "…", en: "…")"#)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::same(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let (mut zh, mut en) = (None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "zh" => zh = Some(map.next_value()?),
                "en" => en = Some(map.next_value()?),
                other => return Err(de::Error::unknown_field(other, &["zh", "en"])),
            }
        }
        let en: String = en.ok_or_else(|| de::Error::missing_field("en"))?;
        Ok(Text { zh: zh.ok_or_else(|| de::Error::missing_field("zh"))?, en: curl_quotes(&en) })
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, curl_quotes};

    #[test]
    fn straight_quotes_become_those_of_print() {
        let curled = [
            ("\"It's ours\": own it first.", "“It’s ours”: own it first."),
            ("She said (\"'Yes', he told me\").", "She said (“‘Yes’, he told me”)."),
            ("{name}'s card — \"mine\"", "{name}’s card — “mine”"),
            ("“Already” so, isn’t it?", "“Already” so, isn’t it?"),
            ("", ""),
        ];
        for (typed, printed) in curled {
            assert_eq!(curl_quotes(typed), printed);
        }
    }

    #[test]
    fn each_half_is_filled_with_its_own_half() {
        let (count, what) = (3, Text::new("选项", "options"));
        let said = say!("只有 {count} 个{what}", "{count} {what}"; what);
        assert_eq!(said, Text::new("只有 3 个选项", "3 options"));
        assert_eq!(Text::list(["a", "b"]), Text::new("a、b", "a, b"));
    }
}
