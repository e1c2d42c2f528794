//! What the specification shows, and a Chinese story with people in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use liyi::author::twee::{self, OwedKind, PENDING_EN, PENDING_ZH};
use liyi::author::{Policy, play};
use liyi::scenario::{Activity, Step};
use liyi::session::TimerSetting;
use liyi::source::SourceFile;

use super::{good, notes, options};
use crate::shipped::{library, setup};

#[test]
fn headers_are_read_as_the_specification_says() {
    let file = r#":: An overgrown path
:: An overgrown path 2 [forest spooky]
:: An overgrown path 3 {"position":"600,400","size":"100,200"}
::An overgrown path 4   [forest   spooky]   {"position":"600,400","size":"100,200"}
:: foo\\bar \[a\] \{b\} \q [tag\]1]
One

Two


:: Last
"#;
    let story = twee::read(&SourceFile::new("story.twee", file)).unwrap();
    let shown: Vec<(&str, Vec<&str>, Option<&str>, Option<&str>)> = story
        .passages
        .iter()
        .map(|p| {
            let tags = p.tags.iter().map(String::as_str).collect();
            (p.name.as_str(), tags, p.position.as_deref(), p.size.as_deref())
        })
        .collect();
    let (place, size) = (Some("600,400"), Some("100,200"));
    assert_eq!(
        shown,
        [
            ("An overgrown path", vec![], None, None),
            ("An overgrown path 2", vec!["forest", "spooky"], None, None),
            ("An overgrown path 3", vec![], place, size),
            ("An overgrown path 4", vec!["forest", "spooky"], place, size),
            (r"foo\bar [a] {b} q", vec!["tag]1"], None, None),
            ("Last", vec![], None, None),
        ]
    );
    // Blank lines at the end of a passage are none of its text.
    assert_eq!(&file[story.passages[4].body.clone()], "One\n\nTwo");
}

#[test]
fn story_data_is_read_as_the_specification_says() {
    let file = r#":: StoryTitle
My Story
:: StoryData
{
   "ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC",
   "format": "SugarCube",
   "format-version": "2.28.2",
   "start": "My Starting Passage",
   "tag-colors": { "bar": "green" },
   "zoom": 0.25
}
:: Other
The end.
:: My Starting Passage
[[Go on->Other]]
"#;
    let story = twee::read(&SourceFile::new("story.twee", file)).unwrap();
    assert_eq!(story.title.as_deref(), Some("My Story"));
    assert_eq!(story.data.ifid.as_deref(), Some("D674C58C-DEFA-4F70-B7A2-27742230C0FC"));
    assert_eq!(story.data.format.as_deref(), Some("SugarCube"));
    assert_eq!(story.data.start.as_deref(), Some("My Starting Passage"));
    let (imported, scenario) = good(file);
    assert_eq!(scenario.start, "my-starting-passage");
    assert_eq!(scenario.title.en, "My Story");
    assert_eq!(imported.counts, (1, 1));
    assert_eq!(notes(&imported), []);
}

#[test]
fn what_the_specification_says_to_discard_is_discarded_and_said() {
    let file = ":: StoryData\n{ \"ifid\": \n:: Start {\"position\":\n[[Go->End]]\n:: End {\"position\":\"left\"}\nOver.\n";
    let (imported, scenario) = good(file);
    assert_eq!(scenario.beats["start"].next[0].to, "end");
    assert_eq!(
        notes(&imported),
        [("twee-story-data", 2), ("twee-metadata", 3), ("twee-metadata", 5)]
    );
}

#[test]
fn every_spelling_of_a_link_leads_there() {
    let file = ":: Start\nWhich way?\n[[B]]\n[[to b->B]]\n[[C<-to c]]\n[[to d|D]]\n[[a->b->E]]\n:: B\nb\n:: C\nc\n:: D\nd\n:: E\ne\n";
    let (_, scenario) = good(file);
    let start = &scenario.beats["start"];
    assert_eq!(options(start), ["b", "b-2", "c", "d", "e"]);
    let Some(Activity::Choice { prompt, options, .. }) = &start.activity else { panic!() };
    assert_eq!(prompt.en, "Which way?");
    let words: Vec<&str> = options.iter().map(|o| o.text.en.as_str()).collect();
    assert_eq!(words, ["B", "to b", "to c", "to d", "a->b"]);
    let to: Vec<&str> = start.next.iter().map(|exit| exit.to.as_str()).collect();
    assert_eq!(to, ["b", "b", "c", "d", "e"]);
    assert!(start.enter.is_empty() && scenario.endings.len() == 4);
}

const CHINESE: &str = "\u{feff}:: StoryTitle\r
柜台前\r
\r
:: StoryData\r
{\"ifid\":\"D674C58C-DEFA-4F70-B7A2-27742230C0FC\",\"start\":\"他来了\"}\r
\r
:: 他来了 [开头 大厅] {\"position\":\"100,200\",\"size\":\"100,100\"}\r
<!-- 这里以后加音乐 -->\r
门开了，徐大为走进来。\r
徐大为：谁管事？\r
你：先生，我在。\r
他说：“我等了半天。”\r
\r
* [[先请他坐->坐下 (seat)]]\r
* [[让他等着->他走了]]\r
\r
:: 坐下 (seat)\r
他坐下了。[[听他说|听完]]\r
\r
:: 听完\r
''好了''，事情记下了。\r
他点点头。\r
\r
:: 他走了\r
他转身走了。\r
";

#[test]
fn a_chinese_story_becomes_a_skeleton() {
    let (imported, scenario) = good(CHINESE);
    let beats: Vec<&str> = scenario.beats.keys().map(String::as_str).collect();
    assert_eq!(beats, ["seat", "ta-lai-le"]);
    let endings: Vec<&str> = scenario.endings.keys().map(String::as_str).collect();
    assert_eq!(endings, ["ta-zou-le", "ting-wan"]);
    assert_eq!(scenario.endings["ting-wan"].text.zh, "好了，事情记下了。他点点头。");
    let cast: Vec<&str> = scenario.cast.keys().map(String::as_str).collect();
    assert_eq!(cast, ["xu-da-wei", "you"]);
    assert_eq!(notes(&imported), [("twee-cast", 7)]);
    let first = &scenario.beats["ta-lai-le"];
    assert_eq!(first.label.zh, "他来了");
    assert_eq!(options(first), ["seat", "ta-zou-le"]);
    let said: Vec<String> = first
        .enter
        .iter()
        .map(|step| match step {
            Step::Say(who, words) => format!("{who}: {}", words.zh),
            Step::Tell(words) => words.zh.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        said,
        [
            "门开了，徐大为走进来。",
            "xu-da-wei: 谁管事？",
            "you: 先生，我在。",
            "他说：“我等了半天。”"
        ]
    );
    // Tags, position and the author's comment stand above the beat.
    for line in
        ["// Twee: 他来了 [开头 大厅] position 100,200 size 100,100\n", "// 这里以后加音乐\n"]
    {
        assert!(imported.text.contains(line), "{line}{}", imported.text);
    }
    // A link in the midst of a sentence stays readable.
    let Step::Tell(words) = &scenario.beats["seat"].enter[0] else { panic!() };
    assert_eq!(words.zh, "他坐下了。听他说");
}

#[test]
fn everything_owed_is_listed_with_its_line() {
    let (imported, _) = good(CHINESE);
    let lines: Vec<&str> = imported.text.lines().collect();
    let mut seen = BTreeSet::new();
    for owed in &imported.owed {
        let line = lines[owed.line - 1];
        seen.insert(owed.kind);
        let mark = match owed.kind {
            OwedKind::Standards => "standards: []",
            OwedKind::Scores => "opportunities: []",
            OwedKind::Translation => PENDING_EN,
            OwedKind::Words => "待写",
            OwedKind::Looks => "\"",
            OwedKind::Way | OwedKind::Time => panic!("{line}"),
        };
        assert!(line.contains(mark), "{owed:?}: {line}");
    }
    assert_eq!(seen.len(), 5);
    // And every mark in the text, apart from the comment that explains it, is listed.
    let marked = |mark| lines.iter().filter(|l| l.contains(mark) && !l.starts_with("//")).count();
    let owed = |kind| {
        let of_kind = imported.owed.iter().filter(|o| o.kind == kind);
        of_kind.map(|o| o.line).collect::<BTreeSet<usize>>().len()
    };
    assert_eq!(marked(PENDING_EN), owed(OwedKind::Translation));
    assert_eq!(marked(PENDING_ZH), 0);
    assert_eq!(marked("opportunities: []"), owed(OwedKind::Scores));
    let (english, _) = good(":: Start\nGood morning.\n[[Go->End]]\n:: End\nOver.\n");
    assert!(english.text.contains(r#"(zh: "[待译] Good morning.", en: "Good morning.")"#));
}

#[test]
fn a_skeleton_is_played_to_its_end() {
    let (_, scenario) = good(CHINESE);
    let scenario = Arc::new(scenario);
    for policy in [Policy::First, Policy::Last, Policy::Random] {
        let setup = setup("classroom", 1, TimerSetting::Normal);
        assert!(play(&scenario, &library().catalogue, &setup, policy).ending().is_some());
    }
}
