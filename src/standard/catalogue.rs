//! Every standard of the house, by id.

use std::collections::{BTreeMap, BTreeSet};

use super::{Domain, Standard};

/// All standards, by id and domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    standards: BTreeMap<String, Standard>,
    /// Ids in the order in which they were given.
    order: Vec<String>,
    domains: Vec<Domain>,
}

impl Catalogue {
    /// What the list of source documents is called in a folder of standards.
    pub const DOCUMENTS: &str = super::document::FILE;

    /// A catalogue of these standards; a later one with the same id replaces the earlier.
    pub fn new(domains: Vec<Domain>, standards: impl IntoIterator<Item = Standard>) -> Catalogue {
        let mut catalogue = Catalogue { domains, ..Catalogue::default() };
        for standard in standards {
            let id = standard.id.clone();
            if catalogue.standards.insert(id.clone(), standard).is_none() {
                catalogue.order.push(id);
            }
        }
        catalogue
    }

    /// The standard with this id.
    pub fn get(&self, id: &str) -> Option<&Standard> {
        self.standards.get(id)
    }

    /// Every standard, in order of id.
    pub fn iter(&self) -> impl Iterator<Item = &Standard> {
        self.standards.values()
    }

    /// Every standard, in the order in which they were given; a folder's domain
    /// by domain, each as its file has it.
    pub fn as_written(&self) -> impl Iterator<Item = &Standard> {
        self.order.iter().filter_map(|id| self.standards.get(id))
    }

    /// Every domain, in the order in which they were given; a folder's in order of file name.
    pub fn domains(&self) -> &[Domain] {
        &self.domains
    }

    /// This catalogue, and what an earlier one had of the `broken` domains that
    /// this one lacks: their last good standards, each in its place.
    #[must_use]
    pub fn over(mut self, earlier: &Catalogue, broken: &BTreeSet<String>) -> Catalogue {
        let is_broken = |standard: &&Standard| broken.contains(&standard.domain);
        let mut domains = std::mem::take(&mut self.domains);
        for domain in earlier.domains.iter().filter(|d| broken.contains(&d.id)) {
            if domains.iter().all(|d| d.id != domain.id) {
                let place = domains.partition_point(|d| d.id < domain.id);
                domains.insert(place, domain.clone());
            }
        }
        // A broken domain's standards in their old order, then whatever is new.
        let all: Vec<&Standard> =
            earlier.as_written().filter(is_broken).chain(self.as_written()).collect();
        let mut standards = Vec::new();
        for domain in &domains {
            let own = all.iter().filter(|s| s.domain == domain.id);
            standards.extend(own.map(|s| self.get(&s.id).unwrap_or(s)).cloned());
        }
        Catalogue::new(domains, standards)
    }
}
