//! What ron complains of, said in an author's words and placed on the author's slip.

use ron::error::{Error, SpannedError};

use super::characters::{ascii_for, wide};
use super::finding::shorten;
use super::lexer::{Kind, Token, tokens};
use super::wording::{expectation, length, one_of, unknown, wanted, whole_number};
use super::{Finding, Locator, SourceFile, Text, nearest};
use crate::say;

/// Faults that show in the tokens alone, before any reading.
pub(super) fn at_once(source: &SourceFile) -> Option<Finding> {
    let tokens = tokens(&source.text);
    let Some(first) = tokens.first() else {
        return Some(Finding::new(
            &source.name,
            (1, 1),
            "empty-file",
            say!("文件是空的", "an empty file"),
            say!("圆括号里的内容：( … )", "a value in round brackets: ( … )"),
        ));
    };
    if first.kind == Kind::Mark('#') {
        return Some(Finding::new(
            &source.name,
            source.place(first.start),
            "extension",
            say!("打开扩展的 `#![enable(…)]`", "`#![enable(…)]`"),
            say!("不要扩展，文件从 `(` 开始", "no extensions: the file starts with `(`"),
        ));
    }
    let endless = tokens.iter().find(|t| is_endless(t.kind, &source.text[t.start..t.end]))?;
    let spelling = shorten(&source.text[endless.start..endless.end]);
    Some(Finding::new(
        &source.name,
        source.place(endless.start),
        "not-finite",
        say!("`{spelling}` 不是能计算的数", "`{spelling}`"),
        say!("一个普通的数", "an ordinary number"),
    ))
}

fn is_endless(kind: Kind, spelling: &str) -> bool {
    match kind {
        Kind::Word => {
            matches!(spelling, "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64")
        }
        Kind::Number => {
            spelling.contains(['e', 'E']) && spelling.parse().is_ok_and(f64::is_infinite)
        }
        _ => false,
    }
}

/// Turns ron's error into a finding.
pub(super) fn explain(source: &SourceFile, error: SpannedError) -> Finding {
    let tokens = tokens(&source.text);
    let start = source.offset(error.span.start.line, error.span.start.col);
    let end = source.offset(error.span.end.line, error.span.end.col);
    let fault = Fault { source, tokens: &tokens, start, end };
    fault.explain(error.code)
}

struct Fault<'a> {
    source: &'a SourceFile,
    tokens: &'a [Token],
    /// Where ron's reading stood before and after it met the fault.
    start: usize,
    end: usize,
}

impl Fault<'_> {
    fn explain(&self, error: Error) -> Finding {
        match error {
            Error::NoSuchStructField { expected, found, .. } => {
                self.unknown("unknown-field", &say!("字段", "field"), &found, expected)
            }
            Error::NoSuchEnumVariant { expected, found, .. } => {
                self.unknown("unknown-word", &say!("词", "word"), &found, expected)
            }
            Error::MissingStructField { field, .. } => {
                let found = say!("这里少了字段 `{field}`", "no field `{field}` in this value");
                let expected = say!("写上 `{field}: …`", "`{field}: …`");
                self.say(self.container(), "missing-field", found, expected)
            }
            Error::DuplicateStructField { field, .. } => self.say(
                self.start,
                "duplicate-field",
                say!("字段 `{field}` 写了第二遍", "the field `{field}` a second time"),
                say!("每个字段只写一次", "each field once"),
            ),
            Error::InvalidValueForType { expected, .. } => {
                self.about(self.start, "wrong-type", wanted(&expected))
            }
            Error::Message(message) => self.about(self.start, "wrong-value", wanted(&message)),
            Error::IntegerOutOfBounds => self.about(
                self.start,
                "wrong-value",
                say!(
                    "这里放得下的整数（很多地方不能是负数）",
                    "a whole number that fits here (many may not be negative)"
                ),
            ),
            Error::ExpectedDifferentLength { expected, found } => {
                let s = if found == 1 { "" } else { "s" };
                let found = say!("写了 {found} 个值", "{found} value{s}");
                self.say(self.container(), "wrong-length", found, length(&expected))
            }
            Error::ExceededRecursionLimit => self.say(
                self.end,
                "too-deep",
                say!("括号套了 64 层以上", "brackets nested more than 64 levels deep"),
                say!("少套几层", "a flatter file"),
            ),
            Error::InvalidEscape(_) => self.say(
                self.end.saturating_sub(1),
                "bad-escape",
                say!("反斜杠后面的字符用不着它", "a backslash before a character that needs none"),
                say!(
                    r#"反斜杠本身写 \\，引号写 \"，换行写 \n"#,
                    r#"\\ for a backslash itself, \" for a quotation mark, \n for a new line"#
                ),
            ),
            Error::ExpectedStringEnd => self.unclosed_text(self.start),
            Error::UnclosedBlockComment => self.unclosed_comment(),
            Error::Eof => self.ends_too_early(),
            Error::TrailingCharacters => {
                let expected =
                    say!("最后一个右括号后面什么都不写", "nothing after the last closing bracket");
                self.grammar(self.start, expected)
            }
            Error::ExpectedComma => self.missing_comma(),
            other => self.grammar(self.end, expectation(&other)),
        }
    }

    /// A fault of grammar: the token that ron stumbled over, unless a wrong
    /// quotation or punctuation mark before it is the true cause.
    fn grammar(&self, offset: usize, expected: Text) -> Finding {
        let index = self.tokens.partition_point(|t| t.end <= offset);
        if let Some(finding) = self.wrong_quote(index).or_else(|| self.wide_before(index)) {
            return finding;
        }
        let Some(token) = self.tokens.get(index) else { return self.ends_too_early() };
        match token.kind {
            Kind::Text { closed: false } => self.unclosed_text(token.start),
            Kind::OpenComment => self.unclosed_comment(),
            Kind::Number if token.start < offset => {
                self.about(token.start, "wrong-type", whole_number())
            }
            _ => self.about(token.start, "syntax", expected),
        }
    }

    /// A comma is missed where the value before it ends, often a line above.
    fn missing_comma(&self) -> Finding {
        let finding = self.grammar(self.end, say!("`,` 或者右括号", "`,` or the closing bracket"));
        let index = self.tokens.partition_point(|t| t.end <= self.end);
        match (&self.tokens[..index], self.tokens.get(index)) {
            ([.., before], Some(next))
                if finding.code == "syntax"
                    && !matches!(next.kind, Kind::Mark(')' | ']' | '}')) =>
            {
                let next = shorten(&self.source.text[next.start..next.end]);
                let found = say!("`{next}` 前面没有逗号", "no comma before `{next}`");
                self.say(before.end, "syntax", found, finding.expected)
            }
            _ => finding,
        }
    }

    /// Text just before the stumble that swallowed what should have been
    /// outside: its closing quote is missing, or typed as ”.
    fn wrong_quote(&self, index: usize) -> Option<Finding> {
        let stumble = self.tokens.get(index);
        let before = self.tokens[..index].last()?;
        let Kind::Text { closed: true } = before.kind else { return None };
        let inside = &self.source.text[before.start..before.end];
        // What should have been inside the next quotes now follows directly.
        let stumble = stumble.filter(|t| t.start == before.end)?;
        if let Some(at) = unmatched_quote(inside) {
            let c = inside[at..].chars().next()?;
            return Some(wide(self.source, before.start + at, c, '"'));
        }
        if inside.contains('\n') {
            return Some(self.unclosed_text(before.start));
        }
        if matches!(stumble.kind, Kind::Mark(_) | Kind::Odd(_) | Kind::OpenComment) {
            return None;
        }
        Some(self.say(
            before.end - 1,
            "quote-inside-text",
            say!("一个 \" 让文字提前结束了", "a \" that ends the text before its end"),
            say!(
                r#"文字里引用用 “ ”，直引号写成 \""#,
                r#"“ ” for quotation inside text, or \" for a straight quotation mark"#
            ),
        ))
    }

    /// A full-width or typographic character outside quotes, at the stumble or before.
    fn wide_before(&self, index: usize) -> Option<Finding> {
        self.tokens.iter().take(index + 1).find_map(|token| match token.kind {
            Kind::Odd(c) => Some(wide(self.source, token.start, c, ascii_for(c)?)),
            _ => None,
        })
    }

    fn unknown(
        &self,
        code: &'static str,
        what: &Text,
        found: &str,
        expected: &'static [&'static str],
    ) -> Finding {
        self.say(self.start, code, unknown(what, found), one_of(expected))
            .with_nearest(nearest(found, expected.iter().copied()))
    }

    fn unclosed_text(&self, start: usize) -> Finding {
        let line = shorten(self.source.text[start..].lines().next().unwrap_or_default());
        self.say(
            start,
            "unclosed-text",
            say!("这段文字没有收尾的引号：{line}", "text without a closing quote: {line}"),
            say!("在文字末尾写 \"", "a \" at its end"),
        )
    }

    fn unclosed_comment(&self) -> Finding {
        let open = self.tokens.iter().find(|t| t.kind == Kind::OpenComment);
        self.say(
            open.map_or(self.start, |t| t.start),
            "unclosed-comment",
            say!("注释没有结束", "a comment without an end"),
            say!("在注释结束的地方写 */", "*/ where it ends"),
        )
    }

    fn ends_too_early(&self) -> Finding {
        let mut open = Vec::new();
        for token in self.tokens {
            match token.kind {
                Kind::Mark('(' | '[' | '{') => open.push(token),
                Kind::Mark(')' | ']' | '}') => {
                    open.pop();
                }
                _ => {}
            }
        }
        let expected = match open.last() {
            Some(token) => {
                let bracket = &self.source.text[token.start..token.end];
                let (line, column) = self.source.place(token.start);
                let close = if bracket == "(" {
                    ')'
                } else if bracket == "[" {
                    ']'
                } else {
                    '}'
                };
                say!(
                    "写上 `{close}`，关上第 {line} 行第 {column} 列的 `{bracket}`",
                    "`{close}` to close the `{bracket}` of line {line}, column {column}"
                )
            }
            None => say!("文件还有下文", "more of the file"),
        };
        let end = self.source.text.trim_end().len();
        self.say(end, "cut-off", say!("文件到这里就完了", "the end of the file"), expected)
    }

    /// Where the innermost bracketed value around the fault starts.
    fn container(&self) -> usize {
        Locator::new(self.source).around(self.end).unwrap_or(self.start)
    }

    /// The token that closes the bracket at this one, or this one itself.
    fn bracket_end(&self, index: usize) -> usize {
        let mut depth = 0usize;
        for (at, token) in self.tokens.iter().enumerate().skip(index) {
            match token.kind {
                Kind::Mark('(' | '[' | '{') => depth += 1,
                Kind::Mark(')' | ']' | '}') => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return at;
            }
        }
        self.tokens.len().saturating_sub(1)
    }

    /// A finding about the token at or after an offset, which it names.
    fn about(&self, offset: usize, code: &'static str, expected: Text) -> Finding {
        let index = self.tokens.partition_point(|t| t.end <= offset);
        let Some(token) = self.tokens.get(index) else { return self.ends_too_early() };
        // A bracketed value can be wrong as a whole for a mark inside it:
        // with a full-width colon, fields become a plain list.
        if let Some(finding) = self.wide_before(self.bracket_end(index)) {
            return finding;
        }
        let spelling = shorten(&self.source.text[token.start..token.end]);
        let found = match token.kind {
            Kind::Text { .. } => say!("写了文字 {spelling}", "the text {spelling}"),
            Kind::Number => say!("写了数 `{spelling}`", "the number `{spelling}`"),
            _ => say!("写的是 `{spelling}`", "`{spelling}`"),
        };
        self.say(token.start, code, found, expected)
    }

    fn say(&self, offset: usize, code: &'static str, found: Text, expected: Text) -> Finding {
        Finding::new(&self.source.name, self.source.place(offset), code, found, expected)
    }
}

/// Byte offset of a typographic quote in text that no other one answers.
fn unmatched_quote(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '“' => open.push(at),
            '”' if open.pop().is_none() => return Some(at),
            _ => {}
        }
    }
    open.first().copied()
}
