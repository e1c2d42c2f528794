//! House profiles and the standards' files: what they hold, and what is said of broken ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use liyi::source::Finding;
use liyi::standard::{
    Bound, Catalogue, GenderKey, Lang, Origin, Profile, TeaOrder, Text, Treatment, Unit,
};

/// A folder of this repository.
fn repository(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// One of the three house profiles.
pub(crate) fn house(id: &str) -> Profile {
    Profile::load(&repository("scenarios/profiles").join(format!("{id}.ron"))).unwrap()
}

/// The standards that travel with the program.
pub(crate) fn standards() -> Catalogue {
    let (catalogue, findings) = Catalogue::load(&repository("assets/standards"));
    assert_eq!(findings, []);
    catalogue
}

#[test]
fn the_three_houses_answer_what_is_contested_as_the_table_says() {
    let rows = [
        ("gender", ["always", "social", "off"]),
        ("marital", ["on", "off", "off"]),
        ("tea_order", ["listed", "guest-first", "business"]),
        ("tea_rounds", ["timed-pour", "timed-look", "level-only"]),
        ("smoking", ["on", "lawful-areas", "off"]),
        ("grooming", ["by-sex", "neutral", "minimal"]),
        ("post_time", ["08:28", "08:28", "site"]),
        ("phone_on", ["15:00", "site", "site"]),
        ("summer_air_low", ["23", "23", "24"]),
        ("summer_air_high", ["25", "25", "26"]),
        ("hot_drink_low", ["67", "67", "60"]),
        ("hot_drink_high", ["73", "73", "70"]),
        ("half_day", ["working-hours"; 3]),
        ("half_day_working_hours", ["4"; 3]),
        ("ring_limit", ["4"; 3]),
        ("authority_limit", ["200"; 3]),
        ("towel_minutes", ["2"; 3]),
        ("drink_minutes", ["3"; 3]),
        ("refill_minutes", ["1"; 3]),
        ("ashtray_minutes", ["1"; 3]),
    ];
    let houses = ["as-written", "classroom", "international"].map(house);
    for (key, values) in rows {
        let got = houses.each_ref().map(|h| h.word(key).unwrap());
        assert_eq!(got, values, "{key}");
    }
    let classroom = &houses[1];
    assert_eq!(classroom.gender, GenderKey::Social);
    assert_eq!(classroom.tea_order, TeaOrder::GuestFirst);
    assert_eq!(classroom.number("hand_hang_ms"), Some(2000));
    assert_eq!(classroom.number("no_such_key"), None);
    assert_eq!(classroom.word("no_such_key"), None);
}

#[test]
fn the_folder_of_profiles_is_read_whole() {
    let (profiles, findings) = Profile::load_all(&repository("scenarios/profiles"));
    let ids: Vec<String> = profiles.into_iter().map(|p| p.id).collect();
    assert_eq!(ids, ["as-written", "classroom", "international"]);
    assert_eq!(findings, []);
}

/// Writes these files beside the classroom profile and loads the first.
fn load(files: &[(&str, &str)]) -> Result<Profile, Vec<Finding>> {
    let folder = tempfile::tempdir().unwrap();
    let classroom = repository("scenarios/profiles/classroom.ron");
    fs::copy(classroom, folder.path().join("classroom.ron")).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    Profile::load(&folder.path().join(files[0].0))
}

/// The findings on a profile called `ours`, as `line:column code nearest`.
fn complaints(text: &str) -> Vec<String> {
    brief(load(&[("ours.ron", text)]).unwrap_err())
}

fn brief(findings: Vec<Finding>) -> Vec<String> {
    findings
        .into_iter()
        .map(|f| {
            let nearest = f.nearest.map(|n| format!(" {n}")).unwrap_or_default();
            format!("{}:{} {}{nearest}", f.line, f.column, f.code)
        })
        .collect()
}

#[test]
fn a_company_sets_only_what_differs() {
    let ours = load(&[(
        "ours.ron",
        r#"(id: "ours", title: "云桥", base: "classroom", keys: {"ring_limit": 3, "gender": "off"})"#,
    )])
    .unwrap();
    assert_eq!(ours.id, "ours");
    assert_eq!(ours.title.zh, "云桥");
    assert_eq!(ours.number("ring_limit"), Some(3));
    assert_eq!(ours.gender, GenderKey::Off);
    assert_eq!(ours.number("enquiry_hours"), Some(24));
    assert_eq!(ours.tea_order, TeaOrder::GuestFirst);
}

#[test]
fn a_branch_may_be_based_on_its_company() {
    let company = r#"(id: "company", title: "公司", base: "classroom", keys: {"ring_limit": 3, "towel_minutes": 5})"#;
    let branch = r#"(id: "branch", title: "分店", base: "company", keys: {"ring_limit": 2})"#;
    let branch = load(&[("branch.ron", branch), ("company.ron", company)]).unwrap();
    let numbers = ["ring_limit", "towel_minutes", "drink_minutes"].map(|k| branch.number(k));
    assert_eq!(numbers, [Some(2), Some(5), Some(3)]);
}

#[test]
fn several_wrong_keys_are_found_at_once_with_their_places() {
    let text = r#"(
    id: "ours",
    title: "我们",
    base: "classroom",
    keys: {
        // "ring_limits" is not the name
        "ring_limits": 4,
        "gender": "socail",
        "post_time": "8:28",
        "towel_minutes": 900,
        "refill_minutes": "soon",
    },
)"#;
    assert_eq!(
        complaints(text),
        [
            "7:9 unknown-key ring_limit",
            "8:9 wrong-value social",
            "9:9 wrong-value",
            "10:9 wrong-value",
            "11:9 wrong-value",
        ]
    );
}

#[test]
fn a_profile_that_cannot_stand_says_why() {
    assert_eq!(
        complaints(r#"(id: "ours", title: "a", base: "clasroom")"#),
        ["1:26 unknown-base classroom"]
    );
    assert_eq!(
        complaints(r#"(id: "ours", title: "a", base: "../classroom")"#),
        ["1:26 unknown-base classroom"]
    );
    assert_eq!(complaints(r#"(id: "theirs", title: "a", base: "classroom")"#), ["1:2 file-name"]);
    assert_eq!(
        complaints(r#"(id: "ours", title: "a", base: "classroom", keys: {"hot_drink_low": 90})"#),
        ["0:0 wrong-value"]
    );
    assert_eq!(complaints(r#"(id: "ours", titel: "a")"#), ["1:14 unknown-field title"]);
    assert_eq!(complaints(""), ["1:1 empty-file"]);

    let round = r#"(id: "ours", title: "a", base: "other")"#;
    let back = r#"(id: "other", title: "b", base: "ours")"#;
    let circle = load(&[("ours.ron", round), ("other.ron", back)]).unwrap_err();
    assert_eq!(brief(circle), ["1:27 base-circle"]);

    let twice =
        r#"(id: "ours", title: "", base: "classroom", keys: {"marital": "on", "marital": "off"})"#;
    assert_eq!(complaints(twice), ["1:14 empty-text", "1:68 duplicate-key"]);

    let bare = complaints(r#"(id: "ours", title: "a", keys: {"ring_limit": 4})"#);
    assert!(bare.len() > 20 && bare.iter().all(|c| c == "0:0 missing-key"), "{bare:?}");
    assert_eq!(brief(Profile::load(Path::new("no/such.ron")).unwrap_err()), ["0:0 no-such-file"]);
}

#[test]
fn every_standard_is_there_with_source_and_clause() {
    let catalogue = standards();
    let domains = [
        ("area", 13),
        ("bar", 21),
        ("call", 22),
        ("card", 9),
        ("case", 5),
        ("comp", 49),
        ("duty", 33),
        ("fu", 28),
        ("groom", 20),
        ("hall", 22),
        ("honest", 8),
        ("hs", 14),
        ("intro", 11),
        ("know", 13),
        ("meet", 33),
        ("off", 5),
        ("office", 8),
        ("patrol", 3),
        ("phone", 11),
        ("post", 10),
        ("prop", 27),
        ("rec", 25),
        ("recv", 15),
        ("rel", 15),
        ("safe", 5),
        ("speak", 13),
        ("sup", 9),
        ("tea", 12),
        ("team", 15),
        ("thy", 27),
        ("tm", 19),
        ("vip", 11),
        ("visit", 40),
    ];
    let count = |id: &str| catalogue.iter().filter(|s| s.domain == id).count();
    let counted: Vec<(&str, usize)> =
        catalogue.domains().iter().map(|d| (d.id.as_str(), count(&d.id))).collect();
    assert_eq!(counted, domains);
    assert_eq!(catalogue.iter().count(), 571);
    for standard in catalogue.iter() {
        assert!(!standard.sources.is_empty(), "{}", standard.id);
        assert!(standard.sources.iter().all(|s| s.file.ends_with(".txt")), "{}", standard.id);
        assert!(catalogue.domains().iter().any(|d| d.id == standard.domain), "{}", standard.id);
    }
    let ring = catalogue.get("phone-ring-within-four").unwrap();
    let stated = ring.stated_by(&house("classroom"));
    assert_eq!(stated.zh, "第 4 声铃停之前必须拿起听筒。");
    assert_eq!(ring.severity.weight(), 3);
    let clause = Text::new("信息网标准 二.1", "information network standards, II.1");
    assert_eq!(ring.sources[0].clause, clause);
    assert_eq!(ring.sources[0].cite(Lang::Zh), "《客户服务管理》信息网标准 二.1");
}

#[test]
fn every_clause_is_cited_in_both_languages() {
    let catalogue = standards();
    let cited = |lang| {
        let sources = catalogue.iter().flat_map(|standard| &standard.sources);
        sources.map(|source| source.cite(lang)).collect::<BTreeSet<String>>()
    };
    let (zh, en) = (cited(Lang::Zh), cited(Lang::En));
    // Different clauses stay different.
    assert_eq!((zh.len(), en.len()), (306, 306));
    for cite in &en {
        assert!(cite.chars().all(|c| c.is_ascii() || "–’".contains(c)), "{cite}");
        assert!(!cite.contains("  ") && !cite.contains(" ,") && !cite.ends_with(' '), "{cite}");
    }
    // No line can begin with a colon, as it can with a dot.
    assert!(zh.iter().all(|cite| !cite.contains(['·', '・'])), "{zh:?}");
    for (zh_cite, en_cite) in [
        ("《客户经理服务礼仪规范》二.1(3)", "Service Etiquette for Customer Managers, II.1(3)"),
        (
            "《客户经理工作准则》客户经理的要求 第3条",
            "Working Rules for Customer Managers, requirements for customer managers, art. 3",
        ),
        (
            "《客户服务管理》酒店行为标准 第19行",
            "Customer Service Management, hotel conduct standards, line 19",
        ),
        ("《客户服务管理》四.2 1) 明确性", "Customer Service Management, IV.2, 1) specific"),
        (
            "《客服专员岗位职责》投诉准则：技巧2",
            "Duties of a Customer Service Officer, complaint rules, technique 2",
        ),
        (
            "《个人大客户服务培训大纲》第一部分 3 案例(里茨-卡尔顿)",
            "Training Outline: Key Personal Accounts, part I, 3, example (Ritz-Carlton)",
        ),
    ] {
        assert!(zh.contains(zh_cite), "{zh_cite}");
        assert!(en.contains(en_cite), "{en_cite}");
    }
}

#[test]
fn a_clause_that_stays_chinese_in_english_is_a_finding() {
    let faults = |headings: &str| {
        let folder = tempfile::tempdir().unwrap();
        let standard = STANDARD.replace(r#""1")"#, r#""礼仪 二.1")"#);
        let domain =
            format!(r#"(id: "hs", title: (zh: "握手", en: "Hands"), standards: [{standard}])"#);
        fs::write(folder.path().join("hs.ron"), domain).unwrap();
        let list = format!(r#"(documents: [(file: "a.txt", title: "A")]{headings})"#);
        fs::write(folder.path().join("documents.ron"), list).unwrap();
        Catalogue::load(folder.path()).1.into_iter().map(|f| f.code).collect::<Vec<_>>()
    };
    assert_eq!(faults(""), ["untranslated-clause"]);
    let manners = r#"(zh: "礼仪", en: "manners")"#;
    assert_eq!(faults(&format!(", headings: [{manners}]")), Vec::<&str>::new());
    assert_eq!(faults(&format!(", headings: [{manners}, {manners}]")), ["duplicate-heading"]);
}

#[test]
fn a_criterions_numbers_are_data_and_follow_the_house() {
    let catalogue = standards();
    let measured = catalogue.iter().filter(|s| !s.measures.is_empty()).count();
    assert!(measured > 200, "only {measured} standards have their numbers as data");
    let ring = catalogue.get("phone-ring-within-four").unwrap();
    let measure = &ring.measures[0];
    assert_eq!((measure.bound, measure.unit), (Bound::AtMost(4), Unit::Rings));
    assert_eq!(
        (measure.from, measure.keys.as_slice()),
        (Origin::Source, &["ring_limit".to_owned()][..])
    );
    let mut strict = house("classroom");
    strict.numbers.insert("ring_limit".to_owned(), 3);
    assert!(ring.measured_by(&strict).zh.contains('3'), "{:?}", ring.measured_by(&strict));
    assert_eq!(ring.stated_by(&strict).en, "Lift the receiver before ring 3 is over.");
    for standard in catalogue.iter() {
        let classroom = house("classroom");
        for told in [standard.stated_by(&classroom), standard.measured_by(&classroom)] {
            assert!(!told.zh.contains('{') && !told.en.contains('{'), "{}: {told:?}", standard.id);
        }
        // What a house keeps by default is what the standard says of it.
        for measure in standard.measures.iter().filter(|m| m.tolerance.is_none()) {
            for (key, limit) in measure.keys.iter().zip(measure.bound.limits()) {
                if let Some(value) = house("classroom").number(key) {
                    assert_eq!(value, limit, "{} {key}", standard.id);
                }
            }
        }
    }
}

#[test]
fn a_measure_that_cannot_be_meant_is_refused() {
    let with = |measure: &str| {
        let words = r#"statement: (zh: "一", en: "one"), criterion: (zh: "零", en: "none")"#;
        let rest =
            r#"sources: [("a.txt", "1")], severity: Minor, dimension: Both, treatment: Teach"#;
        let text = format!(
            r#"(id: "d", title: (zh: "域", en: "d"), standards: [(id: "d-a", {words}, measures: [{measure}], {rest})])"#
        );
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("d.ron"), text).unwrap();
        let (catalogue, findings) = Catalogue::load(folder.path());
        assert_eq!(catalogue.iter().count(), usize::from(findings.is_empty()));
        findings.into_iter().map(|f| f.code).collect::<Vec<_>>()
    };
    assert_eq!(with("(at_most: 4, unit: Rings, from: Source)"), Vec::<&str>::new());
    assert_eq!(with(r#"(at_most: "08:28", unit: Clock, from: Source)"#), Vec::<&str>::new());
    for wrong in [
        "(unit: Rings, from: Source)",
        "(at_least: 5, at_most: 4, unit: Rings, from: Source)",
        "(exactly: 5, at_most: 4, unit: Rings, from: Source)",
        "(at_most: 4, unit: Clock, from: Source)",
        "(at_most: 4, tolerance: 1, unit: Rings, from: Source)",
        "(at_most: 4, tolerance: -1, tolerance_from: Design, unit: Rings, from: Source)",
    ] {
        assert_eq!(with(wrong), ["wrong-measure"], "{wrong}");
    }
    assert!(
        with(r#"(at_most: 4, unit: Rings, from: Source, keys: ["ring_limt"])"#)
            .contains(&"unknown-key")
    );
    assert!(
        with(r#"(at_most: 4, unit: Rings, from: Source, keys: ["ring_limit"])"#)
            .contains(&"number-not-from-house")
    );
}

#[test]
fn a_note_stands_exactly_where_a_standard_is_not_taught_as_it_is() {
    for standard in standards().iter() {
        assert_eq!(
            standard.note.is_empty(),
            standard.treatment == Treatment::Teach,
            "{}",
            standard.id
        );
    }
}

#[test]
fn the_womans_hand_is_off_where_the_house_turns_sex_off() {
    let catalogue = standards();
    let standard = catalogue.get("hs-woman-extends-first").unwrap();
    let off = ("gender".to_owned(), "off".to_owned());
    assert_eq!(standard.turned_off(&house("international")), Some(off));
    assert_eq!(standard.turned_off(&house("classroom")), None);
    let married = catalogue.get("hs-married-extends-first").unwrap();
    assert_eq!(married.treatment, Treatment::RecogniseAndRefuse);
    assert_eq!(married.turned_off(&house("as-written")), None);
}

#[test]
fn what_is_to_be_refused_is_refused_in_every_house() {
    let catalogue = standards();
    let refused: Vec<&str> = catalogue
        .iter()
        .filter(|s| s.treatment == Treatment::RecogniseAndRefuse)
        .map(|s| s.id.as_str())
        .collect();
    assert_eq!(
        refused,
        [
            "hs-married-extends-first",
            "intro-unmarried-to-married",
            "know-refuse-drinking-games",
            "rec-refuse-tiering-by-wealth-manners",
            "rel-refuse-gender-pairing",
            "rel-refuse-payday-treats",
            "tm-refuse-evasion",
            "tm-refuse-social-pressure",
        ]
    );
    for id in ["as-written", "classroom", "international"] {
        for standard in refused.iter().filter_map(|standard| catalogue.get(standard)) {
            assert_eq!(standard.turned_off(&house(id)), None, "{id} {}", standard.id);
        }
    }
    let toggled = STANDARD
        .replace("treatment: Teach", "treatment: RecogniseAndRefuse, note: (zh: \"一\", en: \"one\"), toggle: (key: \"marital\", off: [\"off\"])");
    let folder = tempfile::tempdir().unwrap();
    let text = format!(r#"(id: "hs", title: (zh: "握手", en: "Hands"), standards: [{toggled}])"#);
    fs::write(folder.path().join("hs.ron"), text).unwrap();
    let codes: Vec<&str> = Catalogue::load(folder.path()).1.iter().map(|f| f.code).collect();
    assert_eq!(codes, ["refusal-toggled"]);
}

#[test]
fn a_company_overrides_only_what_differs() {
    let own = repository("tests/fixtures").join("our-hotel.ron");
    let hotel = Profile::load_own(&own, &[&repository("scenarios/profiles")]).unwrap();
    assert_eq!((hotel.id.as_str(), hotel.number("ring_limit")), ("our-hotel", Some(3)));
    assert_eq!(hotel.word("smoking").as_deref(), Some("off"));
    assert_eq!(hotel.number("enquiry_hours"), house("classroom").number("enquiry_hours"));
    let catalogue = standards();
    let ring = catalogue.get("phone-ring-within-four").unwrap();
    assert!(ring.measured_by(&hotel).en.contains('3'), "{:?}", ring.measured_by(&hotel));
    let ashtray = catalogue.get("tea-ashtray-one-butt").unwrap();
    assert_eq!(ashtray.turned_off(&hotel), Some(("smoking".to_owned(), "off".to_owned())));
}

const STANDARD: &str = r#"(
    id: "hs-one",
    statement: (zh: "一", en: "one"),
    criterion: (zh: "一", en: "one"),
    sources: [("a.txt", "1")],
    severity: Major,
    dimension: Both,
    treatment: Teach,
),"#;

/// Loads a folder with these standards in a domain `hs` and says what is wrong.
fn faults(standards: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let text =
        format!("(id: \"hs\", title: (zh: \"握手\", en: \"Hands\"), standards: [\n{standards}\n])");
    fs::write(folder.path().join("hs.ron"), text).unwrap();
    brief(Catalogue::load(folder.path()).1)
}

#[test]
fn a_sound_standard_has_no_findings() {
    assert_eq!(faults(STANDARD), Vec::<String>::new());
}

#[test]
fn every_fault_of_a_standards_file_has_its_place() {
    let without = |from: &str, to: &str| STANDARD.replace(from, to);
    assert_eq!(faults(&format!("{STANDARD}\n{STANDARD}")), ["12:5 duplicate-standard"]);
    assert_eq!(faults(&without("Major", "Majr")), ["7:15 unknown-word Major"]);
    assert_eq!(faults(&without("severity", "severty")), ["7:5 unknown-field severity"]);
    let halves = STANDARD
        .replacen(r#"(zh: "一", en: "one")"#, r#"(zh: "一")"#, 1)
        .replace(r#"en: "one""#, r#"en: " ""#);
    assert_eq!(faults(&halves), ["4:5 missing-language", "5:5 empty-text"]);
    assert_eq!(faults(&without(r#"[("a.txt", "1")]"#, "[]")), ["6:5 no-source"]);
    assert_eq!(faults(&without("Teach", "ModernCaveat")), ["9:5 no-note"]);
    let toggled = |toggle: &str| without("Teach,", &format!("Teach,\n    toggle: {toggle},"));
    assert_eq!(faults(&toggled(r#"(key: "gendre", off: ["off"])"#)), ["10:5 unknown-key gender"]);
    assert_eq!(faults(&toggled(r#"(key: "gender", off: ["of"])"#)), ["10:5 wrong-value"]);
    assert_eq!(faults(&toggled(r#"(key: "gender", off: ["off"])"#)), Vec::<String>::new());
}

#[test]
fn a_missing_folder_is_a_finding() {
    let (catalogue, findings) = Catalogue::load(Path::new("no/such/folder"));
    assert_eq!(brief(findings), ["0:0 unreadable"]);
    assert_eq!(catalogue.iter().count(), 0);
}

#[test]
fn one_broken_file_leaves_the_others_usable() {
    let folder = tempfile::tempdir().unwrap();
    let good =
        format!("(id: \"hs\", title: (zh: \"握手\", en: \"Hands\"), standards: [{STANDARD}])");
    fs::write(folder.path().join("hs.ron"), good).unwrap();
    fs::write(folder.path().join("card.ron"), "(id: \"card\",").unwrap();
    let (catalogue, findings) = Catalogue::load(folder.path());
    assert_eq!(brief(findings), ["1:13 cut-off"]);
    assert!(catalogue.get("hs-one").is_some());

    // A fault in one standard leaves out that one, and a second of one name.
    let second = STANDARD.replace("hs-one", "hs-two").replace("[(\"a.txt\", \"1\")]", "[]");
    let two = format!(
        "(id: \"hs\", title: (zh: \"握手\", en: \"Hands\"), standards: [{STANDARD}{second}{STANDARD}])"
    );
    fs::write(folder.path().join("hs.ron"), two).unwrap();
    fs::remove_file(folder.path().join("card.ron")).unwrap();
    let (catalogue, findings) = Catalogue::load(folder.path());
    let codes: Vec<&str> = findings.iter().map(|f| f.code).collect();
    assert_eq!(codes, ["no-source", "duplicate-standard"]);
    assert_eq!(catalogue.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["hs-one"]);

    let houses = tempfile::tempdir().unwrap();
    let classroom = repository("scenarios/profiles/classroom.ron");
    fs::copy(classroom, houses.path().join("classroom.ron")).unwrap();
    fs::write(houses.path().join("ours.ron"), r#"(id: "ours", title: "a", base: "nobody")"#)
        .unwrap();
    let (profiles, findings) = Profile::load_all(houses.path());
    assert_eq!(brief(findings), ["1:26 unknown-base"]);
    assert_eq!(profiles.into_iter().map(|p| p.id).collect::<Vec<_>>(), ["classroom"]);
}

#[test]
fn a_companys_own_profile_may_stand_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let ours = folder.path().join("ours.ron");
    fs::write(&ours, r#"(id: "ours", title: "云桥", base: "classroom", keys: {"ring_limit": 3})"#)
        .unwrap();
    let houses = repository("scenarios/profiles");
    let profile = Profile::load_own(&ours, &[&houses]).unwrap();
    assert_eq!(
        (profile.number("ring_limit"), profile.number("enquiry_hours")),
        (Some(3), Some(24))
    );
    assert_eq!(brief(Profile::load(&ours).unwrap_err()), ["1:27 unknown-base"]);
}

#[test]
fn encodings_and_chinese_punctuation_are_said_as_for_scenarios() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.ron");
    let houses = repository("scenarios/profiles");
    let said = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        match Profile::load_own(&path, &[&houses]) {
            Ok(profile) => vec![profile.id],
            Err(findings) => brief(findings),
        }
    };
    let text = r#"(id: "ours", title: "礼宾", base: "classroom")"#;
    assert_eq!(said(format!("\u{feff}{text}").as_bytes()), ["ours"]);
    let (gbk, _, _) = encoding_rs::GBK.encode(text);
    assert_eq!(said(&gbk), ["1:22 gbk"]);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(said(&[&[0xff, 0xfe][..], &wide].concat()), ["1:1 utf-16"]);
    assert_eq!(
        said(text.replace(", base", "， base").replace(": \"cl", "：\"cl").as_bytes()),
        ["1:25 full-width-punctuation", "1:31 full-width-punctuation"]
    );
}
