//! Which standard is judged where: against the scenarios' own words, and at the edges.

use std::collections::BTreeSet;
use std::sync::Arc;

use liyi::author::{Tally, coverage};
use liyi::standard::Severity;

use crate::example::{STANDARDS, WHOLE, broken, catalogue, load};
use crate::shipped::{SCENARIOS, library, scenario};

#[test]
fn every_opportunity_of_the_scenarios_is_counted_once() {
    let found = coverage(&library().catalogue, library().scenarios.values());
    assert_eq!(found.standards.len(), library().catalogue.iter().count());
    let mut tested = BTreeSet::new();
    for id in SCENARIOS {
        let own = &found.scenarios[id];
        let listed: BTreeSet<String> = scenario(id).standards.iter().cloned().collect();
        assert_eq!(own.judged, listed, "{id}");
        assert!(own.only_declared.is_empty(), "{id}");
        assert_eq!(own.beats.all, scenario(id).beats.len());
        for (beat_id, beat) in &scenario(id).beats {
            for opportunity in &beat.opportunities {
                let beats = &found.standards[&opportunity.standard].judged[id];
                assert!(beats.contains(beat_id), "{id} {beat_id}");
            }
        }
        tested.extend(listed);
    }
    let total = found.total();
    assert_eq!(total.tested, tested.len());
    assert_eq!(found.untested().len(), total.all - total.tested);
    let mut by_domain = Tally::default();
    for domain in &found.domains {
        by_domain.all += domain.standards.all;
        by_domain.tested += domain.standards.tested;
        let all: usize = domain.severities.values().map(|tally| tally.all).sum();
        assert_eq!(all, domain.standards.all, "{}", domain.id);
    }
    assert_eq!(by_domain, total);
}

#[test]
fn the_gravest_of_the_untested_come_first() {
    let found = coverage(&library().catalogue, []);
    let order: Vec<Severity> = found.untested().iter().map(|(_, c)| c.severity).collect();
    assert_eq!(order.len(), library().catalogue.iter().count());
    assert!(order.is_sorted_by(|a, b| a >= b), "{order:?}");
    assert_eq!(found.total().tested, 0);
}

#[test]
fn what_no_rule_ever_judges_is_declared_only() {
    let rules = "rules: [(when: Did(\"greet\"), verdict: Met), (verdict: Missed)]";
    let text = broken(rules, "rules: [(verdict: NotApplicable)]");
    let known = catalogue(&STANDARDS);
    let (whole, never) = (Arc::new(load(WHOLE).unwrap()), Arc::new(load(&text).unwrap()));
    let found = coverage(&known, [&whole]);
    assert!(found.scenarios["whole"].only_declared.is_empty());
    assert!(found.standards["greet-first"].judged["whole"].contains("greet"));
    assert!(found.standards["bow-low"].judged.is_empty());
    let found = coverage(&known, [&never]);
    let only: Vec<&str> =
        found.scenarios["whole"].only_declared.iter().map(String::as_str).collect();
    assert_eq!(only, ["greet-first"]);
    assert!(found.standards["greet-first"].judged.is_empty());
}
