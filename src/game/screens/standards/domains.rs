//! The domains at the left, each with how many standards it has, or how many of them fit.

use std::collections::BTreeMap;

use bevy::prelude::*;
use bevy::ui::{Checkable, Checked};
use bevy::ui_widgets::ScrollIntoView;

use super::keys::along_domains;
use super::{Browse, Found, Intent};
use crate::game::awake::Awake;
use crate::game::library::Library;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::standard::Catalogue;

/// Where the domains stand.
#[derive(Component)]
pub(super) struct Domains;

/// The number behind a domain's name; `None` is the one for all of them.
#[derive(Component)]
pub(super) struct Count(Option<String>);

pub(super) fn spawn(halves: &mut ChildSpawnerCommands<'_>, ui: &Ui, catalogue: &Catalogue) {
    let pane = Node {
        width: ui.em(16.0),
        min_width: Val::Percent(22.0),
        max_width: Val::Percent(36.0),
        flex_shrink: 0.0,
        min_height: Val::Px(0.0),
        ..column(0.0)
    };
    halves.spawn((pane, Domains)).observe(along_domains).with_children(|pane| {
        scroll_area(pane, Fit::Fill, 2.0, |list| {
            spawn_one(list, ui, None, &ui.tr("standards-all"));
            for domain in catalogue.domains() {
                spawn_one(list, ui, Some(&domain.id), ui.say(&domain.title));
            }
        });
    });
}

fn spawn_one(list: &mut ChildSpawnerCommands<'_>, ui: &Ui, domain: Option<&str>, name: &str) {
    let node = Node {
        min_height: Val::Px((ui.px(Size::Body) * 1.5 + 2.0 * GAP_S).max(TOUCH)),
        padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_XS)),
        column_gap: Val::Px(GAP_S),
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..default()
    };
    let words = Node { flex_grow: 1.0, flex_shrink: 1.0, min_width: Val::Px(0.0), ..default() };
    list.spawn((
        pressable(Look::Segment, name, node),
        Checkable,
        Intent::Domain(domain.map(str::to_owned)),
        Keep(format!("standards/domain-{}", domain.unwrap_or_default())),
        children![
            (text(ui, name, Size::Body, false, INK), Inked, words),
            (
                line(ui, "", Size::Caption, false, INK),
                Inked,
                Node { flex_shrink: 0.0, ..default() },
                Count(domain.map(str::to_owned)),
            ),
        ],
    ));
}

/// Brings the numbers and the mark at the chosen domain up to date.
pub(super) fn show(
    browse: Res<Browse>,
    found: Res<Found>,
    library: Res<Library>,
    ui: Res<Ui>,
    mut counts: Query<(&Count, &mut Text, &ChildOf)>,
    rows: Query<(Entity, &Intent, Has<Checked>)>,
    mut commands: Commands,
) {
    if !browse.is_changed() && !found.is_changed() {
        return;
    }
    let mut fit: BTreeMap<&str, usize> = BTreeMap::new();
    for standard in found.ids.iter().filter_map(|id| library.catalogue.get(id)) {
        *fit.entry(&standard.domain).or_default() += 1;
    }
    for (Count(domain), mut text, row) in &mut counts {
        let count = match domain {
            None => found.ids.len(),
            Some(domain) => fit.get(domain.as_str()).copied().unwrap_or_default(),
        };
        let said = count.to_string();
        if text.0 == said {
            continue;
        }
        text.0 = said;
        let title = domain.as_ref().and_then(|id| {
            let own = library.catalogue.domains().iter().find(|domain| domain.id == *id)?;
            Some(ui.say(&own.title).to_owned())
        });
        let title = title.unwrap_or_else(|| ui.tr("standards-all"));
        let label = [("domain", title.into()), ("count", count.into())];
        let label = ui.tr_args("standards-domain", &label);
        commands.entity(row.parent()).insert(AccessibleLabel::new(label));
    }
    for (entity, intent, checked) in &rows {
        let Intent::Domain(domain) = intent else { continue };
        let here = domain.as_deref() == browse.shown();
        if here && !checked {
            commands.entity(entity).insert(Checked);
        } else if checked && !here {
            commands.entity(entity).remove::<Checked>();
        }
    }
}

/// Scrolls to the chosen domain when another one is chosen.
pub(super) fn keep_in_sight(
    chosen: Query<(Entity, &Intent, &ComputedNode), With<Checked>>,
    mut shown: Local<Option<Entity>>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let chosen = chosen.iter().find(|(_, intent, _)| matches!(intent, Intent::Domain(_)));
    // A row built this very frame has no place yet; the next frame will do.
    let Some((entity, ..)) = chosen.filter(|(.., node)| !node.is_empty()) else { return };
    if shown.replace(entity) != Some(entity) {
        commands.trigger(ScrollIntoView { entity });
        awake.settle();
    }
}
