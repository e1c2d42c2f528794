//! A finished run is kept, and the runs up to it are told in words.

use std::fmt::Write;

use crate::library::Library;
use crate::locale::Locale;
use crate::record::{Attempt, Begun, Journal, Track, wall_time};
use crate::score::{Score, ServiceKind};
use crate::session::Session;

use super::wrap::{page_width, wrap};

/// The most runs that are told.
const TOLD: usize = 8;

/// Keeps a run that has ended and gives the page on the way up to it; nothing
/// for a run that was broken off.
pub(super) fn keep(
    session: &Session,
    begun: Begun,
    (library, locale): (&Library, &Locale),
    journal: &mut Journal,
) -> String {
    let Some(attempt) = Attempt::of(session, &library.catalogue, begun, wall_time()) else {
        return String::new();
    };
    let mut page = Page { locale, text: String::new() };
    let kept = journal.keep(&attempt);
    let read = journal.refresh();
    page.way(&attempt, journal, kept.is_ok());
    // One thing at a time, what matters most first.
    let wrong = kept.err().or(read.err()).map(|error| error.said()).or(journal.complaint());
    if let Some(wrong) = wrong {
        page.line("  ! ", wrong.get(locale.lang()));
    }
    page.text
}

struct Page<'a> {
    locale: &'a Locale,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, first: &str, words: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{}", wrap(first, words, page_width()));
    }

    fn way(&mut self, now: &Attempt, journal: &Journal, kept: bool) {
        let track = Track::of(journal.attempts(), &now.scenario, &now.profile);
        let earlier = track.before(now);
        let title = self.locale.tr("terminal-way");
        self.line("", &format!("\n■ {title}"));
        if earlier.is_empty() && kept {
            let words = self.locale.tr("terminal-way-first");
            self.line("  ", &words);
            return;
        }
        let runs = earlier.iter().copied().chain([now]).zip(1..);
        let skipped = earlier.len().saturating_sub(TOLD - 1);
        for (attempt, number) in runs.skip(skipped) {
            let words = self.run(number, attempt);
            self.line("  ", &words);
        }
    }

    /// `Run 3: 72.5 points, procedural 80.0, personal 61.2, By the book`
    fn run(&self, number: usize, attempt: &Attempt) -> String {
        let locale = self.locale;
        let none = locale.tr("terminal-not-enough");
        let points = |score: Score| format!("{:.1}", score.value());
        let side = |score: Option<Score>| score.map_or_else(|| none.clone(), points);
        let kinds: Vec<String> = attempt.service_type().map_or_else(Vec::new, |service| {
            let word = |kind: ServiceKind| kind.word().replace('_', "-");
            let kinds = service.between().into_iter();
            kinds.map(|kind| locale.tr(&format!("service-{}", word(kind)))).collect()
        });
        let key =
            if attempt.begun.is_practice() { "terminal-way-practice" } else { "terminal-way-run" };
        let kind = if kinds.is_empty() { none.clone() } else { kinds.join(" / ") };
        locale.tr_args(
            key,
            &[
                ("number", number.into()),
                ("score", points(attempt.score).into()),
                ("procedural", side(attempt.procedural).into()),
                ("personal", side(attempt.personal).into()),
                ("kind", kind.into()),
            ],
        )
    }
}
