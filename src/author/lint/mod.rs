//! What a scenario that checks can still get wrong as a lesson: proved by playing it.
//!
//! A lint is a finding with a code, as every other; an author may allow it in
//! one place with a written reason (`allow` in the scenario). Some lints only
//! read the script, the others play it: by policies over a hundred seeds, and
//! through every state the bounds leave time for.

mod options;
mod policies;
mod reach;
mod texts;
mod time;
mod unseen;

use std::sync::Arc;

use crate::say;
use crate::scenario::{Allowed, Scenario};
use crate::source::{Finding, Lang, Locator, Path, SourceFile, Text};
use crate::standard::{Catalogue, Profile};

use super::explore::{Bounds, Choose, Exploration, Question, explore};

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Only what reading the script can tell: at once.
    Reading,
    /// Everything: the scenario is played many hundred times.
    Playing,
}

/// How far the lints' own exploration goes: enough to see every alternative of
/// every axis, not every combination of them. What is not seen at the first
/// look is looked for a second time, further.
const FIRST_LOOK: Bounds = Bounds { states: 6_000, variations: 12 };
const SECOND_LOOK: Bounds = Bounds { states: 15_000, variations: 12 };

/// Something a lint has to say, before its place in the file is looked up.
struct Slip<'a> {
    code: &'static str,
    /// What an `allow` names to let it pass: a beat, a standard, a policy; empty
    /// for the whole scenario.
    at: String,
    path: Path<'a>,
    found: Text,
    expected: Text,
}

impl Slip<'_> {
    /// Whether this permission is about it.
    fn is(&self, allowed: &Allowed) -> bool {
        allowed.lint == self.code && allowed.at == self.at
    }
}

/// What the lints may look at.
struct Context<'a> {
    scenario: &'a Arc<Scenario>,
    catalogue: &'a Catalogue,
    profile: &'a Arc<Profile>,
    slips: Vec<Slip<'a>>,
}

impl<'a> Context<'a> {
    fn slip(&mut self, code: &'static str, at: &str, path: Path<'a>, found: Text, expected: Text) {
        self.slips.push(Slip { code, at: at.to_owned(), path, found, expected });
    }
}

/// Everything the lints find, in order of place, less what the scenario allows.
/// `source` is the text the scenario was read from.
pub fn lint(
    source: &SourceFile,
    scenario: &Arc<Scenario>,
    catalogue: &Catalogue,
    profile: &Arc<Profile>,
    depth: Depth,
) -> Vec<Finding> {
    let locator = Locator::new(source);
    let mut context = Context { scenario, catalogue, profile, slips: Vec::new() };
    texts::check(&mut context, source, &locator);
    time::check(&mut context);
    if depth == Depth::Playing {
        let look = |bounds: Bounds| -> Exploration {
            let profile = Arc::clone(profile);
            let choose = Choose::EachAlternative;
            explore(scenario, catalogue, &Question { profile, choose, bounds, extremes: false })
        };
        let met = policies::check(&mut context);
        let mut seen = look(FIRST_LOOK);
        let known = context.slips.len();
        reach::check(&mut context, &seen, &met);
        let unknown = |slip: &Slip<'_>| !scenario.allow.iter().any(|allowed| slip.is(allowed));
        if context.slips[known..].iter().any(unknown) && !seen.bounds_hit.is_empty() {
            context.slips.truncate(known);
            seen = look(SECOND_LOOK);
            reach::check(&mut context, &seen, &met);
        }
        options::check(&mut context, &seen);
        unseen::check(&mut context, &seen);
    }
    let Context { slips, .. } = context;
    let finding = |place, code, found: Text, expected: Text| {
        Finding::new(&source.name, place, code, found, expected)
    };
    let mut used = vec![false; scenario.allow.len()];
    let allowed_at = |index: usize| locator.value(&Path::root().name("allow").at(index));
    let mut findings = Vec::new();
    for slip in slips {
        if let Some(place) = scenario.allow.iter().position(|allowed| slip.is(allowed)) {
            used[place] = true;
        } else {
            findings.push(finding(locator.key(&slip.path), slip.code, slip.found, slip.expected));
        }
    }
    for (index, allowed) in scenario.allow.iter().enumerate() {
        // Without playing it, nobody knows whether a permission is needed.
        if !used[index] && (depth == Depth::Playing || READ.contains(&allowed.lint.as_str())) {
            let lint = &allowed.lint;
            let found = say!(
                "没有提醒用得着对 `{lint}` 的允许",
                "a permission for `{lint}` that nothing needs"
            );
            let expected =
                say!("删掉它，或者在 `at` 里写对地方", "its removal, or the right place in `at`");
            findings.push(finding(allowed_at(index), "unused-lint-permission", found, expected));
        }
    }
    for (index, allowed) in scenario.allow.iter().enumerate() {
        if allowed.reason.trim().is_empty() {
            let lint = &allowed.lint;
            let found = say!("允许了 `{lint}`，却没写理由", "`{lint}` allowed without a reason");
            let expected =
                say!("在 `reason` 里写明为什么这里可以", "why it is right there, in `reason`");
            findings.push(finding(allowed_at(index), "empty-text", found, expected));
        }
    }
    findings.sort();
    findings.dedup();
    findings
}

/// The lints that need no playing.
const READ: [&str; 2] = ["too-long", "time-not-judged"];

/// A language's name.
fn language(lang: Lang) -> Text {
    match lang {
        Lang::Zh => say!("中文", "Chinese"),
        Lang::En => say!("英文", "English"),
    }
}
