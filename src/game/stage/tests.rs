//! The stage without a window: bodies, people, drawings.

use std::fs;
use std::path::PathBuf;

use bevy::math::Vec2;

use super::StageCue;
use super::actor::{Actor, Pulse, RESTLESS};
use super::art;
use super::gait::ease;
use super::layout;
use super::rig::{Arms, Art, Bone, Build, Depth, Holder, MOODS, POSES, Rig, Side};
use super::stance::{Elbow, Stance, arm_of, bend};
use super::troupe::{Pace, Troupe, spot_x};
use crate::scenario::{Mood, Pose, Spot};

fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets")
}

fn rig() -> Rig {
    let text = fs::read_to_string(assets().join("characters/rig.ron")).unwrap();
    Rig::read("rig.ron", &text).unwrap()
}

fn figures() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(assets().join("characters"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn build(rig: &Rig, figure: &str) -> Build {
    let path = assets().join("characters").join(figure).join("figure.ron");
    rig.read_build(figure, &fs::read_to_string(path).unwrap()).unwrap()
}

fn wrist(rig: &Rig, build: &Build, stance: &Stance, side: Side) -> Vec2 {
    stance.skeleton(rig, build).bone(side.arm()[2]).at
}

#[test]
fn two_bones_bend_to_where_they_are_asked() {
    let (upper, lower) = (Vec2::new(-2.0, 158.0), Vec2::new(2.0, 132.0));
    for target in [(200.0, 100.0), (40.0, 180.0), (-60.0, 120.0), (120.0, -90.0), (0.0, 250.0)] {
        let target = Vec2::from(target);
        for elbow in [Elbow::Back, Elbow::Forward] {
            let (a, b) = bend(upper, lower, target, elbow);
            let end = Vec2::from_angle(a).rotate(upper) + Vec2::from_angle(a + b).rotate(lower);
            assert!(end.distance(target) < 0.5, "{target} {elbow:?} ended at {end}");
        }
    }
}

#[test]
fn what_is_out_of_reach_is_pointed_at() {
    let (upper, lower) = (Vec2::new(0.0, 158.0), Vec2::new(0.0, 132.0));
    let (a, b) = bend(upper, lower, Vec2::new(900.0, 0.0), Elbow::Back);
    let end = Vec2::from_angle(a).rotate(upper) + Vec2::from_angle(a + b).rotate(lower);
    assert!(end.x > 288.0 && end.y.abs() < 3.0, "{end}");
    let (a, b) = bend(upper, lower, Vec2::ZERO, Elbow::Back);
    assert!(a.is_finite() && b.is_finite());
}

#[test]
fn every_pose_of_every_figure_keeps_its_feet_on_the_floor_and_its_hands_where_asked() {
    let rig = rig();
    for figure in figures() {
        let build = build(&rig, &figure);
        for pose in POSES {
            for right in [true, false] {
                let spec = &rig.poses[&pose];
                let stance = Stance::of(&rig, &build, spec, right);
                let skeleton = stance.skeleton(&rig, &build);
                for bone in Bone::ALL {
                    let place = skeleton.bone(bone);
                    assert!(place.at.is_finite() && place.turn.is_finite(), "{figure} {pose:?}");
                }
                let floor = rig.pivot(&build, Bone::NearFoot).y;
                let foot = skeleton.bone(Bone::NearFoot);
                assert!((foot.at.y - floor).abs() < 3.0, "{figure} {pose:?} foot {}", foot.at);
                assert!(foot.turn.abs() < 0.01, "{figure} {pose:?} stands on a tilted foot");
                for side in [Side::Near, Side::Far] {
                    let Some(arm) = arm_of(&rig, &build, &spec.arms, side, right) else {
                        panic!("{figure} {pose:?} has an idle arm without a rest");
                    };
                    let on = skeleton.bone(arm.on);
                    let asked = on.carry(Vec2::from(arm.to) - rig.pivot(&build, arm.on));
                    let missed = wrist(&rig, &build, &stance, side).distance(asked);
                    assert!(missed < 48.0, "{figure} {pose:?} {side:?} is {missed} from {asked}");
                }
            }
        }
    }
}

#[test]
fn a_bow_hinges_at_the_hips_with_back_and_head_in_line() {
    let rig = rig();
    let build = build(&rig, "you-man");
    for (pose, degrees) in [(Pose::Bow15, 15.0), (Pose::Bow30, 30.0), (Pose::Bow45, 45.0_f32)] {
        let stance = Stance::of(&rig, &build, &rig.poses[&pose], true);
        let skeleton = stance.skeleton(&rig, &build);
        let back = skeleton.bone(Bone::Torso).turn.to_degrees();
        let head = skeleton.bone(Bone::Head).turn.to_degrees();
        assert!((back - degrees).abs() < 0.1, "{pose:?} bends by {back}");
        assert!((head - back).abs() <= 6.0, "{pose:?} holds the head at {head}");
    }
}

#[test]
fn the_right_hand_is_the_right_hand_whichever_way_a_person_looks() {
    let rig = rig();
    let build = Build::default();
    let out = |pose: Pose, faces_right: bool, side: Side| {
        let stance = Stance::of(&rig, &build, &rig.poses[&pose], faces_right);
        wrist(&rig, &build, &stance, side).x > 330.0
    };
    for pose in
        [Pose::OfferHand, Pose::ReachAcross, Pose::OfferCardOneHand, Pose::ReceiveCardOneHand]
    {
        assert!(out(pose, true, Side::Near) && !out(pose, true, Side::Far), "{pose:?}");
        assert!(out(pose, false, Side::Far) && !out(pose, false, Side::Near), "{pose:?}");
    }
    for pose in [Pose::OfferLeftHand, Pose::OfferCardLeftHand] {
        assert!(out(pose, true, Side::Far) && !out(pose, true, Side::Near), "{pose:?}");
        assert!(out(pose, false, Side::Near) && !out(pose, false, Side::Far), "{pose:?}");
    }
    // Cup and stack lie in the left hand, whichever side that is.
    for pose in [Pose::HoldStack, Pose::HoldCards, Pose::HoldCupLeft, Pose::OfferCardStack] {
        let left = rig.poses[&pose].holds.iter().filter(|hold| hold.by == Holder::Left).count();
        assert_eq!(left, 1, "{pose:?}");
    }
}

#[test]
fn movement_draws_back_first_and_goes_a_little_too_far() {
    assert_eq!(ease(0.0), 0.0);
    assert!((ease(1.0) - 1.0).abs() < 1e-5);
    assert!(ease(0.08) < 0.0);
    assert!((0..100).any(|i| ease(i as f32 / 100.0) > 1.005));
    assert!((0..=100).all(|i| (-0.1..1.1).contains(&ease(i as f32 / 100.0))));
}

#[test]
fn an_actor_comes_to_rest_and_then_holds_still() {
    let rig = rig();
    let mut actor = Actor::new(&rig, Build::default(), 0.0, true, 3);
    actor.take(&rig, Pose::Bow30);
    let first = actor.look(&rig).unwrap().skeleton;
    assert_eq!(actor.pulse(), Pulse::Fast);
    for _ in 0..60 {
        actor.advance(0.05);
    }
    assert_eq!(actor.pulse(), Pulse::Slow, "who only breathes needs few pictures");
    for _ in 0..60 {
        actor.advance(RESTLESS / 60.0);
    }
    assert_eq!(actor.pulse(), Pulse::Still, "nothing moves {RESTLESS} seconds after the last cue");
    let rest = actor.look(&rig).unwrap().skeleton;
    assert_ne!(first, rest);
    actor.advance(5.0);
    assert_eq!(actor.look(&rig).unwrap().skeleton, rest);
    actor.feel(Mood::Smile);
    assert!(actor.pulse() > Pulse::Still);
}

#[test]
fn a_bow_begins_with_a_small_movement_back_and_swings_on_a_little() {
    let rig = rig();
    let mut actor = Actor::new(&rig, Build::default(), 0.0, true, 3);
    actor.settle();
    let back = |actor: &Actor| actor.look(&rig).unwrap().skeleton.bone(Bone::Torso).turn;
    let upright = back(&actor);
    actor.take(&rig, Pose::Bow30);
    let (mut least, mut most, mut before) = (f32::MAX, f32::MIN, back(&actor));
    for _ in 0..200 {
        actor.advance(0.01);
        let now = back(&actor);
        assert!((now - before).abs() < 0.05, "the back jumps from {before} to {now}");
        (least, most, before) = (least.min(now), most.max(now), now);
    }
    assert!(least < upright - 0.02, "no counter-movement: {least} from {upright}");
    assert!(most > back(&actor) + 0.01, "no follow-through: {most}");
    assert!((back(&actor) - 30_f32.to_radians()).abs() < 0.02);
}

#[test]
fn eyes_blink_now_and_then_and_are_never_caught_shut() {
    let rig = rig();
    let mut actor = Actor::new(&rig, Build::default(), 0.0, true, 3);
    let (mut blinks, mut shut) = (Vec::new(), false);
    for tick in 0..200 {
        actor.advance(0.1);
        let now = actor.look(&rig).unwrap().eyes == "closed";
        if now && !shut {
            blinks.push(f64::from(tick) * 0.1);
        }
        shut = now;
    }
    assert!((3..=7).contains(&blinks.len()), "{blinks:?}");
    assert!(blinks.windows(2).all(|two| (2.9..6.4).contains(&(two[1] - two[0]))), "{blinks:?}");
    for tenths in 0..80 {
        let mut actor = Actor::new(&rig, Build::default(), 0.0, true, 3);
        for _ in 0..tenths {
            actor.advance(0.1);
        }
        actor.settle();
        assert_ne!(actor.look(&rig).unwrap().eyes, "closed");
        actor.stir();
        assert_ne!(actor.look(&rig).unwrap().eyes, "closed");
    }
}

#[test]
fn lips_move_while_a_line_is_fresh_and_then_close() {
    let rig = rig();
    let mut actor = Actor::new(&rig, Build::default(), 0.0, true, 3);
    actor.talk(2.0);
    let mut shapes = std::collections::BTreeSet::new();
    for _ in 0..18 {
        actor.advance(0.1);
        shapes.insert(actor.look(&rig).unwrap().mouth.to_owned());
    }
    assert_eq!(shapes.into_iter().collect::<Vec<_>>(), ["oh", "rest", "talk"]);
    actor.advance(0.3);
    assert_eq!(actor.look(&rig).unwrap().mouth, "rest");
}

#[test]
fn everybody_looks_at_who_speaks() {
    let rig = rig();
    let mut troupe = Troupe::default();
    let follow = |troupe: &mut Troupe, cue: StageCue| {
        troupe.follow(&rig, &cue, 1600.0, Pace::AtOnce, |figure| build(&rig, figure));
    };
    follow(&mut troupe, place("you-man", Spot::Centre, true));
    follow(&mut troupe, place("xu-dawei", Spot::Right, false));
    follow(&mut troupe, place("madam-shen", Spot::Left, true));
    follow(&mut troupe, place("fang-min", Spot::FarRight, false));
    follow(&mut troupe, StageCue::SetPose { who: "fang-min".to_owned(), pose: Pose::Write });
    let speaks = |troupe: &mut Troupe, who: &str| {
        follow(troupe, StageCue::Speak { who: who.to_owned(), seconds: 1.0 });
        follow(troupe, StageCue::Settle);
    };
    let eyes = |troupe: &Troupe, who: &str| {
        troupe.get(who).unwrap().actor.look(&rig).unwrap().eyes.to_owned()
    };
    let head = |troupe: &Troupe, who: &str| {
        let actor = &troupe.get(who).unwrap().actor;
        actor.look(&rig).unwrap().skeleton.bone(Bone::Head).turn
    };
    let level = head(&troupe, "xu-dawei");
    speaks(&mut troupe, "xu-dawei");
    assert_eq!(eyes(&troupe, "you-man"), "front");
    assert_eq!(eyes(&troupe, "xu-dawei"), "open");
    assert_eq!(eyes(&troupe, "fang-min"), "open", "who writes looks at the pad");
    speaks(&mut troupe, "madam-shen");
    assert_eq!(eyes(&troupe, "you-man"), "back", "she stands behind him");
    assert!(head(&troupe, "xu-dawei") > level + 0.01, "she is small: the head bends to her");
    follow(&mut troupe, StageCue::RemovePerson("madam-shen".to_owned()));
    assert_eq!(eyes(&troupe, "you-man"), "open");
}

#[test]
fn a_hand_comes_down_when_one_walks_away_or_is_greeted_by_another() {
    let rig = rig();
    let cast =
        [("you-woman", Spot::Centre), ("qiao-zhenhua", Spot::Right), ("guo-lan", Spot::Left)];
    let hands_of = |troupe: &Troupe, who: &str| {
        let actor = &troupe.get(who).unwrap().actor;
        actor.look(&rig).unwrap().hands.map(|(shape, _)| shape)
    };
    let enders = [
        StageCue::RemovePerson("qiao-zhenhua".to_owned()),
        place("qiao-zhenhua", Spot::FarRight, false),
        StageCue::ShakeHands("guo-lan".to_owned(), "you-woman".to_owned()),
        StageCue::SetPose { who: "you-woman".to_owned(), pose: Pose::Nod },
    ];
    for ender in enders {
        let mut troupe = Troupe::default();
        let follow = |troupe: &mut Troupe, cue: &StageCue, pace: Pace| {
            troupe.follow(&rig, cue, 1600.0, pace, |figure| build(&rig, figure));
        };
        for (who, spot) in cast {
            follow(&mut troupe, &place(who, spot, spot == Spot::Left), Pace::AtOnce);
        }
        let offer = StageCue::SetPose { who: "qiao-zhenhua".to_owned(), pose: Pose::OfferHand };
        follow(&mut troupe, &offer, Pace::Acted);
        let shake = StageCue::ShakeHands("qiao-zhenhua".to_owned(), "you-woman".to_owned());
        follow(&mut troupe, &shake, Pace::Acted);
        for _ in 0..30 {
            troupe.advance(0.05);
        }
        assert!(hands_of(&troupe, "qiao-zhenhua").contains(&"hold".to_owned()));
        follow(&mut troupe, &ender, Pace::Acted);
        for _ in 0..14 {
            troupe.advance(0.05);
        }
        let hands = hands_of(&troupe, "qiao-zhenhua");
        assert!(
            !hands.iter().any(|hand| ["hold", "open"].contains(&hand.as_str())),
            "{ender:?}: {hands:?}"
        );
    }
}

#[test]
fn who_changes_clothes_keeps_place_and_pose() {
    let rig = rig();
    let mut troupe = Troupe::default();
    let follow = |troupe: &mut Troupe, cue: StageCue| {
        troupe.follow(&rig, &cue, 1600.0, Pace::Acted, |figure| build(&rig, figure));
    };
    let tan = || "tan-shuo-gloves".to_owned();
    follow(&mut troupe, place("tan-shuo-gloves", Spot::Right, false));
    for _ in 0..100 {
        troupe.advance(0.05);
    }
    follow(&mut troupe, StageCue::SetPose { who: tan(), pose: Pose::FoldArms });
    let x = troupe.get("tan-shuo-gloves").unwrap().actor.x;
    follow(&mut troupe, StageCue::ChangeFigure { who: tan(), figure: "tan-shuo".to_owned() });
    let there = troupe.get("tan-shuo-gloves").unwrap();
    assert_eq!((there.figure.as_str(), there.actor.pose), ("tan-shuo", Pose::FoldArms));
    assert!((there.actor.x - x).abs() < 0.01 && !there.actor.faces_right());
}

#[test]
fn a_nod_ends_and_a_pose_stays() {
    let rig = rig();
    let mut actor = Actor::new(&rig, Build::default(), 0.0, true, 3);
    for pose in POSES {
        actor.take(&rig, pose);
        let mut seconds = 0.0;
        while actor.busy() {
            actor.advance(0.05);
            seconds += 0.05;
            assert!(seconds < 6.0, "{pose:?} never ends");
        }
        assert_eq!(actor.pose, pose);
    }
}

fn place(who: &str, spot: Spot, right: bool) -> StageCue {
    StageCue::PlacePerson { who: who.to_owned(), figure: who.to_owned(), spot, facing_right: right }
}

#[test]
fn two_people_shake_hands_that_meet_and_go_back() {
    let rig = rig();
    let mut troupe = Troupe::default();
    let follow = |troupe: &mut Troupe, cue: StageCue, pace: Pace| {
        troupe.follow(&rig, &cue, 1600.0, pace, |figure| build(&rig, figure));
    };
    follow(&mut troupe, place("you-woman", Spot::Left, false), Pace::AtOnce);
    follow(&mut troupe, place("qiao-zhenhua", Spot::Right, false), Pace::AtOnce);
    let shake = StageCue::ShakeHands("qiao-zhenhua".to_owned(), "you-woman".to_owned());
    follow(&mut troupe, shake, Pace::Acted);
    let hand = |troupe: &Troupe, who: &str, side: Side| {
        let actor = &troupe.get(who).unwrap().actor;
        let look = actor.look(&rig).unwrap();
        let palm = look.skeleton.bone(side.arm()[2]).carry(Vec2::new(0.0, 44.0));
        let scale = rig.unit * actor.build.height;
        let off = (palm - Vec2::from(rig.ground)) * scale;
        Vec2::new(look.x + off.x * look.width, off.y)
    };
    let mut closest = f32::MAX;
    for _ in 0..160 {
        troupe.advance(0.05);
        // Each gives the right hand: near on the left, far on the right.
        let gap = hand(&troupe, "you-woman", Side::Near).distance(hand(
            &troupe,
            "qiao-zhenhua",
            Side::Far,
        ));
        closest = closest.min(gap);
    }
    assert!(closest < 14.0, "the hands stay {closest} stage units apart");
    let woman = &troupe.get("you-woman").unwrap().actor;
    assert!(woman.faces_right());
    assert!((woman.x - spot_x(Spot::Left, 1600.0)).abs() < 1.0, "she went back to her place");
}

#[test]
fn people_come_from_the_wings_and_leave_the_stage() {
    let rig = rig();
    let mut troupe = Troupe::default();
    let arrive = place("luo-jia", Spot::Right, false);
    troupe.follow(&rig, &arrive, 1600.0, Pace::Acted, |_| Build::default());
    assert!(troupe.get("luo-jia").unwrap().actor.x > 800.0);
    for _ in 0..100 {
        troupe.advance(0.05);
    }
    let there = troupe.get("luo-jia").unwrap().actor.x;
    assert!((there - spot_x(Spot::Right, 1600.0)).abs() < 1.0);
    let leave = StageCue::RemovePerson("luo-jia".to_owned());
    troupe.follow(&rig, &leave, 1600.0, Pace::Acted, |_| Build::default());
    for _ in 0..200 {
        troupe.advance(0.05);
    }
    assert!(troupe.get("luo-jia").is_none());
}

#[test]
fn who_gives_and_who_takes_come_to_one_distance_and_go_back() {
    let rig = rig();
    let base = |spot| spot_x(spot, 1600.0);
    // Too near and too far apart.
    for (left, right) in [(Spot::Left, Spot::MidLeft), (Spot::Left, Spot::Centre)] {
        let mut troupe = Troupe::default();
        let follow = |troupe: &mut Troupe, cue: StageCue| {
            troupe.follow(&rig, &cue, 1600.0, Pace::Acted, |figure| build(&rig, figure));
            for _ in 0..60 {
                troupe.advance(0.05);
            }
        };
        let pose = |who: &str, pose| StageCue::SetPose { who: who.to_owned(), pose };
        let x = |troupe: &Troupe, who: &str| troupe.get(who).unwrap().actor.x;
        for (who, spot) in [("you-man", left), ("mori-aiko", right), ("guo-lan", Spot::FarRight)] {
            follow(&mut troupe, place(who, spot, spot == left));
            follow(&mut troupe, StageCue::Settle);
        }
        follow(&mut troupe, pose("you-man", Pose::OfferCard));
        assert!(x(&troupe, "mori-aiko") - x(&troupe, "you-man") > 240.0);
        follow(&mut troupe, pose("mori-aiko", Pose::ReceiveCard));
        let apart = x(&troupe, "mori-aiko") - x(&troupe, "you-man");
        assert!((265.0..295.0).contains(&apart), "{left:?} and {right:?} give at {apart}");
        // A bow alone needs no more room than two neighbours have.
        let mut bowing = Troupe::default();
        follow(&mut bowing, place("you-man", Spot::Left, true));
        follow(&mut bowing, place("qiao-zhenhua", Spot::MidLeft, false));
        follow(&mut bowing, StageCue::Settle);
        follow(&mut bowing, pose("you-man", Pose::Bow30));
        assert!((x(&bowing, "you-man") - base(Spot::Left)).abs() < 1.0);
        assert!((x(&troupe, "guo-lan") - base(Spot::FarRight)).abs() < 1.0);
        follow(&mut troupe, pose("you-man", Pose::Stand));
        follow(&mut troupe, pose("mori-aiko", Pose::ReadCard));
        for (who, spot) in [("you-man", left), ("mori-aiko", right)] {
            assert!((x(&troupe, who) - base(spot)).abs() < 1.0, "{who} stays aside");
        }
    }
}

#[test]
fn a_card_says_which_way_it_is_held_and_how_high() {
    let rig = rig();
    let card = |pose: Pose| rig.poses[&pose].holds[0].clone();
    let chest = card(Pose::OfferCard);
    assert_eq!(card(Pose::OfferCardWrongWay).prop, "card-flat-turned");
    assert_eq!((card(Pose::OfferCardWrongWay).at, chest.prop.as_str()), (chest.at, "card-flat"));
    assert!(card(Pose::OfferCardLow).at.1 > chest.at.1 + 60.0);
    assert!(card(Pose::OfferCardHigh).at.1 < chest.at.1 - 120.0);
}

#[test]
fn cues_for_people_who_are_not_there_do_nothing() {
    let rig = rig();
    let mut troupe = Troupe::default();
    let nobody = || "nobody".to_owned();
    for cue in [
        StageCue::RemovePerson(nobody()),
        StageCue::SetPose { who: nobody(), pose: Pose::Sit },
        StageCue::SetMood { who: nobody(), mood: Mood::Angry },
        StageCue::FacePerson { who: nobody(), whom: nobody() },
        StageCue::ShakeHands(nobody(), nobody()),
        StageCue::Speak { who: nobody(), seconds: f32::NAN },
        StageCue::Settle,
        StageCue::Clear,
    ] {
        troupe.follow(&rig, &cue, 1600.0, Pace::Acted, |_| Build::default());
    }
    assert_eq!(troupe.people().count(), 0);
}

#[test]
fn every_figure_has_every_part_that_poses_and_moods_ask_for() {
    let rig = rig();
    let props = fs::read_to_string(assets().join("characters/props.svg")).unwrap();
    let props = art::read_tree("props.svg", &props).unwrap();
    let mut wanted: Vec<String> =
        ["head", "torso", "upper-arm", "forearm", "thigh", "shin", "foot"]
            .map(str::to_owned)
            .to_vec();
    wanted.extend(["brow-near", "brow-far", "blush", "sweat", "shadow"].map(str::to_owned));
    wanted.extend(["eyes-closed", "eyes-front", "eyes-back"].map(str::to_owned));
    wanted.extend(["mouth-talk", "mouth-oh"].map(str::to_owned));
    wanted.extend(rig.props.keys().cloned());
    for mood in MOODS {
        wanted.push(format!("eyes-{}", rig.moods[&mood].eyes));
        wanted.push(format!("mouth-{}", rig.moods[&mood].mouth));
    }
    for arms in rig.poses.values().map(|pose| &pose.arms).chain(rig.rests.values()) {
        if let Arms::Own { right: a, left: b } | Arms::Seen { near: a, far: b } = arms {
            wanted.extend([a, b].into_iter().flatten().map(|arm| format!("hand-{}", arm.hand)));
        }
    }
    for figure in figures() {
        let path = assets().join("characters").join(&figure).join("figure.svg");
        let tree = art::read_tree(&figure, &fs::read_to_string(path).unwrap()).unwrap();
        let sheet = art::sheet(&figure, &[&tree, &props], 0.25).unwrap();
        for part in &wanted {
            assert!(sheet.parts.contains_key(part), "{figure} has no group `{part}`");
        }
        let build = build(&rig, &figure);
        let actor = Actor::new(&rig, build.clone(), 0.0, true, 1);
        let look = actor.look(&rig).unwrap();
        let shown = rig
            .layers
            .iter()
            .filter(|layer| !matches!(layer.art, Art::Blush | Art::Sweat))
            .filter_map(|layer| layout::layer(&rig, &build, &look, layer, &sheet.parts))
            .count();
        assert!(shown > 18, "{figure} shows only {shown} parts");
    }
}

#[test]
fn every_stage_can_be_drawn() {
    for entry in fs::read_dir(assets().join("stages")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "svg") {
            continue;
        }
        let file = path.display().to_string();
        let tree = art::read_tree(&file, &fs::read_to_string(&path).unwrap()).unwrap();
        let size = tree.size();
        assert_eq!((size.width(), size.height()), (1600.0, 900.0), "{file}");
        let pixels = art::picture(&file, &tree, (160, 90), |id| id == "front").unwrap();
        assert!(pixels.chunks_exact(4).all(|pixel| pixel[3] == 255), "{file} has holes");
    }
}

#[test]
fn an_edge_keeps_its_colour_into_the_clear_pixels() {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
        <g id="dot"><circle cx="20" cy="20" r="9.3" fill="#FF8040"/></g></svg>"##;
    let tree = art::read_tree("dot.svg", svg).unwrap();
    let sheet = art::sheet("dot.svg", &[&tree], 1.0).unwrap();
    let mut edges = 0;
    for pixel in sheet.pixels.chunks_exact(4).filter(|pixel| pixel[3] > 0) {
        assert!(pixel[0] > 240 && pixel[2] < 90, "a dark or pale rim: {pixel:?}");
        edges += usize::from(pixel[3] < 255);
    }
    assert!(edges > 10, "the edge is smooth");
    let clear = sheet.pixels.chunks_exact(4).filter(|pixel| pixel[3] == 0 && pixel[0] > 240);
    assert!(clear.count() > 20, "the colour bleeds into clear pixels beside the edge");
}

#[test]
fn a_broken_drawing_or_rig_says_where_and_what() {
    let fault = art::read_tree("bad.svg", "<svg").unwrap_err().to_string();
    assert!(fault.starts_with("bad.svg"), "{fault}");
    let fault = Rig::read("rig.ron", "(ground: (1, 2), unti: 3)").unwrap_err().to_string();
    assert!(fault.starts_with("rig.ron:1:"), "{fault}");
    let rig = rig();
    let fault = rig.read_build("figure.ron", "(rest: \"flying\")").unwrap_err().to_string();
    assert!(fault.contains("flying"), "{fault}");
    assert!(rig.read_build("figure.ron", "(height: -1)").is_err());
}

#[test]
fn an_arm_before_the_chest_is_drawn_above_it() {
    let rig = rig();
    let folded = &rig.poses[&Pose::FoldArms];
    let arm = arm_of(&rig, &Build::default(), &folded.arms, Side::Far, true).unwrap();
    assert_eq!(arm.depth, Depth::Front);
    let torso = rig.layers.iter().find(|layer| layer.bone == Bone::Torso).unwrap();
    let hand = rig.layers.iter().find(|layer| layer.art == Art::Hand(Side::Far)).unwrap();
    assert!(hand.z < torso.z && hand.front.unwrap() > torso.z);
}
