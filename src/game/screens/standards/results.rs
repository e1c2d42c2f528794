//! The standards at the right, one page of them: only what is shown is built.

use bevy::prelude::*;

use super::card::spawn_whole;
use super::keys::along_standards;
use super::{Browse, Found, Intent};
use crate::game::Chosen;
use crate::game::awake::Awake;
use crate::game::library::Library;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::standard::{Profile, Standard};

/// Standards on one page.
const SHOWN: usize = 6;

/// Where the standards lie.
#[derive(Component)]
pub(super) struct Results;

pub(super) fn spawn(halves: &mut ChildSpawnerCommands<'_>) {
    let pane = Node {
        flex_grow: 1.0,
        flex_basis: Val::Px(0.0),
        min_width: Val::Px(0.0),
        min_height: Val::Px(0.0),
        ..column(GAP_S)
    };
    halves.spawn((pane, Results)).observe(along_standards);
}

/// Lays the page at hand whenever something else is to be shown.
pub(super) fn show(
    browse: Res<Browse>,
    found: Res<Found>,
    library: Res<Library>,
    chosen: Res<Chosen>,
    ui: Res<Ui>,
    places: Query<Entity, With<Results>>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let Some(house) = library.house(&chosen.settings.profile) else { return };
    if !browse.is_changed() && !found.is_changed() {
        return;
    }
    let fit: Vec<&Standard> = found
        .ids
        .iter()
        .filter_map(|id| library.catalogue.get(id))
        .filter(|standard| browse.shown().is_none_or(|domain| standard.domain == domain))
        .collect();
    let pages = fit.len().div_ceil(SHOWN).max(1);
    let page = browse.page.min(pages - 1);
    for place in &places {
        commands.entity(place).despawn_related::<Children>().with_children(|pane| {
            spawn_head(pane, &ui, &browse, &library, house, fit.len());
            scroll_area(pane, Fit::Fill, GAP_S, |list| {
                if fit.is_empty() {
                    let words = nothing(&ui, &browse, &library, found.ids.len());
                    list.spawn(notice(&ui, &words, Tone::Fair));
                }
                for standard in fit.iter().skip(page * SHOWN).take(SHOWN) {
                    let mixed = browse.shown().is_none();
                    let domain = title(&ui, &library, &standard.domain).filter(|_| mixed);
                    let scenarios = library.scenarios.values();
                    let testing = scenarios.filter(|s| s.standards.contains(&standard.id));
                    let testing = testing.map(AsRef::as_ref);
                    spawn_whole(list, &ui, standard, house, domain, testing);
                }
            });
            if pages > 1 {
                spawn_pager(pane, &ui, page, pages);
            }
        });
    }
    awake.settle();
}

/// A domain's name.
fn title<'a>(ui: &Ui, library: &'a Library, id: &str) -> Option<&'a str> {
    let domain = library.catalogue.domains().iter().find(|domain| domain.id == id)?;
    Some(domain.title.get(ui.lang()))
}

/// What is shown, how many there are, and by whose numbers.
fn spawn_head(
    pane: &mut ChildSpawnerCommands<'_>,
    ui: &Ui,
    browse: &Browse,
    library: &Library,
    house: &Profile,
    count: usize,
) {
    let domain = browse.shown().and_then(|id| title(ui, library, id));
    let typed = browse.typed.trim();
    let name = match (browse.searching(), domain) {
        (false, None) => ui.tr("standards-all"),
        (false, Some(domain)) => domain.to_owned(),
        (true, None) => ui.tr_args("standards-for", &[("typed", typed.into())]),
        (true, Some(domain)) => {
            let args = [("domain", domain.into()), ("typed", typed.into())];
            ui.tr_args("standards-for-in", &args)
        }
    };
    let head = Node {
        flex_shrink: 0.0,
        min_height: Val::Px(ui.px(Size::Heading) * 1.35),
        column_gap: Val::Px(GAP_M),
        ..wrap(0.0)
    };
    pane.spawn(head).with_children(|head| {
        head.spawn(heading(ui, name));
        let count = ui.tr_args("standards-found", &[("count", count.into())]);
        head.spawn(line(ui, count, Size::Body, false, INK_SOFT));
        head.spawn(grow());
        let house = ui.tr_args("standards-house", &[("house", ui.say(&house.title).into())]);
        head.spawn(line(ui, house, Size::Caption, false, INK_SOFT));
    });
}

/// Why there is nothing to see.
fn nothing(ui: &Ui, browse: &Browse, library: &Library, elsewhere: usize) -> String {
    let typed = browse.typed.trim();
    match browse.shown().and_then(|id| title(ui, library, id)) {
        Some(domain) if elsewhere > 0 => ui.tr_args(
            "standards-nothing-here",
            &[("domain", domain.into()), ("typed", typed.into()), ("count", elsewhere.into())],
        ),
        _ if browse.searching() => ui.tr_args("standards-nothing", &[("typed", typed.into())]),
        _ => ui.tr("standards-none"),
    }
}

fn spawn_pager(pane: &mut ChildSpawnerCommands<'_>, ui: &Ui, page: usize, pages: usize) {
    let foot = Node { flex_shrink: 0.0, justify_content: JustifyContent::Center, ..row(GAP_M) };
    pane.spawn(foot).with_children(|foot| {
        turn(foot, ui, "standards-before", page.checked_sub(1));
        let args = [("page", (page + 1).into()), ("of", pages.into())];
        foot.spawn(line(ui, ui.tr_args("standards-page", &args), Size::Caption, false, INK_SOFT));
        turn(foot, ui, "standards-after", Some(page + 1).filter(|next| *next < pages));
    });
}

/// A button to another page. Where there is none its room stays, so that the
/// other one does not move from under a finger.
fn turn(foot: &mut ChildSpawnerCommands<'_>, ui: &Ui, key: &str, to: Option<usize>) {
    let words = ui.tr(key);
    if let Some(page) = to {
        let keep = Keep(format!("standards/{key}"));
        foot.spawn((button(ui, Look::Quiet, &words), keep, Intent::Page(page)));
    } else {
        let width = Val::Px(ui.width(&words, Size::Body, false) + 2.0 * GAP_M + 2.0);
        foot.spawn(Node { width, ..default() });
    }
}
