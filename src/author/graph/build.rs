//! From a scenario and its best run to the boxes and arrows of a picture.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::words::Words;
use super::{Edge, Graph, Judged, Legend, Node, NodeKind};
use crate::author::{Policy, play};
use crate::locale::Locale;
use crate::scenario::{Beat, Exit, Scenario, When};
use crate::score::scorecard;
use crate::session::{Session, Setup};
use crate::standard::{Catalogue, Severity};

/// Where a jump leads: from a place, by a watch or an exit, to another.
type Step<'a> = (Place<'a>, &'a str);

/// What an arrow starts from: a beat, or the watch with this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place<'a> {
    Beat(&'a str),
    Watch(usize),
}

impl Graph {
    /// The picture of a scenario, with the best run that can be found under
    /// this setup, in the locale's language.
    pub fn of(
        scenario: &Arc<Scenario>,
        catalogue: &Catalogue,
        setup: &Setup,
        locale: &Locale,
    ) -> Graph {
        let best = play(scenario, catalogue, setup, Policy::Best);
        let words = Words { script: scenario, profile: &setup.profile, locale };
        let maker = Maker { scenario, catalogue, setup, words, best: &best };
        maker.graph()
    }
}

struct Maker<'a> {
    scenario: &'a Scenario,
    catalogue: &'a Catalogue,
    setup: &'a Setup,
    words: Words<'a>,
    best: &'a Session,
}

impl<'a> Maker<'a> {
    fn graph(&self) -> Graph {
        let mut index: BTreeMap<Place<'_>, usize> = BTreeMap::new();
        let mut endings: BTreeMap<&str, usize> = BTreeMap::new();
        let (steps, taken) = self.best_run();
        let visited = |id: &str| -> Vec<usize> {
            steps.iter().filter(|(_, to)| *to == id).map(|(number, _)| *number).collect()
        };
        let mut nodes = Vec::new();
        for (id, beat) in self.beats() {
            index.insert(Place::Beat(id), nodes.len());
            nodes.push(self.beat(id, beat, visited(id)));
        }
        for (number, watch) in self.scenario.watches.iter().enumerate() {
            index.insert(Place::Watch(number), nodes.len());
            nodes.push(self.watch(watch));
        }
        for (id, ending) in &self.scenario.endings {
            endings.insert(id, nodes.len());
            let whole = self.best.words(&ending.text).get(self.lang()).to_owned();
            nodes.push(Node {
                kind: NodeKind::Ending,
                id: id.clone(),
                label: whole.clone(),
                whole,
                activity: None,
                standards: Vec::new(),
                best: visited(id),
            });
        }
        let target = |to: &str| index.get(&Place::Beat(to)).or(endings.get(to)).copied();
        let mut edges = Vec::new();
        for (place, from) in &index {
            let exits: Vec<(&str, String)> = match place {
                Place::Beat(id) => self.scenario.beats.get(*id).map(|b| self.exits(&b.next)),
                Place::Watch(n) => {
                    self.scenario.watches.get(*n).map(|w| vec![(w.to.as_str(), String::new())])
                }
            }
            .unwrap_or_default();
            for (to, label) in exits {
                let Some(at) = target(to) else { continue };
                let best = taken.contains(&(*place, to));
                let watch = matches!(place, Place::Watch(_));
                edges.push(Edge { from: *from, to: at, label, watch, best });
            }
        }
        edges.sort_by_key(|edge| (edge.from, edge.to));
        Graph {
            title: self.scenario.title.get(self.lang()).to_owned(),
            subtitle: self.subtitle(),
            nodes,
            edges,
            legend: self.legend(),
        }
    }

    fn lang(&self) -> crate::standard::Lang {
        self.words.locale.lang()
    }

    /// Every beat, in the order in which one comes upon them from the start;
    /// those that nothing leads to last.
    fn beats(&self) -> Vec<(&'a str, &'a Beat)> {
        let mut order: Vec<(&str, &Beat)> = Vec::new();
        let mut seen = BTreeSet::new();
        let watches = self.scenario.watches.iter().map(|w| w.to.as_str());
        let starts = std::iter::once(self.scenario.start.as_str()).chain(watches);
        let all = self.scenario.beats.keys().map(String::as_str);
        for start in starts.chain(all) {
            let mut next = VecDeque::from([start]);
            while let Some(id) = next.pop_front() {
                let Some(beat) = self.scenario.beats.get(id) else { continue };
                if seen.insert(id) {
                    order.push((id, beat));
                    next.extend(beat.next.iter().map(|exit| exit.to.as_str()));
                }
            }
        }
        order
    }

    fn beat(&self, id: &str, beat: &Beat, best: Vec<usize>) -> Node {
        let label = self.best.words(&beat.label).get(self.lang()).to_owned();
        let mut standards: Vec<Judged> = Vec::new();
        for opportunity in &beat.opportunities {
            if standards.iter().all(|s| s.standard != opportunity.standard) {
                standards.push(self.judged(&opportunity.standard));
            }
        }
        Node {
            kind: NodeKind::Beat,
            id: id.to_owned(),
            whole: label.clone(),
            label,
            activity: beat.activity.as_ref().map(|a| self.words.activity(a)),
            standards,
            best,
        }
    }

    fn judged(&self, id: &str) -> Judged {
        let standard = self.catalogue.get(id);
        Judged {
            standard: id.to_owned(),
            severity: standard.map(|s| s.severity),
            statement: standard
                .map(|s| s.stated_by(&self.setup.profile).get(self.lang()).to_owned())
                .unwrap_or_default(),
            off: standard.is_some_and(|s| s.turned_off(&self.setup.profile).is_some()),
        }
    }

    fn watch(&self, watch: &Exit) -> Node {
        let label = self.words.tr("graph-any-time", &[("when", self.words.when(&watch.when))]);
        Node {
            kind: NodeKind::Watch,
            id: String::new(),
            whole: label.clone(),
            label,
            activity: None,
            standards: Vec::new(),
            best: Vec::new(),
        }
    }

    /// A beat's exits, those to the same place taken together, in their order.
    fn exits<'e>(&self, exits: &'e [Exit]) -> Vec<(&'e str, String)> {
        let mut together: Vec<(&str, Vec<String>)> = Vec::new();
        for (place, exit) in exits.iter().enumerate() {
            let label = match (&exit.when, place) {
                (When::Always, 0) => String::new(),
                (When::Always, _) => self.words.locale.tr("graph-else"),
                (when, _) => self.words.when(when),
            };
            match together.iter_mut().find(|(to, _)| *to == exit.to) {
                Some((_, labels)) => labels.push(label),
                None => together.push((&exit.to, vec![label])),
            }
            if matches!(exit.when, When::Always) {
                break;
            }
        }
        let only = together.len() == 1;
        let or = self.words.locale.tr("graph-or");
        let label = |labels: Vec<String>| {
            if only && labels.len() > 1 { String::new() } else { labels.join(&or) }
        };
        together.into_iter().map(|(to, labels)| (to, label(labels))).collect()
    }

    /// Where the best run comes, numbered from 1, and the jumps it takes.
    fn best_run(&self) -> (Vec<(usize, &str)>, BTreeSet<Step<'_>>) {
        let mut stops: Vec<&str> = self.best.visits().iter().map(|v| v.beat.as_str()).collect();
        stops.extend(self.best.ending());
        let mut taken = BTreeSet::new();
        for pair in stops.windows(2) {
            let &[from, to] = pair else { continue };
            let exits = self.scenario.beats.get(from).map_or(&[][..], |beat| &beat.next);
            if exits.iter().any(|exit| exit.to == to) {
                taken.insert((Place::Beat(from), to));
            } else if let Some(n) = self.scenario.watches.iter().position(|w| w.to == to) {
                taken.insert((Place::Watch(n), to));
            }
        }
        (stops.into_iter().enumerate().map(|(place, id)| (place + 1, id)).collect(), taken)
    }

    fn subtitle(&self) -> String {
        let judged = self.best.judgements();
        let card = scorecard(&judged, self.catalogue, &self.setup.profile);
        self.words.tr(
            "graph-subtitle",
            &[
                ("id", self.scenario.id.clone()),
                ("profile", self.setup.profile.title.get(self.lang()).to_owned()),
                ("seed", self.setup.seed.to_string()),
                ("score", format!("{:.1}", card.score.value())),
            ],
        )
    }

    fn legend(&self) -> Legend {
        let tr = |key: &str| self.words.locale.tr(key);
        Legend {
            best: tr("graph-legend-best"),
            watch: tr("graph-legend-watch"),
            ending: tr("graph-legend-ending"),
            severities: vec![
                (Severity::Critical, tr("severity-critical")),
                (Severity::Major, tr("severity-major")),
                (Severity::Minor, tr("severity-minor")),
            ],
        }
    }
}
