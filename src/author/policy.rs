//! Policies: simple ways to play, that a good scenario does not reward, and the two extremes.

use std::fmt;
use std::sync::Arc;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::scenario::{Activity, Scenario};
use crate::session::{Ask, Asking, Input, Now, Session, Setup, Shown};
use crate::standard::{Catalogue, Lang, Text};

use super::moves::{Move, make};
use super::search;

/// The most moves one run may take; no scenario needs half of them, and one that
/// goes in a circle under a policy must not keep the lints for minutes.
const MOST_MOVES: usize = 1_000;

/// The most actions of one timeline a naïve policy does before it lets time pass.
const MOST_ACTIONS: usize = 40;

/// A way to play without reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Policy {
    /// Always what is shown first.
    First,
    /// Always what is shown last.
    Last,
    /// Always the longest text (in Chinese).
    Longest,
    /// Always the shortest text (in Chinese).
    Shortest,
    /// Always the words with the most courtesy in them (in Chinese).
    Politest,
    /// Always at once: whatever can be done first, and no more than that.
    Fastest,
    /// Anything, by the seed.
    Random,
    /// The best run that can be found.
    Best,
    /// The worst run that can be found.
    Worst,
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Policy::First => "first",
            Policy::Last => "last",
            Policy::Longest => "longest",
            Policy::Shortest => "shortest",
            Policy::Politest => "politest",
            Policy::Fastest => "fastest",
            Policy::Random => "random",
            Policy::Best => "best",
            Policy::Worst => "worst",
        })
    }
}

impl Policy {
    /// Those that do not know what is right: a good scenario rewards none.
    pub const NAIVE: [Policy; 7] = [
        Policy::First,
        Policy::Last,
        Policy::Longest,
        Policy::Shortest,
        Policy::Politest,
        Policy::Fastest,
        Policy::Random,
    ];
}

/// Plays a scenario from beginning to end by a policy. The session given back
/// has ended, unless the scenario cannot be finished within a thousand moves.
pub fn play(
    scenario: &Arc<Scenario>,
    catalogue: &Catalogue,
    setup: &Setup,
    policy: Policy,
) -> Session {
    let (session, _) = Session::start(Arc::clone(scenario), setup.clone());
    play_on(session, catalogue, policy)
}

/// Plays a session on from where it stands, to its end, by a policy: after a
/// rewind, "what if the rest had been like this".
pub fn play_on(session: Session, catalogue: &Catalogue, policy: Policy) -> Session {
    match policy {
        Policy::Best => search::best(session, catalogue),
        Policy::Worst => search::worst(session, catalogue),
        _ => naive(session, policy),
    }
}

fn naive(mut session: Session, policy: Policy) -> Session {
    let mut taste = Taste { policy, rng: ChaCha8Rng::seed_from_u64(session.setup().seed) };
    let mut actions = (0, 0);
    for _ in 0..MOST_MOVES {
        let view = session.view();
        let step = match &view.now {
            Now::Ended(_) => break,
            Now::Telling => Move::Give(vec![Input::Continue]),
            Now::Asking(asking) => {
                if actions.0 != view.visits {
                    actions = (view.visits, 0);
                }
                actions.1 += 1;
                taste.answer(&session, asking, actions.1 > MOST_ACTIONS)
            }
        };
        if !make(&mut session, &step) && !make(&mut session, &Move::LetPass) {
            break;
        }
    }
    session
}

/// What a policy likes, and its dice.
struct Taste {
    policy: Policy,
    rng: ChaCha8Rng,
}

impl Taste {
    fn answer(&mut self, session: &Session, asking: &Asking, tired: bool) -> Move {
        let one = |input: Input| Move::Give(vec![input]);
        let busy = asking.busy_until.is_some_and(|until| until > session.now());
        match &asking.prompt.ask {
            Ask::Choice { options } => one(Input::Choose(self.pick(options))),
            Ask::Timer { actions, .. } | Ask::Queue { actions, .. } => {
                let possible: Vec<Shown> =
                    actions.iter().filter(|a| asking.possible.contains(&a.id)).cloned().collect();
                let idle = self.policy == Policy::Random && self.below(3) == 0;
                if busy || tired || idle || possible.is_empty() {
                    Move::LetPass
                } else {
                    one(Input::Choose(self.pick(&possible)))
                }
            }
            Ask::Order { items, choose } => {
                let items: Vec<Shown> = items.iter().map(|i| shown(&i.id, &i.text)).collect();
                let mut order = self.sorted(&items);
                if *choose {
                    order.truncate(items.len().div_ceil(2));
                }
                one(Input::Arrange(order))
            }
            Ask::Gesture { dials, .. } => one(Input::Gesture(
                dials
                    .iter()
                    .map(|dial| {
                        let positions: Vec<Shown> =
                            dial.positions.iter().map(|p| shown(&p.id, &p.text)).collect();
                        (dial.id.clone(), self.pick(&positions))
                    })
                    .collect(),
            )),
            Ask::Inspect { spots, single } => {
                let spots: Vec<Shown> = spots.iter().map(|s| shown(&s.id, &s.text)).collect();
                if *single { one(Input::Choose(self.pick(&spots))) } else { self.half(&spots) }
            }
            Ask::Pack { items, .. } => {
                let items: Vec<Shown> = items.iter().map(|i| shown(&i.id, &i.text)).collect();
                self.half(&items)
            }
            Ask::Slider { min, max, start, .. } => {
                let value = match self.policy {
                    Policy::Last | Policy::Longest => *max,
                    Policy::Shortest => *min,
                    Policy::Random => {
                        let span = u64::from(max.abs_diff(*min)) + 1;
                        min.saturating_add(i32::try_from(self.below(span)).unwrap_or(0))
                    }
                    _ => *start,
                };
                Move::Give(vec![Input::Slide(value), Input::Done])
            }
            Ask::Note { .. } => self.note(session, asking),
        }
    }

    fn note(&mut self, session: &Session, asking: &Asking) -> Move {
        let Ask::Note { fields, .. } = &asking.prompt.ask else { return Move::LetPass };
        debug_assert!(matches!(session.asked(), Some(Activity::Note { .. })));
        let mut inputs = Vec::new();
        for field in fields.iter().filter(|f| !f.choices.is_empty()) {
            let choices: Vec<Shown> =
                field.choices.iter().map(|c| shown(c.get(Lang::Zh), c)).collect();
            inputs.push(Input::Write { field: field.id.clone(), text: self.pick(&choices) });
        }
        inputs.push(Input::Done);
        Move::Give(inputs)
    }

    /// Every item, in the order this policy likes.
    fn sorted(&mut self, items: &[Shown]) -> Vec<String> {
        let mut items: Vec<&Shown> = items.iter().collect();
        let length = |s: &&Shown| s.text.zh.chars().count();
        match self.policy {
            Policy::Last => items.reverse(),
            Policy::Longest => items.sort_by_key(|s| std::cmp::Reverse(length(s))),
            Policy::Shortest => items.sort_by_key(length),
            Policy::Politest => items.sort_by_key(|s| std::cmp::Reverse(courtesy(&s.text.zh))),
            Policy::Random => {
                for last in (1..items.len()).rev() {
                    let other = usize::try_from(self.below(last as u64 + 1)).unwrap_or(0);
                    items.swap(last, other);
                }
            }
            _ => {}
        }
        items.into_iter().map(|s| s.id.clone()).collect()
    }

    fn pick(&mut self, items: &[Shown]) -> String {
        self.sorted(items).into_iter().next().unwrap_or_default()
    }

    fn half(&mut self, items: &[Shown]) -> Move {
        let order = self.sorted(items);
        let half = if self.policy == Policy::Fastest { 1 } else { items.len().div_ceil(2) };
        let mut inputs: Vec<Input> = order.into_iter().take(half).map(Input::Toggle).collect();
        inputs.push(Input::Done);
        Move::Give(inputs)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.rng.next_u64() % end.max(1)
    }
}

fn shown(id: &str, text: &Text) -> Shown {
    Shown { id: id.to_owned(), text: text.clone(), track: None, touch: false }
}

/// Words of courtesy, of which the politest option has the most.
const COURTESIES: [&str; 16] = [
    "您",
    "请",
    "谢",
    "抱歉",
    "对不起",
    "不好意思",
    "麻烦",
    "劳驾",
    "打扰",
    "辛苦",
    "欢迎",
    "好的",
    "久等",
    "见谅",
    "理解",
    "愿意",
];

fn courtesy(words: &str) -> usize {
    COURTESIES.iter().map(|courtesy| words.matches(courtesy).count()).sum()
}
