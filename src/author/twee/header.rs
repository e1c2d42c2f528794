//! A passage's header line: name, tags and metadata, with their escapes.

use serde_json::Value;

use crate::say;
use crate::source::Text;

/// What a header line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) name: String,
    pub(super) tags: Vec<String>,
    /// `x,y` of the passage's tile.
    pub(super) position: Option<String>,
    /// Width and height of the tile.
    pub(super) size: Option<String>,
    /// Metadata was there and could not be used; it was left out, as the
    /// specification recommends.
    pub(super) bad_metadata: Option<Text>,
}

/// What is wrong with a header line, and what belongs there.
pub(super) type Wrong = (Text, Text);

/// Reads what follows `::` on a header line.
pub(super) fn read(line: &str) -> Result<Header, Wrong> {
    let (name, rest) = name(line)?;
    if name.is_empty() {
        let found = say!("段落没有名称", "a passage without a name");
        return Err((found, say!("`::` 后面写名称", "a name after `::`")));
    }
    let mut header = Header { name, ..Header::default() };
    let mut rest = rest.trim_start();
    if let Some(block) = rest.strip_prefix('[') {
        let (tags, after) = tags(block)?;
        header.tags = tags;
        rest = after.trim_start();
    }
    if rest.starts_with('{') {
        metadata(rest.trim_end(), &mut header);
    } else if !rest.trim().is_empty() {
        return Err((
            say!("标签后面还有字", "words after the tags"),
            say!(
                "标签后面只有 `{{…}}` 元数据；名称里的括号写成 \\[ 和 \\]",
                "nothing but `{{…}}` metadata after them; write \\[ and \\] for brackets in a name"
            ),
        ));
    }
    Ok(header)
}

/// The name up to an unescaped `[` or `{`, and what follows it.
fn name(line: &str) -> Result<(String, &str), Wrong> {
    let mut chars: Vec<(char, bool)> = Vec::new();
    let mut rest = "";
    let mut each = line.char_indices();
    while let Some((at, c)) = each.next() {
        match c {
            '\\' => match each.next() {
                Some((_, c)) => chars.push((c, true)),
                None => {
                    let found = say!("名称末尾有一个 \\", "a \\ at the end of the name");
                    return Err((found, say!("反斜杠写成 \\\\", "\\\\ for a backslash")));
                }
            },
            '[' | '{' => {
                rest = &line[at..];
                break;
            }
            ']' | '}' => {
                return Err((
                    say!("右括号没有配对的左括号", "a closing bracket that nothing opened"),
                    say!(
                        "名称里的括号写成 \\] 或 \\}}",
                        "\\] or \\}} for a bracket in a passage's name"
                    ),
                ));
            }
            c => chars.push((c, false)),
        }
    }
    let blank = |(c, escaped): &(char, bool)| c.is_whitespace() && !escaped;
    let first = chars.iter().position(|c| !blank(c)).unwrap_or(chars.len());
    let last = chars.iter().rposition(|c| !blank(c)).map_or(first, |at| at + 1);
    Ok((chars[first..last].iter().map(|(c, _)| c).collect(), rest))
}

/// The tags of a block that has been opened, and what follows its end.
fn tags(block: &str) -> Result<(Vec<String>, &str), Wrong> {
    let mut tags = Vec::new();
    let mut tag = String::new();
    let mut each = block.char_indices();
    while let Some((at, c)) = each.next() {
        match c {
            '\\' => tag.extend(each.next().map(|(_, c)| c)),
            ']' => {
                tags.push(tag);
                tags.retain(|tag| !tag.is_empty());
                return Ok((tags, &block[at + 1..]));
            }
            c if c.is_whitespace() => tags.push(std::mem::take(&mut tag)),
            c => tag.push(c),
        }
    }
    let found = say!("标签没有右括号", "tags without a closing bracket");
    Err((found, say!("标签末尾写 ]", "] at the end of the tags")))
}

fn metadata(block: &str, header: &mut Header) {
    let Ok(Value::Object(map)) = serde_json::from_str::<Value>(block) else {
        header.bad_metadata = Some(say!("元数据不是 JSON 对象", "metadata that is no JSON object"));
        return;
    };
    for (key, value) in map {
        let pair = value.as_str().filter(|pair| is_pair(pair)).map(str::to_owned);
        match (key.as_str(), pair) {
            ("position", Some(pair)) => header.position = Some(pair),
            ("size", Some(pair)) => header.size = Some(pair),
            ("position" | "size", None) => {
                header.bad_metadata =
                    Some(say!("{key} 不是两个数", "a {key} that is not two numbers"));
            }
            _ => {}
        }
    }
}

/// Two numbers with a comma between them.
fn is_pair(words: &str) -> bool {
    let number = |n: &str| n.trim().parse::<f64>().is_ok_and(f64::is_finite);
    words.split_once(',').is_some_and(|(x, y)| number(x) && number(y))
}

/// A name or tag as a header writes it.
pub(super) fn escape(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if matches!(c, '\\' | '[' | ']' | '{' | '}') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
