//! A first scenario for an author to change: small, commented, and whole.

use crate::say;
use crate::source::Text;

/// The scenario that every new one begins as; `@ID@` stands for its id.
const TEMPLATE: &str = include_str!("template.ron");

/// The most characters of an id: it is a file's name and stands in tables.
const LONGEST: usize = 40;

/// Why an id cannot be a scenario's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadId {
    /// The id that was asked for.
    pub id: String,
    /// What is wrong with it.
    pub why: Text,
    /// The nearest id that would do, if there is one.
    pub proposal: Option<String>,
}

impl BadId {
    /// What is wrong, and which id to take.
    pub fn said(&self) -> Text {
        let BadId { id, why, proposal } = self;
        let better = proposal.as_deref().unwrap_or("s05-first-visit");
        say!(
            "`{id}` 不能作情景的 id：{why}；用小写字母 a–z、数字和单个连字符，字母开头，比如 `{better}`",
            "`{id}` cannot be a scenario's id: {why}; take small letters a–z, digits and single \
             hyphens, a letter first, such as `{better}`";
            why
        )
    }
}

/// The text of a new scenario with this id: two beats, one variation, two
/// endings, and remarks in both languages on what everything is for.
///
/// # Errors
/// The id is not one that is the same on every machine and in every shell.
pub fn new_scenario(id: &str) -> Result<String, BadId> {
    match wrong(id) {
        None => Ok(TEMPLATE.replace("@ID@", id)),
        Some(why) => {
            let proposal = proposal(id);
            Err(BadId { id: id.to_owned(), why, proposal })
        }
    }
}

/// What is wrong with an id, if anything.
fn wrong(id: &str) -> Option<Text> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() {
        Some(say!("它是空的", "it is empty"))
    } else if id.to_ascii_lowercase().ends_with(".ron") {
        Some(say!("结尾的 `.ron` 会自动加上", "the ending `.ron` is added by itself"))
    } else if let Some(odd) = id.chars().find(|c| !allowed(*c)) {
        Some(match odd {
            ' ' => say!("里面有空格", "it has a space in it"),
            'A'..='Z' => say!("里面有大写字母", "it has a capital letter in it"),
            '/' | '\\' => say!(
                "这是路径（文件夹用 --dir 指定）",
                "it is a path (the folder is given with --dir)"
            ),
            '_' => say!("里面有下划线", "it has an underscore in it"),
            _ => say!(
                "里面有的字符不是每台机器都能用在文件名里",
                "it has a character in it that not every machine takes in a file's name"
            ),
        })
    } else if !id.starts_with(|c: char| c.is_ascii_lowercase()) {
        Some(say!("开头不是字母", "it does not begin with a letter"))
    } else if id.ends_with('-') || id.contains("--") {
        Some(say!("有个连字符什么也没连", "a hyphen in it joins nothing"))
    } else if id.len() > LONGEST {
        Some(say!("超过 40 个字符", "it is longer than 40 characters"))
    } else if ["con", "prn", "aux", "nul"].contains(&id) {
        Some(say!("Windows 自己要用这个名字", "Windows keeps this name for itself"))
    } else {
        None
    }
}

/// The id somebody may have meant.
fn proposal(id: &str) -> Option<String> {
    let lower = id.to_ascii_lowercase();
    let name = lower.strip_suffix(".ron").unwrap_or(&lower);
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let words: Vec<&str> =
        name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut joined = words.join("-");
    joined.truncate(LONGEST);
    let joined = joined.trim_end_matches('-').to_owned();
    wrong(&joined).is_none().then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_ids_are_taken_as_they_are() {
        for id in ["s05-first-visit", "a", "tea", "x9-y-10"] {
            assert!(new_scenario(id).unwrap().contains(&format!("    id: \"{id}\",\n")), "{id}");
        }
        assert!(!new_scenario("tea").unwrap().contains('@'));
    }

    #[test]
    fn bad_ids_are_refused_with_what_may_have_been_meant() {
        let long = "s".repeat(41);
        let cases = [
            ("", "empty", None),
            ("S05-Tea", "capital", Some("s05-tea")),
            ("my tea", "space", Some("my-tea")),
            ("my_tea", "underscore", Some("my-tea")),
            ("tea.ron", ".ron", Some("tea")),
            ("scenarios/tea", "path", Some("tea")),
            ("..\\tea", "not every machine", Some("tea")),
            ("茶", "not every machine", None),
            ("5th-visit", "begin with a letter", None),
            ("tea-", "hyphen", Some("tea")),
            ("tea--two", "hyphen", Some("tea-two")),
            (long.as_str(), "longer", Some(&long[..40])),
            ("nul", "Windows", None),
        ];
        for (id, why, proposal) in cases {
            let bad = new_scenario(id).unwrap_err();
            assert!(bad.why.en.contains(why), "{id}: {}", bad.why.en);
            assert_eq!(bad.proposal.as_deref(), proposal, "{id}");
            let said = bad.said().en;
            assert!(said.contains(proposal.unwrap_or("s05-first-visit")), "{said}");
        }
    }
}
