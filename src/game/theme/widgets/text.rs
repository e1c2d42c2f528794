//! Words on the page, from the caption to the page's name.

use bevy::prelude::*;
use bevy::text::{LineBreak, LineHeight, TextLayoutInfo};
use bevy::ui::UiSystems;

use crate::game::assist::Headline;
use crate::game::awake::Awake;
use crate::game::theme::Ui;
use crate::game::theme::tokens::{INK, INK_SOFT, Size};
use crate::source::is_chinese;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, (sharpen, give_room).after(UiSystems::PostLayout));
}

/// Words that were given more room than the layout meant them to have.
#[derive(Component)]
struct Given {
    /// How much, and at which width.
    height: f32,
    width: f32,
    /// What their least height was before.
    before: Val,
}

/// The layout measures words before it knows how wide they are set, and sometimes
/// takes too few lines for them. They get the room they turn out to need; what
/// they no longer need is taken back.
fn give_room(
    mut texts: Query<
        (Entity, &TextLayout, &TextLayoutInfo, &ComputedNode, &mut Node, Option<&Given>),
        (With<Text>, Or<(Changed<TextLayoutInfo>, Changed<ComputedNode>)>),
    >,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    for (entity, layout, laid, computed, mut node, given) in &mut texts {
        if layout.linebreak == LineBreak::NoWrap || computed.is_empty() {
            continue;
        }
        let scale = computed.inverse_scale_factor;
        let around = computed.size().y - computed.content_box().height();
        // The layout of the words is in logical pixels already.
        let needed = (laid.size.y + around * scale).ceil();
        let (width, height) = (computed.size().x * scale, computed.size().y * scale);
        let before = given.map_or(node.min_height, |given| given.before);
        if needed > height + 1.0 {
            debug!("{entity} has {height} px for its words and gets {needed}");
            node.min_height = Val::Px(needed);
            commands.entity(entity).insert(Given { height: needed, width, before });
        } else if given
            .is_some_and(|given| (given.width - width).abs() > 1.0 || needed + 1.0 < given.height)
        {
            node.min_height = before;
            commands.entity(entity).remove::<Given>();
        } else {
            continue;
        }
        awake.settle();
    }
}

/// Puts each glyph of a text with Chinese in it on whole pixels. After a Latin letter the
/// layout sets Chinese ones between pixels, which draws them grey and soft.
fn sharpen(mut texts: Query<(&Text, &mut TextLayoutInfo), Changed<TextLayoutInfo>>) {
    for (words, mut laid) in &mut texts {
        if !words.0.contains(is_chinese) {
            continue;
        }
        for glyph in &mut laid.bypass_change_detection().glyphs {
            let half = glyph.atlas_info.rect.size() / 2.0;
            glyph.position = (glyph.position - half).round() + half;
        }
    }
}

/// Which side of its box a text leans on.
pub(crate) type Justified = Justify;

/// Everything a piece of text is made of.
pub(crate) type Lettering = (Text, TextFont, LineHeight, TextColor, TextLayout, Pickable);

/// Any text: its size, whether it is bold, and its colour.
pub(crate) fn text(
    ui: &Ui,
    words: impl Into<String>,
    size: Size,
    bold: bool,
    colour: Color,
) -> Lettering {
    written(ui, words, size, bold, colour, Justify::Left)
}

/// Text in the middle of its box.
pub(crate) fn centred(
    ui: &Ui,
    words: impl Into<String>,
    size: Size,
    bold: bool,
    colour: Color,
) -> Lettering {
    written(ui, words, size, bold, colour, Justify::Center)
}

/// Text with its alignment given.
pub(crate) fn written(
    ui: &Ui,
    words: impl Into<String>,
    size: Size,
    bold: bool,
    colour: Color,
    justify: Justified,
) -> Lettering {
    let (font, line) = ui.font(size, bold);
    (
        Text::new(words),
        font,
        line,
        TextColor(colour),
        TextLayout::new(justify, LineBreak::WordOrCharacter),
        Pickable::IGNORE,
    )
}

/// One line that never breaks: a button's words, a number. Text that may break
/// is measured by the layout as if it broke everywhere, which makes rows of
/// short words too high.
pub(crate) fn line(
    ui: &Ui,
    words: impl Into<String>,
    size: Size,
    bold: bool,
    colour: Color,
) -> Lettering {
    let mut all = written(ui, words, size, bold, colour, Justify::Center);
    all.4 = TextLayout::new(Justify::Left, LineBreak::NoWrap);
    all
}

/// A page's name.
pub(crate) fn title<W: Into<String>>(ui: &Ui, words: W) -> impl Bundle + use<W> {
    (text(ui, words, Size::Title, true, INK), Headline)
}

/// A section's or a card's name.
pub(crate) fn heading<W: Into<String>>(ui: &Ui, words: W) -> impl Bundle + use<W> {
    (text(ui, words, Size::Heading, true, INK), Headline)
}

/// The sentence a page opens with, or what somebody says.
pub(crate) fn lead(ui: &Ui, words: impl Into<String>) -> Lettering {
    text(ui, words, Size::Lead, false, INK)
}

/// Reading text.
pub(crate) fn body(ui: &Ui, words: impl Into<String>) -> Lettering {
    text(ui, words, Size::Body, false, INK)
}

/// Reading text that is to be seen first.
pub(crate) fn strong(ui: &Ui, words: impl Into<String>) -> Lettering {
    text(ui, words, Size::Body, true, INK)
}

/// Small print.
pub(crate) fn caption(ui: &Ui, words: impl Into<String>) -> Lettering {
    text(ui, words, Size::Caption, false, INK_SOFT)
}
