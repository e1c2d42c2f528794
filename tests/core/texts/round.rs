//! Out and in again: nothing changes by itself, and an edit changes its literal only.

use proptest::prelude::*;

use liyi::author::texts::{Holds, Line, State};
use liyi::source::{read_literal, write_literal};
use liyi::standard::Lang;

use super::{Authored, FORMATS, Format, row, sent, shipped, small};

#[test]
fn what_comes_back_untouched_changes_no_byte() {
    for file in shipped() {
        for to in Lang::ALL {
            let sheet = file.sheet(to);
            assert!(!sheet.rows.is_empty(), "{}", file.stem);
            for format in FORMATS {
                let merged = file.merge(&sent(&sheet, format));
                assert_eq!(merged.refusals, [], "{} {format:?}", file.stem);
                assert!(merged.edits.is_empty(), "{} {format:?}", file.stem);
                assert_eq!(merged.same, sheet.rows.len(), "{} {format:?}", file.stem);
                assert_eq!(file.with(&merged, to).source, file.source);
            }
        }
    }
}

/// Where two texts differ: the part of each between what they have in common.
fn difference<'a>(old: &'a str, new: &'a str) -> (&'a str, &'a str) {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    };
    let start = same(&mut old.chars().zip(new.chars()));
    let end = same(&mut old[start..].chars().rev().zip(new[start..].chars().rev()));
    (&old[start..old.len() - end], &new[start..new.len() - end])
}

#[test]
fn an_edited_translation_changes_only_its_literal() {
    for file in shipped() {
        let (lines, whole) = (file.lines(Lang::En), file.sheet(Lang::En));
        for (at, line) in lines.iter().enumerate().step_by(53) {
            let mut sheet = whole.clone();
            // What is added is unlike what stands around any literal.
            let words = format!("{}@\"\\\n“”@", line.en);
            sheet.rows[at].en.clone_from(&words);
            let format = if at % 2 == 0 { Format::Xlsx } else { Format::Po };
            let merged = file.merge(&sent(&sheet, format));
            assert_eq!(merged.refusals, [], "{}", line.id);
            let edited = file.with(&merged, Lang::En);
            let (gone, came) = difference(&file.source.text, &edited.source.text);
            if line.is_one() {
                let both =
                    format!("(zh: {}, en: {})", write_literal(&line.zh), write_literal(&words));
                assert!(
                    gone.len() <= write_literal(&line.zh).len() && both.contains(came),
                    "{}",
                    line.id
                );
            } else {
                assert_eq!((gone, came), ("", "@\\\"\\\\\\n“”@"), "{}", line.id);
            }
            let after = edited.lines(Lang::En);
            for (other, (before, after)) in lines.iter().zip(&after).enumerate() {
                assert_eq!(before.id, after.id);
                assert_eq!(before.zh, after.zh, "{}", line.id);
                let wanted = if other == at { &words } else { &before.en };
                assert_eq!(&after.en, wanted, "{}", line.id);
            }
            assert_eq!(after.len(), lines.len());
        }
    }
}

#[test]
fn every_spelling_is_found_and_mended_in_place() {
    let file = small();
    let lines = file.lines(Lang::En);
    let says: Vec<(&str, &str)> = lines.iter().map(|l| (l.zh.as_str(), l.en.as_str())).collect();
    assert_eq!(
        says,
        [
            ("小", "Small"),
            ("一", "a \"raw\" one"),
            ("甲段", "Para one"),
            ("乙段", "Para two"),
            ("12366", "12366"),
            ("你", "You"),
            ("开头", "Start"),
            ("门开了。", "The door opens."),
            ("早。", "Good \"morning\"."),
            ("……", "……"),
            ("门开了。", "Again the door opens."),
            ("{name.you}说：", "{name.you} says:"),
            ("好", "Good"),
            ("行。", "Fine."),
            ("完", "Done"),
        ]
    );
    let mut sheet = file.sheet(Lang::En);
    assert_eq!(row(&mut sheet, "12366").state, State::Same);
    for (zh, en) in [("一", "One"), ("12366", "Dial 12366"), ("……", "…"), ("早。", "Hi.")]
    {
        row(&mut sheet, zh).en = en.to_owned();
    }
    let edited = file.with(&file.merge(&sent(&sheet, Format::Xlsx)), Lang::En);
    let expected = file
        .source
        .text
        .replace("r#\"a \"raw\" one\"#", "\"One\"")
        .replace("goal: \"12366\"", "goal: (zh: \"12366\", en: \"Dial 12366\")")
        .replace("Tell(\"……\")", "Tell((zh: \"……\", en: \"…\"))")
        .replace("\"Good \\\"morning\\\".\"", "\"Hi.\"");
    assert_eq!(edited.source.text, expected);

    // The other way round, the Chinese is put in.
    let mut sheet = file.sheet(Lang::Zh);
    row(&mut sheet, "12366").zh = "拨12366".to_owned();
    let edited = file.with(&file.merge(&sent(&sheet, Format::Po)), Lang::Zh);
    let both = "goal: (zh: \"拨12366\", en: \"12366\")";
    assert_eq!(edited.source.text, file.source.text.replace("goal: \"12366\"", both));
}

#[test]
fn a_language_that_was_left_out_is_put_beside_the_other() {
    let text =
        "(id: \"d\", title: (zh: \"甲\"), standards: [(id: \"s\", statement: (en: \"B\",))])";
    let file = Authored::new(Holds::Standards, "d", text);
    let mut sheet = file.sheet(Lang::En);
    assert_eq!(sheet.rows[0].state, State::New);
    row(&mut sheet, "甲").en = "A".to_owned();
    let edited = file.with(&file.merge(&sent(&sheet, Format::Po)), Lang::En);
    assert_eq!(edited.source.text, text.replace("\"甲\"", "\"甲\", en: \"A\""));
    let mut sheet = file.sheet(Lang::Zh);
    row(&mut sheet, "").zh = "乙".to_owned();
    let edited = file.with(&file.merge(&sent(&sheet, Format::Xlsx)), Lang::Zh);
    assert_eq!(edited.source.text, text.replace("\"B\",", "\"B\", zh: \"乙\","));
}

/// Any Unicode text: control characters, other scripts, emoji, and what the
/// formats use for themselves.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        1 => proptest::sample::select(vec![
            "_x000D_", "_x", "_x005F_", "\r\n", "\n", "\\n", "\"", "&amp;", "<t>", "]]>", "=1+1", "'",
            "\u{0}", "\u{1b}", "\u{85}", "\u{202e}", "\u{feff}", "msgid \"\"", "#~", "{name.you}", "{", " ",
        ]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 1..24).prop_map(|pieces| pieces.concat())
}

/// What no workbook can hold.
fn no_workbook(text: &str) -> bool {
    text.contains(['\u{fffe}', '\u{ffff}'])
}

fn profile(zh: &str, en: &str) -> Authored {
    let (zh, en) = (write_literal(zh), write_literal(en));
    Authored::new(Holds::Profile, "p", &format!("(id: \"p\", title: (zh: {zh}, en: {en}))"))
}

fn only(file: &Authored) -> Line {
    file.lines(Lang::En).remove(0)
}

proptest! {
    #[test]
    fn any_text_survives_out_and_in(zh in words(), en in words(), new in words()) {
        // A translation has its source's placeholders, which is tested elsewhere.
        let new = format!("{}{zh}", new.replace(['{', '}'], ""));
        prop_assume!(!new.trim().is_empty());
        let file = profile(&zh, &en);
        for format in FORMATS {
            if matches!(format, Format::Xlsx) && [&zh, &en, &new].iter().any(|t| no_workbook(t)) {
                continue;
            }
            let mut sheet = file.sheet(Lang::En);
            let merged = file.merge(&sent(&sheet, format));
            prop_assert_eq!(&merged.refusals, &[]);
            prop_assert!(merged.edits.is_empty(), "{:?}", merged);
            sheet.rows[0].en.clone_from(&new);
            let merged = file.merge(&sent(&sheet, format));
            prop_assert_eq!(&merged.refusals, &[]);
            let edited = file.with(&merged, Lang::En);
            prop_assert_eq!(&only(&edited).en, &new);
            prop_assert_eq!(&only(&edited).zh, &zh);
        }
    }
}

#[test]
fn what_a_workbook_cannot_hold_is_said_and_a_po_file_holds_it() {
    let long = "很".repeat(32_768);
    for zh in ["a\u{ffff}b", "\u{fffe}", long.as_str()] {
        let file = profile(zh, "x");
        let said = liyi::author::texts::write_workbook(&file.sheet(Lang::En)).unwrap_err().en;
        assert!(said.contains("profiles/p/title") && said.contains("--format po"), "{said}");
        assert_eq!(file.merge(&sent(&file.sheet(Lang::En), Format::Po)).same, 1);
    }
    let longest = "很".repeat(32_767);
    let file = profile(&longest, "x");
    assert_eq!(file.merge(&sent(&file.sheet(Lang::En), Format::Xlsx)).same, 1);
}

#[test]
fn the_same_texts_give_the_same_workbook() {
    let sheet = small().sheet(Lang::En);
    let write = || liyi::author::texts::write_workbook(&sheet).unwrap();
    assert_eq!(write(), write());
    assert_eq!(read_literal(&write_literal("好")).as_deref(), Some("好"));
}
