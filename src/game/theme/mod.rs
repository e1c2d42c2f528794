//! The look of the window: tokens, fonts, words and the widgets made of them.

pub(crate) mod drawing;
mod focus;
mod keymap;
pub(crate) mod letters;
mod pages;
pub(crate) mod sight;
pub(crate) mod surface;
pub(crate) mod tokens;
pub(crate) mod widgets;

use std::path::Path;
use std::sync::Arc;

use bevy::asset::AssetId;
use bevy::prelude::*;
use bevy::text::{FontFeatureTag, LineHeight};
use bevy::window::PrimaryWindow;

use crate::locale::{self, Arg, Locale};
use crate::settings::{Keys, Settings};
use crate::standard::{Lang, Text as Words};

use super::GameError;
use letters::{CLOSE_SIGNS, Letters, NARROW_SIGNS};
use tokens::{Size, TOUCH};

pub(crate) use focus::{Aside, Back, Digit, Keep, Reach};
pub(crate) use keymap::{Bindings, KeyField, Keymap, key};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((focus::plugin, widgets::plugin, drawing::plugin, surface::plugin))
        .add_systems(PreUpdate, fit_the_window);
}

/// The window every page is laid out for, in logical pixels.
const LAID_OUT_FOR: Vec2 = Vec2::new(1280.0, 720.0);

/// On a larger window everything grows, on a smaller one everything shrinks, in
/// quarters so that lines stay crisp.
fn fit_the_window(
    windows: Query<&Window, (With<PrimaryWindow>, Changed<Window>)>,
    mut scale: ResMut<UiScale>,
) {
    let Ok(window) = windows.single() else { return };
    let room = (window.size() / LAID_OUT_FOR).min_element();
    let fits = ((room * 4.0).floor() / 4.0).clamp(0.75, 4.0);
    if (scale.0 - fits).abs() > f32::EPSILON {
        scale.0 = fits;
    }
}

/// How things are written now: language, size of type and fonts. Screens are
/// built from it and built anew when it changes.
#[derive(Resource, Clone)]
pub(crate) struct Ui {
    locale: Arc<Locale>,
    scale: f32,
    /// No type is smaller than can be read from the back of a room.
    projector: bool,
    faces: Faces,
    /// Counts the times that words were read anew from their files.
    edition: u32,
    /// For the hints beside what a key presses.
    keys: Arc<Keys>,
    /// Nothing slides, sways or fades.
    pub(crate) calm: bool,
}

/// Both languages as they were last read.
#[derive(Resource, Clone, Debug)]
pub(crate) struct Locales {
    zh: Arc<Locale>,
    en: Arc<Locale>,
    edition: u32,
}

impl Locales {
    /// Reads both languages from `ASSETS/locales`.
    pub(crate) fn load(assets: &Path) -> Result<Locales, GameError> {
        let dir = assets.join("locales");
        // What is wrong in them is shown in the problems panel.
        let read = |lang| Locale::load_what_can_be(&dir, lang).map(|(locale, _)| Arc::new(locale));
        Ok(Locales { zh: read(Lang::Zh)?, en: read(Lang::En)?, edition: 0 })
    }

    /// Both read anew; a language that is broken now stays as it was.
    pub(crate) fn renewed(&self, assets: &Path) -> Locales {
        let dir = assets.join("locales");
        let read = |lang, last: &Arc<Locale>| {
            Locale::load(&dir, lang).map_or_else(|_| last.clone(), Arc::new)
        };
        Locales {
            zh: read(Lang::Zh, &self.zh),
            en: read(Lang::En, &self.en),
            edition: self.edition,
        }
    }

    /// Takes these words, and counts a new edition of everything that is written.
    pub(crate) fn take(&mut self, fresh: Locales) {
        *self = Locales { edition: self.edition.wrapping_add(1), ..fresh };
    }

    fn get(&self, lang: Lang) -> Arc<Locale> {
        match lang {
            Lang::Zh => self.zh.clone(),
            Lang::En => self.en.clone(),
        }
    }
}

/// The bundled family: the regular face is every text's default font.
#[derive(Resource, Clone)]
pub(crate) struct Faces {
    bold: Handle<Font>,
    chinese: Arc<Letters>,
    english: Arc<Letters>,
}

/// Puts the bundled family in place of the engine's own font, so that no text
/// ever depends on what the machine has.
pub(crate) fn install_fonts(app: &mut App, assets: &Path) -> Result<(), GameError> {
    let read = |name: &str| {
        let path = assets.join("fonts").join(name);
        std::fs::read(&path).map_err(|why| GameError::Asset { path, why })
    };
    let (regular, bold) = (read("NotoSansSC-Regular.otf")?, read("NotoSansSC-Bold.otf")?);
    let letters = |lang| {
        Letters::read(&regular, &bold, lang).map(Arc::new).map_err(|why| GameError::Window {
            why: format!("a bundled font does not read: {why}"),
        })
    };
    let (chinese, english) = (letters(Lang::Zh)?, letters(Lang::En)?);
    let (regular, bold) = (Font::from_bytes(regular), Font::from_bytes(bold));
    let mut fonts = app.world_mut().resource_mut::<Assets<Font>>();
    fonts
        .insert(AssetId::default(), regular)
        .map_err(|why| GameError::Window { why: why.to_string() })?;
    let bold = fonts.add(bold);
    app.insert_resource(Faces { bold, chinese, english });
    Ok(())
}

impl Ui {
    /// The look that these settings ask for.
    pub(crate) fn new(settings: &Settings, locales: &Locales, faces: &Faces) -> Ui {
        Ui {
            locale: locales.get(settings.lang),
            scale: settings.text_size.scale(),
            projector: settings.projector,
            faces: faces.clone(),
            edition: locales.edition.wrapping_add(settings.keys.changes()),
            keys: Arc::new(settings.keys.clone()),
            calm: settings.reduced_motion,
        }
    }

    /// The language that is shown.
    pub(crate) fn lang(&self) -> Lang {
        self.locale.lang()
    }

    /// An interface text.
    pub(crate) fn tr(&self, key: &str) -> String {
        self.locale.tr(key)
    }

    /// How a track of a question stands, as [`locale::track_state`] says it.
    pub(crate) fn track_state(&self, rings: bool, rung: u32, answered: bool) -> String {
        locale::track_state(&self.locale, rings, rung, answered)
    }

    /// An interface text with its places filled.
    pub(crate) fn tr_args(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.locale.tr_args(key, args)
    }

    /// An authored text in the language that is shown.
    pub(crate) fn say<'a>(&self, words: &'a Words) -> &'a str {
        words.get(self.lang())
    }

    /// A size of type in whole logical pixels, at the player's text size.
    pub(crate) fn px(&self, size: Size) -> f32 {
        let chosen = (size.px() * (1.0 + (self.scale - 1.0) * size.follows())).round();
        if self.projector { chosen.max(size.projected()) } else { chosen }
    }

    /// A width that must grow with the reading text it holds.
    pub(crate) fn em(&self, ems: f32) -> Val {
        Val::Px((ems * self.px(Size::Body)).round())
    }

    /// How large reading text is beside its normal size, 0.85 to 2. Where it is
    /// the same everything is laid out in the same way.
    pub(crate) fn scale(&self) -> f32 {
        self.px(Size::Body) / Size::Body.px()
    }

    /// Changes whenever words were read anew from their files, or a key was given
    /// to something else: what shows any is then built anew.
    pub(crate) fn edition(&self) -> u32 {
        self.edition
    }

    /// How wide letters are in the language of the page.
    fn letters(&self) -> &Letters {
        match self.lang() {
            Lang::Zh => &self.faces.chinese,
            Lang::En => &self.faces.english,
        }
    }

    /// How wide words are on one line, in pixels.
    pub(crate) fn width(&self, words: &str, size: Size, bold: bool) -> f32 {
        self.letters().width(words, bold) * self.px(size)
    }

    /// How many lines words fill in so many pixels.
    pub(crate) fn lines(&self, words: &str, size: Size, bold: bool, room: f32) -> f32 {
        self.letters().lines(words, bold, room / self.px(size))
    }

    /// The parts of words that fill `most` lines of so many pixels each.
    pub(crate) fn pages(
        &self,
        words: &str,
        size: Size,
        room: f32,
        most: f32,
    ) -> Vec<std::ops::Range<usize>> {
        self.letters().pages(words, false, room / self.px(size), most)
    }

    /// How high a line of this size stands, in whole pixels, so that every line sits evenly.
    pub(crate) fn line_height(&self, size: Size) -> f32 {
        (self.px(size) * size.leading()).round()
    }

    /// How high a button stands, and whatever else is pressed and holds one line.
    pub(crate) fn button_height(&self) -> f32 {
        TOUCH.max(self.px(Size::Body) * 1.9)
    }

    /// Font and line height.
    pub(crate) fn font(&self, size: Size, bold: bool) -> (TextFont, LineHeight) {
        let signs: &[[u8; 4]] = match self.lang() {
            Lang::Zh => &[CLOSE_SIGNS],
            Lang::En => &[CLOSE_SIGNS, NARROW_SIGNS],
        };
        let face = if bold { TextFont::from(self.faces.bold.clone()) } else { TextFont::default() };
        let font = TextFont {
            font_size: FontSize::Px(self.px(size)),
            font_features: signs.iter().map(FontFeatureTag::new).into(),
            ..face
        };
        (font, LineHeight::Px(self.line_height(size)))
    }
}
