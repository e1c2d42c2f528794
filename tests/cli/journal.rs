//! Finished runs are kept in the data folder, and told of the next time.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use liyi::author::Policy;
use liyi::record::{Begun, JOURNAL_FILE, Journal};

use crate::play::typed;
use crate::program::Place;

const ID: &str = "s02-business-card-exchange";

fn args<'a>(seed: &'a str, lang: &'a str) -> [&'a str; 9] {
    ["play", ID, "--text", "--timers", "off", "--seed", seed, "--lang", lang]
}

fn journal(place: &Place) -> Journal {
    let mut journal = Journal::of(&place.folder().join("data"));
    journal.refresh().unwrap();
    journal
}

#[test]
fn a_run_is_kept_and_the_next_one_tells_of_both() {
    let place = Place::shipped();
    let (first, first_score) = typed(ID, 4, Policy::Worst);
    let page = place.typed(&args("4", "en"), &first).well();
    assert!(
        page.contains("■ The way so far\n  This is the first run; it has been kept."),
        "{page}"
    );
    let kept = journal(&place);
    let [attempt] = kept.attempts() else { panic!("{:?}", kept.attempts().len()) };
    assert_eq!((attempt.scenario.as_str(), attempt.seed), (ID, 4));
    assert_eq!(format!("{:.1}", attempt.score.value()), first_score);
    assert_eq!(attempt.begun, Begun::AtTheStart);

    let (second, second_score) = typed(ID, 5, Policy::Best);
    let page = place.typed(&args("5", "zh"), &second).well();
    let way = page.split("■ 走过的路").nth(1).unwrap();
    let at = |words: String| way.find(&words).unwrap_or_else(|| panic!("no {words} in {way}"));
    let before = at(format!("第 1 遍：{first_score} 分"));
    assert!(before < at(format!("第 2 遍：{second_score} 分")), "{way}");

    // What is kept is played again by `liyi run`.
    let text = fs::read_to_string(place.folder().join("data").join(JOURNAL_FILE)).unwrap();
    let line = place.folder().join("line.json");
    fs::write(&line, text.lines().next_back().unwrap()).unwrap();
    let line = line.to_str().unwrap();
    let again =
        place.json(&["run", ID, "--seed", "5", "--timers", "off", "--answers", line, "--json"]);
    assert_eq!(format!("{:.1}", again["score"].as_f64().unwrap()), second_score);
}

#[test]
fn what_is_tried_again_from_within_is_kept_as_practice_and_what_is_broken_off_is_not() {
    let place = Place::shipped();
    let (run, _) = typed(ID, 4, Policy::Worst);
    place.typed(&args("4", "zh"), format!("{run}1\nq\n")).well();
    assert_eq!(journal(&place).attempts().len(), 1, "the second was broken off");
    // From the first beat on, the same lines lead to the end once more.
    let page = place.typed(&args("4", "zh"), format!("{run}1\n{run}")).well();
    let kept = journal(&place);
    let begun: Vec<Begun> = kept.attempts().iter().map(|attempt| attempt.begun).collect();
    assert_eq!(begun, [Begun::AtTheStart, Begun::AtTheStart, Begun::Inside { visit: 0 }], "{page}");
    assert!(page.contains("第 3 遍（练习，从中间再试）"), "{page}");
}

#[test]
fn a_torn_line_is_told_of_and_costs_nothing_else() {
    let place = Place::shipped();
    let (run, _) = typed(ID, 4, Policy::Best);
    place.typed(&args("4", "zh"), &run).well();
    let path = place.folder().join("data").join(JOURNAL_FILE);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}{}", &text[..text.len() / 2])).unwrap();
    let ran = place.typed(&args("4", "en"), &run);
    assert_eq!(ran.err, "");
    let page = ran.well();
    assert!(page.contains("  ! 1 line of the kept runs in"), "{page}");
    assert!(page.contains("Run 1: ") && page.contains("Run 2: "), "{page}");
    assert_eq!(journal(&place).attempts().len(), 2);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_of_and_the_debrief_is_shown_all_the_same() {
    let place = Place::shipped();
    let (run, score) = typed(ID, 4, Policy::Best);
    fs::write(place.folder().join("data"), "a file").unwrap();
    let page = place.typed(&args("4", "en"), &run).well();
    assert!(page.contains(&format!("{score} points")), "{page}");
    assert!(page.contains("  ! this run could not be kept in"), "{page}");
    assert!(page.replace(['\n', ' '], "").contains("anotherfolderwith--data"), "{page}");
}

/// A file may not grow beyond this: the system refuses the rest of the write, as
/// it does when a disk is full.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_of_and_costs_no_run_that_was_kept() {
    let place = Place::shipped();
    let (run, _) = typed(ID, 4, Policy::Best);
    place.typed(&args("4", "zh"), &run).well();
    let path = place.folder().join("data").join(JOURNAL_FILE);
    let before = fs::read(&path).unwrap();
    // In blocks of 512 bytes: the next line would end beyond it.
    let blocks = before.len() / 512 + 3;
    let mut shell = Command::new("sh")
        .arg("-c")
        .arg(format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\""))
        .arg(env!("CARGO_BIN_EXE_liyi"))
        .args(args("4", "zh"))
        .arg("--data")
        .arg(place.folder().join("data"))
        .env("LIYI_HOME", PathBuf::from(env!("CARGO_MANIFEST_DIR")))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut shell.stdin.take().unwrap(), run.as_bytes()).unwrap();
    let output = shell.wait_with_output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{page}");
    assert!(page.contains("磁盘满了"), "{page}");
    assert_eq!(fs::read(&path).unwrap(), before, "half a line was left");
    assert_eq!(journal(&place).attempts().len(), 1);
}
