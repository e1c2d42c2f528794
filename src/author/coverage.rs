//! Which standard is judged where: standards × scenarios × beats.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::scenario::{Outcome, Scenario};
use crate::standard::{Catalogue, Severity, Standard, Text};

/// What all scenarios together test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Every standard of the catalogue, by id.
    pub standards: BTreeMap<String, Covered>,
    /// Every domain that has standards, in the catalogue's order.
    pub domains: Vec<DomainCoverage>,
    /// Every scenario, by id.
    pub scenarios: BTreeMap<String, ScenarioCoverage>,
}

/// Where one standard is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    pub domain: String,
    pub severity: Severity,
    /// The scenarios that judge it, each with the beats, in order of id.
    pub judged: BTreeMap<String, BTreeSet<String>>,
    /// Where an earlier miss of it can be repaired, in the same way.
    pub recovered: BTreeMap<String, BTreeSet<String>>,
}

/// How much of one domain is tested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainCoverage {
    pub id: String,
    pub title: Text,
    /// How many standards there are, and how many some scenario judges.
    pub standards: Tally,
    /// The same of each severity that the domain has.
    pub severities: BTreeMap<Severity, Tally>,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub tested: usize,
    pub all: usize,
}

impl Tally {
    fn count(&mut self, tested: bool) {
        self.all += 1;
        self.tested += usize::from(tested);
    }
}

/// What one scenario tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScenarioCoverage {
    pub title: Text,
    /// How many beats it has, and how many of them judge something.
    pub beats: Tally,
    /// The standards that some beat can judge.
    pub judged: BTreeSet<String>,
    /// Standards on its list that no rule ever judges: all that their rules
    /// say is that they do not apply.
    pub only_declared: BTreeSet<String>,
}

impl Coverage {
    /// How many standards there are, and how many some scenario judges.
    pub fn total(&self) -> Tally {
        let mut total = Tally::default();
        self.standards.values().for_each(|s| total.count(!s.judged.is_empty()));
        total
    }

    /// The standards that no scenario tests, the gravest first.
    pub fn untested(&self) -> Vec<(&str, &Covered)> {
        let mut list: Vec<(&str, &Covered)> = self
            .standards
            .iter()
            .filter(|(_, covered)| covered.judged.is_empty())
            .map(|(id, covered)| (id.as_str(), covered))
            .collect();
        list.sort_by_key(|(_, covered)| std::cmp::Reverse(covered.severity));
        list
    }
}

/// Looks through every beat of every scenario.
pub fn coverage<'a>(
    catalogue: &Catalogue,
    scenarios: impl IntoIterator<Item = &'a Arc<Scenario>>,
) -> Coverage {
    let mut coverage = Coverage::default();
    for standard in catalogue.iter() {
        coverage.standards.insert(standard.id.clone(), nowhere(standard));
    }
    for scenario in scenarios {
        let own = one(&mut coverage.standards, scenario);
        coverage.scenarios.insert(scenario.id.clone(), own);
    }
    for domain in catalogue.domains() {
        let mut own = DomainCoverage {
            id: domain.id.clone(),
            title: domain.title.clone(),
            standards: Tally::default(),
            severities: BTreeMap::new(),
        };
        for covered in coverage.standards.values().filter(|c| c.domain == domain.id) {
            let tested = !covered.judged.is_empty();
            own.standards.count(tested);
            own.severities.entry(covered.severity).or_default().count(tested);
        }
        if own.standards.all > 0 {
            coverage.domains.push(own);
        }
    }
    coverage
}

fn nowhere(standard: &Standard) -> Covered {
    Covered {
        domain: standard.domain.clone(),
        severity: standard.severity,
        judged: BTreeMap::new(),
        recovered: BTreeMap::new(),
    }
}

/// Notes where one scenario judges what.
fn one(standards: &mut BTreeMap<String, Covered>, scenario: &Scenario) -> ScenarioCoverage {
    let mut own = ScenarioCoverage { title: scenario.title.clone(), ..Default::default() };
    for (id, beat) in &scenario.beats {
        let mut judges = false;
        for opportunity in &beat.opportunities {
            if opportunity.rules.iter().all(|rule| rule.verdict == Outcome::NotApplicable) {
                continue;
            }
            judges = true;
            own.judged.insert(opportunity.standard.clone());
            if let Some(covered) = standards.get_mut(&opportunity.standard) {
                let beats = covered.judged.entry(scenario.id.clone()).or_default();
                beats.insert(id.clone());
            }
        }
        for recovery in &beat.recovers {
            if let Some(covered) = standards.get_mut(&recovery.standard) {
                let beats = covered.recovered.entry(scenario.id.clone()).or_default();
                beats.insert(id.clone());
            }
        }
        own.beats.count(judges);
    }
    let declared = scenario.standards.iter().filter(|s| !own.judged.contains(*s));
    own.only_declared = declared.cloned().collect();
    own
}
