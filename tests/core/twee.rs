//! Twee in and out: the specification's examples, broken files, round trips, and any text at all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use liyi::author::twee::{self, Imported, OwedKind, PENDING_EN, PENDING_ZH};
use liyi::author::{Policy, play};
use liyi::library::known;
use liyi::scenario::{Activity, Beat, Known, Scenario, Script, Step, When};
use liyi::session::TimerSetting;
use liyi::source::{Finding, SourceFile};
use liyi::standard::Lang;

use crate::shipped::{SCENARIOS, library, repository, scenario, setup};

fn import(text: &str) -> Result<Imported, Vec<Finding>> {
    let source = SourceFile::from_bytes("story.twee", text.as_bytes().to_vec());
    twee::import(&source.map_err(|finding| vec![finding])?, "story")
}

/// A skeleton as `liyi check` reads it; it must find nothing wrong.
fn checked(id: &str, text: &str) -> Scenario {
    static KNOWN: LazyLock<Known> = LazyLock::new(|| {
        known(&repository("assets"), library().profiles.values().map(AsRef::as_ref))
    });
    let source = SourceFile::new(format!("{id}.ron"), text);
    Scenario::from_source(&source, &library().catalogue, &KNOWN)
        .unwrap_or_else(|findings| panic!("{findings:#?}\n{text}"))
}

/// A story that is good, with its skeleton.
fn good(text: &str) -> (Imported, Scenario) {
    let imported = import(text).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let scenario = checked("story", &imported.text);
    (imported, scenario)
}

/// Codes and lines of what is wrong.
fn faults(text: &str) -> Vec<(&'static str, usize)> {
    let findings = import(text).expect_err("it is taken for good");
    findings.iter().map(|f| (f.code, f.line)).collect()
}

fn notes(imported: &Imported) -> Vec<(&'static str, usize)> {
    imported.notes.iter().map(|f| (f.code, f.line)).collect()
}

fn options(beat: &Beat) -> Vec<&str> {
    match &beat.activity {
        Some(Activity::Choice { options, .. }) => options.iter().map(|o| o.id.as_str()).collect(),
        Some(
            Activity::Timer { timeline, .. }
            | Activity::Queue { timeline, .. }
            | Activity::Note { timeline, .. },
        ) => timeline.actions.iter().filter(|a| a.ends).map(|a| a.id.as_str()).collect(),
        _ => Vec::new(),
    }
}

// What the specification shows.

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

// From Chinese, with people.

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

// The subset of macros.

#[test]
fn whole_numbers_of_harlowe_are_kept() {
    let file = "\
:: StoryData
{\"ifid\":\"x\",\"format\":\"Harlowe\",\"start\":\"A\"}
:: Setup [startup]
(set: $calm to 3)
:: A
(set: $heat to it + 2, $met to true)
Heat is $heat, calm $calm, price $5, $nobody.
(if: $heat >= 4)[He shouts.](else-if: $heat is 3)[He mutters.](else:)[He waits.]
[[Listen->B]]
(if: $met and $calm > 1)[[[Joke->C]]]
[[Hush->C]]
:: B
(if: $heat > 8)[[[Out->C]]](else:)[[[In->D]]]
:: C
Gone.
:: D
Stayed.
";
    let (imported, scenario) = good(file);
    let variables: Vec<(&str, i32, i32, i32)> =
        scenario.variables.iter().map(|(id, v)| (id.as_str(), v.min, v.max, v.start)).collect();
    assert_eq!(variables, [("calm", 0, 10, 3), ("heat", 0, 10, 0), ("met", 0, 10, 0)]);
    let text = &imported.text;
    for piece in [
        r#"Add("heat", 2),"#,
        r#"Set("met", 1),"#,
        "Heat is {var.heat}, calm {var.calm}, price $5, $nobody.",
        r#"If(when: AtLeast("heat", 4), then: ["#,
        r#"If(when: Is("heat", 3), then: ["#,
        r#"when: All([Not(Is("met", 0)), AtLeast("calm", 2)])"#,
        r#"(when: AtLeast("heat", 9), to: "c"),"#,
    ] {
        assert!(text.contains(piece), "{piece}\n{text}");
    }
    assert_eq!(options(&scenario.beats["a"]), ["b", "c", "c-2"]);
    let b = &scenario.beats["b"];
    assert!(b.activity.is_none() && b.next.len() == 2 && b.next[1].to == "d");
    assert_eq!(notes(&imported), []);
}

#[test]
fn whole_numbers_of_sugarcube_are_kept() {
    let file = "\
:: StoryData
{\"ifid\":\"x\",\"format\":\"SugarCube\",\"start\":\"A\"}
:: StoryInit
<<set $heat to 2>>
:: A
/* not [[a link]] */
<<if $heat gte 2>>He shouts.<<elseif $heat is 1>>He mutters.<<else>>He waits.<</if>>
[[Listen|B][$heat += 1]]
<<if $heat lt 2>>[[Joke|C]]<</if>>
[[Hush|C]]
:: B
Over. (Note: a bracket is no macro here.)
:: C
Gone.
";
    let (imported, scenario) = good(file);
    assert_eq!(scenario.variables["heat"].start, 2);
    for piece in [
        r#"If(when: AtLeast("heat", 2), then: ["#,
        r#"Add("heat", 1),"#,
        r#"when: AtMost("heat", 1)"#,
        "// not [[a link]]",
        "(Note: a bracket is no macro here.)",
    ] {
        assert!(imported.text.contains(piece), "{piece}\n{}", imported.text);
    }
    assert_eq!(options(&scenario.beats["a"]), ["b", "c", "c-2"]);
}

#[test]
fn macros_beyond_the_subset_are_refused_by_name_all_at_once() {
    let harlowe = "\
:: Start
(live: 2s)[tick]
(set: $name to \"Xu\")
(link-goto: \"Go\", \"End\") and (print: $x)
(if: (history:) contains \"End\")[seen]
[[Go->End]]
:: End
(text-style: \"bold\")[Over.]
";
    assert_eq!(
        faults(harlowe),
        [
            ("twee-macro", 2),
            ("twee-macro", 3),
            ("twee-macro", 4),
            ("twee-macro", 4),
            ("twee-macro", 5),
            ("twee-macro", 8),
        ]
    );
    let findings = import(harlowe).unwrap_err();
    for (finding, name) in findings.iter().zip([
        "`(live:)`",
        "(set: $name to",
        "`(link-goto:)`",
        "`(print:)`",
        "(if: (history:",
        "`(text-style:)`",
    ]) {
        assert!(finding.found.contains(name), "{finding}");
    }
    assert!(findings[2].expected.contains("[[words->passage]]"), "{}", findings[2]);

    let sugar = "\
:: StoryData
{\"ifid\":\"x\",\"format\":\"SugarCube\"}
:: Start
<<timed 2s>>tick<</timed>>
<<= $x>> <<link \"Go\" \"End\">><</link>> [img[cat.png]]
<<if visited(\"End\")>>seen<</if>>
[[Go|End][$x to \"red\"]]
:: End
<%= 1 %>
";
    assert_eq!(
        faults(sugar),
        [
            ("twee-macro", 4),
            ("twee-macro", 5),
            ("twee-macro", 5),
            ("twee-macro", 5),
            ("twee-macro", 6),
            ("twee-macro", 7),
            ("twee-macro", 9),
        ]
    );
}

// Broken files.

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
    assert!(findings[2].found.contains("first in line 4"), "{}", findings[2]);
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

// Out and in again.

/// Where each beat may go on, as the checker sees it.
fn ways(script: &Script) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut ways = BTreeMap::new();
    for (id, beat) in &script.beats {
        let mut to = BTreeSet::new();
        for exit in &beat.next {
            to.insert(exit.to.as_str());
            if matches!(exit.when, When::Always) {
                break;
            }
        }
        ways.insert(id.as_str(), to);
    }
    ways.insert("", script.watches.iter().map(|w| w.to.as_str()).collect());
    ways
}

#[test]
fn the_four_scenarios_keep_their_beats_options_and_ways() {
    for id in SCENARIOS {
        let original = scenario(id);
        let profile = library().profile("classroom").unwrap();
        for lang in Lang::ALL {
            let out = twee::export(original, &profile, lang);
            let imported = twee::import(&SourceFile::new("out.twee", out.as_str()), id)
                .unwrap_or_else(|findings| panic!("{id} {findings:#?}"));
            let back = checked(id, &imported.text);
            assert_eq!(notes(&imported), [], "{id}");
            assert!(original.beats.keys().eq(back.beats.keys()), "{id}");
            assert!(original.endings.keys().eq(back.endings.keys()), "{id}");
            assert_eq!(original.start, back.start);
            assert_eq!(ways(original), ways(&back), "{id}");
            for (name, beat) in &original.beats {
                assert_eq!(options(beat), options(&back.beats[name]), "{id} {name}");
            }
            // Where each option leads, too.
            for (name, beat) in &back.beats {
                for option in options(beat) {
                    assert_eq!(
                        leads(&original.beats[name], option),
                        leads(beat, option),
                        "{id} {name} {option}"
                    );
                }
            }
            let spoke: BTreeSet<&String> = back.cast.keys().collect();
            assert!(spoke.iter().all(|who| original.cast.contains_key(*who)), "{id} {spoke:?}");
            assert_eq!(original.title.get(lang), back.title.get(lang));
            assert_eq!(original.briefing.len(), back.briefing.len());
            // What it says again is the same story.
            let again = twee::export(&back, &profile, lang);
            let third = twee::import(&SourceFile::new("out.twee", again), id).unwrap();
            assert_eq!(ways(&checked(id, &third.text)), ways(&back), "{id}");
        }
    }
}

/// Where the exits may lead once this option is taken, by the names in their conditions.
fn leads<'b>(beat: &'b Beat, option: &str) -> BTreeSet<&'b str> {
    fn may(when: &When, option: &str, all: &[&str]) -> Option<bool> {
        match when {
            When::Always => Some(true),
            When::Did(mark) if mark == option => Some(true),
            When::Did(mark) | When::RingsWithin(mark, _) | When::Within(mark, _)
                if mark != option && all.contains(&mark.as_str()) =>
            {
                Some(false)
            }
            When::TimeUp | When::Never => Some(false),
            When::Not(inner) => may(inner, option, all).map(|x| !x),
            When::All(inner) => {
                let parts: Vec<_> = inner.iter().map(|w| may(w, option, all)).collect();
                if parts.contains(&Some(false)) {
                    Some(false)
                } else {
                    parts.iter().all(|p| *p == Some(true)).then_some(true)
                }
            }
            When::Any(inner) => {
                let parts: Vec<_> = inner.iter().map(|w| may(w, option, all)).collect();
                if parts.contains(&Some(true)) {
                    Some(true)
                } else {
                    parts.iter().all(|p| *p == Some(false)).then_some(false)
                }
            }
            _ => None,
        }
    }
    let all = options(beat);
    let mut to = BTreeSet::new();
    for exit in &beat.next {
        match may(&exit.when, option, &all) {
            Some(false) => {}
            Some(true) => {
                to.insert(exit.to.as_str());
                break;
            }
            None => {
                to.insert(exit.to.as_str());
            }
        }
    }
    to
}

#[test]
fn twine_finds_every_passage_and_lays_none_over_another() {
    for id in SCENARIOS {
        let profile = library().profile("classroom").unwrap();
        let out = twee::export(scenario(id), &profile, Lang::Zh);
        assert_eq!(out, twee::export(scenario(id), &profile, Lang::Zh));
        let story = twee::read(&SourceFile::new("out.twee", out.as_str())).unwrap();
        assert_eq!(story.title.as_deref(), Some(scenario(id).title.zh.as_str()));
        assert_eq!(story.data.format.as_deref(), Some("Harlowe"));
        let names: BTreeSet<&str> = story.passages.iter().map(|p| p.name.as_str()).collect();
        assert!(names.contains(story.data.start.as_deref().unwrap()));
        let mut places = BTreeSet::new();
        let mut left = BTreeMap::new();
        for passage in &story.passages {
            let (x, y) = passage.position.as_deref().unwrap().split_once(',').unwrap();
            let place: (u32, u32) = (x.parse().unwrap(), y.parse().unwrap());
            assert!(places.insert(place), "{id} {} lies on another", passage.name);
            left.insert(passage.name.as_str(), place.0);
            // As Twine itself looks for links, in comments too.
            let text = &out[passage.body.clone()];
            for piece in text.split("[[").skip(1) {
                let target = piece.split("]]").next().unwrap().rsplit("->").next().unwrap();
                assert!(names.contains(target), "{id} {target}");
            }
        }
        let start = left[story.data.start.as_deref().unwrap()];
        let story_tiles = left.iter().filter(|(name, _)| name.ends_with(')'));
        assert!(story_tiles.clone().all(|(_, x)| *x >= start) && story_tiles.count() > 20);
    }
}

// Any text at all.

/// Pieces of Twee, in any order: more of it goes deep than of random letters.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\n:: A\n",
        "\n:: B [t] {\"position\":\"1,2\"}\n",
        "\n:: C 乙 (c)\n",
        "\n:: D [watch]\n",
        "\n:: E [cast]\n",
        "\n:: F [briefing]\n",
        "\n:: StoryData\n{\"format\":\"SugarCube\"}\n",
        "[[A]]",
        "[[去->B]]",
        "[[C 乙 (c)<-x]]",
        "[[y|A][$x to 1]]",
        "[[",
        "]]",
        "[",
        "]",
        "->",
        "(if: $x is 1)[",
        "(if: $y)[[[B]]]",
        "(else:)[",
        "(set: $x to 2)",
        "(live: 1s)",
        "(",
        "<<if $x gt 1>>",
        "<<else>>",
        "<</if>>",
        "<<set $x += 1>>",
        "<<",
        ">>",
        "<!-- id: a -->",
        "<!-- way -->",
        "<!--",
        "-->",
        "<!-- stage: corridor -->",
        "/*",
        "*/",
        "$x",
        "$",
        "{",
        "}",
        "徐大为：喂？",
        "You: yes?",
        "\n",
        " ",
        "\\",
        "\\::",
        "''b''",
        "//i//",
        "<b>",
        "https://a.b",
        "\"",
        "。",
        "你怎么做？",
        "\u{feff}",
        "\u{200b}",
        "\r\n",
        "…",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A story whose passages are each well formed, linked at random.
fn story() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[[A]]\n",
        "[[去->B (b)]]\n",
        "[[C 丙<-x]]\n",
        "[[y|D]]\n",
        "[[E]]\n",
        "[[完->E]]\n",
        "[[<b></b>->A]]",
        "[[去->B (b)]] <!-- id: go -->\n",
        "[[C 丙]] <!-- id: go\n// n\n徐大为：喂\n-->\n",
        "[[E]] <!-- way -->\n",
        "[[A]] <!-- way\n// when -->\n",
        "(if: $x is 1)[[[E]]]",
        "(if: $x > 3 or $y)[[[D]] (set: $y to 2)](else:)[[[A]]]\n",
        "(if: $z)[x: $z\n]",
        "(if: not $y)[(if: $x < 0)[低。](else:)[Xu: high]](else-if: $y is 3)[$y]\n",
        "(set: $x to 2)",
        "(set: $y += 1, $z to -4)\n",
        "$x 元\n",
        "$q\n",
        "<!-- stage: corridor -->",
        "<!-- a\n* b */ -->\n",
        "徐大为：喂？\n",
        "Xu: yes?\n",
        "你：好。\n",
        "你怎么做？\n",
        "“",
    ]);
    let body = prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat());
    prop::collection::vec(body, 5).prop_map(|bodies| {
        let heads = ["A", "B (b)", "C 丙", "D", "W [watch]"];
        let passages: Vec<String> =
            heads.iter().zip(bodies).map(|(head, body)| format!(":: {head}\n{body}\n")).collect();
        format!("{}:: E\nThe end: $x.\n", passages.concat())
    })
}

fn never_panics(text: &str) {
    let source = SourceFile::new("story.twee", text);
    let _ = twee::read(&source);
    if let Ok(imported) = twee::import(&source, "story") {
        checked("story", &imported.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_twee_are_refused_or_make_a_sound_skeleton(text in soup()) {
        never_panics(&text);
    }

    #[test]
    fn a_well_formed_story_makes_a_sound_skeleton(text in story()) {
        never_panics(&text);
    }

    #[test]
    fn no_text_panics_the_reader(text in "\\PC*") {
        never_panics(&text);
        never_panics(&format!(":: A\n{text}\n[[B]]\n:: B\n{text}"));
        never_panics(&format!(":: {text}\nx"));
        let _ = twee::slug(&text);
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "how long it takes is what is tested")]
fn large_files_are_read_at_once() {
    let million = |piece: &str| piece.repeat(400_000 / piece.len());
    let started = std::time::Instant::now();
    for piece in [
        "[[",
        "]]",
        "[[A",
        "<<a",
        "(a:",
        "(if:$x)[",
        "<!--",
        "<!-- -->",
        "$a",
        "<",
        "<b",
        "((((",
        "[[A]]",
        "\n:: ",
        "\n:: A\n",
        "\n:: 甲\n[[乙]]",
        "''",
        "x: y\n",
        "\\",
        "{",
    ] {
        let _ = import(&format!(":: A\n{}", million(piece)));
    }
    let chain: String = (0..20_000).map(|n| format!(":: p{n}\n[[p{}]]\n", n + 1)).collect();
    let imported = import(&format!("{chain}:: p20000\nEnd.\n")).unwrap();
    assert_eq!(imported.counts, (20_000, 1));
    let took = started.elapsed();
    assert!(took.as_secs() < 30, "{took:?}");
}
