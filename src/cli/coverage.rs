//! `liyi coverage`: which standard is judged where, and which by nobody yet.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use liyi::author::graph::mark;
use liyi::author::{Coverage, Covered, Tally, coverage};
use liyi::files::Folders;
use liyi::library::{DEFAULT_PROFILE, Library};
use liyi::locale::{Arg, Locale};
use liyi::say;
use liyi::standard::{Lang, Severity, Text};

/// How many untested standards are named where not all are asked for.
const FEW: usize = 12;

/// What is asked on the command line.
#[derive(clap::Args)]
pub(super) struct CoverageArgs {
    /// Name every standard, with the beats that judge it.
    #[arg(long)]
    all: bool,
    /// Name every standard of one domain, such as phone.
    #[arg(long, value_name = "ID", conflicts_with = "all")]
    domain: Option<String>,
    /// Print one JSON document and nothing else.
    #[arg(long)]
    json: bool,
    /// The language of the table.
    #[arg(long, value_parser = super::lang)]
    lang: Option<Lang>,
}

pub(super) fn run(folders: &Folders, wanted: &CoverageArgs) -> Result<ExitCode, String> {
    let library = Library::load(folders);
    // What could not be read is missing from the table; that must not go unsaid.
    let lang = super::language(folders, wanted.lang);
    super::say_findings(&library, lang);
    let coverage = coverage(&library.catalogue, library.scenarios.values());
    if let Some(id) = &wanted.domain
        && coverage.domains.iter().all(|domain| domain.id != *id)
    {
        let ids: Vec<&str> = coverage.domains.iter().map(|domain| domain.id.as_str()).collect();
        let ids = Text::list(ids);
        let said = say!(
            "没有 `{id}` 这一组标准（有：{ids}）",
            "there is no domain `{id}` (there are: {ids})";
            ids
        );
        return Err(said.get(lang).to_owned());
    }
    let mut out = io::stdout().lock();
    let written = if wanted.json {
        serde_json::to_string_pretty(&Document::of(&coverage, wanted.domain.as_deref()))
            .map_err(io::Error::from)
            .and_then(|text| writeln!(out, "{text}"))
    } else {
        let locale =
            Locale::load(&folders.assets.join("locales"), lang).map_err(|e| e.to_string())?;
        let page = Page { coverage: &coverage, library: &library, locale: &locale };
        match (&wanted.domain, wanted.all) {
            (Some(id), _) => page.domain(&mut out, id),
            (None, all) => page.whole(&mut out, all),
        }
    };
    written.map_err(|e| format!("cannot print the table: {e}"))?;
    Ok(ExitCode::SUCCESS)
}

struct Page<'a> {
    coverage: &'a Coverage,
    library: &'a Library,
    locale: &'a Locale,
}

impl Page<'_> {
    fn whole(&self, out: &mut impl Write, all: bool) -> io::Result<()> {
        let total = self.coverage.total();
        let args =
            [("tested", total.tested), ("all", total.all), ("left", total.all - total.tested)];
        writeln!(out, "{}\n", self.tr("coverage-total", &args.map(|(n, v)| (n, v.to_string()))))?;
        self.domains(out)?;
        writeln!(out)?;
        self.scenarios(out)?;
        writeln!(out)?;
        self.only_declared(out)?;
        if all {
            for domain in &self.coverage.domains {
                writeln!(out)?;
                self.domain(out, &domain.id)?;
            }
            return Ok(());
        }
        let untested = self.coverage.untested();
        if !untested.is_empty() {
            let few = untested.len().min(FEW);
            let args = [("few", few.to_string()), ("all", untested.len().to_string())];
            writeln!(out, "{}", self.tr("coverage-untested", &args))?;
            for (id, covered) in untested.into_iter().take(FEW) {
                writeln!(out, "  {} {id}  {}", mark(Some(covered.severity)), self.statement(id))?;
            }
            writeln!(out, "{}", self.locale.tr("coverage-more"))?;
        }
        Ok(())
    }

    fn domains(&self, out: &mut impl Write) -> io::Result<()> {
        let severities = [Severity::Critical, Severity::Major, Severity::Minor];
        let mut rows = vec![vec![
            self.locale.tr("coverage-domain"),
            String::new(),
            self.locale.tr("coverage-tested"),
        ]];
        for severity in severities {
            let word = self.locale.tr(match severity {
                Severity::Critical => "severity-critical",
                Severity::Major => "severity-major",
                Severity::Minor => "severity-minor",
            });
            rows[0].push(format!("{} {word}", mark(Some(severity))));
        }
        for domain in &self.coverage.domains {
            let mut row = vec![
                domain.id.clone(),
                domain.title.get(self.locale.lang()).to_owned(),
                share(domain.standards),
            ];
            let of = |severity| domain.severities.get(&severity).copied().unwrap_or_default();
            row.extend(severities.map(|severity| share(of(severity))));
            rows.push(row);
        }
        table(out, &rows, 2)
    }

    fn scenarios(&self, out: &mut impl Write) -> io::Result<()> {
        let heads = ["coverage-scenario", "", "coverage-standards", "coverage-beats"];
        let head = |key: &&str| if key.is_empty() { String::new() } else { self.locale.tr(key) };
        let mut rows: Vec<Vec<String>> = vec![heads.iter().map(head).collect()];
        for (id, own) in &self.coverage.scenarios {
            rows.push(vec![
                id.clone(),
                own.title.get(self.locale.lang()).to_owned(),
                own.judged.len().to_string(),
                share(own.beats),
            ]);
        }
        table(out, &rows, 2)
    }

    fn only_declared(&self, out: &mut impl Write) -> io::Result<()> {
        let mut any = false;
        for (id, own) in self.coverage.scenarios.iter().filter(|(_, s)| !s.only_declared.is_empty())
        {
            let list: Vec<&str> = own.only_declared.iter().map(String::as_str).collect();
            let args = [("scenario", id.clone()), ("standards", list.join(", "))];
            writeln!(out, "{}", self.tr("coverage-only-declared", &args))?;
            any = true;
        }
        if !any {
            writeln!(out, "{}", self.locale.tr("coverage-all-judged"))?;
        }
        Ok(())
    }

    /// Every standard of a domain, with where it is judged.
    fn domain(&self, out: &mut impl Write, id: &str) -> io::Result<()> {
        let Some(domain) = self.coverage.domains.iter().find(|d| d.id == id) else { return Ok(()) };
        let title = domain.title.get(self.locale.lang());
        writeln!(out, "{id}  {title}  {}", share(domain.standards))?;
        for (standard, covered) in self.coverage.standards.iter().filter(|(_, c)| c.domain == id) {
            let sign = mark(Some(covered.severity));
            writeln!(out, "  {sign} {standard}  {}", self.statement(standard))?;
            if covered.judged.is_empty() {
                writeln!(out, "      {}", self.locale.tr("coverage-nowhere"))?;
            }
            for (scenario, beats) in &covered.judged {
                writeln!(out, "      {scenario}: {}", list(beats))?;
            }
            for (scenario, beats) in &covered.recovered {
                let args = [("scenario", scenario.clone()), ("beats", list(beats))];
                writeln!(out, "      {}", self.tr("coverage-recovered", &args))?;
            }
        }
        Ok(())
    }

    fn statement(&self, id: &str) -> String {
        let standard = self.library.catalogue.get(id);
        let house = self.library.profiles.get(DEFAULT_PROFILE);
        let stated =
            standard.map(|s| house.map_or(s.statement.clone(), |house| s.stated_by(house)));
        stated.unwrap_or_default().get(self.locale.lang()).to_owned()
    }

    fn tr(&self, key: &str, args: &[(&str, String)]) -> String {
        let args: Vec<(&str, Arg<'_>)> =
            args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
        self.locale.tr_args(key, &args)
    }
}

/// `3/18`, and nothing where there is nothing to test.
fn share(tally: Tally) -> String {
    if tally.all == 0 { "-".to_owned() } else { format!("{}/{}", tally.tested, tally.all) }
}

fn list(beats: &BTreeSet<String>) -> String {
    beats.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Rows in columns: the first few to the left, numbers to the right.
fn table(out: &mut impl Write, rows: &[Vec<String>], to_left: usize) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &Vec<String>, column: usize| row.get(column).cloned().unwrap_or_default();
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().map(|row| cell(row, column).width()).max().unwrap_or(0))
        .collect();
    for row in rows {
        let mut line = String::new();
        for (column, width) in widths.iter().enumerate() {
            let words = cell(row, column);
            let room = " ".repeat(width.saturating_sub(words.width()));
            line += &if column < to_left { words + &room } else { room + &words };
            line += "  ";
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Document<'a> {
    standards: usize,
    tested: usize,
    domains: Vec<DomainShown<'a>>,
    scenarios: BTreeMap<&'a str, ScenarioShown<'a>>,
    covered: BTreeMap<&'a str, CoveredShown<'a>>,
    untested: Vec<&'a str>,
}

#[derive(Serialize)]
struct DomainShown<'a> {
    id: &'a str,
    title_zh: &'a str,
    title_en: &'a str,
    standards: usize,
    tested: usize,
    severities: BTreeMap<&'static str, TallyShown>,
}

#[derive(Serialize)]
struct TallyShown {
    standards: usize,
    tested: usize,
}

#[derive(Serialize)]
struct ScenarioShown<'a> {
    beats: usize,
    beats_that_judge: usize,
    judged: &'a BTreeSet<String>,
    declared_but_judged_nowhere: &'a BTreeSet<String>,
}

#[derive(Serialize)]
struct CoveredShown<'a> {
    domain: &'a str,
    severity: &'static str,
    judged: &'a BTreeMap<String, BTreeSet<String>>,
    recovered: &'a BTreeMap<String, BTreeSet<String>>,
}

impl Document<'_> {
    /// The whole, or what belongs to one domain.
    fn of<'a>(coverage: &'a Coverage, domain: Option<&str>) -> Document<'a> {
        let inside = |covered: &Covered| domain.is_none_or(|id| covered.domain == id);
        let shown: Vec<(&'a str, &'a Covered)> = coverage
            .standards
            .iter()
            .filter(|(_, covered)| inside(covered))
            .map(|(id, covered)| (id.as_str(), covered))
            .collect();
        let covered = shown.iter().filter(|(_, covered)| !covered.judged.is_empty());
        let covered: BTreeMap<&str, CoveredShown<'_>> = covered
            .map(|(id, covered)| {
                let shown = CoveredShown {
                    domain: &covered.domain,
                    severity: word(covered.severity),
                    judged: &covered.judged,
                    recovered: &covered.recovered,
                };
                (*id, shown)
            })
            .collect();
        let untested = coverage.untested().into_iter().filter(|(_, covered)| inside(covered));
        let domains = coverage.domains.iter().filter(|own| domain.is_none_or(|id| own.id == id));
        let scenarios = coverage.scenarios.iter().map(|(id, own)| {
            let shown = ScenarioShown {
                beats: own.beats.all,
                beats_that_judge: own.beats.tested,
                judged: &own.judged,
                declared_but_judged_nowhere: &own.only_declared,
            };
            (id.as_str(), shown)
        });
        Document {
            standards: shown.len(),
            tested: covered.len(),
            domains: domains
                .map(|own| DomainShown {
                    id: &own.id,
                    title_zh: &own.title.zh,
                    title_en: &own.title.en,
                    standards: own.standards.all,
                    tested: own.standards.tested,
                    severities: own
                        .severities
                        .iter()
                        .map(|(severity, tally)| {
                            let shown = TallyShown { standards: tally.all, tested: tally.tested };
                            (word(*severity), shown)
                        })
                        .collect(),
                })
                .collect(),
            scenarios: scenarios.collect(),
            covered,
            untested: untested.map(|(id, _)| id).collect(),
        }
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::Major => "major",
        Severity::Minor => "minor",
    }
}
