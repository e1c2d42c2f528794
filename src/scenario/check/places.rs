//! What is named of a place: things that come and go, and things that can be looked at.

use std::collections::{BTreeMap, BTreeSet};

use crate::say;
use crate::source::Path;

use super::super::{Activity, Dial, Hotspot, Place, Script, Step};
use super::Context;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    let stages = stages(script);
    for used in &context.inventory.steps {
        let (Step::Put(name) | Step::Clear(name)) = used.it else { continue };
        let Some(around) = used.beat.and_then(|(beat, _)| stages.get(beat)) else { continue };
        let Some(right) = named(context, around, |place| place.things.keys()) else { continue };
        if !right.contains(name.as_str()) {
            let what = say!("此处舞台的东西", "thing of this stage");
            report.unknown("unknown-thing", |l| l.value(&used.path.at(0)), &what, name, right);
        }
    }
    let beats = Path::root().name("beats");
    for (id, beat) in &script.beats {
        let path = beats.name(id).name("activity");
        match &beat.activity {
            Some(Activity::Inspect { spots, .. }) => {
                let around = stages.get(id.as_str());
                for (index, spot) in spots.iter().enumerate() {
                    hotspot(context, spot, around, &path.name("spots").at(index), report);
                }
            }
            Some(Activity::Gesture { dials, pose, .. }) => {
                if pose.is_some_and(|pose| pose.card().is_none()) {
                    card_wanted(&path.name("pose"), report);
                }
                parts(dials, &path.name("dials"), report);
            }
            _ => {}
        }
    }
}

/// A hotspot lies somewhere: at a place of the picture, on one of its things, or both.
fn hotspot(
    context: &Context<'_>,
    spot: &Hotspot,
    around: Option<&BTreeSet<&str>>,
    path: &Path<'_>,
    report: &mut Report<'_>,
) {
    if spot.at.is_none() && spot.on.is_none() {
        let found = say!("`at` 和 `on` 都没写", "neither `at` nor `on`");
        let expected = say!("至少写一个", "at least one of the two");
        report.key("spot-nowhere", path, found, expected);
    }
    if let Some((x, y)) = spot.at.filter(|(x, y)| *x > 100 || *y > 100) {
        let found = say!("位置 ({x}, {y})", "({x}, {y})");
        let expected = say!("画面的百分比：0 到 100", "per cent of the picture: 0 to 100");
        report.value("outside-picture", &path.name("at"), found, expected);
    }
    let right = around.and_then(|around| named(context, around, |place| place.spots.keys()));
    if let (Some(on), Some(right)) = (&spot.on, right)
        && !right.contains(on.as_str())
    {
        let what = say!("此处舞台可看的东西", "spot of this stage");
        report.unknown("unknown-spot", |l| l.value(&path.name("on")), &what, on, right);
    }
}

/// Parts change a card's pose only: none of the positions may show another.
fn parts(dials: &[Dial], path: &Path<'_>, report: &mut Report<'_>) {
    let positions = || dials.iter().flat_map(|dial| &dial.positions);
    if positions().all(|position| position.parts.is_empty()) {
        return;
    }
    for (index, dial) in dials.iter().enumerate() {
        for (place, position) in dial.positions.iter().enumerate() {
            if position.pose.is_some_and(|pose| pose.card().is_none()) {
                let path = path.at(index).name("positions").at(place).name("pose");
                card_wanted(&path, report);
            }
        }
    }
}

fn card_wanted(path: &Path<'_>, report: &mut Report<'_>) {
    report.value(
        "no-card-pose",
        path,
        say!("一个不递也不接名片的姿势", "a pose in which no card is given or taken"),
        say!(
            "`GiveCard`、`TakeCard` 这样的姿势，或者不写 `parts`",
            "a pose such as `GiveCard` or `TakeCard`, or no `parts`"
        ),
    );
}

/// What all the stages that may be shown here have of a kind; `None` where
/// nothing is known of them.
fn named<'a, V: 'a>(
    context: &Context<'a>,
    around: &BTreeSet<&str>,
    kind: impl Fn(&'a Place) -> std::collections::btree_map::Keys<'a, String, V>,
) -> Option<BTreeSet<&'a str>> {
    let known = context.known.places.as_deref()?;
    let places: Vec<&Place> = around.iter().filter_map(|stage| known.get(*stage)).collect();
    // An unknown stage has been complained about already.
    (!places.is_empty()).then(|| places.into_iter().flat_map(kind).map(String::as_str).collect())
}

/// The stages that may be shown in each beat.
fn stages(script: &Script) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut stages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (id, beat) in &script.beats {
        stages.entry(id).or_default().extend(beat.stage.as_deref());
    }
    // A stage stays until a beat brings another.
    loop {
        let mut more = false;
        for (id, beat) in &script.beats {
            let here = stages.get(id.as_str()).cloned().unwrap_or_default();
            for exit in beat.next.iter().chain(&script.watches) {
                let Some((to, next)) = script.beats.get_key_value(&exit.to) else { continue };
                if next.stage.is_none() {
                    let there = stages.entry(to).or_default();
                    let before = there.len();
                    there.extend(&here);
                    more |= there.len() > before;
                }
            }
        }
        if !more {
            return stages;
        }
    }
}
