//! What is written about the places lies on what is drawn there.

use std::fs;
use std::path::{Path, PathBuf};

use bevy::math::Vec2;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Node, Options, Tree};

use crate::scenario::{Place, STAGE_SIZE, THING};

/// The places every house has.
const PLACES: [&str; 12] = [
    "boardroom",
    "customer-office",
    "corridor",
    "fair-booth",
    "service-desk",
    "service-hall",
    "bar-counter",
    "lounge-booth",
    "terrace",
    "property-office",
    "flat-doorway",
    "hotel-lobby",
];

/// Pixels a unit of the drawings that are compared.
const SCALE: f32 = 0.25;
/// How far from its middle, in units, a thing may begin.
const NEAR: f32 = 14.0;

fn stages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/stages")
}

fn tree(text: &str) -> Tree {
    Tree::from_str(text, &Options::default()).unwrap()
}

fn picture(tree: &Tree) -> Pixmap {
    let size = tree.size();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small picture")]
    let of = |units: f32| (units * SCALE) as u32;
    let mut pixmap = Pixmap::new(of(size.width()), of(size.height())).unwrap();
    resvg::render(tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    pixmap
}

/// Whether two pictures differ somewhere near a point of the drawing.
fn differ(a: &Pixmap, b: &Pixmap, at: Vec2) -> bool {
    let (width, radius) = (a.width() as usize, (NEAR * SCALE).ceil());
    a.pixels().iter().zip(b.pixels()).enumerate().any(|(index, (a, b))| {
        let here = Vec2::new((index % width) as f32, (index / width) as f32);
        here.distance(at * SCALE) <= radius && a != b
    })
}

/// The drawing without this group or shape.
fn hidden(text: &str, id: &str) -> String {
    let marked = format!("id=\"{id}\"");
    assert!(text.contains(&marked), "no {marked}");
    text.replacen(&marked, &format!("{marked} display=\"none\""), 1)
}

/// Whether one is this group or a part of it.
fn is_on(drawn: &Tree, id: &str, group: &str) -> bool {
    fn holds(node: &Node, id: &str) -> bool {
        let parts = match node {
            Node::Group(group) => group.children(),
            _ => &[],
        };
        node.id() == id || parts.iter().any(|part| holds(part, id))
    }
    drawn.root().children().iter().any(|top| top.id() == group && holds(top, id))
}

#[test]
fn every_place_has_things_to_look_at_where_they_are_drawn() {
    for entry in fs::read_dir(stages()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "svg") {
            continue;
        }
        let id = path.file_stem().unwrap().to_str().unwrap();
        let (place, findings) = Place::of(&path);
        assert!(findings.is_empty(), "{findings:#?}");
        if PLACES.contains(&id) {
            assert!(place.spots.len() >= 4, "{id} has only {}", place.spots.len());
        }
        let text = fs::read_to_string(&path).unwrap();
        let drawn = tree(&text);
        for (name, spot) in &place.spots {
            let at = Vec2::new(spot.at.0 as f32, spot.at.1 as f32);
            let node = drawn.node_by_id(name).unwrap_or_else(|| panic!("{id} draws no {name}"));
            let bounds = node.abs_bounding_box();
            let inside = (bounds.left() - 1.0..=bounds.right() + 1.0).contains(&at.x)
                && (bounds.top() - 1.0..=bounds.bottom() + 1.0).contains(&at.y);
            assert!(inside, "{id}/{name}: {at} lies outside {bounds:?}");
            let share =
                bounds.width() * bounds.height() / (STAGE_SIZE.0 as f32 * STAGE_SIZE.1 as f32);
            assert!(share < 0.2, "{id}/{name} is no thing, it is {share} of the picture");
            // Of what comes and goes, only what it is on is there.
            let others = place.things.keys().map(|thing| format!("{THING}{thing}"));
            let others = others.filter(|thing| !is_on(&drawn, name, thing));
            let there = others.fold(text.clone(), |text, thing| hidden(&text, &thing));
            let without = hidden(&there, name);
            let seen = differ(&picture(&tree(&there)), &picture(&tree(&without)), at);
            assert_eq!(seen, !spot.on_person, "{id}/{name}: is it drawn, or on somebody?");
        }
    }
}

#[test]
fn every_thing_that_comes_and_goes_can_be_drawn_by_itself() {
    let mut things = 0;
    for (id, place) in crate::scenario::places(&stages()).0 {
        let file = stages().join(format!("{id}.svg"));
        let drawn = tree(&fs::read_to_string(&file).unwrap());
        for name in place.things.keys() {
            let part = super::art::cutout(&drawn, &format!("{THING}{name}"), 0.5);
            let part = part.unwrap_or_else(|| panic!("{id} cannot show {name}"));
            let (x, y) = (part.middle.x, part.middle.y);
            assert!((0.0..1600.0).contains(&x) && (0.0..900.0).contains(&y), "{id}/{name}");
            assert!(part.size.x < 500.0 && part.size.y < 500.0, "{id}/{name} is {}", part.size);
            assert!(part.pixels.chunks_exact(4).any(|pixel| pixel[3] > 200), "{id}/{name}");
            things += 1;
        }
    }
    assert!(things > 20, "only {things} things");
}
