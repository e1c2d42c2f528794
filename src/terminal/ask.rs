//! A prompt as a numbered list, and a typed line as an input.

use std::io::{self, Write};

use crate::session::{Ask, Asking, Input};

use super::say::Teller;

/// What a typed line means while an activity is open.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// Give these inputs, in order.
    Give(Vec<Input>),
    /// It does not fit; the locale key of the hint that helps.
    Unclear(&'static str),
}

/// Writes what is asked, with a number before everything that can be typed.
pub(super) fn show(teller: &Teller<'_>, asking: &Asking, out: &mut impl Write) -> io::Result<()> {
    let prompt = &asking.prompt;
    let words = |text| teller.words(text).to_owned();
    writeln!(out, "\n▶ {}", words(&prompt.text))?;
    if let Some(limit) = prompt.limit_ms {
        let seconds = limit.div_ceil(1000);
        writeln!(
            out,
            "  {}",
            teller.locale.tr_args("terminal-limit", &[("seconds", seconds.into())])
        )?;
    }
    match &prompt.ask {
        Ask::Choice { options } => list(out, options.iter().map(|o| words(&o.text)))?,
        Ask::Timer { actions, .. } | Ask::Queue { actions, .. } => {
            show_actions(teller, asking, actions, out)?;
        }
        Ask::Order { items, .. } | Ask::Pack { items, .. } => {
            list(out, items.iter().map(|i| words(&i.text)))?;
        }
        Ask::Gesture { dials, .. } => {
            for dial in dials {
                let positions: Vec<String> = dial
                    .positions
                    .iter()
                    .enumerate()
                    .map(|(i, p)| format!("{}. {}", i + 1, words(&p.text)))
                    .collect();
                writeln!(out, "  {}: {}", words(&dial.label), positions.join("  "))?;
            }
        }
        Ask::Inspect { spots, .. } => list(out, spots.iter().map(|s| words(&s.text)))?,
        Ask::Slider { min, max, start, low, high, marks } => {
            writeln!(out, "  {min} ({}) … {max} ({})  [{start}]", words(low), words(high))?;
            for (at, text) in marks {
                writeln!(out, "  {at}: {}", words(text))?;
            }
        }
        Ask::Note { fields, actions } => {
            for (i, field) in fields.iter().enumerate() {
                let choices: Vec<String> = field
                    .choices
                    .iter()
                    .enumerate()
                    .map(|(n, c)| format!("{}. {}", n + 1, words(c)))
                    .collect();
                writeln!(out, "  {}) {}  {}", i + 1, words(&field.label), choices.join("  "))?;
            }
            show_actions(teller, asking, actions, out)?;
        }
    }
    writeln!(out, "  {}", teller.locale.tr(hint(&prompt.ask)))?;
    out.flush()
}

fn list(out: &mut impl Write, items: impl Iterator<Item = String>) -> io::Result<()> {
    for (i, item) in items.enumerate() {
        writeln!(out, "  {}. {item}", i + 1)?;
    }
    Ok(())
}

/// Actions keep their number while some of them are not possible.
pub(super) fn show_actions(
    teller: &Teller<'_>,
    asking: &Asking,
    actions: &[crate::session::Shown],
    out: &mut impl Write,
) -> io::Result<()> {
    let letter = if matches!(asking.prompt.ask, Ask::Note { .. }) { "a" } else { "" };
    for (i, action) in actions.iter().enumerate() {
        if asking.possible.contains(&action.id) {
            writeln!(out, "  {letter}{}. {}", i + 1, teller.words(&action.text))?;
        }
    }
    Ok(())
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
pub(super) fn read(asking: &Asking, line: &str, lang: crate::standard::Lang) -> Typed {
    let ask = &asking.prompt.ask;
    let unclear = Typed::Unclear(hint(ask));
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
            let Some((number, value)) = line.split_once([' ', '=', '＝']) else { return unclear };
            let field =
                number.trim().parse::<usize>().ok().and_then(|n| fields.get(n.checked_sub(1)?));
            let Some(field) = field else { return unclear };
            let value = value.trim();
            let chosen =
                value.parse::<usize>().ok().and_then(|n| field.choices.get(n.checked_sub(1)?));
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
