//! The picture of a scenario: everything is in it, the best run is one line, nothing breaks out.

use std::collections::BTreeSet;

use liyi::author::graph::{Edge, Graph, Judged, Legend, Node, NodeKind, dot, mermaid, svg};
use liyi::locale::Locale;
use liyi::session::TimerSetting;
use liyi::standard::{Lang, Severity};

use crate::shipped::{SCENARIOS, library, repository, scenario, setup};

fn graph(id: &str, seed: u64, lang: Lang) -> Graph {
    let locale = Locale::load(&repository("assets/locales"), lang).unwrap();
    let setup = setup("classroom", seed, TimerSetting::default());
    Graph::of(scenario(id), &library().catalogue, &setup, &locale)
}

#[test]
fn every_beat_exit_watch_ending_and_standard_is_in_the_picture() {
    for id in SCENARIOS {
        let (graph, scenario) = (graph(id, 0, Lang::Zh), scenario(id));
        let ids = |kind| -> Vec<&str> {
            let of_kind = graph.nodes.iter().filter(|n| n.kind == kind);
            of_kind.map(|n| n.id.as_str()).collect()
        };
        let drawn: BTreeSet<&str> = ids(NodeKind::Beat).into_iter().collect();
        assert_eq!(drawn, scenario.beats.keys().map(String::as_str).collect(), "{id}");
        let drawn: BTreeSet<&str> = ids(NodeKind::Ending).into_iter().collect();
        assert_eq!(drawn, scenario.endings.keys().map(String::as_str).collect(), "{id}");
        assert_eq!(ids(NodeKind::Watch).len(), scenario.watches.len(), "{id}");
        assert_eq!(graph.nodes[0].id, scenario.start);
        for (beat, node) in graph.nodes.iter().filter_map(|n| Some((scenario.beats.get(&n.id)?, n)))
        {
            let judged: BTreeSet<&str> =
                node.standards.iter().map(|j| j.standard.as_str()).collect();
            let written: BTreeSet<&str> =
                beat.opportunities.iter().map(|o| o.standard.as_str()).collect();
            assert_eq!(judged, written, "{id} {}", node.id);
            assert!(node.standards.iter().all(|j| j.severity.is_some() && !j.statement.is_empty()));
            assert_eq!(node.activity.is_some(), beat.activity.is_some());
            let to: BTreeSet<&str> = graph
                .edges
                .iter()
                .filter(|e| graph.nodes[e.from] == *node)
                .map(|e| graph.nodes[e.to].id.as_str())
                .collect();
            assert_eq!(to, beat.next.iter().map(|e| e.to.as_str()).collect(), "{id} {}", node.id);
        }
    }
}

#[test]
fn the_best_run_is_one_line_from_the_start_to_an_ending() {
    for id in SCENARIOS {
        for seed in [0, 5, 11] {
            let graph = graph(id, seed, Lang::En);
            assert!(graph.subtitle.contains("100.0"), "{}", graph.subtitle);
            let mut stops: Vec<(usize, usize)> = Vec::new();
            for (number, node) in graph.nodes.iter().enumerate() {
                stops.extend(node.best.iter().map(|step| (*step, number)));
            }
            stops.sort_unstable();
            let steps: Vec<usize> = stops.iter().map(|(step, _)| *step).collect();
            assert_eq!(steps, (1..=stops.len()).collect::<Vec<_>>(), "{id} seed {seed}");
            assert_eq!(stops[0].1, 0);
            assert_eq!(graph.nodes[stops.last().unwrap().1].kind, NodeKind::Ending);
            for pair in stops.windows(2) {
                let joined = |e: &&Edge| e.best && e.to == pair[1].1;
                let edge = graph.edges.iter().find(joined).unwrap();
                assert!(edge.watch || edge.from == pair[0].1, "{id} seed {seed}: {pair:?}");
            }
        }
    }
}

#[test]
fn conditions_are_short_words_in_both_languages() {
    let labels = |lang| -> String {
        let labels = SCENARIOS.map(|id| {
            let graph = graph(id, 0, lang);
            let edges = graph.edges.iter().map(|e| e.label.clone());
            let watches = graph.nodes.iter().filter(|n| n.kind == NodeKind::Watch);
            edges.chain(watches.map(|n| n.label.clone())).collect::<Vec<_>>().join("\n")
        });
        labels.join("\n")
    };
    let (zh, en) = (labels(Lang::Zh), labels(Lang::En));
    for words in
        ["否则", "铃响 4 声内 lift", "阮女士耐心 ≤ 2", "抽到 room：hengtai", "mute 或 时间到"]
    {
        assert!(zh.contains(words), "{words}\n{zh}");
    }
    for words in [
        "otherwise",
        "lift by ring 4",
        "Ms Ruan’s patience ≤ 2",
        "mute or time up",
        "at any time: ",
    ] {
        assert!(en.contains(words), "{words}\n{en}");
    }
    assert!(!zh.contains("graph-") && !en.contains("graph-"), "{zh}{en}");
}

/// Words that would break out of any of the three languages.
const NASTY: &str = "</title><b>&\"'\\ `x` #1; --> ]] }} | \u{7} end";

fn nasty() -> Graph {
    let node = |kind, id: &str| Node {
        kind,
        id: id.to_owned(),
        label: NASTY.to_owned(),
        whole: NASTY.to_owned(),
        activity: (kind == NodeKind::Beat).then(|| NASTY.to_owned()),
        standards: vec![Judged {
            standard: NASTY.to_owned(),
            severity: Some(Severity::Critical),
            statement: NASTY.to_owned(),
            off: true,
        }],
        best: vec![1, 12],
    };
    let words = || NASTY.to_owned();
    let edge = |from, to, watch, best| Edge { from, to, label: words(), watch, best };
    Graph {
        title: words(),
        subtitle: words(),
        nodes: vec![
            node(NodeKind::Beat, NASTY),
            node(NodeKind::Watch, ""),
            node(NodeKind::Ending, NASTY),
        ],
        edges: vec![edge(0, 2, false, true), edge(1, 2, true, false), edge(0, 0, false, false)],
        legend: Legend {
            best: words(),
            watch: words(),
            ending: words(),
            severities: vec![(Severity::Critical, words())],
        },
    }
}

/// Every start tag has its end tag, and no text holds a bare mark.
fn well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some((text, after)) = rest.split_once('<') {
        assert!(!text.contains('>'), "{text}");
        for (at, _) in text.match_indices('&') {
            let entity = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
            assert!(entity.iter().any(|e| text[at..].starts_with(e)), "{text}");
        }
        let (tag, after) = after.split_once('>').unwrap();
        assert!(!tag.contains('&') || tag.contains("&#39;"), "{tag}");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        let name = tag.split([' ', '/']).next().unwrap();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        rest = after;
    }
    assert_eq!(open, [""; 0]);
    assert!(!svg.contains(|c: char| c.is_control() && c != '\n'));
}

#[test]
fn whatever_an_author_writes_stays_words() {
    well_formed(&svg(&nasty()));
    for id in SCENARIOS {
        well_formed(&svg(&graph(id, 0, Lang::Zh)));
    }
    for line in dot(&nasty()).lines() {
        let free = line.replace("\\\\", "").replace("\\\"", "");
        assert_eq!(free.matches('"').count() % 2, 0, "{line}");
    }
    let picture = mermaid(&nasty());
    let (_, body) = picture.split_once("flowchart TD\n").unwrap();
    for line in body.lines() {
        assert!(line.matches('"').count() <= 2, "{line}");
        if let Some(words) = line.split('"').nth(1) {
            assert!(!words.contains(['`', '\\']) && !words.contains("<b>"), "{words}");
        }
    }
}

#[test]
fn the_best_run_and_the_watches_are_told_apart_without_colour() {
    let graph = graph("s04-calming-a-complaint", 0, Lang::En);
    let picture = svg(&graph);
    assert!(picture.contains("stroke-width=\"4\"") && picture.contains("stroke-dasharray"));
    let numbers = graph.nodes.iter().flat_map(|n| &n.best).count();
    assert!(numbers > 10, "{numbers}");
    for number in 1..=numbers {
        assert!(picture.contains(&format!(">{number}</text>")), "{number}");
    }
    let picture = dot(&graph);
    assert!(picture.contains("★1 ") && picture.contains("penwidth=3"));
    assert!(picture.contains("style=dashed"));
    let picture = mermaid(&graph);
    assert!(picture.contains("==>") && picture.contains("-.->") && picture.contains("★1 "));
}
