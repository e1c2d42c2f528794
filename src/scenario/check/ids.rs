//! Ids: well formed, written once, and not claimed twice.

use std::collections::BTreeSet;

use crate::say;
use crate::source::Path;

use super::super::{Activity, Timeline};
use super::Context;
use super::report::Report;

/// Names that placeholders and numbers use for other things than axes.
const RESERVED: [&str; 3] = ["name", "profile", "var"];

pub(super) fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let script = context.script;
    let root = Path::root();
    file_name(context, report);
    for (key, place, (line, _)) in report.locator().repeated_keys() {
        let found = say!(
            "`{key}` 写了第二遍（第一遍在第 {line} 行）",
            "`{key}` a second time (first in line {line})"
        );
        report.place("duplicate-key", |_| place, found, say!("每个名字只写一次", "each name once"));
    }
    well_formed(report, &root.name("cast"), script.cast.keys());
    well_formed(report, &root.name("variables"), script.variables.keys());
    well_formed(report, &root.name("beats"), script.beats.keys());
    well_formed(report, &root.name("endings"), script.endings.keys());
    let axes = root.name("variations");
    well_formed(report, &axes, script.variations.keys());
    for (axis, alternatives) in &script.variations {
        if RESERVED.contains(&axis.as_str()) {
            let found = say!("变化轴叫 `{axis}`", "an axis called `{axis}`");
            let expected = say!(
                "另起名字：`{{name.…}}`、`{{profile.…}}` 和 `{{var.…}}` 另有意思",
                "another name: `{{name.…}}`, `{{profile.…}}` and `{{var.…}}` mean other things"
            );
            report.key("reserved-name", &axes.name(axis), found, expected);
        }
        well_formed(report, &axes.name(axis), alternatives.keys());
        for (id, alternative) in alternatives {
            let path = axes.name(axis).name(id);
            well_formed(report, &path.name("text"), alternative.text.keys());
            well_formed(report, &path.name("numbers"), alternative.numbers.keys());
        }
    }
    for id in script.endings.keys().filter(|id| script.beats.contains_key(*id)) {
        let found = say!("`{id}` 既是结局又是节拍", "`{id}` as an ending and as a beat");
        let expected = say!("不同的名字", "different names");
        report.key("beat-and-ending", &root.name("endings").name(id), found, expected);
    }
    for (id, beat) in &script.beats {
        if let Some(activity) = &beat.activity {
            let path = root.name("beats").name(id).name("activity");
            in_activity(activity, &path, report);
        }
    }
}

fn file_name(context: &Context<'_>, report: &mut Report<'_>) {
    let id = context.script.id.as_str();
    let file = report.file().rsplit(['/', '\\']).next().unwrap_or_default();
    let path = Path::root().name("id");
    if !is_well_formed(id) {
        bad(report, &path, id, false);
    } else if let Some(stem) = file.strip_suffix(".ron").filter(|stem| *stem != id) {
        let found = say!("文件 `{file}` 里的 id 是 `{id}`", "the id `{id}` in the file `{file}`");
        let expected = say!("和文件名一样：`{stem}`", "the file's name: `{stem}`");
        report.value("wrong-id", &path, found, expected);
    }
}

fn in_activity<'a>(activity: &'a Activity, path: &Path<'a>, report: &mut Report<'_>) {
    match activity {
        Activity::Choice { options, .. } => {
            unique(report, &path.name("options"), options.iter().map(|o| &o.id));
        }
        Activity::Order { items, .. } => {
            unique(report, &path.name("items"), items.iter().map(|i| &i.id));
        }
        Activity::Gesture { dials, .. } => {
            let path = path.name("dials");
            unique(report, &path, dials.iter().map(|d| &d.id));
            for (index, dial) in dials.iter().enumerate() {
                let path = path.at(index).name("positions");
                unique(report, &path, dial.positions.iter().map(|p| &p.id));
            }
        }
        Activity::Inspect { spots, .. } => {
            unique(report, &path.name("spots"), spots.iter().map(|s| &s.id));
        }
        Activity::Pack { items, .. } => {
            unique(report, &path.name("items"), items.iter().map(|i| &i.id));
        }
        Activity::Note { fields, .. } => {
            unique(report, &path.name("fields"), fields.iter().map(|f| &f.id));
        }
        Activity::Timer { .. } | Activity::Queue { .. } | Activity::Slider { .. } => {}
    }
    if let Some(Timeline { tracks, actions, .. }) = activity.timeline() {
        let path = path.name("timeline");
        unique(report, &path.name("tracks"), tracks.iter().map(|t| &t.id));
        unique(report, &path.name("actions"), actions.iter().map(|a| &a.id));
    }
}

/// Ids of one list's members: well formed and each only once.
fn unique<'i>(report: &mut Report<'_>, path: &Path<'_>, ids: impl Iterator<Item = &'i String>) {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        let path = path.at(index).name("id");
        if !is_well_formed(id) {
            bad(report, &path, id, false);
        } else if !seen.insert(id) {
            let found =
                say!("这个列表里 id `{id}` 写了第二遍", "the id `{id}` a second time in this list");
            report.value("duplicate-id", &path, found, say!("自己的 id", "an id of its own"));
        }
    }
}

/// Keys of a map: well formed. Repeated ones are found in the text itself.
fn well_formed<'a>(
    report: &mut Report<'_>,
    path: &Path<'a>,
    ids: impl Iterator<Item = &'a String>,
) {
    for id in ids.filter(|id| !is_well_formed(id)) {
        bad(report, &path.name(id), id, true);
    }
}

fn bad(report: &mut Report<'_>, path: &Path<'_>, id: &str, key: bool) {
    let id = crate::source::shorten(id);
    let found = say!("id 写的是 `{id}`", "the id `{id}`");
    let expected = say!("英文字母 a–z、数字、`-` 和 `_`", "letters a–z, digits, `-` and `_`");
    if key {
        report.key("bad-id", path, found, expected);
    } else {
        report.value("bad-id", path, found, expected);
    }
}

/// `.`, `=`, `{` and `}` have a meaning around ids; spaces and other scripts
/// would be hard to type on a command line.
fn is_well_formed(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
