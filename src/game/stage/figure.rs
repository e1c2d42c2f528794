//! People as sprites: each figure's sheet is drawn once for a window size, its pieces moved each frame.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use bevy::asset::RenderAssetUsages;
use bevy::image::{Image, ImageSampler};
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};

use super::art::{self, Part, Sheet};
use super::layout::{self, Piece};
use super::lift::Head;
use super::rig::{Build, Rig};
use super::troupe::Performer;
use super::{AssetsRoot, Company, FLOOR, Frame};

/// How many held things can be shown at once.
const HELD: usize = 3;
/// Where the first person stands in the pile of pictures.
const FRONT: f32 = 10.0;
/// Who has stepped forward is so much larger, and stands so much lower in the picture.
const NEARER: f32 = 1.06;
const FURTHER_DOWN: f32 = 22.0;
/// Heights within a figure are squeezed by this, so that figures never mix.
const THIN: f32 = 0.01;

const OWN_RIG: &str = include_str!("../../../assets/characters/rig.ron");
const OWN_PROPS: &str = include_str!("../../../assets/characters/props.svg");
const OWN_SILHOUETTE: &str = include_str!("../../../assets/characters/silhouette/figure.svg");

/// The rig and every sheet drawn so far.
#[derive(Resource)]
pub(super) struct Wardrobe {
    pub rig: Arc<Rig>,
    builds: BTreeMap<String, Build>,
    sheets: BTreeMap<String, Drawn>,
    scale: f32,
    warned: BTreeSet<String>,
}

#[derive(Clone)]
struct Drawn {
    image: Handle<Image>,
    parts: Arc<BTreeMap<String, Part>>,
}

/// The root of one person's pictures.
#[derive(Component)]
pub(super) struct Figure {
    who: String,
    figure: String,
    image: Handle<Image>,
    pieces: Vec<Entity>,
}

/// One picture of a person.
#[derive(Component)]
pub(super) struct FigurePiece;

impl Wardrobe {
    /// Reads the rig; where it cannot be read the one built in serves.
    ///
    /// # Errors
    /// Only if the rig built into the program is broken, which a test rules out.
    pub(super) fn open(root: &Path) -> Result<Wardrobe, super::rig_file::RigFault> {
        let rig = match read_rig(root) {
            Ok(rig) => rig,
            Err(fault) => {
                warn!("the rig of the figures is not usable, the built-in one is used: {fault}");
                Rig::read("the built-in rig", OWN_RIG)?
            }
        };
        Ok(Wardrobe {
            rig: Arc::new(rig),
            builds: BTreeMap::new(),
            sheets: BTreeMap::new(),
            scale: 0.0,
            warned: BTreeSet::new(),
        })
    }

    /// Reads the rig anew; while it is broken the last good one serves. Sheets
    /// and builds are read when they are next wanted.
    pub(super) fn renew(&mut self, root: &Path) {
        match read_rig(root) {
            Ok(rig) => self.rig = Arc::new(rig),
            Err(fault) => warn!("the rig of the figures stays as it was: {fault}"),
        }
        self.builds.clear();
        self.sheets.clear();
        self.warned.clear();
    }

    /// A figure's build; the standard one where the figure has none.
    pub(super) fn build(&mut self, root: &Path, figure: &str) -> Build {
        if let Some(build) = self.builds.get(figure) {
            return build.clone();
        }
        let path = root.join("characters").join(safe(figure)).join("figure.ron");
        let build = match fs::read_to_string(&path) {
            Ok(text) => {
                self.rig.read_build(&path.display().to_string(), &text).unwrap_or_else(|fault| {
                    self.warn_once(figure, &fault.to_string());
                    Build::default()
                })
            }
            Err(_) => Build::default(),
        };
        self.builds.insert(figure.to_owned(), build.clone());
        build
    }

    fn warn_once(&mut self, figure: &str, why: &str) {
        if self.warned.insert(figure.to_owned()) {
            warn!("the figure `{figure}` cannot be shown as drawn: {why}");
        }
    }

    fn drawn(&mut self, root: &Path, figure: &str, images: &mut Assets<Image>) -> Option<Drawn> {
        if let Some(drawn) = self.sheets.get(figure) {
            return Some(drawn.clone());
        }
        let folder = root.join("characters");
        let path = folder.join(safe(figure)).join("figure.svg");
        let shown = path.display().to_string();
        let props = fs::read_to_string(folder.join("props.svg"));
        let props = props.as_deref().unwrap_or(OWN_PROPS);
        let scale = self.scale;
        let read = fs::read_to_string(&path).map_err(|fault| format!("{shown}: {fault}"));
        let made =
            read.and_then(|svg| cut(&shown, &svg, props, scale).map_err(|fault| fault.to_string()));
        let sheet = match made {
            Ok(sheet) => sheet,
            Err(fault) => {
                self.warn_once(figure, &fault);
                cut("silhouette", OWN_SILHOUETTE, OWN_PROPS, scale).ok()?
            }
        };
        let drawn = Drawn {
            image: images.add(image(sheet.width, sheet.height, sheet.pixels)),
            parts: Arc::new(sheet.parts),
        };
        self.sheets.insert(figure.to_owned(), drawn.clone());
        Some(drawn)
    }
}

fn read_rig(root: &Path) -> Result<Rig, String> {
    let path = root.join("characters/rig.ron");
    let shown = path.display().to_string();
    let text = fs::read_to_string(&path).map_err(|fault| format!("{shown}: {fault}"))?;
    Rig::read(&shown, &text).map_err(|fault| fault.to_string())
}

fn cut(file: &str, svg: &str, props: &str, scale: f32) -> Result<Sheet, art::ArtFault> {
    let figure = art::read_tree(file, svg)?;
    let props = art::read_tree("props.svg", props)?;
    art::sheet(file, &[&figure, &props], scale)
}

/// A figure's name as a folder: it can never lead out of the assets.
fn safe(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// An image from straight-alpha sRGB pixels, smooth when turned or scaled.
pub(super) fn image(width: u32, height: u32, pixels: Vec<u8>) -> Image {
    let size = Extent3d { width, height, depth_or_array_layers: 1 };
    let format = TextureFormat::Rgba8UnormSrgb;
    let usage = RenderAssetUsages::RENDER_WORLD;
    let mut image = Image::new(size, TextureDimension::D2, pixels, format, usage);
    image.sampler = ImageSampler::linear();
    image
}

/// Another window size asks for other pixels.
pub(super) fn fit_sheets(frame: Res<Frame>, mut wardrobe: ResMut<Wardrobe>) {
    // In steps of an eighth, so that dragging a window's edge is no work.
    let wanted = ((frame.pixels * wardrobe.rig.unit * 8.0).ceil() / 8.0).clamp(0.25, 4.0);
    if (wanted - wardrobe.scale).abs() > f32::EPSILON {
        wardrobe.scale = wanted;
        wardrobe.sheets.clear();
    }
}

/// Gives everybody on the stage a set of pictures, and takes it from who left.
pub(super) fn dress(
    mut commands: Commands,
    company: Res<Company>,
    root: Res<AssetsRoot>,
    mut wardrobe: ResMut<Wardrobe>,
    mut images: ResMut<Assets<Image>>,
    figures: Query<(Entity, &Figure)>,
) {
    let mut dressed = BTreeSet::new();
    for (entity, figure) in &figures {
        let fits = company.0.get(&figure.who).is_some_and(|performer| {
            let sheet = wardrobe.sheets.get(&figure.figure);
            performer.figure == figure.figure
                && sheet.is_some_and(|sheet| sheet.image == figure.image)
        });
        if fits {
            dressed.insert(figure.who.clone());
        } else {
            commands.entity(entity).despawn();
        }
    }
    for (who, performer) in company.0.people() {
        if dressed.contains(who) {
            continue;
        }
        let Some(drawn) = wardrobe.drawn(&root.0, &performer.figure, &mut images) else {
            continue;
        };
        let count = wardrobe.rig.layers.len() + HELD + 1;
        let pieces: Vec<Entity> = (0..count)
            .map(|_| {
                let sprite = Sprite::from_image(drawn.image.clone());
                commands.spawn((FigurePiece, sprite, Visibility::Hidden)).id()
            })
            .collect();
        let root = Figure {
            who: who.to_owned(),
            figure: performer.figure.clone(),
            image: drawn.image.clone(),
            pieces: pieces.clone(),
        };
        let place = (Transform::default(), Visibility::Inherited);
        commands.spawn((root, Head::default(), place)).add_children(&pieces);
    }
}

/// Moves every picture to where the body now is.
pub(super) fn draw(
    company: Res<Company>,
    wardrobe: Res<Wardrobe>,
    mut figures: Query<(&Figure, &mut Head, &mut Transform), Without<FigurePiece>>,
    mut pieces: Query<(&mut Sprite, &mut Transform, &mut Visibility), With<FigurePiece>>,
) {
    for (figure, mut head, mut place) in &mut figures {
        let Some(performer) = company.0.get(&figure.who) else { continue };
        let Some(drawn) = wardrobe.sheets.get(&figure.figure) else { continue };
        let Some((shown, x, width)) = shown(&wardrobe.rig, performer, &drawn.parts) else {
            continue;
        };
        let forward = performer.forward.0;
        let nearer = 1.0 + forward * (NEARER - 1.0);
        let scale = wardrobe.rig.unit * performer.actor.build.height * nearer;
        // Who has stepped forward stands before the others.
        let depth = FRONT + performer.place as f32 + if forward > 0.5 { 100.0 } else { 0.0 };
        *place = Transform::from_xyz(x, FLOOR - forward * FURTHER_DOWN, depth)
            .with_scale(Vec3::new(width * scale, scale, 1.0));
        let ground = Vec2::from(wardrobe.rig.ground);
        let mut spare = figure.pieces.iter();
        for (piece, &entity) in shown.iter().zip(spare.by_ref()) {
            let Ok((mut sprite, mut transform, mut visible)) = pieces.get_mut(entity) else {
                continue;
            };
            let Some(part) = drawn.parts.get(&piece.part) else { continue };
            sprite.rect = Some(part.rect);
            sprite.custom_size = Some(part.size * Vec2::new(1.0, piece.stretch));
            sprite.color = Color::srgba(piece.shade, piece.shade, piece.shade, piece.alpha);
            let at = piece.at - ground;
            if piece.part == layout::HEAD {
                let (y, half) = (place.translation.y - at.y * scale, part.size.y * scale / 2.0);
                let sits = performer.actor.sits();
                head.set_if_neq(Head { chin: y - half, crown: y + half, sits });
            }
            *transform = Transform::from_xyz(at.x, -at.y, piece.z * THIN)
                .with_rotation(Quat::from_rotation_z(-piece.turn));
            visible.set_if_neq(Visibility::Inherited);
        }
        for &entity in spare {
            if let Ok((.., mut visible)) = pieces.get_mut(entity) {
                visible.set_if_neq(Visibility::Hidden);
            }
        }
    }
}

/// Every piece of somebody at this moment, where they are and how wide they look.
fn shown(
    rig: &Rig,
    performer: &Performer,
    parts: &BTreeMap<String, Part>,
) -> Option<(Vec<Piece>, f32, f32)> {
    let build = &performer.actor.build;
    let look = performer.actor.look(rig)?;
    let pieces = layout::all(rig, build, &look, parts, HELD);
    Some((pieces, look.x, look.width))
}
