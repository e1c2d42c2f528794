//! What was said, told, thought, asked and answered in a run so far, to be read again.

use std::collections::BTreeMap;

use crate::standard::Text;

use super::{Ask, Event, Input, Prompt, Session};

/// One thing to be read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A beat began; `visit` is what [`Session::rewind`] takes, and `asks` says
    /// whether the question that belongs to it has come up.
    Beat {
        visit: usize,
        label: Text,
        asks: bool,
    },
    Said {
        who: String,
        text: Text,
    },
    Told {
        text: Text,
    },
    Thought {
        text: Text,
    },
    Asked {
        text: Text,
    },
    /// What the trainee answered or did, in words.
    Did {
        text: Text,
    },
    /// What a closer look showed.
    Noticed {
        text: Text,
    },
}

impl Session {
    /// What can be read again after the first `told` events of this run.
    pub fn look_back(&self, told: usize) -> Vec<Entry> {
        let mut pen = Pen::default();
        let mut left = told;
        let inputs = std::iter::once(None).chain(self.transcript.iter().map(|(_, i)| Some(i)));
        for (input, (_, events)) in inputs.zip(&self.log) {
            if left == 0 && !events.is_empty() {
                break;
            }
            if let Some(input) = input {
                pen.hear(input);
            }
            events.iter().take(left).for_each(|event| pen.write(event));
            left = left.saturating_sub(events.len());
        }
        pen.entries
    }

    /// The visit of the question to go back to: the one that is open if anything
    /// was done in it, else the last one answered. Counts the first `told` events.
    pub fn last_question(&self, told: usize) -> Option<usize> {
        let (mut visit, mut found) = (0, None);
        for event in self.events().iter().take(told) {
            match event {
                Event::BeatEntered { visit: at, .. } => visit = *at,
                Event::Acted { .. }
                | Event::Noticed { .. }
                | Event::TimeUp
                | Event::Answered { .. } => {
                    found = Some(visit);
                }
                _ => {}
            }
        }
        found
    }
}

/// Writes the entries down.
#[derive(Default)]
struct Pen {
    entries: Vec<Entry>,
    prompt: Option<Box<Prompt>>,
    /// What has been pointed out or packed, in order.
    toggled: Vec<String>,
    value: Option<i32>,
    written: BTreeMap<String, String>,
    /// Whether the deed written last came from the input at hand.
    same_input: bool,
}

impl Pen {
    /// What an input changes without saying so.
    fn hear(&mut self, input: &Input) {
        self.same_input = false;
        match input {
            Input::Toggle(id) | Input::Choose(id) => {
                match self.toggled.iter().position(|toggled| toggled == id) {
                    Some(place) => {
                        self.toggled.remove(place);
                    }
                    None => self.toggled.push(id.clone()),
                }
            }
            Input::Slide(value) => self.value = Some(*value),
            Input::Write { field, text } if text.trim().is_empty() => {
                self.written.remove(field);
            }
            Input::Write { field, text } => {
                self.written.insert(field.clone(), text.clone());
            }
            _ => {}
        }
    }

    fn write(&mut self, event: &Event) {
        let entry = match event {
            Event::BeatEntered { visit, label, .. } => {
                Entry::Beat { visit: *visit, label: label.clone(), asks: false }
            }
            Event::Said { who, text } => Entry::Said { who: who.clone(), text: text.clone() },
            Event::Told { text } | Event::Ended { text, .. } => Entry::Told { text: text.clone() },
            Event::Thought { text } => Entry::Thought { text: text.clone() },
            Event::Noticed { text, .. } => Entry::Noticed { text: text.clone() },
            Event::Asked { prompt } => {
                self.begin(prompt);
                Entry::Asked { text: prompt.text.clone() }
            }
            Event::Acted { text, .. } => return self.did(text),
            Event::Answered { .. } => return self.answered(),
            _ => return,
        };
        let empty = |text: &Text| text.is_empty();
        let silent = match &entry {
            Entry::Said { text, .. } | Entry::Told { text } | Entry::Thought { text } => {
                empty(text)
            }
            _ => false,
        };
        if !silent {
            self.entries.push(entry);
        }
    }

    fn begin(&mut self, prompt: &Prompt) {
        if let Some(Entry::Beat { asks, .. }) =
            self.entries.iter_mut().rev().find(|entry| matches!(entry, Entry::Beat { .. }))
        {
            *asks = true;
        }
        let value = match prompt.ask {
            Ask::Slider { start, .. } => Some(start),
            _ => None,
        };
        let prompt = Some(Box::new(prompt.clone()));
        *self = Pen { entries: std::mem::take(&mut self.entries), prompt, value, ..Pen::default() };
    }

    /// An order and a gesture are several deeds in one answer.
    fn did(&mut self, text: &Text) {
        let joint = match self.prompt.as_ref().map(|prompt| &prompt.ask) {
            Some(Ask::Order { .. }) => (" → ", " → "),
            _ => ("；", "; "),
        };
        if let (true, Some(Entry::Did { text: before })) =
            (self.same_input, self.entries.last_mut())
        {
            before.zh = format!("{}{}{}", before.zh, joint.0, text.zh);
            before.en = format!("{}{}{}", before.en, joint.1, text.en);
        } else {
            self.entries.push(Entry::Did { text: text.clone() });
            self.same_input = true;
        }
    }

    /// Says what stood when the answer was given, where no deed has said so.
    fn answered(&mut self) {
        let Some(prompt) = self.prompt.take() else { return };
        let parts: Vec<Text> = match &prompt.ask {
            Ask::Inspect { spots, .. } => {
                let chosen = |id: &String| spots.iter().find(|spot| spot.id == *id);
                self.toggled.iter().filter_map(chosen).map(|spot| spot.text.clone()).collect()
            }
            Ask::Pack { items, .. } => {
                let chosen = |id: &String| items.iter().find(|item| item.id == *id);
                self.toggled.iter().filter_map(chosen).map(|item| item.text.clone()).collect()
            }
            Ask::Slider { marks, .. } => {
                let value = self.value.unwrap_or_default();
                let mark = marks.iter().find(|(at, text)| *at == value && !text.is_empty());
                vec![mark.map_or_else(|| Text::same(value.to_string()), |(_, text)| text.clone())]
            }
            Ask::Note { fields, .. } => fields
                .iter()
                .filter_map(|field| {
                    let written = self.written.get(&field.id)?;
                    let offered =
                        field.choices.iter().find(|c| c.zh == *written || c.en == *written);
                    let value = offered.cloned().unwrap_or_else(|| Text::same(written.clone()));
                    Some(Text::new(
                        format!("{}：{}", field.label.zh, value.zh),
                        format!("{}: {}", field.label.en, value.en),
                    ))
                })
                .collect(),
            Ask::Choice { .. }
            | Ask::Timer { .. }
            | Ask::Queue { .. }
            | Ask::Order { .. }
            | Ask::Gesture { .. } => return,
        };
        let join = |half: fn(&Text) -> &str, joint: &str| {
            parts.iter().map(half).collect::<Vec<_>>().join(joint)
        };
        let text = Text::new(join(|text| &text.zh, "；"), join(|text| &text.en, "; "));
        if !text.is_empty() {
            self.entries.push(Entry::Did { text });
        }
    }
}
