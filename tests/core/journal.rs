//! Runs are kept: whatever is in the file comes back, whatever happens to the rest of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use proptest::prelude::*;

use liyi::author::{Policy, play};
use liyi::record::{
    Answers, Attempt, Begun, GapKept, JOURNAL_FILE, Journal, JournalError, Track, VerdictKept,
    WallTime, finish_with,
};
use liyi::score::{Band, Score, outcome};
use liyi::session::{Input, Session, SessionTime, TimerSetting, Verdict};

use crate::shipped::{SCENARIOS, library, setup, start};

/// A run of a scenario by a policy, as it is kept.
fn attempt(id: &str, seed: u64, policy: Policy, at: u64) -> (Session, Attempt) {
    let begun = start(id, seed, TimerSetting::Normal);
    let run = play(begun.scenario(), &library().catalogue, begun.setup(), policy);
    let kept = Attempt::of(&run, &library().catalogue, Begun::AtTheStart, WallTime(at)).unwrap();
    (run, kept)
}

fn read(data: &Path) -> Journal {
    let mut journal = Journal::of(data);
    journal.refresh().unwrap();
    journal
}

fn keep_all(data: &Path, attempts: &[Attempt]) {
    let journal = Journal::of(data);
    for attempt in attempts {
        journal.keep(attempt).unwrap();
    }
}

// Any attempt.

fn any_word() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-z-]{1,12}", 1 => any::<String>(), 1 => "[「」“”\"\\\\\n\r\t一-龥]{0,6}"]
}

fn any_input() -> impl Strategy<Value = Input> {
    // A gesture's dials are kept in order of their ids.
    let dials = prop::collection::btree_map(any_word(), any_word(), 0..3)
        .prop_map(|dials: BTreeMap<String, String>| dials.into_iter().collect());
    prop_oneof![
        Just(Input::Continue),
        Just(Input::Done),
        Just(Input::Wait),
        Just(Input::TimePassed),
        any_word().prop_map(Input::Choose),
        any_word().prop_map(Input::Toggle),
        any::<i32>().prop_map(Input::Slide),
        prop::collection::vec(any_word(), 0..4).prop_map(Input::Arrange),
        dials.prop_map(Input::Gesture),
        (any_word(), any_word()).prop_map(|(field, text)| Input::Write { field, text }),
    ]
}

fn any_attempt() -> impl Strategy<Value = Attempt> {
    let score = || (0i64..=1000).prop_map(Score::kept);
    let band = prop::sample::select(vec![
        Band::NotYetSafe,
        Band::PractiseAgain,
        Band::Competent,
        Band::Good,
        Band::Exemplary,
    ]);
    let timers = prop::sample::select(vec![
        TimerSetting::Normal,
        TimerSetting::Slower,
        TimerSetting::Double,
        TimerSetting::Tenfold,
        TimerSetting::Off,
    ]);
    let verdict = prop::sample::select(vec![
        Verdict::Met,
        Verdict::Recovered,
        Verdict::Partial,
        Verdict::Missed,
        Verdict::Violated,
        Verdict::NotApplicable,
    ]);
    let gaps =
        prop::collection::btree_map(any_word(), (0i32..=100, 0i32..=100), 0..4).prop_map(|gaps| {
            let kept = |(who, (expected, perceived))| GapKept { who, expected, perceived };
            gaps.into_iter().map(kept).collect::<Vec<_>>()
        });
    let verdicts = prop::collection::vec(
        (any_word(), verdict, any_word(), any::<u64>()).prop_map(
            |(standard, verdict, beat, at)| VerdictKept {
                standard,
                verdict,
                beat,
                at: SessionTime(at),
            },
        ),
        0..5,
    );
    let inputs = prop::collection::vec((any::<u64>().prop_map(SessionTime), any_input()), 0..6);
    let begun = prop_oneof![
        Just(Begun::AtTheStart),
        (0usize..99).prop_map(|visit| Begun::Inside { visit })
    ];
    let words = (any_word(), any_word(), any_word(), any_word(), any_word(), any_word());
    let numbers = (any::<u64>(), any::<u64>(), timers, begun, band);
    let sides = (score(), prop::option::of(score()), prop::option::of(score()));
    (words, numbers, sides, gaps, verdicts, inputs).prop_map(
        |(words, (at, seed, timers, begun, band), sides, gaps, verdicts, inputs)| Attempt {
            id: words.0,
            kept_at: WallTime(at),
            version: words.1,
            scenario: words.2,
            content_hash: words.3,
            profile: words.4,
            ending: words.5,
            seed,
            timers,
            begun,
            score: sides.0,
            band,
            procedural: sides.1,
            personal: sides.2,
            gaps,
            verdicts,
            inputs,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_kept_comes_back(attempts in prop::collection::vec(any_attempt(), 0..5)) {
        let data = tempfile::tempdir().unwrap();
        keep_all(data.path(), &attempts);
        let journal = read(data.path());
        prop_assert_eq!(journal.attempts(), attempts.as_slice());
        prop_assert_eq!((journal.broken, journal.newer, journal.has_older), (0, 0, false));
        prop_assert!(journal.complaint().is_none());
    }

    /// The power goes off in the middle of a write: at any byte, even inside a character.
    #[test]
    fn a_torn_end_costs_that_line_and_no_other(
        attempts in prop::collection::vec(any_attempt(), 1..4),
        next in any_attempt(),
        cut in any::<prop::sample::Index>(),
    ) {
        let data = tempfile::tempdir().unwrap();
        keep_all(data.path(), &attempts);
        let path = data.path().join(JOURNAL_FILE);
        let whole = fs::read(&path).unwrap();
        let cut = cut.index(whole.len() + 1);
        fs::write(&path, &whole[..cut]).unwrap();
        // A line is whole once its last bracket is there, its end or not.
        let mut ends = whole.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at);
        let left = attempts.iter().take_while(|_| ends.next().is_some_and(|end| end <= cut)).count();
        let mut journal = read(data.path());
        prop_assert_eq!(journal.attempts(), &attempts[..left]);
        prop_assert_eq!(journal.broken, 0, "it may still be being written");

        let torn = cut > 0 && whole[cut - 1] != b'\n' && whole.get(cut) != Some(&b'\n');
        journal.keep(&next).unwrap();
        journal.refresh().unwrap();
        let mut expected = attempts[..left].to_vec();
        expected.push(next);
        prop_assert_eq!(journal.attempts(), expected.as_slice());
        prop_assert_eq!(journal.broken, usize::from(torn));
        prop_assert_eq!(journal.complaint().is_some(), torn);
        let anew = read(data.path());
        prop_assert_eq!(anew.attempts(), expected.as_slice());
        // What was torn is still there for whoever wants to look at it.
        prop_assert!(fs::read(&path).unwrap().starts_with(&whole[..cut]));
    }

    #[test]
    fn any_bytes_in_the_file_are_passed_over(
        before in prop::collection::vec(any::<u8>(), 0..200),
        kept in any_attempt(),
        after in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let data = tempfile::tempdir().unwrap();
        let path = data.path().join(JOURNAL_FILE);
        fs::write(&path, &before).unwrap();
        Journal::of(data.path()).keep(&kept).unwrap();
        let mut bytes = fs::read(&path).unwrap();
        bytes.extend(&after);
        fs::write(&path, &bytes).unwrap();
        let journal = read(data.path());
        prop_assert_eq!(journal.attempts(), &[kept]);
    }
}

// Real runs.

#[test]
fn a_kept_run_tells_what_its_debrief_told_and_is_played_again_from_its_inputs() {
    let data = tempfile::tempdir().unwrap();
    let mut runs = Vec::new();
    for (place, id) in SCENARIOS.into_iter().enumerate() {
        let (run, kept) = attempt(id, 7, Policy::Random, 1_000 * place as u64);
        Journal::of(data.path()).keep(&kept).unwrap();
        runs.push((run, kept));
    }
    let text = fs::read_to_string(data.path().join(JOURNAL_FILE)).unwrap();
    let journal = read(data.path());
    assert_eq!(journal.attempts().len(), runs.len());
    for ((run, written), (kept, line)) in
        runs.iter().zip(journal.attempts().iter().zip(text.lines()))
    {
        let name = &run.scenario().id;
        assert_eq!((&kept.id, &kept.scenario, kept.kept_at), (&written.id, name, written.kept_at));
        let card = outcome(run, &library().catalogue).card;
        assert_eq!(kept.score.tenths(), card.score.tenths(), "{name}");
        assert_eq!(kept.band, card.band, "{name}");
        assert_eq!(kept.service_type(), card.service_type, "{name}");
        assert_eq!(kept.verdicts.len(), run.judgements().len(), "{name}");
        // The line is a document of answers as `liyi run --answers` reads it.
        let answers = Answers::parse(line).unwrap();
        let mut again = Session::start(
            Arc::clone(run.scenario()),
            setup(&kept.profile, kept.seed, kept.timers),
        )
        .0;
        finish_with(&mut again, &answers).unwrap();
        assert_eq!(again.judgements(), run.judgements(), "{name}");
        let fields: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(
            fields["service_type"].as_str().map(str::to_owned),
            kept.service_type().map(|s| s.word())
        );
        assert_eq!(fields["content_hash"], run.scenario().content_hash());
    }
}

#[test]
fn a_run_that_has_not_ended_is_not_kept() {
    let session = start("s01-handshake-order", 1, TimerSetting::Normal);
    let kept = Attempt::of(&session, &library().catalogue, Begun::AtTheStart, WallTime(0));
    assert_eq!(kept, None);
}

#[test]
fn best_and_last_are_of_whole_runs_at_that_scenario_in_that_house() {
    let data = tempfile::tempdir().unwrap();
    let (_, kept) = attempt("s01-handshake-order", 1, Policy::Best, 0);
    let scored = |score: i64, begun| {
        let id = format!("run-{score}");
        Attempt { id, score: Score::kept(score), begun, ..kept.clone() }
    };
    let elsewhere = Attempt { profile: "as-written".to_owned(), ..scored(990, Begun::AtTheStart) };
    keep_all(
        data.path(),
        &[
            scored(800, Begun::AtTheStart),
            scored(720, Begun::AtTheStart),
            scored(1000, Begun::Inside { visit: 3 }),
            elsewhere,
        ],
    );
    let journal = read(data.path());
    let track = Track::of(journal.attempts(), &kept.scenario, &kept.profile);
    let (best, last) = track.best_and_last().unwrap();
    assert_eq!((best.score.tenths(), last.score.tenths()), (800, 720));
    assert_eq!(track.attempts().len(), 3);
    assert_eq!(track.before(track.attempts()[1]).len(), 1);
    assert_eq!(track.before(&attempt("s03-fourth-ring", 1, Policy::Best, 0).1).len(), 3);
    let other = Track::of(journal.attempts(), "s02-business-card-exchange", &kept.profile);
    assert!(other.best_and_last().is_none());
}

// The file.

/// A line as the first version wrote it. It must be read for ever.
const FIRST: &str = include_str!("../fixtures/attempt-1.jsonl");

#[test]
fn a_line_of_the_first_version_is_still_read() {
    let data = tempfile::tempdir().unwrap();
    fs::write(data.path().join(JOURNAL_FILE), FIRST).unwrap();
    let journal = read(data.path());
    let [kept] = journal.attempts() else { panic!("{:?}", journal.complaint()) };
    assert_eq!(kept.id, "00112233445566ff");
    assert_eq!((kept.seed, kept.timers), (42, TimerSetting::Slower));
    assert_eq!(kept.begun, Begun::Inside { visit: 2 });
    assert_eq!((kept.score.tenths(), kept.band), (876, Band::Good));
    assert_eq!((kept.procedural.map(Score::tenths), kept.personal), (Some(912), None));
    assert_eq!(kept.gaps, [GapKept { who: "qiao".to_owned(), expected: 82, perceived: 76 }]);
    assert_eq!(kept.verdicts.len(), 2);
    assert_eq!(kept.inputs.len(), 10);
    // And what is read is written as it stood.
    let again = tempfile::tempdir().unwrap();
    keep_all(again.path(), journal.attempts());
    assert_eq!(fs::read_to_string(again.path().join(JOURNAL_FILE)).unwrap(), FIRST);
}

#[test]
fn broken_and_newer_lines_are_passed_over_and_counted_and_told_of_in_both_languages() {
    let data = tempfile::tempdir().unwrap();
    let (_, kept) = attempt("s03-fourth-ring", 2, Policy::Best, 5);
    keep_all(data.path(), std::slice::from_ref(&kept));
    let path = data.path().join(JOURNAL_FILE);
    let line = fs::read_to_string(&path).unwrap();
    let score = line.find("\"score\":").unwrap();
    let unscored = format!(
        "{}\"score\":1e99{}",
        &line[..score],
        &line[line[score..].find(',').unwrap() + score..]
    );
    for (bad, broken, newer) in [
        ("{}\n".to_owned(), 1, 0),
        ("\u{feff}\n".to_owned(), 1, 0),
        (unscored, 1, 0),
        (line.replace("\"profile\":", "\"house\":"), 1, 0),
        (line.replace("\"liyi_attempt\":1", "\"liyi_attempt\":0"), 1, 0),
        (line.replace("\"liyi_attempt\":1", "\"liyi_attempt\":2"), 0, 1),
        ("{\"liyi_attempt\":7,\"everything\":\"else\"}\n".to_owned(), 0, 1),
        ("\n  \n".to_owned(), 0, 0),
    ] {
        fs::write(&path, format!("{line}{bad}{line}")).unwrap();
        let journal = read(data.path());
        assert_eq!(journal.attempts(), [kept.clone(), kept.clone()], "{bad}");
        assert_eq!((journal.broken, journal.newer), (broken, newer), "{bad}");
        let said = journal.complaint();
        assert_eq!(said.is_some(), broken + newer > 0, "{bad}");
        if let Some(said) = said {
            assert!(said.zh.contains("1 行") && said.en.contains("1 line "), "{said:?}");
            assert!(said.zh.contains(JOURNAL_FILE) && said.en.contains(JOURNAL_FILE));
        }
    }
}

#[test]
fn of_a_very_long_file_the_latest_runs_are_read() {
    let data = tempfile::tempdir().unwrap();
    let (_, kept) = attempt("s01-handshake-order", 1, Policy::Best, 1);
    let path = data.path().join(JOURNAL_FILE);
    keep_all(data.path(), std::slice::from_ref(&kept));
    let line = fs::read_to_string(&path).unwrap();
    let many = 12 * 1024 * 1024 / line.len();
    fs::write(&path, line.repeat(many)).unwrap();
    let last = Attempt { kept_at: WallTime(99), ..kept };
    keep_all(data.path(), std::slice::from_ref(&last));
    let mut journal = read(data.path());
    assert!(journal.has_older && journal.broken == 0);
    let read = journal.attempts().len();
    assert!(read < many && read * line.len() > 7 * 1024 * 1024, "{read} of {many}");
    assert_eq!(journal.attempts().last(), Some(&last));
    journal.refresh().unwrap();
    assert_eq!(journal.attempts().len(), read, "nothing is read twice");
}

#[test]
fn many_windows_write_to_one_file_and_every_line_is_whole() {
    let data = tempfile::tempdir().unwrap();
    let (_, kept) = attempt("s04-calming-a-complaint", 4, Policy::Random, 0);
    let (path, kept) = (data.path(), &kept);
    thread::scope(|scope| {
        for window in 0..6 {
            scope.spawn(move || {
                let mut journal = Journal::of(path);
                for run in 0..8 {
                    let attempt = Attempt { seed: window * 100 + run, ..kept.clone() };
                    journal.keep(&attempt).unwrap();
                    journal.refresh().unwrap();
                    assert!(journal.attempts().contains(&attempt));
                    assert_eq!(journal.broken, 0);
                }
            });
        }
    });
    let mut seeds: Vec<u64> = read(path).attempts().iter().map(|a| a.seed).collect();
    seeds.sort_unstable();
    let expected: Vec<u64> = (0..6).flat_map(|w| (0..8).map(move |run| w * 100 + run)).collect();
    assert_eq!(seeds, expected);
}

#[test]
fn a_file_that_somebody_has_cut_or_taken_away_is_read_from_its_beginning() {
    let data = tempfile::tempdir().unwrap();
    let (_, kept) = attempt("s02-business-card-exchange", 4, Policy::Best, 0);
    keep_all(data.path(), &[kept.clone(), kept.clone(), kept.clone()]);
    let mut journal = read(data.path());
    let path = data.path().join(JOURNAL_FILE);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.lines().next().unwrap()).unwrap();
    journal.refresh().unwrap();
    assert_eq!(journal.attempts(), std::slice::from_ref(&kept));
    fs::remove_file(&path).unwrap();
    journal.refresh().unwrap();
    assert!(journal.attempts().is_empty());
    journal.keep(&kept).unwrap();
    journal.refresh().unwrap();
    assert_eq!(journal.attempts(), [kept]);
}

#[test]
fn what_cannot_be_written_says_what_to_do() {
    let data = tempfile::tempdir().unwrap();
    let (_, kept) = attempt("s01-handshake-order", 1, Policy::Best, 0);
    // The data folder is a file.
    let file = data.path().join("file");
    fs::write(&file, "x").unwrap();
    let error = Journal::of(&file).keep(&kept).unwrap_err();
    assert!(matches!(error, JournalError::Unwritable { .. }), "{error:?}");
    let said = error.said();
    assert!(said.zh.contains("--data") && said.en.contains("--data"), "{said:?}");
    // The journal is a folder.
    let folder = data.path().join("data");
    fs::create_dir_all(folder.join(JOURNAL_FILE)).unwrap();
    let mut journal = Journal::of(&folder);
    for error in [journal.keep(&kept).unwrap_err(), journal.refresh().unwrap_err()] {
        assert!(matches!(error, JournalError::NotAFile { .. }), "{error:?}");
    }
    // Another program keeps hold of it.
    let held = data.path().join("held");
    keep_all(&held, std::slice::from_ref(&kept));
    let holder = fs::File::open(held.join(JOURNAL_FILE)).unwrap();
    holder.lock().unwrap();
    let error = Journal::of(&held).keep(&kept).unwrap_err();
    assert!(matches!(error, JournalError::Held { .. }), "{error:?}");
    drop(holder);
    keep_all(&held, std::slice::from_ref(&kept));
    assert_eq!(read(&held).attempts().len(), 2);
}
