//! Files that are no scenarios at all: a clear finding each, never a panic, never a hang.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use encoding_rs::{GBK, UTF_8};
use proptest::prelude::*;

use liyi::scenario::{Scenario, Script};
use liyi::source::{Finding, SIZE_LIMIT, SourceFile, parse};
use liyi::standard::Lang;

use crate::example::{STANDARDS, WHOLE, broken, catalogue, known, load};

/// The code; what is replaced by what; and where the finding stands, as `§` in a
/// piece of the broken text; and a word of what is said.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

const FAULTS: &[Row] = &[
    ("unknown-field", "title:", "titel:", "§titel:", "`titel`"),
    ("unknown-field", r#"zh: "问候""#, r#"cn: "问候""#, r#"§cn: "问候""#, "one of zh, en"),
    ("unknown-word", "activity: Choice(", "activity: Choise(", "§Choise(", "one of Choice, Timer"),
    (
        "unknown-word",
        "look: Phone",
        "look: Fone",
        "look: §Fone",
        "Phone, Silence, Hand, Card, Reading",
    ),
    (
        "missing-field",
        r#"into: (zh: "公文包", en: "Briefcase"),"#,
        "",
        "activity: §Pack(",
        "`into: …`",
    ),
    ("missing-field", r#"zh: "问候", "#, "", r#"label: §(en: "The gr"#, "`zh: …`"),
    ("duplicate-field", "minutes: 5,", "minutes: 5, minutes: 6,", "5, §minutes", "`minutes`"),
    ("wrong-type", "minutes: 5", "minutes: 1.5", "minutes: §1.5", "whole number"),
    ("wrong-type", "at: 9000", "at: 1.5", "at: §1.5", "whole number or the name"),
    ("wrong-type", "at: 9000", "at: [9]", "at: §[9]", "whole number or the name"),
    ("wrong-type", r#"(zh: "问候", en: "The greeting")"#, "5", "label: §5", "text"),
    ("wrong-value", "minutes: 5", "minutes: -5", "minutes: §-5", "negative"),
    ("wrong-value", "minutes: 5", "minutes: 5000000000", "minutes: §5000000000", "fits"),
    ("wrong-value", "past: 6", "past: 6.25", "past: §6.25", "one decimal"),
    ("wrong-length", r#"Enter("you", Left)"#, r#"Enter("you")"#, r#"§Enter("you")"#, "2 values"),
    ("syntax", r#"Enter("you", Left)"#, r#"Enter("you", Left, Nod)"#, "Left, §Nod", "no further"),
    ("syntax", "minutes: 5,", "minutes: 5", "minutes: 5§\n", "`,`"),
    ("syntax", "minutes: 5,", r#"minutes: "5","#, r#"minutes: §"5""#, "whole number"),
    ("syntax", "look: Phone", r#"look: "Phone""#, r#"look: §"Phone""#, "without quotes"),
    ("syntax", r#""heat": ("#, r#""heat" ("#, r#""heat" §("#, "`:`"),
    ("syntax", r#"zh: "问候""#, "zh: 问候", "zh: §问候", "straight quotation marks"),
    ("syntax", "cast: {", "cast: [", "cast: §[", "curly brackets"),
    ("syntax", "briefing: [(", "briefing: (", "briefing: §(", "square brackets"),
    ("syntax", "answers: true", "answers: yes", "answers: §yes", "`true` or `false`"),
    ("syntax", "    },\n)\n", "    },\n)\nx", ")\n§x", "nothing after"),
    ("bad-escape", "你先：", r"你\q先：", r"你\§q先", "backslash"),
    ("unclosed-comment", "    minutes: 5", "/*    minutes: 5", "§/*    minutes", "*/"),
    ("unclosed-text", r#"id: "whole""#, r#"id: "whole"#, "id: §\"whole,", "\" at its end"),
    ("typographic-quote", r#"id: "whole""#, "id: “whole”", "id: §“whole”", "straight"),
    ("typographic-quote", r#"id: "whole""#, "id: \"whole”", "id: \"whole§”", "straight"),
    ("typographic-quote", r#"zh: "问候","#, "zh: \"问候”,", "zh: \"问候§”", "straight"),
    ("quote-inside-text", "你先：", r#"你"先"："#, r#"你§"先"#, "“ ”"),
    ("full-width-punctuation", "minutes: 5,", "minutes: 5，", "5§，", "the ASCII ,"),
    ("full-width-punctuation", "minutes: 5", "minutes：5", "minutes§：5", "the ASCII :"),
    ("full-width-punctuation", "minutes: 5,", "minutes: 5；", "5§；", "the ASCII ,"),
    (
        "full-width-punctuation",
        r#"label: (zh: "问候""#,
        r#"label: （zh: "问候""#,
        "§（",
        "the ASCII (",
    ),
    (
        "full-width-punctuation",
        r#"en: "The greeting")"#,
        r#"en: "The greeting"）"#,
        "§）",
        "the ASCII )",
    ),
    ("full-width-punctuation", "minutes: 5", "minutes: ５", "minutes: §５", "the ASCII 5"),
    ("wide-space", "minutes: 5", "minutes:\u{3000}5", "minutes:§\u{3000}5", "ordinary space"),
    ("not-finite", "past: 6", "past: inf", "past: §inf", "ordinary number"),
    ("not-finite", "past: 6", "past: NaN", "past: §NaN", "ordinary number"),
    ("not-finite", "past: 6", "past: 1e999", "past: §1e999", "ordinary number"),
    (
        "extension",
        "(\n    id",
        "#![enable(unwrap_newtypes)]\n(\n    id",
        "§#![enable",
        "no extensions",
    ),
    ("nul-character", "问候", "问\0候", "问§\0候", "damaged"),
    ("control-character", "问候", "问\u{7}候", "问§\u{7}候", "delete"),
    ("direction-character", "问候", "问\u{202e}候", "问§\u{202e}候", "delete"),
];

/// Everything that the table provokes.
pub(crate) fn provoked() -> Vec<Finding> {
    let more =
        ["", "(", "((((", &"(".repeat(100), "(id: \"whole\"", "(minutes: true)"].map(str::to_owned);
    let texts = FAULTS.iter().map(|(_, piece, by, ..)| broken(piece, by)).chain(more);
    texts.flat_map(|text| parse::<Script>(&SourceFile::new("t", text)).err()).collect()
}

#[test]
fn every_fault_is_said_plainly_and_placed() {
    let mut wrong = String::new();
    for (code, piece, by, at, said) in FAULTS {
        let text = broken(piece, by);
        let plain = at.replace('§', "");
        let start = text.find(&plain).unwrap_or_else(|| panic!("no {plain} in the broken text"));
        let source = SourceFile::new("t.ron", text);
        let place = source.place(start + at.find('§').expect("a place"));
        let finding = parse::<Script>(&source).expect_err(by);
        let message = finding.said(Lang::En);
        if finding.code != *code
            || (finding.line, finding.column) != place
            || !message.contains(said)
        {
            wrong += &format!("{by}: {code} at {place:?} with {said}, but\n  {message}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_slip_names_the_nearest_right_word() {
    let nearest = |piece: &str, by: &str| {
        let finding = parse::<Script>(&SourceFile::new("t", broken(piece, by))).expect_err(by);
        finding.nearest.unwrap_or_default()
    };
    assert_eq!(nearest("title:", "titel:"), "title");
    assert_eq!(nearest("activity: Choice(", "activity: choice("), "Choice");
    assert_eq!(nearest("{Courtesy: 2}", "{Curtesy: 2}"), "Courtesy");
    assert_eq!(nearest("look: Phone", "look: Xylophone"), "Phone");
    assert_eq!(nearest("look: Phone", "look: Drum"), "");
}

#[test]
fn slips_with_a_plain_remedy_are_read_past() {
    let text = broken(r#"title: (zh: "样样都有", en"#, r#"titel: （zh： “样样都有”， en"#)
        .replacen("look: Phone", "look: Fone, look_at: 3", 1)
        .replacen("{Courtesy: 2}", "{Curtesy: 2}, minutes: 0", 1)
        .replacen("GradeAtLeast(60)", "GradeAtMost(60)", 1)
        .replacen(r#"Say("qiao""#, r#"Sey("qaio""#, 1);
    let places = |text: &str| -> Vec<String> {
        let findings = load(text).expect_err("faults");
        findings.iter().map(|f| format!("{}:{} {}", f.line, f.column, f.code)).collect()
    };
    // A field that has no business there and resembles none ends the reading.
    let found = places(&text);
    assert_eq!(
        found,
        [
            "3:5 unknown-field",
            "3:12 full-width-punctuation",
            "3:15 full-width-punctuation",
            "3:17 typographic-quote",
            "3:22 typographic-quote",
            "3:23 full-width-punctuation",
            "16:21 unknown-word",
            "16:34 unknown-field",
        ]
    );
    // Without it everything is found, faults of meaning too, each in its place.
    let text = text.replacen(", minutes: 0", "", 1).replacen(", look_at: 3", "", 1);
    let found = places(&text);
    assert_eq!(
        found[6..],
        [
            "16:21 unknown-word",
            "60:23 unknown-word",
            "117:56 unknown-word",
            "162:53 unknown-word",
            "162:57 unknown-person"
        ]
    );
}

/// Finds what is wrong with a file of these bytes.
fn read(bytes: &[u8]) -> Finding {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("whole.ron");
    fs::write(&path, bytes).expect("a file");
    Scenario::load(&path, &catalogue(&STANDARDS), &known()).expect_err("a fault").remove(0)
}

#[test]
fn other_encodings_are_recognised() {
    let utf16 =
        |order: fn(u16) -> [u8; 2]| -> Vec<u8> { WHOLE.encode_utf16().flat_map(order).collect() };
    let with_mark = |mark: [u8; 2], text: Vec<u8>| [mark.to_vec(), text].concat();
    for bytes in [
        with_mark([0xff, 0xfe], utf16(u16::to_le_bytes)),
        with_mark([0xfe, 0xff], utf16(u16::to_be_bytes)),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        let finding = read(&bytes);
        assert_eq!(finding.code, "utf-16");
        assert!(finding.expected.en.contains("save it again as UTF-8"));
    }

    let finding = read(&GBK.encode(WHOLE).0);
    assert_eq!((finding.code, finding.line, finding.column), ("gbk", 3, 18));
    assert!(finding.found.en.contains("GBK") && finding.expected.en.contains("UTF-8"));

    let marked = [UTF_8.encode("\u{feff}").0.as_ref(), WHOLE.as_bytes()].concat();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("whole.ron");
    fs::write(&path, marked).expect("a file");
    let scenario = Scenario::load(&path, &catalogue(&STANDARDS), &known());
    let plain = load(WHOLE).expect("no fault");
    assert_eq!(scenario.expect("no fault").content_hash(), plain.content_hash());
}

#[test]
fn damaged_text_is_placed() {
    let at = WHOLE.find("问候").expect("a piece") + 3;
    let mut damaged = WHOLE.as_bytes().to_vec();
    damaged[at] = 0xff;
    let finding = read(&damaged);
    assert_eq!((finding.code, finding.line, finding.column), ("not-utf-8", 41, 27));
    assert!(finding.found.en.contains("0xFF"));

    let finding = read(&WHOLE.as_bytes()[..=at]);
    assert_eq!((finding.code, finding.line, finding.column), ("cut-off", 41, 27));
}

#[test]
fn what_is_no_scenario_is_refused() {
    let code = |bytes: &[u8]| read(bytes).code;
    assert_eq!(code(b""), "empty-file");
    assert_eq!(code(b" \n\t\n"), "empty-file");
    assert_eq!(code(b"// nothing but a comment"), "empty-file");
    assert_eq!(code(br#"{"id": "whole"}"#), "syntax");
    assert_eq!(code(b"[1, 2, 3]"), "syntax");
    assert_eq!(code(b"id = \"whole\""), "syntax");
    assert_eq!(code(b"()"), "missing-field");
    assert_eq!(code(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0"), "not-utf-8");
    assert_eq!(code(b"(id: "), "cut-off");
    let finding = read(WHOLE.split("\"pack\": (").next().expect("a half").as_bytes());
    assert_eq!(finding.code, "cut-off");
    assert!(
        finding.expected.en.contains("`}` to close the `{` of line 39, column 12"),
        "{finding:?}"
    );
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("s03-fourth-ring.ron"), WHOLE).expect("a file");
    let read = |path: &Path| SourceFile::read(path).expect_err("a fault");
    assert_eq!(read(folder.path()).code, "is-a-folder");
    let missing = read(&folder.path().join("s03-forth-ring.ron"));
    assert_eq!(missing.code, "no-such-file");
    assert_eq!(missing.nearest.as_deref(), Some("s03-fourth-ring.ron"));
    assert!(missing.render_bare(Lang::En).contains("did you mean `s03-fourth-ring.ron`?"));
    #[cfg(unix)]
    assert_eq!(read(Path::new("/dev/zero")).code, "not-a-file");
}

#[test]
fn fifty_megabytes_are_refused_unread() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("whole.ron");
    let file = fs::File::create(&path).expect("a file");
    file.set_len(50_000_000).expect("a long file");
    let finding = SourceFile::read(&path).expect_err("a fault");
    assert_eq!(finding.code, "too-large");
    assert!(finding.found.en.contains("50000000") && finding.expected.en.contains("4 MiB"));
    file.set_len(SIZE_LIMIT + 1).expect("a file one byte too long");
    assert_eq!(SourceFile::read(&path).expect_err("a fault").code, "too-large");
}

#[test]
fn deep_nesting_is_refused() {
    let nested = |open: &str, close: &str, count: usize| {
        let when = format!("{}Always{}", open.repeat(count), close.repeat(count));
        load(&broken(r#"AtLeast("heat", 9)"#, &when))
    };
    assert!(nested("Not(", ")", 40).is_ok(), "forty levels are within reason");
    for count in [200, 100_000] {
        for (open, close) in [("Not(", ")"), ("All([", "])")] {
            assert_eq!(nested(open, close, count).expect_err("a fault")[0].code, "too-deep");
        }
    }
}

/// Large files of one thing repeated: each is answered in good time and in a
/// short message.
#[test]
fn large_nonsense_is_answered_soon_and_shortly() {
    // A quarter of what is read: unoptimised code is ten times as slow as what ships.
    let size = usize::try_from(SIZE_LIMIT / 4).expect("a small number");
    let fill = |piece: &str| piece.repeat(size / piece.len());
    let name = fill("x");
    for text in [
        fill("("),
        fill("[("),
        fill("{"),
        fill("\""),
        fill("\"\" "),
        fill("/*"),
        fill("“"),
        fill("（id："),
        fill("\\"),
        fill("'"),
        fill("r#"),
        fill("1e9"),
        fill("\n"),
        fill("a:"),
        format!("({name}: 1)"),
        format!("(id: {name})"),
        format!("(id: \"{name}"),
        broken(r#""whole""#, &format!("\"{name}\"")),
        broken("look: Phone", &format!("look: {name}")),
        broken(r#"start: "greet""#, &format!("start: \"{name}\"")),
        broken("briefing: [", &format!("briefing: [{}", fill("(zh: \"\", en: \"\"),"))),
        broken("standards: [", &format!("standards: [{}", fill("\"a\","))),
        broken("watches: [", &format!("watches: [{}", fill("(to: \"b\"),"))),
        broken("AtMost(\"heat\", 8)", &format!("Any([{}])", fill("Did(\"x\"),"))),
        broken("今天{pace.mood}", &fill("{a.b}")),
    ] {
        let start: String = text.chars().take(20).collect();
        let source = SourceFile::new("t.ron", text);
        #[allow(clippy::disallowed_methods, reason = "the test measures real time")]
        let begun = Instant::now();
        let findings = Scenario::from_source(&source, &catalogue(&STANDARDS), &known());
        let findings = findings.expect_err("nonsense");
        let drawn = findings[0].render(&source, Lang::En);
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(10), "{start} took {took:?}");
        let longest = findings.iter().map(|f| f.said(Lang::En).len()).max();
        assert!(longest < Some(1000), "{start}: {longest:?}");
        assert!(drawn.len() < 2000, "{start}: {drawn}");
    }
}

/// Reads any text as a scenario; it must come back with the one or the other.
fn survives(text: String) -> Result<(), TestCaseError> {
    let source = SourceFile::new("whole.ron", text);
    match Scenario::from_source(&source, &catalogue(&STANDARDS), &known()) {
        Ok(scenario) => prop_assert_eq!(scenario.content_hash().len(), 64),
        Err(findings) => {
            prop_assert!(!findings.is_empty());
            let lines = source.text.lines().count();
            for finding in findings {
                prop_assert!(finding.line <= lines.max(1), "{:?}", finding);
                for lang in Lang::ALL {
                    prop_assert!(!finding.expected.get(lang).is_empty());
                    prop_assert!(!finding.found.get(lang).is_empty());
                    prop_assert!(finding.render(&source, lang).contains(finding.code));
                }
            }
        }
    }
    Ok(())
}

/// Pieces that a text is likely to stumble over.
const PIECES: [&str; 18] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "“",
    "，",
    "{pace.",
    "-",
    "9999999999",
    "//",
    "/*",
    "\\",
    "'",
    "r#\"",
    "Not(",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_beginning_of_a_scenario_is_answered(cut in 0..WHOLE.len()) {
        survives(WHOLE[..WHOLE.floor_char_boundary(cut)].to_owned())?;
    }

    #[test]
    fn any_flipped_bytes_are_answered(flips in prop::collection::vec((0..WHOLE.len(), 1u8..), 1..6)) {
        let mut bytes = WHOLE.as_bytes().to_vec();
        for (at, mask) in flips {
            bytes[at] ^= mask;
        }
        match SourceFile::from_bytes("whole.ron", bytes) {
            Ok(source) => survives(source.text)?,
            Err(finding) => prop_assert!(!finding.expected.is_empty()),
        }
    }

    #[test]
    fn any_splice_is_answered(
        from in 0..WHOLE.len(), length in 0..400usize, to in 0..WHOLE.len(), piece in 0..PIECES.len(),
    ) {
        let start = WHOLE.floor_char_boundary(from);
        let end = WHOLE.floor_char_boundary((from + length).min(WHOLE.len()));
        let at = WHOLE.floor_char_boundary(to);
        let moved = &WHOLE[start..end.max(start)];
        survives(format!("{}{moved}{}{}", &WHOLE[..at], PIECES[piece], &WHOLE[at..]))?;
        survives(format!("{}{}{}", &WHOLE[..start], PIECES[piece], &WHOLE[end.max(start)..]))?;
    }

    #[test]
    fn any_text_at_all_is_answered(text in "\\PC{0,200}") {
        survives(text)?;
    }
}
