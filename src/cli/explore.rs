//! `liyi explore`: every state a scenario can reach, counted and summed up.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;
use std::process::ExitCode;

use serde::Serialize;

use liyi::author::{Bounds, Choose, Exploration, Extreme, Question, Way, explore};
use liyi::files::Folders;
use liyi::library::Library;
use liyi::record::Kept;

use super::profile_or_default;

/// What is asked on the command line.
pub(super) struct Wanted {
    pub(super) profile: Option<String>,
    pub(super) seeds: Option<Range<u64>>,
    pub(super) states: Option<usize>,
    pub(super) json: bool,
}

pub(super) fn run(folders: &Folders, id: &str, wanted: Wanted) -> Result<ExitCode, String> {
    let library = Library::load(folders);
    let own = || super::in_one(|| super::language(folders, None));
    let scenario = library.scenario(id).map_err(own())?;
    let mut bounds = Bounds::default();
    if let Some(states) = wanted.states {
        bounds.states = states;
    }
    let question = Question {
        profile: library.profile(profile_or_default(wanted.profile.as_deref())).map_err(own())?,
        choose: wanted.seeds.map_or(Choose::All, Choose::Seeds),
        bounds,
        extremes: true,
    };
    let exploration = explore(scenario, &library.catalogue, &question);
    let mut out = io::stdout().lock();
    let written = if wanted.json {
        let document = Document::of(id, &question.profile.id, &exploration);
        serde_json::to_string_pretty(&document)
            .map_err(io::Error::from)
            .and_then(|text| writeln!(out, "{text}"))
    } else {
        print(&mut out, id, &question.profile.id, &exploration)
    };
    written.map_err(|e| format!("cannot print the exploration: {e}"))?;
    Ok(ExitCode::SUCCESS)
}

/// Reads `A..B`: seeds from A up to, but not with, B.
pub(super) fn seeds(words: &str) -> Result<Range<u64>, String> {
    let expected = || format!("`{words}` is not a range of seeds; give one such as 0..100");
    let (from, to) = words.split_once("..").ok_or_else(expected)?;
    let (from, to) = (from.trim().parse::<u64>(), to.trim().parse::<u64>());
    match (from, to) {
        (Ok(from), Ok(to)) if from < to => Ok(from..to),
        _ => Err(expected()),
    }
}

fn print(out: &mut impl Write, id: &str, profile: &str, found: &Exploration) -> io::Result<()> {
    let variations = &found.variations;
    writeln!(out, "{id}, profile {profile}")?;
    writeln!(
        out,
        "  variations  {} looked at; {} differ in more than words, {} in all",
        variations.seen.len(),
        variations.different,
        variations.all
    )?;
    writeln!(out, "  states      {}, joined by {} moves", found.states, found.moves)?;
    for (ending, count) in &found.endings {
        let seen = if *count == 0 { "never reached".to_owned() } else { format!("{count} states") };
        writeln!(out, "  ending      {ending}: {seen}")?;
    }
    if let Some(extremes) = &found.extremes {
        extreme(out, "best", &extremes.best)?;
        extreme(out, "worst", &extremes.worst)?;
    }
    match found.dead_ends.as_slice() {
        [] => writeln!(out, "  dead ends   none")?,
        ways => {
            let first = &ways[0];
            let (count, beat, seed) = (ways.len(), &first.beat, first.seed);
            writeln!(out, "  dead ends   {count}, the first in `{beat}` with seed {seed}")?;
        }
    }
    writeln!(out, "\nstandards: what some path gives them")?;
    for (standard, reach) in &found.standards {
        let words: Vec<&str> = reach.verdicts.keys().map(|v| v.word()).collect();
        let words = if words.is_empty() { "never judged".to_owned() } else { words.join(", ") };
        writeln!(out, "  {standard}: {words}")?;
    }
    let missing: Vec<String> = untaken(found);
    match missing.as_slice() {
        [] => writeln!(out, "\nevery beat is reached and everything in it can be done")?,
        missing => writeln!(out, "\nnever reached or done: {}", missing.join(", "))?,
    }
    if found.bounds_hit.is_empty() {
        writeln!(out, "nothing was left out")
    } else {
        writeln!(out, "NOT ALL WAS SEEN: {}", found.bounds_hit.join("; "))
    }
}

fn extreme(out: &mut impl Write, which: &str, run: &Extreme) -> io::Result<()> {
    let proof = if run.proved { "proved" } else { "the furthest a search came" };
    let (score, seed, inputs) = (run.score.value(), run.way.seed, run.way.inputs.len());
    writeln!(
        out,
        "  {which:<10}  {score:.1} with seed {seed}, {inputs} inputs ({proved})",
        proved = proof
    )
}

/// Beats never reached, and options of the others that no path takes.
fn untaken(found: &Exploration) -> Vec<String> {
    let mut missing = Vec::new();
    for (beat, reach) in &found.beats {
        if reach.variations == 0 {
            missing.push(beat.clone());
            continue;
        }
        let never = reach.options.iter().filter(|(_, taken)| !**taken);
        missing.extend(never.map(|(option, _)| format!("{beat}/{option}")));
    }
    missing
}

#[derive(Serialize)]
struct Document {
    scenario: String,
    profile: String,
    variations: VariationsShown,
    states: usize,
    moves: usize,
    endings: BTreeMap<String, usize>,
    best: Option<ExtremeShown>,
    worst: Option<ExtremeShown>,
    dead_ends: Vec<WayShown>,
    standards: BTreeMap<String, BTreeMap<&'static str, WayShown>>,
    beats: BTreeMap<String, BeatShown>,
    complete: bool,
    bounds_hit: Vec<String>,
}

#[derive(Serialize)]
struct VariationsShown {
    looked_at: usize,
    different: String,
    all: String,
    seeds: Vec<u64>,
}

#[derive(Serialize)]
struct ExtremeShown {
    score: f64,
    proved: bool,
    #[serde(flatten)]
    way: WayShown,
}

#[derive(Serialize)]
struct WayShown {
    seed: u64,
    beat: String,
    inputs: Vec<Kept>,
}

#[derive(Serialize)]
struct BeatShown {
    variations: usize,
    options: BTreeMap<String, bool>,
    opportunities: Vec<OpportunityShown>,
}

#[derive(Serialize)]
struct OpportunityShown {
    standard: String,
    verdicts: BTreeMap<&'static str, usize>,
}

impl Document {
    fn of(id: &str, profile: &str, found: &Exploration) -> Document {
        let shown = |run: &Extreme| ExtremeShown {
            score: run.score.value(),
            proved: run.proved,
            way: way(&run.way),
        };
        let beats = found.beats.iter().map(|(beat, reach)| {
            let opportunities = reach.opportunities.iter().map(|(standard, verdicts)| {
                let verdicts = verdicts.iter().map(|(v, count)| (v.word(), *count)).collect();
                OpportunityShown { standard: standard.clone(), verdicts }
            });
            let shown = BeatShown {
                variations: reach.variations,
                options: reach.options.clone(),
                opportunities: opportunities.collect(),
            };
            (beat.clone(), shown)
        });
        let standards = found.standards.iter().map(|(standard, reach)| {
            let ways = reach.verdicts.iter().map(|(v, w)| (v.word(), way(w))).collect();
            (standard.clone(), ways)
        });
        Document {
            scenario: id.to_owned(),
            profile: profile.to_owned(),
            variations: VariationsShown {
                looked_at: found.variations.seen.len(),
                different: found.variations.different.to_string(),
                all: found.variations.all.to_string(),
                seeds: found.variations.seen.iter().map(|v| v.seed).collect(),
            },
            states: found.states,
            moves: found.moves,
            endings: found.endings.clone(),
            best: found.extremes.as_ref().map(|e| shown(&e.best)),
            worst: found.extremes.as_ref().map(|e| shown(&e.worst)),
            dead_ends: found.dead_ends.iter().map(way).collect(),
            standards: standards.collect(),
            beats: beats.collect(),
            complete: found.bounds_hit.is_empty(),
            bounds_hit: found.bounds_hit.clone(),
        }
    }
}

fn way(way: &Way) -> WayShown {
    WayShown {
        seed: way.seed,
        beat: way.beat.clone(),
        inputs: way.inputs.iter().map(|(at, input)| Kept::of(*at, input)).collect(),
    }
}
