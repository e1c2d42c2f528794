//! Who goes first: asked only where the occasion is known and somebody can move.

use crate::say;
use crate::source::{Path, Text};

use super::super::{Activity, Beat, Outcome, TRAINEE, When};
use super::Context;
use super::report::Report;

/// The rules of handshakes.
const RULES: [&str; 9] = ["H0", "H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8"];

/// The marks that `FirstHand` reads, as positions of the dial `move`.
const MOVES: [&str; 3] = ["offer", "wait", "nod"];

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (id, beat) in &context.script.beats {
        let path = Path::root().name("beats").name(id).name("opportunities");
        for (index, opportunity) in beat.opportunities.iter().enumerate() {
            for (rule, given) in opportunity.rules.iter().enumerate() {
                if let Outcome::FirstHand(who) = &given.verdict {
                    let path = path.at(index).name("rules").at(rule).name("verdict");
                    asked("FirstHand", who, Some(beat), &path, report);
                    moves(beat, &path, report);
                }
            }
        }
    }
    for used in &context.inventory.conditions {
        let beat = used.beat.map(|(_, beat)| beat);
        match used.it {
            When::Hand(who, _) => asked("Hand", who, beat, &used.path, report),
            When::RuledBy(who, rule) => {
                asked("RuledBy", who, beat, &used.path, report);
                if !RULES.contains(&rule.as_str()) {
                    let path = used.path.at(1);
                    let what = say!("规则", "rule");
                    report.unknown("unknown-rule", |l| l.value(&path), &what, rule, RULES);
                }
            }
            _ => {}
        }
    }
}

fn asked(word: &str, who: &str, beat: Option<&Beat>, path: &Path<'_>, report: &mut Report<'_>) {
    if who == TRAINEE {
        let found =
            say!("问的是学员和学员自己之间谁先", "precedence between the trainee and the trainee");
        report.value("not-another", &path.at(0), found, say!("另一个人", "another person"));
    }
    match beat {
        Some(beat) if beat.setting.is_none() => {
            let found =
                say!("节拍没写场合，却用了 `{word}`", "`{word}` in a beat without an occasion");
            let expected = say!("在这个节拍里写 `setting`", "the field `setting` in this beat");
            report.value("no-setting", path, found, expected);
        }
        None => {
            let found = say!(
                "监看里用了 `{word}`，而监看在每个节拍都管用",
                "`{word}` in a watch, which holds in every beat"
            );
            let expected = say!("一个不靠场合的条件", "a condition that needs no occasion");
            report.value("no-setting", path, found, expected);
        }
        Some(_) => {}
    }
}

fn moves(beat: &Beat, path: &Path<'_>, report: &mut Report<'_>) {
    let dial = match &beat.activity {
        Some(Activity::Gesture { dials, .. }) => dials.iter().find(|d| d.id == "move"),
        _ => None,
    };
    let Some(dial) = dial else {
        let found = say!(
            "用了 `FirstHand`，节拍里却没有转盘 `move`",
            "`FirstHand` in a beat without a dial `move`"
        );
        let expected = say!(
            "Gesture 里有转盘 `move`，档位是 offer、wait 和 nod",
            "a Gesture with a dial `move` whose positions are offer, wait and nod"
        );
        report.value("no-move-dial", path, found, expected);
        return;
    };
    let missing: Vec<&str> =
        MOVES.into_iter().filter(|m| !dial.positions.iter().any(|p| p.id == *m)).collect();
    if !missing.is_empty() {
        let missing = Text::list(missing);
        let found = say!("转盘 `move` 没有 {missing}", "a dial `move` without {missing}"; missing);
        let expected = say!("档位 offer、wait 和 nod", "the positions offer, wait and nod");
        report.value("no-move-dial", path, found, expected);
    }
}
