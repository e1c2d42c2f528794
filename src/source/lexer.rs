//! RON cut into tokens, forgivingly: any text at all has tokens.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Quoted text, raw or not, with its quotes.
    Text { closed: bool },
    /// A character in single quotes.
    Char,
    /// A field, variant or other bare word.
    Word,
    /// Anything that starts like a number.
    Number,
    /// `( ) [ ] { } , : # !` and other ASCII marks.
    Mark(char),
    /// A character that has no meaning outside quotes.
    Odd(char),
    /// A block comment without an end.
    OpenComment,
}

/// A token's kind and its bytes in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// All tokens of a text, without white space and comments.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let start = at;
        let kind = if c.is_whitespace() && super::characters::ascii_for(c).is_none() {
            at += c.len_utf8();
            continue;
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
            continue;
        } else if rest.starts_with("/*") {
            match block_comment(rest) {
                Some(length) => {
                    at += length;
                    continue;
                }
                None => {
                    at = text.len();
                    Kind::OpenComment
                }
            }
        } else if let Some((length, closed)) = quoted(rest) {
            at += length;
            Kind::Text { closed }
        } else if let Some(length) = character(rest) {
            at += length;
            Kind::Char
        } else if c == '_' || c.is_alphabetic() {
            at += rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len());
            Kind::Word
        } else if c.is_ascii_digit() || (matches!(c, '+' | '-' | '.') && digit_follows(rest)) {
            let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
            let body = &rest[1..];
            at += 1 + body.find(|c| !inside(c)).unwrap_or(body.len());
            Kind::Number
        } else {
            at += c.len_utf8();
            if c.is_ascii() { Kind::Mark(c) } else { Kind::Odd(c) }
        };
        tokens.push(Token { kind, start, end: at });
    }
    tokens
}

fn digit_follows(rest: &str) -> bool {
    rest[1..].starts_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// Length of a block comment, which may hold others; `None` without an end.
fn block_comment(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let (mut at, mut depth) = (2, 1usize);
    while at + 1 < bytes.len() {
        match (bytes[at], bytes[at + 1]) {
            (b'*', b'/') => {
                at += 2;
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            (b'/', b'*') => {
                at += 2;
                depth += 1;
            }
            _ => at += 1,
        }
    }
    None
}

/// Length of quoted text and whether its closing quote was found.
fn quoted(rest: &str) -> Option<(usize, bool)> {
    let prefix = if rest.starts_with("br") { 2 } else { usize::from(rest.starts_with(['b', 'r'])) };
    let raw = prefix > 0 && rest.as_bytes()[prefix - 1] == b'r';
    let hashes = if raw { rest[prefix..].bytes().take_while(|&b| b == b'#').count() } else { 0 };
    let open = prefix + hashes;
    if rest.as_bytes().get(open) != Some(&b'"') {
        return None;
    }
    let body = open + 1;
    if raw {
        let close = format!("\"{}", "#".repeat(hashes));
        return Some(match rest[body..].find(&close) {
            Some(at) => (body + at + close.len(), true),
            None => (rest.len(), false),
        });
    }
    let bytes = rest.as_bytes();
    let mut at = body;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return Some((at + 1, true)),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    Some((rest.len(), false))
}

/// Length of a character in single quotes.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let length = if let Some(escape) = inside.strip_prefix('\\') {
        let first = escape.chars().next()?;
        let after = first.len_utf8();
        1 + after + escape[after..].find('\'').filter(|&at| at <= 8)?
    } else {
        inside.chars().next()?.len_utf8()
    };
    inside[length..].starts_with('\'').then_some(length + 2)
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};

    fn kinds(text: &str) -> Vec<Kind> {
        tokens(text).iter().map(|t| t.kind).collect()
    }

    #[test]
    fn cuts_everything_an_author_may_write() {
        use Kind::{Char, Mark, Number, Odd, OpenComment, Text, Word};
        assert_eq!(
            kinds("a: \"x\\\"y\", // no\n -1.5 /* b /* c */ */ r#\"q\"q\"# 'x' '\\n'"),
            [
                Word,
                Mark(':'),
                Text { closed: true },
                Mark(','),
                Number,
                Text { closed: true },
                Char,
                Char
            ]
        );
        assert_eq!(kinds("（x“"), [Odd('（'), Word, Odd('“')]);
        assert_eq!(kinds("(\"abc"), [Mark('('), Text { closed: false }]);
        assert_eq!(kinds("\"abc\\"), [Text { closed: false }]);
        assert_eq!(kinds("/* x"), [OpenComment]);
        assert_eq!(kinds("''' - ."), [Char, Mark('-'), Mark('.')]);
    }
}
