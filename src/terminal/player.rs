//! Plays one scenario in the terminal, from the list to the debrief.

use std::io::{self, BufRead, Write};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::library::Library;
use crate::locale::Locale;
use crate::session::{Ask, Event, Input, Now, Refused, Session, Setup};

use super::ask::{self, Typed};
use super::clock::Clock;
use super::say::Teller;

/// How long to sleep when nothing runs by itself.
const A_WHILE: Duration = Duration::from_secs(3600);

/// Plays a scenario in this terminal; without an id the player picks one.
///
/// # Errors
/// A sentence, when the scenario cannot be played or the terminal is gone.
pub fn play(
    library: &Library,
    id: Option<&str>,
    setup: &Setup,
    locale: &Locale,
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
    let scenario = library.scenario(&id)?;
    let (session, events) = Session::start(Arc::clone(scenario), setup.clone());
    let mut player = Player {
        teller: Teller { scenario, locale },
        library,
        session,
        clock: Clock::start(),
        lines,
        out,
    };
    player.brief().map_err(broken)?;
    player.run(events).map_err(broken)?;
    let page = super::debrief(&player.session, &library.catalogue, locale);
    write!(player.out, "{page}").and_then(|()| player.out.flush()).map_err(broken)
}

/// Lines typed, read by a thread of their own so that time can run meanwhile.
fn listen() -> Receiver<String> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        for line in io::stdin().lock().lines() {
            let Ok(line) = line else { break };
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
        writeln!(
            out,
            "  {}. {} — {}",
            i + 1,
            scenario.title.get(lang),
            scenario.summary.get(lang)
        )?;
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
}

impl Player<'_> {
    /// The briefing, with the standards on request.
    fn brief(&mut self) -> io::Result<()> {
        let scenario = self.teller.scenario;
        let words = |text| self.teller.words(text).to_owned();
        let mut page = format!("\n《{}》\n", words(&scenario.title));
        for paragraph in &scenario.briefing {
            page += &format!("  {}\n", words(paragraph));
        }
        page += &format!("  ◆ {}\n", words(&scenario.goal));
        page += &format!("  {}\n", self.teller.locale.tr("terminal-help"));
        write!(self.out, "{page}")
    }

    /// Tells and asks until the run ends or the player leaves.
    fn run(&mut self, events: Vec<Event>) -> io::Result<()> {
        let mut unread = self.teller.tell(&events, &mut self.out)?;
        loop {
            let view = self.session.view();
            match view.now {
                Now::Ended(_) => return Ok(()),
                Now::Telling => {
                    if unread {
                        write!(self.out, "  {} ", self.teller.locale.tr("terminal-continue"))?;
                        self.out.flush()?;
                        let Ok(line) = self.lines.recv() else { return self.left() };
                        if self.command(line.trim())? {
                            return self.left();
                        }
                    }
                    unread = self.give(Input::Continue)?;
                    if let Now::Asking(asking) = self.session.view().now {
                        ask::show(&self.teller, &asking, &mut self.out)?;
                    }
                }
                Now::Asking(_) => match self.listen_until_deadline()? {
                    Heard::Line(line) => {
                        if self.command(&line)? {
                            return self.left();
                        }
                        unread = self.answer(&line)?;
                    }
                    Heard::Time => unread = self.give(Input::TimePassed)?,
                    Heard::Nothing => return self.left(),
                },
            }
        }
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

    /// Pause, standards, help; tells whether the player leaves.
    fn command(&mut self, line: &str) -> io::Result<bool> {
        let locale = self.teller.locale;
        match line {
            line if is_quit(line) => return Ok(true),
            "p" | "pause" | "暂停" => {
                let key = if self.clock.toggle() { "terminal-paused" } else { "terminal-resumed" };
                writeln!(self.out, "  {}", locale.tr(key))?;
            }
            "s" | "standards" | "标准" => {
                for id in &self.teller.scenario.standards {
                    if let Some(standard) = self.library.catalogue.get(id) {
                        writeln!(self.out, "  · {}", self.teller.words(&standard.statement))?;
                    }
                }
            }
            "?" | "help" | "帮助" => writeln!(self.out, "  {}", locale.tr("terminal-help"))?,
            _ => {}
        }
        Ok(false)
    }

    /// Takes a typed line as an answer; tells whether there is something to read.
    fn answer(&mut self, line: &str) -> io::Result<bool> {
        const COMMANDS: [&str; 9] =
            ["p", "pause", "暂停", "s", "standards", "标准", "?", "help", "帮助"];
        if COMMANDS.contains(&line) {
            return Ok(false);
        }
        if self.clock.is_paused() {
            writeln!(self.out, "  {}", self.teller.locale.tr("terminal-paused"))?;
            return Ok(false);
        }
        let Now::Asking(asking) = self.session.view().now else { return Ok(false) };
        if matches!(line, "w" | "wait" | "等") {
            return self.give(Input::Wait);
        }
        match ask::read(&asking, line, self.teller.locale.lang()) {
            Typed::Give(inputs) => {
                let mut unread = false;
                for input in inputs {
                    unread |= self.give(input)?;
                }
                self.show_what_is_possible()?;
                Ok(unread)
            }
            Typed::Unclear(hint) => {
                writeln!(self.out, "  {}", self.teller.locale.tr(hint))?;
                Ok(false)
            }
        }
    }

    /// After an action of a timeline: what can be done next.
    fn show_what_is_possible(&mut self) -> io::Result<()> {
        let Now::Asking(asking) = self.session.view().now else { return Ok(()) };
        match &asking.prompt.ask {
            Ask::Timer { actions, .. } | Ask::Queue { actions, .. } => {
                ask::show_actions(&self.teller, &asking, actions, &mut self.out)
            }
            Ask::Inspect { .. } | Ask::Pack { .. } => {
                let done = asking.toggled.len();
                let chosen =
                    self.teller.locale.tr_args("terminal-chosen", &[("count", done.into())]);
                writeln!(self.out, "  {chosen}")
            }
            _ => Ok(()),
        }
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
                    _ => "terminal-unclear",
                };
                writeln!(self.out, "  {}", self.teller.locale.tr(key))?;
                Ok(false)
            }
        }
    }
}

enum Heard {
    Line(String),
    Time,
    Nothing,
}
