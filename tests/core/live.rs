//! Files edited while they are in use: what is read anew, and where a run goes on.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use liyi::author::{Policy, play, problems};
use liyi::files::Folders;
use liyi::library::Library;
use liyi::locale::{self, Locale};
use liyi::scenario::Scenario;
use liyi::session::{Carried, Event, Input, Now, Session, TimerSetting};
use liyi::source::{Excerpt, Finding, SourceFile};
use liyi::standard::{Lang, Text};
use tempfile::TempDir;

use crate::shipped::{SCENARIOS, library, repository, setup, start};

/// A copy of what is shipped that may be spoilt.
struct House {
    dir: TempDir,
    folders: Folders,
    library: Library,
}

impl House {
    fn new() -> House {
        let dir = tempfile::tempdir().unwrap();
        for folder in
            ["scenarios", "scenarios/profiles", "assets/standards", "assets/stages", "assets/desk"]
        {
            let to = dir.path().join(folder);
            fs::create_dir_all(&to).unwrap();
            for entry in fs::read_dir(repository(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
                }
            }
        }
        // Their names are all that is read of figures and sounds.
        for entry in fs::read_dir(repository("assets/characters")).unwrap() {
            let name = entry.unwrap().file_name();
            fs::create_dir_all(dir.path().join("assets/characters").join(name)).unwrap();
        }
        fs::create_dir_all(dir.path().join("assets/sounds")).unwrap();
        for entry in fs::read_dir(repository("assets/sounds")).unwrap() {
            let name = PathBuf::from(entry.unwrap().file_name()).with_extension("wav");
            fs::write(dir.path().join("assets/sounds").join(name), "").unwrap();
        }
        let folders = Folders {
            assets: dir.path().join("assets"),
            scenarios: dir.path().join("scenarios"),
            data: dir.path().join("data"),
        };
        let library = Library::load(&folders);
        assert_eq!(library.findings, Vec::new());
        House { dir, folders, library }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.dir.path().join(file)
    }

    /// Writes other words over words that stand in a file, and reads everything anew.
    fn edit(&mut self, file: &str, was: &str, is: &str) {
        let path = self.path(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(was), "{file} has no `{was}`");
        fs::write(path, text.replacen(was, is, 1)).unwrap();
        self.renew();
    }

    fn renew(&mut self) {
        self.library = self.library.renewed(&self.folders);
    }

    fn codes(&self) -> Vec<&'static str> {
        self.library.findings.iter().map(|finding| finding.code).collect()
    }
}

const FIRST: &str = "scenarios/s01-handshake-order.ron";

#[test]
fn what_has_not_changed_is_not_made_again() {
    let mut house = House::new();
    let before = house.library.clone();
    house.renew();
    assert!(Arc::ptr_eq(&before.catalogue, &house.library.catalogue));
    for (id, scenario) in &before.scenarios {
        assert!(Arc::ptr_eq(scenario, &house.library.scenarios[id]), "{id}");
    }
    for (id, profile) in &before.profiles {
        assert!(Arc::ptr_eq(profile, &house.library.profiles[id]), "{id}");
    }
    house.edit(FIRST, "minutes: 9", "minutes: 12");
    for (id, scenario) in &before.scenarios {
        let same = Arc::ptr_eq(scenario, &house.library.scenarios[id]);
        assert_eq!(same, id != "s01-handshake-order", "{id}");
    }
    assert_eq!(house.library.scenarios["s01-handshake-order"].minutes, 12);
}

#[test]
fn a_broken_file_leaves_its_last_good_version_until_it_is_mended() {
    let mut house = House::new();
    let good = house.library.scenarios["s01-handshake-order"].clone();
    house.edit(FIRST, "minutes: 9", "minuets: 9");
    assert!(house.codes().contains(&"unknown-field"), "{:?}", house.codes());
    assert!(Arc::ptr_eq(&good, &house.library.scenarios["s01-handshake-order"]));
    // Half-written, emptied, in another encoding: all the same.
    let text = fs::read(house.path(FIRST)).unwrap();
    for bytes in [&text[..text.len() / 2], &[], &[0xD6, 0xD0, 0xCE, 0xC4]] {
        fs::write(house.path(FIRST), bytes).unwrap();
        house.renew();
        assert!(!house.library.findings.is_empty());
        assert!(Arc::ptr_eq(&good, &house.library.scenarios["s01-handshake-order"]));
    }
    fs::write(house.path(FIRST), text).unwrap();
    house.edit(FIRST, "minuets: 9", "minutes: 8");
    assert_eq!(house.codes(), Vec::<&str>::new());
    assert_eq!(house.library.scenarios["s01-handshake-order"].minutes, 8);
}

#[test]
fn a_broken_house_and_a_broken_domain_spoil_nothing_that_builds_on_them() {
    let mut house = House::new();
    let before = house.library.clone();
    house.edit("scenarios/profiles/classroom.ron", "keys:", "kezs:");
    assert!(!house.library.findings.is_empty());
    house.edit("assets/standards/hs.ron", "severity: Major", "severity: Awful");
    let files: Vec<bool> = house
        .library
        .findings
        .iter()
        .map(|f| f.file.ends_with("classroom.ron") || f.file.ends_with("hs.ron"))
        .collect();
    assert!(files.iter().all(|is_one_of_them| *is_one_of_them), "{:?}", house.library.findings);
    assert_eq!(house.library.catalogue, before.catalogue);
    assert_eq!(house.library.profiles, before.profiles);
    assert_eq!(house.library.scenarios.len(), before.scenarios.len());
}

#[test]
fn what_is_deleted_is_gone_and_a_folder_that_vanishes_takes_nothing_with_it() {
    let mut house = House::new();
    let all = house.library.scenarios.len();
    fs::rename(house.path(FIRST), house.path("elsewhere.ron")).unwrap();
    house.renew();
    assert_eq!(house.library.scenarios.len(), all - 1);
    assert_eq!(house.codes(), Vec::<&str>::new());
    fs::rename(house.path("elsewhere.ron"), house.path(FIRST)).unwrap();
    house.renew();
    for folder in ["scenarios", "assets/standards"] {
        let before = house.library.clone();
        fs::rename(house.path(folder), house.path("away")).unwrap();
        house.renew();
        assert!(house.codes().contains(&"unreadable"), "{folder}: {:?}", house.codes());
        assert_eq!(house.library.scenarios.len(), all, "{folder}");
        assert_eq!(house.library.profiles, before.profiles, "{folder}");
        assert_eq!(house.library.catalogue, before.catalogue, "{folder}");
        fs::rename(house.path("away"), house.path(folder)).unwrap();
        house.renew();
        assert_eq!(house.codes(), Vec::<&str>::new(), "{folder}");
    }
}

/// A scenario as it is shipped, with other words in one place.
fn edited(id: &str, edits: &[(&str, &str)]) -> Arc<Scenario> {
    let path = repository("scenarios").join(format!("{id}.ron"));
    let mut text = fs::read_to_string(path).unwrap();
    for (was, is) in edits {
        assert!(text.contains(was), "{id} has no `{was}`");
        text = text.replacen(was, is, 1);
    }
    let source = SourceFile::new(format!("{id}.ron"), text);
    let known =
        liyi::library::known(&repository("assets"), library().profiles.values().map(AsRef::as_ref));
    Arc::new(Scenario::from_source(&source, &library().catalogue, &known).unwrap())
}

fn carry(session: &Session, scenario: &Arc<Scenario>, told: usize) -> Carried {
    session.carry(Arc::clone(scenario), Arc::clone(&session.setup().profile), told)
}

/// Wherever a run stands, on the very same scenario it keeps its place.
#[test]
fn an_unchanged_scenario_moves_nothing() {
    for id in SCENARIOS {
        let same = edited(id, &[]);
        let run = play(
            &same,
            &library().catalogue,
            &setup("classroom", 4, TimerSetting::Normal),
            Policy::Random,
        );
        let (mut live, _) = Session::start(Arc::clone(&same), run.setup().clone());
        for (at, input) in run.transcript() {
            let first = live.event_count();
            live.handle(*at, input.clone()).unwrap();
            for told in [first, (first + live.event_count()) / 2, live.event_count()] {
                let carried = carry(&live, &same, told);
                assert!(carried.kept, "{id}");
                assert_eq!(carried.told, told, "{id}");
                assert_eq!(carried.session.view(), live.view(), "{id}");
            }
        }
    }
}

/// A session of the first scenario, at its first question.
fn at_the_first_question() -> Session {
    let mut session = start("s01-handshake-order", 1, TimerSetting::Normal);
    session.handle(session.now(), Input::Continue).unwrap();
    session
}

fn lines(events: &[Event]) -> Vec<&str> {
    let words = |event| match event {
        &Event::Said { ref text, .. }
        | &Event::Told { ref text }
        | &Event::Thought { ref text } => Some(&*text.en),
        _ => None,
    };
    events.iter().filter_map(words).collect()
}

#[test]
fn other_words_are_there_at_once_and_the_place_is_kept() {
    let session = at_the_first_question();
    let Now::Asking(asking) = session.view().now else { panic!("nothing is asked") };
    let was = asking.prompt.text.en.clone();
    let other = edited("s01-handshake-order", &[(&was, "Well then?")]);
    let carried = carry(&session, &other, session.event_count());
    assert!(carried.kept);
    assert_eq!(carried.told, carried.session.event_count());
    let Now::Asking(asking) = carried.session.view().now else { panic!("nothing is asked") };
    assert_eq!(asking.prompt.text.en, "Well then?");
}

#[test]
fn the_line_at_hand_stays_at_hand_whatever_is_written_around_it() {
    let session = start("s01-handshake-order", 1, TimerSetting::Normal).clone();
    let events = session.events();
    let all = lines(&events);
    assert!(all.len() >= 3, "{all:?}");
    // Told up to and with the second line.
    let is_line = |event: &&Event| !lines(std::slice::from_ref(event)).is_empty();
    let second = events.iter().filter(is_line).nth(1).unwrap();
    let told = events.iter().position(|event| event == second).unwrap() + 1;
    let beat = fs::read_to_string(repository("scenarios/s01-handshake-order.ron")).unwrap();
    let last_told = |carried: &Carried| {
        let events = carried.session.events();
        lines(&events[..carried.told]).last().map(|line| (*line).to_owned()).unwrap()
    };
    // The line itself in other words.
    let other = edited("s01-handshake-order", &[(all[1], "Other words.")]);
    assert_eq!(last_told(&carry(&session, &other, told)), "Other words.");
    // A line more before it, and a line more behind it.
    let steps = beat.find("enter: [").unwrap() + "enter: [".len();
    let more = r#" Tell((zh: "新的一行。", en: "One line more.")),"#;
    let head = &beat[..steps];
    let before = edited("s01-handshake-order", &[(head, &format!("{head}{more}"))]);
    let carried = carry(&session, &before, told);
    assert!(carried.kept);
    assert_eq!(lines(&carried.session.events()).len(), all.len() + 1);
    assert_eq!(last_told(&carried), all[1]);
    // And the rest is still to come, the same as before.
    let events = carried.session.events();
    assert_eq!(lines(&events[carried.told..]), all[2..]);
}

/// Plays by the best policy until so many beats have been entered.
fn played(id: &str, beats: usize) -> Session {
    let run = play(
        start(id, 2, TimerSetting::Normal).scenario(),
        &library().catalogue,
        &setup("classroom", 2, TimerSetting::Normal),
        Policy::Best,
    );
    let (mut live, _) = Session::start(Arc::clone(run.scenario()), run.setup().clone());
    for (at, input) in run.transcript() {
        if live.visits().len() >= beats {
            break;
        }
        live.handle(*at, input.clone()).unwrap();
    }
    live
}

#[test]
fn an_answer_that_is_no_more_takes_the_run_back_to_its_question() {
    // The first choice that was answered, and the same scenario without that option.
    let run = played("s04-calming-a-complaint", 6);
    let chosen = run.transcript().iter().find_map(|(_, input)| match input {
        Input::Choose(id) => Some(id.clone()),
        _ => None,
    });
    let chosen = chosen.unwrap();
    let path = repository("scenarios/s04-calming-a-complaint.ron");
    let text = fs::read_to_string(path).unwrap();
    // Everything that names it names it anew, so that the scenario stays whole.
    let renamed = text.replace(&format!("\"{chosen}\""), "\"quite-another\"");
    let other = edited("s04-calming-a-complaint", &[(&text, &renamed)]);
    let carried = carry(&run, &other, run.event_count());
    assert!(!carried.kept);
    let asked = run.visits().iter().position(|visit| visit.beat == carried.session.beat());
    assert!(asked.is_some_and(|visit| visit + 1 < run.visits().len()));
    // It begins again at the beginning of that beat.
    let events = carried.session.events();
    let visit = carried.session.visits().len() - 1;
    assert!(
        matches!(&events[carried.told], Event::BeatEntered { visit: at, .. } if *at == visit),
        "{:?}",
        events[carried.told]
    );
    assert!(matches!(carried.session.view().now, Now::Telling));
    // And it can be played on.
    let mut session = carried.session;
    session.handle(session.now(), Input::Continue).unwrap();
    assert!(matches!(session.view().now, Now::Asking(_)));
}

#[test]
fn a_renamed_beat_is_begun_again() {
    let run = played("s03-fourth-ring", 3);
    let here = run.beat().to_owned();
    let text = fs::read_to_string(repository("scenarios/s03-fourth-ring.ron")).unwrap();
    let renamed = text.replace(&format!("\"{here}\""), "\"quite-another\"");
    let other = edited("s03-fourth-ring", &[(&text, &renamed)]);
    let carried = carry(&run, &other, run.event_count());
    assert!(!carried.kept);
    assert_eq!(carried.session.beat(), "quite-another");
    assert_eq!(carried.session.visits().len(), run.visits().len());
}

#[test]
fn an_excerpt_shows_the_place_and_fits() {
    let text = format!("(\n\t  id: \"{}\", next: [\"corridoor\"], 话: 1)\n", "长".repeat(200));
    let source = SourceFile::new("x.ron", text.clone());
    let line = text.lines().nth(1).unwrap();
    let column = line.chars().position(|c| c == '[').unwrap() + 2;
    let at = |line, column| {
        Finding::new("x.ron", (line, column), "unknown-beat", Text::default(), Text::default())
    };
    let excerpt = at(2, column).excerpt(&source, 60).unwrap();
    assert_eq!(excerpt.marked, "\"corridoor\"");
    assert!(excerpt.before.starts_with('…') && excerpt.before.ends_with("next: ["), "{excerpt:?}");
    assert_eq!(excerpt.after, "], 话: 1)");
    let whole = format!("{}{}{}", excerpt.before, excerpt.marked, excerpt.after);
    assert!(unicode_width::UnicodeWidthStr::width(&*whole) <= 60, "{whole}");
    // The beginning's white space is left out, a line's end marks nothing.
    let first = at(2, 4).excerpt(&source, 60).unwrap();
    assert_eq!((&*first.before, &*first.marked), ("", "id"));
    let end = Excerpt { before: "(".to_owned(), ..Excerpt::default() };
    assert_eq!(at(1, 2).excerpt(&source, 60), Some(end));
    // Places that are not there, or that no more are.
    assert_eq!(at(0, 0).excerpt(&source, 60), None);
    assert_eq!(at(9, 1).excerpt(&source, 60), None);
    assert!(at(2, 9_999).excerpt(&source, 60).is_some());
    assert!(at(2, column).excerpt(&source, 1).is_some());
}

#[test]
fn a_problem_carries_the_line_it_is_about() {
    let mut house = House::new();
    house.edit(FIRST, "minutes: 9", "minuets: 9");
    let found = problems(house.library.findings.clone(), 60);
    let one = found.iter().find(|p| p.finding.code == "unknown-field").unwrap();
    assert_eq!(one.excerpt.as_ref().unwrap().marked, "minuets");
    assert_eq!(one.finding.nearest.as_deref(), Some("minutes"));
    let gone =
        Finding::new("no/such/file.ron", (3, 4), "unreadable", Text::default(), Text::default());
    assert_eq!(problems([gone], 60)[0].excerpt, None);
}

#[test]
fn broken_interface_text_is_placed() {
    let dir = tempfile::tempdir().unwrap();
    let write = |lang: &str, text: &str| {
        fs::create_dir_all(dir.path().join(lang)).unwrap();
        fs::write(dir.path().join(lang).join("ui.ftl"), text).unwrap();
    };
    let findings = || -> Vec<(PathBuf, usize, usize)> {
        let placed = locale::check(dir.path()).into_iter();
        placed.map(|f| (Path::new(&f.file).to_owned(), f.line, f.column)).collect()
    };
    write("zh-Hans", "a = 好\n");
    write("en", "a = fine\n");
    assert_eq!(findings(), Vec::new());
    write("en", "a = fine\nb = { $oops\n");
    let found = findings();
    assert_eq!(found.len(), 1);
    assert!(found[0].0.ends_with("en/ui.ftl") && found[0].1 >= 2 && found[0].2 >= 1, "{found:?}");
    // What is right in it is there all the same.
    let (rest, faults) = Locale::load_what_can_be(dir.path(), Lang::En).unwrap();
    assert_eq!((rest.tr("a"), faults.len()), ("fine".to_owned(), 1));
    write("en", "a = fine\n\na = again\n");
    assert_eq!(findings(), [(dir.path().join("en/ui.ftl"), 3, 1)]);
}
