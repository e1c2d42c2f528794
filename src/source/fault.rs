//! What ron complains of, said in an author's words and placed on the author's slip.

use ron::error::{Error, SpannedError};

use super::characters::{ascii_for, wide};
use super::finding::{shorten, tidy};
use super::lexer::{Kind, Token, tokens};
use super::{Finding, Locator, SourceFile, nearest};

/// Faults that show in the tokens alone, before any reading.
pub(super) fn at_once(source: &SourceFile) -> Option<Finding> {
    let tokens = tokens(&source.text);
    let Some(first) = tokens.first() else {
        return Some(Finding::new(
            &source.name,
            (1, 1),
            "empty-file",
            "an empty file",
            "a value in round brackets: ( … )",
        ));
    };
    if first.kind == Kind::Mark('#') {
        return Some(Finding::new(
            &source.name,
            source.place(first.start),
            "extension",
            "`#![enable(…)]`",
            "no extensions: the file starts with `(`",
        ));
    }
    let endless = tokens.iter().find(|t| is_endless(t.kind, &source.text[t.start..t.end]))?;
    Some(Finding::new(
        &source.name,
        source.place(endless.start),
        "not-finite",
        format!("`{}`", shorten(&source.text[endless.start..endless.end])),
        "an ordinary number",
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
                self.unknown("unknown-field", "field", &found, expected)
            }
            Error::NoSuchEnumVariant { expected, found, .. } => {
                self.unknown("unknown-word", "word", &found, expected)
            }
            Error::MissingStructField { field, .. } => {
                let found = format!("no field `{field}` in this value");
                self.say(self.container(), "missing-field", found, format!("`{field}: …`"))
            }
            Error::DuplicateStructField { field, .. } => self.say(
                self.start,
                "duplicate-field",
                format!("the field `{field}` a second time"),
                "each field once".to_owned(),
            ),
            Error::InvalidValueForType { expected, .. } => {
                self.about(self.start, "wrong-type", expected)
            }
            Error::Message(message) => {
                let expected = message.strip_prefix("expected ").unwrap_or(&message).to_owned();
                self.about(self.start, "wrong-value", tidy(&expected))
            }
            Error::IntegerOutOfBounds => self.about(
                self.start,
                "wrong-value",
                "a whole number that fits here (many may not be negative)".to_owned(),
            ),
            Error::ExpectedDifferentLength { expected, found } => {
                let found =
                    if found == 1 { "1 value".to_owned() } else { format!("{found} values") };
                self.say(self.container(), "wrong-length", found, length(&expected))
            }
            Error::ExceededRecursionLimit => self.say(
                self.end,
                "too-deep",
                "brackets nested more than 64 levels deep".to_owned(),
                "a flatter file".to_owned(),
            ),
            Error::InvalidEscape(_) => self.say(
                self.end.saturating_sub(1),
                "bad-escape",
                "a backslash before a character that needs none".to_owned(),
                r#"\\ for a backslash itself, \" for a quotation mark, \n for a new line"#
                    .to_owned(),
            ),
            Error::ExpectedStringEnd => self.unclosed_text(self.start),
            Error::UnclosedBlockComment => self.unclosed_comment(),
            Error::Eof => self.ends_too_early(),
            Error::TrailingCharacters => {
                self.grammar(self.start, "nothing after the last closing bracket")
            }
            Error::ExpectedComma => self.missing_comma(),
            other => self.grammar(self.end, &expectation(&other)),
        }
    }

    /// A fault of grammar: the token that ron stumbled over, unless a wrong
    /// quotation or punctuation mark before it is the true cause.
    fn grammar(&self, offset: usize, expected: &str) -> Finding {
        let index = self.tokens.partition_point(|t| t.end <= offset);
        if let Some(finding) = self.wrong_quote(index).or_else(|| self.wide_before(index)) {
            return finding;
        }
        let Some(token) = self.tokens.get(index) else { return self.ends_too_early() };
        match token.kind {
            Kind::Text { closed: false } => self.unclosed_text(token.start),
            Kind::OpenComment => self.unclosed_comment(),
            Kind::Number if token.start < offset => {
                self.about(token.start, "wrong-type", "a whole number".to_owned())
            }
            _ => self.about(token.start, "syntax", expected.to_owned()),
        }
    }

    /// A comma is missed where the value before it ends, often a line above.
    fn missing_comma(&self) -> Finding {
        let finding = self.grammar(self.end, "`,` or the closing bracket");
        let index = self.tokens.partition_point(|t| t.end <= self.end);
        match (&self.tokens[..index], self.tokens.get(index)) {
            ([.., before], Some(next))
                if finding.code == "syntax"
                    && !matches!(next.kind, Kind::Mark(')' | ']' | '}')) =>
            {
                let found = format!(
                    "no comma before `{}`",
                    shorten(&self.source.text[next.start..next.end])
                );
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
            "a \" that ends the text before its end".to_owned(),
            r#"“ ” for quotation inside text, or \" for a straight quotation mark"#.to_owned(),
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
        what: &str,
        found: &str,
        expected: &'static [&'static str],
    ) -> Finding {
        let found_text = format!("the unknown {what} `{}`", shorten(found));
        self.say(self.start, code, found_text, one_of(expected))
            .with_nearest(nearest(found, expected.iter().copied()))
    }

    fn unclosed_text(&self, start: usize) -> Finding {
        let line = self.source.text[start..].lines().next().unwrap_or_default();
        self.say(
            start,
            "unclosed-text",
            format!("text without a closing quote: {}", shorten(line)),
            "a \" at its end".to_owned(),
        )
    }

    fn unclosed_comment(&self) -> Finding {
        let open = self.tokens.iter().find(|t| t.kind == Kind::OpenComment);
        self.say(
            open.map_or(self.start, |t| t.start),
            "unclosed-comment",
            "a comment without an end".to_owned(),
            "*/ where it ends".to_owned(),
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
                format!("`{close}` to close the `{bracket}` of line {line}, column {column}")
            }
            None => "more of the file".to_owned(),
        };
        let end = self.source.text.trim_end().len();
        self.say(end, "cut-off", "the end of the file".to_owned(), expected)
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
    fn about(&self, offset: usize, code: &'static str, expected: String) -> Finding {
        let index = self.tokens.partition_point(|t| t.end <= offset);
        let Some(token) = self.tokens.get(index) else { return self.ends_too_early() };
        // A bracketed value can be wrong as a whole for a mark inside it:
        // with a full-width colon, fields become a plain list.
        if let Some(finding) = self.wide_before(self.bracket_end(index)) {
            return finding;
        }
        let spelling = shorten(&self.source.text[token.start..token.end]);
        let found = match token.kind {
            Kind::Text { .. } => format!("the text {spelling}"),
            Kind::Number => format!("the number `{spelling}`"),
            _ => format!("`{spelling}`"),
        };
        self.say(token.start, code, found, expected)
    }

    fn say(&self, offset: usize, code: &'static str, found: String, expected: String) -> Finding {
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

/// What ron wanted, for the complaints that are about grammar.
fn expectation(error: &Error) -> String {
    match error {
        Error::ExpectedArray => "a list in square brackets: [ … ]",
        Error::ExpectedArrayEnd => "`,` or `]`",
        Error::ExpectedMap => "names with values in curly brackets: { … }",
        Error::ExpectedMapEnd => "`,` or `}`",
        Error::ExpectedMapColon => "`:` between a name and its value",
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            "`)`: there is no further value here"
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            "fields in round brackets: ( … )"
        }
        Error::ExpectedString => "text in straight quotation marks: \" … \"",
        Error::ExpectedBoolean => "`true` or `false`",
        Error::ExpectedInteger => "a whole number",
        Error::ExpectedFloat => "a number",
        Error::ExpectedIdentifier => "a bare word, without quotes",
        Error::ExpectedDifferentStructName { .. } => "`(` with no word before it",
        other => {
            let message = other.to_string();
            return tidy(message.strip_prefix("Expected ").unwrap_or(&message));
        }
    }
    .to_owned()
}

/// `tuple variant Step::Enter with 2 elements` in plainer words.
fn length(expected: &str) -> String {
    let plain = expected
        .strip_prefix("tuple variant ")
        .and_then(|rest| rest.split_once(" with "))
        .map(|(name, count)| {
            let word = name.rsplit("::").next().unwrap_or(name);
            format!("`{word}` with {}", count.replace("element", "value"))
        });
    plain.unwrap_or_else(|| tidy(expected))
}

fn one_of(names: &[&str]) -> String {
    match names {
        [] => "no name at all here".to_owned(),
        [only] => format!("`{only}`"),
        many => format!("one of {}", many.join(", ")),
    }
}
