//! Every standard of the house, by id.

use std::collections::BTreeMap;

use super::{Domain, Standard};

/// All standards, by id and domain.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    standards: BTreeMap<String, Standard>,
    /// Ids in the order in which they were given.
    order: Vec<String>,
    domains: Vec<Domain>,
}

impl Catalogue {
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
}
