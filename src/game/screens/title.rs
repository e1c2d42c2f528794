//! The first page: the name, a greeting drawn in ink, and the way in.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::time::Real;
use bevy::ui_widgets::Activate;

use super::Browse;
use crate::game::handover::AtHand;
use crate::game::library::Library;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui, drawing};
use crate::game::{Chosen, Options, Overlay, Screen};
use crate::settings::Action;

/// The drawing's width in physical pixels; it is shown at most half as wide.
const MOTIF_PIXELS: u32 = 1280;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Motif>()
        .add_systems(OnEnter(Screen::Title), open_title)
        .add_observer(decide);
}

#[derive(Component, Clone, Copy, Debug)]
enum Intent {
    Continue,
    Start,
    Standards,
    Settings,
    Quit,
}

/// Two people handing over a card, in ink.
#[derive(Resource, Clone)]
struct Motif(Handle<Image>);

impl FromWorld for Motif {
    fn from_world(world: &mut World) -> Motif {
        let image = drawing::raster(include_str!("motif.svg"), MOTIF_PIXELS).unwrap_or_default();
        Motif(world.resource_mut::<Assets<Image>>().add(image))
    }
}

fn open_title(
    mut commands: Commands,
    ui: Res<Ui>,
    chosen: Res<Chosen>,
    library: Res<Library>,
    motif: Res<Motif>,
) {
    let ui = ui.as_ref();
    let last = chosen.settings.last_scenario.as_deref().and_then(|id| library.named(id));
    commands.spawn((page_root(), DespawnOnExit(Screen::Title))).with_children(|root| {
        let halves = Node {
            align_items: AlignItems::Center,
            flex_direction: FlexDirection::Row,
            column_gap: Val::Px(GAP_XL),
            ..page()
        };
        root.spawn(halves).with_children(|halves| {
            let words = Node {
                width: Val::Percent(52.0),
                max_height: Val::Percent(100.0),
                flex_shrink: 0.0,
                ..column(0.0)
            };
            halves.spawn(words).with_children(|words| {
                scroll_area(words, Fit::Hug, GAP_M, |words| {
                    spawn_name(words, ui);
                    words.spawn((
                        lead(ui, ui.tr("title-tagline")),
                        Node {
                            margin: UiRect::bottom(Val::Px(GAP_M)),
                            flex_shrink: 0.0,
                            ..default()
                        },
                    ));
                    spawn_ways(words, ui, last.map(|s| ui.say(&s.title).to_owned()));
                });
            });
            let frame = Node {
                flex_grow: 1.0,
                flex_basis: Val::Px(0.0),
                min_width: Val::Px(0.0),
                justify_content: JustifyContent::Center,
                ..default()
            };
            let drawing = Node {
                width: Val::Percent(100.0),
                max_width: Val::Px(640.0),
                aspect_ratio: Some(640.0 / 560.0),
                ..default()
            };
            halves.spawn((frame, Pickable::IGNORE)).with_child((
                drawing,
                ImageNode::new(motif.0.clone()),
                Pickable::IGNORE,
            ));
        });
        spawn_foot(root, ui, chosen.complaint.as_ref().map(|words| ui.say(words)));
    });
}

/// 礼仪 in large characters, and its name in Latin letters on a seal.
fn spawn_name(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui) {
    let whole = Node { align_items: AlignItems::End, flex_shrink: 0.0, ..row(GAP_L) };
    parent.spawn(whole).with_children(|name| {
        name.spawn(line(ui, "礼仪", Size::Display, true, INK));
        let seal = Node {
            padding: UiRect::axes(Val::Px(12.0), Val::Px(4.0)),
            margin: UiRect::bottom(Val::Px(GAP_L)),
            border_radius: BorderRadius::all(Val::Px(RADIUS_S)),
            ..default()
        };
        name.spawn((
            seal,
            BackgroundColor(CINNABAR),
            children![line(ui, "Liyi", Size::Heading, true, ON_DARK)],
        ));
    });
}

fn spawn_ways(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui, last: Option<String>) {
    let ways = Node {
        width: ui.em(17.0),
        max_width: Val::Percent(100.0),
        flex_shrink: 0.0,
        ..column(10.0)
    };
    parent.spawn(ways).with_children(|ways| {
        let mut first = Look::Primary;
        if let Some(title) = last {
            let label = ui.tr_args("title-continue", &[("title", title.into())]);
            ways.spawn((
                button(ui, Look::Primary, &label),
                Intent::Continue,
                Keep("title/continue".to_owned()),
                AutoFocus,
            ));
            first = Look::Plain;
        }
        let mut start = ways.spawn((
            button(ui, first, &ui.tr("title-start")),
            Intent::Start,
            Keep("title/start".to_owned()),
        ));
        if first == Look::Primary {
            start.insert(AutoFocus);
        }
        ways.spawn((
            button(ui, Look::Plain, &ui.tr("title-standards")),
            Intent::Standards,
            Keep("title/standards".to_owned()),
        ));
        ways.spawn((
            button(ui, Look::Plain, &ui.tr("title-settings")),
            Intent::Settings,
            Keep("title/settings".to_owned()),
        ));
        ways.spawn((button(ui, Look::Quiet, &ui.tr("title-quit")), Intent::Quit));
    });
}

fn spawn_foot(parent: &mut ChildSpawnerCommands<'_>, ui: &Ui, complaint: Option<&str>) {
    let foot = Node {
        width: Val::Percent(100.0),
        max_width: Val::Px(PAGE),
        padding: UiRect::new(Val::Px(MARGIN), Val::Px(MARGIN), Val::Px(0.0), Val::Px(GAP_L)),
        flex_shrink: 0.0,
        ..column(GAP_M)
    };
    parent.spawn(foot).with_children(|foot| {
        if let Some(complaint) = complaint {
            foot.spawn(notice(ui, complaint, Tone::Fair));
        }
        let line = Node { justify_content: JustifyContent::SpaceBetween, ..wrap(GAP_M) };
        foot.spawn(line).with_children(|line| {
            let (next, confirm, back) = (Action::NextControl, Action::Confirm, Action::Back);
            let keys = [
                ("next", ui.key(next).into()),
                ("confirm", ui.key(confirm).into()),
                ("back", ui.key(back).into()),
            ];
            let keys = ui.tr_args("title-keys", &keys);
            line.spawn(text(ui, keys, Size::Caption, false, INK_FAINT));
            let version =
                ui.tr_args("title-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
            line.spawn(text(ui, version, Size::Caption, false, INK_FAINT));
        });
    });
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    chosen: Res<Chosen>,
    library: Res<Library>,
    options: Res<Options>,
    time: Res<Time<Real>>,
    mut at_hand: ResMut<AtHand>,
    mut browse: ResMut<Browse>,
    mut screen: ResMut<NextState<Screen>>,
    mut overlay: ResMut<NextState<Overlay>>,
    mut exit: MessageWriter<AppExit>,
) {
    let Ok(intent) = intents.get(activate.entity) else { return };
    match intent {
        Intent::Continue => {
            let last = chosen.settings.last_scenario.as_deref();
            if let Some(scenario) = last.and_then(|id| library.named(id)) {
                at_hand.take_up(scenario, options.seed, &time);
                screen.set(Screen::Briefing);
            }
        }
        Intent::Start => screen.set(Screen::Scenarios),
        Intent::Standards => {
            let first = library.catalogue.domains().first();
            *browse = Browse::domain(first.map(|domain| domain.id.as_str()));
            screen.set(Screen::Standards);
        }
        Intent::Settings => overlay.set(Overlay::Settings),
        Intent::Quit => {
            exit.write(AppExit::Success);
        }
    }
}
