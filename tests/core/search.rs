//! Finding standards by what is typed: Chinese, English, pinyin, initials, and any text at all.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use liyi::source::{pinyin, readings};
use liyi::standard::search::{Index, Query};
use liyi::standard::{Bound, Lang, Origin, Standard};

use crate::shipped::library;

fn index() -> &'static Index {
    static INDEX: LazyLock<Index> = LazyLock::new(|| {
        Index::new(&library().catalogue, &library().profile("classroom").unwrap())
    });
    &INDEX
}

fn find(typed: &str) -> Vec<&'static str> {
    index().find(&Query::new(typed))
}

fn standard(id: &str) -> &'static Standard {
    library().catalogue.get(id).unwrap()
}

/// The first `count` finds are all of this domain.
fn leads_to(typed: &str, domain: &str, count: usize) {
    let found = find(typed);
    assert!(found.len() >= count, "`{typed}` finds only {found:?}");
    for id in &found[..count] {
        assert_eq!(standard(id).domain, domain, "`{typed}` finds {:?}", &found[..count]);
    }
}

#[test]
fn chinese_english_pinyin_initials_and_mixtures_lead_to_the_same_domain() {
    for typed in ["握手", "ws", "WS", "ｗｓ", "woshou", "wosh", "wos", "握s", "握shou", "wo手"]
    {
        leads_to(typed, "hs", 14);
    }
    for typed in ["handshake", "Handshake", "HANDSHAKE"] {
        leads_to(typed, "hs", 14);
    }
    for typed in ["名片", "mp", "mingpian", "mingp", "business cards"] {
        leads_to(typed, "card", 5);
    }
    for typed in ["投诉处理", "tscl", "tousuchuli", "tsuchl"] {
        leads_to(typed, "comp", 40);
    }
}

#[test]
fn a_character_with_two_sounds_is_found_by_both() {
    let bank: Vec<&str> =
        library().catalogue.iter().filter(|s| s.statement.zh.contains('行')).map(id_of).collect();
    assert!(!bank.is_empty());
    for sound in readings('行') {
        let found: BTreeSet<&str> = find(&sound).into_iter().collect();
        assert!(bank.iter().all(|id| found.contains(id)), "{sound}");
    }
}

fn id_of(standard: &Standard) -> &str {
    &standard.id
}

#[test]
fn an_id_leads_to_its_standard() {
    for standard in library().catalogue.iter() {
        assert_eq!(find(&standard.id).first(), Some(&standard.id.as_str()));
    }
}

#[test]
fn a_statement_leads_to_its_standard_in_both_languages() {
    let house = library().profile("classroom").unwrap();
    for standard in library().catalogue.iter() {
        let stated = standard.stated_by(&house);
        for lang in Lang::ALL {
            let typed: String = stated.get(lang).chars().take(40).collect();
            let found = find(&typed);
            assert!(found.iter().take(3).any(|id| *id == standard.id), "{typed}: {found:?}");
        }
    }
}

#[test]
fn every_word_must_fit_and_their_order_does_not_matter() {
    let found = find("电话 声");
    assert!(!found.is_empty());
    let (phone, ring): (BTreeSet<_>, BTreeSet<_>) =
        (find("电话").into_iter().collect(), find("声").into_iter().collect());
    assert!(found.iter().all(|id| phone.contains(id) && ring.contains(id)));
    assert_eq!(found.len(), phone.intersection(&ring).count());
    assert_eq!(find("声，电话"), found);
}

#[test]
fn what_is_written_stands_before_what_only_sounds_so() {
    let found = find("tea");
    let written = found.iter().take_while(|id| {
        let standard = standard(id);
        let all = format!("{standard:?}").to_lowercase();
        all.contains("tea")
    });
    assert!(written.count() >= 12, "{found:?}");
    // Short words are words' beginnings only: no `ws` of `knows` and `news`.
    for id in find("ws").iter().take(30) {
        let zh = format!("{:?}{:?}", standard(id).statement.zh, standard(id).criterion.zh);
        let heard: Vec<Vec<char>> = zh
            .chars()
            .map(|c| readings(c).iter().filter_map(|r| r.chars().next()).collect())
            .collect();
        let sounds = heard.windows(2).any(|two| two[0].contains(&'w') && two[1].contains(&'s'));
        assert!(sounds || standard(id).domain == "hs", "{id}: {zh}");
    }
}

#[test]
fn clauses_and_numbers_of_the_house_are_found() {
    for (standard, source) in
        library().catalogue.iter().flat_map(|s| s.sources.iter().map(move |source| (s, source)))
    {
        let cited = source.cite(Lang::Zh);
        for typed in [&cited, &source.clause.zh, &source.cite(Lang::En)] {
            assert!(find(typed).contains(&standard.id.as_str()), "{typed}");
        }
    }
    let mut house = library().profile("classroom").unwrap().as_ref().clone();
    house.numbers.insert("ring_limit".to_owned(), 17);
    let own = Index::new(&library().catalogue, &house);
    let query = Query::new("17");
    let ringing = |index: &Index| {
        let found = index.find(&query).into_iter().map(str::to_owned);
        found.filter(|id| standard(id).criterion.zh.contains("{ring_limit}")).count()
    };
    assert_eq!((ringing(index()), ringing(&own) > 0), (0, true));
}

#[test]
fn a_blank_query_finds_everything_in_the_catalogues_order() {
    let all: Vec<&str> = library().catalogue.as_written().map(id_of).collect();
    assert_eq!(all.len(), 571);
    for typed in ["", "  \t", "，。", "\u{3000}"] {
        assert!(Query::new(typed).is_blank());
        assert_eq!(find(typed), all);
    }
    let sorted: BTreeSet<&str> = library().catalogue.iter().map(id_of).collect();
    assert_eq!(sorted, all.iter().copied().collect());
    // Domain by domain, each as its file has it.
    assert_eq!(all.iter().position(|id| *id == "hs-formal-rank-governs").map(|p| all[p + 2]), {
        Some("hs-senior-extends-first")
    });
}

#[test]
fn what_nobody_wrote_is_not_found() {
    for typed in ["qqqqqq", "握手qqqq", "犇犇", "☃", "zzzzzzzzzzzzzzzzzzzzz", "-----x"] {
        assert_eq!(find(typed), Vec::<&str>::new(), "{typed}");
    }
}

#[test]
fn a_houses_own_number_takes_the_place_of_the_sources() {
    let measure = standard("phone-ring-within-four");
    let measure = measure.measures.first().unwrap();
    let mut house = library().profile("classroom").unwrap().as_ref().clone();
    assert_eq!(measure.from, Origin::Source);
    assert_eq!(measure.in_house(&house), Some(Bound::AtMost(4)));
    house.numbers.insert("ring_limit".to_owned(), 3);
    assert_eq!(measure.in_house(&house), Some(Bound::AtMost(3)));
    for standard in library().catalogue.iter() {
        for measure in &standard.measures {
            let own = measure.in_house(&library().profile("classroom").unwrap());
            if measure.keys.is_empty() {
                assert_eq!(own, Some(measure.bound), "{}", standard.id);
            }
        }
    }
}

/// Some statement's id, a run of Chinese characters in it, and their sounds.
fn any_run() -> impl Strategy<Value = (&'static str, Vec<char>, Vec<String>)> {
    static RUNS: LazyLock<Vec<(&str, Vec<char>)>> = LazyLock::new(|| {
        let mut runs = Vec::new();
        for standard in library().catalogue.iter() {
            let words = standard.statement.zh.split(|c| pinyin(c).is_none());
            let words = words.map(|words| words.chars().collect::<Vec<char>>());
            runs.extend(words.filter(|run| run.len() >= 2).map(|run| (id_of(standard), run)));
        }
        runs
    });
    (0..RUNS.len(), 0usize..20, 2usize..7).prop_map(|(which, at, length)| {
        let (id, run) = &RUNS[which];
        let at = at.min(run.len() - 2);
        let run = &run[at..(at + length).min(run.len())];
        (*id, run.to_vec(), run.iter().filter_map(|c| pinyin(*c)).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_query(typed in any::<String>()) {
        let found = find(&typed);
        let unique: BTreeSet<&str> = found.iter().copied().collect();
        prop_assert_eq!(unique.len(), found.len());
    }

    #[test]
    fn typing_on_is_a_query_at_every_letter(typed in "[a-z握手电话名片行女'’ 1-4ü.，（]{0,70}") {
        let chars: Vec<char> = typed.chars().collect();
        for end in (0..=chars.len()).step_by(7) {
            find(&chars[..end].iter().collect::<String>());
        }
    }

    #[test]
    fn what_characters_find_their_sounds_find_too((id, run, sounds) in any_run()) {
        let initials: String = sounds.iter().filter_map(|s| s.chars().next()).collect();
        let plain: String = run.iter().collect();
        let full = sounds.concat();
        let half: String = full.chars().take(full.len() - 1).collect();
        let mixed = format!("{}{}", run[0], sounds[1..].concat());
        for typed in [&plain, &initials, &full, &half, &mixed, &sounds.join("'")] {
            prop_assert!(find(typed).contains(&id), "`{}` for {} does not find {}", typed, plain, id);
        }
    }
}
