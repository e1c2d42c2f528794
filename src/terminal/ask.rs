//! A prompt as a numbered list, and a typed line as an input.

use std::io::{self, Write};

use crate::locale;
use crate::session::{Ask, Asking, Input};
use crate::standard::{Lang, Text};

use super::say::Teller;

/// What a typed line means while an activity is open.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// Give these inputs, in order.
    Give(Vec<Input>),
    /// It does not fit.
    Unclear,
}

/// Writes what is asked, with a number before everything that can be typed.
pub(super) fn show(teller: &Teller<'_>, asking: &Asking, out: &mut impl Write) -> io::Result<()> {
    let prompt = &asking.prompt;
    writeln!(out)?;
    teller.line("▶ ", teller.words(&prompt.text), out)?;
    if let Some(limit) = prompt.limit_ms.filter(|_| !is_timeline(&prompt.ask)) {
        let seconds = limit.div_ceil(1000);
        let text = teller.locale.tr_args("terminal-limit", &[("seconds", seconds.into())]);
        teller.line("  ◷ ", &text, out)?;
    }
    if let Ask::Timer { look, .. } = &prompt.ask
        && let Some(key) = locale::timer_look(*look)
    {
        teller.line("  ◷ ", &teller.locale.tr(key), out)?;
    }
    match &prompt.ask {
        Ask::Choice { options } => list(teller, options.iter().map(|o| &o.text), out)?,
        Ask::Timer { .. } | Ask::Queue { .. } => show_timeline(teller, asking, out)?,
        Ask::Order { items, .. } | Ask::Pack { items, .. } => {
            list(teller, items.iter().map(|i| &i.text), out)?;
        }
        Ask::Gesture { dials, .. } => {
            for dial in dials {
                let label = format!("  {}{}", teller.words(&dial.label), colon(teller));
                teller.line(&label, &row(teller, dial.positions.iter().map(|p| &p.text)), out)?;
            }
        }
        Ask::Inspect { spots, .. } => list(teller, spots.iter().map(|s| &s.text), out)?,
        Ask::Slider { min, max, start, low, high, marks, .. } => {
            let (low, high) = (teller.words(low), teller.words(high));
            let scale = format!("{min} {low} ←—[{start}]—→ {high} {max}");
            teller.line("  ", &scale, out)?;
            for (at, text) in marks {
                teller.line(&format!("  {at}{}", colon(teller)), teller.words(text), out)?;
            }
        }
        Ask::Note { fields, .. } => {
            for (i, field) in fields.iter().enumerate() {
                let label = format!("  {}) {}  ", i + 1, teller.words(&field.label));
                teller.line(&label, &row(teller, field.choices.iter()), out)?;
            }
            show_timeline(teller, asking, out)?;
        }
    }
    show_hint(teller, &prompt.ask, out)
}

/// Writes how this kind of question is answered.
pub(super) fn show_hint(teller: &Teller<'_>, ask: &Ask, out: &mut impl Write) -> io::Result<()> {
    let hint = format!("[{}]", teller.locale.tr(hint(ask)));
    teller.line("  ", &hint, out)?;
    out.flush()
}

/// How far an open activity has got, after something was done in it.
pub(super) fn show_progress(
    teller: &Teller<'_>,
    asking: &Asking,
    out: &mut impl Write,
) -> io::Result<()> {
    match &asking.prompt.ask {
        Ask::Inspect { spots, .. } => {
            let spots = spots.iter().map(|s| (&s.id, &s.text));
            show_chosen(teller, asking, spots, out)?;
        }
        Ask::Pack { items, .. } => {
            let items = items.iter().map(|i| (&i.id, &i.text));
            show_chosen(teller, asking, items, out)?;
        }
        Ask::Note { fields, .. } => {
            let filled: Vec<String> = fields
                .iter()
                .filter_map(|field| {
                    let written = asking.written.get(&field.id)?;
                    Some(format!("{}{}{written}", teller.words(&field.label), colon(teller)))
                })
                .collect();
            let (count, of) = (filled.len(), fields.len());
            let args = [("count", count.into()), ("of", of.into())];
            let head = teller.locale.tr_args("play-filled", &args);
            teller.line(&format!("  ✎ {head}  "), &teller.joined(&filled), out)?;
        }
        // What else can be done is shown whenever it changes.
        Ask::Timer { .. }
        | Ask::Queue { .. }
        | Ask::Choice { .. }
        | Ask::Order { .. }
        | Ask::Gesture { .. }
        | Ask::Slider { .. } => {}
    }
    out.flush()
}

fn show_chosen<'a>(
    teller: &Teller<'_>,
    asking: &Asking,
    items: impl Iterator<Item = (&'a String, &'a Text)>,
    out: &mut impl Write,
) -> io::Result<()> {
    let chosen: Vec<String> = items
        .filter(|(id, _)| asking.toggled.contains(*id))
        .map(|(_, text)| teller.words(text).to_owned())
        .collect();
    if !chosen.is_empty() {
        teller.line("  ✓ ", &teller.joined(&chosen), out)?;
    }
    let args = [("count", chosen.len().into())];
    teller.line("  ", &format!("[{}]", teller.locale.tr_args("terminal-chosen", &args)), out)
}

/// The lines and people waiting, and what can be done now. Actions keep their
/// number while some of them are not possible.
pub(super) fn show_timeline(
    teller: &Teller<'_>,
    asking: &Asking,
    out: &mut impl Write,
) -> io::Result<()> {
    let (tracks, actions, letter) = match &asking.prompt.ask {
        Ask::Timer { tracks, actions, .. } | Ask::Queue { tracks, actions } => {
            (tracks.as_slice(), actions, "")
        }
        Ask::Note { actions, .. } => (&[][..], actions, "a"),
        _ => return Ok(()),
    };
    let tr = |key: &str| teller.locale.tr(key);
    let states: Vec<String> = tracks
        .iter()
        .map(|track| {
            let (rings, answered) = asking.rings.get(&track.id).copied().unwrap_or_default();
            let state = locale::track_state(teller.locale, track.rings, rings, answered);
            let label = teller.words(&track.label);
            if state.is_empty() { label.to_owned() } else { format!("{label} · {state}") }
        })
        .collect();
    if states.len() > 1 {
        teller.line("  ☎ ", &states.join("  |  "), out)?;
    }
    for (i, action) in actions.iter().enumerate() {
        if asking.possible.contains(&action.id) {
            teller.line(&format!("  {letter}{}. ", i + 1), teller.words(&action.text), out)?;
        }
    }
    if asking.prompt.limit_ms.is_none() {
        // Timers are off: what comes next comes only when it is let.
        teller.line("  w. ", &tr("play-wait"), out)?;
    }
    out.flush()
}

/// Whether time runs on by itself while this is asked.
pub(super) fn is_timeline(ask: &Ask) -> bool {
    matches!(ask, Ask::Timer { .. } | Ask::Queue { .. } | Ask::Note { .. })
}

fn list<'a>(
    teller: &Teller<'_>,
    items: impl Iterator<Item = &'a Text>,
    out: &mut impl Write,
) -> io::Result<()> {
    for (i, item) in items.enumerate() {
        teller.line(&format!("  {}. ", i + 1), teller.words(item), out)?;
    }
    Ok(())
}

/// Things to pick from, side by side.
fn row<'a>(teller: &Teller<'_>, items: impl Iterator<Item = &'a Text>) -> String {
    let numbered = items.enumerate().map(|(i, text)| format!("{}. {}", i + 1, teller.words(text)));
    numbered.collect::<Vec<_>>().join("   ")
}

fn colon(teller: &Teller<'_>) -> String {
    teller.locale.tr("terminal-colon")
}

/// The locale key of how to answer this kind.
fn hint(ask: &Ask) -> &'static str {
    match ask {
        Ask::Choice { .. } | Ask::Inspect { single: true, .. } => "terminal-hint-choice",
        Ask::Timer { .. } | Ask::Queue { .. } => "terminal-hint-timer",
        Ask::Order { choose: false, .. } => "terminal-hint-order",
        Ask::Order { choose: true, .. } => "terminal-hint-build",
        Ask::Gesture { .. } => "terminal-hint-gesture",
        Ask::Inspect { .. } | Ask::Pack { .. } => "terminal-hint-toggle",
        Ask::Slider { .. } => "terminal-hint-slider",
        Ask::Note { .. } => "terminal-hint-note",
    }
}

/// Reads a typed line as an answer to what is asked.
pub(super) fn read(asking: &Asking, line: &str, lang: Lang) -> Typed {
    let ask = &asking.prompt.ask;
    let unclear = Typed::Unclear;
    let line = line.trim();
    let numbers: Option<Vec<usize>> = line
        .split([' ', ',', '，', '、'])
        .filter(|w| !w.is_empty())
        .map(|w| w.parse().ok())
        .collect();
    let numbers = numbers.filter(|n| !n.is_empty());
    let is_done = matches!(line, "" | "done" | "ok" | "完成" | "好");
    match ask {
        Ask::Choice { options: items }
        | Ask::Timer { actions: items, .. }
        | Ask::Queue { actions: items, .. } => one(items.iter().map(|o| &o.id), line, numbers)
            .map_or(unclear, |id| Typed::Give(vec![Input::Choose(id)])),
        Ask::Inspect { spots, single: true } => one(spots.iter().map(|s| &s.id), line, numbers)
            .map_or(unclear, |id| Typed::Give(vec![Input::Choose(id)])),
        Ask::Order { items, .. } => {
            let ids: Option<Vec<String>> = numbers.and_then(|n| {
                n.iter().map(|i| items.get(i.checked_sub(1)?).map(|s| s.id.clone())).collect()
            });
            ids.map_or(unclear, |ids| Typed::Give(vec![Input::Arrange(ids)]))
        }
        Ask::Gesture { dials, .. } => {
            let numbers = numbers.unwrap_or_default();
            let set: Option<Vec<(String, String)>> = dials
                .iter()
                .enumerate()
                .map(|(i, dial)| {
                    let position = dial.positions.get(numbers.get(i)?.checked_sub(1)?)?;
                    Some((dial.id.clone(), position.id.clone()))
                })
                .collect();
            match set {
                Some(set) if numbers.len() == dials.len() => Typed::Give(vec![Input::Gesture(set)]),
                _ => unclear,
            }
        }
        Ask::Inspect { .. } | Ask::Pack { .. } | Ask::Note { .. } if is_done => {
            Typed::Give(vec![Input::Done])
        }
        Ask::Inspect { spots, .. } => {
            toggles(spots.iter().map(|s| &s.id), numbers).map_or(unclear, Typed::Give)
        }
        Ask::Pack { items, .. } => {
            toggles(items.iter().map(|s| &s.id), numbers).map_or(unclear, Typed::Give)
        }
        Ask::Slider { .. } => match line.parse() {
            Ok(value) => Typed::Give(vec![Input::Slide(value), Input::Done]),
            Err(_) => unclear,
        },
        Ask::Note { fields, actions } => {
            if let Some(number) = line.strip_prefix('a').and_then(|n| n.parse::<usize>().ok()) {
                let action = number.checked_sub(1).and_then(|i| actions.get(i));
                return action.map_or(unclear, |a| Typed::Give(vec![Input::Choose(a.id.clone())]));
            }
            // What follows a sign of equality is written as it stands; a bare
            // number is one of the choices.
            let literal = line.split_once(['=', '＝']);
            let Some((number, value)) = literal.or_else(|| line.split_once([' ', '\u{3000}']))
            else {
                return unclear;
            };
            let field =
                number.trim().parse::<usize>().ok().and_then(|n| fields.get(n.checked_sub(1)?));
            let Some(field) = field else { return unclear };
            let value = value.trim();
            let chosen = value.parse::<usize>().ok().filter(|_| literal.is_none());
            let chosen = chosen.and_then(|n| field.choices.get(n.checked_sub(1)?));
            let text = chosen.map_or(value, |c| c.get(lang)).to_owned();
            Typed::Give(vec![Input::Write { field: field.id.clone(), text }])
        }
    }
}

/// One item, by its number or its id.
fn one<'a>(
    ids: impl Iterator<Item = &'a String>,
    line: &str,
    numbers: Option<Vec<usize>>,
) -> Option<String> {
    let ids: Vec<&String> = ids.collect();
    match numbers.as_deref() {
        Some([number]) => ids.get(number.checked_sub(1)?).map(|id| (*id).clone()),
        Some(_) => None,
        None => ids.into_iter().find(|id| *id == line).cloned(),
    }
}

fn toggles<'a>(
    ids: impl Iterator<Item = &'a String>,
    numbers: Option<Vec<usize>>,
) -> Option<Vec<Input>> {
    let ids: Vec<&String> = ids.collect();
    numbers?
        .into_iter()
        .map(|n| ids.get(n.checked_sub(1)?).map(|id| Input::Toggle((*id).clone())))
        .collect()
}
