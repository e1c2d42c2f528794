//! Each lint finds what its own smallest file shows, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use liyi::author::{Depth, lint};
use liyi::scenario::Scenario;
use liyi::source::{Finding, SourceFile};

use crate::profiles::house;
use crate::shipped::{library, repository};
use crate::tongues::said_in_both;

/// Lints a text; it has to pass the checks first.
fn linted(name: &str, text: &str, depth: Depth) -> Vec<Finding> {
    let source = SourceFile::new(name, text);
    let catalogue = &library().catalogue;
    let profiles = library().profiles.values().map(AsRef::as_ref);
    let known = liyi::library::known(&repository("assets"), profiles);
    let scenario = Scenario::from_source(&source, catalogue, &known)
        .unwrap_or_else(|findings| panic!("{name} does not pass the checks: {findings:#?}"));
    lint(&source, &Arc::new(scenario), catalogue, &Arc::new(house("classroom")), depth)
}

fn fixture(name: &str) -> String {
    fs::read_to_string(repository("tests/lints").join(format!("{name}.ron"))).unwrap()
}

#[test]
fn each_lint_finds_what_its_file_shows_and_nothing_else() {
    let mut shown = BTreeSet::new();
    for entry in fs::read_dir(repository("tests/lints")).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let findings = linted(&format!("{stem}.ron"), &fixture(&stem), Depth::Playing);
        let codes: BTreeSet<&str> = findings.iter().map(|f| f.code).collect();
        let expected: BTreeSet<&str> =
            if stem == "clean" { BTreeSet::new() } else { BTreeSet::from([stem.as_str()]) };
        assert_eq!(codes, expected, "{stem}: {findings:#?}");
        assert!(findings.iter().all(|f| f.line > 1 && f.column > 0), "{findings:#?}");
        said_in_both(&findings);
        shown.insert(stem);
    }
    for code in crate::explain::LINTS {
        assert!(shown.contains(code), "no file shows what `{code}` finds");
    }
}

#[test]
fn a_lint_is_allowed_in_one_place_with_a_reason() {
    let text = fixture("dominant-option");
    let with = |allow: &str| {
        let end = text.rfind(')').unwrap();
        linted("dominant-option.ron", &format!("{}    {allow}\n)", &text[..end]), Depth::Playing)
    };
    let codes = |findings: Vec<Finding>| findings.iter().map(|f| f.code).collect::<Vec<_>>();
    let there = r#"allow: [(lint: "dominant-option", at: "guest-2", reason: "A courtesy.")],"#;
    assert_eq!(codes(with(there)), Vec::<&str>::new());
    let elsewhere = there.replace("guest-2", "guest-3");
    let found = codes(with(&elsewhere));
    assert!(found.contains(&"dominant-option") && found.contains(&"unused-lint-permission"));
    let unreasoned = with(&there.replace("A courtesy.", " "));
    said_in_both(&unreasoned);
    assert_eq!(codes(unreasoned), ["empty-text"]);
}

#[test]
fn reading_alone_finds_what_can_be_read() {
    for name in ["too-long", "time-not-judged"] {
        assert!(
            linted(&format!("{name}.ron"), &fixture(name), Depth::Reading)
                .iter()
                .all(|f| f.code == name)
        );
        assert!(
            !linted(&format!("{name}.ron"), &fixture(name), Depth::Reading).is_empty(),
            "{name}"
        );
    }
    // What only playing can tell is neither found nor called unused.
    for name in ["naive-policy", "dominant-option"] {
        assert!(
            linted(&format!("{name}.ron"), &fixture(name), Depth::Reading).is_empty(),
            "{name}"
        );
    }
}
