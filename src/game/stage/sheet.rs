//! Contact sheets: a figure in every pose and with every face, drawn without a window for who draws figures.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bevy::math::Vec2;
use resvg::tiny_skia::{Color, FilterQuality, Pixmap, PixmapPaint, Transform};
use resvg::usvg::Tree;

use super::actor::Actor;
use super::art::{self, Part};
use super::layout::{self, Piece};
use super::rig::{Build, MOODS, POSES, Rig};
use crate::scenario::{CardPose, Free, Hands, Height, Mood, Pose, Print};

/// Pixels of one cell, and how many stand side by side.
const CELL: (u32, u32) = (300, 360);
const COLUMNS: u32 = 8;
/// Pixels for each unit of the drawing.
const SCALE: f32 = 0.28;
/// Where the feet stand in a cell.
const FEET: Vec2 = Vec2::new(112.0, 338.0);
/// The sheet's ground, and the squares that tell cells apart.
const GROUND: (u8, u8, u8) = (0xEF, 0xE7, 0xD8);
const STRIPE: (u8, u8, u8) = (0xE6, 0xDC, 0xC9);

/// One moment of a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub pose: Pose,
    pub mood: Mood,
    pub right: bool,
    /// Seconds into a walk across the stage.
    pub walking: Option<f32>,
}

impl Moment {
    fn of(pose: Pose) -> Moment {
        Moment { pose, mood: Mood::Neutral, right: true, walking: None }
    }
}

/// What a sheet shows: the eight faces, a walk, every pose both ways for those
/// where the hand matters, and cards at every height from either side.
pub(super) fn moments() -> Vec<Moment> {
    let mut list: Vec<Moment> =
        MOODS.iter().map(|mood| Moment { mood: *mood, ..Moment::of(Pose::Stand) }).collect();
    let strides = [0.2, 0.33, 0.46, 0.59];
    list.extend(strides.map(|at| Moment { walking: Some(at), ..Moment::of(Pose::Stand) }));
    list.extend(POSES.iter().map(|pose| Moment::of(*pose)));
    let back = [Pose::OfferHand, Pose::HoldStack, Pose::PourTea, Pose::SitWithCards];
    list.extend(back.map(|pose| Moment { right: false, ..Moment::of(pose) }));
    for gives in [true, false] {
        for height in [Height::Low, Height::Chest, Height::High] {
            for hands in [Hands::Both, Hands::Right, Hands::Left, Hands::Each] {
                let card = CardPose { gives, hands, height, ..CardPose::default() };
                list.push(Moment::of(card.pose()));
            }
        }
    }
    let plain = CardPose { gives: true, ..CardPose::default() };
    for print in [Print::ToGiver, Print::Sideways] {
        list.push(Moment::of(CardPose { print, ..plain }.pose()));
    }
    for free in
        [Free::Stack, Free::Cards, Free::StackUnderArm, Free::Papers, Free::Cup, Free::PhoneAndCard]
    {
        for right in [true, false] {
            let pose = CardPose { hands: Hands::Right, free, ..plain }.pose();
            list.push(Moment { right, ..Moment::of(pose) });
        }
    }
    list
}

/// Draws the sheet of one figure to a PNG file.
///
/// # Errors
/// What is wrong with the rig, the drawing or the file to be written.
pub(crate) fn write(assets: &Path, figure: &str, out: &Path) -> Result<(), String> {
    let sheet = drawn(assets, figure, &moments())?;
    sheet.save_png(out).map_err(|fault| format!("{}: {fault}", out.display()))
}

/// How much of a figure a portrait shows, in the drawing's units, and how far its
/// middle lies below the head's.
const PORTRAIT: f32 = 300.0;
const BELOW_HEAD: f32 = 34.0;

/// Somebody's head and shoulders, so many pixels wide and high.
///
/// # Errors
/// What is wrong with the rig or the drawing.
pub(crate) fn portrait(assets: &Path, figure: &str, side: u32) -> Result<Pixmap, String> {
    let scale = side as f32 / PORTRAIT;
    let mut model = Model::open(assets, figure, |_| scale)?;
    let mut picture = Pixmap::new(side, side).ok_or("no room for a portrait")?;
    let actor = model.actor(&Moment::of(Pose::Stand));
    let pieces = pieces(&model.rig, &actor, &model.parts);
    let head = pieces.iter().find(|piece| piece.part == layout::HEAD).ok_or("there is no head")?;
    let middle = head.at + Vec2::new(0.0, BELOW_HEAD);
    let feet = Vec2::splat(side as f32 / 2.0) + (Vec2::from(model.rig.ground) - middle) * scale;
    model.draw(&mut picture, &pieces, feet, 1.0);
    Ok(picture)
}

fn drawn(assets: &Path, figure: &str, moments: &[Moment]) -> Result<Pixmap, String> {
    let mut model = Model::open(assets, figure, |build| SCALE * build.height)?;
    let rows = u32::try_from(moments.len()).unwrap_or(1).div_ceil(COLUMNS);
    let mut sheet =
        Pixmap::new(CELL.0 * COLUMNS, CELL.1 * rows).ok_or("no room for such a sheet")?;
    let ground = Color::from_rgba8(GROUND.0, GROUND.1, GROUND.2, 255);
    sheet.fill(ground);
    for (place, moment) in (0_u32..).zip(moments) {
        let (column, row) = (place % COLUMNS, place / COLUMNS);
        let mut cell = Pixmap::new(CELL.0, CELL.1).ok_or("no room for a cell")?;
        if (column + row) % 2 == 1 {
            cell.fill(Color::from_rgba8(STRIPE.0, STRIPE.1, STRIPE.2, 255));
        }
        let actor = model.actor(moment);
        let pieces = pieces(&model.rig, &actor, &model.parts);
        model.draw(&mut cell, &pieces, FEET, if moment.right { 1.0 } else { -1.0 });
        let paint = PixmapPaint::default();
        let (x, y) = (i32::try_from(column * CELL.0), i32::try_from(row * CELL.1));
        let (x, y) = (x.unwrap_or(0), y.unwrap_or(0));
        sheet.draw_pixmap(x, y, cell.as_ref(), &paint, Transform::identity(), None);
    }
    Ok(sheet)
}

/// A figure that is drawn without a window.
struct Model {
    rig: Rig,
    build: Build,
    trees: [Tree; 2],
    parts: BTreeMap<String, Part>,
    /// Pixels for each unit of the drawing.
    scale: f32,
    cut: BTreeMap<String, Option<art::Cutout>>,
}

impl Model {
    fn open(assets: &Path, figure: &str, scale: impl Fn(&Build) -> f32) -> Result<Model, String> {
        let folder = assets.join("characters");
        let read = |path: &Path| {
            fs::read_to_string(path).map_err(|fault| format!("{}: {fault}", path.display()))
        };
        let rig_file = folder.join("rig.ron");
        let rig = Rig::read(&rig_file.display().to_string(), &read(&rig_file)?)
            .map_err(|fault| fault.to_string())?;
        let build_file = folder.join(figure).join("figure.ron");
        let build = rig
            .read_build(&build_file.display().to_string(), &read(&build_file)?)
            .map_err(|fault| fault.to_string())?;
        let tree = |path: &Path| {
            art::read_tree(&path.display().to_string(), &read(path)?).map_err(|f| f.to_string())
        };
        let trees =
            [tree(&folder.join(figure).join("figure.svg"))?, tree(&folder.join("props.svg"))?];
        let scale = scale(&build);
        let both: Vec<&Tree> = trees.iter().collect();
        let parts = art::sheet(figure, &both, scale).map_err(|fault| fault.to_string())?.parts;
        Ok(Model { rig, build, trees, parts, scale, cut: BTreeMap::new() })
    }

    fn actor(&self, moment: &Moment) -> Actor {
        let mut actor = Actor::new(&self.rig, self.build.clone(), 0.0, moment.right, 3);
        actor.feel(moment.mood);
        actor.take(&self.rig, moment.pose);
        actor.settle();
        if let Some(seconds) = moment.walking {
            actor.go(900.0);
            actor.advance(seconds);
        }
        actor
    }

    fn draw(&mut self, cell: &mut Pixmap, pieces: &[Piece], feet: Vec2, facing: f32) {
        for piece in pieces {
            let picture = self.cut.entry(piece.part.clone()).or_insert_with(|| {
                self.trees.iter().find_map(|tree| art::cutout(tree, &piece.part, self.scale))
            });
            if let (Some(picture), Some(part)) = (picture, self.parts.get(&piece.part)) {
                let ground = Vec2::from(self.rig.ground);
                lay(cell, picture, piece, part, (ground, feet), self.scale, facing);
            }
        }
    }
}

/// Every piece of somebody at this moment, the farthest first.
fn pieces(rig: &Rig, actor: &Actor, parts: &BTreeMap<String, Part>) -> Vec<Piece> {
    let Some(look) = actor.look(rig) else { return Vec::new() };
    let mut pieces = layout::all(rig, &actor.build, &look, parts, usize::MAX);
    pieces.sort_by(|a, b| a.z.total_cmp(&b.z));
    pieces
}

fn lay(
    cell: &mut Pixmap,
    picture: &art::Cutout,
    piece: &Piece,
    part: &Part,
    (ground, feet): (Vec2, Vec2),
    scale: f32,
    facing: f32,
) {
    let Some(mut pixels) = Pixmap::new(picture.width, picture.height) else { return };
    let straight = picture.pixels.chunks_exact(4);
    for (pixel, bytes) in pixels.pixels_mut().iter_mut().zip(straight) {
        let shade = |value: u8| (f32::from(value) * piece.shade).round().clamp(0.0, 255.0);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held between 0 and 255"
        )]
        let of = |value: u8| shade(value) as u8;
        let colour = resvg::tiny_skia::ColorU8::from_rgba(
            of(bytes[0]),
            of(bytes[1]),
            of(bytes[2]),
            bytes[3],
        );
        *pixel = colour.premultiply();
    }
    let at = (piece.at - ground) * scale;
    let place = Transform::from_translate(feet.x, feet.y)
        .pre_scale(facing, 1.0)
        .pre_translate(at.x, at.y)
        .pre_rotate(piece.turn.to_degrees())
        .pre_scale(1.0, piece.stretch)
        .pre_translate(-part.size.x * scale / 2.0, -part.size.y * scale / 2.0);
    let paint = PixmapPaint {
        opacity: piece.alpha,
        quality: FilterQuality::Bilinear,
        ..PixmapPaint::default()
    };
    cell.draw_pixmap(0, 0, pixels.as_ref(), &paint, place, None);
}
