//! The debrief as text.

use std::fmt::Write;

use crate::locale::Locale;
use crate::score::{Moment, Outcome, outcome};
use crate::session::{Session, SessionTime, Verdict};
use crate::standard::{Catalogue, Text};

use super::wrap::{page_width, wrap};

/// The debrief of a session, ready to print.
pub fn debrief(session: &Session, catalogue: &Catalogue, locale: &Locale) -> String {
    let outcome = outcome(session, catalogue);
    let mut page = Page { session, locale, width: page_width(), text: String::new() };
    page.headline(&outcome);
    page.moments("terminal-well", &outcome.debrief.well, false);
    page.moments("terminal-costly", &outcome.debrief.costly, true);
    page.gaps(&outcome);
    page.notes(&outcome);
    page.text
}

/// The word for a verdict.
pub(super) fn verdict(locale: &Locale, verdict: Verdict) -> String {
    locale.tr(&format!("verdict-{}", verdict.word().replace('_', "-")))
}

struct Page<'a> {
    session: &'a Session,
    locale: &'a Locale,
    width: usize,
    text: String,
}

impl Page<'_> {
    /// One paragraph, broken to the page; its first line begins so.
    fn line(&mut self, first: &str, text: &str) {
        let _ = writeln!(self.text, "{}", wrap(first, text, self.width));
    }

    /// A message, indented.
    fn say(&mut self, key: &str, args: &[(&str, &str)]) {
        self.say_after("  ", key, args);
    }

    fn say_after(&mut self, first: &str, key: &str, args: &[(&str, &str)]) {
        let args: Vec<_> = args.iter().map(|(k, v)| (*k, (*v).into())).collect();
        let line = self.locale.tr_args(key, &args);
        self.line(first, &line);
    }

    fn words<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.locale.lang())
    }

    fn name(&self, who: &str) -> String {
        let member = self.session.scenario().cast.get(who);
        member.map_or(who, |m| self.words(&m.name)).to_owned()
    }

    /// When and where something happened.
    fn place(&self, at: SessionTime, visit: usize) -> String {
        let label = self.session.visits().get(visit).map(|v| self.words(&v.label));
        format!("{at} {}", label.unwrap_or_default())
    }

    fn title(&mut self, key: &str) {
        let title = self.locale.tr(key);
        self.line("", &format!("\n■ {title}"));
    }

    fn headline(&mut self, outcome: &Outcome) {
        let title = self.locale.tr("terminal-debrief");
        let scenario = self.words(&self.session.scenario().title).to_owned();
        self.line("", &format!("\n════ {title} · {scenario} ════"));
        let card = &outcome.card;
        let band = self.locale.tr(&format!("band-{}", card.band.word().replace('_', "-")));
        self.say(
            "terminal-score",
            &[("score", &format!("{:.1}", card.score.value())), ("band", &band)],
        );
        let none = self.locale.tr("terminal-not-enough");
        let side = |score: Option<crate::score::Score>| {
            score.map_or(none.clone(), |s| format!("{:.1}", s.value()))
        };
        self.say(
            "terminal-two-sides",
            &[("procedural", &side(card.procedural)), ("personal", &side(card.personal))],
        );
        if let Some(service) = card.service_type {
            let kinds: Vec<String> = service
                .between()
                .into_iter()
                .map(|k| self.locale.tr(&format!("service-{}", k.word().replace('_', "-"))))
                .collect();
            self.say("terminal-service", &[("kind", &kinds.join(" / "))]);
        }
    }

    fn moments(&mut self, title: &str, moments: &[Moment], whole: bool) {
        if moments.is_empty() {
            return;
        }
        self.title(title);
        for moment in moments {
            let verdict = verdict(self.locale, moment.verdict);
            let statement = self.words(&moment.statement).to_owned();
            let place = self.place(moment.at, moment.visit);
            self.line("  ", &format!("{place} · {verdict} · {statement}"));
            let did = self.words(&moment.did).to_owned();
            if !did.is_empty() {
                self.say_after("    ", "terminal-did", &[("did", &did)]);
            }
            let lang = self.locale.lang();
            let sources: Vec<String> = moment.sources.iter().map(|s| s.cite(lang)).collect();
            self.say_after("    ", "terminal-source", &[("source", &sources.join("; "))]);
            for (key, name, text) in [
                ("terminal-why", "why", &moment.why),
                ("terminal-better", "better", &moment.better),
            ] {
                if whole && !text.is_empty() {
                    let text = self.words(text).to_owned();
                    self.say_after("    ", key, &[(name, &text)]);
                }
            }
        }
    }

    fn gaps(&mut self, outcome: &Outcome) {
        if outcome.gaps.is_empty() {
            return;
        }
        self.title("terminal-gaps");
        for gap in &outcome.gaps {
            let tenths = |t: i32| format!("{:.1}", f64::from(t) / 10.0);
            let verdict = self.locale.tr(&format!("gap-{}", gap.verdict.word().replace('_', "-")));
            let who = self.name(&gap.who);
            self.say(
                "terminal-gap",
                &[
                    ("who", &who),
                    ("perceived", &tenths(gap.perceived)),
                    ("expected", &tenths(gap.expected)),
                    ("gap", &format!("{:+.1}", f64::from(gap.gap) / 10.0).replace('-', "−")),
                    ("verdict", &verdict),
                ],
            );
            if let Some(remark) = &gap.remark {
                let remark = self.words(remark).to_owned();
                self.line("    ", &format!("“{remark}”"));
            }
            if let Some(moved) = gap.moved_most.as_ref().filter(|m| !m.why.is_empty()) {
                let why = self.words(&moved.why).to_owned();
                self.say_after("    ", "terminal-moved", &[("why", &why)]);
            }
        }
    }

    fn notes(&mut self, outcome: &Outcome) {
        let debrief = &outcome.debrief;
        if !debrief.rulings.is_empty() {
            self.title("terminal-rulings");
            for ruling in &debrief.rulings {
                let text = self.words(&ruling.ruling).to_owned();
                self.line(&format!("  {}  ", ruling.at), &text);
            }
        }
        if !debrief.refused.is_empty() {
            self.title("terminal-refused");
            for moment in &debrief.refused {
                let verdict = verdict(self.locale, moment.verdict);
                let statement = self.words(&moment.statement).to_owned();
                let place = self.place(moment.at, moment.visit);
                self.line("  ", &format!("{place} · {verdict} · {statement}"));
            }
        }
        if !debrief.not_applicable.is_empty() {
            self.title("terminal-house-off");
            for off in &debrief.not_applicable {
                let statement = self.words(&off.statement).to_owned();
                self.line("  · ", &format!("{statement} ({} = {})", off.key, off.value));
            }
        }
        self.line("", "");
        if let Some(practise) = &debrief.practise {
            let statement = self.words(&practise.statement).to_owned();
            self.say("terminal-practise", &[("statement", &statement)]);
        }
        let setup = self.session.setup();
        let (profile, seed, timers) =
            (setup.profile.id.clone(), setup.seed.to_string(), setup.timers.word());
        self.say(
            "terminal-made-under",
            &[
                ("profile", &profile),
                ("seed", &seed),
                ("timers", timers),
                ("version", env!("CARGO_PKG_VERSION")),
            ],
        );
        self.say("terminal-no-claim", &[]);
    }
}
