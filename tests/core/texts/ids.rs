//! Line ids: unique, and the same after edits elsewhere.

use std::collections::BTreeSet;

use liyi::author::texts::{Holds, State, changes};
use liyi::standard::Lang;

use super::{Authored, FORMATS, Format, SMALL, row, sent, shipped, small};

fn ids(file: &Authored) -> BTreeSet<String> {
    file.lines(Lang::En).into_iter().map(|line| line.id).collect()
}

fn scenario(text: &str) -> Authored {
    assert_ne!(text, SMALL, "the edit was not made");
    Authored::new(Holds::Scenario, "small", text)
}

#[test]
fn every_line_has_its_own() {
    let mut all = BTreeSet::new();
    for file in shipped() {
        for line in file.lines(Lang::En) {
            assert!(!line.id.contains(char::is_whitespace), "{}", line.id);
            assert!(all.insert(line.id.clone()), "{} a second time", line.id);
        }
    }
    assert!(all.len() > 3000, "{}", all.len());
}

#[test]
fn they_are_paths_of_ids_and_never_positions() {
    let ids: Vec<String> = small().lines(Lang::En).into_iter().map(|line| line.id).collect();
    let bare: Vec<String> = ids
        .iter()
        .map(|id| match id.split_once('~') {
            Some((path, hash)) => format!("{path}~{}", hash.get(8..).unwrap()),
            None => id.clone(),
        })
        .collect();
    assert_eq!(
        bare,
        [
            "small/title",
            "small/summary",
            "small/briefing~",
            "small/briefing~",
            "small/goal",
            "small/cast/you/name",
            "small/beats/a/label",
            "small/beats/a/tell~",
            "small/beats/a/say~",
            "small/beats/a/tell~",
            "small/beats/a/tell~.2",
            "small/beats/a/activity/prompt",
            "small/beats/a/activity/options/x/text",
            "small/beats/a/activity/options/x/tell~",
            "small/endings/b/text",
        ]
    );
}

#[test]
fn they_survive_edits_of_other_lines_and_of_the_layout() {
    let before = ids(&small());
    let say = "Say(\"you\", (en: \"Good \\\"morning\\\".\", zh: \"早。\")),";
    let insertions = [
        // Lines come in before others.
        SMALL.replace("briefing: [", "briefing: [(zh: \"新\", en: \"New\"), "),
        SMALL.replace("enter: [", "enter: [Tell((zh: \"新\", en: \"New\")), Look(\"you\", Smile),"),
        SMALL.replace("options: [", "options: [(id: \"w\", text: (zh: \"新\", en: \"New\")), "),
        SMALL.replace(
            "beats: {",
            "beats: {\"0\": (label: (zh: \"新\", en: \"N\"), next: [(to: \"a\")]),",
        ),
        // A step moves into a condition, or to another place of its beat.
        SMALL.replace(say, &format!("If(when: Never, then: [{}]),", say.trim_end_matches(','))),
        SMALL.replace(say, "").replace("next: [(to", &format!("after: [{say}], next: [(to")),
        // Somebody else says it; remarks and layout change; the English changes.
        SMALL.replace("// A remark", "\n\n\n// Another\n// A remark"),
        SMALL.replace("    ", "\t").replace('\n', "\r\n"),
        SMALL.replace("en: \"Good", "en: \"Bad"),
    ];
    for text in insertions {
        let after = ids(&scenario(&text));
        let lost: Vec<&String> = before.difference(&after).collect();
        assert!(lost.is_empty(), "{lost:?} in {text}");
    }
    // Taking a line out takes out its own id alone.
    let shorter = ids(&scenario(&SMALL.replace("Tell(\"……\"),", "")));
    assert_eq!(before.difference(&shorter).count(), 1);
    assert_eq!(shorter.difference(&before).count(), 0);
}

#[test]
fn ids_hold_whatever_an_author_calls_things() {
    let text = "(id: \"d\", title: \"D\", standards: [(id: \"a/b ~%\\n好\", statement: \"S\")])";
    let file = Authored::new(Holds::Standards, "d", text);
    let mut lines = file.lines(Lang::En);
    assert_eq!(lines.remove(1).id, "standards/d/standards/a%2Fb%20%7E%25%0A好/statement");
}

#[test]
fn changed_sources_are_known_again_since_the_last_file() {
    let old = small();
    // A text with an id, a step whose English stayed, a step much alike whose
    // English changed too, and a line that is wholly new.
    let text = SMALL
        .replace("title: (zh: \"小\"", "title: (zh: \"很小\"")
        .replace("zh: \"早。\"", "zh: \"各位早上好。\"")
        .replace("(zh: \"乙段\", en: \"Para two\")", "(zh: \"乙段落\", en: \"Second\")")
        .replace("enter: [", "enter: [Tell((zh: \"雨停了，天也亮了\", en: \"The rain is over\")),");
    let new = scenario(&text);
    for format in FORMATS {
        let last = sent(&old.sheet(Lang::En), format);
        let lines = new.lines(Lang::En);
        let found = changes(&lines.iter().collect::<Vec<_>>(), &last);
        let said: BTreeSet<(&str, &str)> = lines
            .iter()
            .filter_map(|line| Some((found.get(&line.id)?.before.as_str(), line.zh.as_str())))
            .collect();
        let wanted = [("小", "很小"), ("早。", "各位早上好。"), ("乙段", "乙段落")];
        assert_eq!(said, BTreeSet::from(wanted), "{format:?}");

        // They are marked where they go out again, and read back as they are.
        let mut sheet = new.sheet(Lang::En);
        for row in &mut sheet.rows {
            if let Some(change) = found.get(&row.id) {
                row.state = State::Changed;
                row.before = Some(change.before.clone());
            }
        }
        let merged = new.merge(&sent(&sheet, format));
        assert_eq!((merged.same, merged.refusals.len()), (sheet.rows.len(), 0));
        if matches!(format, Format::Po) {
            let po = liyi::author::texts::write_po(&sheet);
            assert_eq!(po.matches("#, fuzzy").count(), 3);
            assert!(po.contains("#| msgid \"早。\"\nmsgctxt"), "{po}");
        }

        // And the last file itself, imported now, has them refused by row.
        let mut late = old.sheet(Lang::En);
        row(&mut late, "早。").en = "Morning.".to_owned();
        row(&mut late, "小").en = "Little".to_owned();
        let merged = new.merge(&sent(&late, format));
        let said: Vec<String> = merged.refusals.iter().map(|r| r.why.said().en).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        for (said, now) in said.iter().zip(["很小", "乙段落", "各位早上好。"]) {
            assert!(said.starts_with("changed") && said.contains(now), "{said}");
        }
        assert!(merged.edits.is_empty());
    }
}
