//! The subset of story macros that is read: whole numbers set, changed and compared.

use crate::scenario::{Number, When};

/// Numbers beyond this are no scenario's.
const LARGEST: i32 = 1_000_000;

/// What one assignment does to a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Effect {
    pub(super) variable: String,
    pub(super) by: By,
}

/// How a variable changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Set(i32),
    Add(i32),
}

/// Reads `$x to 1, $y += 2`; `None` where it says anything else.
pub(super) fn effects(words: &str) -> Option<Vec<Effect>> {
    words.split([',', ';']).map(|one| effect(one.trim())).collect()
}

fn effect(words: &str) -> Option<Effect> {
    let (variable, rest) = variable(words)?;
    let done = |by| Some(Effect { variable: variable.to_owned(), by });
    match rest {
        "++" => return done(By::Add(1)),
        "--" => return done(By::Add(-1)),
        _ => {}
    }
    if let Some(n) = rest.strip_prefix("+=") {
        return done(By::Add(number(n)?));
    }
    if let Some(n) = rest.strip_prefix("-=") {
        return done(By::Add(-number(n)?));
    }
    let value = match rest.strip_prefix('=') {
        Some(value) if !value.starts_with('=') => value.trim(),
        _ => rest.strip_prefix("to").filter(|v| v.starts_with(char::is_whitespace))?.trim(),
    };
    if let Some(n) = number(value) {
        return done(By::Set(n));
    }
    let rest = match value.strip_prefix("it") {
        Some(rest) => rest.trim(),
        None => self::variable(value).filter(|(same, _)| *same == variable)?.1,
    };
    let n = |sign: char| rest.strip_prefix(sign).and_then(number);
    done(By::Add(n('+').or_else(|| n('-').map(|n| -n))?))
}

/// Reads `$x >= 3 and not $met`; `None` where it says anything else.
pub(super) fn test(words: &str) -> Option<When> {
    let words = words.replace("&&", " and ").replace("||", " or ");
    let ands: Vec<&str> = words.split(" and ").collect();
    let ors: Vec<&str> = words.split(" or ").collect();
    match (ands.len(), ors.len()) {
        (1, 1) => one(&words),
        (_, 1) => Some(When::All(ands.into_iter().map(one).collect::<Option<_>>()?)),
        (1, _) => Some(When::Any(ors.into_iter().map(one).collect::<Option<_>>()?)),
        // Which of the two binds closer is not worth guessing.
        _ => None,
    }
}

fn one(words: &str) -> Option<When> {
    let words = words.trim();
    let not = words.strip_prefix("not ").or_else(|| words.strip_prefix('!')).map(str::trim);
    let (variable, rest) = variable(not.unwrap_or(words))?;
    let name = variable.to_owned();
    let is = |n: i32| When::Is(name.clone(), Number::Literal(n.into()));
    if rest.is_empty() {
        return Some(if not.is_some() { is(0) } else { When::Not(Box::new(is(0))) });
    }
    if not.is_some() {
        return None;
    }
    // The longer spelling first: `is not` also starts with `is`.
    const SIGNS: [(&str, char); 19] = [
        ("is not", '!'),
        ("isnot", '!'),
        ("neq", '!'),
        ("!==", '!'),
        ("!=", '!'),
        ("===", '='),
        ("==", '='),
        ("is", '='),
        ("eq", '='),
        (">=", 'g'),
        ("gte", 'g'),
        ("<=", 'l'),
        ("lte", 'l'),
        (">", '>'),
        ("gt", '>'),
        ("<", '<'),
        ("lt", '<'),
        ("≥", 'g'),
        ("≤", 'l'),
    ];
    let (spelling, sign) = SIGNS.iter().find(|(spelling, _)| rest.starts_with(spelling))?;
    let n = number(&rest[spelling.len()..])?;
    let literal = |n: i32| Number::Literal(n.into());
    Some(match sign {
        '!' => When::Not(Box::new(is(n))),
        '=' => is(n),
        'g' => When::AtLeast(name, literal(n)),
        'l' => When::AtMost(name, literal(n)),
        '>' => When::AtLeast(name, literal(n + 1)),
        _ => When::AtMost(name, literal(n - 1)),
    })
}

/// `$name` at the start, and what follows it.
pub(super) fn variable(words: &str) -> Option<(&str, &str)> {
    let rest = words.strip_prefix('$')?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let name = &rest[..end];
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    starts.then(|| (name, rest[end..].trim()))
}

/// A whole number; `true` and `false` are 1 and 0.
fn number(words: &str) -> Option<i32> {
    match words.trim() {
        "true" => Some(1),
        "false" => Some(0),
        n => n.parse::<i32>().ok().filter(|n| (-LARGEST..=LARGEST).contains(n)),
    }
}

#[cfg(test)]
mod tests {
    use super::{By, effects, test};
    use crate::author::twee::ron;

    #[test]
    fn whole_numbers_are_set_and_changed() {
        let read = |words| {
            effects(words).map(|all| {
                all.into_iter().map(|e| (e.variable, e.by)).collect::<Vec<(String, By)>>()
            })
        };
        let x = |by| Some(vec![("x".to_owned(), by)]);
        assert_eq!(read("$x to 3"), x(By::Set(3)));
        assert_eq!(read("$x = -3"), x(By::Set(-3)));
        assert_eq!(read("$x to true"), x(By::Set(1)));
        assert_eq!(read("$x to it + 2"), x(By::Add(2)));
        assert_eq!(read("$x to $x - 2"), x(By::Add(-2)));
        assert_eq!(read("$x += 5"), x(By::Add(5)));
        assert_eq!(read("$x++"), x(By::Add(1)));
        assert_eq!(read("$x to 1, $y to 2").map(|all| all.len()), Some(2));
        for other in
            ["$x to \"red\"", "$x to $y + 1", "x to 1", "$x to 1.5", "$x == 1", "$x to", ""]
        {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn whole_numbers_are_compared() {
        let read = |words| test(words).map(|when| ron::when(&when));
        let is = |words: &str| Some(words.to_owned());
        assert_eq!(read("$x is 3"), is(r#"Is("x", 3)"#));
        assert_eq!(read("$x > 3"), is(r#"AtLeast("x", 4)"#));
        assert_eq!(read("$x lt 3"), is(r#"AtMost("x", 2)"#));
        assert_eq!(read("$x is not 3"), is(r#"Not(Is("x", 3))"#));
        assert_eq!(read("$met"), is(r#"Not(Is("met", 0))"#));
        assert_eq!(read("not $met"), is(r#"Is("met", 0)"#));
        assert_eq!(read("$x gte 1 and $y is 2"), is(r#"All([AtLeast("x", 1), Is("y", 2)])"#));
        for other in ["$x is \"red\"", "(history:)", "$x is in $y", "$a and $b or $c", "visited()"]
        {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
