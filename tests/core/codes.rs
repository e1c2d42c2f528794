//! Reads the program's own sources for the codes that findings are given.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::rust_sources;

/// Every code, with the files that give it.
///
/// A code is given to a parameter called `code`, of a function or a closure, or
/// to a field of that name. So every function that passes one on is found by
/// itself; only the name of the parameter is agreed.
pub(crate) fn codes_of_the_sources() -> BTreeMap<String, BTreeSet<String>> {
    let sources: Vec<(String, String)> =
        rust_sources().into_iter().map(|(file, text)| (file, bare(&text))).collect();
    let mut takers = Takers::default();
    for (file, text) in &sources {
        takers.learn(file, text);
    }
    let mut codes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in &sources {
        for code in takers.given(file, text).into_iter().chain(in_fields(text)) {
            codes.entry(code).or_default().insert(file.clone());
        }
    }
    assert!(codes.len() > 100, "the codes are no longer found in the sources: {codes:?}");
    codes
}

/// A source file without its remarks and its own tests.
fn bare(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What takes a code, and at which place among its arguments.
#[derive(Default)]
struct Takers {
    /// Functions, by the folder that may call them (empty: everywhere).
    functions: BTreeSet<(String, String, usize)>,
    /// Closures, by the file they stand in.
    closures: BTreeSet<(String, String, usize)>,
}

impl Takers {
    fn learn(&mut self, file: &str, text: &str) {
        for (at, _) in text.match_indices("fn ") {
            let (name, rest) = word(&text[at + 3..]);
            // Generic parameters stand between the name and the brackets.
            let Some(open) = rest.find('(') else { continue };
            let parameters = arguments(&rest[open + 1..]);
            let own = parameters.iter().filter(|p| !p.trim_start_matches('&').ends_with("self"));
            let own: Vec<&String> = own.filter(|p| !p.contains("self,")).collect();
            if let Some(place) = own.iter().position(|p| p.starts_with("code:")) {
                let line = text[..at].rsplit('\n').next().unwrap_or_default();
                let everywhere = line.trim() == "pub";
                let folder = if everywhere { "" } else { folder(file) };
                self.functions.insert((folder.to_owned(), name.to_owned(), place));
            }
        }
        for (at, _) in text.match_indices("let ") {
            let (name, rest) = word(&text[at + 4..]);
            let Some(rest) = rest.trim_start().strip_prefix('=') else { continue };
            let rest = rest.trim_start().trim_start_matches("move ");
            let Some((parameters, _)) = rest.strip_prefix('|').and_then(|r| r.split_once('|'))
            else {
                continue;
            };
            let place =
                arguments(parameters).iter().position(|p| p == "code" || p.starts_with("code:"));
            if let Some(place) = place {
                self.closures.insert((file.to_owned(), name.to_owned(), place));
            }
        }
    }

    /// Every code given in a file to what takes one.
    fn given(&self, file: &str, text: &str) -> Vec<String> {
        let functions = self.functions.iter().filter(|(f, ..)| f.is_empty() || f == folder(file));
        let closures = self.closures.iter().filter(|(f, ..)| f == file);
        let mut codes = Vec::new();
        for (name, place, closure) in functions
            .map(|(_, name, place)| (name, *place, false))
            .chain(closures.map(|(_, name, place)| (name, *place, true)))
        {
            for (at, call) in text.match_indices(&format!("{name}(")) {
                let before = text[..at].chars().next_back().unwrap_or(' ');
                let another = before.is_alphanumeric()
                    || before == '_'
                    || text[..at].ends_with("fn ")
                    || closure && matches!(before, '.' | ':');
                if another {
                    continue;
                }
                let given = arguments(&text[at + call.len()..]);
                codes.extend(given.get(place).into_iter().flat_map(|given| literals(given)));
            }
        }
        codes
    }
}

/// The codes in `code: "…"` and in `let code = …;`, those of a `match` too.
fn in_fields(text: &str) -> Vec<String> {
    let fields = text.split("code: ").skip(1).map(|rest| arguments(rest).swap_remove(0));
    let bound = text.split("let code = ").skip(1).map(|rest| statement(rest).to_owned());
    fields.chain(bound).flat_map(|given| literals(&given)).collect()
}

fn statement(rest: &str) -> &str {
    rest.split_once(";\n").map_or(rest, |(statement, _)| statement)
}

/// The codes an expression can be: itself, or the ends of its branches.
fn literals(expression: &str) -> Vec<String> {
    let expression = expression.trim();
    if !["\"", "if ", "match "].iter().any(|start| expression.starts_with(start)) {
        return Vec::new();
    }
    let pieces: Vec<&str> = expression.split('"').collect();
    let mut codes = Vec::new();
    for (at, piece) in pieces.iter().enumerate().skip(1).step_by(2) {
        let pattern = pieces.get(at + 1).is_some_and(|after| {
            after.trim_start().starts_with("=>") || after.trim_start().starts_with('|')
        });
        if is_code(piece) && !pattern {
            codes.push((*piece).to_owned());
        }
    }
    codes
}

fn is_code(word: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.bytes().all(plain)
}

/// The folder below `src`, or the file that stands in `src` itself.
fn folder(file: &str) -> &str {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    inside.split(['/', '.']).next().unwrap_or(inside)
}

/// The word at the start of a text, and what comes after it.
fn word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(text.len());
    text.split_at(end)
}

/// What stands between commas up to the bracket that closes what was opened.
fn arguments(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    for c in text.chars() {
        if !quoted {
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                ',' if depth == 0 => {
                    all.push(String::new());
                    continue;
                }
                _ => {}
            }
        }
        if c == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = c == '\\' && !escaped;
        if let Some(last) = all.last_mut() {
            last.push(c);
        }
    }
    all.iter().map(|argument| argument.trim().to_owned()).collect()
}

#[test]
fn codes_are_found_in_calls_closures_fields_and_branches() {
    let text = r#"
        fn say(&self, at: usize, code: &'static str, found: String) {}
        fn other(&self, name: &str) {}
        let refuse = |code, found: String| found;
        fn go() {
            self.say(f(1, "no-code"), "first-code", "the other-thing".to_owned());
            self.say(2, if wide { "second-code" } else { "third-code" }, x);
            refuse("fourth-code", "no-code either".to_owned());
            self.refuse("not-mine", x);
            self.other("no-code");
            self.say(3, code, x);
            let code = match what { "stage" => "fifth-code", _ => "sixth-code" };
            Finding { line: 0, code: "seventh", found: "no-code" }
        }
    "#;
    let mut takers = Takers::default();
    takers.learn("src/a/b.rs", text);
    let mut codes = takers.given("src/a/b.rs", text);
    codes.extend(in_fields(text));
    codes.sort();
    let expected = ["fifth", "first", "fourth", "second", "seventh", "sixth", "third"]
        .map(|n| if n == "seventh" { n.to_owned() } else { format!("{n}-code") });
    assert_eq!(codes, expected);
    // A function of one folder is not one of another by the same name.
    assert!(takers.given("src/c/d.rs", text).is_empty());
}
