//! `liyi tour`: the window walked through every screen, with a picture of each and a look at its layout.

use std::path::PathBuf;
use std::process::ExitCode;

use liyi::files::Folders;
use liyi::standard::Lang;

/// What `liyi tour` can be told.
#[derive(clap::Args)]
pub(super) struct TourArgs {
    /// The folder for the pictures; with several languages or text sizes, for a
    /// folder of each.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The language of the pictures; without one, both.
    #[arg(long, value_parser = super::lang)]
    lang: Option<Lang>,
    /// How large text is drawn: 0.85, 1, 1.25, 1.5, 1.75 or 2; without it, 1 and 2.
    #[arg(long, value_name = "S", value_parser = scale)]
    text_scale: Option<f32>,
    /// Only pictures whose names contain this, such as briefing or s02.
    #[arg(long, value_name = "PATTERN")]
    only: Option<String>,
    /// The window's size in pixels, such as 1920x1080.
    #[arg(long, value_name = "WxH", value_parser = size)]
    size: Option<(u32, u32)>,
    /// In the projector view, for a class at the back of a room.
    #[arg(long)]
    projector: bool,
    /// Take no pictures: only look for what is cut off, covered or too small.
    /// This needs no display.
    #[arg(long)]
    no_pictures: bool,
}

fn scale(word: &str) -> Result<f32, String> {
    let scale = word.parse().ok().filter(|scale: &f32| (0.5..=4.0).contains(scale));
    scale.ok_or_else(|| format!("`{word}` is not a text size; give a number from 0.85 to 2"))
}

/// Sides a window can have: a screen's, with room on either side.
const SIDES: std::ops::RangeInclusive<u32> = 320..=7680;

fn size(word: &str) -> Result<(u32, u32), String> {
    let sides = word.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    sides.filter(|(w, h)| SIDES.contains(w) && SIDES.contains(h)).ok_or_else(|| {
        format!("`{word}` is not a window's size; give its width and height, such as 1920x1080")
    })
}

/// Walks through the window.
#[cfg(feature = "game")]
pub(super) fn tour(folders: &Folders, wanted: TourArgs) -> Result<ExitCode, String> {
    let options = liyi::game::GameOptions {
        scenario: None,
        seed: None,
        profile: None,
        timers: None,
        lang: wanted.lang,
        text_scale: wanted.text_scale,
        size: wanted.size,
        tour: Some(liyi::game::TourOptions {
            out: wanted.out,
            only: wanted.only,
            pictures: !wanted.no_pictures,
            projector: wanted.projector,
        }),
        folders: folders.clone(),
    };
    liyi::game::open(options).map_err(|e| e.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// A build without the window has nothing to walk through.
#[cfg(not(feature = "game"))]
pub(super) fn tour(_: &Folders, wanted: TourArgs) -> Result<ExitCode, String> {
    let TourArgs { out: _, lang: _, text_scale: _, only: _, size: _, projector: _, no_pictures: _ } =
        wanted;
    Err("this build of Liyi has no window to tour; build it with the `game` feature".to_owned())
}
