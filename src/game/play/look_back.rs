//! Everything said, told, thought, asked and answered in the run so far, and the way back to each question.

use bevy::input_focus::AutoFocus;
use bevy::prelude::*;
use bevy::ui_widgets::{Activate, ScrollArea};

use crate::game::Screen;
use crate::game::awake::Awake;
use crate::game::theme::tokens::*;
use crate::game::theme::widgets::*;
use crate::game::theme::{Keep, Ui};
use crate::scenario::TRAINEE;
use crate::session::Entry;
use crate::settings::Action;

use super::desk::in_brackets;
use super::run::Run;
use super::sheets::{Sheet, SheetKey, ask_to_rewind, sheet_scrim};

/// How many entries are laid out at first, and how many more each time: every one
/// costs a little of each frame.
const AT_ONCE: usize = 60;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Reach>()
        .add_systems(
            Update,
            (show, begin_at_the_end)
                .chain()
                .run_if(in_state(Screen::Play).and_then(resource_exists::<Run>)),
        )
        .add_observer(decide);
}

#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Intent {
    GoBack(usize),
    LastQuestion,
    Earlier,
    Close,
}

#[derive(Component)]
struct LookBackSheet;

/// How far back the sheet reaches, in entries.
#[derive(Resource, Debug)]
struct Reach(usize);

impl Default for Reach {
    fn default() -> Reach {
        Reach(AT_ONCE)
    }
}

/// The sheet opens at its end: for so many frames it is kept there, until the
/// layout knows how long it is.
#[derive(Component)]
struct AtTheEnd(u8);

fn show(
    run: Res<Run>,
    ui: Res<Ui>,
    sheets: Query<Entity, With<LookBackSheet>>,
    mut reach: ResMut<Reach>,
    mut last: Local<Option<(SheetKey, usize)>>,
    mut commands: Commands,
) {
    let on_top = run.sheets.last() == Some(&Sheet::LookBack);
    if !run.sheets.contains(&Sheet::LookBack) && reach.0 != AT_ONCE {
        reach.0 = AT_ONCE;
    }
    let key = (SheetKey::of(&run, &ui), reach.0);
    if *last == Some(key) && on_top != sheets.is_empty() {
        return;
    }
    let further = last.is_some_and(|last| last.0 == key.0 && last.1 != key.1);
    *last = Some(key);
    sheets.iter().for_each(|sheet| commands.entity(sheet).despawn());
    if !on_top {
        return;
    }
    let ui = ui.as_ref();
    let entries = run.session.look_back(run.told_count());
    let before = entries.len().saturating_sub(reach.0);
    commands.spawn((sheet_scrim(), LookBackSheet)).with_children(|scrim| {
        let sheet = Node {
            width: ui.em(56.0),
            max_width: Val::Percent(100.0),
            height: Val::Percent(100.0),
            padding: UiRect::axes(Val::Px(GAP_XL), Val::Px(GAP_L)),
            ..column(GAP_M)
        };
        let mut sheet = scrim.spawn(panel(sheet));
        if !further {
            sheet.insert(AtTheEnd(3));
        }
        sheet.with_children(|sheet| {
            spawn_head(sheet, ui, &run);
            scroll_area(sheet, Fit::Fill, GAP_S, |list| {
                if before > 0 {
                    list.spawn((
                        button(ui, Look::Quiet, &ui.tr("look-back-earlier")),
                        Intent::Earlier,
                        Keep("look-back/earlier".to_owned()),
                    ));
                }
                for (place, entry) in entries.iter().enumerate().skip(before) {
                    let last = place.checked_sub(1).and_then(|place| entries.get(place));
                    if !last.is_some_and(|last| says_again(ui, last, entry)) {
                        spawn_entry(list, ui, &run, entry);
                    }
                }
            });
        });
    });
}

fn spawn_head(sheet: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run) {
    let head = Node { flex_shrink: 0.0, ..wrap(GAP_S) };
    sheet.spawn(head).with_children(|head| {
        head.spawn((title(ui, ui.tr("look-back-title")), grow()));
        if run.session.last_question(run.told_count()).is_some() {
            let key = ui.key(Action::Rewind);
            head.spawn((
                keyed(ui, Look::Plain, &ui.tr("look-back-last"), &key),
                Intent::LastQuestion,
                Keep("look-back/last".to_owned()),
            ));
        }
        head.spawn((
            keyed(ui, Look::Primary, &ui.tr("look-back-close"), &ui.key(Action::Back)),
            Intent::Close,
            Keep("look-back/close".to_owned()),
            AutoFocus,
        ));
    });
}

/// Whether the trainee's line only says what the answer before it has said already.
fn says_again(ui: &Ui, last: &Entry, entry: &Entry) -> bool {
    let (Entry::Did { text: did }, Entry::Said { who, text: said }) = (last, entry) else {
        return false;
    };
    who == TRAINEE && is_same_line(ui.say(did), ui.say(said))
}

/// Whether two lines have the same words, whatever quotes and stops they are set in.
fn is_same_line(one: &str, other: &str) -> bool {
    let words = |line: &str| line.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    words(one) == words(other)
}

fn spawn_entry(list: &mut ChildSpawnerCommands<'_>, ui: &Ui, run: &Run, entry: &Entry) {
    match entry {
        Entry::Beat { visit, label, asks } => {
            let node = Node {
                flex_shrink: 0.0,
                margin: UiRect::top(Val::Px(GAP_S)),
                border: UiRect::bottom(Val::Px(1.0)),
                min_height: Val::Px(TOUCH),
                ..wrap(GAP_S)
            };
            list.spawn((node, BorderColor::all(LINE))).with_children(|row| {
                row.spawn((heading(ui, ui.say(label)), grow()));
                if *asks {
                    let words = ui.tr("look-back-here");
                    let mut back = row.spawn((
                        button(ui, Look::Quiet, &words),
                        Intent::GoBack(*visit),
                        Keep(format!("look-back/{visit}")),
                    ));
                    // Heard alone, “back to here” does not say where.
                    back.insert(AccessibleLabel::new(format!("{words}: {}", ui.say(label))));
                }
            });
        }
        Entry::Said { who, text } => {
            let member = run.session.scenario().cast.get(who);
            let name = member.map_or(who.as_str(), |member| ui.say(&member.name));
            spoken(list, ui, &format!("{name}{}", ui.tr("play-says")), ui.say(text), INK);
        }
        Entry::Told { text } | Entry::Noticed { text } => {
            plain(list, ui, ui.say(text), INK_SOFT);
        }
        Entry::Thought { text } => plain(list, ui, &in_brackets(ui, ui.say(text)), INK_SOFT),
        Entry::Asked { text } => plain(list, ui, ui.say(text), INK),
        Entry::Did { text } => {
            let node = Node {
                padding: UiRect::axes(Val::Px(GAP_M), Val::Px(GAP_XS)),
                border: UiRect::left(Val::Px(4.0)),
                flex_shrink: 0.0,
                ..default()
            };
            let ground = (BackgroundColor(JADE_MIST), BorderColor::all(JADE));
            list.spawn((node, ground)).with_child((
                text_of(ui, ui.say(text), JADE_DEEP),
                Node { flex_shrink: 1.0, ..default() },
            ));
        }
    }
}

fn text_of(ui: &Ui, words: &str, colour: Color) -> impl Bundle + use<> {
    text(ui, words, Size::Body, false, colour)
}

fn plain(list: &mut ChildSpawnerCommands<'_>, ui: &Ui, words: &str, colour: Color) {
    list.spawn((text_of(ui, words, colour), Node { flex_shrink: 0.0, ..default() }));
}

/// A name and what they said, in one paragraph.
fn spoken(list: &mut ChildSpawnerCommands<'_>, ui: &Ui, name: &str, words: &str, colour: Color) {
    let (font, line) = ui.font(Size::Body, false);
    list.spawn((
        text(ui, name, Size::Body, true, JADE_DEEP),
        Node { flex_shrink: 0.0, ..default() },
    ))
    .with_child((TextSpan::new(words), font, line, TextColor(colour)));
}

fn begin_at_the_end(
    mut fresh: Query<(Entity, &mut AtTheEnd)>,
    children: Query<&Children>,
    mut areas: Query<(&ComputedNode, &mut ScrollPosition), With<ScrollArea>>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    for (sheet, mut frames) in &mut fresh {
        for part in children.iter_descendants(sheet) {
            if let Ok((node, mut at)) = areas.get_mut(part) {
                let below = (node.content_size().y - node.size().y) * node.inverse_scale_factor();
                at.y = below.max(0.0);
            }
        }
        frames.0 = frames.0.saturating_sub(1);
        awake.stay(2);
        if frames.0 == 0 {
            commands.entity(sheet).remove::<AtTheEnd>();
        }
    }
}

fn decide(
    activate: On<Activate>,
    intents: Query<&Intent>,
    run: Option<ResMut<Run>>,
    mut reach: ResMut<Reach>,
) {
    let (Ok(intent), Some(mut run)) = (intents.get(activate.entity), run) else { return };
    match intent {
        Intent::GoBack(visit) => ask_to_rewind(&mut run, Some(*visit)),
        Intent::LastQuestion => ask_to_rewind(&mut run, None),
        Intent::Earlier => reach.0 += AT_ONCE,
        Intent::Close => drop(run.sheets.pop()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_and_the_line_it_says_are_one_line() {
        assert!(is_same_line("“徐先生，您到我这儿来。”", "徐先生，您到我这儿来。"));
        assert!(is_same_line("\"Come over to me.\"", "Come over to me."));
        assert!(!is_same_line("站定，说：“您好。”", "您好。"));
        assert!(!is_same_line("Come in.", "Come over to me."));
    }
}
