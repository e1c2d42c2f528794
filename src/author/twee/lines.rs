//! Lines of a passage: who speaks, what is only decoration, which language it is.

use crate::source::is_chinese;

/// The longest name before a colon, in characters, of Chinese and of others.
const LONGEST: (usize, usize) = (10, 30);

/// Words before a colon that nobody is called.
const HEADINGS: [&str; 16] = [
    "注意", "提示", "备注", "说明", "时间", "地点", "公告", "通知", "标题", "例如", "Note",
    "Notice", "Time", "Place", "Scene", "Warning",
];

/// The longest HTML tag that is taken away, in bytes.
const LONGEST_TAG: usize = 200;

/// Whether a text is Chinese: any Chinese character makes it so.
pub(super) fn in_chinese(text: &str) -> bool {
    text.chars().any(is_chinese)
}

/// `Name: words` or `名字：话`: who speaks, and what. With names given, only
/// those speak; without, a short name without punctuation does.
pub(super) fn speaker<'l>(line: &'l str, names: &[String]) -> Option<(&'l str, &'l str)> {
    let at = line.find([':', '：'])?;
    let (name, rest) = line.split_at(at);
    let mut rest = rest.chars();
    let colon = rest.next()?;
    let (name, words) = (name.trim(), rest.as_str());
    if words.trim().is_empty() {
        return None;
    }
    if !names.is_empty() {
        return names.iter().any(|n| n == name).then(|| (name, words.trim()));
    }
    let chinese = in_chinese(name);
    // After a Western colon comes a space; 10:30 and https:// have none.
    let spaced = colon == '：' || chinese || words.starts_with(char::is_whitespace);
    (spaced && is_name(name, chinese)).then(|| (name, words.trim()))
}

fn is_name(name: &str, chinese: bool) -> bool {
    let count = name.chars().count();
    if HEADINGS.contains(&name) {
        return false;
    }
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '.' | '·');
    if !name.chars().all(plain) {
        return false;
    }
    if chinese {
        // 他说：“……” is told, not spoken by somebody called 他说.
        let told = name.ends_with(['说', '道', '问', '答', '喊', '叫', '写', '是', '着']);
        return count <= LONGEST.0 && !told && name.chars().next().is_some_and(is_chinese);
    }
    let words = name.split_whitespace().count();
    count <= LONGEST.1 && words <= 4 && name.starts_with(char::is_uppercase)
}

/// Whether a name means the trainee.
pub(super) fn is_you(name: &str) -> bool {
    matches!(name, "你" | "我" | "You" | "Me" | "I")
}

/// Text without the formatting of story formats: bold, italics, HTML tags.
pub(super) fn plain(text: &str) -> String {
    without_braces(&pairs(&pairs(&without_tags(text), "''"), "//"))
}

/// Braces mean placeholders in a scenario; in a story's words they become wide.
pub(super) fn without_braces(text: &str) -> String {
    text.replace('{', "｛").replace('}', "｝")
}

/// Without `<b>`, `</span>` and the like; `<br>` starts a new line.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let tail = &rest[open..];
        let inside = tail[1..].strip_prefix('/').unwrap_or(&tail[1..]);
        let named = inside.starts_with(|c: char| c.is_ascii_alphabetic());
        // A tag ends on its line; where none does, the sign is one of the text.
        let near = &tail[..tail.floor_char_boundary(LONGEST_TAG)];
        let end = if named { near.find(['>', '\n']) } else { None };
        match end.filter(|end| tail[*end..].starts_with('>')) {
            Some(end) => {
                if inside.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br")) {
                    out.push('\n');
                }
                rest = &tail[end + 1..];
            }
            None => {
                out.push('<');
                rest = &tail[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Takes away pairs of a mark around words of one line.
fn pairs(text: &str, mark: &str) -> String {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let parts: Vec<&str> = line.split(mark).collect();
        let address = mark == "//" && line.contains("://");
        lines.push(if parts.len() % 2 == 1 && !address { parts.concat() } else { line.to_owned() });
    }
    lines.join("\n")
}

/// A line without the marks of a list, a heading or a quotation before it.
pub(super) fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches(['*', '#', '>', '•', '·', '!']);
    let rest = match rest.strip_prefix('-') {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest,
        _ => rest,
    };
    rest.trim()
}

#[cfg(test)]
mod tests {
    use super::{plain, speaker, without_bullet};

    #[test]
    fn a_short_name_before_a_colon_speaks() {
        let said = |line| speaker(line, &[]);
        assert_eq!(said("徐大为：我没说完呢！"), Some(("徐大为", "我没说完呢！")));
        assert_eq!(said("Xu Dawei: Let me finish."), Some(("Xu Dawei", "Let me finish.")));
        assert_eq!(said("岑女士: 您好"), Some(("岑女士", "您好")));
        for told in [
            "他说：“您好。”",
            "It is 10:30 now.",
            "See https://example.org",
            "他把账单推过来，松了手：没说话。",
            "你怎么做：",
            "and then: nothing",
            "注意：她手里提着三件行李。",
        ] {
            assert_eq!(said(told), None, "{told}");
        }
        let names = ["郭岚".to_owned()];
        assert_eq!(speaker("郭岚：喂？", &names), Some(("郭岚", "喂？")));
        assert_eq!(speaker("公告：今天停业。", &names), None);
    }

    #[test]
    fn formatting_is_taken_away() {
        assert_eq!(
            plain("a ''bold'' and //slanted// <b>word</b><br>{x}"),
            "a bold and slanted word\n｛x｝"
        );
        assert_eq!(plain("https://a.b//c 1 < 2"), "https://a.b//c 1 < 2");
        assert_eq!(without_bullet("* point"), "point");
        assert_eq!(without_bullet(" - point"), "point");
        assert_eq!(without_bullet("-5 degrees"), "-5 degrees");
    }
}
