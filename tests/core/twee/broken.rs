//! Broken files and stories that could not be played: everything is found at once.

use super::{faults, good, import};

#[test]
fn brackets_that_do_not_close_are_found_all_at_once() {
    let file = "\
:: Start [tag
:: Second] name
:: Third [a] words
::
:: Fourth
[[no end
<!-- no end
";
    let wrong = faults(file);
    assert_eq!(
        wrong,
        [
            ("twee-header", 1),
            ("twee-header", 2),
            ("twee-header", 3),
            ("twee-header", 4),
            ("twee-unclosed", 6),
            ("twee-unclosed", 7),
        ]
    );
    let hooks = "\
:: Start
(if: $x is 1)[never closed [[a->End]]
:: B
(if: $x is 1) no hook
(else:)[no if]
(set: $x to 1
:: End
Over
";
    let lines: Vec<usize> = faults(hooks).iter().map(|(_, line)| *line).collect();
    assert_eq!(lines, [2, 4, 5, 6]);
    let sugar = ":: StoryData\n{\"ifid\":\"x\",\"format\":\"SugarCube\"}\n:: Start\n<<if $x>>a\n:: B\n<</if>>\n:: C\n<<set $x\n";
    let lines: Vec<usize> = faults(sugar).iter().map(|(_, line)| *line).collect();
    assert_eq!(lines, [4, 6, 8]);
}

#[test]
fn links_that_lead_nowhere_and_names_used_twice_are_found() {
    let file = ":: Start\n[[Go->Kitchn]]\n[[ -> ]]\n:: Kitchen\nx\n:: Kitchen\ny\n";
    let findings = import(file).unwrap_err();
    let shown: Vec<(&str, usize)> = findings.iter().map(|f| (f.code, f.line)).collect();
    assert_eq!(
        shown,
        [("twee-dangling-link", 2), ("twee-empty-link", 3), ("twee-duplicate-passage", 6)]
    );
    assert_eq!(findings[0].nearest.as_deref(), Some("Kitchen"));
    assert!(findings[2].found.en.contains("first in line 4"), "{:?}", findings[2]);
    let start = ":: StoryData\n{\"ifid\":\"x\",\"start\":\"Strat\"}\n:: Start\nx\n";
    assert_eq!(import(start).unwrap_err()[0].nearest.as_deref(), Some("Start"));
}

#[test]
fn stories_that_could_not_be_played_are_refused() {
    assert_eq!(faults(""), [("twee-no-passage", 1)]);
    assert_eq!(faults("just words\n"), [("twee-no-passage", 1)]);
    assert_eq!(faults(":: StoryTitle\nOnly a title\n"), [("twee-no-passage", 1)]);
    assert_eq!(faults(":: A\n[[B]]\n[[C]]\n:: B\n[[A]]\n:: C\n[[A]]\n"), [("twee-no-ending", 1)]);
    let round = ":: A\n[[B]]\n[[End]]\n:: B\n[[C]]\n:: C\n[[B]]\n:: End\nx\n";
    assert!(faults(round).contains(&("twee-endless-loop", 4)), "{:?}", faults(round));
    assert!(faults(round).contains(&("twee-no-way-out", 4)));
    let only = ":: A\n(if: $x is 1)[[[B]]]\n:: B\nx\n";
    assert_eq!(faults(only), [("twee-passage", 1)]);
}

#[test]
fn what_belongs_to_the_format_or_to_nobody_is_left_out_and_said() {
    let file = "\
Preface
:: Start
[[Go->End]] or [[the site->https://example.org]]
(set: $unread to 1)
:: End
Over.
:: Attic
Nobody comes here.
:: Looks [stylesheet]
body { color: red }
:: Code [script]
let x = \"(print:)\";
:: For me [notes]
Not said.
";
    let (imported, scenario) = good(file);
    assert_eq!(imported.counts, (1, 1));
    assert!(scenario.variables.is_empty());
    let left: Vec<usize> =
        imported.notes.iter().filter(|n| n.code == "twee-left-out").map(|n| n.line).collect();
    assert_eq!(left, [1, 3, 4, 7, 9, 11]);
}

#[test]
fn a_story_of_one_passage_is_a_beat_and_an_ending() {
    let (_, scenario) = good(":: 开始\n徐大为：完了。\n");
    assert_eq!(scenario.start, "kai-shi");
    assert_eq!(scenario.beats["kai-shi"].next[0].to, "kai-shi-end");
    assert!(scenario.cast.contains_key("xu-da-wei"));
}
