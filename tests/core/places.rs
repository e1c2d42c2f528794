//! Things of a place come and go, dials make one pose, and a meter leaves with its person.

use std::sync::Arc;

use liyi::scenario::{Free, Hands, Height, Pose, Print};
use liyi::session::{Ask, Event, Input, Session, SessionTime, Setup, TimerSetting};

use crate::example::{broken, load};
use crate::profiles::house;
use crate::tongues::said_in_both;

fn run(text: &str) -> (Session, Vec<Event>) {
    let scenario = load(text).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let setup = Setup { profile: Arc::new(house("classroom")), seed: 0, timers: TimerSetting::Off };
    Session::start(Arc::new(scenario), setup)
}

fn codes(text: &str) -> Vec<(&'static str, Option<String>)> {
    let findings = load(text).err().unwrap_or_default();
    said_in_both(&findings);
    findings.into_iter().map(|finding| (finding.code, finding.nearest)).collect()
}

/// What is seen of the umbrella.
fn umbrella(events: &[Event]) -> Vec<bool> {
    let seen = |event: &Event| match event {
        Event::Appeared { thing, .. } if thing == "umbrella" => Some(true),
        Event::Vanished { thing, .. } if thing == "umbrella" => Some(false),
        _ => None,
    };
    events.iter().filter_map(seen).collect()
}

#[test]
fn a_thing_comes_and_goes_once_and_a_rewound_run_has_it_again() {
    let enter = r#"enter: [Enter("you", Left), Enter("qiao", Right),"#;
    let text = broken(
        enter,
        &format!("{enter} Clear(\"umbrella\"), Put(\"umbrella\"), Put(\"umbrella\"),"),
    );
    let (mut session, events) = run(&text);
    assert_eq!(umbrella(&events), [true], "what is gone already does not go");
    assert_eq!(session.view().things.get("umbrella"), Some(&true));
    session.handle(SessionTime(0), Input::Continue).unwrap();
    let (again, _) = session.rewind(0).unwrap();
    assert_eq!(again.view().things, session.view().things);
}

#[test]
fn names_of_things_and_spots_are_checked_with_advice() {
    assert_eq!(
        codes(&broken("Put(\"umbrella\")", "Put(\"umbrela\")")),
        [("unknown-thing", Some("umbrella".to_owned()))]
    );
    assert_eq!(
        codes(&broken("on: \"clock\"", "on: \"clack\"")),
        [("unknown-spot", Some("clock".to_owned()))]
    );
    assert_eq!(codes(&broken("on: \"clock\", ", "")), [("spot-nowhere", None)]);
    assert_eq!(codes(&broken("at: (20, 60)", "at: (20, 160)")), [("outside-picture", None)]);
    assert_eq!(codes(&broken("pose: GiveCard()", "pose: Nod")), [("no-card-pose", None)]);
    let parts = r#"text: (zh: "等", en: "Wait"), pose: Nod, parts: [Hands(Left)])"#;
    let found = codes(&broken(r#"text: (zh: "等", en: "Wait"))"#, parts));
    assert_eq!(found, [("no-card-pose", None)]);
}

#[test]
fn all_dials_of_a_gesture_make_one_pose_and_it_is_taken() {
    let dials = r#"dials: [(id: "move", label: (zh: "动作", en: "Move"), positions: ["#;
    let more = r#"dials: [
        (id: "hands", label: (zh: "手", en: "Hands"), positions: [
            (id: "both", text: (zh: "双手", en: "Both"), parts: [Hands(Both)]),
            (id: "left", text: (zh: "左手", en: "Left"), parts: [Hands(Left), Free(Cup)]),
        ]),
        (id: "height", label: (zh: "高度", en: "Height"), positions: [
            (id: "low", text: (zh: "低", en: "Low"), parts: [Height(Low)]),
            (id: "high", text: (zh: "高", en: "High"), parts: [Height(High)]),
        ]),
        (id: "move", label: (zh: "动作", en: "Move"), positions: ["#;
    let (mut session, _) = run(&broken(dials, more));
    session.handle(SessionTime(0), Input::Continue).unwrap();
    session.handle(SessionTime(0), Input::Choose("greet".to_owned())).unwrap();
    let events = session.handle(SessionTime(0), Input::Continue).unwrap();
    let prompt = events.iter().find_map(|event| match event {
        Event::Asked { prompt } => Some(prompt.clone()),
        _ => None,
    });
    let ask: Ask = prompt.unwrap().ask;
    let mut set = [("hands".to_owned(), "left".to_owned())].into();
    let give = |height| Pose::GiveCard {
        hands: Hands::Left,
        height,
        print: Print::ToTaker,
        free: Free::Cup,
    };
    assert_eq!(ask.pose(&set, "hands"), Some(give(Height::Chest)));
    set.insert("height".to_owned(), "low".to_owned());
    assert_eq!(ask.pose(&set, "height"), Some(give(Height::Low)));
    let dials = [("hands", "left"), ("height", "low"), ("move", "wait")];
    let dials = dials.map(|(dial, at)| (dial.to_owned(), at.to_owned())).to_vec();
    let events = session.handle(SessionTime(0), Input::Gesture(dials)).unwrap();
    let poses: Vec<&Pose> = events
        .iter()
        .filter_map(|event| match event {
            Event::Posed { who, pose } if who == "you" => Some(pose),
            _ => None,
        })
        .collect();
    assert_eq!(poses, [&give(Height::Low)]);
}

#[test]
fn a_spot_lies_on_its_thing_and_a_meter_leaves_with_its_person() {
    let heat = r#""heat": (min: 0, max: 10, start: 4),"#;
    let metered =
        r#""heat": (min: 0, max: 10, start: 4, meter: (zh: "火气", en: "Heat"), of: "qiao"),"#;
    let (session, _) = run(&broken(heat, metered));
    assert_eq!(session.meters().len(), 1);
    let text = broken(heat, metered).replace("Enter(\"qiao\", Right), ", "");
    let (session, _) = run(&text);
    assert!(session.meters().is_empty(), "nobody is there whose meter it is");
}
