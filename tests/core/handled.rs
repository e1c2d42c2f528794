//! What is poured, put in order and handled, and who is meant by it.

use liyi::session::{Ask, Input, Now, Refused, SessionTime, TimerSetting};

use crate::session::{asked, scenario};

#[test]
fn what_is_poured_stays_poured_unless_the_author_lets_it_be_poured_back() {
    let cup = |look: &str| {
        let beat = r#"start: "tea", beats: {"tea": (label: "Tea", activity: Slider(prompt: "Tea",
            min: 0, max: 100, start: 10, band: (65, 75), low: "empty", high: "full", LOOK),
            opportunities: [(standard: "a", rules: [(verdict: Graded)])], next: [(to: "done")])},"#;
        asked(&scenario(&["a"], &beat.replace("LOOK", look)), TimerSetting::Off)
    };
    for (look, rises) in
        [("look: Cup", true), ("look: Cup, pour_back: true", false), ("look: Voice", false)]
    {
        let mut session = cup(look);
        let Now::Asking(asking) = session.view().now else { panic!("{look}: nothing is asked") };
        assert!(matches!(asking.prompt.ask, Ask::Slider { rises: r, .. } if r == rises), "{look}");
        session.handle(SessionTime(1), Input::Slide(60)).unwrap();
        let back = session.handle(SessionTime(2), Input::Slide(40));
        let poured = Refused::Poured { value: 40, poured: 60 };
        assert_eq!(back.err(), rises.then_some(poured), "{look}");
        session.handle(SessionTime(3), Input::Slide(70)).unwrap();
        session.handle(SessionTime(4), Input::Done).unwrap();
    }
}

#[test]
fn an_item_is_whoever_bears_its_name_unless_it_has_a_picture() {
    let text = r#"start: "row", beats: {"row": (label: "Row", activity: Order(prompt: "?",
        items: [(id: "a", text: "Cen"), (id: "b", text: "Cen", picture: "card"),
                (id: "c", text: (zh: "那位女士", en: "The lady there"), who: "cen"), (id: "d", text: (zh: "椅子", en: "A chair"))],
        right: ["a", "b", "c", "d"]), enter: [Enter("cen", Right)],
        opportunities: [(standard: "a", rules: [(verdict: Graded)])], next: [(to: "done")])},"#;
    let session = asked(&scenario(&["a"], text), TimerSetting::Off);
    let Now::Asking(asking) = session.view().now else { panic!("nothing is asked") };
    let Ask::Order { items, .. } = asking.prompt.ask else { panic!("another question") };
    for (id, who) in [("a", Some("cen")), ("b", None), ("c", Some("cen")), ("d", None)] {
        let item = items.iter().find(|item| item.id == id).unwrap();
        assert_eq!(item.who.as_deref(), who, "{id}");
    }
}
