//! Plays one scenario in the terminal, from the list to the debrief.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::library::Library;
use crate::locale::Locale;
use crate::record::{Begun, Journal};
use crate::session::{
    Ask, Event, Input, Now, Refused, Session, SessionTime, Setup, TimerSetting, Verdict,
};

use super::ask::{self, Typed};
use super::clock::Clock;
use super::say::Teller;
use super::wrap::{page_width, wrap};

/// How long to sleep when nothing runs by itself.
const A_WHILE: Duration = Duration::from_secs(3600);

/// Plays a scenario in this terminal; without an id the player picks one.
/// A finished run is kept in the journal before its debrief is shown; after that
/// the player may try again from any beat.
///
/// # Errors
/// A sentence, when the scenario cannot be played or the terminal is gone.
pub fn play(
    library: &Library,
    id: Option<&str>,
    setup: &Setup,
    locale: &Locale,
    journal: &mut Journal,
) -> Result<(), String> {
    let lines = listen();
    let mut out = io::stdout();
    let broken = |e: io::Error| format!("cannot write to the terminal: {e}");
    let id = match id {
        Some(id) => id.to_owned(),
        None => match pick(library, locale, &lines, &mut out).map_err(broken)? {
            Some(id) => id,
            None => return Ok(()),
        },
    };
    let scenario = library.scenario(&id).map_err(|why| why.get(locale.lang()).to_owned())?;
    let (session, mut events) = Session::start(Arc::clone(scenario), setup.clone());
    let mut player = Player {
        teller: Teller { scenario, locale, width: page_width() },
        library,
        session,
        clock: Clock::start(SessionTime::default()),
        lines,
        out,
        echoed: io::stdin().is_terminal(),
        offered: BTreeSet::new(),
    };
    player.brief().map_err(broken)?;
    let mut begun = Begun::AtTheStart;
    loop {
        player.run(&events).map_err(broken)?;
        let way = super::way::keep(&player.session, begun, (library, locale), journal);
        let page = super::debrief(&player.session, &library.catalogue, locale);
        write!(player.out, "{page}{way}").and_then(|()| player.out.flush()).map_err(broken)?;
        match player.try_again().map_err(broken)? {
            Some(again) => {
                // The last beat entered is the one gone back to.
                let visit = player.session.visits().len().saturating_sub(1);
                begun = Begun::Inside { visit };
                events = again;
            }
            None => return Ok(()),
        }
    }
}

/// Lines typed, read by a thread of their own so that time can run meanwhile.
fn listen() -> Receiver<String> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let mut stdin = io::stdin().lock();
        let mut bytes = Vec::new();
        // Bytes that are no UTF-8 are an answer that does not fit, not the end.
        while stdin.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
            let line = String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned();
            bytes.clear();
            if send.send(line).is_err() {
                break;
            }
        }
    });
    receive
}

fn pick(
    library: &Library,
    locale: &Locale,
    lines: &Receiver<String>,
    out: &mut impl Write,
) -> io::Result<Option<String>> {
    let lang = locale.lang();
    writeln!(out, "{}", locale.tr("terminal-title"))?;
    for (i, scenario) in library.scenarios.values().enumerate() {
        let text = format!("{} — {}", scenario.title.get(lang), scenario.summary.get(lang));
        writeln!(out, "{}", wrap(&format!("  {}. ", i + 1), &text, page_width()))?;
    }
    writeln!(out, "  {}", locale.tr("terminal-hint-pick"))?;
    out.flush()?;
    while let Ok(line) = lines.recv() {
        let line = line.trim();
        if is_quit(line) {
            return Ok(None);
        }
        let by_number = line.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let picked = by_number.and_then(|n| library.scenarios.keys().nth(n));
        if let Some(id) = picked.or_else(|| library.scenarios.keys().find(|id| *id == line)) {
            return Ok(Some(id.clone()));
        }
        writeln!(out, "  {}", locale.tr("terminal-hint-pick"))?;
        out.flush()?;
    }
    Ok(None)
}

fn is_quit(line: &str) -> bool {
    matches!(line, "q" | "quit" | "退出")
}

struct Player<'a> {
    teller: Teller<'a>,
    library: &'a Library,
    session: Session,
    clock: Clock,
    lines: Receiver<String>,
    out: io::Stdout,
    /// Whether what is typed appears on the page, its line end too.
    echoed: bool,
    /// The actions that were shown last.
    offered: BTreeSet<String>,
}

impl Player<'_> {
    /// The briefing, with the standards on request.
    fn brief(&mut self) -> io::Result<()> {
        let scenario = self.teller.scenario;
        let title = self.teller.words(&scenario.title);
        writeln!(self.out, "\n════ {title} ════")?;
        for paragraph in &scenario.briefing {
            let words = self.session.words(paragraph);
            self.teller.line("  ", self.teller.words(&words), &mut self.out)?;
        }
        let goal = self.session.words(&scenario.goal);
        self.teller.line("  ◆ ", self.teller.words(&goal), &mut self.out)?;
        let help = format!("[{}]", self.teller.locale.tr("terminal-help"));
        self.teller.line("  ", &help, &mut self.out)
    }

    /// Tells and asks until the run ends or the player leaves.
    fn run(&mut self, events: &[Event]) -> io::Result<()> {
        let mut unread = self.teller.tell(events, &mut self.out)?;
        loop {
            match self.session.going_on() {
                Now::Ended(_) => return Ok(()),
                Now::Telling => {
                    if unread && !self.read_on()? {
                        return self.left();
                    }
                    unread = self.give(Input::Continue)?;
                    self.show()?;
                }
                Now::Asking(_) => match self.listen_until_deadline()? {
                    Heard::Line(line) => match self.command(&line)? {
                        Meant::Leave => return self.left(),
                        Meant::Done => {}
                        Meant::Answer => {
                            unread = self.answer(&line)?;
                            self.show_changes()?;
                        }
                    },
                    Heard::Time => {
                        unread = self.give(Input::TimePassed)?;
                        self.show_changes()?;
                    }
                    Heard::Nothing => return self.left(),
                },
            }
        }
    }

    /// Shows the question that is open, if one is.
    fn show(&mut self) -> io::Result<()> {
        let Now::Asking(asking) = self.session.going_on() else { return Ok(()) };
        ask::show(&self.teller, &asking, &mut self.out)?;
        self.offered = asking.possible;
        Ok(())
    }

    /// Shows what can be done now, where that is no longer what was shown.
    fn show_changes(&mut self) -> io::Result<()> {
        let Now::Asking(asking) = self.session.going_on() else { return Ok(()) };
        if ask::is_timeline(&asking.prompt.ask) && asking.possible != self.offered {
            ask::show_timeline(&self.teller, &asking, &mut self.out)?;
            self.offered = asking.possible;
        }
        Ok(())
    }

    /// Waits until the lines are read; tells whether the player stays.
    fn read_on(&mut self) -> io::Result<bool> {
        loop {
            write!(self.out, "  {} ", self.teller.locale.tr("terminal-continue"))?;
            self.out.flush()?;
            let Ok(line) = self.lines.recv() else { return Ok(false) };
            if !self.echoed {
                writeln!(self.out)?;
            }
            match self.command(line.trim())? {
                Meant::Leave => return Ok(false),
                Meant::Answer if !self.clock.is_paused() => return Ok(true),
                Meant::Answer | Meant::Done => {}
            }
        }
    }

    /// After the debrief: the beats of the run, to try again from one of them.
    fn try_again(&mut self) -> io::Result<Option<Vec<Event>>> {
        let locale = self.teller.locale;
        writeln!(self.out, "\n■ {}", locale.tr("debrief-leaf-strip"))?;
        let judged = self.session.judgements();
        let visits = self.session.visits().to_vec();
        for (place, visit) in visits.iter().enumerate() {
            let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
            for judgement in judged.iter().filter(|j| j.visit == place) {
                *counts.entry(judgement.verdict).or_default() += 1;
            }
            let verdicts: Vec<String> = counts
                .into_iter()
                .map(|(verdict, count)| (super::debrief::verdict(locale, verdict), count))
                .map(|(word, n)| if n > 1 { format!("{word} ×{n}") } else { word })
                .collect();
            let label = self.teller.words(&visit.label);
            let verdicts = self.teller.joined(&verdicts);
            let line = if verdicts.is_empty() {
                label.to_owned()
            } else {
                format!("{label} · {verdicts}")
            };
            self.teller.line(
                &format!("  {:>2}. {}  ", place + 1, visit.at),
                &line,
                &mut self.out,
            )?;
        }
        let hint = format!("[{}]", locale.tr("terminal-hint-pick"));
        let text = format!("{} {hint}", locale.tr("debrief-try-from"));
        self.teller.line("  ", &text, &mut self.out)?;
        self.out.flush()?;
        while let Ok(line) = self.lines.recv() {
            let line = line.trim();
            if line.is_empty() || is_quit(line) {
                break;
            }
            let visit = line.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            if let Some((session, events)) = visit.and_then(|v| self.session.rewind(v)) {
                self.clock = Clock::start(session.now());
                self.session = session;
                return Ok(Some(events));
            }
            self.teller.line("  ", &hint, &mut self.out)?;
            self.out.flush()?;
        }
        Ok(None)
    }

    fn left(&mut self) -> io::Result<()> {
        writeln!(self.out, "\n{}", self.teller.locale.tr("terminal-left"))
    }

    fn listen_until_deadline(&mut self) -> io::Result<Heard> {
        let wait = match self.session.deadline() {
            Some(at) if !self.clock.is_paused() => self.clock.until(at),
            _ => A_WHILE,
        };
        Ok(match self.lines.recv_timeout(wait) {
            Ok(line) => Heard::Line(line.trim().to_owned()),
            Err(RecvTimeoutError::Timeout) => Heard::Time,
            Err(RecvTimeoutError::Disconnected) => Heard::Nothing,
        })
    }

    /// Does what a line asks of the player itself: pause, standards, help.
    fn command(&mut self, line: &str) -> io::Result<Meant> {
        let locale = self.teller.locale;
        match line {
            line if is_quit(line) => return Ok(Meant::Leave),
            "p" | "pause" | "暂停" => {
                let key = if self.clock.toggle() { "terminal-paused" } else { "terminal-resumed" };
                self.teller.line("  ", &locale.tr(key), &mut self.out)?;
            }
            "s" | "standards" | "标准" => {
                for id in &self.teller.scenario.standards {
                    if let Some(standard) = self.library.catalogue.get(id) {
                        let statement = standard.stated_by(&self.session.setup().profile);
                        let statement = self.teller.words(&statement);
                        self.teller.line("  · ", statement, &mut self.out)?;
                    }
                }
            }
            "?" | "？" | "help" | "帮助" => {
                self.teller.line("  ", &locale.tr("terminal-help"), &mut self.out)?;
                self.show()?;
            }
            _ if self.clock.is_paused() => {
                self.teller.line("  ", &locale.tr("terminal-paused"), &mut self.out)?;
            }
            _ => return Ok(Meant::Answer),
        }
        self.out.flush()?;
        Ok(Meant::Done)
    }

    /// Takes a typed line as an answer; tells whether there is something to read.
    fn answer(&mut self, line: &str) -> io::Result<bool> {
        let Now::Asking(asking) = self.session.going_on() else { return Ok(false) };
        let ask = &asking.prompt.ask;
        let stands_still = self.session.setup().timers == TimerSetting::Off;
        let waits = matches!(line, "w" | "wait" | "等")
            || line.is_empty() && matches!(ask, Ask::Timer { .. } | Ask::Queue { .. });
        if waits && (stands_still || ask::is_timeline(ask)) {
            // While timers run, waiting is what happens anyway.
            return if stands_still { self.give(Input::Wait) } else { Ok(false) };
        }
        let Typed::Give(inputs) = ask::read(&asking, line, self.teller.locale.lang()) else {
            // One Enter too many while reading is no answer, and no mistake.
            if !line.is_empty() {
                self.teller.line(
                    "  ",
                    &self.teller.locale.tr("terminal-unclear"),
                    &mut self.out,
                )?;
            }
            ask::show_hint(&self.teller, ask, &mut self.out)?;
            return Ok(false);
        };
        let (visit, mut unread) = (self.session.visits().len(), false);
        for input in inputs {
            let taken = self.session.transcript().len();
            unread |= self.give(input)?;
            // What is refused is no answer, and nor is what was typed with it.
            if self.session.transcript().len() == taken {
                return Ok(unread);
            }
            // Time may have run out meanwhile: the rest answers nothing any more.
            if self.session.visits().len() != visit {
                return Ok(unread);
            }
        }
        if let Now::Asking(asking) = self.session.going_on() {
            ask::show_progress(&self.teller, &asking, &mut self.out)?;
        }
        Ok(unread)
    }

    /// Gives an input and tells what it causes.
    fn give(&mut self, input: Input) -> io::Result<bool> {
        let at = self.clock.now().max(self.session.now());
        match self.session.handle(at, input) {
            Ok(events) => self.teller.tell(&events, &mut self.out),
            Err(Refused::TooLate) => match self.session.handle(at, Input::TimePassed) {
                Ok(events) => self.teller.tell(&events, &mut self.out),
                Err(_) => Ok(false),
            },
            Err(refused) => {
                let key = match refused {
                    Refused::Busy { .. } => "terminal-busy",
                    Refused::NotNow { .. } | Refused::TimersRun => "terminal-not-now",
                    Refused::AlreadyDone { .. } => "terminal-already-done",
                    Refused::Poured { .. } => "play-poured",
                    _ => "terminal-unclear",
                };
                self.teller.line("  ", &self.teller.locale.tr(key), &mut self.out)?;
                self.out.flush()?;
                Ok(false)
            }
        }
    }
}

/// What a typed line was.
enum Meant {
    /// An answer, or the wish to go on.
    Answer,
    /// A command, now done.
    Done,
    Leave,
}

enum Heard {
    Line(String),
    Time,
    Nothing,
}
