//! The page as a screen reader walks through it: what is there, what it is called, how it stands.

use accesskit::{Action, Role};
use bevy::a11y::{AccessibilityNode, AccessibilitySystems};
use bevy::ecs::system::SystemParam;
use bevy::input_focus::tab_navigation::{TabGroup, TabIndex};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::{Checkable, Checked, UiSystems};
use bevy::ui_widgets::{ListItem, Slider};

use crate::game::theme::widgets::Look;
use crate::game::theme::{Digit, KeyField, Ui};
use crate::settings::Action as Meant;

use super::{Headline, ReadAs, somebody_listens};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        PostUpdate,
        (give_nodes, describe_texts, describe_controls, hide_what_is_not_seen)
            .chain()
            .run_if(somebody_listens)
            .after(UiSystems::PostLayout)
            .before(AccessibilitySystems::Update),
    );
}

/// What is one thing to a screen reader, whatever it is drawn with.
type Whole = Or<(With<Look>, With<Slider>, With<EditableText>, With<KeyField>)>;

/// Everything on the page gets a node, but for what a control is drawn with:
/// only so do nodes follow each other as on the page.
fn give_nodes(
    bare: Query<Entity, (With<Node>, Without<AccessibilityNode>)>,
    parents: Query<&ChildOf>,
    wholes: Query<(), Whole>,
    mut commands: Commands,
) {
    for entity in &bare {
        if !parents.iter_ancestors(entity).any(|up| wholes.contains(up)) {
            let node = accesskit::Node::new(Role::GenericContainer);
            commands.entity(entity).try_insert(AccessibilityNode::from(node));
        }
    }
}

/// Texts that stand by themselves.
fn describe_texts(
    mut texts: Query<
        (&mut AccessibilityNode, &Text, Option<&ReadAs>, Has<Headline>),
        Without<EditableText>,
    >,
) {
    for (mut node, words, read_as, headline) in &mut texts {
        let words = read_as.map_or(words.0.as_str(), |read_as| read_as.0.as_str());
        let role = if headline { Role::Heading } else { Role::Label };
        if node.role() != role {
            node.set_role(role);
        }
        // A label's words are its value; everything else has a name.
        if headline {
            if node.label() != Some(words) {
                node.set_label(words);
            }
        } else if node.value() != Some(words) {
            node.set_value(words);
        }
    }
}

fn describe_controls(
    mut controls: Query<
        (
            &mut AccessibilityNode,
            Option<&Look>,
            Has<Checkable>,
            Has<Checked>,
            Option<&Digit>,
            Has<Slider>,
            Option<&EditableText>,
            Has<ListItem>,
            Has<KeyField>,
        ),
        With<TabIndex>,
    >,
    ui: Option<Res<Ui>>,
) {
    for (mut node, look, checkable, checked, digit, slider, typed, item, key) in &mut controls {
        let role = match (look, slider, typed) {
            (_, _, Some(_)) => Role::TextInput,
            (_, true, _) => Role::Slider,
            (Some(Look::Tab), ..) => Role::Tab,
            (Some(Look::Segment), ..) => Role::RadioButton,
            (Some(Look::Card), ..) if checkable => Role::CheckBox,
            _ if item => Role::ListItem,
            _ if key => Role::TextInput,
            _ => Role::Button,
        };
        if node.role() != role {
            node.set_role(role);
        }
        if !node.supports_action(Action::Focus) {
            node.add_action(Action::Focus);
            node.add_action(Action::ScrollIntoView);
            let more: &[Action] = match role {
                Role::Slider => &[Action::Increment, Action::Decrement, Action::SetValue],
                Role::TextInput => &[Action::SetValue],
                Role::ListItem => &[],
                _ => &[Action::Click],
            };
            more.iter().for_each(|action| node.add_action(*action));
        }
        if role == Role::Tab && node.is_selected() != Some(checked) {
            node.clear_toggled();
            node.set_selected(checked);
        }
        if let Some(typed) = typed {
            let now = typed.value().to_string();
            if node.value() != Some(now.as_str()) {
                node.set_value(now);
            }
        }
        let shortcut = digit.filter(|d| (1..=9).contains(&d.0)).map(|d| Meant::Option(d.0));
        if let (Some(action), Some(ui)) = (shortcut, ui.as_ref()) {
            let key = ui.key(action);
            if node.keyboard_shortcut() != Some(key.as_str()) {
                node.set_keyboard_shortcut(key);
            }
        }
    }
}

/// The panel that lies over everything, if one does.
#[derive(SystemParam)]
struct Topmost<'w, 's> {
    groups: Query<'w, 's, (Entity, &'static TabGroup)>,
    parents: Query<'w, 's, &'static ChildOf>,
}

impl Topmost<'_, '_> {
    fn modal(&self) -> Option<Entity> {
        let modals = self.groups.iter().filter(|(_, group)| group.modal);
        modals.max_by_key(|(_, group)| group.order).map(|(entity, _)| entity)
    }

    fn root(&self, entity: Entity) -> Entity {
        self.parents.iter_ancestors(entity).last().unwrap_or(entity)
    }
}

/// What is not shown is not read; nor is what lies under a panel over
/// everything, or a picture that only adorns.
fn hide_what_is_not_seen(
    top: Topmost<'_, '_>,
    mut nodes: Query<(
        Entity,
        &mut AccessibilityNode,
        &InheritedVisibility,
        &Node,
        Has<ChildOf>,
        Has<ImageNode>,
    )>,
) {
    let modal = top.modal();
    let over = modal.map(|modal| top.root(modal));
    for (entity, mut node, shown, style, inside, picture) in &mut nodes {
        let under = !inside && over.is_some_and(|over| over != entity);
        let adorns = picture && node.label().is_none();
        let hidden = !shown.get() || style.display == Display::None || under || adorns;
        if node.is_hidden() != hidden {
            if hidden {
                node.set_hidden();
            } else {
                node.clear_hidden();
            }
        }
        if modal == Some(entity) && node.role() != Role::Dialog {
            node.set_role(Role::Dialog);
            node.set_modal();
        }
    }
}
