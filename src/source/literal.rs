//! Words as RON spells them between quotes, read and written.

use super::characters::is_refused;

/// What a quoted text says, raw or not; `None` for anything else.
pub fn read_literal(spelling: &str) -> Option<String> {
    let quoted = spelling.starts_with('"')
        || spelling.strip_prefix('r').is_some_and(|rest| rest.starts_with(['"', '#']));
    if quoted { ron::from_str(spelling).ok() } else { None }
}

/// A text between quotes, as it may stand in an authored file: on one line, and
/// with every character that such a file refuses written as its number.
pub fn write_literal(text: &str) -> String {
    let mut spelling = String::with_capacity(text.len() + 2);
    spelling.push('"');
    for c in text.chars() {
        match c {
            '"' => spelling.push_str("\\\""),
            '\\' => spelling.push_str("\\\\"),
            '\n' => spelling.push_str("\\n"),
            '\r' => spelling.push_str("\\r"),
            '\t' => spelling.push_str("\\t"),
            c if is_refused(c) => spelling.extend(c.escape_unicode()),
            c => spelling.push(c),
        }
    }
    spelling.push('"');
    spelling
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{read_literal, write_literal};
    use crate::source::SourceFile;

    #[test]
    fn reads_what_an_author_may_quote() {
        assert_eq!(read_literal("\"a\\\"b\\\\c\\n\"").as_deref(), Some("a\"b\\c\n"));
        assert_eq!(read_literal("r#\"a\"b\\\"#").as_deref(), Some("a\"b\\"));
        assert_eq!(read_literal("r\"a\\\"").as_deref(), Some("a\\"));
        for other in ["", "a", "role", "3", "(zh: \"a\")", "\"a"] {
            assert_eq!(read_literal(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn any_text_survives_on_one_line_of_an_accepted_file(text in proptest::collection::vec(any::<char>(), 0..40)) {
            let text: String = text.into_iter().collect();
            let spelling = write_literal(&text);
            prop_assert!(!spelling.contains(['\n', '\r']));
            prop_assert_eq!(read_literal(&spelling), Some(text));
            let bytes = format!("({spelling})").into_bytes();
            prop_assert!(SourceFile::from_bytes("t", bytes).is_ok());
        }
    }
}
