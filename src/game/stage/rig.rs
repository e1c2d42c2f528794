//! The rig all figures share: bones, layers, hands, faces, props and named poses, read from RON.

use std::collections::BTreeMap;

use bevy::math::Vec2;
use serde::Deserialize;

use super::cards::Cards;
use crate::scenario::{Mood, Pose};

/// A bone of the body. `Near` is the side the viewer sees first.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bone {
    Hips,
    Skirt,
    Tail,
    Torso,
    Head,
    NearUpperArm,
    NearForearm,
    NearHand,
    FarUpperArm,
    FarForearm,
    FarHand,
    NearThigh,
    NearShin,
    NearFoot,
    FarThigh,
    FarShin,
    FarFoot,
}

impl Bone {
    /// Every bone, parents before children.
    pub(super) const ALL: [Bone; 17] = [
        Bone::Hips,
        Bone::Skirt,
        Bone::Tail,
        Bone::Torso,
        Bone::Head,
        Bone::NearUpperArm,
        Bone::NearForearm,
        Bone::NearHand,
        Bone::FarUpperArm,
        Bone::FarForearm,
        Bone::FarHand,
        Bone::NearThigh,
        Bone::NearShin,
        Bone::NearFoot,
        Bone::FarThigh,
        Bone::FarShin,
        Bone::FarFoot,
    ];

    /// The bone this one hangs on; the hips hang on nothing.
    pub(super) fn parent(self) -> Option<Bone> {
        match self {
            Bone::Hips => None,
            Bone::Skirt | Bone::Tail | Bone::Torso | Bone::NearThigh | Bone::FarThigh => {
                Some(Bone::Hips)
            }
            Bone::Head | Bone::NearUpperArm | Bone::FarUpperArm => Some(Bone::Torso),
            Bone::NearForearm => Some(Bone::NearUpperArm),
            Bone::NearHand => Some(Bone::NearForearm),
            Bone::FarForearm => Some(Bone::FarUpperArm),
            Bone::FarHand => Some(Bone::FarForearm),
            Bone::NearShin => Some(Bone::NearThigh),
            Bone::NearFoot => Some(Bone::NearShin),
            Bone::FarShin => Some(Bone::FarThigh),
            Bone::FarFoot => Some(Bone::FarShin),
        }
    }
}

/// A side of the body as the viewer sees it.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub(super) enum Side {
    Near,
    Far,
}

impl Side {
    /// The upper arm, forearm and hand of this side.
    pub(super) fn arm(self) -> [Bone; 3] {
        match self {
            Side::Near => [Bone::NearUpperArm, Bone::NearForearm, Bone::NearHand],
            Side::Far => [Bone::FarUpperArm, Bone::FarForearm, Bone::FarHand],
        }
    }

    /// The thigh, shin and foot of this side.
    pub(super) fn leg(self) -> [Bone; 3] {
        match self {
            Side::Near => [Bone::NearThigh, Bone::NearShin, Bone::NearFoot],
            Side::Far => [Bone::FarThigh, Bone::FarShin, Bone::FarFoot],
        }
    }
}

/// The shared rig file. All lengths are in the drawing's units, x to the
/// right and y down, of a person who looks to the right; angles are degrees,
/// clockwise.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rig {
    /// The point on the floor between the feet.
    pub ground: (f32, f32),
    /// How many stage units tall one drawing unit is.
    pub unit: f32,
    /// Where each bone turns.
    pub pivots: BTreeMap<Bone, (f32, f32)>,
    /// What is drawn, and on which bone it hangs.
    pub layers: Vec<Layer>,
    /// How far the jacket's tail follows a bow (0 stays, 1 goes along).
    pub tail_follows: f32,
    /// Turning point of each thing in `props.svg` that can be held.
    pub props: BTreeMap<String, (f32, f32)>,
    /// What hands do when a pose asks nothing of them.
    pub rests: BTreeMap<String, Arms>,
    /// The eight faces.
    pub moods: BTreeMap<Mood, Face>,
    /// Every pose that is not put together.
    pub poses: BTreeMap<Pose, PoseSpec>,
    /// How the poses of who gives or takes a card are put together.
    pub cards: Cards,
}

/// One drawn part.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Layer {
    pub art: Art,
    pub bone: Bone,
    /// Height in the pile; larger is nearer to the viewer.
    pub z: f32,
    /// The height when this arm lies in front of the chest.
    #[serde(default)]
    pub front: Option<f32>,
    /// The height when this arm lies behind the back.
    #[serde(default)]
    pub back: Option<f32>,
    /// The bone at whose pivot the part is drawn in the figure's file, when
    /// both sides share one drawing.
    #[serde(default)]
    pub drawn_at: Option<Bone>,
    /// Brightness from 0 to 1: the far side lies in a little shade.
    #[serde(default = "full")]
    pub shade: f32,
}

fn full() -> f32 {
    1.0
}

/// What a layer shows.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(super) enum Art {
    /// The group of this id in `figure.svg`, left out if the file has none.
    Part(String),
    /// `hand-…`, by the pose.
    Hand(Side),
    /// `eyes-…`, by the mood and the blink.
    Eyes,
    /// `mouth-…`, by the mood.
    Mouth,
    /// `brow-near` or `brow-far`, moved by the mood.
    Brow(Side),
    /// `badge`, or `badge-mirrored` while the person looks to the left: what is
    /// worn on the left breast stays there.
    Badge,
    /// `blush`, shown by the mood.
    Blush,
    /// `sweat`, shown by the mood.
    Sweat,
}

/// A facial expression.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Face {
    /// Which `eyes-…` group.
    pub eyes: String,
    /// Which `mouth-…` group.
    pub mouth: String,
    /// How far the brows rise, in units.
    #[serde(default)]
    pub brows_up: f32,
    /// How far their inner ends sink, in degrees.
    #[serde(default)]
    pub brows_knit: f32,
    /// How red the cheeks are, 0 to 1.
    #[serde(default)]
    pub blush: f32,
    #[serde(default)]
    pub sweat: bool,
    /// The head bends forward by so many degrees.
    #[serde(default)]
    pub head: f32,
}

/// A named pose.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct PoseSpec {
    /// The back bends forward at the hips.
    pub lean: f32,
    /// The head bends forward on the neck.
    pub head: f32,
    /// The hips move from where they stand.
    pub hips: (f32, f32),
    /// The feet move from where they stand: near, far.
    pub feet: Option<((f32, f32), (f32, f32))>,
    pub arms: Arms,
    /// Things in the hands.
    pub holds: Vec<Hold>,
    /// The whole person faces the other way.
    pub away: bool,
    /// How far hands and things reach out before the body: who stands there
    /// makes room, and who takes what is given comes up to it.
    pub reach: f32,
    /// The eyes are on what the hands do and not on who speaks.
    pub absorbed: bool,
    /// A movement that goes on for a moment after the pose is reached.
    pub sway: Option<Sway>,
    /// How long it takes to come into this pose, in seconds.
    pub seconds: Option<f32>,
}

/// What two arms do.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) enum Arms {
    /// Whatever this figure does at rest.
    #[default]
    Rest,
    /// By the person's own right and left: it matters which hand is given.
    Own {
        #[serde(default)]
        right: Option<Arm>,
        #[serde(default)]
        left: Option<Arm>,
    },
    /// By the side the viewer sees.
    Seen {
        #[serde(default)]
        near: Option<Arm>,
        #[serde(default)]
        far: Option<Arm>,
    },
}

/// Where one arm reaches.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arm {
    /// Where the wrist goes, in the drawing of a standing person.
    pub to: (f32, f32),
    /// Which bone carries that point along.
    #[serde(default = "torso")]
    pub on: Bone,
    /// The hand's angle on the forearm.
    #[serde(default)]
    pub turn: f32,
    /// Which `hand-…` group.
    #[serde(default = "rest")]
    pub hand: String,
    /// The elbow points forward instead of back.
    #[serde(default)]
    pub elbow_forward: bool,
    /// How long upper arm and forearm look, 1 = seen from the side.
    #[serde(default = "whole")]
    pub seen: (f32, f32),
    #[serde(default)]
    pub depth: Depth,
}

fn torso() -> Bone {
    Bone::Torso
}

fn rest() -> String {
    "rest".to_owned()
}

fn whole() -> (f32, f32) {
    (1.0, 1.0)
}

/// Where an arm lies among the layers.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
pub(super) enum Depth {
    /// Near arm before the body, far arm behind it.
    #[default]
    Own,
    /// Forearm and hand before the chest.
    Front,
    /// Forearm and hand behind the back.
    Back,
}

/// A thing held.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(super) struct Hold {
    /// Its group in `props.svg`.
    pub prop: String,
    pub by: Holder,
    /// Its place from the wrist (or in the drawing, for `Chest` and `Floor`).
    pub at: (f32, f32),
    /// Its angle on what holds it.
    #[serde(default)]
    pub turn: f32,
    /// It keeps its angle to the floor, however the hand turns: a full cup.
    #[serde(default)]
    pub level: bool,
    /// Its height in the pile.
    #[serde(default = "held")]
    pub z: f32,
}

fn held() -> f32 {
    66.0
}

/// What carries a held thing.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub(super) enum Holder {
    Right,
    Left,
    Near,
    Far,
    /// Held before the chest by both hands.
    Chest,
    /// Held to the face.
    Head,
    /// Standing on the floor.
    Floor,
}

/// A small repeated movement.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(super) struct Sway {
    /// Which bone turns.
    pub bone: Bone,
    /// By how many degrees at the most.
    pub by: f32,
    pub hertz: f32,
    /// How many seconds it goes on, dying away.
    pub seconds: f32,
    /// Beginning with the full swing, for a blow, instead of rising to it.
    #[serde(default)]
    pub sudden: bool,
}

/// What one figure changes in the shared rig (`figure.ron`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Build {
    /// Height beside the rig's standard person.
    pub height: f32,
    /// The name of the arms' rest in the rig.
    pub rest: String,
    /// How far the back is bent when standing upright.
    pub stoop: f32,
    /// How long the steps are; a skirt allows short ones only.
    pub stride: f32,
    /// Pivots that differ from the rig's.
    pub pivots: BTreeMap<Bone, (f32, f32)>,
}

impl Default for Build {
    fn default() -> Build {
        Build {
            height: 1.0,
            rest: "sides".to_owned(),
            stoop: 0.0,
            stride: 1.0,
            pivots: BTreeMap::new(),
        }
    }
}

impl Rig {
    /// Where a bone of this figure turns, in drawing units.
    pub(super) fn pivot(&self, build: &Build, bone: Bone) -> Vec2 {
        let own = build.pivots.get(&bone).or_else(|| self.pivots.get(&bone));
        own.map_or(Vec2::ZERO, |&point| point.into())
    }
}

/// The names of poses in which a card is given or taken.
pub(super) const CARD_POSES: [Pose; 9] = [
    Pose::OfferCard,
    Pose::OfferCardLow,
    Pose::OfferCardHigh,
    Pose::OfferCardWrongWay,
    Pose::OfferCardOneHand,
    Pose::OfferCardLeftHand,
    Pose::OfferCardStack,
    Pose::ReceiveCard,
    Pose::ReceiveCardOneHand,
];

/// Every other pose a scenario may name.
pub(super) const POSES: [Pose; 35] = [
    Pose::Stand,
    Pose::Nod,
    Pose::Bow15,
    Pose::Bow30,
    Pose::Bow45,
    Pose::OfferHand,
    Pose::OfferLeftHand,
    Pose::HoldStack,
    Pose::HoldCards,
    Pose::ReadCard,
    Pose::ReadStack,
    Pose::Phone,
    Pose::Film,
    Pose::HoldPaper,
    Pose::HoldCup,
    Pose::HoldCupLeft,
    Pose::HoldPhoneAndCard,
    Pose::HoldCupPhoneAndCard,
    Pose::HoldForm,
    Pose::CrushPaper,
    Pose::HoldTray,
    Pose::HoldUmbrella,
    Pose::PullChair,
    Pose::PourTea,
    Pose::Write,
    Pose::FoldArms,
    Pose::Slam,
    Pose::Wipe,
    Pose::ShowWay,
    Pose::ReachAcross,
    Pose::CheckWatch,
    Pose::Sit,
    Pose::SitWithCards,
    Pose::SitWrite,
    Pose::TurnAway,
];

/// Every mood a scenario may name.
pub(crate) const MOODS: [Mood; 8] = [
    Mood::Neutral,
    Mood::Smile,
    Mood::Delighted,
    Mood::Frown,
    Mood::Angry,
    Mood::Worried,
    Mood::Surprised,
    Mood::Embarrassed,
];
