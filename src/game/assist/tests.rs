//! A screen reader's walk: what things are, what they are called, and what asking them does.

use accesskit::{Action, ActionData, ActionRequest as Asked, NodeId, Role, TreeId};
use bevy::a11y::{AccessibilityNode, ActionRequest};
use bevy::input_focus::tab_navigation::{TabGroup, TabIndex};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::{Checkable, Checked, InteractionDisabled};
use bevy::ui_widgets::SliderValue;

use super::check;
use super::voice::Voice;
use super::{ReadAs, ReadOut};
use crate::game::bench::Bench;
use crate::game::inspect::FaultKind;
use crate::game::theme::widgets::{Look, pressable, slider};

fn room() -> Node {
    Node { width: Val::Px(120.0), height: Val::Px(50.0), ..default() }
}

/// A page with nothing on it yet.
fn page(bench: &mut Bench) -> Entity {
    bench.world().spawn((Node::default(), TabGroup::new(0))).id()
}

fn put(bench: &mut Bench, page: Entity, what: impl Bundle) -> Entity {
    let entity = bench.world().spawn((what, ChildOf(page))).id();
    bench.settle();
    entity
}

fn ask(bench: &mut Bench, entity: Entity, action: Action, data: Option<ActionData>) {
    bench.world().write_message(ActionRequest(Asked {
        action,
        target_tree: TreeId::ROOT,
        target_node: NodeId(entity.to_bits()),
        data,
    }));
    bench.settle();
}

/// What is wrong with the page, and with what.
fn faults(bench: &mut Bench) -> Vec<(FaultKind, String)> {
    check::faults(bench.world()).into_iter().map(|fault| (fault.kind, fault.what)).collect()
}

fn node(bench: &Bench, entity: Entity) -> &AccessibilityNode {
    bench.app.world().get::<AccessibilityNode>(entity).unwrap()
}

#[test]
fn controls_say_what_they_are_and_how_they_stand() {
    let mut bench = Bench::new();
    let page = page(&mut bench);
    for (look, checkable, role) in [
        (Look::Plain, false, Role::Button),
        (Look::Card, false, Role::Button),
        (Look::Card, true, Role::CheckBox),
        (Look::Segment, true, Role::RadioButton),
        (Look::Tab, true, Role::Tab),
    ] {
        let entity = put(&mut bench, page, pressable(look, "its name", room()));
        if checkable {
            bench.world().entity_mut(entity).insert((Checkable, Checked));
        }
        bench.settle();
        let node = node(&bench, entity);
        assert_eq!((node.role(), node.label()), (role, Some("its name")), "{look:?}");
        assert!(node.supports_action(Action::Click) && node.supports_action(Action::Focus));
        assert_eq!(node.is_selected(), (role == Role::Tab).then_some(true), "{look:?}");
        let toggled = checkable && role != Role::Tab;
        assert_eq!(node.toggled().is_some(), toggled, "{look:?}");
    }
    assert_eq!(faults(&mut bench), []);
}

#[test]
fn what_a_screen_reader_asks_for_is_done() {
    let mut bench = Bench::new();
    let page = page(&mut bench);
    let button = put(&mut bench, page, pressable(Look::Plain, "press", room()));
    ask(&mut bench, button, Action::Click, None);
    assert_eq!(bench.heard(), [button]);
    assert_eq!(bench.focus(), Some(button));
    bench.world().entity_mut(button).insert(InteractionDisabled);
    ask(&mut bench, button, Action::Click, None);
    assert!(bench.heard().is_empty(), "what is disabled is not pressed");

    let slider = put(&mut bench, page, slider("how much", 0.0, 100.0, 10.0, 50.0));
    let value = |bench: &Bench| bench.app.world().get::<SliderValue>(slider).unwrap().0;
    ask(&mut bench, slider, Action::Focus, None);
    assert_eq!(bench.focus(), Some(slider));
    ask(&mut bench, slider, Action::Increment, None);
    assert_eq!(value(&bench), 60.0);
    ask(&mut bench, slider, Action::Decrement, None);
    ask(&mut bench, slider, Action::Decrement, None);
    assert_eq!(value(&bench), 40.0);
    ask(&mut bench, slider, Action::SetValue, Some(ActionData::NumericValue(250.0)));
    assert_eq!(value(&bench), 100.0, "no further than it goes");
    assert_eq!(node(&bench, slider).numeric_value(), Some(100.0));

    let field = (EditableText::new("before"), room(), TabIndex(0), AccessibleLabel::new("name"));
    let field = put(&mut bench, page, field);
    ask(&mut bench, field, Action::SetValue, Some(ActionData::Value("after".into())));
    let typed = bench.app.world().get::<EditableText>(field).unwrap().value().to_string();
    assert_eq!(typed, "after");
    assert_eq!(node(&bench, field).role(), Role::TextInput);
    assert_eq!(node(&bench, field).value(), Some("after"));
}

#[test]
fn nothing_under_a_panel_is_read_or_pressed() {
    let mut bench = Bench::new();
    let below = page(&mut bench);
    let under = put(&mut bench, below, pressable(Look::Plain, "under", room()));
    let panel = bench.world().spawn((Node::default(), TabGroup { order: 10, modal: true })).id();
    let over = put(&mut bench, panel, pressable(Look::Plain, "over", room()));
    ask(&mut bench, under, Action::Click, None);
    assert!(bench.heard().is_empty());
    ask(&mut bench, over, Action::Click, None);
    assert_eq!(bench.heard(), [over]);
    assert!(node(&bench, below).is_hidden() && !node(&bench, panel).is_hidden());
    assert_eq!(node(&bench, panel).role(), Role::Dialog);
    bench.world().entity_mut(panel).despawn();
    bench.settle();
    assert!(!node(&bench, below).is_hidden());
}

#[test]
fn a_text_is_read_out_when_it_comes_up_and_not_when_it_is_built_anew() {
    let mut bench = Bench::new();
    let page = page(&mut bench);
    let said = |bench: &mut Bench| {
        let mut voices = bench.world().query_filtered::<&AccessibilityNode, With<Voice>>();
        let said: Vec<String> =
            voices.iter(bench.app.world()).filter_map(|n| n.value().map(str::to_owned)).collect();
        said.join("|")
    };
    let line = (Text::new("好"), ReadOut::Politely, ReadAs("王经理说：好".to_owned()));
    let first = put(&mut bench, page, line.clone());
    assert_eq!(said(&mut bench), "王经理说：好");
    assert_eq!(node(&bench, first).value(), Some("王经理说：好"));
    bench.world().entity_mut(first).despawn();
    put(&mut bench, page, line);
    put(&mut bench, page, (Text::new("问题"), ReadOut::Politely));
    assert_eq!(said(&mut bench), "问题", "only what is new");
    put(&mut bench, page, (Text::new("现在不行"), ReadOut::AtOnce));
    assert_eq!(said(&mut bench), "现在不行");
}

#[test]
fn what_is_wrong_with_a_screen_is_found() {
    let mut bench = Bench::new();
    let page = page(&mut bench);
    let mut found = |on: Entity, what: &dyn Fn(&mut EntityWorldMut<'_>)| {
        let entity = put(&mut bench, on, ());
        what(&mut bench.world().entity_mut(entity));
        bench.settle();
        let found = faults(&mut bench);
        bench.world().entity_mut(entity).despawn();
        bench.settle();
        found
    };
    let named = |name: &str| pressable(Look::Plain, name, room());
    let nameless = found(page, &|e| {
        e.insert(named(" "));
    });
    assert_eq!(nameless, [(FaultKind::NoName, " ".to_owned())]);
    let unseen = found(page, &|e| {
        e.insert((named("unseen"), Visibility::Hidden));
    });
    assert_eq!(unseen, [(FaultKind::Unseen, "unseen".to_owned())]);
    let faint = found(page, &|e| {
        e.insert((Text::new("faint"), TextColor(Color::srgb(0.8, 0.8, 0.8)), room()));
    });
    assert_eq!(faint, [(FaultKind::Faint, "faint".to_owned())]);
    let clear = found(page, &|e| {
        e.insert((Text::new("clear"), TextColor(Color::BLACK), room()));
    });
    assert_eq!(clear, []);
    let nowhere = bench.world().spawn(Node::default()).id();
    put(&mut bench, nowhere, named("past"));
    assert_eq!(faults(&mut bench), [(FaultKind::PastTab, "past".to_owned())]);
}
