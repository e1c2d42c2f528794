//! Every code of the checker, on an example broken in one place.

use std::collections::BTreeSet;

use liyi::scenario::{Scenario, load_all};
use liyi::source::{Finding, SourceFile};
use liyi::standard::Lang;

use crate::example::{STANDARDS, WHOLE, broken, catalogue, known, load};

/// The codes expected, most telling first; the edits; and where the first
/// code is to be found: `§` in a piece of the broken text.
type Row = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const IDS: &[Row] = &[
    ("wrong-id", &[(r#"id: "whole""#, r#"id: "part""#)], r#"id: §"part""#),
    ("bad-id", &[(r#"(id: "finish""#, r#"(id: "fin ish""#)], r#"(id: §"fin ish""#),
    ("bad-id unused-axis", &[(r#""guest": {"#, r#""": {"a": ()}, "guest": {"#)], r#"§"": {"a""#),
    (
        "duplicate-id",
        &[(r#"(id: "finish""#, r#"(id: "lift""#)],
        r#"(id: §"lift", text: (zh: "写完""#,
    ),
    (
        "duplicate-key",
        &[(r#""walked-out": (t"#, r#""done": (text: (zh: "完", en: "Over")), "walked-out": (t"#)],
        r#"§"done": (text: (zh: "完""#,
    ),
    ("reserved-name", &[(r#""guest": {"#, r#""profile": {"#)], r#"§"profile": {"#),
    (
        "beat-and-ending",
        &[(r#""walked-out": (t"#, r#""note": (text: (zh: "完", en: "Over")), "walked-out": (t"#)],
        r#"§"note": (text"#,
    ),
];

const REFERENCES: &[Row] = &[
    ("unknown-beat", &[(r#"start: "greet""#, r#"start: "gret""#)], r#"start: §"gret""#),
    ("unknown-beat", &[(r#"DidIn("greet", "#, r#"DidIn("gret", "#)], r#"DidIn(§"gret""#),
    ("unknown-target", &[(r#"Met), to: "done""#, r#"Met), to: "donne""#)], r#"to: §"donne""#),
    ("unknown-person", &[(r#"Say("qiao""#, r#"Say("qaio""#)], r#"Say(§"qaio""#),
    ("unknown-person", &[("{name.qiao} is", "{name.qaio} is")], "§{name.qaio} is"),
    (
        "unknown-person",
        &[(r#"people: {"qiao": (rank: 9)"#, r#"people: {"qaio": (rank: 9)"#)],
        r#"§"qaio": (rank: 9)"#,
    ),
    ("unknown-variable", &[(r#"Add("heat""#, r#"Add("heta""#)], r#"Add(§"heta""#),
    ("unknown-variable", &[(r#"limit: "pace.end""#, r#"limit: "var.x""#)], r#"§"var.x""#),
    (
        "unknown-standard",
        &[(r#"recovers: [(standard: "greet-first""#, r#"recovers: [(standard: "gret-first""#)],
        r#"§"gret-first""#,
    ),
    ("unknown-stage", &[(r#""corridor""#, r#""coridor""#)], r#"§"coridor""#),
    ("unknown-figure", &[(r#""qiao-man""#, r#""qiao-men""#)], r#"§"qiao-men""#),
    (
        "unknown-figure",
        &[(r#"Enter("qiao", Right)"#, r#"Enter("qiao", Right), Wear("qiao", "qiao-coat")"#)],
        r#"§"qiao-coat""#,
    ),
    (
        "unknown-person",
        &[(r#"Enter("qiao", Right)"#, r#"Enter("qiao", Right), Wear("qaio", "qiao-man")"#)],
        r#"Wear(§"qaio""#,
    ),
    ("unknown-sound", &[(r#""pickup""#, r#""pick-up""#)], r#"§"pick-up""#),
    ("unknown-picture", &[(r#"picture: "card""#, r#"picture: "cards""#)], r#"picture: §"cards""#),
    ("unknown-person", &[(r#"en: "Host")"#, r#"en: "Host"), who: "hosst""#)], r#"§who: "hosst""#),
    ("bad-number-name", &[(r#"every: "pace.every""#, r#"every: "often""#)], r#"§"often""#),
    ("unknown-axis", &[(r#"limit: "pace.end""#, r#"limit: "pase.end""#)], r#"§"pase.end""#),
    ("unknown-axis", &[(r#"Varied("pace""#, r#"Varied("pase""#)], r#"Varied(§"pase""#),
    ("unknown-axis", &[("今天{pace.mood}", "今天{pase.mood}")], "§{pase.mood}"),
    ("unknown-slot", &[(r#"limit: "pace.end""#, r#"limit: "pace.ends""#)], r#"§"pace.ends""#),
    ("unknown-slot", &[("今天{pace.mood}", "今天{pace.moon}")], "§{pace.moon}"),
    (
        "unknown-alternative",
        &[(r#"Varied("pace", "easy")"#, r#"Varied("pace", "eazy")"#)],
        r#"§"eazy""#,
    ),
    ("unknown-profile-key", &[("profile.ring_limit", "profile.rings")], r#"§"profile.rings""#),
    ("unknown-profile-key", &[(r#"Profile("gender""#, r#"Profile("sex""#)], r#"Profile(§"sex""#),
    ("unknown-profile-value", &[(r#""social""#, r#""sozial""#)], r#"§"sozial""#),
    ("bad-placeholder", &[("今天{pace.mood}", "今天{pace.mood")], "今天§{pace.mood。"),
    ("bad-placeholder", &[("今天{pace.mood}", "今天{mood}")], "今天§{mood}"),
    (
        "nested-placeholder",
        &[(r#"(zh: "赶时间""#, r#"(zh: "{pace.mood}""#)],
        r#"(zh: "§{pace.mood}""#,
    ),
    ("unknown-mark", &[(r#"(when: Did("wait")"#, r#"(when: Did("wayt")"#)], r#"Did(§"wayt")"#),
    ("unknown-mark", &[(r#"DidIn("greet", "greet")"#, r#"DidIn("greet", "nod")"#)], r#"§"nod")]"#),
    ("unknown-mark", &[(r#"Did("move=nod")"#, r#"Did("move=bow")"#)], r#"§"move=bow""#),
    ("unknown-mark", &[(r#"Did("name=invented")"#, r#"Did("name=made")"#)], r#"§"name=made""#),
    ("unknown-mark", &[(r#""take-one", "take-two")"#, r#""take-one", "two")"#)], r#"§"two")"#),
    ("unknown-mark", &[(r#"AtLeast("heat", 9)"#, r#"Did("shout")"#)], r#"§"shout""#),
    (
        "too-early",
        &[(r#"Enter("qiao", Right)"#, r#"If(when: Did("greet"), then: [Enter("qiao", Right)])"#)],
        r#"§Did("greet"), then"#,
    ),
    ("too-early", &[("wanted: Never", "wanted: GradeAtLeast(50)")], "§GradeAtLeast(50)"),
    (
        "no-ringing-track",
        &[(r#"RingsWithin("lift""#, r#"RingsWithin("finish""#)],
        r#"(§"finish", "p"#,
    ),
    ("unknown-track", &[(r#"track: "two""#, r#"track: "too""#)], r#"track: §"too""#),
    (
        "unknown-item incomplete-order",
        &[(r#"["guest", "host"]"#, r#"["guest", "hots"]"#)],
        r#"§"hots""#,
    ),
    ("unknown-rule", &[(r#""H8""#, r#""H9""#)], r#"§"H9""#),
];

const FLOW: &[Row] = &[
    (
        "no-exit unreachable-beat unreachable-ending",
        &[(r#"next: [(to: "voice")]"#, "next: []")],
        "§next: []",
    ),
    (
        "dead-end",
        &[(r#"[(to: "pack")]"#, r#"[(when: Did("cup"), to: "pack")]"#)],
        r#"§(when: Did("cup")"#,
    ),
    (
        "unreachable-exit",
        &[(r#"[(to: "pack")]"#, r#"[(to: "pack"), (to: "voice")]"#)],
        r#"(to: "pack"), §(to"#,
    ),
    ("no-stage", &[(r#"stage: "corridor","#, "")], r#"§"greet": ("#),
    (
        "unreachable-beat",
        &[(
            r#""note": ("#,
            r#""lost": (label: (zh: "丢了", en: "Lost"), next: [(to: "done")]), "note": ("#,
        )],
        r#"§"lost""#,
    ),
    (
        "unreachable-ending",
        &[(r#""done": (t"#, r#""lost": (text: (zh: "丢了", en: "Lost")), "done": (t"#)],
        r#"§"lost""#,
    ),
    (
        "no-way-out unreachable-beat unreachable-ending",
        &[
            (r#"watches: [(when: AtLeast("heat", 9), to: "walked-out")],"#, ""),
            (r#"[(to: "voice")]"#, r#"[(to: "pack")]"#),
        ],
        r#"§"greet": ("#,
    ),
    (
        "endless-loop",
        &[
            (r#"Met), to: "done""#, r#"Met), to: "a""#),
            (
                r#""note": ("#,
                r#""a": (label: (zh: "甲", en: "A"), next: [(to: "b")]),
                "b": (label: (zh: "乙", en: "B"), next: [(to: "a")]), "note": ("#,
            ),
        ],
        r#"§"a": (label"#,
    ),
];

const VALUES: &[Row] = &[
    ("bad-bounds", &[("start: 4", "start: 40")], "start: §40"),
    ("bad-bounds", &[("(min: 0, max: 10", "(min: 20, max: 10")], "§(min: 20"),
    ("out-of-bounds", &[(r#"Set("heat", 5)"#, r#"Set("heat", 50)"#)], r#"Set("heat", §50"#),
    ("out-of-bounds", &[(r#"Set("heat", 5)"#, r#"Set("heat", "pace.end")"#)], r#"§"pace.end")])"#),
    ("never-true", &[(r#"AtLeast("heat", 9)"#, r#"AtLeast("heat", 90)"#)], r#""heat", §90"#),
    ("bad-time", &[("minutes: 5", "minutes: 0")], "minutes: §0"),
    ("bad-time", &[(r#"limit: "pace.end""#, "limit: 0")], "limit: §0"),
    ("bad-time", &[(r#""every": 5000"#, r#""every": 0"#)], r#"every: §"pace.every""#),
    ("bad-time", &[("takes: 4000", "takes: -1")], "takes: §-1"),
    ("bad-time", &[("ends_at: 20000", "ends_at: 0")], "ends_at: §0"),
    ("bad-time", &[("at: 9000", "at: -9")], "at: §-9"),
    ("late-cue", &[("at: 9000", "at: 25000")], "at: §25000"),
    ("first-without-every", &[(r#"who: "qiao")"#, r#"who: "qiao", first_at: 5)"#)], "§first_at: 5"),
    ("answers-nothing", &[(r#"track: "two", "#, "")], r#"the visitor"), §answers"#),
    ("out-of-range", &[("past: 6", "past: 60")], "past: §60"),
    ("out-of-range", &[("(rank: 7)", "(rank: 10)")], "rank: §10"),
    ("out-of-range", &[("(rank: 9)", "(rank: 0)")], "rank: §0"),
    ("bad-weight", &[("(50, 20, 30)", "(50, 20, 31)")], "§(50, 20, 31)"),
    ("bad-weight", &[("weight: 2", "weight: 0")], "weight: §0"),
    ("empty-axis unused-axis", &[(r#""guest": {"#, r#""none": {}, "guest": {"#)], r#""none": §{}"#),
    ("uneven-slots", &[(r#", "end": 30000"#, "")], r#"§"easy": ("#),
    (
        "slot-twice uneven-slots",
        &[(r#""end": 20000"#, r#""end": 20000, "mood": 1"#)],
        r#"§"pace": {"#,
    ),
];

const ACTIVITIES: &[Row] = &[
    (
        "too-few",
        &[(
            r#"(id: "novel", text: (zh: "小说", en: "A novel"), picture: "card", wanted: Not(Always)),"#,
            "",
        )],
        "§items: [\n                    (id: \"cards\"",
    ),
    (
        "may-offer-nothing",
        &[(r#"en: "Good morning."))"#, r#"en: "Good morning."), when: Varied("pace", "easy"))"#)],
        "§options: [",
    ),
    (
        "incomplete-order",
        &[(
            r#"en: "Guest"))]"#,
            r#"en: "Guest")), (id: "driver", text: (zh: "司机", en: "Driver"))]"#,
        )],
        r#"right: §["guest""#,
    ),
    (
        "duplicate-id incomplete-order",
        &[(r#"["guest", "host"]"#, r#"["guest", "guest"]"#)],
        r#"["guest", §"guest"]"#,
    ),
    (
        "nothing-wanted",
        &[(r#"en: "Cards"))"#, r#"en: "Cards"), wanted: Never)"#)],
        "§items: [\n                    (id: \"cards\"",
    ),
    ("outside-picture", &[("(20, 60)", "(20, 160)")], "§(20, 160)"),
    ("spot-nowhere", &[("on: \"clock\", ", "")], "§(id: \"clock\""),
    ("unknown-spot", &[("on: \"clock\"", "on: \"clack\"")], "on: §\"clack\""),
    ("unknown-thing", &[("Put(\"umbrella\")", "Put(\"umbrela\")")], "Put(§\"umbrela\")"),
    ("no-card-pose", &[("pose: GiveCard()", "pose: Nod")], "pose: §Nod"),
    ("bad-slider", &[("start: 60", "start: 95")], "start: §95"),
    ("bad-slider", &[("min: 30", "min: 99")], "min: §99"),
    ("bad-slider", &[("band: (45, 55)", "band: (55, 45)")], "band: §(55"),
    ("bad-slider", &[("band: (45, 55)", "band: (5, 55)")], "band: (§5, 55"),
    ("bad-slider", &[("harm: 80", "harm: 50")], "harm: §50"),
    ("bad-slider", &[("(at: 50", "(at: 500")], "at: §500"),
    ("no-mandatory-field", &[(r#"accept: ["#, r#"mandatory: false, accept: ["#)], "§fields: ["),
    (
        "answer-not-offered",
        &[(r#"[(text: (zh: "乔", en: "Qiao")"#, r#"[(text: (zh: "钱", en: "Qian")"#)],
        "§choices: [",
    ),
    (
        "no-grade",
        &[("(verdict: Missed)", "(verdict: Graded)")],
        "verdict: §Graded)])],\n            after",
    ),
    ("no-grade", &[(r#"(when: Did("wait")"#, "(when: GradeAtLeast(5)")], "§GradeAtLeast(5)"),
    ("bad-grade", &[("GradeAtLeast(60)", "GradeAtLeast(600)")], "GradeAtLeast(§600"),
    ("no-time-limit", &[(r#"limit: "pace.end","#, "")], "when: §TimeUp"),
    (
        "no-setting",
        &[(r#"setting: (occasion: Formal, hosts: ["you"], guests: ["qiao"]),"#, "")],
        r#"§Hand("qiao""#,
    ),
    (
        "no-setting",
        &[(r#"AtLeast("heat", 9)"#, r#"RuledBy("qiao", "H1")"#)],
        r#"§RuledBy("qiao", "H1")"#,
    ),
    ("not-another", &[(r#"Hand("qiao", Either)"#, r#"Hand("you", Either)"#)], r#"Hand(§"you""#),
    ("no-move-dial unknown-mark", &[(r#"(id: "nod""#, r#"(id: "bow""#)], r#"verdict: §FirstHand"#),
    (
        "no-move-dial",
        &[
            ("(verdict: Missed)", r#"(verdict: FirstHand("qiao"))"#),
            (r#"stage: "corridor","#, r#"stage: "corridor", setting: (occasion: Social),"#),
        ],
        r#"§FirstHand("qiao"))])],"#,
    ),
];

const TEXTS: &[Row] = &[
    ("no-trainee unknown-person unused-person", &[(r#""you": (n"#, r#""me": (n"#)], "cast: §{"),
    ("not-a-customer", &[(r#"Perceive("qiao""#, r#"Perceive("you""#)], r#"Perceive(§"you""#),
    (
        "not-a-customer",
        &[(r#"figure: "you-woman""#, r#"figure: "you-woman", cares: {Courtesy: 1}"#)],
        "§cares: {Courtesy: 1}",
    ),
    ("unlisted-standard", &[(r#", "note-complete"]"#, "]")], r#"standard: §"note-complete""#),
    (
        "unjudged-standard",
        &[(r#""note-complete"]"#, r#""note-complete", "bow-low"]"#)],
        r#"§"bow-low""#,
    ),
    (
        "duplicate-id",
        &[(r#""note-complete"]"#, r#""note-complete", "greet-first"]"#)],
        r#"§"greet-first"]"#,
    ),
    (
        "no-rules",
        &[(r#"rules: [(when: Did("greet"), verdict: Met), (verdict: Missed)]"#, "rules: []")],
        "§rules: []",
    ),
    (
        "unreachable-rule",
        &[(r#"(verdict: Missed)]"#, "(verdict: Missed), (verdict: Met)]")],
        "§(verdict: Met)]",
    ),
    ("never-judged", &[(r#"Had("note-complete""#, r#"Had("bow-low""#)], r#"§"bow-low""#),
    ("empty-text", &[(r#"en: "The greeting""#, r#"en: " ""#)], r#"en: §" ""#),
    ("empty-text", &[(r#"en: "Greet him""#, r#"en: """#)], r#"en: §"""#),
    ("empty-text", &[(r#"(zh: "公文包", en: "Briefcase")"#, r#""""#)], r#"into: §"""#),
    (
        "empty-text",
        &[(
            r#"briefing: [(zh: "你在走廊里等客人。", en: "You wait for a guest in the corridor.")]"#,
            "briefing: []",
        )],
        "§briefing: []",
    ),
    ("untranslated", &[(r#"(zh: "问候", en: "The greeting")"#, r#""问候""#)], r#"§"问候""#),
    (
        "untranslated",
        &[(r#"(zh: "问候", en: "The greeting")"#, r#""The greeting""#)],
        r#"§"The greeting""#,
    ),
    ("untranslated", &[(r#"en: "The greeting""#, r#"en: "招呼""#)], r#"en: §"招呼""#),
    ("untranslated", &[(r#"zh: "问候""#, r#"zh: "How he is greeted""#)], r#"zh: §"How"#),
    (
        "unused-variable",
        &[(r#""heat": ("#, r#""calm": (min: 0, max: 1, start: 0), "heat": ("#)],
        r#"§"calm""#,
    ),
    (
        "unused-person",
        &[(
            r#""qiao": (
"#,
            r#""zhao": (name: (zh: "赵", en: "Zhao")), "qiao": (
"#,
        )],
        r#"§"zhao""#,
    ),
    (
        "unused-axis",
        &[(r#""guest": {"#, r#""sky": {"grey": (), "blue": ()}, "guest": {"#)],
        r#"§"sky""#,
    ),
];

const TABLES: [&[Row]; 6] = [IDS, REFERENCES, FLOW, VALUES, ACTIVITIES, TEXTS];

/// Codes that need more than an edit; each has a test of its own below.
const ELSEWHERE: [&str; 3] = ["more-faults", "no-ending", "too-many"];

#[test]
fn the_whole_example_has_no_fault() {
    let scenario = load(WHOLE).map_err(|f| show(&f)).expect("no fault");
    assert_eq!(scenario.id, "whole");
    assert_eq!(scenario.content_hash().len(), 64);
}

#[test]
fn the_example_of_the_authors_page_has_no_fault() {
    let page = include_str!("../../scenarios/README.md");
    let example = page.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    let source = SourceFile::new("s00-one-ring.ron", example.expect("an example"));
    let standards = ["phone-ring-within-four", "phone-late-apologise-first"];
    let scenario = Scenario::from_source(&source, &catalogue(&standards), &Default::default());
    assert!(scenario.is_ok(), "{}", show(&scenario.expect_err("faults")));
}

/// The example with a row's edits.
fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(WHOLE.to_owned(), |text, (piece, by)| {
        assert!(text.contains(piece), "the example does not contain {piece}");
        text.replacen(piece, by, 1)
    })
}

/// The example without an ending.
fn endless() -> String {
    let start = WHOLE.find("endings: {").expect("endings");
    format!("{}endings: {{}},\n)", &WHOLE[..start])
}

/// The example with an axis of too many alternatives.
fn crowded() -> String {
    let many: String = (0..65).map(|n| format!("\"a{n}\": (people: {{\"qiao\": ()}}),")).collect();
    broken(r#""guest": {"#, &format!("\"many\": {{{many}}}, \"guest\": {{"))
}

/// Everything that the tables provoke, and a file with more faults than are listed.
pub(crate) fn provoked() -> Vec<Finding> {
    let rows = TABLES.into_iter().flatten().map(|(_, edits, _)| edited(edits));
    let many = r#"(zh: "", en: ""), "#.repeat(600);
    let many = broken("briefing: [", &format!("briefing: [{many}"));
    let rows = rows.chain([many, endless(), crowded()]);
    rows.flat_map(|text| load(&text).err().unwrap_or_default()).collect()
}

#[test]
fn every_fault_is_found_where_it_stands() {
    let mut wrong = String::new();
    for (codes, edits, at) in TABLES.into_iter().flatten() {
        let text = edited(edits);
        let findings = load(&text).err().unwrap_or_default();
        let found: BTreeSet<&str> = findings.iter().map(|f| f.code).collect();
        let first = codes.split(' ').next().expect("a code");
        let place = marked(&text, at);
        let there = findings.iter().any(|f| f.code == first && (f.line, f.column) == place);
        if found != codes.split(' ').collect() || !there {
            wrong += &format!("{codes} at {place:?}, but:\n{}\n", show(&findings));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Line and column of the `§` in a piece of the text.
fn marked(text: &str, piece: &str) -> (usize, usize) {
    let plain = piece.replace('§', "");
    let start = text.find(&plain).unwrap_or_else(|| panic!("no {plain} in the broken text"));
    SourceFile::new("", text).place(start + piece.find('§').expect("a place"))
}

/// How the checker's code says a code.
const CALLS: [&str; 5] = [
    "report.value(",
    "report.key(",
    "report.place(",
    "report.unknown(",
    "Finding::new(self.file, (0, 0), ",
];

/// A check without a row here would be a check nobody has seen work.
#[test]
fn every_code_has_a_row() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/scenario/check");
    let mut unseen = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("the checker's folder") {
        let code = std::fs::read_to_string(entry.expect("an entry").path()).expect("a source file");
        for call in CALLS {
            for rest in code.split(call).skip(1) {
                let word = rest.trim_start().strip_prefix('"').and_then(|r| r.split('"').next());
                let is_code = |w: &&str| w.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
                unseen.extend(word.filter(is_code).map(str::to_owned));
            }
        }
    }
    assert!(unseen.len() > 60, "the codes are no longer found in the source");
    for (codes, ..) in TABLES.into_iter().flatten() {
        unseen.remove(codes.split(' ').next().expect("a code"));
    }
    for code in ELSEWHERE {
        unseen.remove(code);
    }
    assert_eq!(unseen, BTreeSet::new());
}

#[test]
fn the_nearest_right_name_is_given() {
    let nearest = |piece: &str, by: &str| {
        let findings = load(&broken(piece, by)).expect_err("a fault");
        findings[0].nearest.clone().unwrap_or_default()
    };
    assert_eq!(nearest(r#"start: "greet""#, r#"start: "gret""#), "greet");
    assert_eq!(nearest(r#"Say("qiao""#, r#"Say("qaio""#), "qiao");
    assert_eq!(nearest(r#"Did("move=nod")"#, r#"Did("move=node")"#), "move=nod");
    assert_eq!(nearest(r#""corridor""#, r#""coridor""#), "corridor");
    assert_eq!(nearest("{name.qiao} is", "{nam.qiao} is"), "name");
    assert_eq!(nearest(r#""social""#, r#""sozial""#), "social");
    assert_eq!(nearest(r#"Say("qiao""#, r#"Say("boss""#), "");
}

#[test]
fn several_faults_come_back_together_in_order_of_place() {
    let text = broken("minutes: 5", "minutes: 0")
        .replacen(r#""corridor""#, r#""coridor""#, 1)
        .replacen("GradeAtLeast(60)", "GradeAtLeast(600)", 1);
    let findings = load(&text).expect_err("three faults");
    let codes: Vec<&str> = findings.iter().map(|f| f.code).collect();
    assert_eq!(codes, ["bad-time", "unknown-stage", "bad-grade"]);
    assert_eq!(
        findings[1].said(Lang::En),
        "scenarios/whole.ron:42:20: [unknown-stage] the unknown stage `coridor`; \
         expected the stage `corridor` (did you mean `corridor`?)"
    );
}

#[test]
fn a_finding_is_drawn_under_its_line() {
    let text = broken(r#"Say("qiao""#, r#"Say("qaio""#);
    let findings = load(&text).expect_err("a fault");
    let drawn = findings[0].render(&SourceFile::new("scenarios/whole.ron", text), Lang::En);
    let expected = r#"error[unknown-person]: the unknown person `qaio`
   --> scenarios/whole.ron:162:57
    |
162 |                 timeline: (cues: [(at: 1000, then: [Say("qaio", (zh: "我姓乔。", en: "The name is Qiao."))])], ends_at: 20000),
    |                                                         ^^^^^^ expected one of qiao, you
    |
    = help: did you mean `qiao`?"#;
    assert_eq!(drawn, expected);
}

#[test]
fn a_scenario_needs_an_ending() {
    let text = endless();
    let findings = load(&text).expect_err("a fault");
    let place = marked(&text, "endings: §{}");
    assert!(findings.iter().any(|f| f.code == "no-ending" && (f.line, f.column) == place));
}

#[test]
fn an_axis_has_few_enough_alternatives_to_be_explored() {
    let findings = load(&crowded()).expect_err("a fault");
    assert_eq!(findings.len(), 1, "{}", show(&findings));
    assert_eq!(findings[0].code, "too-many");
}

#[test]
fn thousands_of_faults_are_counted_not_listed() {
    let many = "(zh: \"\", en: \"A\"),".repeat(20_000);
    let findings = load(&broken("briefing: [", &format!("briefing: [{many}"))).expect_err("faults");
    assert_eq!(findings.len(), 501);
    let rest = findings.iter().find(|f| f.code == "more-faults").expect("the number of the rest");
    assert_eq!(rest.found.en, "19500 more faults");
}

#[test]
fn a_folder_gives_what_is_right_and_says_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("a file");
    };
    write("whole.ron", WHOLE);
    write("another.ron", &broken(r#"id: "whole""#, r#"id: "another""#));
    write("misnamed.ron", WHOLE);
    write("broken.ron", "(id: ");
    write("notes.txt", "no scenario");
    std::fs::create_dir(folder.path().join("profiles")).expect("a folder");
    let (scenarios, findings) = load_all(folder.path(), &catalogue(&STANDARDS), &known());
    let ids: Vec<&str> = scenarios.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["another", "whole"]);
    let codes: Vec<&str> = findings.iter().map(|f| f.code).collect();
    assert_eq!(codes, ["cut-off", "wrong-id"], "{}", show(&findings));

    let (scenarios, findings) =
        load_all(&folder.path().join("nowhere"), &catalogue(&STANDARDS), &known());
    assert!(scenarios.is_empty());
    assert_eq!(findings[0].code, "unreadable");
}

#[test]
fn what_is_not_known_is_not_checked() {
    let text = broken(r#""corridor""#, r#""moon""#).replacen("profile.ring_limit", "profile.x", 1);
    let source = SourceFile::new("whole.ron", text);
    let scenario = Scenario::from_source(&source, &catalogue(&STANDARDS), &Default::default());
    assert!(scenario.is_ok());
}

fn show(findings: &[Finding]) -> String {
    findings.iter().map(|f| format!("  {}\n", f.said(Lang::En))).collect()
}
